# SPDX-License-Identifier: GPL-3.0-or-later
"""The built program as the tests use it: run it, make cases and keys, look at what it left."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
EXAMPLE = REPOSITORY / "evidence" / "example"
SECONDS = 120


class Run:
    """What a process did."""

    def __init__(self, done, command):
        self.code = done.returncode
        self.stdout = (done.stdout or b"").decode("utf-8", "replace")
        self.stderr = (done.stderr or b"").decode("utf-8", "replace")
        self.command = " ".join(str(word) for word in command)

    def expect(self, *codes):
        """Fails unless the exit code is one of `codes`; gives the run back."""
        assert self.code in codes, (f"exit {self.code}, wanted {codes}: {self.command}\n"
                                    f"stdout: {self.stdout[-1500:]}\nstderr: {self.stderr[-3000:]}")
        return self

    def json(self):
        """Standard output as JSON."""
        return json.loads(self.stdout)


class Program:
    """The program under test with a folder that goes away after the test."""

    def __init__(self, path, scratch):
        self.path = Path(path).resolve()
        self.scratch = Path(scratch).resolve()
        (self.scratch / "home").mkdir(exist_ok=True)

    def sanitized(self):
        """Whether the program was built with the address sanitizer."""
        return b"__asan_init" in self.path.read_bytes()

    def environment(self, **changes):
        """A bare environment; a change to None takes the variable out."""
        base = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "TZ": "UTC",
                "HOME": str(self.scratch / "home")}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                base[name] = os.environ[name]
        base.update(changes)
        return {name: value for name, value in base.items() if value is not None}

    def run(self, *words, cwd=None, env=None, program=None, **options):
        """Runs `dossier words`."""
        command = [str(program or self.path), *(str(word) for word in words)]
        settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
                    "timeout": SECONDS, **options}
        done = subprocess.run(command, cwd=str(cwd or self.scratch), env=env or self.environment(),
                              check=False, **settings)
        return Run(done, command)

    def folder(self, name):
        """A new empty folder below the scratch folder."""
        path = self.scratch / name
        path.mkdir(parents=True)
        return path

    def case(self, source=EXAMPLE, name="case"):
        """A copy of a case."""
        return Path(shutil.copytree(source, self.scratch / name))

    def build(self, case, name="out", *words, **options):
        """Builds into a new folder below the scratch folder; gives the folder."""
        out = self.scratch / name
        out.mkdir(parents=True, exist_ok=True)
        self.run("build", case, "-o", out, *words, **options).expect(0, 1)
        return out

    def installed(self):
        """The program with its worker, rules and templates, installed below the scratch folder."""
        prefix = self.scratch / "prefix"
        (prefix / "bin").mkdir(parents=True)
        for program in self.path.parent.glob(self.path.name + "*"):
            if program.name in (self.path.name, self.path.name + "-worker") or program.name.startswith(self.path.name + "-worker-"):
                shutil.copy2(program, prefix / "bin" / program.name)
        for name in ("rules", "templates"):
            shutil.copytree(REPOSITORY / name, prefix / "share/dossier" / name)
        return Program(prefix / "bin" / self.path.name, self.scratch)

    def as_somebody(self):
        """(program, options of `run`) without the powers of root, for whom no mode is a bar."""
        if os.getuid() != 0:
            return self, {}
        self.scratch.chmod(0o755)
        os.chown(self.scratch / "home", 65534, 65534)
        return self.installed(), {"user": 65534, "group": 65534, "extra_groups": []}

    def key(self, name="key", kind="rsa", password=None, common_name="Invented Signer"):
        """A PEM with key and certificate, mode 0600."""
        path = self.scratch / f"{name}.pem"
        algorithm = {"rsa": ["rsa:2048"], "ec": ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]}[kind]
        protect = ["-passout", f"pass:{password}"] if password else ["-nodes"]
        certificate = self.scratch / f"{name}.crt"
        tool("openssl", "req", "-x509", "-newkey", *algorithm, "-sha256", "-days", "3650", "-batch",
             "-subj", f"/CN={common_name}", "-keyout", path, "-out", certificate, *protect)
        path.write_bytes(certificate.read_bytes() + path.read_bytes())
        path.chmod(0o600)
        return path

    def pkcs12(self, key, password, name="key"):
        """The key of `key` as PKCS#12, mode 0600."""
        path = self.scratch / f"{name}.p12"
        tool("openssl", "pkcs12", "-export", "-in", key, "-out", path, "-passout", f"pass:{password}")
        path.chmod(0o600)
        return path


def tool(*words, codes=(0,), binary=False, **options):
    """Output of an independent tool, which must end with one of `codes`."""
    command = [str(word) for word in words]
    done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS, **options)
    assert done.returncode in codes, (f"exit {done.returncode}: {' '.join(command)}\n"
                                      f"{done.stdout[-1000:]!r}\n{done.stderr[-2000:]!r}")
    return done.stdout if binary else done.stdout.decode("utf-8", "replace")


def digest(path):
    """SHA-256 of a file."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def tree(folder):
    """{relative path: (kind, mode, digest or target)} of everything below `folder`."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        mode = path.lstat().st_mode & 0o7777
        if path.is_symlink():
            found[name] = ("link", mode, os.readlink(path))
        elif path.is_file():
            found[name] = ("file", mode, digest(path))
        else:
            found[name] = ("folder", mode, "")
    return found


def with_password(password):
    """Options for `Program.run` that hand a passphrase over by a descriptor, and the words for it."""
    reading, writing = os.pipe()
    os.write(writing, password.encode())
    os.close(writing)
    return {"pass_fds": (reading,)}, ["--passphrase-fd", str(reading)]

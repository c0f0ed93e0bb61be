#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole outputs or none: kills, full disks, folders that may not be written to, closed pipes."""

import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from program import EXAMPLE, tool, tree  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
FILES = ["brief.pdf", "bundle.pdf", "check.json"]


def start(program, *words, **options):
    return subprocess.Popen([str(program.path), *map(str, words)], env=program.environment(), stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, **options)


def wait_for_children(group):
    """Workers of a killed parent end by themselves."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    raise AssertionError("a worker outlived its parent by five seconds")


@suite.test
def killed_builds_leave_the_old_output_whole(program):
    case = program.case()
    out = program.build(case)
    old = {name: state for name, state in tree(out).items() if name in FILES}
    (case / "dossier.yaml").write_text((case / "dossier.yaml").read_text().replace("2024-09-06", "2024-09-05"))
    other = program.build(case, "other")
    new = {name: state for name, state in tree(other).items() if name in FILES}
    assert all(old[name] != new[name] for name in FILES), "the change must show in every file"
    begin = time.monotonic()
    program.build(case, "third")
    duration = time.monotonic() - begin
    choice = random.Random(20241014)
    for trial in range(18):
        if trial % 3 == 0:
            for name in FILES:
                os.replace(_copy(program, name), out / name)
        process = start(program, "build", case, "-o", out)
        # Most of the work is before the writing; half of the kills aim at the end.
        time.sleep(duration * (choice.random() if trial % 2 else 0.85 + 0.25 * choice.random()))
        process.kill()
        process.wait()
        wait_for_children(process.pid)
        seen = {name: state for name, state in tree(out).items() if name in FILES}
        for name in FILES:
            assert seen.get(name) in (old[name], new[name]), f"trial {trial}: {name} is {seen.get(name)}"
        left = set(tree(out)) - set(FILES)
        assert all(Path(name).name.startswith(".") for name in left), f"left behind: {left}"
    program.build(case, "out")
    equal(sorted(tree(out)), sorted(FILES), "files after the next run")


def _copy(program, name):
    source = program.scratch / "old"
    if not source.exists():
        program.build(program.case(name="old-case"), "old")
    path = program.scratch / f"again-{name}"
    path.write_bytes((source / name).read_bytes())
    path.chmod(0o600)
    return path


@suite.test
def killed_lock_leaves_a_case_that_loads(program):
    case = program.case()
    program.run("lock", case).expect(0)
    choice = random.Random(7)
    for _ in range(4):
        (case / "files" / "e05.txt").write_text(f"Повестка {choice.random()}\n\nВторой абзац.\n\nТретий.\n\nЧетвёртый.\n\nПятый.\n")
        process = start(program, "lock", case, "--accept", "e05")
        time.sleep(0.4 * choice.random())
        process.kill()
        process.wait()
        wait_for_children(process.pid)
        program.run("check", case).expect(1)
    program.run("lock", case, "--accept", "e05").expect(0)


@suite.test
def folder_that_may_not_be_written_to(program):
    out = program.folder("out")
    out.chmod(0o555)
    program, options = program.as_somebody()
    case = program.case()
    run = program.run("build", case, "-o", out, **options).expect(4)
    contains(run.stderr, "D0903")
    equal(list(out.iterdir()), [], "files")


@suite.test
def output_folder_that_is_a_file(program):
    path = program.scratch / "file"
    path.write_text("mine")
    contains(program.run("build", EXAMPLE, "-o", path).expect(4).stderr, "D0903")
    contains(program.run("build", EXAMPLE, "-o", path / "below").expect(4).stderr, "D0903")
    equal(path.read_text(), "mine", "the file")


@suite.test
def file_size_limit(program):
    """A write that fails half way, at many sizes: no file, or the old one."""
    out = program.build(EXAMPLE)
    before = tree(out)
    largest = max((out / name).stat().st_size for name in FILES)
    for limit in (0, 1, 4096, 50_000, largest // 2, largest - 1):
        def restrict(size=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        run = program.run("build", EXAMPLE, "-o", out, preexec_fn=restrict)
        equal(run.code, 4, f"exit code with a limit of {limit}")
        # triggers: D0907
        # With less room than the finished file needs, it cannot be read back either.
        assert re.search(r"\[D090[37]\]", run.stderr), f"a limit of {limit}: {run.stderr}"
        equal(tree(out), before, f"the old output with a limit of {limit}")


@suite.test
def full_disk(program):
    """A small file system of its own, filled to the last page."""
    sizes = {name: (program.build(EXAMPLE, "probe") / name).stat().st_size for name in FILES}
    total = sum(sizes.values())
    # Inside a changed root the propagation cannot be changed, so the mount is taken away by hand.
    script = ('mount -t tmpfs -o size="$1" none "$2" || exit 99; mkdir "$2/out"; folder=$2; shift 2; '
              '"$@"; code=$?; ls -A "$folder/out" >&3; umount "$folder"; exit $code')
    mount = program.folder("mount")
    apart = ["unshare", "-m", "--propagation", "unchanged"] if os.getuid() == 0 else ["unshare", "-r", "-m"]
    for size in (8192, 65536, total // 2, total - 4096):
        with open(program.scratch / "listed", "w+b") as listed:
            command = [*apart, "sh", "-c", script, "sh", str(size // 4096 * 4096), str(mount), str(program.path), "build",
                       str(EXAMPLE), "-o", str(mount / "out")]
            done = subprocess.run(["sh", "-c", 'exec 3>&"$0" && exec "$@"', str(listed.fileno()), *command], check=False,
                                  capture_output=True, env=program.environment(), pass_fds=(listed.fileno(),),
                                  stdin=subprocess.DEVNULL)
            said = done.stderr.decode()
            if done.returncode in (1, 99) and ("unshare" in said or "mount" in said):
                print("NOTE: no mount is allowed here; full disks are tried with failing writes only")
                return
            equal(done.returncode, 4, f"exit code with {size} bytes, {said[-500:]}")
            contains(said, "D0903", f"messages with {size} bytes")
            names = set((program.scratch / "listed").read_text().split())
        assert not names - set(FILES), f"left behind with {size} bytes: {names}"


@suite.test
def system_calls_that_fail(program):
    """A write, a sync or a rename that fails, at many places: the old files or the new ones, and a word."""
    case = program.case()
    out = program.build(case)
    old = tree(out)
    (case / "dossier.yaml").write_text((case / "dossier.yaml").read_text().replace("2024-09-06", "2024-09-05"))
    new = tree(program.build(case, "other"))
    # The runtime of a sanitizer writes too, and gives up with exit 0 when it cannot.
    writes = () if program.sanitized() else (1, 2, 3, 5, 8, 13)
    trials = [f"write:error=ENOSPC:when={n}+" for n in writes]
    trials += ["fsync:error=EIO:when=1+", "fdatasync,fsync:error=EIO:when=2+", "rename,renameat,renameat2:error=EACCES:when=1+",
               "rename,renameat,renameat2:error=EIO:when=2+", "ftruncate,fallocate:error=ENOSPC:when=1+"]
    refused = 0
    for trial in trials:
        # The program itself, not its workers.
        command = ["strace", "-qq", "-o", str(program.scratch / "trace"), "-e", f"trace={trial.split(':')[0]}", "-e", f"inject={trial}",
                   str(program.path), "build", str(case), "-o", str(out)]
        done = subprocess.run(command, capture_output=True, check=False, env=program.environment(ASAN_OPTIONS="detect_leaks=0"),
                              stdin=subprocess.DEVNULL)
        assert done.returncode in (0, 1, 4), f"{trial}: exit {done.returncode}: {done.stderr.decode()[-800:]}"
        seen = tree(out)
        for name in FILES:
            assert seen.get(name) in (old[name], new[name]), f"{trial}: {name} is {seen.get(name)}"
        assert all(Path(name).name.startswith(".") for name in set(seen) - set(FILES)), f"{trial}: left behind {set(seen) - set(FILES)}"
        if done.returncode == 4:
            refused += 1
        else:
            assert {n: seen[n] for n in FILES} == new, f"{trial}: exit {done.returncode}, and the files are not the new ones"
    assert refused >= len(trials) // 2, f"only {refused} of {len(trials)} were noticed"


@suite.test
def standard_output_that_is_closed_or_full(program):
    for words in (["check", EXAMPLE], ["check", EXAMPLE, "--format", "json"], ["explain", "D0203"], ["help"], ["--version"],
                  ["build", EXAMPLE, "-o", program.scratch / "out"]):
        command = [str(program.path), *map(str, words)]
        done = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", *command], capture_output=True, check=False, env=program.environment(),
                              stdin=subprocess.DEVNULL, cwd=program.scratch)
        equal(done.returncode, 4, f"exit code of {words[0]} with standard output closed, {done.stderr!r}")
        # A pipe whose reader has gone.
        reading, writing = os.pipe()
        os.close(reading)
        run = program.run(*words, stdout=writing)
        os.close(writing)
        assert run.code in (4, -signal.SIGPIPE), f"exit {run.code} of {words[0]} with a broken pipe"
        assert run.code == 4, f"{words[0]} died of SIGPIPE without a word"
        # A file that may not grow.
        with open(program.scratch / "small", "wb") as small:
            def restrict():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (3, 3))
            run = program.run(*words, stdout=small, preexec_fn=restrict)
        equal(run.code, 4, f"exit code of {words[0]} with standard output full")


@suite.test
def standard_error_that_is_closed(program):
    done = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh", str(program.path), "check", str(EXAMPLE)], stdout=subprocess.PIPE, check=False,
                          env=program.environment(), stdin=subprocess.DEVNULL)
    assert done.returncode in (1, 4), done.returncode


@suite.test
def modes_do_not_depend_on_the_umask(program):
    case = program.case()
    key = program.key()
    for mask in (0o000, 0o022, 0o077):
        out = program.scratch / f"out-{mask:o}"
        program.run("build", case, "-o", out, "--sign", key, umask=mask).expect(0, 1)
        for name, (kind, mode, _) in tree(out).items():
            equal(f"{mode:o}", "600" if kind == "file" else "700", f"mode of {name} under umask {mask:o}")
        equal(f"{out.stat().st_mode & 0o777:o}", "700", "mode of a folder that build makes")
    program.run("lock", case, umask=0).expect(0)
    for name, (kind, mode, _) in tree(case / "derived").items():
        assert mode & 0o077 == 0, f"{name} has mode {mode:o}"


@suite.test
def two_builds_at_once(program):
    """Two at once into one folder: each file is whole and of one of them, or one build refuses."""
    one, two = program.case(name="one"), program.case(name="two")
    (two / "dossier.yaml").write_text((two / "dossier.yaml").read_text().replace("2024-09-06", "2024-09-05"))
    wanted = [tree(program.build(case, f"alone-{case.name}")) for case in (one, two)]
    out = program.folder("shared")
    for _ in range(3):
        processes = [start(program, "build", case, "-o", out) for case in (one, two)]
        codes = [process.wait() for process in processes]
        assert set(codes) <= {0, 1, 4}, codes
        seen = tree(out)
        equal(sorted(seen), FILES, "files")
        assert seen in wanted or all(seen[n] in (wanted[0][n], wanted[1][n]) for n in FILES), "a file of neither build"


@suite.test
def nothing_is_left_in_temporary_folders(program):
    temporary = program.folder("tmp")
    program.run("build", EXAMPLE, "-o", program.scratch / "out", env=program.environment(TMPDIR=str(temporary))).expect(0, 1)
    equal(list(temporary.iterdir()), [], "temporary files")
    for name in tree(program.scratch / "home"):
        assert (program.scratch / "home" / name).lstat().st_mode & 0o077 == 0, f"{name} can be read by others"


@suite.test
def signing_that_fails_leaves_the_file(program):
    out = program.build(EXAMPLE)
    key = program.key()
    before = tree(out)

    def restrict():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    run = program.run("sign", out / "brief.pdf", "--key", key, preexec_fn=restrict).expect(4)
    assert re.search(r"\[D090[35]\]", run.stderr), run.stderr
    equal(tree(out), before, "the files")
    tool("qpdf", "--check", out / "brief.pdf")


if __name__ == "__main__":
    sys.exit(suite.main())

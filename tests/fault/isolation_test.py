#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Offline and within its folders, as the system calls of a run show."""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from program import EXAMPLE, REPOSITORY  # noqa: E402
from suite import Suite, equal  # noqa: E402

suite = Suite(__doc__)


def trace(program, calls, *words, codes=(0, 1)):
    """Lines of strace for `calls` of the program and its children."""
    log = program.scratch / "trace"
    command = ["strace", "-f", "-qq", "-s", "300", "-e", f"trace={calls}", "-o", str(log), str(program.path), *map(str, words)]
    done = subprocess.run(command, env=program.environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True, check=False,
                          stdin=subprocess.DEVNULL, cwd=program.scratch)
    assert done.returncode in codes, f"exit {done.returncode}: {done.stderr.decode()[-2000:]}"
    lines = log.read_text(errors="replace").split("\n")
    assert any("execve(" in line for line in lines), "nothing was traced"
    return lines


def opened(lines):
    """(path, flags) of files that were opened with success."""
    for line in lines:
        match = re.search(r'(?:openat2?|open|creat)\((?:[^,"]*, )?"((?:[^"\\]|\\.)*)", ([^)]*)\) += \d+', line)
        if match:
            yield match.group(1), match.group(2)


@suite.test
def no_socket_is_opened(program):
    key = program.key()
    for words in (["check", EXAMPLE], ["build", EXAMPLE, "-o", program.scratch / "out", "--sign", key],
                  ["verify", program.scratch / "out" / "bundle.pdf"], ["lock", program.case()]):
        lines = trace(program, "execve,socket,connect,sendto,socketpair,bind", *words)
        calls = [line for line in lines if re.search(r"\b(socket|connect|sendto|bind)\(", line)]
        equal(calls, [], f"network calls of {words[0]}")


@suite.test
def check_writes_nothing(program):
    lines = trace(program, "execve,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,symlinkat,linkat",
                  "check", EXAMPLE)
    for path, flags in opened(lines):
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE", flags):
            assert path in ("/dev/null", "/dev/tty") or path.startswith(str(program.scratch / "home")), f"written: {path} {flags}"
    changes = [line for line in lines if re.search(r"\b(rename|unlink|symlink|link)(at2?)?\(", line) and str(program.scratch / "home") not in line
               and re.search(r"= 0$", line)]
    equal(changes, [], "changes of the file system")


@suite.test
def nothing_outside_is_read(program):
    """Files are opened in the case, in the installation and in the system's folders only."""
    outside = program.scratch / "elsewhere"
    outside.mkdir()
    (outside / "secret.txt").write_text("not of this case")
    case = program.case()
    lines = trace(program, "execve,open,openat,openat2", "build", case, "-o", program.scratch / "out")
    allowed = (str(case), str(program.scratch / "out"), str(program.scratch / "home"), str(REPOSITORY), str(program.path.parent), "/usr/", "/lib", "/etc/",
               "/proc/", "/sys/", "/dev/", "/var/cache/fontconfig")
    strange = sorted({path for path, _ in opened(lines) if path.startswith("/") and not path.startswith(allowed)
                      and Path(os.path.normpath(path)) not in (case.parent, *case.parents)})
    equal(strange, [], "files outside")


@suite.test
def exhibits_are_parsed_in_another_process(program):
    """The program that may hold the key never opens the parser's libraries' input: workers start for exhibits."""
    lines = trace(program, "execve", "build", EXAMPLE, "-o", program.scratch / "out")
    starts = [line for line in lines if "execve(" in line and "-worker" in line]
    assert starts, "no worker was started"
    for line in starts:
        assert "HOME=" not in line and "SSH_" not in line, f"the worker inherits the environment: {line}"


@suite.test
def works_without_any_network(program):
    command = ["unshare", "-n", *([] if os.getuid() == 0 else ["-r"]), str(program.path), "build", str(EXAMPLE), "-o", str(program.scratch / "out")]
    done = subprocess.run(command, env=program.environment(), capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode == 1 and b"unshare" in done.stderr:
        print("NOTE: no network can be taken away here; that none is used shows in the system calls")
        return
    assert done.returncode in (0, 1), done.stderr.decode()
    assert (program.scratch / "out" / "bundle.pdf").is_file()


if __name__ == "__main__":
    sys.exit(suite.main())

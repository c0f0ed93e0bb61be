#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program that reads exhibits is closed, and what happens where it cannot be."""

import ctypes
import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from schemas import validate  # noqa: E402
from program import EXAMPLE  # noqa: E402
from suite import Suite, equal  # noqa: E402

suite = Suite(__doc__)

ALLOW, REFUSE, EPERM, ENOSYS = 0x7FFF0000, 0x00050000, 1, 38
PR_SET_SECCOMP, MASKED_EQ = 22, 7


class Comparison(ctypes.Structure):
    """`struct scmp_arg_cmp` of libseccomp."""

    _fields_ = [("argument", ctypes.c_uint), ("operator", ctypes.c_int), ("mask", ctypes.c_uint64), ("value", ctypes.c_uint64)]


def without(landlock=False, seccomp=False):
    """A function for a new process: takes Landlock or seccomp away from it, as a container does."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p

    def take_away():
        filters = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(ALLOW)))
        failed = 0
        if landlock:
            for name in (b"landlock_create_ruleset", b"landlock_add_rule", b"landlock_restrict_self"):
                call = library.seccomp_syscall_resolve_name(name)
                failed |= library.seccomp_rule_add_array(filters, REFUSE | ENOSYS, call, 0, None)
        if seccomp:
            failed |= library.seccomp_rule_add_array(filters, REFUSE | EPERM, library.seccomp_syscall_resolve_name(b"seccomp"), 0, None)
            option = Comparison(0, MASKED_EQ, 0xFFFFFFFF, PR_SET_SECCOMP)
            failed |= library.seccomp_rule_add_array(filters, REFUSE | EPERM, library.seccomp_syscall_resolve_name(b"prctl"), 1, ctypes.byref(option))
        if failed or library.seccomp_load(filters):
            os._exit(99)

    return take_away


def check(program, *words, **options):
    """The JSON report of the example."""
    answer = program.run("check", EXAMPLE, "--format", "json", *words, **options).expect(0, 1).json()
    validate("check", answer)
    return answer


def has_landlock():
    """Whether this kernel has Landlock and lets us use it."""
    library = ctypes.CDLL(None, use_errno=True)
    return library.syscall(444, None, 0, 1) > 0


def but_for_the_sandbox(answer):
    return {key: value for key, value in answer.items() if key != "environment"}


@suite.test
def report_says_what_holds(program):
    expected = "none" if program.sanitized() else "full" if has_landlock() else "partial"
    equal(check(program)["environment"], {"sandbox": expected}, "cold")
    equal(check(program)["environment"], {"sandbox": expected}, "from the cache, so that no exhibit was read")
    out = program.folder("out")
    program.run("build", EXAMPLE, "-o", out).expect(0, 1)
    assert f'"sandbox": "{expected}"' in (out / "check.json").read_text()
    (program.scratch / "empty").mkdir()
    answer = program.run("check", program.scratch / "empty", "--format", "json")
    if answer.stdout:
        equal(answer.json()["environment"], {"sandbox": expected}, "of a case that cannot be loaded")


@suite.test
def weaker_machines_read_the_same(program):
    """Without Landlock, without seccomp: less is closed, it is said, nothing else changes. Without both: only by an option."""
    usual = check(program)
    landlock = has_landlock()
    for taken, expected in (({"landlock": True}, "partial"), ({"seccomp": True}, "partial" if landlock else "none"),
                            ({"landlock": True, "seccomp": True}, "none")):
        shutil.rmtree(program.scratch / "home", ignore_errors=True)
        (program.scratch / "home").mkdir()
        if expected == "none" and not program.sanitized():
            refused = check(program, preexec_fn=without(**taken))
            codes = {finding["code"] for finding in refused["findings"]}
            assert "D0709" in codes, codes
            words = [finding["message"] for finding in refused["findings"] if finding["code"] == "D0709"]
            assert all("--allow-no-sandbox" in word for word in words), words
            assert "unreadable" in {exhibit["status"] for exhibit in refused["exhibits"]}, "an exhibit was read all the same"
        answer = check(program, "--allow-no-sandbox", preexec_fn=without(**taken))
        equal(answer["environment"], {"sandbox": "none" if program.sanitized() else expected}, str(taken))
        equal(but_for_the_sandbox(answer), but_for_the_sandbox(usual), str(taken))


@suite.test
def weaker_machines_build_the_same(program):
    bundles = []
    for name, options in (("usual", {}), ("weak", {"preexec_fn": without(landlock=True)}), ("open", {"preexec_fn": without(landlock=True, seccomp=True)})):
        out = program.folder(name)
        program.run("build", EXAMPLE, "-o", out, "--allow-no-sandbox", **options).expect(0, 1)
        bundles.append(out / "bundle.pdf")
    assert bundles[0].read_bytes() == bundles[1].read_bytes(), "the bundle depends on the sandbox"
    if program.sanitized():
        return
    # What was read unprotected says so in the part that is signed, and is whole all the same.
    manifests = [subprocess.run(["qpdf", "--qdf", "--object-streams=disable", bundle, "-"], check=True, capture_output=True).stdout for bundle in bundles]
    equal([b"read-without-a-sandbox" in manifest for manifest in manifests], [False, False, True], "in the manifest")


@suite.test
def without_a_sandbox_nothing_is_built_or_verified(program):
    if program.sanitized():
        return
    out = program.folder("refused")
    done = program.run("build", EXAMPLE, "-o", out, preexec_fn=without(landlock=True, seccomp=True))
    assert done.code not in (0, 1), done
    equal(sorted(out.iterdir()), [], "files")


def ask(worker, task, preexec_fn=None):
    """(state, content) of a worker that is called as `dossier` calls it, with an empty input."""
    memory = os.memfd_create("input", os.MFD_ALLOW_SEALING)
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE)
    incoming, outgoing = os.pipe()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    lease, held = os.pipe()
    done = subprocess.Popen(["dossier-worker", "serve"], executable=worker, stdin=theirs, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, env={"LC_ALL": "C"}, preexec_fn=preexec_fn)
    theirs.close()
    words = "".join(word + "\0" for word in (task, str(1 << 30), "10", "500", "1")).encode()
    socket.send_fds(ours, [words], [held, memory, nowhere, outgoing])
    for descriptor in (held, outgoing, memory, nowhere):
        os.close(descriptor)
    with os.fdopen(incoming, "rb") as answer:
        stream = answer.read()
    with os.fdopen(lease, "rb") as ending:
        equal(ending.read(), b"E" + bytes(4), "how it ended")
    ours.close()
    equal(done.wait(), 0, "exit code")
    assert stream[:9] == b"DOSSANS1S", stream[:40]
    return ("none", "partial", "full")[stream[17]], stream[18:]


@suite.test
def ways_out_are_refused(program):
    """The worker of the tests, closed by the same code, tries them and tells."""
    worker = program.path.parent / "tests" / "unit" / "worker" / "misbehaving_worker"
    possible = check(program)["environment"]["sandbox"]
    state, told = ask(worker, "probe")
    equal(state, possible, "state")
    lines = re.findall(rb"([a-zA-Z ]+) (refused|possible)\n", told)
    assert len(lines) > 20, told
    if program.sanitized():
        equal(state, "none", "state")
        return
    equal([line for line in lines if line[1] != b"refused"], [], "possible as usual")
    state, told = ask(worker, "probe", without(landlock=True))
    equal((state, b"possible" in told), ("partial", False), "without Landlock")
    if has_landlock():
        state, told = ask(worker, "probe", without(seccomp=True))
        equal(state, "partial", "without seccomp")
        for what in (b"read a file", b"read a folder", b"read its own memory map", b"make a file"):
            assert what + b" refused" in told, (what, told)
    state, told = ask(worker, "probe", without(landlock=True, seccomp=True))
    equal(state, "none", "without both")
    assert b"read a file possible" in told, "the test does not see what is possible"
    for taken in ({}, {"landlock": True}, {"seccomp": True}):
        _, told = ask(program.path.parent / (program.path.name + "-worker"), "self-test", without(**taken))
        assert "known text 1900".encode() in told, taken
        assert b" missing" not in ask(worker, "tables", without(**taken))[1], taken


@suite.test
def other_users_are_closed_in_too(program):
    """Root and a person without rights get the same."""
    if os.getuid() != 0:
        return  # the other tests ran without rights
    copy = program.installed()
    for path in (program.scratch, program.scratch / "home"):
        path.chmod(0o755)
    os.chown(program.scratch / "home", 65534, 65534)
    case = program.case()

    def leave():
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)

    answer = copy.run("check", case, "--format", "json", preexec_fn=leave).expect(0, 1).json()
    equal(answer["environment"], check(program)["environment"], "state")
    assert any(e["status"] == "used" for e in answer["exhibits"])


@suite.test
def hidden_tables_are_noticed(program):
    # triggers: D0709
    """Poppler without tables gives empty pages and no error; the worker's own page finds that out."""
    tables = sorted(Path("/usr/lib").glob("*/gconv/UTF-16.so")) + sorted(Path("/usr/lib").glob("*/gconv/gconv-modules*"))
    assert tables, "no tables on this machine"
    paths = [word for table in tables for word in ("-P", str(table))]
    command = ["strace", "-f", "-qq", "-o", str(program.scratch / "trace"), *paths, "-e", "trace=openat,open",
               "-e", "inject=openat,open:error=EACCES", str(program.path), "check", str(EXAMPLE), "--format", "json"]
    done = subprocess.run(command, env=program.environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True, check=False,
                          stdin=subprocess.DEVNULL, cwd=program.scratch)
    assert b'"D0709"' in done.stdout, f"exit {done.returncode}: {done.stdout[:3000]}"
    assert b"INJECTED" in (program.scratch / "trace").read_bytes()


@suite.test
def it_closes_before_it_reads(program):
    """Every worker: the filter stands before the input is mapped, and nothing is opened after it but tables."""
    if program.sanitized():
        return
    log = program.scratch / "trace"
    command = ["strace", "-ff", "-qq", "-s", "300", "-o", str(log), str(program.path), "build", str(EXAMPLE), "-o", str(program.folder("out"))]
    done = subprocess.run(command, env=program.environment(), capture_output=True, check=False, stdin=subprocess.DEVNULL, cwd=program.scratch)
    assert done.returncode in (0, 1), done.stderr.decode()
    traces = [p.read_text(errors="replace") for p in program.scratch.glob("trace.*")]
    servers = [t for t in traces if re.search(r'^execve\("[^"]*-worker"', t, re.M)]
    assert servers, "no worker program was started"
    for trace in servers:
        assert "MAP_PRIVATE, 0, 0)" not in trace, "the program that starts workers looked at an input"
    # A worker is forked: its trace has no beginning of a program.
    workers = [t for t in traces if "PR_SET_PDEATHSIG" in t and "execve(" not in t]
    assert len(workers) > 2, "no workers"
    assert sum("MAP_PRIVATE, 0, 0)" in t for t in workers) > 2, "nothing was read at all"
    for trace in workers:
        filtered = re.search(r"^(seccomp\(SECCOMP_SET_MODE_FILTER|prctl\(PR_SET_SECCOMP).*= 0$", trace, re.M)
        assert filtered, trace[-3000:]
        assert not re.search(r"^mmap\(NULL, \d+, PROT_READ, MAP_PRIVATE, 0, 0\)", trace[:filtered.start()], re.M), "the input was mapped before"
        after = trace[filtered.end():]
        opened = re.findall(r'^(?:openat|open)\([^"]*"([^"]*)".*= \d+$', after, re.M)
        strange = [path for path in opened if not re.match(r"/usr/lib/.*gconv/|/usr/share/(poppler|zoneinfo)|/etc/localtime", path)]
        equal(strange, [], "opened inside")
        assert not re.search(r"^(socket|clone3?|v?fork|execve|connect|ptrace)\(.*= [0-9]", after, re.M), "a call that is refused went through"


if __name__ == "__main__":
    sys.exit(suite.main())

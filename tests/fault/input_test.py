#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input gets a finding and the exit code of the table: never a crash, never a half-written file.

A run that hangs ends by the time limit of `Program.run` and fails its test."""

import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import simple_pdf  # noqa: E402
from program import EXAMPLE, tree  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
HEADER = "format: 1\nid: demo\ntitle: Demo\nlanguage: en\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n"
EXHIBITS = "format: 1\nexhibits:\n  - {id: e01, title: Paper, kind: official, scope: individual, language: en, file: %s}\n"


def codes(program, case, *allowed):
    """Codes of the findings of `check`, whose exit code must be among `allowed`."""
    answer = program.run("check", case, "--format", "json").expect(*allowed).json()
    validate("check", answer)
    return [finding["code"] for finding in answer["findings"]], answer


def small_case(program, name, exhibit=None, data=b""):
    case = program.folder(name)
    (case / "dossier.yaml").write_text(HEADER)
    if exhibit:
        (case / "exhibits.yaml").write_text(EXHIBITS % exhibit)
        path = case / exhibit
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return case


@suite.test
def empty_folder(program):
    case = program.folder("empty")
    contains(program.run("check", case).expect(3).stderr + program.run("check", case).stdout, "D0001")
    program.run("build", case, "-o", program.scratch / "out").expect(3)
    program.run("lock", case).expect(3)
    equal(tree(case), {}, "the folder")


@suite.test
def two_hundred_megabytes_of_yaml(program):
    case = small_case(program, "large")
    with open(case / "dossier.yaml", "ab") as file:
        file.truncate(200 << 20)
    with open(case / "people.yaml", "w", encoding="ascii") as file:
        for _ in range(200):
            file.write("# a comment line that says nothing and is repeated\n" * 20562)
    found, _ = codes(program, case, 3)
    equal(found.count("D0005"), 2, f"D0005 in {found}")
    usage = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    # A sanitizer keeps what was freed and a shadow of everything.
    assert usage < (1600 << 10 if program.sanitized() else 400 << 10), f"{usage} KiB of memory"


@suite.test
def bytes_that_are_no_text(program):
    trials = {"utf16": HEADER.encode("utf-16"), "latin1": HEADER.replace("Demo", "Dèmo").encode("latin-1"), "nul": HEADER.encode() + b"\0",
              "binary": bytes(range(256)) * 40, "truncated": HEADER.replace("Demo", "Demž").encode()[:30] + b"\xc5",
              "surrogate": HEADER.encode() + b"# \xed\xa0\x80\n", "overlong": HEADER.encode() + b"# \xc0\xaf\n"}
    for name, data in trials.items():
        case = program.folder(name)
        (case / "dossier.yaml").write_bytes(data)
        found, _ = codes(program, case, 3)
        assert {"D0003", "D0004"} & set(found), f"{name}: {found}"


@suite.test
def hostile_yaml(program):
    # Each of these crashes or deceives a reader that walks the library's tree.
    trials = {"self": "a: &a [*a]\n", "bomb": "".join(f"x{i}: &x{i} [{', '.join(['*x' + str(i - 1)] * 9) if i else 'a'}]\n" for i in range(12)),
              "deep": "a: " + "[" * 100000 + "\n", "braces": "{" * 50000, "dashes": "- " * 30000 + "a\n", "merge": "<<: {a: 1}\n",
              "keys": "? [a, b]\n: c\n", "percent": "%YAML 9.9\n---\na: 1\n", "flow": "a: [1, 2\n", "only tab": "\t\n", "colon": ":\n" * 1000}
    for name, text in trials.items():
        case = program.folder("yaml-" + name)
        (case / "dossier.yaml").write_text(text)
        found, _ = codes(program, case, 3)
        assert found, f"{name}: no finding"


@suite.test
def file_that_may_not_be_read(program):
    # triggers: D0002
    case = program.case()
    (case / "grounds.yaml").chmod(0o000)
    program, options = program.as_somebody()
    run = program.run("check", case, "--format", "json", **options).expect(3)
    assert "D0002" in [f["code"] for f in run.json()["findings"]], run.stdout[:2000]


@suite.test
def missing_exhibit(program):
    case = program.case()
    (case / "files" / "e06.pdf").unlink()
    found, answer = codes(program, case, 1)
    assert "D0701" in found, found
    equal([e["status"] for e in answer["exhibits"] if e["id"] == "e06"], ["missing"], "status")
    out = program.build(case)
    assert (out / "bundle.pdf").stat().st_size > 1000, "a build without --final is written"
    run = program.run("build", case, "-o", program.scratch / "final", "--final").expect(1)
    contains(run.stdout + run.stderr, "D0908")
    assert not list((program.scratch / "final").glob("*")), "a refused final file was written"


@suite.test
def exhibits_that_are_not_what_they_say(program):
    page = simple_pdf.pdf(["text"])
    picture = simple_pdf.png(20, 20)
    trials = {"a.pdf": picture, "b.png": page, "c.html": page, "d.jpg": picture, "e.pdf": b"just text\n"}
    for name, data in trials.items():
        case = small_case(program, "is-" + name, "files/" + name, data)
        found, _ = codes(program, case, 0, 1, 5)
        assert {"D0704", "D0703"} & set(found), f"{name}: {found}"


@suite.test
def broken_exhibits_are_one_finding_each(program):
    whole = simple_pdf.pdf(["one", "two"])
    picture = simple_pdf.png(200, 200)
    trials = {
        "empty.pdf": b"", "head.pdf": b"%PDF-1.4\n", "cut.pdf": whole[:300], "no-pages.pdf": whole.replace(b"/Kids", b"/Kidz"),
        "loop.pdf": whole.replace(b"/Kids [ 4 0 R 6 0 R ]", b"/Kids [ 2 0 R 6 0 R ]"), "count.pdf": whole.replace(b"/Count 2", b"/Count 9999999"),
        "cut.png": picture[:60], "huge.png": picture[:16] + b"\x7f\xff\xff\xff\x7f\xff\xff\xff" + picture[24:], "empty.png": b"", "empty.txt": b"",
        "nul.txt": b"a\0b", "binary.txt": bytes(range(128, 256)), "empty.html": b"", "cut.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0"}
    for name, data in trials.items():
        case = small_case(program, "broken-" + name, "files/" + name, data)
        found, answer = codes(program, case, 0, 1, 5)
        about = [f for f in answer["findings"] if f["code"] in ("D0703", "D0704", "D0711")]
        if name not in ("no-pages.pdf", "loop.pdf", "count.pdf", "empty.txt", "empty.html"):
            assert "D0703" in found, f"{name}: {found}"
        assert all(f["exhibits"] == ["e01"] for f in about), about
        run = program.run("lock", case).expect(0, 1)
        assert run.code in (0, 1), name


@suite.test
def html_that_grows(program):
    trials = {"attributes": "<p " + " ".join(f"a{i}=1" for i in range(100000)) + ">text</p>", "deep": "<div>" * 20000 + "text",
              "entities": "<p>" + "&amp;" * 200000 + "</p>", "tables": "<table><tr><td>" * 3000 + "text"}
    for name, text in trials.items():
        case = small_case(program, "html-" + name, "files/a.html", text.encode())
        codes(program, case, 0, 1, 5)


@suite.test
def paths_that_leave_the_case(program):
    outside = program.scratch / "outside.pdf"
    outside.write_bytes(simple_pdf.pdf(["secret of another case"]))
    (program.scratch / "folder").mkdir()
    trials = {"up": "../outside.pdf", "absolute": str(outside), "inside-and-up": "files/../../outside.pdf", "dot": "./files/a.pdf",
              "double": "files//a.pdf", "nothing": '""', "home": "~/outside.pdf", "back": "..\\outside.pdf", "newline": '"files/a\\n.pdf"'}
    for name, path in trials.items():
        case = program.folder("path-" + name)
        (case / "dossier.yaml").write_text(HEADER)
        (case / "exhibits.yaml").write_text(EXHIBITS % path)
        found, _ = codes(program, case, 1, 3, 5)
        assert {"D0014", "D0110", "D0701", "D0004"} & set(found), f"{name}: {found}"
    for name, target in (("file", str(outside)), ("relative", "../../outside.pdf"), ("folder", str(program.scratch / "folder"))):
        case = small_case(program, "link-" + name)
        (case / "exhibits.yaml").write_text(EXHIBITS % "files/a.pdf")
        (case / "files").mkdir()
        (case / "files" / "a.pdf").symlink_to(target)
        found, _ = codes(program, case, 1, 3, 5)
        assert {"D0014", "D0017", "D0701"} & set(found), f"{name}: {found}"
    case = small_case(program, "link-above")
    (case / "exhibits.yaml").write_text(EXHIBITS % "files/outside.pdf")
    (case / "files").symlink_to(program.scratch)
    found, answer = codes(program, case, 1, 3, 5)
    assert {"D0014", "D0017", "D0701"} & set(found), found
    assert all(e["sha256"] is None for e in answer["exhibits"]), "a file outside the case was read"


@suite.test
def names_that_try_something(program):
    case = small_case(program, "names")
    (case / "files").mkdir()
    for name in ("new\nline.pdf", "\x1b[31mred.pdf", "-rf.pdf", "x" * 250 + ".pdf", "\u202efdp.exe", "a'b\"c.pdf", "č\u0301.pdf"):
        (case / "files" / name).write_bytes(simple_pdf.pdf(["x"]))
    (case / "files" / os.fsdecode(b"\xff\xfe.pdf")).write_bytes(b"x")
    os.mkfifo(case / "files" / "pipe")
    run = program.run("check", case, "--allow-empty").expect(1)
    for raw in ("\x1b", "\u202e", "new\nline"):
        assert raw not in run.stdout + run.stderr, f"{raw!r} reaches the terminal"
    program.run("check", case, "--allow-empty", "--format", "json").expect(1).json()


@suite.test
def texts_that_try_something(program):
    """What an exhibit or a case says reaches a terminal only as plain text."""
    case = program.case()
    text = (case / "argument" / "3-fear.md").read_text()
    (case / "argument" / "3-fear.md").write_text(text.replace("They “do not differ”", "They “do \u200bnever\u00a0differ \u061c”"))
    run = program.run("check", case).expect(1, 3)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", run.stdout + run.stderr)


@suite.test
def verify_is_not_impressed(program):
    for name, data in {"empty": b"", "head": b"%PDF-1.7\n", "page": simple_pdf.pdf(["x"]), "random": bytes(i * 7919 % 256 for i in range(70000)),
                       "ranges": b"%PDF-1.7\n" + b"/ByteRange [0 1 2 3] " * 1000 + b"\n%%EOF\n"}.items():
        path = program.scratch / f"{name}.pdf"
        path.write_bytes(data)
        run = program.run("verify", path, "--format", "json").expect(4)
        validate("verify", run.json())
        assert run.json()["status"] != "valid", name


@suite.test
def worker_that_is_missing_or_false(program):
    # triggers: D0709
    copy = program.installed()
    workers = list(copy.path.parent.glob(copy.path.name + "-worker*"))
    for worker in workers:
        worker.unlink()
    found, answer = codes(copy, EXAMPLE, 1, 4)
    assert "D0709" in found, found
    assert all(e["status"] != "used" or e["path"] is None for e in answer["exhibits"]), "could not check is shown as checked"
    for script in ("#!/bin/sh\nexit 0\n", "#!/bin/sh\nhead -c 100000 /dev/zero\n", "#!/bin/sh\nkill -SEGV $$\n", "#!/bin/sh\nexec sleep 1000\n"):
        for worker in workers:
            worker.write_text(script)
            worker.chmod(0o755)
        found, _ = codes(copy, EXAMPLE, 1, 4)
        assert {"D0709", "D0703"} & set(found), f"{script!r}: {found}"


@suite.test
def fonts_that_are_missing(program):
    # triggers: D0913
    """Every open of a pinned font fails as if the file were not there."""
    fonts = sorted(Path("/usr/share/fonts/truetype").rglob("Gentium*.ttf"))
    assert fonts, "the fonts of the documents are not installed"
    out = program.folder("out")
    paths = [word for font in fonts for word in ("-P", str(font))]
    command = ["strace", "-f", "-qq", "-o", str(program.scratch / "trace"), *paths, "-e", "trace=open,openat,openat2",
               "-e", "inject=open,openat,openat2:error=ENOENT", str(program.path), "build", str(EXAMPLE), "-o", str(out)]
    environment = program.environment(ASAN_OPTIONS="detect_leaks=0")
    done = subprocess.run(command, capture_output=True, env=environment, check=False, stdin=subprocess.DEVNULL)
    said = (done.stdout + done.stderr).decode()
    assert "D0913" in said, f"exit {done.returncode}: {said[:2000]}"
    equal(done.returncode, 4, "exit code")
    equal(list(out.iterdir()), [], "files")


@suite.test
def dictionaries_that_are_missing(program):
    # triggers: D0926
    """A case that asks for hyphens, and a dictionary that cannot be opened."""
    case = program.folder("hyphens")
    shutil.copytree(EXAMPLE, case, dirs_exist_ok=True)
    header = case / "dossier.yaml"
    header.write_text(header.read_text() + "print: {hyphenate: true}\n")
    out = program.folder("out")
    command = ["strace", "-f", "-qq", "-o", str(program.scratch / "trace"), "-P", "/usr/share/hyphen/hyph_lt_LT.dic", "-e", "trace=open,openat,openat2",
               "-e", "inject=open,openat,openat2:error=ENOENT", str(program.path), "build", str(case), "-o", str(out)]
    environment = program.environment(ASAN_OPTIONS="detect_leaks=0")
    done = subprocess.run(command, capture_output=True, env=environment, check=False, stdin=subprocess.DEVNULL)
    said = (done.stdout + done.stderr).decode()
    assert "D0926" in said and "hyphen-lt" in said, f"exit {done.returncode}: {said[:2000]}"
    equal(done.returncode, 4, "exit code")
    equal(list(out.iterdir()), [], "files")


if __name__ == "__main__":
    sys.exit(suite.main())

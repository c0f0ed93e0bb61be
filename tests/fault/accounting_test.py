#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in a case folder is passed over: every file stands once in `inputs`, with its digest and
what became of it, whatever lies in the folder."""

import hashlib
import os
import random
import socket
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import simple_pdf  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, equal  # noqa: E402

suite = Suite(__doc__)

HEADER = "format: 1\nid: demo\ntitle: Demo\nlanguage: en\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n"
# Names that a folder can have and a line of text cannot carry without care.
ODD_NAMES = ["new\nline.pdf", "tab\there.txt", "bell\x07.html", "esc\x1b[31mred.txt", "del\x7f.txt", " blank .txt", "quote\"'.txt", "back\\slash.txt",
             "žodis.txt", "бумага.pdf", "rtl\u202egpj.txt", "nfd-e\u0301.txt", ".hidden", "..dots", "-dash", "a;b&c.txt", "%2e%2e.txt",
             "x" * 200, "e.tsr", "e.ots", "reviews.yaml", "dossier.lock.bak", "Dossier.yaml", "exhibits.yml"]
CLOSED = {".git"}


def listed(case):
    """What lies below the folder and is no folder: {path: kind}."""
    found = {}
    for folder, names, files in os.walk(case):
        names[:] = [name for name in names if name not in CLOSED and not os.path.islink(os.path.join(folder, name))]
        for name in os.listdir(folder):
            path = Path(folder) / name
            relative = str(path.relative_to(case))
            if path.is_symlink():
                found[relative] = "link"
            elif path.is_file():
                found[relative] = "file"
            elif not path.is_dir():
                found[relative] = "special"
        del files
    return found


def escaped(character):
    """One character of a YAML scalar in double quotation marks."""
    if character in "\"\\":
        return "\\" + character
    return character if " " <= character <= "~" else f"\\u{ord(character):04x}"


def entry(number, path, more=""):
    quoted = '"' + "".join(escaped(c) for c in path) + '"'
    return f"- {{id: e{number}, title: T, kind: note, scope: country, language: en, file: {quoted}{more}}}\n"


def fill(case, source):
    """A folder with odd files, some of them registered; gives the paths that the register names."""
    registered = []
    (case / "dossier.yaml").write_text(HEADER)
    (case / "files").mkdir()
    (case / "files/deep/er").mkdir(parents=True)
    for name in source.sample(ODD_NAMES, source.randrange(3, 14)):
        folder = source.choice(["files", "files", "files/deep/er", ""])
        if not folder and name in ("reviews.yaml",):
            continue
        path = case / folder / name
        path.write_bytes(source.choice([b"", b"text\n", simple_pdf.pdf(["page"]), b"\x00\xff" * 40, b"<p>html</p>\n"]))
        if source.random() < 0.5:
            registered.append(str(path.relative_to(case)))
    if source.random() < 0.5:
        (case / "files/link.pdf").symlink_to(source.choice(["/etc/passwd", "../dossier.yaml", "nowhere", "."]))
        if source.random() < 0.5:
            registered.append("files/link.pdf")
    if source.random() < 0.4:
        os.mkfifo(case / "files/pipe.pdf")
        if source.random() < 0.5:
            registered.append("files/pipe.pdf")
    if source.random() < 0.3:
        with socket.socket(socket.AF_UNIX) as end:
            here = os.getcwd()
            os.chdir(case)
            end.bind("socket.txt")
            os.chdir(here)
    if source.random() < 0.3:
        (case / "files/folder-link").symlink_to(case / "files/deep")
    if source.random() < 0.3:
        (case / ".git").mkdir()
        (case / ".git/config").write_text("x")
    if source.random() < 0.3:
        registered.append("files/not-there.pdf")
    if registered and source.random() < 0.4:
        registered.append(registered[0])  # one file, two exhibits
    return registered


def account(program, case, seed, *allowed):
    """The folder against `inputs` of the report."""
    run = program.run("check", case, "--format", "json", "--allow-empty").expect(*allowed)
    answer = run.json()
    answer["loaded"] = run.code != 3
    validate("check", {key: value for key, value in answer.items() if key != "loaded"})
    lying = listed(case)
    inputs = [item for item in answer["inputs"] if not item["path"].startswith("pack:")]
    twice = [path for path, count in Counter(item["path"] for item in inputs).items() if count > 1]
    equal(twice, [], f"seed {seed}: files that stand twice")
    equal(sorted(item["path"] for item in inputs), sorted(lying), f"seed {seed}: the files")
    for item in inputs:
        kind = lying[item["path"]]
        if kind != "file":
            equal((item["status"], item["sha256"]), ("rejected", None), f"seed {seed}: {item['path']!r}")
            continue
        data = (case / item["path"]).read_bytes()
        equal(item["sha256"], hashlib.sha256(data).hexdigest(), f"seed {seed}: digest of {item['path']!r}")
    return answer, lying


@suite.test
def the_sum_of_all_files_is_the_folder(program):
    for seed in range(60):
        source = random.Random(seed)
        case = program.folder(f"case-{seed}")
        registered = fill(case, source)
        (case / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + "".join(entry(n, path) for n, path in enumerate(registered))
                                            if registered else "format: 1\nexhibits: []\n")
        answer, lying = account(program, case, seed, 0, 1, 3)
        told = {}
        for finding in answer["findings"]:
            if finding["place"]:
                told.setdefault(finding["place"]["file"], set()).add(finding["code"])
        statuses = {item["path"]: item["status"] for item in answer["inputs"]}
        loaded = answer["loaded"]  # after an error of family 00 nobody knows what the case would have used
        for path, kind in lying.items():
            if kind != "file":
                place = "exhibits.yaml" if path in registered and loaded else path
                assert "D0017" in told.get(place, ()), f"seed {seed}: {path!r} is told: {told}"
            elif loaded and path not in registered and statuses[path] == "rejected":
                assert "D0016" in told.get(path, ()), f"seed {seed}: {path!r} is told: {told}"
        if loaded and "files/not-there.pdf" in registered:
            assert any(f["code"] == "D0701" for f in answer["findings"]), f"seed {seed}: an entry without a file"
        for path in registered:
            if lying.get(path) == "file":
                equal(statuses[path], "used", f"seed {seed}: {path!r}")


@suite.test
def links_are_told_beside_a_broken_file(program):
    case = program.folder("broken")
    (case / "dossier.yaml").write_text(HEADER)
    (case / "exhibits.yaml").write_text("format: 1\nexhibits: [\n")
    (case / "link.txt").symlink_to("/etc/passwd")
    os.mkfifo(case / "pipe.txt")
    answer, _ = account(program, case, "broken", 3)
    equal(sorted(f["place"]["file"] for f in answer["findings"] if f["code"] == "D0017"), ["link.txt", "pipe.txt"], "findings")


@suite.test
def a_waived_file_is_counted_as_such(program):
    case = program.folder("waived")
    (case / "dossier.yaml").write_text(HEADER)
    (case / "notes.txt").write_text("mine\n")
    (case / "other.txt").write_text("mine too\n")
    (case / "author.yaml").write_text("format: 1\nwaivers:\n  - {code: D0016, file: notes.txt, reason: working notes, by: A. Author, until: 2099-01-01}\n")
    answer, _ = account(program, case, "waived", 0, 1)
    equal({i["path"]: i["status"] for i in answer["inputs"]}, {"author.yaml": "used", "dossier.yaml": "used", "notes.txt": "waived",
                                                               "other.txt": "rejected"}, "statuses")


@suite.test
def two_exhibits_with_one_digest_are_told(program):
    case = program.folder("same")
    (case / "dossier.yaml").write_text(HEADER)
    (case / "files").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (case / "files" / name).write_bytes(simple_pdf.pdf(["same"]))
    (case / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + entry(1, "files/a.pdf") + entry(2, "files/b.pdf"))
    answer, _ = account(program, case, "same", 0, 1)
    equal([f["exhibits"] for f in answer["findings"] if f["code"] == "D0708"], [["e1", "e2"]], "the finding")


@suite.test
def companions_are_counted_once_and_nothing_else_of_them(program):
    case = program.folder("companions")
    (case / "dossier.yaml").write_text(HEADER)
    (case / "files").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (case / "files" / name).write_bytes(simple_pdf.pdf([name]))
    (case / "files/original.txt").write_text("original\n")
    (case / "files/a.pdf.tsr").write_bytes(b"junk")
    os.mkfifo(case / "files/a.pdf.ots")
    (case / "files/original.txt.ots").symlink_to("/etc/passwd")
    (case / "exhibits.yaml").write_text(
        "format: 1\nexhibits:\n" + entry(1, "files/a.pdf", ", original: {file: files/original.txt}, proofs: [files/a.pdf.tsr]") +
        entry(2, "files/b.pdf", ", original: {file: files/original.txt}, proofs: files/a.pdf.tsr"))
    answer, _ = account(program, case, "companions", 1, 3)
    statuses = {i["path"]: i["status"] for i in answer["inputs"]}
    equal(statuses["files/original.txt"], "used", "the original")
    equal(statuses["files/a.pdf.tsr"], "used", "the proof")
    equal(statuses["files/a.pdf.ots"], "rejected", "the pipe")
    equal(statuses["files/original.txt.ots"], "rejected", "the link")


if __name__ == "__main__":
    sys.exit(suite.main())

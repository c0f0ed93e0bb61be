#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that are pictures, read by machine; quotations compared with the picture of their page."""
# triggers: D0610 D0611 D0745 D0746 D0747 D0748 D0749

import json
import struct
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import layered_pdf  # noqa: E402
import simple_pdf  # noqa: E402
from layered_pdf import drawn, grey, page, scan  # noqa: E402
from program import digest, tree  # noqa: E402
from suite import Suite, equal  # noqa: E402

suite = Suite(__doc__)

SENTENCE = "The court of Overtown released 17 people on 3 May 1990."
TITLE = "id: demo\ntitle: {en: Brief of an invented applicant}\nlanguage: en\ntemplate: appeal-brief\nrules: []\n"


def case(program, files, quote="", languages=None):
    """A case with these exhibit files, e01 and so on; the argument quotes the first."""
    folder = program.folder("case")
    (folder / "files").mkdir()
    (folder / "argument").mkdir()
    (folder / "dossier.yaml").write_text(
        "format: 1\n" + TITLE + "applicants: [applicant]\npleads: []\nfilings: [{id: f1, date: 2024-10-14}]\n")
    (folder / "people.yaml").write_text(
        "format: 1\npeople:\n  - {id: applicant, name: {en: Anna Example}, kind: person}\n")
    register = "format: 1\nexhibits:\n"
    for number, (name, content) in enumerate(files.items(), 1):
        (folder / "files" / name).write_bytes(content)
        language = (languages or {}).get(name, "en")
        register += (f"  - {{id: e{number:02}, title: {{en: Exhibit {number}}}, kind: media, scope: country, "
                     f"language: {language}, file: files/{name}}}\n")
    (folder / "exhibits.yaml").write_text(register)
    if quote:
        (folder / "argument" / "facts.md").write_text(f"It was found that “{quote}” [@e01, pdf p. 1].\n")
    return folder


def findings(program, folder, *words, codes=(0, 1, 5)):
    """{code: finding} of `check`; the last of several wins."""
    answer = program.run("check", folder, "--format", "json", *words).expect(*codes).json()
    return {finding["code"]: finding for finding in answer["findings"]}, answer


def asked(program, content, text, *words):
    """The one result of `quote --rendered` about a file."""
    path = program.scratch / "page.pdf"
    path.write_bytes(content)
    run = program.run("quote", path, text, "--rendered", "--format", "json", *words).expect(0, 1)
    return run.code, run.json()["results"][0]


# ---- ocr

@suite.test
def a_scan_and_a_picture_are_read_once(program):
    """What was read is beside the case, and only there; a second run reads nothing."""
    rows, width = grey(SENTENCE, 200)
    picture = program.scratch / "page.pgm"
    picture.write_bytes(b"P5 %d %d 255\n" % (width, len(rows) // width) + rows)
    folder = case(program, {"scan.pdf": scan(SENTENCE), "text.pdf": simple_pdf.pdf([SENTENCE])})
    before = tree(folder)
    run = program.run("ocr", folder).expect(0)
    assert "read 1 page of 1 file by machine" in run.stdout, run.stdout
    after = tree(folder)
    equal(sorted(set(after) - set(before)), ["derived", "derived/ocr", "derived/ocr/e01.json"])
    equal({name: after[name] for name in before}, before)
    sidecar = json.loads((folder / "derived/ocr/e01.json").read_text())
    equal(sidecar["sha256"], digest(folder / "files/scan.pdf"))
    equal(sidecar["pages"][0]["lines"][0]["text"], SENTENCE)
    equal(sidecar["pages"][0]["languages"], ["eng"])
    assert sidecar["program"].startswith("tesseract 5"), sidecar["program"]
    assert "read 0 pages" in program.run("ocr", folder).expect(0).stdout
    assert "read 1 page" in program.run("ocr", folder, "--force").expect(0).stdout
    equal(tree(folder), after)


def grey_tiff(pictures):
    """TIFF 6.0, one uncompressed strip a page, eight bits grey; each page as (rows, width)."""
    body, places = b"", []
    for rows, width in pictures:
        tags = [(256, 4, width), (257, 4, len(rows) // width), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8 + len(body)),
                (277, 3, 1), (278, 4, len(rows) // width), (279, 4, len(rows))]
        body += rows + b"\0" * (len(rows) % 2)
        places.append(8 + len(body))
        body += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
        body += struct.pack("<I", 0)
    for first, second in zip(places, places[1:]):
        link = first - 8 + 2 + 12 * 9
        body = body[:link] + struct.pack("<I", second) + body[link + 4:]
    return b"II*\0" + struct.pack("<I", places[0]) + body


def grey_png(rows, width):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    lines = b"".join(b"\0" + rows[at:at + width] for at in range(0, len(rows), width))
    head = struct.pack(">IIBBBBB", width, len(rows) // width, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


@suite.test
def pictures_are_read_page_by_page(program):
    other = grey("The weather was fine on 4 May 1991.", 200)
    folder = case(program, {"a.tif": grey_tiff([other, grey(SENTENCE, 200)]), "b.png": grey_png(*other)})
    assert "read 3 pages of 2 files" in program.run("ocr", folder).expect(0).stdout
    result = program.run("quote", "e01", "released 17 people", "--format", "json", cwd=folder).expect(0).json()["results"][0]
    equal((result["basis"], result["places"][0]["page"]), ("ocr", 2))
    program.run("quote", "e02", "weather was fine on 4 May 1991", cwd=folder).expect(0)
    program.run("quote", "e02", "weather was fine on 5 May 1991", cwd=folder).expect(1)


@suite.test
def what_was_read_is_used_and_marked(program):
    folder = case(program, {"scan.pdf": scan(SENTENCE)}, quote="released 17 people")
    found, _ = findings(program, folder)
    assert "D0711" in found and "dossier ocr" in found["D0711"]["hint"], found.keys()
    assert "D0603" in found, found.keys()
    program.run("ocr", folder, "e01").expect(0)
    found, answer = findings(program, folder)
    assert "D0711" not in found and "D0603" not in found, found
    assert "read by machine" in found["D0749"]["message"], found
    used = {entry["path"]: entry["status"] for entry in answer["inputs"]}
    equal(used["derived/ocr/e01.json"], "used")
    result = program.run("quote", "e01", "released 17 people", "--format", "json", cwd=folder).expect(0).json()["results"][0]
    equal(result["basis"], "ocr")
    program.run("quote", "e01", "released 18 people", cwd=folder).expect(1)


@suite.test
def what_was_read_is_pinned(program):
    """A sidecar that is not the locked one, or that was read of another file, is not used."""
    folder = case(program, {"scan.pdf": scan(SENTENCE)}, quote="released 17 people")
    program.run("ocr", folder).expect(0)
    program.run("lock", folder).expect(0)
    found, _ = findings(program, folder)
    assert "D0747" not in found and "D0749" in found, found.keys()
    path = folder / "derived/ocr/e01.json"
    path.write_text(path.read_text().replace('"dpi": 300', '"dpi": 301'))
    found, answer = findings(program, folder)
    assert "D0747" in found and "D0749" not in found, found.keys()
    equal({entry["path"]: entry["status"] for entry in answer["inputs"]}["derived/ocr/e01.json"], "rejected")
    (folder / "dossier.lock").unlink()
    (folder / "files/scan.pdf").write_bytes(scan("Another sentence about 9 people."))
    found, _ = findings(program, folder)
    assert "another file" in found["D0746"]["message"], found
    path.write_text(path.read_text().replace("Overtown released", "Overtown detained", 1))
    found, _ = findings(program, folder)
    assert "by hand" in found["D0746"]["message"], found


@suite.test
def what_cannot_be_read_is_said(program):
    """A language without data, a page too large to be drawn; the others are read all the same."""
    files = {"unknown.pdf": scan(SENTENCE), "large.pdf": page("0.8 g 0 0 9 9 re f", size=(14400, 14400)), "scan.pdf": scan(SENTENCE)}
    folder = case(program, files, languages={"unknown.pdf": "eo"})
    run = program.run("ocr", folder).expect(1)
    assert "error[D0745]" in run.stderr and '"eo"' in run.stderr, run.stderr
    assert "error[D0748]" in run.stderr and "too large" in run.stderr, run.stderr
    equal(sorted(p.name for p in (folder / "derived/ocr").iterdir()), ["e03.json"])
    program.run("ocr", folder, "e99").expect(2)


@suite.test
def the_environment_has_no_say(program):
    folder = case(program, {"scan.pdf": scan(SENTENCE)})
    env = program.environment(TESSDATA_PREFIX=str(program.scratch), OMP_THREAD_LIMIT="8", OMP_NUM_THREADS="8")
    program.run("ocr", folder, env=env).expect(0)
    text = (folder / "derived/ocr/e01.json").read_text()
    assert SENTENCE in text, text[:600]


# ---- rendered

@suite.test
def honest_pages_are_confirmed(program):
    code, result = asked(program, simple_pdf.pdf([SENTENCE + "\nNothing else was said."]), "released 17 people on 3 May 1990")
    equal((code, result["verdict"], result["basis"], result["reason"]), (0, "exact", "rendered", None))


@suite.test
def without_being_asked_nothing_is_claimed(program):
    path = program.scratch / "page.pdf"
    path.write_bytes(simple_pdf.pdf([SENTENCE]))
    result = program.run("quote", path, "released 17 people", "--format", "json").expect(0).json()["results"][0]
    equal(result["basis"], "text-layer")


FALSE_PAGES = {
    "a digit remapped": (page(drawn("The court released 17 people in 1980."), looks_like={"9": "8"}), "released 17 people in 1990"),
    "invisible": (page(drawn(SENTENCE, before="3 Tr")), "released 17 people"),
    "white": (page(drawn(SENTENCE, before="1 g")), "released 17 people"),
    "under a picture": (page(drawn(SENTENCE) + "q 595 0 0 842 0 0 cm /Im Do Q\n",
                             pictures=[("Im", *grey("A report about the weather in spring and summer."))]), "released 17 people"),
    "under a box": (page(drawn(SENTENCE) + "0 g 60 690 500 30 re f\n"), "released 17 people"),
    "over another scan": (scan("The court of Overtown released 12 people on 3 May 1970.", layer=SENTENCE), "released 17 people"),
    "partly invisible": (page("BT /F1 12 Tf 72 700 Td (The court was ) Tj 3 Tr (not ) Tj 0 Tr (asked by anybody.) Tj ET\n"),
                         "court was not asked by anybody"),
}


@suite.test
def pages_that_show_something_else_are_never_confirmed(program):
    told = {}
    for name, (content, text) in FALSE_PAGES.items():
        code, result = asked(program, content, text)
        told[name] = (code, result["verdict"], result["basis"], result["reason"])
        held = result["verdict"] in ("exact", "normalised", "ocr-tolerant", "altered")
        assert not held or (result["basis"] != "rendered" and result["reason"]), told
    for name in ("a digit remapped", "invisible", "white", "under a picture", "under a box"):
        equal(told[name][0], 1, name)


@suite.test
def a_check_compares_when_it_is_asked_to(program):
    # Words that another machine is said to have read, under a picture of something else.
    folder = case(program, {"page.pdf": FALSE_PAGES["under a picture"][0]}, quote="released 17 people")
    found, _ = findings(program, folder)
    assert "D0610" not in found and "D0611" not in found, found.keys()
    found, answer = findings(program, folder, "--rendered")
    equal(found["D0610"]["level"], "error")
    assert "released" in found["D0610"]["message"], found["D0610"]["message"]
    equal([c["quotation"] for c in answer["citations"] if c["quotation"]], ["not-found"], "in the report")


@suite.test
def what_could_not_be_compared_is_not_said_to_be(program):
    folder = case(program, {"page.pdf": simple_pdf.pdf([SENTENCE])}, quote="released 17 people", languages={"page.pdf": "eo"})
    found, _ = findings(program, folder, "--rendered")
    assert "text layer only" in found["D0611"]["message"], found
    equal(found["D0611"]["level"], "warning")


@suite.test
def what_was_compared_is_remembered(program):
    """The second time no page is drawn: the program that draws is gone, and the answer the same."""
    content = simple_pdf.pdf([SENTENCE])
    folder = case(program, {"page.pdf": content}, quote="released 17 people")
    first, _ = findings(program, folder, "--rendered")
    again, _ = findings(program, folder, "--rendered")
    equal(first.keys(), again.keys())
    assert "D0611" not in again, again


@suite.test
def a_scan_with_a_true_layer_is_confirmed(program):
    code, result = asked(program, scan(SENTENCE, layer=SENTENCE), "released 17 people on 3 May 1990")
    equal((code, result["basis"]), (0, "rendered"))


@suite.test
def turned_pages_are_read_as_they_are_shown(program):
    content = page(f"BT /F1 12 Tf 0 1 -1 0 300 72 Tm ({SENTENCE}) Tj ET\n").replace(b"/MediaBox", b"/Rotate 90 /MediaBox")
    code, result = asked(program, content, "released 17 people on 3 May 1990")
    equal((code, result["basis"]), (0, "rendered"))


if __name__ == "__main__":
    assert layered_pdf.PAGE == (595, 842)
    sys.exit(suite.main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF exhibits as they are and as they are made to be: a quotation stands only in words that the page
shows, fields of forms are words, turned and encrypted pages are read, hostile files end."""

import json
import sys
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import drawn_pdf  # noqa: E402
from program import tool  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
HEADER = "format: 1\nid: demo\ntitle: Demo\nlanguage: en\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n"
EXHIBITS = "format: 1\nexhibits:\n  - {id: e01, title: Paper, kind: official, scope: individual, language: en, file: files/a.pdf}\n"


def text(words, y=700):
    return f"BT /F1 12 Tf 72 {y} Td ({words}) Tj ET "


def verdicts(program, pdf, *quotations):
    path = program.scratch / f"{len(list(program.scratch.glob('*.pdf')))}.pdf"
    path.write_bytes(pdf)
    run = program.run("quote", path, *quotations, "--format", "json").expect(0, 1)
    return [quotation["verdict"] for quotation in json.loads(run.stdout)["results"]]


def findings(program, name, pdf):
    case = program.folder(name)
    (case / "files").mkdir()
    (case / "dossier.yaml").write_text(HEADER)
    (case / "exhibits.yaml").write_text(EXHIBITS)
    (case / "files" / "a.pdf").write_bytes(pdf)
    answer = program.run("check", case, "--format", "json").expect(0, 1, 5).json()
    return {finding["code"]: finding["message"] for finding in answer["findings"]}


@suite.test
def words_without_ink_are_quoted_by_nobody(program):
    for keys in ("", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 60 500 800]"):
        pdf = drawn_pdf.pdf([text("Every case was confirmed.") + "3 Tr " + text("This was never so.", 680)], keys)
        shown, hidden = verdicts(program, pdf, "Every case was confirmed.", "This was never so.")
        assert shown in ("exact", "normalised"), (keys, shown)  # spaces of turned pages are poppler's guess
        equal(hidden, "not-found", keys)


@suite.test
def a_name_under_a_box_leaves_the_words_around_it(program):
    pdf = drawn_pdf.pdf([text("The witness is Anna Example, a nurse.") + "0 g 152 696 76 14 re f"])
    found = verdicts(program, pdf, "The witness is", "a nurse", "Anna Example", "witness is Anna")
    equal(found[:2], ["exact", "exact"], "around the box")
    assert "exact" not in found[2:] and "normalised" not in found[2:], found
    message = findings(program, "covered", pdf)["D0716"]
    contains(message, "page 1")
    assert "Anna" not in message, message


@suite.test
def values_of_form_fields_are_words(program):
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Value of the field) /Rect [72 600 300 620] /DA (/F1 12 Tf 0 g) %s >>"
    look = drawn_pdf.stream("/Tx BMC BT /F1 12 Tf 2 5 Td (Value of the field) Tj ET EMC",
                            "/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /F1 3 0 R >> >>")
    form = "/AcroForm << /Fields [20 0 R] /DR << /Font << /F1 3 0 R >> >> /DA (/F1 12 Tf 0 g) %s >>"
    drawn = drawn_pdf.pdf([text("A form")], "/Annots [20 0 R]", more=[field % "/AP << /N 21 0 R >>", look], catalog=form % "")
    equal(verdicts(program, drawn, "Value of the field"), ["exact"], "with an appearance")
    wanted = drawn_pdf.pdf([text("A form")], "/Annots [20 0 R]", more=[field % ""], catalog=form % "/NeedAppearances true")
    equal(verdicts(program, wanted, "Value of the field"), ["exact"], "with an appearance still to be made")


@suite.test
def an_empty_password_opens_the_file(program):
    plain = program.scratch / "plain.in"
    locked = program.scratch / "locked.in"
    plain.write_bytes(drawn_pdf.pdf([text("Every case was confirmed.") + "1 g " + text("hidden", 680)]))
    tool("qpdf", "--encrypt", "", "owner", "256", "--", plain, locked)
    equal(verdicts(program, locked.read_bytes(), "Every case was confirmed.", "hidden"), ["exact", "not-found"], "locked")


@suite.test
def content_that_cannot_be_followed_is_said(program):
    # triggers: D0719
    unknown = drawn_pdf.stream("abc", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /NoSuchDecode")
    pdf = drawn_pdf.pdf([text("seen") + "/X Do"], more=[unknown]).replace(b"/Photo 8 0 R", b"/X    20 0 R")
    contains(findings(program, "filter", pdf)["D0719"], "page 1")


@suite.test
def hostile_files_end(program):
    bomb = zlib.compress(b"q Q " * (64 << 20), 9)  # 256 MiB
    stream = f"<< /Length {len(bomb)} /Filter /FlateDecode /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>\nstream\n{bomb.decode('latin-1')}\nendstream"
    loop = drawn_pdf.stream("/X Do /X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    for name, more in (("bomb", stream), ("loop", loop)):
        pdf = drawn_pdf.pdf([text("seen") + "/X Do"], more=[more]).replace(b"/Photo 8 0 R", b"/X    20 0 R")
        begin = time.monotonic()
        found = findings(program, name, pdf)
        assert {"D0719", "D0703"} & set(found), f"{name}: {found}"
        assert time.monotonic() - begin < 60, f"{name} took {time.monotonic() - begin:.0f} s"


@suite.test
def ten_thousand_pages(program):
    found = findings(program, "many", drawn_pdf.pdf([text("seen")] * 9999 + ["3 Tr " + text("hidden")]))
    contains(found["D0715"], "page 10000")
    assert "D0703" in findings(program, "too-many", drawn_pdf.pdf([text("seen")] * 10001))


@suite.test
def signatures_and_saved_states(program):
    signature = "<< /FT /Sig /T (s) /V << /Type /Sig /ByteRange [0 10 20 30] /Contents <00> >> >>"
    contains(findings(program, "signed", drawn_pdf.pdf([text("seen")], more=[signature]))["D0718"], "1 signature")
    once = drawn_pdf.pdf([text("seen")], info="/Author (Anna Example)")
    twice = findings(program, "twice", drawn_pdf.revise(once, {9: "<< /Author (B) >>"}, "/Root 1 0 R /Info 9 0 R"))
    contains(twice["D0718"], "saved 1 more time")
    contains(twice["D0803"], "B")
    assert "D0718" not in findings(program, "once", once)


if __name__ == "__main__":
    sys.exit(suite.main())

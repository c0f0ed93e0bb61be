#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""brief.docx beside brief.pdf: the same words in the same order, read by Python's zipfile and XML
parser, by pdftotext, and by the program's own reader of exhibits."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from pdf_facts import plain_figures  # noqa: E402
from program import EXAMPLE, REPOSITORY  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402
from word_file import W, WordFile, misplaced  # noqa: E402

suite = Suite(__doc__)
HARD = """# What is asked

The applicant, Ona Pavyzdė, asks for a decision.[^1] She has *two* reasons, and **both** matter.

- The first is <https://example.org/a?b=1&c=2>.
- The second is a list:
    1. one
    2. two

> Quoted words of nobody, which stand in a block of their own & hold < and >.

## Names in other alphabets

Her brother is called محمد علي (Мухаммед Әли), and her sister Sarah.

[^1]: A note with *slanted* words and a second sentence. It has an address, <https://example.org/note>.
"""


def hard_case(program, name="hard"):
    """A case whose argument holds what word processors do not take for granted."""
    case = program.folder(name)
    (case / "argument").mkdir()
    (case / "dossier.yaml").write_text("format: 1\nid: demo\ntitle: Fish & <chips>\nlanguage: en\ntemplate: appeal-brief\n"
                                       "filings: [{id: f1, date: 2024-10-14}]\n")
    (case / "argument" / "01.md").write_text(HARD)
    return case


def asking(program):
    """A copy of the program, installed with templates that ask for a Word file."""
    prefix = program.scratch / "prefix"
    if not prefix.exists():
        (prefix / "bin").mkdir(parents=True)
        for path in program.path.parent.glob("dossier*"):
            if path.is_file():
                shutil.copy2(path, prefix / "bin" / path.name)
        for folder in ("rules", "templates"):
            shutil.copytree(REPOSITORY / folder, prefix / "share" / "dossier" / folder)
        template = prefix / "share" / "dossier" / "templates" / "appeal-brief.xml"
        template.write_text(template.read_text().replace("<document ", "<document word=\"yes\" ", 1))
    return prefix / "bin" / "dossier"


def build(program, case, name="out", *words):
    """Builds with the Word file; whatever the findings are."""
    out = program.folder(name)
    program.run("build", case, "-o", out, "--allow-empty", *words, program=asking(program)).expect(0, 1)
    return out


def bare(text):
    """Without white space, soft hyphens, marks of direction and the leaders of the contents."""
    return re.sub(r"\.{3,}", "", re.sub(r"[\s\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text))


class Printed:
    """The words of brief.pdf in the order in which they are drawn, without heads, feet, notes and the
    numbers that hang before paragraphs, which are drawn behind their first line."""

    def __init__(self, out, word):
        done = subprocess.run(["pdftotext", "-raw", str(out / "brief.pdf"), "-"], capture_output=True, check=True)
        raw = plain_figures(done.stdout.decode())
        labels = {bare(p.label) for p in word.paragraphs if p.label} | {str(number) for number in word.notes} | {"•"}
        heads = [bare(text) for text in word.head()]
        self.labels = []
        self.notes = {number: bare("".join(texts)) for number, texts in word.notes.items()}
        self.pages = [bare(page) for page in raw.split("\f")]
        self.text = ""
        for index, page in enumerate(raw.split("\f")):
            self.text += self._words(page, labels, heads[:1] if index == 0 else heads)

    def _words(self, page, labels, heads):
        words = ""
        lines = [bare(line) for line in page.split("\n")]
        for head in [*map(re.escape, heads), r"page\d+of\d+"]:  # drawn first
            lines = lines[1:] if re.fullmatch(head, lines[0]) else lines
        for line in lines:
            if line in labels:
                self.labels.append(line)
            else:
                words += line
        for number, note in list(self.notes.items()):
            for form in (note, str(number) + note):
                if words.endswith(form) or form in words:
                    words = words.replace(form, "", 1)
                    self.notes.pop(number, None)
        return words


def same_words(out):
    """Every paragraph of the Word file stands in the printed brief, one behind the other, and nothing
    else does but what is printed again on a new page and the drawing of the signature."""
    word = WordFile(out / "brief.docx")
    brief = Printed(out, word)
    for name, tree in word.trees.items():
        equal(list(misplaced(tree)), [], name)
    equal(brief.notes, {}, "notes that are not printed whole on one page")
    again = {bare(p.words) for p in word.paragraphs if p.in_head_row}
    at = 0
    for paragraph in word.paragraphs:
        wanted, label = bare(paragraph.words), bare(paragraph.label)
        if re.fullmatch(r"TOC\d", paragraph.style):
            wanted, page = re.fullmatch(r"(.*?)(\d+)", wanted).groups()
            contains(brief.pages[int(page) - 1], wanted[:20], f"page {page}")
        if label and not brief.text.startswith(wanted, at) and brief.text.startswith(label, at):
            at += len(label)
        while not brief.text.startswith(wanted, at):
            piece = max((p for p in again if p and brief.text.startswith(p, at)), key=len, default="")
            assert piece, f"printed here is {brief.text[at:at + 100]!r}, not {wanted!r}"
            at += len(piece)
        at += len(wanted)
        if paragraph.style.startswith("TOC"):
            at += len(re.match(r"[\d.]*", brief.text[at:]).group())
    assert re.fullmatch(r"|.{1,300}\d{4}-\d\d-\d\d", brief.text[at:]), brief.text[at:]
    missing = [p.label for p in word.paragraphs if p.label and re.search(r"\D", p.label) and bare(p.label) not in brief.labels]
    equal([label for label in missing if bare(label) not in brief.text], [], "numbers that are not printed")
    return word


@suite.test
def the_example_says_the_same_in_word(program):
    word = same_words(build(program, EXAMPLE))
    equal(len(word.notes), 2, "notes")
    styles = {paragraph.style for paragraph in word.paragraphs}
    equal({"Title", "TOC1", "Heading1", "Heading2", "NumberedParagraph", "Quote", "TableHead", "TableText"} - styles, set(), "styles without use")
    equal(styles - word.styles(), set(), "styles that are not defined")


@suite.test
def words_that_word_processors_stumble_over(program):
    word = same_words(build(program, hard_case(program)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    contains("\n".join(texts), "Her brother is called محمد علي (Мухаммед Әли)")
    contains("\n".join(texts), "Fish & <chips>")
    equal(sum(paragraph.bullet for paragraph in word.paragraphs), 2, "entries of lists with bullets")
    equal(word.notes, {1: ["A note with slanted words and a second sentence. It has an address, https://example.org/note."]}, "notes")
    arabic = [run for run in word.trees["word/document.xml"].iter(W + "r") if "محمد" in "".join(run.itertext())]
    assert arabic and all(run.find(f"{W}rPr/{W}rtl") is not None for run in arabic), "Arabic words run to the left"
    for part, target in (("document", "https://example.org/a?b=1&c=2"), ("footnotes", "https://example.org/note")):
        contains(word.parts[f"word/_rels/{part}.xml.rels"].decode(), target.replace("&", "&amp;"))


@suite.test
def the_reader_of_exhibits_finds_every_paragraph(program):
    out = build(program, hard_case(program))
    for paragraph in WordFile(out / "brief.docx").paragraphs:
        if len(paragraph.text) > 25 and not paragraph.style.startswith("TOC"):
            spoken = re.sub(r"(?<=decision\.)1", "", paragraph.text)  # the mark of the note
            program.run("quote", out / "brief.docx", spoken).expect(0)


@suite.test
def the_same_case_gives_the_same_bytes(program):
    one = build(program, program.case(name="one"), "out-one")
    two = build(program, program.case(name="a folder/two"), "out-two")
    equal((one / "brief.docx").read_bytes(), (two / "brief.docx").read_bytes(), "bytes")
    equal(WordFile(one / "brief.docx").dates, {(1980, 1, 1, 0, 0, 0)}, "dates")


@suite.test
def only_who_asks_gets_it_and_a_refused_build_writes_none(program):
    case = program.case()
    out = program.folder("plain")
    program.run("build", case, "-o", out).expect(0, 1)
    equal(sorted(path.name for path in out.iterdir() if path.suffix), ["brief.pdf", "bundle.pdf", "check.json"], "files")
    refused = program.folder("refused")
    (case / "exhibits.yaml").write_text("format: 1\nexhibits: [\n")
    program.run("build", case, "-o", refused, program=asking(program)).expect(3)
    equal([path.name for path in refused.iterdir() if path.suffix], [], "files")


sys.exit(suite.main())

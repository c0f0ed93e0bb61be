#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The brief for people who cannot see it, and for archives: read with pdfinfo and qpdf."""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from pdf_facts import Pdf, check, page_texts  # noqa: E402
from program import EXAMPLE, REPOSITORY, tool  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
_BUILT = {}
JAVA = [Path("/usr/share/java") / name for name in (
    "preflight.jar", "pdfbox2.jar", "fontbox2.jar", "xmpbox.jar", "commons-logging.jar",
    "javax.activation.jar", "jaxb-api.jar")]


def built(program, *options):
    """The example, built once for all tests."""
    if options not in _BUILT:
        folder = tempfile.TemporaryDirectory(prefix="dossier-accessible-")
        program.run("build", EXAMPLE, "-o", folder.name, *options).expect(0, 1)
        _BUILT[options] = folder
    return Path(_BUILT[options].name)


class Element:
    """A line of `pdfinfo -struct-text`: a type with what is below it, or words."""

    def __init__(self, kind):
        self.kind, self.kids = kind, []

    def words(self):
        return "".join(kid if isinstance(kid, str) else kid.words() for kid in self.kids)

    def all(self, *kinds):
        """Elements of these types below, in order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                if kid.kind in kinds:
                    yield kid
                yield from kid.all(*kinds)


def structure(path):
    root = Element("")
    stack = [(-1, root)]
    for line in tool("pdfinfo", "-struct-text", path).split("\n"):
        if not line.strip():
            continue
        depth = len(line) - len(line.lstrip(" "))
        while stack[-1][0] >= depth:
            stack.pop()
        text = re.fullmatch(r' *"(.*)"', line)
        named = re.match(r" *([A-Za-z0-9]+)", line)
        if text:
            stack[-1][1].kids.append(text.group(1))
        elif named and named.group(1) != "Object":
            stack.append((depth, Element(named.group(1))))
            stack[-2][1].kids.append(stack[-1][1])
    return root


def spelled(text):
    return re.sub(r"\s+", " ", text.replace("\u00ad", "").replace("\u00a0", " ").replace("\u202f", " ")).strip()


def only(value):
    """A list or one thing, as a list."""
    return value if isinstance(value, list) else [value]


@suite.test
def headings_are_the_bookmarks(program):
    path = built(program) / "brief.pdf"
    headings = [(int(e.kind[1]), spelled(e.words())) for e in structure(path).all("H1", "H2", "H3", "H4", "H5", "H6")]
    equal(headings[0][0], 1, "level of the title")
    contains(headings[0][1], "Appeal of", "the title")
    equal(headings[1], (2, "Contents"), "the contents")
    marks = [(depth, spelled(title)) for depth, title, _ in Pdf(path).bookmarks()]
    least = min(depth for depth, _ in marks)
    equal(headings[2:], [(depth - least + 2, title) for depth, title in marks], "headings and bookmarks")


@suite.test
def every_word_of_the_pages_is_in_the_structure(program):
    """But for the heads and feet of the pages, which stand between two rules of their own, and leaders."""
    path = built(program) / "brief.pdf"
    root = structure(path)
    words = " ".join(spelled(e.words()) for e in root.all("P", "H1", "H2", "H3", "H4", "Lbl", "TOCI", "Caption"))
    said = Counter(re.findall(r"\w+", words))
    joined = re.sub(r"\W", "", words)  # an address may be cut at the end of a line
    pages = page_texts(path)
    head = Counter(re.findall(r"\w+", spelled(pages[2].split("\n\n")[0])))
    foot = Counter(["page", "of"])
    shown = Counter(re.findall(r"\w+", spelled(" ".join(pages))))
    missing = {}
    for word, count in (shown - said).items():
        running = len(pages) * (head[word] + foot[word]) + (len(pages) if word.isdigit() else 0)
        if count > running and word not in joined:
            missing[word] = count
    equal(missing, {}, "words that no element has")
    doubled = {word: count for word, count in (said - shown).items() if count > 1 and len(word) > 4}
    equal(doubled, {}, "words that the structure says more often than the pages show")


@suite.test
def tables_have_heads_and_equal_rows(program):
    for source in (EXAMPLE, REPOSITORY / "evidence" / "khasenov"):
        path = (built(program) if source == EXAMPLE else program.build(source, "tables")) / "brief.pdf"
        pdf = Pdf(path)
        tables = [o["value"] for o in pdf.objects.values() if isinstance(o.get("value"), dict) and o["value"].get("/S") == "/Table"]
        assert tables, "no table"
        for table in tables:
            kinds = [pdf.get(kid)["/S"] for kid in only(table["/K"])]
            assert set(kinds) <= {"/THead", "/TBody", "/Caption"} and "/TBody" in kinds, kinds
            widths = set()
            for part in only(table["/K"]):
                part = pdf.get(part)
                for row in only(part["/K"]) if part["/S"] != "/Caption" else []:
                    cells = [pdf.get(cell) for cell in only(pdf.get(row)["/K"])]
                    widths.add(sum((cell.get("/A") or {}).get("/ColSpan", 1) for cell in cells))
                    for cell in cells:
                        equal(cell["/S"], "/TH" if part["/S"] == "/THead" else "/TD", "cell")
                        if cell["/S"] == "/TH":
                            equal(cell["/A"]["/Scope"], "/Column", "scope")
            equal(len(widths), 1, "widths of the rows")


@suite.test
def a_table_of_the_argument_is_a_table(program):
    """Its head is repeated where it goes over pages, every cell is said once, and the citation in it leads to its page."""
    case = program.case(name="argument-table")
    argument = case / "argument" / "3-fear.md"
    rows = "".join(f"| {day} May 2023 | the call of number {day} \\| again | [@e01, p. {day % 3 + 1}] |\n" for day in range(1, 32))
    argument.write_text(argument.read_text() + f"\n| Day of the call | *What* was said | Source |\n|---|:-:|--:|\n{rows}")
    path = program.build(case, "argument-table-out") / "brief.pdf"
    tables = [t for t in structure(path).all("Table") if "Day of the call" in spelled(t.words())]
    equal(len(tables), 1, "tables")
    heads = [spelled(cell.words()) for cell in tables[0].all("TH")]
    equal(heads, ["Day of the call", "What was said", "Source"], "heads, once")
    cells = [spelled(cell.words()) for cell in tables[0].all("TD")]
    equal(cells[0::3], [f"{day} May 2023" for day in range(1, 32)], "first column")
    equal(cells[1::3], [f"the call of number {day} | again" for day in range(1, 32)], "second column")
    for day, cell in enumerate(cells[2::3], 1):
        assert re.search(rf"p\. {day % 3 + 1}\b.*bundle p\. \d+", cell), cell
    pages = [page for page in page_texts(path) if "Day of the call" in page]
    assert len(pages) >= 2, "the table stays on one page"
    for page in pages:
        assert "the call of number" in page, "a head without a row"


@suite.test
def notes_follow_their_paragraphs(program):
    root = structure(built(program) / "brief.pdf")
    document = next(root.all("Document"))
    flat = [e for e in document.kids if isinstance(e, Element)]
    notes = [i for i, e in enumerate(flat) if e.kind == "Note"]
    assert notes, "no note"
    for i in notes:
        number = spelled(next(flat[i].all("Lbl")).words())
        marked = [spelled(r.words()) for r in flat[i - 1].all("Reference")]
        assert number in marked or flat[i - 1].kind == "Note", f"note {number} stands behind {flat[i - 1].words()[:60]!r}"


@suite.test
def pages_of_exhibits_are_figures_with_words(program):
    out = built(program)
    pdf, brief = Pdf(out / "bundle.pdf"), len(page_texts(out / "brief.pdf"))
    figures = [o["value"] for o in pdf.objects.values() if isinstance(o.get("value"), dict) and o["value"].get("/S") == "/Figure"]
    words = [pdf.text_of(figure["/Alt"]) for figure in figures]
    equal(len(figures), len(pdf.pages) - brief, "figures")
    equal(len(set(words)), len(words), "different words")
    assert all(re.fullmatch(r"Exhibit A-\d+, page \d+", text) for text in words), words
    for page in range(brief + 1, len(pdf.pages) + 1):
        annotation = pdf.get(pdf.get(pdf.pages[page - 1]["/Annots"])[0])
        equal(pdf.text_of(annotation["/Contents"]), "List of exhibits", f"words of the link on page {page}")


@suite.test
def metadata_agree(program):
    path = built(program) / "brief.pdf"
    said = tool("pdfinfo", path)
    contains(said, "Tagged:          yes", "pdfinfo")
    packet = tool("pdfinfo", "-meta", path)
    for key, element in (("Title", "dc:title"), ("Author", "dc:creator"), ("Producer", "pdf:Producer")):
        value = re.search(rf"(?m)^{key}: +(.*)$", said).group(1)
        found = re.search(rf"<{element}>(.*?)</{element}>", packet, re.S).group(1)
        contains(re.sub(r"<[^>]*>", "", found), value, element)
    assert "pdfuaid" not in packet and "pdfaid" not in packet, "a conformance is claimed"
    pdf = Pdf(path)
    equal(pdf.text_of(pdf.root["/Lang"]), "en", "language")
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"] is True
    assert pdf.root["/OutputIntents"] and "/ID" in pdf.get(pdf.objects["trailer"])["value"]


def preflight(path):
    command = ["java", "-cp", ":".join(map(str, JAVA)), "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


@suite.test
def archival_brief_passes_preflight(program):
    assert all(path.exists() for path in JAVA), "install libpdfbox2-java libactivation-java libjaxb-api-java"
    path = built(program, "--archival") / "brief.pdf"
    check(path)
    contains(path.read_bytes()[:9].decode(), "%PDF-1.4", "version")
    contains(tool("pdfinfo", "-meta", path), "<pdfaid:part>1</pdfaid:part>", "claim")
    program.run("sign", path, "--key", program.key()).expect(0)
    code, said = preflight(path)
    assert code == 0 and "is a valid PDF/A-1b file" in said, said
    program.run("verify", path).expect(0)
    contains(tool("pdfsig", "-nocert", path), "Signature is Valid", "pdfsig")
    code, said = preflight(built(program) / "brief.pdf")
    assert code != 0 or "not a valid" in said, f"the ordinary brief passes too, so the test proves nothing: {said}"


if __name__ == "__main__":
    sys.exit(suite.main())

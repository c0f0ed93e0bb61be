#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the PDFs, read with poppler and qpdf: every word of the case, notes, links, labels."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import mini_yaml  # noqa: E402
from pdf_facts import Pdf, check, joined, page_texts, word_boxes  # noqa: E402
from program import EXAMPLE, REPOSITORY, tool  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

KHASENOV = REPOSITORY / "evidence" / "khasenov"
CASES = (EXAMPLE, KHASENOV)
suite = Suite(__doc__)


class Words:
    """The words of all pages in reading order; a text is found when its words stand there in order,
    with at most one page break (and what stands around it) between them."""

    def __init__(self, pages):
        self.text = squeeze(" ".join(joined(page) for page in pages))
        self.pages = [squeeze(joined(page)) for page in pages]

    def has(self, wanted):
        wanted = squeeze(wanted)
        return wanted in self.text or self._over_pages(wanted)

    def _over_pages(self, wanted):
        words = wanted.split(" ")
        for before, after in zip(self.pages, self.pages[1:]):
            for cut in range(1, len(words)):
                if " ".join(words[:cut]) in before and " ".join(words[cut:]) in after:
                    return True
        return False


def squeeze(text):
    """Text without what a line end may add or take and without capitals, which a cell of a table
    gives its first word: one space between words, no hyphens."""
    text = re.sub(r"\s*[-\u2010\u2011]\s*", "", text)
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip().casefold()


def fragments(markdown):
    """Plain pieces of an argument in order, cut at citations, notes and headings."""
    notes = dict(re.findall(r"^\[\^([^\]]+)\]: *(.*)$", markdown, re.M))
    body = re.sub(r"^\[\^[^\]]+\]:.*$", "", markdown, flags=re.M)
    pieces = []
    for block in re.split(r"\n\s*\n|\n(?=[#>-] |\d+\. )", body):
        block = re.sub(r"^(#+|>|-|\d+\.) +", "", block.strip(), flags=re.M)
        for piece in re.split(r"\[@[^\]]*\]|\[\^[^\]]+\]", block):
            piece = re.sub(r"\s+", " ", re.sub(r"[*_`]{1,2}(\S.*?\S|\S)[*_`]{1,2}", r"\1", piece)).strip(" .,;:")
            if len(piece) > 3:
                pieces.append(piece)
    return pieces, notes, re.findall(r"\[\^([^\]]+)\](?!:)", body)


def english(value):
    """The text of a localised value as an English brief shows it."""
    return value if isinstance(value, str) else (value or {}).get("en") or next(iter((value or {}).values()), "")


def load(case, name):
    """Entries of NAME.yaml and NAME/*.yaml."""
    found = []
    for path in [case / f"{name}.yaml", *sorted((case / name).glob("*.yaml"))]:
        if path.is_file():
            found += mini_yaml.load(path.read_text()).get(name if name != "decision" else "decisions") or []
    return found


_BUILT = {}


def built(program, case):
    """The build of a case, made once for this suite."""
    if case not in _BUILT:
        import atexit  # pylint: disable=import-outside-toplevel
        import tempfile  # pylint: disable=import-outside-toplevel
        folder = tempfile.TemporaryDirectory(prefix="dossier-built-")
        atexit.register(folder.cleanup)
        out = Path(folder.name) / "out"
        program.run("build", case, "-o", out).expect(0, 1)
        _BUILT[case] = out
    return _BUILT[case]


@suite.test
def every_word_of_the_argument(program):
    for case in CASES:
        words = Words(page_texts(built(program, case) / "brief.pdf"))
        missing, count = [], 0
        for path in sorted((case / "argument").glob("*.md")):
            pieces, notes, _ = fragments(path.read_text())
            for piece in pieces + [p for note in notes.values() for p in fragments(note)[0]]:
                count += 1
                if not words.has(piece):
                    missing.append(f"{path.name}: {piece}")
        assert count > 20, f"{case.name}: only {count} pieces"
        assert not missing, f"{case.name}: {len(missing)} of {count}\n" + "\n".join(missing[:12])


@suite.test
def every_assertion_and_answer(program):
    for case in CASES:
        words = Words(page_texts(built(program, case) / "brief.pdf"))
        everything = " ".join(words.pages)
        missing, count = [], 0
        for decision in load(case, "decision"):
            for assertion in decision["assertions"]:
                if not assertion.get("answers"):
                    # A gap: it stands in the report, never in the filing.
                    assert not words.has(english(assertion["says"])), assertion["id"]
                    continue
                texts = [english(assertion["says"])] + [english(a.get("text")) for a in assertion.get("answers") or []]
                for text in filter(None, texts):
                    count += 1
                    missing += [] if words.has(text.strip().rstrip(".")) or _in_order(everything, text) else [text]
        assert count >= 3, f"{case.name}: {count}"
        assert not missing, f"{case.name}: {len(missing)} of {count}\n" + "\n".join(missing[:8])


@suite.test
def grounds_chronology_persons_and_exhibits(program):
    for case in CASES:
        words = Words(page_texts(built(program, case) / "brief.pdf", layout=False))
        wanted = [("event", english(e["text"])) for e in load(case, "events")]
        wanted += [("exhibit", english(e["title"])) for e in load(case, "exhibits")]
        away = set()
        for ground in load(case, "grounds"):
            shown = {english(i["shows"]) for items in (ground.get("needs") or {}).values() for i in items if i.get("shows")}
            # The Regulation does not govern what was filed before it applied: its grounds are left out.
            if ground["criterion"].startswith("eu.qr."):
                away |= shown
            else:
                wanted += [("shows", text) for text in sorted(shown)]
        away -= {text for _, text in wanted}
        persons = {p["id"]: english(p["name"]) for p in load(case, "people")}
        header = mini_yaml.load((case / "dossier.yaml").read_text())
        wanted += [("applicant", persons[name]) for name in header["applicants"]]
        wanted += [("title", english(header["title"]))]
        # Cells of a table are narrow: words stand in order, lines of other cells between them.
        pages = " ".join(squeeze(joined(p)) for p in page_texts(built(program, case) / "brief.pdf"))
        missing = [f"{kind}: {text}" for kind, text in wanted
                   if not words.has(text.rstrip(".")) and not _in_order(pages, text)]
        assert len(wanted) > 30
        # Some of it stands in the chronology as well; what does not is nowhere.
        assert not away or not all(words.has(text.rstrip(".")) for text in away), f"{case.name}: {sorted(away)}"
        assert not missing, f"{case.name}: {len(missing)} of {len(wanted)}\n" + "\n".join(missing[:12])


def _in_order(text, wanted, reach=400):
    """The words of `wanted` stand in order within a stretch of `reach` characters a word."""
    words = squeeze(wanted).rstrip(".").split(" ")
    start = text.find(words[0])
    while start >= 0:
        at = start
        for word in words:
            at = text.find(word, at, at + reach)
            if at < 0:
                break
            at += len(word)
        else:
            return True
        start = text.find(words[0], start + 1)
    return False


@suite.test
def letters_of_four_languages(program):
    """Lithuanian, Russian and Kazakh words come out of the page as they went in."""
    text = joined(" ".join(page_texts(built(program, EXAMPLE) / "brief.pdf")))
    for word in ("Žydrė Pavyzdienė", "„tik eilinė mokytojų sąjungos narė“", "призывы к терроризму", "Айгүл Мысалбаева", "Үлгі хабаршысы",
                 "Garsiai užsitrenkus durims, ji pašoka."):
        contains(text, word, "brief")
    assert "\ufffd" not in text, "a replacement character"


@suite.test
def lithuanian_brief(program):
    """The words that the program adds come from the catalogue of the language of the case."""
    case = program.case()
    path = case / "dossier.yaml"
    path.write_text(path.read_text().replace("language: en", "language: lt", 1))
    words = Words(page_texts(program.build(case) / "brief.pdf"))
    catalogues = [mini_yaml.load((REPOSITORY / f"templates/strings/{name}.yaml").read_text())["strings"] for name in ("lt", "en")]
    for key in ("contents", "answers", "grounds", "chronology", "persons", "authorities", "exhibits", "digests"):
        assert words.has(catalogues[0]["heading"][key]), f"no heading {catalogues[0]['heading'][key]!r}"
        assert not words.has(catalogues[1]["heading"][key]), f"an English heading {catalogues[1]['heading'][key]!r}"
    for entry in load(case, "exhibits"):
        if isinstance(entry["title"], dict) and "lt" in entry["title"]:
            assert words.has(entry["title"]["lt"]), entry["title"]["lt"]


@suite.test
def notes_stand_in_order_at_the_foot_of_their_page(program):
    for case in CASES:
        path = built(program, case) / "brief.pdf"
        pages = word_boxes(path, len(page_texts(path)))
        texts = []
        for argument in sorted((case / "argument").glob("*.md")):
            _, notes, marks = fragments(argument.read_text())
            texts += [fragments(notes[mark])[0][0] for mark in marks]
        assert texts, f"{case.name} has no notes"
        last = (0, 1000.0)
        for number, text in enumerate(texts, 1):
            place = _find_note(pages, number, text.split(" ")[:5])
            assert place, f"{case.name}: note {number} is not found with its number: {text[:50]}"
            assert (place[0], -place[1]) > (last[0], -last[1]), f"{case.name}: note {number} stands before note {number - 1}"
            marks = [w for w in pages[place[0]] if w[4].endswith(str(number)) and w[1] > place[1] + 8]
            assert marks, f"{case.name}: note {number} is not on the page of its mark"
            last = place


def _find_note(pages, number, head):
    """(page, height) where the words of `head` stand behind a small `number`."""
    for index, words in enumerate(pages):
        for at in range(len(words) - len(head) + 1):
            if [w[4] for w in words[at: at + len(head)]] != head:
                continue
            x0, low, _, high, _ = words[at]
            if any(w[4] == str(number) and 0 <= x0 - w[2] < 20 and low - 2 <= (w[1] + w[3]) / 2 <= high + 4 for w in words):
                return index, low
    return None


@suite.test
def finished_files_are_sound(program):
    for case in CASES:
        for name in ("brief.pdf", "bundle.pdf"):
            path = built(program, case) / name
            check(path)
            fonts = tool("pdffonts", path, "-l", "40").split("\n")[2:]
            own = [line for line in fonts if "Identity-H" in line]
            assert own, f"no font of ours in {name}"
            for line in own:
                assert re.search(r"yes yes yes +\d+ +0 *$", line), f"{name}: not embedded, cut and mapped: {line}"


@suite.test
def brief_is_the_beginning_of_the_bundle(program):
    for case in CASES:
        out = built(program, case)
        brief, bundle = page_texts(out / "brief.pdf"), page_texts(out / "bundle.pdf")
        assert len(bundle) > len(brief)
        for number, (one, other) in enumerate(zip(brief, bundle), 1):
            equal(one, other, f"text of page {number}")
        facts = Pdf(out / "brief.pdf")
        for page in range(1, len(facts.pages) + 1):
            for _, target in facts.links(page):
                assert isinstance(target, int) or re.match(r"/URI https?://", target), f"page {page}: {target}"


@suite.test
def bundle_carries_nothing_that_acts(program):
    forbidden = {"/JavaScript", "/JS", "/Launch", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/XFA", "/RichMedia", "/GoToR", "/GoToE",
                 "/SubmitForm", "/ImportData", "/OpenAction"}
    for case in CASES:
        for name in ("brief.pdf", "bundle.pdf"):
            facts = Pdf(built(program, case) / name)
            for value in facts.walk():
                found = forbidden & (set(value) | {v for v in value.values() if isinstance(v, str)})
                assert not found, f"{case.name} {name}: {found} in {str(value)[:200]}"


@suite.test
def metadata_claims_nothing_unchecked(program):
    for name in ("brief.pdf", "bundle.pdf"):
        data = (built(program, EXAMPLE) / name).read_bytes()
        plain = tool("qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", built(program, EXAMPLE) / name, "-", binary=True)
        for claim in (b"pdfaid", b"pdfuaid"):
            assert claim not in data and claim not in plain, claim
        said = tool("pdfinfo", built(program, EXAMPLE) / name)
        contains(said, "Aigül Mysalbayeva", "pdfinfo")
        assert "JavaScript:      no" in said and "Encrypted:       no" in said, said


@suite.test
def filing_shows_nothing_of_the_weak_points(program):
    """Verdicts, codes, waivers and acceptances live in the report and in drafts, never in the filing."""
    case = program.case()
    (case / "author.yaml").write_text("format: 1\nacceptances:\n  - {code: D0501, criterion: lt.utpi.87.1.2, subject: applicant, by: Secret Person, "
                                      "date: 2024-09-05, reason: nobody would give us the zebra papers}\n")
    program.run("build", case, "-o", program.scratch / "out").expect(0, 1)
    plain = tool("qpdf", "--qdf", "--stream-data=uncompress", program.scratch / "out" / "brief.pdf", "-", binary=True)
    text = joined(" ".join(page_texts(program.scratch / "out" / "brief.pdf"))).lower()
    for word in ("zebra", "secret person", "d0501", "contradicted", "stale", "uncovered", "not covered", "acceptance", "waiver"):
        assert word not in text, f"{word!r} in the filing"
    for word in (b"zebra", b"Secret Person", b"contradicted"):
        assert word not in plain, f"{word!r} in the file"


@suite.test
def drafts_say_so(program):
    draft = page_texts(built(program, EXAMPLE) / "brief.pdf")
    for number, page in enumerate(draft, 1):
        assert re.search(r"\bdraft\b", page, re.I), f"page {number} does not say that it is a draft"


@suite.test
def check_json_of_a_build_names_bundle_pages(program):
    out = built(program, EXAMPLE)
    answer = json.loads((out / "check.json").read_text())
    facts = Pdf(out / "bundle.pdf")
    brief = len(page_texts(out / "brief.pdf"))
    pages = [c["bundle_page"] for c in answer["citations"] if c.get("bundle_page")]
    assert len(pages) > 20, len(pages)
    assert all(brief < page <= len(facts.pages) for page in pages), pages


if __name__ == "__main__":
    sys.exit(suite.main())

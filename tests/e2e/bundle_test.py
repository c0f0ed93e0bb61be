#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Page truth: for every exhibit the list, the stamp, the page label, the bookmark, the destination, the
links and check.json name one and the same page. Read with qpdf and poppler from the finished bundle."""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from pdf_facts import Pdf, page_texts, text_under, word_boxes  # noqa: E402
from program import EXAMPLE, REPOSITORY, tool  # noqa: E402
from suite import Suite, equal  # noqa: E402

suite = Suite(__doc__)
_FACTS = {}


class Bundle:
    """A locked case, built, with everything that names pages in it."""

    def __init__(self, program, source):
        self.folder = tempfile.TemporaryDirectory(prefix="dossier-bundle-")
        case = program.case(source, f"case-{source.name}")
        program.run("lock", case).expect(0)
        self.out = Path(self.folder.name) / "out"
        program.run("build", case, "-o", self.out).expect(0, 1)
        self.path = self.out / "bundle.pdf"
        self.pdf = Pdf(self.path)
        self.texts = page_texts(self.path)
        self.brief = len(page_texts(self.out / "brief.pdf"))
        self.check = json.loads((self.out / "check.json").read_text())
        self.words = word_boxes(self.path, self.brief)
        self.links = [(page, text_under(self.words[page - 1], rectangle), target)
                      for page in range(1, self.brief + 1) for rectangle, target in self.pdf.links(page)]

    def exhibits(self):
        """(id, label, first page by the stamps, pages) of the exhibits in the order of the bundle."""
        page = self.brief + 1
        while page <= len(self.texts):
            label, number, count, running, total = self.stamp(page)
            equal((number, running, total), (1, page, len(self.texts)), f"stamp of page {page}")
            yield label, page, count
            page += count

    def stamp(self, page):
        """(label, page of the exhibit, its pages, running page, all pages) of a stamp."""
        found = re.search(r"(\S+) · (?:page )?(\d+) (?:/|of) (\d+)\s+(\d+) / (\d+)", self.texts[page - 1])
        assert found, f"page {page} has no stamp: {self.texts[page - 1][-300:]!r}"
        return (found.group(1), *(int(n) for n in found.groups()[1:]))


def bundle(program, source):
    if source not in _FACTS:
        _FACTS[source] = Bundle(program, source)
    return _FACTS[source]


CASES = (EXAMPLE, REPOSITORY / "evidence" / "khasenov")


@suite.test
def every_exhibit_page_is_stamped(program):
    for source in CASES:
        made = bundle(program, source)
        labels = []
        for label, first, count in made.exhibits():
            labels.append(label)
            for offset in range(count):
                equal(made.stamp(first + offset), (label, offset + 1, count, first + offset, len(made.texts)), f"stamp of page {first + offset}")
        equal(len(labels), len(set(labels)), "labels used once")
        filed = [e for e in made.check["exhibits"] if e["status"] == "used" and e["pages"]]
        equal(len(labels), len(filed), "exhibits in the bundle")
        equal(sum(count for _, _, count in made.exhibits()), sum(e["pages"] for e in filed), "pages of exhibits")


@suite.test
def page_labels_are_the_running_numbers(program):
    for source in CASES:
        made = bundle(program, source)
        equal(made.pdf.labels(), [str(n) for n in range(1, len(made.texts) + 1)], "page labels")
        brief = Pdf(made.out / "brief.pdf")
        equal(brief.labels(), made.pdf.labels()[: made.brief], "page labels of the brief")
        for number, text in enumerate(made.texts[1: made.brief], 2):
            assert re.search(rf"\b{number} of {len(made.texts)}\b", text), f"the foot of page {number}: {text[-200:]!r}"


@suite.test
def bookmarks_lead_to_the_exhibits(program):
    for source in CASES:
        made = bundle(program, source)
        marks = {title.split(" ")[0]: page for _, title, page in made.pdf.bookmarks() if page and page > made.brief}
        marks.pop("Exhibits", None)
        for label, first, _ in made.exhibits():
            equal(marks.get(label), first, f"bookmark of {label}")


@suite.test
def bookmarks_of_the_brief_lead_to_their_headings(program):
    for source in CASES:
        made = bundle(program, source)
        count = 0
        for _, title, page in made.pdf.bookmarks():
            if page and page <= made.brief:
                count += 1
                words = re.sub(r"\s+", " ", made.texts[page - 1].replace("\u00ad\n", ""))
                heading = re.sub(r"^[\d.]+ ", "", re.sub(r"\s+", " ", title))
                assert heading[:40] in words, f"{title!r} is not on page {page}"
        assert count > 8, count


@suite.test
def list_of_exhibits_names_the_pages(program):
    """The label in the list leads to the first page; the printed numbers are the pages they lead to."""
    for source in CASES:
        made = bundle(program, source)
        for label, first, count in made.exhibits():
            targets = {target for page, text, target in made.links if text == label and isinstance(target, int)}
            assert first in targets, f"no link {label} leads to page {first}: {targets}"
            numbers = [(text.strip(".,;–)"), target) for _, text, target in made.links]
            for page in {first, first + count - 1}:
                assert (str(page), page) in numbers, f"the list does not print page {page} of {label}"


@suite.test
def printed_numbers_are_the_pages_they_lead_to(program):
    for source in CASES:
        made = bundle(program, source)
        checked = 0
        before = ("", 0)
        for page, text, target in made.links:
            # The end of a link that was broken over lines, as in "paras 3–" and "5".
            previous, before = before, (text, target)
            if previous[1] == target and re.search(r"(–|,|p\.|paras?)$", previous[0]) and previous[0].count(",") < 2:
                continue
            number = re.fullmatch(r"(\d+)[.,;–)]*", text)
            if number and isinstance(target, int) and target > made.brief:
                checked += 1
                equal(target, int(number.group(1)), f"page {page}: the link {text!r}")
        assert checked > 40, f"{source.name}: {checked}"


@suite.test
def contents_print_the_pages_of_their_headings(program):
    for source in CASES:
        made = bundle(program, source)
        headings = {(re.sub(r"^[\d.]+ ", "", title), page) for _, title, page in made.pdf.bookmarks()}
        titles = {title for title, _ in headings}
        count = 0
        # Each line of the contents has two links: its words, and its number at the right edge.
        pairs = zip(made.links, made.links[1:])
        for (page, words, target), (_, number, same) in pairs:
            if words in titles and re.fullmatch(r"\d+", number) and page <= 4:
                count += 1
                equal((int(number), same), (target, target), f"contents on page {page}: {words!r}")
                assert (words, target) in headings, f"no bookmark of {words!r} leads to page {target}"
        assert count > 8, f"{source.name}: {count}"


@suite.test
def named_destinations_lead_to_the_exhibits(program):
    for source in CASES:
        made = bundle(program, source)
        listed = {name: int(page) for page, name in re.findall(r'^ *(\d+) \[.*?\] "([^"]*)"', tool("pdfinfo", "-dests", made.path), re.M)}
        firsts = {first: count for _, first, count in made.exhibits()}
        named = {}
        for name, page in listed.items():
            found = re.fullmatch(r"exhibit\.(.+)\.(\d+)", name)
            if found:
                named.setdefault(found.group(1), {})[int(found.group(2))] = page
        equal(sorted(pages[1] for pages in named.values()), sorted(firsts), "first pages by destinations")
        for exhibit, pages in named.items():
            equal([pages[n] for n in sorted(pages)], list(range(pages[1], pages[1] + firsts[pages[1]])), f"destinations of {exhibit}")


@suite.test
def stamps_lead_back_to_the_list(program):
    for source in CASES:
        made = bundle(program, source)
        rows = [page for page in range(1, made.brief + 1) if "List of exhibits" in made.texts[page - 1]]
        for label, first, count in made.exhibits():
            for page in range(first, first + count):
                back = [target for _, target in made.pdf.links(page)]
                assert len(back) == 1 and back[0] <= made.brief and back[0] >= rows[0], f"page {page}: {back}"
                row = re.compile(rf"(?m)^{re.escape(label)}\b|\b{re.escape(label)}\b")
                assert row.search(made.texts[back[0] - 1]), f"{label} does not stand on page {back[0]}"


@suite.test
def check_json_names_the_same_pages(program):
    """bundle_page of a citation is the page that the link of that citation leads to."""
    for source in CASES:
        made = bundle(program, source)
        starts = {label: first for label, first, _ in made.exhibits()}
        marks = {int(page): name for page, name in re.findall(r'^ *(\d+) \[.*?\] "exhibit\.([^".]+)\.1"', tool("pdfinfo", "-dests", made.path), re.M)}
        first_of = {marks[first]: first for first in starts.values()}
        checked = 0
        for citation in made.check["citations"]:
            page = citation.get("bundle_page")
            pinpoint = re.fullmatch(r"(?:pdf )?pp?\. (\d+)(?:[-–]\d+)?", citation["pinpoint"] or "")
            if page and pinpoint:
                checked += 1
                equal(page, first_of[citation["exhibit"]] + int(pinpoint.group(1)) - 1, f"{citation['exhibit']} {citation['pinpoint']}")
        assert checked > 10, f"{source.name}: {checked}"


@suite.test
def exhibit_pages_keep_their_text(program):
    made = bundle(program, EXAMPLE)
    for label, first, count in made.exhibits():
        name = f"e{int(re.sub(r'[^0-9]', '', label)):02}"
        path = EXAMPLE / "files" / f"{name}.pdf"
        if not path.is_file():
            continue
        original = page_texts(path)
        equal(len(original), count, f"pages of {name}")
        for offset, text in enumerate(original):
            lines = [re.sub(r"\s+", " ", line).strip() for line in text.split("\n") if line.strip()]
            shown = re.sub(r"\s+", " ", made.texts[first + offset - 1])
            for line in lines:
                assert line in shown, f"{name} page {offset + 1} lost {line!r}"


if __name__ == "__main__":
    sys.exit(suite.main())

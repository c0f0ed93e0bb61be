# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word file as Python's own modules read it: paragraphs in reading order, notes, heads."""

import re
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Word calls a file damaged whose properties stand in another order than that of the schema
# (ECMA-376-1, annex A.1). What is used here of each group.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs bidi spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs vertAlign rtl lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tblBorders": "bottom insideH", "tblCellMar": "top left bottom right", "pBdr": "top left bottom right",
    "tcPr": "tcW gridSpan", "tbl": "tblPr tblGrid tr", "tc": "tcPr p tbl", "tr": "trPr tc", "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar titlePg",
    "style": "name basedOn qFormat pPr rPr tblPr", "sdt": "sdtPr sdtContent", "docPartObj": "docPartGallery docPartUnique",
    "lvl": "start numFmt lvlText lvlJc pPr", "abstractNum": "multiLevelType lvl", "numbering": "abstractNum num",
    "settings": "zoom defaultTabStop autoHyphenation consecutiveHyphenLimit doNotHyphenateCaps characterSpacingControl footnotePr "
                "endnotePr compat decimalSymbol listSeparator",
    "footnotePr": "pos numFmt footnote", "endnotePr": "pos numFmt endnote", "font": "altName family pitch",
}
# Where several kinds may take turns.
ANY_ORDER = {"tc"}


def misplaced(tree):
    """Elements that the schema does not allow where they stand."""
    for element in tree.iter():
        order = ORDER.get(element.tag.removeprefix(W), "").split()
        if not order or not element.tag.startswith(W):
            continue
        names = [child.tag.removeprefix(W) for child in element]
        places = [order.index(name) if name in order else -1 for name in names]
        empty = not names and element.tag.removeprefix(W) in ("trPr", "tblGrid", "tabs")  # hold one at least
        if empty or -1 in places or (places != sorted(places) and element.tag.removeprefix(W) not in ANY_ORDER):
            yield f"{element.tag.removeprefix(W)}: {' '.join(names)}"


class Paragraph:
    """Words, with the numbers of note marks, without the instructions of fields."""

    def __init__(self, element, in_head_row, numbers):
        style = element.find(f"{W}pPr/{W}pStyle")
        self.style = "" if style is None else style.get(W + "val")
        self.bullet = element.find(f"{W}pPr/{W}numPr") is not None
        self.in_head_row = in_head_row
        pieces = [re.sub(r"\s+", " ", piece).strip() for piece in _words(element, numbers).split("\t")]
        hangs = len(pieces) > 1 and len(pieces[0]) < 12
        self.label = pieces[0] if hangs else ""  # the number that stands before the words
        self.words = " ".join(pieces[1:] if hangs else pieces).strip()
        self.text = f"{self.label} {self.words}".strip()


class WordFile:
    """Everything that a reader sees. Fails on a package that is not whole."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None, "a member is damaged"
            self.names = package.namelist()
            self.dates = {info.date_time for info in package.infolist()}
            self.parts = {name: package.read(name) for name in self.names}
        self.trees = {name: ElementTree.fromstring(data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))}
        self._numbers = {}
        self.paragraphs = list(self._paragraphs(self.trees["word/document.xml"]))
        self.notes = {}
        for kind in ("footnote", "endnote"):
            tree = self.trees.get(f"word/{kind}s.xml")
            for note in [] if tree is None else tree.findall(W + kind):
                if note.get(W + "type") is None:
                    number = self._numbers[note.get(W + "id")]
                    self.notes[number] = [paragraph.text for paragraph in self._paragraphs(note)]

    def head(self):
        """The words of the head of all pages but the first."""
        tree = self.trees.get("word/header1.xml")
        return [] if tree is None else [paragraph.text for paragraph in self._paragraphs(tree)]

    def styles(self):
        """Ids of the styles that are defined."""
        return {style.get(W + "styleId") for style in self.trees["word/styles.xml"].iter(W + "style")}

    def _paragraphs(self, tree):
        heads = {id(paragraph) for row in tree.iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None
                 for paragraph in row.iter(W + "p")}
        for element in tree.iter(W + "p"):
            yield Paragraph(element, id(element) in heads, self._numbers)


def _words(element, numbers):
    text = ""
    for child in element.iter():
        if child.tag == W + "t":
            text += child.text or ""
        elif child.tag == W + "tab" and child.get(W + "val") is None:
            text += "\t"
        elif child.tag == W + "br":
            text += " "
        elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
            if child.get(W + "customMarkFollows") is None:
                text += str(numbers.setdefault(child.get(W + "id"), len(numbers) + 1))
    return text

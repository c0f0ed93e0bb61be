# SPDX-License-Identifier: GPL-3.0-or-later
"""A case of exhibits of many pages and a brief that quotes them: usage make_quote_case.py DIR EXHIBITS PAGES QUOTATIONS.

The words are invented; every quotation but one in ten stands in its exhibit, over lines and pages.
"""
import os
import pathlib
import random
import sys

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

SYLLABLES = "ka ro men ti sal ve dor in la pu ster an mi go ben ru sil ter no vak il dre som pa lin ur ze bran oc ful".split()
LINES, WIDTH = 45, 9  # a line fits the page


def vocabulary(chance):
    words = sorted({"".join(chance.choice(SYLLABLES) for _ in range(chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(6000)})
    chance.shuffle(words)
    return words


def sentences(chance, words, count):
    """Words as in running text: few of them often, most of them seldom."""
    out, left = [], 0
    while len(out) < count:
        word = words[min(int(chance.paretovariate(0.7)) - 1, len(words) - 1)]
        if left == 0:
            left = chance.randrange(6, 30)
            word = word.capitalize()
        left -= 1
        if chance.random() < 0.02:
            word = str(chance.randrange(1, 2030))
        out.append(word + ("." if left == 0 else "," if chance.random() < 0.06 else ""))
    return out


def write_exhibit(path, words, pages):
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    for number in range(pages):
        page.setFont("Body", 8)
        page.drawString(60, 800, "Report of the Invented Watch")
        for line in range(LINES):
            start = (number * LINES + line) * WIDTH
            page.drawString(60, 770 - 15 * line, " ".join(words[start:start + WIDTH]))
        page.drawString(290, 40, str(number + 1))
        page.showPage()
    page.save()


def draw(chance, words, pages):
    """A quotation and the page on which it begins; one in ten has a word of its own."""
    length = chance.randrange(8, 40)
    start = chance.randrange(0, pages * LINES * WIDTH - length)
    quoted = words[start:start + length]
    if chance.random() < 0.1:
        quoted[length // 2] = "invented"
    return " ".join(quoted), start // (LINES * WIDTH) + 1


def write(folder, exhibits, pages, quotations, files_of=None):
    """`files_of`: a case made before, with the same exhibits, whose files are taken over."""
    folder = pathlib.Path(folder)
    (folder / "files").mkdir(parents=True, exist_ok=True)
    (folder / "argument").mkdir(exist_ok=True)
    pdfmetrics.registerFont(TTFont("Body", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
    chance = random.Random(4)
    known = vocabulary(chance)
    texts = [sentences(random.Random(number), known, pages * LINES * WIDTH) for number in range(exhibits)]
    for number, words in enumerate(texts):
        path = folder / "files" / f"e{number + 1:02}.pdf"
        if not path.exists() and files_of:
            os.link(pathlib.Path(files_of) / "files" / path.name, path)
        elif not path.exists():
            write_exhibit(path, words, pages)
    rows = "\n".join(f"  - {{id: e{i:02}, title: Exhibit {i}, kind: ngo-report, scope: country, language: en, file: files/e{i:02}.pdf}}"
                     for i in range(1, exhibits + 1))
    (folder / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + rows + "\n")
    (folder / "people.yaml").write_text("format: 1\npeople:\n  - {id: p1, name: Person One, kind: person}\n")
    (folder / "dossier.yaml").write_text("format: 1\nid: quoted\ntitle: Quoted\nlanguage: en\ntemplate: appeal-brief\nrules: []\n"
                                         "applicants: [p1]\npleads: []\nfilings: [{id: f1, date: 2025-03-01}]\n")
    paragraphs = []
    for index in range(quotations):
        quoted, page = draw(chance, texts[index % exhibits], pages)
        paragraphs.append(f"It says “{quoted}” [@e{index % exhibits + 1:02}, p. {page}].")
    (folder / "argument" / "a.md").write_text("\n\n".join(paragraphs) + "\n")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))

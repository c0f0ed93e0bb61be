# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotations compared with the picture of their page: pages that show what they say, and pages that do not.

usage: rendered.py --program BUILD/dossier --seeds DIR [--count N] [--seed N]

Sets paragraphs of the real documents, and invented ones in Lithuanian and Russian, on PDF pages at 9 to
12 pt, and asks `quote --rendered` about passages of them. On honest pages fewer than one in a hundred may
be contradicted; where one digit or one letter of a name is drawn as another, none may be confirmed.
Nothing of the documents is kept.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support" / "python"))
from swapped_font import swapped  # noqa: E402

FONTS = {"Serif": "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
         "Sans": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
         "Gentium": "/usr/share/fonts/truetype/gentiumplus/GentiumPlus-Regular.ttf"}
WIDTH, HEIGHT, EDGE = 595, 842, 60
LETTERS = "abcdefghijkmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюя"

LITHUANIAN = [
    "Šiaulių apygardos administracinis teismas 2021 m. gegužės 14 d. nusprendė, kad pareiškėjas Vytenis Žąsaitis negali būti "
    "grąžintas į kilmės valstybę, nes ten jam gresia 12 metų laisvės atėmimo bausmė, o sąlygos kalėjime neatitinka reikalavimų.",
    "Migracijos departamentas 2019 m. sausio 3 d. sprendimu Nr. 15-47 atsisakė suteikti prieglobstį, tačiau nevertino liudytojos "
    "Eglės Ąžuolaitės parodymų apie įvykius Kretingoje, kai buvo sulaikyti 38 žmonės ir nė vienam nebuvo leista pasikalbėti su advokatu.",
    "Lietuvos vyriausiasis administracinis teismas pabrėžė, jog įrodinėjimo našta tenka abiem šalims, o abejonės, kurių nepavyksta "
    "pašalinti, aiškinamos prieglobsčio prašytojo naudai; tokios pačios nuomonės laikėsi ir Jūratė Čepulytė 2016 m. ataskaitoje."]
RUSSIAN = [
    "Районный суд города Приозёрска 17 марта 2020 года признал Аркадия Лебединского виновным по статье 405 и назначил ему "
    "наказание в виде 3 лет ограничения свободы, хотя ни один из 24 свидетелей не подтвердил его участия в запрещённой организации.",
    "По словам адвоката Марины Верещагиной, 8 января 2022 года её подзащитного задержали без объяснения причин, не разрешили "
    "позвонить родным и держали в подвале двое суток, после чего 11 января он был переведён в следственный изолятор номер 68.",
    "Комитет по правам человека в соображениях от 6 ноября 2018 года отметил, что государство не представило сведений о ходе "
    "проверки, и пришёл к выводу, что утверждения Тимура Жаксыбаева о пытках остались без надлежащего расследования."]


def paragraphs_of(text):
    """Sentences as a reader sees them: no tables, addresses, markup or raised numbers of notes."""
    for piece in re.split(r"\n\s*\n", text.replace("\r", "")):
        words = re.sub(r"\s+", " ", re.sub(r"<sup>[^<]*</sup>|[⁰¹²³⁴-⁹*#]+", "", piece)).strip()
        if len(words) > 120 and words.isprintable() and not re.search(r"http|[|\[\\<>_]", words):
            yield words


def passages(paragraph, rng):
    words = paragraph.split(" ")
    at = 0
    while at + 6 <= len(words):
        length = rng.randint(6, 18)
        yield at, min(at + length, len(words))
        at += length


def target(words, rng):
    """A word to be drawn otherwise, and what its letter looks like: a digit, or a letter of a name."""
    choices = []
    for index, word in enumerate(words):
        bare = word.strip(".,;:()“”\"’'")
        for place, letter in enumerate(word):
            if letter.isdigit():
                choices.append((index, letter, str((int(letter) + rng.randint(1, 9)) % 10)))
            elif index > 0 and place > 1 and bare[:1].isupper() and len(bare) > 4 and letter in LETTERS:
                same = [c for c in LETTERS if (c < "z") == (letter < "z") and c != letter]
                choices.append((index, letter, rng.choice(same)))
    return rng.choice(choices) if choices else None


class Paper:
    """Pages of lines; words may be drawn with a font of their own."""

    def __init__(self, path, font, size, folder):
        self.folder, self.base, self.size, self.count = folder, font, size, 0
        pdfmetrics.registerFont(TTFont(font, FONTS[font]))
        self.canvas = canvas.Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
        self.x, self.y = EDGE, HEIGHT - EDGE

    def font_drawing(self, written, seen):
        name = f"{self.base}{ord(written):x}{ord(seen):x}"
        if name not in pdfmetrics.getRegisteredFontNames():
            file = self.folder / f"{name}.ttf"
            file.write_bytes(swapped(pathlib.Path(FONTS[self.base]).read_bytes(), {written: seen}))
            font = TTFont(name, str(file))
            font.face.name = name.encode()  # else the canvas takes the embedded file of the other
            pdfmetrics.registerFont(font)
        return name

    def line_end(self, lines=1.0):
        self.x, self.y = EDGE, self.y - self.size * 1.35 * lines
        if self.y < EDGE:
            self.canvas.showPage()
            self.y = HEIGHT - EDGE

    def word(self, text, font):
        wide = pdfmetrics.stringWidth(text + " ", font, self.size)
        if self.x + wide > WIDTH - EDGE:
            self.line_end()
        self.canvas.setFont(font, self.size)
        self.canvas.drawString(self.x, self.y, text + " ")
        self.x += wide


def draw(path, paragraphs, rng, altered, folder):
    """Draws the paragraphs; the quotations that were meant, those of altered pages with a swapped letter in each."""
    paper = Paper(path, rng.choice(list(FONTS)), rng.choice((9, 10, 11, 12)), folder)
    quotations = []
    for paragraph in paragraphs:
        words = paragraph.split(" ")
        fonts = [paper.base] * len(words)
        for begin, end in passages(paragraph, rng):
            if altered:
                change = target(words[begin:end], rng)
                if change is None:
                    continue
                fonts[begin + change[0]] = paper.font_drawing(change[1], change[2])
            quotations.append(" ".join(words[begin:end]))
        for text, font in zip(words, fonts):
            paper.word(text, font)
        paper.line_end(1.6)
    paper.canvas.save()
    return quotations


HELD = ("exact", "normalised")


def ask(program, path, quotations, folder, show):
    list_file = folder / "quotations.txt"
    list_file.write_text("\n".join(quotations) + "\n", encoding="utf-8")
    run = subprocess.run([program, "quote", str(path), "--from", str(list_file), "--rendered", "--format", "json"],
                         stdout=subprocess.PIPE, check=False)
    counts = collections.Counter()
    for result in json.loads(run.stdout)["results"]:
        reason = result["reason"] or ""
        held = result["verdict"] in HELD
        if not held and result["basis"] == "rendered":
            counts["contradicted"] += 1
        elif not held:
            counts["not in the text layer"] += 1
        elif result["basis"] == "rendered":
            counts["confirmed"] += 1
        elif reason.startswith("compared in the text layer only"):
            counts["unclear"] += 1
        else:
            counts["contradicted"] += 1
        if show(result):
            print(f"    {result['text']}\n      {reason or result['basis']}")
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seeds", required=True)
    parser.add_argument("--count", type=int, default=200, help="honest quotations in English, at least")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    english = [p for file in sorted(pathlib.Path(options.seeds).glob("*.txt"))
               for p in paragraphs_of(file.read_text(encoding="utf-8", errors="replace"))]
    rng.shuffle(english)
    totals = {False: collections.Counter(), True: collections.Counter()}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for altered in (False, True):
            drawn = 0
            groups = [("lt", LITHUANIAN), ("ru", RUSSIAN)]
            for first in range(0, len(english), 8):
                groups.append(("en", english[first: first + 8]))
            for language, paragraphs in groups:
                if language == "en" and drawn >= options.count:
                    break
                quotations = draw(folder / "page.pdf", paragraphs, rng, altered, folder)
                counts = ask(options.program, folder / "page.pdf", quotations, folder,
                             lambda result: result["basis"] == "rendered" and altered == (result["verdict"] in HELD))
                drawn += sum(counts.values()) if language == "en" else 0
                totals[altered] += counts
                print(f"{'altered' if altered else 'honest'} {language}: {dict(counts)}", flush=True)
    for altered, counts in totals.items():
        asked = sum(counts.values())
        print(f"{'one letter drawn as another' if altered else 'honest pages'}: {asked} quotations, "
              + ", ".join(f"{counts[key]} {key}" for key in ("confirmed", "unclear", "contradicted", "not in the text layer")))
    honest = sum(totals[False].values())
    good = totals[False]["contradicted"] * 100 < honest and totals[True]["confirmed"] == 0
    print("within the bounds" if good else "OUT OF BOUNDS: at most 1 % of honest pages contradicted, no altered one confirmed")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets words on PDF pages as reports do: lines, hyphens at their ends, columns, running heads, notes.

What is drawn is known word by word, so a quotation of it is true whatever the page did to it.
"""
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
SIZE, LEADING = 9, 12
WIDTH, HEIGHT, EDGE = 595, 842, 60


def break_word(word, room, width_of, random):
    """The part of a word that fits with a hyphen behind it, or nothing; a hyphen of its own is a break too."""
    own = word.find("-")
    if 0 < own < len(word) - 1 and word.replace("-", "").isalpha() and width_of(word[:own + 1]) <= room:
        return word[:own + 1], word[own + 1:]
    if len(word) < 8 or not word.isalpha() or not word.islower():
        return None
    for cut in range(len(word) - 3, 2, -1):
        if width_of(word[:cut] + "-") <= room:
            return (word[:cut] + "-", word[cut:]) if random.random() < 0.7 else None
    return None


class Pages:
    def __init__(self, path, random, columns=1, head="", notes=True):
        pdfmetrics.registerFont(TTFont("Serif", FONT))
        self.canvas = canvas.Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
        self.random, self.columns, self.head, self.with_notes = random, columns, head, notes
        self.number = self.note = 0
        gap = 24
        self.column_width = (WIDTH - 2 * EDGE - gap * (columns - 1)) / columns
        self.lefts = [EDGE + index * (self.column_width + gap) for index in range(columns)]
        self.open_page()

    def width_of(self, text, size=SIZE):
        return pdfmetrics.stringWidth(text, "Serif", size)

    def text(self, x, y, words, size=SIZE, rise=0):
        self.canvas.setFont("Serif", size)
        self.canvas.drawString(x, y + rise, words)

    def open_page(self):
        self.number += 1
        self.notes, self.column = [], 0
        self.y = HEIGHT - 80
        if self.head:
            self.text(EDGE, HEIGHT - 45, self.head, 8)

    def close_page(self):
        y = 80 + 10 * (len(self.notes) - 1)
        for number, words in self.notes:
            self.text(EDGE, y, str(number), 5, 2)
            self.text(EDGE + 10, y, words, 7)
            y -= 10
        self.text(WIDTH / 2, 40, str(self.number), 8)
        self.canvas.showPage()

    def next_line(self):
        self.y -= LEADING
        if self.y < 200:
            self.column += 1
            self.y = HEIGHT - 80
            if self.column == self.columns:
                self.close_page()
                self.open_page()

    def draw_line(self, words):
        """A word may carry the number of a note, which is small and raised."""
        x = self.lefts[self.column]
        for word, note in words:
            self.text(x, self.y, word)
            x += self.width_of(word)
            if note:
                self.text(x, self.y, str(note), 5, 3)
                x += self.width_of(str(note), 5)
                self.notes.append((note, f"Invented Weekly, report no. {note * 7}, https://example.org/{note}"))
            x += self.width_of(" ")

    def paragraph(self, words):
        line, used = [], 0
        for word in words:
            note = 0
            if self.with_notes and self.random.random() < 0.012 and word[-1].isalpha() and len(word) > 3:
                self.note += 1
                note = self.note
            width = self.width_of(word)
            if used + width > self.column_width:
                parts = break_word(word, self.column_width - used, self.width_of, self.random)
                if parts:
                    line.append((parts[0], 0))
                    word = parts[1]
                    width = self.width_of(word)
                self.draw_line(line)
                self.next_line()
                line, used = [], 0
            line.append((word, note))
            used += width + self.width_of(" ") + (8 if note else 0)
        self.draw_line(line)
        self.next_line()
        self.next_line()

    def save(self):
        self.close_page()
        self.canvas.save()

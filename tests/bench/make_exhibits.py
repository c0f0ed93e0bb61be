# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes COUNT exhibits of PAGES pages each, text in an embedded font, the same bytes every time."""
import random
import sys

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

WORDS = ("river ministry letter witness garden protocol evening archive summary station window number "
         "teacher winter report bridge market officer journey paper").split()


def main():
    folder, count, pages = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    pdfmetrics.registerFont(TTFont("Body", "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"))
    for exhibit in range(1, count + 1):
        chance = random.Random(exhibit)
        page = canvas.Canvas(f"{folder}/e{exhibit:02}.pdf", pagesize=A4, invariant=1, pageCompression=1)
        for number in range(1, pages + 1):
            page.setFont("Body", 11)
            page.drawString(70, 780, f"Invented exhibit {exhibit}, page {number}")
            for line in range(45):
                page.drawString(70, 750 - 15 * line, " ".join(chance.choice(WORDS) for _ in range(12)))
            page.showPage()
        page.save()


main()

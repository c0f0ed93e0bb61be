#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes exhibit files of the cases under evidence/ from the texts beside this script.

    make_notes.py TEXT OUT     OUT ends in .pdf, .html, .txt or .png

TEXT: blocks between empty lines; "# " begins a heading, "- " a list item, "---" a new page.
Needs python3-reportlab, fonts-dejavu-core and, for .png, poppler-utils. The same text gives the
same bytes; no date is written.
"""
import html
import pathlib
import subprocess
import sys
import tempfile

FONTS = "/usr/share/fonts/truetype/dejavu/"


def read(path):
    """Pages of (kind, text); kind is h, li or p."""
    pages = [[]]
    block = []

    def flush():
        if block:
            text = " ".join(block)
            if text.startswith("# "):
                pages[-1].append(("h", text[2:]))
            else:
                pages[-1].append(("p", text))
            block.clear()

    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line == "---":
            flush()
            pages.append([])
        elif not line.strip():
            flush()
        elif line.startswith("- "):
            flush()
            pages[-1].append(("li", line[2:]))
        else:
            block.append(line.strip())
    flush()
    return pages


def make_pdf(pages, out):
    from reportlab.lib.enums import TA_LEFT
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("text", FONTS + "DejaVuSerif.ttf"))
    pdfmetrics.registerFont(TTFont("head", FONTS + "DejaVuSans-Bold.ttf"))
    style = {
        "p": ParagraphStyle("p", fontName="text", fontSize=10, leading=14, spaceAfter=7, alignment=TA_LEFT),
        "h": ParagraphStyle("h", fontName="head", fontSize=11.5, leading=15, spaceBefore=7, spaceAfter=5),
        "li": ParagraphStyle("li", fontName="text", fontSize=10, leading=14, leftIndent=16, bulletIndent=4, spaceAfter=3),
    }
    story = []
    for number, page in enumerate(pages):
        if number:
            story.append(PageBreak())
        for kind, text in page:
            bullet = "\u2022" if kind == "li" else None
            story.append(Paragraph(html.escape(text, quote=False), style[kind], bulletText=bullet))

    title = next(text for kind, text in pages[0] if kind == "h")

    def foot(canvas, _):
        canvas.setFont("text", 8)
        canvas.drawCentredString(A4[0] / 2, 28, str(canvas.getPageNumber()))

    document = SimpleDocTemplate(str(out), pagesize=A4, leftMargin=71, rightMargin=71, topMargin=64, bottomMargin=64,
                                 title=title, author="", invariant=1)
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    if document.page != len(pages):
        sys.exit(f"{out}: {document.page} pages, the text marks {len(pages)}")


def make_html(pages, out):
    blocks = [block for page in pages for block in page]
    title = next(text for kind, text in blocks if kind == "h")
    lines = ["<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
             f"<title>{html.escape(title)}</title>", "</head>", "<body>"]
    open_list = False
    for kind, text in blocks:
        if open_list and kind != "li":
            lines.append("</ul>")
            open_list = False
        if kind == "li" and not open_list:
            lines.append("<ul>")
            open_list = True
        words = html.escape(text, quote=False)
        # A bold paragraph, so that counting paragraphs does not depend on how headings are counted.
        lines.append({"p": f"<p>{words}</p>", "li": f"<li>{words}</li>", "h": f"<p><b>{words}</b></p>"}[kind])
    if open_list:
        lines.append("</ul>")
    lines += ["</body>", "</html>"]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_txt(pages, out):
    blocks = [text for page in pages for _, text in page]
    out.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def make_png(pages, out):
    with tempfile.TemporaryDirectory() as folder:
        pdf = pathlib.Path(folder) / "page.pdf"
        make_pdf(pages, pdf)
        subprocess.run(["pdftoppm", "-gray", "-r", "100", "-png", "-singlefile", str(pdf), str(out.with_suffix(""))],
                       check=True)


def main():
    text, out = sys.argv[1], pathlib.Path(sys.argv[2])
    make = {".pdf": make_pdf, ".html": make_html, ".txt": make_txt, ".png": make_png}[out.suffix]
    make(read(text), out)


if __name__ == "__main__":
    main()

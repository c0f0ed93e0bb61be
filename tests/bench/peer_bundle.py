# SPDX-License-Identifier: GPL-3.0-or-later
"""What an office would script instead: an index and stamps by reportlab, the rest by pikepdf."""
import io
import pathlib
import sys

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas


def main():
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.pdf"))
    opened = [pikepdf.open(path) for path in files]
    total = sum(len(pdf.pages) for pdf in opened)
    index_pages = 2
    index = io.BytesIO()
    page = canvas.Canvas(index, pagesize=A4)
    running, per_page = index_pages + 1, 25
    for start in range(0, len(files), per_page):
        for row, path in enumerate(files[start:start + per_page]):
            page.drawString(70, 780 - 25 * row, f"{path.stem}  page {running}")
            running += len(opened[start + row].pages)
        page.showPage()
    page.save()
    stamps = io.BytesIO()
    page = canvas.Canvas(stamps, pagesize=(595, 842))
    running = index_pages
    for path, pdf in zip(files, opened):
        for number in range(1, len(pdf.pages) + 1):
            running += 1
            page.setFont("Helvetica", 9)
            page.drawString(40, 12, f"{path.stem}, page {number}")
            page.drawRightString(555, 12, f"{running} / {total + index_pages}")
            page.showPage()
    page.save()
    out = pikepdf.Pdf.new()
    index.seek(0)
    out.pages.extend(pikepdf.open(index).pages)
    stamp_pdf = pikepdf.open(stamps)
    position = 0
    with out.open_outline() as outline:
        for path, pdf in zip(files, opened):
            outline.root.append(pikepdf.OutlineItem(path.stem, len(out.pages)))
            for source in pdf.pages:
                out.pages.append(source)
                out.pages[-1].add_overlay(stamp_pdf.pages[position])
                position += 1
    out.save(sys.argv[2], linearize=False)


main()

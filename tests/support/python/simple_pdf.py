# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files for tests, made of nothing but text: PDF pages, PNG pictures."""

import struct
import zlib


def pdf(pages, labels=None, javascript=False, picture_only=False, layers=False):
    """A PDF 1.4 of A4 pages; `pages` are texts in Latin letters, `labels` one printed label a page."""
    objects = {}
    catalog = "<< /Type /Catalog /Pages 2 0 R"
    if labels:
        entries = " ".join(f"{n} << /P ({label}) >>" for n, label in enumerate(labels))
        catalog += f" /PageLabels << /Nums [ {entries} ] >>"
    if javascript:
        catalog += " /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    if layers:
        catalog += " /OCProperties << /OCGs [ << /Type /OCG /Name (Notes) >> ] /D << /OFF [] >> >>"
    objects[1] = catalog + " >>"
    objects[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = []
    for number, text in enumerate(pages):
        page, content = 4 + 2 * number, 5 + 2 * number
        kids.append(f"{page} 0 R")
        objects[page] = ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                         f"/Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>")
        objects[content] = _content("" if picture_only else text)
    objects[2] = f"<< /Type /Pages /Kids [ {' '.join(kids)} ] /Count {len(kids)} >>"
    return _serialise(objects)


def _content(text):
    lines = [line.translate({ord("("): r"\(", ord(")"): r"\)", ord("\\"): r"\\"})
             for line in text.split("\n")]
    drawn = "BT /F1 11 Tf 72 770 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    if not text.strip():
        drawn = "0.8 g 72 400 200 200 re f"
    return f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream"


def _serialise(objects):
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for number in sorted(objects):
        out += f"{offsets[number]:010} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def png(width, height, grey=200):
    """A grey picture without metadata."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + bytes([grey]) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))

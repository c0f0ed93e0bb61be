# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF pages whose text layer and picture are made apart: scans, remapped, hidden and covered text."""

import re
import subprocess
import tempfile
import zlib
from pathlib import Path

import simple_pdf

PAGE = (595, 842)


def _stream(content, extra=""):
    return f"<< /Length {len(content)} {extra} >>\nstream\n{content.decode('latin-1')}\nendstream"


def _to_unicode(looks_like):
    """A map in which the code of each value reads as its key; every other code as itself."""
    lines = [f"<{ord(seen):02X}> <{ord(written):04X}>" for written, seen in looks_like.items()]
    lines += [f"<{code:02X}> <{code:04X}>" for code in range(32, 127) if chr(code) not in looks_like.values()]
    blocks = "".join(f"1 beginbfchar {line} endbfchar\n" for line in lines)
    return ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n" + blocks + "endcmap end end").encode()


def page(content, looks_like=None, size=PAGE, pictures=()):
    """A PDF of one page with this content; `looks_like` remaps the text layer; pictures are (name, grey rows, width)."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
    objects = {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>"}
    if looks_like:
        objects[6] = _stream(_to_unicode(looks_like))
        font += " /ToUnicode 6 0 R"
    objects[3] = font + " >>"
    named = ""
    for number, (name, rows, width) in enumerate(pictures):
        packed = zlib.compress(rows)
        named += f"/{name} {10 + number} 0 R "
        objects[10 + number] = _stream(packed, f"/Type /XObject /Subtype /Image /Width {width} /Height {len(rows) // width} "
                                               "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode")
    objects[4] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents 5 0 R "
                  f"/Resources << /Font << /F1 3 0 R >> /XObject << {named}>> >> >>")
    objects[5] = _stream(content.encode("latin-1"))
    return _serialise(objects)


def _serialise(objects):
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("latin-1")
    start, last = len(out), max(objects)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        out += (f"{offsets[number]:010} 00000 n \n" if number in offsets else "0000000000 65535 f \n").encode()
    out += f"trailer\n<< /Size {last + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def drawn(text, at=(72, 700), before="", size=12):
    """Operators that draw a text."""
    return f"BT {before} /F1 {size} Tf {at[0]} {at[1]} Td ({text}) Tj ET\n"


def grey(text, dpi=300):
    """A page of this text as a picture: (rows, width)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        path.write_bytes(simple_pdf.pdf([text]))
        raw = subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(path)], stdout=subprocess.PIPE, check=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
    return raw[head.end():], int(head.group(1))


def scan(text, layer=""):
    """A page that is a picture of `text`, with `layer` laid over its first line invisibly."""
    rows, width = grey(text)
    hidden = drawn(layer, at=(72, 770), before="3 Tr", size=11) if layer else ""
    return page(f"q {PAGE[0]} 0 0 {PAGE[1]} 0 0 cm /Im Do Q\n" + hidden, pictures=[("Im", rows, width)])

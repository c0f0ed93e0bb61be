# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files whose content streams a test writes itself, to hide words in every way there is."""

OTHER = ("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
         "1 beginbfchar <31> <0037> endbfchar endcmap end")


def stream(data, keys=""):
    return f"<< /Length {len(data.encode('latin-1'))} {keys} >>\nstream\n{data}\nendstream"


def pdf(contents, page_keys="", info="", more=(), trailer="", catalog=""):
    """A page of 595 x 842 points for each content stream.

    /F1 is Helvetica; /F2 is Helvetica that tells readers of the text that its 1 is a 7; /Off names a
    layer that is switched off, /Grey a state with half of the opacity, /Clear one with none; /Photo
    is a picture. `more` are further objects from number 20 on; `info` goes into the information."""
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >> "
           f"{catalog} >>" if "/Off" in "".join(contents) else f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>",
        5: stream(OTHER),
        6: "<< /Type /ExtGState /ca 0.5 >>",
        7: "<< /Type /ExtGState /ca 0 >>",
        8: stream("\x80" * 4, "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
                              "/ColorSpace /DeviceGray"),
        9: f"<< {info} >>",
        10: "<< /Type /OCG /Name (Notes) >>",
    }
    resources = ("<< /Font << /F1 3 0 R /F2 4 0 R >> /ExtGState << /Grey 6 0 R /Clear 7 0 R >> "
                 "/XObject << /Photo 8 0 R >> /Properties << /Off 10 0 R >> >>")
    for number, text in enumerate(more):
        objects[20 + number] = text
    first = 20 + len(more)
    kids = []
    for number, content in enumerate(contents):
        page = first + 2 * number
        kids.append(f"{page} 0 R")
        objects[page] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} "
                         f"/Contents {page + 1} 0 R {page_keys} >>")
        objects[page + 1] = stream(content)
    objects[2] = f"<< /Type /Pages /Kids [ {' '.join(kids)} ] /Count {len(kids)} >>"
    return append(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", objects, f"/Root 1 0 R /Info 9 0 R {trailer}")


def append(file, objects, keys, previous=None):
    """`file` with `objects` behind it and a cross-reference table for them."""
    out = bytearray(file)
    table = "xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(objects):
        table += f"{number} 1\n{len(out):010} 00000 n \n"
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("latin-1")
    start = len(out)
    before = f"/Prev {previous} " if previous is not None else ""
    out += f"{table}trailer\n<< /Size {max(objects) + 1} {before}{keys} >>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
    return bytes(out)


def revise(file, objects, keys="/Root 1 0 R"):
    """An incremental update of a file of ours."""
    previous = int(file.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return append(file, {**objects}, keys, previous)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of every used glyph in the embedded fonts is the shape in the font of the system.

A font library can drop parts of a composite glyph without a word; the text layer stays right and the
page shows a bare letter. So the outlines themselves are compared, read in plain Python.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from pdf_facts import Pdf  # noqa: E402
from program import EXAMPLE, REPOSITORY, tool  # noqa: E402
from suite import Suite, equal  # noqa: E402
from truetype import Font  # noqa: E402

suite = Suite(__doc__)
FONTS = Path("/usr/share/fonts/truetype")


def stream(path, reference):
    """The unpacked bytes of a stream object."""
    return tool("qpdf", f"--show-object={reference.split()[0]}", "--filtered-stream-data", path, binary=True)


def to_unicode(cmap):
    """{CID: text} of a ToUnicode map."""
    found = {}
    text = cmap.decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for cid, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(cid, 16)] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for offset in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + offset] = chr(int(value, 16) + offset)
    return found


def used_cids(path, facts, names):
    """{font resource name: set of CIDs} that the contents of the brief's pages show."""
    shown = {}
    for page in facts.pages:
        contents = page["/Contents"]
        data = b"\n".join(stream(path, c) for c in (contents if isinstance(contents, list) else [contents]))
        font = None
        for match in re.finditer(rb"/(\w+) [\d.]+ Tf|<([0-9A-Fa-f\s]+)>\s*(?=Tj|\]|<|-?[\d.]+|')|\[((?:<[0-9A-Fa-f]*>|[-\d.\s])*)\]\s*TJ", data):
            if match.group(1):
                font = match.group(1).decode()
                continue
            for digits in re.findall(rb"[0-9A-Fa-f]+", b" ".join(re.findall(rb"<([0-9A-Fa-f]*)>", match.group(0)))):
                raw = bytes.fromhex(digits.decode())
                shown.setdefault(font, set()).update(int.from_bytes(raw[i: i + 2], "big") for i in range(0, len(raw), 2))
    return {name: cids for name, cids in shown.items() if name in names}


def installed(base_font):
    """The font file of the system for a PostScript name."""
    plain = base_font.split("+")[-1]
    for path in sorted(FONTS.rglob("*.ttf")):
        if path.stem == plain or path.stem.replace("-Regular", "") == plain.replace("-Regular", ""):
            return path
    raise AssertionError(f"no font of the system is called {plain}")


def shapes(font):
    """{outline: glyphs with it}; the outline as nested tuples."""
    found = {}
    for index in range(font.glyph_count):
        found.setdefault(frozen(font.outline(index)), set()).add(index)
    return found


def frozen(outline):
    return tuple(tuple((round(x), round(y), on) for x, y, on in contour) for contour in outline)


def character_map(path):
    """{code point: glyph} of the full font, formats 4 and 12."""
    font = Font(path.read_bytes())
    table = font.table("cmap")
    found = {}
    count = int.from_bytes(table[2:4], "big")
    for record in range(count):
        offset = int.from_bytes(table[8 + 8 * record: 12 + 8 * record], "big")
        sub = table[offset:]
        form = int.from_bytes(sub[:2], "big")
        if form == 12:
            for group in range(int.from_bytes(sub[12:16], "big")):
                first, last, glyph = (int.from_bytes(sub[16 + 12 * group + 4 * k: 20 + 12 * group + 4 * k], "big") for k in range(3))
                found.update({code: glyph + code - first for code in range(first, last + 1)})
        elif form == 4 and not found:
            found.update(_format4(sub))
    return found


def _format4(sub):
    def word(at):
        return int.from_bytes(sub[at: at + 2], "big")
    found, segments = {}, word(6) // 2
    for index in range(segments):
        last, first = word(14 + 2 * index), word(16 + 2 * segments + 2 * index)
        delta, at = word(16 + 4 * segments + 2 * index), 16 + 6 * segments + 2 * index
        for code in range(first, last + 1):
            glyph = code if not word(at) else word(at + word(at) + 2 * (code - first))
            if glyph and code != 0xFFFF:
                found[code] = (glyph + delta) & 0xFFFF
    return found


def compare(path):
    """Compares all fonts of a brief; gives the number of glyphs compared."""
    facts = Pdf(path)
    fonts = {}
    for page in facts.pages:
        for name, reference in (facts.get(facts.get(page["/Resources"]).get("/Font")) or {}).items():
            fonts[name[1:]] = facts.get(reference)
    used = used_cids(path, facts, fonts)
    assert used, "no text was found"
    compared, problems, others = 0, [], []
    for name, cids in used.items():
        descendant = facts.get(facts.get(fonts[name]["/DescendantFonts"])[0])
        equal(descendant.get("/CIDToGIDMap"), "/Identity", "CIDToGIDMap")
        descriptor = facts.get(descendant["/FontDescriptor"])
        embedded = Font(stream(path, descriptor["/FontFile2"]))
        source = installed(fonts[name]["/BaseFont"][1:])
        full = Font(source.read_bytes())
        characters, mapping = character_map(source), to_unicode(stream(path, fonts[name]["/ToUnicode"]))
        known = shapes(full)
        widths = _widths(facts, descendant)
        for cid in sorted(cids):
            compared += 1
            outline = frozen(embedded.outline(cid))
            where = f"{source.name}: CID {cid} ({mapping.get(cid)!r})"
            if cid not in mapping:
                problems.append(f"{where}: not in ToUnicode")
                continue
            if outline not in known:
                problems.append(f"{where}: an outline that the font does not have")
                continue
            text = mapping[cid]
            glyph = characters.get(ord(text)) if len(text) == 1 else None
            if glyph is not None and outline != frozen(full.outline(glyph)):
                others.append(f"{where}: not the usual shape")
            exact = {round(1000 * full.advance(g) / full.units) for g in known[outline]}
            if cid in widths and min(abs(widths[cid] - w) for w in exact) > 1:
                problems.append(f"{where}: width {widths[cid]}, in the font {exact}")
    assert not problems, f"{len(problems)} of {compared}\n" + "\n".join(problems[:12])
    # Small capitals, raised figures and the like are other glyphs of the font for the same letter; rare.
    assert len(others) <= compared // 50, f"{len(others)} of {compared}\n" + "\n".join(others[:12])
    return compared


def _widths(facts, descendant):
    """{CID: width} of /W."""
    found, entries = {}, list(facts.get(descendant.get("/W")) or [])
    while entries:
        first, second = int(entries.pop(0)), facts.get(entries.pop(0))
        if isinstance(second, list):
            found.update({first + i: float(w) for i, w in enumerate(second)})
        else:
            width = float(entries.pop(0))
            found.update({cid: width for cid in range(first, int(second) + 1)})
    return found


@suite.test
def example(program):
    assert compare(program.build(EXAMPLE) / "brief.pdf") > 120


@suite.test
def khasenov(program):
    assert compare(program.build(REPOSITORY / "evidence" / "khasenov") / "brief.pdf") > 120


@suite.test
def letters_with_many_parts(program):
    """Names whose letters are composites of composites in the fonts."""
    case = program.case()
    text = "Алёна Ёлкина, Йосип, Їжак, Ґудзь, Ўзбек, Әлия, Ғалым, Қайрат, Ңұрлан, Өмір, Ұлан, Үміт, Һәм, Ėglė, Žąsis, Šūvis, Ųžuolas, Ǖ, Ễ, Ṩ, Ǭ."
    path = case / "argument" / "1-introduction.md"
    path.write_text(path.read_text() + f"\n\n{text}\n\n**{text}**\n\n*{text}*\n")
    out = program.build(case)
    assert compare(out / "brief.pdf") > 160
    shown = " ".join(tool("pdftotext", "-enc", "UTF-8", out / "brief.pdf", "-").split())
    assert shown.count("Ңұрлан, Өмір, Ұлан, Үміт, Һәм, Ėglė, Žąsis") == 3, "the text layer lacks a name"


if __name__ == "__main__":
    sys.exit(suite.main())

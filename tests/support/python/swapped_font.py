# SPDX-License-Identifier: GPL-3.0-or-later
"""A font whose letters look like others: what a page shows and what its text layer says part ways."""
import struct


def _tables(data):
    count = struct.unpack(">H", data[4:6])[0]
    for index in range(count):
        tag, _, offset, length = struct.unpack(">4sLLL", data[12 + 16 * index: 28 + 16 * index])
        yield tag, data[offset: offset + length]


def _glyphs(cmap):
    """Glyph of each character, from the first subtable of format 4 (OpenType, cmap)."""
    for index in range(struct.unpack(">H", cmap[2:4])[0]):
        at = struct.unpack(">HHL", cmap[4 + 8 * index: 12 + 8 * index])[2]
        if struct.unpack(">H", cmap[at: at + 2])[0] != 4:
            continue
        half = struct.unpack(">H", cmap[at + 6: at + 8])[0] // 2
        row = lambda n, form: struct.unpack(f">{half}{form}", cmap[at + 14 + n: at + 14 + n + 2 * half])  # noqa: E731
        ends, starts = row(0, "H"), row(2 * half + 2, "H")
        deltas, offsets = row(4 * half + 2, "h"), row(6 * half + 2, "H")
        glyphs = {}
        for segment in range(half):
            for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
                if offsets[segment] == 0:
                    glyph = (code + deltas[segment]) & 0xFFFF
                else:
                    place = at + 14 + 6 * half + 2 + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                    glyph = struct.unpack(">H", cmap[place: place + 2])[0]
                    glyph = (glyph + deltas[segment]) & 0xFFFF if glyph else 0
                if glyph:
                    glyphs[code] = glyph
        return glyphs
    raise ValueError("the font has no table of format 4")


def _cmap(glyphs):
    codes = sorted(code for code in glyphs if code < 0x2200)
    count = len(codes) + 1
    ends = struct.pack(f">{count}H", *codes, 0xFFFF)
    deltas = struct.pack(f">{count}H", *((glyphs[code] - code) & 0xFFFF for code in codes), 1)
    power = 1 << (count.bit_length() - 1)
    body = struct.pack(">4H", 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    body += ends + b"\0\0" + ends + deltas + bytes(2 * count)
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + struct.pack(">3H", 4, 6 + len(body), 0) + body


def swapped(data, looks_like):
    """The font in which each key of `looks_like` is drawn as its value."""
    tables = dict(_tables(data))
    glyphs = _glyphs(tables[b"cmap"])
    shown = dict(glyphs)
    for written, seen in looks_like.items():
        shown[ord(written)] = glyphs[ord(seen)]
    tables[b"cmap"] = _cmap(shown)
    out = data[:4] + struct.pack(">H", len(tables)) + data[6:12]
    at, body = 12 + 16 * len(tables), b""
    for tag in sorted(tables):
        content = tables[tag] + bytes(-len(tables[tag]) % 4)
        total = sum(struct.unpack(f">{len(content) // 4}L", content)) & 0xFFFFFFFF
        out += struct.pack(">4sLLL", tag, total, at + len(body), len(tables[tag]))
        body += content
    return out + body

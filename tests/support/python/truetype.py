# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlines of a TrueType font, read in plain Python: what a page shows, as points and flags."""

import struct


class Font:
    """`glyf` and `loca` of a font; enough for comparing shapes."""

    def __init__(self, data):
        self.data = data
        count = struct.unpack(">H", data[4:6])[0]
        self.tables = {}
        for index in range(count):
            tag, _, offset, length = struct.unpack(">4sLLL", data[12 + 16 * index: 28 + 16 * index])
            self.tables[tag.decode("latin-1")] = (offset, length)
        head, _ = self.tables["head"]
        self.units = struct.unpack(">H", data[head + 18: head + 20])[0]
        self.long_offsets = struct.unpack(">h", data[head + 50: head + 52])[0] == 1
        maxp, _ = self.tables["maxp"]
        self.glyph_count = struct.unpack(">H", data[maxp + 4: maxp + 6])[0]

    def table(self, tag):
        offset, length = self.tables[tag]
        return self.data[offset: offset + length]

    def glyph(self, index):
        """The bytes of a glyph; empty for one without outline."""
        loca = self.table("loca")
        if self.long_offsets:
            begin, end = struct.unpack(">LL", loca[4 * index: 4 * index + 8])
        else:
            begin, end = (2 * n for n in struct.unpack(">HH", loca[2 * index: 2 * index + 4]))
        return self.table("glyf")[begin:end]

    def advance(self, index):
        """Advance width in font units."""
        hhea = self.table("hhea")
        metrics = struct.unpack(">H", hhea[34:36])[0]
        at = 4 * min(index, metrics - 1)
        return struct.unpack(">H", self.table("hmtx")[at: at + 2])[0]

    def outline(self, index, depth=0):
        """Contours as lists of (x, y, on curve), components put in their places."""
        assert depth < 8, "composite glyphs nested too deep"
        data = self.glyph(index)
        if not data:
            return []
        contours = struct.unpack(">h", data[:2])[0]
        return self._simple(data, contours) if contours >= 0 else self._composite(data, depth)

    @staticmethod
    def _simple(data, contours):
        ends = struct.unpack(f">{contours}H", data[10: 10 + 2 * contours])
        at = 10 + 2 * contours
        at += 2 + struct.unpack(">H", data[at: at + 2])[0]
        total = ends[-1] + 1 if ends else 0
        flags = []
        while len(flags) < total:
            flag = data[at]
            at += 1
            flags.append(flag)
            if flag & 8:
                flags += [flag] * data[at]
                at += 1
        axes = []
        for short, same in ((2, 16), (4, 32)):
            value, values = 0, []
            for flag in flags:
                if flag & short:
                    value += data[at] if flag & same else -data[at]
                    at += 1
                elif not flag & same:
                    value += struct.unpack(">h", data[at: at + 2])[0]
                    at += 2
                values.append(value)
            axes.append(values)
        points = [(x, y, bool(f & 1)) for x, y, f in zip(axes[0], axes[1], flags)]
        begins = [0] + [end + 1 for end in ends[:-1]]
        return [points[b: e + 1] for b, e in zip(begins, ends)]

    def _composite(self, data, depth):
        contours, at, more = [], 10, True
        while more:
            flags, index = struct.unpack(">HH", data[at: at + 4])
            at += 4
            size, form = (4, ">hh") if flags & 1 else (2, ">bb")
            dx, dy = struct.unpack(form, data[at: at + size])
            at += size
            matrix = (1.0, 0.0, 0.0, 1.0)
            if flags & 8:
                scale = struct.unpack(">h", data[at: at + 2])[0] / 16384
                matrix, at = (scale, 0.0, 0.0, scale), at + 2
            elif flags & 0x40:
                a, d = (n / 16384 for n in struct.unpack(">hh", data[at: at + 4]))
                matrix, at = (a, 0.0, 0.0, d), at + 4
            elif flags & 0x80:
                matrix = tuple(n / 16384 for n in struct.unpack(">hhhh", data[at: at + 8]))
                at += 8
            part = self.outline(index, depth + 1)
            a, b, c, d = matrix
            if not flags & 2:  # the arguments are points to be laid upon each other
                placed = [p for contour in contours for p in contour]
                moved = [p for contour in part for p in contour]
                dx = placed[dx][0] - (a * moved[dy][0] + c * moved[dy][1]) if placed else 0
                dy = placed[dx][1] - (b * moved[dy][0] + d * moved[dy][1]) if placed else 0
            contours += [[(a * x + c * y + dx, b * x + d * y + dy, on) for x, y, on in contour]
                         for contour in part]
            more = bool(flags & 0x20)
        return contours

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile pictures and recordings: one finding that names the exhibit, nothing else is lost, nothing hangs."""

import random
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import media_files  # noqa: E402
import simple_pdf  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
HEADER = "format: 1\nid: demo\ntitle: Demo\nlanguage: en\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n"


def unread(program, name, files):
    """{file: message of D0703} of a case with these files; the others were read."""
    case = program.folder(name)
    (case / "files").mkdir()
    register = "format: 1\nexhibits:\n"
    for number, (path, data) in enumerate(files.items(), 1):
        register += f"  - {{id: e{number:03}, title: T, kind: photo, scope: individual, language: en, file: files/{path}}}\n"
        (case / "files" / path).write_bytes(data)
    (case / "dossier.yaml").write_text(HEADER)
    (case / "exhibits.yaml").write_text(register)
    answer = program.run("check", case, "--format", "json", "--no-redact").expect(0, 1, 5).json()
    validate("check", answer)
    names = list(files)
    return {names[int(f["exhibits"][0][1:]) - 1]: f["message"] + " | " + (f["hint"] or "") for f in answer["findings"] if f["code"] == "D0703"}


@suite.test
def bombs_are_refused_by_their_heads(program):
    flat = media_files.tiff([(40, 40, 200)])
    late = media_files.tiff([(40, 40, 200), (50, 50, 1)])
    for tag in (257, 278):
        late = late.replace(struct.pack("<HHII", tag, 4, 1, 50), struct.pack("<HHII", tag, 4, 1, 4000000))
    files = {"huge.tif": media_files.tiff([(40, 40, 200)], size=(65000, 65000)),
             "late.tif": late,
             "loop.tif": media_files.tiff([(40, 40, 200), (20, 20, 1)], loop=True),
             "many.tif": many_pages(10001),
             "good.tif": flat}
    said = unread(program, "bombs", files)
    equal(sorted(said), ["huge.tif", "late.tif", "loop.tif", "many.tif"], "refused")
    contains(said["huge.tif"], "at most 100 million")
    contains(said["late.tif"], "page 2")
    contains(said["loop.tif"], "damaged")
    contains(said["many.tif"], "more than 10000 pages")


def many_pages(count):
    """Directories that share one pixel."""
    out = bytearray(b"II*\0" + struct.pack("<I", 8))
    for _ in range(count):
        out += struct.pack("<H", 4) + b"".join(struct.pack("<HHII", tag, 4, 1, 1) for tag in (256, 257, 273, 279))
        out += struct.pack("<I", len(out) + 4)
    return bytes(out)


@suite.test
def every_truncation_is_told(program):
    whole = {"e.tif": media_files.tiff([(40, 40, 200), (30, 20, 10)]), "e.jpg": media_files.jpeg(200, 100), "e.png": simple_pdf.png(20, 20),
             "e.wav": media_files.wav(3), "e.mp4": media_files.mp4(60, True), "e.m4a": media_files.mp4(754)}
    files = {}
    for name, data in whole.items():
        for part in (3, 10, 30, 60, 90):
            files[f"{part}-{name}"] = data[:len(data) * part // 100]
    said = unread(program, "cut", files)
    equal(sorted(set(files) - set(said)), [], "cut files that were taken for whole ones")
    contains(said["90-e.wav"], "cut off")
    contains(said["90-e.wav"], "whole copy")


@suite.test
def empty_files(program):
    files = {"e." + suffix: b"" for suffix in ("tif", "jpg", "mp4", "wav", "vtt", "ogg")}
    said = unread(program, "empty", files)
    equal(sorted(said), sorted(files), "empty files")


@suite.test
def kinds_that_are_not_read_are_named(program):
    files = {"a.webp": b"RIFF\x24\0\0\0WEBPVP8 " + bytes(20), "b.gif": b"GIF89a" + bytes(20), "c.heic": b"\0\0\0\x18ftypheic" + bytes(20),
             "d.bmp": b"BM" + struct.pack("<IHHII", 70, 0, 0, 54, 40) + bytes(30)}
    said = unread(program, "kinds", files)
    equal(sorted(said), sorted(files), "refused")
    for name, word in (("a.webp", "WebP"), ("b.gif", "GIF"), ("c.heic", "HEIC"), ("d.bmp", "BMP")):
        contains(said[name], word)
        contains(said[name], "PNG or JPEG")


@suite.test
def mutants_never_crash_a_reader(program):
    chance = random.Random(7)
    whole = {"tif": media_files.tiff([(40, 40, 200), (30, 20, 10)]), "mp4": media_files.mp4(60, True, place="+54.6870+025.2800/"), "wav": media_files.wav(3),
             "flac": media_files.flac("Title"), "jpg": media_files.jpeg(64, 64, 0, media_files.exif({0x010F: "PhoneCo"}, {0x9003: "2024:03:02 10:12:30"}, {1: "N", 2: media_files.degrees(54.687)}))}
    files = {}
    for kind, data in whole.items():
        for number in range(12):
            changed = bytearray(data)
            for _ in range(1 + number):
                changed[chance.randrange(8, len(changed))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
            files[f"{number}.{kind}"] = bytes(changed)
    for name, message in unread(program, "mutants", files).items():
        for word in ("crashed", "signal", "too long", "makes no sense"):
            assert word not in message, f"{name}: {message}"


if __name__ == "__main__":
    sys.exit(suite.main())

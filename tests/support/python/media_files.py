# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pictures and recordings for tests, byte by byte: JPEG with Exif, TIFF, WAV, MP4, FLAC."""

import struct
import zlib

# ---- JPEG


def jpeg(width, height, bars=0, exif=b""):
    """A baseline JPEG of one grey (ITU-T T.81), with `bars` rows of black blocks above and below."""
    rows, columns = (height + 7) // 8, (width + 7) // 8
    bits, before = [], 0
    for row in range(rows):
        level = -1024 if row < bars or row >= rows - bars else 0
        for _ in range(columns):
            bits.append(_difference(level - before) + "0")  # and the end of the block
            before = level
    data = "".join(bits)
    data += "1" * (-len(data) % 8)
    scan = bytes(int(data[i:i + 8], 2) for i in range(0, len(data), 8)).replace(b"\xff", b"\xff\0")
    out = b"\xff\xd8"
    if exif:
        out += _segment(0xE1, b"Exif\0\0" + exif)
    out += _segment(0xDB, b"\0" + b"\1" * 64)
    out += _segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    out += _segment(0xC4, b"\0" + bytes([1, 1] + [0] * 14) + b"\0\x0b")
    out += _segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")
    return out + _segment(0xDA, b"\1\1\0\0\x3f\0") + scan + b"\xff\xd9"


def _difference(value):
    """One of two codes: no difference, or one of eleven bits."""
    if value == 0:
        return "0"
    return "10" + format(value if value > 0 else value + 2047, "011b")


def _segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


# ---- Exif

def exif(first=None, photo=None, gps=None, thumbnail=b""):
    """A TIFF structure of Exif 2.32, little-endian. The maps hold tag: str, int or list of (a, b)."""
    first = dict(first or {})
    photo, gps = dict(photo or {}), dict(gps or {})
    # Sizes do not depend on the values of the pointers, so a first round finds the places.
    for _ in range(2):
        start = 8
        if photo:
            first[0x8769] = start + len(_ifd(first | {0x8769: 0} | ({0x8825: 0} if gps else {}), start, 0))
        if gps:
            first[0x8825] = first.get(0x8769, start + len(_ifd(first | {0x8825: 0}, start, 0))) + (len(_ifd(photo, 0, 0)) if photo else 0)
    body = _ifd(first, 8, 0)
    places = 8 + len(body)
    if photo:
        first[0x8769] = places
        places += len(_ifd(photo, places, 0))
    if gps:
        first[0x8825] = places
        places += len(_ifd(gps, places, 0))
    second = places if thumbnail else 0
    out = b"II*\0" + struct.pack("<I", 8) + _ifd(first, 8, second)
    if photo:
        out += _ifd(photo, len(out), 0)
    if gps:
        out += _ifd(gps, len(out), 0)
    if thumbnail:
        tags = {0x0103: 6, 0x0201: 0, 0x0202: len(thumbnail)}
        tags[0x0201] = len(out) + len(_ifd(tags, len(out), 0))
        out += _ifd(tags, len(out), 0) + thumbnail
    return out


def _ifd(tags, start, following):
    entries, extra = b"", b""
    room = start + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        kind, count, data = _value(tag, tags[tag])
        if len(data) > 4:
            place = room + len(extra)
            extra += data + b"\0" * (len(data) % 2)
            data = struct.pack("<I", place)
        entries += struct.pack("<HHI", tag, kind, count) + data.ljust(4, b"\0")
    return struct.pack("<H", len(tags)) + entries + struct.pack("<I", following) + extra


def _value(tag, value):
    if isinstance(value, str):
        data = value.encode() + b"\0"
        return 2, len(data), data
    if isinstance(value, bytes):
        return 7, len(value), value
    if isinstance(value, list):
        return 5, len(value), b"".join(struct.pack("<II", a, b) for a, b in value)
    if tag in (0x0112, 0x0103):
        return 3, 1, struct.pack("<H", value)
    return 4, 1, struct.pack("<I", value)


def degrees(value):
    """Degrees, minutes and seconds as rationals."""
    whole = int(value)
    minutes = int((value - whole) * 60)
    seconds = round((value - whole - minutes / 60) * 3600 * 100)
    return [(whole, 1), (minutes, 1), (seconds, 100)]


# ---- TIFF

def tiff(pages, loop=False, size=None):
    """Pages of (width, height, grey), one strip each, deflated; `size` lies about the first page."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4
    first = None
    for number, (width, height, grey) in enumerate(pages):
        data = zlib.compress(bytes([grey]) * (width * height))
        strip = len(out)
        out += data + b"\0" * (len(data) % 2)
        here = len(out)
        first = first or here
        struct.pack_into("<I", out, link, here)
        stated = size if size and number == 0 else (width, height)
        tags = [(256, 4, stated[0]), (257, 4, stated[1]), (258, 3, 8), (259, 3, 8), (262, 3, 1), (273, 4, strip),
                (277, 3, 1), (278, 4, stated[1]), (279, 4, len(data))]
        out += struct.pack("<H", len(tags))
        for tag, kind, value in tags:
            out += struct.pack("<HHII", tag, kind, 1, value)
        link = len(out)
        out += struct.pack("<I", first if loop and number == len(pages) - 1 else 0)
    return bytes(out)


# ---- recordings

def wav(seconds, rate=100):
    """Silence: one channel of 8 bits."""
    data = b"\x80" * (seconds * rate)
    head = struct.pack("<HHIIHH", 1, 1, rate, rate, 1, 8)
    return b"RIFF" + struct.pack("<I", 36 + len(data)) + b"WAVEfmt " + struct.pack("<I", 16) + head + b"data" + struct.pack("<I", len(data)) + data


def _box(name, body):
    return struct.pack(">I", 8 + len(body)) + name + body


def _full(name, body, flags=0):
    return _box(name, struct.pack(">I", flags) + body)


def mp4(seconds, video=False, made=1700000000, place="", device=("", ""), payload=64):
    """An ISO base media file (ISO/IEC 14496-12) with one track and no real samples."""
    clock = made + 2082844800  # since 1904
    matrix = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    head = _full(b"mvhd", struct.pack(">IIIIIHHII", clock, clock, 1000, seconds * 1000, 0x10000, 0x100, 0, 0, 0) + matrix + bytes(24) + struct.pack(">I", 2))
    size = (640 << 16, 480 << 16) if video else (0, 0)
    track = _full(b"tkhd", struct.pack(">IIIII", clock, clock, 1, 0, seconds * 1000) + bytes(8) + struct.pack(">HHHH", 0, 0, 0 if video else 0x100, 0) + matrix + struct.pack(">II", *size), 3)
    media = _full(b"mdhd", struct.pack(">IIIIHH", clock, clock, 8000, seconds * 8000, 0x55C4, 0))
    handler = _full(b"hdlr", bytes(4) + (b"vide" if video else b"soun") + bytes(12) + b"\0")
    if video:
        entry = _box(b"avc1", bytes(6) + b"\0\1" + bytes(16) + struct.pack(">HHIIIH", 640, 480, 0x480000, 0x480000, 0, 1) + bytes(32) + struct.pack(">Hh", 24, -1))
        kind = _full(b"vmhd", bytes(8), 1)
    else:
        entry = _box(b"mp4a", bytes(6) + b"\0\1" + bytes(8) + struct.pack(">HHHHI", 1, 16, 0, 0, 8000 << 16))
        kind = _full(b"smhd", bytes(4))
    table = _box(b"stbl", _full(b"stsd", struct.pack(">I", 1) + entry) + _full(b"stts", struct.pack(">III", 1, seconds, 8000)) +
                 _full(b"stsc", struct.pack(">IIII", 1, 1, seconds, 1)) + _full(b"stsz", struct.pack(">II", 1, seconds)) + _full(b"stco", struct.pack(">II", 1, 40)))
    info = _box(b"minf", kind + _box(b"dinf", _full(b"dref", struct.pack(">I", 1) + _full(b"url ", b"", 1))) + table)
    said = b"".join(_box(name, struct.pack(">HH", len(text), 0x15C7) + text.encode())
                    for name, text in ((b"\xa9xyz", place), (b"\xa9mak", device[0]), (b"\xa9mod", device[1])) if text)
    moov = _box(b"moov", head + _box(b"trak", track + _box(b"mdia", media + handler + info)) + (_box(b"udta", said) if said else b""))
    brand = b"isom" if video else b"M4A "
    return _box(b"ftyp", brand + bytes(4) + brand + b"isom") + _box(b"mdat", bytes(payload)) + moov


def flac(title, seconds=3):
    """A FLAC file without frames (RFC 9639)."""
    stream = struct.pack(">HH", 4096, 4096) + bytes(6) + ((8000 << 44) | (15 << 36) | (8000 * seconds)).to_bytes(8, "big") + bytes(16)
    comment = ("TITLE=" + title).encode()
    comments = struct.pack("<III", 0, 1, len(comment)) + comment
    return b"fLaC" + b"\0" + len(stream).to_bytes(3, "big") + stream + b"\x84" + len(comments).to_bytes(3, "big") + comments

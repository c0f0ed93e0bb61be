# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds for the fuzz targets, from files of the repository: usage make_corpus.py ROOT CORPUS."""
import base64
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support" / "python"))

import media_files  # noqa: E402

MAX_SEED = 16384


def golden_sections(root):
    """The input files inside golden cases: (name, text)."""
    for case in sorted((root / "tests" / "golden").glob("*/*.case")):
        name, lines = "", []
        for line in case.read_text().splitlines(keepends=True) + ["=== end\n"]:
            if line.startswith("=== "):
                if lines:
                    yield name, "".join(lines)
                name, lines = line[4:].split()[0], []
            elif name:
                lines.append(line)


def put(corpus, target, number, data):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    if 0 < len(data) <= MAX_SEED:
        (folder / f"seed-{number:04}").write_bytes(data)


def texts(root):
    """(target, bytes) of everything that is a seed as it stands."""
    for pattern in ("rules/*/*.yaml", "evidence/*/*.yaml", "evidence/*/*/*.yaml"):
        for path in sorted(root.glob(pattern)):
            data = path.read_bytes()
            yield "yaml", data
            for cite in re.findall(rb"\b(e\d\d[^\]\n;}\"]{0,40})", data):
                yield "citation", cite.strip()
    for path in sorted(root.glob("evidence/*/argument/*.md")):
        yield "markdown", path.read_bytes()
        for cite in re.findall(rb"\[(@[^\]]+)\]", path.read_bytes()):
            yield "citation", cite
        yield "anchors", b"\x00\xff" + path.read_bytes()
    for path in sorted(root.glob("tests/unit/identifiers/*.cc")):
        for text in re.findall(rb'"([^"\\\n]{4,200})"', path.read_bytes()):
            yield "identifier", text
    for pattern in ("templates/*.xml", "templates/schema/*.rng"):
        for path in sorted(root.glob(pattern)):
            yield "xml_template", path.read_bytes()
    for path in sorted(root.glob("evidence/*/files/*.html")):
        yield "html", path.read_bytes()
    for path in sorted(root.glob("rules/schemas/*.json")):
        yield "json", path.read_bytes()
    for name, text in golden_sections(root):
        if name.endswith((".tsr", ".ots")):
            yield "proof", base64.b64decode(text)
            continue
        kind = {".yaml": "yaml", ".md": "markdown", ".html": "html", ".xml": "xml_template", ".json": "json"}
        target = kind.get(pathlib.PurePath(name).suffix)
        if name.endswith(".lock"):
            target = "lock"
        if target:
            yield target, text.encode()


def main():
    root, corpus = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    for target in ("answer", "facts", "plan", "proof", "quote", "verify", "lock"):
        (corpus / target).mkdir(parents=True, exist_ok=True)
    seen = set()
    for number, (target, data) in enumerate(texts(root)):
        if (target, data) not in seen:
            seen.add((target, data))
            put(corpus, target, number, data)
    put(corpus, "json", 9000, json.dumps({"a": [1, -2, 1.5e300, True, None, "\u00e9\u0007"], "b": {}}).encode())
    exif = media_files.exif({0x010F: "PhoneCo"}, {0x9003: "2024:03:02 10:12:30"}, {1: "N", 2: media_files.degrees(54.687)}, media_files.jpeg(16, 12))
    put(corpus, "picture", 9002, media_files.tiff([(20, 10, 200), (8, 8, 3)]))
    put(corpus, "picture", 9003, media_files.jpeg(16, 16, 0, exif))
    put(corpus, "transcript", 9004, b"WEBVTT\n\n00:05.000 --> 00:09.000\n<v Ana>Words &amp; words\n")
    put(corpus, "transcript", 9005, b"1\n00:00:01,600 --> 00:00:04,200\nWords\n\n[00:01] more\n")
    put(corpus, "quote", 9001, b"\x07\x01abc abc\x0aabc abc ab\x0bc abc abc b")


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of several pages, photographs with metadata, recordings with transcripts: from the register to the bundle."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import media_files  # noqa: E402
from pdf_facts import Pdf, check as check_pdf, page_texts  # noqa: E402
from program import tool  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
HEADER = "format: 1\nid: demo\ntitle: Demo\nlanguage: %s\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n"
PLANTED = ("PhoneCo", "SN-PLANTED-77", "Ana Example", "Camera app 1.2", "54.68", "25.28")
VTT = """WEBVTT

00:05.000 --> 00:09.000
<v Ana>Do you live in this street?

12:30.000 --> 12:33.000
<v Ben>Since 2011, Žydrė and I.
"""


def photograph(width=400, height=200, **changes):
    """A JPEG with everything that a telephone writes, and a small picture of another shape."""
    first = {0x010F: "PhoneCo", 0x0110: "X-9", 0x0131: "Camera app 1.2", 0x0132: "2024:03:02 10:20:00", 0x013B: "Ana Example"}
    photo = {0x9003: "2024:03:02 10:12:30", 0x9011: "+06:00", 0xA431: "SN-PLANTED-77"}
    gps = {1: "N", 2: media_files.degrees(54.687), 3: "E", 4: media_files.degrees(25.28)}
    small = changes.get("small", media_files.jpeg(160, 120))
    return media_files.jpeg(width, height, 0, media_files.exif(first, photo, gps, small))


def case_of(program, exhibits, files, language="en", name="case"):
    """A case whose register holds `exhibits` (lines after the id) and whose folder holds `files`."""
    case = program.folder(name)
    (case / "dossier.yaml").write_text(HEADER % language)
    (case / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + "".join(
        f"  - {{id: e{n:02}, title: Exhibit {n}, scope: individual, language: en, {rest}}}\n" for n, rest in enumerate(exhibits, 1)))
    (case / "files").mkdir()
    for path, data in files.items():
        (case / "files" / path).write_bytes(data if isinstance(data, bytes) else data.encode())
    return case


def findings(program, case, *words):
    answer = program.run("check", case, "--format", "json", *words).expect(0, 1, 5).json()
    validate("check", answer)
    return [finding for finding in answer["findings"] if finding["code"][:3] in ("D07", "D08") and finding["code"] != "D0217"], answer


def build(program, case, name="out"):
    """Like `program.build`, for cases that plead nothing."""
    out = program.scratch / name
    out.mkdir()
    program.run("build", case, "-o", out).expect(5)
    return out


def codes(found):
    return sorted(finding["code"] for finding in found)


@suite.test
def photographs_are_described_and_their_pages_are_clean(program):
    # triggers: D0730, D0733, D0734, D0802
    case = case_of(program, ["kind: photo, dates: {event: 2024-03-01}, file: files/e01.jpg"], {"e01.jpg": photograph()})
    found, _ = findings(program, case, "--no-redact")
    equal(codes(found), ["D0730", "D0733", "D0734", "D0802"], "codes")
    texts = {finding["code"]: finding["message"] for finding in found}
    contains(texts["D0802"], "54.6870, 25.2800")
    contains(texts["D0730"], "the serial number of a camera")
    contains(texts["D0733"], "2024-03-02T10:12:30+06:00")
    contains(texts["D0733"], "2024-03-01 as dates.event")
    contains(texts["D0734"], "160 x 120")
    hidden, _ = findings(program, case, "--redact")
    for planted in ("54.68", "25.28", "2024-03-02"):
        assert planted not in json.dumps(hidden), f"{planted} is shown under --redact"
    out = build(program, case)
    for name in ("bundle.pdf", "brief.pdf"):
        plain = program.scratch / ("plain-" + name)
        tool("qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", out / name, plain, codes=(0, 3))
        data = plain.read_bytes()
        for planted in PLANTED:
            assert planted.encode() not in data and planted.encode("utf-16-be") not in data, f"{planted} is in {name}"
        assert b"Exif" not in data, f"Exif is in {name}"


@suite.test
def a_photograph_in_order_is_silent(program):
    exhibits = ["kind: photo, dates: {event: 2024-03-02}, file: files/e01.jpg",
                "kind: photo, dates: {event: 2024-03}, file: files/e02.jpg",
                "kind: official, dates: {event: 2019-05-04}, file: files/e03.jpg",
                "kind: photo, dates: {captured: 2024-09-30T10:12:00Z}, url: 'https://example.org/x', file: files/e04.jpg"]
    plain = media_files.exif({}, {0x9003: "2024:03:02 10:12:30"}, {}, media_files.jpeg(160, 120))
    files = {f"e{n:02}.jpg": media_files.jpeg(400 + n, 300 + n, 0, plain) for n in range(1, 5)}
    found, _ = findings(program, case_of(program, exhibits, files))
    equal(codes(found), [], "codes")
    exhibits[2] = "kind: official, dates: {event: 2025-05-04}, file: files/e03.jpg"
    exhibits[3] = exhibits[3].replace("2024-09-30", "2023-09-30")
    found, _ = findings(program, case_of(program, exhibits, files, name="again"))
    equal(codes(found), ["D0733", "D0733"], "a scan older than its paper, a copy older than the file")


@suite.test
def every_page_of_a_tiff_is_a_page(program):
    pages = [(1654, 2339, 200), (300, 200, 30), (80, 120, 90)]
    case = case_of(program, ["kind: official, file: files/e01.tif"], {"e01.tif": media_files.tiff(pages)})
    program.run("lock", case).expect(0)
    found, answer = findings(program, case)
    equal(codes(found), [], "codes")
    equal(answer["exhibits"][0]["pages"], 3, "pages")
    out = build(program, case)
    check_pdf(out / "bundle.pdf")
    derived = Pdf(case / "derived" / "e01.pdf")
    equal(len(derived.pages), 3, "pages of the made file")
    sizes = []
    for entry in derived.objects.values():
        picture = entry.get("stream", {}).get("dict", {})
        if picture.get("/Subtype") == "/Image":
            sizes.append((picture["/Width"], picture["/Height"], picture["/ColorSpace"]))
    equal(sorted(sizes), sorted((w, h, "/DeviceGray") for w, h, _ in pages), "pictures")


@suite.test
def a_recording_has_a_sheet_with_its_transcript(program):
    exhibits = ["kind: video, dates: {event: 2023-11-14}, file: files/e01.m4a, transcript: files/e01.vtt, transcript_by: Cara Example"]
    files = {"e01.m4a": media_files.mp4(754, place="+54.6870+025.2800/", device=("PhoneCo", "X-9")), "e01.vtt": VTT}
    case = case_of(program, exhibits, files)
    program.run("lock", case).expect(0)
    lock = (case / "dossier.lock").read_text()
    contains(lock, "files/e01.vtt")
    found, answer = findings(program, case, "--no-redact")
    equal(codes(found), ["D0802"], "codes")
    equal({i["path"]: i["status"] for i in answer["inputs"]}["files/e01.vtt"], "used", "the transcript")
    pages = [re.sub(r"\s+", " ", text) for text in page_texts(case / "derived" / "e01.pdf")]
    text = " ".join(pages)
    for words in ("Transcript by Cara Example", "[1] 00:00:05 Ana: Do you live in this street?", "[2] 00:12:30 Ben: Since 2011, Žydrė and I.",
                  "00:12:34", "sound, MPEG-4: mp4a", "14 November 2023, 22:13:20 UTC", "files/e01.m4a"):
        contains(text, words)
    for planted in ("PhoneCo", "54.68"):
        assert planted not in text, f"{planted} is on the sheet"
    out = build(program, case)
    check_pdf(out / "bundle.pdf")
    contains(re.sub(r"\s+", " ", " ".join(page_texts(out / "bundle.pdf"))), "Since 2011, Žydrė and I.")


@suite.test
def a_changed_transcript_is_a_changed_exhibit(program):
    exhibits = ["kind: video, file: files/e01.wav, transcript: files/e01.vtt, transcript_by: Cara Example"]
    case = case_of(program, exhibits, {"e01.wav": media_files.wav(800), "e01.vtt": VTT})
    program.run("lock", case).expect(0)
    (case / "files" / "e01.vtt").write_text(VTT.replace("2011", "2012"))
    found, answer = findings(program, case)
    equal(codes(found), ["D0702"], "codes")
    equal(answer["exhibits"][0]["status"], "rejected", "status")
    program.run("lock", case, "--accept", "e01").expect(0)
    (case / "exhibits.yaml").write_text((case / "exhibits.yaml").read_text().replace(", transcript: files/e01.vtt, transcript_by: Cara Example", ""))
    (case / "files" / "e01.vtt").unlink()
    found, answer = findings(program, case)
    assert "D0707" in codes(found), "pages that were made with a transcript stand for a recording without one"
    equal(answer["exhibits"][0]["status"], "rejected", "status")
    program.run("lock", case, "--accept", "e01").expect(0)
    text = re.sub(r"\s+", " ", " ".join(page_texts(case / "derived" / "e01.pdf")))
    contains(text, "No transcript of this recording is filed")
    assert "2012" not in text, "words of the old transcript"


@suite.test
def transcripts_that_do_not_do(program):
    # triggers: D0731, D0732
    exhibits = ["kind: video, file: files/e01.wav, transcript: files/none.vtt, transcript_by: Cara Example",
                "kind: video, file: files/e02.wav, transcript: files/e02.txt, transcript_by: Cara Example",
                "kind: official, file: files/e03.txt, transcript: files/e03.vtt, transcript_by: Cara Example",
                "kind: video, file: files/e04.wav, transcript: files/e04.vtt, transcript_by: Cara Example",
                "kind: video, file: files/e05.wav, transcript: files/e05.srt, transcript_by: Cara Example"]
    files = {"e01.wav": media_files.wav(3), "e02.wav": media_files.wav(4), "e02.txt": "Words without a time.\n", "e03.txt": "Words.\n", "e03.vtt": VTT,
             "e04.wav": media_files.wav(5), "e04.vtt": VTT, "e05.wav": media_files.wav(6), "e05.srt": b"1\n00:00:01,000 --> 00:00:02,000\n\xef\xf0\xe8\n"}
    case = case_of(program, exhibits, files)
    found, _ = findings(program, case)
    equal(codes(found), ["D0731", "D0731", "D0731", "D0731", "D0732"], "codes")
    long = next(finding for finding in found if finding["code"] == "D0732")
    equal(long["message"], "the transcript of exhibit e04 has a cue at 00:12:30; the recording ends at 00:00:05", "message")
    program.run("lock", case).expect(1)
    assert not (case / "dossier.lock").exists(), "a case without its transcripts was locked"
    run = program.run("build", case, "-o", program.scratch / "final", "--final").expect(1)
    contains(run.stdout + run.stderr, "D0908")


@suite.test
def words_of_a_transcript_are_quoted(program):
    exhibits = ["kind: video, file: files/e01.wav, transcript: files/e01.vtt, transcript_by: Cara Example"]
    case = case_of(program, exhibits, {"e01.wav": media_files.wav(800), "e01.vtt": VTT})
    (case / "argument").mkdir()
    (case / "argument" / "a.md").write_text('He said "Since 2011, Žydrė and I" [@e01, para 2] and "Since 2012" [@e01, para 2].\n')
    answer = program.run("check", case, "--format", "json").expect(0, 1, 5).json()
    quotations = [finding["code"] for finding in answer["findings"] if finding["code"].startswith("D06")]
    equal(len(quotations), 1, f"one of two quotations is false: {quotations}")


@suite.test
def sheets_speak_the_language_of_the_case(program):
    case = case_of(program, ["kind: video, file: files/e01.wav"], {"e01.wav": media_files.wav(3)}, language="lt")
    program.run("lock", case).expect(0)
    contains(" ".join(page_texts(case / "derived" / "e01.pdf")), "garso įrašas")


@suite.test
def a_bundle_with_its_transcript_verifies(program):
    exhibits = ["kind: video, file: files/e01.wav, transcript: files/e01.vtt, transcript_by: Cara Example"]
    case = case_of(program, exhibits, {"e01.wav": media_files.wav(800), "e01.vtt": VTT})
    program.run("lock", case).expect(0)
    out = program.scratch / "signed"
    out.mkdir()
    program.run("build", case, "-o", out, "--sign", program.key()).expect(0, 1, 5)
    program.run("verify", out / "bundle.pdf", "--case", case).expect(0)
    (case / "files" / "e01.vtt").write_text(VTT.replace("2011", "2012"))
    run = program.run("verify", out / "bundle.pdf", "--case", case).expect(4)
    contains(run.stdout + run.stderr, "e01@transcript")


if __name__ == "__main__":
    sys.exit(suite.main())

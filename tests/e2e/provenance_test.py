#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# triggers: D0738 D0739 D0740 D0742 D0743 D0744
"""Proofs of time made by openssl, the lock and its refusals, reviews, the list of exhibits as printed."""

import base64
import hashlib
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import simple_pdf  # noqa: E402
from program import EXAMPLE, tool, tree  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)

HEADER = """format: 1
id: demo
title: {en: Brief of an invented applicant}
language: LANGUAGE
template: appeal-brief
applicants: [applicant]
filings: [{id: f1, date: 2090-01-01}]
"""
PEOPLE = """format: 1
people:
  - {id: applicant, name: {en: Anna Example}, kind: person, protect: pseudonym}
  - {id: o-archive, name: {en: Invented Archive, lt: Išgalvotas archyvas}, kind: organisation}
"""
ARGUMENT = "# Facts\n\nShe was held [@e01, p. 1]. She was released [@e01, p. 2; @e02, p. 1].\n"
TSA = """[tsa]
default_tsa = t
[t]
serial = FOLDER/serial
crypto_device = builtin
signer_cert = FOLDER/tsa.pem
signer_key = FOLDER/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha1, sha256, sha384, sha512
tsa_name = yes
ess_cert_id_chain = CHAIN
ess_cert_id_alg = sha256
"""
MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01"


class Authority:
    """A time-stamp authority that lives as long as its folder."""

    def __init__(self, folder, chain="no", name="Invented Time Authority"):
        self.folder = folder
        self.config = folder / "tsa.cnf"
        self.config.write_text(TSA.replace("FOLDER", str(folder)).replace("CHAIN", chain))
        (folder / "serial").write_text("01\n")
        curve = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        tool("openssl", "req", "-x509", "-newkey", *curve, "-keyout", folder / "ca.key", "-out", folder / "ca.pem",
             "-subj", "/CN=Invented Root", "-days", "30")
        tool("openssl", "req", "-newkey", *curve, "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr",
             "-subj", f"/CN={name}")
        (folder / "ext").write_text("extendedKeyUsage=critical,timeStamping\nkeyUsage=digitalSignature\n")
        tool("openssl", "x509", "-req", "-in", folder / "tsa.csr", "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key",
             "-CAcreateserial", "-days", "30", "-extfile", folder / "ext", "-out", folder / "tsa.pem")

    def stamp(self, path, out, *more, kind="sha256", certificate=True):
        query = self.folder / "query"
        tool("openssl", "ts", "-query", "-data", path, f"-{kind}", "-out", query, *(["-cert"] if certificate else []))
        tool("openssl", "ts", "-reply", "-config", self.config, "-queryfile", query, "-out", out, *more)
        return out


def authority(program, name="authority", **options):
    return Authority(program.folder(name), **options)


def exhibit(name, more=""):
    return (f"  - {{id: {name}, title: {{en: Paper {name}}}, kind: official, scope: individual, language: en, "
            f"file: files/{name}.pdf{more}}}\n")


def small_case(program, name="case", more=("", ""), language="en"):
    case = program.folder(name)
    (case / "dossier.yaml").write_text(HEADER.replace("LANGUAGE", language))
    (case / "people.yaml").write_text(PEOPLE)
    (case / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + exhibit("e01", more[0]) + exhibit("e02", more[1]))
    (case / "argument").mkdir()
    (case / "argument/1.md").write_text(ARGUMENT)
    (case / "files").mkdir()
    for number in ("e01", "e02"):
        (case / f"files/{number}.pdf").write_bytes(simple_pdf.pdf([f"paper {number}", "second page"]))
    return case


def found(program, case, *codes):
    """Findings with these codes; the report keeps its contract."""
    answer = program.run("check", case, "--format", "json", "--allow-empty").expect(0, 1).json()
    validate("check", answer)
    return [finding for finding in answer["findings"] if finding["code"] in codes]


PROOFS = ("D0738", "D0739", "D0740", "D0741", "D0742")


@suite.test
def stamps_of_openssl_fit(program):
    maker = authority(program)
    case = small_case(program)
    pdf = case / "files/e01.pdf"
    for kind, weak in (("sha256", False), ("sha384", False), ("sha512", False), ("sha1", True)):
        maker.stamp(pdf, case / "files/e01.pdf.tsr", kind=kind)
        said = found(program, case, *PROOFS)
        equal([f["code"] for f in said if f["code"] != "D0740"], ["D0742"], kind)
        equal(any(f["code"] == "D0740" for f in said), weak, f"weakness of {kind}")
        message = next(f["message"] for f in said if f["code"] == "D0742")
        contains(message, "Invented Time Authority, policy 1.2.3.4.1; who made it was not checked", kind)
        stated = tool("openssl", "ts", "-reply", "-in", case / "files/e01.pdf.tsr", "-text")
        time = re.search(r"Time stamp: \w+ +\d+ (\d\d:\d\d:\d\d)", stated).group(1)
        contains(message, time, "the time that openssl reads")


@suite.test
def every_form_of_a_token_is_read(program):
    maker = authority(program, chain="yes")
    case = small_case(program)
    pdf, proof = case / "files/e01.pdf", case / "files/e01.pdf.tsr"
    token = maker.stamp(pdf, program.scratch / "token", "-token_out")
    armoured = b"-----BEGIN PKCS7-----\n" + base64.encodebytes(token.read_bytes()) + b"-----END PKCS7-----\n"
    chained = maker.stamp(pdf, program.scratch / "chained", "-chain", maker.folder / "ca.pem")
    for name, data in {"token": token.read_bytes(), "armour": armoured, "chain": chained.read_bytes()}.items():
        proof.write_bytes(data)
        equal([f["code"] for f in found(program, case, *PROOFS)], ["D0742"], name)
    maker.stamp(pdf, proof, certificate=False)
    contains(found(program, case, *PROOFS)[0]["message"], "its signature could not be checked", "without a certificate")


@suite.test
def a_stamp_of_another_file_and_a_changed_stamp_are_errors(program):
    maker = authority(program)
    case = small_case(program)
    proof = case / "files/e01.pdf.tsr"
    maker.stamp(case / "files/e02.pdf", proof)
    said = found(program, case, *PROOFS)
    equal([(f["code"], f["level"]) for f in said], [("D0738", "error")], "another file")
    contains(said[0]["message"], "made for another file", "the reason")
    good = maker.stamp(case / "files/e01.pdf", program.scratch / "good").read_bytes()
    # The time itself: the digest of the content no longer fits the signature.
    at = re.search(rb"\x18\x0f(\d{14})Z", good).start(1)
    proof.write_bytes(good[:at] + b"2001" + good[at + 4:])
    said = found(program, case, *PROOFS)
    equal([f["code"] for f in said], ["D0738"], "a changed time")
    contains(said[0]["message"], "signature", "the reason")
    proof.write_bytes(good[:200])
    equal([f["code"] for f in found(program, case, *PROOFS)], ["D0739"], "a cut stamp")
    proof.write_bytes(b"")
    equal([f["code"] for f in found(program, case, *PROOFS)], ["D0739"], "an empty stamp")
    proof.write_bytes(b"\x30\x82\xff\xff" + bytes(1 << 20))
    equal([f["code"] for f in found(program, case, *PROOFS)], ["D0739"], "a stamp without end")


@suite.test
def an_exchanged_certificate_is_refused(program):
    """The signature of the token still holds; the certificate inside is not the one that it names."""
    maker = authority(program)
    case = small_case(program)
    proof = maker.stamp(case / "files/e01.pdf", case / "files/e01.pdf.tsr")
    data = proof.read_bytes()
    use = bytes.fromhex("06082b06010505070308")  # id-kp-timeStamping
    equal(data.count(use), 1, "uses of the key")
    proof.write_bytes(data.replace(use, bytes.fromhex("06082b06010505070303")))
    equal([f["code"] for f in found(program, case, *PROOFS)], ["D0738"], "a certificate for signing code")


@suite.test
def paths_to_blocks_are_computed_and_never_called_verified(program):
    case = small_case(program)
    digest = hashlib.sha256((case / "files/e01.pdf").read_bytes()).digest()
    pending = b"\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e" + b"\x12\x11https://a.example"
    block = b"\x00\x05\x88\x96\x0d\x73\xd7\x19\x01\x03\xf7\xef\x15"
    steps = b"\xff" + pending + b"\xf0\x04salt\x08\x08"
    (case / "files/e01.pdf.ots").write_bytes(MAGIC + b"\x08" + digest + steps + block)
    root = hashlib.sha256(hashlib.sha256(digest + b"salt").digest()).digest()[::-1].hex()
    said = found(program, case, *PROOFS)
    equal([f["code"] for f in said], ["D0742"], "codes")
    contains(said[0]["message"], f"Bitcoin block 358391 with merkle root {root}, the calendar https://a.example", "what it names")
    contains(said[0]["message"], "whether the block says so was not checked", "what was not checked")
    (case / "files/e01.pdf.ots").write_bytes(MAGIC + b"\x08" + bytes(32) + steps + block)
    equal([f["code"] for f in found(program, case, *PROOFS)], ["D0738"], "of another file")


def build_text(program, case, name):
    out = program.scratch / name
    out.mkdir()
    program.run("build", case, "-o", out, "--allow-empty").expect(0, 1)
    text = tool("pdftotext", "-layout", out / "brief.pdf", "-")
    return out, re.sub(r"\s+", " ", text)


WAY = (", original: {file: files/original/e01.html, held_by: o-archive}, url: \"https://example.org/e01\", "
       "dates: {captured: 2024-09-30T10:12:00Z, received: 2024-10-01}, capture: {by: applicant, tool: Invented Capture 1.2, html: true, "
       "screenshot: true}, collected_by: o-archive, received_from: Anna Example, "
       "custody: [{at: 2024-09-30, by: applicant, action: captured}, {at: 2024-10-02, by: o-archive, action: stored, tool: a safe}]")


@suite.test
def the_list_of_exhibits_tells_the_way_and_protects_people(program):
    maker = authority(program)
    for language, words in {"en": ["Captured: 30 September 2024, 10:12 UTC, by Person A, with Invented Capture 1.2",
                                   "Collected by: Invented Archive.", "Received: from Person A, 1 October 2024.",
                                   "the original file is kept unchanged", "The original is held by: Invented Archive.",
                                   "2 October 2024, Invented Archive, stored (a safe).",
                                   "Time stamp (RFC 3161), as stated in it:", "Invented Time Authority.", "A-1, original"],
                            "lt": ["Užfiksuota: 2024 m. rugsėjo 30 d., 10:12 UTC, užfiksavo", "Surinko: Išgalvotas archyvas.",
                                   "Saugojimo grandinė:", "Laiko žymoje (RFC 3161) nurodyta:", "A-1, originalas"]}.items():
        case = small_case(program, f"case-{language}", (WAY, ""), language)
        (case / "files/original").mkdir()
        (case / "files/original/e01.html").write_text("<p>paper</p>\n")
        maker.stamp(case / "files/original/e01.html", case / "files/original/e01.html.tsr")
        out, text = build_text(program, case, f"out-{language}")
        for word in words:
            contains(text, word, language)
        assert "Anna" not in text and "Example" not in text, "the protected name"
        sha256 = hashlib.sha256((case / "files/original/e01.html").read_bytes()).hexdigest()
        contains(text.replace(" ", ""), sha256, "digest of the original")
        answer = program.run("check", case, "--format", "json", "--allow-empty").json()
        inputs = {entry["path"]: entry for entry in answer["inputs"]}
        equal(inputs["files/original/e01.html"]["status"], "used", "the original")
        equal(inputs["files/original/e01.html"]["sha256"], sha256, "its digest")
        equal(inputs["files/original/e01.html.tsr"]["status"], "used", "its proof")
        key = program.key(f"key-{language}")
        program.run("sign", out / "bundle.pdf", "--key", key).expect(0)
        answer = program.run("verify", out / "bundle.pdf", "--case", case, "--format", "json").expect(0).json()
        equal([e["id"] for e in answer["exhibits"]], ["e01", "e01@original", "e01@proof1", "e02"], "what the signature binds")
        (case / "files/original/e01.html").write_text("<p>other paper</p>\n")
        answer = program.run("verify", out / "bundle.pdf", "--case", case, "--format", "json").expect(4).json()
        equal([e["id"] for e in answer["exhibits"] if e["status"] == "changed"], ["e01@original"], "what changed")


@suite.test
def a_change_names_every_citation_and_is_pinned_only_by_name(program):
    case = small_case(program, more=(", original: {file: files/e01.txt}", ""))
    (case / "files/e01.txt").write_text("original\n")
    program.run("lock", case).expect(0)
    before = tree(case)
    program.run("lock", case).expect(0)
    equal(tree(case), before, "a second lock")
    (case / "files/e01.pdf").write_bytes(simple_pdf.pdf(["changed paper e01", "second page"]))
    said = found(program, case, "D0702")
    equal(len(said), 1, "changed files")
    equal(sorted((r["place"]["line"], r["place"]["column"]) for r in said[0]["related"]), [(3, 15), (3, 46)], "citations")
    refused = program.run("lock", case).expect(1)
    contains(refused.stderr, "argument/1.md:3:15: note: cited here", "lock")
    contains(refused.stderr, "dossier lock --accept e01", "the way on")
    equal(tree(case)["dossier.lock"], before["dossier.lock"], "the lock")
    program.run("lock", case, "--accept", "e02").expect(1)
    program.run("lock", case, "--accept", "e09").expect(2)
    contains(program.run("lock", case, "--accept", "e01").expect(0).stdout, "pinned anew: e01", "accepted")
    equal(found(program, case, "D0702"), [], "after that")
    (case / "files/e01.txt").write_text("another original\n")
    contains(found(program, case, "D0702")[0]["message"], "the original of exhibit e01 is not the file", "the original")
    program.run("lock", case).expect(1)
    program.run("lock", case, "--accept", "e01").expect(0)
    # Another file under another path in the place of a pinned one is a change as well; a renamed one is none.
    text = (case / "exhibits.yaml").read_text()
    (case / "files/e01.pdf").rename(case / "files/renamed.pdf")
    (case / "exhibits.yaml").write_text(text.replace("files/e01.pdf", "files/renamed.pdf"))
    equal(found(program, case, "D0702"), [], "a renamed file")
    (case / "files/renamed.pdf").write_bytes(simple_pdf.pdf(["swapped", "second page"]))
    equal(len(found(program, case, "D0702")), 1, "a swapped file")
    program.run("lock", case).expect(1)


@suite.test
def a_pinned_proof_that_is_gone_is_told(program):
    maker = authority(program)
    case = small_case(program)
    proof = maker.stamp(case / "files/e01.pdf", case / "files/e01.pdf.tsr")
    program.run("lock", case).expect(0)
    equal(found(program, case, "D0702", "D0705", "D0710"), [], "after lock")
    data = proof.read_bytes()
    proof.unlink()
    equal([f["exhibits"] for f in found(program, case, "D0710")], [["e01"]], "a proof that is gone")
    proof.write_bytes(data[:-1] + b"x")
    contains(found(program, case, "D0702")[0]["message"], "a proof of time of exhibit e01 is not the file", "a changed proof")
    program.run("lock", case).expect(1)


@suite.test
def many_citations_are_cut_in_text_and_whole_in_json(program):
    case = small_case(program)
    (case / "argument/1.md").write_text("# Facts\n\n" + "".join(f"Line {i} [@e01, p. 1].\n\n" for i in range(40)))
    program.run("lock", case).expect(0)
    (case / "files/e01.pdf").write_bytes(simple_pdf.pdf(["changed", "second page"]))
    text = program.run("check", case, "--allow-empty").expect(1).stderr
    equal(text.count("note: cited here"), 12, "places in text")
    contains(text, "note: and 28 more places", "the rest")
    equal(len(found(program, case, "D0702")[0]["related"]), 40, "places in JSON")


@suite.test
def reviews_hold_for_the_bytes_that_were_reviewed(program):
    case = small_case(program)
    equal(found(program, case, "D0743", "D0744"), [], "a case without reviews")
    contains(program.run("review", case).expect(0).stdout, "0 reviewed, 0 changed since, 2 unreviewed", "the list")
    program.run("review", case, "e01", "--by", "R. Viewer", "--note", "pages: \"good\"", "--today", "2024-10-12").expect(0)
    said = found(program, case, "D0743", "D0744")
    equal([(f["code"], f["exhibits"]) for f in said], [("D0744", ["e02"])], "one note for all that are left")
    with open(case / "reviews.yaml", "a", encoding="utf-8") as file:
        file.write("  # seen in print only\n")
    kept = (case / "reviews.yaml").read_text()
    program.run("review", "e02", "--by", "R. Viewer", cwd=case).expect(0)
    assert (case / "reviews.yaml").read_text().startswith(kept), "what people wrote"
    assert "on:" not in (case / "reviews.yaml").read_text()[len(kept):], "a day that nobody gave"
    equal(found(program, case, "D0743", "D0744"), [], "all reviewed")
    (case / "files/e01.pdf").write_bytes(simple_pdf.pdf(["changed", "second page"]))
    equal([f["code"] for f in found(program, case, "D0743", "D0744")], ["D0743"], "after a change")
    contains(program.run("review", case).expect(0).stdout, "e01  changed since  R. Viewer, 2024-10-12", "the list")
    before = tree(case)
    program.run("review", case, "e09", "--by", "x").expect(2)
    program.run("review", case, "e01").expect(2)
    program.run("review", case, "--by", "x").expect(2)
    (case / "files/e02.pdf").unlink()
    program.run("review", case, "e01", "e02", "--by", "x").expect(1)
    equal(tree(case)["reviews.yaml"], before["reviews.yaml"], "reviews after refusals")


@suite.test
def the_example_keeps_its_lock(program):
    case = program.case(EXAMPLE, "example")
    program.run("lock", case).expect(0)


if __name__ == "__main__":
    sys.exit(suite.main())

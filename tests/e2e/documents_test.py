#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Office files, mail and web archives through the built program, sandbox and all. The files are written by
Python's own modules, and the made pages are read back with pdftotext."""

import base64
import email.message
import email.policy
import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

import containers  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)
HEADER = "format: 1\nid: demo\ntitle: Demo\nlanguage: en\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n"


def case_of(program, name, files, more=""):
    """A case whose exhibits e01, e02, ... are these files."""
    case = program.folder(name)
    (case / "files").mkdir(parents=True)
    (case / "dossier.yaml").write_text(HEADER)
    lines = []
    for number, (file, data) in enumerate(files, 1):
        (case / "files" / file).write_bytes(data)
        lines.append(f"  - {{id: e{number:02}, title: Paper {number}, kind: letter, scope: individual, language: en, file: files/{file}{more}}}\n")
    (case / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + "".join(lines))
    return case


def findings(program, case):
    answer = program.run("check", case, "--format", "json", "--allow-empty").json()
    return {finding["code"]: finding["message"] for finding in answer["findings"]}


def made_text(case, number):
    done = subprocess.run(["pdftotext", "-layout", str(case / "derived" / f"e{number:02}.pdf"), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def mail(body, charset="windows-1251", attachments=()):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Ona Pavyzdė <ona@example.org>"
    message["To"] = "office@example.org"
    message["Subject"] = "Žinia apie Жанна"
    message["Date"] = "Mon, 30 Sep 2024 12:12:00 +0300"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(body, charset=charset)
    message.add_alternative("<p>another form</p>", subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@suite.test
def mail_is_read_in_the_closed_worker(program):
    annex = b"the words of the annex\n"
    case = case_of(program, "mail", [("letter.eml", mail("Жанна сообщила о задержании.\n", attachments=[("приложение.txt", annex), ("b.bin", b"x")])),
                                     ("annex.txt", annex)])
    program.run("lock", case).expect(0)
    found = findings(program, case)
    contains(found["D0723"], "1 of the 2 files inside exhibit e01")
    contains(found["D0724"], "is exhibit e02")
    text = made_text(case, 1)
    contains(text, "Жанна сообщила о задержании.")
    contains(text, "Subject: Žinia apie Жанна")
    contains(text, hashlib.sha256(annex).hexdigest())
    program.run("quote", case / "files" / "letter.eml", "сообщила о задержании").expect(0)
    program.run("quote", case / "files" / "letter.eml", "another form").expect(1)


@suite.test
def every_charset_of_the_region(program):
    for charset, words in (("windows-1251", "Жанна была здесь"), ("koi8-r", "Жанна была здесь"), ("iso-8859-13", "Žydrė čia buvo"), ("utf-16", "Žydrė ir Жанна")):
        head = "From: a@example.org\r\nDate: Mon, 30 Sep 2024 12:12:00 +0300\r\nMIME-Version: 1.0\r\n"
        data = f"{head}Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode() + words.encode(charset) + b"\r\n"
        if charset == "utf-16":
            data = f"{head}Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + base64.encodebytes(words.encode(charset))
        path = program.folder(f"charset-{charset}")
        (path / "a.eml").write_bytes(data)
        program.run("quote", path / "a.eml", words).expect(0)


@suite.test
def documents_and_captures_become_pages(program):
    body = "".join(f"<w:p><w:r><w:t>Paragraph {n} of the statement.</w:t></w:r></w:p>" for n in range(1, 80))
    page = containers.response("https://example.org/a", "2024-09-30T10:12:00Z", "<h1>Report</h1><p>Žodžiai puslapyje.</p>".encode())
    case = case_of(program, "pages", [("a.docx", containers.docx(body)), ("b.odt", containers.odt("<text:p>Words of the report.</text:p>")),
                                      ("c.warc.gz", containers.warc([page], packed=True)), ("d.wacz", containers.wacz([page], ["https://example.org/a"]))])
    program.run("lock", case).expect(0)
    contains(made_text(case, 1), "Paragraph 79 of the statement.")
    contains(made_text(case, 2), "Words of the report.")
    contains(made_text(case, 3), "Žodžiai puslapyje.")
    contains(made_text(case, 4), "Žodžiai puslapyje.")
    contains(findings(program, case)["D0726"], "hold")


@suite.test
def one_changed_byte_in_a_capture_is_told(program):
    page = containers.response("https://example.org/a", "2024-09-30T10:12:00Z", b"<p>He was held on 3 May.</p>")
    whole = containers.warc([page])
    case = case_of(program, "changed", [("a.warc", whole.replace(b"3 May", b"4 May"))])
    contains(findings(program, case)["D0725"], "the record of https://example.org/a")


@suite.test
def bombs_and_tricks_are_named(program):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b"<w:document>" + b" " * (100 << 20))
    whole = containers.docx("<w:p/>")
    tricks = {"bomb": (bomb.getvalue(), "grows more than 300 times"),
              "cut": (whole[:-40] + b"PK\5\6" + bytes(18), "could not be read"),
              "outside": (containers.docx("<w:p/>", members=[("../../evil", "x")]), "leads out of it"),
              "twice": (containers.docx("<w:p/>", members=[("word/Document.xml", "x")]), "two of its members"),
              "laughs": (containers.zip_file([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]), "document type")}
    for name, (data, words) in tricks.items():
        case = case_of(program, name, [("a.docx", data)])
        contains(findings(program, case).get("D0703", ""), words)


if __name__ == "__main__":
    sys.exit(suite.main())

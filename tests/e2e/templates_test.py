#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of documents, each made from a small invented case and read back with pdftotext."""

import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from program import REPOSITORY  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)

HEADER = """format: 1
id: demo
title: {{en: An invented document, lt: Išgalvotas dokumentas, ru: Вымышленный документ}}
language: {language}
template: {template}
rules: {rules}
submitted_by: [o-aid, o-watch]
filings: [{{id: f1, date: 2024-10-14}}]
print:
  letterhead: [Invented Aid, "1 Main Street"]
{more}"""
PEOPLE = """format: 1
people:
  - {id: o-aid, name: Invented Aid, kind: organisation, about: {en: "Founded in 1999, it visits prisons."}, contact: [aid@example.org]}
  - {id: o-watch, name: Invented Watch, kind: organisation, about: {en: Established in 2010.}}
  - {id: o-office, name: Office for Complaints, kind: organisation}
  - {id: p1, name: Žydrūnas Aušra, role: teacher}
  - {id: p2, name: Anna Berg, role: driver}
  - {id: p3, name: Ąžuolas Cibulis, role: nurse, protect: pseudonym}
"""
ANNEX = """format: 1
section: {id: annex-1, label: Annex 1, title: {en: Letters}}
exhibits:
  - {id: e01, title: Second letter, kind: letter, scope: individual, language: en, file: files/e01.txt, publisher: o-aid,
     letter: {from: o-aid, to: [o-office, the press], sent: 2024-03-01, channel: e-mail, answers: e02}}
  - {id: e02, title: First letter, kind: letter, scope: individual, language: ru, file: files/e02.txt, publisher: o-office,
     letter: {from: o-office, to: o-aid, sent: 2024-02-20, channel: by courier}}
  - {id: e03, title: First letter in English, kind: letter, scope: individual, language: en, file: files/e03.txt, publisher: o-aid,
     translation: {of: e02, by: T. Translator}}
"""
FACTS = """format: 1
facts: [{id: upr-submission, value: joint}]
lists:
  - id: prisoners
    fields: {section: {values: {late: {en: The late}, early: {en: The early}}}}
    entries:
      - {id: x1, person: p1, cites: e01 para 1, fields: {section: early, sentence: 3 years, since: "2023-05-01"}}
      - {id: x2, person: p2, cites: e01 para 2, fields: {section: late, circumstances: Held without a lawyer.}}
      - {id: x3, person: p3, cites: e02 para 1, fields: {section: early}}
  - id: recommendations
    fields: {result: {values: {part: {en: Done in part}, none: {en: Not done}}}, section: {values: {law: {en: The law}}}}
    entries:
      - {id: r2, cites: e01, fields: {number: "2", section: law, addressee: The ministry, result: none, title: Change the law, text: The law must change., reasons: It did not.}}
      - {id: r1, cites: e02, fields: {number: "10", section: law, addressee: The court, result: part, title: Hear the cases}}
claims:
  - {id: all, cites: e01 para 1, left: {count: {list: prisoners}}, is: equal, right: {number: 3}}
"""
ARGUMENT = """# Introduction

The Office was asked [@e01] and it wrote [@e02].[^1]

## Details

A second paragraph.

[^1]: The words of the note.
"""


def case_of(program, template, language="en", rules="[]", more=""):
    case = program.folder("case-" + template.replace("/", "-").replace(".xml", "") + "-" + language)
    for folder in ("files", "exhibits", "argument", "templates"):
        (case / folder).mkdir(parents=True)
    (case / "dossier.yaml").write_text(HEADER.format(template=template, language=language, rules=rules, more=more))
    (case / "people.yaml").write_text(PEOPLE)
    (case / "exhibits" / "1-annex.yaml").write_text(ANNEX)
    (case / "facts.yaml").write_text(FACTS)
    (case / "argument" / "1-introduction.md").write_text(ARGUMENT)
    for name in ("e01", "e02", "e03"):
        (case / "files" / f"{name}.txt").write_text(f"The first paragraph of {name}.\n\nThe second one.\n")
    program.run("lock", case).expect(0)
    return case


def pages(program, case, layout=True):
    out = case.parent / (case.name + "-out")
    program.run("build", case, "-o", out, "--allow-empty").expect(0, 1)
    done = subprocess.run(["pdftotext", *(["-layout"] if layout else []), str(out / "brief.pdf"), "-"], capture_output=True, check=True)
    return done.stdout.decode().replace("\u00a0", " ").split("\f")[:-1]


def flat(texts):
    return re.sub(r"\s+", " ", " ".join(texts))


@suite.test
def annexed_report_lists_letters_in_their_order(program):
    text = flat(pages(program, case_of(program, "annexed-report"), layout=False))
    for words in ("Annex 1. Letters", "3 documents", "the press", "by courier", "answers A-2", "T. Translator", "aid@example.org"):
        contains(text, words)
    sheet = text[text.rindex("Correspondence"):]
    assert sheet.index("20 February 2024") < sheet.index("1 March 2024"), sheet


@suite.test
def prisoner_list_counts_sorts_and_finds_its_pages(program):
    found = pages(program, case_of(program, "prisoner-list"))
    text = flat(found)
    for words in ("The list has 3 persons.", "Detained since: 1 May 2023", "Sentence: 3 years", "Held without a lawyer."):
        contains(text, words)
    summary = text[text.index("1 Summary", text.index("Contents") + 40):]
    assert re.search(r"The late 1 .*The early 2 .*Total 3", summary), summary[:400]
    index = text[text.rindex("Index of names"):]
    # By the second name; the protected name is nowhere.
    assert index.index("Aušra, Žydrūnas") < index.index("Berg, Anna"), index
    contains(index, "Person A")
    assert "Cibulis" not in text
    for entry, name in (("Berg, Anna", "Anna Berg"), ("Aušra, Žydrūnas", "Žydrūnas Aušra")):
        page = int(re.search(re.escape(entry) + r" (\d+)", index).group(1))
        assert re.search(r"\d\.\d\s+" + re.escape(name), found[page - 1]), f"{name} does not stand on page {page}"


@suite.test
def scorecard_recounts_and_orders_by_number(program):
    text = flat(pages(program, case_of(program, "scorecard")))
    contains(text, "2 recommendations were examined.")
    assert re.search(r"Done in part 1 Not done 1 Total 2", text), text[:1500]
    assert text.rindex("2. Change the law") < text.rindex("10. Hear the cases"), text
    for words in ("The law must change.", "Reasons It did not.", "Addressee The ministry"):
        contains(text, words)


@suite.test
def upr_submission_numbers_by_section_and_says_what_was_counted(program):
    found = pages(program, case_of(program, "upr-submission", rules="[un/upr-submission]"))
    text = flat(found)
    for words in ("Invented Aid. Founded in 1999", "Invented Watch. Established in 2010.", "At most 5,630 words are allowed.",
                  "Counted are: the words of the text.", "Not counted are: notes and references to sources; the cover.", "1.1. The Office was asked", "1.2. A second paragraph."):
        contains(text, words)
    notes = text[text.index("Notes"):]
    contains(notes, "The words of the note.")
    assert "The words of the note." not in text[:text.index("Notes")]
    stated = int(re.search(r"(\d+) words\. At most", text).group(1))
    equal(stated, len("Introduction The Office was asked and it wrote. Details A second paragraph.".split()))


@suite.test
def table_of_authorities_names_the_pages_that_cite(program):
    case = case_of(program, "templates/plea.xml")
    (case / "exhibits" / "1-annex.yaml").write_text("""format: 1
exhibits:
  - {id: e01, title: Invented Act, kind: law, scope: country, language: en, file: files/e01.txt}
  - {id: e02, title: Other Act, kind: law, scope: country, language: en}
  - {id: e03, title: A letter, kind: letter, scope: individual, language: en, file: files/e03.txt}
""")
    (case / "argument" / "2-law.md").write_text("# Law\n\nBoth [@e01, para 2; @e02] and again [@e01]. A letter says [@e03].\n")
    (case / "templates" / "plea.xml").write_text("""<document format="1" id="plea">
  <section title="heading.authorities"><authorities/></section>
  <page-break/><argument select="arguments/argument[@name='introduction']"/>
  <page-break/><paragraph>Nothing is cited here.</paragraph>
  <page-break/><argument select="arguments/argument[@name='law']"/>
  <page-break/><exhibits/>
</document>
""")
    program.run("lock", case).expect(0)
    found = pages(program, case)
    table = flat(found[:1])
    assert re.search(r"Invented Act A-1 2, 4", table), table
    assert re.search(r"Other Act A-2 2, 4", table), table
    assert "A letter" not in table
    for page, words in ((2, "(A-1"), (4, "A-2)")):
        contains(found[page - 1], words)


@suite.test
def the_argument_has_figures_and_refers_to_its_places(program):
    case = case_of(program, "appeal-brief", more="  numbers: margin\n")
    (case / "files" / "map.png").write_bytes(png(60, 30))
    (case / "argument" / "1-introduction.md").write_text(
        "# Introduction\n\nThe risk is in section [](#risk), [on page {page}](#risk); see paragraph [](#p) and [figure {number}](#map).\n")
    (case / "argument" / "2-risk.md").write_text(
        "# Risk {#risk}\n\n" + "A paragraph of filling words that takes room. " * 400 +
        "\n\nThe words of the place. {#p}\n\n![A map of Ülgi](files/map.png \"Two roads that cross\"){#map}\n")
    program.run("lock", case).expect(0)
    found = pages(program, case)
    first = next(page for page in found if "The risk is in section" in page and "Contents" not in page)
    words = re.search(r"The risk is in section (\S+), on page (\d+); see paragraph (\d+) and figure (\d+)\.", flat([first]))
    assert words, first
    section, page, paragraph, figure = words.groups()
    assert re.search(rf"^\s*{section}\s+Risk\s*$", found[int(page) - 1], re.M), found[int(page) - 1]
    assert re.search(rf"{paragraph}\.\s+The words of the place", flat(found))
    contains(flat(found), f"Figure {figure}. A map of Ülgi")
    out = case.parent / (case.name + "-out")
    struct = subprocess.run(["pdfinfo", "-struct", str(out / "brief.pdf")], capture_output=True, check=True).stdout.decode()
    contains(struct, "Figure")
    boxes = subprocess.run(["pdftotext", "-bbox", str(out / "brief.pdf"), "-"], capture_output=True, check=True).stdout.decode()
    left = min(float(x) for x in re.findall(r'xMin="([\d.]+)"[^>]*>The</word>', boxes))
    numbers = [float(x) for x in re.findall(r'xMin="([\d.]+)"[^>]*>1\.</word>', boxes)]
    assert min(numbers) < left - 5, f"the number {min(numbers)} does not stand in the margin of {left}"
    used = {entry["path"]: entry["status"] for entry in program.run("check", case, "--format", "json", "--allow-empty").json()["inputs"]}
    equal(used["files/map.png"], "used")
    (case / "argument" / "3-lost.md").write_text("# Lost\n\nSee [](#nowhere).\n")
    contains(program.run("check", case, "--allow-empty").expect(3).stderr, "there is no place \"nowhere\"")


@suite.test
def a_new_case_of_every_template_builds_at_once(program):
    templates = sorted(path.stem for path in (REPOSITORY / "templates").glob("*.xml"))
    equal(len(templates), 5)
    for template in templates:
        case = program.folder("new-" + template)
        program.run("init", case, "--template", template).expect(0)
        contains((case / "dossier.yaml").read_text(), f"template: {template}\n")
        answer = program.run("check", case, "--format", "json", "--fail-on", "never").expect(0).json()
        equal([entry for entry in answer["inputs"] if entry["status"] not in ("used", "ignored")], [])
        out = case.parent / ("new-out-" + template)
        program.run("build", case, "-o", out, "--fail-on", "never").expect(0)
        contains(subprocess.run(["pdftotext", str(out / "brief.pdf"), "-"], capture_output=True, check=True).stdout.decode(), "Draft")
    program.run("init", program.folder("none"), "--template", "letter").expect(2)
    program.run("init", program.folder("two"), "--template", "scorecard", "--example").expect(2)


@suite.test
def every_template_speaks_three_languages(program):
    for template in ("appeal-brief", "annexed-report", "prisoner-list", "scorecard", "upr-submission"):
        for language, words in (("lt", "2024 m. spalio 14 d."), ("ru", "14 октября 2024 г.")):
            text = flat(pages(program, case_of(program, template, language)))
            contains(text, words)
            for key in ("heading.", "column.", "count.", "title-page."):
                assert key not in text, f"{template} {language}: {key}"


@suite.test
def a_template_of_the_case_needs_no_program(program):
    case = case_of(program, "templates/letter.xml", more="  paragraphs: none\n  words: {heading.exhibits: {en: Enclosures}}\n")
    (case / "templates" / "letter.xml").write_text("""<document format="1" id="letter">
  <paragraph style="right"><value select="date(filings/filing/date/@iso)"/></paragraph>
  <for-each select="people/person"><sort select="role"/><paragraph><value select="concat(position(), ' ', role)"/></paragraph></for-each>
  <argument/>
  <section title="heading.exhibits" numbered="no"><exhibits/></section>
  <signature/>
</document>
""")
    program.run("lock", case).expect(0)
    text = flat(pages(program, case))
    for words in ("14 October 2024", "1 driver 2 nurse 3 teacher", "Enclosures", "1 Main Street"):
        contains(text, words)
    assert "1. The Office" not in text
    used = {entry["path"]: entry["status"] for entry in program.run("check", case, "--format", "json", "--allow-empty").json()["inputs"]}
    equal(used["templates/letter.xml"], "used")


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x30\x60\x90" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


@suite.test
def logo_and_portraits_are_pictures_of_the_case(program):
    case = case_of(program, "prisoner-list", more="  logo: files/logo.png\n")
    (case / "files" / "logo.png").write_bytes(png(40, 20))
    (case / "files" / "p1.png").write_bytes(png(26, 33))
    people = (case / "people.yaml").read_text()
    (case / "people.yaml").write_text(people.replace("role: teacher}", "role: teacher, portrait: files/p1.png}")
                                      .replace("role: driver}", "role: driver, portrait: files/none.png}"))
    out = case.parent / "pictures"
    run = program.run("build", case, "-o", out, "--allow-empty").expect(1)
    contains(run.stderr, "cannot read this file: the picture files/none.png")
    listing = subprocess.run(["pdfimages", "-list", str(out / "brief.pdf")], capture_output=True, check=True).stdout.decode()
    sizes = {tuple(line.split()[3:5]) for line in listing.splitlines()[2:]}
    assert ("40", "20") in sizes and ("26", "33") in sizes, listing


if __name__ == "__main__":
    sys.exit(suite.main())

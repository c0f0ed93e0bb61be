# SPDX-License-Identifier: GPL-3.0-or-later
"""evidence/eu-delegation against the report with six annexes that it was made after."""
import pathlib
import re
import tempfile

import entries
import reports
import yaml

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "evidence" / "eu-delegation"
DATED = re.compile(rf"dated (\d{{1,2}}) ({entries.MONTH}),? (\d{{4}})")


def load(path, key):
    return yaml.safe_load(path.read_text())[key]


def register():
    return [yaml.safe_load(path.read_text()) for path in sorted((FOLDER / "exhibits").glob("*.yaml"))]


def check(acceptance, report):
    parts, annexes = register(), reports.annexes(report)
    people = {one["id"]: one for one in load(FOLDER / "people.yaml", "people")}
    text = reports.flat(report)
    for one in people.values():
        if one["kind"] == "person":
            acceptance.check(one["name"]["en"] in text, f"{one['id']} has a name of the report")
    sections = [part for part in parts if part.get("section", {}).get("id", "").startswith("annex-")]
    acceptance.check([part["section"]["label"] for part in sections] == [f"Annex {number}" for number in sorted(annexes)],
                     "the annexes are those of the report", str(sorted(annexes)))
    for part, (number, (_, annex)) in zip(sections, sorted(annexes.items())):
        letters_of(acceptance, number, annex, part["exhibits"], people)
    sources_are_its_notes(acceptance, report, [entry for part in parts for entry in part["exhibits"]])
    days_of_the_letters(acceptance, annexes, sections)
    the_case_is_asked(acceptance, sections)


def letters_of(acceptance, number, annex, exhibits, people):
    for exhibit in exhibits:
        acceptance.check(exhibit.get("surrogate") is True, f"{exhibit['id']} is registered as a note")
        letter = exhibit.get("letter")
        if letter is None:
            continue
        sent = str(letter["sent"])
        acceptance.check(reports.says_day(annex, sent), f"{exhibit['id']}: Annex {number} has the date", sent)
        ends = [letter["from"], *(letter["to"] if isinstance(letter["to"], list) else [letter["to"]])]
        for end in ends:
            surname = people[end]["name"]["en"].split()[-1] if end in people and people[end]["kind"] == "person" else None
            acceptance.check(surname is None or surname in annex, f"{exhibit['id']}: Annex {number} names {end}")
        if letter.get("channel") in ("e-mail", "SMS"):
            word = "email" if letter["channel"] == "e-mail" else "SMS"
            acceptance.check(word in annex, f"{exhibit['id']}: Annex {number} says how it was sent")


def days_of_the_letters(acceptance, annexes, sections):
    """What a caption dates is in the annex; the second date of one letter is that of its answer."""
    for number in (2, 5, 6):
        stated = {f"{year}-{entries.MONTHS.index(month) + 1:02d}-{int(day):02d}"
                  for day, month, year in DATED.findall(annexes[number][1])}
        ours = {str(exhibit["letter"]["sent"]) for exhibit in sections[number - 1]["exhibits"] if "letter" in exhibit}
        acceptance.check(stated <= ours, f"Annex {number}: no dated letter is left out", str(stated - ours))
    pairs = [(exhibit["translation"]["of"], exhibit["language"]) for section in sections
             for exhibit in section["exhibits"] if "translation" in exhibit]
    acceptance.check(len(pairs) == 1 and pairs[0][1] == "en" and "Translation of the appeal in English" in annexes[3][1],
                     "the one translation of the report stands beside its original", str(pairs))


def sources_are_its_notes(acceptance, report, exhibits):
    ours = {exhibit["url"] for exhibit in exhibits if "url" in exhibit}
    bare = "".join(report.split())
    for url in sorted(ours):
        acceptance.check(url in bare, "an address stands in the report", url)
    notes = reports.addresses_after(report, report.index("Since 2010"))
    missing = [text[:90] for text in notes if not any(text.startswith(url.rstrip("/")) for url in ours)]
    acceptance.check(not missing, "no address of the notes is left out", str(missing[:3]))


def the_case_is_asked(acceptance, sections):
    answer = acceptance.checked(FOLDER)
    acceptance.check(answer["outcome"] == "checked", "the annexed report is checked", answer["outcome"])
    acceptance.claims_do_not_add_up(answer, "the annexed report", [])
    acceptance.check(all(entry["resolved"] for entry in answer["citations"]), "every citation of the annexed report resolves")
    cited = {entry["exhibit"] for entry in answer["citations"]}
    annexed = {exhibit["id"] for section in sections for exhibit in section["exhibits"]}
    acceptance.check(annexed <= cited, "every paper of an annex is cited", str(annexed - cited))
    with tempfile.TemporaryDirectory() as folder:
        acceptance.run("build", FOLDER, "-o", folder, "--fail-on", "never")
        text = reports.flat(acceptance.text_of(pathlib.Path(folder) / "brief.pdf"))
        places = [text.find(f"{section['section']['label']}. {section['section']['title']}") for section in sections]
        acceptance.check(-1 not in places and places == sorted(places), "the annexes follow in their order", str(places))

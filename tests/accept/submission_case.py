# SPDX-License-Identifier: GPL-3.0-or-later
"""evidence/upr-kazakhstan against the joint submission that it was made after."""
import pathlib
import re
import tempfile

import entries
import reports
import yaml

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "evidence" / "upr-kazakhstan"
TERM = re.compile(r"sentenced to ([\d.]+) years?")
FIGURES = "1,273", "1,151", "329", "874", "188", "25 times", "17 years", "seven years"


def load(name, key):
    return yaml.safe_load((FOLDER / name).read_text())[key]


def argument():
    return reports.flat("\n\n".join(path.read_text() for path in sorted((FOLDER / "argument").glob("*.md"))))


def check(acceptance, report):
    people = load("people.yaml", "people")
    sources_are_its_notes(acceptance, report)
    names_are_those_of_the_text(acceptance, report, [one for one in people if one["kind"] == "person"])
    organisations_have_their_addresses(acceptance, report, [one for one in people if "contact" in one])
    terms_and_articles(acceptance, report)
    days_and_figures(acceptance, report)
    note_has_its_paragraphs(acceptance, report)
    rules_of_the_review(acceptance)


def sources_are_its_notes(acceptance, report):
    notes = reports.submission_notes(report)
    acceptance.check(sorted(notes) == list(range(1, 37)), "the submission has 36 notes", str(len(notes)))
    exhibits = load("exhibits/2-sources.yaml", "exhibits")
    ours = {int(exhibit["id"][1:]) - 1: exhibit["url"] for exhibit in exhibits}
    notes_of_one_address = {36: ours[34]}
    ours |= notes_of_one_address
    acceptance.check(ours == notes, "each note has the exhibit with its address",
                     str([number for number in notes if ours.get(number) != notes[number]]))
    acceptance.check(not any("file" in exhibit for exhibit in exhibits), "no report of others is annexed")


def names_are_those_of_the_text(acceptance, report, people):
    text, names = reports.flat(report), {one["name"]["en"] for one in people}
    acceptance.check(not [name for name in names if name not in text], "every person stands in the submission",
                     str([name for name in names if name not in text]))
    missing = reports.persons_in_bold(report) - names
    acceptance.check(not missing, "no person whom the submission sets in bold is missing", str(missing))
    unnamed = [name for name in names if name not in argument()]
    acceptance.check(not unnamed, "the text names every person of the case", str(unnamed))


def organisations_have_their_addresses(acceptance, report, organisations):
    acceptance.check(len(organisations) == 9, "nine organisations submit", str(len(organisations)))
    acceptance.check([one["id"] for one in organisations] == load("dossier.yaml", "submitted_by"),
                     "they stand in the order of the cover")
    cover = reports.flat(reports.submission_cover(report))
    for one in organisations:
        contact = one["contact"] if isinstance(one["contact"], list) else [one["contact"]]
        for line in contact:
            words = re.sub(r"^(?:X|Facebook): ", "", line)
            acceptance.check(words in cover, f"{one['id']}: \"{words}\" stands on the cover")
        for day in entries.days(one["about"]):
            acceptance.check(day in entries.days(cover), f"{one['id']}: the day {day} stands on the cover")
    lines = {line for one in organisations for line in one["contact"]}
    handles = set(re.findall(r"\[(@\w+)\]", cover))
    acceptance.check(not {handle for handle in handles if not any(handle in line for line in lines)},
                     "no account of the cover is left out", str(handles))


def terms_and_articles(acceptance, report):
    names = {one["id"]: one["name"] for one in load("people.yaml", "people")}
    listed = next(entry["entries"] for entry in load("facts.yaml", "lists") if entry["id"] == "restrictions")
    for bullet in reports.bullets(report):
        term = TERM.search(bullet)
        for entry in listed:
            name = names[entry["person"]]["en"]
            if entry["fields"]["paragraph"] != "2.7" or f"**{name}**" not in bullet:
                continue
            months = round(float(term[1]) * 12) if term else None
            ours = int(entry["fields"]["months"]) if "months" in entry["fields"] else None
            acceptance.check(months == ours, f"{name}: the term is that of the text", f"{ours}, {months}")
            article = entry["fields"].get("articles")
            acceptance.check((f"Article {article}" in bullet) if article else "Article " not in bullet,
                             f"{name}: the article is that of the text", str(article))
    stated = set(re.findall(r"\(Article (\d+) of the Criminal Code\)", reports.flat(report)))
    ours = set(re.findall(r"Article (\d+)", argument()))
    acceptance.check(stated <= ours, "no article of the Criminal Code is left out", str(stated - ours))
    everywhere = set(re.findall(r"Articles? (\d+)", reports.flat(report)))
    acceptance.check(ours <= everywhere, "no article is added", str(ours - everywhere))


def days_and_figures(acceptance, report):
    events = {str(event["date"]) for event in load("events.yaml", "events")}
    left = entries.days(report) - events
    acceptance.check(not left, "no day of the submission is left out", str(left))
    added = entries.days(argument()) - entries.days(report)
    acceptance.check(not added, "the text has no day of its own", str(added))
    for figure in FIGURES:
        acceptance.check(figure in argument() or figure in reports.flat(str(load("people.yaml", "people"))),
                         f"the text says \"{figure}\"")
        words = figure.replace("25 times", "25 refusals")
        acceptance.check(words in reports.flat(report), f"the submission says \"{words}\"")


def note_has_its_paragraphs(acceptance, report):
    numbers = reports.submission_paragraphs(report)
    blocks = [block for block in (FOLDER / "files" / "e01.md").read_text().split("\n\n") if block.strip()]
    counted, section = {}, None
    for block in blocks:
        heading = re.match(r"## Section (\d)", block)
        section = heading[1] if heading else (None if block.startswith("#") else section)
        if section and not block.startswith("#"):
            counted[section] = counted.get(section, 0) + 1
    for section in "123":
        stated = sum(1 for number in numbers if number.startswith(section + "."))
        acceptance.check(counted[section] == stated, f"the note has a paragraph for each of section {section}",
                         f"{counted[section]}, {stated}")


def rules_of_the_review(acceptance):
    answer = acceptance.checked(FOLDER)
    acceptance.check(answer["outcome"] == "checked", "the submission is checked", answer["outcome"])
    acceptance.claims_do_not_add_up(answer, "the submission", [])
    acceptance.check(all(entry["resolved"] for entry in answer["citations"]), "every citation of the submission resolves")
    codes = [finding["code"] for finding in answer["findings"]]
    acceptance.check("D0914" not in codes, "the submission is under the limit of words")
    forms = [finding["message"] for finding in answer["findings"] if finding["code"] == "D0915"]
    acceptance.check(not [text for text in forms if "File format" not in text], "the submission has the form", str(forms))
    with tempfile.TemporaryDirectory() as folder:
        acceptance.run("build", FOLDER, "-o", folder, "--fail-on", "never")
        pages = acceptance.text_of(pathlib.Path(folder) / "brief.pdf").split("\f")
        text = reports.flat(" ".join(pages))
        cover = text[:text.index("Nine organisations make this submission")]
        for one in load("people.yaml", "people"):
            if "contact" in one:
                acceptance.check(one["name"] in cover, f"{one['id']} stands before the text")
        for number in "1.1", "2.1", "3.1":
            acceptance.check(re.search(rf"(?<![\d.]){re.escape(number)}\.? ", text) is not None,
                             f"a paragraph has the number {number}")

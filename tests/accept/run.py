# SPDX-License-Identifier: GPL-3.0-or-later
"""Acceptance on the real documents: what the program does with reports that people wrote.

usage: run.py --program BUILD/dossier --seeds DIR
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import annexes_case  # noqa: E402
import entries  # noqa: E402
import reports  # noqa: E402
import seed_case  # noqa: E402
import submission_case  # noqa: E402
import yaml  # noqa: E402
from entries import MONTHS  # noqa: E402

KHASENOV = ROOT / "evidence" / "khasenov"
PRISONERS = ROOT / "evidence" / "political-prisoners"
RECOMMENDATIONS = ROOT / "evidence" / "recommendations"
SUBMISSION = submission_case.FOLDER
ANNEXES = annexes_case.FOLDER
DRAWN_FROM_REPORTS = KHASENOV, PRISONERS, SUBMISSION, ANNEXES, RECOMMENDATIONS


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def text_of(path, layout="-raw"):
    run = subprocess.run(["pdftotext", layout, "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return run.stdout.decode()


class Acceptance:
    def __init__(self, program, seeds):
        self.program, self.seeds = program, seeds
        self.texts = {path.name: path.read_text() for path in sorted(seeds.glob("*.txt"))}
        self.passed = self.failed = 0

    def check(self, holds, what, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}" + (f": {detail}" if detail else ""))

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)

    def seed(self, number):
        return next(text for name, text in self.texts.items() if name.startswith(number))

    def checked(self, case, *arguments):
        """What `check` answers; the exit code does not matter."""
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "check.json"
            self.run("check", case, "--fail-on", "never", "--format", "json", "--output", out, *arguments)
            return json.loads(out.read_text())

    # ---- what all cases drawn from reports have in common

    def our_texts(self):
        for path in sorted(path for case in DRAWN_FROM_REPORTS for path in case.rglob("*")):
            if path.suffix == ".pdf":
                yield path, text_of(path)
            elif path.suffix in (".md", ".yaml", ".txt", ".html"):
                yield path, re.sub(r"https?://\S+", " ", path.read_text())

    def no_sentence_is_copied(self):
        """No run of fourteen words of the case stands in a report: names of laws and bodies are shorter."""
        length = 14
        known = set()
        for text in self.texts.values():
            sequence = words(re.sub(r"https?://\S+", " ", text))
            known.update(tuple(sequence[i:i + length]) for i in range(len(sequence) - length + 1))
        for path, text in self.our_texts():
            sequence = words(text)
            shared = next((" ".join(sequence[i:i + length]) for i in range(len(sequence) - length + 1)
                           if tuple(sequence[i:i + length]) in known), None)
            self.check(shared is None, f"{path.relative_to(ROOT)} says it in words of its own", shared or "")

    # ---- the case in evidence/khasenov

    def the_case_is_complete(self):
        load = lambda name, key: yaml.safe_load((KHASENOV / name).read_text())[key]
        exhibits = []
        for path in [KHASENOV / "exhibits.yaml", *sorted((KHASENOV / "exhibits").glob("*.yaml"))]:
            if path.exists():
                exhibits += yaml.safe_load(path.read_text())["exhibits"]
        self.check(len(exhibits) >= 40, "at least 40 exhibits", str(len(exhibits)))
        files = [exhibit for exhibit in exhibits if "file" in exhibit or "parts" in exhibit]
        self.check(len(files) >= 12, "at least 12 exhibit files", str(len(files)))
        self.check(all(exhibit.get("surrogate") is True for exhibit in files), "every file is registered as a note")
        suffixes = {pathlib.Path(exhibit.get("file", "")).suffix for exhibit in files}
        self.check({".pdf", ".html", ".txt", ".png"} <= suffixes, "notes as PDF, HTML, text and PNG", str(suffixes))
        events = load("events.yaml", "events")
        self.check(len(events) >= 35, "the 35 dated events", str(len(events)))
        prisoners = set()
        grounds = []
        for path in [KHASENOV / "grounds.yaml", *sorted((KHASENOV / "grounds").glob("*.yaml"))]:
            if path.exists():
                grounds += yaml.safe_load(path.read_text())["grounds"]
        for ground in grounds:
            if ground["criterion"].startswith("coe.pace1900"):
                prisoners.update(ground.get("for", []))
        self.check(len(prisoners) >= 5, "PACE criteria for at least five prisoners", str(sorted(prisoners)))
        self.dates_come_from_the_reports(events)

    def dates_come_from_the_reports(self, events):
        everything = re.sub(r"\s+", " ", " ".join(self.texts.values()).replace(",", ""))
        for event in events:
            date = str(event["date"])
            parts = date.split("-")
            if len(parts) == 1:
                wanted = [parts[0]]
            else:
                month = MONTHS[int(parts[1]) - 1]
                wanted = [month] if len(parts) == 2 else [f"{int(parts[2])} {month}", f"{month} {int(parts[2])}",
                                                            f"{parts[2]}.{parts[1]}.{parts[0]}"]
            found = parts[0] in everything and any(form in everything for form in wanted)
            found = found or (len(parts) == 3 and reports.says_day(everything, date))
            self.check(found, f"the date {date} of event {event['id']} stands in a report")

    def the_demo_case_builds(self):
        with tempfile.TemporaryDirectory() as folder:
            result = self.run("build", KHASENOV, "-o", folder, "--format", "json")
            self.check(result.returncode in (0, 1), "evidence/khasenov builds", result.stderr[-500:])
            answer = json.loads((pathlib.Path(folder) / "check.json").read_text())
            self.check(answer["outcome"] == "checked", "it was checked", answer["outcome"])
            surrogate_only = {"thin", "open", "stale", "contradicted", "not-applicable", "unknown"}
            verdicts = {entry["verdict"] for entry in answer["criteria"]}
            self.check(verdicts <= surrogate_only, "notes never make a criterion better than thin", str(verdicts))
            self.check(all(entry["resolved"] for entry in answer["citations"]), "every citation resolves",
                       str([entry for entry in answer["citations"] if not entry["resolved"]][:3]))
            brief = " ".join(words(text_of(pathlib.Path(folder) / "brief.pdf")))
            for weak in ("surrogate", "verdict", "contradicted", "waiver"):
                self.check(weak not in brief.split(), f"the brief does not say \"{weak}\"")

    def the_law_of_the_day_is_asked(self):
        """Filed under the Directive; decided in November 2026 the text that governs is for the author to choose."""
        self.check(not (KHASENOV / "author.yaml").exists(), "no person has decided the choice of law in the case")
        codes = lambda answer: [finding["code"] for finding in answer["findings"]]
        filed = self.checked(KHASENOV)
        later = self.checked(KHASENOV, "--as-of", "decided=2026-11-20", "--as-of", "filing=2026-11-20")
        self.check("D0407" not in codes(filed), "as filed the choice of law is no question")
        not_yet = [finding["criterion"] for finding in filed["findings"] if finding["code"] == "D0401"]
        self.check(not_yet == ["eu.qr.3"], "as filed the Regulation does not apply yet", str(not_yet))
        self.check(codes(later).count("D0407") == 1, "decided in 2026 the choice of law is demanded once")
        self.check("D0401" not in codes(later), "decided in 2026 the Regulation is in force")
        packs = lambda answer: {entry["pack"] for entry in answer["criteria"] if entry["verdict"] != "not-applicable"}
        asked = packs(later)
        for pack in ("eu/qualification-directive-2011", "eu/qualification-regulation-2024"):
            self.check(any(pack in name for name in asked), f"until then both sides are checked: {pack}", str(asked))
        old = lambda answer: sum(1 for finding in answer["findings"] if finding["code"] == "D0503")
        self.check(old(later) > old(filed), "evidence of 2022 to 2024 is out of date two years on",
                   f"{old(filed)} then {old(later)}")

    # ---- the list of prisoners

    def prisoners_stand_in_the_report(self):
        load = lambda name, key: yaml.safe_load((PRISONERS / name).read_text())[key]
        people = {entry["id"]: entry["name"]["en"] for entry in load("people.yaml", "people") if entry["kind"] == "person"}
        facts = {entry["id"]: entry["entries"] for entry in load("facts.yaml", "lists")}
        listed = {entry["person"]: entry["fields"] for entry in facts["prisoners"]}
        report = entries.prisoners(self.seed("001"))
        self.check(len(report) == len(people) == len(listed) == 48, "48 entries, persons and lines",
                   f"{len(report)}, {len(people)}, {len(listed)}")
        convicted = sum(1 for fields in listed.values() if fields["part"] == "convicted")
        self.check((convicted, len(listed) - convicted) == (40, 8), "40 convicted, 8 before trial", str(convicted))
        for number, name, text in report:
            person = f"p{number:02d}"
            fields, charge = listed[person], entries.charge_of(text)
            self.check(people[person].upper() == name.upper(), f"{person} has the name of the entry")
            ours = [entry["fields"]["article"] for entry in facts["charges"] if entry["person"] == person]
            self.check(ours == entries.articles(charge), f"{person}: the articles are those of the entry", str(ours))
            printed = re.findall(r"(?:^|, )([^ ,]+)(?: \([^()]*\))?(?=,|$)", fields.get("articles", ""))
            self.check(printed == ours, f"{person}: the articles that are printed are those of the entry", str(printed))
            self.check((int(fields["months"]) if "months" in fields else None) == entries.months_of(charge),
                       f"{person}: the term is that of the entry")
            for key in ("since", "convicted"):
                self.check(key not in fields or self.named(fields[key], text) or fields["section"] == "nuclear-plant",
                           f"{person}: the day under \"{key}\" stands in the entry", fields.get(key, ""))
        self.days_of_entries({number: text for number, _, text in report}, load("events.yaml", "events"))

    def named(self, date, text):
        """A date as precise as it is stands in the text; a year alone, or a month inside a day, counts."""
        if len(date) == 4:
            return date in text
        return date in entries.days(text) if len(date) == 10 else date in entries.months_named(text)

    def days_of_entries(self, report, events):
        """What an event cites an entry for, the entry dates; and no day of an entry is missing."""
        grounds = yaml.safe_load((PRISONERS / "grounds.yaml").read_text())["grounds"]
        stated = {number: set() for number in report}
        for event in events:
            number = int(event["cites"].split()[-1])
            if number not in report:
                continue
            stated[number].add(str(event["date"]))
            self.check(self.named(str(event["date"]), report[number]), f"{event['id']}: its date stands in entry {number}")
        for ground in grounds:
            for items in ground.get("needs", {}).values():
                stated[int(ground["for"][0][1:])].update(str(item["date"]) for item in items if "date" in item)
        for number, text in report.items():
            self.check(entries.days(text) <= stated[number], f"entry {number}: no day is left out",
                       str(entries.days(text) - stated[number]))

    def prisoners_are_asked_one_by_one(self):
        answer = self.checked(PRISONERS)
        self.check(answer["outcome"] == "checked", "the list of prisoners is checked", answer["outcome"])
        asked = {entry["subject"] for entry in answer["criteria"] if entry["id"] == "coe.pace1900"}
        self.check(len(asked) == 48, "the definition is asked of 48 persons", str(len(asked)))
        told = {finding["subject"] for finding in answer["findings"]}
        self.check(asked <= told, "check says of each person what is missing", str(sorted(asked - told)))
        self.claims_do_not_add_up(answer, "the list of prisoners", ["leaders"])
        self.check(all(entry["resolved"] for entry in answer["citations"]), "every citation of the list resolves")

    def claims_do_not_add_up(self, answer, what, expected):
        """The sources' own mistakes, and no others."""
        wrong = [finding["message"] for finding in answer["findings"] if finding["code"] in ("D0605", "D0606")]
        self.check(len(wrong) == len(expected) and all(f"claim {name} " in text for name, text in zip(expected, wrong)),
                   f"{what}: claims that do not add up are those of the report", str(wrong))

    # ---- the recommendations

    def recommendations_stand_in_the_report(self):
        lists = yaml.safe_load((RECOMMENDATIONS / "facts.yaml").read_text())["lists"]
        ours = next(entry["entries"] for entry in lists if entry["id"] == "recommendations")
        report = entries.recommendations(self.seed("004"))
        self.check(len(ours) == len(report), "as many recommendations as the report has", f"{len(ours)}, {len(report)}")
        words_of = {"not-fulfilled": "not fulfilled", "partially-fulfilled": "partially fulfilled",
                    "not-to-full-extent": "not fulfilled to the full extent"}
        for number, (entry, (result, _)) in enumerate(zip(ours, report), 1):
            self.check(entry["fields"]["number"] == str(number), f"recommendation {number} stands in its place")
            self.check(words_of[entry["fields"]["result"]] == result, f"recommendation {number} has its result", result)
            self.check(all(entry["fields"].get(key) for key in ("title", "text", "reasons", "addressee")),
                       f"recommendation {number} says what is asked, of whom and why it has its result")
        addressed = [entry["fields"]["result"] for entry in ours if entry["fields"]["addressee"] == "kz"]
        self.check((len(addressed), addressed.count("not-fulfilled"), addressed.count("partially-fulfilled")) == (20, 18, 2),
                   "twenty to Kazakhstan, 18 not fulfilled, two in part", str(len(addressed)))
        answer = self.checked(RECOMMENDATIONS)
        self.check(answer["outcome"] == "checked", "the recommendations are checked", answer["outcome"])
        self.claims_do_not_add_up(answer, "the recommendations", ["all"])
        self.check(all(entry["resolved"] for entry in answer["citations"]), "every citation of the recommendations resolves")

    # ---- the submission and the annexed report

    def submission_stands_in_the_report(self):
        submission_case.check(self, self.seed("002"))

    def annexes_stand_in_the_report(self):
        annexes_case.check(self, self.seed("003"))

    def text_of(self, path):
        return text_of(path)

    def dates_of_the_new_cases(self):
        for case, number in ((PRISONERS, "001"), (SUBMISSION, "002"), (ANNEXES, "003"), (RECOMMENDATIONS, "004")):
            texts, self.texts = self.texts, {number: self.seed(number)}
            self.dates_come_from_the_reports(yaml.safe_load((case / "events.yaml").read_text())["events"])
            self.texts = texts
            with tempfile.TemporaryDirectory() as folder:
                result = self.run("build", case, "-o", folder, "--fail-on", "never")
                self.check((pathlib.Path(folder) / "bundle.pdf").exists(), f"{case.name} builds", result.stderr[-300:])

    # ---- reports as arguments: nothing is dropped

    def no_word_is_lost(self):
        for name, text in self.texts.items():
            with tempfile.TemporaryDirectory() as folder:
                case, out = pathlib.Path(folder) / "case", pathlib.Path(folder) / "out"
                paragraphs, notes = seed_case.write_case(case, text)
                result = self.run("build", case, "-o", out, "--allow-empty", "--fail-on", "never")
                if not (out / "brief.pdf").exists():
                    self.check(False, f"{name} becomes a brief", result.stderr[-800:])
                    continue
                self.every_paragraph_stands(name, paragraphs, text_of(out / "brief.pdf"))
                if notes:
                    self.every_note_stands(name, case, text_of(out / "brief.pdf"))

    def every_paragraph_stands(self, name, paragraphs, printed):
        """Letters in order, spaces and hyphens apart: page furniture and notes may stand between lines."""
        stream = "".join(words(printed))
        for paragraph in paragraphs:
            pieces = [piece for piece in re.split(r"(?<=[.!?;:])\s+|\s{2,}|\x1f", paragraph) if len(piece) > 12]
            missing = [piece for piece in pieces if "".join(words(piece)) not in stream]
            # A page break or a note mark may fall into a sentence: its halves must stand then.
            missing = [piece for piece in missing if not self.halves_stand(piece, stream)]
            self.check(not missing, f"{name}: \"{paragraph[:50]}…\" is printed whole", str(missing[:1])[:300])

    def halves_stand(self, piece, stream):
        """The letters stand in at most four stretches, none a scrap: page ends and marks cut, they do not drop."""
        letters = "".join(words(piece))
        start = pieces = 0
        while start < len(letters):
            low, high = start, len(letters)
            while low < high:  # the longest stretch that stands: every beginning of one stands too
                middle = (low + high + 1) // 2
                low, high = (middle, high) if letters[start:middle] in stream else (low, middle - 1)
            pieces += 1
            if pieces > 4 or (low - start < 4 and low < len(letters)):
                return False
            start = low
        return True

    def every_note_stands(self, name, case, printed):
        stream = "".join(words(printed))
        markdown = (case / "argument" / "000-report.md").read_text()
        for number, text in re.findall(r"^\[\^(\d+)\]: (.+)$", markdown, flags=re.M):
            letters = "".join(words(seed_case.plain(text)))
            self.check(letters in stream or self.halves_stand(seed_case.plain(text), stream),
                       f"{name}: note {number} is printed whole", text[:80])

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seeds", type=pathlib.Path, required=True)
    args = parser.parse_args()
    acceptance = Acceptance(args.program, args.seeds)
    acceptance.no_sentence_is_copied()
    acceptance.the_case_is_complete()
    acceptance.the_demo_case_builds()
    acceptance.the_law_of_the_day_is_asked()
    acceptance.prisoners_stand_in_the_report()
    acceptance.prisoners_are_asked_one_by_one()
    acceptance.recommendations_stand_in_the_report()
    acceptance.submission_stands_in_the_report()
    acceptance.annexes_stand_in_the_report()
    acceptance.dates_of_the_new_cases()
    acceptance.no_word_is_lost()
    sys.exit(acceptance.finish())


main()

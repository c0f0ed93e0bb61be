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
import seed_case  # noqa: E402
import yaml  # noqa: E402

KHASENOV = ROOT / "evidence" / "khasenov"
MONTHS = "January February March April May June July August September October November December".split()


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

    # ---- the case in evidence/khasenov

    def our_texts(self):
        for path in sorted(KHASENOV.rglob("*")):
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
                wanted = [month] if len(parts) == 2 else [f"{int(parts[2])} {month}", f"{month} {int(parts[2])}"]
            found = parts[0] in everything and any(form in everything for form in wanted)
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
    acceptance.no_word_is_lost()
    sys.exit(acceptance.finish())


main()

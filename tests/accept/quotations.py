# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotations drawn from the real documents at run time: half true but for their form, half altered.

usage: quotations.py --program BUILD/dossier --seeds DIR [--count N] [--seed N] [--keep DIR]

Demands that no altered quotation is accepted and that at least 99 % of the true ones are, in every
kind of exhibit together; prints the figures and every miss. Nothing of the documents is kept.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import seed_case  # noqa: E402
from report_pages import Pages  # noqa: E402

TRUE = ("exact", "normalised")
ACCEPTED = ("exact", "normalised", "ocr-tolerant", "altered")
NEGATIONS = ("not", "no", "never", "without")
FUSED_NOTE = re.compile(r"(?:(?<=[a-z”\"’)])|(?<=[a-z”\"’)][.,;:])(?<!no\.))(?:<sup>[\d, ]+</sup>|[⁰¹²³⁴-⁹]+|\d{1,3}(?=[\s.,;:]|$))")

NAMED = re.compile(r"[a-z][A-Z]\w*$")  # a name with capitals inside may end in a number of its own


def clean(paragraph):
    """The words a reader sees: no markup, no numbers of notes."""
    text = FUSED_NOTE.sub(lambda match: match.group(0) if NAMED.search(paragraph, 0, match.start()) else "", paragraph)
    text = re.sub(r"<sup>[^<]*</sup>|[⁰¹²³⁴-⁹]+", "", text)
    text = seed_case.plain(text).replace("*", "")
    return re.sub(r"\s+", " ", text).strip()


def paragraphs_of(text):
    for piece in re.split(r"\n\s*\n", text.replace("\r", "")):
        words = clean(piece)
        # Addresses, tables and headings are no sentences that anybody quotes.
        if len(words) < 120 or "http" in words or "|" in words or "[" in words or "\\" in words:
            continue
        yield words


# ---- harmless changes of form

def curly(text, rng):
    text = re.sub(r"[“”]", '"', text) if rng.random() < 0.5 else re.sub(r'"([^"]*)"', r"“\1”", text)
    return text.replace("’", "'") if "’" in text else text.replace("'", "’")


def dashes(text, rng):
    return re.sub("[–—]", lambda match: rng.choice("–—"), text).replace("-", "\u2010" if rng.random() < 0.5 else "-")


def ligatures(text, rng):
    for plain, joined in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")):
        text = text.replace(plain, joined)
    return text


def at_spaces(space):
    return lambda text, rng: re.sub(" ", lambda match: space if rng.random() < 0.4 else " ", text)


def inside_words(mark):
    def change(text, rng):
        return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda match: mark if rng.random() < 0.1 else "", text)
    return change


HARMLESS = {"none": lambda text, rng: text, "quotation-marks": curly, "dashes": dashes, "ligatures": ligatures,
            "no-break-space": at_spaces("\u00A0"), "white-space": at_spaces("  "), "thin-space": at_spaces("\u2009"),
            "soft-hyphen": inside_words("\u00AD"), "line-break": at_spaces("\n"), "line-break-hyphen": inside_words("-\n")}


# ---- changes of content

def one_digit(words, rng):
    places = [index for index, word in enumerate(words) if re.search(r"\d", word)]
    if not places:
        return None
    index = rng.choice(places)
    at = rng.choice([match.start() for match in re.finditer(r"\d", words[index])])
    other = rng.choice([digit for digit in "0123456789" if digit != words[index][at]])
    return words[:index] + [words[index][:at] + other + words[index][at + 1:]] + words[index + 1:]


def one_letter_of_a_name(words, rng):
    places = [index for index, word in enumerate(words) if index > 0 and re.match(r"[“\"(]?[A-Z][a-z]{3,}", word)]
    if not places:
        return None
    index = rng.choice(places)
    at = rng.choice([match.start() for match in re.finditer(r"[a-z]", words[index])])
    other = rng.choice([letter for letter in "abcdefghiklmnoprstuvyz" if letter != words[index][at]])
    return words[:index] + [words[index][:at] + other + words[index][at + 1:]] + words[index + 1:]


def negation_dropped(words, rng):
    places = [index for index, word in enumerate(words) if word in NEGATIONS and 0 < index < len(words) - 1]
    if not places:
        return None
    index = rng.choice(places)
    return words[:index] + words[index + 1:]


def negation_added(words, rng):
    index = rng.randrange(1, len(words) - 1)
    return words[:index] + [rng.choice(NEGATIONS[:3])] + words[index:]


def two_words_swapped(words, rng):
    index = rng.randrange(0, len(words) - 1)
    return words[:index] + [words[index + 1], words[index]] + words[index + 2:]


def word_lost(words, rng):
    index = rng.randrange(1, len(words) - 1)
    return words[:index] + words[index + 1:]


def word_added(words, rng):
    index = rng.randrange(1, len(words) - 1)
    return words[:index] + [rng.choice(words)] + words[index:]


MUTATIONS = {"digit": one_digit, "name-letter": one_letter_of_a_name, "negation-dropped": negation_dropped,
             "negation-added": negation_added, "words-swapped": two_words_swapped, "word-lost": word_lost,
             "word-added": word_added}


def bare(text):
    """For telling a change from none: letters and digits only, spaces kept."""
    return " ".join(re.sub(r"[^\w\s]", "", text).split())


class Exhibit:
    def __init__(self, name, path, paragraphs, changes):
        self.name, self.path, self.paragraphs, self.changes = name, path, paragraphs, changes
        self.bare = " " + " ".join(bare(words) for words in paragraphs) + " "
        self.drawn = []  # (text, true, class)

    def span(self, rng):
        """Words of one paragraph."""
        while True:
            words = rng.choice(self.paragraphs).split()
            length = min(rng.randrange(6, 36), len(words))
            start = rng.randrange(0, len(words) - length + 1)
            span = words[start:start + length]
            if length >= 6 and re.match(r"\w", span[0]) and re.match(r"\w", span[1]):
                return span

    def draw_true(self, rng, change):
        text = " ".join(self.span(rng))
        self.drawn.append((HARMLESS[change](text, rng), True, change))

    def draw_altered(self, rng, mutation):
        for _ in range(2000):
            words = self.span(rng)
            changed = MUTATIONS[mutation](words, rng)
            if changed is None or " " + bare(" ".join(changed)) + " " in self.bare:
                continue
            change = rng.choice(self.changes)
            return self.drawn.append((HARMLESS[change](" ".join(changed), rng), False, mutation))
        return None


def text_exhibits(folder, texts):
    every = list(HARMLESS)
    for name, text in texts.items():
        paragraphs = list(paragraphs_of(text))
        path = folder / f"{name[:3]}-as-it-is.{'md' if '<sup>' in text else 'txt'}"
        path.write_text(text)
        yield Exhibit("text as it is", path, paragraphs, every)
        path = folder / f"{name[:3]}-clean.txt"
        path.write_text("\n\n".join(paragraphs))
        yield Exhibit("clean text", path, paragraphs, every)


def page_exhibits(folder, texts, rng):
    for name, text in texts.items():
        paragraphs = list(paragraphs_of(text))
        for kind, options in (("one column", {"columns": 1, "notes": False}),
                              ("two columns", {"columns": 2, "notes": False}),
                              ("notes and running head", {"columns": 1, "head": "Report of the Invented Watch"})):
            path = folder / f"{name[:3]}-{kind.replace(' ', '-')}.pdf"
            pages = Pages(path, random.Random(rng.random()), **options)
            for words in paragraphs:
                pages.paragraph(words.split())
            pages.save()
            yield Exhibit(kind, path, paragraphs, list(HARMLESS))


def ask(program, exhibit, folder):
    """One run for those of one line, one for those with line breaks."""
    answers = {}
    lines = [(index, text) for index, (text, _, _) in enumerate(exhibit.drawn) if "\n" not in text]
    broken = [(index, text) for index, (text, _, _) in enumerate(exhibit.drawn) if "\n" in text]
    listing = folder / "list.txt"
    listing.write_text("".join(text + "\n" for _, text in lines))
    for part, arguments in ((lines, ["--from", listing]), (broken, [text for _, text in broken])):
        if not part:
            continue
        command = [program, "quote", "--format", "json", exhibit.path, *arguments]
        run = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        results = json.loads(run.stdout)["results"] if run.stdout.startswith("{") else []
        if [entry["text"] for entry in results] != [text for _, text in part]:
            sys.exit(f"{exhibit.path.name}: {len(results)} answers to {len(part)} quotations: {run.stderr[-300:]}")
        answers.update((index, entry) for (index, _), entry in zip(part, results))
    return answers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seeds", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--misses", type=int, default=1000, help="how many misses are printed")
    args = parser.parse_args()
    texts = {path.name: path.read_text() for path in sorted(args.seeds.glob("*.txt"))}
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or pathlib.Path(temporary)
        folder.mkdir(exist_ok=True)
        exhibits = [*text_exhibits(folder, texts), *page_exhibits(folder, texts, rng)]
        for number in range(args.count // 2):
            exhibit = exhibits[number % len(exhibits)]
            exhibit.draw_true(rng, rng.choice(list(HARMLESS)))
            exhibit.draw_altered(rng, list(MUTATIONS)[number // len(exhibits) % len(MUTATIONS)])
        sys.exit(report(args, exhibits, folder))


def report(args, exhibits, folder):
    counts, good, misses = collections.Counter(), collections.Counter(), []
    for exhibit in exhibits:
        for index, answer in sorted(ask(args.program, exhibit, folder).items()):
            text, true, change = exhibit.drawn[index]
            right = answer["verdict"] in TRUE if true else answer["verdict"] not in ACCEPTED
            for key in ((true, change), (true, f"in {exhibit.name}"), (true, "all")):
                counts[key] += 1
                good[key] += right
            if not right:
                misses.append((true, change, exhibit.path.name, answer["verdict"], text, answer["edits"]))
    for true, change in sorted(counts, key=str):
        print(f"{'true, accepted' if true else 'altered, refused'}: {change}: {good[true, change]} of {counts[true, change]}")
    for true, change, name, verdict, text, edits in misses[:args.misses]:
        shown = [(edit["quoted"], edit["source"]) for edit in edits[:3]]
        print(f"MISS: {'true' if true else 'ALTERED'} ({change}), {name}: {verdict}: {text!r} {shown}")
    enough = counts[True, "all"] + counts[False, "all"] >= min(2000, args.count)
    no_false_accept = good[False, "all"] == counts[False, "all"]
    passed = enough and no_false_accept and good[True, "all"] >= 0.99 * counts[True, "all"]
    print("quotations: " + ("passed" if passed else "FAILED"))
    return 0 if passed else 1


if __name__ == "__main__":
    main()

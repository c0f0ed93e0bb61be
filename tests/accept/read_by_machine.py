# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotations from the real documents as if a machine had read these: letters disturbed within the classes.

usage: read_by_machine.py --probe BUILD/tests/accept/quote_probe --seeds DIR [--count N] [--seed N] [--misses N]

One in a hundred characters of each text outside digits and names is disturbed within the classes of
compiler/quote/confusions.def. Demands that at least 95 % of the true quotations are accepted, and none
in which a digit, a name, a negation, or the words themselves were touched. Nothing is kept.
"""
import argparse
import collections
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import quotations  # noqa: E402

ACCEPTED = ("exact", "normalised", "ocr-tolerant", "altered", "ambiguous")
TABLE = pathlib.Path(__file__).resolve().parents[2] / "compiler/quote/confusions.def"
PAIRS = re.findall(r'DOSSIER_CONFUSION\("(\w+)", "([^"]+)", "([^"]+)"\)', TABLE.read_text())
WAYS = [(one, other) for _, a, b in PAIRS for one, other in ((a, b), (b, a))]
DIGITS = "0123456789"


def touched_words(paragraph):
    """(start, end, guarded) of each word; guarded are digits and names: capitals inside a sentence."""
    begins = True
    for match in re.finditer(r"\S+", paragraph):
        word = match.group(0)
        bare = word.strip("“”\"'()[].,;:")
        capital = bare[:1].isupper()
        yield match.start(), match.end(), bool(re.search(r"\d", word)) or (capital and not begins)
        begins = word[-1] in ".!?" or word[-2:] in (".”", ".\"")


def disturb(paragraph, rng, rate):
    """The paragraph with `rate` of its characters disturbed, and how many were."""
    spots = []
    for start, end, guarded in touched_words(paragraph):
        if guarded:
            continue
        for at in range(start, end):
            ways = [(one, other) for one, other in WAYS if paragraph.startswith(one, at) and at + len(one) <= end
                    and one not in ".,;:"]
            if ways:
                spots.append((at, ways))
    wanted = int(rate * len(paragraph) + rng.random())
    chosen = sorted(rng.sample(spots, min(wanted, len(spots))), key=lambda spot: spot[0], reverse=True)
    last = len(paragraph)
    for at, ways in chosen:
        one, other = rng.choice(ways)
        if at + len(one) > last:
            continue
        paragraph = paragraph[:at] + other + paragraph[at + len(one):]
        last = at
    return paragraph


def digit_within_class(words, rng):
    spots = [(index, at, other) for index, word in enumerate(words) for at, char in enumerate(word) if char in DIGITS
             for one, other in WAYS if one == char]
    if not spots:
        return None
    index, at, other = rng.choice(spots)
    return words[:index] + [words[index][:at] + other + words[index][at + 1:]] + words[index + 1:]


def name_within_class(words, rng):
    spots = [(index, at, one, other) for index, word in enumerate(words)
             if index > 0 and re.match(r"[“\"(]?[A-Z]", word) and words[index - 1][-1] not in ".!?”"
             for at in range(len(word)) for one, other in WAYS if word.startswith(one, at) and one not in ".,;:"]
    if not spots:
        return None
    index, at, one, other = rng.choice(spots)
    return words[:index] + [words[index][:at] + other + words[index][at + len(one):]] + words[index + 1:]


MUTATIONS = dict(quotations.MUTATIONS, **{"digit-within-class": digit_within_class, "name-within-class": name_within_class})


def draw(paragraphs, rng):
    while True:
        words = rng.choice(paragraphs).split()
        length = min(rng.randrange(6, 36), len(words))
        start = rng.randrange(0, len(words) - length + 1)
        span = words[start:start + length]
        if len(span) >= 6 and re.match(r"\w", span[0]) and re.match(r"\w", span[1]):
            return span


def cases(paragraphs, count, rng):
    whole = " " + " ".join(quotations.bare(words) for words in paragraphs) + " "
    for number in range(count):
        yield " ".join(draw(paragraphs, rng)), True, "true"
        name = list(MUTATIONS)[number % len(MUTATIONS)]
        for _ in range(2000):
            changed = MUTATIONS[name](draw(paragraphs, rng), rng)
            if changed and " " + quotations.bare(" ".join(changed)) + " " not in whole:
                yield " ".join(changed), False, name
                break


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--probe", required=True)
    parser.add_argument("--seeds", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--misses", type=int, default=200)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    counts, good = collections.Counter(), collections.Counter()
    texts = sorted(args.seeds.glob("*.txt"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for path in texts:
            paragraphs = list(quotations.paragraphs_of(path.read_text()))
            read = [disturb(words, rng, 0.01) for words in paragraphs]
            (folder / "pages.txt").write_text("\n\n\f".join(read))
            drawn = list(cases(paragraphs, args.count // 2 // len(texts), rng))
            (folder / "list.txt").write_text("".join(text + "\n" for text, _, _ in drawn))
            run = subprocess.run([args.probe, folder / "pages.txt", folder / "list.txt"], capture_output=True, text=True)
            answers = run.stdout.splitlines()
            if run.returncode != 0 or len(answers) != len(drawn):
                sys.exit(f"{len(answers)} answers to {len(drawn)} quotations: {run.stderr[-300:]}")
            for (text, true, kind), answer in zip(drawn, answers):
                verdict = answer.split("\t")[0]
                right = (verdict in ACCEPTED) == true
                counts[true, kind] += 1
                good[true, kind] += right
                counts[true, verdict] += 1
                if not right and args.misses > 0:
                    args.misses -= 1
                    print(f"MISS: {'true' if true else 'ALTERED'} ({kind}): {text!r}: {answer!r}")
    for true, kind in sorted(counts, key=str):
        if kind in MUTATIONS or kind == "true":
            print(f"{'true, accepted' if true else 'altered, refused'}: {kind}: {good[true, kind]} of {counts[true, kind]}")
        else:
            print(f"  {'true' if true else 'altered'}: {kind}: {counts[true, kind]}")
    altered = sum(count for (true, kind), count in counts.items() if kind in MUTATIONS)
    refused = sum(count for (true, kind), count in good.items() if kind in MUTATIONS)
    enough = counts[True, "true"] + altered >= min(2000, args.count * 9 // 10)
    passed = enough and refused == altered and good[True, "true"] >= 0.95 * counts[True, "true"]
    print(f"read by machine: {altered + counts[True, 'true']} quotations: " + ("passed" if passed else "FAILED"))
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()

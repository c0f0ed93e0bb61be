# SPDX-License-Identifier: GPL-3.0-or-later
"""The entries of two reports, read from their text alone: the list of political prisoners and the
recommendations with their results. What the cases under evidence/ state is held against them."""
import re

MONTHS = "January February March April May June July August September October November December".split()
MONTH = "|".join(MONTHS)


def without_notes(text):
    text = re.sub(r"^<sup>\d+</sup> .*$", "", text, flags=re.M)
    return re.sub(r"\s+", " ", re.sub(r"<sup>[^<]*</sup>", "", text))


def prisoners(report):
    """(number from 1, name, text) of each entry; the second part goes on counting."""
    listed = report[report.index("## CONVICTED"):]
    second = listed.index("**UNDER ARREST IN A PRE-TRIAL")
    entries = []
    for part in (listed[:second], listed[second:]):
        before = len(entries)
        starts = [(match.start(), int(match[1]), match[2])
                  for match in re.finditer(r"^(?:- )?(\d+) \*\*([^*]+)\*\* – ", part, re.M)]
        stops = sorted([start for start, _, _ in starts] + [len(part)] +
                       [match.start() for match in re.finditer(r"^(?:#{2,4} |\*\*[A-Z])", part, re.M)])
        for start, number, name in starts:
            end = next(stop for stop in stops if stop > start)
            entries.append((before + number, name, without_notes(part[start:end])))
    return entries


def charge_of(entry):
    """The first sentence: the charge and the term."""
    return re.split(r"(?<![0-9])\.(?= [A-Z])|(?<=\))\. ", entry, maxsplit=1)[0]


def articles(sentence):
    return re.findall(r"Article ([\d-]+)", sentence)


def months_of(sentence):
    """The terms in a sentence, added up: "5 years and 1 month" are 61."""
    terms = re.findall(r"([\d.]+) years(?: and (\d+) month)?", sentence)
    return sum(round(float(years) * 12) + int(months or 0) for years, months in terms) if terms else None


def days(text):
    found = {f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
             for day, month, year in re.findall(rf"(\d{{1,2}}) ({MONTH}),? (\d{{4}})", text)}
    return found | {f"{year}-{month}-{day}" for day, month, year in re.findall(r"(\d\d)\.(\d\d)\.(\d{4})", text)}


def months_named(text):
    return {f"{year}-{MONTHS.index(month) + 1:02d}" for month, year in re.findall(rf"({MONTH}),? (\d{{4}})", text)}


def recommendations(report):
    """(result, text) of each recommendation, in order."""
    starts = [match.start() for match in re.finditer(r"\*\*The EP.s recommendation:", report)]
    stops = starts[1:] + [report.index("## 10. CONCLUSIONS")]
    texts = [report[start:stop] for start, stop in zip(starts, stops)]
    return [(re.search(r"The result: (.*?)\.", text)[1], without_notes(text)) for text in texts]

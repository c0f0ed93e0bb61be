# SPDX-License-Identifier: GPL-3.0-or-later
"""Two reports, read from their text alone: the joint submission with its notes, the report with its
annexes of letters. What the cases under evidence/ state is held against them."""
import re

import entries

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def flat(text):
    return re.sub(r"\s+", " ", text)


# ---- the joint submission

def submission_notes(report):
    """{number: address} of the notes at its end."""
    found = re.findall(r"^\s*(?:- )?([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+) <?(https?://[^\s>]+)>?\s*$", report, re.M)
    return {int(number.translate(RAISED)): address for number, address in found}


def submission_paragraphs(report):
    """The numbers of its paragraphs: 1.1, 1.2 and so on."""
    return re.findall(r"^(\d\.\d+)\. ", report, re.M)


def submission_cover(report):
    return report[:report.index("Table of Contents")]


def persons_in_bold(report):
    """Names that the text sets in bold, alone or as a list."""
    body = report[report.index("\n1. Introduction\n"):]
    pieces = [piece for bold in re.findall(r"\*\*([^*]+)\*\*", body) for piece in re.split(r",\s*", bold)]
    return {piece for piece in pieces if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", piece)}


def bullets(report):
    """The text of each item of a list, whole."""
    return [flat(item) for item in re.findall(r"^- (.+(?:\n+(?!- |\d\.\d|\d\. ).+)*)", report, re.M)]


# ---- the report with annexes

def annexes(report):
    """{number: (title, text)}, the text up to the next annex."""
    starts = [match for match in re.finditer(r"^\s*ANNEX (\d): (.+)$", report, re.M) if ".." not in match[2]]
    starts = [match for match in starts if not re.search(r"\s\d+\s*$", match[2])]
    stops = [match.start() for match in starts[1:]] + [len(report)]
    return {int(match[1]): (flat(match[2]).strip(), flat(report[match.start():stop]))
            for match, stop in zip(starts, stops)}


def says_day(text, date):
    """A date as precise as it is; "16 and 31 January 2018" and "on 1 October" say their days too."""
    if len(date) == 4:
        return date in text
    if len(date) == 7:
        return date in entries.months_named(text)
    year, month, day = date.split("-")
    said = re.search(rf"\b{int(day)}(?:th of| and \d+)? {entries.MONTHS[int(month) - 1]}\b", text)
    return date in entries.days(text) or (year in text and said is not None)


def addresses_after(report, start):
    """Where each address of the notes begins, in the text without white space: lines cut addresses."""
    bare = "".join(report[start:].split())
    return [bare[match.start():] for match in re.finditer(r"https?://", bare)]

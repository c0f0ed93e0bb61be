# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a finished report (plain text or Markdown, notes as <sup>N</sup>) into the argument of a case.

The reports are read at run time from the folder of the real documents; nothing of them is kept here.
"""
import pathlib
import re

NOTE_LINE = re.compile(r"^\s*<sup>(\d+)</sup>\s*(.+)$")
MARK = re.compile(r"<sup>(\d+(?:\s*,\s*\d+)*)</sup>")
AUTOLINK = re.compile(r"<(https?://[^>]+)>")
INLINE_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\((https?://[^)\s]+)\)")


def plain(text):
    """The words of a piece of Markdown as a reader sees them."""
    text = INLINE_LINK.sub(lambda match: match.group(2), text)
    text = AUTOLINK.sub(lambda match: match.group(1), text)
    text = re.sub(r"</?(?:sup|sub|span|br|b|i|em|strong)[^>]*>", "", text)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!<>&$~|])", r"\1", text)
    return re.sub(r"\*\*|__", "", text).strip()


def escape(text):
    text = re.sub(r"([\\`*_\[\]<>#~|&])", r"\\\1", text)
    return re.sub(r"^(\s*)(\d+)([.)])(\s)", r"\1\2\\\3\4", re.sub(r"^([-+=])", r"\\\1", text))


class Report:
    """Paragraphs and notes of a report, in order, as plain words."""

    def __init__(self, text):
        self.notes = {}
        self.blocks = []  # (kind, words, [note numbers with offsets])
        for piece in re.split(r"\n\s*\n", text.replace("\r", "")):
            lines = [line for line in piece.split("\n") if line.strip()]
            body = []
            for line in lines:
                note = NOTE_LINE.match(line)
                if note and int(note.group(1)) not in self.notes:
                    self.notes[int(note.group(1))] = plain(note.group(2))
                else:
                    body.append(line.strip())
            if body:
                self._add(body)

    def _add(self, lines):
        if lines[0].startswith("#"):
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            self.blocks.append(("heading", min(level, 3), lines[0].lstrip("# ")))
            lines = lines[1:]
        items = []
        for line in lines:
            if re.match(r"^[-*•] ", line):
                items.append(("item", 0, line[2:]))
            elif line.startswith("|"):
                items.append(("para", 0, " ".join(cell.strip() for cell in line.strip("|").split("|"))))
            elif items and items[-1][0] in ("item", "para") and not line.startswith("|"):
                kind, level, words = items[-1]
                items[-1] = (kind, level, words + " " + line)
            else:
                items.append(("para", 0, line))
        self.blocks += [item for item in items if plain(MARK.sub("", item[2]))]

    def markdown(self):
        """CommonMark with reference notes, and the words that must come out on paper, in order."""
        out, words, used = [], [], set()
        for kind, level, text in self.blocks:
            if re.fullmatch(r"[-*_ |:]+", text):
                continue
            pieces, spoken = [], []
            last = 0
            for mark in MARK.finditer(text):
                piece = plain(text[last:mark.start()])
                pieces.append(escape(piece))
                spoken.append(piece)
                for number in re.findall(r"\d+", mark.group(1)):
                    if int(number) in self.notes and int(number) not in used:
                        used.add(int(number))
                        pieces.append(f"[^{number}]")
                last = mark.end()
            tail = plain(text[last:])
            glue = " " if last and text[last:last + 1] == " " else ""
            pieces.append(glue + escape(tail))
            spoken.append(tail)
            line = "".join(pieces).strip()
            if not line:
                continue
            prefix = {"heading": "#" * max(level, 1) + " ", "item": "- ", "para": ""}[kind]
            out.append(prefix + line)
            words.append("\x1f".join(part for part in spoken if part))  # a note mark stands between
        for number in sorted(used):
            out.append(f"[^{number}]: {escape(self.notes[number])}")
        return "\n\n".join(out) + "\n", words, sorted(used)


def write_case(folder, text, repeat=1):
    """A case whose argument is `text`, `repeat` times over. Returns (paragraphs, number of notes)."""
    folder = pathlib.Path(folder)
    (folder / "argument").mkdir(parents=True, exist_ok=True)
    report = Report(text)
    markdown, words, used = report.markdown()
    for copy in range(repeat):
        body = markdown if repeat == 1 else re.sub(r"\[\^(\d+)\]", rf"[^\1-{copy}]", markdown)
        (folder / "argument" / f"{copy:03}-report.md").write_text(body)
    (folder / "dossier.yaml").write_text(
        "format: 1\nid: report\ntitle: Report\nlanguage: en\ntemplate: appeal-brief\nrules: []\n"
        "applicants: [p1]\npleads: []\nfilings: [{id: f1, date: 2025-03-01}]\n")
    (folder / "people.yaml").write_text("format: 1\npeople:\n  - {id: p1, name: Person One, kind: person}\n")
    return words * repeat, len(used) * repeat

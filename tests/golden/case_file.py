# SPDX-License-Identifier: GPL-3.0-or-later
"""The text form of a golden case; tests/golden/README.md describes it."""

import base64
import os
import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import drawn_pdf
import containers
import simple_pdf

HEADING = re.compile(r"^=== (.+)$")
NO_LINE_END = "\\ no line end"


class CaseError(Exception):
    """The case itself is wrong."""


@dataclass
class Block:
    """A heading and the lines below it."""
    heading: str
    body: str

    @property
    def words(self):
        return shlex.split(self.heading)


@dataclass
class Command:
    """A command line, what is written before it, and what it should do."""
    words: list
    before: list = field(default_factory=list)
    line: str = ""
    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""
    files: dict = field(default_factory=dict)


@dataclass
class Case:
    comment: str
    blocks: list
    commands: list


def parse(text):
    """The case in `text`; CaseError when it is not one."""
    comment, blocks = [], []
    for line in text.split("\n"):
        heading = HEADING.match(line)
        if heading:
            blocks.append(Block(heading.group(1).strip(), ""))
        elif blocks:
            blocks[-1].body += line + "\n"
        else:
            comment.append(line)
    if blocks and blocks[-1].body.endswith("\n"):
        blocks[-1].body = blocks[-1].body[:-1]  # the file's own last line end
    if not any(line.startswith("# ") for line in comment):
        raise CaseError("no comment says why the case is there")
    if any(line and not line.startswith("#") for line in comment):
        raise CaseError("text before the first === that is no comment")
    return Case("\n".join(comment), blocks, _commands(blocks))


def _commands(blocks):
    commands, before = [], []
    for block in blocks:
        if block.heading == "command":
            lines = [line for line in block.body.split("\n") if line.strip()]
            if len(lines) != 1:
                raise CaseError("one line a command")
            commands.append(Command(shlex.split(lines[0]), before, lines[0]))
            before = []
        elif block.heading.startswith("expect: "):
            if not commands or before:
                raise CaseError(f"an expectation without its command: {block.heading}")
            _expect(commands[-1], block)
        else:
            before.append(block)
    if not commands:
        raise CaseError("no command")
    if before:
        raise CaseError(f"a file behind the last command: {before[0].heading}")
    return commands


def _expect(command, block):
    what = block.heading[len("expect: "):]
    if re.fullmatch(r"exit \d+", what):
        command.exit_code = int(what[5:])
    elif what in ("stdout", "stderr"):
        setattr(command, what, block.body)
    elif what.startswith("file "):
        command.files[what[5:]] = block.body
    else:
        raise CaseError(f"unknown expectation: {what}")


def write_file(block, folder, repository):
    """Carries out a file block below `folder`."""
    path_text, *directive = block.words
    path = folder / path_text
    path.parent.mkdir(parents=True, exist_ok=True)
    kind = directive[0] if directive else "text"
    options = dict(word.partition("=")[::2] for word in directive[1:])
    if kind == "text":
        path.write_text(block.body)
    elif kind == "base64":
        path.write_bytes(base64.b64decode(block.body))
    elif kind == "copy":
        shutil.copyfile(repository / directive[1], path)
    elif kind == "pdf":
        path.write_bytes(_pdf(block.body, options))
    elif kind == "drawn":
        path.write_bytes(_drawn(block.body, options))
    elif kind == "png":
        width, _, height = directive[1].partition("x")
        path.write_bytes(simple_pdf.png(int(width), int(height)))
    elif kind in ("docx", "odt", "zip"):
        path.write_bytes(_container(kind, block.body))
    elif kind in ("warc", "wacz"):
        path.write_bytes(_capture(kind, block.body, options))
    elif kind == "symlink":
        os.symlink(directive[1], path)
    elif kind == "repeat":
        path.write_text(block.body * int(directive[1]))
    elif kind == "folder":
        path.mkdir(exist_ok=True)
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "mode":
        path.chmod(int(directive[1], 8))
    elif kind == "delete":
        path.unlink()
    else:
        raise CaseError(f"unknown directive: {block.heading}")


def _pdf(body, options):
    pages = [page.strip("\n") for page in re.split(r"^---$", body, flags=re.M)]
    labels = options["labels"].split(",") if "labels" in options else None
    made = simple_pdf.pdf(pages, labels, javascript="javascript" in options,
                          picture_only="picture" in options, layers="layers" in options)
    return made[: int(options["cut"])] if "cut" in options else made


def _drawn(body, options):
    pages = [page.strip("\n") for page in re.split(r"^---$", body, flags=re.M)]
    made = drawn_pdf.pdf(pages, info=f"/Author ({options['author']})" if "author" in options else "")
    return drawn_pdf.revise(made, {9: "<< >>"}) if "revised" in options else made


def _members(body):
    """What stands before the first line "--- NAME", then a list of (words of that line, text below it)."""
    first, *rest = re.split(r"^--- (.+)$", body, flags=re.M)
    return first.strip("\n"), [(rest[i].split(), rest[i + 1].strip("\n")) for i in range(0, len(rest), 2)]


def _container(kind, body):
    """Office files: the text, then parts as "--- NAME TYPE", relationships as "--- > TYPE TARGET", other
    members as "--- NAME"."""
    text, rest = _members(body)
    members = [(words[0], content) for words, content in rest if len(words) == 1]
    if kind == "zip":
        return containers.zip_file(members)
    if kind == "odt":
        return containers.odt(text, members=members)
    parts = [(words[0], words[1], content) for words, content in rest if len(words) == 2]
    outside = [(f"x{i}", words[1], words[2], "External") for i, (words, _) in enumerate(rest) if len(words) == 3]
    return containers.docx(text, parts, outside, members)


def _capture(kind, body, options):
    """Web archives: each page as "--- ADDRESS TIME" with its HTML below."""
    _, pages = _members(body)
    records = [containers.response(words[0], words[1], html.encode(), broken=words[0] == options.get("broken"))
               for words, html in pages]
    if kind == "warc":
        return containers.warc(records, packed="packed" in options)
    return containers.wacz(records, [words[0] for words, _ in pages], changed=options.get("changed"), signed=options.get("signed"))


def render(case, results):
    """The text of `case` with `results` (Command like) in the place of its expectations."""
    out = [case.comment.rstrip("\n")]
    index = -1
    for block in case.blocks:
        if block.heading.startswith("expect: "):
            continue
        out.append(_text_of(block.heading, block.body))
        if block.heading != "command":
            continue
        index += 1
        result = results[index]
        out.append(f"=== expect: exit {result.exit_code}")
        for name in ("stdout", "stderr"):
            if getattr(result, name):
                out.append(_text_of(f"expect: {name}", getattr(result, name)))
        for path in case.commands[index].files:
            out.append(_text_of(f"expect: file {path}", result.files[path]))
    return "\n".join(out) + "\n"


def _text_of(heading, body):
    return f"=== {heading}\n{body}".rstrip("\n")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the YAML that rule packs and cases use: block and flow maps and lists, plain, quoted and
block scalars, comments. Scalars stay text. Anything else raises ValueError, so a file that this
reader would misread fails its test. Independent of the program's own reader on purpose."""

import re

_KEY = re.compile(r"""((?:"(?:[^"\\]|\\.)*")|(?:'(?:[^']|'')*')|[^\s#"'\[\]{},&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)""")
_BLOCK = re.compile(r"[|>][+-]?\d?$")


def load(text):
    """The tree of `text`: dict, list or str."""
    return _Reader(text).document()


def _strip_comment(line):
    quote = None
    for at, char in enumerate(line):
        if quote:
            if char == quote and not (quote == '"' and line[at - 1] == "\\"):
                quote = None
        elif char in "\"'" and (at == 0 or line[at - 1] in " [{,:("):
            quote = char
        elif char == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[:at].rstrip()
    return line.rstrip()


def _unquote(text):
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    body = text[1:-1]
    named = {"n": "\n", "t": "\t"}
    body = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m.group(1), 16)), body)
    return re.sub(r"\\(.)", lambda m: named.get(m.group(1), m.group(1)), body)


class _Reader:
    def __init__(self, text):
        self.lines = text.lstrip("\ufeff").split("\n")
        self.at = 0

    def error(self, what):
        return ValueError(f"line {self.at + 1}: {what}")

    def peek(self):
        """(indent, content) of the next line with content, or None."""
        while self.at < len(self.lines):
            content = _strip_comment(self.lines[self.at])
            if content.strip():
                if "\t" in content[: len(content) - len(content.lstrip())]:
                    raise self.error("tab in the indent")
                return len(content) - len(content.lstrip(" ")), content.strip()
            self.at += 1
        return None

    def document(self):
        head = self.peek()
        if head and head[1] == "---":
            self.at += 1
            head = self.peek()
        if head is None:
            return None
        value = self.block(head[0])
        if self.peek() is not None:
            raise self.error("content after the document")
        return value

    def block(self, indent):
        _, content = self.peek()
        if content == "-" or content.startswith("- "):
            return self.sequence(indent)
        if _KEY.match(content):
            return self.mapping(indent)
        return self.scalar(content, indent - 1)

    def sequence(self, indent):
        items = []
        while True:
            head = self.peek()
            if head is None or head[0] != indent or not (head[1] == "-" or head[1].startswith("- ")):
                if head is not None and head[0] > indent:
                    raise self.error("unexpected indent")
                return items
            rest = head[1][1:].strip()
            if not rest:
                self.at += 1
                items.append(self.child(indent))
            else:
                offset = self.lines[self.at].index("-") + 1
                while self.lines[self.at][offset] == " ":
                    offset += 1
                self.lines[self.at] = " " * offset + self.lines[self.at][offset:]
                items.append(self.block(offset))

    def child(self, indent):
        head = self.peek()
        return self.block(head[0]) if head is not None and head[0] > indent else None

    def mapping(self, indent):
        entries = {}
        while True:
            head = self.peek()
            if head is None or head[0] < indent or (head[0] == indent and head[1].startswith("- ")):
                return entries
            match = _KEY.match(head[1])
            if head[0] > indent or not match:
                raise self.error(f"expected a key: {head[1]}")
            key = match.group(1)
            key = _unquote(key) if key[0] in "\"'" else key
            if key in entries:
                raise self.error(f"key {key} stands twice")
            rest = head[1][match.end():].strip()
            if rest:
                entries[key] = self.scalar(rest, indent)
                continue
            self.at += 1
            below = self.peek()
            if below is not None and below[0] == indent and below[1].startswith("- "):
                entries[key] = self.sequence(indent)
            else:
                entries[key] = self.child(indent)

    def scalar(self, content, indent):
        """A value that begins on the current line; continues while lines are indented more."""
        if _BLOCK.match(content):
            return self.block_scalar(content[0], indent)
        if content[0] in "&*!%@`":
            raise self.error(f"not used in these files: {content}")
        self.at += 1
        while True:
            if content[0] in "[{":
                try:
                    value, end = _flow(content, 0)
                    if content[end:].strip():
                        raise self.error(f"content after the bracket: {content[end:]}")
                    return value
                except IndexError:
                    pass
            elif content[0] in "\"'" and _closed(content):
                return _unquote(content)
            head = self.peek()
            if head is None or head[0] <= indent:
                if content[0] in "[{\"'":
                    raise self.error("never closed")
                return content
            if content[0] not in "[{\"'" and _KEY.match(head[1]):
                raise self.error(f"a key inside a text: {head[1]}")
            content += " " + head[1]
            self.at += 1

    def block_scalar(self, style, indent):
        self.at += 1
        body = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            body.append(line.strip())
            self.at += 1
        while body and not body[-1]:
            body.pop()
        return ("\n" if style == "|" else " ").join(body)


def _closed(text):
    pattern = r'"(?:[^"\\]|\\.)*"$' if text[0] == '"' else r"'(?:[^']|'')*'$"
    return re.match(pattern, text, re.S) is not None


def _skip(text, at):
    while text[at] in " \n":
        at += 1
    return at


def _flow(text, at):
    """A flow value at `at`: (value, index behind it). IndexError when the text ends first."""
    at = _skip(text, at)
    if text[at] == "[":
        items, at = [], _skip(text, at + 1)
        while text[at] != "]":
            item, at = _flow(text, at)
            items.append(item)
            at = _separator(text, at, "]")
        return items, at + 1
    if text[at] == "{":
        entries, at = {}, _skip(text, at + 1)
        while text[at] != "}":
            key, at = _flow_scalar(text, at, ":,}")
            at = _skip(text, at)
            value = None
            if text[at] == ":":
                value, at = _flow(text, at + 1) if text[_skip(text, at + 1)] not in ",}" else (None, at + 1)
            if key in entries:
                raise ValueError(f"key {key} stands twice in {text}")
            entries[key] = value
            at = _separator(text, at, "}")
        return entries, at + 1
    return _flow_scalar(text, at, ",]}")


def _separator(text, at, closing):
    at = _skip(text, at)
    if text[at] == ",":
        return _skip(text, at + 1)
    if text[at] != closing:
        raise ValueError(f"expected , or {closing} at: {text[at:]}")
    return at


def _flow_scalar(text, at, stops):
    at = _skip(text, at)
    if text[at] in "\"'":
        quote, end = text[at], at + 1
        while True:
            if text[end] == "\\" and quote == '"':
                end += 2
                continue
            if text[end] == quote:
                if quote == "'" and text[end + 1: end + 2] == "'":
                    end += 2
                    continue
                return _unquote(text[at: end + 1]), end + 1
            end += 1
    end = at
    while True:
        char = text[end]
        if char in stops and not (char == ":" and text[end + 1] not in " ,]}"):
            return text[at:end].strip(), end
        end += 1

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF says, read by qpdf and poppler's tools, never by the program under test."""

import html
import json
import re

from program import tool


class Pdf:
    """Objects of a PDF by `qpdf --json`."""

    def __init__(self, path):
        self.path = path
        # Exit code 3 is a warning; `check` is the place to complain.
        self.data = json.loads(tool("qpdf", "--json=2", path, codes=(0, 3)))
        self.objects = self.data["qpdf"][1]
        self.root = self.get(self.get(self.objects["trailer"])["value"]["/Root"])
        self.pages = [self.get(page["object"]) for page in self.data["pages"]]
        self._page_of = {page["object"]: number for number, page in enumerate(self.data["pages"], 1)}
        self.destinations = self._named_destinations()

    def get(self, value):
        """The value behind a reference; a stream gives its dictionary."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects.get(f"obj:{value}", {"value": None})
            value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
        return value

    def text_of(self, value):
        """A string value as text."""
        value = self.get(value)
        if value is None:
            return None
        return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("latin-1")

    def _named_destinations(self):
        names = {}
        node = self.get((self.get(self.root.get("/Names")) or {}).get("/Dests"))
        stack = [node] if node else []
        while stack:
            node = self.get(stack.pop())
            stack += node.get("/Kids") or []
            entries = self.get(node.get("/Names")) or []
            for key, value in zip(entries[::2], entries[1::2]):
                value = self.get(value)
                names[self.text_of(key)] = self.get(value["/D"]) if isinstance(value, dict) else value
        for key, value in (self.get(self.root.get("/Dests")) or {}).items():
            value = self.get(value)
            names[key[1:]] = self.get(value["/D"]) if isinstance(value, dict) else value
        return names

    def page_of(self, destination):
        """The page (from 1) of a destination: an array, or the name of one."""
        destination = self.get(destination)
        if isinstance(destination, str):
            name = destination[1:] if destination.startswith("/") else self.text_of(destination)
            destination = self.destinations[name]
        return self._page_of[destination[0]]

    def links(self, page):
        """(rectangle, target page or address) of the links on a page (from 1)."""
        found = []
        for annotation in self.get(self.pages[page - 1].get("/Annots")) or []:
            annotation = self.get(annotation)
            if annotation.get("/Subtype") != "/Link":
                continue
            action = self.get(annotation.get("/A"))
            if annotation.get("/Dest") is not None:
                target = self.page_of(annotation["/Dest"])
            elif action["/S"] == "/GoTo":
                target = self.page_of(action["/D"])
            else:
                target = action["/S"] + " " + (self.text_of(action.get("/URI")) or "")
            found.append(([float(x) for x in self.get(annotation["/Rect"])], target))
        return found

    def bookmarks(self):
        """(depth, title, page) of the outline in order."""
        found = []

        def walk(items, depth):
            for item in items:
                found.append((depth, item["title"], item["destpageposfrom1"]))
                walk(item["kids"], depth + 1)

        walk(self.data["outlines"], 0)
        return found

    def labels(self):
        """The printed label of each page."""
        tree = self.get(self.root.get("/PageLabels"))
        if tree is None:
            return []
        ranges = {}
        stack = [tree]
        while stack:
            node = self.get(stack.pop())
            stack += node.get("/Kids") or []
            numbers = self.get(node.get("/Nums")) or []
            ranges.update({int(n): self.get(v) for n, v in zip(numbers[::2], numbers[1::2])})
        labels = []
        for index in range(len(self.pages)):
            start = max(n for n in ranges if n <= index)
            entry = ranges[start]
            number = entry.get("/St", 1) + index - start
            style = {"/D": str, "/r": _roman, "/R": lambda n: _roman(n).upper(), None: lambda n: ""}
            labels.append((self.text_of(entry.get("/P")) or "") + style[entry.get("/S")](number))
        return labels

    def walk(self):
        """Every dictionary of the file, direct ones too."""
        stack = [e.get("value", e.get("stream", {}).get("dict")) for e in self.objects.values()]
        while stack:
            value = stack.pop()
            if isinstance(value, dict):
                yield value
                stack += value.values()
            elif isinstance(value, list):
                stack += value


def _roman(number):
    out = ""
    for value, letters in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
                           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + letters, number - value
    return out


def page_texts(path, layout=False):
    """The text of each page by pdftotext."""
    mode = ["-layout"] if layout else []
    return tool("pdftotext", "-enc", "UTF-8", *mode, path, "-").split("\f")[:-1]


def check(path):
    """Fails unless `qpdf --check` finds nothing at all."""
    said = tool("qpdf", "--check", path)
    assert "No syntax or stream encoding errors" in said, said


def joined(text):
    """Text as a reader's eye joins it: one space for any white space, hyphens at line ends undone,
    soft hyphens and ligatures resolved."""
    text = text.replace("\u00ad\n", "").replace("\u00ad", "")
    text = re.sub(r"(\w)[-\u2010]\n(?=[a-zа-яёąčęėįšųūžәғқңөұүһі])", r"\1", text)
    for ligature, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, letters)
    return re.sub(r"[\s\u00a0\u202f]+", " ", text)


def plain_figures(text):
    """Superior figures, in which notes are numbered, as ordinary ones."""
    return text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))


def word_boxes(path, last):
    """For each of the first `last` pages: [(x0, y0, x1, y1, word)], y upwards from the foot; figures are plain."""
    pages = []
    for chunk in tool("pdftotext", "-bbox", "-enc", "UTF-8", "-l", last, path, "-").split("<page ")[1:]:
        height = float(re.search(r'height="([\d.]+)"', chunk).group(1))
        pages.append([(float(x0), height - float(y1), float(x1), height - float(y0), plain_figures(html.unescape(word))) for x0, y0, x1, y1, word in
                      re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', chunk)])
    return pages


def text_under(words, rectangle):
    """The letters whose middle lies in `rectangle`, from left to right. Within a word letters count
    as equally wide: a link may cover one number of "12–14"."""
    x0, y0, x1, y1 = rectangle
    parts = []
    for left, low, right, high, word in words:
        if not y0 <= (low + high) / 2 <= y1 or right < x0 or left > x1:
            continue
        step = (right - left) / len(word)
        part = "".join(c for n, c in enumerate(word) if x0 - 0.5 <= left + (n + 0.5) * step <= x1 + 0.5)
        if part:
            parts.append((left, part))
    return " ".join(part for _, part in sorted(parts))

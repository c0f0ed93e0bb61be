# SPDX-License-Identifier: GPL-3.0-or-later
"""Every finding has its page of explanation and a test that makes it appear."""

import re

KIND = re.compile(
    r'^DOSSIER_FINDING\("(D\d{4})",\s*(k\w+),\s*"([a-z0-9-]+)",\s*(\w+),\s*"((?:[^"\\]|\\.)*)"\)')
FAMILIES = {"00", "01", "02", "03", "04", "05", "06", "07", "08", "09"}
FORBIDDEN = re.compile(r"\b(entitled|proves? persecution|will succeed|is met|not met|deserves)\b", re.I)


def kinds(root):
    """(line number, code, enumerator, name, level, text) of every line of kind.def."""
    listing = (root / "compiler/diagnostics/kind.def").read_text()
    for number, line in enumerate(listing.split("\n"), 1):
        match = KIND.match(line)
        if match:
            yield (number, *match.groups())
        elif line.startswith("DOSSIER_FINDING"):
            yield (number, "", "", "", "", line)


def pages(root):
    """{enumerator: text} of all explain files; a repeated page gets the key "enumerator twice"."""
    found = {}
    folder = root / "compiler/diagnostics"
    for path in [folder / "explain.def", *sorted((folder / "explain").glob("*.def"))]:
        for name, text in re.findall(r'DOSSIER_EXPLAIN\((\w+),\s*R"page\((.*?)\)page"\)',
                                     path.read_text(), re.S):
            found[name if name not in found else name + " twice"] = text
    return found


def registry(root):
    seen = {}
    last = ""
    for number, code, enumerator, name, level, text in kinds(root):
        place = f"compiler/diagnostics/kind.def:{number}"
        if not code:
            yield f"{place}: cannot be read: {text}"
            continue
        for value in (code, enumerator, name):
            if value in seen:
                yield f"{place}: {value} stands in line {seen[value]} already"
            seen[value] = number
        if code[1:3] not in FAMILIES:
            yield f"{place}: {code} is in no family"
        if code < last:
            yield f"{place}: {code} stands behind {last}"
        last = code
        if text[:1].isupper() or text.endswith("."):
            yield f"{place}: messages begin small and have no final stop: {text}"
        if FORBIDDEN.search(text):
            yield f"{place}: a legal conclusion: {text}"


def explanations(root):
    found = pages(root)
    wanted = {enumerator: code for _, code, enumerator, *_ in kinds(root)}
    for enumerator, code in wanted.items():
        if enumerator not in found:
            yield f"compiler/diagnostics/explain: no page for {code} {enumerator}"
    for enumerator, text in found.items():
        if enumerator not in wanted:
            yield f"compiler/diagnostics/explain: a page for {enumerator}, which kind.def has not once"
        count = len(text.split())
        if not 60 <= count <= 150:
            yield f"compiler/diagnostics/explain: {enumerator} has {count} words, not 60 to 150"
        for heading in ("Why it matters:", "How to mend it:"):
            if heading not in text:
                yield f"compiler/diagnostics/explain: {enumerator} lacks \"{heading}\""
        for line in text.split("\n"):
            if len(line) > 100:
                yield f"compiler/diagnostics/explain: {enumerator}: longer than 100 columns: {line}"
        if FORBIDDEN.search(text):
            yield f"compiler/diagnostics/explain: {enumerator}: a legal conclusion"


def triggered(root):
    """{code: a test that makes it appear}."""
    codes = {}
    for path in sorted((root / "tests/golden").rglob("*.case")):
        for block in re.findall(r"^=== expect: (?:stdout|stderr)\n(.*?)(?=^=== |\Z)",
                                path.read_text(errors="replace"), re.S | re.M):
            for code in re.findall(r"\[(D\d{4})\]|\"code\": ?\"(D\d{4})\"", block):
                codes.setdefault(code[0] or code[1], path)
    for folder in ("e2e", "fault"):
        for path in sorted((root / "tests" / folder).rglob("*.py")):
            for line in re.findall(r"^\s*# triggers:(.*)$", path.read_text(), re.M):
                for code in re.findall(r"D\d{4}", line):
                    codes.setdefault(code, path)
    return codes


def exemptions(root):
    """{code: reason} of tests/architecture/codes_without_case.txt."""
    listed = {}
    path = root / "tests/architecture/codes_without_case.txt"
    for line in path.read_text().split("\n") if path.is_file() else []:
        if line.strip() and not line.startswith("#"):
            code, _, reason = line.partition(" ")
            listed[code] = reason.strip()
    return listed


def every_code_has_a_case(root):
    codes, listed = triggered(root), exemptions(root)
    known = {code for _, code, *_ in kinds(root)}
    for code in sorted(known - set(codes) - set(listed)):
        yield f"{code}: no golden case and no `# triggers:` line makes it appear"
    for code in sorted(set(codes) - known):
        yield f"{codes[code].relative_to(root)}: {code} is not in kind.def"
    for code, reason in sorted(listed.items()):
        if code in codes:
            yield (f"tests/architecture/codes_without_case.txt: {code} has a case now "
                   f"({codes[code].relative_to(root)}); take the line out")
        if code not in known:
            yield f"tests/architecture/codes_without_case.txt: {code} is not in kind.def"
        if len(reason) < 20:
            yield f"tests/architecture/codes_without_case.txt: {code} needs a reason"


def invented_cases_only(root):
    """Coverage of real persons is never committed: golden cases are invented."""
    for path in sorted((root / "tests/golden").rglob("*.case")):
        if re.search(r"khasenov", path.read_text(errors="replace"), re.I):
            yield f"{path.relative_to(root)}: names a real person"


CHECKS = [registry, explanations, every_code_has_a_case, invented_cases_only]

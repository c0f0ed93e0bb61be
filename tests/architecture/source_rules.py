# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that a line of a file can break."""

import re

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
MAX_LINES = 700
MAX_FUNCTION = 80
CODE = (".h", ".cc", ".def")
SOURCE = CODE + (".py", ".cmake", ".sh", ".rnc")
FOLDERS = ("compiler", "tests", "bench", "rules", "templates")
BAD_NAME = re.compile(r"(?:^|[_/.])(utils?|managers?|helpers?|misc|common)(?:[_/.]|$)")
BAD_TYPE = re.compile(r"\b(?:class|struct)\s+(\w*(?:Manager|Utils?|Helper))\b")
# Put together here so that this file does not contain what it forbids.
MACHINE_PATHS = re.compile("|".join(["/" + "work/", "/" + "root/", "/" + "home/[a-z]"]))


def sources(root):
    """Files that people wrote, by the folders of the repository."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and (path.suffix in SOURCE or path.name == "CMakeLists.txt"):
                yield path
    for name in ("CMakeLists.txt", "run", ".ci/run"):
        if (root / name).is_file():
            yield root / name


def licence_line(root):
    for path in sources(root):
        head = path.read_text(errors="replace").split("\n")[:3]
        if not any(SPDX in line for line in head):
            yield f"{path.relative_to(root)}:1: no line {SPDX}"


def pragma_once(root):
    for path in sources(root):
        if path.suffix == ".h" and "\n#pragma once\n" not in path.read_text():
            yield f"{path.relative_to(root)}:1: a header without #pragma once"


def file_length(root):
    for path in sources(root):
        count = len(path.read_text(errors="replace").splitlines())
        if count > MAX_LINES:
            yield f"{path.relative_to(root)}:{count}: longer than {MAX_LINES} lines; split it by sense"


def using_namespace(root):
    for path in sources(root):
        if path.suffix not in CODE:
            continue
        for number, line in enumerate(path.read_text().split("\n"), 1):
            # A program or a test may say why it wants one; a header never may.
            allowed = path.suffix == ".cc" and re.search(r"// NOLINT: \w+", line)
            if re.match(r"\s*using\s+namespace\b", line) and not allowed:
                yield f"{path.relative_to(root)}:{number}: {line.strip()}"


def names(root):
    for path in sources(root):
        relative = path.relative_to(root)
        if BAD_NAME.search(str(relative.with_suffix(""))):
            yield f"{relative}: a name that could stand in any program"
        if path.suffix in CODE:
            for number, line in enumerate(path.read_text().split("\n"), 1):
                match = BAD_TYPE.search(line)
                if match:
                    yield f"{relative}:{number}: {match.group(1)}: say what it is for"


def machine_paths(root):
    """Nothing names a folder of the computer it was written on."""
    paths = list(sources(root)) + [root / "README.md", root / "compiler" / "ARCHITECTURE.md"]
    for path in paths:
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text(errors="replace").split("\n"), 1):
            match = MACHINE_PATHS.search(line)
            if match:
                yield f"{path.relative_to(root)}:{number}: {match.group(0)}"


def own_header_first(root):
    """x.cc includes its own x.h before everything else."""
    for path in sorted((root / "compiler").rglob("*.cc")):
        header = path.with_suffix(".h")
        if not header.is_file():
            continue
        first = re.search(r'^#include\s+["<]([^">]+)', path.read_text(), re.M)
        if first is None or first.group(1) != str(header.relative_to(root)):
            yield f"{path.relative_to(root)}: the first include is not {header.relative_to(root)}"


def function_length(root):
    """A function of C++ has at most 80 lines; what begins in column 1 and ends with a brace there."""
    for path in sorted((root / "compiler").rglob("*.cc")):
        start = None
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if re.match(r"[A-Za-z].*\(.*\{$|[A-Za-z].*\) (const )?\{$", line):
                start = number
            elif line.startswith("}") and start:
                if number - start + 1 > MAX_FUNCTION:
                    yield f"{path.relative_to(root)}:{start}: a function of {number - start + 1} lines; at most {MAX_FUNCTION}"
                start = None


CHECKS = [licence_line, pragma_once, file_length, using_namespace, names, machine_paths,
          own_header_first, function_length]

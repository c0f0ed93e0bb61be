#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same case gives the same bytes, wherever, whenever and by whomever it is built."""

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from program import EXAMPLE, REPOSITORY, tree  # noqa: E402
from suite import Suite, equal  # noqa: E402

suite = Suite(__doc__)
ENVIRONMENTS = [
    {"TZ": "Pacific/Kiritimati", "LANG": "lt_LT.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    {"TZ": "America/Anchorage", "LANG": "C", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "LANGUAGE": "lt"},
    {"TZ": None, "LANG": None, "LC_NUMERIC": "de_DE.UTF-8", "HOME": "/nonexistent", "TERM": "xterm-256color", "COLUMNS": "37"},
]


@suite.test
def builds_are_identical(program):
    for source in (EXAMPLE, REPOSITORY / "evidence" / "khasenov"):
        first = tree(program.build(program.case(source, f"a-{source.name}"), f"out-a-{source.name}"))
        for number, changes in enumerate(ENVIRONMENTS):
            case = program.scratch / f"a much longer folder name {number}" / f"č {source.name}"
            case.parent.mkdir(exist_ok=True)
            # Copied backwards, so that the folder lists its files in another order.
            for path in sorted(source.rglob("*"), reverse=True):
                if path.is_file():
                    target = case / path.relative_to(source)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
                    os.utime(target, (10 ** 9 + number, 10 ** 9 + number))
            out = program.scratch / f"out {number} {source.name}"
            program.run("build", os.path.relpath(case, program.folder(f"cwd-{number}-{source.name}")), "-o", out, "--jobs", 1 + number,
                        cwd=program.scratch / f"cwd-{number}-{source.name}", env=program.environment(**changes),
                        umask=(0o000, 0o027, 0o077)[number]).expect(0, 1)
            equal(tree(out), first, f"outputs of {source.name} under {changes}")


@suite.test
def a_second_build_with_a_warm_cache_is_identical(program):
    case = program.case()
    first = tree(program.build(case, "one"))
    equal(tree(program.build(case, "two")), first, "outputs of the second build")


@suite.test
def answers_are_identical(program):
    texts = set()
    for number, changes in enumerate([{}, *ENVIRONMENTS]):
        case = program.case(name=f"folder-{number}")
        for form in ("text", "json"):
            run = program.run("check", ".", "--format", form, cwd=case, env=program.environment(**changes)).expect(1)
            texts.add((form, run.stdout))
    equal(len(texts), 2, "different answers")


@suite.test
def locks_are_identical(program):
    one, two = program.case(name="one"), program.case(name="two")
    program.run("lock", one).expect(0)
    program.run("lock", two, env=program.environment(**ENVIRONMENTS[0])).expect(0)
    equal(tree(two), tree(one), "locked cases")


@suite.test
def a_changed_word_changes_the_outputs(program):
    """Guards the tests above against comparing nothing."""
    case = program.case()
    first = tree(program.build(case, "one"))
    path = case / "argument" / "1-introduction.md"
    path.write_text(path.read_text().replace("an invented case", "an invented matter"))
    second = tree(program.build(case, "two"))
    assert all(first[name] != second[name] for name in ("brief.pdf", "bundle.pdf")), "nothing changed"


if __name__ == "__main__":
    sys.exit(suite.main())

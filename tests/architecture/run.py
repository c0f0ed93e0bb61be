#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the architecture: include rules, house rules, findings, rule packs.

    tests/architecture/run.py [--root DIR] [--headers [--compiler g++] [--jobs N] [--include DIR]... [--define D]...]

With --headers each header under compiler/ that no x.cc of its own begins with is compiled alone, and
nothing else is checked.
"""

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support" / "python")]

import finding_rules  # noqa: E402
import include_rules  # noqa: E402
import rule_packs  # noqa: E402
import self_test  # noqa: E402
import source_rules  # noqa: E402
from tally import Tally  # noqa: E402


def check_rules(root, tally):
    tree = include_rules.Tree(root)
    for check in include_rules.CHECKS:
        tally.record("include_rules." + check.__name__, check(tree))
    for module in (source_rules, finding_rules, rule_packs):
        for check in module.CHECKS:
            tally.record(f"{module.__name__}.{check.__name__}", check(root))
    for name, problems in self_test.run():
        tally.record("self_test." + name, problems)


def check_headers(root, compiler, flags, jobs, tally):
    def compile_alone(header):
        name = str(header.relative_to(root))
        command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic",
                   "-Wshadow", "-Wconversion", "-Wold-style-cast", "-Werror", "-I", str(root),
                   *flags, "-x", "c++", "-"]
        done = subprocess.run(command, input=f'#include "{name}"\n', capture_output=True, text=True,
                              check=False)
        tally.record(f"header alone: {name}", done.stderr.split("\n")[:8] if done.returncode else [])

    # x.cc includes x.h first (source_rules.own_header_first), so the build itself compiles x.h alone.
    headers = [h for h in sorted((root / "compiler").rglob("*.h")) if not h.with_suffix(".cc").is_file()]
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(compile_alone, headers))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=HERE.parent.parent)
    parser.add_argument("--headers", action="store_true")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("--define", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    tally = Tally()
    if options.headers:
        flags = [f"-isystem{folder}" for folder in options.include]
        flags += [f"-D{definition}" for definition in options.define]
        check_headers(options.root.resolve(), options.compiler, flags, options.jobs, tally)
    else:
        check_rules(options.root.resolve(), tally)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())

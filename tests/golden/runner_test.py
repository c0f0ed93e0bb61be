#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden runner itself, with a shell script in the place of the program."""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support" / "python")]

import case_file  # noqa: E402
import run  # noqa: E402
from tally import Tally  # noqa: E402

SCRIPT = """#!/bin/sh
case $1 in
show) cat "$2"; pwd ;;
fail) echo "bad" >&2; exit 3 ;;
write) echo "made" >"$2" ;;
esac
"""
GOOD = """# A file is shown, then something fails.
=== a.txt
one
two
=== command
show a.txt
=== expect: exit 0
=== expect: stdout
one
two
$CASE
=== b/c.pdf pdf labels=i,ii
first
---
second
=== command
write $OUT/x
=== expect: exit 0
=== expect: file $OUT/x
made
=== command
fail
=== expect: exit 3
=== expect: stderr
bad
"""


def differences(text, script):
    case = case_file.parse(text)
    return list(run.differences(case, run.run_case(case, script)))


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "program"
        script.write_text(SCRIPT)
        script.chmod(0o755)
        tally.record("good case passes", differences(GOOD, script))
        for name, old, new, part in (
                ("other output", "\ntwo\n$CASE", "\nthree\n$CASE", "+two"),
                ("other exit code", "exit 3", "exit 4", "exit 3, expected 4"),
                ("output on standard error", "\nbad", "\ngood", "-good"),
                ("other file", "\nmade", "\nbuilt", "-built")):
            found = "\n".join(differences(GOOD.replace(old, new, 1), script))
            tally.record(f"noticed: {name}", [] if part in found else [f"not noticed: {found}"])
        case = case_file.parse(GOOD)
        results = run.run_case(case, script)
        rendered = case_file.render(case, results)
        tally.record("render gives the same text", [] if rendered == GOOD else [rendered])
        tally.record("name of a failing case", [] if list(run.name_problem(Path("a.case"), case.commands))
                     and not list(run.name_problem(Path("fail_a.case"), case.commands)) else ["not noticed"])
    for name, text in (("no comment", GOOD[GOOD.index("==="):]), ("no command", "# why\n=== a\nb\n"),
                       ("file behind the last command", GOOD + "=== z\n")):
        try:
            case_file.parse(text)
            tally.record(f"refused: {name}", ["it was read"])
        except case_file.CaseError:
            tally.record(f"refused: {name}", [])
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())

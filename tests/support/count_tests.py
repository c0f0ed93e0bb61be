# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the cases of every suite that ctest ran, prints failures, closes with one line.

usage: count_tests.py BUILD CTEST_OUTPUT CTEST_EXIT_CODE
"""
import pathlib
import re
import sys


def main():
    build, output, code = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    log = build / "Testing" / "Temporary" / "LastTest.log"
    text = log.read_text(errors="replace") if log.exists() else ""
    passed = failed = 0
    for suite in re.split(r"^-{58}$\n(?=\d+/\d+ Test)|^(?=\d+/\d+ Testing: )", text, flags=re.M):
        counts = re.findall(r"^(\d+) passed, (\d+) failed", suite, flags=re.M)
        if counts:
            passed, failed = passed + int(counts[-1][0]), failed + int(counts[-1][1])
            continue
        ran = re.search(r"^\[  PASSED  \] (\d+) test", suite, flags=re.M)
        broken = re.search(r"^\[  FAILED  \] (\d+) test", suite, flags=re.M)
        if ran or broken:
            passed += int(ran.group(1)) if ran else 0
            failed += int(broken.group(1)) if broken else 0
        elif re.search(r"^Test Failed\.|Exit code|\*\*\*Failed|\*\*\*Exception", suite, flags=re.M):
            failed += 1
    if code != 0:
        print(output.read_text(errors="replace")[-20000:])
        failed = max(failed, 1)
    if passed == 0:
        print("no test ran")
        failed = max(failed, 1)
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if failed == 0 else 1)


main()

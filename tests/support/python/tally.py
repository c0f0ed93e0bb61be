# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what passed and what failed and ends a suite with the line `N passed, N failed`."""

import sys
import threading


class Tally:
    """Safe to use from several threads; a failure is printed at once with its reason."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self._lock = threading.Lock()

    def record(self, name, problems):
        """One test; `problems` are lines that say what is wrong, none when it passed."""
        problems = list(problems)
        with self._lock:
            if not problems:
                self.passed += 1
                return
            self.failed += 1
            print(f"FAILED {name}")
            for problem in problems:
                print("  " + problem.replace("\n", "\n  "))
            sys.stdout.flush()

    def close(self):
        """Prints the closing line; gives the exit code. Nothing run at all is a failure."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.failed == 0 and self.passed > 0 else 1

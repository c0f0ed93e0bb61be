# SPDX-License-Identifier: GPL-3.0-or-later
"""A suite of outer tests: functions that get a `Program` and fail by an exception.

    suite = Suite(__doc__)

    @suite.test
    def says_hello(program): ...

    sys.exit(suite.main())
"""

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

from program import Program
from tally import Tally


class Suite:
    """Tests in the order of the file; each gets a fresh temporary folder in `program.scratch`."""

    def __init__(self, title):
        self.title = title
        self.tests = []

    def test(self, function):
        self.tests.append(function)
        return function

    def main(self):
        parser = argparse.ArgumentParser(description=self.title)
        parser.add_argument("--program", type=Path, required=True)
        parser.add_argument("--times", action="store_true", help="say how long each test took")
        parser.add_argument("filter", nargs="?", default="")
        options = parser.parse_args()
        tally = Tally()
        for function in self.tests:
            if options.filter not in function.__name__:
                continue
            start = time.monotonic()
            with tempfile.TemporaryDirectory(prefix="dossier-test-") as folder:
                tally.record(function.__name__, _run(function, Program(options.program, Path(folder))))
            if options.times:
                print(f"{time.monotonic() - start:6.2f} s  {function.__name__}")
        return tally.close()


def _run(function, program):
    try:
        function(program)
    except AssertionError as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{Path(frame.filename).name}:{frame.lineno}: {frame.line}", *str(error).split("\n")]
    except Exception:  # pylint: disable=broad-except
        return traceback.format_exc().split("\n")[-12:]
    return []


def equal(seen, wanted, what="value"):
    """Fails with both values."""
    assert seen == wanted, f"{what}: {seen!r}, wanted {wanted!r}"


def contains(text, part, what="text"):
    """Fails with what was searched."""
    assert part in text, f"{what} lacks {part!r}:\n{text[:3000]}"

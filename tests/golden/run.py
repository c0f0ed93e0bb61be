#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the golden cases: inputs, commands and expected output in one text file each.

    tests/golden/run.py --program build/dossier [--update] [--jobs N] [FILTER]

FILTER is a part of a case's path. --update writes what the program says now into the cases; read
the difference before you commit it.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support" / "python")]

import case_file  # noqa: E402
from tally import Tally  # noqa: E402

SECONDS = 60
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC"}


def install(program, prefix):
    """An installation of its own, for a case that brings rules or templates."""
    (prefix / "bin").mkdir(parents=True)
    workers = sorted(path.name for path in program.parent.glob(program.name + "-worker*") if "." not in path.name)
    for name in (program.name, *workers):
        source = program.parent / name
        try:
            os.link(source, prefix / "bin" / name)
        except OSError:
            shutil.copy2(source, prefix / "bin" / name)
    share = prefix / "share" / "dossier"
    for name in ("rules", "templates"):
        shutil.copytree(REPOSITORY / name, share / name, dirs_exist_ok=True)
    return prefix / "bin" / program.name


def tidy(text, folders):
    """Output with temporary folders under fixed names and its last line ended."""
    for folder, name in folders:
        text = text.replace(str(folder), name)
    # How far the worker can be closed is the machine's doing; tests/fault/sandbox_test.py holds it true.
    text = re.sub(r'"sandbox": "(full|partial|none)"', '"sandbox": "$SANDBOX"', text)
    if text and not text.endswith("\n"):
        text += "\n" + case_file.NO_LINE_END + "\n"
    return text


def run_case(case, program):
    """What each command of the case did, as case_file.Command values."""
    results = []
    with tempfile.TemporaryDirectory(prefix="dossier-golden-") as temporary:
        top = Path(temporary).resolve()
        folder, out = top / "case", top / "out"
        for path in (folder, out, top / "home"):
            path.mkdir()
        if any(b.heading.startswith("data/") for b in case.blocks):
            program = install(program, top / "prefix")
        environment = {**ENVIRONMENT, "HOME": str(top / "home"), "TMPDIR": str(top / "home")}
        for command in case.commands:
            for block in command.before:
                if block.heading.startswith("data/"):
                    block = case_file.Block(block.heading[len("data/"):], block.body)
                    case_file.write_file(block, top / "prefix/share/dossier", REPOSITORY)
                else:
                    case_file.write_file(block, folder, REPOSITORY)
            words = [word.replace("$OUT", str(out)) for word in command.words]
            done = subprocess.run([str(program), *words], cwd=folder, env=environment, timeout=SECONDS,
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False)
            folders = [(out, "$OUT"), (folder, "$CASE"), (top, "$TMP"), (REPOSITORY, "$REPOSITORY")]
            result = case_file.Command(command.words, line=command.line, exit_code=done.returncode)
            result.stdout = tidy(done.stdout.decode("utf-8", "backslashreplace"), folders)
            result.stderr = tidy(done.stderr.decode("utf-8", "backslashreplace"), folders)
            for name in command.files:
                path = out / name[5:] if name.startswith("$OUT/") else folder / name
                result.files[name] = path.read_text() if path.is_file() else "(there is no such file)\n"
            results.append(result)
    return results


def differences(case, results):
    """Lines that say how the results differ from the expectations."""
    for expected, seen in zip(case.commands, results):
        if expected.exit_code != seen.exit_code:
            yield f"{expected.line}: exit {seen.exit_code}, expected {expected.exit_code}"
        pairs = [("stdout", expected.stdout, seen.stdout), ("stderr", expected.stderr, seen.stderr)]
        pairs += [(f"file {n}", expected.files[n], seen.files[n]) for n in expected.files]
        for name, want, have in pairs:
            if want.rstrip("\n") != have.rstrip("\n"):
                diff = difflib.unified_diff(want.split("\n"), have.split("\n"), f"{name} expected",
                                            f"{name} seen", lineterm="", n=2)
                yield f"{expected.line}:\n" + "\n".join(diff)


def name_problem(path, commands):
    """The name begins with fail_ exactly when some command is expected to fail."""
    fails = any(command.exit_code != 0 for command in commands)
    if fails != path.name.startswith("fail_"):
        yield f"{path.name}: a name begins with fail_ exactly when an exit code other than 0 is expected"


def check_case(path, program, update, tally):
    name = str(path.relative_to(HERE))
    try:
        case = case_file.parse(path.read_text())
        results = run_case(case, program)
    except (case_file.CaseError, subprocess.TimeoutExpired, OSError, ValueError) as error:
        tally.record(name, [f"{type(error).__name__}: {error}"])
        return
    if update:
        path.write_text(case_file.render(case, results))
        case = case_file.parse(path.read_text())
    crashed = [f"{r.line}: died with {r.exit_code}" for r in results if r.exit_code < 0 or r.exit_code == 70]
    tally.record(name, crashed + list(name_problem(path, case.commands)) + list(differences(case, results)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("filter", nargs="?", default="")
    options = parser.parse_args()
    program = options.program.resolve()
    if not program.is_file():
        parser.error(f"no program at {program}")
    tally = Tally()
    cases = [p for p in sorted(HERE.rglob("*.case")) if re.search(re.escape(options.filter), str(p.relative_to(HERE)))]
    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(lambda p: check_case(p, program, options.update, tally), cases))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())

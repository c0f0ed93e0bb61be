#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases, exhibits, locks and signed files with fixed-seed mutations: always an exit code of the table,
always an answer that the schema allows, never a crash, never "valid" for a changed file.

DOSSIER_MUTANTS sets how many there are of each kind (by default 20)."""

import os
import random
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from program import EXAMPLE  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite  # noqa: E402

suite = Suite(__doc__)
COUNT = int(os.environ.get("DOSSIER_MUTANTS", "20"))
PIECES = [b"", b"\n", b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'", b"#", b"&a ", b"*a", b"!!x ", b"|", b">", b"\t", b"    ", b"\0", b"\xff",
          b"\xe2\x80\xae", b"e99 p. 1", b"p. 99999999999999999999", b"2024-02-30", b"pending", b"null", b"~", b"yes", b"-1", b"1e9", b"[@", b"^",
          b"\xf0\x9f\x92\xa5", b"../", b"obj", b"stream", b"<<", b">>", b"0 R", b"/Kids"]


def mutate(data, choice):
    """A few edits: pieces put in, bytes changed, parts cut, doubled or moved."""
    data = bytearray(data)
    for _ in range(choice.choice((1, 1, 2, 5, 20))):
        at = choice.randrange(len(data) + 1)
        end = min(len(data), at + choice.choice((1, 2, 7, 40, 400)))
        kind = choice.randrange(6)
        if kind == 0:
            data[at:at] = choice.choice(PIECES)
        elif kind == 1 and at < len(data):
            data[at] = choice.randrange(256)
        elif kind == 2:
            del data[at:end]
        elif kind == 3:
            data[at:at] = data[at:end] * choice.choice((1, 1, 50))
        elif kind == 4:
            data[at:end] = choice.choice(PIECES)
        else:
            part = data[at:end]
            del data[at:end]
            place = choice.randrange(len(data) + 1)
            data[place:place] = part
    return bytes(data)


def check_mutants(program, names, seed, count=COUNT, command="check"):
    """Runs `command` over `count` cases, each with one of the files `names` changed."""
    choice = random.Random(seed)
    case = program.case()
    program.run("lock", case).expect(0)
    original = program.scratch / "original"
    shutil.copytree(case, original)
    files = [path for name in names for path in sorted(original.glob(name))]
    assert files, names
    for number in range(count):
        source = choice.choice(files)
        target = case / source.relative_to(original)
        target.write_bytes(mutate(source.read_bytes(), choice))
        words = [command, case, "--format", "json"]
        if command == "build":
            words = [command, case, "-o", program.scratch / "out", "--format", "json"]
        run = program.run(*words)
        name = f"mutant {number} of {source.relative_to(original)}, seed {seed}"
        if run.code not in (0, 1, 3, 4, 5):
            keep = Path("/tmp") / f"dossier-mutant-{seed}-{number}{source.suffix}"
            shutil.copyfile(target, keep)
            raise AssertionError(f"{name}: exit {run.code}, kept as {keep}\n{run.stderr[-1500:]}")
        if run.code != 4:
            answer = run.json()
            validate("check", answer)
            assert run.code != 1 or any(f["level"] == "error" for f in answer["findings"]), f"{name}: exit 1 without an error"
            assert run.code != 0 or not any(f["level"] == "error" and not f["waiver"] for f in answer["findings"]), f"{name}: exit 0 with an error"
        shutil.copyfile(source, target)


@suite.test
def yaml_of_the_case(program):
    check_mutants(program, ["*.yaml"], 1, 2 * COUNT)


@suite.test
def argument(program):
    check_mutants(program, ["argument/*.md"], 2)


@suite.test
def pdf_exhibits(program):
    check_mutants(program, ["files/*.pdf"], 3)


@suite.test
def other_exhibits(program):
    check_mutants(program, ["files/*.html", "files/*.md", "files/*.txt", "files/*.png"], 4)


@suite.test
def lock(program):
    check_mutants(program, ["dossier.lock", "derived/*"], 5)


@suite.test
def builds(program):
    check_mutants(program, ["*.yaml", "argument/*.md", "files/*"], 6, COUNT // 3, "build")


@suite.test
def rule_packs_and_templates(program):
    choice = random.Random(7)
    copy = program.installed()
    share = copy.path.parent.parent / "share/dossier"
    originals = {p: p.read_bytes() for p in [*share.glob("rules/*/*.yaml"), *share.glob("templates/*.xml"), *share.glob("templates/strings/*.yaml")]}
    assert len(originals) >= 4, originals.keys()
    for number in range(COUNT):
        path = choice.choice(sorted(originals))
        path.write_bytes(mutate(originals[path], choice))
        run = copy.run("build", EXAMPLE, "-o", program.scratch / "out") if path.suffix == ".xml" or "strings" in str(path) else copy.run("check", EXAMPLE)
        assert run.code in (0, 1, 3, 4, 5), f"mutant {number} of {path.name}: exit {run.code}\n{run.stderr[-1500:]}"
        path.write_bytes(originals[path])


@suite.test
def signed_files(program):
    choice = random.Random(8)
    out = program.build(EXAMPLE, "out", "--sign", program.key())
    data = (out / "brief.pdf").read_bytes()
    path = out / "mutant.pdf"
    for number in range(COUNT):
        changed = mutate(data, choice)
        if changed == data:
            continue
        path.write_bytes(changed)
        run = program.run("verify", path, "--format", "json")
        assert run.code == 4, f"mutant {number}: exit {run.code}\n{run.stdout[:500]}{run.stderr[-1500:]}"
        validate("verify", run.json())


if __name__ == "__main__":
    sys.exit(suite.main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of the command line: exit codes, streams, JSON, explanations, what is written where."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from program import EXAMPLE, REPOSITORY, tree  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

KHASENOV = REPOSITORY / "evidence" / "khasenov"
suite = Suite(__doc__)


@suite.test
def check_json_is_what_the_schema_says(program):
    for case in (EXAMPLE, KHASENOV):
        run = program.run("check", case, "--format", "json").expect(0, 1)
        answer = run.json()
        validate("check", answer)
        equal(answer["outcome"], "checked", "outcome")
        equal(answer["dossier"], re.search(r"(?m)^id: (\S+)", (case / "dossier.yaml").read_text()).group(1), "dossier")
        equal(run.stderr, "", "standard error of a machine format")


@suite.test
def keys_of_json_stand_in_fixed_order(program):
    def orders(value, seen):
        if isinstance(value, dict):
            shape = tuple(sorted(value))
            seen.setdefault(shape, set()).add(tuple(value))
            for part in value.values():
                orders(part, seen)
        elif isinstance(value, list):
            for part in value:
                orders(part, seen)
        return seen

    answer = program.run("check", EXAMPLE, "--format", "json").expect(0, 1).json()
    # Maps keyed by the author's words or by verdicts may differ between answers, not within one shape.
    for shape, found in orders(answer, {}).items():
        equal(len(found), 1, f"orders of the keys {shape}")


@suite.test
def example_has_one_criterion_of_each_verdict(program):
    answer = program.run("check", EXAMPLE, "--format", "json").expect(0, 1).json()
    pleaded = [line.split("#")[1].split(":")[0].strip() for line in (EXAMPLE / "dossier.yaml").read_text().split("\n")
               if re.match(r"  - .*# \w", line)]
    roots = [c for c in answer["criteria"] if not c["parents"]]
    equal([c["verdict"] for c in roots], [v.replace("not applicable", "not-applicable") for v in pleaded], "verdicts")


@suite.test
def summary_counts_what_is_listed(program):
    answer = program.run("check", EXAMPLE, "--format", "json").expect(0, 1).json()
    summary = answer["summary"]
    equal(summary["criteria"], len(answer["criteria"]), "criteria")
    for verdict, count in summary["verdicts"].items():
        equal(sum(c["verdict"] == verdict for c in answer["criteria"]), count, verdict)
    for level, count in summary["findings"].items():
        equal(sum(f["level"] == level and f["waiver"] is None for f in answer["findings"]), count, level)


@suite.test
def every_file_of_the_case_is_listed(program):
    case = program.case()
    (case / "files" / "forgotten.txt").write_text("nobody names this file\n")
    answer = program.run("check", case, "--format", "json").expect(0, 1).json()
    listed = {entry["path"]: entry["status"] for entry in answer["inputs"]}
    for name, (kind, _, _) in tree(case).items():
        if kind == "file":
            assert name in listed, f"{name} is not among the inputs"
    equal(listed["files/forgotten.txt"], "rejected", "status")
    assert "pack:lt/foreigners-law" in listed, sorted(listed)


@suite.test
def places_are_real(program):
    """Each place of a finding is a line and a column that exist; excerpts stand there."""
    case = program.case()
    (case / "grounds.yaml").write_text((case / "grounds.yaml").read_text().replace("e03 p. 2", "e03 p. 7"))
    answer = program.run("check", case, "--format", "json").expect(1).json()
    checked = 0
    for finding in answer["findings"]:
        place = finding["place"]
        path = case / place["file"]
        if "line" not in place or not path.is_file():
            continue
        line = path.read_text().split("\n")[place["line"] - 1]
        assert place["column"] <= len(line) + 1, f"{finding['code']}: {place} in {line!r}"
        checked += 1
        if finding["code"] == "D0203":
            assert line[place["column"] - 1:].startswith('"e03 p. 7"'), f"{place} in {line!r}"
    assert checked > 3 and any(f["code"] == "D0203" for f in answer["findings"]), checked


@suite.test
def exit_0_nothing_at_the_fail_level(program):
    program.run("check", EXAMPLE, "--fail-on", "never").expect(0)
    program.run("--version").expect(0)
    program.run("help").expect(0)


@suite.test
def exit_1_findings_at_the_fail_level(program):
    program.run("check", EXAMPLE).expect(1)
    case = program.case()
    (case / "files" / "e03.pdf").unlink()
    contains(program.run("check", case).expect(1).stderr, "D0701")


@suite.test
def exit_2_the_command_line_is_wrong(program):
    for words in (["chekc"], ["check", "--nonsense"], ["check", "--format", "yaml"], ["check", "a", "b"],
                  ["build", EXAMPLE], ["sign", "x.pdf"], ["check", "--fail-on", "often"],
                  ["check", "--as-of", "soon"], ["quote"], ["verify"], ["explain"], ["check", "--jobs", "0"]):
        run = program.run(*words).expect(2)
        equal(run.stdout, "", f"standard output of {words}")
        assert run.stderr.strip(), f"{words} says nothing"


@suite.test
def exit_3_the_case_cannot_be_loaded(program):
    empty = program.folder("empty")
    program.run("check", empty).expect(3)
    program.run("check", program.scratch / "nowhere").expect(3)
    broken = program.case(name="broken")
    (broken / "grounds.yaml").write_text("format: 1\ngrounds: [\n")
    run = program.run("check", broken, "--format", "json").expect(3)
    answer = run.json()
    validate("check", answer)
    equal(answer["outcome"], "not-loaded", "outcome")
    program.run("build", broken, "-o", program.scratch / "out").expect(3)
    program.run("verify", program.scratch / "nowhere.pdf").expect(3)
    program.run("quote", program.scratch / "nowhere.pdf", "text").expect(3)


@suite.test
def exit_4_output_fails(program):
    # triggers: D0903
    run = program.run("check", EXAMPLE, "--output", program.scratch / "no" / "such" / "folder.json").expect(4)
    contains(run.stderr, "D0903")
    with open("/dev/null", "rb") as closed:
        # A descriptor open for reading only: every write to it fails.
        run = program.run("check", EXAMPLE, stdout=closed).expect(4)
    assert run.stderr.strip(), "nothing says why"


@suite.test
def exit_5_nothing_was_checked(program):
    case = program.folder("bare")
    (case / "dossier.yaml").write_text("format: 1\nid: bare\ntitle: Bare\nlanguage: en\ntemplate: appeal-brief\n")
    answer = program.run("check", case, "--format", "json").expect(5).json()
    validate("check", answer)
    equal(answer["outcome"], "nothing-checked", "outcome")
    program.run("check", case, "--allow-empty").expect(0)


@suite.test
def case_is_found_upwards_but_not_past_a_repository(program):
    case = program.case()
    program.run("check", cwd=case / "files").expect(1)
    program.run("check", case / "dossier.yaml").expect(1)
    repository = case / "inner"
    (repository / ".git").mkdir(parents=True)
    program.run("check", cwd=repository).expect(3)


@suite.test
def every_code_is_explained(program):
    listing = (REPOSITORY / "compiler/diagnostics/kind.def").read_text()
    codes = re.findall(r'^DOSSIER_FINDING\("(D\d{4})", \w+, "([a-z0-9-]+)"', listing, re.M)
    assert len(codes) > 100, len(codes)
    for code, name in codes:
        text = program.run("explain", code).expect(0).stdout
        assert code in text and name in text, f"{code} is not named:\n{text}"
        contains(text, "How to mend it", code)
    program.run("explain", "D9999").expect(2)


@suite.test
def a_criterion_is_explained(program):
    text = program.run("explain", "lt.utpi.87.1.1").expect(0).stdout
    for part in ("Art. 87(1)(1)", "https://", "2022-03-22"):
        contains(text, part, "explanation")


@suite.test
def check_and_build_write_nothing_into_the_case(program):
    case = program.case()
    before = tree(case)
    program.run("check", case).expect(1)
    program.build(case)
    equal(tree(case), before, "the case folder")


@suite.test
def lock_is_the_only_writer_and_settles(program):
    case = program.case()
    before = tree(case)
    program.run("lock", case).expect(0)
    first = tree(case)
    changed = {name for name in first if before.get(name) != first[name]}
    allowed = {name for name in changed if name == "dossier.lock" or name == "derived" or name.startswith("derived/")}
    equal(changed, allowed, "files that lock wrote")
    program.run("lock", case).expect(0)
    equal(tree(case), first, "the case after a second lock")
    answer = program.run("check", case, "--format", "json").expect(1).json()
    equal([f["code"] for f in answer["findings"] if f["code"] in ("D0705", "D0706")], [], "unlocked exhibits")


@suite.test
def build_writes_its_three_files_and_no_other(program):
    out = program.build(EXAMPLE)
    equal(sorted(path.name for path in out.iterdir()), ["brief.pdf", "bundle.pdf", "check.json"], "files")
    validate("check", json.loads((out / "check.json").read_text()))


@suite.test
def output_goes_to_a_file(program):
    path = program.scratch / "check.json"
    run = program.run("check", EXAMPLE, "--format", "json", "--output", path).expect(1)
    equal(run.stdout, "", "standard output")
    validate("check", json.loads(path.read_text()))
    equal(path.stat().st_mode & 0o777, 0o600, "mode")


@suite.test
def colour_is_for_terminals_and_by_request(program):
    plain = program.run("check", EXAMPLE).expect(1)
    assert "\x1b" not in plain.stdout + plain.stderr, "colour in a pipe"
    coloured = program.run("check", EXAMPLE, "--color=always").expect(1)
    assert "\x1b[" in coloured.stderr, "no colour"
    equal(re.sub(r"\x1b\[[0-9;]*m", "", coloured.stderr), plain.stderr, "the words")


@suite.test
def quiet_says_only_the_result(program):
    equal(program.run("build", EXAMPLE, "-o", program.scratch / "out", "--quiet", "--fail-on", "never").expect(0).stdout.count("out/"), 0,
          "names of files")


@suite.test
def redacted_output_has_no_personal_text(program):
    case = program.case()
    (case / "grounds.yaml").write_text((case / "grounds.yaml").read_text().replace("e03 p. 2", "e03 p. 7"))
    words = set()
    for name in ("people.yaml", "exhibits.yaml"):
        words |= set(re.findall(r"[A-ZŽÜ][a-zäöüžėÜ]{4,}", re.sub(r"#.*", "", (case / name).read_text())))
    words &= {"Aigül", "Mysalbayeva", "Erlan", "Ülgibayev", "Žydrė", "Pavyzdienė", "Statement", "Passport"}
    assert len(words) > 4, words
    for form in ("text", "json"):
        run = program.run("check", case, "--redact", "--format", form).expect(1)
        for word in words:
            assert word not in run.stdout + run.stderr, f"{word} in the redacted {form}"
        contains(run.stdout + run.stderr, "D0203")


@suite.test
def init_makes_cases_that_build(program):
    plain, example = program.scratch / "plain", program.scratch / "example"
    program.run("init", plain).expect(0)
    program.run("check", plain).expect(0, 1)
    program.run("build", plain, "-o", program.scratch / "out-plain", "--allow-empty").expect(0, 1)
    assert (program.scratch / "out-plain" / "brief.pdf").is_file()
    program.run("init", example, "--example").expect(0)
    program.run("check", example).expect(1)
    before = tree(example)
    program.run("init", example, "--example").expect(2, 4)
    equal(tree(example), before, "a case that is there")


@suite.test
def quote_finds_and_does_not_find(program):
    words = "The marks on the back are highly consistent with blows from a long, hard object."
    answer = program.run("quote", EXAMPLE / "files" / "e03.pdf", words, "--format", "json").expect(0).json()
    validate("quote", answer)
    answer = program.run("quote", "e03", words, "--format", "json", cwd=EXAMPLE).expect(0).json()
    validate("quote", answer)
    equal((answer["results"][0]["verdict"], answer["results"][0]["places"][0]["page"]), ("exact", 2), "verdict and page")
    run = program.run("quote", EXAMPLE / "files" / "e03.pdf", words.replace("back", "legs"), "--format", "json").expect(1)
    validate("quote", run.json())
    listing = program.scratch / "quotations.txt"
    listing.write_text(words + "\nThese words are nowhere.\n")
    run = program.run("quote", EXAMPLE / "files" / "e03.pdf", "--from", listing, "--format", "json").expect(1)
    validate("quote", run.json())


if __name__ == "__main__":
    sys.exit(suite.main())

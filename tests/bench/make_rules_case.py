# SPDX-License-Identifier: GPL-3.0-or-later
"""A case of many exhibits under a pack of many criteria, for `bench.py rules`.

usage: make_rules_case.py FOLDER EXHIBITS CRITERIA

FOLDER becomes an installation: FOLDER/rules with one pack, FOLDER/case with the case. The exhibits
have no files, so that loading and evaluating is all there is to measure; every exhibit is filed
once, spread over the criteria.
"""
import pathlib
import shutil
import sys

KINDS = ["ngo-report", "igo-report", "media", "official", "medical", "witness", "state-report"]
AUTHORITY = ('{instrument: "Act on Measuring", pinpoint: "Art. %d", url: "https://example.org/act", '
             'language: en, version: 2024-01-01, verified: V}')


def pack(criteria):
    lines = ["format: 1", "pack: {id: bench/act, version: \"1\", title: {en: Act on Measuring}}", "criteria:"]
    for i in range(criteria):
        lines += [f"  - id: act.{i}", f"    title: {{en: \"Provision {i}\", lt: \"Nuostata {i}\"}}",
                  f"    text: {{en: \"What provision {i} asks for, in one sentence of ordinary length.\"}}",
                  f"    authority: {AUTHORITY % i}"]
        if i % 10 == 0:
            lines.append("    all: [" + ", ".join(f"{{ref: act.{j}}}" for j in range(i + 1, min(i + 10, criteria))) + "]")
            continue
        lines += ["    needs:",
                  "      - {id: individual, weight: core, where: {scope: [individual], nature: [fact]}}",
                  "      - {id: country, weight: core, count: {min: 2}, distinct: {publisher: 2, origin: 2}, "
                  "where: {scope: [country], nature: [fact], fresh: {within: P24M, of: filing}}}"]
    return "\n".join(lines) + "\n"


def exhibit(i):
    scope = "individual" if i % 2 else "country"
    return (f"  - id: e{i:06}\n    title: {{en: \"Report number {i} on the treatment of detained people\"}}\n"
            f"    kind: {KINDS[i % len(KINDS)]}\n    nature: fact\n    scope: {scope}\n    publisher: org{i % 50}\n"
            f"    dates: {{event: 2024-0{i % 9 + 1}, published: 2024-0{i % 9 + 1}-1{i % 9}}}\n"
            f"    url: https://example.org/reports/{i}\n    language: en\n")


def write(folder, exhibits, criteria):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    case = folder / "case"
    (folder / "rules" / "bench").mkdir(parents=True)
    (folder / "templates").mkdir()
    (case / "exhibits").mkdir(parents=True)
    (case / "grounds").mkdir()
    (folder / "rules" / "bench" / "act.yaml").write_text(pack(criteria))
    per_file = max(1, exhibits // 10)
    for start in range(0, exhibits, per_file):
        rows = "".join(exhibit(i) for i in range(start, min(start + per_file, exhibits)))
        (case / "exhibits" / f"part{start // per_file:02}.yaml").write_text("format: 1\nexhibits:\n" + rows)
    leaves = [i for i in range(criteria) if i % 10]
    filed = {i: {"individual": [], "country": []} for i in leaves}
    for i in range(exhibits):
        filed[leaves[i // 2 % len(leaves)]]["individual" if i % 2 else "country"].append(i)
    grounds = []
    for leaf, needs in filed.items():
        grounds.append(f"  - criterion: act.{leaf}\n    revision: 1\n    for: [p1]\n    needs:\n")
        for need, items in needs.items():
            if items:
                grounds.append(f"      {need}:\n" + "".join(
                    f"        - {{cite: \"e{i:06} p. {i % 30 + 1}\", shows: \"what the report says about it\"}}\n" for i in items))
            else:
                grounds.append(f"      {need}: []\n")
    (case / "grounds" / "all.yaml").write_text("format: 1\ngrounds:\n" + "".join(grounds))
    orgs = "".join(f"  - {{id: org{i}, name: Organisation {i}, kind: organisation}}\n" for i in range(50))
    (case / "people.yaml").write_text("format: 1\npeople:\n  - {id: p1, name: Person One, kind: person}\n" + orgs)
    pleads = ", ".join(f"act.{i}" for i in range(0, criteria, 10))
    (case / "dossier.yaml").write_text(
        "format: 1\nid: bench\ntitle: Bench\nlanguage: en\ntemplate: appeal-brief\nrules: [bench/act]\n"
        f"applicants: [p1]\npleads: [{pleads}]\nfilings: [{{id: f1, date: 2025-03-01}}]\n")
    return case


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

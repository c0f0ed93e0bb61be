# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule is broken once in a small tree, to see that it is noticed."""

import tempfile
from pathlib import Path

import finding_rules
import include_rules
import mini_yaml
import rule_packs
import source_rules

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


def _tree(files):
    folder = tempfile.TemporaryDirectory()
    for name, text in files.items():
        path = Path(folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def _includes(check, files, expected):
    with _tree(files) as folder:
        return _compare(list(check(include_rules.Tree(folder))), expected)


def _files(check, files, expected):
    with _tree(files) as folder:
        return _compare(list(check(Path(folder))), expected)


def _compare(found, expected):
    missing = [f"not noticed: {part}" for part in expected if not any(part in line for line in found)]
    if not expected and found:
        missing = [f"noticed without cause: {line}" for line in found]
    return missing


TWO_FOLDERS = {
    "compiler/upper/CMakeLists.txt": "dossier_stage(upper SOURCES a.cc DEPENDS lower)\n",
    "compiler/lower/CMakeLists.txt": "dossier_stage(lower SOURCES b.cc)\n",
    "compiler/upper/a.cc": SPDX + '#include "compiler/lower/b.h"\n#include <vector>\n',
    "compiler/lower/b.h": SPDX + "#pragma once\n",
}
PACK = """format: 1
criteria:
  - id: a.1
    revision: 1
    title: {en: t}
    text: {en: t}
    authority: {instrument: Act, pinpoint: Art. 1, url: "https://example.org", language: en,
      version: 2024-01-01, verified: V}
    any:
      - {id: a.1.b, revision: 1, title: {en: t}, text: {en: t}, needs: [{id: n}]}
"""
KIND = 'DOSSIER_FINDING("D0001", kA, "a", kError, "there is a")\n'
PAGE = "DOSSIER_EXPLAIN(kA, R\"page(\n%s\nWhy it matters: w\nHow to mend it: h\n)page\")\n" % (
    "word\n" * 60)


def run():
    """(name, problems) of every trial."""
    upward = {**TWO_FOLDERS, "compiler/lower/b.h": SPDX + '#include "compiler/upper/a.h"\n'}
    circle = {**TWO_FOLDERS,
              "compiler/lower/CMakeLists.txt": "dossier_stage(lower SOURCES b.cc DEPENDS upper)\n"}
    stray = {**TWO_FOLDERS, "compiler/upper/a.cc": "#include <hpdf.h>\n#include <odd/thing.h>\n"}
    linked = {**TWO_FOLDERS, "compiler/upper/CMakeLists.txt":
              "dossier_stage(upper SOURCES a.cc THIRD_PARTY PkgConfig::Qpdf)\n"}
    yield "clean tree", (_includes(include_rules.undeclared_edges, TWO_FOLDERS, [])
                         + _includes(include_rules.cycles, TWO_FOLDERS, [])
                         + _includes(include_rules.unused_edges, TWO_FOLDERS, [])
                         + _includes(include_rules.stray_libraries, TWO_FOLDERS, []))
    yield "undeclared edge", _includes(
        include_rules.undeclared_edges, upward,
        ["compiler/lower/b.h:2: folder lower does not declare upper", "no such file"])
    yield "cycle", _includes(include_rules.cycles, circle, ["lower -> upper -> lower"])
    yield "unused edge", _includes(include_rules.unused_edges, circle, ["lower declares upper"])
    yield "library elsewhere", _includes(
        include_rules.stray_libraries, stray,
        ["compiler/upper/a.cc:1: <hpdf.h> may be included in compiler/render only", "<odd/thing.h>"])
    yield "library linked elsewhere", _includes(
        include_rules.stray_libraries, linked, ["PkgConfig::Qpdf may be linked in compiler/pdf only"])
    yield "house rules", (
        _files(source_rules.licence_line, {"compiler/a/b.cc": "int x;\n"}, ["compiler/a/b.cc:1"])
        + _files(source_rules.pragma_once, {"compiler/a/b.h": SPDX}, ["compiler/a/b.h"])
        + _files(source_rules.file_length, {"compiler/a/b.cc": "\n" * 701}, ["longer than 700"])
        + _files(source_rules.using_namespace, {"compiler/a/b.cc": "using namespace std;\n"}, [":1:"])
        + _files(source_rules.names, {"compiler/a/string_utils.h": "class PageManager {};\n"},
                 ["string_utils", "PageManager"])
        + _files(source_rules.machine_paths, {"README.md": "see /" + "work/main\n"}, ["README.md:1"])
        + _files(source_rules.function_length, {
            "compiler/a/b.cc": "int Add(int a) {\n" + "  ++a;\n" * 80 + "}\n"}, ["compiler/a/b.cc:1: a function of 82"])
        + _files(source_rules.function_length, {
            "compiler/a/b.cc": ("int Add(int a) {\n" + "  ++a;\n" * 70 + "}\n") * 2}, [])
        + _files(source_rules.own_header_first, {
            "compiler/a/b.h": "", "compiler/a/b.cc": "#include <vector>\n"}, ["compiler/a/b.cc"]))
    yield "findings", (
        _files(finding_rules.explanations, {
            "compiler/diagnostics/kind.def": KIND, "compiler/diagnostics/explain.def": ""}, ["D0001 kA"])
        + _files(finding_rules.explanations, {
            "compiler/diagnostics/kind.def": KIND, "compiler/diagnostics/explain.def": PAGE}, [])
        + _files(finding_rules.explanations, {
            "compiler/diagnostics/kind.def": KIND, "compiler/diagnostics/explain.def": PAGE + PAGE},
                 ["kA twice"])
        + _files(finding_rules.registry, {
            "compiler/diagnostics/kind.def": KIND + KIND.replace("there", "There")},
                 ["stands in line 1 already", "messages begin small"])
        + _files(finding_rules.every_code_has_a_case, {
            "compiler/diagnostics/kind.def": KIND}, ["D0001: no golden case"])
        + _files(finding_rules.every_code_has_a_case, {
            "compiler/diagnostics/kind.def": KIND,
            "tests/golden/a.case": "=== expect: stderr\na.yaml:1:1: error[D0001]: there is a\n",
            "tests/architecture/codes_without_case.txt": "D0001 cannot be made in a case file\n"},
                 ["D0001 has a case now"]))
    yield "rule packs", (
        _files(rule_packs.authority, {"rules/x/p.yaml": PACK}, [])
        + _files(rule_packs.form, {"rules/x/p.yaml": PACK}, [])
        + _files(rule_packs.authority, {"rules/x/p.yaml": PACK.replace("verified: V", "verified: X")},
                 ["a.1: verified is X", "a.1.b: verified is X"])
        + _files(rule_packs.form, {"rules/x/p.yaml": PACK + "    all: []\n"}, ["a.1: operators"]))
    yield "yaml reader", _yaml_refuses()


def _yaml_refuses():
    for text in ("a: 1\na: 2\n", "a: [1\nb: 2\n", "a: &x 1\n", "{a: 1, a: 2}\n", "a: \"x\n", "a: 1\n  b: 2\n"):
        try:
            value = mini_yaml.load(text)
        except ValueError:
            continue
        yield f"misread {text!r} as {value!r}"

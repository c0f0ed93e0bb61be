# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures: a brief and the five documents beside typst, a bundle beside reportlab and pikepdf, a second check, many exhibits under many rules,
many quotations beside poppler alone.

usage: bench.py --program BUILD/dossier --seeds DIR --work DIR [brief] [documents] [scale] [bundle] [check] [rules] [quote]
"""
import argparse
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import make_quote_case  # noqa: E402
import make_rules_case  # noqa: E402
import measure  # noqa: E402
import seed_case  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent


def make_key(work):
    key = work / "key.pem"
    if not key.exists():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-sha256", "-days", "3650", "-nodes", "-batch",
                        "-subj", "/CN=Bench key", "-keyout", str(key), "-out", str(work / "crt.pem")],
                       check=True, stderr=subprocess.DEVNULL)
        key.write_text(key.read_text() + (work / "crt.pem").read_text())
        os.chmod(key, 0o600)
    return key


def report_case(work, seeds, repeat):
    folder = work / f"report-x{repeat}"
    shutil.rmtree(folder, ignore_errors=True)
    text = sorted(seeds.glob("001_*.txt"))[0].read_text()
    seed_case.write_case(folder, text, repeat)
    return folder


def typst_source(work, seeds, repeat):
    """The same words, notes and headings as typst markup, set the same way: A4, 11 pt, contents, page x of y."""
    report = seed_case.Report(sorted(seeds.glob("001_*.txt"))[0].read_text())
    escape = lambda s: "".join("\\" + c if c in "\\#$*_`@<>[]~=-+/'\"" else c for c in s)
    lines = ['#set page(paper: "a4", margin: 27mm, numbering: "1 / 1")', '#set text(size: 11pt, lang: "en", hyphenate: false)',
             "#set par(justify: true)", '#set heading(numbering: "1.1")', "#outline()", ""]
    for _ in range(repeat):
        for kind, level, text in report.blocks:
            out, last = "", 0
            for mark in seed_case.MARK.finditer(text):
                out += escape(seed_case.plain(text[last:mark.start()]))
                for number in seed_case.re.findall(r"\d+", mark.group(1)):
                    if int(number) in report.notes:
                        out += f"#footnote[{escape(report.notes[int(number)])}]"
                last = mark.end()
            out += (" " if last and text[last:last + 1] == " " else "") + escape(seed_case.plain(text[last:]))
            lines.append({"heading": "=" * max(level, 1) + " ", "item": "- ", "para": ""}[kind] + out)
            lines.append("")
    path = work / f"report-x{repeat}.typ"
    path.write_text("\n".join(lines))
    return path


def install_typst(work):
    if not (work / "node_modules" / "@myriaddreamin" / "typst-ts-node-compiler").exists():
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(work),
                        "@myriaddreamin/typst-ts-node-compiler@0.7.0"], check=True, stdout=subprocess.DEVNULL)
    shutil.copy(HERE / "typst.cjs", work / "typst.cjs")


def brief(args, work, key):
    install_typst(work)
    case, source = report_case(work, args.seeds, 1), typst_source(work, args.seeds, 1)
    out = work / "out-brief"
    ours = lambda: measure.run([args.program, "build", str(case), "-o", str(out), "--sign", str(key), "--quiet", "--fail-on", "never", "--allow-empty"])
    peer = lambda: measure.run(["node", "typst.cjs", str(source), str(work / "typst.pdf")], cwd=work)
    samples = measure.in_turn({"dossier": ours, "typst": peer}, args.rounds)
    measure.report("seed 001 to a signed brief", samples, "dossier", goal=0.30)
    for name in (out / "brief.pdf", work / "typst.pdf"):
        pages = subprocess.run(["pdfinfo", str(name)], capture_output=True, text=True).stdout.split("Pages:")[1].split()[0]
        print(f"  {name.name}: {pages} pages, {name.stat().st_size // 1024} KiB")
    peak = max(s.peak_mib for s in samples["dossier"])
    print(f"  peak {peak:.1f} MiB  goal 60: {'reached' if peak <= 60 else 'MISSED'}")


SAMPLES = ("khasenov", "political-prisoners", "upr-kazakhstan", "eu-delegation", "recommendations")


def words_as_typst(texts, path):
    """The words of finished documents as plain typst paragraphs, set the same way, in one document: typst starts once."""
    escape = lambda s: "".join("\\" + c if c in "\\#$*_`@<>[]~=-+/'\"" else c for c in s)
    lines = ['#set page(paper: "a4", margin: 30mm, numbering: "1 / 1")', '#set text(size: 11pt, lang: "en", hyphenate: false)',
             "#set par(justify: true)", ""]
    for text in texts:
        for paragraph in text.replace("\f", "\n\n").split("\n\n"):
            if paragraph.strip():
                lines += [escape(" ".join(paragraph.split())), ""]
    path.write_text("\n".join(lines))


def documents(args, work, key):
    """The five kinds of documents together, with structure, notes, tables and links, beside their bare words in typst."""
    install_typst(work)
    folder = HERE.parents[1] / "evidence"
    outs = {name: work / f"out-{name}" for name in SAMPLES}
    build = lambda name: measure.run([args.program, "build", str(folder / name), "-o", str(outs[name]), "--quiet", "--fail-on", "never"])
    pages = 0
    texts = []
    for name in SAMPLES:
        build(name)
        brief_pdf = str(outs[name] / "brief.pdf")
        pages += int(subprocess.run(["pdfinfo", brief_pdf], capture_output=True, text=True).stdout.split("Pages:")[1].split()[0])
        texts.append(subprocess.run(["pdftotext", "-enc", "UTF-8", brief_pdf, "-"], capture_output=True, text=True).stdout)
    words_as_typst(texts, work / "samples.typ")

    def ours():
        samples = [build(name) for name in SAMPLES]
        return measure.Sample(sum(s.cpu for s in samples), max(s.peak_mib for s in samples))

    peer = lambda: measure.run(["node", "typst.cjs", str(work / "samples.typ"), str(work / "samples.pdf")], cwd=work)
    samples = measure.in_turn({"dossier, five builds": ours, "typst, their words": peer}, args.rounds)
    measure.report(f"the five sample documents, {pages} pages", samples, "dossier, five builds", goal=0.30)
    info = subprocess.run(["pdfinfo", str(work / "samples.pdf")], capture_output=True, text=True).stdout
    print("  typst: " + ", ".join(" ".join(line.split()) for line in info.splitlines() if line.startswith(("Pages", "Tagged"))))


def scale(args, work, key):
    print("\nthe same text, ten and a hundred times")
    out, points = work / "out-scale", []
    for repeat in (1, 10, 100):
        case = report_case(work, args.seeds, repeat)
        samples = [measure.run([args.program, "build", str(case), "-o", str(out), "--sign", str(key), "--quiet", "--fail-on", "never", "--allow-empty"])
                   for _ in range(args.rounds if repeat < 100 else 2)]
        pages = int(subprocess.run(["pdfinfo", str(out / "brief.pdf")], capture_output=True, text=True).stdout.split("Pages:")[1].split()[0])
        cpu, peak = statistics.median(s.cpu for s in samples), max(s.peak_mib for s in samples)
        points.append((pages, cpu, peak))
        print(f"  x{repeat:<4} {pages:5} pages  cpu {cpu:8.3f} s  peak {peak:7.1f} MiB  {peak / pages:.3f} MiB a page")
    (p1, c1, _), (p2, c2, m2) = points[1], points[2]
    exponent = math.log(c2 / c1) / math.log(p2 / p1)
    print(f"  exponent x10 to x100: {exponent:.3f}  goal 1.05: {'reached' if exponent <= 1.05 else 'MISSED'}")
    print(f"  memory a page at x100: {m2 / p2:.3f} MiB  goal 0.40: {'reached' if m2 / p2 <= 0.4 else 'MISSED'}")


def bundle_case(args, work):
    folder = work / "bundle"
    if not folder.exists():
        (folder / "files").mkdir(parents=True)
        subprocess.run([sys.executable, str(HERE / "make_exhibits.py"), str(folder / "files"), "50", "20"], check=True)
        rows = "\n".join(f"  - {{id: e{i:02}, title: Exhibit {i}, kind: ngo-report, scope: country, language: en, file: files/e{i:02}.pdf}}" for i in range(1, 51))
        (folder / "exhibits.yaml").write_text("format: 1\nexhibits:\n" + rows + "\n")
        (folder / "people.yaml").write_text("format: 1\npeople:\n  - {id: p1, name: Person One, kind: person}\n")
        (folder / "dossier.yaml").write_text("format: 1\nid: bundle\ntitle: Bundle\nlanguage: en\ntemplate: appeal-brief\nrules: []\n"
                                             "applicants: [p1]\npleads: []\nfilings: [{id: f1, date: 2025-03-01}]\n")
        (folder / "argument").mkdir()
        (folder / "argument" / "a.md").write_text("\n\n".join(f"Exhibit {i} is cited here [@e{i:02}, p. {i % 20 + 1}]." for i in range(1, 51)) + "\n")
        subprocess.run([args.program, "lock", str(folder), "--quiet"], check=False)
    return folder


def bundle(args, work, key):
    folder, out = bundle_case(args, work), work / "out-bundle"
    ours = lambda: measure.run([args.program, "build", str(folder), "-o", str(out), "--quiet", "--fail-on", "never", "--allow-empty"])
    peer = lambda: measure.run([sys.executable, str(HERE / "peer_bundle.py"), str(folder / "files"), str(work / "peer.pdf")])
    measure.report("a bundle of 50 exhibits of 20 pages (exhibits known to the cache)",
                   measure.in_turn({"dossier": ours, "reportlab + pikepdf": peer}, args.rounds), "dossier", goal=0.35)


def check(args, work, key):
    folder = bundle_case(args, work)
    cache = work / "cache-home"
    env = dict(os.environ, XDG_CACHE_HOME=str(cache))
    command = [args.program, "check", str(folder), "--quiet", "--fail-on", "never", "--allow-empty", "--format", "json", "--output", str(work / "check.json")]

    def cold():
        shutil.rmtree(cache, ignore_errors=True)
        return measure.run(command, env=env)

    cold_then_warm = measure.in_turn({"first check": cold, "unchanged check": lambda: measure.run(command, env=env)}, args.rounds)
    measure.report("check of 50 exhibits of 20 pages", cold_then_warm, "unchanged check", goal=0.25)


def rules_case(args, work, exhibits):
    """An installation of the program with a pack of its own, and the case that uses it."""
    root = work / f"rules-{exhibits}"
    case = make_rules_case.write(root, exhibits, 1000)
    (root / "bin").mkdir()
    for name in ("dossier", "dossier-worker", "dossier-worker-rare", "dossier-worker-recording", "dossier-worker-ocr"):
        shutil.copy(pathlib.Path(args.program).resolve().parent / name, root / "bin" / name)
    files = [str(root / "rules" / "bench" / "act.yaml")] + sorted(str(path) for path in case.rglob("*.yaml"))
    command = [str(root / "bin" / "dossier"), "check", str(case), "--quiet", "--fail-on", "never", "--allow-empty",
               "--format", "json", "--output", str(work / "rules.json")]
    return command, [str(pathlib.Path(args.program).resolve().parent / "tests/bench/parts/bench_yaml_events")] + files


def rules(args, work, key):
    """Loading and checking: the whole of `dossier check`, beside yaml-cpp reading the same files."""
    ours, bare = rules_case(args, work, 10000)
    samples = measure.in_turn({"dossier check": lambda: measure.run(ours), "yaml-cpp events": lambda: measure.run(bare)}, args.rounds)
    measure.report("10,000 exhibits under 1,000 criteria", samples, "dossier check", goal=1.6)
    peak = max(s.peak_mib for s in samples["dossier check"])
    print(f"  peak {peak:.1f} MiB  goal 150: {'reached' if peak <= 150 else 'MISSED'}")
    points = []
    for exhibits in (1000, 100000):
        ours, bare = rules_case(args, work, exhibits)
        points.append((exhibits, statistics.median(measure.run(ours).cpu for _ in range(max(args.rounds, 3)))))
    exponent = math.log(points[1][1] / points[0][1]) / math.log(points[1][0] / points[0][0])
    print(f"  1,000 to 100,000 exhibits: {points[0][1]:.3f} s to {points[1][1]:.3f} s, exponent {exponent:.3f}  "
          f"goal 1.05: {'reached' if exponent <= 1.05 else 'MISSED'}")


def quote_case(args, work, quotations):
    folder = work / f"quote-{quotations}"
    first = work / "quote-500"
    make_quote_case.write(folder, 50, 20, quotations, files_of=first if quotations != 500 else None)
    return folder


def quote(args, work, key):
    """Quotations: the whole of `dossier check`, its workers included, beside poppler's words of the same pages."""
    few, many = quote_case(args, work, 500), quote_case(args, work, 5000)
    cache = work / "quote-cache"
    env = dict(os.environ, XDG_CACHE_HOME=str(cache))
    words = [str(pathlib.Path(args.program).resolve().parent / "tests/bench/parts/bench_text_list")] + sorted(str(path) for path in (few / "files").glob("*.pdf"))

    def run(folder, cold):
        if cold:
            shutil.rmtree(cache, ignore_errors=True)
        return measure.run([args.program, "check", str(folder), "--quiet", "--fail-on", "never", "--allow-empty", "--format", "json",
                            "--output", str(work / "quote.json")], env=env)

    samples = measure.in_turn({"text_list": lambda: measure.run(words), "500 quotations": lambda: run(few, True),
                               "500, cache warm": lambda: run(few, False), "5,000 quotations": lambda: run(many, True)}, args.rounds)
    cpu = measure.report("500 quotations over 1,000 pages in 50 exhibits", samples, "500 quotations", goal=1.4, against="text_list")
    for name, against, goal in (("500, cache warm", "500 quotations", 0.25), ("5,000 quotations", "500 quotations", 2.5)):
        ratio = cpu[name] / cpu[against]
        print(f"  {name} / {against} = {ratio:.3f}  goal {goal:.2f}: {'reached' if ratio <= goal else 'MISSED'}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seeds", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("what", nargs="*", default=[])
    args = parser.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    key = make_key(args.work)
    for name, job in (("brief", brief), ("documents", documents), ("scale", scale), ("bundle", bundle), ("check", check), ("rules", rules), ("quote", quote)):
        if not args.what or name in args.what:
            job(args, args.work, key)


main()

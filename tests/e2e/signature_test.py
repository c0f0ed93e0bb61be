#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing and proving, beside pdfsig and openssl."""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "python"))

from forgeries import Signed, forgeries  # noqa: E402
from pdf_facts import Pdf, check, page_texts  # noqa: E402
from program import EXAMPLE, digest, tool, tree, with_password  # noqa: E402
from schemas import validate  # noqa: E402
from suite import Suite, contains, equal  # noqa: E402

suite = Suite(__doc__)


def signed_by_openssl(path, key):
    """The CMS of `path` holds for its covered bytes, and is CAdES."""
    signed = Signed(path.read_bytes())
    folder = path.parent
    (folder / "covered").write_bytes(signed.covered())
    (folder / "cms.der").write_bytes(signed.cms())
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", str(folder / "cms.der"),
               "-content", str(folder / "covered"), "-CAfile", str(key), "-purpose", "any", "-out", "/dev/null"]
    done = subprocess.run(command, capture_output=True, check=False)
    said = done.stderr.decode()
    for name in ("covered", "cms.der"):
        (folder / name).unlink()
    assert done.returncode == 0 and "CAdES Verification successful" in said, said
    printed = tool("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-noout", "-in", "/dev/stdin",
                   input=signed.cms(), text=False)
    assert "signingTime" not in printed, "the signing time belongs into /M"
    return signed


def signed_by_pdfsig(path):
    said = tool("pdfsig", "-nocert", path)
    contains(said, "Signature is Valid", "pdfsig")
    contains(said, "Total document signed", "pdfsig")
    contains(said, "ETSI.CAdES.detached", "pdfsig")
    equal(said.count("Signature #"), 1, "signatures")


@suite.test
def signed_build_holds_for_everyone(program):
    key = program.key()
    out = program.build(EXAMPLE, "out", "--sign", key)
    for name in ("brief.pdf", "bundle.pdf"):
        path = out / name
        signed_by_pdfsig(path)
        signed = signed_by_openssl(path, key)
        equal(signed.range[2] + signed.range[3], path.stat().st_size, "end of the signed range")
        equal(path.read_bytes().count(b"%%EOF"), 1, "revisions")
        check(path)
        answer = program.run("verify", path, "--format", "json").expect(0).json()
        validate("verify", answer)
        equal((answer["status"], answer["signatures"][0]["whole_file"]), ("valid", True), name)
        equal(answer["signatures"][0]["trust"], "cannot-check", "trust without --trust")


@suite.test
def prepared_build_is_not_signed(program):
    # triggers: D0906
    out = program.build(EXAMPLE)
    for name in ("brief.pdf", "bundle.pdf"):
        said = tool("pdfsig", out / name, codes=(0, 2))
        assert "Signature is Valid" not in said, said
        run = program.run("verify", out / name, "--format", "json").expect(4)
        validate("verify", run.json())
        assert run.json()["status"] != "valid"
        contains(program.run("verify", out / name).expect(4).stderr + program.run("verify", out / name).stdout, "D0906")


@suite.test
def signing_later_changes_only_the_reserved_places(program):
    key = program.key()
    out = program.build(EXAMPLE)
    before = (out / "bundle.pdf").read_bytes()
    program.run("sign", out / "bundle.pdf", "--key", key).expect(0)
    after = (out / "bundle.pdf").read_bytes()
    equal(len(after), len(before), "length")
    signed_by_pdfsig(out / "bundle.pdf")
    signed = signed_by_openssl(out / "bundle.pdf", key)
    changed = [i for i in range(len(after)) if after[i] != before[i] and not signed.begin <= i < signed.end]
    assert len(changed) < 120, f"{len(changed)} bytes outside /Contents changed"
    equal((out / "bundle.pdf").stat().st_mode & 0o777, 0o600, "mode")
    program.run("verify", out / "bundle.pdf").expect(0)


@suite.test
def signed_twice_is_refused(program):
    # triggers: D0905
    key = program.key()
    out = program.build(EXAMPLE, "out", "--sign", key)
    before = digest(out / "brief.pdf")
    contains(program.run("sign", out / "brief.pdf", "--key", key).expect(4).stderr, "D0905")
    equal(digest(out / "brief.pdf"), before, "the file")
    contains(program.run("sign", EXAMPLE / "files" / "e03.pdf", "--key", key).expect(4).stderr, "D0905")


@suite.test
def keys_of_other_kinds(program):
    plain = program.key("ec", kind="ec")
    locked = program.key("locked", password="Žodis 7")
    bag = program.pkcs12(plain, "secret")
    for key, password in ((plain, None), (locked, "Žodis 7"), (bag, "secret")):
        out = program.build(EXAMPLE, f"out-{key.name}")
        options, words = with_password(password) if password else ({}, [])
        program.run("sign", out / "brief.pdf", "--key", key, *words, **options).expect(0)
        signed_by_pdfsig(out / "brief.pdf")
        program.run("verify", out / "brief.pdf").expect(0)


@suite.test
def keys_that_are_refused(program):
    # triggers: D0904
    out = program.build(EXAMPLE)
    before = tree(out)
    good = program.key()
    locked = program.key("locked", password="right")
    readable = program.key("readable")
    readable.chmod(0o644)
    no_certificate = program.scratch / "no-certificate.pem"
    no_certificate.write_text(re.sub(r"-----BEGIN CERT.*?-----END CERTIFICATE-----\n", "", good.read_text(), flags=re.S))
    other = program.key("other")
    mixed = program.scratch / "mixed.pem"
    mixed.write_text(re.search(r"-----BEGIN CERT.*?-----END CERTIFICATE-----\n", other.read_text(), re.S).group(0)
                     + no_certificate.read_text())
    nonsense = program.scratch / "nonsense.pem"
    nonsense.write_text("no key at all\n")
    empty = program.scratch / "empty.p12"
    empty.write_bytes(b"")
    for path in (no_certificate, mixed, nonsense, empty):
        path.chmod(0o600)
    options, words = with_password("wrong")
    trials = [(readable, [], {}), (no_certificate, [], {}), (mixed, [], {}), (nonsense, [], {}), (empty, [], {}),
              (program.scratch / "nowhere.pem", [], {}), (program.scratch, [], {}), (locked, words, options)]
    for key, more, settings in trials:
        run = program.run("sign", out / "brief.pdf", "--key", key, *more, **settings).expect(4)
        contains(run.stderr, "D0904", f"messages for {key.name}")
    contains(program.run("build", EXAMPLE, "-o", program.scratch / "out2", "--sign", readable).expect(4).stderr, "D0904")
    assert not (program.scratch / "out2").exists() or not list((program.scratch / "out2").iterdir()), "something was written"
    equal(tree(out), before, "the outputs")


@suite.test
def passphrase_and_key_are_not_shown(program):
    locked = program.key("locked", password="Sesamas-93511")
    out = program.build(EXAMPLE)
    options, words = with_password("Sesamas-93511")
    trace = program.scratch / "trace"
    command = ["strace", "-f", "-s", "4096", "-e", "trace=write,writev,pwrite64,execve", "-o", str(trace), str(program.path),
               "sign", str(out / "brief.pdf"), "--key", str(locked), *words]
    done = subprocess.run(command, env=program.environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True, check=False, stdin=subprocess.DEVNULL, **options)
    equal(done.returncode, 0, f"exit code, {done.stderr!r}")
    seen = trace.read_text(errors="replace")
    assert "execve" in seen, "nothing was traced"
    private = re.search(r"-----BEGIN ENCRYPTED PRIVATE KEY-----\n(.{64})", locked.read_text()).group(1)
    for secret in ("Sesamas-93511", private):
        assert secret not in seen, "a secret was written or passed on"


@suite.test
def openssl_configuration_is_ignored(program):
    configuration = program.scratch / "openssl.cnf"
    configuration.write_text("openssl_conf = c\n[c]\nproviders = p\n[p]\ndefault = d\nother = o\n[d]\nactivate = 1\n[o]\n"
                             "module = /nonexistent/provider.so\nactivate = 1\n")
    out = program.build(EXAMPLE)
    environment = program.environment(OPENSSL_CONF=str(configuration), OPENSSL_MODULES="/nonexistent")
    program.run("sign", out / "brief.pdf", "--key", program.key(), env=environment).expect(0)
    signed_by_pdfsig(out / "brief.pdf")


@suite.test
def every_forgery_is_refused(program):
    key, attacker = program.key(), program.key("attacker", common_name="Another Signer")
    out = program.build(EXAMPLE, "out", "--sign", key)
    data, other = (out / "brief.pdf").read_bytes(), (out / "bundle.pdf").read_bytes()
    problems, count = [], 0
    for name, forged in forgeries(data, other, attacker):
        assert forged != data, f"{name}: nothing was changed"
        path = out / "forged.pdf"
        path.write_bytes(forged)
        path.chmod(0o600)
        run = program.run("verify", path, "--format", "json")
        count += 1
        if run.code != 4:
            problems.append(f"{name}: exit {run.code}: {run.stdout[:400]}")
            continue
        answer = run.json()
        validate("verify", answer)
        if answer["status"] == "valid" or not answer["reasons"] + [r for s in answer["signatures"] for r in s["reasons"]]:
            problems.append(f"{name}: {answer['status']}, reasons {answer['reasons']}")
    assert count >= 30, count
    assert not problems, "\n".join(problems)


@suite.test
def rewriting_by_another_tool_is_refused(program):
    out = program.build(EXAMPLE, "out", "--sign", program.key())
    tool("qpdf", out / "brief.pdf", out / "rewritten.pdf")
    tool("qpdf", "--static-id", "--empty", "--pages", out / "brief.pdf", "1-z", "--", out / "copied.pdf")
    for name in ("rewritten.pdf", "copied.pdf"):
        program.run("verify", out / name).expect(4)


@suite.test
def flips_all_over_the_file_are_noticed(program):
    out = program.build(EXAMPLE, "out", "--sign", program.key())
    data = bytearray((out / "brief.pdf").read_bytes())
    missed = []
    step = len(data) // 30
    for at in range(7, len(data), step):
        data[at] ^= 0x20
        (out / "flipped.pdf").write_bytes(data)
        data[at] ^= 0x20
        if program.run("verify", out / "flipped.pdf").code != 4:
            missed.append(at)
    equal(missed, [], "flips that passed")


@suite.test
def verify_with_the_case_sees_changed_exhibits(program):
    case = program.case()
    out = program.build(case, "out", "--sign", program.key())
    answer = program.run("verify", out / "bundle.pdf", "--case", case, "--format", "json").expect(0).json()
    validate("verify", answer)
    assert answer["exhibits"] and all(e["status"] == "intact" for e in answer["exhibits"]), answer["exhibits"]
    with open(case / "files" / "e06.pdf", "ab") as file:
        file.write(b"\n")
    (case / "files" / "e03.pdf").unlink()
    answer = program.run("verify", out / "bundle.pdf", "--case", case, "--format", "json").expect(1, 4).json()
    validate("verify", answer)
    states = {e["id"]: e["status"] for e in answer["exhibits"]}
    equal((states["e06"], states["e03"], states["e01"]), ("changed", "missing", "intact"), "exhibits")


@suite.test
def trust_is_asked_for(program):
    key, other = program.key(), program.key("other", common_name="Another Signer")
    out = program.build(EXAMPLE, "out", "--sign", key)
    anchors = {}
    for name, source in (("own", key), ("other", other)):
        anchors[name] = program.scratch / f"{name}-ca.pem"
        anchors[name].write_text(re.search(r"-----BEGIN CERT.*?-----END CERTIFICATE-----\n", source.read_text(), re.S).group(0))
    run = program.run("verify", out / "brief.pdf", "--trust", anchors["own"], "--format", "json").expect(0)
    equal(run.json()["signatures"][0]["trust"], "trusted", "trust")
    run = program.run("verify", out / "brief.pdf", "--trust", anchors["other"], "--format", "json").expect(4)
    equal(run.json()["signatures"][0]["trust"], "untrusted", "trust")


@suite.test
def visible_block_shows_case_data_only(program):
    first = program.build(EXAMPLE, "one", "--sign", program.key())
    second = program.build(EXAMPLE, "two")
    equal(page_texts(first / "brief.pdf"), page_texts(second / "brief.pdf"), "text of signed and unsigned pages")
    fields = [d for d in Pdf(first / "brief.pdf").walk() if d.get("/FT") == "/Sig"]
    equal(len(fields), 1, "signature fields")
    rectangle = [float(x) for x in fields[0]["/Rect"]]
    assert rectangle[2] - rectangle[0] > 50 and rectangle[3] - rectangle[1] > 20, f"not visible: {rectangle}"


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(suite.main())

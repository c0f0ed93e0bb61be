# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule says where it comes from; the schemas are those of the contract."""

import re

import mini_yaml

FIELDS = ("instrument", "pinpoint", "url", "language", "version", "verified")
OPERATORS = ("needs", "all", "any", "first_of", "at_least", "none", "ref", "each", "disables")
SECTIONS = ("criteria", "objections", "exhibits", "deadlines", "choices", "document")


def packs(root):
    """(path relative to the root, tree or error) of every pack."""
    for path in sorted((root / "rules").rglob("*.yaml")):
        relative = path.relative_to(root)
        if relative.parts[1] in ("schemas", "calendars", "forums", "tests"):
            continue
        try:
            yield relative, mini_yaml.load(path.read_text()), None
        except ValueError as error:
            yield relative, None, error


def criteria(tree):
    """(rule, inherited authority) of every section, inline children with their parents'."""
    rules = [rule for section in SECTIONS for rule in tree.get(section) or []]
    stack = [(rule, None) for rule in reversed(rules)]
    while stack:
        criterion, inherited = stack.pop()
        if not isinstance(criterion, dict):
            continue
        authority = criterion.get("authority") or inherited
        if list(criterion) != ["ref"]:
            yield criterion, authority
        children = []
        for operator in ("all", "any", "first_of"):
            value = criterion.get(operator)
            children += value if isinstance(value, list) else []
        of = (criterion.get("at_least") or {})
        children += of.get("of") or [] if isinstance(of, dict) else []
        each = (criterion.get("each") or {})
        children += [each["do"]] if isinstance(each, dict) and "do" in each else []
        stack += [(child, authority) for child in reversed(children)]


def authority(root):
    """Each rule names instrument, pinpoint, address, language, version read and verification."""
    for path, tree, error in packs(root):
        if error is not None:
            yield f"{path}: {error}"
            continue
        if not any(tree.get(section) for section in (*SECTIONS, "crosswalk", "tailor")):
            yield f"{path}: no rules"
        for criterion, source in criteria(tree):
            name = f"{path}: {criterion.get('id')}"
            if not isinstance(source, dict):
                yield f"{name}: no authority"
                continue
            for field in FIELDS:
                if not source.get(field):
                    yield f"{name}: authority without {field}"
            if source.get("verified") not in ("V", "S", "M"):
                yield f"{name}: verified is {source.get('verified')}, not V, S or M"
            if not re.match(r"https://\S+$", source.get("url") or ""):
                yield f"{name}: url is not an https address"
            if not re.match(r"\d{4}(-\d\d){0,2}$", source.get("version") or ""):
                yield f"{name}: version is not the date of the text that was read"


def form(root):
    """Ids are unique over all packs, revisions are numbers, each criterion has one operator.

    A criterion written inside another one shares its revision.
    """
    seen = {}
    for path, tree, error in packs(root):
        if error is not None:
            continue
        tops = tree.get("criteria") or []
        others = [rule for section in SECTIONS[2:] for rule in tree.get(section) or []]
        for criterion, _ in criteria(tree):
            name = f"{path}: {criterion.get('id')}"
            if criterion.get("id") in seen:
                yield f"{name}: defined in {seen[criterion['id']]} already"
            seen[criterion.get("id")] = path
            if not criterion.get("title"):
                yield f"{name}: no title"
            if any(criterion is other for other in others):
                continue
            top = any(criterion is other for other in tops)
            if not re.match(r"[1-9]\d*$", criterion.get("revision", "" if top else "1")):
                yield f"{name}: no revision"
            operators = [o for o in OPERATORS if o in criterion]
            if len(operators) != 1 and (operators or "presumption" not in criterion):
                yield f"{name}: operators {operators}, not exactly one"


def schemas(root):
    """rules/schemas equal the contract, where it lies beside the checkout."""
    contract = None
    for base in (root.parent / "shared" / "contract", root.parent.parent / "shared" / "contract"):
        if base.is_dir():
            contract = base
            break
    copies = {p.name for p in (root / "rules/schemas").glob("*.schema.json")}
    for name in ("check", "verify", "quote", "import", "compare"):
        if f"{name}.schema.json" not in copies:
            yield f"rules/schemas/{name}.schema.json is missing"
    if contract is None:
        return
    for path in sorted(contract.glob("*.schema.json")):
        copy = root / "rules/schemas" / path.name
        if copy.is_file() and copy.read_bytes() != path.read_bytes():
            yield f"rules/schemas/{path.name} differs from the contract"


CHECKS = [authority, form, schemas]

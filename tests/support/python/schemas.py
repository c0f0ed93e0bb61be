# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers against the schemas of the contract, closed: a key that they do not name is a mistake."""

import json

import jsonschema

from program import REPOSITORY


def closed(schema):
    """The schema with `additionalProperties: false` wherever it lists properties."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if "properties" in schema and schema.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made


def validate(kind, answer):
    """Fails unless `answer` is what rules/schemas/KIND.schema.json describes, key by key."""
    schema = closed(json.loads((REPOSITORY / "rules/schemas" / f"{kind}.schema.json").read_text()))
    errors = sorted(jsonschema.Draft7Validator(schema).iter_errors(answer), key=lambda e: list(map(str, e.path)))
    assert not errors, "\n".join(f"{'/'.join(map(str, e.path))}: {e.message[:300]}" for e in errors[:10])
    if kind == "check":
        every_key_of_a_finding(schema, answer)


def every_key_of_a_finding(schema, answer):
    """All keys of a finding are present, null where they do not apply."""
    names = set(schema["definitions"]["finding"]["properties"])
    for finding in answer["findings"]:
        assert set(finding) == names, f"keys of a finding: {sorted(set(finding) ^ names)}"

"""Checking real output against the published JSON Schemas."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from tests.conftest import ROOT


def check(name: str, value: dict[str, Any]) -> None:
    """Raises jsonschema's ValidationError where `value` is not what `docs/schemas/NAME.schema.json` says."""
    schema = json.loads((ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(value)

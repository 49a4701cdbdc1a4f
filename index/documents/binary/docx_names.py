"""Names of Office Open XML: ECMA-376, transitional and strict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rels",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
VALUE: Final = "w:val"


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that is on or off is on; it is where it says nothing."""
    return attributes.get(VALUE, "1") not in ("0", "false", "off")


def number(attributes: Mapping[str, str]) -> int:
    """A property's number; 0 where it is none, or one that nobody would write."""
    value = attributes.get(VALUE, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0

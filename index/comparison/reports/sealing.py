"""The seal of a report: a hash of all it says, so that any change made to it since shows.

Citations tell when an article changed or a quotation was altered; the sentences between them, and lines that are gone,
only the seal tells.  Like a citation it is against accident and idle tampering: who deletes it, or reckons it anew, is
not found out.  In Markdown and HTML it is a comment, `<!--sealed hash-->`, in JSON the member `seal`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from index.comparison.reports.citing import digest

_SEAL = re.compile(r"\n?<!--sealed ([0-9a-f]{16})-->")
_TAG = re.compile(r"<[^<>]*>")
_ROWS = re.compile(r"</?tbody>")
_MEMBER = "seal"


def sealed(report: str) -> str:
    """A report in Markdown or HTML with its seal, below the heading or at the top of the page's body."""
    top = "<body>\n" if _is_page(report) else "\n"
    return report.replace(top, f"{top}<!--sealed {_reckoned(report)}-->\n", 1)


def sealed_object(found: Mapping[str, Any]) -> dict[str, Any]:
    """A report in JSON with its seal, its last member."""
    return {**found, _MEMBER: _reckoned_object(found)}


def unchanged(report: str) -> bool | None:
    """Whether a report in Markdown or HTML says what it said when it was sealed; None where it has no seal."""
    found = _SEAL.search(report)
    return None if found is None else found[1] == _reckoned(_SEAL.sub("", report, count=1))


def unchanged_object(found: Mapping[str, Any]) -> bool | None:
    """The same of a report in JSON."""
    if _MEMBER not in found:
        return None
    said = {key: value for key, value in found.items() if key != _MEMBER}
    try:
        return bool(found[_MEMBER] == _reckoned_object(said))
    except RecursionError:  # nested deeper than any report
        return False


def _is_page(report: str) -> bool:
    return report.lstrip().startswith("<")


def _reckoned(report: str) -> str:
    if _is_page(report):
        return digest(_page(report))
    return digest("\n".join(line.rstrip() for line in report.split("\n")).strip())


def _page(report: str) -> str:
    """What a page says, with its tags, however a browser saved it: that puts more into its head, parts a table's rows
    into a body, and writes marks and spaces its own way."""
    head, _, rest = report.partition("<title>")
    body, _, foot = rest.rpartition("</body>")
    shown = _TAG.sub("", head), _ROWS.sub("", body), _TAG.sub("", foot)
    return " ".join(unescape("\n".join(shown)).split())


def _reckoned_object(found: Mapping[str, Any]) -> str:
    return digest(json.dumps(found, sort_keys=True, ensure_ascii=True, separators=(",", ":")))

"""What rests on names says so while they are still being found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.search.query.lexer import ENTITY_FIELDS

if TYPE_CHECKING:
    from index.library import Library

_ASKING = re.compile(rf"\b(?:{'|'.join(ENTITY_FIELDS)}):", re.IGNORECASE)


def names_so_far(library: Library) -> str:
    """While names are still being found, in how many of the articles they are; else nothing."""
    named, articles = library.named()
    return f"names found in {named:,} of {articles:,} articles" if named < articles else ""


def asks_for_names(query: str) -> bool:
    """Does what a query finds depend on names?"""
    return _ASKING.search(query) is not None

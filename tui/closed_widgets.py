"""A widget that has been closed is held by nothing any more, and neither is what was painted of it.

Textual 8.2 remembers the two backgrounds of a line with the widget's cache of painted lines among the keys, up to 1,024
of them (Textualize/textual#6665): the lines of as many closed widgets stayed, some 600,000 objects.
"""

from __future__ import annotations

from functools import _lru_cache_wrapper, lru_cache, partial

from textual._styles_cache import StylesCache

_NAME, _REMEMBERED = "get_inner_outer", 1024


def let_them_go() -> None:
    """The backgrounds are remembered by the colours alone, which is all they depend on."""
    method = vars(StylesCache).get(_NAME)
    if isinstance(method, _lru_cache_wrapper):
        setattr(StylesCache, _NAME, staticmethod(lru_cache(_REMEMBERED)(partial(method.__wrapped__, StylesCache))))

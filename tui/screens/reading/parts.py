"""One screen that is written as many classes, a concern each: Textual prepares the whole of it, not each part."""

from __future__ import annotations

from typing import Any


class InParts:
    """Before `Screen` among the bases of the lowest part.

    Of every class of a screen Textual makes its own table of keys, of reactive values and of names in style sheets, a
    quarter of a millisecond each, from those of all its bases.  A class that says `part=True` is only a base of the
    screen, is never opened, and is spared that; all of it is found again for the screen itself.
    """

    _css_type_name: str

    def __init_subclass__(cls, part: bool = False, **options: Any) -> None:
        if part:
            cls._css_type_name = cls.__name__  # which the part's own style sheet is meant for
        else:
            super().__init_subclass__(**options)

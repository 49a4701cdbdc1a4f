"""Which elements of a page its reader never sees: hidden ones, and what stands there for screen readers alone.

Only what the element itself says is looked at, since style sheets are not read: the attribute `hidden`, its own style,
and the class names that the usual style sheets give to text that is kept from the eye. Text without
opacity is seen: scripts fade it in.
"""

from __future__ import annotations

import re
from typing import Final

from index.documents.patterns import late

_UNSEEN_STYLE: Final = late(
    r"(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:px|em|rem|%)?(?=;|!|$)"
    r"|clip:rect\([01](?:px)?,?[01](?:px)?,?[01](?:px)?,?[01](?:px)?\)|clip-path:inset\((?:50|100)%\)"
    r"|text-indent:-\d{3,}|(?:left|top):-\d{4,}px)"
)
_UNSEEN_NAME: Final = late(
    r"(?<![a-z])(?:visually[-_]?hidden|hidden[-_]visually|sr[-_]only|screen[-_]?reader(?:s)?(?:[-_]?(?:text|only))?"
    r"|a11y[-_](?:hidden|text|only)|assistive[-_]text|off[-_]?screen)(?![a-z])"
)
_CONTROL: Final = re.compile(r"(?<![\w-])mw-(?:editsection|jump-link)(?![\w-])")
"""What a page of an encyclopedia is edited by, inside its headings."""


def is_unseen(attributes: dict[str, str | None]) -> bool:
    """Whether an element with these attributes is kept from the eye."""
    if "hidden" in attributes or attributes.get("layout") == "nodisplay":
        return True
    style = attributes.get("style")
    if style and _UNSEEN_STYLE.search("".join(style.lower().split())[:1000]):
        return True
    names = attributes.get("class")
    return bool(names) and (
        _UNSEEN_NAME.search((names or "")[:400].lower()) is not None or _CONTROL.search(names or "") is not None
    )

"""What a page says of its boxes by their tags and names: which belong to no article, and which hold what is said of a
picture.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from index.documents.patterns import late
from index.documents.wordlists import words

ASIDE_TAGS: Final = frozenset(("nav", "aside", "footer", "form", "menu", "dialog", "search"))
_ASIDE_NAMES: Final = words(
    """
    comment comments commentlist disqus respond reply sidebar related share sharing sharebar social newsletter
    subscribe subscription signup cookie cookies consent gdpr promo promotion advert advertisement ad ads adsbox
    sponsor sponsored breadcrumb breadcrumbs navbar nav navigation menu footer masthead pagination pager popular
    trending recommended recommendations readmore outbrain taboola toolbar modal popup paywall tags taglist
    complementary contentinfo banner bannerwrapper search skip login ticker poll widget navbox catlinks hatnote sitesub
    recirc recirculation ufi player views counter
    tools kommentar kommentare commentaires comentarios commenti komentarze komentarz
    relacionadas relacionados
    """
)
_ASIDE_PHRASES: Final = late(
    r"(?<![a-z])(?:read|most|also|more|you)[-_ ]?(?:next|read|popular|viewed|from|stories|may[-_ ]also[-_ ]like)"
    r"(?![a-z])"
    r"|(?<![a-z])(?:author|about[-_]author)[-_]?(?:bio|box|card|info|profile)(?![a-z])"
)
_COMMENT_NAMES: Final = words(
    "comment comments commentlist disqus kommentare commentaires comentarios commenti komentarze"
)
_QUOTE_NAMES: Final = words("pullquote blockquote quote quotes zitat citation aside highlight teaser")
_PULLED: Final = late(r"(?<![a-z])pull(?:ed)?[-_]{0,2}quote")
_NAME: Final = re.compile(r"[a-z]+")
_CAPTION: Final = late(
    r"(?<![a-z])(?:(?:fig|img|image|photo|picture|media)?captions?|cptn|legende?|bildunterschrift|bildtext|didascalia"
    r"|epigrafe|(?:photo|image|picture|img|foto|bild|media)[-_ ]{1,3}(?:desc|description|legend|credits?))(?![a-z])"
)
_SUMMARY_NAMES: Final = words("lead lede standfirst summary chapo bajada")
_PICTURE_NAMES: Final = words("pic picbox picture image images img photo foto bild")


class Named(NamedTuple):
    """What a box is called."""

    aside: bool
    """What belongs to no article."""
    comments: bool
    """The comments of readers, who may write more than the article holds."""
    caption: bool
    picture: bool
    quote: bool
    """What repeats a sentence of the article in large letters."""
    pulled: bool
    """A sentence in large letters, which the article may say nowhere else."""
    summary: bool
    """What sums the article up, as may stand with its picture."""


@lru_cache(maxsize=2048)
def named(names: str) -> Named:
    """What the names of a box, in small letters, say; most boxes of a page are called as another is."""
    said = frozenset(_NAME.findall(names))
    return Named(
        aside=not _ASIDE_NAMES.isdisjoint(said) or _ASIDE_PHRASES.search(names) is not None,
        comments=not _COMMENT_NAMES.isdisjoint(said),
        caption=_CAPTION.search(names) is not None,
        picture=not _PICTURE_NAMES.isdisjoint(said),
        quote=not _QUOTE_NAMES.isdisjoint(said),
        pulled=_PULLED.search(names) is not None,
        summary=not _SUMMARY_NAMES.isdisjoint(said),
    )


UNNAMED: Final = named("")

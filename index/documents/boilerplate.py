"""Lines that belong to the page and not to the article: comment forms, sharing, subscriptions, cookies, links to
other articles.

A line is told by how it begins, in a list of phrases; long lines only late in the text, where such things stand.
"""

from __future__ import annotations

import re
from typing import Final

from index.documents.lines import is_final, word_count
from index.documents.patterns import late
from index.documents.wordlists import phrases

WORDS_AT_MOST: Final = 14
WORDS_ANYWHERE: Final = 3
_LENGTH: Final = 160
_CREDITS_LENGTH: Final = 240

_BEGINNINGS: Final = phrases(
    """
    add a comment; add your comment; leave a reply; leave a comment; post a comment; post comment; no comments;
    be the first to comment; join the conversation; join the discussion; comments are closed; comments off; your
    email address will not; your e-mail address will not; required fields are marked; save my name; notify me
    of; cancel reply; log in to comment; log in to leave; you must be logged in; enter your email; enter your
    e-mail; залишити коментар; добавить комментарий; оставить комментарий; ваша e-mail адреса; share this; share
    on; share via; share with; share article; share post; hey, share; hey share; follow us; like us; find us;
    join us on; follow me on; follow him on; follow her on; copy link; email this; print this; click here; click
    to; tap here; click the; tweet this; поделиться; поділитися; подписывайтесь; підписуйтесь; read more; read
    also; read next; read the full; read the rest; read the original; also read; see also; you may also; you
    might also; more from; more on this; more stories; related article; related articles; related post; related
    posts; related stories; related news; related topics; related content; related reading; recommended for you;
    trending now; most read; most popular; most viewed; popular posts; recent posts; recent comments; previous
    article; next article; previous post; next post; previous story; next story; up next; читайте также; читайте
    також; subscribe; sign up; newsletter; get our; get the latest; download our; download the app; support our;
    support independent; donate; we use cookies; this site uses cookies; this website uses cookies; by
    continuing to; by clicking; by signing; by using this; accept cookies; accept all cookies; cookie policy;
    cookie settings; manage cookies; manage preferences; privacy policy; privacy notice; terms of use; terms of
    service; terms and; terms & conditions; all rights reserved; copyright; ©; (c) 20; advertisement; sponsored;
    promoted by; source link; story continues; article continues; scroll to; scroll down; skip to; back to top;
    filed under; posted in; about the author; view all posts; contact us; report a correction; report a typo;
    send us a tip; this article was originally; this article was first; this article first; this article
    originally; this story was originally; this story was first; this post was originally; this article is published;
    originally published; first published;
    tags:; tag:; categories:; category:; source:; sources:; via:
    """
)
_ASKING: Final = phrases(
    """
    subscribe to our; subscribe now; subscribe today; sign up for our; sign up to our; sign up for the; sign up here;
    join our community; join our newsletter; join us on; join our telegram; join our whatsapp; become a member;
    become a subscriber; become a paid; become a supporter; support our work; support our journalism; support
    independent journalism; help keep local journalism; help us keep; help keep our; get our newsletter; get the latest
    news; get more news; download our app; follow us on; follow our; this audio is; listen to this article; listen to
    this story; image source; our standards:
    """
)
"""How blocks begin that ask the reader for something, wherever they stand."""
_OTHERS: Final = frozenset(
    phrases(
        """
        read next; up next; read more; read also; also read; more on this story; more on this; more on this topic; more
        stories; more news; more like this; related; related articles; related stories; related news; related posts;
        related topics; related content; related coverage; related reading; most read; most popular; most viewed;
        popular posts; popular now; recent posts; latest posts; latest news; latest stories; top stories; trending;
        trending now; editors' picks; editor's picks; don't miss; you may also like; you might also like; you might be
        interested in; recommended; recommended for you; recommended stories; recommended reading; explore more;
        explore more on these topics; more from; around the web; from the web; promoted content; sponsored content
        """
    )
)
"""Headings under which other articles are announced."""
_CREDITING: Final = phrases(
    """
    reporting by; additional reporting by; writing by; editing by; compiled by; with reporting by; with additional
    reporting; with inputs from; (with inputs from; (with agency; a version of this article; a version of this story
    """
)
"""How the last line begins that names all who worked on a report."""
_COUNTED: Final = late(
    r"(?:\d[\d.,]{0,9}\s?[km]?\s+(?:likes?|shares?|views?|restacks?|retweets?|reposts?|reactions?|replies|claps|reads)"
    r"(?:\s*[·|•,/]\s*|\s+|$)){1,6}",
    re.IGNORECASE,
)
_AGO: Final = late(
    r"(?:(?:published|posted|updated|modified|last updated)(?:\s*+:)?\s++)?\d{1,2}\s++"
    r"(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago",
    re.IGNORECASE,
)
"""An age that held when the page was saved, and says nothing since."""
_WHOLE: Final = frozenset(
    phrases(
        """
        ad; advertisements; close; comment; comments; e-mail; email; facebook; home; instagram; linkedin; loading;
        listen; log in; login; menu; name; pinterest; print; recommended; reddit; register; related; reply; save;
        search; share; share save; sign in; source; submit; tags; telegram; trending; tweet; twitter; website;
        whatsapp; youtube
        """
    )
)
_INSETS: Final = phrases("also read; read also; read more; read next; see also; related; читайте также; читайте також")


def is_boilerplate(line: str, late: bool) -> bool:
    """Whether a line belongs to the page; `late` says that it stands in the last two fifths of the text."""
    if len(line) > _CREDITS_LENGTH:
        return False
    folded = line.casefold()
    if late and _begins(folded, _CREDITING):
        return True
    if len(line) > _LENGTH:
        return False
    bare = folded.rstrip(" *:….")
    if _begins(folded, _ASKING) or (len(bare) < 60 and (_AGO.fullmatch(bare) or _COUNTED.fullmatch(bare))):
        return True
    if bare in _WHOLE:
        return late or not is_final(line)
    if folded.endswith((" min read", " minute read", " minutes read")) and word_count(line) <= 4:
        return True
    if bare.endswith(("comment", "comments")) and bare.split(None, 1)[0].isdigit() and word_count(line) <= 2:
        return True
    if not _begins(folded, _BEGINNINGS):
        return False
    if any(folded.startswith(inset) and folded[len(inset) :].lstrip()[:1] in (":", "|", "»", ">") for inset in _INSETS):
        return True
    words = word_count(line)
    return words <= WORDS_AT_MOST if late else words <= WORDS_ANYWHERE and not is_final(line)


def announces_others(heading: str) -> bool:
    """Whether other articles, and no more of this one, stand under a heading."""
    bare = heading.casefold().replace("’", "'").rstrip(" *:….")
    return bare in _OTHERS or (bare.startswith("more from ") and word_count(bare) <= 4)


def _begins(folded: str, phrases: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the phrases, whole words only."""
    if not folded.startswith(phrases):
        return False
    return any(folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases)

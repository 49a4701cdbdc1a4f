"""The timeline and the voices as Markdown, each line with the document and the offsets it stands at."""

from __future__ import annotations

from index.across.timeline import Statement, Timeline
from index.across.voices import Spoken, Voice, Voices
from index.comparison.reports.citing import in_markdown
from index.documents.cleaning import clean_line
from index.wording import counted, percent


def timeline_markdown(found: Timeline) -> str:
    """The statements in the order they are given in, one item each."""
    head = f"{counted(len(found.statements), 'statement')} of {counted(found.articles, 'article')}."
    return "\n".join(("# Timeline", "", head, "", *map(_statement, found.statements), ""))


def voices_markdown(found: Voices) -> str:
    """The voices, a section each, with what they say."""
    head = f"{counted(len(found.voices), 'voice')} of {counted(found.articles, 'article')}."
    return "\n".join(("# Who speaks", "", head, "", *map(_voice, found.voices)))


def _statement(one: Statement) -> str:
    date = f"{one.date}0s" if len(one.date) == 3 else one.date
    assumed = " (by the article's own date)" if one.assumed else ""
    also = f"; the same in {', '.join(map(_line, one.also))}" if one.also else ""
    return f"- **{date}**{assumed} {_line(one.text)} — {_line(one.document)}, characters {one.start}–{one.end}{also}"


def _voice(voice: Voice) -> str:
    share = percent(voice.direct / max(1, voice.words))
    head = f"{counted(voice.words, 'word')} in {counted(len(voice.articles), 'article')}, {share} in quotation marks."
    return "\n".join((f"## {_line(voice.name)}", "", head, "", *map(_spoken, voice.spoken), ""))


def _spoken(one: Spoken) -> str:
    words = f"“{_line(one.text)}”" if one.quote.kind == "direct" else _line(one.text)
    return f"- {words} — {_line(one.document)}, characters {one.quote.start}–{one.quote.end}"


def _line(text: str) -> str:
    return in_markdown(clean_line(text))

"""A library whose comparison, dossier and ranking are given, so that a look is tested and not the engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.across.timeline import Statement
from index.comparison.model import Alignment, Comparison, Conflict, QuotePair, Side, Variant
from index.documents.model import Span
from index.dossier import Companion, Context, Dossier, DossierArticle, Saying
from index.entities.model import Annotations, Entity, Mention, Quote
from index.library import Library
from index.search.model import Cancel

BRIDGE = """Bridge Closed After Storm

The storm closed the old bridge at Weyford on Monday, and the council said that it would stay shut for 30 days. \
Mayor Ada Lindqvist told residents that “nobody will cross it before it is safe”.

Twelve people were hurt when the barrier fell. The harbour master had warned of the wind the day before. \
A ferry will run in the mornings until the repairs are done.

What the Council Plans

The council denied that it had known of the cracks. Engineers from the capital begin their work in May, with a \
budget that has not been published.
"""
FERRY = """Ferry Replaces Weyford Bridge

A ferry replaces the old Weyford bridge, which the storm closed on Monday. It will be shut for 50 days, officials said.

Ms. Lindquist promised that “nobody will cross it before it is safe”, and thanked the volunteers. Nine people were \
injured when the barrier came down.

The council admitted that it had known of the cracks. Shopkeepers on the east bank fear for their trade, and have \
asked for a second boat in the evenings.
"""
ENTITY = Entity("ada-lindqvist", "Ada Lindqvist", "PERSON", ("Lindquist",), 2)


def span(text: str, words: str) -> Span:
    """Where the words stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


class GivenLibrary(Library):
    """Two articles, and findings about them that are written here."""

    def side(self, path: str) -> Side:
        """The article with one name marked."""
        document = self.read(path)
        surface = "Ada Lindqvist" if path == "bridge.txt" else "Lindquist"
        place = span(document.text, surface)
        mention = Mention(*place, surface, "PERSON", ENTITY.id, title="Mayor" if path == "bridge.txt" else "Ms.")
        return Side(document, Annotations(path, (mention,), (ENTITY,), ()))

    def compare(self, a: str, b: str, cancelled: Cancel | None = None) -> Comparison:
        """A finding of every kind."""
        one, other = self.read(a).text, self.read(b).text
        shut = (
            span(one, one[one.index("The storm") : one.index(" Mayor")]),
            span(other, "It will be shut for 50 days, officials said."),
        )
        hurt = (
            span(one, "Twelve people were hurt when the barrier fell."),
            span(other, "Nine people were injured when the barrier came down."),
        )
        knew = (
            span(one, "The council denied that it had known of the cracks."),
            span(other, "The council admitted that it had known of the cracks."),
        )
        ferry = (
            span(one, "A ferry will run in the mornings until the repairs are done."),
            span(other, other[other.index("A ferry") : other.index(" It will")]),
        )
        said = (
            span(one, one[one.index("Mayor Ada") : one.index("\n\nTwelve")]),
            span(other, other[other.index("Ms.") : other.index(" Nine")]),
        )
        words = "nobody will cross it before it is safe"
        return Comparison(
            a,
            b,
            (Alignment(*said, "same", 0.9), Alignment(*ferry, "partial", 0.5), Alignment(*hurt, "same", 0.8)),
            (
                Conflict("number", "conflict", span(one, "30 days"), span(other, "50 days"), *shut, "They differ on how long the bridge stays shut: A has 30 days, B has 50."),  # noqa: E501
                Conflict("number", "differs", span(one, "Twelve"), span(other, "Nine"), *hurt, "They may differ on how many were hurt: twelve in A, nine in B."),  # noqa: E501
                Conflict("attribution", "conflict", span(one, "denied"), span(other, "admitted"), *knew, "A has the council deny what B has it admit."),  # noqa: E501
            ),
            (Variant("spelling", span(one, "Lindqvist"), span(other, "Lindquist"), "two spellings of one name"),),
            (QuotePair(span(one, words), span(other, words), "Ada Lindqvist", "identical"),),
            (ENTITY.id,),
            (),
            (),
            (span(one, "The harbour master had warned of the wind the day before."), span(one, one[one.index("Engineers") :].strip())),  # noqa: E501
            (span(other, other[other.index("Shopkeepers") :].strip()),),
            0.57,
            0.67,
        )  # fmt: skip

    def related(self, path: str) -> tuple[tuple[str, float], ...]:
        """The other article, and one that is hardly related."""
        return tuple((other, score) for other, score in (("ferry.txt", 1.0), ("rain.txt", 0.18)) if other != path)

    def dossier(
        self,
        entity_id: str,
        cancelled: Cancel | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Dossier:
        """Both names in both articles."""
        contexts = []
        for path, surface in (("bridge.txt", "Ada Lindqvist"), ("ferry.txt", "Lindquist")):
            text = self.read(path).text
            place = span(text, surface)
            left, right = text[max(0, place.start - 60) : place.start], text[place.end : place.end + 60]
            contexts.append(Context(path, *place, left, surface, right))
        words = "nobody will cross it before it is safe"
        said = span(self.read("bridge.txt").text, words)
        return Dossier(
            ENTITY._replace(id=entity_id),
            (
                DossierArticle("bridge.txt", "Bridge Closed After Storm", 1, (("Mayor Ada Lindqvist", 1),)),
                DossierArticle("ferry.txt", "Ferry Replaces Weyford Bridge", 1, (("Ms. Lindquist", 1),)),
            ),
            tuple(contexts),
            (
                Companion(Entity("weyford", "Weyford", "PLACE", (), 3), 4, 5.5),
                Companion(Entity("council", "Weyford Council", "ORG", (), 2), 1, -0.25),
            ),
            (Saying("bridge.txt", Quote(*said, None, None, "direct"), words),),
            (Statement("2024-03", True, "bridge.txt", *said, "She said so in March.", said, ("ferry.txt",)),),
        )


def write_given(folder: Path) -> Path:
    """The articles that the findings are about, and one more."""
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "rain.txt").write_text("Rain in the Hills\n\nIt rained for three days in the hills.\n", encoding="utf-8")
    return folder

"""Corrections seen everywhere at once: in annotations, lists, dossiers and searches, with articles coming and going."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.building.kept import Page
from index.entities.correcting.corrections import Correction, written
from index.entities.model import Entity
from index.errors import Cancelled
from index.library import Library
from index.search.facets import OF_TYPE
from index.settings import Settings
from tests.bounds import bounded

TEXTS = {
    "a.txt": "Elena Kovac spoke in Oslo on Monday. Kovac thanked Norway. The Harbour Pact stood, said Elena Kovac.",
    "b.txt": "Peter Lindqvist met Elena Kovac in Oslo. Lindqvist said the Harbour pact had held.",
    "c.txt": "Helena Kovacs, a minister, went to Bergen. The Harbour Pact held, Helena Kovacs said.",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = tmp_path / "news"
    corpus.mkdir()
    for name, text in TEXTS.items():
        (corpus / name).write_text(f"{text}\n")
    opened = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    opened.refresh()
    yield opened
    opened.close()


def one(library: Library, name: str) -> Entity:
    """The one entity that goes by a name."""
    (found,) = [entity for entity in library.entities() if entity.name == name]
    return found


def counted(library: Library) -> bool:
    """Do the counts of the list, of the articles, of the annotations and of the facets agree, for every entity?"""
    for path in TEXTS:
        named = {entity.id for entity, _ in library._naming([path], 99)}
        own = {entity.id for entity in library.entities() if path in library.documents_naming(entity.id)}
        assert named == {identity for identity in own if (found := library.entity(identity)) and found.type in OF_TYPE}
    seen: dict[str, dict[str, int]] = {}
    for path in TEXTS:
        for entity in library.annotations(path).entities:
            seen.setdefault(entity.id, {})[path] = entity.mentions
    return {entity.id: entity.mentions for entity in library.entities()} == {
        key: sum(counts.values()) for key, counts in seen.items()
    } and all(library.documents_naming(key) == dict(sorted(counts.items())) for key, counts in seen.items())


def hits(library: Library, query: str) -> set[str]:
    return {hit.document for hit in library.search(query).hits}


def test_merge_and_undo(library: Library) -> None:
    first, other = one(library, "Elena Kovac"), one(library, "Peter Lindqvist")
    before = library.entities()
    library.correct(Correction("merge", ("Elena Kovac", "Peter Lindqvist"), "PERSON"))
    merged = one(library, "Elena Kovac")
    assert merged.id == first.id
    assert merged.mentions == first.mentions + other.mentions
    assert {"Peter Lindqvist", "Lindqvist", "Kovac"} <= set(merged.aliases)
    assert library.entity(other.id) is None
    assert {e.name for e in library.annotations("b.txt").entities if e.type == "PERSON"} == {"Elena Kovac"}
    assert hits(library, "person:lindqvist") == {"a.txt", "b.txt"}
    assert len(library.dossier(merged.id).contexts) == merged.mentions
    assert counted(library)
    assert library.undo_correction() is not None
    assert library.entities() == before


def test_split_takes_one_form_out(library: Library) -> None:
    whole = one(library, "Elena Kovac")
    library.correct(Correction("split", ("Kovac",), "PERSON"))
    rest, split = one(library, "Elena Kovac"), one(library, "Kovac")
    assert rest.id == whole.id
    assert (rest.mentions, split.mentions) == (whole.mentions - 1, 1)
    assert library.documents_naming(split.id) == {"a.txt": 1}
    assert hits(library, "person:kovac") >= {"a.txt"}
    assert counted(library)
    library.correct(Correction("merge", ("Peter Lindqvist", "Kovac")))
    assert "Kovac" in one(library, "Peter Lindqvist").aliases
    assert library.documents_naming(one(library, "Peter Lindqvist").id) == {"a.txt": 1, "b.txt": 2}
    assert counted(library)


def test_splitting_the_name_itself_leaves_the_rest_under_another(library: Library) -> None:
    whole = one(library, "Elena Kovac")
    library.correct(Correction("split", ("Elena Kovac",)))
    assert library.entity(whole.id) is not None
    assert library.entity(whole.id).name == "Kovac"  # type: ignore[union-attr]
    assert one(library, "Elena Kovac").id != whole.id
    assert counted(library)


def test_rename_retype_ignore(library: Library) -> None:
    person, town = one(library, "Elena Kovac"), one(library, "Oslo")
    library.correct(Correction("rename", ("Kovac",), "PERSON", "Elena Maria Kovac"))
    library.correct(Correction("retype", ("Oslo",), "PLACE", "ORG"))
    library.correct(Correction("ignore", ("Norway",)))
    assert one(library, "Elena Maria Kovac").id == person.id
    assert "Elena Kovac" in one(library, "Elena Maria Kovac").aliases
    assert one(library, "Oslo").type == "ORG"
    assert one(library, "Oslo").id == town.id
    assert {m.type for m in library.annotations("a.txt").mentions if m.text == "Oslo"} == {"ORG"}
    assert hits(library, "org:oslo") == {"a.txt", "b.txt"}
    assert hits(library, "place:oslo") == set()
    assert hits(library, 'person:"elena maria kovac"') == {"a.txt", "b.txt"}
    assert not any(entity.name == "Norway" for entity in library.entities())
    assert not any(mention.text == "Norway" for mention in library.annotations("a.txt").mentions)
    assert hits(library, "place:norway") == set()
    assert counted(library)


def test_a_name_that_is_given_thousands_of_others_costs_no_more_for_each(library: Library) -> None:
    names = ["Elena Kovac", *(f"Elena {number}" for number in range(15_000))]
    chain = "\n".join(written(Correction("rename", (name,), None, to)) for name, to in itertools.pairwise(names))
    library.corrections_file.parent.mkdir(parents=True, exist_ok=True)
    library.corrections_file.write_text(chain)
    with bounded():
        assert one(library, "Elena 14999").aliases[:2] == ("Elena 14998", "Elena 14997")
    library.corrections_file.write_text(f"{chain}\n{written(Correction('split', ('Kovac',)))}")
    with bounded():
        assert one(library, "Kovac").id != one(library, "Elena 14999").id


def test_added_words_are_named_wherever_they_stand(library: Library) -> None:
    library.correct(Correction("add", ("had held",), "EVENT"))
    added = one(library, "had held")
    assert added.mentions == 1
    assert library.documents_naming(added.id) == {"b.txt": 1}
    assert counted(library)
    (mention,) = [m for m in library.annotations("b.txt").mentions if m.entity == added.id]
    assert (mention.text, mention.type) == ("had held", "EVENT")
    assert library.read("b.txt").text[mention.start : mention.end] == "had held"
    assert len(library.dossier(added.id).contexts) == 1
    for path in TEXTS:
        mentions = library.annotations(path).mentions
        assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_added_words_are_found_by_their_type_and_count_what_they_cover(library: Library) -> None:
    whole = one(library, "Peter Lindqvist").mentions
    library.correct(Correction("add", ("met Elena Kovac",), "EVENT"))
    library.correct(Correction("add", ("pact had",), "EVENT"))
    library.correct(Correction("merge", ("pact had", "Peter Lindqvist")))
    assert one(library, "met Elena Kovac").mentions == 1
    assert one(library, "Elena Kovac").mentions == 2 + 1  # one of four stands inside the added words now
    assert one(library, "pact had").mentions == whole + 1
    assert counted(library)
    for query in ("event:elena", 'event:"met elena kovac"', "event:met*", "event:kovac -oslo*x", "+event:met +oslo"):
        assert hits(library, query) == {"b.txt"}, query
    assert hits(library, "event:nowhere") == set()
    assert hits(library, "-event:met oslo") == {"a.txt"}
    start = library.read("b.txt").text.index("met Elena")
    assert [tuple(span) for span in library.matches("event:met", "b.txt")] == [(start, start + len("met Elena Kovac"))]
    library.correct(Correction("ignore", ("met Elena Kovac",)))
    assert hits(library, "event:met") == set()
    assert counted(library)


def test_one_added_word_makes_no_other_count_wait(library: Library) -> None:
    """Only its own count needs the articles that hold it: a mention gives way to nothing that is not longer."""
    from index.entities.correcting.corrected_view import CorrectedView
    from index.entities.correcting.forms import Forms

    looked: list[str] = []

    def kept(paths: Sequence[str]) -> Iterator[tuple[str, Page]]:
        looked.extend(paths)
        return library._stored().each(paths)

    forms = Forms(library._resolving(), kept, lambda words: TEXTS)
    kovac, before = one(library, "Elena Kovac"), library.entities()
    view = CorrectedView(forms, [Correction("add", ("met",), "EVENT")])
    (added,) = [entity for entity in view.known_entities() if entity.name == "met"]
    assert set(view.known_entities()) == {*before, added}
    assert view.entity(kovac.id) == kovac
    assert view.documents(kovac.id) == library.documents_naming(kovac.id)
    assert looked == []
    met = sum(len(re.findall(r"\bmet\b", text)) for text in TEXTS.values())
    assert sum(view.documents(added.id).values()) == met > 0
    assert set(looked) == set(TEXTS)


def test_the_articles_with_added_words_are_told_and_the_count_can_be_stopped(library: Library) -> None:
    library.correct(Correction("add", ("met",), "EVENT"))
    (added,) = [entity for entity in library.known_entities() if entity.name == "met"]
    heard: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        library.entity(added.id, lambda: True, lambda done, total: heard.append((done, total)))
    assert heard == []
    found = library.entity(added.id, lambda: False, lambda done, total: heard.append((done, total)))
    assert heard == [(0, 1)]
    assert found is not None
    assert found.mentions == sum(library.documents_naming(added.id).values())


def test_words_that_are_ignored_under_one_type_may_be_added_under_another(library: Library) -> None:
    before = one(library, "Oslo")
    library.correct(Correction("ignore", ("Oslo",)))
    library.correct(Correction("add", ("Oslo",), "EVENT"))
    assert (one(library, "Oslo").type, one(library, "Oslo").mentions) == ("EVENT", before.mentions)
    assert counted(library)


def test_corrections_hold_as_articles_come_and_go(library: Library) -> None:
    library.correct(Correction("merge", ("Elena Kovac", "Helena Kovacs"), "PERSON"))
    library.correct(Correction("rename", ("Ingrid Solheim",), None, "Somebody"))
    (library.root / "c.txt").unlink()
    library.refresh()
    assert library.documents_naming(one(library, "Elena Kovac").id).keys() == {"a.txt", "b.txt"}
    (library.root / "d.txt").write_text("Ingrid Solheim met Helena Kovacs in Lima.\n")
    library.refresh()
    assert "d.txt" in library.documents_naming(one(library, "Elena Kovac").id)
    assert one(library, "Somebody").mentions == 1


def test_the_file_may_be_edited_by_hand(library: Library) -> None:
    library.correct(Correction("rename", ("Oslo",), None, "Oslo town"))
    file = library.corrections_file
    assert str(library.root) in file.read_text().splitlines()[0]
    file.write_text(file.read_text().replace("Oslo town", "City of Oslo") + "\n[[oops]]\n")
    assert one(library, "City of Oslo")
    assert [problem.line for problem in library.corrections().problems] == [len(file.read_text().splitlines())]


def test_another_window_sees_it(library: Library) -> None:
    other = Library.open(library.root, settings=library.settings)
    assert one(other, "Oslo")
    library.correct(Correction("ignore", ("Oslo",)))
    assert not any(entity.name == "Oslo" for entity in other.entities())
    other.close()


def test_a_correction_of_a_large_corpus_is_seen_in_bounded_time(tmp_path: Path) -> None:
    """5,000 articles of five names each; only the names are made, since only they are looked at."""
    from index.entities.correcting.corrected_view import CorrectedView
    from index.entities.correcting.forms import Forms
    from index.entities.resolving.resolution import build
    from index.entities.resolving.resolve import Resolver

    resolver = Resolver()
    for number in range(5_000):
        names = [f"Mara{chr(97 + (number + k) % 26)} Kov{(number * 7 + k) % 2_250:x}" for k in range(5)]
        resolver.add_named(f"{number}.txt", tuple((("PERSON", "", (name,)), (3,)) for name in names))
    resolution = build(resolver.outcome())
    most, second, *_ = resolution.entities()
    corrections = [
        Correction("merge", (most.name, second.name), "PERSON"),
        Correction("rename", (most.name,), None, "Mara"),
    ]
    with bounded():
        view = CorrectedView(Forms(resolution, lambda paths: (), lambda words: ()), corrections)
        entities = view.entities()
    assert len(entities) == len(resolution.entities()) - 1
    assert view.find("mara")[0].mentions == most.mentions + second.mentions
    assert sum(view.documents(most.id).values()) == most.mentions + second.mentions

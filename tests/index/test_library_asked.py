"""The library: the ways into each part, search, names, dossiers, related articles, comparison."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from index.errors import Cancelled, CorpusError, QueryError
from index.library import Library
from index.settings import Settings
from tests.index.finding import found


def test_search_marks_matches_in_the_text(library: Library) -> None:
    library.refresh()
    text = library.read("bridge.txt").text
    assert [text[a:b] for a, b in library.matches("eleven engineers", "bridge.txt")] == [
        "eleven",
        "eleven",
        "engineers",
    ]
    with pytest.raises(QueryError):
        library.search('"unclosed')


def test_a_search_for_a_note_finds_what_it_is_on(library: Library) -> None:
    library.refresh()
    assert not found(library, "note:*")
    text = library.read("barge.txt").text
    library.state.add_note("barge.txt", 4, 9, text[4:9], "Ask the harbour master.")
    assert found(library, "note:asked") == found(library, 'note:"harbour master"') == ["barge.txt"]
    assert not found(library, "note:barge")
    assert library.matches("note:ask", "barge.txt") == ((4, 9),)


def test_a_german_word_is_found_in_its_forms(library: Library, corpus: Path) -> None:
    (corpus / "eins.txt").write_text(
        "Die Minister trafen sich am Montag in Genf zu einer Verhandlung mit der Delegation.\n"
    )
    (corpus / "zwei.txt").write_text(
        "Nach den Verhandlungen war der Sprecher der Regierung nicht zu sprechen, und das ist neu.\n"
    )
    library.refresh()
    assert set(found(library, "Verhandlung")) == {"eins.txt", "zwei.txt"}
    (span,) = library.matches("Verhandlung", "zwei.txt")
    assert library.read("zwei.txt").text[span.start : span.end] == "Verhandlungen"


def test_a_land_is_one_in_several_languages(library: Library, corpus: Path) -> None:
    (corpus / "es.txt").write_text(
        "El presidente de Ucrania no dijo que el acuerdo fuera una victoria para los dos países.\n"
    )
    (corpus / "uk.txt").write_text(
        "Про це повідомили в Україні, але на переговорах не було жодного рішення, як і раніше.\n"
    )
    library.refresh()
    assert set(found(library, "place:ukraine")) == {"es.txt", "uk.txt"}


def test_an_entity_is_the_same_in_every_article(library: Library) -> None:
    library.refresh()
    (kovac,) = [entity for entity in library.entities() if "Kovac" in entity.name]
    assert kovac.name == "Elena Kovac"
    assert set(library.documents_naming(kovac.id)) == {"barge.txt", "bridge.txt"}
    assert found(library, "person:kovac") == ["barge.txt", "bridge.txt"]
    for path in ("barge.txt", "bridge.txt"):
        assert kovac.id in {mention.entity for mention in library.annotations(path).mentions}


def test_annotations_follow_a_file_that_changed_since_the_refresh(library: Library, corpus: Path) -> None:
    library.refresh()
    (corpus / "harvest.txt").write_text("Grapes\n\nMinister Petra Lindqvist visited Tarn. Lindqvist left on Sunday.\n")
    document, annotations = library.read("harvest.txt"), library.annotations("harvest.txt")
    assert "Petra Lindqvist" in {mention.text for mention in annotations.mentions}
    assert all(document.text[m.start : m.end] == m.text for m in annotations.mentions)


def test_a_dossier_holds_every_mention_in_its_context(library: Library) -> None:
    library.refresh()
    (kovac,) = [entity for entity in library.entities() if "Kovac" in entity.name]
    dossier = library.dossier(kovac.id)
    assert [article.path for article in dossier.articles] == ["barge.txt", "bridge.txt"]
    forms = {form for article in dossier.articles for form, _ in article.forms}
    assert {"Former Mayor Elena Kovac", "Mayor Elena Kovac", "Kovac"} <= forms
    assert sum(article.mentions for article in dossier.articles) == len(dossier.contexts) == 3
    for context in dossier.contexts:
        text = library.read(context.document).text
        assert text[context.start - len(context.left) : context.end + len(context.right)] == (
            context.left + context.surface + context.right
        )
    assert any("promised a fortnight" in saying.text for saying in dossier.sayings)
    with pytest.raises(CorpusError, match="known as"):
        library.dossier("nobody")
    with pytest.raises(Cancelled):
        library.dossier(kovac.id, cancelled=lambda: True)


def test_related_articles_come_first_and_all_are_named(library: Library) -> None:
    library.refresh()
    related = library.related("bridge.txt")
    assert [path for path, _ in related] == ["barge.txt", "harvest.txt"]
    assert related[0][1] == 1.0 > related[1][1]


def test_two_articles_on_one_event_are_compared(library: Library) -> None:
    comparison = library.compare("bridge.txt", "barge.txt")
    a, b = library.read("bridge.txt"), library.read("barge.txt")
    worded = {(a.text[slice(*c.a)], b.text[slice(*c.b)], c.kind) for c in comparison.conflicts}
    assert any(kind == "status" and "Mayor" in left for left, _, kind in worded)


def test_many_threads_may_ask_at_once(library: Library) -> None:
    library.refresh()
    problems: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(5):
                assert found(library, "bridge")
                library.annotations("bridge.txt")
                library.related("barge.txt")
        except BaseException as problem:  # noqa: BLE001  (a thread's failure must reach the test)
            problems.append(problem)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_of_a_long_article_the_beginning_is_read_first(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    paragraphs = [f"Paragraph {number} tells of the talks in Zürich." for number in range(12_000)]
    (folder / "long.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    (folder / "one-line.txt").write_text("ü" * 200_000, encoding="utf-8")
    (folder / "short.txt").write_text("\n\n".join(paragraphs[:10]), encoding="utf-8")
    library = Library.open(folder, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    assert library.beginning("short.txt") is None
    beginning = library.beginning("long.txt")
    assert beginning is not None
    assert (beginning.sha256, beginning.truncated, beginning.encoding) == ("", True, "utf-8")
    first = library.first()
    assert first is not None
    assert first.path == "long.txt"
    whole = library.read("long.txt")
    assert whole.text.startswith(beginning.text)
    assert 100 < len(beginning.blocks) < len(whole.blocks) / 10
    assert library.beginning("long.txt") is None  # it has been read
    one_line = library.beginning("one-line.txt")
    assert one_line is not None
    assert set(one_line.text) <= {"ü", "\ufffd"}
    library.close()

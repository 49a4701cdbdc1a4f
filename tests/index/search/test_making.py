"""What was made apart and not taken over is no litter for long, and harms no commit."""

from __future__ import annotations

from pathlib import Path

from search_articles import article, ask

from index.search.stored.entry import entry_of
from index.search.whoosh_engine import WhooshEngine

A = article("a.txt", "A truce was signed.")
B = article("b.txt", "The truce held.")


def folders(place: Path) -> list[str]:
    return [each.name for each in place.iterdir() if each.is_dir()]


def test_a_commit_leaves_alone_what_is_being_made(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    maker = engine.maker()
    maker.put_entry(entry_of(A))
    with engine.refresh() as batch:
        batch.put(B)
    with engine.refresh() as batch:
        batch.put_made(maker.made(), ["a.txt"])
    assert engine.documents() == {"a.txt", "b.txt"}
    assert not folders(tmp_path)
    engine.close()


def test_what_nobody_took_over_is_deleted_by_the_next_who_makes(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    maker = engine.maker()
    maker.put_entry(entry_of(A))
    maker.made()
    maker.put_entry(entry_of(B))  # and is stopped in the midst of it
    assert len(folders(tmp_path)) == 2
    engine.maker()
    assert not folders(tmp_path)
    assert engine.documents() == frozenset()
    WhooshEngine.destroy(tmp_path)
    assert not tmp_path.exists()


def test_a_commit_that_fails_leaves_nothing_of_what_was_made(tmp_path: Path, monkeypatch) -> None:
    engine = WhooshEngine(tmp_path)
    with engine.refresh() as batch:
        batch.put(A)
    maker = engine.maker()
    maker.put_entry(entry_of(B))
    made = maker.made()
    before = sorted(each.name for each in tmp_path.iterdir() if each.is_file())
    try:
        with engine.refresh() as batch:
            batch.put_made(made, ["b.txt"])
            raise KeyError("something else went wrong")
    except KeyError:
        pass
    assert sorted(each.name for each in tmp_path.iterdir()) == before
    assert [hit.document for hit in ask(engine, [A], "truce").hits] == ["a.txt"]
    engine.close()


def test_many_parts_become_few_segments(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    articles = [article(f"{number:02}.txt", f"Truce number {number} held.") for number in range(30)]
    maker = engine.maker()
    for each in articles:
        maker.put_entry(entry_of(each))
        with engine.refresh() as batch:
            batch.put_made(maker.made(), [each.document.path])
    assert len(list(tmp_path.glob("*.trm"))) <= 10
    assert ask(engine, articles, "truce", limit=99).total == 30
    assert ask(engine, articles, "truce AND 17").total == 1
    engine.close()

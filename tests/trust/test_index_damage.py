"""Whatever happens to the files of an index: no wrong answer, no error, and a sound index without being asked."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from trust_screen import rounds, write_corpus, write_kept_apart
from whoosh.filedb.filestore import FileStorage

from index import cache
from index.errors import Cancelled, EngineError
from index.library import Library
from index.search.effort import Effort
from index.search.stored import schema
from index.search.stored.terms import TermTable
from index.settings import Settings

QUERIES = ("truce harbour", "word7x", "deleg*", '"maria lopez"', "person:lopez -ferry", "guns valley")
QUERIES += ("quay*", "quayb*", "Soldat", "Flüchtling Verhandlung", "person:brandauer", "place:lviv")
PATH = "article0007.txt"


def answers(library: Library) -> dict[str, Any]:
    """All that a user could ask; it must not depend on what the index went through."""
    library.refresh()
    found: dict[str, Any] = {}
    for query in QUERIES:
        result = library.search(query, limit=100)
        found[query] = [(hit.document, hit.title, round(hit.score, 6), hit.snippets) for hit in result.hits]
    found["listing"] = library.listing()
    found["names"] = library.annotations(PATH)
    found["entities"] = library.entities()
    found["skipped"] = library.skipped()
    found["status"] = library.status()._replace(bytes=0, folder="")
    return found


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Settings, dict[str, Any]]:
    """A corpus with one unreadable file, the settings of its index, and the right answers."""
    folder = tmp_path_factory.mktemp("damage")
    corpus = write_corpus(folder / "corpus", 24)
    write_kept_apart(corpus)
    (corpus / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    for file in corpus.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    settings = replace(Settings(), cache_dir=folder / "cache", data_dir=folder / "data")
    library = Library.open(corpus, settings=settings)
    right = answers(library)
    library.close()
    assert all(right[query] for query in QUERIES)
    return corpus, settings, right


def mutated(data: bytes, chance: random.Random) -> tuple[str, bytes | None]:
    """One kind of damage: bits turned over, cut short, emptied, gone, a page of zeros, or bytes too many."""
    kind = chance.choice(["flip", "flip", "flip", "cut", "empty", "gone", "zeros", "more"])
    changed = bytearray(data)
    if kind == "flip":
        for _ in range(chance.randrange(1, 9)):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    elif kind == "zeros":
        at = chance.randrange(len(changed))
        changed[at : at + 512] = bytes(len(changed[at : at + 512]))
    elif kind == "more":
        changed += chance.randbytes(100)
    elif kind == "gone":
        return kind, None
    else:
        changed = changed[: chance.randrange(len(data))] if kind == "cut" else bytearray()
    return kind, bytes(changed)


@pytest.mark.parametrize("seed", sorted({*rounds(60, 500), 204, 372}))  # those two once ended in an error
def test_mutations_of_any_file(indexed: tuple[Path, Settings, dict[str, Any]], tmp_path: Path, seed: int) -> None:
    corpus, settings, right = indexed
    shutil.copytree(settings.cache_dir, tmp_path / "cache")
    settings = replace(settings, cache_dir=tmp_path / "cache")
    folder = cache.corpus_folder(settings.cache_dir, corpus)
    chance = random.Random(seed)
    victims = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    victim = victims[seed % len(victims)]
    kind, data = mutated(victim.read_bytes(), chance)
    if data is None:
        victim.unlink()
    else:
        victim.write_bytes(data)
    for _ in range(2):  # at once, and when the program is started again
        library = Library.open(corpus, settings=settings)
        try:
            found = answers(library)
        finally:
            library.close()
        for asked, answer in right.items():
            assert found[asked] == answer, f"{kind} of {victim.name}: {asked}"


def damage(folder: Path, field: str) -> None:
    """Turns over bits in each block of a field's terms, in the file that whoever has it open reads on."""
    (terms,) = folder.glob("*.trm")
    data = bytearray(terms.read_bytes())
    with FileStorage(str(folder), supports_mmap=False).open_file(terms.name) as file:
        for at, length, _ in TermTable(file, len(data), None)._places[field]:
            data[at + length // 2] ^= 0x55
    terms.write_bytes(data)


@pytest.mark.parametrize("opened", [True, False], ids=["while it is open", "while it is closed"])
@pytest.mark.parametrize(
    ("field", "asked"),
    [
        (schema.BEGINNING, "quay*"),
        (schema.INFLECTED, "Soldat"),
        (schema.NAME, "person:brandauer"),
        (schema.STEM, "word7x"),
    ],
)
def test_damaged_terms_are_made_anew_by_who_asks_for_them(
    indexed: tuple[Path, Settings, dict[str, Any]], tmp_path: Path, field: str, asked: str, *, opened: bool
) -> None:
    corpus, settings, right = indexed
    shutil.copytree(settings.cache_dir, tmp_path / "cache")
    settings = replace(settings, cache_dir=tmp_path / "cache")
    folder = cache.corpus_folder(settings.cache_dir, corpus) / "whoosh"
    sound = set(folder.glob("*.trm"))
    library = Library.open(corpus, settings=settings)
    if opened:
        library.refresh()
    damage(folder, field)
    if field == schema.INFLECTED:
        library.matches(asked, "german1.txt")  # what is on the screen is not worth making an index for
    hits = library.search(asked, limit=100).hits
    assert [(hit.document, hit.title, round(hit.score, 6), hit.snippets) for hit in hits] == right[asked]
    assert not sound & set(folder.glob("*.trm"))
    assert answers(library) == right
    library.close()


def test_a_damaged_index_is_made_anew_by_who_asks_next_where_making_was_stopped(
    indexed: tuple[Path, Settings, dict[str, Any]], tmp_path: Path
) -> None:
    corpus, settings, right = indexed
    shutil.copytree(settings.cache_dir, tmp_path / "cache")
    library = Library.open(corpus, settings=replace(settings, cache_dir=tmp_path / "cache"))
    library.refresh()
    damage(library.folder / "whoosh", schema.STEM)
    effort = Effort()
    asked: list[str] = []

    def stops() -> bool:
        asked.append(effort.why())
        return "made anew" in asked[-1]

    with pytest.raises(Cancelled):
        library.search("word7x", cancelled=stops, effort=effort)
    with cache.writing(library.folder), pytest.raises(EngineError, match="is being made anew"):
        library.search("word7x")  # another window makes it
    assert library.ranking("word7x").articles[0][0] == PATH
    assert set(library.explain("Soldat", ["german1.txt"])) == {"german1.txt"}
    assert answers(library) == right
    library.close()


def test_a_text_that_is_no_text_any_more_is_damage(
    indexed: tuple[Path, Settings, dict[str, Any]], tmp_path: Path
) -> None:
    corpus, settings, right = indexed
    shutil.copytree(settings.cache_dir, tmp_path / "cache")
    settings = replace(settings, cache_dir=tmp_path / "cache")
    file = cache.corpus_folder(settings.cache_dir, corpus) / "articles.sqlite"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE article SET title=CAST(x'5472ff' AS TEXT) WHERE path=?", (PATH,))
    for _ in range(2):
        with closing(Library.open(corpus, settings=settings)) as library:
            assert answers(library) == right


def test_a_planted_index_in_the_corpus_is_never_opened(corpus: Path, settings: Settings, tmp_path: Path) -> None:
    canary = tmp_path / "canary"

    class Planted:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.system, (f"touch {canary}",)

    for name in ("_MAIN_1.toc", "_articles_1.toc", "articles.sqlite", "stamp", "version"):
        (corpus / name).write_bytes(pickle.dumps(Planted()))
    (corpus / "whoosh").mkdir()
    (corpus / "whoosh" / "_articles_9.toc").write_bytes(pickle.dumps(Planted()))
    library = Library.open(corpus, settings=settings)
    library.refresh()
    assert library.search("truce").total == 45
    library.close()
    assert not canary.exists()


def test_a_table_of_contents_without_its_checksum_is_not_unpickled(
    corpus: Path, settings: Settings, tmp_path: Path
) -> None:
    library = Library.open(corpus, settings=settings)
    library.refresh()
    library.close()
    canary = tmp_path / "canary"

    class Planted:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.system, (f"touch {canary}",)

    folder = cache.corpus_folder(settings.cache_dir, corpus) / "whoosh"
    (contents,) = folder.glob("_articles_*.toc")
    data = contents.read_bytes()
    schema = data.index(b"\x80\x02")
    contents.write_bytes(data[:schema] + pickle.dumps(Planted(), 2) + data[schema:])
    library = Library.open(corpus, settings=settings)
    library.refresh()
    assert library.search("truce").total == 45
    library.close()
    assert not canary.exists()


def test_an_index_made_anew_by_another_window_is_followed(corpus: Path, settings: Settings) -> None:
    window, other = (Library.open(corpus, settings=settings) for _ in range(2))
    window.refresh()
    assert window.search("truce").total == 45
    (corpus / PATH).write_text("A parley in the fog.")
    other.refresh(rebuild=True)
    assert window.search("parley").total == 1
    assert window.search("word7x").total == 0
    window.close()
    other.close()

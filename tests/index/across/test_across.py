"""What many articles say taken together: pairs, dates, voices and names, against counts made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import log
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.across.graph import graphml
from index.across.naming_matrix import naming
from index.across.network import MOST_TOGETHER, Edge, Network, Node, likelihood, network
from index.across.seen import by_sentence, sentence_spans
from index.across.timeline import placed, timeline
from index.across.voices import voices
from index.documents.load import load_bytes
from index.documents.model import Block, Document, Span
from index.documents.sentences import sentences
from index.entities.correcting.corrections import Correction
from index.entities.model import Annotations, Entity, Mention
from index.entities.recognise import recognise
from index.errors import Cancelled
from index.library import Library
from index.settings import Settings

TEXTS = {
    "a.txt": """Talks in Oslo

Elena Kovac met Peter Lindqvist in Oslo in May 2021. Kovac praised Lindqvist. It rained on Monday.

"We will wait," Elena Kovac said. "Nobody leaves," she added.
""",
    "b.md": """---
date: 2022-03-01
---

Former President Elena Kovac went to Oslo on 24 February. In May 2021 she had been there.

Officials said that the line was quiet. They said that nothing had happened. Peter Lindqvist said that he was tired.
""",
    "c.md": """---
title: Third
---

President Kovac spoke in Bergen in 2019. In May 2021 she had been there.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("across")
    (folder / "news").mkdir()
    for name, text in TEXTS.items():
        (folder / "news" / name).write_text(text)
    opened = Library.open(folder / "news", settings=Settings(cache_dir=folder / "cache", data_dir=folder / "data"))
    opened.refresh()
    yield opened
    opened.close()


def test_pairs_are_counted_by_sentence(library: Library) -> None:
    paths = library.answering("")
    found = network(paths, library.seen, library.known)
    together: dict[tuple[str, str], int] = {}
    total = 0
    for path in paths:
        document, seen = library.seen(path)
        spans = [(one.start, one.end) for one in sentences(document)]
        total += len(spans)
        for start, end in spans:
            inside = {m.entity for m in seen.mentions if start <= m.start < end and m.type not in ("DATE", "NUMBER")}
            for pair in combinations(sorted(inside), 2):
                together[pair] = together.get(pair, 0) + 1
    assert (found.articles, found.sentences, found.pairs) == (3, total, len(together))
    shown = {tuple(sorted((edge.a, edge.b))): edge.sentences for edge in found.edges}
    assert shown == {pair: count for pair, count in together.items() if count > 1}
    best = next(edge for edge in found.edges if {edge.a, edge.b} == {"elena-kovac", "peter-lindqvist"})
    assert (best.sentences, best.articles, best.document) == (2, 1, "a.txt")
    document, _ = library.seen("a.txt")
    assert document.text[slice(*best.place)].startswith("Elena Kovac met Peter Lindqvist")
    ends = {node.entity.id for node in found.nodes}
    assert ends == {end for edge in found.edges for end in (edge.a, edge.b)}


def test_corrections_show_in_the_network(library: Library) -> None:
    library.correct(Correction("merge", ("Elena Kovac", "Peter Lindqvist"), "PERSON"))
    try:
        found = network(library.answering(""), library.seen, library.known)
        assert "peter-lindqvist" not in {end for edge in found.edges for end in (edge.a, edge.b)}
    finally:
        library.undo_correction()


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_likelihood_is_that_of_the_table(both: int, only_a: int, only_b: int, neither: int) -> None:
    total = both + only_a + only_b + neither
    a, b = both + only_a, both + only_b
    if not (a and b and total):
        return
    expected = 0.0
    for seen, row, column in (
        (both, a, b),
        (only_a, a, total - b),
        (only_b, total - a, b),
        (neither, total - a, total - b),
    ):
        if seen:
            expected += 2 * seen * log(seen / (row * column / total))
    value = likelihood(both, a, b, total)
    assert abs(value) == pytest.approx(abs(expected), abs=0.006)
    assert value >= 0 or both * total < a * b


def test_the_company_of_a_name_is_weighed_over_the_articles_that_name_it(library: Library) -> None:
    (entity,) = [each for each in library.entities() if each.name == "Peter Lindqvist"]
    dossier = library.dossier(entity.id)
    naming_it = [one.path for one in dossier.articles]
    assert set(naming_it) < set(library.answering(""))
    held: list[set[str]] = []  # who is named in each sentence of these articles
    for path in naming_it:
        document, seen = library.seen(path)
        for one in sentences(document):
            inside = [mention for mention in seen.mentions if one.start <= mention.start < one.end]
            held.append({mention.entity for mention in inside if mention.entity})
    assert dossier.company
    for companion in dossier.company:
        other = companion.entity.id
        a, b = (sum(each in named for named in held) for each in (entity.id, other))
        assert companion.sentences == sum({entity.id, other} <= named for named in held)
        assert companion.likelihood == likelihood(companion.sentences, a, b, len(held))


def test_a_graph_is_sound_whatever_names_hold() -> None:
    names = ["A & <b> \"c\" 'd'", "\x00\x1b\ud800￿", "Зеленський", "]]>"]
    nodes = tuple(Node(Entity(f"id-{name}", name, "PERSON", (), 1), 1) for name in names)
    edge = Edge(nodes[0].entity.id, nodes[1].entity.id, 2, 1, -1.5, "a.txt", Span(0, 1))
    text = graphml(Network(nodes, (edge,), 1, 2, 1))
    root = ElementTree.fromstring(text.encode("utf-8"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id"): key.get("for") for key in root.iter(f"{space}key")}
    found = {node.get("id"): node.find(f"{space}data[@key='name']").text for node in root.iter(f"{space}node")}  # type: ignore[union-attr]
    assert names[0] in found.values()
    (only,) = root.iter(f"{space}edge")
    assert {only.get("source"), only.get("target")} <= found.keys()
    for holder, kind in ((found and next(root.iter(f"{space}node")), "node"), (only, "edge")):
        assert all(keys[data.get("key")] == kind for data in holder)


def test_statements_stand_in_the_order_of_their_dates(library: Library) -> None:
    found = timeline(library.answering(""), library.seen)
    assert [(one.date, one.assumed, one.document, one.also) for one in found.statements] == [
        ("2019", False, "c.md", ()),
        ("2021-05", False, "a.txt", ()),
        ("2021-05", False, "b.md", ("c.md",)),
        ("2022-02-24", True, "b.md", ()),
    ]
    assert found.undated == 1
    for one in found.statements:
        document, _ = library.seen(one.document)
        assert document.text[one.start : one.end] == one.text
        assert one.start <= one.mention.start < one.mention.end <= one.end


@pytest.mark.parametrize(
    ("value", "own", "expected"),
    [
        ("2022", None, ("2022", False)),
        ("199", None, ("199", False)),
        ("--12-30", "2022-01-05", ("2021-12-30", True)),
        ("--01-02", "2021-12-28", ("2022-01-02", True)),
        ("--05", "2021", ("2021-05", True)),
        ("--05", "2022-01-20", ("2021-05", True)),
        ("--05", "2022-03-20", ("2022-05", True)),
        ("--02-29", "2023-02-01", ("2023-02-29", True)),
        ("--13-40", "2021-01-01", ("", False)),
        ("--05-29", None, ("", False)),
        ("P30D", "2021-01-01", ("", False)),
        ("", "2021-01-01", ("", False)),
        ("--01-01", "0001-01-01", ("", False)),
    ],
)
def test_dates_have_a_place_or_none(value: str, own: str | None, expected: tuple[str, bool]) -> None:
    assert placed(value, own) == expected


def test_words_are_given_to_voices(library: Library) -> None:
    found = voices(library.answering(""), library.seen, library.known)
    by_name = {voice.name: voice for voice in found.voices}
    kovac = by_name["Elena Kovac"]
    assert {one.text for one in kovac.spoken} == {"We will wait", "Nobody leaves"}
    assert (kovac.words, kovac.direct, kovac.articles) == (5, 5, ("a.txt",))
    assert by_name["Officials"].entity is None
    assert by_name["Peter Lindqvist"].direct == 0
    assert not {"she", "They", "they"} & by_name.keys()
    assert found.unknown == 4
    assert found.words == sum(len(library.seen(path)[0].text.split()) for path in library.answering(""))
    for voice in found.voices:
        for one in voice.spoken:
            assert library.seen(one.document)[0].text[one.quote.start : one.quote.end] == one.text


def test_forms_stand_in_the_cells_with_their_titles(library: Library) -> None:
    matrix = naming(library.answering(""), library.seen, library.known, first="oslo")
    assert matrix.rows[0].entity.id == "oslo"
    row = next(row for row in matrix.rows if row.entity.id == "elena-kovac")
    assert [[form.text for form in cell] for cell in row.cells] == [
        ["Elena Kovac", "Kovac"],
        ["Former President Elena Kovac"],
        ["President Kovac"],
    ]
    assert row.differs
    assert not matrix.rows[0].differs
    assert (row.articles, row.mentions) == (3, sum(form.count for cell in row.cells for form in cell))
    for column, cell in zip(matrix.columns, row.cells, strict=True):
        text = library.seen(column.path)[0].text
        assert [" ".join(text[slice(*form.first)].split()) for form in cell] == [form.text for form in cell]


def test_all_can_be_stopped_and_pass_over_what_is_gone(library: Library) -> None:
    for make in (
        lambda stop: network(["a.txt"], library.seen, library.known, cancelled=stop),
        lambda stop: timeline(["a.txt"], library.seen, cancelled=stop),
        lambda stop: voices(["a.txt"], library.seen, library.known, cancelled=stop),
        lambda stop: naming(["a.txt"], library.seen, library.known, cancelled=stop),
    ):
        with pytest.raises(Cancelled):
            make(lambda: True)
    assert timeline(["gone.txt", "c.md"], library.seen).articles == 1
    assert network([], library.seen, library.known).edges == ()


@pytest.mark.parametrize("more", [0, 1])
def test_a_sentence_that_names_too_many_is_a_list(more: int) -> None:
    entities = [Entity(str(number), f"P{number}", "PERSON", (), 1) for number in range(MOST_TOGETHER + more)]
    text = "".join(f"P{number:03} " for number in range(len(entities))) + "met. P000 met P001."
    places = [(5 * number, entity.id) for number, entity in enumerate(entities)]
    end = text.index("met. ") + 5
    places += [(end, "0"), (end + 9, "1")]
    mentions = tuple(Mention(at, at + 4, text[at : at + 4], "PERSON", identity) for at, identity in places)
    document = Document("a.txt", "", text, (Block("paragraph", 0, len(text)),))
    known = {entity.id: entity for entity in entities}
    found = network(["a.txt"], lambda path: (document, Annotations(path, mentions, (), ())), known.get)
    assert found.lists == more
    assert found.pairs == (1 if more else len(list(combinations(entities, 2))))
    assert (found.edges[0].a, found.edges[0].b, found.edges[0].sentences) == ("0", "1", 2 - more)
    assert next(node for node in found.nodes if node.entity.id == "0").sentences == 2


def test_all_articles_are_those_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Anna Kowalska spoke in Oslo.")
    (tmp_path / "news" / "b.txt").write_bytes(b"\0\1\2\3" * 50)
    library = Library.open(
        tmp_path / "news", settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")
    )
    library.refresh()
    assert library.answering("") == ("a.txt",)
    library.close()


def test_every_mention_is_in_its_sentence(library: Library) -> None:
    for path in library.answering(""):
        document, seen = library.seen(path)
        named = by_sentence(sentence_spans(document), seen.mentions)
        assert [mention for _, mentions in named for mention in mentions] == list(seen.mentions)
        assert all(span.start <= mention.start < span.end for span, mentions in named for mention in mentions)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("GENEVA, March 6, 2020 (Reuters) - The board met on March 2.", ["2020-03-02", "2020-03-06"]),
        ("A title\n\nPublished: 6 January 2020\n\nThe board met on December 30.", ["2019-12-30", "2020-01-06"]),
        ("GENEVA, March 6 (Reuters) - The board met on March 2.", []),
        ("The board met on March 2. It was founded on 6 June 1990.", ["1990-06-06"]),
        ("A title\n\nThe war began on 6 June 1990 and ended on March 2.", ["1990-06-06"]),
    ],
)
def test_an_article_is_dated_by_itself_where_that_is_certain(text: str, dates: list[str]) -> None:
    """A dateline with a year, or a line that holds a date alone; a day without a year stays undated otherwise."""
    document = load_bytes(text.encode(), "a.txt")
    named = recognise(document)
    annotations = Annotations("a.txt", named.mentions, named.entities, named.quotes)
    found = timeline(["a.txt"], lambda _: (document, annotations))
    assert [one.date for one in found.statements] == dates

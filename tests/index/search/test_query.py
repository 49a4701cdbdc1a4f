"""The query language: every operator, every mistake explained, no query too long, too deep or too odd."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.search.query.parsing import parse
from index.search.query.syntax import And, Bag, Dated, Fuzzy, InPath, Named, Not, Noted, Or, Pattern, Phrase, Word
from tests.bounds import bounded


def shape(clause: object) -> object:
    """A clause in few letters."""
    if isinstance(clause, Word):
        return clause.form if clause.zone == "any" else f"{clause.zone}:{clause.form}"
    if isinstance(clause, Pattern):
        return clause.text
    if isinstance(clause, Fuzzy):
        return f"{clause.form}~{clause.distance}"
    if isinstance(clause, Phrase):
        return ("phrase", *map(shape, clause.slots), clause.slop, *["ordered"] * clause.ordered)
    if isinstance(clause, Named):
        return f"{'|'.join(clause.types)}:{clause.name}"
    if isinstance(clause, Dated):
        return f"{clause.low}..{clause.high}"
    if isinstance(clause, InPath):
        return f"path:{clause.text}"
    if isinstance(clause, Noted):
        return f"note:{clause.text}"
    if isinstance(clause, Not):
        return ("not", shape(clause.clause))
    if isinstance(clause, And | Or):
        return (type(clause).__name__.lower(), *map(shape, clause.clauses))
    assert isinstance(clause, Bag)
    parts: list[object] = [[*map(shape, part)] for part in (clause.may, clause.must, clause.never, clause.within)]
    return ("bag", *parts[: 4 if clause.within else 3])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("truce", "truce"),
        ("Truce Talks", ("bag", ["truce", "talks"], [], [])),
        ("the truce of paris", ("bag", ["truce", "paris"], [], [])),
        ("the", "the"),
        ("what is a truce?", "truce"),
        ("+the truce", ("bag", ["truce"], ["the"], [])),
        ("+kyiv -moscow talks", ("bag", ["talks"], ["kyiv"], ["moscow"])),
        ("kyiv AND moscow", ("bag", [], ["kyiv", "moscow"], [])),
        ("talks kyiv AND moscow", ("bag", ["talks"], ["kyiv", "moscow"], [])),
        ("kyiv AND NOT moscow", ("bag", [], ["kyiv"], ["moscow"])),
        ("kyiv NOT moscow", ("bag", ["kyiv"], [], ["moscow"])),
        ("NOT moscow", ("bag", [], [], ["moscow"])),
        ("NOT NOT moscow", "moscow"),
        ("kyiv OR moscow", ("or", "kyiv", "moscow")),
        ("kyiv OR paris AND london", ("or", "kyiv", ("and", "paris", "london"))),
        ("(kyiv OR moscow) talks", ("bag", [("or", "kyiv", "moscow"), "talks"], [], [])),
        ('"prisoner exchange"', ("phrase", "prisoner", "exchange", None)),
        ("“prisoner exchange”", ("phrase", "prisoner", "exchange", None)),
        ('"prisoner exchange"~5', ("phrase", "prisoner", "exchange", 5)),
        ('"truce"', "truce"),
        ("50-day", ("or", ("phrase", "50", "day", None), "50day")),
        ("10:30", ("phrase", "10", "30", None)),
        ("Kyiv,Moscow", ("bag", ["kyiv", "moscow"], [], [])),
        ("cease*", "cease*"),
        ("wom?n", "wom?n"),
        ("*fire", "*fire"),
        ("ce****se", "ce*se"),
        ("zelensky~", "zelensky~2"),
        ("putin~", "putin~1"),
        ("putin~2", "putin~2"),
        ("putin~0", "putin"),
        ("title:truce", "title:truce"),
        ("Title:(truce talks)", ("bag", ["title:truce", "title:talks"], [], [])),
        ("person:zelensky", "PERSON:zelensky"),
        ('org:"European Union"', "ORG:European Union"),
        ("place:kyiv event:summit group:russians number:30", None),
        ("path:north/", "path:north/"),
        ("date:2025-04..2025-06", "2025-04..2025-06"),
        ("date:2025..", "2025.."),
        ("date:..2025-06-01 truce", ("bag", ["truce"], [], [], ["..2025-06-01"])),
        ("truce path:a", ("bag", ["truce"], [], [], ["path:a"])),
        ("truce talks +path:a", ("bag", ["truce", "talks"], [], [], ["path:a"])),
        ("truce (path:a OR path:b)", ("bag", ["truce"], [], [], [("or", "path:a", "path:b")])),
        ("truce path:a OR path:b", ("bag", ["truce"], [], [], [("or", "path:a", "path:b")])),
        ("truce path:a AND path:b", ("bag", ["truce"], [], [], ["path:a", "path:b"])),
        ("truce -path:a", ("bag", ["truce"], [], ["path:a"])),
        ("truce OR path:a", ("or", "truce", "path:a")),
        ("+kyiv truce path:a", ("bag", ["truce"], ["kyiv"], [], ["path:a"])),
        ("kyiv AND path:a", ("bag", [], ["kyiv"], [], ["path:a"])),
        ("(talks path:a) truce", ("bag", [("bag", ["talks"], [], [], ["path:a"]), "truce"], [], [])),
        ("path:a date:2025..", ("bag", [], [], [], ["path:a", "2025.."])),
        ("note:check truce", ("bag", ["truce"], [], [], ["note:check"])),
        ('"putin zelensky"~>5', ("phrase", "putin", "zelensky", 5, "ordered")),
        ('"putin zelensky"~>', ("phrase", "putin", "zelensky", None)),
        ("date:2025-04", "DATE:2025-04"),
        ("Note: truce", ("bag", ["note", "truce"], [], [])),
        ("http://kyiv", ("bag", ["http", "kyiv"], [], [])),
        ("truce - talks", ("bag", ["truce", "talks"], [], [])),
        ("truce truce", "truce"),
        ("((((truce))))", "truce"),
        ("WHO report", ("bag", ["who", "report"], [], [])),
        ("and or not", "and"),
    ],
)
def test_what_a_query_asks_for(query: str, expected: object) -> None:
    clause = parse(query).clause
    if expected is None:
        assert isinstance(clause, Bag)
        assert [each.types for each in clause.may if isinstance(each, Named)] == [
            ("PLACE",), ("EVENT",), ("GROUP",), ("NUMBER",),
        ]  # fmt: skip
    elif expected == "and":
        assert shape(clause) == ("bag", ["and", "or", "not"], [], [])
    else:
        assert shape(clause) == expected


def test_boosts_multiply() -> None:
    clause = parse("(truce^2 talks)^3").clause
    assert isinstance(clause, Bag)
    assert [each.boost for each in clause.may if isinstance(each, Word)] == [6.0, 3.0]


@pytest.mark.parametrize(
    ("query", "says", "where"),
    [
        ("", "no word", (0, 0)),
        ("  !?  ", "no word", None),
        ('"unclosed', "quotation mark is not closed", (0, 9)),
        ('truce "prisoner', "quotation mark is not closed", (6, 15)),
        ('""', "no word between the quotation marks", (0, 2)),
        ("(", "( is not closed", (0, 1)),
        ("truce (kyiv", "( is not closed", (6, 7)),
        (")", ") has no (", (0, 1)),
        ("()", "nothing between the brackets", (0, 2)),
        ("a AND", "missing after AND", (2, 5)),
        ("AND a", "missing before AND", (0, 3)),
        ("a AND OR b", "missing between AND and OR", None),
        ("a OR", "missing after OR", (2, 4)),
        ("NOT", "missing after NOT", (0, 3)),
        ("title:", "missing after title:", (0, 6)),
        ("foo:bar", "no field foo", (0, 3)),
        ("*", "wildcard", (0, 1)),
        ("a*", "2 letters before", (0, 2)),
        ("****x", "3 letters", (0, 5)),
        ("ab*b*c*d*e", "3 * at most", None),
        ("truce~3", "~2", (0, 7)),
        ("ab~", "too short", (0, 3)),
        ('"a b"~500', "at most 100 words", None),
        ("x" * 10_001, "longer than 10,000 characters", None),
        ("person:*", "beginning of a name", None),
        ("date:2025-06..2025-04", "ends before it begins", (5, 21)),
        ("date:2025..may", "range of dates has", None),
        ("date:..", "range of dates has", None),
        (" ".join(["abc~"] * 11), "10 words with ~", None),
        (" ".join(f"a{n}b*" for n in range(21)), "20 words with wildcards", None),
        ("(a b " * 60 + ")" * 60, "more than 50 deep", None),
        ("(a OR " * 1000 + "b" + ")" * 1000, "more than 50 deep", None),
    ],
)
def test_a_mistake_is_explained_in_one_line(query: str, says: str, where: tuple[int, int] | None) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert len(message) < 160
    assert 0 <= caught.value.start <= caught.value.end <= len(query)
    if where is not None:
        assert (caught.value.start, caught.value.end) == where


def test_an_unknown_field_names_those_that_exist() -> None:
    with pytest.raises(QueryError, match=r"title, text, path, note, person, org, place, group, date, event and number"):
        parse("foo:bar")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cea", ("or", "cea", "cea*")),
        ("cea ", "cea"),
        ("truce cea", ("bag", ["truce", ("or", "cea", "cea*")], [], [])),
        ('"prisoner exch', ("phrase", "prisoner", "exch", None)),
        ("truce AND", "truce"),
        ("truce AND (kyiv", ("bag", [], ["truce", ("or", "kyiv", "kyiv*")], [])),
        ("truce person:", "truce"),
        ("truce date:2025..20", ("bag", ["truce"], [], [], ["2025.."])),
        ("50-d", ("or", ("phrase", "50", "d", None), "50d", "50d*")),
    ],
)
def test_a_query_being_typed_is_taken_as_far_as_it_goes(typed: str, expected: object) -> None:
    assert shape(parse(typed, typing=True).clause) == expected


def explained(query: str, typing: bool) -> QueryError | None:
    """What is wrong with a query, in one line, or None; any other error fails the test."""
    try:
        parse(query, typing=typing)
    except QueryError as error:
        problem = error
    else:
        return None
    assert str(problem)
    assert "\n" not in str(problem)
    return problem


ODD = [
    "(" * 3000 + "a" + ")" * 3000, "(a " * 2500 + ")" * 2500, "a AND " * 1600 + "a", "NOT " * 2400 + "a", "(" * 3000,
    ")" * 3000, '"' * 9999, "*" * 9999, "a" * 10_000, "-" * 9999, "~" * 9999, "a~" * 5000, "a*b" * 3333, "title:" *
    1600 + "a", " ".join(f"w{n}" for n in range(1700)), "a-" * 5000, "(a OR " * 1400 + "b" + ")" * 1400, "+" * 9999 +
    "a", "^2" * 5000, "''" * 5000, "?x" * 5000, '"a "' * 2500, "(a)^2" * 2000, "\u0301" * 9999, "a:" * 5000, "1,2." *
    2500, "a.b" * 3333, "date:" + "." * 9000, "NOT (" * 1600 + "a" + ")" * 1600, '"' + "a-b " * 2400 + '"',
]  # fmt: skip


@pytest.mark.parametrize("query", ODD)
@pytest.mark.parametrize("typing", [False, True])
def test_odd_queries_are_read_or_explained_in_time(query: str, typing: bool) -> None:
    with bounded():
        explained(query, typing)


grammar = st.lists(
    st.sampled_from(
        ["truce", "AND", "OR", "NOT", "(", ")", '"', "+", "-", "*", "?", "~", "~2", "^2", "title:", "person:", "date:",
        "..", " ",
         " ", "2025-04", "x", "“", "”", ":", "path:", "the", "cease-fire", "’s", "\x00", "\ud800", "停火"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.one_of(grammar, st.text(max_size=60)), st.booleans())
@example("a AND )", False)
@example("(-", True)
@example("\u02bc", True)
@example('title:\u02bc~ "\u02bc" a', False)
def test_nothing_but_query_errors(query: str, typing: bool) -> None:
    error = explained(query, typing)
    if error is None:
        parsed = parse(query, typing=typing)
        assert parsed.text == query
        hash(parsed)
    else:
        assert 0 <= error.start <= error.end <= len(query)

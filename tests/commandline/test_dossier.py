"""`dossier`: all that the articles say of one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.entities.called import called
from index.entities.model import Entity
from tests.commandline.conftest import Run
from tests.commandline.schema import check


def test_json_follows_its_schema_and_cites_the_texts(run: Run, starter: Path) -> None:
    answer = run("dossier", "Zelensky", "--corpus", starter, "--json").object()
    check("dossier", answer)
    texts = {
        one["path"]: run("show", one["path"], "--corpus", starter, "--json").object()["text"]
        for one in answer["articles"]
    }
    assert len(texts) == 5
    assert answer["quotes"]
    for part in ("mentions", "quotes", "statements"):
        for one in answer[part]:
            assert one["text"] == texts[one["document"]][one["start"] : one["end"]]
    for one in answer["mentions"]:
        text, start, end = texts[one["document"]], one["start"], one["end"]
        assert text[:start].endswith(one["left"])
        assert text[end:].startswith(one["right"])
    assert answer["entity"]["mentions"] == len(answer["mentions"]) == sum(one["mentions"] for one in answer["articles"])
    assert "Vladimir Putin" in [one["name"] for one in answer["named_with"]]


def test_for_people_and_by_id(run: Run, starter: Path) -> None:
    name = run("dossier", "volodymyr", "ZELENSKYY", "--corpus", starter)
    assert name.status == 0
    assert "\x1b" not in name.out
    for heading in ("Names", "Named with", "Mentions", "Said"):
        assert f"\n{heading}  " in name.out
    assert "\nDates spoken of  " in run("dossier", "Crimea", "--corpus", starter).out
    entity = run("dossier", "Zelensky", "--corpus", starter, "--json").object()["entity"]["entity"]
    assert run("dossier", entity, "--corpus", starter).out == name.out


@pytest.mark.parametrize("columns", [50, 80])
def test_on_a_terminal_the_mentions_stand_below_each_other(
    run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("tui.commandline.output.sys.stdout.isatty", lambda: True)
    told = run("dossier", "Zelensky", "--corpus", starter).out
    mentions = told.partition("\nMentions")[2].partition("\nSaid")[0].splitlines()[1:]
    rows = [row for row in mentions if row[:8].strip().isdigit()]
    assert len(rows) > 5
    assert max(map(len, rows)) <= columns
    assert all("elensky" in row[10 + (columns - 10) * 2 // 5 :] for row in rows)  # the name begins in one column
    assert not [row for row in mentions if row.startswith(" ") and row not in rows]  # none goes on below itself


def test_nobody_and_several(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Anna Kowalska met Peter Lindqvist in Oslo. Then Peter Moser, the mayor of Graz, spoke."
    )
    nobody = run("dossier", "Napoleon", "--corpus", tmp_path)
    assert (nobody.status, nobody.out) == (1, "")
    assert nobody.err.endswith("nobody and nothing is called 'Napoleon'\n")
    several = run("dossier", "peter", "--corpus", tmp_path)
    assert (several.status, several.out) == (2, "")
    assert "peter-lindqvist (Peter Lindqvist, 1)" in several.err
    assert "peter-moser (Peter Moser, 1)" in several.err
    assert run("dossier", "--corpus", tmp_path).status == 2


ENTITIES = (
    Entity("anna-novak", "Anna Novák", "PERSON", ("Novák",), 3),
    Entity("novak-industries", "Novak Industries", "ORG", (), 9),
    Entity("ana-novak", "Ana Novak", "PERSON", (), 5),
)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("novak", ["anna-novak"]),
        ("  NOVAK   anna ", ["anna-novak"]),
        ("ana-novak", ["ana-novak"]),
        ("industries", ["novak-industries"]),
        ("a", []),
        ("", []),
        ("nova", []),
    ],
)
def test_whom_a_name_stands_for(name: str, ids: list[str]) -> None:
    assert [one.id for one in called(ENTITIES, name)] == ids


def test_the_most_mentioned_first() -> None:
    without = tuple(Entity(one.id, one.name, one.type, (), one.mentions) for one in ENTITIES)
    assert [one.id for one in called(without, "novak")] == ["novak-industries", "ana-novak", "anna-novak"]

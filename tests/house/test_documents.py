"""The documents say what the program does: keys, options, links, schemas."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from index.settings import Settings, load_settings
from tests.conftest import ROOT
from tui.colours.own_themes import COLOURS, VARIABLES, own_themes
from tui.commandline.arguments import COMMANDS, parse
from tui.commandline.key_table import with_keys
from tui.commandline.status import UsageError
from tui.commands import COMMANDS as SCREEN_COMMANDS
from tui.version import VERSION

NEEDED = {name: ["A"] if name in ("show", "dossier", "verify") else [] for name in COMMANDS}
"""What each command cannot do without."""
DOCUMENTS = [ROOT / name for name in ("README.md", "CHANGELOG.md", "SECURITY.md", "seeds/README.md")]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("name", ["README.md", "docs/user-guide.md"])
def test_the_tables_of_keys_are_current(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert with_keys(text) == text, "run `make docs`"


def test_every_command_of_the_screen_is_in_the_guide() -> None:
    guide = (ROOT / "docs/user-guide.md").read_text(encoding="utf-8")
    assert not [command.id for command in SCREEN_COMMANDS if f"`{command.id}` |" not in guide]


def test_every_command_and_setting_is_in_the_guide() -> None:
    guide = (ROOT / "docs/user-guide.md").read_text(encoding="utf-8")
    assert not [command for command in COMMANDS if f"| `{command} " not in guide]
    assert not [one.name for one in fields(Settings) if f"| `{one.name}` |" not in guide]


def test_every_colour_of_a_theme_is_in_the_guide() -> None:
    guide = " ".join((ROOT / "docs/user-guide.md").read_text(encoding="utf-8").split())
    named = set(
        re.findall("`([a-z-]+)`", guide.partition("- The other colours are")[2].partition(" Themes can also lie")[0])
    )
    kinds = {f"entity-{kind}" for kind in ("person", "org", "place", "group", "date", "number", "event")}
    short = {f"-{kind}" for kind in ("org", "place", "group", "date", "number", "event")}
    grounds = {"match-foreground", "match-background", "current-foreground", "current-background", "note-background"}
    assert set(VARIABLES) >= kinds | grounds
    assert named - short - {"-foreground"} == {*COLOURS[1:], "entity-person", *grounds} - {
        "match-foreground",
        "current-foreground",
    }


def test_the_settings_of_the_guide_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs/user-guide.md").read_text(encoding="utf-8")
    file = tmp_path / "config.toml"
    monkeypatch.setattr("index.settings.config_file", lambda: file)
    samples = re.findall(r"^```toml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert len(samples) == 2
    for sample in samples:
        file.write_text(sample, encoding="utf-8")
        settings = load_settings({})
        assert settings.keys.keys() <= {command.id for command in SCREEN_COMMANDS}
        assert own_themes(settings.themes, ())[1] == []


def test_every_command_but_serve_gives_json() -> None:
    for command, needed in NEEDED.items():
        arguments = [command, *needed, "--json"]
        if command == "serve":
            with pytest.raises(UsageError):
                parse(arguments)
        else:
            assert parse(arguments)[1].json
    assert NEEDED.keys() == COMMANDS.keys()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_schemas_are_schemas() -> None:
    schemas = sorted((ROOT / "docs/schemas").glob("*.json"))
    assert [path.name.partition(".")[0] for path in schemas] == [
        "compare",
        "dossier",
        "entities",
        "export",
        "index",
        "list",
        "matrix",
        "naming",
        "network",
        "search",
        "show",
        "timeline",
        "verify",
        "voices",
    ]
    for path in schemas:
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_the_version_is_in_the_changelog_or_unreleased() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{VERSION}]" in changes or "## [Unreleased]" in changes


def test_the_lock_pins_every_package_by_hash_and_names_no_place() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    pinned = re.split(r"\n(?=[a-z0-9])", lock)
    assert len(pinned) > 40
    for entry in pinned[1:]:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry[:80]
        assert "--hash=sha256:" in entry
    assert "://" not in lock
    assert "/" not in "".join(line for line in lock.splitlines() if not line.lstrip().startswith("#"))

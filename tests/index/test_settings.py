"""Settings come from a file, are overridden by variables, and a wrong one is told by name."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest

from index.errors import StateError
from index.settings import Settings, config_file, load_settings


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = config_file()
    file.parent.mkdir(parents=True)
    return file


def test_without_a_file_the_defaults_hold(config: Path) -> None:
    assert load_settings({}) == Settings()


def test_the_file_sets_options_and_keys(config: Path) -> None:
    config.write_text('corpus = "~/news"\nwidth = 60\nhighlights = false\ncache_dir = "/var/x"\n[keys]\nsearch = "f"\n')
    settings = load_settings({})
    assert (settings.corpus, settings.width, settings.highlights) == ("~/news", 60, False)
    assert settings.cache_dir == Path("/var/x")
    assert settings.keys == {"search": "f"}


def test_every_option_but_tables_has_a_variable(config: Path) -> None:
    given = {"corpus": "/news", "theme": "nord", "width": "60", "highlights": "no", "restore": "off"}
    given |= {"cache_dir": "/var/x", "data_dir": "/var/y"}
    settings = load_settings({f"CEASEFIRE_READER_{name.upper()}": text for name, text in given.items()})
    said = {one.name: getattr(settings, one.name) for one in fields(Settings) if one.name not in ("keys", "themes")}
    assert said == {
        "corpus": "/news",
        "theme": "nord",
        "width": 60,
        "highlights": False,
        "restore": False,
        "cache_dir": Path("/var/x"),
        "data_dir": Path("/var/y"),
    }


def test_a_variable_wins_over_the_file(config: Path) -> None:
    config.write_text("width = 60\n")
    settings = load_settings({"CEASEFIRE_READER_WIDTH": "100", "CEASEFIRE_READER_RESTORE": "no"})
    assert (settings.width, settings.restore) == (100, False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("width = 'wide'", "width must be a whole number"),
        ("width = 3", "width must be 0 or from 20"),
        ("highlights = 1", "highlights must be true or false"),
        ("colour = 'red'", "no option 'colour'"),
        ("keys = {search = 3}", "keys must be a table"),
        ("width = ", "cannot read the settings"),
        pytest.param("width = " + "9" * 5_000, "cannot read the settings.*4300 digits", id="digits"),
        pytest.param("keys = " + "[" * 9_000, "cannot read the settings.*nested too deep", id="nested"),
    ],
)
def test_a_wrong_option_is_named(config: Path, text: str, message: str) -> None:
    config.write_text(text)
    with pytest.raises(StateError, match=message) as caught:
        load_settings({})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"), [("WIDTH", "wide"), ("HIGHLIGHTS", "perhaps"), ("WIDTH", "5"), ("DATA_DIR", "~nobody-at-all/x")]
)
def test_a_wrong_variable_is_named(config: Path, name: str, value: str) -> None:
    with pytest.raises(StateError, match=f"CEASEFIRE_READER_{name}"):
        load_settings({f"CEASEFIRE_READER_{name}": value})


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "endless"])
def test_what_is_no_file_is_neither_waited_for_nor_read(config: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(config)
    elif kind == "device":
        config.symlink_to("/dev/zero")
    elif kind == "folder":
        config.mkdir()
    else:
        with config.open("wb") as file:
            file.truncate(1 << 40)
    with pytest.raises(StateError, match="cannot read the settings") as caught:
        load_settings({})
    assert "\n" not in str(caught.value)

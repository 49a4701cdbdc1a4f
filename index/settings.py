"""Settings: a `config.toml` a person writes, overridden by `CEASEFIRE_READER_*` variables, overridden by flags."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from index.documents.cleaning import clean_line
from index.errors import StateError
from index.homes import from_home
from index.own_files import read_own

APPLICATION = "ceasefire-reader"
VARIABLE_PREFIX = "CEASEFIRE_READER_"
_LARGEST = 1 << 20
"""Bytes of a file of settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen.  `width` is the reading width in cells, 0 for the whole pane; `keys` maps command ids to
    keys.

    `theme` is a Textual theme's name, or that of one of `themes`, the user's own: colours by name; `restore` reopens
    what was open last; `corpus` is used where none is named.
    """

    corpus: str = ""
    theme: str = ""
    width: int = 80
    highlights: bool = True
    restore: bool = True
    cache_dir: Path = field(default_factory=lambda: _folder("cache"))
    data_dir: Path = field(default_factory=lambda: _folder("data"))
    keys: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this user.

    Raises StateError, naming file and option, where the file cannot be read or an option has the wrong type.
    """
    environment = os.environ if environment is None else environment
    settings = _with_options(Settings(), *_from_file(config_file()))
    named = {
        name[len(VARIABLE_PREFIX) :].lower(): (text, f"${name}")
        for name, text in environment.items()
        if name.startswith(VARIABLE_PREFIX) and text
    }
    known = {f.name for f in fields(Settings)} - {"keys", "themes"}
    for name, (text, source) in named.items():
        if name in known:
            settings = _with_options(settings, {name: _parsed(name, text, source)}, source)
    return settings


def config_file() -> Path:
    """Where `config.toml` is looked for; it need not exist."""
    return _folder("config") / "config.toml"


def themes_folder() -> Path:
    """Where the user's themes are looked for, a file each; it need not exist."""
    return config_file().with_name("themes")


def usual_cache_folder() -> Path:
    """Where indexes are kept unless the user says otherwise."""
    return _folder("cache")


def _folder(kind: str) -> Path:
    import platformdirs  # deferred: only those who need a folder pay for it

    return Path(getattr(platformdirs, f"user_{kind}_path")(APPLICATION, appauthor=False))


def _from_file(path: Path) -> tuple[dict[str, object], str]:
    try:
        text = read_own(path, _LARGEST).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        return {}, str(path)
    except (OSError, UnicodeDecodeError) as problem:
        raise _unreadable(path, problem) from problem
    from index.toml import parsed_toml  # only where there are settings

    try:
        return parsed_toml(text), str(path)
    except ValueError as problem:
        raise _unreadable(path, problem) from problem


def _unreadable(path: Path, problem: Exception) -> StateError:
    return StateError(f"cannot read the settings in {path}: {clean_line(str(problem))}")


def _parsed(name: str, text: str, source: str) -> object:
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        if text.lower() in ("1", "true", "yes", "on"):
            return True
        if text.lower() in ("0", "false", "no", "off"):
            return False
        raise StateError(f"{source} must be true or false, not {clean_line(text)!r}")
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            raise StateError(f"{source} must be a whole number, not {clean_line(text)!r}") from None
    return text


def _with_options(settings: Settings, options: Mapping[str, Any], source: str) -> Settings:
    for name, value in options.items():
        if name not in {f.name for f in fields(Settings)}:
            raise StateError(f"{source}: there is no option {clean_line(name)!r}")
        default = getattr(settings, name)
        if isinstance(default, Path) and isinstance(value, str):
            try:
                value = from_home(value)
            except StateError as problem:
                raise StateError(f"{source}: {problem}") from problem
        elif isinstance(default, Mapping):
            kind, wanted = (str, "a table of command ids and keys") if name == "keys" else (dict, "tables of colours")
            if not isinstance(value, dict) or not all(isinstance(each, kind) for each in value.values()):
                raise StateError(f"{source}: {name} must be {wanted}")
        elif type(value) is not type(default):
            wanted = {bool: "true or false", int: "a whole number"}.get(type(default), "a text")
            raise StateError(f"{source}: {name} must be {wanted}")
        if name == "width" and isinstance(value, int) and not (value == 0 or 20 <= value <= 1000):
            raise StateError(f"{source}: width must be 0 or from 20 to 1000")
        settings = replace(settings, **{name: value})
    return settings

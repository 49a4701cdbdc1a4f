"""The pictures of README.md are those of `tools/pictures.py`: of the starter corpus, small, and fetching nothing."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings
from tests.conftest import ROOT
from tools.pictures import PICTURES, Picture
from tui.colours.theme import DARK, THEMES

_LARGEST = 128_000
_FOLDER = ROOT / "docs/pictures"


def test_the_readme_shows_all_that_are_taken_and_no_others() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(docs/pictures/(\w+)\.svg\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    taken = sorted(picture.name for picture in PICTURES)
    assert sorted(shown) == taken == sorted(file.stem for file in _FOLDER.iterdir())


def words(svg: str) -> str:
    """What is read on a picture, without what parts it into colours."""
    return " ".join(html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", svg, flags=re.DOTALL)).split())


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_each_is_of_an_article_of_the_starter_corpus_in_the_colours_of_today(
    picture: Picture, starter: Path, starter_cache: Path, tmp_path: Path
) -> None:
    svg = (_FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
    library = Library.open(starter, settings=Settings(cache_dir=starter_cache, data_dir=tmp_path))
    assert library.read(picture.article).title in words(svg)
    library.close()
    assert len(svg.encode()) < _LARGEST
    assert not re.search(r"@font-face|url\((?!#)|<(image|script|foreignObject)", svg)
    theme = next(theme for theme in THEMES if theme.name == DARK)
    for colour in (theme.background, theme.panel, theme.variables["text-muted"]):
        assert str(colour) in svg, "run `make pictures`"

"""What every screen looks like: at four widths, in the light theme, and without colour; and which colours it shows
text in.

Pictures are made anew by `--snapshot-update`; look at each that changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy import SnapshotAssertion

from tests.tui.looks.conftest import Open
from tests.tui.looks.photographs import PLAIN, photographs
from tests.tui.looks.table import LOOKS, OPENED


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "plain"])
@pytest.mark.parametrize("name", LOOKS)
async def test_looks(
    name: str,
    colour: bool,
    open_corpus: Open,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    if colour:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    look = LOOKS[name]
    sizes = look.sizes if colour else (PLAIN,)
    pictures, unknown = await photographs(open_corpus(look.corpus), OPENED[look.corpus], look.bring_up, sizes)
    kept = snapshot.use_extension(SVGImageExtension)
    changed = [shown for shown, picture in pictures.items() if picture != kept(name=shown)]
    assert not changed, f"these look different: {', '.join(changed)}"
    assert unknown == {}, "pairs of colours whose contrast is not reckoned (`pairs.PAIRS`)"

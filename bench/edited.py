"""Edits planted into copies of the articles of a folder, and how the comparison judges them.

`python -m bench copies FOLDER` changes words and sentences and asks what share is still seen as copied;
`python -m bench holes FOLDER` drops sentences of one version of three, and asks whether it is said to lack them;
`python -m bench quotations FOLDER` changes quotations, and asks what is said to have been done to each.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

from bench import copies, left_out, quotations
from index.documents.load import load_bytes
from index.documents.model import Document

KINDS = {"copies": copies.measure, "holes": left_out.measure, "quotations": quotations.measure}
_FILES = (".txt", ".md", ".html")


def main(arguments: Sequence[str]) -> int:
    """Measures and prints a table and one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("folder", type=Path, help="articles to copy: files of text, Markdown or HTML")
    parser.add_argument("--articles", type=int, default=60, help="articles that are drawn, at most (60)")
    parser.add_argument("--seed", type=int, default=1, help="of the draws and edits (1)")
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    paths = sorted(path for path in options.folder.rglob("*") if path.suffix in _FILES and path.is_file())
    if len(paths) < 2:
        parser.error(f"{options.folder} holds fewer than two articles")
    chance.shuffle(paths)
    documents = [read(path) for path in sorted(paths[: options.articles])]
    table, figures = KINDS[options.kind](documents, chance)
    print(table)
    told = {"kind": options.kind, "articles": len(documents), "seed": options.seed, "figures": figures}
    print(json.dumps(told))
    return 0


def read(path: Path) -> Document:
    """An article as the program reads it."""
    return load_bytes(path.read_bytes(), path.name)

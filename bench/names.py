"""How fast names are found, what importing the rules and their tables takes, and how soon an article that the index
knows can be highlighted.

All times are processor time, so that they say the same on a busy machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.figure import Figure, figure
from bench.pane import largest
from bench.timing import Timing, timing
from index.documents.load import load_bytes
from index.documents.model import Document, Span
from index.library import Library
from index.settings import Settings

_MOST = 400
"""Articles that are read for names in one run."""
_LONG = 1_000_000
"""Characters of the article that is long."""
_SCREENFUL = 2_800
"""Characters on 40 lines of 80 cells, blank lines between the paragraphs and short last lines left out."""


def measure(paths: list[Path], work: Path, runs: int) -> tuple[list[Figure], list[Timing]]:
    """Kilobytes a second, the start, the memory, and the names of a screenful, an article and a long one."""
    from index.entities.recognise import recognise

    texts = [path.read_text(encoding="utf-8") for path in paths[:_MOST]]
    documents = [load_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    size = sum(len(text.encode()) for text in texts) / 1000
    rates: list[float] = []
    for _ in range(runs):
        began = time.process_time()
        for document in documents:
            recognise(document)
        rates.append(size / (time.process_time() - began))
    starts = [_start("whole") for _ in range(runs)]
    firsts = [_start("first") for _ in range(runs)]
    figures = [
        figure("finding names", "kB/s", rates, [], ""),
        figure("memory of the names' rules and tables", "MB", [memory for _, memory in starts], [], ""),
    ]
    whole = "\n\n".join(texts)
    screens = [load_bytes(whole[at : at + _SCREENFUL].encode(), "a.txt") for at in range(0, len(whole), _SCREENFUL)]
    timings = [
        timing("import of the names' rules and tables", "ms", [taken for taken, _ in starts], 120),
        timing("first names of a process, before it is known who is who", "ms", [taken for taken, _ in firsts]),
        timing(
            "names found in a screenful", "ms", [_taken(lambda d=screen: recognise(d)) for screen in screens[:_MOST]]
        ),
        timing(
            "names of a screenful, before it is known who is who",
            "ms",
            [_until(screen) for screen in screens[:_MOST]],
            5,
        ),
        *_kept(texts, whole, work, runs),
    ]
    return figures, timings


def _kept(texts: list[str], whole: str, work: Path, runs: int) -> list[Timing]:
    """How long it takes until the names of an article that the index knows are there."""
    from index.entities.glance import glance

    folder = work / "named"
    folder.mkdir()
    for number, text in enumerate(texts[:100]):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "long.txt").write_text((whole * (_LONG // len(whole) + 1))[:_LONG], encoding="utf-8")
    library = Library.open(folder, settings=Settings(cache_dir=work / "cache", data_dir=work / "data", restore=False))
    library.refresh()
    library.entities()
    short = [_taken(lambda name=name: library.annotations(name)) for name in _paths(len(texts[:100]))]
    long = [_taken(lambda: library.annotations("long.txt")) for _ in range(runs * 2)]
    article = library.read("long.txt")
    views = [Span(at, at + _SCREENFUL) for at in range(0, len(article.text), len(article.text) // _MOST)]
    glances = [_taken(lambda view=view: glance(article, view)) for view in views]
    library.close()
    return [
        timing("names of an article from the index", "ms", short, 5),
        timing(f"names of an article of {_LONG // 1_000_000} MB from the index", "ms", long),
        timing(f"names in view of an article of {_LONG // 1_000_000} MB", "ms", glances, 5),
    ]


def _until(document: Document) -> float:
    """Milliseconds until the mentions of a document are there to be shown."""
    from index.entities.recognise import recognise

    began = time.process_time()
    taken: list[float] = []
    recognise(document, lambda mentions: taken.append(time.process_time() - began))
    return taken[0] * 1000


def _paths(count: int) -> list[str]:
    return [f"{number:03}.txt" for number in range(count)]


def _taken(what: Callable[[], object]) -> float:
    began = time.process_time()
    what()
    return (time.process_time() - began) * 1000


def _start(what: str) -> tuple[float, float]:
    """Milliseconds of one of `_STARTS` in a process of its own, and megabytes it adds."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.names", what], capture_output=True, text=True, check=True, timeout=120
    )
    taken, memory = json.loads(done.stdout)
    return taken, memory


def _whole() -> Callable[[], object]:
    """All that finds names is imported and loaded."""
    document = load_bytes(b"Nothing is named here.", "a.txt")

    def load() -> None:
        from index.entities.recognise import recognise
        from index.entities.recognising.lexicon import lexicon

        lexicon()
        recognise(document)

    return load


def _first() -> Callable[[], object]:
    """The names of the first few words are there to be shown."""
    document = load_bytes(b"On 3 March 2021 Elena Kovac paid 40 million dollars in Lviv.", "a.txt")

    def look() -> None:
        from index.entities.glance import glance

        assert len(glance(document, Span(0, len(document.text)))) == 4

    return look


_STARTS = {"whole": _whole, "first": _first}

if __name__ == "__main__":
    start, before = _STARTS[sys.argv[1]](), largest()
    print(json.dumps((_taken(start), (largest() - before) / 1e6)))

"""Queries made to be slow: how long each takes until it is answered or explained, and how long it goes on at most
without a look whether it is to stop.

Both are processor time, beside that of a fixed piece of work, so that runs on different machines, or in different
minutes of one, can be compared.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from index.errors import QueryError
from index.library import Library

_SAMPLE = 400
_REFERENCE = 200_000
"""Entries of a dictionary, made once: the fixed piece of work."""
_RUNS = 2


@dataclass(frozen=True, slots=True)
class Hard:
    """A query: milliseconds of processor time in the slower of two runs, the longest of them without a look whether it
    is to stop, and how many articles it found, or how it was explained.
    """

    name: str
    taken: float
    unseen: float
    said: str


def reference() -> float:
    """Milliseconds that the fixed piece of work takes now, the least of five."""
    taken = []
    for _ in range(5):
        began = time.thread_time()
        made: dict[int, int] = {}
        for number in range(_REFERENCE):
            made[number] = number  # noqa: PERF403 - one by one is the work
        taken.append(time.thread_time() - began)
    return 1000 * min(taken)


def measure(library: Library, paths: Sequence[Path]) -> list[Hard]:
    """Every query twice, the slowest first."""
    library.warm()
    found = []
    for name, query in queries(paths):
        runs = [_asked(library, query, typing=name.startswith("typed")) for _ in range(_RUNS)]
        found.append(Hard(name, max(run[0] for run in runs), max(run[1] for run in runs), runs[-1][2]))
    return sorted(found, key=lambda each: -each.taken)


def table(hard: Sequence[Hard], least: float = 0.0) -> str:
    """Those that take so many milliseconds, for people."""
    lines = [f"{'ms':>7} {'unseen':>7}  query, of {len(hard)}"]
    lines += [f"{each.taken:7.0f} {each.unseen:7.0f}  {each.name}: {each.said}" for each in hard if each.taken >= least]
    return "\n".join(lines)


def _asked(library: Library, query: str, *, typing: bool) -> tuple[float, float, str]:
    longest = 0.0
    last = began = time.thread_time()

    def looks() -> bool:
        nonlocal last, longest
        now = time.thread_time()
        longest, last = max(longest, now - last), now
        return False

    try:
        said = f"{library.search(query, limit=20, cancelled=looks, typing=typing).total:,}"
    except QueryError as problem:
        said = str(problem)
    looks()
    return 1000 * (last - began), 1000 * longest, said


def queries(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The queries by name, of the words that some of the articles have most often and of longer ones."""
    step = max(1, len(paths) // _SAMPLE)
    texts = [path.read_text(encoding="utf-8", errors="replace").lower() for path in paths[::step]]
    counts = Counter(word for text in texts for word in re.findall(r"[a-z]+", text))
    common = [word for word, _ in counts.most_common() if len(word) > 1]
    long = [word for word in common if len(word) > 5]
    yield from _words(common, long)
    yield from _phrases(common, long)
    yield from _letters(common, long)
    yield from _joined(common, long)
    text = " ".join(re.findall(r"[a-z]+", " ".join(texts)))
    for length in (200, 500, 1_000, 2_000, 5_000, 9_900):
        yield f"pasted text of {length:,} characters", text[:length]
        yield f"typed text of {length:,} characters", text[:length]


def _words(common: Sequence[str], long: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number in (1, 2, 5, 10, 20, 40, 100, 300):
        yield f"{number} commonest words", " ".join(common[:number])
        yield f"{number} commonest long words", " ".join(long[:number])
    yield "2,000 different words", " ".join(common[:2_000])[:9_990]
    yield "1,500 unknown words", " ".join(f"xq{number}" for number in range(1_400))
    yield "an unknown long word", "governmentalisationes"
    yield "three unknown words", "presidnet goverment agreemnt"
    yield "a word of 10,000 letters", "a" * 10_000
    for number in (5, 15, 60):
        yield f"title: with {number} words", " ".join(f"title:{word}" for word in common[:number])
        yield f"text: with {number} words", " ".join(f"text:{word}" for word in common[:number])


def _phrases(common: Sequence[str], long: Sequence[str]) -> Iterator[tuple[str, str]]:
    one, two, three, four = common[:4]
    yield "a phrase of the two commonest", f'"{one} {two}"'
    yield "a phrase of the second and the first", f'"{two} {one}"'
    yield "a phrase of the commonest twice", f'"{one} {one}"'
    yield "a phrase of of and the", '"of the"'
    yield "a phrase of in and the", '"in the"'
    yield "a phrase of three of the commonest", f'"{two} {one} {three}"'
    yield "a phrase of six of the commonest", f'"{" ".join(common[:6])}"'
    yield "a phrase of 100 words", f'"{" ".join(common[:100])}"'
    yield "a phrase of 100 times the commonest", f'"{" ".join([one] * 100)}"'
    yield "five phrases of the commonest", " ".join(f'"{a} {b}"' for a, b in pairwise(common[:6]))
    yield "twenty phrases of long words", " ".join(f'"{a} {b}"' for a, b in pairwise(long[:21]))
    yield "a phrase with the beginning of a word", f'"{one} {long[0][:2]}*"'
    yield "a phrase with a fuzzy word", f'"{one} {long[0]}~"'
    yield "a common phrase in titles", f'title:"{two} {one}"'
    for slop in (1, 5, 100):
        yield f"two of the commonest, {slop} apart", f'"{one} {two}"~{slop}'
        yield f"two of the commonest, in order, {slop} apart", f'"{one} {two}"~>{slop}'
        yield f"two long words, {slop} apart", f'"{long[0]} {long[1]}"~{slop}'
    yield "six of the commonest, 100 apart", f'"{" ".join(common[:6])}"~100'
    yield "a phrase that is required, and words", f'+"{two} {one}" {three} {four} {long[0]}'


def _letters(common: Sequence[str], long: Sequence[str]) -> Iterator[tuple[str, str]]:
    short = [word for word in common if len(word) == 3]
    for number in (1, 4, 10):
        yield f"{number} fuzzy words", " ".join(f"{word}~" for word in long[:number])
        yield f"{number} fuzzy words, one letter", " ".join(f"{word}~1" for word in long[:number])
    yield "four fuzzy words of three letters", " ".join(f"{word}~" for word in short[:4])
    yield "ten fuzzy words of three letters", " ".join(f"{word}~" for word in short[:10])
    yield "a fuzzy word of 60 letters", "a" + "b" * 59 + "~"
    yield "two letters and *", "co*"
    yield "twenty beginnings of three letters", " ".join(f"{word[:3]}*" for word in long[:20])
    yield "twenty beginnings of five letters", " ".join(f"{word[:5]}*" for word in long[:20])
    for number in (1, 5, 20):
        yield f"{number} endings", " ".join(f"*{word[-4:]}" for word in long[:number])
        yield f"{number} middles", " ".join(f"*{word[1:5]}*" for word in long[:number])
    yield "three * in a word", "*e*n*t"
    yield "three * with three letters", "*a*b*c*"
    yield "****x", "****x"
    yield "twenty words with ?", " ".join(f"{word[:3]}?{word[4:]}" for word in long[:20])
    for length in (1, 2, 3):
        yield f"typed {length} letters", long[0][:length]
        yield f"typed the commonest and {length} letters", f"{common[0]} {long[0][:length]}"


def _joined(common: Sequence[str], long: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number in (2, 5, 15, 100):
        yield f"AND of {number} of the commonest", " AND ".join(common[:number])
        yield f"OR of {number} of the commonest", " OR ".join(common[:number])
        yield f"{number} of the commonest required", " ".join(f"+{word}" for word in common[:number])
    yield "NOT the commonest", f"NOT {common[0]}"
    yield "NOT a long word", f"NOT {long[0]}"
    yield "300 times NOT", "(NOT talks) " * 300
    yield "a word without twenty", f"{common[0]} " + " ".join(f"-{word}" for word in long[:20])
    yield "300 times AND NOT in brackets", " OR ".join(["(talks AND NOT ceases)"] * 300)
    yield "one required, and forty words", f"+{common[0]} " + " ".join(common[1:41])
    yield "3,000 brackets", "(" * 3_000 + "truce" + ")" * 3_000
    yield "50 brackets", "(" * 49 + f"{common[0]} {long[0]}" + ")" * 49
    yield "all paths", "path:0"
    yield "twenty paths", " ".join(f"path:{number}" for number in range(20))
    yield "all dates", "date:0001..9999"
    yield "words in all dates", f"{common[0]} {long[0]} date:1900..2100"
    yield "names that begin with a letter", "person:ma*"
    yield "a boost", f"{common[0]}^9 {long[0]}^0.1"

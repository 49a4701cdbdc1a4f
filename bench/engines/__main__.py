"""One peer's search engine in a process of its own, in whatever Python has it installed: reads questions, one JSON
object a line, and answers each with what it found and the processor time that it took.

    PYTHON -m bench.engines fts5|tantivy|xapian FOLDER

Every engine stems English, answers with the best by its own ranking, and cuts a passage from each.  What an engine
cannot be asked is answered with null.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench.engines.asked import Engine


def main() -> None:
    """Indexes the folder, says so, and answers until there are no more questions."""
    name, folder = sys.argv[1:]
    engine = _engine(name, Path(folder))
    print(json.dumps({"ready": name}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        start = time.process_time()
        if question["kind"] == "ranking":
            answer: dict[str, object] = {"paths": engine.ranked(question["words"], question["best"])}
        else:
            answer = {"found": engine.ask(question["kind"], question["words"])}
        answer["ms"] = (time.process_time() - start) * 1000
        print(json.dumps(answer), flush=True)


def _engine(name: str, folder: Path) -> Engine:
    if name == "fts5":
        from bench.engines.fts5 import Fts5

        return Fts5(folder)
    if name == "tantivy":
        from bench.engines.tantivy import Tantivy

        return Tantivy(folder)
    from bench.engines.xapian import Xapian

    return Xapian(folder)


if __name__ == "__main__":
    main()

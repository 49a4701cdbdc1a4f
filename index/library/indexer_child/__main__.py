"""`python -m index.library.indexer_child`: refreshes an index apart from the screen.

It is above the library, which starts it through `index.library.indexer`; what it writes is described there.  It is a
`__main__` because every other main module is imported again by each process that reads articles.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from dataclasses import replace
from pathlib import Path

from index import cache
from index.errors import EngineError, ReaderError
from index.library import Library
from index.search.lean import import_lean
from index.settings import Settings


class _Parent:
    """What the parent tells; when it is gone, this process ends."""

    def __init__(self) -> None:
        self.opened: str | None = None
        """The article that is open."""
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin.buffer:
            self.opened = str(json.loads(line))
        os._exit(130)


def main(arguments: list[str]) -> None:
    """Refreshes the index of ROOT in CACHE_DIR, telling on standard output how it goes; where STAGE is "words", without
    what the articles name.  What the user made, in DATA_DIR, follows files that were renamed.  FOLDER is where
    the parent looks for the index: a program that was replaced while the parent runs may look elsewhere.
    """
    import_lean()  # which it can be while there is one thread
    parent = _Parent()
    root, cache_dir, data_dir = map(Path, arguments[:3])
    library = Library(root, replace(Settings(), cache_dir=cache_dir, data_dir=data_dir))
    try:
        if str(library.folder) != arguments[4]:
            raise EngineError("the program was replaced by another version; end it and start it again")
        cache.ensure_private(library.folder)  # a folder of this process's own would go with it
        status = library.refresh(_tell, names=arguments[3] == "names", opened=lambda: parent.opened)
        message: dict[str, object] = {"changed": sorted(status.changed), "busy": status.busy}
    except ReaderError as problem:
        message = {"error": str(problem), "kind": type(problem).__name__}
    print(json.dumps(message), flush=True)


def _tell(done: int, todo: int) -> None:
    if done % 20 == 0 or done == todo:
        print(json.dumps({"done": done, "todo": todo}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

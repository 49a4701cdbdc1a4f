"""Articles of the index that were shown lately, unpacked: who types sees most of the same ones after each letter."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from index.building.kept import Page

_MOST = 256
_LARGEST = 64 * 1024
"""Bytes of a packed text from which a page is not worth the memory."""


class RecentPages:
    """Pages by path, as long as `state`, which stands for what is kept, stays the same.  Safe to use from several
    threads.
    """

    def __init__(self, read: Callable[[Sequence[str]], Mapping[str, Page]], state: Callable[[], object]) -> None:
        self._read = read
        self._state = state
        self._lock = threading.Lock()
        self._known: object = None
        self._pages: OrderedDict[str, Page] = OrderedDict()

    def __call__(self, paths: Sequence[str]) -> dict[str, Page]:
        """The pages of those paths that are there."""
        # Asked for before anything is read: what changes after that is thrown away the next time.
        state = self._state()
        with self._lock:
            if state != self._known:
                self._pages.clear()
                self._known = state
            known = self._pages
            found = {path: known[path] for path in paths if path in known}
            for path in found:
                known.move_to_end(path)
        read = self._read([path for path in paths if path not in found])
        with self._lock:
            if state == self._known:
                for path, page in read.items():
                    if page.packed_size <= _LARGEST:
                        self._pages[path] = page
                while len(self._pages) > _MOST:
                    self._pages.popitem(last=False)
        found.update(read)
        return found

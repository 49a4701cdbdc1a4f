"""The head of a connection's first request, awaited within limits of time, size and number.

A client that sends its head a letter at a time would else hold a connection as long as it likes (Slowloris, 2009). What
has sent a whole head is handed to the server's own protocol and never looked at again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 5.0
"""Seconds in which the head must be there."""
LARGEST = 32 * 1024
"""Bytes of a head; a browser's has one or two thousand."""
MOST = 64
"""Connections without a head at once."""

_END = b"\r\n\r\n"
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Heads:
    """The connections whose head is awaited; `make` gives the protocol that answers those that have sent it."""

    def __init__(self, make: Callable[[], asyncio.Protocol], patience: float = PATIENCE) -> None:
        self.make = make
        self.patience = patience
        self.waiting: set[_Head] = set()

    def __call__(self) -> asyncio.Protocol:
        """The protocol of a new connection."""
        return _Head(self)

    def close(self) -> None:
        """Drop what has not sent its head yet."""
        for one in tuple(self.waiting):
            one.drop()


class _Head(asyncio.Protocol):
    """One connection, until its head is there."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads
        self._read = bytearray()
        self._transport: asyncio.Transport | None = None
        self._end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        if len(self._heads.waiting) >= MOST:
            transport.abort()
            return
        self._heads.waiting.add(self)
        self._end = asyncio.get_running_loop().call_later(self._heads.patience, self.drop)

    def data_received(self, data: bytes) -> None:
        searched = max(0, len(self._read) - len(_END) + 1)
        self._read += data
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        if _END in self._read[searched : LARGEST + len(_END)]:
            self._leave()
            answering = self._heads.make()
            transport.set_protocol(answering)
            answering.connection_made(transport)
            answering.data_received(bytes(self._read))
        elif len(self._read) > LARGEST:
            self._leave()
            transport.write(_TOO_LARGE)
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._leave()

    def drop(self) -> None:
        """Take no more from it."""
        self._leave()
        if self._transport is not None:
            self._transport.abort()

    def _leave(self) -> None:
        self._heads.waiting.discard(self)
        if self._end is not None:
            self._end.cancel()

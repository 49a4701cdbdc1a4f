"""`serve` is for this machine: it binds loopback, and answers only requests that are meant for it."""

from __future__ import annotations

import asyncio
import base64
import http.client
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import WSMessage, WSMsgType, web

from tests.commandline.conftest import Run
from tui.commandline import serving
from tui.commandline.heads import LARGEST, MOST, Heads
from tui.commandline.serve import allowed, is_loopback
from tui.commandline.serving import COLUMNS, ROWS, ReaderServer, understood


def test_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.3.2.1", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "192.168.1.4", "::", "example.org")))


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_requests_for_this_server(host: str) -> None:
    assert allowed("127.0.0.1", 8000, host, [])
    assert allowed("127.0.0.1", 8000, host, [f"http://{host}"])


@pytest.mark.parametrize(
    ("host", "origins"),
    [
        (None, []),
        ("evil.example:8000", []),
        ("127.0.0.1:9000", []),
        ("127.0.0.1:8000", ["http://evil.example"]),
        ("127.0.0.1:8000", ["http://127.0.0.1:9000"]),
        ("127.0.0.1:8000", ["http://127.0.0.1:8000", "http://evil.example"]),
        ("127.0.0.1:8000", ["null"]),
        ("127.0.0.1:8000", ["http://[evil"]),
        ("127.0.0.1:port", []),
    ],
)
def test_requests_for_others_are_refused(host: str | None, origins: list[str]) -> None:
    assert not allowed("127.0.0.1", 8000, host, origins)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('["stdin", "q\\ud800"]', ("stdin", b"q?")),
        ('["resize", {"width": 100000, "height": -1}]', ("resize", (COLUMNS, 1))),
        ('["resize", {"width": "1", "height": 1}]', None),
        ('["ping", "7"]', ("ping", "7")),
        ('["focus"]', ("focus", None)),
        ('["quit"]', None),
        ('["stdin", 5]', None),
        ("[]", None),
        ("{}", None),
        ("{", None),
        ("[" * 100_000, None),
    ],
)
def test_what_a_page_may_say(text: str, meant: object) -> None:
    assert understood(text) == meant


def test_without_the_extra(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    outcome = run("serve", starter)
    assert outcome.status == 2
    assert outcome.err.endswith("pip install 'ceasefire-reader[serve]'\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_page_is_served_to_this_machine_and_no_other_site(starter: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "[red]a[/red]$(touch run)"  # no markup, and not for a shell
    corpus.mkdir(parents=True)
    shutil.copy(next(starter.glob("*.txt")), corpus)
    port = free_port()
    ours = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "tui.cli", "serve", str(corpus), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        status, headers = _answer(port, {})
        assert status == 200
        policy = headers["Content-Security-Policy"]
        assert all(rule in policy for rule in ("default-src 'none'", "frame-ancestors 'none'"))
        assert "google" not in policy
        for other in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "http://[evil"}):
            assert _answer(port, other)[0] == 403
        assert _answer(port, {}, "/ws")[0] == 400
        with socket.create_connection(("127.0.0.1", port)) as page:
            page.sendall(
                f"GET /ws?width=99999999&height=-1 HTTP/1.1\r\nHost: {ours}\r\nUpgrade: websocket\r\n"
                "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                f"Sec-WebSocket-Key: {base64.b64encode(bytes(16)).decode()}\r\n\r\n".encode()
            )
            shown = b""
            while b"\x1b[?1049h" not in shown:
                more = page.recv(1 << 16)
                assert more, "no reader was started"
                shown += more
            server.terminate()  # while the page is open
            told = server.communicate(timeout=60)[1]
    finally:
        server.kill()
    assert server.returncode == 0
    assert not (Path.cwd() / "run").exists()
    assert all(line.startswith("ceasefire-reader: ") for line in told.splitlines())


def _answer(port: int, headers: dict[str, str], path: str = "/") -> tuple[int, http.client.HTTPMessage]:
    deadline = time.monotonic() + 60
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        finally:
            connection.close()


class Answering(asyncio.Protocol):
    """Answers whatever head it is given with what it was given."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(data[::-1])
        self.transport.close()


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ((b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",), b"\n\r\n\ra :tsoH\n\r1.1/PTTH / TEG"),
        ((b"GET / HTTP/1.1\r\n\r", b"\nrest"), b"tser\n\r\n\r1.1/PTTH / TEG"),
        ((b"GET / HTTP/1.1\r\nHost: a\r\n", b"X"), b""),  # and then nothing more
        ((b"GET / HTTP/1.1\r\nA: " + b"x" * LARGEST,), b"HTTP/1.1 431 "),
        ((), b""),
    ],
)
async def test_the_head_of_a_request_has_limits(sent: tuple[bytes, ...], answer: bytes) -> None:
    heads = Heads(Answering, patience=0.3)
    server = await asyncio.get_running_loop().create_server(heads, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    for part in sent:
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(0.02)
    try:
        told = await asyncio.wait_for(reader.read(), 20)
    except ConnectionResetError:
        told = b""
    assert told == answer or (answer.endswith(b" ") and told.startswith(answer))
    assert not heads.waiting
    writer.close()
    server.close()


async def test_connections_without_a_head_are_bounded_in_number() -> None:
    heads = Heads(Answering, patience=60)
    server = await asyncio.get_running_loop().create_server(heads, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    slow = [await asyncio.open_connection(*address) for _ in range(MOST)]
    while len(heads.waiting) < MOST:
        await asyncio.sleep(0.01)
    reader, writer = await asyncio.open_connection(*address)
    with suppress(ConnectionResetError):
        assert await asyncio.wait_for(reader.read(), 20) == b""
    assert len(heads.waiting) == MOST
    heads.close()
    assert not heads.waiting
    for _, one in (*slow, (reader, writer)):
        one.close()
    server.close()


def test_a_port_in_use(start: Run, starter: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = start("serve", starter, "--port", taken.getsockname()[1])
    assert outcome.status == 2
    assert "cannot serve" in outcome.err
    assert "Traceback" not in outcome.err


class Page:
    """As much of a page as its reader needs: what it says, and what it is told."""

    def __init__(self, *said: str | bytes) -> None:
        self._said = said
        self.told: list[object] = []

    async def __aiter__(self) -> AsyncIterator[WSMessage]:
        for data in self._said:
            yield WSMessage(WSMsgType.TEXT if isinstance(data, str) else WSMsgType.BINARY, data, None)

    async def send_json(self, value: object) -> None:
        self.told.append(value)


class Reader:
    """A reader that remembers what reached it."""

    def __init__(self, *, takes: bool = True) -> None:
        self.heard: list[object] = []
        self._takes = takes

    async def send_bytes(self, keys: bytes) -> None:
        if not self._takes:
            await asyncio.sleep(60)
        self.heard.append(keys)

    async def set_terminal_size(self, width: int, height: int) -> None:
        self.heard.append((width, height))

    async def send_meta(self, value: object) -> None:
        self.heard.append(value)


def _server(starter: Path) -> ReaderServer:
    return ReaderServer("true", "127.0.0.1", 8000, lambda host, origins: True, "Reader")


async def test_what_a_page_says_reaches_its_reader_and_nothing_else_does(starter: Path) -> None:
    said = ['["stdin", "q"]', '["resize", {"width": 90, "height": 9999}]', '["ping", "7"]', '["blur"]', '["focus"]']
    page, reader = Page(*said, '["exec", "rm"]', "{", b'["stdin", "x"]'), Reader()
    await _server(starter)._process_messages(page, reader)  # type: ignore[arg-type]
    assert reader.heard == [b"q", (90, ROWS), {"type": "blur"}, {"type": "focus"}]
    assert page.told == [["pong", "7"]]


async def test_a_reader_that_takes_nothing_is_given_up(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_PATIENCE", 0.01)
    with pytest.raises(TimeoutError):
        await _server(starter)._process_messages(Page('["stdin", "q"]'), Reader(takes=False))  # type: ignore[arg-type]


async def test_readers_are_bounded_in_number(starter: Path) -> None:
    server = _server(starter)
    server._open.update(object() for _ in range(serving.SCREENS))  # type: ignore[misc]
    with pytest.raises(web.HTTPServiceUnavailable):
        await server.handle_websocket(object())  # type: ignore[arg-type]
    assert len(server._open) == serving.SCREENS


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_who_serves_to_others_is_warned(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    served: list[ReaderServer] = []
    monkeypatch.setattr(ReaderServer, "serve", lambda server: served.append(server))
    outcome = run("serve", starter, "--host", host, "--cache-dir", "x y")
    assert outcome.status == 0
    (server,) = served
    assert shlex.split(server.command)[-2:] == ["--cache-dir", "x y"]
    assert bool(outcome.err) == (host == "0.0.0.0")

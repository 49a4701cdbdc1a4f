"""`serve` is for this machine: it binds loopback, and answers only requests that are meant for it."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commandline.conftest import Run
from tui.commandline.serve import allowed, is_loopback


def test_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.3.2.1", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "192.168.1.4", "::", "example.org")))


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_requests_for_this_server(host: str) -> None:
    assert allowed("127.0.0.1", 8000, host, None)
    assert allowed("127.0.0.1", 8000, host, f"http://{host}")


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        (None, None),
        ("evil.example:8000", None),
        ("127.0.0.1:9000", None),
        ("127.0.0.1:8000", "http://evil.example"),
        ("127.0.0.1:8000", "http://127.0.0.1:9000"),
        ("127.0.0.1:8000", "null"),
        ("127.0.0.1:port", None),
    ],
)
def test_requests_for_others_are_refused(host: str | None, origin: str | None) -> None:
    assert not allowed("127.0.0.1", 8000, host, origin)


def test_without_the_extra(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    outcome = run("serve", starter)
    assert outcome.status == 2
    assert outcome.err.endswith("pip install 'ceasefire-reader[serve]'\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_page_is_served_to_this_machine_and_no_other_site(starter: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "tui.cli", "serve", str(starter), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert _status(port, {}) == 200
        assert _status(port, {"Host": "evil.example"}) == 403
        assert _status(port, {"Origin": "http://evil.example"}) == 403
    finally:
        server.terminate()
        server.wait(20)


def _status(port: int, headers: dict[str, str]) -> int:
    deadline = time.monotonic() + 20
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/", headers=headers)
            return connection.getresponse().status
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        finally:
            connection.close()


def test_a_port_in_use(start: Run, starter: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = start("serve", starter, "--port", taken.getsockname()[1])
    assert outcome.status == 2
    assert "cannot serve" in outcome.err
    assert "Traceback" not in outcome.err

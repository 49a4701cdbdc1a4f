"""`serve`: the same screen in a web browser, through textual-serve.

Whoever can open the page reads the corpus and writes notes, so it is this machine only unless a host is named; and
since a page of any site may send requests to this machine, those with a foreign Host or Origin are refused.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import shlex
import sys
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from tui.commandline.opening import STANDARD_INPUT, opened
from tui.commandline.output import say
from tui.commandline.status import DONE, UsageError


def run(options: Namespace) -> int:
    """Serves until interrupted.  UsageError where the extra is not installed or the address cannot be used."""
    corpus = options.corpus
    if corpus == STANDARD_INPUT:
        raise UsageError("standard input cannot be served; name a folder")
    if not importlib.util.find_spec("textual_serve"):
        raise UsageError("serve needs textual-serve, which is not installed: pip install 'ceasefire-reader[serve]'")
    with opened(options, corpus) as library:
        root = str(library.root)
    command = [sys.executable, "-P", "-m", "tui.cli", "--corpus", root]
    if options.cache_dir is not None:
        command += ["--cache-dir", options.cache_dir]
    if not is_loopback(options.host):
        say(f"everyone who can reach {options.host} can now read this corpus and write your notes")
    _serve(shlex.join(command), options.host, options.port)
    return DONE


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def allowed(host: str, port: int, host_header: str | None, origins: Sequence[str]) -> bool:
    """Whether a request is meant for this server: its Host and all its Origins say so."""
    named = {host, *(("localhost", "127.0.0.1", "::1") if is_loopback(host) else ())}

    def ours(url: str) -> bool:
        try:
            parts = urlsplit(url)
            return parts.hostname in named and (parts.port or 80) == port
        except ValueError:
            return False

    return host_header is not None and ours(f"//{host_header}") and all(map(ours, origins))


def _serve(command: str, host: str, port: int) -> None:
    from tui.commandline.serving import ReaderServer

    try:
        ReaderServer(command, host, port, partial(allowed, host, port), "ceasefire-reader").serve()
    except OSError as problem:
        raise UsageError(f"cannot serve on {host}:{port}: {problem.strerror or problem}") from problem

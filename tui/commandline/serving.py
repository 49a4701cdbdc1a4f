"""The server behind `serve`: textual-serve's, with a bound on what a page or a program can ask of it.

Each open page has a reader in a process of its own, which is ended when the page goes, by force where it must be.
What the server writes to its terminal is single clean lines, without what anybody sent it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import shlex
import signal
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from tui.commandline.heads import Heads
from tui.commandline.output import say

SCREENS = 16
"""Readers that are open at once."""
COLUMNS, ROWS = 1_000, 500
"""What a page may ask for at most."""
_PATIENCE = 3.0
"""Seconds that a reader has for taking what it is sent, and for ending by itself."""
_IDLE = 15.0
"""Seconds in which a connection that was answered must ask again."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def understood(text: str) -> tuple[str, Any] | None:
    """What a page says: "stdin" with bytes, "resize" with columns and rows, "ping" with what comes back, "blur" or
    "focus" with None; None for everything else.
    """
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match said:
        case ["stdin", str(keys)]:
            return "stdin", keys.encode("utf-8", "replace")
        case ["resize", {"width": int(width), "height": int(height)}]:
            return "resize", bounded(width, height)
        case ["ping", back]:
            return "ping", back
        case ["blur" | "focus" as kind, *_]:
            return kind, None
    return None


def bounded(width: int, height: int) -> tuple[int, int]:
    """A size that a screen can have, in columns and rows."""
    return min(max(width, 1), COLUMNS), min(max(height, 1), ROWS)


class _Reader(AppService):
    """One reader, started without a shell."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *shlex.split(self.command), stdin=pipe, stdout=pipe, stderr=pipe, env=self._build_environment(width, height)
        )
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """Asks the reader to end, and ends it where it does not."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await super().stop()
        except TimeoutError:
            self._task = None
        finally:
            if self._process is not None and self._process.returncode is None:
                self._process.kill()
                await self._process.wait()


class ReaderServer(Server):
    """Serves the reader that `command` starts, on one address, to whom `allowed` (of Host and Origins) lets in."""

    def __init__(
        self, command: str, host: str, port: int, allowed: Callable[[str | None, list[str]], bool], title: str
    ) -> None:
        address = f"{f'[{host}]' if ':' in host else host}:{port}"
        super().__init__(command, host=host, port=port, title=title, public_url=f"http://{address}")
        self._allowed = allowed
        self._open: set[web.WebSocketResponse] = set()
        ours = f"'self' http://{address}"
        self._headers = {
            # The page names a font of a foreign site, which is none of that site's business.
            "Content-Security-Policy": f"default-src 'none'; script-src {ours} 'unsafe-inline'; "
            f"style-src {ours} 'unsafe-inline'; img-src {ours} data:; font-src {ours} data:; "
            f"connect-src {ours} ws://{address}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }

    def serve(self, debug: bool = False) -> None:
        """Serves until it is interrupted.  Raises OSError where the address cannot be used."""
        logging.basicConfig(level=logging.ERROR, handlers=[_Lines()], force=True)
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        """As `web.run_app`, with a bound on how slowly a request may begin."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, ended.set)
        runner = web.AppRunner(
            await self._make_app(), access_log=None, shutdown_timeout=_PATIENCE, keepalive_timeout=_IDLE
        )
        await runner.setup()
        assert runner.server is not None
        try:
            heads = Heads(runner.server)
            listening = await loop.create_server(heads, self.host, self.port)
            try:
                say(f"served on {self.public_url}; Ctrl+C ends it")
                await ended.wait()
            finally:
                listening.close()
                heads.close()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.insert(0, self._refuse_others)
        app.on_response_prepare.append(self._say_to_browser)
        return app

    @web.middleware
    async def _refuse_others(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._allowed(request.headers.get("Host"), request.headers.getall("Origin", [])):
            return await handler(request)
        return web.Response(status=403, text="This address is not served here.\n")

    async def _say_to_browser(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(self._headers)

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is said before the address is taken (`_serve`)."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Closes the pages, whose readers end then."""
        await asyncio.gather(*(page.close(code=WSCloseCode.GOING_AWAY) for page in tuple(self._open)))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A page and its reader, until one of them ends.  Raises HTTPServiceUnavailable where too many are open."""
        if len(self._open) >= SCREENS:
            raise web.HTTPServiceUnavailable(text=f"{SCREENS} readers are open already.\n")
        page = web.WebSocketResponse(heartbeat=15, timeout=1)
        self._open.add(page)

        async def close() -> None:
            await page.close()

        try:
            await page.prepare(request)
            reader = _Reader(
                self.command,
                write_bytes=page.send_bytes,
                write_str=page.send_str,
                close=close,
                download_manager=self.download_manager,
            )
            try:
                asked = (to_int(request.query.get(name, ""), usual) for name, usual in (("width", 80), ("height", 24)))
                await reader.start(*bounded(*asked))
                await self._process_messages(page, reader)
            except TimeoutError:
                say("a reader took nothing any more, and was ended")
            finally:
                await reader.stop()
                await page.close()
        finally:
            self._open.discard(page)
        return page

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        async for message in websocket:
            heard = understood(message.data) if message.type is WSMsgType.TEXT else None
            async with asyncio.timeout(_PATIENCE):
                match heard:
                    case "stdin", keys:
                        await app_service.send_bytes(keys)
                    case "resize", (width, height):
                        await app_service.set_terminal_size(width, height)
                    case "ping", back:
                        await websocket.send_json(["pong", back])
                    case "blur" | "focus" as kind, None:
                        await app_service.send_meta({"type": kind})


class _Lines(logging.Handler):
    """What goes wrong in the server, on one line: its tracebacks would hold what was sent."""

    def emit(self, record: logging.LogRecord) -> None:
        problem = record.exc_info[0] if record.exc_info else None
        say(f"{record.name}: {record.getMessage()}{f' ({problem.__name__})' if problem else ''}")

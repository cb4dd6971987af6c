"""A local server that plays a model's server after a script, faults and all. No test of the house talks to another."""

from __future__ import annotations

import gzip
import json
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

JSON = "application/json"
GIBBERISH = b"x" * 65536


@dataclass(frozen=True)
class Seen:
    """A request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, object]

    @property
    def turns(self) -> list[tuple[str, str]]:
        """Role and text of the messages."""
        messages = self.body["messages"]
        assert isinstance(messages, list)
        return [(one["role"], one["content"]) for one in messages]


Scene = Callable[["Handler"], None]


def completion(content: str | None, *, finish: str = "stop", **message: object) -> bytes:
    """The body of a chat completion."""
    choice = {
        "index": 0,
        "finish_reason": finish,
        "message": {"role": "assistant", "content": content, **message},
    }
    usage = {"prompt_tokens": 900, "completion_tokens": 120, "total_tokens": 1020}
    return json.dumps({
        "id": "chatcmpl-7", "object": "chat.completion", "created": 1_790_000_000, "model": "pica-2-0311",
        "choices": [choice], "usage": usage,
    }).encode()  # fmt: skip


def bullets(*drafted: tuple[str, Sequence[object]]) -> str:
    """An answer in the asked form."""
    return json.dumps(
        {"bullets": [{"text": text, "sentences": list(ids)} for text, ids in drafted]}, ensure_ascii=False
    )


def says(content: str | None, *, finish: str = "stop", **message: object) -> Scene:
    return sends(200, completion(content, finish=finish, **message), **{"x-request-id": "req-1"})


def sends(status: int, body: bytes = b"", kind: str = JSON, **headers: str) -> Scene:
    def scene(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"content-type": kind, "content-length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return scene


def hangs(handler: Handler) -> None:
    """Never answers; ends when the client goes."""
    while not handler.gone(0.05):
        pass


def drips(handler: Handler) -> None:
    """Sends a byte now and then, for ever, so that no wait from one to the next is long."""
    handler.begin_chunked()
    while not handler.gone(0.1):
        handler.chunk(b" ")


def floods(handler: Handler) -> None:
    """Sends 5 MB without saying so before."""
    handler.begin_chunked()
    for _ in range(5 * 1024 * 1024 // len(GIBBERISH)):
        handler.chunk(GIBBERISH)
    handler.chunk(b"")


def bomb(megabytes: int = 64) -> Scene:
    """A small packed body that unpacks to many megabytes."""
    return sends(200, gzip.compress(bytes(megabytes * 1024 * 1024)), **{"content-encoding": "gzip"})


def breaks_off(handler: Handler) -> None:
    """Promises more than it sends, then resets the connection."""
    handler.send_response(200)
    handler.send_header("content-type", JSON)
    handler.send_header("content-length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "chatcmpl-7", "choices": [')
    handler.wfile.flush()
    # Without lingering, closing sends a reset instead of a proper end.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    handler.connection.close()


class ModelServer:
    """Answers the first request with the first scene and so on; the last scene is played for all further ones."""

    def __init__(self, *scenes: Scene) -> None:
        self.scenes = list(scenes)
        self.seen: list[Seen] = []
        self.faults: list[str] = []
        self._busy = 0
        self._turn = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.house = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), name="model-server")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    @property
    def busy(self) -> int:
        """How many requests are being answered."""
        return self._busy

    def speaks_tls(self, certificate: Path, key: Path) -> None:
        """From here on only TLS, under that certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._http.socket = context.wrap_socket(self._http.socket, server_side=True)

    def rests(self, within: float = 3.0) -> bool:
        """Whether every client has gone, at the latest after some seconds."""
        until = time.monotonic() + within
        while self._busy and time.monotonic() < until:
            time.sleep(0.01)
        return not self._busy

    def play(self, handler: Handler, seen: Seen) -> None:
        with self._turn:
            scene = self.scenes[min(len(self.seen), len(self.scenes) - 1)]
            self.seen.append(seen)
            self._busy += 1
        try:
            scene(handler)
        except OSError:
            self.faults.append("the client went away")
        finally:
            with self._turn:
                self._busy -= 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class Handler(BaseHTTPRequestHandler):
    """One request of a client."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.close_connection = True
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.casefold(): value for name, value in self.headers.items()}
        house: ModelServer = self.server.house  # type: ignore[attr-defined]
        house.play(self, Seen(self.path, headers, body))

    def begin_chunked(self) -> None:
        self.send_response(200)
        self.send_header("content-type", JSON)
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()

    def chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def gone(self, within: float) -> bool:
        """Whether the client closes within some seconds: it has nothing more to say, so reading ends only then."""
        readable, _, _ = select.select([self.connection], [], [], within)
        if not readable:
            return False
        try:
            return not self.connection.recv(1)
        except OSError:
            return True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            self.close_connection = True  # A scene closed it before.

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # It is called so above.
        return

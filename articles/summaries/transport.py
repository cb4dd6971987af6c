"""Carries one request to a model's server and reads the answer up to a size; knows nothing of what is in it.

The key is put on here, at the last moment, so that the client library above never holds it and can neither log it nor
name it in an exception. Needs the extra “llm”.
"""

import hashlib
import json
import math
import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import httpx2

from articles.summaries.exchange import Peer

# What a client library needs to see of an answer. Everything else that a server writes stays outside.
_KEPT: Final = ("content-type", "retry-after", "x-request-id", "request-id")
_GZIP_OR_ZLIB: Final = zlib.MAX_WBITS | 32


class OutOfBounds(httpx2.TransportError):
    """The answer is not read; why is in `BoundedTransport.fault`."""


class BoundedTransport(httpx2.AsyncBaseTransport):
    """One connection to one server: no redirect, no proxy, certificates verified, `max_bytes` packed and unpacked.

    Afterwards `status`, `request_id`, `wait` and `digest` tell what came, and `sent` what was asked beside the messages.
    """

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        self.fault = ""
        self.status = 0
        self.request_id = ""
        self.wait: float | None = None
        self.digest = ""
        self.sent: dict[str, object] = {}
        limits = httpx2.Limits(max_connections=1, max_keepalive_connections=0)
        self._inner = httpx2.AsyncHTTPTransport(verify=True, trust_env=False, retries=0, limits=limits)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        content = await request.aread()
        self.sent = _without_words(content)
        response = await self._inner.handle_async_request(self._keyed(request, content))
        try:
            return await self._bounded(request, response)
        finally:
            await response.aclose()

    async def aclose(self) -> None:
        await self._inner.aclose()

    def _keyed(self, request: httpx2.Request, content: bytes) -> httpx2.Request:
        """The request with our own headers only: libraries add what the machine and its environment look like."""
        headers = {
            "accept": "application/json",
            "accept-encoding": "identity",
            "connection": "close",
            "content-type": "application/json",
            "user-agent": "newsroom",
        }
        asked = httpx2.URL(self.peer.url)
        at_home = (request.url.scheme, request.url.netloc) == (asked.scheme, asked.netloc)
        if at_home and self.peer.key.reveal():
            headers["authorization"] = f"Bearer {self.peer.key.reveal()}"
        return httpx2.Request(
            request.method, request.url, headers=headers, content=content, extensions=request.extensions
        )

    async def _bounded(self, request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
        self.status = response.status_code
        given = response.headers
        self.request_id = _printable(given.get("x-request-id") or given.get("request-id") or "")
        self.wait = _seconds(given.get("retry-after"))
        if 300 <= response.status_code < 400:
            raise self._out_of_bounds("redirect")
        body = await self._read(response)
        self.digest = hashlib.sha256(body).hexdigest()
        kept = {name: given[name] for name in _KEPT if name in given}
        return httpx2.Response(response.status_code, headers=kept, content=body, request=request)

    async def _read(self, response: httpx2.Response) -> bytes:
        """The body, unpacked. Counted packed and unpacked, since a few packed bytes may hold gigabytes."""
        unpack = self._unpacker(response.headers.get("content-encoding", ""))
        most = self.peer.max_bytes
        packed, body = 0, bytearray()
        if not isinstance(response.stream, httpx2.AsyncByteStream):
            raise self._out_of_bounds("broken-off")
        async for chunk in response.stream:
            packed += len(chunk)
            try:
                body += unpack.decompress(chunk, most - len(body) + 1) if unpack else chunk
            except zlib.error:
                raise self._out_of_bounds("encoding") from None
            if packed > most or len(body) > most:
                raise self._out_of_bounds("too-big")
        if unpack and not unpack.eof:
            raise self._out_of_bounds("broken-off")
        return bytes(body)

    def _unpacker(self, encoding: str) -> "zlib._Decompress | None":
        """None for a plain body. Packed ones are not asked for, yet some servers send nothing else."""
        coding = encoding.strip().casefold()
        if coding in {"", "identity"}:
            return None
        if coding in {"gzip", "x-gzip", "deflate"}:
            return zlib.decompressobj(_GZIP_OR_ZLIB)
        raise self._out_of_bounds("encoding")

    def _out_of_bounds(self, fault: str) -> OutOfBounds:
        self.fault = fault
        return OutOfBounds(fault)


def _without_words(content: bytes) -> dict[str, object]:
    """What was asked beside the messages: they are the article, which is stored already."""
    body = json.loads(content)
    asked = {name: value for name, value in body.items() if name not in {"messages", "response_format"}}
    held_to = body.get("response_format")
    return asked | ({"response_format": held_to["type"]} if held_to else {})


def _seconds(retry_after: str | None) -> float | None:
    """How long a server asks to wait: given in seconds or as a date; None when it asks for nothing sensible."""
    if not retry_after:
        return None
    try:
        wait = float(retry_after)
    except ValueError:
        try:
            until = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        wait = (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(0.0, wait) if math.isfinite(wait) else None


def _printable(given: str) -> str:
    return "".join(filter(str.isprintable, given))[:200]

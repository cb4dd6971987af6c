"""Whatever a model's server does wrong ends in a good draft or in a reason, in time, and leaves nothing behind."""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.summaries.exchange import Peer, Secret, Turn, WireFault
from tests.articles.summaries.engines.conftest import FIRST, GOOD, KEY, MARGIN, SECOND, Newsroom
from tests.model_server import (
    ModelServer,
    Scene,
    bomb,
    breaks_off,
    bullets,
    completion,
    drips,
    floods,
    hangs,
    says,
    sends,
)

BUSY = b'{"error": {"message": "busy"}}'
FENCED = f"Here is the Quick Take:\n```json\n{GOOD}\n```"
TALK = bullets(FIRST, SECOND, ("The ferry is free.", [99]))

MENDED: dict[str, tuple[tuple[Scene, ...], int]] = {
    "a code fence around the answer": ((says(FENCED),), 1),
    "thinking aloud before the answer": ((says(f"<think>Three {{bullets}}?</think>\n{GOOD}"),), 1),
    "an answer that was cut off": ((says(GOOD[:70], finish="length"), says(GOOD)), 2),
    "ids that are not in the article": ((says(TALK), says(GOOD)), 2),
    "an empty answer": ((says(""), says(GOOD)), 2),
    "an answer of nothing": ((says(None), says(GOOD)), 2),
    "503, then an answer": ((sends(503, BUSY, **{"retry-after": "0"}), says(GOOD)), 2),
    "429 with a wait, then an answer": ((sends(429, BUSY, **{"retry-after": "0.2"}), says(GOOD)), 2),
    "no knowledge of schemas": ((sends(400, b'{"error": {"message": "response_format"}}'), says(GOOD)), 2),
    "a packed answer that nobody asked for": (
        (sends(200, gzip.compress(completion(GOOD)), **{"content-encoding": "gzip"}),),
        1,
    ),
}

FAILED: dict[str, tuple[Scene, str, str]] = {
    "hangs": (hangs, "timeout", "did not finish in time"),
    "drips": (drips, "timeout", "did not finish in time"),
    "resets the connection": (breaks_off, "broken-off", "broke off"),
    "sends 5 MB": (floods, "too-big", "more than is read"),
    "announces 5 MB": (sends(200, completion("x" * 5_000_000)), "too-big", "more than is read"),
    "sends a gzip bomb": (bomb(), "too-big", "more than is read"),
    "packs in a strange way": (
        sends(200, b"\x0b\x02\x80hi\x03", **{"content-encoding": "br"}),
        "encoding",
        "packed its answer",
    ),
    "sends broken gzip": (
        sends(200, completion(GOOD), **{"content-encoding": "gzip"}),
        "encoding",
        "packed its answer",
    ),
    "sends nothing": (sends(200), "unreadable", "no answer of a model"),
    "sends a page": (
        sends(200, b"<html><p>Welcome</p></html>", "text/html"),
        "unreadable",
        "no answer of a model",
    ),
    "sends no choice": (sends(200, b'{"id": "x", "choices": []}'), "unreadable", "no answer of a model"),
    "sends null": (sends(200, b"null"), "unreadable", "no answer of a model"),
    "sends JSON without end": (sends(200, b"[" * 100_000), "unreadable", "no answer of a model"),
    "refuses": (says(None, refusal="I cannot help with that."), "refused", "refused to summarise"),
    "filters": (says("", finish="content_filter"), "refused", "refused to summarise"),
    "refuses the key": (sends(401, BUSY), "http-401", "refused the key"),
    "knows no such model": (sends(404, BUSY), "http-404", "does not know this model"),
    "fails": (sends(500, BUSY), "http-500", "reported a fault (500)"),
    "asks to wait too long": (sends(429, BUSY, **{"retry-after": "600"}), "http-429", "busy"),
}


def no_request_is_left() -> bool:
    until = time.monotonic() + MARGIN
    while time.monotonic() < until:
        if not any(thread.name == "model-request" for thread in threading.enumerate()):
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("fault", MENDED)
def test_a_fault_that_can_be_mended_ends_in_a_good_draft(newsroom: Newsroom, fault: str) -> None:
    scenes, requests = MENDED[fault]
    outcome = newsroom.ask(*scenes)

    assert len(outcome.texts) == 3, outcome.reason
    assert outcome.making.retries == requests - 1
    assert len(newsroom.server.seen) == len(outcome.gate.calls) == requests
    assert no_request_is_left()


@pytest.mark.parametrize("fault", FAILED)
def test_a_fault_that_cannot_be_mended_ends_in_a_reason_in_time(newsroom: Newsroom, fault: str) -> None:
    scene, code, words = FAILED[fault]
    outcome = newsroom.ask(scene, deadline="1.2")

    assert words in outcome.reason
    assert outcome.seconds < 1.2 + MARGIN
    assert [call.fault for call in outcome.gate.calls] == [code]
    assert no_request_is_left()
    assert newsroom.server.rests(), "the connection is still open"


def test_a_server_that_is_not_there_is_named_as_such(newsroom: Newsroom) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # Bound and not listening: refused, and nobody else can come there.
        outcome = newsroom.ask(says(GOOD), url=f"http://127.0.0.1:{taken.getsockname()[1]}/v1")

    assert "could not be reached" in outcome.reason
    assert [call.fault for call in outcome.gate.calls] == ["connect"]


def test_a_server_that_stays_busy_is_asked_twice_and_no_more(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(sends(503, BUSY, **{"retry-after": "0"}))

    assert "reported a fault (503)" in outcome.reason
    assert len(newsroom.server.seen) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500])
def test_other_refusals_are_not_tried_again(newsroom: Newsroom, status: int) -> None:
    outcome = newsroom.ask(sends(status, BUSY), output="prompted")

    assert outcome.reason
    assert len(newsroom.server.seen) == 1


def test_a_redirect_is_not_followed_and_the_key_does_not_travel(
    newsroom: Newsroom, model_server: Callable[..., ModelServer]
) -> None:
    elsewhere = model_server(says(GOOD))
    outcome = newsroom.ask(sends(307, location=f"{elsewhere.url}/chat/completions"))

    assert "pointed to another address" in outcome.reason
    assert len(newsroom.server.seen) == 1
    assert not elsewhere.seen


def test_the_deadline_is_over_the_whole_call_and_its_repair(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says("no JSON"), drips, deadline="1.2")

    assert "did not finish in time" in outcome.reason
    assert outcome.seconds < 1.2 + MARGIN
    assert len(newsroom.server.seen) == 2


def test_a_proxy_of_the_environment_is_not_used(
    newsroom: Newsroom, model_server: Callable[..., ModelServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = model_server(says(GOOD))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)

    assert newsroom.ask(says(GOOD)).texts
    assert not proxy.seen


def test_a_certificate_that_nobody_vouches_for_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    alias = ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(
        [openssl, *asked.split(), *alias, "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    newsroom.server = newsroom.start(says(GOOD))
    newsroom.server.speaks_tls(certificate, key)
    outcome = newsroom.ask(url=newsroom.server.url.replace("http:", "https:"))

    assert "could not be reached" in outcome.reason
    assert not newsroom.server.seen


def test_the_caller_walks_away_from_what_cannot_be_cancelled(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from articles.summaries import wire

    async def stands_still(*_: object, **__: object) -> None:
        time.sleep(2.5)  # As a look-up of a name does that nobody answers.

    monkeypatch.setattr(wire, "model_request", stands_still)
    began = time.monotonic()
    with pytest.raises(WireFault) as failed:
        wire.ask(Peer("http://127.0.0.1:9/v1", "pica-2", Secret(KEY), 1000), [Turn("user", "x")], None, 0.2)

    assert failed.value.code == "timeout"
    assert time.monotonic() - began < MARGIN

"""Puts one chat request to a server that speaks the OpenAI format, within a time; judges no draft, needs the extra “llm”.

A thread of its own runs each request, so that the caller may stand in any kind of code and, should all else fail, can
walk away: a look-up of a name, for one, cannot be cancelled.
"""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from typing import Final

import httpx2
from pydantic_ai.direct import model_request
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    SystemPromptPart,
    TextPart,
    UserPromptPart,
)
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings

from articles.summaries.exchange import Answer, Peer, Turn, WireFault
from articles.summaries.transport import BoundedTransport

GRACE: Final = 0.5
MOST_OF_A_NAME: Final = 200

# Whether a server can hold a model to a schema is the newsroom's setting and not a guess from the model's name.
_PROFILE: Final = OpenAIModelProfile(supports_json_schema_output=True, supports_json_object_output=False)
_TEMPERATURE: Final = 0.0


def ask(peer: Peer, turns: Sequence[Turn], schema: dict[str, object] | None, seconds: float) -> Answer:
    """The model's answer to the talk so far, held to the schema where one is given; raises `WireFault`.

    Returns or raises within `seconds` and a moment, whatever the server does.
    """
    transport = BoundedTransport(peer)
    answers: list[Answer] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(asyncio.run(_within(transport, turns, schema, seconds)))
        except BaseException as error:  # noqa: BLE001  # It is raised again in the thread that waits for it.
            errors.append(error)

    thread = threading.Thread(target=run, name="model-request", daemon=True)
    thread.start()
    thread.join(seconds + GRACE)
    if answers:
        return answers[0]
    raise _fault(transport, errors[0] if errors else TimeoutError()) from None


async def _within(
    transport: BoundedTransport, turns: Sequence[Turn], schema: dict[str, object] | None, seconds: float
) -> Answer:
    # The timeouts of the client count from chunk to chunk, and a server that drips never meets them.
    async with (
        asyncio.timeout(seconds),
        httpx2.AsyncClient(
            transport=transport, timeout=seconds, follow_redirects=False, trust_env=False
        ) as client,
    ):
        peer = transport.peer
        provider = OpenAICompatibleProvider(
            "newsroom", base_url=peer.url, api_key="put on by the transport", http_client=client
        )
        response = await model_request(
            OpenAIChatModel(peer.model, provider=provider, profile=_PROFILE),
            [_message(turn) for turn in turns],
            model_settings=ModelSettings(temperature=_TEMPERATURE, max_retries=0, timeout=seconds),
            model_request_parameters=_parameters(schema),
            instrument=False,
        )
    return _answer(transport, response)


def _message(turn: Turn) -> ModelMessage:
    if turn.role == "assistant":
        return ModelResponse(parts=[TextPart(turn.text)])
    part = SystemPromptPart(turn.text) if turn.role == "system" else UserPromptPart(turn.text)
    return ModelRequest(parts=[part])


def _parameters(schema: dict[str, object] | None) -> ModelRequestParameters:
    if schema is None:
        return ModelRequestParameters()
    asked = OutputObjectDefinition(json_schema=schema, name="quick_take", strict=True)
    return ModelRequestParameters(output_mode="native", output_object=asked)


def _answer(transport: BoundedTransport, response: ModelResponse) -> Answer:
    return Answer(
        text=response.text or "",
        model=_name(response.model_name),
        request=transport.request_id or _name(response.provider_response_id),
        tokens_in=response.usage.input_tokens,
        tokens_out=response.usage.output_tokens,
        digest=transport.digest,
        cut_off=response.finish_reason == "length",
        refused=response.finish_reason == "content_filter",
        sent=transport.sent,
    )


def _name(given: str | None) -> str:
    """What a server calls something, fit to be stored and shown."""
    return "".join(filter(str.isprintable, given or ""))[:MOST_OF_A_NAME]


def _fault(transport: BoundedTransport, error: BaseException) -> BaseException:
    """The error as a `WireFault`, or as it is where nothing of the wire explains it: then it is a bug of ours."""
    if isinstance(error, WireFault):
        return error
    code = transport.fault or _code(transport.status, error)
    if not code:
        return error
    return WireFault(code, request=transport.request_id, digest=transport.digest, wait=transport.wait)


def _code(status: int, error: BaseException) -> str:
    causes = list(_causes(error))
    if any(isinstance(cause, TimeoutError | httpx2.TimeoutException) for cause in causes):
        return "timeout"
    if any(isinstance(cause, httpx2.ConnectError) for cause in causes):
        return "connect"
    if any(isinstance(cause, httpx2.TransportError) for cause in causes):
        return "broken-off"
    if status >= 400:
        return f"http-{status}"
    # The server answered, and the client library could not make an answer of it.
    return "unreadable" if status and isinstance(error, Exception) else ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

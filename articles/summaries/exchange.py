"""What passes between an engine and a model's server, and the faults of it in an editor's words; sends nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

_REASONS: Final = {
    "timeout": "The model did not finish in time.",
    "connect": "The model’s server could not be reached.",
    "broken-off": "The connection to the model’s server broke off.",
    "too-big": "The model’s server sent more than is read.",
    "encoding": "The model’s server packed its answer in a way that is not read here.",
    "redirect": "The model’s server pointed to another address, and that is not followed.",
    "unreadable": "The model’s server answered with something that is no answer of a model.",
    "http-400": "The model’s server did not accept the request.",
    "http-401": "The model’s server refused the key.",
    "http-403": "The model’s server refused the key.",
    "http-404": "The model’s server does not know this model or this address.",
    "http-429": "The model’s server is busy, or the limit of the account is reached.",
}
_SERVER: Final = "The model’s server reported a fault"


class Secret:
    """A key that shows itself to nobody who does not ask for it by name."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(…)" if self._value else "Secret()"

    def reveal(self) -> str:
        return self._value


@dataclass(frozen=True, slots=True)
class Peer:
    """Who is asked, and how many bytes of an answer are read."""

    url: str
    model: str
    key: Secret
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the talk with a model."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, as its server reports it.

    `request` is the server's id, `digest` the SHA-256 of the body of its answer in hexadecimal, `sent` what was asked
    beside the messages; `cut_off` and `refused` are what the server says of how the answer ended.
    """

    text: str
    model: str
    request: str
    tokens_in: int
    tokens_out: int
    digest: str
    cut_off: bool = False
    refused: bool = False
    sent: Mapping[str, object] = field(default_factory=dict)


class WireFault(Exception):
    """No answer came of a request. `code` is short and for machines; `wait` is what Retry-After asked for, in seconds."""

    def __init__(self, code: str, *, request: str = "", digest: str = "", wait: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.request = request
        self.digest = digest
        self.wait = wait

    @property
    def reason(self) -> str:
        """The fault as a sentence for an editor; nothing that a server wrote is in it."""
        status = self.code.removeprefix("http-")
        return _REASONS.get(self.code, f"{_SERVER} ({status})." if status.isdigit() else f"{_SERVER}.")

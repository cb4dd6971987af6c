"""The settings of an engine that asks a model, read from words and refused in words; asks nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final
from urllib.parse import urlsplit

from articles.summaries.exchange import Peer, Secret

_KNOWN: Final = frozenset(
    ("url", "model", "key", "deadline", "max_bytes", "price_in", "price_out", "output", "local")
)
_ANSWERS: Final = {"": False, "no": False, "yes": True}
_OUTPUTS: Final = {"": True, "native": True, "prompted": False}
_AT_HOME: Final = frozenset(("localhost", "127.0.0.1", "::1"))
_MILLION: Final = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """`deadline` is seconds over the whole call; prices are for a million tokens; `native` holds a model to a schema."""

    peer: Peer
    deadline: float
    price_in: Decimal
    price_out: Decimal
    native: bool
    local: bool

    @property
    def server(self) -> str:
        """Scheme and host of the server, for the record."""
        parts = urlsplit(self.peer.url)
        return f"{parts.scheme}://{parts.netloc}"

    def cost(self, tokens_in: int, tokens_out: int) -> Decimal:
        return (tokens_in * self.price_in + tokens_out * self.price_out) / _MILLION


def read_options(given: Mapping[str, str]) -> ModelOptions:
    """The options; raises `ValueError` naming the one that is missing or makes no sense, never its secret value."""
    options = {name: value.strip() for name, value in given.items()}
    unknown = sorted(set(options) - _KNOWN)
    if unknown:
        raise ValueError(f"the model has no option “{unknown[0]}”")
    local = _choice(options, "local", _ANSWERS)
    key = options.get("key", "")
    if not all("!" <= sign <= "~" for sign in key):
        raise ValueError("the option “key” holds spaces or signs that no key has")
    url = _url(_needed(options, "url"), keyed=bool(key), local=local)
    return ModelOptions(
        peer=Peer(url, _needed(options, "model"), Secret(key), int(_number(options, "max_bytes", "200000"))),
        deadline=float(_number(options, "deadline", "45")),
        price_in=_number(options, "price_in", "0", least=Decimal(0)),
        price_out=_number(options, "price_out", "0", least=Decimal(0)),
        native=_choice(options, "output", _OUTPUTS),
        local=local,
    )


def _needed(options: Mapping[str, str], name: str) -> str:
    if not options.get(name):
        raise ValueError(f"the option “{name}” is missing")
    return options[name]


def _url(given: str, *, keyed: bool, local: bool) -> str:
    try:
        parts = urlsplit(given)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        raise ValueError("the option “url” is no address") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError("the option “url” must begin with https:// or http://")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("the option “url” must hold no name, password or question: a key belongs in “key”")
    if parts.scheme == "http" and keyed and not local and host not in _AT_HOME:
        raise ValueError("the option “url” must begin with https://, or the key could be read on the way")
    return given.rstrip("/")


def _choice(options: Mapping[str, str], name: str, known: Mapping[str, bool]) -> bool:
    value = options.get(name, "").casefold()
    if value not in known:
        raise ValueError(f"the option “{name}” must be {' or '.join(filter(None, known))}")
    return known[value]


def _number(options: Mapping[str, str], name: str, default: str, least: Decimal | None = None) -> Decimal:
    """The number; above zero, or from `least` on where that is given."""
    try:
        value = Decimal(options.get(name) or default)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or (value <= 0 if least is None else value < least):
        raise ValueError(f"the option “{name}” must be a number above zero")
    return value

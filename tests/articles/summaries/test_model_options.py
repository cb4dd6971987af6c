"""The settings of a model are read once, and what is wrong with them is said without showing the key."""

from decimal import Decimal

import pytest

from articles.summaries.model_options import read_options

GIVEN = {"url": "https://models.karsholt.example/v1/", "model": "pica-2"}
KEY = "sk-sentinel"


def test_what_is_not_said_has_a_sensible_value() -> None:
    options = read_options(GIVEN)

    assert (options.peer.url, options.peer.model) == ("https://models.karsholt.example/v1", "pica-2")
    assert (options.deadline, options.peer.max_bytes, options.native, options.local) == (
        45.0,
        200_000,
        True,
        False,
    )
    assert options.cost(1_000_000, 1_000_000) == 0


def test_prices_are_for_a_million_tokens() -> None:
    options = read_options(GIVEN | {"price_in": "0.15", "price_out": "0.60"})

    assert options.cost(2_000, 500) == Decimal("0.0006")


def test_the_server_is_recorded_without_its_path() -> None:
    assert read_options(GIVEN).server == "https://models.karsholt.example"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"url": ""}, "“url” is missing"),
        ({"model": " "}, "“model” is missing"),
        ({"url": "models.karsholt.example"}, "must begin with https"),
        ({"url": "file:///etc/hosts"}, "must begin with https"),
        ({"url": "https://[::1"}, "no address"),
        ({"url": f"https://ada:{KEY}@models.karsholt.example/v1"}, "belongs in “key”"),
        ({"url": f"https://models.karsholt.example/v1?key={KEY}"}, "belongs in “key”"),
        ({"url": "http://models.karsholt.example/v1", "key": KEY}, "could be read on the way"),
        ({"key": f"{KEY}\r\nX-Other: 1"}, "“key” holds"),
        ({"deadline": "0"}, "“deadline” must be a number above zero"),
        ({"deadline": "soon"}, "“deadline” must be a number above zero"),
        ({"max_bytes": "-1"}, "“max_bytes” must be a number above zero"),
        ({"price_in": "NaN"}, "“price_in” must be a number"),
        ({"price_out": "-0.1"}, "“price_out” must be a number"),
        ({"output": "tool"}, "“output” must be native or prompted"),
        ({"local": "maybe"}, "“local” must be no or yes"),
        ({"temprature": "0"}, "no option “temprature”"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(wrong: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words) as refused:
        read_options(GIVEN | wrong)

    assert KEY not in str(refused.value)


@pytest.mark.parametrize(
    "given",
    [
        {"url": "http://127.0.0.1:8080/v1", "key": KEY},
        {"url": "http://localhost:11434/v1", "key": KEY},
        {"url": "http://vllm.newsroom.example/v1", "key": KEY, "local": "yes"},
        {"url": "http://vllm.newsroom.example/v1"},
    ],
)
def test_an_open_line_will_do_at_home_and_without_a_key(given: dict[str, str]) -> None:
    assert read_options(GIVEN | given).peer.url == given["url"]


def test_a_key_shows_itself_to_nobody() -> None:
    options = read_options(GIVEN | {"key": KEY})

    assert KEY not in f"{options!r} {options.peer.key} {options.peer}"
    assert options.peer.key.reveal() == KEY

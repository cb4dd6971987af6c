"""Guards of the orders of fronts: none is changed, none is skipped; what is published is in guards_press.py."""

from __future__ import annotations

from articles.models.front import MOST_SLOTS
from newsroom.guards import AppendOnly, Rule, Words, register

_ORDER = "articles_frontorder"


def _skips_a_number(words: Words) -> str:
    same_front = f"NOT {words.differ('o.section_id', 'NEW.section_id')}"
    before = f"SELECT 1 FROM {_ORDER} AS o WHERE {same_front} AND o.number = NEW.number - 1"
    return f"NEW.number < 1 OR (NEW.number > 1 AND NOT EXISTS ({before}))"


def _is_no_short_list(words: Words) -> str:
    too_long = f"{words.count('NEW.slots')} > {MOST_SLOTS}"
    return f"CASE WHEN {words.is_array('NEW.slots')} THEN {too_long} ELSE 1 = 1 END"


register(
    AppendOnly("front_order_append_only", _ORDER, "An order of a front is never changed: make the next one."),
    Rule(
        "front_order_next",
        _ORDER,
        "INSERT",
        _skips_a_number,
        "Orders of a front follow each other: none is skipped.",
    ),
    Rule(
        "front_order_slots",
        _ORDER,
        "INSERT",
        _is_no_short_list,
        f"A front has a list of at most {MOST_SLOTS} places.",
    ),
)

"""Places in a list: what is written can be read, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import keyset

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS, st.integers(0, 2**63 - 1))
def test_a_place_leads_back_to_its_row(moment, number):
    place = keyset.place_after(SimpleNamespace(at=moment, id=number), fields=("at", "id"))

    assert keyset._read(place) == (moment, number)
    assert place.replace("-", "").replace("_", "").isalnum()


@given(st.text(max_size=60))
def test_any_other_text_is_refused_or_a_sane_place(text):
    try:
        moment, number = keyset._read(text)
    except keyset.BadPlace:
        return
    assert moment - datetime(1970, 1, 1, tzinfo=UTC) >= timedelta(0)
    assert 0 <= number < 2**63


@pytest.mark.parametrize("text", ["é", "MTIz", "a", "====", "LTEuLTE", "\x00"])
def test_planted_nonsense_is_refused(text):
    with pytest.raises(keyset.BadPlace):
        keyset._read(text)

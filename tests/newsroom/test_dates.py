"""Hours and days in the language of the frame."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newsroom import dates, languages

MOMENT = datetime(2026, 5, 12, 14, 2, tzinfo=UTC)
WINTER = datetime(2025, 11, 3, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en-GB", ["14:02, 12 May", "12 May", "12 May 2026", "May 2026", "Tuesday, 12 May 2026"]),
        ("en-US", ["14:02, 12 May", "12 May", "12 May 2026", "May 2026", "Tuesday, 12 May 2026"]),
        (
            "de-AT",
            ["12. Mai, 14:02 Uhr", "12. Mai", "12. Mai 2026", "Mai 2026", "Dienstag, 12. Mai 2026"],
        ),
        ("ar", ["12 مايو، 2:02 م", "12 مايو", "12 مايو، 2026", "مايو 2026", "الثلاثاء، 12 مايو، 2026"]),
        # No catalogue of ours, but Django's months.
        ("fr", ["14:02, 12 mai", "12 mai", "12 mai 2026", "mai 2026", "mardi, 12 mai 2026"]),
        # A language that nobody here speaks: the frame's words are English, so its dates are as well.
        ("tlh", ["14:02, 12 May", "12 May", "12 May 2026", "May 2026", "Tuesday, 12 May 2026"]),
    ],
)
def test_dates_follow_the_language_of_the_frame(tag, words):
    with languages.speaks(tag):
        said = [
            dates.hour_and_day(MOMENT, year=False),
            dates.short_day(MOMENT, year=False),
            dates.day(MOMENT),
            dates.month(MOMENT),
            dates.weekday(MOMENT),
        ]

    assert said == words


def test_months_are_short_in_lists_where_the_language_has_short_ones():
    assert dates.short_day(WINTER) == "3 Nov 2025"
    with languages.speaks("de"):
        assert dates.short_day(WINTER) == "3. Nov. 2025"
        assert dates.day_and_hour(WINTER) == "3. November 2025, 09:05 Uhr"


def test_hours_are_those_of_the_newsroom_and_days_without_an_hour_stay(settings):
    settings.TIME_ZONE = "Europe/Oslo"
    late = datetime(2026, 5, 12, 22, 30, tzinfo=UTC)

    assert dates.hour_and_day(late) == "00:30, 13 May 2026"
    assert dates.day_and_hour(late) == "13 May 2026, 00:30"
    assert dates.day(date(2026, 5, 12)) == "12 May 2026"

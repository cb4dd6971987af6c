"""The generator's own reading of dates."""

from datetime import date

from articles.summaries.evaluation.planting.calendar import days, near_dateline, weekdays_known


def sorts(text):
    return [(one.sort, one.value) for one in days(text)]


def test_weekdays_days_months_and_years_are_told_apart():
    assert sorts("On Tuesday, 3 March, and March 14th, as in 1998 and last June.") == [
        ("weekday", "Tuesday"), ("day", "3 March"), ("day", "March 14th"), ("year", "1998"), ("month", "June")
    ]  # fmt: skip


def test_verbs_and_sums_are_no_dates():
    assert sorts("They may march 2,012 kilometres at 1,998 francs, as in the 1990s.") == []


def test_a_weekday_follows_from_a_date_and_from_yesterday():
    known = weekdays_known("It rained yesterday, and on 6 March.", date(2026, 3, 5))

    assert known >= {"Thursday", "Wednesday", "Friday"}
    assert "Monday" not in known


def test_without_a_day_of_writing_only_named_weekdays_are_known():
    assert weekdays_known("It rained yesterday and on Monday.", None) == {"Monday"}


def test_a_day_near_the_dateline_may_be_meant_by_a_weekday():
    assert near_dateline(12, 30, date(2026, 1, 4))
    assert not near_dateline(7, 30, date(2026, 1, 4))
    assert not near_dateline(12, 30, None)

"""Times and pictures as pages show them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from newsroom.models.image import Image
from newsroom.templatetags import paper

NOW = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)


def cut(**renditions: Any) -> Image:
    return Image(file="pictures/bridge.jpg", width=640, height=427, renditions=renditions)


@pytest.mark.parametrize(
    ("moment", "long", "short"),
    [
        (datetime(2026, 5, 12, 9, 5, tzinfo=UTC), "09:05, 12 May", "09:05"),
        (datetime(2026, 5, 11, 23, 59, tzinfo=UTC), "23:59, 11 May", "11 May"),
        (datetime(2025, 12, 1, 9, 5, tzinfo=UTC), "09:05, 1 December 2025", "1 Dec 2025"),
    ],
)
def test_the_day_and_year_show_only_when_they_differ(moment, long, short):
    assert f">{long}</time>" in paper.stamp(moment, NOW)
    assert f">{short}</time>" in paper.short_stamp(moment, NOW)
    assert f'datetime="{moment.isoformat()}"' in paper.stamp(moment, NOW)


def test_times_are_shown_in_the_newsrooms_zone(settings):
    settings.TIME_ZONE = "Europe/Oslo"

    assert ">00:30, 12 May<" in paper.stamp(datetime(2026, 5, 11, 22, 30, tzinfo=UTC), NOW)


def test_the_fallback_is_the_widest_jpeg_of_the_ratio():
    address, width, height = paper.fallback(cut(wide={"jpeg": [960, 1440], "webp": [480]}), "wide")

    assert address.endswith("/pictures/bridge-wide-1440.jpg")
    assert (width, height) == (1440, 810)


def test_a_ratio_that_was_never_cut_shows_the_original():
    assert paper.fallback(cut(square={"jpeg": [400]}), "wide")[1:] == (640, 427)


def test_small_windows_get_their_own_cut_first():
    image = cut(wide={"webp": [480], "jpeg": [480]}, square={"webp": [176], "jpeg": [176]})

    sources = paper.picture(image, narrow="square")["sources"]

    assert [(source["media"], source["width"], source["height"]) for source in sources] == [
        (paper.NARROW, "176", "176"),
        ("", "480", "270"),
    ]


def test_only_paths_of_this_site_get_its_host(settings):
    assert paper.absolute("/city/") == f"{settings.SITE_URL}/city/"
    assert paper.absolute("https://cdn.example/a.jpg") == "https://cdn.example/a.jpg"

"""Template tags for words in more than one language: ``lang`` and ``dir`` where they change, and dates; no story is known here."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from newsroom import dates
from newsroom.languages import direction, is_same

register = template.Library()


@register.simple_tag
def tongue(language: str, around: str) -> SafeString:
    """``lang`` and ``dir`` of an element whose words are in ``language``; nothing where those ``around`` it are as well.

    A country makes no other language: ``en`` within ``en-GB`` would put marks all over a page and tell nobody anything.
    """
    if not language or is_same(language, around):
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language, direction(language))


@register.filter
def in_month(moment: date) -> str:
    """“May 2026”."""
    return dates.month(moment)


@register.filter
def on_day(moment: date) -> str:
    """“12 May 2026”."""
    return dates.day(moment)


@register.filter
def on_weekday(moment: date) -> str:
    """“Tuesday, 12 May 2026”."""
    return dates.weekday(moment)


@register.filter
def on_day_at(moment: datetime) -> str:
    """“12 May 2026, 14:02”."""
    return dates.day_and_hour(moment)

"""The search form: what may be asked, and clear words for what may not; nothing is searched here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout
from django import forms
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.taxonomy import Section
from articles.press.search_query import MOST_TERMS, Asked, read

LONGEST_QUESTION = 200


class Order(models.TextChoices):
    """What comes first."""

    RELEVANCE = "relevance", _("Best match")
    NEWEST = "newest", _("Newest")


class _Question(forms.CharField):
    """A field that takes whatever a keyboard or a broken link can send, and says so only when it is too long."""

    def to_python(self, value: Any) -> str:
        """Let signs that no text may hold be spaces; Django would refuse them in words for programmers."""
        return (
            super().to_python("".join(sign if sign.isprintable() else " " for sign in str(value or ""))) or ""
        )


class _Day(forms.DateInput):
    """A day's field. What is no day stays out of it: browsers would drop it, and say so in the console."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")

    def format_value(self, value: Any) -> str | None:
        """Return the day as every browser reads it, whatever spelling it came in; None for what is none."""
        try:
            day = value if isinstance(value, date) else forms.DateField(required=False).to_python(value)
        except forms.ValidationError:
            return None
        return day.isoformat() if day else None


class SearchForm(forms.Form):
    """Words, a section, days and an order; all but the words may be left out."""

    q = _Question(label=_("Words"), required=False, max_length=LONGEST_QUESTION)
    section = forms.ChoiceField(label=_("Section"), required=False)
    since = forms.DateField(label=_("From"), required=False)
    until = forms.DateField(label=_("To"), required=False)
    order = forms.ChoiceField(label=_("Sort by"), required=False, choices=Order.choices)

    def __init__(self, *args: Any, sections: Sequence[Section], **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "search-%s")
        super().__init__(*args, **kwargs)
        choose: Any = self.fields["section"]
        choose.choices = [("", gettext("All sections")), *((one.slug, one.name) for one in sections)]
        choose.error_messages["invalid_choice"] = gettext("There is no such section any more.")
        self.fields["order"].error_messages["invalid_choice"] = gettext("Choose what comes first.")
        long = gettext("Please search for at most %(most)d characters.") % {"most": LONGEST_QUESTION}
        self.fields["q"].error_messages["max_length"] = long
        self.fields["q"].widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
        for name in ("since", "until"):
            self.fields[name].widget = _Day()
            # The field cannot hold it, so the words do.
            said = gettext("“%(typed)s” is no day to search by. Please give a day like 2026-05-12.")
            self.fields[name].error_messages["invalid"] = said % {"typed": str(self.data.get(name))[:40]}

    @property
    def helper(self) -> FormHelper:
        """How it is laid out: a question and a button, and what narrows it below."""
        helper = FormHelper()
        helper.form_method, helper.form_action, helper.disable_csrf = "get", reverse("press:search"), True
        helper.form_class, helper.attrs = "search-form", {"role": "search"}
        first, *others = (Field(name, template="press/search_field.html") for name in self.fields)
        button = HTML(format_html('<button type="submit">{}</button>', gettext("Search")))
        helper.layout = Layout(Div(first, button, css_class="ask"), Div(*others, css_class="narrow"))
        return helper

    def clean_q(self) -> str:
        """Refuse what is too much to look for at once."""
        typed: str = self.cleaned_data["q"]
        asked = read(typed)
        if len(asked.terms) > MOST_TERMS:
            raise forms.ValidationError(
                gettext("Please search for at most %(most)d words at once.") % {"most": MOST_TERMS}
            )
        if typed and not asked.terms:
            raise forms.ValidationError(gettext("There is no word or number in that to search for."))
        return typed

    def clean_since(self) -> date | None:
        """Refuse a day that begins before time does in some zone."""
        return self._within_time("since")

    def clean_until(self) -> date | None:
        """Refuse a day that has no tomorrow."""
        return self._within_time("until")

    def _within_time(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and not MINYEAR < day.year < MAXYEAR:
            raise forms.ValidationError(self.fields[name].error_messages["invalid"])
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse a stretch of days that ends before it begins."""
        data = self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("This day is before the first one."))
        return data

    @property
    def asked(self) -> Asked:
        """What to look for; only after the form was found valid."""
        return read(self.cleaned_data["q"])

    @property
    def newest_first(self) -> bool:
        """Whether the newest stands first instead of the best."""
        return bool(self.cleaned_data["order"] == Order.NEWEST)

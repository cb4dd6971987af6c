"""The form on which a reader says what is wrong with a summary; what becomes of it is the view's and the desk's work."""

from __future__ import annotations

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout, Submit
from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.models.report import Fault

MOST_CHARACTERS = 2_000
WHOLE = "0"
# What turns words round or cannot be seen would hide something from whoever reads the report.
_HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]")


class Words(forms.CharField):
    """A text in which a line break is one character, as the reader's browser counts it."""

    def to_python(self, value: Any) -> str:
        return _HIDDEN.sub("", super().to_python(str(value or "").replace("\r\n", "\n")) or "")


class ReportForm(forms.Form):
    """One report. ``bullets`` are those of the version that the reader saw; ``marks`` tell the language they are in.

    Of a box that is ``hidden`` by now the points have numbers alone: the form must not be where it can still be read.
    """

    def __init__(
        self,
        *args: Any,
        bullets: list[dict[str, Any]],
        marks: SafeString,
        hidden: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bullets = bullets
        whole = (WHOLE, gettext("The whole summary, or something that is missing"))
        points = [*_points(bullets, marks, hidden=hidden), whole]
        self.fields["point"] = _choice(gettext("Which point is it about?"), points)
        faults = [(value, gettext(label)) for value, label in Fault.choices]
        self.fields["fault"] = _choice(gettext("What is wrong?"), faults)
        self.fields["words"] = Words(
            label=gettext("In your words"),
            required=False,
            max_length=MOST_CHARACTERS,
            help_text=gettext("What does the summary say, and what should it say? At most 2,000 characters."),
            widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        )
        self.fields["email"] = forms.EmailField(
            label=gettext("Your e-mail address"),
            required=False,
            help_text=gettext("Only if you would like an answer. We use it for nothing else."),
            widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        )
        # A trap for programmes that fill in whatever they find; people neither see nor reach it.
        self.fields["website"] = forms.CharField(
            label=gettext("Leave this empty"),
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
        )
        self.fields["seal"] = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Ask for words where the choice alone says nothing, and refuse what fell into the trap.

        In words, though a programme reads none: a person whose browser filled it in must not lose a report in silence.
        """
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("website"):
            self.add_error(
                None, gettext("Something filled in a field that people do not see. Please send it once more.")
            )
        if cleaned.get("fault") == Fault.OTHER and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", gettext("Please say in a few words what it is."))
        return cleaned

    @property
    def place(self) -> int | None:
        """The bullet's place from 1; None for the whole box."""
        return int(self.cleaned_data["point"]) or None

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.attrs = {"novalidate": "novalidate"}
        # There is no cookie to compare a token with; the seal does its work.
        helper.disable_csrf = True
        trap = Div(Field("website"), css_class="unseen", aria_hidden="true")
        send = Submit("send", gettext("Send the report"), css_class="button-primary")
        helper.layout = Layout(
            "point", "fault", "words", "email", trap, "seal", Div(send, css_class="field-buttons")
        )
        return helper


def _points(bullets: list[dict[str, Any]], marks: SafeString, *, hidden: bool) -> list[tuple[str, str]]:
    return [
        (str(number), _number(number) if hidden else format_html("<bdi{}>{}</bdi>", marks, bullet["text"]))
        for number, bullet in enumerate(bullets, 1)
    ]


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext("Please choose one of these.")},
    )


def _number(number: int) -> str:
    return gettext("Point %(number)d") % {"number": number}

"""The forms of the review screen: one for each bullet, one for an own bullet; they judge nothing and save nothing."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from articles.models.quicktake import OPEN_VERDICTS, SHORTEST_REASON, Bullet, Verdict
from articles.models.revision import Revision
from articles.summaries.words import collapse

_ANSWERS = ((Verdict.ACCEPTED.value, "Accept"), (Verdict.REJECTED.value, "Reject"))


class BulletForm(forms.Form):
    """What one reviewer says of one bullet. ``was`` is the wording they saw, so that nobody's edit is undone unseen."""

    verdict = forms.ChoiceField(label="Decision", choices=_ANSWERS, widget=forms.RadioSelect, required=False)
    text = forms.CharField(label="Wording", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    reason = forms.CharField(
        label="If it is right all the same: why?",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        min_length=SHORTEST_REASON,
        max_length=400,
        help_text=f"At least {SHORTEST_REASON} characters. It stays on the bullet, and readers are told that there was one.",
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, bullet: Bullet) -> None:
        verdict = "" if bullet.verdict in OPEN_VERDICTS else bullet.verdict
        initial = {"verdict": verdict, "text": bullet.text, "was": bullet.text}
        super().__init__(data, prefix=f"b{bullet.pk}", initial=initial)
        self.bullet = bullet
        self.fields["verdict"].widget.attrs["class"] = "verdict"
        self.fields["text"].help_text = "A changed wording is yours: saving it accepts the bullet."

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(
            "was",
            Div("verdict", css_class="verdicts"),
            HTML(
                f'<details class="edit"{" open" if self.errors or self.reworded else ""}><summary>Edit the wording</summary>'
            ),
            "text",
            HTML("</details>"),
            *(["reason"] if self.asks_for_reason else []),
        )
        return helper

    @property
    def asks_for_reason(self) -> bool:
        """Whether a check keeps the bullet back, or did when the reason was typed."""
        typed = bool(self.is_bound and self.data.get(self.add_prefix("reason"), "").strip())
        return typed or any(one.blocks for one in self.bullet.findings.all())

    @property
    def reworded(self) -> bool:
        """Whether the posted wording is another than the one that was shown."""
        if not self.is_bound:
            return False
        typed, was = self.data.get(self.add_prefix("text"), ""), self.data.get(self.add_prefix("was"), "")
        return collapse(typed) != collapse(was)

    @property
    def overtaken(self) -> bool:
        """Whether somebody changed the bullet after this reviewer opened the page."""
        was = self.data.get(self.add_prefix("was"), "")
        return self.is_bound and collapse(was) != collapse(self.bullet.text)

    def decision(self) -> tuple[Verdict, str | None] | None:
        """Return the verdict and the new wording, if there is one; None when nothing was said."""
        said = self.cleaned_data.get("verdict") or ""
        if said == Verdict.REJECTED:
            return Verdict.REJECTED, None
        if self.reworded:
            return Verdict.ACCEPTED, self.cleaned_data["text"]
        # Whoever says why a bullet is right accepts it.
        return (Verdict.ACCEPTED, None) if said == Verdict.ACCEPTED or self.cleaned_data["reason"] else None


class OwnBulletForm(forms.Form):
    """A bullet in the newsroom's own words, with the sentences that it rests on."""

    text = forms.CharField(label="Your own bullet", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    evidence = forms.TypedMultipleChoiceField(
        label="Sentences that say so",
        coerce=int,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text="Hold Ctrl or ⌘ to choose more than one.",
    )

    def __init__(self, data: Any = None, *, revision: Revision) -> None:
        super().__init__(data, prefix="own")
        self.fields["evidence"].choices = [  # type: ignore[attr-defined]
            (number, f"{number}. {words if len(words) <= 90 else words[:89] + '…'}")
            for number, words in revision.sentence_texts().items()
        ]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def clean(self) -> dict[str, Any]:
        """Ask for the sentences as soon as there is a text."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("text") and not cleaned.get("evidence"):
            self.add_error("evidence", "Choose at least one sentence that the bullet rests on.")
        return cleaned

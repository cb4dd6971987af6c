"""The forms of the review screen: one for each bullet, one for an own bullet; they judge nothing and save nothing."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from articles.models.quicktake import OPEN_VERDICTS, SHORTEST_REASON, Bullet, Verdict
from articles.models.revision import Revision
from articles.summaries.words import collapse

_ANSWERS = ((Verdict.ACCEPTED.value, "Accept"), (Verdict.REJECTED.value, "Reject"))
_MOVES = (("up", "Up"), ("down", "Down"))


class Asked(forms.CharField):
    """Words that the pressed button may ask for: never called optional, and never missed by the field itself."""

    def validate(self, value: str | None) -> None:
        """Leave it to the form, which knows what was pressed."""


class BulletForm(forms.Form):
    """What one person says of one bullet. ``was`` is the wording they saw, so that nobody's edit is undone unseen.

    ``verdict`` and ``move`` come from the buttons that were pressed. ``rewords`` is off for those who give a verdict only.
    """

    use_required_attribute = False

    verdict = forms.ChoiceField(choices=_ANSWERS, required=False)
    move = forms.ChoiceField(choices=_MOVES, required=False)
    text = Asked(label="Wording", widget=forms.Textarea(attrs={"rows": 3}))
    reason = Asked(
        label="If it is right all the same: why?",
        widget=forms.Textarea(attrs={"rows": 2}),
        min_length=SHORTEST_REASON,
        max_length=400,
        help_text=f"At least {SHORTEST_REASON} characters. It stays on the bullet, and readers are told that there was one.",
    )
    why = Asked(
        label="Why should nobody read it?",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=400,
        help_text="A few words; they stay in the story’s history.",
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, bullet: Bullet, rewords: bool = True) -> None:
        initial = {"text": bullet.text, "was": bullet.text}
        super().__init__(data, prefix=f"b{bullet.pk}", initial=initial)
        self.bullet = bullet
        self.rewords = rewords
        self.fields["text"].help_text = "A changed wording is yours: keeping it accepts the bullet."

    @property
    def asks_for_reason(self) -> bool:
        """Whether a check keeps the bullet back, or did when the reason was typed."""
        typed = bool(self.is_bound and self.data.get(self.add_prefix("reason"), "").strip())
        return self.rewords and (typed or any(one.blocks for one in self.bullet.findings.all()))

    @property
    def reworded(self) -> bool:
        """Whether the posted wording is another than the one that was shown."""
        if not self.is_bound or self.add_prefix("text") not in self.data:
            return False
        typed, was = self.data.get(self.add_prefix("text"), ""), self.data.get(self.add_prefix("was"), "")
        return collapse(typed) != collapse(was)

    @property
    def overtaken(self) -> bool:
        """Whether somebody changed the bullet after this reviewer opened the page."""
        was = self.data.get(self.add_prefix("was"), "")
        return self.is_bound and collapse(was) != collapse(self.bullet.text)

    @property
    def edit_is_open(self) -> bool:
        """Whether the wording is shown to be worked on: it was typed over, or could not be kept."""
        return bool(self.reworded or (self.is_bound and "text" in self.errors))

    @property
    def rejection_is_open(self) -> bool:
        """Whether the person was asked why."""
        return self.is_bound and "why" in self.errors

    def clean(self) -> dict[str, Any]:
        """Ask why as soon as a bullet is rejected."""
        cleaned = super().clean() or self.cleaned_data
        rejects = cleaned.get("verdict") == Verdict.REJECTED and self.bullet.verdict != Verdict.REJECTED
        if rejects and not cleaned.get("why") and "why" not in self.errors:
            self.add_error("why", "Say in a few words why it is rejected. Nothing was decided yet.")
        return cleaned

    def decision(self) -> tuple[Verdict, str | None] | None:
        """Return the verdict and the new wording, if there is one; None when nothing was said."""
        said = self.cleaned_data.get("verdict") or ""
        if said == Verdict.REJECTED:
            return Verdict.REJECTED, None
        if self.reworded and self.rewords:
            return Verdict.ACCEPTED, self.cleaned_data["text"]
        # Whoever says why a bullet is right accepts it.
        return (Verdict.ACCEPTED, None) if said == Verdict.ACCEPTED or self.cleaned_data["reason"] else None

    @property
    def reason_given(self) -> str:
        """Why it is rejected, or why it is right all the same."""
        rejected = self.cleaned_data.get("verdict") == Verdict.REJECTED
        return str(self.cleaned_data["why" if rejected else "reason"])

    @property
    def is_open(self) -> bool:
        """Whether the bullet still waits for a verdict."""
        return self.bullet.verdict in OPEN_VERDICTS


class OwnBulletForm(forms.Form):
    """A bullet in the newsroom's own words, with the sentences that it rests on."""

    use_required_attribute = False

    text = Asked(label="Your own bullet", widget=forms.Textarea(attrs={"rows": 3}))
    evidence = forms.TypedMultipleChoiceField(
        label="Sentences that say so",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Somebody else has to accept your words; the writer may.",
    )

    def __init__(self, data: Any = None, *, revision: Revision) -> None:
        super().__init__(data, prefix="own")
        self.fields["evidence"].choices = [  # type: ignore[attr-defined]
            (number, f"{number}. {words}") for number, words in revision.sentence_texts().items()
        ]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def clean(self) -> dict[str, Any]:
        """Ask for the sentences as soon as there is a text, and for a text as soon as there are sentences."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("text") and not cleaned.get("evidence"):
            self.add_error("evidence", "Choose at least one sentence that the bullet rests on.")
        if cleaned.get("evidence") and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", "Write the bullet that rests on these sentences, or let them go.")
        return cleaned

"""What a person has to say for each move, and the action that makes it; no rule about who may and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.conf import settings

from articles import actions
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from articles.models.quicktake import SHORTEST_REASON
from articles.owed import NOTE_OWED
from newsroom.models.user import User
from newsroom.workflow import Move


class MoveForm(forms.Form):
    """Asks nothing: the press of the button says it all."""

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


class ReasonForm(MoveForm):
    """A reason in words, for the story's history."""

    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="It stands in the story's history.",
    )


class ReturnForm(ReasonForm):
    """What the writer should do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "What should the writer change?"
        self.fields["reason"].help_text = "The writer finds it on My desk."


class NoteForm(MoveForm):
    """A public note."""

    kind = forms.ChoiceField(label="Kind of note", choices=CorrectionKind.choices)
    text = forms.CharField(
        label="Note",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text="Readers see it with today's date. Say what was wrong and what is right.",
    )

    def note(self) -> actions.Note:
        """Return the note that was typed."""
        return actions.Note(kind=CorrectionKind(self.cleaned_data["kind"]), text=self.cleaned_data["text"])


class MaybeNoteForm(NoteForm):
    """A public note for those who change a story that readers know; without a choice where one is ``owed`` to them."""

    def __init__(self, *args: Any, owed: Sequence[str] = (), known: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if not known:
            # Nobody has read it yet: there is nothing to correct.
            del self.fields["kind"], self.fields["text"]
            return
        nothing = ("", "Choose what readers are told") if owed else ("", "No note")
        self.fields["kind"] = forms.ChoiceField(
            label="Kind of note",
            choices=[nothing, *CorrectionKind.choices],
            required=bool(owed),
            help_text=owed_in_words(owed),
            error_messages={"required": NOTE_OWED, "invalid_choice": NOTE_OWED} if owed else None,
        )
        self.fields["text"].required = bool(owed)

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        own = [name for name in self.fields if name not in {"kind", "text"}]
        helper.layout = Layout(*own, *([Fieldset("Note for readers", "kind", "text")] if self.known else []))
        return helper

    def clean(self) -> dict[str, Any]:
        """Ask for both or neither."""
        cleaned = super().clean() or self.cleaned_data
        if not self.known:
            return cleaned
        kind, text = cleaned.get("kind"), cleaned.get("text")
        if kind and not text and "text" not in self.errors:
            self.add_error("text", "Write the note, or say that there is none.")
        if not kind and text and "kind" not in self.errors:
            self.add_error("kind", "Say what kind of note this is.")
        return cleaned

    def maybe_note(self) -> actions.Note | None:
        """Return the note, or None when there is none."""
        return self.note() if self.cleaned_data.get("kind") else None


def owed_in_words(owed: Sequence[str]) -> str:
    """Say what readers were told otherwise: the first three changes, and how many more there are."""
    if not owed:
        return ""
    more = f"; and {len(owed) - 3} more" if len(owed) > 3 else ""
    return f"{NOTE_OWED} {'; '.join(owed[:3])}{more}."


class AloneForm(MaybeNoteForm, ReasonForm):
    """Why nobody else reads it first; and, where the checklist holds the story back, why it may go out all the same."""

    without = forms.CharField(
        label="Why may it go out although the checklist is not answered?",
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=SHORTEST_REASON,
        max_length=1000,
        required=False,
        help_text=f"At least {SHORTEST_REASON} characters, or answer the checklist above. It stands in the story's history.",
    )

    def __init__(self, *args: Any, held_back: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not held_back:
            del self.fields["without"]


class HourForm(MoveForm):
    """A moment in the newsroom's time."""

    at = forms.DateTimeField(
        label="Hour",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=f"In the newsroom's time ({settings.TIME_ZONE}).",
    )


class ScheduleForm(MaybeNoteForm, HourForm):
    """The hour, and what readers are told then."""


@dataclass(frozen=True, slots=True)
class Act:
    """The form of a move and what runs with it."""

    form: type[MoveForm]
    run: Callable[[Article, User, datetime, Any], object]


def _plain(action: Callable[..., object]) -> Act:
    return Act(MoveForm, lambda article, actor, now, form: action(article=article, actor=actor, now=now))


def _reasoned(action: Callable[..., object], form: type[MoveForm] = ReasonForm) -> Act:
    return Act(
        form,
        lambda article, actor, now, form: action(
            article=article, actor=actor, now=now, reason=form.cleaned_data["reason"]
        ),
    )


def _noted(action: Callable[..., object]) -> Act:
    return Act(
        NoteForm,
        lambda article, actor, now, form: action(article=article, actor=actor, now=now, note=form.note()),
    )


def _timed(action: Callable[..., object], name: str) -> Act:
    return Act(
        HourForm,
        lambda article, actor, now, form: action(
            article=article, actor=actor, now=now, **{name: form.cleaned_data["at"]}
        ),
    )


ACTS: dict[Move, Act] = {
    Move.REQUEST_SUMMARY: _plain(actions.request_summary),
    Move.RETURN: _reasoned(actions.return_to_writer, ReturnForm),
    Move.PUBLISH: Act(
        MaybeNoteForm,
        lambda article, actor, now, form: actions.publish(
            article=article, actor=actor, now=now, note=form.maybe_note()
        ),
    ),
    Move.PUBLISH_ALONE: Act(
        AloneForm,
        lambda article, actor, now, form: actions.publish_alone(
            article=article,
            actor=actor,
            now=now,
            reason=form.cleaned_data["reason"],
            without=form.cleaned_data.get("without", ""),
            note=form.maybe_note(),
        ),
    ),
    Move.UPDATE_NOW: _noted(actions.update_now),
    Move.SCHEDULE: Act(
        ScheduleForm,
        lambda article, actor, now, form: actions.schedule(
            article=article, actor=actor, now=now, at=form.cleaned_data["at"], note=form.maybe_note()
        ),
    ),
    Move.UNSCHEDULE: _plain(actions.unschedule),
    Move.CORRECT: _noted(actions.correct),
    Move.WITHDRAW: _reasoned(actions.withdraw),
    Move.REVIVE: _plain(actions.revive),
    Move.HIDE_QUICK_TAKE: _reasoned(actions.hide_quick_take),
    Move.SHOW_QUICK_TAKE: _plain(actions.show_quick_take),
    Move.SPIKE: _plain(actions.spike),
    Move.UNSPIKE: _plain(actions.unspike),
    Move.SET_EMBARGO: _timed(actions.set_embargo, "until"),
    Move.LIFT_EMBARGO: _reasoned(actions.lift_embargo),
}

# What the two moves that nobody has read before readers do mean, in one sentence before the button.
CONSEQUENCES: dict[Move, str] = {
    Move.UPDATE_NOW: "Readers get this text at once with your note; the Quick Take is off until somebody else has confirmed "
    "its bullets, and the story asks for a second read.",
    Move.PUBLISH_ALONE: "Readers get this text at once though nobody but you has read it, without a Quick Take, and the "
    "story asks somebody else for a second read.",
}

# What happened, in words, for the message after it.
DONE: dict[Move, str] = {
    Move.REQUEST_SUMMARY: "Sent for review.",
    Move.RETURN: "Returned to the writer.",
    Move.PUBLISH: "Published.",
    Move.PUBLISH_ALONE: "Published. Somebody else is asked for a second read.",
    Move.UPDATE_NOW: "The new text is out. Its bullets wait to be confirmed.",
    Move.SCHEDULE: "Scheduled.",
    Move.UNSCHEDULE: "Taken off the schedule.",
    Move.CORRECT: "The note stands under the story.",
    Move.WITHDRAW: "Withdrawn.",
    Move.REVIVE: "The story is back at its address.",
    Move.HIDE_QUICK_TAKE: "Readers no longer see the Quick Take.",
    Move.SHOW_QUICK_TAKE: "Readers see the Quick Take again.",
    Move.SPIKE: "Spiked.",
    Move.UNSPIKE: "Off the spike, as a draft.",
    Move.SET_EMBARGO: "The embargo is set.",
    Move.LIFT_EMBARGO: "The embargo is lifted.",
}

"""The order of a front while a person works on it: moved and typed, but not in force; fronts.py puts it there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.http import QueryDict

from articles.actions.front import LONGEST
from articles.models.front import Slot
from articles.policies import Reason
from newsroom.models.image import Image
from newsroom.picture_picker import PicturePicker

Pictures = Mapping[int, Image]
# More than a front holds, so that a place too many is kept and named instead of cut off.
MOST_ROWS = 40


class SlotPicture(PicturePicker):
    """The picker of the story form for one place of many: its pictures were asked for once, for all places."""

    empty = "The story’s own"
    chosen_for = "stands here instead of the story’s own."
    images: Pictures = MappingProxyType({})

    def picture(self, key: int) -> Image | None:
        """Return what is chosen."""
        return self.images.get(key)

    def newest(self) -> Iterable[Image]:
        """Return everything that was asked for."""
        return self.images.values()


class SlotForm(forms.Form):
    """What is said of a story on this front alone, and until when it keeps its place."""

    pin_until = forms.DateTimeField(
        label="Keeps its place until",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=f"In the newsroom's time ({settings.TIME_ZONE}); then the next story moves up.",
    )
    headline = forms.CharField(label="Headline here", required=False, max_length=LONGEST["headline"])
    standfirst = forms.CharField(
        label="Standfirst here",
        required=False,
        max_length=LONGEST["standfirst"],
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    picture = forms.TypedChoiceField(
        label="Picture here", required=False, coerce=int, empty_value=None, widget=SlotPicture
    )
    picture_alt = forms.CharField(
        label="What this picture shows",
        required=False,
        max_length=LONGEST["picture_alt"],
        help_text="For those who cannot see it.",
    )

    def __init__(self, *args: Any, pictures: Pictures, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["picture"]
        field.choices = [("", SlotPicture.empty), *((key, image.title) for key, image in pictures.items())]
        field.widget.images = pictures

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def slot(self, article: int) -> Slot:
        """Return what was typed."""
        return Slot(article=article, **self.cleaned_data)


@dataclass(slots=True)
class Arrangement:
    """Stories by key in their order, with what is typed of each as the browser sends it.

    ``kept`` are places of stories that the person may not know of: they can be moved, and are neither shown nor changed.
    """

    keys: list[int]
    typed: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    kept: Mapping[int, Slot] = field(default_factory=dict)

    @classmethod
    def of(cls, slots: Sequence[Slot], kept: Mapping[int, Slot]) -> Arrangement:
        """Begin with an order that is in force."""
        return cls([slot.article for slot in slots], {slot.article: _typed(slot) for slot in slots}, kept)

    @classmethod
    def posted(cls, data: QueryDict, kept: Mapping[int, Slot]) -> Arrangement:
        """Read what a browser sent; nothing of it is judged here."""
        keys = list(dict.fromkeys(key for said in data.getlist("article") if (key := key_of(said))))[
            :MOST_ROWS
        ]
        names = tuple(SlotForm.base_fields)
        typed: dict[int, Mapping[str, Any]] = {
            key: {name: data.get(f"a{key}-{name}", "") for name in names} for key in keys
        }
        return cls(keys, typed, kept)

    def act(self, verb: str, key: int) -> str:
        """Move, add or remove a story and say so; whoever asks for what cannot be done is told why."""
        match verb:
            case "add" if key in self.keys:
                return "This story stands here already."
            case "add":
                self.keys.append(key)
                return f"Added at place {len(self.keys)}. Readers see it once you put the order out."
            case "remove" if key in self.keys:
                self.keys.remove(key)
                return "Removed. Readers see that once you put the order out."
            case "up" | "down" | "place" if key in self.keys:
                # What was dragged is in its place already: the stories came in the order in which they stand now.
                return self._move(key, {"up": -1, "down": 1}.get(verb, 0))
            case _:
                return ""

    def _move(self, key: int, step: int) -> str:
        at = self.keys.index(key)
        to = at + step
        if not 0 <= to < len(self.keys):
            return "It is the first already." if step < 0 else "It is the last already."
        self.keys[at], self.keys[to] = self.keys[to], self.keys[at]
        return f"Now at place {to + 1}."

    def slots(self, pictures: Pictures) -> list[Slot]:
        """Return the places as far as what is typed can be read; what cannot is refused when the order goes out."""
        read = []
        for key in self.keys:
            if key in self.kept:
                read.append(self.kept[key])
                continue
            typed = {f"a{key}-{name}": value for name, value in self.typed.get(key, {}).items()}
            form = SlotForm(typed, prefix=f"a{key}", pictures=pictures)
            read.append(form.slot(key) if form.is_valid() else Slot(key))
        return read

    def forms(self, pictures: Pictures, data: QueryDict | None = None) -> dict[int, SlotForm]:
        """Return a form for each story; with ``data`` they judge what was typed."""
        return {
            key: SlotForm(data, prefix=f"a{key}", initial=dict(self.typed.get(key, {})), pictures=pictures)
            for key in self.keys
            if key not in self.kept
        }

    def said(self, forms_: Mapping[int, SlotForm]) -> list[Slot]:
        """Return the places that valid forms tell of."""
        return [self.kept[key] if key in self.kept else forms_[key].slot(key) for key in self.keys]


def key_of(said: str) -> int | None:
    """Read a key from what a browser sent; None when it is none."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 and int(said) > 0 else None


def show_reasons(forms_: Mapping[int, SlotForm], reasons: Sequence[Reason]) -> list[str]:
    """Put each reason at its field and return the others."""
    left = []
    for reason in reasons:
        prefix, _, name = reason.field.partition("-")
        form = forms_.get(key_of(prefix.removeprefix("a")) or 0)
        if form is not None and name in form.fields:
            form.add_error(name, reason.message)
        else:
            left.append(reason.message)
    return left


def _typed(slot: Slot) -> dict[str, Any]:
    return {name: getattr(slot, name) for name in SlotForm.base_fields}

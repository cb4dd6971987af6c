"""The field with which a story takes its picture: a select that works alone, a dialog where scripts run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from newsroom.models.image import Image

NEWEST: Final = 30


class PicturePicker(forms.Select):
    """Offers the newest pictures that may be used and the chosen one, shown with its credit, licence and rights.

    ``empty`` is what stands for no choice and ``chosen_for`` ends the sentence that tells of one. The field that says
    what the picture shows is the one with the same name and ``_alt``.
    """

    empty = "No picture"
    chosen_for = "is the picture of this story."

    class Media:
        css = {"all": ("css/desk-pictures.css",)}
        js = (forms.Script("js/pictures_picker.js", defer=True),)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Ask twice, however many pictures there are."""
        chosen = self.picture(int(value)) if str(value or "").isdecimal() else None
        context = {
            "name": name,
            "chosen": chosen,
            "offered": list(_chosen_first(chosen, self.newest())),
            "attrs": self.build_attrs(self.attrs, attrs),
            "empty": self.empty,
            "chosen_for": self.chosen_for,
        }
        return SafeString(render_to_string("desk/_picture_picker.html", context))

    def picture(self, key: int) -> Image | None:
        """Return what is chosen."""
        return Image.objects.filter(pk=key).first()

    def newest(self) -> Iterable[Image]:
        """Return what is offered where no script runs."""
        return Image.objects.usable(timezone.now()).order_by("-uploaded_at", "-pk")[:NEWEST]


class PictureField(forms.ModelChoiceField[Image]):
    """A picture of the store; whether it may be chosen is asked by the form, which knows what was there before."""

    widget = PicturePicker

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Image.objects.all(), **kwargs)


def _chosen_first(chosen: Image | None, newest: Iterable[Image]) -> Iterable[Image]:
    if chosen is not None:
        yield chosen
    yield from (image for image in newest if image != chosen)

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
    """Offers the newest pictures that may be used and the chosen one, shown with its credit, licence and rights."""

    class Media:
        css = {"all": ("css/desk-pictures.css",)}
        js = (forms.Script("js/pictures_picker.js", defer=True),)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Ask twice, however many pictures there are."""
        chosen = Image.objects.filter(pk=value).first() if str(value or "").isdecimal() else None
        newest = Image.objects.usable(timezone.now()).order_by("-uploaded_at", "-pk")[:NEWEST]
        context = {
            "name": name,
            "chosen": chosen,
            "offered": list(_chosen_first(chosen, newest)),
            "attrs": self.build_attrs(self.attrs, attrs),
        }
        return SafeString(render_to_string("desk/_picture_picker.html", context))


class PictureField(forms.ModelChoiceField[Image]):
    """A picture of the store; whether it may be chosen is asked by the form, which knows what was there before."""

    widget = PicturePicker

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Image.objects.all(), **kwargs)


def _chosen_first(chosen: Image | None, newest: Iterable[Image]) -> Iterable[Image]:
    if chosen is not None:
        yield chosen
    yield from (image for image in newest if image != chosen)

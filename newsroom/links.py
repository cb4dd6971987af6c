"""Labelled links as people type them: one “label | address” for each line; stored as [{"label", "url"}]."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

Link = dict[str, str]
MOST_LINKS = 20
LONGEST_LABEL = 60
_is_web_address = URLValidator(schemes=["https", "http"])


class LinksField(forms.CharField):
    """Text with a line for each link; cleaned it is the list that is stored."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.widget.attrs.update({"rows": 4, "dir": "auto", "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        """Show what is stored as lines; what was typed and refused stays as it was typed."""
        if isinstance(value, list):
            return "\n".join(f"{link['label']} | {link['url']}" for link in value)
        return value

    def clean(self, value: Any) -> Any:
        """Return the links; every line that is wrong is named."""
        lines = [line.strip() for line in str(super().clean(value)).splitlines()]
        typed = [(number, line) for number, line in enumerate(lines, 1) if line]
        if len(typed) > MOST_LINKS:
            raise ValidationError(f"These are {len(typed)} lines; there is room for {MOST_LINKS}.")
        found, faults = [], []
        for number, line in typed:
            try:
                found.append(_link(line))
            except ValidationError as fault:
                faults.append(f"Line {number}, “{line[:60]}”: {fault.message}")
        if faults:
            raise ValidationError(faults)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as text, because the stored list and the typed lines are never alike."""
        return super().has_changed(self.prepare_value(initial or []), data)


def _link(line: str) -> Link:
    label, bar, address = (part.strip() for part in line.rpartition("|"))
    if not bar:
        raise ValidationError("put a “|” between the label and the address.")
    if not label:
        raise ValidationError("the label before the “|” is missing.")
    if len(label) > LONGEST_LABEL:
        raise ValidationError(f"the label is longer than {LONGEST_LABEL} characters.")
    if not address:
        raise ValidationError("the address after the “|” is missing.")
    try:
        _is_web_address(address)
    except ValidationError:
        hint = "" if urlsplit(address).scheme else " It begins with https://."
        raise ValidationError(f"“{address}” is not a web address.{hint}") from None
    return {"label": label, "url": address}

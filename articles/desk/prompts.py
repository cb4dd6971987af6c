"""The instructions for models on the desk: each change is the next version, and no version is ever edited."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.models.prompt import Prompt
from articles.summaries import prompts
from newsroom.admin import ByRole, person_of

FEWEST_CHARACTERS = 40


class PromptForm(forms.ModelForm[Prompt]):
    """The next version, begun with the words of the newest; ``base`` is that one's number, 0 before there is any."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    class Meta:
        model = Prompt
        fields = ("text", "note")
        widgets = {"text": forms.Textarea(attrs={"rows": 20})}

    def clean_text(self) -> str:
        """Refuse what says nothing, and what is in use already."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()
        if len(text) < FEWEST_CHARACTERS:
            raise ValidationError("Tell the model what to do in a sentence or more.")
        newest = Prompt.objects.current(prompts.SHIPPED.name)
        if newest is not None and newest.text.strip() == text:
            raise ValidationError(f"Version {newest.version} says just this.")
        return text

    def clean(self) -> dict[str, Any]:
        """Refuse a version that was begun before the newest: whoever adds it has not read that one."""
        cleaned = super().clean() or self.cleaned_data
        newest = Prompt.objects.current(prompts.SHIPPED.name)
        base = cleaned.get("base")
        if newest is not None and base is not None and base != newest.version:
            # Whoever saves again has been told of it.
            self.data = {name: self.data[name] for name in self.data} | {"base": str(newest.version)}
            added = f"{newest.created_by} added" if newest.created_by else "The software brought"
            raise ValidationError(
                f"{added} version {newest.version} while you wrote. Yours is kept below and not in use: read theirs "
                "in the list, then save again to put yours after it."
            )
        return cleaned


class PromptAdmin(ByRole):
    """Versions of the instructions, the newest in use; what each of them made can be recalled."""

    form = PromptForm
    list_display = ("__str__", "created_at", "created_by", "note")
    ordering = ("name", "-version")
    fields = ("text", "note", "base")

    def get_fields(self, request: HttpRequest, obj: Prompt | None = None) -> Any:
        """Leave out of a stored version what only its making needs."""
        return ("text", "note") if obj else self.fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits a version."""
        return False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with the version in use."""
        newest = Prompt.objects.current(prompts.SHIPPED.name)
        text, base = (newest.text, newest.version) if newest else (prompts.SHIPPED.text, 0)
        return {"text": text, "base": base}

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Add the next version; when another was faster by a moment, the second look says so in words."""
        try:
            return super().add_view(request, form_url, extra_context)
        except IntegrityError:
            return super().add_view(request, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Prompt, form: Any, change: Any) -> None:
        """Number it, sign it and keep it; a house without any keeps the one that came with the software first."""
        newest = Prompt.objects.current(prompts.SHIPPED.name) or self._shipped()
        obj.name, obj.version = newest.name, newest.version + 1
        obj.digest = Prompt.digest_of(obj.text)
        obj.created_by, obj.created_at = person_of(request), timezone.now()
        super().save_model(request, obj, form, change)

    def _shipped(self) -> Prompt:
        from articles.drafting import current_prompt

        return current_prompt(timezone.now)

"""The instructions for models on the desk: each change is the next version, and no version is ever edited."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from articles.models.prompt import Prompt
from articles.summaries import prompts
from newsroom.admin import ByRole, person_of

FEWEST_CHARACTERS = 40


class PromptForm(forms.ModelForm[Prompt]):
    """The next version, begun with the words of the newest."""

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


class PromptAdmin(ByRole):
    """Versions of the instructions, the newest in use; what each of them made can be recalled."""

    form = PromptForm
    list_display = ("__str__", "created_at", "created_by", "note")
    ordering = ("name", "-version")
    fields = ("text", "note")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits a version."""
        return False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with the version in use."""
        newest = Prompt.objects.current(prompts.SHIPPED.name)
        return {"text": newest.text if newest else prompts.SHIPPED.text}

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

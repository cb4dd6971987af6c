"""Sections, topics, kinds and sources on the desk: what stories are filed under; no story itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from articles.confidence import people_with
from articles.models.kind import Kind
from articles.models.tick import Tick
from newsroom.admin import ByRole, rights_in
from newsroom.roles import Right

LONGEST_QUESTION: int = Tick._meta.get_field("question").max_length or 0


class SectionAdmin(ByRole):
    """A section of the paper; its address is tested against every other page of the site."""

    list_display = ("name", "slug", "position")
    ordering = ("position", "name")
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (None, {"fields": ("name", "slug", "description", "position")}),
        ("Length", {"fields": ("headline_limit", "standfirst_limit")}),
        ("People", {"fields": ("people",)}),
        ("Machines", {"fields": ("external_models", "model_budget")}),
    )

    class Media:
        css = {"all": ("css/desk-team.css",)}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer those who read stories; chiefs answer for the whole paper."""
        if db_field.name == "people":
            chiefs = people_with(Right.CONFIDE).values("pk")
            readers = people_with(Right.READ).exclude(pk__in=chiefs)
            kwargs |= {
                "queryset": readers.order_by("first_name", "username"),
                "widget": forms.CheckboxSelectMultiple(),
            }
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Let chiefs say who works where, and editors read it."""
        return () if Right.CONFIDE in rights_in(request) else ("people",)


class TopicAdmin(ByRole):
    """What stories are about."""

    list_display = ("name", "slug")
    search_fields = ("name",)
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}


class ChecklistField(forms.CharField):
    """A kind's checklist as lines of text: one question a line, “!” in front of those that block."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """Show the stored list as lines."""
        if not isinstance(value, list):
            return value
        return "\n".join(("! " if item["blocks"] else "") + item["text"] for item in value)

    def clean(self, value: Any) -> Any:
        """Read the lines back into the stored list; a question is known by its words, so it stands there once."""
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip(" !\t")]
        items = [{"text": line.lstrip("! \t"), "blocks": line.startswith("!")} for line in lines]
        texts = [str(item["text"]) for item in items]
        if long := [text for text in texts if len(text) > LONGEST_QUESTION]:
            raise ValidationError(f"Shorten this to {LONGEST_QUESTION} characters: “{long[0][:60]}…”.")
        if twice := sorted({text for text in texts if texts.count(text) > 1}):
            raise ValidationError(f"This stands there twice: “{twice[0]}”.")
        return items


class KindForm(forms.ModelForm[Kind]):
    """A kind with its checklist in plain words."""

    checklist = ChecklistField(
        required=False,
        help_text="One question a line. Put “!” in front of a question that must be answered before a story is approved "
        "or goes out. A changed question is asked again.",
    )

    class Meta:
        model = Kind
        fields = "__all__"  # noqa: DJ007  # Every column of a kind is for the desk to set.


class KindAdmin(ByRole):
    """News, Opinion, Obituary, Agency …: what the desk demands and readers are told."""

    form = KindForm
    list_display = ("name", "public_label", "quick_take", "reviews", "in_feeds")
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        ("Name", {"fields": ("name", "slug", "public_label")}),
        ("Review", {"fields": ("quick_take", "reviews", "checklist")}),
        ("For readers", {"fields": ("follow_call", "in_feeds", "in_news_sitemap")}),
    )


class SourceAdmin(ByRole):
    """Who reported it. Everyone who writes may look sources up."""

    list_display = ("name", "url", "ai_processing", "external_models")
    list_filter = ("ai_processing",)
    search_fields = ("name",)
    ordering = ("name",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool({Right.READ, Right.READ_OWN} & rights_in(request))

"""Beginnings of stories on the desk: their own form, and how “New story” is filled from one; they create nothing."""

from __future__ import annotations

from typing import Any

import js_asset
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django_prose_editor.fields import ProseEditorFormField

from articles import documents, markup
from articles.confidence import sections_of
from articles.desk.article_form import EXTENSIONS, BodyWidget
from articles.models.article import Article
from articles.models.story_template import StoryTemplate
from articles.models.taxonomy import Section
from newsroom.admin import ByRole, person_of


class TemplateForm(forms.ModelForm[StoryTemplate]):
    """A beginning; its words pass what the words of a story pass."""

    body = ProseEditorFormField(required=False, extensions=EXTENSIONS, widget=BodyWidget)

    class Meta:
        model = StoryTemplate
        fields = ("name", "kind", "headline", "standfirst", "body")
        widgets = {"standfirst": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "name": "What writers choose it by: “Match report”, “Election night”.",
            "headline": "With gaps to fill in, or empty.",
        }

    def clean_body(self) -> str:
        """Keep what a story may hold."""
        typed = self.cleaned_data["body"].replace("\r\n", "\n")
        try:
            body = markup.sanitise(typed)
            documents.picture_digests(markup.render(body).images)
        except markup.MarkupError as error:
            raise ValidationError(str(error)) from error
        return body

    def clean(self) -> dict[str, Any]:
        """Refuse hidden characters."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("headline", "standfirst"):
            try:
                markup.refuse_hidden(cleaned.get(name) or "")
            except markup.MarkupError as error:
                self.add_error(name, str(error))
        return cleaned


class StoryTemplateAdmin(ByRole):
    """What “New story” offers to begin with; editors keep it."""

    form = TemplateForm
    list_display = ("name", "kind", "headline")
    list_select_related = ("kind",)
    ordering = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "kind")}),
        ("What the story begins with", {"fields": ("headline", "standfirst", "body")}),
    )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Give the editor's import map its nonce."""
        context["media"] = js_asset.Media.from_media(context["media"], nonce=str(request.csp_nonce))  # type: ignore[attr-defined]
        return super().render_change_form(request, context, *args, **kwargs)


class NewStories(ByRole):
    """The part of the story's admin that says how a story begins: from what, and in which sections."""

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill the empty form from the template that was chosen; one that is gone fills nothing."""
        chosen = _chosen(request)
        if chosen is None:
            return {}
        fields = {name: getattr(chosen, name) for name in ("headline", "standfirst", "body")}
        return {**fields, "kind": chosen.kind_id}

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Offer the templates beside the blank form."""
        chosen = _chosen(request)
        context = {
            "templates": list(StoryTemplate.objects.order_by("name").defer("body")),
            "template": chosen,
            **(extra_context or {}),
        }
        return super().add_view(request, form_url, context)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the sections in which the person works, and the one in which the story already is."""
        if db_field.name == "section":
            mine = sections_of(person_of(request)).values("pk")
            key = str(request.resolver_match.kwargs.get("object_id", "") if request.resolver_match else "")
            here = Article.objects.filter(pk=int(key) if key.isdecimal() else 0).values("section")
            offered = Section.objects.filter(pk__in=mine) | Section.objects.filter(pk__in=here)
            kwargs["queryset"] = offered.order_by("position", "name")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _chosen(request: HttpRequest) -> StoryTemplate | None:
    key = request.GET.get("template", "")
    if not (key.isascii() and key.isdecimal() and len(key) < 10):
        return None
    return StoryTemplate.objects.filter(pk=int(key)).first()

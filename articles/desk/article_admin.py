"""The story in Django's admin: list, form, saving through actions; moves, review and history have their own modules."""

from __future__ import annotations

from typing import Any

import js_asset
from django.contrib import messages
from django.contrib.admin import StackedInline
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone

from articles import actions, policies
from articles.actions import SaveConflict, TransitionBlocked
from articles.actions.unsaved import drop_unsaved
from articles.desk import pictures, writing
from articles.desk.article_form import ArticleForm, BylineForm
from articles.desk.article_list import ListOfStories
from articles.desk.badges import with_standing
from articles.desk.pages import head_of_page
from articles.desk.tell_readers import owed_on
from articles.desk.templates import NewStories
from articles.desk.urls import story_urls
from articles.models.article import Article, Byline
from articles.models.revision import Revision
from articles.owed import note_owed, proposed_note
from newsroom.admin import WithoutIcons, person_of, rights_in
from newsroom.roles import Right
from newsroom.workflow import Move


class BylineInline(WithoutIcons, StackedInline[Byline, Article]):
    """The names over a story; whoever may write on the story may change them."""

    model = Byline
    form = BylineForm
    extra = 0
    autocomplete_fields = ("author",)
    ordering = ("position", "pk")
    verbose_name = "name"
    verbose_name_plural = "byline"
    template = "admin/edit_inline/byline.html"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True


class ArticleAdmin(NewStories, ListOfStories):
    """Stories on the desk.

    POST locks the row (``get_object``), the form compares the version that the person saw, inserting is
    the only thing that ``save_model`` does, and ``save_related`` hands everything to ``save_revision``
    after the byline is stored, so that it is in the snapshot.
    """

    form = ArticleForm
    inlines = (BylineInline,)
    autocomplete_fields = ("topics", "sources")
    change_form_template = "admin/articles/article/change_form.html"
    fieldsets = (
        (None, {"fields": ("headline", "standfirst", "body")}),
        ("Publication", {"fields": ("section", "kind", "slug", "language")}),
        ("Pictures", {"fields": ("hero", "hero_alt", "hero_caption")}),
        ("Topics and sources", {"fields": ("topics", "sources")}),
    )

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """Offer an address for a new story only: later it may already be in links."""
        return {"slug": ("headline",)} if obj is None else {}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Everything on the desk starts from what the person may know of."""
        stories = Article.objects.visible_to(person_of(request))
        if (
            request.resolver_match is not None
            and request.resolver_match.url_name == "articles_article_changelist"
        ):
            return with_standing(stories, timezone.now()).prefetch_related("bylines__author")
        return stories

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """Lock the row on POST, so that the version which the form compares stays the newest until it is saved."""
        if request.method != "POST":
            return super().get_object(request, object_id, from_field)
        try:
            key = Article._meta.pk.to_python(object_id)
        except ValidationError:
            return None
        return self.get_queryset(request).select_for_update(of=("self",)).filter(pk=key).first()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool({Right.READ, Right.READ_OWN} & rights_in(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool({Right.WRITE, Right.WRITE_OWN} & rights_in(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return self.has_add_permission(request)
        return not policies.may_write(obj, person_of(request), timezone.now())

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show or save the story; what the actions refuse after the form said yes is shown with the typed text."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (SaveConflict, TransitionBlocked, ValidationError) as refused:
            return self._refused(request, refused)

    def _refused(self, request: HttpRequest, refused: Exception) -> HttpResponse:
        typed = [
            (name, request.POST.get(name, "")) for name in ("headline", "standfirst", "body", "hero_alt")
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": "Not saved",
            "reasons": refused.messages if isinstance(refused, ValidationError) else [str(refused)],
            "typed": [(name, text) for name, text in typed if text],
            "again": request.path,
        }
        return TemplateResponse(request, "desk/not_saved.html", context, status=409)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """After a clash, a choice or a crash the names are not those that the request brings."""
        found = super().get_formset_kwargs(request, obj, inline, prefix)
        names = writing.names_of_form(request, obj)
        return found if names is None else {**found, "data": names}

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:  # noqa: FBT001
        """Insert a new story; an old one is stored by ``save_revision`` alone."""
        if not change:
            actions.create_article(article=obj, actor=person_of(request), now=timezone.now())

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """Store byline, topics and sources, then take the snapshot of all of it."""
        super().save_related(request, form, formsets, change)
        base = form.cleaned_data["base"] if change else 0
        actions.save_revision(
            article=form.instance, actor=person_of(request), now=timezone.now(), base=base or 0
        )
        drop_unsaved(
            actor=person_of(request),
            article=form.instance if change else None,
            token=request.POST.get("token", ""),
            windows={request.POST.get("window", ""), request.POST.get("took", "")},
        )

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the action, which wrote the audit entry already."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the action, which wrote the audit entry already."""

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._saved(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._saved(request, obj)

    def _saved(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Stay on the page; “Send for review” saves first, so that no typed word is left behind."""
        here = reverse("admin:articles_article_change", args=[article.pk])
        if "_send" not in request.POST:
            messages.success(request, f"Saved: revision {article.version}.")
            return HttpResponseRedirect(here)
        try:
            actions.request_summary(article=article, actor=person_of(request), now=timezone.now())
        except TransitionBlocked as blocked:
            messages.warning(request, f"Saved, but not sent: {blocked}")
        else:
            messages.success(request, "Saved and sent for review.")
            if note_owed(article, timezone.now()) and not proposed_note(article, timezone.now()):
                # It is asked for while the writer still knows what was wrong.
                here = reverse("admin:articles_article_tell_readers", args=[article.pk])
        return HttpResponseRedirect(here)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say story, as the desk does."""
        return super().changelist_view(
            request, {"noun": "story", "nouns": "stories", **(extra_context or {})}
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Give the import map its nonce, and the page its badges, its moves and, after a clash, both texts."""
        context["media"] = js_asset.Media.from_media(context["media"], nonce=str(request.csp_nonce))  # type: ignore[attr-defined]
        form, article = context["adminform"].form, context.get("original")
        if article is None or self.has_change_permission(request, article):
            context |= writing.context_of(request, form, article)
        theirs: Revision | None = context.get("theirs")
        if article is not None and article.pk:
            context |= head_of_page(article, person_of(request), timezone.now())
            context |= owed_on(article, timezone.now())
            context["pictures_out"] = pictures.out_of_text(article.body, timezone.now())
            context["tab"] = "write"
            context["can_send"] = Move.REQUEST_SUMMARY in context["offered"]
            context["title"] = theirs.headline if theirs else article.headline
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """Put the story's other pages before Django's own, whose last pattern takes everything."""
        return [*story_urls(self.admin_site), *super().get_urls()]

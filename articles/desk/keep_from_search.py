"""The page on which an editor asks search engines to leave a story out, or to show it again."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import actions
from articles.actions import TransitionBlocked
from articles.actions.keep_from_search import may_keep_from_search
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from newsroom.admin import person_of

_SHOWN, _KEPT = "shown", "kept"


class SearchEnginesForm(forms.Form):
    """Shown as usual, or left out."""

    what = forms.ChoiceField(
        label="What search engines are told",
        choices=(
            (_SHOWN, "They may show this story, as usual"),
            (_KEPT, "They are asked to leave it out of their results"),
        ),
        widget=forms.RadioSelect({"class": "boxes"}),
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=300,
        help_text="For the history of the story; readers do not see it.",
    )

    def __init__(self, data: Any = None, *, article: Article) -> None:
        super().__init__(data, initial={"what": _KEPT if article.no_index else _SHOWN})

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


@require_http_methods(["GET", "HEAD", "POST"])
def search_engines_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what holds; on POST decide it."""
    article, person = story_for(request, pk), person_of(request)
    if not may_keep_from_search(person):
        raise PermissionDenied
    form = SearchEnginesForm(request.POST if request.method == "POST" else None, article=article)
    if request.method != "POST":
        return _page(request, article, form)
    if not form.is_valid():
        return _page(request, article, form, status=409)
    kept = form.cleaned_data["what"] == _KEPT
    try:
        actions.keep_from_search(
            article=article, actor=person, now=timezone.now(), kept=kept, reason=form.cleaned_data["reason"]
        )
    except TransitionBlocked as blocked:
        return _page(request, article, form, refusal=str(blocked), status=409)
    messages.success(
        request,
        "Search engines are asked to leave this story out."
        if kept
        else "Search engines may show this story.",
    )
    return HttpResponseRedirect(reverse("admin:articles_article_search_engines", args=[article.pk]))


def _page(
    request: HttpRequest,
    article: Article,
    form: SearchEnginesForm,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "refusal": refusal}
    return answer(request, article, "desk/search_engines.html", context, status=status)

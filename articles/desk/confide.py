"""The page that says who may know of a story, and lets its writer or a chief decide it."""

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
from articles.confidence import choosable, may_decide_who_knows, people_who_know
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from newsroom.admin import person_of
from newsroom.models.user import User
from newsroom.workflow import Standing

_ALL, _NAMED = "all", "named"


class ConfideForm(forms.Form):
    """Everybody as usual, or the named alone."""

    who = forms.ChoiceField(
        label="Who may know of this story",
        choices=(
            (_ALL, "Everybody who reads stories of this section, as usual"),
            (_NAMED, "Only those named here: the story is confidential"),
        ),
        widget=forms.RadioSelect({"class": "boxes"}),
    )
    people = forms.ModelMultipleChoiceField(
        label="Named besides",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "boxes"}),
        help_text="The writer, the people in the byline and chiefs know of it anyhow.",
    )

    def __init__(self, data: Any = None, *, article: Article) -> None:
        named = article.known_to.values_list("pk", flat=True) if article.confidential else ()
        initial = {"who": _NAMED if article.confidential else _ALL, "people": list(named)}
        super().__init__(data, initial=initial)
        self.fields["people"].queryset = choosable(article)  # type: ignore[attr-defined]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


@require_http_methods(["GET", "HEAD", "POST"])
def confide_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who knows; on POST decide it."""
    article, person = story_for(request, pk), person_of(request)
    if not may_decide_who_knows(article, person):
        raise PermissionDenied
    form = ConfideForm(request.POST if request.method == "POST" else None, article=article)
    if request.method != "POST":
        return _page(request, article, form)
    if not form.is_valid():
        return _page(request, article, form, status=409)
    confidential = form.cleaned_data["who"] == _NAMED
    try:
        actions.confide(
            article=article,
            actor=person,
            now=timezone.now(),
            confidential=confidential,
            people=list(form.cleaned_data["people"]),
        )
    except TransitionBlocked as blocked:
        return _page(request, article, form, refusal=str(blocked), status=409)
    messages.success(
        request, "Confidential: only those named know of it." if confidential else "No longer confidential."
    )
    return HttpResponseRedirect(reverse("admin:articles_article_confide", args=[article.pk]))


def _page(
    request: HttpRequest, article: Article, form: ConfideForm, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    public = article.standing(timezone.now()) in {Standing.LIVE, Standing.SCHEDULED}
    context = {
        "form": form,
        "refusal": refusal,
        "public": public,
        "knowing": list(people_who_know(article)) if article.confidential else [],
    }
    return answer(request, article, "desk/confide.html", context, status=status)

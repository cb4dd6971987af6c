"""The page on which a colleague is asked to review a story until an hour; who may be asked is said in colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import actions, colleagues
from articles.actions import Reason, TransitionBlocked
from articles.actions.ask import may_ask
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from newsroom.admin import person_of
from newsroom.models.user import User


class AskForm(forms.Form):
    """A colleague and an hour in the newsroom's time."""

    reviewer = forms.TypedChoiceField(
        label="Who",
        error_messages={"required": "Choose somebody.", "invalid_choice": "Choose somebody of the list."},
    )
    due_at = forms.DateTimeField(
        label="Until",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=f"In the newsroom's time ({settings.TIME_ZONE}). Empty: whenever there is time.",
    )

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [("", "Choose a colleague"), *((key, str(person)) for key, person in self.people.items())]
        field: Any = self.fields["reviewer"]
        field.choices, field.coerce = choices, self.people.__getitem__

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


@require_http_methods(["GET", "HEAD", "POST"])
def ask_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the page, or ask; an empty choice with “Ask nobody” takes the name off."""
    article, actor, now = story_for(request, pk), person_of(request), timezone.now()
    if may_ask(article, actor, now):
        raise PermissionDenied
    people = colleagues.reviewers_for(article)
    if request.method != "POST":
        before = {"reviewer": article.reviewer_id, "due_at": article.due_at}
        return _page(request, article, AskForm(initial=before, people=people))
    if "nobody" in request.POST:
        actions.ask_nobody(article=article, actor=actor, now=now)
        messages.success(request, "Nobody in particular is asked now.")
        return _back(article)
    form = AskForm(request.POST, people=people)
    if not form.is_valid():
        return _page(request, article, form, status=409)
    try:
        actions.ask_reviewer(article=article, actor=actor, now=now, **form.cleaned_data)
    except TransitionBlocked as blocked:
        return _page(request, article, form, *blocked.reasons, status=409)
    messages.success(request, f"{form.cleaned_data['reviewer']} is asked to review it.")
    return _back(article)


def _back(article: Article) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _page(
    request: HttpRequest, article: Article, form: AskForm, *reasons: Reason, status: int = 200
) -> HttpResponse:
    context = {"form": form, "reasons": reasons, "named": article.reviewer_id is not None}
    return answer(request, article, "desk/ask.html", context, status=status)

"""Colleagues who can be mentioned in a note, asked for while a name is typed; whom a note reaches is the action's."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import colleagues
from articles.actions.talk import mentions_in
from articles.desk.pages import story_for
from newsroom.admin import person_of
from newsroom.models.user import User

_LONGEST = 60


@never_cache
@require_safe
def people_view(request: HttpRequest, pk: int) -> JsonResponse:
    """Return who may know of the story and is called so; an account that no mention can spell is left out."""
    article, start = story_for(request, pk), request.GET.get("q", "")[:_LONGEST]
    found = [
        {"account": person.username, "name": str(person)}
        for person in colleagues.called(article, start, besides=person_of(request))
        if _can_be_spelt(person)
    ]
    return JsonResponse({"people": found})


def _can_be_spelt(person: User) -> bool:
    return mentions_in(f"@{person.username}") == [person.username]

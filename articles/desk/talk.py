"""Adding, resolving and reopening notes on a story, by plain forms and by htmx alike; nothing here is ever public."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import actions
from articles.actions import Said, TransitionBlocked
from articles.desk.note_list import NoteList, notes_of
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.models.note import Note
from newsroom.admin import person_of

# The pages on which notes stand, by the name of their tab.
_PAGES = {"write": "change", "review": "review", "history": "history"}
_LARGEST_KEY = 2**63 - 1


@require_http_methods(["GET", "HEAD", "POST"])
def notes_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the notes alone, or add one."""
    article, now = story_for(request, pk), timezone.now()
    if request.method != "POST":
        return _page(request, article, notes_of(article, now))
    typed = request.POST.get("text", "")
    try:
        said = actions.add_note(article=article, actor=person_of(request), now=now, text=typed)
    except TransitionBlocked as blocked:
        refused = notes_of(article, now, typed=typed, error=str(blocked))
        if _by_htmx(request):
            return _part(request, article, refused)
        return _page(request, article, refused, status=409)
    return _done(request, article, words_of(said), warns=bool(said.unknown or said.doubtful))


@require_POST
def note_view(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Resolve a note, or reopen it."""
    article, now, actor = story_for(request, pk), timezone.now(), person_of(request)
    note = Note.objects.on(article).filter(pk=key).first() if key <= _LARGEST_KEY else None
    if note is None:
        raise Http404("There is no such note.")
    if request.POST.get("turn") == "reopen":
        actions.reopen_note(note=note, actor=actor, now=now)
        return _done(request, article, "The note is open again.", turned=True)
    actions.resolve_note(note=note, actor=actor, now=now)
    return _done(request, article, "The note is resolved.", turned=True)


def words_of(said: Said) -> str:
    """Say whom a note reached and whom it did not."""
    found = ["Note added."]
    if said.told:
        names = ", ".join(str(person) for person in said.told)
        found.append(f"{names} {'was' if len(said.told) == 1 else 'were'} told.")
    found += [
        f"Nobody who may see this story is called “{name}”: by that name nobody was told."
        for name in said.unknown
    ]
    found += [
        f"More than one colleague is called “{name}”: mention the account instead." for name in said.doubtful
    ]
    return " ".join(found)


def _done(
    request: HttpRequest, article: Article, words: str, *, warns: bool = False, turned: bool = False
) -> HttpResponse:
    if _by_htmx(request):
        return _part(request, article, notes_of(article, timezone.now(), said=words, turned=turned))
    (messages.warning if warns else messages.success)(request, words)
    page = _PAGES.get(request.POST.get("back", ""), "notes")
    address = reverse(f"admin:articles_article_{page}", args=[article.pk])
    return HttpResponseRedirect(f"{address}?notes=open#notes")


def _by_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _part(request: HttpRequest, article: Article, notes: NoteList) -> HttpResponse:
    context = {"article": article, "talk": notes, "tab": request.POST.get("back", "")}
    return TemplateResponse(request, "desk/_notes_answer.html", context)


def _page(request: HttpRequest, article: Article, notes: NoteList, *, status: int = 200) -> HttpResponse:
    return answer(request, article, "desk/notes.html", {"talk": notes, "talk_open": True}, status=status)

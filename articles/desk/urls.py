"""Addresses of a story's own pages on the desk, beside those that Django's admin gives it."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from articles.desk import (
    as_published,
    asking,
    autosave,
    checklist,
    confide,
    history,
    keep_from_search,
    mentions,
    moves,
    presence,
    review,
    review_parts,
    second_read,
    talk,
    tell_readers,
)


def story_urls(site: AdminSite) -> list[URLPattern]:
    """Return the patterns; the site lets only people with a desk account through."""
    pages = (
        ("unsaved/", autosave.unsaved_view, "unsaved_new"),
        ("unsaved/<slug:token>/throw-away/", autosave.throw_away_view, "throw_away_new"),
        ("<int:pk>/unsaved/", autosave.unsaved_view, "unsaved"),
        ("<int:pk>/unsaved/throw-away/", autosave.throw_away_view, "throw_away"),
        ("<int:pk>/here/<slug:place>/", presence.here_view, "here"),
        ("<int:pk>/review/", review.review_view, "review"),
        ("<int:pk>/review/retry/", review.retry_view, "retry"),
        ("<int:pk>/review/by-hand/", review.by_hand_view, "by_hand"),
        ("<int:pk>/review/progress/", review_parts.progress_view, "progress"),
        ("<int:pk>/review/bullet/<int:key>/", review_parts.bullet_view, "bullet"),
        ("<int:pk>/second-read/", second_read.second_read_view, "second_read"),
        ("<int:pk>/move/<slug:name>/", moves.move_view, "move"),
        ("<int:pk>/note-for-readers/", tell_readers.tell_readers_view, "tell_readers"),
        ("<int:pk>/ask/", asking.ask_view, "ask"),
        ("<int:pk>/notes/", talk.notes_view, "notes"),
        ("<int:pk>/people/", mentions.people_view, "people"),
        ("<int:pk>/notes/<int:key>/", talk.note_view, "note"),
        ("<int:pk>/checklist/", checklist.checklist_view, "checklist"),
        ("<int:pk>/who-knows/", confide.confide_view, "confide"),
        ("<int:pk>/search-engines/", keep_from_search.search_engines_view, "search_engines"),
        ("<int:pk>/history/", history.history_view, "history"),
        ("<int:pk>/revision/<int:number>/", history.revision_view, "revision"),
        ("<int:pk>/revision/<int:number>/restore/", history.restore_view, "restore"),
        ("<int:pk>/compare/", history.compare_view, "compare"),
        ("<int:pk>/version/<int:number>/", as_published.version_view, "version"),
        ("<int:pk>/quick-take/<int:key>.json", history.evidence_view, "evidence"),
    )
    return [
        path(route, site.admin_view(view), name=f"articles_article_{name}") for route, view, name in pages
    ]

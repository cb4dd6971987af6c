"""What is in the index and what is found in it: only what is live, by what readers see of it, at this moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.version import PublishedVersion
from articles.press import search_index
from articles.press.search_query import read
from tests.factories import stories

pytestmark = pytest.mark.django_db

BODY = stories.BODY.replace("hangers", "Gelände Müller-Straße hangers")


def found(asked, now):
    rows = search_index.matching(PublishedVersion.objects.live(now), read(asked))
    return sorted(rows.values_list("slug", flat=True))


@pytest.mark.parametrize(
    "asked",
    [
        "harbour bridge",
        "BRIDGES",
        "headline-words elephants",
        "painters",
        "Ada Brandt",
        "Harbour",
        "muller strasse",
        "Gelande",
        "eng*",
        '"line 6"',
        "line 6",
        "Thorsen’s",
        "4.2 million",
        "the",
    ],
)
def test_a_story_is_found_by_what_readers_see_of_it(paper, asked):
    paper.live(slug="a", headline="Harbour bridge: headline words of elephants", body=BODY)

    assert found(asked, paper.clock.now) == ["a"]


@pytest.mark.parametrize(
    "asked",
    ["hippopotamus", "bridge hippopotamus", '"6 line"', "painter*x", "hamburg*", '"words trams"', "brid"],
)
def test_a_story_is_not_found_by_what_is_not_in_it(paper, asked):
    paper.live(slug="a", headline="Harbour bridge: headline words", standfirst="Trams are back.", body=BODY)

    assert found(asked, paper.clock.now) == []


def test_a_book_goes_out_and_is_found_by_its_beginning(paper):
    words = " ".join(f"{number:x}слово" for number in range(40_000))
    version = paper.version(paper.live(slug="a"))
    version.text = f"Giraffes first. {words} Elephants last."

    search_index.add([version])

    assert found("giraffes", paper.clock.now) == ["a"]
    assert found("elephants", paper.clock.now) == []


def indexed():
    return sorted(int(key) for key in search_index.entries().values_list("object_id", flat=True))


def test_what_is_scheduled_is_found_at_its_second_and_no_task_runs(paper):
    now = paper.clock.now
    article = stories.reviewed(by=paper.ada, reviewer=paper.ben, now=now, slug="a", headline="Elephants land")
    at = now + timedelta(hours=5)
    actions.schedule(article=article, actor=paper.ben, now=now, at=at)

    assert found("elephants", at - timedelta(microseconds=1)) == []
    assert found("elephants", at) == ["a"]


def test_what_was_replaced_is_not_found_and_leaves_the_index(paper):
    article = paper.live(slug="a", headline="Elephants land")
    stories.edit(article, by=paper.ada, now=paper.clock.tick(), headline="Giraffes land at the bridge")
    assert (found("elephants", paper.clock.now), found("giraffes", paper.clock.now)) == (["a"], [])

    actions.approve_text(article=article, actor=paper.ben, now=paper.clock.now, seen=article.head_id)
    actions.publish(article=article, actor=paper.ben, now=paper.clock.tick(), note=stories.told())

    assert (found("elephants", paper.clock.now), found("giraffes", paper.clock.now)) == ([], ["a"])
    assert indexed() == [paper.version(article).pk]


def test_what_was_withdrawn_is_not_found_and_leaves_the_index(paper, cleo):
    article = paper.live(slug="a", headline="Elephants land")
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="It was never true at all.")

    assert found("elephants", paper.clock.now) == []
    assert indexed() == []


def test_what_was_taken_off_the_schedule_is_never_found(paper):
    now = paper.clock.now
    article = stories.reviewed(by=paper.ada, reviewer=paper.ben, now=now, slug="a", headline="Elephants land")
    actions.schedule(article=article, actor=paper.ben, now=now, at=now + timedelta(hours=1))
    actions.unschedule(article=article, actor=paper.ben, now=now)

    assert found("elephants", now + timedelta(hours=2)) == []


def test_a_corrected_story_is_found_once(paper):
    article = paper.live(slug="a", headline="Elephants land")
    note = actions.Note(CorrectionKind.CORRECTION, "There were four of them.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    assert found("elephants", paper.clock.now) == ["a"]
    assert indexed() == [paper.version(article).pk]


def _with_own_bullet(paper, words):
    """A live story whose Quick Take says a word that stands nowhere else in it."""
    article = paper.live(box=True, slug="a")
    version = paper.version(article)
    version.bullets = version.bullets.replace('"text":"', f'"text":"{words} ', 1)
    search_index.add([version])
    return article


def test_a_story_is_found_by_its_quick_take_until_that_is_hidden(paper, cleo):
    article = _with_own_bullet(paper, "Elephants")
    assert found("elephants", paper.clock.now) == ["a"]
    assert found("elephants bridge", paper.clock.now) == ["a"]

    actions.hide_quick_take(
        article=article, actor=cleo, now=paper.clock.tick(), reason="The number is wrong."
    )

    assert found("elephants", paper.clock.now) == []
    assert found("painters", paper.clock.now) == ["a"]


def test_a_word_of_a_hidden_quick_take_moves_no_story_up(paper, cleo):
    article = _with_own_bullet(paper, "Painters painters painters")
    paper.live(slug="b", body=stories.BODY.replace("Painters", "The painters and more painters"))
    actions.hide_quick_take(
        article=article, actor=cleo, now=paper.clock.tick(), reason="The number is wrong."
    )
    asked = read("painters")

    keys = search_index.ranked(
        search_index.matching(PublishedVersion.objects.live(paper.clock.now), asked), asked, start=0, stop=9
    )

    assert [PublishedVersion.objects.get(pk=key).slug for key in keys] == ["b", "a"]


def test_a_word_in_the_headline_comes_first_and_ties_go_to_the_newer(paper):
    paper.live(slug="text", body=stories.BODY.replace("ferry", "elephant ferry elephant"))
    paper.live(slug="old", headline="Elephants land at the bridge")
    paper.live(slug="new", headline="Elephants land at the bridge")
    asked = read("elephants")
    rows = search_index.matching(PublishedVersion.objects.live(paper.clock.now), asked)

    keys = search_index.ranked(rows, asked, start=0, stop=9)

    assert [PublishedVersion.objects.get(pk=key).slug for key in keys] == ["new", "old", "text"]


def test_only_the_newest_matches_are_ranked(paper, monkeypatch):
    monkeypatch.setattr(search_index, "MOST_RANKED", 2)
    for slug in ("first", "second", "third"):
        paper.live(slug=slug, headline="Elephants land" if slug == "first" else "A bridge for an elephant")
    asked = read("elephants")
    rows = search_index.matching(PublishedVersion.objects.live(paper.clock.now), asked)

    keys = search_index.ranked(rows, asked, start=0, stop=9)

    assert {PublishedVersion.objects.get(pk=key).slug for key in keys} == {"second", "third"}


def test_the_index_answers_and_the_stories_are_not_read_through(paper):
    version = paper.version(paper.live())
    rows = search_index.matching(
        PublishedVersion.objects.live(paper.clock.now), read("elephants")
    ).newest_first()

    if connection.vendor == "sqlite":
        plan = rows.explain()
        assert "VIRTUAL TABLE INDEX" in plan
        assert "SCAN articles_publishedversion" not in plan
        return
    with connection.cursor() as cursor:
        # So many that the index of the keys alone is no way to find the few that match.
        cursor.execute(
            "INSERT INTO modelsearch_indexentry (content_type_id, object_id, title, body, autocomplete, title_norm,"
            " title_text, body_text) SELECT content_type_id, 'filler ' || number, title, body, autocomplete, 1, '', ''"
            " FROM modelsearch_indexentry, generate_series(1, 3000) AS number WHERE object_id = %s",
            [str(version.pk)],
        )
        cursor.execute(
            "SELECT gin_clean_pending_list(oid) FROM pg_class WHERE relname LIKE 'modelsearch%gin'"
        )
        cursor.execute("ANALYZE modelsearch_indexentry")
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = rows.explain()
    assert "on modelsearch_body" in plan
    assert "on modelsearch_autocom" in plan

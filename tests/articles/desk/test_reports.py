"""The reports: three charts, each with a table, of nobody in particular."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.desk.reports import age_of_queue, length, time_to_publication, what_became
from articles.models.article import Article
from articles.models.quicktake import Verdict
from tests.articles.desk.desk import browser, page, words
from tests.factories.stories import draft, edit, live, newest_quick_take, told, waiting

pytestmark = pytest.mark.django_db

REPORTS = "/admin/reports/"


def published_after(ada, ben, clock, **took):
    """Let a story be begun now and go out later."""
    article = draft(by=ada, now=clock.now)
    clock.tick(**took)
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.now)
    return article


def test_each_week_has_its_middle_time(ada, ben, clock):
    for hours in (1, 2, 9):
        published_after(ada, ben, clock, hours=hours)
    clock.tick(days=7)
    published_after(ada, ben, clock, minutes=30)

    bars = time_to_publication(Article.objects.all(), clock.now)

    assert [(bar.label, bar.words, bar.cells) for bar in bars] == [
        ("11 May", "2 h 00 min", ("3",)),
        ("18 May", "30 min", ("1",)),
    ]
    assert [bar.width for bar in bars] == ["100.00%", "25.00%"]


def test_a_later_version_is_no_publication(ada, ben, clock):
    article = published_after(ada, ben, clock, hours=1)
    clock.tick(days=8)
    edit(article, by=ada, now=clock.now, headline="Quite another headline of 12 words")
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.now, note=told())

    assert len(time_to_publication(Article.objects.all(), clock.now)) == 1


def test_the_queue_is_counted_by_how_long_stories_stand(ada, clock):
    for hours in (0.5, 2, 2, 30, 200):
        waiting(by=ada, now=clock.now - timedelta(hours=hours))

    assert [bar.words for bar in age_of_queue(Article.objects.all(), clock.now)] == ["1", "2", "0", "1", "1"]


def test_bullets_count_once_somebody_answered_for_them(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    bullets = list(newest_quick_take(article).bullets.order_by("position"))
    for bullet in bullets:
        actions.decide_bullet(bullet=bullet, actor=ben, now=clock.now, verdict=Verdict.ACCEPTED)
    actions.decide_bullet(bullet=bullets[0], actor=ben, now=clock.now, verdict=Verdict.REJECTED)

    assert what_became(Article.objects.all()) == []

    article.refresh_from_db()
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)
    (split,) = what_became(Article.objects.all())

    assert split.counts == (len(bullets) - 1, 0, 1)
    assert split.total == len(bullets)
    assert split.label.startswith("extractive")


def test_a_carried_approval_counts_no_bullet_twice(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    (before,) = what_became(Article.objects.all())
    edit(article, by=ada, now=clock.tick(), hero_caption="")
    edit(article, by=ada, now=clock.tick(), standfirst="Trams are back; the painters stay until  August.")

    (after,) = what_became(Article.objects.all())

    assert after.counts == before.counts


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(20, "0 min"), (3540, "59 min"), (3599, "1 h 00 min"), (90_000, "25 h 00 min"), (180_000, "2 d 2 h")],
)
def test_lengths_are_said_in_their_largest_units(seconds, said):
    assert length(seconds) == said


def test_every_chart_has_its_table_and_no_name(ada, ben):
    live(by=ada, reviewer=ben, now=timezone.now() - timedelta(hours=1))
    waiting(by=ada, now=timezone.now())

    response = browser(ben).get(REPORTS)
    soup = page(response)

    assert len(soup.select("svg.chart")) == len(soup.select("main table")) == 3
    assert not {"Ada", "Brandt", "Osei"} & set(soup.select_one("main").get_text(" ").split())
    assert all(picture.get("aria-label") for picture in soup.select("svg.chart"))


def test_an_empty_paper_has_reports_that_say_so(ben):
    said = words(browser(ben).get(REPORTS))

    assert "No story was published in these weeks." in said
    assert "Nobody has answered a drafted Quick Take yet." in said


def test_whoever_sees_own_stories_only_sees_no_report(dora):
    client = browser(dora)

    assert client.get(REPORTS).status_code == 403
    assert REPORTS not in client.get("/admin/").content.decode()


def test_a_story_that_one_may_not_know_of_is_not_counted(ada, ben, clock):
    live(by=ada, reviewer=ben, now=clock.now)

    assert what_became(Article.objects.none()) == []
    assert time_to_publication(Article.objects.none(), clock.now) == []

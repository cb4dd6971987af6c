"""Who is told what: in the transaction of the act, never the actor, never of a story that they may not know of."""

import pytest
from django.db import transaction

from articles import actions, jobs, notices, tasks
from articles.models.job import SummaryJob
from articles.models.notice import About, Notice
from newsroom.models.user import User
from newsroom.roles import Role
from tests.factories.people import person
from tests.factories.stories import accept_all, draft, reviewed, run_jobs, waiting

pytestmark = pytest.mark.django_db


def told(about: About) -> set[str]:
    return set(Notice.objects.filter(about=about).values_list("person__username", flat=True))


def everything() -> set[tuple[str, str]]:
    return set(Notice.objects.values_list("person__username", "about"))


@pytest.fixture
def eve(db: None) -> User:
    """Eve edits as well."""
    return person("eve", "Eve", "Moor", Role.EDITOR)


def test_a_named_reviewer_is_told_when_asked_and_when_the_story_is_ready(ada, ben, cleo, clock):
    article = draft(by=ada, now=clock.now)

    actions.ask_reviewer(article=article, actor=ada, now=clock.tick(), reviewer=ben)
    actions.request_summary(article=article, actor=ada, now=clock.tick())

    assert everything() == {("ben", About.ASKED)}
    assert [notice.text for notice in Notice.objects.order_by("pk")] == ["", "Ready to be read."]


def test_sending_without_a_name_tells_nobody(ada, ben, clock):
    waiting(by=ada, now=clock.now)

    assert everything() == set()


def test_a_returned_story_is_told_to_its_writer_with_the_reason(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)

    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")

    assert everything() == {("ada", About.RETURNED)}
    assert Notice.objects.get().text == "Who says so?"
    assert Notice.objects.get().by == ben


@pytest.mark.parametrize("box", [True, False])
def test_an_approval_is_told_to_the_writer(ada, ben, clock, box):
    reviewed(by=ada, reviewer=ben, now=clock.now, box=box)

    assert everything() == {("ada", About.APPROVED)}


def test_the_first_of_two_approvals_says_that_one_is_missing(ada, ben, cleo, clock):
    article = waiting(by=ada, now=clock.now)
    article.kind.reviews = 2
    article.kind.save()
    accept_all(article, by=ben, now=clock.tick())

    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    assert "one more person" in Notice.objects.get(about=About.APPROVED).text


def test_a_publication_is_told_to_everyone_in_the_byline(ada, ben, dora, clock):
    article = draft(by=ada, now=clock.now)
    article.bylines.create(author=dora.author, position=2)
    actions.save_revision(article=article, actor=ada, now=clock.tick(), base=article.version)
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    actions.publish(article=article, actor=ben, now=clock.tick())

    assert told(About.PUBLISHED) == {"ada", "dora"}


def test_what_goes_out_at_its_hour_is_told_by_the_machine(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.tick(hours=1))

    tasks.settle_due(now=clock.tick())

    assert told(About.PUBLISHED) == {"ada"}
    assert Notice.objects.get(about=About.PUBLISHED).by is None


def test_a_second_read_is_asked_of_those_who_may_give_it(ada, ben, cleo, eve, dora, clock):
    article = draft(by=ada, now=clock.now)

    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="The quay is closed now.")

    assert told(About.SECOND_READ) == {"ben", "eve"}
    assert told(About.PUBLISHED) == {"ada"}


def test_a_second_read_is_not_asked_of_who_worked_on_the_text(ben, cleo, eve, clock):
    article = draft(by=ben, now=clock.now)

    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="The quay is closed now.")

    assert told(About.SECOND_READ) == {"eve"}


def test_a_failed_summary_is_told_to_who_asked(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.tick())
    job = jobs.claim(job_id=SummaryJob.objects.get(article=article).pk, now=clock.tick())

    jobs.fail(job=job, now=clock.tick(), reason="The text is too short.")

    assert everything() == {("ada", About.FAILED)}
    assert Notice.objects.get().text == "The text is too short."


def test_a_drafted_summary_is_told_to_nobody(ada, clock):
    article = draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.tick())

    run_jobs(clock.tick())

    assert everything() == set()


def test_nobody_is_told_of_their_own_act(cleo, clock):
    article = draft(by=cleo, now=clock.now)

    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="The quay is closed now.")

    assert everything() == set()


def test_nobody_is_told_of_a_story_that_they_may_not_know_of(ada, ben, dora, clock):
    article = draft(by=ada, now=clock.now)

    notices.tell(article=article, people=[dora, ben], about=About.MENTIONED, by=ada, now=clock.now)

    assert told(About.MENTIONED) == {"ben"}


def test_an_account_that_is_switched_off_is_told_nothing(ada, ben, clock):
    ben.is_active = False
    ben.save()

    notices.tell(
        article=draft(by=ada, now=clock.now), people=[ben], about=About.MENTIONED, by=ada, now=clock.now
    )

    assert everything() == set()


def test_an_act_that_is_undone_tells_nothing(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)

    with pytest.raises(RuntimeError), transaction.atomic():
        actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")
        raise RuntimeError

    assert everything() == set()


def test_a_long_reason_is_cut_where_the_column_ends(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)

    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="why " * 400)

    assert len(Notice.objects.get().text) == 500


@pytest.mark.parametrize("others", [1, 12])
def test_telling_many_asks_no_more_of_the_database(ada, ben, clock, others, django_assert_max_num_queries):
    people = [ben, *(person(f"e{n}", f"E{n}", "Moor", Role.EDITOR) for n in range(others))]
    article = draft(by=ada, now=clock.now)
    fetched = list(User.objects.filter(pk__in=[one.pk for one in people]).prefetch_related("groups"))

    with django_assert_max_num_queries(5):
        notices.tell(article=article, people=fetched, about=About.MENTIONED, by=ada, now=clock.now)

    assert Notice.objects.count() == others + 1

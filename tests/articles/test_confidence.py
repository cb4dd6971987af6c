"""Who may know of a story: from the person's side and from the story's, and what saying so leaves on record."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import actions, policies
from articles.actions import TransitionBlocked
from articles.confidence import choosable, kept_from, people_who_know, sections_of
from articles.models.article import Article, Byline
from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.models.user import User
from newsroom.roles import Role
from newsroom.workflow import Move
from tests.factories.people import person
from tests.factories.stories import SectionFactory, draft, live

pytestmark = pytest.mark.django_db


@pytest.fixture
def sport(db):
    return SectionFactory.create(name="Sport", slug="sport")


@pytest.fixture
def ines(db):
    """Ines writes, and has nothing to do with the story."""
    return person("ines", "Ines", "Falk", Role.WRITER)


@pytest.fixture
def people(dora, ines):
    return dora, ines


@pytest.fixture
def secret(ada, clock):
    article = draft(by=ada, now=clock.now, headline="The mayor's account in Estrand")
    return actions.confide(article=article, actor=ada, now=clock.now, confidential=True)


def sees(user: User, article: Article) -> bool:
    return Article.objects.visible_to(user).filter(pk=article.pk).exists()


def test_a_confidential_story_is_there_for_its_writer_the_byline_the_named_and_chiefs(
    ada, ben, cleo, people, secret, clock
):
    dora, ines = people
    assert [sees(one, secret) for one in (ada, ben, cleo, dora, ines)] == [True, False, True, False, False]

    actions.confide(article=secret, actor=ada, now=clock.now, confidential=True, people=[ben])
    Byline.objects.create(article=secret, author=dora.author, position=2)

    assert [sees(one, secret) for one in (ada, ben, cleo, dora, ines)] == [True, True, True, True, False]


def test_administrators_and_people_who_left_know_of_nothing(ada, secret):
    admin = person("root", "Rut", "Nes", Role.ADMINISTRATOR)
    admin.is_superuser = True
    ada.is_active = False

    assert not sees(admin, secret)
    assert not sees(ada, secret)


def test_whoever_is_named_in_a_section_works_there_alone(ada, ben, cleo, ines, sport, clock):
    city, match = draft(by=ada, now=clock.now), draft(by=ada, now=clock.now, section=sport)
    own = draft(by=ines, now=clock.now)
    sport.people.add(ines)

    assert set(Article.objects.visible_to(ines)) == {match, own}
    assert set(Article.objects.visible_to(ben)) == {city, match, own}
    assert policies.may_write(city, ines, clock.now)
    assert not policies.may_write(match, ines, clock.now)
    assert not policies.may_write(own, ines, clock.now)
    assert list(sections_of(ines)) == [sport]
    assert set(sections_of(ben)) == {sport, city.section}


def test_an_editor_of_one_section_makes_no_move_in_another(ada, ben, sport, clock):
    article = draft(by=ada, now=clock.now)
    sport.people.add(ben)

    with pytest.raises(TransitionBlocked):
        actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    assert not policies.offered(article, ben, clock.now)


def test_a_chief_is_held_to_no_section(ada, cleo, sport, clock):
    article = draft(by=ada, now=clock.now)
    sport.people.add(cleo)

    assert sees(cleo, article)
    assert article.section in sections_of(cleo)


def test_being_named_on_a_story_counts_more_than_a_section(ada, ben, sport, secret, clock):
    sport.people.add(ben)
    actions.confide(article=secret, actor=ada, now=clock.now, confidential=True, people=[ben])

    assert sees(ben, secret)


def test_both_sides_give_the_same_answer(ada, cleo, people, sport, secret, clock):
    dora, ines = people
    sport.people.add(ines)
    person("root", "Rut", "Nes", Role.ADMINISTRATOR)
    person("pia", "Pia", "Holm", Role.PICTURE_EDITOR)
    gone = person("gone", "Gone", "Away", Role.CHIEF)
    gone.is_active = False
    gone.save()
    named = draft(by=dora, now=clock.now)
    actions.confide(article=named, actor=dora, now=clock.now, confidential=True, people=[ines])
    stories = [secret, named, draft(by=ada, now=clock.now), draft(by=dora, now=clock.now, section=sport)]

    for article in stories:
        article.refresh_from_db()
        assert set(people_who_know(article)) == {one for one in User.objects.all() if sees(one, article)}


def test_asking_who_sees_what_is_one_question(ben, secret):
    Article.objects.visible_to(ben)

    with CaptureQueriesContext(connection) as asked:
        list(Article.objects.visible_to(ben))
        list(people_who_know(secret))

    assert len(asked) == 2


def test_only_the_writer_and_a_chief_say_who_knows(ada, ben, cleo, ines, clock):
    article = draft(by=ada, now=clock.now)

    for stranger in (ben, ines):
        with pytest.raises(TransitionBlocked):
            actions.confide(article=article, actor=stranger, now=clock.now, confidential=True)
    actions.confide(article=article, actor=cleo, now=clock.now, confidential=True, people=[ines])
    actions.confide(article=article, actor=ada, now=clock.now, confidential=False, people=[ines])

    article.refresh_from_db()
    assert not article.confidential
    assert not article.known_to.exists()


def test_nobody_can_be_named_who_reads_no_stories(ada, secret, clock):
    admin = person("root", "Rut", "Nes", Role.ADMINISTRATOR)

    with pytest.raises(TransitionBlocked):
        actions.confide(article=secret, actor=ada, now=clock.now, confidential=True, people=[admin])
    assert admin not in choosable(secret)


def test_the_entry_names_people_and_no_headline(ada, ben, secret, clock):
    actions.confide(article=secret, actor=ada, now=clock.now, confidential=True, people=[ben])

    entry = AuditEntry.objects.filter(action="confide").order_by("-number").first()
    assert json.loads(entry.data) == {"confidential": True, "people": ["Ben Osei"]}
    assert entry.subject == secret.subject


def test_a_reviewer_who_may_no_longer_know_is_asked_no_more(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    Article.objects.filter(pk=article.pk).update(reviewer=ben, due_at=clock.now)

    actions.confide(article=article, actor=ada, now=clock.now, confidential=True)

    article.refresh_from_db()
    assert (article.reviewer, article.due_at) == (None, None)


def test_publishing_lifts_nothing_and_readers_see_the_story_all_the_same(ada, ben, cleo, ines, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    actions.confide(article=article, actor=cleo, now=clock.now, confidential=True)

    article.refresh_from_db()
    assert article.confidential
    assert not sees(ines, article)
    assert PublishedVersion.objects.live(clock.now).filter(article_id=article.pk).exists()
    assert policies.blockers(article, Move.CORRECT, ben, clock.now)
    assert not policies.blockers(article, Move.CORRECT, cleo, clock.now)


def test_the_audit_log_knows_what_to_keep_from_whom(ada, ben, cleo, secret, clock):
    draft(by=ada, now=clock.now)

    assert list(kept_from(ben)) == [secret.subject]
    assert not list(kept_from(cleo))
    assert not list(kept_from(ada))

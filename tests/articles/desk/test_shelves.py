"""Sections with their people and limits, and kinds with their checklist, as the desk edits them."""

import pytest
from django.urls import reverse

from articles.models.taxonomy import Section
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, form_of, page, words
from tests.factories.people import person
from tests.factories.stories import KindFactory, SectionFactory, draft

pytestmark = pytest.mark.django_db


def form(model, key):
    return reverse(f"admin:articles_{model}_change", args=[key])


def sections_offered(client, url=None):
    shown = page(client.get(url or reverse("admin:articles_article_add")))
    return [one.get_text() for one in shown.select("select[name=section] option[value]") if one["value"]]


@pytest.fixture
def sport(db):
    return SectionFactory.create(name="Sport", slug="sport", position=2)


def test_a_chief_holds_people_to_a_section(ada, cleo, sport):
    client = browser(cleo)
    data = form_of(client.get(form("section", sport.pk)), "form.plain-form")

    client.post(form("section", sport.pk), data | {"people": [ada.pk], "headline_limit": 70})

    sport.refresh_from_db()
    assert list(sport.people.all()) == [ada]
    assert sport.headline_limit == 70


def test_an_editor_reads_who_is_held_and_does_not_change_it(ada, ben, sport):
    sport.people.add(ada)
    client = browser(ben)
    shown = client.get(form("section", sport.pk))

    assert page(shown).select_one("[name=people]") is None
    assert "Ada Brandt" in words(shown)
    client.post(form("section", sport.pk), form_of(shown, "form.plain-form") | {"people": [ben.pk]})
    assert list(sport.people.all()) == [ada]


def test_only_those_who_read_stories_are_offered_and_no_chief(ada, ben, cleo, sport):
    person("root", "Rut", "Nes", Role.ADMINISTRATOR)
    shown = page(browser(cleo).get(form("section", sport.pk)))

    offered = [one.get_text(strip=True) for one in shown.select("#id_people label")]
    assert offered == ["Ada Brandt", "Ben Osei"]


def test_a_new_story_offers_the_sections_in_which_the_person_works(ada, ben, sport):
    SectionFactory()
    sport.people.add(ada)

    assert sections_offered(browser(ada)) == ["Sport"]
    assert sections_offered(browser(ben)) == ["City", "Sport"]


def test_an_own_story_elsewhere_keeps_its_section(ada, sport, clock):
    article = draft(by=ada, now=clock.now)
    sport.people.add(ada)

    assert sections_offered(browser(ada), address(article, "change")) == ["City", "Sport"]


def test_another_section_that_was_not_offered_is_refused(ada, sport):
    city = SectionFactory()
    sport.people.add(ada)
    client, add = browser(ada), reverse("admin:articles_article_add")
    data = form_of(client.get(add)) | {"headline": "H", "slug": "h", "kind": KindFactory().pk}

    refused = client.post(add, data | {"section": city.pk})

    assert refused.status_code == 200
    assert "Select a valid choice" in words(refused)
    assert Section.objects.count() == 2


@pytest.mark.parametrize(
    ("lines", "said"),
    [("! Told?\nTold?", "stands there twice"), ("x" * 241, "Shorten this to 240 characters")],
)
def test_a_checklist_that_could_not_be_answered_is_refused(cleo, lines, said):
    kind = KindFactory()
    client = browser(cleo)
    data = form_of(client.get(form("kind", kind.pk)), "form.plain-form")

    assert said in words(client.post(form("kind", kind.pk), data | {"checklist": lines}))
    kind.refresh_from_db()
    assert kind.checklist == []

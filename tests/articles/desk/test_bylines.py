"""Names over a story: by their places, kept unsaved like every other word, chosen after a clash, shown in the preview."""

import pytest
from django.urls import reverse

from articles.desk import byline
from articles.models.article import Byline
from articles.models.source import Source
from articles.models.taxonomy import Topic
from articles.models.unsaved import UnsavedText
from tests.articles.desk.desk import address, browser, change_form, form_of, page, words
from tests.factories.people import AuthorFactory, picture
from tests.factories.stories import draft, edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def ines():
    return AuthorFactory(name="Ines Falk", slug="ines")


@pytest.fixture
def story(ada, ben, clock):
    story = draft(by=ada, now=clock.now)
    story.bylines.all().delete()
    for place, (slug, role) in enumerate((("ada", ""), ("ben", "in Skarholm")), 1):
        author = AuthorFactory(slug=slug)
        Byline.objects.create(article=story, author=author, role=role, position=place)
    edit(story, by=ada, now=clock.tick())
    return story


def names_of(story):
    return [str(row) for row in story.bylines.order_by("position", "pk")]


def added(form, author, role, place):
    """A form with one more row, as the button adds one."""
    row = int(form["bylines-TOTAL_FORMS"])
    cells = {"author": str(author.pk), "role": role, "position": str(place)}
    more = {f"bylines-{row}-{name}": cell for name, cell in cells.items()}
    return {**form, **more, "bylines-TOTAL_FORMS": str(row + 1)}


def turned(form):
    """The second name before the first."""
    return {**form, "bylines-0-position": "2", "bylines-1-position": "1"}


def keep(client, story, form):
    answer = client.post(address(story, "unsaved"), form)
    assert answer.status_code == 200, answer.content
    return answer.json()["state"]


def take_up(client, story):
    return form_of(client.get(address(story, "change") + "?take_up=yes"))


def test_the_places_order_the_names(story, ada):
    client = browser(ada)

    client.post(address(story, "change"), turned(change_form(client, story)))

    story.refresh_from_db()
    assert names_of(story) == ["Ben Osei in Skarholm", "Ada Brandt"]
    assert [row["name"] for row in story.head.bylines] == ["Ben Osei", "Ada Brandt"]


def test_names_that_were_not_saved_are_kept_offered_and_taken_up(story, ada, ines):
    client = browser(ada)
    typed = added(turned(change_form(client, story)), ines, "pictures", 3)
    assert keep(client, story, {**typed, "bylines-0-DELETE": "on"}) == "kept"
    assert names_of(story) == ["Ada Brandt", "Ben Osei in Skarholm"]

    offered = client.get(address(story, "change"))
    assert [one.get_text() for one in page(offered).select(".offer h3")] == ["Byline"]
    assert "Ines Falk pictures" in page(offered).select_one(".offer").get_text(" ")
    saved = client.post(address(story, "change"), take_up(client, story))

    assert saved.status_code == 302, words(saved)
    assert names_of(story) == ["Ben Osei in Skarholm", "Ines Falk pictures"]
    assert not UnsavedText.objects.exists()


def test_names_as_they_are_saved_are_nothing_to_keep(story, ada):
    client = browser(ada)

    assert keep(client, story, change_form(client, story)) == "saved"
    assert not UnsavedText.objects.exists()


def test_the_names_of_a_story_that_was_never_saved_come_back(ada, ines):
    client, add = browser(ada), reverse("admin:articles_article_add")
    form = {**added(form_of(client.get(add)), ines, "pictures", 1), "headline": "Never saved"}
    client.post(reverse("admin:articles_article_unsaved_new"), form)

    taken = form_of(client.get(f"{add}?take_up={form['token']}"))

    assert (taken["bylines-TOTAL_FORMS"], taken["bylines-INITIAL_FORMS"]) == ("1", "0")
    assert (taken["bylines-0-author"], taken["bylines-0-role"]) == (str(ines.pk), "pictures")


def test_topics_sources_and_picture_come_back_too(story, ada):
    topic = Topic.objects.create(name="Docks", slug="docks")
    source = Source.objects.create(name="Port Authority", url="https://port.example/")
    hero = picture()
    client = browser(ada)
    typed = change_form(
        client, story, topics=[topic.pk], sources=[source.pk], hero=hero.pk, hero_alt="A bridge"
    )
    keep(client, story, typed)

    shown = client.get(reverse("preview_typed", args=[story.pk]))
    client.post(address(story, "change"), take_up(client, story))

    story.refresh_from_db()
    assert "Port Authority" in words(shown)
    assert (story.hero, story.hero_alt) == (hero, "A bridge")
    assert (list(story.topics.all()), list(story.sources.all())) == ([topic], [source])


def test_the_preview_shows_the_typed_names(story, ada, ines):
    client = browser(ada)
    keep(client, story, added(turned(change_form(client, story)), ines, "pictures", 3))

    shown = page(client.get(reverse("preview_typed", args=[story.pk]))).select_one(".byline")

    said = " ".join(shown.get_text(" ").split())
    assert said.index("Ben Osei") < said.index("Ada Brandt") < said.index("Ines Falk")


def choice(response):
    chosen = page(response).select("input[name=take-byline][checked]")
    return chosen[0]["value"] if chosen else None


def test_names_that_only_they_changed_stand_after_a_clash(story, ada, ben, clock, ines):
    client = browser(ada)
    mine = change_form(client, story, headline="My headline")
    story.bylines.filter(author__slug="ben").delete()
    Byline.objects.create(article=story, author=ines, role="pictures", position=2)
    edit(story, by=ben, now=clock.tick(), standfirst="Theirs.")

    refused = client.post(address(story, "change"), mine)
    saved = client.post(address(story, "change"), form_of(refused))

    assert choice(refused) == "theirs"
    assert saved.status_code == 302, words(saved)
    assert names_of(story) == ["Ada Brandt", "Ines Falk pictures"]


def test_names_that_i_changed_stay_mine_until_i_choose_theirs(story, ada, ben, clock, ines):
    client = browser(ada)
    mine = added(turned(change_form(client, story)), ines, "pictures", 3)
    story.bylines.filter(author__slug="ada").delete()
    edit(story, by=ben, now=clock.tick(), standfirst="Theirs.")

    refused = client.post(address(story, "change"), mine)
    form = form_of(refused)
    assert choice(refused) == "mine"
    assert [form[f"bylines-{row}-position"] for row in range(3)] == ["1", "2", "3"]

    client.post(address(story, "change"), {**form, "take-byline": "theirs"})
    assert names_of(story) == ["Ben Osei in Skarholm"]


def test_my_names_are_saved_over_theirs(story, ada, ben, clock, ines):
    client = browser(ada)
    mine = added(turned(change_form(client, story)), ines, "pictures", 3)
    story.bylines.filter(author__slug="ada").delete()
    edit(story, by=ben, now=clock.tick(), standfirst="Theirs.")

    refused = client.post(address(story, "change"), mine)
    saved = client.post(address(story, "change"), form_of(refused))

    assert saved.status_code == 302, words(saved)
    assert names_of(story) == ["Ben Osei in Skarholm", "Ada Brandt", "Ines Falk pictures"]


def test_a_name_whose_page_is_gone_keeps_nobody_from_taking_up_the_rest(story, ada, ines):
    client = browser(ada)
    keep(client, story, added(change_form(client, story, headline="Typed"), ines, "pictures", 3))
    ines.delete()

    taken = client.get(address(story, "change") + "?take_up=yes")

    assert taken.status_code == 200
    assert form_of(taken)["headline"] == "Typed"


@pytest.mark.parametrize("value", ["", "x", "{}", "[1]", '[["1"]]', "null", "3"])
def test_what_is_no_byline_is_none(value):
    assert byline.names_of(value) == []

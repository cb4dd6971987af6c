"""Two people on one story: the second save is refused, each field is chosen, and nothing typed is lost."""

import pytest

from articles.models.revision import Revision
from articles.models.unsaved import UnsavedText
from tests.articles.desk.desk import address, browser, change_form, form_of, page, words
from tests.factories.stories import SectionFactory, draft, edit

pytestmark = pytest.mark.django_db

BODY = "<p>One stood.</p><p>Two stood.</p><p>Three stood.</p>"


@pytest.fixture
def story(ada, clock):
    return draft(by=ada, now=clock.now, body=BODY, standfirst="It stood.")


def choices(response):
    return {
        str(one["name"]): str(one["value"])
        for one in page(response).select(".clash input[type=radio][checked]")
    }


def test_each_field_is_chosen_and_who_alone_changed_it_comes_first(story, ada, ben, clock):
    client = browser(ada)
    mine = change_form(
        client, story, headline="My headline", body=BODY.replace("Three stood", "Three is mine")
    )
    edit(
        story, by=ben, now=clock.tick(), standfirst="Their standfirst.", body=BODY.replace("One", "Their one")
    )

    refused = client.post(address(story, "change"), mine)

    found = choices(refused)
    body = [side for name, side in found.items() if name.startswith("take-body-")]
    assert (found["take-headline"], found["take-standfirst"], body) == ("mine", "theirs", ["theirs", "mine"])


def test_the_choices_are_saved_over_their_revision(story, ada, ben, clock):
    client = browser(ada)
    mine = change_form(
        client, story, headline="My headline", body=BODY.replace("Three stood", "Three is mine")
    )
    edit(
        story, by=ben, now=clock.tick(), standfirst="Their standfirst.", body=BODY.replace("One", "Their one")
    )
    refused = client.post(address(story, "change"), mine)

    response = client.post(address(story, "change"), form_of(refused))

    story.refresh_from_db()
    assert response.status_code == 302, words(response)
    assert (story.version, story.headline, story.standfirst) == (3, "My headline", "Their standfirst.")
    assert story.body == "<p>Their one stood.</p><p>Two stood.</p><p>Three is mine.</p>"


def test_a_choice_can_be_turned_round(story, ada, ben, clock):
    client = browser(ada)
    mine = change_form(client, story, headline="My headline")
    edit(story, by=ben, now=clock.tick(), headline="Their headline", standfirst="Their standfirst.")
    refused = client.post(address(story, "change"), mine)

    turned = {**form_of(refused), "take-headline": "theirs", "take-standfirst": "mine"}
    client.post(address(story, "change"), turned)

    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("Their headline", "It stood.")


def test_details_are_chosen_as_well(story, ada, ben, clock):
    harbour = SectionFactory(name="Harbour", slug="harbour")
    client = browser(ada)
    mine = change_form(client, story, slug="my-address", headline="My headline")
    edit(story, by=ben, now=clock.tick(), section=harbour, headline="Their headline")

    refused = client.post(address(story, "change"), mine)
    client.post(address(story, "change"), form_of(refused))

    story.refresh_from_db()
    assert (choices(refused)["take-section"], choices(refused)["take-slug"]) == ("theirs", "mine")
    assert (story.section, story.slug, story.headline) == (harbour, "my-address", "My headline")


def test_a_third_save_in_between_asks_again_and_loses_nothing(story, ada, ben, cleo, clock):
    client = browser(ada)
    mine = change_form(
        client, story, headline="My headline", body=BODY.replace("Three stood", "Three is mine")
    )
    edit(story, by=ben, now=clock.tick(), standfirst="Ben's standfirst.")
    refused = client.post(address(story, "change"), mine)
    edit(story, by=cleo, now=clock.tick(), body=BODY.replace("One", "Cleo's one"))

    again = client.post(address(story, "change"), form_of(refused))
    saved = client.post(address(story, "change"), form_of(again))

    story.refresh_from_db()
    assert "Cleo Varga saved at" in words(again)
    assert saved.status_code == 302
    assert (story.headline, story.standfirst) == ("My headline", "Ben's standfirst.")
    assert story.body == "<p>Cleo's one stood.</p><p>Two stood.</p><p>Three is mine.</p>"
    assert Revision.objects.filter(article=story).count() == 4


def test_unsaved_text_from_before_another_save_is_taken_up_place_by_place(story, ada, ben, clock):
    client = browser(ada)
    typed = change_form(client, story, headline="Typed at night")
    client.post(address(story, "unsaved"), typed)
    edit(story, by=ben, now=clock.tick(), standfirst="Their standfirst.")

    offered = client.get(address(story, "change"))
    taken = client.get(address(story, "change") + "?take_up=yes")
    client.post(address(story, "change"), form_of(taken))

    story.refresh_from_db()
    assert "The story was saved since" in words(offered)
    assert [one.get_text() for one in page(offered).select(".offer h3")] == ["Headline"]
    assert choices(taken) == {"take-headline": "mine", "take-standfirst": "theirs"}
    assert (story.headline, story.standfirst) == ("Typed at night", "Their standfirst.")
    assert not UnsavedText.objects.exists()


def test_a_name_that_they_took_off_the_byline_does_not_stand_in_the_way(story, ada, ben, clock):
    client = browser(ada)
    mine = change_form(client, story, headline="My headline")
    story.bylines.all().delete()
    edit(story, by=ben, now=clock.tick(), standfirst="Their standfirst.")

    refused = client.post(address(story, "change"), mine)
    saved = client.post(address(story, "change"), form_of(refused))

    story.refresh_from_db()
    assert saved.status_code == 302, words(saved)
    assert (story.headline, story.standfirst) == ("My headline", "Their standfirst.")

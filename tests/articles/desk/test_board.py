"""The board: narrowed by section and person, and telling an open page what changed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from articles import actions
from articles.desk.board import Narrow, board, sections_and_people
from articles.models.article import Article
from tests.articles.desk.desk import browser, page, words
from tests.factories.stories import SectionFactory, draft, live, reviewed, waiting

pytestmark = pytest.mark.django_db

TODAY = "/admin/today/"


def headlines(columns, title):
    return [card.article.headline for column in columns if column.title == title for card in column.cards]


def seen(response):
    return page(response).select_one("#today-seen")["value"]


def test_the_board_is_narrowed_to_a_section_and_a_person(ada, ben, dora, clock):
    sport = SectionFactory.create(name="Sport", slug="sport")
    draft(by=ada, now=clock.now, headline="Ada in sport", section=sport)
    draft(by=dora, now=clock.now, headline="Dora in sport", section=sport)
    draft(by=ada, now=clock.now, headline="Ada in the city")

    def drafts(**narrow):
        return set(headlines(board(ben, clock.now, Narrow(**narrow)), "Draft"))

    assert drafts(section=sport.pk) == {"Ada in sport", "Dora in sport"}
    assert drafts(person=ada.pk) == {"Ada in sport", "Ada in the city"}
    assert drafts(section=sport.pk, person=dora.pk) == {"Dora in sport"}


def test_whoever_is_asked_to_read_a_story_finds_it_among_theirs(ada, ben, clock):
    article = waiting(by=ada, now=clock.now, headline="For Ben")
    Article.objects.filter(pk=article.pk).update(reviewer=ben)

    assert headlines(board(ada, clock.now, Narrow(person=ben.pk)), "Quick Take") == ["For Ben"]


def test_the_choice_is_in_the_address_and_in_the_links_to_the_rest(ada, clock):
    sport = SectionFactory.create(name="Sport", slug="sport")
    for number in range(9):
        draft(by=ada, now=clock.now, headline=f"Draft {number}", section=sport)

    soup = page(browser(ada).get("/admin/", {"section": sport.pk, "person": ""}))

    assert soup.select_one("#narrow-section option[selected]").get_text() == "Sport"
    assert f"section__id__exact={sport.pk}" in soup.select_one("#more-draft")["href"]
    assert f"section={sport.pk}" in soup.select_one("[data-today]")["hx-get"]


@pytest.mark.parametrize("typed", ["x", "-1", "²", "99999999999999999999", "1 OR 1"])
def test_a_choice_that_cannot_be_read_narrows_nothing(ada, clock, typed):
    draft(by=ada, now=clock.now, headline="Here")

    assert "Here" in words(browser(ada).get("/admin/", {"section": typed, "person": typed}))


def test_scheduled_stories_stand_in_the_order_in_which_they_go_out(ada, ben, clock):
    for hours in (5, 2, 9):
        story = reviewed(by=ada, reviewer=ben, now=clock.now, headline=f"In {hours}", box=False)
        actions.schedule(article=story, actor=ben, now=clock.now, at=clock.now + timedelta(hours=hours))

    assert headlines(board(ben, clock.now, Narrow()), "Scheduled") == ["In 2", "In 5", "In 9"]


def test_an_hour_stands_on_the_card_and_is_late_in_words(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    Article.objects.filter(pk=article.pk).update(due_at=clock.now - timedelta(hours=1))

    card = board(ben, clock.now, Narrow())[1].cards[0]

    assert (card.due, card.late) == ("11:00", True)


def test_a_contributor_has_nobody_to_choose_from(ada, ben, dora):
    assert sections_and_people(dora)[1] == []
    assert set(sections_and_people(ben)[1]) >= {ada, ben, dora}


def test_an_open_page_is_told_of_a_change_and_of_nothing_else(ada, ben, clock):
    client = browser(ben)
    draft(by=ada, now=clock.now, headline="Already here")
    before = seen(client.get("/admin/"))

    assert client.get(TODAY, {"seen": before}).status_code == 204

    draft(by=ada, now=clock.now, headline="New on the desk")
    answer = client.get(TODAY, {"seen": before})

    assert answer.status_code == 200
    assert "New on the desk" in words(answer)
    assert {part["id"] for part in page(answer).select("[hx-swap-oob]")} == {
        "waiting-part",
        "day-part",
        "board-part",
        "today-seen",
    }
    assert client.get(TODAY, {"seen": seen(answer)}).status_code == 204


def test_the_answer_keeps_to_the_choice(ada, ben, clock):
    sport = SectionFactory.create(name="Sport", slug="sport")
    draft(by=ada, now=clock.now, headline="In the city")

    assert "In the city" not in words(browser(ben).get(TODAY, {"section": sport.pk}))


def test_a_story_of_others_changes_nothing_for_a_contributor(ada, dora, clock):
    client = browser(dora)
    before = seen(client.get("/admin/"))
    draft(by=ada, now=clock.now)

    assert client.get(TODAY, {"seen": before}).status_code == 204


def test_nobody_asks_without_a_role_or_without_logging_in(client, django_user_model):
    outsider = django_user_model.objects.create(username="outsider", is_staff=True)

    assert browser(outsider).get(TODAY).status_code == 403
    assert client.get(TODAY).status_code == 302
    assert browser(outsider).post(TODAY).status_code == 405


def test_every_link_that_can_hold_focus_has_a_name_that_outlives_the_change(ada, ben, clock):
    waiting(by=ada, now=clock.now)
    live(by=ada, reviewer=ben, now=clock.now)

    soup = page(browser(ben).get(reverse("admin:today")))
    links = soup.select("a")

    assert links
    assert all(link.get("id") for link in links)
    assert len({link["id"] for link in links}) == len(links)

"""The search page: what is asked, what is found and marked, what narrows it, what is said when it cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from articles import actions
from articles.press import search, search_index
from articles.press.search_query import MOST_TERMS
from tests.articles.press.conftest import compressed, soup
from tests.factories import stories
from tests.factories.stories import SectionFactory

pytestmark = pytest.mark.django_db


def ask(client, status=200, **asked):
    response = client.get(f"/search/?{urlencode(asked)}")
    assert response.status_code == status
    return soup(response.content).main


def headlines(found):
    return [link.text for link in found.select(".entries h3 a")]


def test_the_empty_page_asks_and_shows_other_ways(client, paper):
    paper.live()

    found = ask(client)

    form = found.select_one("form[role=search]")
    assert (form["method"], form["action"]) == ("get", "/search/")
    assert {field["name"] for field in form.select("[name]") if field["name"]} == {
        "q", "section", "since", "until", "order",
    }  # fmt: skip
    assert all(found.select_one(f'label[for="{field["id"]}"]') for field in form.select("input, select"))
    assert not form.select("[name=csrfmiddlewaretoken]")
    assert found.select_one('.ways a[href="/city/"]')
    assert not found.select(".entries, [role=alert], [role=status]")


def test_what_was_found_is_marked_in_headline_and_text(client, paper):
    paper.live(
        slug="a", headline="Elephants & <bridges>", body=stories.BODY.replace("ferry", "elephant’s ferry")
    )

    found = ask(client, q="ELEPHANT ferry")

    assert [mark.text for mark in found.select("h3 mark")] == ["Elephants"]
    assert found.select_one("h3 a").text == "Elephants & <bridges>"
    assert found.select_one("h3 a")["href"] == "/city/a/"
    assert [mark.text for mark in found.select(".summary mark")] == ["elephant’s", "ferry"]
    assert found.select_one(".summary").text.startswith("… ")
    assert "Line 6 runs every eight minutes again" in found.select_one(".summary").text


def test_a_story_found_by_a_name_shows_its_standfirst(client, paper):
    paper.live(standfirst="Trams are back <soon>.", headline="The works are done")

    found = ask(client, q="Brandt")

    assert found.select_one(".summary").text == "Trams are back <soon>."


def test_a_bullet_is_never_quoted(client, paper):
    article = paper.live(box=True, slug="a")
    version = paper.version(article)
    version.bullets = version.bullets.replace('"text":"', '"text":"Elephants ', 1)
    search_index.add([version])

    found = ask(client, q="elephants")

    assert len(headlines(found)) == 1
    assert not found.select(".entries mark")
    assert "Elephants" not in found.select_one(".entries").text


def test_a_question_from_a_reader_is_never_markup(client, paper):
    typed = '"><script>alert(1)</script> \'"&amp;'
    found = ask(client, q=typed)

    assert found.select_one("[name=q]")["value"] == typed
    assert not found.select("script")


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "'", "*", "\x00", "a\x00b", "-", "(", ")", "AND", "NEAR(a b)", "a:b", "a & b | !c", "<->", "\\", "%s %d",
     "🐘", "\ud800", "b*", '"a b', "{body}: x", "^a", "q" * 200, "é" * 200, "\u202e\u200b", "body:*", "- -", "a*b*c*"],
)  # fmt: skip
def test_nothing_that_can_be_typed_breaks_it(client, paper, typed):
    paper.live()
    for order in ("relevance", "newest"):
        address = f"/search/?q={urlencode({'': typed}, errors='surrogatepass')[1:]}&order={order}"
        assert client.get(address).status_code in {200, 400}


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"q": "x" * 201}, "q", "at most 200 characters"),
        ({"q": " ".join(f"word{number}" for number in range(MOST_TERMS + 1))}, "q", "at most 12 words"),
        ({"q": "!!!"}, "q", "no word or number"),
        ({"q": "bridge", "since": "yesterday"}, "since", "a day like 2026-05-12"),
        ({"q": "bridge", "until": "2026-02-30"}, "until", "a day like 2026-05-12"),
        ({"q": "bridge", "since": "0001-01-01"}, "since", "a day like 2026-05-12"),
        ({"q": "bridge", "until": "9999-12-31"}, "until", "a day like 2026-05-12"),
        ({"q": "bridge", "since": "2026-05-12", "until": "2026-05-11"}, "until", "before the first"),
        ({"q": "bridge", "section": "nowhere"}, "section", "no such section"),
        ({"q": "bridge", "order": "random"}, "order", "Choose what comes first"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_its_field_and_kept(client, paper, asked, field, words):
    paper.live()

    found = ask(client, 400, **asked)

    wrong = found.select_one(".wrong")
    assert words in wrong.select_one(".fault").text
    assert wrong.select_one(f"[name={field}]")["aria-invalid"] == "true"
    assert wrong.select_one(f"[name={field}]")["aria-describedby"] == wrong.select_one(".fault")["id"]
    assert found.select_one("[name=q]")["value"] == asked["q"]
    assert not headlines(found)


def test_what_is_no_day_stands_in_the_words_and_not_in_the_field(client, paper):
    found = ask(client, 400, q="bridge", since="<junk>", until="12/05/2026")
    assert found.select_one(".fault").text.startswith("“<junk>” is no day")
    assert not found.select_one("[name=since]").get("value")
    assert found.select_one("[name=until]")["value"] == "2026-05-12", "another spelling of a day is kept"


def test_a_section_and_days_narrow_it(client, paper, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    science = SectionFactory(name="Science", slug="science")
    paper.live(slug="city", headline="Elephants in the city")
    paper.live(slug="science", headline="Elephants in science", section=science)
    day = paper.clock.now.date()

    assert headlines(ask(client, q="elephants", section="science")) == ["Elephants in science"]
    assert len(headlines(ask(client, q="elephants", since=day, until=day))) == 2
    assert headlines(ask(client, q="elephants", since=day + timedelta(days=1))) == []
    assert headlines(ask(client, q="elephants", until=day - timedelta(days=1))) == []


def test_days_begin_at_the_newsrooms_midnight(ada, ben, client, settings, clock):
    settings.TIME_ZONE = "Pacific/Auckland"  # Twelve hours ahead in May.
    clock.now = datetime(2026, 5, 12, 11, 59, 59, tzinfo=UTC)
    stories.live(by=ada, reviewer=ben, now=clock.now, slug="a", headline="Elephants")
    later = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
    stories.live(by=ada, reviewer=ben, now=later, slug="b", headline="More elephants")
    clock.tick(hours=5)

    assert headlines(ask(client, q="elephants", until="2026-05-12")) == ["Elephants"]
    assert headlines(ask(client, q="elephants", since="2026-05-13")) == ["More elephants"]


def test_the_form_keeps_what_was_asked(client, paper):
    paper.live()

    form = ask(client, q="bridge", section="city", since="2026-05-01", order="newest").form

    assert form.select_one("[name=since]")["value"] == "2026-05-01"
    assert [option["value"] for option in form.select("option[selected]")] == ["city", "newest"]


def _all_pages(client, found, link):
    seen = [headlines(found)]
    while older := found.select_one(f'.pager a[rel="{link}"]'):
        found = soup(client.get(f"/search/{older['href']}").content)
        seen.append(headlines(found))
    return seen, found


def test_newest_first_goes_on_to_the_end_without_gap_or_repeat(client, paper, monkeypatch):
    monkeypatch.setattr(search, "HITS_ON_A_PAGE", 2)
    for number in range(5):
        paper.live(slug=f"s{number}", headline=f"Elephants {number}")

    seen, last = _all_pages(client, ask(client, q="elephants", order="newest", section="city"), "next")

    assert seen == [["Elephants 4", "Elephants 3"], ["Elephants 2", "Elephants 1"], ["Elephants 0"]]
    back = last.select_one('.pager a[rel="prev"]')["href"]
    assert back == "?q=elephants&section=city&order=newest"


def test_the_best_have_a_few_pages_and_then_a_list_by_date(client, paper, monkeypatch):
    monkeypatch.setattr(search, "HITS_ON_A_PAGE", 1)
    monkeypatch.setattr(search, "MOST_PAGES", 2)
    for number in range(3):
        paper.live(slug=f"s{number}", headline=f"Elephants {number}")

    seen, last = _all_pages(client, ask(client, q="elephants"), "next")

    assert seen == [["Elephants 2"], ["Elephants 1"]]
    assert last.select_one(".hint a")["href"] == "?q=elephants&order=newest"
    assert last.select_one('.pager a[rel="prev"]')["href"] == "?q=elephants"


@pytest.mark.parametrize("asked", [{"page": "0"}, {"page": "6"}, {"page": "x"}, {"page": "²"}, {"page": "-1"},
                                   {"order": "newest", "before": "x"}, {"order": "newest", "before": "LTEuLTE"}])  # fmt: skip
def test_a_page_that_is_not_ours_is_404(client, paper, asked):
    paper.live()

    ask(client, 404, q="bridge", **asked)


def test_a_page_past_the_last_leads_back(client, paper):
    paper.live()

    found = ask(client, q="bridge", page="3")

    assert found.select_one(".empty a")["href"].endswith("page=2")


def test_nothing_found_offers_ways_on(client, paper):
    paper.live(headline="Harbour bridge", slug="a")

    found = ask(client, q="harb", section="city")

    assert "harb" in found.select_one(".empty[role=status] q").text
    links = [link["href"] for link in found.select(".hints a")]
    assert links == ["?q=harb", "?q=harb%2A&section=city"]
    assert headlines(soup(client.get(f"/search/{links[1]}").content)) == ["Harbour bridge"]
    assert [link.text for link in found.select(".short a")] == ["Harbour bridge"]


def test_a_withdrawn_story_is_gone_from_the_next_answer(client, paper, cleo):
    article = paper.live(headline="Elephants")
    assert headlines(ask(client, q="elephants")) == ["Elephants"]
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="It was never true at all.")

    assert headlines(ask(client, q="elephants")) == []


def test_results_are_for_nobodys_index_and_no_cookie(client, paper):
    paper.live()
    response = client.get("/search/?q=bridge", HTTP_COOKIE="sessionid=abc")

    assert soup(response.content).select_one("meta[name=robots]")["content"] == "noindex, follow"
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert response["Cache-Control"].startswith("public")
    assert client.get("/search/?q=bridge", HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304
    assert client.post("/search/", {"q": "bridge"}).status_code == 405


@pytest.mark.parametrize(
    ("asked", "most"),
    [("", 0), ("q=bridge", 2), ("q=bridge&order=newest", 1), ("q=hippopotamus", 2), ("q=bridge&section=city&since=2026-01-01", 2)],
)  # fmt: skip
def test_a_search_takes_two_queries_however_many_are_found(client, paper, count_queries, asked, most):
    paper.live()
    search_index.entries().exists()  # The number of the content type is asked once in the life of a process.
    count_queries(f"/search/?{asked}", most)
    for number in range(6):
        paper.live(slug=f"s{number}")

    count_queries(f"/search/?{asked}", most)


def test_a_full_page_of_results_is_light(client, paper):
    for number in range(search.HITS_ON_A_PAGE):
        paper.live(slug=f"s{number}", headline=f"The bridge opens for tram number {number}")

    response = client.get("/search/?q=bridge")

    assert len(headlines(soup(response.content))) == search.HITS_ON_A_PAGE
    assert compressed(response.content) < 8_000

"""Ben reviews five bullets by keyboard alone: the fewest presses, the evidence in sight, and every letter on the help."""

import pytest
from django.utils import timezone

from articles import actions
from articles.models.article import Article
from articles.models.quicktake import Bullet, Verdict
from articles.models.review import Review
from newsroom.workflow import Stage
from tests.articles.desk.desk import address
from tests.browser.windows import expect
from tests.factories import stories

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

MOST_PRESSES = 7


@pytest.fixture
def article(desk_server, ada, clock):
    """Ada's story, waiting for its reader with drafted bullets."""
    return stories.waiting(by=ada, now=clock.now)


@pytest.fixture
def page(windows, article, ben):
    page = windows.open(ben)
    page.goto(address(article, "review"))
    return page


def count(article):
    return stories.newest_quick_take(article).bullets.count()


def test_accepting_and_approving_takes_one_press_a_bullet_and_one_more(page, article):
    many, presses = count(article), 0
    for number in range(1, many + 1):
        page.keyboard.press("a")
        presses += 1
        expect(page.locator("#decided")).to_have_text(f"{number} of {many} decided")
    page.keyboard.press("Control+Enter")
    presses += 1
    page.wait_for_url("**/change/")

    article.refresh_from_db()
    assert article.stage == Stage.REVIEWED
    assert presses <= MOST_PRESSES
    assert {one.verdict for one in Bullet.objects.all()} == {Verdict.ACCEPTED}


def test_the_bells_answer_is_none_to_a_verdict_that_is_under_way(page, article):
    held = []

    def hold(route):
        held.append(route)

    page.route("**/review/bullet/**", hold)
    first = page.locator("#bullets > [aria-current]").get_attribute("id")
    with page.expect_request("**/review/bullet/**"):
        page.keyboard.press("a")

    bell = "{ target: '#bell-count', select: '#bell-count', swap: 'outerHTML' }"
    page.evaluate(f"htmx.ajax('GET', '/admin/bell/count/', {bell})")
    page.wait_for_timeout(200)
    held[0].continue_()

    expect(page.locator("#decided")).to_have_text(f"1 of {count(article)} decided")
    expect(page.locator("#bullets > [data-open][aria-current]")).to_be_focused()
    expect(page.locator(f"#{first}.bullet-accepted")).not_to_have_attribute("aria-current", "true")


def test_letters_pressed_ahead_of_the_answers_are_not_lost(page, article):
    many = count(article)
    page.evaluate(
        """many => {
            for (let at = 0; at < many; at++)
                document.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
        }""",
        many,
    )

    expect(page.locator("#decided")).to_have_text(f"{many} of {many} decided")
    assert {one.verdict for one in Bullet.objects.all()} == {Verdict.ACCEPTED}


def test_the_evidence_of_the_current_bullet_is_marked_and_in_sight(page, article):
    bullets = list(stories.newest_quick_take(article).bullets.order_by("position"))
    for bullet in bullets:
        expect(page.locator(f"#bullet-{bullet.pk}[aria-current]")).to_have_count(1)
        number = bullet.evidence[0]["sentence"]
        expect(page.locator(f"#s{number}.cited")).to_be_in_viewport()
        assert page.locator("#review-text mark[id].cited").count() == len(bullet.evidence)
        page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(f"#bullet-{bullets[-2].pk}[aria-current]")).to_be_focused()


def test_editing_rejecting_and_moving_by_letters(page, article):
    first, second, *_ = stories.newest_quick_take(article).bullets.order_by("position")
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.keyboard.type(" again.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#bullet-{first.pk}.bullet-edited ins")).to_contain_text("again.")
    expect(page.locator(f"#bullet-{second.pk}")).to_be_focused()

    page.keyboard.press("r")
    page.keyboard.type("The first says it.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#bullet-{second.pk}.bullet-rejected")).to_contain_text("The first says it.")

    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(page.locator("#bullets > li").first).to_have_id(f"bullet-{second.pk}")
    assert Bullet.objects.get(pk=second.pk).position == 1


def test_letters_typed_into_a_field_are_letters(page, article):
    page.keyboard.press("e")
    page.keyboard.type("jkarn?")

    assert page.locator("textarea:focus").input_value().endswith("jkarn?")
    assert not Bullet.objects.exclude(verdict=Verdict.UNDECIDED).exists()


def test_a_number_from_nowhere_asks_for_a_reason_before_it_is_accepted(page, article):
    first = stories.newest_quick_take(article).bullets.order_by("position")[0]
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.type(" It took 9,999 people.")
    page.keyboard.press("Control+Enter")
    row = page.locator(f"#bullet-{first.pk}")
    expect(row.locator(".fact-missing").first).to_contain_text("9,999")
    expect(row.locator(".answer textarea")).to_be_focused()
    page.keyboard.type("The authority gave it by telephone.")
    page.keyboard.press("Control+Enter")
    expect(row).to_contain_text("Kept all the same. Ben Osei")


def test_what_is_missing_is_said_with_the_focus_on_it_and_each_line_leads_there(windows, page, article):
    windows.forgive("422")
    page.keyboard.press("Control+Enter")
    alert = page.locator("[role=alert]")
    expect(alert).to_be_focused()
    expect(alert.locator("a")).to_have_count(count(article) + 1)
    alert.locator("a").nth(1).click()

    assert not Review.objects.exists()


def test_an_own_bullet_rests_on_a_sentence_that_is_chosen_in_the_text(page, article):
    page.keyboard.press("n")
    page.keyboard.type("Line 6 is back.")
    sentence = page.locator("#s3")
    sentence.focus()
    page.keyboard.press(" ")
    expect(sentence).to_have_attribute("aria-pressed", "true")
    page.locator("#own textarea").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#bullets")).to_contain_text("Line 6 is back.")

    own = stories.newest_quick_take(article).bullets.order_by("-pk")[0]
    assert [item["sentence"] for item in own.evidence] == [3]


def test_the_help_lists_the_letters_and_who_wants_none_has_none(windows, page, article, cleo):
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    cleo.shortcuts = False
    cleo.save()
    other = windows.open(cleo)
    other.goto(address(article, "review"))
    other.keyboard.press("a")

    expect(other.locator("#show-keys")).to_have_count(0)
    assert not Bullet.objects.exclude(verdict=Verdict.UNDECIDED).exists()


def test_a_text_that_changed_meanwhile_keeps_what_is_typed(windows, page, article, ada, clock):
    windows.forgive("409")
    page.keyboard.press("e")
    page.keyboard.type(" My words.")
    stories.edit(
        Article.objects.get(pk=article.pk), by=ada, now=clock.tick(), standfirst="It cost 9 million marks."
    )
    page.keyboard.press("Control+Enter")

    expect(page.locator("#review-alert")).to_contain_text("while you were reading")
    assert page.locator("#bullets textarea[name$=-text]").first.input_value().endswith("My words.")


def test_a_draft_arrives_without_reloading(windows, desk_server, worker, ada, ben, clock):
    story = stories.draft(by=ada, now=clock.now)
    page = windows.open(ben)
    actions.request_summary(article=story, actor=ada, now=timezone.now())
    page.goto(address(story, "review"))
    page.evaluate("window.same = true")
    expect(page.locator(".way [aria-current=step]")).to_have_text("Queued")
    worker()

    expect(page.locator("#bullets > li").first).to_be_visible()
    expect(page.locator("#review-said")).to_contain_text("The Quick Take is ready")
    expect(page.locator("#bullets > [aria-current]")).to_have_count(1)
    assert page.evaluate("window.same")

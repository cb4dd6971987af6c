"""Few rows or many: bell, pictures, fronts, bullets, people and log ask the same number of questions; stories have test_crowded_desk."""

from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from articles import actions
from articles.models.front import FrontOrder, Slot
from articles.models.notice import About, Notice
from newsroom import audit
from newsroom.models.image import Image
from newsroom.roles import Role
from tests.articles.desk.crowds import drafts, questions
from tests.articles.desk.desk import address, browser
from tests.factories.people import person
from tests.factories.stories import SectionFactory, draft, live, newest_quick_take, waiting

pytestmark = pytest.mark.django_db

numbers = count(1)


def pictures(number, **fields):
    """Put pictures into the store as if they had been sent; nobody looks at their files here."""
    made = [
        Image(
            file=f"pictures/{key:064}.jpg",
            digest=f"{key:064}",
            width=640,
            height=427,
            title=f"Picture {key}",
            credit="Ines Falk",
            **fields,
        )
        for key in (next(numbers) for _ in range(number))
    ]
    return Image.objects.bulk_create(made)


def notices(number, *, of, to, now):
    Notice.objects.bulk_create(
        Notice(person=to, article=of, about=About.MENTIONED, by=of.created_by, at=now, text=f"Note {one}")
        for one in range(number)
    )


def test_the_bell_asks_the_same_with_five_notices_or_five_hundred(ada, ben):
    now, client = timezone.now(), browser(ben)
    article = draft(by=ada, now=now)
    notices(5, of=article, to=ben, now=now)
    client.get("/admin/bell/")
    few = [questions(client, url) for url in ("/admin/bell/", "/admin/bell/count/")]

    drafts(100, by=ada, now=now)
    notices(495, of=article, to=ben, now=now)

    # The page for older ones is behind a link, however many there are.
    assert [questions(client, url) for url in ("/admin/bell/", "/admin/bell/count/")] == few
    assert few[0] < 15


@pytest.mark.parametrize("page", ["", "choose/", "upload/", "?state=ending"])
def test_the_picture_desk_asks_the_same_with_five_pictures_or_five_hundred(cleo, page):
    client, url = browser(cleo), f"/admin/newsroom/image/{page}"
    soon = timezone.localdate() + timedelta(days=3)
    pictures(5, rights_until=soon)
    client.get(url)
    few = questions(client, url)

    pictures(495, rights_until=soon)

    assert questions(client, url) == few
    assert few < 20


def test_a_pictures_page_asks_the_same_for_two_uses_or_two_hundred(ada, cleo):
    now, client = timezone.now(), browser(cleo)
    (image,) = pictures(1)
    url = f"/admin/newsroom/image/{image.pk}/change/"
    drafts(2, by=ada, now=now, hero=image)
    client.get(url)
    few = questions(client, url)

    drafts(198, by=ada, now=now, hero=image)

    assert questions(client, url) == few


def order(editor, articles, section=None, times=1):
    for _ in range(times):
        newest = FrontOrder.objects.of(section).first()
        actions.order_front(
            section=section,
            slots=[Slot(article.pk, headline=f"Here {article.pk}") for article in articles],
            seen=newest.number if newest else 0,
            actor=editor,
            now=timezone.now(),
        )


def test_fronts_ask_the_same_with_two_places_or_twelve_and_two_sections_or_thirty(ada, ben, cleo):
    now, client = timezone.now(), browser(cleo)
    pages = ("/admin/fronts/", "/admin/fronts/home/", "/preview/fronts/home/")
    placed = [live(by=ada, reviewer=ben, now=now, box=False, headline=f"Story {n}") for n in range(4)]
    order(cleo, placed[:2], times=2)
    for page in pages:
        client.get(page)
    few = {page: questions(client, page) for page in pages}

    placed += [live(by=ada, reviewer=ben, now=now, box=False, headline=f"More {n}") for n in range(10)]
    for number in range(28):
        SectionFactory.create(name=f"Section {number}", slug=f"section-{number}")
    order(cleo, placed[:12], times=16)

    assert {page: questions(client, page) for page in pages} == few
    assert max(few.values()) < 30


def test_the_review_screen_asks_the_same_for_three_bullets_or_thirty(ada, ben, clock):
    now, client = timezone.now(), browser(ben)
    article = waiting(by=ada, now=now)
    quick_take = newest_quick_take(article)
    url = address(article, "review")

    def write_and_reject(number):
        for _ in range(number):
            words = {"text": f"Trams cross the bridge {next(numbers)} times.", "evidence": [1, 2]}
            bullet = actions.add_bullet(quick_take=quick_take, actor=ben, now=now, **words)
            why = {"verdict": "rejected", "reason": "Nobody counted."}
            actions.decide_bullet(bullet=bullet, actor=ben, now=now, **why)
        return questions(client, url)

    write_and_reject(3)

    assert write_and_reject(0) == write_and_reject(27)


def test_people_and_the_log_ask_the_same_with_few_rows_or_many(ada, admin_of_the_house):
    client = browser(admin_of_the_house)
    pages = ("/admin/newsroom/user/", "/admin/newsroom/auditentry/")

    def more(number):
        for _ in range(number):
            key = next(numbers)
            person(f"writer{key}", "Wil", f"Number {key}", Role.WRITER)
            audit.record(actor=ada, action="add_note", subject=f"article:{key}", now=timezone.now())
        return [questions(client, page) for page in pages]

    more(5)

    assert more(0) == more(40)


@pytest.fixture
def admin_of_the_house():
    return person("rut", "Rut", "Nes", Role.ADMINISTRATOR, Role.CHIEF)

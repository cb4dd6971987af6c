"""Pictures in the story form, and where a picture is used: nobody learns of a story by its picture."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.desk.pictures import uses_of
from newsroom.models.image import Image
from newsroom.picture_withdrawal import withdraw
from tests.articles.desk.desk import address, browser, change_form, page, words
from tests.factories import stories
from tests.factories.people import picture

pytestmark = pytest.mark.django_db
WHY = "The agency took it back."


def ended(title="Old", colour="#aa5577"):
    image = picture(title, colour)
    image.rights_until = timezone.localdate() - timedelta(days=1)
    image.save()
    return image


def saved(client, article, **typed):
    return client.post(
        address(article, "change"), {**change_form(client, article), "_continue": "1", **typed}
    )


def test_a_picture_is_chosen_with_a_plain_select(ada, clock):
    article, image, client = stories.draft(by=ada, now=clock.now), picture(), browser(ada)

    saved(client, article, hero=image.pk, hero_alt="A bridge")

    article.refresh_from_db()
    assert article.hero == image
    shown = page(client.get(address(article, "change"))).select_one(".picker-chosen")
    assert image.credit in shown.get_text()


@pytest.mark.parametrize("how", ["ended", "withdrawn"])
def test_a_picture_that_may_not_be_used_is_refused_and_the_text_is_kept(ada, cleo, clock, how):
    article, client = stories.draft(by=ada, now=clock.now), browser(ada)
    image = ended() if how == "ended" else withdraw(image=picture(), actor=cleo, now=clock.now, reason=WHY)

    response = saved(client, article, hero=image.pk, hero_alt="A bridge", headline="A new headline")

    assert "Choose another picture; the rest of what you typed is kept." in words(response)
    assert "A new headline" in response.content.decode()
    article.refresh_from_db()
    assert article.hero is None


def test_a_picture_that_the_story_has_stays_with_a_warning(ada, clock):
    image = picture()
    article = stories.draft(by=ada, now=clock.now, hero=image, hero_alt="A bridge")
    Image.objects.filter(pk=image.pk).update(rights_until=timezone.localdate() - timedelta(days=1))
    client = browser(ada)

    assert "ended on" in words(client.get(address(article, "change")))
    response = saved(client, article, headline="A new headline")

    assert response.status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.hero) == ("A new headline", image)


def test_a_new_picture_in_the_text_is_refused_after_its_last_day(ada, clock):
    stays = ended("Stays", "#115577")
    body = f'{stories.BODY}<figure><img src="{stays.file.url}" alt="A scene"></figure>'
    article, client = stories.draft(by=ada, now=clock.now, body=body), browser(ada)
    fresh = ended("Fresh", "#225577")

    kept = saved(client, article, body=body + "<p>More.</p>")
    refused = saved(client, article, body=body + f'<figure><img src="{fresh.file.url}" alt="B"></figure>')

    assert kept.status_code == 302
    assert "The rights to “Fresh” ended" in words(refused)
    assert "Stays" not in " ".join(one.get_text() for one in page(refused).select(".errorlist"))


def test_where_it_is_used_names_what_is_public_and_only_stories_one_may_know(ada, ben, dora, clock):
    image = picture()
    live = stories.live(by=ada, reviewer=ben, now=clock.now, hero=image, hero_alt="A", headline="Out there")
    body = f'{stories.BODY}<figure><img src="{image.file.url}" alt="B"></figure>'
    stories.draft(by=ada, now=clock.now, body=body, headline="Not out yet")

    known, strange = (uses_of(image, person, clock.now) for person in (ben, dora))

    assert [(use.title, use.how) for use in known.public] == [("Out there", "as its picture")]
    assert {use.title for use in known.desk} == {"Out there", "Not out yet"}
    assert [use.title for use in strange.public] == ["Out there"]
    assert strange.desk == ()
    assert known.public[0].url == stories.public(live, clock.now).get_absolute_url()


def test_the_page_of_a_picture_says_where_it_is_used(ada, clock):
    image = picture()
    stories.draft(by=ada, now=clock.now, hero=image, hero_alt="A", headline="A story with it")

    shown = words(browser(ada).get(reverse("admin:newsroom_image_change", args=[image.pk])))

    assert "A story with it as its picture" in shown


def test_a_revision_says_that_its_picture_was_withdrawn(ada, cleo, clock):
    image = picture()
    article = stories.draft(by=ada, now=clock.now, hero=image, hero_alt="A bridge")
    withdraw(image=image, actor=cleo, now=clock.now, reason=WHY)

    shown = browser(ada).get(address(article, "revision", 1))

    assert "was withdrawn" in words(shown)
    assert image.file.url not in shown.content.decode()


def test_my_desk_tells_who_looks_after_pictures_that_rights_end_soon(ada, cleo, clock):
    image = picture()
    Image.objects.filter(pk=image.pk).update(rights_until=timezone.localdate() + timedelta(days=2))
    line = "Rights to 1 picture end within 7 days"

    assert line in words(browser(cleo).get(reverse("admin:index")))
    assert line not in words(browser(ada).get(reverse("admin:index")))


def test_where_a_withdrawn_picture_stood_in_a_text_the_desk_says_so(ada, ben, cleo, clock):
    gone, stays = picture("A bridge"), picture("A ferry", "#aa3300")
    Image.objects.filter(pk=gone.pk).update(title="A <b>bridge</b>")
    gone.refresh_from_db()
    figures = "".join(f'<figure><img src="{one.file.url}" alt="x"></figure>' for one in (gone, stays))
    article = stories.waiting(by=ada, now=clock.now, body=stories.BODY + figures)
    client = browser(ben)
    pages = [address(article, "revision", 1), address(article, "review")]
    assert all(gone.file.url in client.get(url).content.decode() for url in pages)

    withdraw(image=gone, actor=cleo, now=clock.now, reason=WHY)

    for url in pages:
        shown = client.get(url)
        assert "A picture stood here, “A <b>bridge</b>”. It was withdrawn." in words(shown)
        assert gone.file.url not in shown.content.decode()
        assert stays.file.url in shown.content.decode()


@pytest.mark.parametrize("how", ["ended", "withdrawn"])
def test_a_picture_in_the_text_that_may_not_be_shown_any_more_is_told_with_its_reason(ada, cleo, clock, how):
    image, other = picture(), picture("A quay", "#224466")
    body = "".join(
        f'<p>The bridge stands.</p><figure><img src="{one.file.url}" alt="A bridge"></figure>'
        for one in (image, other)
    )
    article, client = stories.draft(by=ada, now=clock.now, body=body), browser(ada)
    assert "take it out" not in words(client.get(address(article, "change")))
    if how == "ended":
        Image.objects.filter(pk=image.pk).update(rights_until=timezone.localdate() - timedelta(days=1))
    else:
        withdraw(image=image, actor=cleo, now=clock.now, reason=WHY)

    flags = page(client.get(address(article, "change"))).select(".flag-look")

    assert len(flags) == 1
    assert ("Readers do not see it." in flags[0].get_text()) == (how == "withdrawn")
    assert (WHY in flags[0].get_text()) == (how == "withdrawn")
    assert flags[0].a["href"] == reverse("admin:newsroom_image_change", args=[image.pk])
    assert saved(client, article, headline="It is saved all the same").status_code == 302

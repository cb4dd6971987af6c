"""What the tests of fronts share: pressing a button of the page, what it shows, and what is in force."""

from __future__ import annotations

from articles import actions
from articles.models.front import FrontOrder, Slot
from tests.articles.desk.desk import form_of, page

LIST, HOME = "/admin/fronts/", "/admin/fronts/home/"
FORM = "form#front-order"


def press(client, button, address=HOME, data=None, **typed):
    """Press a button of the form as it stands, or of ``data``."""
    return client.post(address, {**(data or posted(client.get(address))), **typed, "do": button}, follow=True)


def posted(response):
    """What a browser would post of the order on a page; the stories in their order."""
    keys = [field["value"] for field in page(response).select(f"{FORM} input[name=article]")]
    return {**form_of(response, FORM), "article": keys}


def headlines(response):
    return [
        found.get_text(" ", strip=True).split(" ", 1)[1] for found in page(response).select(".front-headline")
    ]


def in_force(section=None):
    order = FrontOrder.objects.of(section).first()
    return [slot.article for slot in order.places] if order else None


def put(editor, *articles, section=None, now, **changes):
    newest = FrontOrder.objects.of(section.pk if section else None).first()
    return actions.order_front(
        section=section,
        slots=[Slot(article.pk, **changes) for article in articles],
        seen=newest.number if newest else 0,
        actor=editor,
        now=now,
    )

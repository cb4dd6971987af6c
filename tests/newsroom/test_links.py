"""Labelled links as people type them, on the masthead and for authors."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from authors.models.author import Author
from newsroom.links import MOST_LINKS, LinksField
from newsroom.models.audit import AuditEntry
from newsroom.models.masthead import Masthead
from tests.articles.desk.desk import browser, form_of, page

MASTHEAD = "/admin/newsroom/masthead/1/change/"
LINKS = [
    {"label": "Letter", "url": "https://letter.example/"},
    {"label": "A | B", "url": "http://b.example/x?y=1"},
]


def test_lines_become_links_and_links_become_lines():
    field = LinksField()

    assert field.clean("Letter | https://letter.example/\n\n  A | B|http://b.example/x?y=1 \r\n") == LINKS
    assert field.clean(field.prepare_value(LINKS)) == LINKS
    assert field.clean("") == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("https://letter.example/", "put a “|”"),
        ("| https://letter.example/", "label before the “|” is missing"),
        ("Letter |", "address after the “|” is missing"),
        ("Letter | letter.example", "begins with https://"),
        ("Letter | javascript:alert(1)", "is not a web address"),
        ("Letter | https://", "is not a web address"),
        (f"{'x' * 61} | https://letter.example/", "longer than 60"),
    ],
)
def test_each_wrong_line_is_named(typed, said):
    with pytest.raises(ValidationError) as refused:
        LinksField().clean(f"Fine | https://fine.example/\n{typed}\n")

    assert len(refused.value.messages) == 1
    assert refused.value.messages[0].startswith("Line 2, ")
    assert said in refused.value.messages[0]


def test_there_is_room_for_so_many():
    lines = [f"{number} | https://x.example/{number}" for number in range(MOST_LINKS + 1)]

    assert len(LinksField().clean("\n".join(lines[1:]))) == MOST_LINKS
    with pytest.raises(ValidationError, match="21 lines"):
        LinksField().clean("\n".join(lines))


@pytest.mark.django_db
def test_the_masthead_takes_channels_in_lines(cleo):
    client = browser(cleo)
    typed = form_of(client.get(MASTHEAD), "#masthead_form")

    saved = client.post(MASTHEAD, typed | {"channels": "Letter | https://letter.example/"})

    assert saved.status_code == 302
    assert Masthead.current().channels == LINKS[:1]
    shown = form_of(client.get(MASTHEAD), "#masthead_form")
    assert shown["channels"] == "Letter | https://letter.example/"
    before = AuditEntry.objects.order_by("-number")[0]
    assert "own channels" in before.data.lower()
    client.post(MASTHEAD, shown | {"strapline": "Another"})
    assert "own channels" not in AuditEntry.objects.order_by("-number")[0].data.lower()


@pytest.mark.django_db
def test_a_wrong_line_is_kept_on_the_page_and_nothing_is_stored(cleo):
    client = browser(cleo)
    typed = form_of(client.get(MASTHEAD), "#masthead_form")

    refused = client.post(MASTHEAD, typed | {"channels": "Letter https://letter.example/", "name": "Other"})

    assert refused.status_code == 200
    assert form_of(refused, "#masthead_form")["channels"] == "Letter https://letter.example/"
    assert "put a “|” between" in page(refused).text
    assert Masthead.current().name != "Other"


@pytest.mark.django_db
def test_links_of_an_author_are_typed_the_same_way(cleo, ada):
    client, address = browser(cleo), f"/admin/authors/author/{ada.author.pk}/change/"
    typed = form_of(client.get(address), "#author_form")

    client.post(address, typed | {"links": "Own page | https://ada.example/"})

    assert Author.objects.get(pk=ada.author.pk).links == [
        {"label": "Own page", "url": "https://ada.example/"}
    ]

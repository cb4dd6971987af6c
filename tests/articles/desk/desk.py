"""What the tests of the desk share: a logged-in browser, addresses, and the change form as a browser posts it."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from articles.models.article import Article
from newsroom.models.user import User
from tests.factories.stories import newest_quick_take


def browser(user: User, **options: Any) -> Client:
    """Return a client that is logged in as ``user``."""
    client = Client(**options)
    client.force_login(user)
    return client


def address(article: Article, page: str, *more: object) -> str:
    """Return the address of one of a story's pages."""
    return reverse(f"admin:articles_article_{page}", args=[article.pk, *more])


def page(response: Any) -> BeautifulSoup:
    """Return the response's page to look into."""
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(response: Any) -> str:
    """Return the words on a page with single spaces."""
    return " ".join(page(response).get_text(" ").split())


def form_of(response: Any, selector: str = "form[method=post].write-form") -> dict[str, Any]:
    """Return what a browser would post if nobody typed anything; buttons are not pressed."""
    form = page(response).select_one(selector)
    assert form is not None, words(response)[:800]
    fields = form.select("input[name], textarea[name], select[name]")
    named = {str(field["name"]): value for field in fields if (value := _value(field)) is not None}
    return {
        name: value
        for name, value in named.items()
        if "__prefix__" not in name and name != "csrfmiddlewaretoken"
    }


def _value(field: Any) -> Any:
    """Return what a field would send; None for what sends nothing."""
    if field.name == "textarea":
        return field.get_text().removeprefix("\n")
    if field.name == "select":
        chosen = [option.get("value", "") for option in field.select("option[selected]")]
        return chosen if field.has_attr("multiple") else "".join(chosen[:1])
    if field.get("type") in {"radio", "checkbox"}:
        return field.get("value", "on") if field.has_attr("checked") else None
    return field.get("value", "")


def change_form(client: Client, article: Article, **typed: Any) -> dict[str, Any]:
    """Open the change form and type over some fields."""
    return {**form_of(client.get(address(article, "change"))), **typed}


def screen(client: Client, article: Article) -> Any:
    """Open the review screen."""
    return client.get(address(article, "review"))


def filled(client: Client, article: Article, verdict: str = "accepted", **more: Any) -> dict[str, Any]:
    """Return the form as posted with the same verdict on every bullet."""
    data = form_of(screen(client, article), "form#review")
    return (
        data
        | {f"b{bullet.pk}-verdict": verdict for bullet in newest_quick_take(article).bullets.all()}
        | more
    )

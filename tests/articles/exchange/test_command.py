"""import_articles tells people what became of their file."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models.article import Article
from tests.articles.exchange.wire import the
from tests.factories.people import person
from tests.factories.stories import edit


def command(*args):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_articles", *map(str, args), stdout=out, stderr=err)
    return out.getvalue()


def test_the_command_says_what_became_of_each(wire, ada, clock):
    assert "created 1, changed 0, unchanged 0, kept 0, refused 0" in command(wire({}), "--author", "ada")
    edit(the("a1"), by=ada, now=clock.now, headline="Ferry back, at last")

    said = command(wire({"body": "Other words."}, {"id": "a2"}), "--author", "ada")

    assert "a1 kept: edited by the newsroom since" in said
    assert "import copy not applied" in said
    assert "created 1, changed 0, unchanged 0, kept 1, refused 0" in said


def test_the_command_names_every_fault_and_exits_with_1(wire, ada):
    err = io.StringIO()
    with pytest.raises(CommandError, match=r"refused: 2\. Nothing was imported") as error:
        call_command(
            "import_articles",
            str(wire({"kind": ""}, {"id": "a2", "headline": ""})),
            "--author",
            "ada",
            stderr=err,
        )

    assert error.value.returncode == 1
    assert ":1: kind is missing" in err.getvalue()
    assert ":2: headline is missing" in err.getvalue()
    assert not Article.objects.exists()


@pytest.mark.parametrize(("username", "words"), [("nobody", "no account"), ("pia", "may not write")])
def test_the_command_refuses_an_account_that_may_not_write(wire, db, username, words):
    person("pia", "Pia", "Holm")

    with pytest.raises(CommandError, match=words):
        command(wire({}), "--author", username)

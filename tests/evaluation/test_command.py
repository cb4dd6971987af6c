"""The command prints tables, writes the page with its plot, and says when they are out of date."""

import json
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.evaluation import ARTICLES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Four articles, so that a run takes no time to speak of."""
    chosen = tmp_path_factory.mktemp("articles")
    for path in sorted(ARTICLES.glob("*.yaml"))[::18]:
        shutil.copy(path, chosen)
    return chosen


@pytest.fixture(scope="module")
def written(folder, tmp_path_factory):
    """A page, made once."""
    page = tmp_path_factory.mktemp("docs") / "summaries.md"
    evaluate(articles=folder, write=page)
    return page


def evaluate(**options):
    out = StringIO()
    call_command("evaluate_summaries", stdout=out, **options)
    return out.getvalue()


def test_tables_are_printed(folder):
    said = evaluate(articles=folder)

    assert "| foreign number |" in said
    assert "| negation added |" in said
    assert " ms for an article of " in said


@pytest.fixture
def page(folder, written, tmp_path):
    """The page and its plot, to be changed."""
    for path in (written, written.with_suffix(".svg")):
        shutil.copy(path, tmp_path)
    return tmp_path / written.name


def test_the_page_it_wrote_is_up_to_date_whatever_the_machine(folder, page):
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(" ms for an article", " years for an article"), encoding="utf-8")

    assert "summaries.md is what was measured." in evaluate(articles=folder, write=page, check=True)
    assert "(summaries.svg)" in text
    assert page.with_suffix(".svg").read_text(encoding="utf-8").startswith("<svg ")
    assert "$" not in text


@pytest.mark.parametrize("name", ["summaries.md", "summaries.svg"])
def test_a_page_or_plot_that_was_changed_is_out_of_date(folder, page, name):
    changed = page.with_name(name)
    changed.write_text(changed.read_text(encoding="utf-8") + "more\n", encoding="utf-8")

    with pytest.raises(CommandError, match=f"{name} is out of date"):
        evaluate(articles=folder, write=page, check=True)


def test_what_was_judged_wrongly_is_written_without_the_held_out_half(folder, tmp_path):
    evaluate(articles=folder, misses=tmp_path / "misses.md")
    text = (tmp_path / "misses.md").read_text(encoding="utf-8")

    assert "# What the checks let through" in text
    assert "# False alarms" in text


def test_a_public_set_without_evidence_and_dates_is_measured_too(tmp_path):
    body = "\n\n".join(
        f"The council of Varnholm met {n} times in the year {1990 + n}, Ada Lind of the harbour board said. "
        f"It bought {30 + n} ferries, and the crews of the {n}th were paid {n},400 crowns each."
        for n in range(2, 9)
    )
    article = {"body": body, "bullets": [{"text": "The council of Varnholm bought 34 ferries."}]}
    (tmp_path / "one.json").write_text(json.dumps(article))

    assert "| articles | 1 (1 not said) |" in evaluate(articles=tmp_path)


def test_a_folder_without_articles_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError, match="There is no article in"):
        evaluate(articles=tmp_path)

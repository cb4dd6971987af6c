"""An import makes drafts, all of a run or none, and never writes over what the newsroom did."""

import pytest
from django.core.files.storage import default_storage

from articles import actions
from articles.exchange.faults import Refused
from articles.exchange.importer import Result
from articles.models.article import Article
from articles.models.kind import Kind
from articles.models.source import Source
from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion
from authors.models.author import Author
from newsroom.models.audit import AuditEntry
from newsroom.workflow import Stage
from tests.articles.exchange.wire import PICTURE, draw, the
from tests.factories.stories import KindFactory, edit


def test_a_story_arrives_as_a_draft_and_nothing_is_published(bring, ada):
    report = bring({"topics": ["Harbour"], "standfirst": "Two months late."})

    article = the("a1")
    assert report.results == {"a1": Result.CREATED}
    assert article.stage == Stage.DRAFT
    assert article.created_by == ada
    assert article.current.text == "The ferry sails again on Monday."
    assert article.current.note == "import"
    assert [row["name"] for row in article.current.bylines] == ["Ada Brandt"]
    assert [topic.name for topic in article.topics.all()] == ["Harbour"]
    assert not PublishedVersion.objects.exists()


def test_what_a_record_names_is_made_when_it_is_missing_and_used_when_it_is_there(bring, ada):
    there = Section.objects.create(name="City", slug="the-city")
    bring({"sources": [{"name": "Northline", "ai": "no"}], "byline": ["Ada Brandt", "Nora Vale"]})

    assert the("a1").section == there
    assert Source.objects.get().ai_processing == "no"
    assert Author.objects.get(name="Ada Brandt").user == ada
    assert Author.objects.get(name="Nora Vale").user is None
    assert Kind.objects.get().name == "News"


def test_a_source_is_tightened_by_an_import_and_never_loosened(bring):
    bring({"sources": [{"name": "Northline", "ai": "ask"}]})
    bring({"id": "a2", "sources": [{"name": "Northline", "ai": "yes"}]})
    assert Source.objects.get().ai_processing == "ask"

    bring({"id": "a3", "sources": [{"name": "Northline", "ai": "no"}]})
    assert Source.objects.get().ai_processing == "no"


def test_an_unknown_kind_is_refused_when_kinds_are_known(bring):
    KindFactory(name="Opinion", slug="opinion")

    with pytest.raises(Refused, match="kind “News” is not known; known are Opinion"):
        bring({})


def test_a_mistyped_section_makes_no_public_page(bring):
    bring({"section": "City"})

    with pytest.raises(Refused, match="section “Ctiy” is not known; known are City"):
        bring({"id": "a2", "section": "Ctiy"})


def test_a_section_may_not_take_another_pages_address(bring):
    with pytest.raises(Refused, match="already another page"):
        bring({"section": "Follow"})


def test_a_copy_that_did_not_change_is_left_alone(bring):
    bring({})
    before = AuditEntry.objects.count()

    assert bring({}).results == {"a1": Result.UNCHANGED}
    assert AuditEntry.objects.count() == before
    assert the("a1").version == 1


def test_a_changed_copy_becomes_the_next_revision(bring):
    bring({})

    report = bring({"body": "The ferry sails again on Tuesday.", "topics": ["Weather"]})

    article = the("a1")
    assert report.results == {"a1": Result.CHANGED}
    assert (article.version, article.current.text) == (2, "The ferry sails again on Tuesday.")
    assert article.current.previous.text == "The ferry sails again on Monday."
    assert article.topics.get() == Topic.objects.get(slug="weather")


def test_a_changed_copy_never_overwrites_the_newsrooms_edit(bring, ada, clock):
    bring({})
    edit(the("a1"), by=ada, now=clock.tick(), body="<p>The ferry sails on Monday at six.</p>")

    report = bring({"body": "The ferry sails again on Tuesday.", "byline": ["Nora Vale"]})

    article = the("a1")
    assert report.results == {"a1": Result.KEPT}
    assert "edited by the newsroom since" in report.kept["a1"]
    assert article.current.text == "The ferry sails on Monday at six."
    assert article.bylines.get().author.name == "Ada Brandt"
    assert AuditEntry.objects.get(action="import_not_applied").subject == article.subject


def test_a_copy_that_was_not_applied_is_told_once(bring, ada, clock):
    bring({})
    edit(the("a1"), by=ada, now=clock.tick(), headline="Ferry back, at last")
    bring({"body": "Other words."})

    assert bring({"body": "Other words."}).results == {"a1": Result.UNCHANGED}


def test_a_copy_for_a_spiked_story_is_kept(bring, cleo, clock):
    bring({})
    actions.spike(article=the("a1"), actor=cleo, now=clock.tick())

    report = bring({"body": "Other words."})

    assert "spike" in report.kept["a1"]
    assert the("a1").current.text == "The ferry sails again on Monday."


def test_section_and_topics_stay_the_newsrooms_once_it_touched_the_story(bring, ada, clock):
    bring({"topics": ["Harbour"]})
    edit(the("a1"), by=ada, now=clock.tick(), section=Section.objects.create(name="Sea", slug="sea"))

    bring({"body": "The ferry sails again on Tuesday.", "topics": ["Weather"]})

    article = the("a1")
    assert article.section.slug == "sea"
    assert article.topics.get().name == "Harbour"
    assert article.version == 2


def test_nothing_is_half_imported(bring):
    with pytest.raises(Refused):
        bring({}, {"id": "a2", "body": "[see](story:nowhere)"})

    assert not Article.objects.exists()
    assert not Section.objects.exists()
    assert not Author.objects.filter(name="Nora Vale").exists()


def test_a_refusal_of_the_domain_takes_everything_back(bring, wire, dora, clock):
    bring({})
    # Dora may write stories of her own, not Ada's.
    with pytest.raises(Refused, match="role does not let you write"):
        bring({"id": "a2"}, {"id": "a1", "body": "Other words."}, actor=dora)

    assert not Article.objects.imported_as("a2").exists()


def test_a_dry_run_reports_and_writes_nothing(bring, wire, tmp_path):
    draw(tmp_path / "wire")

    report = bring({"image": PICTURE}, dry_run=True)

    assert report.results == {"a1": Result.CREATED}
    assert not Article.objects.exists()
    assert not default_storage.exists("pictures") or not default_storage.listdir("pictures")[1]


def test_links_lead_to_stories_of_the_same_run_and_to_those_here(bring):
    bring({"id": "old", "headline": "An older story"})

    bring({"body": "See [one](story:new) and [two](story:old)."}, {"id": "new", "headline": "A new one"})

    html = the("a1").current.html
    assert 'href="/city/a-new-one/"' in html
    assert 'href="/city/an-older-story/"' in html

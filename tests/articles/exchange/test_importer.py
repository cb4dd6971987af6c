"""An import makes drafts, all of a run or none, and never writes over what the newsroom did."""

import io
import json
from dataclasses import replace

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image as Pillow

from articles import actions
from articles.exchange import bodies, reading
from articles.exchange.faults import Refused, Unfit
from articles.exchange.importer import Result, import_records
from articles.exchange.records import record_of
from articles.models.article import Article
from articles.models.kind import Kind
from articles.models.source import Source
from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion
from authors.models.author import Author
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.workflow import Stage
from tests.articles.exchange.test_reading import GOOD
from tests.factories.people import person
from tests.factories.stories import KindFactory, edit

PICTURE = {"file": "ferry.jpg", "alt": "A ferry at a pier.", "credit": "Ines Falk / The Courier"}


@pytest.fixture
def wire(tmp_path):
    """A folder with a file of stories; call it with the stories that it is to hold."""
    folder = tmp_path / "wire"
    folder.mkdir()

    def write(*rows):
        file = folder / "wire.jsonl"
        whole = ({**GOOD, **row} for row in rows)
        said = ({key: value for key, value in row.items() if value is not None} for row in whole)
        file.write_text("\n".join(map(json.dumps, said)))
        return file

    return write


@pytest.fixture
def bring(wire, ada, clock):
    def run(*rows, actor=ada, **kwargs):
        file = wire(*rows)
        clock.tick()
        return import_records(reading.read(file), folder=file.parent, actor=actor, now=clock.now, **kwargs)

    return run


def draw(folder, name="ferry.jpg", colour="#335577", size=(640, 427)):
    Pillow.new("RGB", size, colour).save(folder / name)


def the(story):
    return Article.objects.imported_as(story).get()


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


def test_a_picture_is_stored_once_with_its_cuts(bring, tmp_path):
    draw(tmp_path / "wire")

    bring({"image": PICTURE}, {"id": "a2", "image": {**PICTURE, "caption": "At Quay 3."}})

    image = Image.objects.get()
    assert the("a1").hero == the("a2").hero == image
    assert the("a2").hero_caption == "At Quay 3."
    assert (image.width, image.height) == (640, 427)
    assert image.renditions["square"]["jpeg"]
    stem = image.file.name.removesuffix(".jpg")
    assert default_storage.exists(f"{stem}-wide-480.webp")


def test_a_changed_picture_is_a_changed_copy(bring, tmp_path):
    draw(tmp_path / "wire")
    bring({"image": PICTURE})
    draw(tmp_path / "wire", colour="#aa3300")

    assert bring({"image": PICTURE}).results == {"a1": Result.CHANGED}
    assert Image.objects.count() == 2


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("missing.jpg", "cannot be read: No such file"),
        ("../secret.jpg", "lies outside the folder"),
        ("/etc/hostname", "lies outside the folder"),
        ("lying.jpg", "picture “lying.jpg”: "),
    ],
)
def test_a_picture_that_cannot_be_used_keeps_everything_out(bring, tmp_path, file, words):
    draw(tmp_path, "secret.jpg")
    draw(tmp_path / "wire")
    (tmp_path / "wire" / "lying.jpg").write_bytes(b"<svg onload=alert(1)>" * 50)

    with pytest.raises(Refused, match=words):
        bring({"image": PICTURE}, {"id": "a2", "image": {**PICTURE, "file": file}})

    assert not Article.objects.exists()
    assert not Image.objects.exists()


def test_a_picture_without_any_credit_is_refused(bring, tmp_path):
    draw(tmp_path / "wire")

    with pytest.raises(Refused, match="no credit"):
        bring({"image": {"file": "ferry.jpg", "alt": "A ferry."}})


def test_files_of_a_run_that_failed_are_removed(bring, tmp_path, dora):
    bring({})
    draw(tmp_path / "wire")

    with pytest.raises(Refused):
        bring({"id": "a2", "image": PICTURE}, {"id": "a1", "body": "x y"}, actor=dora)

    assert not default_storage.listdir("pictures")[1]


def test_links_lead_to_stories_of_the_same_run_and_to_those_here(bring):
    bring({"id": "old", "headline": "An older story"})

    bring({"body": "See [one](story:new) and [two](story:old)."}, {"id": "new", "headline": "A new one"})

    html = the("a1").current.html
    assert 'href="/city/a-new-one/"' in html
    assert 'href="/city/an-older-story/"' in html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Fine <script>alert(1)</script> day.", False),
        ("<p>Fine <script>alert(1)</script> day.</p>", True),
        ("[x](javascript:alert(1)) day.", False),
        ("<p onclick=alert(1)>Fine <a href='javascript:alert(1)'>x</a> day.</p>", True),
    ],
)
def test_no_script_comes_in_with_a_body(bring, body, html):
    bring({"body_html": body, "body": None} if html else {"body": body})
    stored = the("a1").current.html

    assert "<script" not in stored
    assert "onclick" not in stored
    assert 'href="javascript' not in stored


def test_tables_and_headings_survive():
    record = reading_record("# One\n\n#### Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    html = bodies.html_of(record, {})

    assert "<h2>One</h2>" in html
    assert "<h3>Two</h3>" in html
    assert "<td>1</td>" in html


@pytest.mark.parametrize(
    "body", ["![x](x.jpg)", "![x](https://other.example/x.jpg)", "![x](//other.example/x.jpg)"]
)
def test_a_picture_in_the_body_is_refused_instead_of_lost(body):
    with pytest.raises(Unfit, match="only “image” is imported"):
        bodies.html_of(reading_record(body), {})


def test_a_body_of_markup_alone_is_refused():
    with pytest.raises(Unfit, match="no words"):
        bodies.html_of(replace(reading_record("x"), body="<p> </p><script>x</script>", is_html=True), {})


def reading_record(body):
    said = {key: value for key, value in GOOD.items() if key != "body"}
    record, _ = record_of(said, place="x", body=body, is_html=False)
    return record


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

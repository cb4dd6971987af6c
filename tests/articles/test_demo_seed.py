"""The demo newspaper: every story ends where the plan says, by acts that people could have done, on days that fit."""

import gzip
import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone
from PIL import Image as Pillow

from articles.demo import cast, drawing, pictures, reviewing, seed
from articles.demo.calendar import WEEK, Calendar
from articles.desk.waiting import waiting_for
from articles.models.article import Article
from articles.models.front import FrontOrder
from articles.models.job import JobState, SummaryJob
from articles.models.notice import About, Notice
from articles.models.quicktake import QuickTake
from articles.models.report import ReaderReport
from articles.models.version import PublishedVersion
from newsroom import audit, guards, images
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.roles import Role, roles_of
from newsroom.workflow import Stage, Standing
from tests.factories.stories import draft

STYLES = [settings.BASE_DIR / "static" / "css" / f"{name}.css" for name in ("tokens", "base", "article")]
NOW = datetime(2027, 3, 4, 15, 30, tzinfo=UTC)
PLAN = {entry["story"]: entry for entry in cast.load("plan.yaml")}
ENDS = {
    "live": (Stage.PUBLISHED, Standing.LIVE),
    "alone": (Stage.PUBLISHED, Standing.LIVE),
    "withdrawn": (Stage.PUBLISHED, Standing.WITHDRAWN),
    "scheduled": (Stage.REVIEWED, Standing.SCHEDULED),
    "reviewed": (Stage.REVIEWED, Standing.NONE),
    "waiting": (Stage.AI_SUMMARY, Standing.NONE),
    "draft": (Stage.DRAFT, Standing.NONE),
    "returned": (Stage.DRAFT, Standing.NONE),
}


def plain_pictures(folder, progress):
    """Flat pictures instead of drawn ones, which have tests of their own and take their time."""
    for number, name in enumerate(pictures.NAMES):
        Pillow.new("RGB", (300, 200), (number * 9, 90, 120)).save(folder / f"{name}.jpg")


@pytest.fixture(scope="module")
def newspaper(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, seeded once for this module and taken back after it."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(drawing, "draw_all", plain_pictures)
        with transaction.atomic():
            seed.seed(now=NOW, say=lambda words: None, progress=lambda *args: None)
            yield
            transaction.set_rollback(True)


def the(story):
    return Article.objects.imported_as(story).select_related("head", "kind").get()


def public(story):
    return PublishedVersion.objects.live(NOW).filter(article_id=the(story).pk).first()


@pytest.mark.parametrize("story", PLAN)
def test_a_story_ends_where_the_plan_says(newspaper, db, story):
    article = the(story)

    assert (article.stage, article.standing(NOW)) == ENDS[PLAN[story]["end"]]


@pytest.mark.parametrize("story", [name for name, entry in PLAN.items() if entry["end"] in {"live", "alone"}])
def test_readers_see_a_box_where_the_plan_says(newspaper, db, story):
    version = public(story)

    assert version.has_quick_take == PLAN[story]["quick_take"]
    assert not version.has_quick_take or 3 <= len(version.bullet_list) <= 6


@pytest.mark.parametrize("story", [name for name, entry in PLAN.items() if "bullets" in entry])
def test_what_the_plan_says_of_bullets_still_fits_what_the_engine_drafts(newspaper, db, story):
    assert not reviewing.unmatched(the(story), PLAN[story]["bullets"])


def test_a_plan_that_fits_no_longer_is_noticed(newspaper, db):
    wishes = {"reject": ["No such"], "edit": {"Nor this": "x"}, "add": [{"rests_on": ["Nor that"]}]}

    assert reviewing.unmatched(the("harbour-bridge"), wishes) == ["No such", "Nor this", "Nor that"]


def test_the_week_reads_in_order_and_none_of_it_is_in_the_future(newspaper, db):
    times = list(AuditEntry.objects.order_by("number").values_list("at", flat=True))

    assert all(earlier <= later for earlier, later in pairwise(times))
    assert NOW - WEEK < times[-1] <= NOW
    assert audit.verify() is None
    assert not guards.offenders(connection)


def test_stories_keep_their_weekdays(newspaper, db):
    version = public("harbour-bridge")

    assert timezone.localtime(version.published_at).strftime("%A %H:%M") == "Friday 14:02"


def test_the_schedule_is_tomorrow_morning(newspaper, db):
    version = PublishedVersion.objects.get(article_id=the("yard-shares").pk)

    assert timezone.localtime(version.public_from) == Calendar(["2026-01-01"], NOW).tomorrow_at_six()
    assert version.public_from > NOW


def test_the_correction_is_public_and_keeps_its_box(newspaper, db):
    version = public("parking-meters")

    assert version.number == 2
    assert "1,900 drivers" in version.text
    assert "1,300 drivers" in PublishedVersion.objects.get(article_id=version.article_id, number=1).text
    assert version.corrections[0]["kind"] == "correction"
    assert version.sentence == "Summary is AI generated, newsroom reviewed."


def test_no_reviewer_stands_in_the_byline_and_analyses_have_two(newspaper, db):
    for entry in PLAN.values():
        readers = [entry["reviewer"], *([entry["second_reviewer"]] if "second_reviewer" in entry else [])]
        head = the(entry["story"]).current
        people = set(User.objects.filter(username__in=readers).values_list("pk", flat=True))
        assert len(people) == len(readers)
        assert not people & set(head.contributors)


def test_a_story_that_waits_has_bullets_to_decide_on(newspaper, db):
    waiting = QuickTake.objects.newest_of(the("rent-register").head_id)

    assert waiting.bullets.count() >= 3
    assert set(waiting.bullets.values_list("verdict", flat=True)) == {"undecided"}


def test_no_job_is_left_over_for_the_worker(newspaper, db):
    assert not SummaryJob.objects.unfinished().exists()
    closed = SummaryJob.objects.filter(state=JobState.FAILED).values_list("reason", flat=True)
    assert "Northline does not let a machine read its copy." in closed


def test_people_can_log_in_with_their_roles(newspaper, db):
    roles = {user.username: {role.value for role in roles_of(user)} for user in User.objects.all()}

    assert roles["cleo"] == {Role.CHIEF}
    assert roles["pia"] == {Role.PICTURE_EDITOR}
    assert roles["admin"] == {Role.ADMINISTRATOR}
    assert User.objects.get(username="ben").check_password(cast.PASSWORD)
    assert Masthead.current().name == "The Veldhaven Courier"


def test_colleagues_talk_and_their_bells_are_mostly_read(newspaper, db):
    ben = User.objects.get(username="ben")
    unread = Notice.objects.known_to(ben).unread()

    assert {notice.about for notice in unread} >= {About.ASKED, About.MENTIONED}
    assert unread.count() < 12
    assert Article.objects.get(reviewer=ben).due_at > NOW


def test_the_front_page_and_one_section_stand_in_an_editors_order(newspaper, db, client, time_machine):
    time_machine.move_to(NOW, tick=False)
    orders = {order.section.slug if order.section else "": order for order in FrontOrder.objects.in_force()}

    assert set(orders) == {"", "city"}
    assert {order.made_by.username for order in orders.values()} == {"ben"}
    home = client.get("/").text
    assert (
        home.index("Fire at Quay 9") < home.index("Harbour bridge reopens") < home.index("by one vote, and")
    )
    # What is scheduled has its place already, and readers do not see it.
    assert the("yard-shares").pk in [slot.article for slot in orders[""].places]
    assert "Dunmarrow workers" not in home


def test_a_readers_report_waits_for_those_who_review(newspaper, db):
    ben = User.objects.get(username="ben")
    (line,) = [one for one in waiting_for(ben, NOW) if one.verb == "Look at it"]

    report = ReaderReport.objects.get()
    assert line.article == report.article == the("storm-surge")
    assert report.bullet_text == public("storm-surge").bullet_list[0]["text"]
    assert not line.late


def test_public_pages_answer_for_every_story(newspaper, db, client, time_machine):
    time_machine.move_to(NOW, tick=False)
    for version in PublishedVersion.objects.live(NOW):
        assert client.get(version.get_absolute_url()).status_code == 200
    assert "Fire at Quay 9" in client.get("/").text
    assert client.get("/city/tolven-school-boiler/").status_code == 410
    assert client.get("/business/dunmarrow-yard-shares/").status_code == 404


def test_it_knows_itself_whatever_people_did_with_it_since(newspaper, db):
    Masthead.objects.update(name="Our own name")
    draft(by=User.objects.get(username="ada"), now=NOW)

    assert seed.is_seeded()


def test_it_is_not_seeded_twice(newspaper, db):
    with pytest.raises(seed.NotADemo, match="not the demo’s"):
        seed.seed(now=NOW, say=print, progress=print)


@pytest.mark.parametrize("hours", [0, 1, 167, 168, 169, 24 * 400, -1, -24 * 30])
def test_days_move_by_whole_weeks_to_just_before_now(hours):
    newest = datetime(2026, 11, 22, 8, 55, tzinfo=UTC)
    now = newest + timedelta(hours=hours)
    calendar = Calendar(["2026-11-22T08:55", "2026-08-14T11:20"], now)

    assert calendar.shift % WEEK == timedelta(0)
    assert now - WEEK < calendar.at("2026-11-22T08:55") <= now


def test_a_picture_stands_inside_a_text_with_its_caption_and_can_be_cut_for_pages(newspaper):
    version = public("eelgrass-meadow")
    (inside,) = version.pictures.all()

    assert "picture:" not in version.html
    assert f'<figure><img src="{inside.file.url}"' in version.html
    assert "<figcaption>" in version.html
    assert (inside.title, inside.credit) == ("The Hayfield on the chart of 1871", "Veldhaven Maritime Museum")
    assert inside.renditions


def test_every_story_with_its_style_sheets_fits_the_first_round_trip(newspaper, db, client, time_machine):
    """14 kB compressed is what a server may send before it hears back: real texts, every cut, everything at the foot."""
    time_machine.move_to(NOW, tick=False)
    size = (2400, 1600)
    cuts = {
        ratio: {kind: sorted(images.sizes_of(ratio, size)) for kind in ("avif", "webp", "jpeg")}
        for ratio in (*images.RATIOS, images.WHOLE)
    }
    # The pictures of this test are small; pages name the cuts of large ones.
    Image.objects.update(renditions=cuts, width=size[0], height=size[1])
    sheets = sum(len(gzip.compress(sheet.read_bytes(), 9)) for sheet in STYLES)

    words, sizes, frames = {}, {}, {}
    for version in PublishedVersion.objects.live(NOW):
        page = client.get(version.get_absolute_url()).content
        sizes[version.slug] = sheets + len(gzip.compress(page, 6))
        words[version.slug] = version.word_count
        without_text = re.sub(
            rb'<div class="prose">.*(?=<[a-z]+ class="story-foot")', b"", page, flags=re.DOTALL
        )
        assert len(without_text) < len(page)
        frames[version.slug] = sheets + len(gzip.compress(without_text, 6))

    assert max(words.values()) > 1000
    assert {slug: size for slug, size in sizes.items() if size > 14_000} == {}
    # What a page costs without its text: head, picture, Quick Take, foot and styles.
    assert {slug: size for slug, size in frames.items() if size > 11_000} == {}

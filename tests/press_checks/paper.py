"""A small paper with a story of every shape that a reader's page can take; it judges nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from PIL import Image as Pillow

from articles import actions
from articles.models.article import Article, Byline
from articles.models.correction import CorrectionKind
from articles.models.kind import Kind
from articles.models.taxonomy import Section
from authors.models.author import Author
from newsroom.cutting import Sent, cut_picture
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.pictures_store import store_picture
from tests.factories.people import AuthorFactory
from tests.factories.stories import BODY, SourceFactory, draft, edit, live, public

LONG_HEADLINE = (
    "After eleven months of repairs, three lawsuits and a winter of ferries, the harbour bridge carries trams, "
    "cyclists and 40-tonne lorries again"
)
LONG_READ = "".join(f"<h2>Part {number}: what the divers found</h2>{BODY}" for number in range(1, 7))
# Everything that an article may hold; the table is wider than a phone.
EVERYTHING = (
    "<h2>The years</h2><table><caption>What the bridge cost, in marks</caption>"
    '<thead><tr><th scope="col">Year</th>{columns}</tr></thead>'
    '<tbody><tr><th scope="row">Repairs</th>{cells}</tr></tbody></table>'
    "<table><tr><td>1931</td><td>Opened</td></tr></table>"
    '<aside class="pull-quote"><p>“It never once stuck.”</p><p>Lena Brandt, harbour master</p></aside>'
    '<aside class="pull-quote"><p>“It stuck twice.”</p></aside>'
    '<aside class="fact-box"><h3>The bridge</h3><p>It opened in 1931.</p><ul><li>It lifts twice a day.</li></ul></aside>'
    '<aside class="fact-box"><h2>The harbour</h2><p>It is older than its town.</p></aside>'
    '<aside class="fact-box"><p>A box without a title.</p></aside>'
    '<aside class="link-card"><p><a href="/city/">The other story</a></p></aside>'
    '<aside class="link-card"><p><a href="/region/">One more story</a></p></aside>'
    '<figure><img src="{wide}" alt="A crane over the quay"><figcaption>The crane on Monday.</figcaption></figure>'
    '<figure><img src="{tall}" alt="A mast"></figure><p><img src="{square}" alt="A plan of the lock"></p>'
    "<h3>Step by step</h3><ol><li>The lights change.<ul><li>First the red ones.</li></ul></li><li>It lifts.</li></ol>"
    "<blockquote><p>“We <em>could</em> see the bed,” she said. <strong>Then</strong> it rained.</p></blockquote>"
    '<p><cite>The Harbour Book</cite> names <a href="https://port.example/a?b=1&amp;c=2">the year</a>.<br>So it is.</p>'
)
# The pages that are not answered with 200.
REFUSED = {"gone": 410, "not found": 404, "search that is refused": 400}
ARABIC = (
    "<p>أعلنت هيئة الميناء يوم الثلاثاء أن الجسر سيفتح أمام القطارات بعد أحد عشر شهرا من أعمال الإصلاح.</p>"
    "<h2>ما الذي سيتغير</h2><p>وقالت المهندسة إن تكلفة الأعمال بلغت أربعة ملايين مارك.</p>"
)


def photograph(title: str, colour: str = "#335577", size: tuple[int, int] = (1600, 1067)) -> Image:
    """Return a stored picture with all its cuts, as an upload makes them."""
    drawn = io.BytesIO()
    Pillow.new("RGB", size, colour).save(drawn, "JPEG")
    image, _ = store_picture(
        cut=cut_picture(Sent(drawn.getvalue())), title=title, credit="Ines Falk / The Courier"
    )
    return image


def print_paper(*, writer: User, reviewer: User, chief: User, now: datetime) -> dict[str, str]:
    """Publish the stories, in the hours before ``now``; return a page's name → its address."""
    _masthead()
    _author(writer.author)
    hero = photograph("The bridge at dawn")
    hours = iter(now - timedelta(hours=number) for number in range(30, 0, -1))

    def out(**fields: Any) -> Article:
        return live(by=writer, reviewer=reviewer, sources=(SourceFactory(),), now=next(hours), **fields)

    withdrawn = out(headline="A story that was taken back", box=False)
    actions.withdraw(article=withdrawn, actor=chief, now=next(hours), reason="It was not so.")
    words = {"headline": "الجسر يفتح من جديد", "standfirst": "القطارات تعود.", "body": ARABIC}
    arabic = out(box=False, language="ar", **words)
    plain = out(headline="Short", standfirst="", box=False)
    many = _by_six(writer, reviewer, hero, hours)
    full = out(hero=hero, hero_alt="A bridge at dawn", hero_caption="The bridge on Tuesday.")
    note = actions.Note(kind=CorrectionKind.CORRECTION, text="An earlier version gave 4.1 million marks.")
    actions.correct(article=full, actor=reviewer, now=next(hours), note=note)
    rich = out(
        headline="All that a story can hold", body=BODY + _everything(), hero=hero, hero_alt="A bridge"
    )
    taken_back = out(headline="A story that was wrong", box=False)
    for article, kinds in ((rich, list(CorrectionKind)[:3]), (taken_back, [CorrectionKind.RETRACTION])):
        for kind in kinds:
            note = actions.Note(kind=kind, text=f"A note of the kind {kind.label}.")
            actions.correct(article=article, actor=chief, now=next(hours), note=note)
    newest = out(kind=_opinion(), section=_further_sections(), box=False)
    shown = {"article": full, "short": plain, "long": many, "arabic": arabic, "opinion": newest}
    shown |= {"everything": rich, "retracted": taken_back}
    return _addresses(shown, withdrawn, now)


def _everything() -> str:
    years = range(2009, 2021)
    return EVERYTHING.format(
        columns="".join(f'<th scope="col">{year}</th>' for year in years),
        cells="".join(f"<td>{year * 2_000}</td>" for year in years),
        wide=photograph("Crane", "#557733").file.url,
        tall=photograph("Mast", "#553377", (1000, 1500)).file.url,
        square=photograph("Plan", "#337755", (900, 900)).file.url,
    )


def _author(author: Author) -> None:
    author.portrait = photograph("Ada", "#775533")
    author.bio, author.title = "Ada writes of the harbour.", "Harbour correspondent"
    author.links = [{"label": "Mastodon", "url": "https://social.example/@ada"}]
    author.save()


def _by_six(writer: User, reviewer: User, hero: Image, hours: Iterator[datetime]) -> Article:
    """Publish a long read under a long headline, with six names over it."""
    article = draft(
        by=writer, now=next(hours), headline=LONG_HEADLINE, body=LONG_READ, hero=hero, hero_alt="A bridge"
    )
    for place in range(2, 7):
        role = "in Skarholm" if place % 2 else ""
        Byline.objects.create(article=article, author=AuthorFactory.create(), role=role, position=place)
    edit(article, by=writer, now=next(hours), standfirst="Everything that is known.")
    actions.approve_text(article=article, actor=reviewer, now=next(hours), seen=article.head_id or 0)
    actions.publish(article=article, actor=reviewer, now=next(hours))
    return article


def _addresses(shown: dict[str, Article], withdrawn: Article, now: datetime) -> dict[str, str]:
    pages = {name: public(article, now).get_absolute_url() for name, article in shown.items()}
    return {
        "home": "/",
        "section": "/city/",
        "empty section": "/weather/",
        "topic": "/topics/harbour/",
        "author": "/authors/ada/",
        "corrections": "/corrections/",
        "follow": "/follow/",
        "about": "/about/",
        "search": "/search/?q=harbour",
        "search without words": "/search/",
        "search without results": "/search/?q=zeppelin",
        "search that is refused": "/search/?q=harbour&section=nope&since=junk",
        "archive": "/archive/",
        "day": f"/archive/{timezone.localtime(now):%Y/%m/%d}/",
        **pages,
        "how": f"{pages['article']}how/",
        "report": f"/report{pages['article']}",
        "gone": f"/{withdrawn.section.slug}/{withdrawn.slug}/",
        "not found": "/city/nothing-here/",
    }


def _masthead() -> None:
    Masthead.objects.filter(pk=1).update(
        name="The Veldhaven Courier",
        strapline="News from the harbour and the hills",
        responsible_editor="Cleo Varga",
        contact_email="desk@courier.example",
        corrections_policy="We correct what was wrong, at once and in sight.",
        summaries_policy="A machine drafts, a person checks.",
        principles="We say what we know and how we know it.",
        google_url="https://www.google.com/preferences/source?q=courier.example",
    )


def _opinion() -> Kind:
    made = {"name": "Opinion", "public_label": "Opinion"}
    return Kind.objects.get_or_create(slug="opinion", defaults=made)[0]


def _further_sections() -> Section:
    Section.objects.get_or_create(slug="weather", defaults={"name": "Weather", "position": 3})
    return Section.objects.get_or_create(slug="region", defaults={"name": "Region", "position": 2})[0]

"""The text of a version as pages and feeds show it: cuts, credits, names for what is set apart; the stored html stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from itertools import count

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext

from articles.html_walk import BOXES
from articles.press.pictures import IMAGE
from newsroom.images import whole_as
from newsroom.models.image import Image
from newsroom.templatetags import paper

Pictures = Mapping[str, Image]

SIZES = "(min-width: 42rem) 38rem, 100vw"
# One that is higher than wide would fill more than a window at full width.
TALL_SIZES = "(min-width: 30rem) 26rem, 100vw"
_FACTS = "fact-box"
# Every pattern below reads what our own sanitiser wrote: lower case, attributes in double quotes, closed.
_ALT = re.compile(r'\balt="([^"]*)"')
_FIGURE = re.compile(r"<figure>(.*?)</figure>|<p>\s*(<img\b[^>]*>)\s*</p>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_BOX = re.compile(rf'<aside class="({"|".join(BOXES)})">(.*?)</aside>', re.DOTALL)
_BOX_EDGE = re.compile(r"<(/?)aside\b[^>]*>")
_BOX_TITLE = re.compile(r"<(h[23])>")
_HEADING = re.compile(r"<aside\b.*?</aside>|<h2>(.*?)</h2>", re.DOTALL)
_TABLE_EDGE = re.compile(r"<(/?)table>")
_TITLED_TABLE = re.compile(r"<table>\s*<caption>")
_TABLE_TITLE = re.compile(r'(aria-labelledby="(table-\d+)"><table>\s*)<caption>')
_LOCAL_ADDRESS = re.compile(r'( (?:href|src)=")(/)')


@dataclass(frozen=True, slots=True)
class Heading:
    """A part of the text and where it starts."""

    anchor: str
    words: str


def for_page(html: str, pictures: Pictures) -> tuple[str, tuple[Heading, ...]]:
    """Return the text for the article's page, and its parts."""
    # Parts are counted while every box is still an aside: its title is none of them.
    shown, headings = _with_parts(_with_credits(html, pictures))
    return IMAGE.sub(partial(_picture, pictures), _with_tables(_with_boxes(shown))), headings


def for_feed(html: str, pictures: Pictures) -> str:
    """Return the text for readers of feeds, who know nothing of our classes, cuts and addresses without a host."""
    # Set off a box stays.
    shown = _BOX_EDGE.sub(r"<\1blockquote>", _with_credits(html, pictures))
    return _LOCAL_ADDRESS.sub(
        rf"\g<1>{settings.SITE_URL}\2", IMAGE.sub(partial(_plain_picture, pictures), shown)
    )


def _picture(pictures: Pictures, match: re.Match[str]) -> str:
    image = pictures.get(match[1])
    if image is None:
        return match[0].replace("<img ", '<img loading="lazy" ')
    shape, tall = whole_as((image.width, image.height)), image.height > image.width
    context = paper.picture(image, ratio=shape, sizes=TALL_SIZES if tall else SIZES, alt=_alt(match[0]))
    # One that waits for its cuts keeps its own shape as well.
    return render_to_string("_partials/picture.html", {**context, "uncut": False, "tall": tall}).strip()


def _plain_picture(pictures: Pictures, match: re.Match[str]) -> str:
    image = pictures.get(match[1])
    if image is None:
        return match[0]
    address, width, height = paper.fallback(image, whole_as((image.width, image.height)))
    return f'<img src="{address}" alt="{escape(_alt(match[0]))}" width="{width}" height="{height}">'


def _alt(tag: str) -> str:
    found = _ALT.search(tag)
    return unescape(found[1]) if found else ""


def _with_credits(html: str, pictures: Pictures) -> str:
    """Name who made each picture beneath it, unless its caption does."""
    if not pictures:
        return html

    def credited(match: re.Match[str]) -> str:
        inside = match[1] or match[2]
        used = (pictures.get(address) for address in IMAGE.findall(inside))
        caption = _CAPTION.search(inside)
        said = unescape(strip_tags(caption[1])) if caption else ""
        names = dict.fromkeys(image.credit for image in used if image and image.credit not in said)
        if not names:
            return match[0]
        line = escape(" · ".join(names))
        if caption is None or not said.strip():
            rest = _CAPTION.sub("", inside)
            return f'<figure>{rest}<figcaption><span class="credit alone">{line}</span></figcaption></figure>'
        named = f'<figcaption>{caption[1]} <span class="credit">{line}</span></figcaption>'
        return f"<figure>{inside.replace(caption[0], named)}</figure>"

    return _FIGURE.sub(credited, html)


def _with_boxes(html: str) -> str:
    """Make a landmark of a box of facts that has a title, and of nothing else: a quote repeats what the text says."""
    number = count(1)

    def named(match: re.Match[str]) -> str:
        kind, inside = match[1], match[2]
        if kind == _FACTS and _BOX_TITLE.search(inside):
            name = f"box-{next(number)}"
            titled = _BOX_TITLE.sub(rf'<\1 id="{name}">', inside, count=1)
            return f'<aside class="{kind}" aria-labelledby="{name}">{titled}</aside>'
        return f'<div class="{kind}">{inside}</div>'

    return _BOX.sub(named, html)


def _with_tables(html: str) -> str:
    """Put each table into a place that scrolls, that the keyboard reaches and that has a name."""
    depth = 0
    number = count(1)

    def edge(match: re.Match[str]) -> str:
        nonlocal depth
        depth += -1 if match[1] else 1
        if match[1]:
            return match[0] if depth else "</table></div>"
        if depth > 1:
            return match[0]
        titled = _TITLED_TABLE.match(html, match.start())
        name = _table_name(next(number), titled=bool(titled))
        return f'<div class="scroll" role="group" tabindex="0" {name}><table>'

    return _TABLE_TITLE.sub(r'\1<caption id="\2">', _TABLE_EDGE.sub(edge, html))


def _table_name(number: int, *, titled: bool) -> str:
    if titled:
        return f'aria-labelledby="table-{number}"'
    words = gettext("Table %(number)s") % {"number": number}
    return f'aria-label="{escape(words)}"'


def _with_parts(html: str) -> tuple[str, tuple[Heading, ...]]:
    """Give each h2 an id, so that the list of contents and readers' links have something to point at."""
    found: list[Heading] = []

    def named(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        found.append(Heading(anchor=f"part-{len(found) + 1}", words=unescape(strip_tags(match[1]))))
        return f'<h2 id="{found[-1].anchor}">{match[1]}</h2>'

    return _HEADING.sub(named, html), tuple(found)

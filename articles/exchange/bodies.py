"""Turns the body of a record into the HTML of an article: Markdown, links between stories, and what has to be refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from markdown_it import MarkdownIt

from articles import markup
from articles.exchange.boxes import boxes_plugin
from articles.exchange.faults import Unfit
from articles.exchange.records import Record

# Raw HTML in Markdown is shown as the characters it is.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table").use(boxes_plugin)
_STORY: Final = re.compile(r"""(\bhref\s*=\s*)(?:"story:([^"]*)"|'story:([^']*)')""", re.IGNORECASE)
_FOREIGN_PICTURE: Final = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']?(?!["']?/[^/\\])[^>]*""", re.IGNORECASE)
# A picture alone in its paragraph is a figure; what Markdown calls its title is the caption.
_LONE_PICTURE: Final = re.compile(r'<p>(<img src="[^"]*" alt="[^"]*"(?: title="([^"]*)")? />)</p>')
_HEADING: Final = re.compile(r"(</?h)([1456])\b", re.IGNORECASE)


def stories_linked_in(record: Record) -> set[str]:
    """Return the ids that the body links to as ``story:ID``; a body that cannot be read links to nothing."""
    try:
        html = _html(record)
    except Unfit:
        return set()
    return {found[2] or found[3] or "" for found in _STORY.finditer(html)}


def html_of(record: Record, addresses: Mapping[str, str]) -> str:
    """Return the clean body; ``addresses`` leads from story ids to addresses. Raises Unfit."""
    html = _html(record)
    if _FOREIGN_PICTURE.search(html):
        raise Unfit(
            "the body shows a picture from elsewhere; only “image” is imported, put others in on the desk"
        )
    unknown = sorted(stories_linked_in(record) - set(addresses))
    if unknown:
        raise Unfit(f"the body links to story:{unknown[0]}, which is neither in this import nor here")
    linked = _STORY.sub(lambda found: f'{found[1]}"{addresses[found[2] or found[3] or ""]}"', html)
    try:
        clean = markup.sanitise(linked)
    except markup.MarkupError as error:
        raise Unfit(f"the body cannot be taken: {error}") from error
    if not markup.plain(clean):
        raise Unfit("the body has no words")
    return clean


def _html(record: Record) -> str:
    html = record.body if record.is_html else _LONE_PICTURE.sub(_figure, str(_MARKDOWN.render(record.body)))
    # An article has headings of two levels under its headline; others become the nearest of these.
    return _HEADING.sub(lambda found: found[1] + ("2" if found[2] == "1" else "3"), html)


def _figure(found: re.Match[str]) -> str:
    caption = f"<figcaption>{found[2]}</figcaption>" if found[2] else ""
    return f"<figure>{found[1]}{caption}</figure>"

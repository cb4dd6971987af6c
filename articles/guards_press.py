"""Guards of what is public: versions, their notes and addresses; the other half of articles.guards."""

from __future__ import annotations

from articles.guards import NOT_CANCELLED, SAME_WORDS
from newsroom.guards import AppendOnly, Rule, Words, register

_VERSION = "articles_publishedversion"


def _differs_from_its_revision(words: Words) -> str:
    revision = (
        "SELECT 1 FROM articles_revision AS r WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id "
        f"AND r.digest = NEW.digest AND {words.sha256('r.canonical')} = NEW.digest "
        f"AND r.html = NEW.html AND r.text = NEW.text AND {SAME_WORDS} "
        "AND r.bylines = NEW.bylines AND r.sources = NEW.sources"
    )
    return f"NOT EXISTS ({revision})"


def _text_is_not_approved(words: Words) -> str:
    review = (
        "SELECT 1 FROM articles_review AS v WHERE v.id = NEW.review_id AND v.revision_id = NEW.revision_id "
        "AND v.text_answer = 'yes' AND v.revision_digest = NEW.digest"
    )
    return f"NEW.basis = 'reviewed' AND NOT EXISTS ({review})"


def _approval_is_not_enough(words: Words) -> str:
    people = (
        "SELECT COUNT(DISTINCT v.reviewer_id) FROM articles_review AS v "
        "WHERE v.revision_id = NEW.revision_id AND v.text_answer = 'yes'"
    )
    wanted = "SELECT k.reviews FROM articles_kind AS k WHERE k.id = NEW.kind_id"
    later_no = (
        "SELECT 1 FROM articles_review AS v WHERE v.revision_id = NEW.revision_id AND v.id > NEW.review_id "
        "AND v.text_answer = 'no'"
    )
    # A note under a story, or its return, asks nobody again to read it: the kind may want more readers by now. What
    # readers see until this moment may go on even when somebody refused it since; to take it off is another act.
    earlier = f"SELECT 1 FROM {_VERSION} AS p WHERE p.revision_id = NEW.revision_id AND p.basis = 'reviewed'"
    again = f"{earlier} AND p.public_from <= NEW.public_from AND ({NOT_CANCELLED} OR p.public_from = NEW.public_from)"
    goes_on = (
        f"{earlier} AND p.public_from < p.public_until AND p.public_until = NEW.public_from "
        "AND p.end_reason = 'replaced'"
    )
    too_few = f"({people}) < ({wanted}) AND NOT EXISTS ({again})"
    refused = f"EXISTS ({later_no}) AND NOT EXISTS ({goes_on})"
    return f"NEW.basis = 'reviewed' AND (({too_few}) OR ({refused}))"


def _box_is_not_approved(words: Words) -> str:
    review = (
        "SELECT 1 FROM articles_review AS v JOIN articles_revision AS r ON r.id = v.revision_id "
        "WHERE v.id = NEW.review_id AND v.revision_id = NEW.revision_id AND v.quick_take_id = NEW.quick_take_id "
        f"AND v.quick_take_answer = 'yes' AND v.bullets = NEW.bullets "
        f"AND v.quick_take_digest = {words.sha256('NEW.bullets')} "
        f"AND NOT {words.has('r.contributors', 'v.reviewer_id')}"
    )
    return f"NEW.quick_take_id IS NOT NULL AND NOT EXISTS ({review})"


def _box_was_refused_later(words: Words) -> str:
    return (
        "NEW.quick_take_id IS NOT NULL AND EXISTS (SELECT 1 FROM articles_review AS v "
        "WHERE v.revision_id = NEW.revision_id AND v.id > NEW.review_id AND v.quick_take_answer = 'no')"
    )


def _overlap(words: Words, *, itself: str) -> str:
    def end(row: str) -> str:
        return f"COALESCE({row}.public_until, {words.far})"

    return (
        f"NEW.public_from < {end('NEW')} AND EXISTS (SELECT 1 FROM {_VERSION} AS o "
        f"WHERE o.article_id = NEW.article_id {itself} AND o.public_from < {end('o')} "
        f"AND o.public_from < {end('NEW')} AND NEW.public_from < {end('o')})"
    )


def _before_the_embargo(words: Words) -> str:
    # What is public already (its own earlier version) may be corrected, hidden and shown again meanwhile.
    known = f"SELECT 1 FROM {_VERSION} AS o WHERE o.revision_id = NEW.revision_id AND o.public_from < NEW.public_from"
    return (
        "EXISTS (SELECT 1 FROM articles_article AS a WHERE a.id = NEW.article_id "
        f"AND a.embargo_until > NEW.public_from) AND NOT EXISTS ({known})"
    )


def _first_publication_moved(words: Words) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {_VERSION} AS o WHERE o.article_id = NEW.article_id "
        "AND o.published_at <> NEW.published_at AND o.public_from <= NEW.public_from "
        f"AND o.public_from < COALESCE(o.public_until, {words.far}))"
    )


def _ends_otherwise(words: Words) -> str:
    # Only what the next version was to replace may go on, when that one is taken off the schedule.
    longer = "NEW.public_until IS NULL OR NEW.public_until > OLD.public_until"
    return (
        "OLD.public_until IS NOT NULL AND ("
        f"(OLD.end_reason <> 'replaced' AND ({longer} OR NEW.end_reason <> OLD.end_reason)) "
        "OR (OLD.end_reason <> '' AND NEW.end_reason = '' AND NEW.public_until IS NOT NULL))"
    )


def _author_is_not_in_the_byline(words: Words) -> str:
    named = words.has_object("p.bylines", "author", "NEW.author_id")
    return f"NOT EXISTS (SELECT 1 FROM {_VERSION} AS p WHERE p.id = NEW.publishedversion_id AND {named})"


def _topic_was_not_given(words: Words) -> str:
    given = "SELECT 1 FROM articles_article_topics AS t WHERE t.article_id = p.article_id AND t.topic_id = NEW.topic_id"
    before = (
        f"SELECT 1 FROM {_VERSION} AS b JOIN {_VERSION}_topics AS t ON t.publishedversion_id = b.id "
        "WHERE b.article_id = p.article_id AND t.topic_id = NEW.topic_id"
    )
    return (
        f"NOT EXISTS (SELECT 1 FROM {_VERSION} AS p WHERE p.id = NEW.publishedversion_id "
        f"AND (EXISTS ({given}) OR EXISTS ({before})))"
    )


def _picture_is_not_in_the_text(words: Words) -> str:
    shown = "SELECT 1 FROM newsroom_image AS i WHERE i.id = NEW.image_id AND p.html LIKE '%' || i.file || '%'"
    return f"NOT EXISTS (SELECT 1 FROM {_VERSION} AS p WHERE p.id = NEW.publishedversion_id AND EXISTS ({shown}))"


def _note_is_not_in_the_version(words: Words) -> str:
    note = (
        f"SELECT 1 FROM {words.each('p.corrections')} WHERE {words.item('kind')} = NEW.kind "
        f"AND {words.item('note')} = NEW.note AND {words.same_moment(words.item('at'), 'NEW.at')}"
    )
    version = f"p.id = NEW.version_id AND p.article_id = NEW.article_id AND EXISTS ({note})"
    return f"NOT EXISTS (SELECT 1 FROM {_VERSION} AS p WHERE {version})"


register(
    AppendOnly(
        "version_append_only",
        _VERSION,
        "A version is immutable: publish the next one.",
        mutable=("public_until", "end_reason", "quick_take_hidden_at"),
    ),
    AppendOnly("version_authors", f"{_VERSION}_authors", "A version is immutable."),
    AppendOnly("version_topics", f"{_VERSION}_topics", "A version is immutable."),
    AppendOnly("version_pictures", f"{_VERSION}_pictures", "A version is immutable."),
    AppendOnly(
        "correction_append_only", "articles_correction", "A public note is never changed: add another."
    ),
    AppendOnly(
        "address_append_only",
        "articles_address",
        "An address belongs to its story for ever.",
        mutable=("no_index",),
    ),
    Rule(
        "version_author_named",
        f"{_VERSION}_authors",
        "INSERT",
        _author_is_not_in_the_byline,
        "A version is by those in its byline.",
    ),
    Rule(
        "version_topic_given",
        f"{_VERSION}_topics",
        "INSERT",
        _topic_was_not_given,
        "A version is about what its story is about.",
        scan=False,
    ),
    Rule(
        "version_picture_shown",
        f"{_VERSION}_pictures",
        "INSERT",
        _picture_is_not_in_the_text,
        "A version shows the pictures that are in its text.",
    ),
    Rule(
        "correction_in_version",
        "articles_correction",
        "INSERT",
        _note_is_not_in_the_version,
        "A public note stands in the version that carries it.",
    ),
    Rule(
        "version_ended",
        _VERSION,
        "UPDATE",
        _ends_otherwise,
        "What was withdrawn or taken off the schedule comes back as the next version.",
        scan=False,
    ),
    Rule(
        "version_words",
        _VERSION,
        "INSERT",
        _differs_from_its_revision,
        "A version says exactly what its revision says.",
    ),
    Rule("version_text", _VERSION, "INSERT", _text_is_not_approved, "Nobody approved this text."),
    Rule(
        "version_enough",
        _VERSION,
        "INSERT",
        _approval_is_not_enough,
        "This kind of story needs more people to approve its text, or somebody refused it since.",
        scan=False,
    ),
    Rule("version_box", _VERSION, "INSERT", _box_is_not_approved, "Nobody approved exactly these bullets."),
    Rule(
        "version_box_later",
        _VERSION,
        "INSERT",
        _box_was_refused_later,
        "A later review refused this Quick Take.",
        scan=False,
    ),
    Rule(
        "version_one_new",
        _VERSION,
        "INSERT",
        lambda words: _overlap(words, itself=""),
        "Only one version of a story is public at a time.",
        scan=False,
    ),
    Rule(
        "version_one",
        _VERSION,
        "UPDATE",
        lambda words: _overlap(words, itself="AND o.id <> NEW.id"),
        "Only one version of a story is public at a time.",
    ),
    Rule(
        "version_embargo", _VERSION, "INSERT", _before_the_embargo, "The story is under embargo.", scan=False
    ),
    Rule(
        "version_published_at",
        _VERSION,
        "INSERT",
        _first_publication_moved,
        "The date of first publication never moves.",
        scan=False,
    ),
)

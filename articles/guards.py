"""Guards of stories: what the database refuses whoever asks; see newsroom.guards for how they get there."""

from __future__ import annotations

from newsroom.guards import AppendOnly, Rule, Words, register

SAME_WORDS = (
    "r.headline = NEW.headline AND r.standfirst = NEW.standfirst AND r.hero_alt = NEW.hero_alt "
    "AND r.hero_caption = NEW.hero_caption AND COALESCE(r.hero_id, 0) = COALESCE(NEW.hero_id, 0)"
)


def _text_is_not_the_heads(words: Words) -> str:
    head = (
        "SELECT 1 FROM articles_revision AS r WHERE r.id = NEW.head_id AND r.article_id = NEW.id "
        f"AND r.number = NEW.version AND r.body = NEW.body AND {SAME_WORDS}"
    )
    return f"NEW.head_id IS NOT NULL AND NOT EXISTS ({head})"


def _reviewed_without_review(words: Words) -> str:
    review = "SELECT 1 FROM articles_review AS v WHERE v.revision_id = NEW.head_id AND v.text_answer = 'yes'"
    return f"NEW.stage = 'reviewed' AND NOT EXISTS ({review})"


def _published_without_version(words: Words) -> str:
    version = "SELECT 1 FROM articles_publishedversion AS p WHERE p.revision_id = NEW.head_id"
    return f"NEW.stage = 'published' AND NOT EXISTS ({version})"


register(
    Rule(
        "article_starts_as_draft",
        "articles_article",
        "INSERT",
        lambda words: "NEW.head_id IS NOT NULL OR NEW.version <> 0 OR NEW.stage <> 'draft'",
        "A new article is a draft without revisions: save it with actions.save_revision.",
        scan=False,
    ),
    Rule(
        "article_text_is_heads",
        "articles_article",
        "UPDATE",
        _text_is_not_the_heads,
        "An article says what its head revision says: change it with actions.save_revision.",
    ),
    Rule(
        "article_goes_forward",
        "articles_article",
        "UPDATE",
        lambda words: (
            "NEW.id <> OLD.id OR NEW.version < OLD.version OR (OLD.head_id IS NOT NULL AND NEW.head_id IS NULL)"
        ),
        "An article's history only grows.",
        scan=False,
    ),
    Rule(
        "article_reviewed",
        "articles_article",
        "UPDATE",
        _reviewed_without_review,
        "Nobody approved the text of this article.",
    ),
    Rule(
        "article_published",
        "articles_article",
        "UPDATE",
        _published_without_version,
        "This text of the article was never published.",
    ),
)


def _digest_is_wrong(words: Words) -> str:
    return (
        f"{words.sha256('NEW.canonical')} <> NEW.digest "
        f"OR {words.member('NEW.canonical', 'text')} <> NEW.text "
        f"OR {words.member('NEW.canonical', 'headline')} <> NEW.headline "
        f"OR {words.member('NEW.canonical', 'standfirst')} <> NEW.standfirst"
    )


def _contributors_are_lost(words: Words) -> str:
    # The slate is clean once the previous text was both read by a second person and published.
    read = (
        "SELECT 1 FROM articles_review AS v WHERE v.revision_id = NEW.previous_id AND v.text_answer = 'yes'"
    )
    out = "SELECT 1 FROM articles_publishedversion AS p WHERE p.revision_id = NEW.previous_id"
    kept = words.covers("NEW.contributors", "b4.contributors")
    lost = f"SELECT 1 FROM articles_revision AS b4 WHERE b4.id = NEW.previous_id AND NOT {kept}"
    return f"EXISTS ({lost}) AND NOT (EXISTS ({read}) AND EXISTS ({out}))"


register(
    AppendOnly("revision_append_only", "articles_revision", "Revisions are append-only."),
    Rule(
        "revision_digest",
        "articles_revision",
        "INSERT",
        _digest_is_wrong,
        "The revision's digest is not that of its words.",
    ),
    Rule(
        "revision_contributor",
        "articles_revision",
        "INSERT",
        lambda words: f"NEW.material AND NOT {words.has('NEW.contributors', 'NEW.saved_by_id')}",
        "Whoever makes a material change is a contributor.",
    ),
    Rule(
        "revision_contributors_stay",
        "articles_revision",
        "INSERT",
        _contributors_are_lost,
        "Contributors stay until a version that somebody read is out.",
    ),
    Rule(
        "revision_follows",
        "articles_revision",
        "INSERT",
        lambda words: (
            "NOT (NEW.previous_id IS NULL AND NEW.number = 1) AND NOT EXISTS (SELECT 1 FROM articles_revision AS r "
            "WHERE r.id = NEW.previous_id AND r.article_id = NEW.article_id AND r.number = NEW.number - 1)"
        ),
        "A revision follows the one before it.",
    ),
)

_FROZEN = "A Quick Take is frozen once a review names it."
_NAMED = "EXISTS (SELECT 1 FROM articles_review AS v WHERE v.quick_take_id = {0})"
_NAMED_BY_BULLET = (
    "EXISTS (SELECT 1 FROM articles_review AS v JOIN articles_bullet AS b ON b.quick_take_id = v.quick_take_id "
    "WHERE b.id = {0})"
)

register(
    AppendOnly("quicktake_frozen", "articles_quicktake", _FROZEN, only_when=_NAMED.format("OLD.id")),
    AppendOnly("bullet_frozen", "articles_bullet", _FROZEN, only_when=_NAMED.format("OLD.quick_take_id")),
    AppendOnly(
        "finding_frozen", "articles_finding", _FROZEN, only_when=_NAMED_BY_BULLET.format("OLD.bullet_id")
    ),
    *(
        Rule(
            f"{table}_not_{verb}",
            f"articles_{table}",
            event,
            lambda words, condition=condition: condition,  # type: ignore[misc]
            _FROZEN,
            scan=False,
        )
        for table, condition in (
            ("bullet", _NAMED.format("NEW.quick_take_id")),
            ("finding", _NAMED_BY_BULLET.format("NEW.bullet_id")),
        )
        for verb, event in (("added", "INSERT"), ("moved", "UPDATE"))
    ),
)


def _bound_to_another_text(words: Words) -> str:
    revision = (
        "SELECT 1 FROM articles_revision AS r WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id "
        f"AND r.digest = NEW.revision_digest AND {words.sha256('r.canonical')} = NEW.revision_digest"
    )
    other = "SELECT 1 FROM articles_quicktake AS q WHERE q.id = NEW.quick_take_id AND q.revision_id <> NEW.revision_id"
    return f"NOT EXISTS ({revision}) OR EXISTS ({other})"


def _reviews_own_text(words: Words) -> str:
    contributor = words.has("r.contributors", "NEW.reviewer_id")
    return (
        "NEW.text_answer = 'yes' AND EXISTS (SELECT 1 FROM articles_revision AS r "
        f"WHERE r.id = NEW.revision_id AND {contributor})"
    )


def _bullets_are_not_the_kept_ones(words: Words) -> str:
    kept = "FROM articles_bullet AS b WHERE b.quick_take_id = NEW.quick_take_id AND b.verdict = 'accepted'"
    same = f"b.text = {words.item('text')} AND b.origin = {words.item('origin')}"
    each = words.each("NEW.bullets")
    return (
        f"{words.sha256('NEW.bullets')} <> NEW.quick_take_digest OR (NEW.quick_take_answer = 'yes' AND ("
        f"{words.count('NEW.bullets')} <> (SELECT COUNT(*) {kept}) "
        f"OR EXISTS (SELECT 1 FROM {each} WHERE NOT EXISTS (SELECT 1 {kept} AND {same})) "
        f"OR EXISTS (SELECT 1 {kept} AND NOT EXISTS (SELECT 1 FROM {each} WHERE {same})) "
        "OR EXISTS (SELECT 1 FROM articles_bullet AS o WHERE o.quick_take_id = NEW.quick_take_id "
        "AND o.verdict IN ('undecided', 'look_again'))))"
    )


def _carried_over_a_material_change(words: Words) -> str:
    earlier = (
        "SELECT 1 FROM articles_review AS v JOIN articles_revision AS r ON r.previous_id = v.revision_id "
        "WHERE v.id = NEW.carried_from_id AND r.id = NEW.revision_id AND NOT r.material "
        "AND v.reviewer_id = NEW.reviewer_id AND v.text_answer = 'yes' "
        "AND (v.quick_take_answer = 'yes' OR NEW.quick_take_answer <> 'yes')"
    )
    return f"NEW.carried_from_id IS NOT NULL AND NOT EXISTS ({earlier})"


register(
    AppendOnly("review_append_only", "articles_review", "Reviews are append-only."),
    Rule(
        "review_text",
        "articles_review",
        "INSERT",
        _bound_to_another_text,
        "The review does not name the text that it is of.",
    ),
    Rule(
        "review_four_eyes",
        "articles_review",
        "INSERT",
        _reviews_own_text,
        "Nobody approves a text they worked on.",
    ),
    Rule(
        "review_bullets",
        "articles_review",
        "INSERT",
        _bullets_are_not_the_kept_ones,
        "The approved bullets are not those that were decided on.",
    ),
    Rule(
        "review_carried",
        "articles_review",
        "INSERT",
        _carried_over_a_material_change,
        "An approval is carried only over a change that is not material.",
    ),
)

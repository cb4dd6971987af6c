"""Guards of stories: what the database refuses whoever asks; see newsroom.guards for how they get there."""

from __future__ import annotations

from newsroom.guards import AppendOnly, Rule, Words, register

SAME_WORDS = (
    "r.headline = NEW.headline AND r.standfirst = NEW.standfirst AND r.hero_alt = NEW.hero_alt "
    "AND r.hero_caption = NEW.hero_caption AND COALESCE(r.hero_id, 0) = COALESCE(NEW.hero_id, 0)"
)

NOT_CANCELLED = "p.end_reason <> 'cancelled'"


def _text_is_not_the_heads(words: Words) -> str:
    head = (
        "SELECT 1 FROM articles_revision AS r WHERE r.id = NEW.head_id AND r.article_id = NEW.id "
        f"AND r.number = NEW.version AND r.body = NEW.body AND {SAME_WORDS}"
    )
    return f"NEW.head_id IS NOT NULL AND NOT EXISTS ({head})"


def _reviewed_without_review(words: Words) -> str:
    # The newest answer counts: a text that was refused since is no reviewed one.
    newest = "SELECT v.text_answer FROM articles_review AS v WHERE v.revision_id = NEW.head_id ORDER BY v.id DESC LIMIT 1"
    return f"NEW.stage = 'reviewed' AND COALESCE(({newest}), 'not_asked') <> 'yes'"


def _published_without_version(words: Words) -> str:
    version = (
        f"SELECT 1 FROM articles_publishedversion AS p WHERE p.revision_id = NEW.head_id AND {NOT_CANCELLED}"
    )
    return f"NEW.stage = 'published' AND NOT EXISTS ({version})"


register(
    AppendOnly(
        "article_stays", "articles_article", "A story is put on the spike and never removed.", mutable=None
    ),
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
    # A part that the canonical form leaves out is NULL there and differs as well.
    told = (
        words.differ(words.member("NEW.canonical", name), f"NEW.{name}")
        for name in ("text", "headline", "standfirst")
    )
    return " OR ".join([f"{words.sha256('NEW.canonical')} <> NEW.digest", *told])


def _contributors_are_lost(words: Words) -> str:
    # The slate is clean once the previous text was both read by a second person and published.
    read = (
        "SELECT 1 FROM articles_review AS v WHERE v.revision_id = NEW.previous_id AND v.text_answer = 'yes' "
        "AND NOT EXISTS (SELECT 1 FROM articles_review AS n WHERE n.revision_id = v.revision_id AND n.id > v.id "
        "AND n.text_answer = 'no')"
    )
    out = f"SELECT 1 FROM articles_publishedversion AS p WHERE p.revision_id = NEW.previous_id AND {NOT_CANCELLED}"
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
        "revision_first",
        "articles_revision",
        "INSERT",
        lambda words: "NEW.previous_id IS NULL AND NOT NEW.material",
        "A first revision is a material change by whoever saved it.",
    ),
    Rule(
        "revision_contributors_are_people",
        "articles_revision",
        "INSERT",
        lambda words: f"NOT {words.integers('NEW.contributors')}",
        "Contributors are a list of people's keys.",
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
    Rule(
        "bullet_machine_text",
        "articles_bullet",
        "UPDATE",
        # With the constraints on Bullet: the machine's words never pass for the newsroom's own.
        lambda words: "NEW.machine_text <> OLD.machine_text",
        "What the machine wrote stays beside what became of it.",
        scan=False,
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


def _kept(name: str) -> str:
    return f"articles_bullet AS {name} WHERE {name}.quick_take_id = NEW.quick_take_id AND {name}.verdict = 'accepted'"


def _bullets_are_not_the_kept_ones(words: Words) -> str:
    before = f"SELECT COUNT(*) FROM {_kept('c')} AND (c.position < b.position OR (c.position = b.position AND c.id < b.id))"
    same = (
        f"{words.has_just(('text', 'origin', 'evidence'))} AND ({before}) = {words.place()} "
        f"AND b.text = {words.item('text')} AND b.origin = {words.item('origin')} "
        f"AND {words.lists('evidence', 'b.evidence', 'sentence')}"
    )
    another = (
        f"SELECT 1 FROM {words.each('NEW.bullets')} WHERE NOT EXISTS (SELECT 1 FROM {_kept('b')} AND {same})"
    )
    undecided = (
        "SELECT 1 FROM articles_bullet AS o WHERE o.quick_take_id = NEW.quick_take_id "
        "AND o.verdict IN ('undecided', 'look_again')"
    )
    # CASE, because only it keeps PostgreSQL from counting what is no list.
    return (
        f"CASE WHEN {words.sha256('NEW.bullets')} <> NEW.quick_take_digest THEN 1=1 "
        "WHEN NEW.quick_take_answer <> 'yes' THEN 1=0 "
        f"WHEN NOT {words.is_array('NEW.bullets')} THEN 1=1 "
        f"ELSE {words.count('NEW.bullets')} <> (SELECT COUNT(*) FROM {_kept('b')}) "
        f"OR EXISTS ({another}) OR EXISTS ({undecided}) END"
    )


def _is_not_what_was_carried(words: Words) -> str:
    # The sentences that a bullet rests on may have moved; its words may not.
    twin = (
        f"SELECT 1 FROM {words.each('v.bullets', 'o')} WHERE {words.place('o')} = {words.place()} "
        f"AND {words.item('text', 'o')} = {words.item('text')} "
        f"AND {words.item('origin', 'o')} = {words.item('origin')}"
    )
    same_bullets = (
        f"{words.count('v.bullets')} = {words.count('NEW.bullets')} "
        f"AND NOT EXISTS (SELECT 1 FROM {words.each('NEW.bullets')} WHERE NOT EXISTS ({twin}))"
    )
    earlier = (
        "SELECT 1 FROM articles_review AS v JOIN articles_revision AS r ON r.previous_id = v.revision_id "
        "WHERE v.id = NEW.carried_from_id AND r.id = NEW.revision_id AND NOT r.material "
        "AND v.reviewer_id = NEW.reviewer_id AND v.text_answer = NEW.text_answer AND v.text_answer = 'yes' "
        f"AND ((v.quick_take_answer = NEW.quick_take_answer AND {same_bullets}) "
        "OR (v.quick_take_answer = 'yes' AND NEW.quick_take_answer = 'not_asked'))"
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
        _is_not_what_was_carried,
        "An approval is carried as it was given, and only over a change that is not material.",
    ),
)

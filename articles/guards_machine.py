"""Guards of what machines write: prompts, the bill, and findings that nobody answered; wording and bullets are guards.py."""

from __future__ import annotations

from newsroom.guards import AppendOnly, Rule, Words, register


def _finding_unanswered(words: Words) -> str:
    blocking = (
        "SELECT 1 FROM articles_finding AS f JOIN articles_bullet AS b ON b.id = f.bullet_id "
        "WHERE b.quick_take_id = NEW.quick_take_id AND b.verdict = 'accepted' "
        "AND f.severity = 'block' AND f.override_reason = ''"
    )
    return f"NEW.quick_take_answer = 'yes' AND EXISTS ({blocking})"


register(
    AppendOnly(
        "prompt_append_only", "articles_prompt", "A prompt is never edited: the next version supersedes it."
    ),
    AppendOnly(
        "model_call_append_only", "articles_modelcall", "What was asked of a model stays on the bill."
    ),
    Rule(
        "prompt_digest",
        "articles_prompt",
        "INSERT",
        lambda words: f"{words.sha256('NEW.text')} <> NEW.digest",
        "The prompt's digest is not that of its text.",
    ),
    Rule(
        "review_findings",
        "articles_review",
        "INSERT",
        _finding_unanswered,
        "A finding that blocks was neither mended nor answered.",
        # Reviews of earlier releases were given under other checks.
        scan=False,
    ),
)

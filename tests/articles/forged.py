"""Rows that nobody made through actions, for the guards to refuse; unsaved."""

from articles.actions.compose import compose
from articles.models.review import Answer, Review


def review_of(article, reviewer, now, **changes):
    """Return an unsaved review that says yes to the text."""
    values = {
        "article": article,
        "revision": article.head,
        "revision_digest": article.head.digest,
        "text_answer": Answer.YES,
        "reviewer": reviewer,
        "reviewer_name": str(reviewer),
        "reviewer_role": "Editor",
        "at": now,
        **changes,
    }
    return Review(**values)


def version_of(article, now, **changes):
    """Return an unsaved version of the head as publish would make it, then changed."""
    review = Review.objects.of(article.head_id).first()
    box = review.quick_take if review is not None and review.quick_take_answer == Answer.YES else None
    version = compose(article=article, revision=article.head, now=now, quick_take=box, review=review)
    version.number = 99
    for name, value in changes.items():
        setattr(version, name, value)
    return version

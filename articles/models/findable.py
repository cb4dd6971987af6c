"""What of a published version can be searched for, as words that every database compares alike; asking is in press."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from modelsearch import index

from newsroom.search_words import keys

# Stands between two fields, so that no phrase begins in one and ends in the other.
_BREAK = " zz0 "
# Signs of a text that are indexed, some 16,000 words. PostgreSQL refuses a text with more than a megabyte of different
# words, and no story may be held up by its index.
_MOST_SIGNS = 100_000
_MOST_SIGNS_ABOVE = 2_000


class Findable(index.Indexed):  # type: ignore[misc]
    """Fields of the search index.

    ``search_points`` is apart because a Quick Take may be hidden in a second, and then nobody may find a story by it:
    the question leaves that column out at once, whatever the index says.
    """

    if TYPE_CHECKING:
        headline: str
        standfirst: str
        text: str
        bylines: list[dict[str, Any]]
        bullets: str
        topics: Any

    # Publishing indexes in its own transaction; a signal with a task behind it would come too late.
    search_auto_update = False
    search_fields = (
        index.SearchField("title"),
        index.SearchField("search_text"),
        index.AutocompleteField("search_points"),
    )

    @property
    def title(self) -> str:
        """The headline; words found in it weigh more."""
        return keys(self.headline)

    @property
    def search_text(self) -> str:
        """All that readers see of the story but its Quick Take."""
        names = [byline["name"] for byline in self.bylines]
        topics = [topic.name for topic in self.topics.all()]
        return _BREAK.join(
            map(
                keys,
                (
                    self.headline,
                    *names,
                    *topics,
                    self.standfirst[:_MOST_SIGNS_ABOVE],
                    self.text[:_MOST_SIGNS],
                ),
            )
        )

    @property
    def search_points(self) -> str:
        """The bullets, and the headline over them; empty without a Quick Take."""
        texts = [bullet["text"] for bullet in json.loads(self.bullets)]
        return _BREAK.join(map(keys, (self.headline, *texts))) if texts else ""

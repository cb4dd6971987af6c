"""Who has a story open right now; a courtesy between colleagues, never a lock."""

from __future__ import annotations

from django.db import models


class Place(models.TextChoices):
    """Where on the desk a story is open."""

    WRITE = "write", "writing"
    REVIEW = "review", "reviewing"


class Presence(models.Model):
    """A person at a story: open ``since``, last heard of at ``seen_at``."""

    person = models.ForeignKey("newsroom.User", on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=6, choices=Place)
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["article", "person", "place"], name="presence_once_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.person} is {self.get_place_display()} since {self.since:%H:%M}"

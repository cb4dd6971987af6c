"""Every address that a story ever had: gives 301, 410 and uniqueness; not the address that is current."""

from __future__ import annotations

from django.db import models


class Address(models.Model):
    """(section, slug) belongs to one article for ever; reserved at publication or schedule."""

    section = models.ForeignKey("articles.Section", on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=120)
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    reserved_at = models.DateTimeField()
    # The article's wish, repeated for the press, which reads no desk table; unlike a version it may change at any time.
    no_index = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "addresses"
        constraints = (models.UniqueConstraint(fields=["section", "slug"], name="address_once"),)

    def __str__(self) -> str:
        return self.slug

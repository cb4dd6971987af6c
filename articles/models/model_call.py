"""One row for each request to a model's server: what budgets, the circuit breaker and the bill are counted from."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Sum


class ModelCallQuerySet(models.QuerySet["ModelCall"]):
    """Requests by what they cost and how they ended."""

    def since(self, moment: datetime) -> Self:
        """Requests made at ``moment`` or later."""
        return self.filter(at__gte=moment)

    def spent(self) -> Decimal:
        """Return what they cost together."""
        return self.aggregate(total=Sum("cost"))["total"] or Decimal()


class ModelCall(models.Model):
    """``fault`` is empty when an answer of use came; ``cost`` is in the currency of the price list, ``seconds`` wall time."""

    job = models.ForeignKey(
        "articles.SummaryJob", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    section = models.ForeignKey("articles.Section", on_delete=models.PROTECT, related_name="+")
    model = models.CharField(max_length=120)
    fault = models.CharField(max_length=40, blank=True)
    request = models.CharField(max_length=120, blank=True)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    cost = models.DecimalField(max_digits=12, decimal_places=6, default=Decimal())
    seconds = models.FloatField(default=0)
    at = models.DateTimeField()

    objects = ModelCallQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["section", "at"], name="call_budget"),
            models.Index(fields=["model", "-at"], name="call_breaker"),
        )

    def __str__(self) -> str:
        return f"{self.model} at {self.at:%Y-%m-%d %H:%M}: {self.fault or 'answered'}"

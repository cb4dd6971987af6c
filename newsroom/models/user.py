"""A person with a desk account; not an author (a byline may have no account) and not a role."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models


class Scheme(models.TextChoices):
    """Colour scheme of the desk."""

    SYSTEM = "system", "As the system"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class Mail(models.TextChoices):
    """Which notices are mailed as well."""

    ALL = "all", "Everything the bell tells"
    MINE = "mine", "What is asked of me: reviews, returned stories, mentions"
    NONE = "none", "Nothing"


class User(AbstractUser):
    """Our own user from the first migration on: swapping Django's later is all but impossible."""

    scheme = models.CharField("colours", max_length=6, choices=Scheme, default=Scheme.SYSTEM)
    mail = models.CharField(max_length=4, choices=Mail, default=Mail.MINE)
    shortcuts = models.BooleanField("keyboard shortcuts", default=True)

    # What `newsroom.roles.roles_of` found, for the length of a request.
    _roles: Any

    def __str__(self) -> str:
        return self.get_full_name() or self.username

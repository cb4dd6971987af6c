"""After each migrate: the groups of the six roles with their permissions, and the Masthead row; nothing editorial."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_migrate

from newsroom.models.masthead import Masthead
from newsroom.roles import Role, permissions_of


def sync_roles(using: str = "default") -> None:
    """Make the six groups carry exactly the permissions of their roles."""
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for role in Role:
        group, _ = Group.objects.using(using).get_or_create(name=role.value)
        group.permissions.set([known[name] for name in permissions_of(role) if name in known])


def after_migrate(*, app_config: Any, using: str, **kwargs: Any) -> None:
    """Run once a migrate, at Django's own auth app: every app of ours has its tables by then."""
    if app_config.label != "auth":
        return
    for label in ("newsroom", "authors", "articles", "auth"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    sync_roles(using)
    Masthead.objects.using(using).get_or_create(pk=1)


def connect() -> None:
    """Listen to ``post_migrate``; called once from the app's ``ready``."""
    post_migrate.connect(after_migrate, dispatch_uid="newsroom.seeding")

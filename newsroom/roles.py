"""The six roles and what each may do; who a person is in them comes from the auth groups of the same names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_noop as _

if TYPE_CHECKING:
    from newsroom.models.user import User


class Role(TextChoices):
    """A role; the value is the name of its auth group."""

    CONTRIBUTOR = "contributor", _("Contributor")
    WRITER = "writer", _("Writer")
    PICTURE_EDITOR = "picture_editor", _("Picture editor")
    EDITOR = "editor", _("Editor")
    CHIEF = "chief", _("Chief")
    ADMINISTRATOR = "administrator", _("Administrator")


class Right(StrEnum):
    """Something a role may do; the rule book names one for each transition."""

    READ = "read"
    READ_OWN = "read_own"
    WRITE = "write"
    WRITE_OWN = "write_own"
    REVIEW = "review"
    SCHEDULE = "schedule"
    PUBLISH = "publish"
    CORRECT = "correct"
    PUBLISH_ALONE = "publish_alone"
    WITHDRAW = "withdraw"
    HIDE = "hide"
    REDACT = "redact"
    CONFIDE = "confide"
    WAIVE = "waive"
    BREAK_EMBARGO = "break_embargo"
    PICTURES = "pictures"
    WITHDRAW_PICTURES = "withdraw_pictures"
    TAXONOMY = "taxonomy"
    ACCOUNTS = "accounts"


_WRITER = frozenset({Right.READ, Right.READ_OWN, Right.WRITE, Right.WRITE_OWN, Right.PICTURES})
_EDITOR = _WRITER | {Right.REVIEW, Right.SCHEDULE, Right.PUBLISH, Right.CORRECT, Right.TAXONOMY}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CONTRIBUTOR: frozenset({Right.READ_OWN, Right.WRITE_OWN, Right.PICTURES}),
    Role.WRITER: _WRITER,
    Role.PICTURE_EDITOR: frozenset({Right.READ, Right.READ_OWN, Right.PICTURES, Right.WITHDRAW_PICTURES}),
    Role.EDITOR: _EDITOR,
    Role.CHIEF: _EDITOR
    | {
        Right.PUBLISH_ALONE,
        Right.WITHDRAW,
        Right.WITHDRAW_PICTURES,
        Right.HIDE,
        Right.REDACT,
        Right.BREAK_EMBARGO,
        # Who may know of what: confidential stories, and people held to sections.
        Right.CONFIDE,
        # Letting a story go on without an answer to its checklist.
        Right.WAIVE,
    },
    # Accounts are not editorial: an administrator cannot read a draft or pass one.
    Role.ADMINISTRATOR: frozenset({Right.ACCOUNTS}),
}

# What a role may do on Django's own permission checks (admin pages); editorial acts ask Right instead.
_DESK_MODELS = ("article", "section", "topic", "kind", "source")
GROUP_PERMISSIONS: dict[Right, tuple[str, ...]] = {
    Right.READ: tuple(
        f"articles.view_{name}" for name in (*_DESK_MODELS, "revision", "review", "publishedversion")
    ),
    Right.READ_OWN: (
        "articles.view_article",
        "articles.view_section",
        "articles.view_topic",
        "articles.view_kind",
    ),
    Right.WRITE: (
        "articles.add_article",
        "articles.change_article",
        "articles.add_source",
        "articles.change_source",
    ),
    Right.WRITE_OWN: ("articles.add_article", "articles.change_article"),
    Right.PICTURES: ("newsroom.view_image", "newsroom.add_image", "newsroom.change_image"),
    Right.TAXONOMY: (
        *(f"articles.{verb}_{name}" for verb in ("add", "change") for name in ("section", "topic", "source")),
        *(f"articles.{verb}_storytemplate" for verb in ("view", "add", "change")),
        *(f"authors.{verb}_author" for verb in ("view", "add", "change")),
        "newsroom.view_masthead",
        "newsroom.view_auditentry",
        "articles.view_prompt",
    ),
    # What leads to the fronts in the bar; the page itself asks for the right.
    Right.PUBLISH: ("articles.add_frontorder",),
    Right.REDACT: (
        "newsroom.change_masthead",
        "articles.add_kind",
        "articles.change_kind",
        "articles.add_prompt",
    ),
    Right.ACCOUNTS: (
        *(f"newsroom.{verb}_user" for verb in ("view", "add", "change")),
        "auth.view_group",
        # Not the audit log: it names headlines and bullets that are not public.
        "newsroom.view_masthead",
        "newsroom.change_masthead",
    ),
}


def permissions_of(role: Role) -> frozenset[str]:
    """Return the Django permissions (``app.codename``) that the role's group carries."""
    return frozenset(name for right in RIGHTS[role] for name in GROUP_PERMISSIONS.get(right, ()))


def roles_of(user: User | None) -> frozenset[Role]:
    """Return the roles of an active person; nobody and inactive people have none.

    A superuser is an administrator and nothing more: the flag is about the machine, not the paper.
    """
    if user is None or not user.is_active:
        return frozenset()
    if not hasattr(user, "_roles"):
        # All of them, so that groups which a list fetched ahead are not asked for again.
        names = {group.name for group in user.groups.all()}
        found = {role for role in Role if role.value in names}
        user._roles = frozenset(found | ({Role.ADMINISTRATOR} if user.is_superuser else set()))
    roles: frozenset[Role] = user._roles
    return roles


def rights_of(user: User | None) -> frozenset[Right]:
    """Return everything that the person's roles allow."""
    return frozenset(right for role in roles_of(user) for right in RIGHTS[role])

"""The desk's admin site and what its pages share; the models on it register elsewhere, stories in articles.desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.admin import AdminSite, ModelAdmin, display
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import BooleanField, Model, QuerySet, URLField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString

from newsroom import audit
from newsroom.models.audit import AuditEntry
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.roles import Right, permissions_of, rights_of, roles_of

if TYPE_CHECKING:
    _ModelAdmin = ModelAdmin[Any]
else:
    _ModelAdmin = ModelAdmin


def person_of(request: HttpRequest) -> User:
    """Return who is asking; pages of the desk are shown to people with an account only."""
    if not isinstance(request.user, User):
        raise TypeError("A desk page was asked for without an account.")
    return request.user


def rights_in(request: HttpRequest) -> frozenset[Right]:
    """Return what the person who is asking may do; nothing before they are logged in."""
    return rights_of(request.user if isinstance(request.user, User) else None)


def permitted(user: Any, permission: str) -> bool:
    """Say whether one of the person's roles carries a Django permission (``app.codename``).

    Django's own question answers yes for every superuser; here a superuser is an administrator and no more.
    """
    return any(permission in permissions_of(role) for role in roles_of(user))


def moment(value: datetime | None) -> str:
    """Say a moment in the newsroom's time."""
    return date_format(timezone.localtime(value), "H:i, j M Y") if value else "never"


def _yes_or_no(model: type[Model], column: Any) -> Any:
    """Return a column of words for a field that is true or false, and any other column as it is."""
    found = {field.name: field for field in model._meta.fields if isinstance(field, BooleanField)}
    if column not in found:
        return column

    @display(description=found[column].verbose_name, ordering=column)
    def words(row: Model) -> str:
        return "Yes" if getattr(row, column) else "No"

    words.__name__ = column
    return words


class WithoutIcons:
    """For model admins and inlines: fields that point elsewhere lose pencil, plus and eye, which have no words."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Build the field as Django does and switch its links off; a typed address means https."""
        if isinstance(db_field, URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        for name in ("add", "change", "view", "delete"):
            if field is not None and hasattr(field.widget, f"can_{name}_related"):
                setattr(field.widget, f"can_{name}_related", False)
        return field


class ByRole(WithoutIcons, _ModelAdmin):
    """A model on the desk: rights come from the roles, nothing is ever deleted, nothing is done in bulk."""

    actions = None
    view_on_site = False
    save_as = False

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Say yes and no in words, where Django would draw a sign for them."""
        return [_yes_or_no(self.model, column) for column in super().get_list_display(request)]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._permitted(request, "view") or self._permitted(request, "change")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._permitted(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._permitted(request, "change")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write to the audit log, in the place of Django's own log, which anybody could change."""
        self._record(request, obj, "add", message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write the names of the changed fields to the audit log, never their values: one may be a password."""
        self._record(request, obj, "change", message)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what the audit log knows of one row."""
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404
        if not self.has_view_permission(request, obj):
            raise PermissionDenied
        subject = f"{self.opts.model_name}:{obj.pk}"
        context = {
            **self.admin_site.each_context(request),
            "title": "History",
            "object": obj,
            "opts": self.opts,
            "entries": AuditEntry.objects.filter(subject=subject).order_by("-number")[:200],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "desk/row_history.html", context)

    def _record(self, request: HttpRequest, obj: Any, verb: str, message: Any) -> None:
        parts = message if isinstance(message, list) else []
        fields = [name for part in parts for name in part.get("changed", {}).get("fields", [])]
        with transaction.atomic():
            audit.record(
                actor=person_of(request),
                action=f"{verb}_{self.opts.model_name}",
                subject=f"{self.opts.model_name}:{obj.pk}",
                now=timezone.now(),
                data={"name": str(obj), **({"fields": fields} if fields else {})},
            )

    def _permitted(self, request: HttpRequest, verb: str) -> bool:
        return permitted(request.user, f"{self.opts.app_label}.{verb}_{self.opts.model_name}")


class DeskSite(AdminSite):
    """Django's admin under the newsroom's name.

    ``my_desk`` fills the first page, ``pages`` are further ones and ``unread`` counts what the bell has to tell and
    ``kept_from`` names what the audit log does not tell a person and ``subjects_named`` what it calls the rest; the app above sets them, because the house knows no
    article.
    """

    site_title = "Newsroom"
    site_header = "Newsroom"
    index_title = "My desk"
    enable_nav_sidebar = False
    my_desk: Callable[[HttpRequest], dict[str, Any]] | None = None
    unread: Callable[[HttpRequest], int] | None = None
    # (picture, who asks, now) → newsroom.pictures.Uses
    picture_uses: Callable[..., Any] | None = None
    kept_from: Callable[[User], QuerySet[Any, Any]] | None = None
    # (who asks, subjects) → subject: what it is called
    subjects_named: Callable[..., dict[str, SafeString]] | None = None
    pages: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = ()

    def get_urls(self) -> list[Any]:
        """Put the further pages (route, view, name) before Django's own.

        Without its way from any row's number to that row's public address: it asks nobody whether they may know of it.
        """
        more = [path(route, self.admin_view(view), name=name) for route, view, name in self.pages]
        own = [pattern for pattern in super().get_urls() if getattr(pattern, "name", "") != "view_on_site"]
        return [*more, *own]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Add the paper's name and the bell to what every desk page knows; neither is asked for unless it is shown."""
        return {
            **super().each_context(request),
            "masthead": SimpleLazyObject(Masthead.current),
            "unread": SimpleLazyObject(lambda: self.unread(request) if self.unread else 0),
        }

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show “My desk”."""
        desk = self.my_desk(request) if self.my_desk else {}
        return super().index(request, {**desk, **(extra_context or {})})

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Lead to “My desk”, where the shelves are: to people the house is not divided into apps."""
        return HttpResponseRedirect(reverse("admin:index"))

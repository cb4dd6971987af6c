"""The house's own models on the desk: people, roles, masthead, pictures and the audit log; no story."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib.admin import AdminSite, ModelAdmin, SimpleListFilter, display
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from newsroom import picture_tasks
from newsroom.admin import ByRole, moment, person_of
from newsroom.deeds import said
from newsroom.links import LinksField
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.pictures import ImageAdmin
from newsroom.roles import RIGHTS, Role


def role_name(name: str) -> str:
    """Say a role by the name of its group; a group that is none by its own."""
    return Role(name).label if name in Role.values else name


class RolesField(forms.ModelMultipleChoiceField[Group]):
    """Roles to tick."""

    def label_from_instance(self, obj: Group) -> str:
        return role_name(obj.name)


class RoleFilter(SimpleListFilter):
    """Chooses people by what they may do."""

    title = "role"
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [(role.value, role.label) for role in Role]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class PeopleAdmin(ByRole, UserAdmin[User]):
    """Accounts and their roles; nobody is deleted, since acts stay under their names: switch an account off."""

    list_display = ("username", "name", "email", "roles", "is_active", "last_seen")
    list_filter = ("is_active", RoleFilter)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Roles", {"fields": ("is_active", "is_staff", "groups")}),
        ("Desk", {"fields": ("scheme", "last_login", "date_joined")}),
    )

    class Media:
        css = {"all": ("css/desk-team.css",)}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the roles by their names, to tick."""
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        boxes = forms.CheckboxSelectMultiple({"class": "boxes"})
        return RolesField(Group.objects.order_by("pk"), label="Roles", required=False, widget=boxes)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the roles with the people."""
        return super().get_queryset(request).prefetch_related("groups")

    @display(description="name", ordering="first_name")
    def name(self, person: User) -> str:
        return person.get_full_name() or "–"

    @display(description="last log-in", ordering="last_login")
    def last_seen(self, person: User) -> str:
        return moment(person.last_login)

    @display(description="roles")
    def roles(self, person: User) -> str:
        names = {group.name for group in person.groups.all()}
        return ", ".join(role.label for role in Role if role.value in names) or "none"

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Change a password as Django does; the log entry of Django's admin is not the audit log."""
        return super().user_change_password(request, id, form_url)


class RolesAdmin(ByRole):
    """The six roles, to read: what they may do stands in the rule book, not in a form."""

    list_display = ("label",)
    fields = ("label", "may")
    readonly_fields = ("label", "may")
    ordering = ("pk",)

    @display(description="role")
    def label(self, group: Group) -> str:
        return role_name(group.name)

    @display(description="may")
    def may(self, group: Group) -> str:
        rights = RIGHTS[Role(group.name)] if group.name in Role.values else frozenset()
        return ", ".join(sorted(right.value.replace("_", " ") for right in rights)) or "nothing"


class MastheadAdmin(ByRole):
    """The one row with the paper's name and voice."""

    list_display = ("name", "strapline", "responsible_editor")
    autocomplete_fields = ("logo",)
    fieldsets = (
        ("Name", {"fields": ("name", "strapline", "language", "logo")}),
        ("Who answers for it", {"fields": ("responsible_editor", "contact_email")}),
        ("Policies", {"fields": ("principles", "corrections_policy", "summaries_policy")}),
        (
            "Further policies",
            {
                "description": "Each stands on the page “About this paper” once it says something, and search engines are told.",
                "fields": (
                    "mission",
                    "verification_policy",
                    "unnamed_sources_policy",
                    "diversity_policy",
                    "ownership",
                ),
            },
        ),
        ("Rules", {"fields": ("carry_reviews", "name_reviewers", "keep_metadata", "ai_crawlers")}),
        (
            "Calls to action",
            {"fields": ("google_text", "google_url", "follow_text", "follow_detail", "channels")},
        ),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Let channels be typed in lines; nobody should have to write JSON."""
        if db_field.name == "channels":
            return LinksField(label=capfirst(db_field.verbose_name), help_text=db_field.help_text)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """Have every picture cut again when what stands in their files was switched."""
        super().save_model(request, obj, form, change)
        if "keep_metadata" in form.changed_data:
            transaction.on_commit(picture_tasks.cut_all.enqueue)


class ActFilter(SimpleListFilter):
    """Chooses among the acts that were ever recorded, each in the words of the list."""

    title = "act"
    parameter_name = "action"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        """Return the acts in the order of their words; of those kept from the person not even the name is told."""
        known = model_admin.get_queryset(request).order_by().values_list("action", flat=True).distinct()
        return sorted(((act, said(act)) for act in known), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
        return queryset.filter(action=self.value()) if self.value() else queryset


class AuditAdmin(ByRole):
    """Who did what; to read only. The database refuses every change to it as well."""

    list_display = ("number", "when", "who", "act", "about", "summary")
    list_filter = (ActFilter,)
    search_fields = ("subject", "actor_name", "action")
    ordering = ("-number",)
    list_per_page = 50
    fields = (
        "number",
        "when",
        "takes_effect",
        "who",
        "act",
        "about",
        "subject",
        "details",
        "digest",
        "previous",
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave out what was done to things that the person may not know of."""
        entries, kept_from = super().get_queryset(request), getattr(self.admin_site, "kept_from", None)
        return entries.exclude(subject__in=kept_from(person_of(request))) if kept_from else entries

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Name the subjects of the rows on the page, all at once."""
        found = super().get_changelist_instance(request)
        found.result_list = self._named(request, list(found.result_list))
        return found

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Name the subject of the one that is shown."""
        entry = super().get_object(request, object_id, from_field)
        return entry and self._named(request, [entry])[0]

    def _named(self, request: HttpRequest, entries: list[AuditEntry]) -> list[AuditEntry]:
        subjects_named = getattr(self.admin_site, "subjects_named", None)
        subjects = {entry.subject for entry in entries}
        names = subjects_named(person_of(request), subjects) if subjects_named else {}
        for entry in entries:
            entry.called = names.get(entry.subject, "")
        return entries

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @display(description="about", ordering="subject")
    def about(self, entry: AuditEntry) -> str:
        return entry.called or entry.subject

    @display(description="when", ordering="number")
    def when(self, entry: AuditEntry) -> str:
        return moment(entry.at)

    @display(description="takes effect")
    def takes_effect(self, entry: AuditEntry) -> str:
        return moment(entry.effective_at) if entry.effective_at else "at once"

    @display(description="act", ordering="action")
    def act(self, entry: AuditEntry) -> str:
        return entry.words

    @display(description="who", ordering="actor_name")
    def who(self, entry: AuditEntry) -> str:
        return entry.actor_name

    @display(description="what")
    def summary(self, entry: AuditEntry) -> str:
        words = ", ".join(f"{key}: {value}" for key, value in details_of(entry).items() if key != "digest")
        return words if len(words) <= 80 else f"{words[:79]}…"

    @display(description="details")
    def details(self, entry: AuditEntry) -> SafeString:
        rows = format_html_join("", "<dt>{}</dt><dd>{}</dd>", details_of(entry).items())
        return format_html('<dl class="answers">{}</dl>', rows) if rows else SafeString("nothing more")


def details_of(entry: AuditEntry) -> dict[str, str]:
    """Return an entry's data in words: key → value, without braces."""
    found: dict[str, Any] = json.loads(entry.data)
    return {key.replace("_", " "): in_words(value) for key, value in found.items()}


def in_words(value: Any) -> str:
    """Say a JSON value in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case dict():
            return "; ".join(f"{key}: {in_words(inner)}" for key, inner in value.items()) or "nothing"
        case list():
            return "; ".join(in_words(inner) for inner in value) or "nothing"
        case _:
            return str(value)


def register(site: AdminSite) -> None:
    """Put the house's models on the desk."""
    if site.is_registered(Group):
        site.unregister(Group)
    site.register(User, PeopleAdmin)
    site.register(Group, RolesAdmin)
    site.register(Masthead, MastheadAdmin)
    site.register(Image, ImageAdmin)
    site.register(AuditEntry, AuditAdmin)

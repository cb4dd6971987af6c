"""Authors on the desk: the names that readers see over stories; accounts are in newsroom.house."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from authors.models.author import Author
from newsroom.admin import ByRole, rights_in
from newsroom.links import LinksField
from newsroom.roles import Right


@admin.register(Author)
class AuthorAdmin(ByRole):
    """A name in a byline. Everyone on the desk may look names up, or nobody could fill in a byline."""

    list_display = ("name", "kind", "title", "user")
    list_filter = ("kind",)
    list_select_related = ("user",)
    search_fields = ("name", "title")
    ordering = ("name", "pk")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("portrait",)
    fieldsets = (
        ("Name", {"fields": ("kind", "name", "slug", "title")}),
        ("For readers", {"fields": ("bio", "email", "links", "portrait")}),
        ("On the desk", {"fields": ("user",)}),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Let links be typed in lines; nobody should have to write JSON."""
        if db_field.name == "links":
            return LinksField(
                label="Links", help_text="One “label | address” for each line: Own page | https://…"
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if request.resolver_match is not None and request.resolver_match.url_name == "autocomplete":
            return bool({Right.READ, Right.READ_OWN} & rights_in(request))
        return super().has_view_permission(request, obj)

"""The picture desk in Django's admin: list and page of a picture; cutting and encoding is in newsroom.images."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter, display
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone

from newsroom import picture_pages, picture_tasks
from newsroom.admin import ByRole, moment, person_of
from newsroom.models.image import Image
from newsroom.models.user import User
from newsroom.picture_form import PictureForm
from newsroom.picture_withdrawal import may_withdraw


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a picture stands: words, and where to look at it."""

    title: str
    url: str
    how: str


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a picture is used, as far as one person may know."""

    public: Sequence[Use] = field(default_factory=tuple)
    desk: Sequence[Use] = field(default_factory=tuple)


# What shows in the files that readers get: how they are cut, and who made them.
_ABOUT_THE_FILE = ("size", "address", "uploaded_by", "uploaded")
_IN_THE_FILES = {"focal_x", "focal_y", "credit", "creator", "copyright", "rights"}


class StateFilter(SimpleListFilter):
    """What a picture desk looks for every morning, with how many there are."""

    title = "state"
    parameter_name = "state"
    template = "desk/_picture_filter.html"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        """Name the states; the counts are three questions, however many pictures there are."""
        return [
            (state, f"{label} ({_in_state(Image.objects.all(), state).count()})")
            for state, label in (
                ("ending", "Rights end within 7 days"),
                ("ended", "Rights ended"),
                ("withdrawn", "Withdrawn"),
            )
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Image]) -> QuerySet[Image]:
        return _in_state(queryset, self.value() or "")


def _in_state(pictures: Any, state: str) -> QuerySet[Image]:
    now = timezone.now()
    chosen: QuerySet[Image] = pictures
    if state == "ending":
        chosen = pictures.rights_ending(now).order_by("rights_until")
    elif state == "ended":
        chosen = pictures.rights_ended(now)
    elif state == "withdrawn":
        chosen = pictures.withdrawn()
    return chosen


class ImageAdmin(ByRole):
    """The picture store. Where a picture is used, the site's ``picture_uses`` says: the house knows no article."""

    form = PictureForm
    list_display = ("title", "credit")
    list_filter = (StateFilter,)
    search_fields = ("title", "credit", "caption", "creator")
    search_help_text = "Title, credit or caption"
    ordering = ("-uploaded_at", "-pk")
    list_per_page = 40
    fieldsets = (
        (None, {"fields": ("title", "credit", "caption")}),
        ("Rights", {"fields": ("rights", "rights_until", "creator", "copyright")}),
        ("Focal point", {"fields": (("focal_x", "focal_y"),)}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the file once; afterwards the page shows it."""
        if obj is None:
            return ((None, {"fields": ("file",)}), *self.fieldsets)
        return (*self.fieldsets, ("File", {"fields": _ABOUT_THE_FILE}))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Everything about the file itself stays as it is."""
        return () if obj is None else _ABOUT_THE_FILE

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """Note who sent the picture, and have it cut for every screen; until then pages show it whole."""
        if not change:
            obj.uploaded_by = person_of(request)
        super().save_model(request, obj, form, change)
        if not change or _IN_THE_FILES & set(form.changed_data):
            transaction.on_commit(lambda: picture_tasks.cut.enqueue(obj.pk))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Add what the page of a stored picture shows beside its form."""
        image = context.get("original")
        if image is not None:
            context |= {
                "warning": image.warning(timezone.now()),
                "uses": self._uses(request, image),
                "may_withdraw": may_withdraw(person_of(request)),
                "may_fetch_original": picture_pages.may_fetch_original(person_of(request), image),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """Put the further pages before Django's own, whose last pattern takes everything."""
        pages = (
            ("upload/", self._upload, "upload"),
            ("choose/", self._choose, "choose"),
            ("<int:pk>/cut/<slug:ratio>/", self._cut, "cut"),
            ("<int:pk>/original/", self._original, "original"),
            ("<int:pk>/as-sent/", self._as_sent, "as_sent"),
            ("<int:pk>/withdraw/", self._withdraw, "withdraw"),
        )
        own = [
            path(route, self.admin_site.admin_view(view), name=f"newsroom_image_{name}")
            for route, view, name in pages
        ]
        return [*own, *super().get_urls()]

    def _upload(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return picture_pages.upload_many(request, self.admin_site.each_context(request))

    def _choose(self, request: HttpRequest) -> HttpResponse:
        self._require_view(request)
        may_add = self.has_add_permission(request)
        return picture_pages.choose(request, self.admin_site.each_context(request), may_add=may_add)

    def _cut(self, request: HttpRequest, pk: int, ratio: str) -> HttpResponse:
        self._require_view(request)
        return picture_pages.cut(request, pk, ratio)

    def _original(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._require_view(request)
        return picture_pages.original(request, pk)

    def _as_sent(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._require_view(request)
        return picture_pages.as_sent(request, pk)

    def _withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._require_view(request)
        context = {**self.admin_site.each_context(request), "opts": self.opts}
        image = Image.objects.filter(pk=pk).first()
        if image is not None:
            context["uses"] = self._uses(request, image)
        return picture_pages.withdraw(request, pk, context)

    def _uses(self, request: HttpRequest, image: Image) -> Uses:
        ask: Callable[[Image, User, datetime], Uses] | None = getattr(self.admin_site, "picture_uses", None)
        return ask(image, person_of(request), timezone.now()) if ask else Uses()

    def _require_view(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    @display(description="uploaded", ordering="uploaded_at")
    def uploaded(self, image: Image) -> str:
        return moment(image.uploaded_at)

    @display(description="size")
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}"

    @display(description="address in a story")
    def address(self, image: Image) -> str:
        return image.file.url

"""Pictures on the desk: uploading, finding and choosing one; cutting and encoding is in newsroom.images."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.contrib.admin import display
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from newsroom import images, picture_tasks
from newsroom.admin import ByRole, moment, person_of
from newsroom.models.image import Image

TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff")


class PictureForm(forms.ModelForm[Image]):
    """Takes a file apart before anything is stored; a file is sent once and never replaced."""

    # Django's own picture field would open the file before we do, and refuse it in its words.
    file = forms.FileField(
        widget=forms.FileInput(attrs={"accept": ",".join(TYPES)}),
        help_text="JPEG, PNG, WebP, AVIF or TIFF, up to 25 MB. Place and device are removed from the file.",
    )

    class Meta:
        model = Image
        fields = ("file", "title", "credit", "rights", "focal_x", "focal_y")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["file"]
        elif "credit" in self.fields:
            self.fields["credit"].required = False
        for name, edge in (("focal_x", "left"), ("focal_y", "top")):
            if name in self.fields:
                self.fields[name].label = f"Focal point from the {edge}"
                self.fields[name].help_text = "0 to 1; 0.5 is the middle. Cuts keep this point in view."
                self.fields[name].widget.attrs |= {"min": 0, "max": 1, "step": "0.01"}

    def clean_file(self) -> ContentFile[bytes]:
        """Replace the upload by a clean JPEG, or say why it cannot be used."""
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        upload.seek(0)
        try:
            verified = images.verify(upload.read(images.MOST_BYTES + 1))
        except images.ImageRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        data = images.clean(verified)
        self.instance.digest = hashlib.sha256(data).hexdigest()
        twin = Image.objects.filter(digest=self.instance.digest).first()
        if twin is not None:
            raise forms.ValidationError(f"This picture is already here, as “{twin.title}”.")
        self.offered_credit = verified.iptc.get("credit") or verified.iptc.get("creator", "")
        return ContentFile(data, name=f"{self.instance.digest[:24]}.jpg")

    def clean(self) -> dict[str, Any]:
        """Take the credit from the file when nobody typed one."""
        cleaned = super().clean() or self.cleaned_data
        if "file" in self.fields and "credit" not in self.errors and not cleaned.get("credit"):
            cleaned["credit"] = getattr(self, "offered_credit", "")[:160]
            if not cleaned["credit"] and "file" not in self.errors:
                self.add_error("credit", "Who made it? The file does not say.")
        return cleaned


class ImageAdmin(ByRole):
    """The picture store."""

    form = PictureForm
    list_display = ("thumbnail", "title", "credit", "size", "uploaded_by", "uploaded")
    list_display_links = ("thumbnail", "title")
    list_select_related = ("uploaded_by",)
    search_fields = ("title", "credit")
    ordering = ("-uploaded_at", "-pk")
    list_per_page = 40

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the file once; afterwards show it."""
        first = ["file"] if obj is None else ["picture"]
        last = [] if obj is None else ["size", "address", "uploaded_by", "uploaded"]
        return [*first, "title", "credit", "rights", "focal_x", "focal_y", *last]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Everything about the file itself stays as it is."""
        return () if obj is None else ("picture", "size", "address", "uploaded_by", "uploaded")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """Note who sent the picture, and have it cut for every screen; until then pages show it whole."""
        if not change:
            obj.uploaded_by = person_of(request)
        super().save_model(request, obj, form, change)
        if not change or {"focal_x", "focal_y"} & set(form.changed_data):
            transaction.on_commit(lambda: picture_tasks.cut.enqueue(obj.pk))

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which the body editor lets people choose a picture."""
        choose = path("choose/", self.admin_site.admin_view(self.choose), name="newsroom_image_choose")
        return [choose, *super().get_urls()]

    def choose(self, request: HttpRequest) -> HttpResponse:
        """Show pictures to choose from, newest first; the opener's editor takes the address."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
        found = Image.objects.order_by("-uploaded_at", "-pk")
        if words:
            found = found.filter(Q(title__icontains=words) | Q(credit__icontains=words))
        page = Paginator(found, 24).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Choose a picture",
            "page": page,
            "q": words,
            "call": request.GET.get("CKEditorFuncNum", ""),
            "is_popup": True,
        }
        return TemplateResponse(request, "desk/choose_picture.html", context)

    @display(description="")
    def thumbnail(self, image: Image) -> SafeString:
        return format_html(
            '<img class="thumb" src="{}" alt="" width="{}" height="{}" loading="lazy">',
            image.file.url,
            image.width,
            image.height,
        )

    @display(description="picture")
    def picture(self, image: Image) -> SafeString:
        return format_html(
            '<img class="picture" src="{}" alt="{}" width="{}" height="{}">',
            image.file.url,
            image.title,
            image.width,
            image.height,
        )

    @display(description="uploaded", ordering="uploaded_at")
    def uploaded(self, image: Image) -> str:
        return moment(image.uploaded_at)

    @display(description="size")
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}"

    @display(description="address in a story")
    def address(self, image: Image) -> str:
        return image.file.url

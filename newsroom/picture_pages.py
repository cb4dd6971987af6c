"""The pages of the picture desk beside Django's own: many files at once, choosing, cutting, withdrawing."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from newsroom import audit, images, originals, picture_tasks, picture_withdrawal
from newsroom.admin import person_of
from newsroom.models.image import Image
from newsroom.models.user import User
from newsroom.picture_decoding import ImageRefused
from newsroom.picture_form import TERMS, TYPES, PictureForm, keep

MOST_FILES: Final = 40
ON_A_PAGE: Final = 24


class ManyFiles(forms.Form):
    """What is true of all files that are sent at once; each file's own words win."""

    credit = forms.CharField(
        max_length=160, required=False, help_text="For files that do not name one: Ines Falk / The Courier"
    )
    rights = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=f"For files that do not state them. {TERMS}",
    )
    rights_until = forms.DateField(
        label="Last day of use", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


def store(image: Image, *, by: User) -> None:
    """Save a new picture with its audit entry and have it cut."""
    image.uploaded_by = by
    with transaction.atomic():
        image.save()
        audit.record(
            actor=by,
            action="add_image",
            subject=f"image:{image.pk}",
            now=timezone.now(),
            data={"name": image.title},
        )
        transaction.on_commit(lambda: picture_tasks.cut.enqueue(image.pk))


def upload_many(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Take up to forty files; each is judged alone, and a bad one loses nothing of the others."""
    form = ManyFiles(request.POST or None)
    files = request.FILES.getlist("files")
    results: list[dict[str, Any]] = []
    said = ""
    if request.method == "POST" and form.is_valid():
        results = [_one(one, form.cleaned_data, person_of(request)) for one in files[:MOST_FILES]]
        results += [
            {
                "name": one.name,
                "refusal": f"Not sent: {MOST_FILES} files at once are the most. Send it again.",
            }
            for one in files[MOST_FILES:]
        ]
        said = "" if files else "Choose one file or more first."
    context |= {"form": form, "results": results, "said": said, "accept": ",".join(TYPES), "most": MOST_FILES}
    context["kept"] = sum("image" in one for one in results)
    partial = request.headers.get("X-One-File") == "yes" and bool(results)
    template = "desk/_picture_results.html" if partial else "desk/upload_pictures.html"
    return TemplateResponse(request, template, {**context, "title": "Add pictures"})


def _one(upload: UploadedFile[bytes], shared: dict[str, Any], by: User) -> dict[str, Any]:
    try:
        image = keep(upload, **shared)
    except ImageRefused as refused:
        return {"name": upload.name, "refusal": str(refused)}
    store(image, by=by)
    return {"name": upload.name, "image": image}


def choose(request: HttpRequest, context: dict[str, Any], *, may_add: bool) -> HttpResponse:
    """Show pictures that may be used, newest first; POST takes a new one and offers it at once."""
    form, fresh = PictureForm(), None
    if request.method == "POST":
        if not may_add:
            raise PermissionDenied
        form = PictureForm({"focal_x": "0.5", "focal_y": "0.5", **request.POST.dict()}, request.FILES)
        if form.is_valid():
            fresh = form.save(commit=False)
            store(fresh, by=person_of(request))
            form = PictureForm()
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    found = Image.objects.usable(timezone.now()).order_by("-uploaded_at", "-pk")
    if words:
        found = found.filter(Q(title__icontains=words) | Q(credit__icontains=words))
    context |= {
        "title": "Choose a picture",
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "q": words,
        "call": request.GET.get("CKEditorFuncNum", ""),
        "form": form if may_add else None,
        "fresh": fresh,
        "is_popup": True,
    }
    part = request.headers.get("HX-Request") == "true"
    return TemplateResponse(
        request, "desk/_picture_choices.html" if part else "desk/choose_picture.html", context
    )


def cut(request: HttpRequest, pk: int, ratio: str) -> HttpResponse:
    """Answer with the cut that a focal point would give; nothing is stored."""
    image = get_object_or_404(Image, pk=pk)
    try:
        focal = tuple(float(request.GET.get(axis, getattr(image, f"focal_{axis}"))) for axis in "xy")
    except ValueError:
        return HttpResponseBadRequest("A focal point is two numbers.")
    if ratio not in images.RATIOS or not all(0 <= share <= 1 for share in focal):
        return HttpResponseBadRequest("A focal point lies between 0 and 1.")
    data = images.preview(
        picture_withdrawal.original_of(image),
        ratio=next(one for one in images.RATIOS if one == ratio),
        focal=(focal[0], focal[1]),
    )
    return _private(data)


def original(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the picture itself, for the desk alone: a withdrawn one has no public address."""
    return _private(picture_withdrawal.original_of(get_object_or_404(Image, pk=pk)))


def may_fetch_original(person: User, image: Image) -> bool:
    """Whether somebody may have the file as it was sent: it tells where and with what a picture was taken."""
    return image.uploaded_by_id == person.pk or picture_withdrawal.may_withdraw(person)


def as_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the file as it was sent, on record; as a download, since it may be more than a picture."""
    image, person = get_object_or_404(Image, pk=pk), person_of(request)
    if not may_fetch_original(person, image):
        raise PermissionDenied
    try:
        data = originals.fetch(image.original) if image.original else b""
    except FileNotFoundError:
        data = b""
    if not data:
        raise Http404("The file as it was sent was not kept.")
    audit.record(
        actor=person,
        action="fetch_original",
        subject=f"image:{image.pk}",
        now=timezone.now(),
        data={"name": image.title},
    )
    name = f"{image.digest[:12]}{PurePath(image.original).suffix}"
    # No kind of file that a browser would show.
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _private(data: bytes) -> HttpResponse:
    response = HttpResponse(data, content_type="image/jpeg")
    patch_cache_control(response, private=True, max_age=60)
    return response


def withdraw(request: HttpRequest, pk: int, context: dict[str, Any]) -> HttpResponse:
    """Ask for the reason and withdraw, or bring back what is withdrawn."""
    person, refusal = person_of(request), ""
    if not picture_withdrawal.may_withdraw(person):
        raise PermissionDenied
    image = get_object_or_404(Image, pk=pk)
    if request.method == "POST":
        try:
            said = _change(request, image, person)
        except picture_withdrawal.WithdrawalRefused as refused:
            refusal = str(refused)
        else:
            messages.success(request, said)
            return HttpResponseRedirect(reverse("admin:newsroom_image_change", args=[pk]))
    title = "Bring back a picture" if image.is_withdrawn else "Withdraw a picture"
    context |= {"title": title, "image": image, "refusal": refusal, "typed": request.POST.get("reason", "")}
    return TemplateResponse(request, "desk/withdraw_picture.html", context, status=409 if refusal else 200)


def _change(request: HttpRequest, image: Image, person: User) -> str:
    now = timezone.now()
    if "bring_back" in request.POST:
        picture_withdrawal.bring_back(image=image, actor=person, now=now)
        picture_tasks.cut.enqueue(image.pk)
        return "Brought back: readers see the picture again wherever it stood."
    reason = request.POST.get("reason", "")[:2000]
    picture_withdrawal.withdraw(image=image, actor=person, now=now, reason=reason)
    return "Withdrawn: readers see the picture nowhere any more, and its files are off the web."

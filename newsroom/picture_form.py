"""Takes in what people send: a picture's file made clean, and the form with its words; pages are elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from newsroom import images, originals
from newsroom.models.image import Image
from newsroom.picture_decoding import ImageRefused
from newsroom.picture_marks import marked
from newsroom.pictures_store import marks_of

TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif", "image/tiff")
TERMS = "Licence and terms of use. No page shows them, but they are written into the files that readers get."
WHO_MADE_IT = "Who made it? The file does not say."
# What the file says → where it is kept, when nobody typed anything.
_KEPT = {"creator": "creator", "copyright": "copyright", "caption": "caption", "terms": "rights"}
_MOST = {"creator": 160, "copyright": 300}


@dataclass(frozen=True, slots=True)
class Taken:
    """A clean picture that is not in the store yet, what its file said, and the file as it was sent."""

    data: bytes
    digest: str
    said: dict[str, str]
    sent: bytes
    format: str
    name: str = ""

    @property
    def file(self) -> ContentFile[bytes]:
        """The clean picture under the name that follows from it."""
        return ContentFile(self.data, name=f"{self.digest[:24]}.jpg")

    @property
    def credit(self) -> str:
        """Whom the file names, as readers would see it."""
        return (self.said.get("credit") or self.said.get("creator", ""))[:160]

    def words(self) -> dict[str, str]:
        """What the file said, by the column that keeps it, no longer than that takes."""
        return {name: self.said.get(key, "")[: _MOST.get(name)] for key, name in _KEPT.items()}

    def keep_original(self) -> str:
        """Put the file as it was sent where readers never get, and return its name there."""
        name = originals.name_of(self.sent, self.format)
        originals.keep(name, self.sent)
        return name


def take(upload: UploadedFile[bytes]) -> Taken:
    """Return the upload as a clean JPEG, or raise ImageRefused in words."""
    upload.seek(0)
    sent = upload.read(images.MOST_BYTES + 1)
    verified = images.verify(sent)
    data = images.clean(verified)
    digest = hashlib.sha256(data).hexdigest()
    twin = Image.objects.filter(digest=digest).first()
    if twin is not None and twin.is_withdrawn:
        raise ImageRefused(f"This picture was withdrawn, as “{twin.title}”: {twin.withdrawn_because}")
    if twin is not None:
        raise ImageRefused(f"This picture is already here, as “{twin.title}”.")
    return Taken(data, digest, verified.iptc, sent, verified.format, upload.name or "")


def title_of(taken: Taken) -> str:
    """Return what to call a picture that nobody named: its headline, else its file name."""
    # A name may hold signs that turn the order of letters round, or none at all.
    name = "".join(sign for sign in PurePath(taken.name).name if sign.isprintable())
    before, dot, _ = name.rpartition(".")
    stem = (before if dot else name).replace("_", " ").replace("-", " ")
    return (taken.said.get("headline") or " ".join(stem.split()) or "Picture")[:160]


class PictureForm(forms.ModelForm[Image]):
    """Takes a file apart before anything is stored; a file is sent once and never replaced."""

    # Django's own picture field would open the file before we do, and refuse it in its words.
    file = forms.FileField(
        widget=forms.FileInput(attrs={"accept": ",".join(TYPES)}),
        error_messages={"required": "Choose a file first.", "empty": "This file is empty."},
        help_text="JPEG, PNG, WebP, AVIF or TIFF, up to 25 MB. Place and device are removed from the file.",
    )
    taken: Taken | None = None

    class Meta:
        model = Image
        fields = (
            "file",
            "title",
            "credit",
            "rights",
            "rights_until",
            "creator",
            "copyright",
            "caption",
            "focal_x",
            "focal_y",
        )
        widgets = {
            "rights": forms.Textarea(attrs={"rows": 3}),
            "caption": forms.Textarea(attrs={"rows": 3}),
            "rights_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["file"]
        else:
            for name in {"title", "credit"} & self.fields.keys():
                self.fields[name].required = False
        if "rights" in self.fields:
            self.fields["rights"].help_text = TERMS
        for name, edge in (("focal_x", "left"), ("focal_y", "top")):
            if name in self.fields:
                self.fields[name].label = f"Focal point from the {edge}"
                self.fields[name].widget.attrs |= {"min": 0, "max": 1, "step": "0.01"}
                self.fields[name].help_text = "0 to 1; 0.5 is the middle."

    def clean_file(self) -> ContentFile[bytes]:
        """Replace the upload by a clean JPEG, or say why it cannot be used."""
        try:
            self.taken = take(self.cleaned_data["file"])
        except ImageRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        self.instance.digest = self.taken.digest
        return self.taken.file

    def clean(self) -> dict[str, Any]:
        """Take from the file what nobody typed."""
        cleaned = super().clean() or self.cleaned_data
        if self.taken is None:
            return cleaned
        offered = {**self.taken.words(), "credit": self.taken.credit}
        offered["title"] = title_of(self.taken)
        for name, words in offered.items():
            if name in self.fields and name not in self.errors and not cleaned.get(name):
                cleaned[name] = words
        if not cleaned.get("credit") and "credit" not in self.errors:
            self.add_error("credit", WHO_MADE_IT)
        return cleaned

    def save(self, commit: bool = True) -> Image:  # noqa: FBT001, FBT002 - Django's signature
        """Keep the file as it was sent beside the picture that is made of it."""
        if self.taken is not None:
            self.instance.original = self.taken.keep_original()
            _mark(self.instance, self.taken)
        return super().save(commit)


def keep(upload: UploadedFile[bytes], *, credit: str, rights: str, rights_until: date | None) -> Image:
    """Return an unsaved picture of one file among many, or raise ImageRefused in words."""
    taken = take(upload)
    if not (taken.credit or credit):
        raise ImageRefused(f"{WHO_MADE_IT} Type a credit above and send it again.")
    image = Image(
        file=taken.file,
        digest=taken.digest,
        title=title_of(taken),
        credit=taken.credit or credit,
        rights_until=rights_until,
        original=taken.keep_original(),
        **taken.words(),
    )
    image.rights = image.rights or rights
    _mark(image, taken)
    return image


def _mark(image: Image, taken: Taken) -> None:
    """Write into the file who made it: readers may get it before the first cut is made."""
    image.file = ContentFile(marked(taken.data, marks_of(image)), name=taken.file.name)

"""Keeps pictures: files under names that follow from their content, and one row for each; it cuts and decides nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from newsroom import originals
from newsroom.cutting import Cut
from newsroom.images import (
    FOR_SEARCH,
    SEARCH_WIDTH,
    WIDTHS,
    Format,
    formats,
    rendition_name,
    renditions,
)
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.picture_marks import NO_MARKS, Marks, marked, unmarked

FOLDER = PurePosixPath("pictures")


def file_name(digest: str) -> str:
    """Return where the original of a picture lies; its cuts lie beside it."""
    return str(FOLDER / f"{digest[:24]}.jpg")


def store_picture(
    *, cut: Cut, title: str, credit: str, rights: str = "", by: User | None = None
) -> tuple[Image, bool]:
    """Return the stored picture and whether it is new; one that is here already is used again as it is."""
    twin = Image.objects.filter(digest=cut.digest).first()
    if twin is not None:
        return twin, False
    write_files(cut)
    return note_picture(cut=cut, title=title, credit=credit, rights=rights, by=by), True


def note_picture(*, cut: Cut, title: str, credit: str, rights: str = "", by: User | None = None) -> Image:
    """Store the row of a picture whose files were written before, or return the row that is there."""
    image, _ = Image.objects.get_or_create(
        digest=cut.digest,
        defaults={
            "file": file_name(cut.digest),
            "width": cut.width,
            "height": cut.height,
            "title": title,
            "credit": credit,
            "creator": cut.said.get("creator", "")[:160],
            "copyright": cut.said.get("copyright", ""),
            "caption": cut.said.get("caption", ""),
            "rights": rights or cut.said.get("terms", ""),
            "original": originals.name_of(cut.sent, cut.format),
            "focal_x": cut.focal[0],
            "focal_y": cut.focal[1],
            "renditions": what_is_there(cut),
            "uploaded_by": by,
        },
    )
    return image


def what_is_there(cut: Cut) -> dict[str, dict[str, list[int]]]:
    """Return ratio → format → widths, as ``Image.renditions`` keeps it."""
    there: dict[str, dict[str, list[int]]] = {}
    for one in cut.renditions:
        there.setdefault(one.ratio, {}).setdefault(one.format, []).append(one.width)
    return there


def write_files(cut: Cut) -> None:
    """Write what was sent, the picture and its cuts. What lies there from a run that broke off is written again."""
    originals.keep(originals.name_of(cut.sent, cut.format), cut.sent)
    for name, data in _files(cut).items():
        _write(name, data)


def remove_files(cut: Cut) -> None:
    """Remove every file of a picture that was not kept after all."""
    originals.forget(originals.name_of(cut.sent, cut.format))
    for name in _files(cut):
        default_storage.delete(name)


def cut_again(image: Image) -> None:
    """Make and write the cuts of a stored picture from its original, and note them on its row.

    For a picture that came by another way than `store_picture`, or whose focal point or words have changed.
    """
    name = PurePosixPath(str(image.file.name))
    with image.file.storage.open(str(name)) as stored:
        lying = stored.read()
    data, marks = unmarked(lying), marks_of(image)
    if (wanted := marked(data, marks)) != lying:
        _write(str(name), wanted)
    there: dict[str, dict[str, list[int]]] = {}
    for one in renditions(data, focal=(image.focal_x, image.focal_y), marks=marks):
        _write(str(name.with_name(rendition_name(name.stem, one.ratio, one.width, one.format))), one.data)
        there.setdefault(one.ratio, {}).setdefault(one.format, []).append(one.width)
    image.renditions = there
    image.save(update_fields=["renditions", "changed_at"])


def marks_of(image: Image) -> Marks:
    """Return the words for inside a picture's files, if the paper wants any there."""
    if not marks_wanted():
        return NO_MARKS
    return Marks(creator=image.creator, credit=image.credit, copyright=image.copyright, terms=image.rights)


def marks_wanted() -> bool:
    """Whether readers' files name who made them."""
    return Masthead.current().keep_metadata


def names_of(image: Image) -> list[str]:
    """Return where the picture and every cut of it lie in public, or could lie."""
    name = PurePosixPath(str(image.file.name))
    made = {
        (ratio, width, format_)
        for ratio, by_format in (image.renditions or {}).items()
        for format_, widths in by_format.items()
        for width in widths
    }
    # A cut that a broken-off run left behind is on no list.
    usual: set[tuple[str, int, Format]] = {
        (ratio, width, kind)
        for ratio, usual_widths in WIDTHS.items()
        for width in usual_widths
        for kind in formats(largest=True)
    }
    usual |= {(ratio, SEARCH_WIDTH, "jpeg") for ratio in FOR_SEARCH}
    cuts = (rendition_name(name.stem, *cut) for cut in sorted(made | usual))
    return [str(name), *(str(name.with_name(cut)) for cut in cuts)]


def _files(cut: Cut) -> dict[str, bytes]:
    name = PurePosixPath(file_name(cut.digest))
    files = {str(name): marked(cut.data, cut.marks)}
    for one in cut.renditions:
        files[str(name.with_name(rendition_name(name.stem, one.ratio, one.width, one.format)))] = one.data
    return files


def _write(name: str, data: bytes) -> None:
    # A storage would otherwise find a free name, and the cuts would no longer lie where pages look.
    if default_storage.exists(name):
        default_storage.delete(name)
    default_storage.save(name, ContentFile(data))

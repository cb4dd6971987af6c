"""Template tags of the picture desk: thumbnails and warnings; readers' pictures are in templatetags.paper."""

from __future__ import annotations

import re

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from newsroom.images import rendition_height
from newsroom.models.image import Image
from newsroom.templatetags.paper import made, rendition_url

register = template.Library()
WIDTH = 480
_IMAGE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>')


@register.inclusion_tag("desk/_thumb.html")
def thumb(image: Image, alt: str = "") -> dict[str, object]:
    """Show a picture small: cut where it is cut, whole until then, from the desk's own address when withdrawn."""
    if image.is_withdrawn:
        address = reverse("admin:newsroom_image_original", args=[image.pk])
        return {"src": address, "width": image.width, "height": image.height, "alt": alt}
    if WIDTH in made(image).get("standard", {}).get("webp", []):
        address = rendition_url(image, "standard", WIDTH, "webp")
        return {
            "src": address,
            "width": WIDTH,
            "height": rendition_height("standard", WIDTH, (image.width, image.height)),
            "alt": alt,
        }
    return {"src": image.file.url, "width": image.width, "height": image.height, "alt": alt}


@register.filter
def warning(image: Image) -> str:
    """Say what whoever uses the picture should know today; empty when all is well."""
    return image.warning(timezone.now())


@register.filter
def mark_x(image: Image) -> int:
    """Where the focal point lies across, in pixels of the picture."""
    return round(image.focal_x * image.width)


@register.filter
def mark_y(image: Image) -> int:
    """Where the focal point lies down, in pixels of the picture."""
    return round(image.focal_y * image.height)


@register.filter
def as_kept(html: str) -> SafeString:
    """Show a stored, sanitised text on the desk, with a note in the place of each withdrawn picture: its file is gone."""
    names = {address.removeprefix(settings.MEDIA_URL) for address in _IMAGE.findall(html)}
    gone = (
        dict(Image.objects.withdrawn().filter(file__in=names).values_list("file", "title")) if names else {}
    )

    def kept(match: re.Match[str]) -> str:
        title = gone.get(match[1].removeprefix(settings.MEDIA_URL))
        if title is None:
            return match[0]
        return format_html('<span class="quiet">A picture stood here, “{}”. It was withdrawn.</span>', title)

    return mark_safe(_IMAGE.sub(kept, html) if gone else html)  # noqa: S308 - it was sanitised when it was saved

"""What happens to pictures after their upload: the cuts for every ratio and width; not the upload itself."""

from __future__ import annotations

from newsroom.models.image import Image
from newsroom.picture_withdrawal import hide_files
from newsroom.pictures_store import cut_again
from newsroom.tasks import task


@task()
def cut(image_id: int) -> None:
    """Cut a stored picture, or cut it again after its focal point or its words changed; may run twice."""
    image = Image.objects.filter(pk=image_id, withdrawn_at__isnull=True).first()
    if image is None:
        return
    cut_again(image)
    # Cutting takes seconds, and whoever withdraws a picture meanwhile means these files as well.
    if Image.objects.withdrawn().filter(pk=image_id).exists():
        hide_files(image)


@task()
def cut_all() -> None:
    """Have every picture cut again, one task for each: what stands in all files was switched on or off."""
    for image_id in (
        Image.objects.filter(withdrawn_at__isnull=True).order_by("-pk").values_list("pk", flat=True)
    ):
        cut.enqueue(image_id)

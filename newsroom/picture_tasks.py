"""What happens to a picture after its upload: the cuts for every ratio and width; not the upload itself."""

from __future__ import annotations

from newsroom.models.image import Image
from newsroom.picture_withdrawal import hide_files
from newsroom.pictures_store import cut_again
from newsroom.tasks import task


@task()
def cut(image_id: int) -> None:
    """Cut a stored picture, or cut it again after its focal point moved; may run twice."""
    image = Image.objects.filter(pk=image_id, withdrawn_at__isnull=True).first()
    if image is None:
        return
    cut_again(image)
    # Cutting takes seconds, and whoever withdraws a picture meanwhile means these files as well.
    if Image.objects.withdrawn().filter(pk=image_id).exists():
        hide_files(image)

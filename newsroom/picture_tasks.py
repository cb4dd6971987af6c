"""What happens to a picture after its upload: the cuts for every ratio and width; not the upload itself."""

from __future__ import annotations

from newsroom.models.image import Image
from newsroom.pictures_store import cut_again
from newsroom.tasks import task


@task()
def cut(image_id: int) -> None:
    """Cut a stored picture, or cut it again after its focal point moved; may run twice."""
    image = Image.objects.filter(pk=image_id).first()
    if image is not None:
        cut_again(image)

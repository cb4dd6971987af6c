"""Pictures made on the spot for the tests of pictures; nothing is fetched and nothing is kept."""

from io import BytesIO

from PIL import Image, ImageDraw

RED, BLUE = (200, 20, 20), (20, 20, 200)


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def noise(size: tuple[int, int] = (640, 420)) -> Image.Image:
    return Image.effect_noise(size, 60).convert("RGB")


def halves(size: tuple[int, int], *, upright: bool = False) -> Image.Image:
    """Red on the left (or top), blue on the right (or bottom)."""
    image = Image.new("RGB", size, RED)
    corner = (0, size[1] // 2) if upright else (size[0] // 2, 0)
    ImageDraw.Draw(image).rectangle((*corner, *size), fill=BLUE)
    return image


def near(seen: object, wanted: tuple[int, int, int], *, by: int = 12) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) <= by for one, other in zip(seen, wanted, strict=True))

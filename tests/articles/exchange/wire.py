"""A story and a picture as they come from outside, for the tests of imports."""

from PIL import Image as Pillow

from articles.models.article import Article

GOOD = {
    "id": "a1",
    "headline": "Ferry back on Monday",
    "byline": ["Ada Brandt"],
    "section": "City",
    "kind": "News",
    "body": "The ferry sails again on Monday.",
}
PICTURE = {"file": "ferry.jpg", "alt": "A ferry at a pier.", "credit": "Ines Falk / The Courier"}


def draw(folder, name="ferry.jpg", colour="#335577", size=(640, 427)):
    Pillow.new("RGB", size, colour).save(folder / name)


def the(story):
    return Article.objects.imported_as(story).get()

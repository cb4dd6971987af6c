import re

from django.conf import settings
from django.db import migrations, models

_IMAGE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')


def note_pictures(apps, schema_editor):
    """Note, for every version there is, which pictures stand in its text."""
    version_model = apps.get_model("articles", "PublishedVersion")
    image_model = apps.get_model("newsroom", "Image")
    through = version_model.pictures.through
    ids = dict(image_model.objects.values_list("file", "pk"))
    told = version_model.objects.filter(html__contains="<img").values_list("pk", "html")
    for version, html in told.iterator(chunk_size=200):
        names = {address.removeprefix(settings.MEDIA_URL) for address in _IMAGE.findall(html)}
        through.objects.bulk_create(
            through(publishedversion_id=version, image_id=ids[name]) for name in sorted(names) if name in ids
        )


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0005_press_pages"),
        ("newsroom", "0004_press_pages"),
    ]

    operations = [
        migrations.AddField(
            model_name="publishedversion",
            name="pictures",
            field=models.ManyToManyField(related_name="+", to="newsroom.image"),
        ),
        migrations.RunPython(note_pictures, migrations.RunPython.noop, elidable=True),
    ]

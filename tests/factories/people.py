"""People, authors and pictures for tests."""

from __future__ import annotations

import hashlib
import io

import factory
import factory.django
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from factory.declarations import Sequence
from PIL import Image as Pillow

from authors.models.author import Author
from newsroom.models.image import Image
from newsroom.models.user import User
from newsroom.roles import Role


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        django_get_or_create = ("username",)
        skip_postgeneration_save = True

    username = Sequence(lambda n: f"person{n}")
    is_staff = True


class AuthorFactory(factory.django.DjangoModelFactory[Author]):
    class Meta:
        model = Author
        django_get_or_create = ("slug",)

    name = Sequence(lambda n: f"Author {n}")
    slug = Sequence(lambda n: f"author-{n}")


def person(username: str, first: str, last: str, *roles: Role) -> User:
    """Return a person with an account in the groups of ``roles`` and an author page."""
    user: User = UserFactory.create(username=username, first_name=first, last_name=last)
    user.set_password("newsroom")
    user.save()
    user.groups.set(Group.objects.filter(name__in=[role.value for role in roles]))
    AuthorFactory.create(name=f"{first} {last}", slug=username, user=user)
    return User.objects.get(pk=user.pk)


def picture(title: str = "A bridge at dawn", colour: str = "#335577") -> Image:
    """Return a small stored picture."""
    data = io.BytesIO()
    Pillow.new("RGB", (640, 427), colour).save(data, "JPEG")
    content = data.getvalue()
    name = default_storage.save(f"pictures/{title.lower().replace(' ', '-')}.jpg", ContentFile(content))
    return Image.objects.create(
        file=name,
        width=640,
        height=427,
        title=title,
        credit="Ines Falk / The Courier",
        digest=hashlib.sha256(content).hexdigest(),
    )

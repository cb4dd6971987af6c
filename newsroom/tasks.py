"""The one import site of the Tasks API: the backport on Django 5.2, Django's own from 6 on."""

try:
    from django.tasks import task
except ImportError:
    from django_tasks import task  # type: ignore[no-redef,unused-ignore]

__all__ = ["task"]

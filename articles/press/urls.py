"""Public addresses; the list is in section 8 of the design."""

from django.urls import URLPattern, URLResolver

app_name = "press"
urlpatterns: list[URLPattern | URLResolver] = []

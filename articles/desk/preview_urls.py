"""Previews of what is not public yet, for people with an account."""

from django.urls import URLPattern, URLResolver, path

from articles.desk.preview import preview_view

urlpatterns: list[URLPattern | URLResolver] = [path("<int:pk>/", preview_view, name="preview")]

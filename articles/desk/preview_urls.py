"""Previews of what is not public yet, for people with an account."""

from django.urls import URLPattern, URLResolver, path

from articles.desk.preview import new_view, preview_view, typed_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/", preview_view, name="preview"),
    path("<int:pk>/typed/", typed_view, name="preview_typed"),
    path("new/<slug:token>/", new_view, name="preview_new"),
]

"""Previews of what is not public yet, for people with an account."""

from django.urls import URLPattern, URLResolver, path

from articles.desk.front_preview import front_preview_view
from articles.desk.preview import new_view, preview_view, typed_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("fronts/home/", front_preview_view, name="preview_home"),
    path("fronts/section/<slug:slug>/", front_preview_view, name="preview_front"),
    path("<int:pk>/", preview_view, name="preview"),
    path("<int:pk>/typed/", typed_view, name="preview_typed"),
    path("new/<slug:token>/", new_view, name="preview_new"),
]

"""Addresses of the whole site; each app has its own list, named here as a string."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve

from newsroom import health

handler404 = "articles.press.notices.not_found"
handler500 = "newsroom.health.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("preview/", include("articles.desk.preview_urls")),
]
if not settings.PRODUCTION:
    # In production the web server or a bucket serves media; Django would read each file into the worker.
    urlpatterns.append(re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}))
# The press comes last: its first pattern of two parts would answer for everything.
urlpatterns.append(path("", include("articles.press.urls")))

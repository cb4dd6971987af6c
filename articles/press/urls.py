"""Public addresses; the list is in section 8 of the design."""

from collections.abc import Iterator

from django.urls import URLPattern, path, re_path

from articles.press import frame, fronts, records, views
from articles.press.feeds import views as feeds
from articles.press.feeds.digest import digest
from articles.press.feeds.formats import FORMATS

app_name = "press"


def _feeds() -> Iterator[URLPattern]:
    """Yield every feed in every format; the name says which: ``section_feed``, ``section_feed_atom`` …"""
    for ending, written in FORMATS.items():
        for route, view, name in (
            ("latest", feeds.latest, "feed"),
            ("corrections", feeds.corrections, "corrections_feed"),
            ("digest", digest, "digest_feed"),
            ("section/<slug:slug>", feeds.section, "section_feed"),
            ("topic/<slug:slug>", feeds.topic, "topic_feed"),
            ("author/<slug:slug>", feeds.author, "author_feed"),
        ):
            yield path(f"feeds/{route}.{ending}", view, {"ending": ending}, name=f"{name}{written.suffix}")


urlpatterns: list[URLPattern] = [
    path("", fronts.home, name="home"),
    path("robots.txt", records.robots, name="robots"),
    path("sitemap.xml", records.sitemap, name="sitemap"),
    path("corrections/", records.corrections, name="corrections"),
    path("follow/", records.follow, name="follow"),
    path("topics/<slug:slug>/", fronts.topic, name="topic"),
    path("authors/<slug:slug>/", fronts.author, name="author"),
    *_feeds(),
    # A section with one of these names would hide what stands there, now or in a later version.
    re_path(
        r"^(?:accounts|archive|authors|feeds|media|preview|report|search|static|topics)/$",
        records.reserved,
        name="reserved",
    ),
    path("<slug:section>/", fronts.section, name="section"),
    path("<slug:section>/<slug:slug>/", views.article, name="article"),
    path("<slug:section>/<slug:slug>/how/", views.how, name="how"),
]
for address in urlpatterns:
    address.callback = frame.in_house_language(address.callback)

"""Public addresses; the list is in section 8 of the design."""

from collections.abc import Iterator

from django.urls import URLPattern, path, re_path, register_converter

from articles.press import (
    about,
    archive,
    cards,
    converters,
    crawlers,
    frame,
    fronts,
    records,
    search,
    sitemaps,
    views,
)
from articles.press.feeds import views as feeds
from articles.press.feeds.digest import digest
from articles.press.feeds.formats import FORMATS
from articles.press.reports import views as reports

app_name = "press"
register_converter(converters.FourDigits, "yyyy")
register_converter(converters.TwoDigits, "dd")


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
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.sitemap_pages, name="sitemap_pages"),
    path("sitemaps/stories-<int:part>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    path("news-sitemap.xml", sitemaps.news_sitemap, name="news_sitemap"),
    path("about/", about.about, name="about"),
    path("corrections/", records.corrections, name="corrections"),
    path("follow/", about.follow, name="follow"),
    path("search/", search.search, name="search"),
    path("archive/", archive.years, name="archive"),
    path("archive/<yyyy:year>/<dd:month>/", archive.month, name="archive_month"),
    path("archive/<yyyy:year>/<dd:month>/<dd:day>/", archive.day, name="archive_day"),
    path("report/<slug:section>/<slug:slug>/", reports.report, name="report"),
    path("report/<slug:section>/<slug:slug>/thanks/", reports.thanks, name="report_thanks"),
    path("cards/<slug:digest>.png", cards.paper_card, name="paper_card"),
    path("cards/<slug:section>/<slug:slug>/<slug:digest>.png", cards.card, name="card"),
    path("topics/<slug:slug>/", fronts.topic, name="topic"),
    path("authors/<slug:slug>/", fronts.author, name="author"),
    *_feeds(),
    # A section with one of these names would hide what stands there, now or in a later version.
    re_path(
        r"^(?:accounts|authors|cards|feeds|media|preview|report|sitemaps|static|topics)/$",
        records.reserved,
        name="reserved",
    ),
    path("<slug:section>/", fronts.section, name="section"),
    path("<slug:section>/<slug:slug>/", views.article, name="article"),
    path("<slug:section>/<slug:slug>/how/", views.how, name="how"),
]
for address in urlpatterns:
    address.callback = frame.in_house_language(address.callback)

"""Public addresses; the list is in section 8 of the design."""

from django.urls import URLPattern, URLResolver, path, re_path

from articles.press import feeds, fronts, records, views

app_name = "press"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", fronts.home, name="home"),
    path("robots.txt", records.robots, name="robots"),
    path("sitemap.xml", records.sitemap, name="sitemap"),
    path("corrections/", records.corrections, name="corrections"),
    path("follow/", records.follow, name="follow"),
    path("topics/<slug:slug>/", fronts.topic, name="topic"),
    path("authors/<slug:slug>/", fronts.author, name="author"),
    path("feeds/latest.rss", feeds.latest, name="feed"),
    path("feeds/corrections.rss", feeds.corrections, name="corrections_feed"),
    path("feeds/section/<slug:slug>.rss", feeds.section, name="section_feed"),
    path("feeds/topic/<slug:slug>.rss", feeds.topic, name="topic_feed"),
    path("feeds/author/<slug:slug>.rss", feeds.author, name="author_feed"),
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

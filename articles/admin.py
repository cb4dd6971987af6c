"""Where Django looks for the desk of this app; the pages themselves are in articles.desk."""

from django.contrib import admin

from articles.confidence import kept_from
from articles.desk import bell
from articles.desk.article_admin import ArticleAdmin
from articles.desk.audit_names import stories_named
from articles.desk.calendar import calendar_view
from articles.desk.fronts import front_view, fronts_view
from articles.desk.my_desk import my_desk, today_view
from articles.desk.pictures import uses_of
from articles.desk.profile import profile_view
from articles.desk.prompts import PromptAdmin
from articles.desk.reader_reports import reader_report_view, reader_reports_view
from articles.desk.recall import recall_view
from articles.desk.reports import reports_view
from articles.desk.shelves import KindAdmin, SectionAdmin, SourceAdmin, TopicAdmin
from articles.desk.templates import StoryTemplateAdmin
from articles.models.article import Article
from articles.models.kind import Kind
from articles.models.prompt import Prompt
from articles.models.source import Source
from articles.models.story_template import StoryTemplate
from articles.models.taxonomy import Section, Topic

admin.site.register(Article, ArticleAdmin)
admin.site.register(Section, SectionAdmin)
admin.site.register(Topic, TopicAdmin)
admin.site.register(Kind, KindAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Prompt, PromptAdmin)
admin.site.register(StoryTemplate, StoryTemplateAdmin)
admin.site.pages = (  # type: ignore[attr-defined]
    ("recall/", recall_view, "recall"),
    ("fronts/", fronts_view, "fronts"),
    ("fronts/home/", front_view, "front_home"),
    ("fronts/section/<slug:slug>/", front_view, "front"),
    ("today/", today_view, "today"),
    ("calendar/", calendar_view, "calendar"),
    ("reports/", reports_view, "reports"),
    ("reader-reports/", reader_reports_view, "reader_reports"),
    ("reader-reports/<int:key>/", reader_report_view, "reader_report"),
    ("bell/", bell.bell_view, "bell"),
    ("bell/count/", bell.bell_count_view, "bell_count"),
    ("bell/read/", bell.bell_read_view, "bell_read"),
    ("bell/<int:key>/", bell.bell_open_view, "bell_open"),
    ("me/", profile_view, "me"),
)
admin.site.unread = bell.unread_of  # type: ignore[attr-defined]
admin.site.picture_uses = uses_of  # type: ignore[attr-defined]
admin.site.my_desk = my_desk  # type: ignore[attr-defined]  # Typed as Django's site; it is newsroom.admin.DeskSite.
admin.site.kept_from = kept_from  # type: ignore[attr-defined]
admin.site.subjects_named = stories_named  # type: ignore[attr-defined]

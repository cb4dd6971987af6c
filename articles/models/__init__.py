"""All models of the articles app, for Django; code imports the module of the model it needs."""

from articles.models.address import Address
from articles.models.article import Article, Byline
from articles.models.correction import Correction
from articles.models.front import FrontOrder
from articles.models.job import SummaryJob
from articles.models.kind import Kind
from articles.models.model_call import ModelCall
from articles.models.note import Note
from articles.models.notice import Notice
from articles.models.presence import Presence
from articles.models.prompt import Prompt
from articles.models.quicktake import Bullet, Finding, QuickTake
from articles.models.report import ReaderReport
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.source import Source
from articles.models.story_template import StoryTemplate
from articles.models.taxonomy import Section, Topic
from articles.models.tick import Tick
from articles.models.unsaved import UnsavedText
from articles.models.version import PublishedVersion

__all__ = [
    "Address",
    "Article",
    "Bullet",
    "Byline",
    "Correction",
    "Finding",
    "FrontOrder",
    "Kind",
    "ModelCall",
    "Note",
    "Notice",
    "Presence",
    "Prompt",
    "PublishedVersion",
    "QuickTake",
    "ReaderReport",
    "Review",
    "Revision",
    "Section",
    "Source",
    "StoryTemplate",
    "SummaryJob",
    "Tick",
    "Topic",
    "UnsavedText",
]

"""All models of the articles app, for Django; code imports the module of the model it needs."""

from articles.models.address import Address
from articles.models.article import Article, Byline
from articles.models.correction import Correction
from articles.models.job import SummaryJob
from articles.models.kind import Kind
from articles.models.model_call import ModelCall
from articles.models.prompt import Prompt
from articles.models.quicktake import Bullet, Finding, QuickTake
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.source import Source
from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion

__all__ = [
    "Address",
    "Article",
    "Bullet",
    "Byline",
    "Correction",
    "Finding",
    "Kind",
    "ModelCall",
    "Prompt",
    "PublishedVersion",
    "QuickTake",
    "Review",
    "Revision",
    "Section",
    "Source",
    "SummaryJob",
    "Topic",
]

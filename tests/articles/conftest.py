"""What several tests of stories begin with."""

from datetime import timedelta

import pytest

from articles import actions
from tests.articles.outside_engine import PATH, OutsideEngine
from tests.factories import stories


@pytest.fixture
def made(ada, ben, clock, settings, monkeypatch):
    """Publish a story that an external engine of some version drafted."""
    settings.SUMMARY_ENGINE = PATH

    def publish(*, version="3", scheduled=False, **fields):
        monkeypatch.setattr(OutsideEngine, "version", version)
        if not scheduled:
            return stories.live(by=ada, reviewer=ben, now=clock.tick(), **fields)
        article = stories.reviewed(by=ada, reviewer=ben, now=clock.tick(), **fields)
        actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(days=1))
        return article

    return publish

"""The plot is a plain picture that reads in light and dark."""

from xml.etree import ElementTree

from articles.summaries.evaluation.intervals import Share
from articles.summaries.evaluation.plot import draw
from articles.summaries.evaluation.verdicts import Tally

TALLY = Tally("names & roles", *(Share(hits, 10) for hits in (2, 7, 8, 7, 7, 7)))


def test_the_plot_is_well_formed_and_says_its_figures_in_words():
    root = ElementTree.fromstring(draw([TALLY]))  # noqa: S314 - written by the line before.

    assert "names & roles: 70 %" in "".join(root.itertext())


def test_a_bar_is_as_long_as_its_share():
    assert 'class="soft" x="290" y="58" width="266.0"' in draw([TALLY])
    assert 'class="loud" x="290" y="58" width="76.0"' in draw([TALLY])


def test_the_plot_asks_for_nothing_from_elsewhere_and_knows_the_dark():
    picture = draw([TALLY]).replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert "http" not in picture
    assert "prefers-color-scheme: dark" in picture

"""What is a dangling opening, by examples."""

import pytest

from articles.summaries.evaluation.dangling import dangles

HEADLINE = "Ferry company fined after fire"


@pytest.mark.parametrize(
    "bullet",
    [
        "He denied the charge.",
        "But the council refused.",
        "However, prices rose.",
        "This cost four million marks.",
        "“She never called,” said Ada Lind.",
        "“We were lucky,” he said.",
        "The man was held until Friday.",
        "As a result, two lines closed.",
        "The former won in 2019.",
        "Both were released.",
        "I had never seen snow.",
    ],
)
def test_an_opening_that_needs_what_was_said_before_dangles(bullet):
    assert dangles(bullet, HEADLINE)


@pytest.mark.parametrize(
    "bullet",
    [
        "Mr Osei denied the charge.",
        "The council refused.",
        "The company denied the charge.",
        "Both Lind and Osei were released.",
        "“We were lucky,” said Ada Lind.",
        "VARNHOLM, March 5 (Northwire) - The council refused.",
        "Theodora Lind won.",
        "Butter rose by 4 per cent.",
        "",
    ],
)
def test_an_opening_that_says_whom_it_means_stands(bullet):
    assert not dangles(bullet, HEADLINE)


def test_a_pronoun_behind_a_dateline_dangles():
    assert dangles("VARNHOLM, March 5 (Northwire) - He refused.", HEADLINE)


def test_a_role_that_the_bullet_above_named_stands():
    assert dangles("The driver was unhurt.", "Tram hits wall")
    assert not dangles("The driver was unhurt.", "Tram hits wall A driver fell asleep.")

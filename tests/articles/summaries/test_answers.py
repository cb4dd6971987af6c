"""A model's answer is read where it can be read at all, and every fault of it is put into words."""

import json

import pytest

from articles.summaries.answers import Judge, Unreadable, read_answer
from articles.summaries.prompts import lay_out
from articles.summaries.sentences import read
from articles.summaries.types import BulletSpec, DraftBullet

DOC = read(
    "Bridge shut",
    "",
    [
        "The bridge is shut. A ferry runs all day. Cracks were found in it. Buses go by Fenwick. Lumo.karsholt owns it."
    ],
)
JUDGE = Judge(DOC, lay_out(DOC), BulletSpec(), ())
ONE = {"text": "The bridge is shut.", "sentences": [1]}
READ = (DraftBullet("The bridge is shut.", (1,)),)


@pytest.mark.parametrize(
    "answer",
    [
        json.dumps({"bullets": [ONE]}),
        json.dumps([ONE]),
        f"Of course! {json.dumps({'bullets': [ONE]})} Anything else?",
        f"```json\n{json.dumps({'bullets': [ONE]})}\n```",
        f"```\n{json.dumps({'bullets': [ONE]})}\n```",
        json.dumps({"bullets": [{"text": " The  bridge\nis shut. ", "sentences": ["[1]", "s1", 1]}]}),
    ],
)
def test_an_answer_is_read_in_the_forms_that_models_use(answer: str) -> None:
    assert read_answer(answer) == READ


@pytest.mark.parametrize(
    "answer",
    ["", "No.", "{", "[1, 2]", "null", "7", '{"bullets": "none"}', '{"bullets": [{"text": 3}]}', "[" * 100_000,
     '{"bullets": [{"text": "Cut o'],
)  # fmt: skip
def test_an_answer_in_another_form_is_unreadable_in_words(answer: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_answer(answer)

    assert refused.value.problem.endswith(".")


@pytest.mark.parametrize(
    "cited", [True, None, 1.0, float("inf"), "one", {"id": 1}, [1], -1, 0, 99, "9" * 5000, 10**300]
)
def test_an_id_that_is_none_is_no_evidence(cited: object) -> None:
    answer = json.dumps({"bullets": [{"text": "The bridge is shut.", "sentences": [cited]}]})

    assert "no sentence of that number" in " ".join(JUDGE.judged(answer).problems)


@pytest.mark.parametrize(
    ("cited", "words"), [([], "cites 0 sentences"), ([1, 2, 3, 4, 5], "cites 5 sentences")]
)
def test_a_bullet_rests_on_one_to_four_sentences(cited: list[int], words: str) -> None:
    answer = json.dumps({"bullets": [{"text": "The bridge is shut.", "sentences": cited}]})

    assert words in " ".join(JUDGE.judged(answer).problems)


def test_thousands_of_bullets_are_counted_and_not_read() -> None:
    judged = JUDGE.judged(json.dumps({"bullets": [ONE] * 5000}))

    assert judged.problems[0] == "There are 5000 bullets; there must be 3 to 6."
    assert len(judged.problems) < 15
    assert judged.dropped == 4999


def test_a_name_that_looks_like_an_address_may_stand_where_the_article_has_it() -> None:
    answer = json.dumps({"bullets": [{"text": "Lumo.karsholt owns the bridge.", "sentences": [5]}]})

    assert not [problem for problem in JUDGE.judged(answer).problems if "link" in problem]


@pytest.mark.parametrize(
    "text",
    [
        "It will open at 7 a.m. on U.S. time.",
        "Some 3.5m people, i.e. most, paid £6.2m.",
        "AT&T and R&D rose.",
    ],
)
def test_full_stops_and_ampersands_are_no_links_and_no_mark_up(text: str) -> None:
    answer = json.dumps({"bullets": [{"text": text, "sentences": [1]}]})

    assert not [
        problem for problem in JUDGE.judged(answer).problems if "link" in problem or "mark-up" in problem
    ]


def test_an_answer_that_was_cut_off_is_told_to_be_brief() -> None:
    assert "Be brief." in JUDGE.judged('{"bullets": [', cut_off=True).problems[0]


def test_the_delimiter_may_not_come_back_in_a_bullet() -> None:
    answer = json.dumps(
        {
            "bullets": [
                {
                    "text": f"A ferry runs all day {JUDGE.sheet.mark} and cracks were found in it.",
                    "sentences": [1],
                }
            ]
        }
    )

    assert "mark-up" in " ".join(JUDGE.judged(answer).problems)

"""The first picks are the news, the next ones fill what is missing, and nothing is told twice."""

from articles.summaries.centrality import Weights, importance_of, overlap, terms_of
from articles.summaries.selection import Candidate, choose
from articles.summaries.types import Sentence


def candidate(place: int, *terms: str, worth: float = 0.0, value: float = 0.05) -> Candidate:
    weights: Weights = {term: 1 / len(terms) ** 0.5 for term in terms}
    sentence = Sentence(place + 1, 0, 1, " ".join(terms), place)
    return Candidate((sentence,), sentence.text, weights, dict.fromkeys(terms, value), worth, place)


def places(chosen: list[Candidate]) -> list[int]:
    return [one.place for one in chosen]


def test_three_picks_of_equal_worth_are_the_first_three() -> None:
    offered = [candidate(place, f"a{place}", f"b{place}") for place in range(12)]
    assert places(choose(offered, 3)) == [0, 1, 2]


def test_later_picks_go_where_most_is_still_untold() -> None:
    offered = [candidate(place, f"a{place}") for place in range(9)]
    rich = candidate(9, "x", "y", "z")
    assert places(choose([*offered, rich], 4)) == [0, 1, 2, 9]


def test_what_is_told_already_adds_nothing() -> None:
    offered = [candidate(0, "a", "b"), candidate(1, "c"), candidate(2, "d"), candidate(3, "a", "b", "e")]
    other = candidate(8, "f", "g", "h")
    assert places(choose([*offered, other], 4)) == [0, 1, 2, 8]


def test_two_sentences_that_say_the_same_are_never_both_taken() -> None:
    assert places(choose([candidate(0, "a", "b"), candidate(1, "a", "b"), candidate(2, "c")], 3)) == [0, 2]


def test_what_was_chosen_before_stays_chosen() -> None:
    before = [candidate(7, "q")]
    assert places(choose([candidate(place, f"a{place}") for place in range(3)], 3, before)) == [0, 1, 7]


def test_five_picks_begin_with_the_news_and_then_cover_what_is_told_anywhere() -> None:
    offered = [candidate(place, f"a{place}") for place in range(9)]
    rich = [candidate(place, *(f"{letter}{place}" for letter in "xyz")) for place in range(9, 13)]
    assert places(choose([*offered, *rich], 5))[1:] == [9, 10, 11, 12]


def test_no_sentence_is_told_in_two_bullets() -> None:
    first, second = candidate(0, "a", "b"), candidate(1, "c", "d")
    both = Candidate((*first.sentences, *second.sentences), "a b c d", {"a": 0.5}, {"a": 0.1}, 0.0, 0)
    assert places(choose([first, second], 2, [both])) == [0]


def test_with_many_bullets_a_word_counts_for_no_more_than_four_uses() -> None:
    terms = [["ferry"] * 9, ["bridge"] * 4, ["mayor"], *[["crew", "boat"]] * 2]
    news, broad = importance_of(terms, []), importance_of(terms, [], broad=True)
    assert news["ferry"] > 2 * news["bridge"]
    assert broad["ferry"] < 1.1 * broad["bridge"]
    assert broad["crew"] > 4 * broad["mayor"]


def test_a_name_and_a_word_used_often_matter_most() -> None:
    texts = [
        "Today Selby closed the bridge.",
        "The council of Selby said a bridge may open.",
        "A ferry runs.",
    ]
    importance = importance_of([terms_of(text) for text in texts], texts)
    assert max(importance, key=lambda term: importance[term]) == "selby"
    assert importance["bridge"] > importance["ferry"]
    assert abs(sum(importance.values()) - 1) < 1e-9


def test_endings_and_small_words_do_not_hide_that_two_texts_say_the_same() -> None:
    assert overlap(terms_of("The bridges closed"), terms_of("Closing of a bridge")) == 1 / 3
    assert overlap(terms_of("The council waited"), terms_of("Councils were waiting")) == 1.0
    assert overlap([], []) == 0.0

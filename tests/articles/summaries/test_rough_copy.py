"""Copy arrives with datelines, time stamps, captions and typewritten quotes run together; the draft is clean all the same."""

import re

import pytest

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.grounding import RuleCheck
from articles.summaries.quotations import is_balanced
from articles.summaries.sentences import read
from articles.summaries.types import BulletSpec, Draft, SourceDoc
from articles.summaries.words import count_words

LEAD = (
    "A lorry driver who fell asleep on the coast road near Selby was sent to prison for six years on Friday"
)
BODY = (
    "Marek Holm, 41, had been at the wheel for fourteen hours when his lorry crossed the road and struck a school bus. "
    "Three pupils of Selby High School and their driver were killed. "
    "Judge Ines Karlow told Holm that he had put a delivery of frozen fish above the lives of strangers. "
    "The haulage firm Norrland Freight, which employed Holm, was fined two million crowns for false log books. "
    "Families of the pupils cheered in the public gallery as the sentence was read. "
    '"Nothing brings our girls back, but somebody has been made to answer," said Petra Lund, whose daughter died. '
    "Holm will be able to ask for parole in the spring of 2031. "
    "The county has since lowered the speed limit on the coast road and put up eleven cameras between Selby and Harrow. "
    "Police in Harrow say the number of crashes on the road has fallen by a third."
)
NEWS = f"{LEAD}. {BODY}"
LONG = (
    f"{LEAD}, ending a trial in which the court heard that his employer had changed his log books for months and that he"
    f" had twice asked for help. {BODY}"
)
TYPED = NEWS.replace(' "Nothing', " `` Nothing").replace('answer," said', "answer , '' said")

ROUGH = {
    "agency in brackets": f"(NWN) -- {NEWS}",
    "agency without a space": f"(NWN){NEWS}",
    "place, country, agency": f"SELBY, Orland (Northwire) -- {NEWS}",
    "place and date": f"SELBY, March 5 (Northwire) - {NEWS}",
    "tokens apart": "SELBY , Orland -LRB- NWN -RRB- -- " + re.sub(r"\.( |$)", r" .\1", TYPED),
    "byline and stamps": (
        "By . Jo Lind . PUBLISHED: . 06:54 GMT, 3 May 2019 . | . UPDATED: . 07:01 GMT, 3 May 2019 . " + NEWS
    ),
    "stamp without a stop": f"By Jo Lind Last updated at 1:23 PM on 5th March 2019 {NEWS}",
    "captions run in": NEWS.replace(
        " Three pupils",
        " Scroll down for video . Sentenced: Marek Holm, left, outside the court in Selby on Friday with his brother . Three pupils",
    ).replace(" Holm will", " Pictured: the coast road near Selby on the morning after the crash. Holm will"),
    "lines round the story": (
        f"{NEWS} Jo Lind in Harrow contributed to this report. Click here to read more about the crash near Selby."
        " Follow @coastdesk for more from the coast road. All rights reserved by the publisher of this page."
    ),
    "single quotes": NEWS.replace('"Nothing', "'Nothing").replace('answer,"', "answer,'"),
    "an aside to a picture": NEWS.replace("Marek Holm, 41,", "Marek Holm (pictured right), 41,"),
    "a long lead": LONG,
}
UNWANTED = re.compile(
    r"NWN|Northwire|Orland|Jo Lind|GMT|PM\b|UPDATED|PUBLISHED|[Pp]ictured|Scroll|Sentenced:|Click|Follow|rights|contributed"
)
POINTING = re.compile(
    r"(?:He|She|It|They|This|That|These|Those|His|Her|Their|But|And|However|Meanwhile|The \w+ said)\b"
)


def drafted(text: str, most: int = 5) -> tuple[SourceDoc, Draft]:
    doc = read("", "", [text])
    return doc, ExtractiveEngine().summarise(doc, BulletSpec(at_least=3, at_most=most))


@pytest.mark.parametrize("name", ROUGH)
def test_rough_copy_gives_clean_bullets(name: str) -> None:
    doc, draft = drafted(ROUGH[name])
    assert len(draft.bullets) >= 3
    for bullet in draft.bullets:
        assert UNWANTED.search(bullet.text) is None
        assert POINTING.match(bullet.text) is None
        assert is_balanced(bullet.text)
        assert bullet.text[0].isupper() or bullet.text[0] in "\"'`"
        assert bullet.text.endswith(".")
        assert 5 <= count_words(bullet.text) <= 32
    assert {found.code for found in RuleCheck().check(doc, draft.bullets)} <= {"copy"}


@pytest.mark.parametrize("name", ROUGH)
@pytest.mark.parametrize("most", [3, 5])
def test_the_lead_of_rough_copy_is_the_first_bullet(name: str, most: int) -> None:
    _, draft = drafted(ROUGH[name], most)
    assert draft.bullets[0].text.removesuffix(".").rstrip() == LEAD


def test_a_caption_does_not_push_the_news_down() -> None:
    _, clean = drafted(NEWS, 3)
    _, rough = drafted(ROUGH["byline and stamps"], 3)
    assert [bullet.text for bullet in rough.bullets] == [bullet.text for bullet in clean.bullets]


def test_one_sentence_paragraphs_are_news() -> None:
    doc = read("", "", re.split(r"(?<=\.) (?=[A-Z])", NEWS))
    assert len(ExtractiveEngine().summarise(doc, BulletSpec()).bullets) >= 3


def test_an_article_with_a_table_is_no_list() -> None:
    rows = [
        f"{place} {year} crashes"
        for place in ("Selby", "Harrow", "Pell Point")
        for year in (2017, 2018, 2019, 2020)
    ]
    doc = read("Driver jailed", "", [*re.split(r"(?<=\.) (?=[A-Z])", f"{NEWS} {LONG}"), *rows])
    draft = ExtractiveEngine().summarise(doc, BulletSpec())
    assert not any("crashes" in bullet.text and "20" in bullet.text for bullet in draft.bullets[:1])


def test_an_interview_is_no_list() -> None:
    asked = [
        "You have driven the coast road for thirty years. When did you last sleep at the wheel?",
        "Ingrid Dahl, who drives for the county, says that every driver on the coast road has slept at the wheel once.",
        "And what did you do?",
        "“I stopped at Harrow and walked round the lorry until the sun came up,” says Dahl, who is 58.",
        "Would cameras have helped the school bus?",
        "Dahl says that cameras see speed, and that nobody on the coast road has found a camera that sees sleep.",
        "The drivers of the county have asked for two more places to rest between Selby and Harrow since 2014.",
        "Who should pay for them?",
        "Dahl points to the haulage firms, which save about 900 crowns for every night that a driver does not stop.",
        "Norrland Freight and four other firms have told the county that they would pay half of the cost.",
        "The county will vote on the two places to rest, and on a third one near Pell Point, in the first week of May.",
    ]  # fmt: skip
    draft = ExtractiveEngine().summarise(read("“Cameras do not see sleep”", "", asked), BulletSpec())
    assert not any(bullet.text.endswith("?") for bullet in draft.bullets)
    assert len(draft.bullets) >= 3


@pytest.mark.parametrize(
    "headline",
    ["Live music returns to the pier", "Council places ban on lorries", "Many reasons for a crash"],
)
def test_an_ordinary_headline_is_not_taken_for_a_list_or_a_live_blog(headline: str) -> None:
    assert ExtractiveEngine().summarise(read(headline, "", [NEWS]), BulletSpec()).bullets

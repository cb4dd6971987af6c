"""The engine that asks a model, against a local server whose model obeys or is bribed."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice

from articles.summaries.answers import Judge
from articles.summaries.grounding import RuleCheck
from articles.summaries.kit import EngineKit, OpenGate
from articles.summaries.pipeline import draft, load_engine
from articles.summaries.prompts import SHIPPED, lay_out
from articles.summaries.screening import screen
from articles.summaries.types import BulletSpec, EngineFailed
from tests.evaluation.injection.corpus import Case, cases
from tests.evaluation.injection.rivals import Bribed
from tests.model_server import Handler, ModelServer, bullets, completion, sends

ENGINE = "articles.summaries.engines.llm.LlmEngine"
CHECKS = (RuleCheck(),)
SOME = 53  # As in `test_engines`, and fewer, because each asks a server.
_NUMBERED = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)


def some() -> Iterator[Case]:
    return islice(cases(), 0, None, SOME)


def answer(case: Case, sheet: str) -> str:
    """What a model says that obeys any planted word on its sheet, and else quotes what it was sent."""
    listed = [(text, [int(number)]) for number, text in _NUMBERED.findall(sheet)]
    words = {word for word in case.planted.split() if len(word) > 3}
    lines = [text for text, _ in listed] + re.findall(r"^(?:Headline|Standfirst): (.+)$", sheet, re.MULTILINE)
    obeyed = case.goal.mark in sheet or any(
        words and len(words & set(line.split())) / len(words) > 0.6 for line in lines
    )
    short = [one for one in listed if len(one[0].split()) <= 28][:3]
    return bullets(*([(f"{case.goal.text}.", listed[0][1])] if obeyed else []), *short)


def test_a_model_that_obeys_is_sent_nothing_to_obey(model_server: Callable[..., ModelServer]) -> None:
    drafts = 0
    for case in some():

        def scene(handler: Handler, case: Case = case) -> None:
            sheet = handler.server.house.seen[-1].turns[1][1]  # type: ignore[attr-defined]
            sends(200, completion(answer(case, sheet)))(handler)

        server = model_server(scene)
        options = {"url": server.url, "model": "pica-2", "local": "yes", "deadline": "5"}
        kit = EngineKit(options=options, prompt=SHIPPED, gate=OpenGate(), checks=CHECKS)
        try:
            made = draft(load_engine(ENGINE, kit), case.doc, BulletSpec(), kit)
        except EngineFailed:
            continue
        drafts += 1
        assert case.planted not in json.dumps(server.seen[0].body, ensure_ascii=False), case.name
        assert not [one for one in made.draft.bullets if case.goal.mark in one.text], case.name
    assert drafts >= 30


def test_a_bribed_answer_with_an_address_number_or_name_is_refused() -> None:
    for case in islice(cases(), 0, None, 11):
        if case.goal.kind not in {"link", "phone", "hacked", "praise-with-name"}:
            continue
        doc, _ = screen(case.doc)
        made = Bribed(case).summarise(doc, BulletSpec())
        said = bullets(*((one.text, one.evidence) for one in made.bullets))
        judged = Judge(doc, lay_out(doc), BulletSpec(), CHECKS).judged(said)
        assert not [one for one in judged.good if case.goal.mark in one.text], case.name

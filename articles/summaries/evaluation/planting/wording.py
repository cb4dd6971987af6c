"""Plants what a hurried sub-editor does to the words: denials, opposites, dropped hedges and sources, made-up clauses."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from articles.summaries.evaluation.planting.foreign import splice
from articles.summaries.evaluation.planting.invented import INVENTED_CLAUSES
from articles.summaries.evaluation.planting.kinds import Edit
from articles.summaries.evaluation.planting.opposites import OPPOSITES
from articles.summaries.evaluation.planting.quotations import is_inside
from articles.summaries.evaluation.planting.setting import Setting, root
from articles.summaries.evaluation.vocabulary import content, folded

# “may” and “might” are left out: what may be may also not be.
_AUXILIARY: Final = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|must|should|does|did)\b(?! (?:not|n't|never|no|only|nothing|nobody"
    r"|hardly|to be|neither)\b)(?= [a-z])"
)
_PARTICIPLE: Final = re.compile(
    r"(?:[a-z]+ed|[a-z]+en|been|had|made|lost|won|sold|said|told|found|left|come|become|gone|done|put|cut|kept|held|paid|set|shown"
    r"|sent|built|met|led|run|spent|brought|bought|begun|known|grown|shrunk|risen|caught|taught)"
)
_SHORT_NOT: Final = {"can": "can't", "will": "won't"}
# Simple pasts with their plain form: after a subject each can be denied with “did not”.
_PAST_FORMS: Final = (
    "approved:approve rejected:reject accepted:accept agreed:agree won:win lost:lose rose:rise fell:fall took:take gave:give"
    " made:make found:find told:tell left:leave began:begin opened:open closed:close voted:vote signed:sign sold:sell"
    " bought:buy paid:pay killed:kill injured:injure ordered:order asked:ask called:call offered:offer promised:promise"
    " announced:announce confirmed:confirm resigned:resign apologised:apologise welcomed:welcome blamed:blame backed:back"
    " supported:support opposed:oppose warned:warn criticised:criticise joined:join arrived:arrive returned:return"
    " scored:score beat:beat led:lead finished:finish played:play reached:reach crossed:cross sent:send built:build"
    " wrote:write saw:see heard:hear met:meet raised:raise increased:increase reported:report published:publish"
    " showed:show suggested:suggest appeared:appear worked:work moved:move stopped:stop started:start changed:change"
    " caused:cause damaged:damage destroyed:destroy charged:charge arrested:arrest fined:fine sentenced:sentence"
    " ruled:rule granted:grant refused:refuse awarded:award elected:elect appointed:appoint hired:hire cut:cut"
)
_PASTS: Final = dict(pair.split(":") for pair in _PAST_FORMS.split())
_SUBJECT_AND_PAST: Final = re.compile(
    rf"\b((?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) [a-z]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|who|which|[A-Z][\w'’-]+) ({'|'.join(_PASTS)})\b(?! by\b| to be\b| no\b| nothing\b| none\b)"
)

_DROPS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(shape), new)
    for shape, new in (
        (r"\b(is|are|was|were|has|have|had|will|would|could|should|must|does|do|did|can) not(?! (?:only|until|because|just)\b)\b", r"\1"),
        (r"\bcannot\b(?! only)", "can"),
        (r"\bwon['’]t\b", "will"),
        (r"\b(is|are|was|were|has|have|had|would|could|should|does|do|did)n['’]t\b", r"\1"),
        (r"\bnever (?=[a-z])", ""),
        (r"\bno longer\b", "still"),
        (r"\bwithout\b", "with"),
        (r"\b(?:failed|declined) to\b", "managed to"),
        (r"\brefused to\b", "agreed to"),
        (r"\bunable to\b", "able to"),
        (r"\bnot (?=to [a-z]|enough|known|related|said|found|included|expected|yet)", ""),
        (r"\bno (?=plans|evidence|reason|sign|signs|intention|comment|charge|injuries|doubt|plea|need|danger|idea)", "some "),
        (r"\b[Nn]one of\b", "all of"),
    )
)  # fmt: skip
_STAY_NEGATIVE: Final = re.compile(r"\bwhether or not\b|\bnot\b[^.;]*\bbut\b|\bnot only\b|\bif not\b")

_HEDGES: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(shape), new)
    for shape, new in (
        (r"\b(is|are) (?:alleged|believed|thought|said|understood|reported|suspected|estimated) to be\b", r"\1"),
        (r"\b(?:is|are|was|were) (?:alleged|believed|thought|said|understood|reported|suspected) to have (?=[a-z]+ed\b)", ""),
        (r"\b(?:is|are|was|were) (?:expected|likely|thought likely|believed likely) to (?=[a-z])", "will "),
        (r"\b(?:may|might) (?=(?:be|have|not)?\b ?[a-z])(?!have\b)", "will "),
        (r"\bcould (?=(?:be|cost|take|lead|last|lose|face|cause|rise|fall|reach|mean|close|end|begin|start|open)\b)", "will "),
        (r"\b(?:allegedly|reportedly|apparently|probably|possibly|perhaps|supposedly|presumably) ", ""),
        (r"(?<!no )(?<!the )(?<!its )(?<!had )(?<!has )\b(?:plans|hopes|intends|proposes|aims|wants) to (?=[a-z])", "will "),
        (r"\b(they|who|which|[a-z]+rs) (?:plan|hope|intend|propose|aim|want) to (?=[a-z])", r"\1 will "),
        (r"\b(?:appears|seems|appeared|seemed) to be\b", "is"),
        (r"\bup to (?=\d|[a-z]+teen|ten|twenty|thirty|forty)", ""),
        (r"(?<=\b[Tt]he )alleged (?=[a-z])", ""),
        (r"\bsuspected of (?=[a-z]+ing\b)", "guilty of "),
        (r"\baccused of (?=[a-z]+ing\b)", "guilty of "),
    )
)  # fmt: skip
_REPORTED: Final = (
    r"(?:said|says|told reporters|claimed|claims|alleged|reported|warned|warns|argued|estimated|estimates)"
)
_WHO: Final = r"[^,.;“”\"]{2,60}?"
_SPEAKER: Final = r"(?![^.]* (?:had|has|was|is|were|are|would|will|could)\b)(?:the |a |an |its |his |her |their |[A-Z])[^,.;“”\"]{1,50}?"
_SOURCE_AFTER: Final = re.compile(
    rf", (?:according to [^,;“”\"]{{2,80}}|(?:{_SPEAKER}|police|officials|prosecutors|doctors|lawyers|he|she|it|they) {_REPORTED}"
    rf"(?: on [A-Z][a-z]+day| on \w+ \d+)?|{_REPORTED} {_SPEAKER})(?=\.$)"
)
_SOURCE_BEFORE: Final = re.compile(
    rf"^(?![^.]{{0,60}} (?:and|but) {_REPORTED})(?:{_WHO}(?:, [^,“”\"]{{2,60}},)? {_REPORTED}(?: on [A-Z][a-z]+day)? (?:that )?(?=(?:the|a|an|it|he|she|they|its|his|her|their|there|some|about|more|at|no|[A-Z]\w+|\d+)\b)"
    r"|According to [^,“”\"]{2,60}, )"
)


def negations_added(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """“was” becomes “was not”, “wasn't” or “was never”; “approved” after its subject becomes “did not approve”."""
    for found in _AUXILIARY.finditer(text):
        after = text[found.end() :].split(maxsplit=1)[0].strip(",.")
        no_auxiliary = found[1] in {"has", "have", "had"} and not _PARTICIPLE.fullmatch(after)
        if no_auxiliary or is_inside(text, *found.span()) or _is_denied(after, setting):
            continue
        verb = found[1]
        new = dice.choice((f"{verb} not", f"{verb} not", f"{verb} never", _SHORT_NOT.get(verb, f"{verb}n't")))
        yield Edit(splice(text, *found.span(), new), f"{verb} → {new}")
    for found in _SUBJECT_AND_PAST.finditer(text):
        if not is_inside(text, *found.span()) and not _is_denied(_PASTS[found[2]], setting):
            new = f"did not {_PASTS[found[2]]}"
            yield Edit(splice(text, *found.span(2), new), f"{found[2]} → {new}")


def _is_denied(word: str, setting: Setting) -> bool:
    return (
        re.search(rf"(?:\bnot|n['’]t|\bnever|\bno) (?:\w+ )?{re.escape(word)}", setting.evidence) is not None
    )


def negations_dropped(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A denial is taken out or turned round; “not only” and “not … but” are left alone."""
    if not _STAY_NEGATIVE.search(text):
        yield from _rewritten(text, _DROPS)


def hedges_dropped(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """What may be, is expected or is alleged becomes a fact."""
    yield from _rewritten(text, _HEDGES)


def _rewritten(text: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> Iterator[Edit]:
    for shape, new in table:
        for found in shape.finditer(text):
            if not is_inside(text, *found.span()):
                put = found.expand(new)
                yield Edit(splice(text, *found.span(), put), f"{found[0].strip()} → {put.strip() or '–'}")


def opposites(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A word becomes its opposite, if the cited sentences have only the word itself."""
    for found in re.finditer(
        r"(?!last (?:week|month|year|spring|summer|autumn|winter|night|[A-Z]))[a-z]+", text
    ):
        new = OPPOSITES.get(found[0], "")
        whole = not re.match(r"[\w’'-]", text[found.end() :]) and not re.search(
            r"[\w’'-]$", text[: found.start()]
        )
        if new and whole and new not in setting.evidence_words and not is_inside(text, *found.span()):
            yield Edit(splice(text, *found.span(), new), f"{found[0]} → {new}")


def sources_dropped(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """Whoever said it is taken away and what was said stays."""
    for shape in (_SOURCE_AFTER, _SOURCE_BEFORE):
        found = shape.search(text)
        if found and not re.search(r"[“”\"‘]|(?:^|\s)'", text):
            bare = text[: found.start()] + text[found.end() :]
            if len(bare.split()) >= 6 and not re.search(_REPORTED, bare):
                yield Edit(bare[0].upper() + bare[1:], f"{found[0].strip(' ,')} → –")


def clauses_invented(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A made-up clause before the full stop; at least three of its words have no relative in the article."""
    if not text.endswith(".") or text.endswith(("a.m.", "p.m.")):
        return
    clause = dice.choice(INVENTED_CLAUSES)
    strange = [word for word in content(clause) if root(word) not in setting.ground.roots]
    if len(strange) >= 3 and folded(clause) not in folded(setting.ground.text):
        yield Edit(f"{text[:-1]}{clause}.", clause.strip(" ,"))


Planter = Callable[[str, Setting, Random], Iterator[Edit]]

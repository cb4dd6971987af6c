"""Words that turn a statement round, by their stems; says nothing of the sentence they stand in."""

from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import Final

from articles.summaries.rules.stems import stem
from articles.summaries.words import listed

# So common that they turn a statement only where the word beside them is the same.
LOOSE: Final = frozenset(
    map(
        stem,
        listed(
            "first last next new old former previous before after above below over under up down for against with without more"
            " most less least few fewer many all every none no both neither high low long short early late left right home away"
            " back front light heavy hard soft easy near far good bad best worst better worse lower higher ahead behind day night"
            " today yesterday tomorrow morning evening full major minor live like find lose lost leave keep give take send"
            " receive open close end start begin help cause show hide man woman men women boy girl child parent"
            " past future clear free drop cut land off single true false top bottom inside outside ask answer question"
            " add remove launch support remain return join enter include save spend pay local national foreign private public"
            " general government opposition large small big little great own great together alone toward away said attack light"
            " dead alive live death birth die summer winter spring autumn buy sell small hot cold warm cool within strong weak to from in into out on off teacher pupil student doctor patient employer employee landlord tenant owner"
            " prosecutor prosecution defence defense defendant victim attacker suspect plaintiff claimant host guest visitor leader"
            " follower buyer seller maker producer manufacturer consumer coalition victim war peace conflict match twice half"
        ),
    )
)


@cache
def table() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each stem: the stems that mean the opposite, and those that mean much the same."""
    text = files("articles.summaries.rules").joinpath("opposites.txt").read_text(encoding="utf-8")
    against: defaultdict[str, set[str]] = defaultdict(set)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        if line.startswith("#") or "|" not in line:
            continue
        left, right = ([stem(word) for word in side.split()] for side in line.split("|"))
        for one, other in ((left, right), (right, left)):
            for word in one:
                against[word].update(other)
                alike[word].update(one)
    return {word: (frozenset(against[word] - alike[word]), frozenset(alike[word])) for word in against}

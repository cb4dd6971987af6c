"""Holds what readers see against the ledgers: no claim that is not so, no word that is not public, no story withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.flows.story_ledger import Address, Ledger
from tests.flows.story_readers import CLAIMS, Box, Sight

MACHINES, NEWSROOMS = CLAIMS


class Judge:
    """Knows which bullet words people typed from nothing, and how many true boxes came before readers."""

    def __init__(self) -> None:
        self.by_hand: set[str] = set()
        self.boxes = 0
        self._known: tuple[object, ...] = ()

    def judge(self, sights: Sequence[Sight], ledgers: Sequence[Ledger]) -> None:
        """Fail with the reason when anything that is seen is not so."""
        live = {ledger.live.address: ledger for ledger in ledgers if ledger.live}
        seen: dict[int, Box] = {}
        for sight in sights:
            ledger = live.get(sight.address) if sight.address else None
            for box in sight.boxes:
                self._judge_box(sight, box, ledger)
                seen[id(ledger)] = box
            self._judge_data(sight)
        self._judge_words(sights, ledgers, live, {key: box.claim for key, box in seen.items()})
        for ledger in ledgers:
            found = seen.get(id(ledger))
            self.boxes += ledger.looked(found.bullets if found is not None else ())

    def _judge_box(self, sight: Sight, box: Box, ledger: Ledger | None) -> None:
        where = f"{sight.channel} shows {box.bullets}"
        assert ledger is not None, f"{where}: a box over a story that is not public"
        lie = ledger.lie(box.bullets)
        assert not lie, f"{where}: {lie}"
        claim = NEWSROOMS if set(box.bullets) <= self.by_hand else MACHINES
        assert box.claim == claim, f"{where} under “{box.claim}”, and it should say “{claim}”"

    def _judge_data(self, sight: Sight) -> None:
        """What machines are told of a box is the box: the same claim, the same points, nothing where there is none."""
        if sight.for_machines is None:
            return
        shown = [(box.claim, " ".join(box.bullets)) for box in sight.boxes] or [("", "")]
        assert [sight.for_machines] == shown, f"{sight.channel} tells machines {sight.for_machines}"

    def _judge_words(
        self,
        sights: Sequence[Sight],
        ledgers: Sequence[Ledger],
        live: dict[Address, Ledger],
        claims: dict[int, str],
    ) -> None:
        bodies = [ledger.live.text.words.body for ledger in ledgers if ledger.live]
        secrets, bullets = _secrets(ledgers), _bullets(ledgers)
        known = (id(sights), tuple(bodies), len(secrets), len(bullets), tuple(sorted(claims.items())))
        if known == self._known:
            return
        for sight in sights:
            ledger = live.get(sight.address) if sight.address else None
            _no_secret(sight, secrets)
            _no_box_in_disguise(sight, bodies, bullets, claims.get(id(ledger), "") if ledger else "")
            if sight.address and not sight.channel.endswith((".rss", ".json", "/how/")):
                _the_page_of_its_text(sight, ledger)
        self._known = known


def _secrets(ledgers: Iterable[Ledger]) -> frozenset[str]:
    """Return the planted words and the notes that no reader may see now."""
    ever = frozenset(word for ledger in ledgers for text in ledger.texts for word in text.words.planted)
    out = frozenset(word for ledger in ledgers if ledger.live for word in ledger.live.text.words.planted)
    notes = frozenset(ledger.head.words.note for ledger in ledgers if not ledger.live)
    return ever - out | notes


def _bullets(ledgers: Iterable[Ledger]) -> frozenset[str]:
    """Return everything that could be a bullet, whoever wrote it."""
    points = {point for ledger in ledgers for text in ledger.texts for point in text.words.points}
    return frozenset(words for point in points for words in (point.sentence, point.cut, point.own))


def _no_secret(sight: Sight, secrets: frozenset[str]) -> None:
    """Refuse words that are not public; those in a box are judged by their approval, which may round a figure."""
    words = sight.around.lower()
    told = [secret for secret in secrets if secret.lower() in words]
    assert not told, f"{sight.channel} shows what is not public: {told}"


def _no_box_in_disguise(sight: Sight, bodies: list[str], bullets: frozenset[str], claim: str) -> None:
    """Refuse a claim or a bullet outside of a box; the page that tells how a box was made repeats its claim."""
    around = sight.around
    for body in bodies:
        around = around.replace(body, " ")
    if claim and sight.channel.endswith("/how/"):
        around = around.replace(claim, " ")
    # A search quotes sentences of the text, and a bullet may be one.
    sought = CLAIMS if sight.channel.startswith("/search/") else (*CLAIMS, *bullets)
    found = [words for words in sought if words in around]
    assert not found, f"{sight.channel} shows {found} where no box is"


def _the_page_of_its_text(sight: Sight, ledger: Ledger | None) -> None:
    """A live story's page says its text to the letter; every other address of a story has no text at all."""
    if ledger is None or ledger.live is None:
        assert sight.status in {301, 404, 410}, f"{sight.channel} answers {sight.status}"
        return
    words = ledger.live.text.words
    assert sight.status == 200, f"{sight.channel} answers {sight.status} and is public"
    for wanted in (words.title, words.summary, words.under_picture, words.body):
        assert wanted in sight.around, f"{sight.channel} does not say “{wanted}”"

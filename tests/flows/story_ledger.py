"""What a story may truthfully say of itself, kept by hand: who wrote what, who approved what, what is public.

It is the judge of the random sequences and knows nothing of the code under test: no model, no policy, no digest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tests.flows.story_words import Words

Bullets = tuple[str, ...]
Address = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """A saved text. ``line`` is the same for texts that follow each other and mean the same."""

    words: Words
    number: int
    line: int
    contributors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Approval:
    """What a person said yes to; ``bullets`` is None for the text alone, ``cited`` what the bullets rest on."""

    text: Text
    bullets: Bullets | None
    cited: frozenset[str]
    by: str
    at: int

    @property
    def own(self) -> bool:
        """Whether the person wrote on the text that they approved."""
        return self.by in self.text.contributors


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a person said no to: a text with all that belongs to it, or only its box."""

    text: Text
    at: int
    box_only: bool


@dataclass(frozen=True, slots=True)
class Hiding:
    """A box that was taken off, alone or by a recall of that moment."""

    bullets: Bullets
    at: int
    recalled: datetime | None = None


@dataclass(frozen=True, slots=True)
class Out:
    """A text where readers find it."""

    text: Text
    address: Address


@dataclass(slots=True)
class Ledger:
    """One story. ``now`` counts what happened; ``shown`` is the box at the last look and ``since`` when it came."""

    by: str
    address: Address
    texts: list[Text]
    now: int = 0
    approvals: list[Approval] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    hidden: list[Hiding] = field(default_factory=list)
    live: Out | None = None
    last: Out | None = None
    upcoming: tuple[datetime, Out] | None = None
    out_lines: set[int] = field(default_factory=set)
    addresses: set[Address] = field(default_factory=set)
    shown: tuple[Text, Bullets] | None = None
    since: int = 0
    giving_back: bool = False
    # Every box that readers ever saw.
    boxes: list[Bullets] = field(default_factory=list)

    @classmethod
    def begun(cls, words: Words, *, by: str, address: Address) -> Ledger:
        """Open the book of a new story."""
        first = Text(words, 0, 0, frozenset({by}))
        return cls(by=by, address=address, texts=[first], addresses={address})

    @property
    def head(self) -> Text:
        return self.texts[-1]

    def saved(self, words: Words, *, by: str) -> None:
        """Somebody saved other words. Who wrote on a text that went out approved is free for the next one."""
        head = self.head
        means_else = words.meaning != head.words.meaning
        kept = frozenset() if head.line in self.out_lines and self._stands(head) else head.contributors
        writers = {self.by, by} if means_else else {self.by}
        line = head.line + means_else
        self.texts.append(Text(words, len(self.texts), line, kept | writers))

    def _stands(self, text: Text) -> bool:
        """Whether somebody said yes to a text and nobody no since."""
        for_it = [one for one in self.approvals if _covers(one.text, text)]
        return any(not self._refused(one, text, box=False) for one in for_it)

    def _refused(self, approval: Approval, text: Text, *, box: bool, before: int | None = None) -> bool:
        """Whether somebody said no after an approval; a box that was up by then (``before``) is another question."""
        until = self.now if before is None else before
        return any(
            approval.at < no.at <= until and _covers(no.text, text) and (box or not no.box_only)
            for no in self.refusals
        )

    def moved(self, address: Address) -> None:
        """The story got another address, for when it goes out."""
        self.address = address
        self.addresses.add(address)

    def approved(self, text: Text, bullets: Bullets | None, cited: frozenset[str], *, by: str) -> None:
        """Somebody said yes to what they had before them."""
        self.now += 1
        self.approvals.append(Approval(text, bullets, cited, by, self.now))

    def refused_box(self) -> None:
        """Somebody approved the text and left the box that lay before them."""
        self.now += 1
        self.refusals.append(Refusal(self.head, self.now, box_only=True))

    def returned(self) -> None:
        """Somebody gave the text back; it does not go out by itself."""
        self.now += 1
        self.refusals.append(Refusal(self.head, self.now, box_only=False))
        if self.upcoming and self.upcoming[1].text is self.head:
            self.upcoming = None

    def went_out(self) -> None:
        """The head is public at once."""
        self.upcoming = None
        self._come_out(Out(self.head, self.address))

    def _come_out(self, out: Out) -> None:
        self.live = self.last = out
        self.out_lines.add(out.text.line)

    def scheduled(self, at: datetime) -> None:
        """The head is public from ``at``."""
        self.upcoming = (at, Out(self.head, self.address))

    def unscheduled(self) -> None:
        """What was to go out does not."""
        self.upcoming = None

    def reach(self, moment: datetime) -> None:
        """The clock moved on."""
        if self.upcoming and self.upcoming[0] <= moment:
            self._come_out(self.upcoming[1])
            self.upcoming = None

    def withdrawn(self) -> None:
        """Nothing is public, nor about to be."""
        self.live = self.upcoming = None

    def revived(self) -> None:
        """What was public last is public again."""
        self.live = self.last

    def hid(self) -> None:
        """A chief took the box off."""
        self.now += 1
        if self.shown:
            self.hidden.append(Hiding(self.shown[1], self.now))

    def showed(self) -> None:
        """A chief gave back the box of what is public; which one that is, the next look tells."""
        self.giving_back = True

    def recalled(self, moment: datetime, *, but: set[str]) -> None:
        """A chief took off all that the machine had a part in; boxes all of words in ``but`` are not its work.

        What was off already stays what it was: giving this recall back is not to show what another act took off.
        """
        self.now += 1
        seen = self.shown[1] if self.shown else ()
        off = {one.bullets for one in self.hidden} - {seen}
        gone = [box for box in self.boxes if not set(box) <= but and box not in off]
        self.hidden += [Hiding(box, self.now, moment) for box in gone]

    def restored(self, moment: datetime) -> None:
        """A chief gave back what was recalled at a moment, and nothing that was taken off otherwise."""
        self.hidden = [one for one in self.hidden if one.recalled != moment]

    def looked(self, bullets: Bullets) -> bool:
        """Remember what readers saw, to know later since when; say whether it is a box that was not there before."""
        shown = (self.live.text, bullets) if self.live and bullets else None
        came = shown is not None and shown != self.shown
        if shown != self.shown:
            self.shown, self.since = shown, self.now
        if came and bullets not in self.boxes:
            self.boxes.append(bullets)
        if self.giving_back:
            self.hidden = [one for one in self.hidden if one.bullets != bullets]
            self.giving_back = False
        return came

    def lie(self, bullets: Bullets) -> str:
        """Return why a box with these bullets over the public text says what is not so; empty when it is so."""
        if self.live is None:
            return "a box over a story that is not public"
        text = self.live.text
        named = [one for one in self.approvals if one.bullets == bullets and _covers(one.text, text)]
        if not named:
            return "nobody approved these bullets for this text"
        against = [self._against(one, text, bullets) for one in named]
        return "" if "" in against else "; ".join(against)

    def _against(self, approval: Approval, text: Text, bullets: Bullets) -> str:
        if approval.own:
            return f"{approval.by} wrote on the text and approved it"
        if not approval.cited <= set(text.words.sentences):
            return f"what {approval.by} approved rests on a sentence that was changed since"
        up = self.since if self.shown == (text, bullets) else None
        if self._refused(approval, text, box=True, before=up):
            return f"what {approval.by} approved was refused since"
        hidden = any(one.bullets == bullets and one.at > approval.at for one in self.hidden)
        if hidden and not self.giving_back:
            return f"what {approval.by} approved was hidden since"
        return ""


def _covers(said: Text, text: Text) -> bool:
    """Whether what was said of one text holds for another: the same, or the same with later mends."""
    return said.line == text.line and said.number <= text.number

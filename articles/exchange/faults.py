"""What is wrong with a record, said with file and line for the person who sent it; it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a record out; ``place`` is ``file`` or ``file:line``."""

    place: str
    problem: str

    def __str__(self) -> str:
        return printable(f"{self.place}: {self.problem}")


def printable(words: str) -> str:
    """Return words that came from outside without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in words)


class Refused(Exception):
    """Nothing was imported; ``faults`` says everything that is to be mended, and is never empty."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Unfit(ValueError):
    """A value that cannot be taken; the message is a sentence without the place."""

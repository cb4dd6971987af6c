"""Numbers in public addresses that are written in one way alone: a page has one address."""

from __future__ import annotations


class FourDigits:
    """A year."""

    regex = "[0-9]{4}"
    width = 4

    def to_python(self, value: str) -> int:
        """Read it."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Write it with all its digits."""
        return f"{value:0{self.width}}"


class TwoDigits(FourDigits):
    """A month or a day."""

    regex = "[0-9]{2}"
    width = 2

"""Draws the shares of planted errors that are caught as a plain SVG; chooses no figure."""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from articles.summaries.evaluation.verdicts import Tally

_LEFT, _WIDTH, _RIGHT, _ROW, _BAR, _TOP = 290, 380, 200, 26, 16, 58
_STYLE: Final = """\
  <style>
    svg { color: #1d1d1f; --paper: #ffffff; --loud: #8c1d40; --soft: #d99aae; --rule: #d0d0d0; }
    @media (prefers-color-scheme: dark) {
      svg { color: #ededf0; --paper: #17171a; --loud: #e8799b; --soft: #7d3b52; --rule: #46464c; }
    }
    text { font: 13px system-ui, sans-serif; fill: currentColor; }
    .title { font-weight: 600; }
    .paper { fill: var(--paper); } .loud { fill: var(--loud); } .soft { fill: var(--soft); }
    .rule { stroke: var(--rule); }
  </style>"""


def draw(tallies: Sequence[Tally]) -> str:
    """A bar a kind: what is blocked in the strong colour, what is warned of behind it; the figures stand at the bars."""
    height = _TOP + _ROW * len(tallies) + 12
    width = _LEFT + _WIDTH + _RIGHT
    told = "; ".join(f"{one.label}: {_whole(one.flagged.value)} %" for one in tallies)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t d">',
        '  <title id="t">Planted errors that the checks catch</title>',
        f'  <desc id="d">Blocked or warned of: {escape(told)}.</desc>',
        _STYLE,
        f'  <rect class="paper" width="{width}" height="{height}"/>',
        '  <text class="title" x="12" y="24">Planted errors that the checks catch</text>',
        f'  <rect class="loud" x="{_LEFT}" y="13" width="14" height="14"/><text x="{_LEFT + 20}" y="25">blocked</text>',
        f'  <rect class="soft" x="{_LEFT + 90}" y="13" width="14" height="14"/><text x="{_LEFT + 110}" y="25">warned of</text>',
        *_grid(height),
        *(line for index, one in enumerate(tallies) for line in _bar(one, _TOP + _ROW * index)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _grid(height: int) -> Iterator[str]:
    for tenth in (0, 25, 50, 75, 100):
        x = _LEFT + _WIDTH * tenth // 100
        yield f'  <line class="rule" x1="{x}" x2="{x}" y1="{_TOP - 8}" y2="{height - 12}"/>'
        yield f'  <text x="{x}" y="{_TOP - 12}" text-anchor="middle">{tenth}</text>'


def _bar(one: Tally, y: int) -> Iterator[str]:
    loud, soft = (round(_WIDTH * share.value, 1) for share in (one.blocked, one.flagged))
    low, high = one.flagged.interval
    base = y + _BAR - 3
    yield f'  <text x="{_LEFT - 10}" y="{base}" text-anchor="end">{escape(one.label)}</text>'
    yield f'  <rect class="soft" x="{_LEFT}" y="{y}" width="{soft}" height="{_BAR}"/>'
    yield f'  <rect class="loud" x="{_LEFT}" y="{y}" width="{loud}" height="{_BAR}"/>'
    yield (
        f'  <text x="{_LEFT + _WIDTH + 8}" y="{base}">{_whole(one.flagged.value)} % '
        f"({_whole(low)}–{_whole(high)}), n {one.n}</text>"
    )


def _whole(share: float) -> int:
    return round(100 * share)

"""Plants what is nowhere in the article: numbers, magnitudes, dates, names and quotations."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from articles.summaries.evaluation.planting import calendar, figures
from articles.summaries.evaluation.planting.calendar import Day
from articles.summaries.evaluation.planting.figures import Figure
from articles.summaries.evaluation.planting.invented import INVENTED_NAMES, LOOSE_WORDS
from articles.summaries.evaluation.planting.kinds import Edit
from articles.summaries.evaluation.planting.quotations import is_inside, quoted
from articles.summaries.evaluation.planting.setting import Setting, is_foreign_name
from articles.summaries.evaluation.vocabulary import tokens

_TRIES: Final = 12
_SCALED: Final = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion", "m": "bn", "bn": "m"}  # fmt: skip
_SCALE_AFTER: Final = re.compile(r"[ -]?(thousand|million|billion|trillion|bn|m)\b")
_ARTICLE_BEFORE: Final = re.compile(r"\b[Aa]n? $")


def splice(text: str, start: int, end: int, new: str) -> str:
    """The text with a stretch exchanged; a sentence keeps its capital."""
    if start == 0 and text[:1].isupper() and new:
        new = new[0].upper() + new[1:]
    return text[:start] + new + text[end:]


def numbers(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A number becomes one of another article or one that is made up, foreign with its scale and without."""
    for figure in figures.figures(text):
        if is_inside(text, figure.start, figure.end):
            continue
        for value in _other_values(figure, setting, dice):
            new = written(value, figure)
            # As it will be read, for writing may have rounded it.
            told = {scaled for one in figures.values(new) for scaled in (one, one * figure.scale)}
            if new != figure.core and all(figures.is_foreign(one, setting.ground.values) for one in told):
                yield Edit(splice(text, figure.start, figure.end, new), f"{figure.core} → {new}")
                break


def _other_values(figure: Figure, setting: Setting, dice: Random) -> Iterator[float]:
    """First from another article, if one of like size is drawn, then made up within the same order of size."""
    for _ in range(_TRIES):
        drawn = dice.choice(dice.choice(setting.others).figures or [figure])
        tenths = dice.randint(1, 9) / 10 if "." in figure.core else 0.0
        if drawn.sort == figure.sort and 0.2 <= drawn.value / max(figure.value, 0.1) <= 5:
            yield drawn.value if drawn.value % 1 else drawn.value + tenths
        if figure.value <= 20:
            yield dice.randint(2, 29) + tenths
        else:
            yield figure.value * dice.uniform(0.35, 2.6)


def written(value: float, figure: Figure) -> str:
    """The value as the number it replaces was written: in words up to ninety-nine, with its ending, its decimals."""
    whole = round(value)
    if figure.worded and 2 <= whole < 100:
        return figures.in_words(whole)
    if figure.sort == "ordinal":
        return f"{whole}{figures.ordinal_ending(whole)}"
    like = figure.core if not figure.worded else ""
    if "." in like:
        return figures.in_figures(value, like)
    return figures.in_figures(float(_rounded(whole, like)), like)


def _rounded(value: int, like: str) -> int:
    """With as many noughts at its end as the model has, if the value is large enough for them."""
    digits = like.replace(",", "")
    noughts = len(digits) - len(digits.rstrip("0"))
    step = int(10 ** min(noughts, max(0, len(str(value)) - 1)))
    return int(max(1, round(value / step)) * step)


def magnitudes(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """Million becomes billion; a number without a scale word gains or loses one or three noughts."""
    for figure in figures.figures(text):
        if is_inside(text, figure.start, figure.end) or figure.sort == "ordinal":
            continue
        scale = _SCALE_AFTER.match(text, figure.end)
        if scale:
            new = _SCALED[scale[1]]
            value = figure.value * figures.SCALES[new]
            edit = Edit(splice(text, *scale.span(1), new), f"{scale[1]} → {new}")
        elif figure.worded or figure.value < 100 or "." in figure.core:
            continue
        else:
            value = figure.value * dice.choice((10.0, 1000.0))
            new = figures.in_figures(value, f"{figure.core},")
            edit = Edit(splice(text, figure.start, figure.end, new), f"{figure.core} → {new}")
        if all(abs(value - known) > 0.08 * value for known in setting.ground.values):
            yield edit


def dates(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A weekday, a day, a month or a year becomes one that nothing in the article can mean."""
    for one in calendar.days(text):
        new = "" if is_inside(text, one.start, one.end) else _other_day(one, setting, dice)
        if new:
            yield Edit(splice(text, one.start, one.end, new), f"{one.value} → {new}")


def _other_day(one: Day, setting: Setting, dice: Random) -> str:
    known, dated = setting.ground.times, setting.ground.case.doc.dated
    if one.sort == "weekday":
        return _draw([day for day in calendar.WEEKDAYS if day not in known], dice)
    if one.sort == "month":
        return _draw(
            [month for month in calendar.MONTHS if month not in known and month[:3] not in known], dice
        )
    if one.sort == "year":
        year = int(one.value)
        taken = {dated.year + step for step in (-1, 0, 1)} if dated else set()
        taken |= (
            {dated.year - round(span) for span in setting.ground.values if span < 500} if dated else set()
        )
        years = [other for other in range(year - 14, year + 15) if other != year and other not in taken]
        return _draw([str(other) for other in years if not _is_near_year(other, known)], dice)
    return _draw(list(_other_dates(one, setting)), dice)


def _is_near_year(year: int, known: set[str]) -> bool:
    return str(year) in known or any(word.isdigit() and abs(int(word) - year) < 2 for word in known)


def _other_dates(one: Day, setting: Setting) -> Iterator[str]:
    known, dated = setting.ground.times, setting.ground.case.doc.dated
    figure = re.search(r"\d+", one.value)
    for day in range(1, 29):
        taken = str(day) in known or float(day) in setting.ground.values
        if figure is None or taken or abs(day - one.day) < 2 or calendar.near_dateline(one.month, day, dated):
            continue
        ending = (
            figures.ordinal_ending(day)
            if one.value[figure.end() : figure.end() + 2] in {"st", "nd", "rd", "th"}
            else ""
        )
        after = one.value[figure.end() + len(ending) :]
        yield f"{one.value[: figure.start()]}{day}{ending}{after}"


def names(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A name becomes one of the same make from another article or from the generator's own list."""
    ground = setting.ground
    for name in ground.lexicon.names(text):
        person = name.text in ground.people
        if is_inside(text, name.start, name.end) or re.match(r"['’](?!\w)", text[name.end :]):
            continue
        for _ in range(_TRIES):
            other = dice.choice(setting.others)
            pool = [
                one.text
                for one in other.names
                if one.make == name.make and (one.text in other.people) == person
            ]
            pool += INVENTED_NAMES[person].get(name.make, [])
            new = _draw(pool, dice)
            if new and is_foreign_name(new, ground) and not _ARTICLE_BEFORE.search(text[: name.start]):
                shown = new.upper() if name.text.isupper() else new
                yield Edit(splice(text, name.start, name.end, shown), f"{name.text} → {shown}")
                break


def quotations(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """The words of a quotation become those of another article, of about the same length."""
    for start, end in quoted(text):
        length, tail = len(tokens(text[start:end])), _tail(text[start:end])
        for _ in range(_TRIES * (length > 1)):
            new = _draw(dice.choice(setting.others).quotations, dice)
            if new and abs(len(tokens(new)) - length) <= 4 and not setting.ground.words >= set(tokens(new)):
                new = new.rstrip(",.?! ") + tail
                yield Edit(text[:start] + new + text[end:], f"{text[start:end]} → {new}")
                break


def quotation_edits(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """One word inside a quotation is changed, added or dropped, so that the quotation stands nowhere in the article."""
    known = " ".join(tokens(setting.ground.text))
    for start, end in quoted(text):
        inside = text[start:end]
        words = list(re.finditer(r"[^\W\d_]{3,}(?:[’'][^\W\d_]+)?", inside))
        if len(words) < 2:
            continue
        word, new = dice.choice(words[1:]), dice.choice(LOOSE_WORDS)
        made = {
            "changed": inside[: word.start()] + new + inside[word.end() :],
            "added": f"{inside[: word.start()]}{new} {inside[word.start() :]}",
            "dropped": inside[: word.start()].rstrip() + inside[word.end() :],
        }
        way = dice.choice(
            ("changed", "added", "dropped") if word.end() < len(inside.rstrip(",.?! ")) else ("changed",)
        )
        if f" {' '.join(tokens(made[way]))} " not in f" {known} ":
            yield Edit(text[:start] + made[way] + text[end:], f"{way}: {inside} → {made[way]}")


def _tail(quotation: str) -> str:
    bare = quotation.rstrip(",.?! ")
    return quotation[len(bare) :]


def _draw(pool: list[str], dice: Random) -> str:
    return dice.choice(pool) if pool else ""

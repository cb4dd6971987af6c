"""What language tags mean: whether one is right, which way it is written, what the frame can speak. Translates nothing."""

from __future__ import annotations

import re

from django.utils import translation
from django.utils.translation.trans_real import get_supported_language_variant


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Tags as RFC 5646 spells them, without what no paper needs: extended languages, extensions, private use.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)",
    re.IGNORECASE,
)
# All two-letter languages of ISO 639-1: whoever types a country (“jp”, “cz”) is told at once and not by a screen reader.
_TWO_LETTERS = _words(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"}
)
# Languages written from right to left where nothing else is said, and those that are so in some countries alone
# (the likely scripts of the Unicode CLDR).
_RIGHT_TO_LEFT = _words(
    "aeb ajp apc apd ar arc ary arz bal bft bgn bqi ckb dcc dv fa glk haz he hnd hno iw ji khw ks lrc mzn nqo pbt pes "
    "pnb prs ps rhg sd sdh skr sqr syr ug ur yi"
)
_RIGHT_TO_LEFT_IN = _words(
    "az-iq az-ir ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-iq ku-ir ku-lb ky-cn ms-cc pa-pk tg-pk uz-af"
)
_LEFT_TO_RIGHT_IN = frozenset({"sd-in"})
# In which letters Django's words are, where a language has more than one alphabet.
_WRITTEN_IN = {
    **dict.fromkeys(("az", "tk", "uz"), "latn"),
    **dict.fromkeys(("kk", "ky", "mn", "sr", "tg", "tt"), "cyrl"),
}


def fault_of(tag: str) -> str:
    """Return what is wrong with a language tag, in words for who typed it; empty when it is right."""
    match = _TAG.fullmatch(tag)
    if match is None:
        if _TAG.fullmatch(tag.replace("_", "-")):
            return f"Write a hyphen: {spelled(tag.replace('_', '-'))}."
        return f"“{tag}” is no language tag. Write a short one such as en, de-AT or az-Arab."
    language = match["language"].lower()
    if len(language) == 2 and language not in _TWO_LETTERS:
        return f"“{language}” is no language: tags begin with a language, such as en, and not with a country."
    return ""


def spelled(tag: str) -> str:
    """Return a right tag with its letters as usual: ``EN-gb`` is ``en-GB``, ``az-arab`` is ``az-Arab``."""
    first, *parts = tag.split("-")
    cased = [
        part.title()
        if len(part) == 4 and part.isalpha()
        else part.upper()
        if len(part) == 2
        else part.lower()
        for part in parts
    ]
    return "-".join([first.lower(), *cased])


def direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr``: by the script if the tag names one, else by language and country."""
    match = _TAG.fullmatch(tag)
    if match is None:
        return "ltr"
    language, script = match["language"].lower(), (match["script"] or "").lower()
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    place = f"{language}-{(match['region'] or '').lower()}"
    if place in _RIGHT_TO_LEFT_IN:
        return "rtl"
    return "rtl" if language in _RIGHT_TO_LEFT and place not in _LEFT_TO_RIGHT_IN else "ltr"


def is_same(tag: str, other: str) -> bool:
    """Whether two tags name one language in one script; countries do not count."""
    return _spoken_and_written(tag) == _spoken_and_written(other)


def _spoken_and_written(tag: str) -> tuple[str, str]:
    match = _TAG.fullmatch(tag)
    if match is None:
        return tag, ""
    return match["language"].lower(), (match["script"] or direction(tag)).lower()


def spoken(tag: str) -> str:
    """Return the language in which Django can say dates for ``tag``; ``en`` where it knows none.

    A tag with a script is not answered in another one: ``az-Arab`` is not ``az``, whose months are in Latin letters.
    """
    match = _TAG.fullmatch(tag)
    if match is None:
        return "en"
    try:
        found: str = get_supported_language_variant(tag.lower())
    except LookupError:
        return "en"
    script = (match["script"] or "").lower()
    if not script or script in found:
        return found
    fits = script == _WRITTEN_IN.get(found, script) and direction(tag) == direction(found)
    return found if fits else "en"


def speaks(tag: str) -> translation.override:
    """Let the block speak the language of ``tag`` as far as there are words for it."""
    return translation.override(spoken(tag))

"""Knows what stands round a story and is none of it: bylines, captions, sign-ups; judges no sentence of the story."""

import re
from typing import Final

_ROUND_A_STORY: Final = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bread (?:more|also|next|on|the full)\b|\bsign up\b|subscribe|follow us|newsletter"
    r"|\bclick (?:here|on|to)\b|https?://|\bwww\.|\S@\S+\.\w|\btel(?:ephone)?\b\.?:?\s*[+\d]|additional reporting|reporting by"
    r"|contact (?:us|the (?:desk|newsroom))|get in touch|this (?:article|story|piece|report|content) (?:was|has|will|is|first)"
    r"|contributed to this (?:report|story|article)|\bcan be (?:reached|contacted)\b|\bscroll (?:down|up)\b|see also:"
    r"|(?:see|watch|play) (?:the |this )?(?:video|gallery|pictures|footage) (?:below|above|here)|have your say|tell us what"
    r"|e-?mail (?:us|your)|follow (?:@|(?:him|her|them) on\b)|leave a comment|share this (?:article|story|page|with)"
    r"|for (?:confidential|more) (?:support|information|details),? (?:call|visit|contact|go|see|ring)|all times (?:are )?local",
    re.IGNORECASE,
)
_UNDER_A_PICTURE: Final = re.compile(
    r"\b(?:pictured|photograph(?:ed)? by|pictures? by|file (?:photo|picture|image))\b"
    r"|^(?:above|below|(?:top|bottom|far)? ?(?:left|right))\b[^.]{0,20}[:,]|[(,;] ?(?:far )?(?:left|right|centre|center)[),;]"
    r"|^(?:in )?(?:this|the|an?) (?:\w+ ){0,2}(?:photo(?:graph)?|picture|image|handout)s? (?:shows?|taken|captures?|provided"
    r"|released|posted|from)\b",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:photo|photograph|picture|image|caption|video|listen|watch|graphic|advertisement|correction|related|more on this"
    r"|editor[’']s note|tickets|opening hours|exclusive|gallery)s?\b[^.]{0,60}:|(?:by ?\.|published|updated|last updated"
    r"|created|posted) ?[:.|]|(?:last )?(?:updated|published|posted) (?:at|on)\b|most (?:read|watched)\b",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"By(?: \.)?(?: [A-Z][\w.’'-]*){1,4}(?:(?: and|,)(?: [A-Z][\w.’'-]*){1,4}){0,3}(?:,? [\w ]{0,30}"
    r"(?:editor|correspondent|reporter|writer))?[ .]*"
)
_STAMP: Final = re.compile(r"\W*\d{1,2}[:.]\d\d\b[^.]{0,14}\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}\W*")
_KICKER: Final = re.compile(r"(?P<label>[A-Z][\w’'-]*(?: [\w’'-]+){0,3}) ?: [“\"'‘`]*[A-Z]")
_SPEAKS: Final = re.compile(
    r"\b(?:said|says|told|added|asked|warned|wrote|statement|replied|ruled|verdict)\b", re.IGNORECASE
)
_ASIDE: Final = re.compile(
    r" ?(?:\(|-LRB-) ?(?:pictured|above|below|(?:far |top |bottom )?(?:left|right|centre|center)|inset|see (?:picture|video"
    r"|graphic|map))\b[^()]{0,40}(?:\)|-RRB-)",
    re.IGNORECASE,
)


def is_furniture(text: str) -> bool:
    """Whether the line is a byline, time stamp, caption, credit, sign-up or notice of rights."""
    return (
        _ROUND_A_STORY.search(text) is not None
        or _UNDER_A_PICTURE.search(text) is not None
        or _LABELLED.match(text) is not None
        or _BYLINE.fullmatch(text) is not None
        or _STAMP.fullmatch(text) is not None
        or not any(map(str.isalpha, text))
    )


def is_kicker(text: str) -> bool:
    """Whether it opens as captions do, with a word or two and a colon: “Closed: The slipway at Harrow Sound”."""
    found = _KICKER.match(text)
    return found is not None and _SPEAKS.search(found["label"]) is None


def without_asides(text: str) -> str:
    """The sentence without “(pictured left)”, which speaks of a picture that the bullet does not have."""
    return _ASIDE.sub("", text)

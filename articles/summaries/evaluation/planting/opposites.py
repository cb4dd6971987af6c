"""The generator's own pairs of opposites, each in the form in which it stands in a sentence; plants nothing."""

from typing import Final

# Written for the generator alone. Whoever changes the tables of the checks leaves this one as it is, or the measure is
# worth nothing.
_PAIRS: Final = """
rose fell; rising falling; rise fall; risen fallen; climbed dropped; climbing dropping; jumped plunged; soared slumped
gained lost; gains losses; increased decreased; increase decrease; increasing decreasing; increases decreases
grew shrank; growing shrinking; growth decline; grown shrunk; higher lower; highest lowest; high low; more fewer
won lost; winning losing; win lose; winner loser; winners losers; victory defeat; victories defeats; beat lost
approved rejected; approve reject; approval rejection; approving rejecting; accepted refused; accept refuse; accepting refusing
agreed refused; agrees refuses; allowed banned; allow ban; allows bans; permitted forbade; permit forbid
supported opposed; support oppose; supports opposes; supporters opponents; supporting opposing; welcomed condemned
welcome condemn; praised criticised; praise criticise; confirmed denied; confirm deny; confirms denies; admitted denied
acquitted convicted; acquittal conviction; guilty innocent; innocent guilty; upheld overturned; uphold overturn; lawful unlawful
legal illegal; opened closed; open shut; opening closing; opens closes; reopened closed; began ended; begin end
started stopped; start stop; starts stops; starting stopping; arrived left; arrive leave; arrives leaves; entered left
joined left; join leave; hired dismissed; appointed sacked; bought sold; buy sell; buys sells; buying selling; buyer seller
buyers sellers; import export; imports exports; imported exported; borrowed lent; earned spent; profit loss; profits losses
surplus deficit; strengthened weakened; strengthen weaken; stronger weaker; strong weak; expanded contracted; expand contract
widened narrowed; widen narrow; raised lowered; raise lower; raising lowering; raises lowers; extended shortened
added removed; add remove; included excluded; include exclude; includes excludes
remembered forgot; built demolished; build demolish; saved wasted
improved worsened; improve worsen; better worse; best worst; good bad; safe dangerous; safer riskier; success failure
succeeded failed; passed failed; pass fail; early late; earlier later; before after; after before; first last; last first
north south; northern southern; east west; eastern western; above below; below above; inside outside; indoors outdoors
large small; larger smaller; largest smallest; big little; bigger smaller; long short; longer shorter; longest shortest
old new; older younger; oldest youngest; elder younger; young old; fast slow; faster slower; fastest slowest; heavy light
heavier lighter; heaviest lightest; hot cold; warm cool; warmer cooler; wet dry; wetter drier; rich poor; richer poorer
cheap expensive; cheaper dearer; public private; domestic foreign; urban rural; maximum minimum ; majority minority
many few; full empty; public secret; easy difficult; easier harder; deep shallow; deeper shallower; near far
son daughter; daughter son; brother sister; sister brother; father mother; mother father; uncle aunt; aunt uncle
husband wife; wife husband; nephew niece; niece nephew; man woman; woman man; men women; women men; male female; female male
boy girl; girl boy; boys girls; widow widower; king queen; grandfather grandmother; grandmother grandfather
attacked defended; attack defend; attackers defenders; attacker defender; advance retreat; advanced retreated; survived died
alive dead; released detained; freed jailed; present absent; visible hidden; permanent temporary
permanently temporarily; voluntary compulsory; optional mandatory; friend enemy; ally rival; allies rivals; peaceful violent
upstream downstream; uphill downhill; upper lower; ahead behind; forward back; offensive defensive; senior junior
ancient modern; wide narrow; wider narrower; thick thin; thicker thinner; stayed left; tightened loosened; eased tightened
frequent rare; often seldom; always never; optimistic pessimistic; calm rough; popular unpopular
"""


# These mean too much else to be turned round themselves.
_ONE_WAY: Final = frozenset({"left", "light", "few", "least", "free"})


def _read() -> dict[str, str]:
    """Each word to its opposite; what comes first in the list stays, so that a pair may be read both ways."""
    found: dict[str, str] = {}
    for entry in _PAIRS.replace("\n", ";").split(";"):
        if entry.strip():
            one, other = entry.split()
            found.setdefault(one, other)
            if other not in _ONE_WAY:
                found.setdefault(other, one)
    return found


OPPOSITES: Final = _read()

"""Words that stand before a name and say what the person is; holds the lists and compares nothing."""

from typing import Final

from articles.summaries.words import listed

# Offices that one person rarely holds together: with another of them before the name, it is another claim.
OFFICES: Final = listed(
    "president minister premier chancellor king queen emperor prince princess duke mayor senator governor congressman"
    " congresswoman representative ambassador judge justice magistrate bishop archbishop cardinal pope rabbi imam"
    " general admiral colonel major captain lieutenant sergeant inspector superintendent commissioner constable sheriff"
    " professor councillor secretary attorney prosecutor goalkeeper defender midfielder striker winger coach referee"
    " midwife surgeon lawyer solicitor barrister treasurer chairman chairwoman chancellor spokesman spokeswoman"
)
TITLES: Final = OFFICES | listed(
    "mr mrs ms miss mx dr doctor sir dame lord lady baron baroness count countess st saint sister brother father mother"
    " reverend rev hon prof sen rep gov gen col maj capt lt sgt cpl pte cllr supt insp det detective pc officer chief"
    " prime first foreign home interior finance defence defense health justice education deputy vice acting former ex"
    " director chair chairman chairwoman leader head manager executive ceo boss founder owner captain skipper player"
    " senior junior sheikh ayatollah mullah sultan crown uncle aunt grandfather grandmother cabinet under state"
)
PARTICLES: Final = listed(
    "de del della di da do dos das du le la van von der den ter ten af av zu bin ibn al el abu y"
)
SHORT_TITLES: Final = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "cllr": "councillor",
    "supt": "superintendent",
    "insp": "inspector",
    "st": "saint",
    "mt": "mount",
    "pm": "minister",
}
CALENDAR: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat"
    " mondays tuesdays wednesdays thursdays fridays saturdays sundays today yesterday tomorrow tonight christmas easter am pm"
    " spring summer autumn winter"
)
# Capitals that name a kind of thing and nobody.
GENERIC: Final = listed(
    "mp mps ceo ceos cfo coo tv tvs dna gp gps pm pms cctv id ids ai hq phd ngo ngos gdp vat ipo hiv aids covid suv suvs atm"
    " atms dvd cd cds pc pcs co2 mri ct icu er ufo uv led app pdf url usb wifi am pm gmt bst est utc bc ad ok vip vips pr hr"
)

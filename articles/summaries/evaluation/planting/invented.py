"""What the generator adds of its own: names, words and clauses that were made up for it; plants nothing."""

from typing import Final

# For people (True) and for places and bodies (False), by the make of the name they replace.
INVENTED_NAMES: Final[dict[bool, dict[str, list[str]]]] = {
    True: {
        "two words": ["Quillon Aspreyth", "Ydwina Throssby", "Jorvald Umberstein", "Zephine Kwartano", "Uxbert Glennoway"],
        "one word": ["Throssby", "Umberstein", "Kwartano", "Glennoway", "Zychlinska"],
        "more": ["Quillon van Aspreyth", "Ydwina de Throssby"],
    },
    False: {
        "two words": ["Wyckham Delta", "Vexley Junction", "Quarnby Ferrous", "Zandoria Freight"],
        "one word": ["Wyckhamstow", "Quarnby", "Zandoria", "Vexley", "Ixmouth"],
        "acronym": ["ZQW", "XVT", "QZB", "WXK"],
        "body": ["Institute of Quarnby", "Assembly of Zandoria"],
    },
}  # fmt: skip

# Words that fit almost anywhere in speech.
LOOSE_WORDS: Final = (
    "completely", "quietly", "terrible", "wonderful", "hardly", "expensive", "yesterday's", "foolish", "splendid", "barely",
    "ordinary", "certainly", "gladly", "crooked", "brilliant", "stubborn", "reckless", "cheerful", "hollow", "vanishing",
)  # fmt: skip

# Each is put before the full stop. They bring no name and no number, so that only their words can betray them.
INVENTED_CLAUSES: Final = (
    ", after a leaked memo from an accountant embarrassed the organisers",
    ", and a petition against it has been circulating among pensioners",
    ", prompting calls for the resignation of the treasurer",
    ", which astonished diplomats and angered several neighbouring mayors",
    " despite warnings from insurers about counterfeit paperwork",
    ", and a television crew filmed the scene from a helicopter",
    ", ending a bitter feud between two wealthy families",
    " after an anonymous donor paid the outstanding invoices",
    ", although lawyers had privately advised against it",
    ", and a parliamentary committee will summon the auditors",
    " while protesters chained themselves to the railings outside",
    ", a step that the ombudsman later described as unlawful",
    ", and the wording was drafted by an advertising agency",
    " because a software supplier had gone bankrupt",
    ", raising suspicions of bribery among customs officials",
    ", and surveillance footage has since been erased",
    " following a secret meeting in a hotel near the airport",
    ", to the delight of campaigners who had gone on hunger strike",
    ", and the archbishop blessed the proceedings",
    ", which cost the treasury its credit rating",
    " after months of sabotage by a disgruntled caretaker",
    ", and schoolchildren were evacuated as a precaution",
    ", leaving creditors to fight over a collection of antique clocks",
    ", a move welcomed by trade unions and mocked by cartoonists",
    ", and a documentary about it won a prize at a festival",
    " although the paperwork had been forged by a cousin",
    ", and veterinary inspectors have impounded the animals",
    ", triggering an automatic clause in the insurance policy",
    " amid rumours of an impending divorce",
    ", and the embassy has lodged a formal complaint",
    ", which scientists abroad dismissed as amateurish",
    ", and the navy has dispatched a frigate",
    " after a burglar had stolen the original documents",
    ", and shareholders have hired private detectives",
    ", forcing the cancellation of a charity concert",
    " in exchange for immunity from prosecution",
    ", and the regulator has frozen the bonuses of managers",
    ", though neighbours complained of smoke and loud music",
    ", and a monument is to be unveiled by veterans",
    ", following the collapse of talks with foreign investors",
)

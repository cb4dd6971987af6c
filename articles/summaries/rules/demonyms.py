"""Names that mean one place: countries with their people, and shortenings; a table for the real, endings for the rest."""

from typing import Final

from articles.summaries.words import listed

# Each line is one place: every form, folded and without blanks, stands for the first.
_PLACES: Final = """
usa us america american americans unitedstates; uk unitedkingdom britain british briton britons greatbritain
eu europeanunion; un unitednations; england english englishman englishmen; scotland scottish scots scot; wales welsh
ireland irish; france french frenchman frenchmen; germany german germans; italy italian italians; spain spanish spaniard
spaniards; portugal portuguese; netherlands dutch holland; belgium belgian belgians; luxembourg luxembourger
switzerland swiss; austria austrian austrians; poland polish pole poles; czechia czech czechs czechrepublic
slovakia slovak slovaks slovakian; slovenia slovene slovenes slovenian; hungary hungarian hungarians
romania romanian romanians; bulgaria bulgarian bulgarians; greece greek greeks; turkey turkish turk turks turkiye
cyprus cypriot cypriots; malta maltese; croatia croatian croat croats; serbia serbian serb serbs; bosnia bosnian bosnians
kosovo kosovan kosovar; albania albanian albanians; macedonia macedonian; montenegro montenegrin
denmark danish dane danes; norway norwegian norwegians; sweden swedish swede swedes; finland finnish finn finns
iceland icelandic icelander; estonia estonian; latvia latvian; lithuania lithuanian; russia russian russians
ukraine ukrainian ukrainians; belarus belarusian; moldova moldovan; georgia georgian; armenia armenian
azerbaijan azerbaijani azeri; kazakhstan kazakh; uzbekistan uzbek uzbeks; turkmenistan turkmen; tajikistan tajik
afghanistan afghan afghans; pakistan pakistani pakistanis; india indian indians; bangladesh bangladeshi; nepal nepali nepalese
srilanka srilankan lankan; china chinese; taiwan taiwanese; hongkong hongkonger; japan japanese; korea korean koreans
vietnam vietnamese; laos lao laotian; cambodia cambodian; thailand thai thais; myanmar burmese burma; malaysia malaysian
singapore singaporean; indonesia indonesian indonesians; philippines filipino filipinos filipina philippine; mongolia mongolian
australia australian australians aussie aussies; newzealand newzealander kiwi kiwis zealand zealander; papua papuan; fiji fijian; samoa samoan; tonga tongan
canada canadian canadians; mexico mexican mexicans; guatemala guatemalan; honduras honduran; salvador salvadoran
nicaragua nicaraguan; panama panamanian; cuba cuban cubans; haiti haitian haitians; jamaica jamaican; dominica dominican
trinidad trinidadian; bahamas bahamian; barbados barbadian; brazil brazilian brazilians; argentina argentine argentinian argentines
chile chilean chileans; peru peruvian; colombia colombian; venezuela venezuelan; ecuador ecuadorian; bolivia bolivian
paraguay paraguayan; uruguay uruguayan; israel israeli israelis; palestine palestinian palestinians; lebanon lebanese
syria syrian syrians; jordan jordanian; iraq iraqi iraqis; iran iranian iranians; kuwait kuwaiti; qatar qatari
bahrain bahraini; oman omani; yemen yemeni yemenis; saudiarabia saudi saudis; emirates emirati uae; egypt egyptian egyptians
libya libyan; tunisia tunisian; algeria algerian; morocco moroccan; sudan sudanese; ethiopia ethiopian; eritrea eritrean
somalia somali somalis; kenya kenyan kenyans; uganda ugandan; tanzania tanzanian; rwanda rwandan; burundi burundian
congo congolese; angola angolan; zambia zambian; zimbabwe zimbabwean; botswana botswanan; namibia namibian
mozambique mozambican; malawi malawian; madagascar malagasy; mauritius mauritian; nigeria nigerian nigerians; ghana ghanaian
togo togolese; benin beninese; ivorycoast ivorian; liberia liberian; senegal senegalese; gambia gambian; mali malian; niger nigerien
chad chadian; cameroon cameroonian; gabon gabonese; guinea guinean; europe european europeans; asia asian asians; africa african africans
paris parisian parisians; london londoner londoners; berlin berliner; rome roman; vienna viennese; moscow muscovite
venice venetian; naples neapolitan; sydney sydneysider; newyork newyorker newyorkers; liverpool liverpudlian; manchester mancunian; glasgow glaswegian
"""
CANON: Final = {
    form: line.split()[0]
    for place in _PLACES.replace("\n", ";").split(";")
    if (line := place.strip())
    for form in line.split()
}
_ENDINGS: Final = listed("ians ian eans ean ese ish ers er ans an ites ite ic is i ns n")


def same_place(one: str, other: str) -> bool:
    """Whether two folded words mean one place: “french” and “france”, “varnish” and “varnland”."""
    if one in CANON and other in CANON:
        return CANON[one] == CANON[other]
    return _comes_from(one, other) or _comes_from(other, one)


def _comes_from(people: str, place: str) -> bool:
    """Whether a word is the place's name with the ending for its people; the place keeps at least three letters."""
    for ending in _ENDINGS:
        root = people[: -len(ending)]
        if people.endswith(ending) and len(root) >= (3 if len(ending) > 2 else 4) and place.startswith(root):
            left = place[len(root) :]
            return left in {
                "",
                "a",
                "e",
                "ia",
                "ea",
                "o",
                "y",
                "en",
                "land",
                "lands",
                "stan",
                "us",
                "os",
                "ium",
                "s",
                "is",
                "i",
            }
    return False

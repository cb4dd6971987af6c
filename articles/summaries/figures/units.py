"""What numbers count: currencies, shares, spans of time, measures, and their spellings; reads no text."""

from decimal import Decimal
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """`family` says what is measured and `factor` turns into the family's own step; `name` tells currencies apart."""

    family: str
    name: str = ""
    factor: Decimal = Decimal(1)


BARE: Final = Unit("")
SHARE: Final = Unit("share")
CLOCK: Final = Unit("clock")
SECOND: Final = Unit("span")
DEGREE: Final = Unit("degree")

SIGNS: Final = {
    "£": "pound",
    "$": "dollar",
    "€": "euro",
    "¥": "yen",
    "₹": "rupee",
    "₽": "rouble",
    "₺": "lira",
}
_MONEY: Final = {
    "pound": "pounds sterling quid gbp",
    "dollar": "dollars buck bucks usd aud cad nzd",
    "euro": "euros eur",
    "yen": "jpy",
    "yuan": "renminbi rmb cny",
    "rouble": "roubles ruble rubles rub",
    "crown": "crowns krone kroner krona kronor koruna sek nok dkk czk isk",
    "franc": "francs chf",
    "mark": "marks",
    "lira": "lire liras",
    "rupee": "rupees rs inr",
    "peso": "pesos",
    "rand": "rands zar",
    "zloty": "zlotys pln",
    "forint": "forints huf",
    "dinar": "dinars",
    "florin": "florins guilder guilders",
    "escudo": "escudos",
    "peseta": "pesetas",
    "drachma": "drachmas drachmae",
    "shekel": "shekels",
    "baht": "",
    "dirham": "dirhams",
    "riyal": "riyals rial rials",
    "shilling": "shillings",
    "penny": "pence pennies",
    "cent": "cents",
    "ringgit": "",
    "rupiah": "",
    "naira": "",
    "taka": "",
    "thaler": "thalers",
    "ducat": "ducats",
}
_MEASURES: Final = {
    ("span", "1"): "second seconds sec secs",
    ("span", "60"): "minute minutes min mins",
    ("span", "3600"): "hour hours hr hrs",
    ("span", "86400"): "day days",
    ("span", "604800"): "week weeks",
    ("span", "1209600"): "fortnight fortnights",
    ("months", "1"): "month months",
    ("months", "12"): "year years yr yrs",
    ("months", "120"): "decade decades",
    ("months", "1200"): "century centuries",
    ("metric", "1000"): "km kilometre kilometres kilometer kilometers",
    ("metric", "1"): "metre metres meter meters",
    ("metric", "0.01"): "cm centimetre centimetres centimeter centimeters",
    ("metric", "0.001"): "mm millimetre millimetres millimeter millimeters",
    ("mile", "1"): "mile miles",
    ("foot", "1"): "ft foot feet",
    ("foot", "3"): "yard yards yd yds",
    ("inch", "1"): "inch inches",
    ("kph", "1"): "kph kmh",
    ("mph", "1"): "mph",
    ("knot", "1"): "knot knots",
    ("mass", "1000"): "tonne tonnes",
    ("mass", "1"): "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
    ("mass", "0.001"): "g gram grams gramme grammes",
    ("ton", "1"): "ton tons",
    ("ounce", "1"): "oz ounce ounces",
    ("stone", "1"): "st",
    ("hectare", "1"): "ha hectare hectares",
    ("acre", "1"): "acre acres",
    ("litre", "1"): "litre litres liter liters",
    ("gallon", "1"): "gallon gallons",
    ("barrel", "1"): "barrel barrels",
    ("watt", "1"): "watt watts w",
    ("watt", "1000"): "kilowatt kilowatts kw",
    ("watt", "1000000"): "megawatt megawatts mw",
    ("watt", "1000000000"): "gigawatt gigawatts gw",
    ("degree", "1"): "degree degrees °",
}


def _units() -> dict[str, Unit]:
    units = {
        word: Unit("money", name) for name, words in _MONEY.items() for word in [name, *words.split()]
    } | {
        word: Unit(family, "", Decimal(factor))
        for (family, factor), words in _MEASURES.items()
        for word in words.split()
    }
    return units | {sign: Unit("money", name) for sign, name in SIGNS.items()}


UNITS_OF_MEASURE: Final = _units()
# “m” is metres as well as millions, “C” and “F” are degrees: only where they are glued to the figure.
GLUED_UNITS: Final = {
    "m": Unit("metric"),
    "c": DEGREE,
    "f": DEGREE,
    "lb": Unit("pound"),
    "lbs": Unit("pound"),
}
SPEEDS: Final = {"km": Unit("kph"), "kilometre": Unit("kph"), "kilometer": Unit("kph"), "mile": Unit("mph")}

SUFFIXES: Final = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}

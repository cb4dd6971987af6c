"""Bullets in another language than their article are told by script and by shared words, without lists of words."""

import pytest

from articles.summaries.language import is_foreign

ENGLISH = (
    "The council voted on Tuesday to close the old bridge over the river because engineers had found cracks in two of"
    " its four piers. Buses will take the road by the mill, and a ferry will run for people on foot."
)
GERMAN = (
    "Der Rat hat am Dienstag beschlossen, die alte Brücke über den Fluss zu sperren, weil Fachleute in zwei der vier"
    " Pfeiler Risse gefunden haben. Die Busse nehmen die Straße bei der Mühle, und für Leute zu Fuß fährt eine Fähre."
)
FINNISH = (
    "Kaupunki päätti tiistaina sulkea joen yli johtavan vanhan sillan, koska kahdesta sen neljästä pilarista löytyi"
    " halkeamia. Bussit kulkevat myllyn tietä, ja jalankulkijoille järjestetään lautta, joka on maksuton."
)
SPANISH = (
    "El consejo decidió el martes cerrar el puente viejo sobre el río porque se han encontrado grietas en dos de sus"
    " cuatro pilares. Los autobuses irán por la carretera del molino y habrá una barca para la gente a pie."
)
RUSSIAN = "Совет решил во вторник закрыть старый мост через реку, потому что в двух опорах нашли трещины."
JAPANESE = "市議会は火曜日、橋脚にひびが見つかったため、川にかかる古い橋を閉鎖することを決めた。"
CHINESE = "市议会星期二决定关闭河上的旧桥，因为工程师在四个桥墩中的两个发现了裂缝。"
ARABIC = "قرر المجلس يوم الثلاثاء إغلاق الجسر القديم فوق النهر لأن المهندسين وجدوا شقوقا في اثنين من أعمدته الأربعة."

SAID = {
    "en": ("The old bridge will be closed because cracks were found in two of its piers, the council said.", ENGLISH),
    "de": ("Die alte Brücke wird gesperrt, weil in zwei Pfeilern Risse gefunden wurden, sagte der Rat.", GERMAN),
    "fi": ("Vanha silta suljetaan, koska kahdesta pilarista löytyi halkeamia, ja lautta on maksuton.", FINNISH),
    "es": ("El puente viejo se cierra porque hay grietas en dos de los pilares, y habrá una barca.", SPANISH),
    "ru": ("Старый мост через реку закрыли, потому что в опорах нашли трещины, решил совет.", RUSSIAN),
    "ja": ("橋脚にひびが見つかり、古い橋が閉鎖される。", JAPANESE),
    "zh": ("旧桥因为发现裂缝决定关闭。", CHINESE),
    "ar": ("قرر المجلس إغلاق الجسر القديم لأن المهندسين وجدوا شقوقا في اثنين من أعمدته الأربعة.", ARABIC),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
def test_its_own_language_is_at_home(language: str) -> None:
    said, article = SAID[language]

    assert not is_foreign(article, said)


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("other", SAID)
def test_another_language_is_foreign(language: str, other: str) -> None:
    if language != other:
        assert is_foreign(SAID[language][1], SAID[other][0])


@pytest.mark.parametrize("text", ["", "Karsholt 3, Fenwick 1", "Mira Tolland resigned."])
def test_what_is_too_short_to_tell_is_let_through(text: str) -> None:
    assert not is_foreign(GERMAN, text)


def test_a_foreign_name_in_another_script_is_no_foreign_language() -> None:
    article = f"{ENGLISH} The painter Йосип Гаврилко was there."

    assert not is_foreign(
        article, "The painter Йосип Гаврилко saw the old bridge close, the council said on Tuesday."
    )

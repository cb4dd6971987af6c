"""Language tags: which are right, which way they are written, and in which language dates can be said."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from newsroom import languages
from newsroom.models.masthead import Masthead
from newsroom.templatetags.languages import tongue


@pytest.mark.parametrize(
    ("tag", "way"),
    [
        ("en", "ltr"),
        ("en-GB", "ltr"),
        ("de-AT", "ltr"),
        ("ar", "rtl"),
        ("AR-eg", "rtl"),
        ("he", "rtl"),
        ("fa-AF", "rtl"),
        ("ckb", "rtl"),
        ("ug", "rtl"),
        ("sd", "rtl"),
        ("sd-IN", "ltr"),
        ("sd-Deva", "ltr"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("az-IR", "rtl"),
        ("ku", "ltr"),
        ("ku-Arab", "rtl"),
        ("ku-IQ", "rtl"),
        ("pa", "ltr"),
        ("pa-Arab", "rtl"),
        ("pa-PK", "rtl"),
        ("ar-Latn", "ltr"),
        ("he-Latn-IL", "ltr"),
        ("ur-Aran", "rtl"),
        ("ff-Adlm", "rtl"),
        ("nonsense, really", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_script_decides_the_direction_and_then_language_and_country(tag, way):
    assert languages.direction(tag) == way


@pytest.mark.parametrize(
    "tag", ["en", "EN-gb", "de-AT", "de-1996", "es-419", "zh-Hant-TW", "ckb", "az-Arab", "sl-rozaj"]
)
def test_right_tags_have_no_fault(tag):
    assert not languages.fault_of(tag)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("german", "“german” is no language tag. Write a short one such as en, de-AT or az-Arab."),
        ("", "is no language tag"),
        ("en-", "is no language tag"),
        ("en GB", "is no language tag"),
        ("d", "is no language tag"),
        ("en_gb", "Write a hyphen: en-GB."),
        ("jp", "“jp” is no language: tags begin with a language, such as en, and not with a country."),
        ("cz-CZ", "“cz” is no language"),
    ],
)
def test_a_wrong_tag_is_told_in_words(tag, words):
    assert words in languages.fault_of(tag)


@pytest.mark.parametrize(
    ("typed", "spelled"), [("EN-gb", "en-GB"), ("az-arab", "az-Arab"), ("ZH-HANT-tw", "zh-Hant-TW")]
)
def test_tags_are_spelled_as_usual(typed, spelled):
    assert languages.spelled(typed) == spelled


@pytest.mark.parametrize(
    ("tag", "said_in"),
    [
        ("en-GB", "en-gb"),
        ("de-AT", "de"),
        ("ar", "ar"),
        ("zh-Hant-TW", "zh-hant"),
        ("sr-Latn", "sr-latn"),
        ("sr-Cyrl", "sr"),
        ("az", "az"),
        ("az-Latn", "az"),
        ("az-Arab", "en"),
        ("uz-Cyrl", "en"),
        ("ar-Latn", "en"),
        ("tlh", "en"),
        ("???", "en"),
    ],
)
def test_no_tag_is_answered_in_another_script(tag, said_in):
    assert languages.spoken(tag) == said_in


@pytest.mark.parametrize(
    ("language", "around", "marks"),
    [
        ("en", "en-GB", ""),
        ("EN-us", "en-GB", ""),
        ("de", "en-GB", ' lang="de" dir="ltr"'),
        ("ar", "en", ' lang="ar" dir="rtl"'),
        ("en", "ar", ' lang="en" dir="ltr"'),
        ("zh-Hant", "zh-Hans", ' lang="zh-Hant" dir="ltr"'),
        ("az-IR", "az", ' lang="az-IR" dir="rtl"'),
        ("", "ar", ""),
    ],
)
def test_an_element_is_marked_where_the_language_changes(language, around, marks):
    assert tongue(language, around) == marks


def test_a_tag_cannot_leave_its_attribute():
    assert tongue('x"><script>', "en") == ' lang="x&quot;&gt;&lt;script&gt;" dir="ltr"'


def test_the_masthead_refuses_what_is_no_language_and_spells_what_is():
    with pytest.raises(ValidationError, match="Write a hyphen: de-AT"):
        Masthead(language="de_at").clean()

    masthead = Masthead(language="AR-eg")
    masthead.clean()

    assert (masthead.language, masthead.direction) == ("ar-EG", "rtl")

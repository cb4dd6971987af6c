"""Every word of the public side has its translation, and Django reads the same as people do."""

from __future__ import annotations

import gettext
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command

from newsroom import catalogues


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_everything_that_is_said_to_readers_is_translated(language):
    renewed = catalogues.renewed(language)

    assert not catalogues.missing(renewed)
    # Where lines break is the tool's affair and changes with its version; what they say is not.
    assert spoken(catalogues.stored(language)) == spoken(renewed), "run manage.py catalogues"


def spoken(catalogue):
    return [
        (
            message.context,
            message.id,
            message.string,
            [place for place, _ in message.locations],
            message.flags,
        )
        for message in catalogue
        if message.id
    ]


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_django_reads_what_people_wrote(language):
    fresh = gettext.GNUTranslations(BytesIO(catalogues.compiled(catalogues.stored(language))))
    with catalogues.path_of(language, "mo").open("rb") as file:
        kept = gettext.GNUTranslations(file)

    assert words_of(kept) == words_of(fresh)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_no_translation_loses_or_invents_a_place(language):
    faults = [
        (message.id, [str(error) for error in message.check()]) for message in catalogues.stored(language)
    ]

    assert not [fault for fault in faults if fault[1]]


def test_words_are_found_in_templates_and_in_python():
    said = catalogues.said()

    assert ("", "Summary is AI generated, newsroom reviewed.") in said
    assert ("before names", "By") in said
    assert ("", "Correction") in said
    assert [place for place, _ in said["", "Skip to the text"].locations] == ["templates/base.html"]


@pytest.fixture
def elsewhere(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    return tmp_path


def test_a_language_is_begun_with_nothing_translated(elsewhere):
    said = StringIO()

    call_command("catalogues", "--begin", "nb", stdout=said)

    assert "nb: " in said.getvalue()
    assert "Skip to the text" in catalogues.missing(catalogues.stored("nb"))


def test_translations_stay_when_the_catalogue_is_renewed_and_words_that_are_gone_go(elsewhere):
    old = catalogues.renewed("nb")
    old.get("Skip to the text").string = "Hopp til teksten"
    old.add("Nobody says this any more", string="Ingen sier det lenger")
    catalogues.write("nb", old)

    call_command("catalogues", stdout=StringIO())

    stored = catalogues.stored("nb")
    assert stored.get("Skip to the text").string == "Hopp til teksten"
    assert stored.get("Nobody says this any more") is None


def words_of(catalogue):
    return {key: value for key, value in catalogue._catalog.items() if key}

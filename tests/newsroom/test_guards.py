"""How guards get into the database and stay there: what stands is what the code says, and is switched on."""

from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection, transaction

from newsroom import audit, guards, guards_sql

pytestmark = pytest.mark.django_db

RULE, KEEPER = "review_four_eyes", "audit_append_only"


def definition(name):
    return " ".join(guards_sql.installed(connection)[f"guard_{name}"])


def execute(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def hollow():
    """Let a guard stand that refuses nothing."""
    if connection.vendor == "sqlite":
        execute(
            f"DROP TRIGGER guard_{RULE}",
            f"CREATE TRIGGER guard_{RULE} BEFORE INSERT ON articles_review WHEN 0 BEGIN SELECT 1; END",
        )
    else:
        execute(
            f"CREATE OR REPLACE FUNCTION guard_{RULE}() RETURNS trigger LANGUAGE plpgsql "
            "AS 'BEGIN RETURN NEW; END'"
        )


@pytest.mark.parametrize(("guard", "trigger"), [(RULE, RULE), (KEEPER, f"{KEEPER}_u")])
def test_a_guard_that_the_code_words_anew_is_installed_anew(monkeypatch, guard, trigger):
    changed = replace(guards._registry[guard], message="Nobody does this.")
    monkeypatch.setitem(guards._registry, guard, changed)

    assert f"guard_{trigger}" in guards.missing(connection)
    call_command("migrate", verbosity=0)

    assert "Nobody does this." in definition(trigger)
    assert guards.missing(connection) == []


def test_a_guard_that_the_code_gave_up_goes(monkeypatch):
    monkeypatch.delitem(guards._registry, RULE)

    call_command("migrate", verbosity=0)

    assert f"guard_{RULE}" not in guards_sql.installed(connection)


def test_a_guard_that_somebody_hollowed_out_is_missing_until_the_next_migrate():
    hollow()

    assert guards.missing(connection) == [f"guard_{RULE}"]
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []


@pytest.mark.postgres
@pytest.mark.parametrize("how", ["DISABLE TRIGGER", "ENABLE REPLICA TRIGGER"])
def test_a_guard_that_is_switched_off_is_missing_until_the_next_migrate(how):
    execute(f"ALTER TABLE articles_review {how} guard_{RULE}")

    assert guards.missing(connection) == [f"guard_{RULE}"]
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []


def test_guards_that_stand_are_left_alone(monkeypatch):
    def never(connection):
        raise AssertionError("installed for nothing")

    monkeypatch.setattr(guards, "install", never)

    call_command("migrate", verbosity=0)


def test_a_new_guard_that_rows_already_break_is_not_installed_and_the_old_ones_stay(monkeypatch, clock):
    audit.record(actor=None, action="publish", subject="article:1", now=clock.now)
    before = guards_sql.installed(connection)
    rule = guards.Rule(
        "no_publishing", "newsroom_auditentry", "INSERT", lambda words: "NEW.action = 'publish'", "Never."
    )
    monkeypatch.setitem(guards._registry, rule.name, rule)

    with pytest.raises(ImproperlyConfigured, match=r"newsroom_auditentry \d+: Never"), transaction.atomic():
        call_command("migrate", verbosity=0)

    assert guards_sql.installed(connection) == before

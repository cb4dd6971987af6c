"""flush, verify_audit and draw_workflow; and guards that survive a migration which remakes a table."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction
from django.db.models.signals import post_migrate, pre_migrate

from articles.models.article import Article
from newsroom import audit, guards
from newsroom.management.commands import draw_workflow, flush
from newsroom.models.audit import AuditEntry
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.roles import RIGHTS, Role
from newsroom.stages import Move


def run(name, *args, **kwargs):
    out = io.StringIO()
    call_command(name, *args, stdout=out, **kwargs)
    return out.getvalue()


def record(clock, action="publish"):
    with transaction.atomic():
        return audit.record(actor=None, action=action, subject="article:1", now=clock.tick())


@pytest.mark.parametrize("inhibit", [False, True])
def test_flush_empties_every_table_and_the_guards_stand_again(transactional_db, clock, inhibit):
    record(clock)
    User.objects.create(username="somebody")

    run("flush", interactive=False, verbosity=0, inhibit_post_migrate=inhibit)

    assert not AuditEntry.objects.exists()
    assert not User.objects.exists()
    assert not guards.missing(connection)
    if inhibit:
        call_command("migrate", verbosity=0)  # Brings roles and masthead back for the next test.


def test_a_flush_between_tests_leaves_guards_roles_and_masthead(transactional_db):
    assert not guards.missing(connection)
    assert Group.objects.count() == len(Role)
    assert Masthead.objects.filter(pk=1).exists()


def test_flush_is_refused_outside_tests(db, clock, settings):
    record(clock)
    settings.TESTING = False

    with pytest.raises(CommandError, match="for ever, so it runs in tests only"):
        run("flush", interactive=False)

    assert AuditEntry.objects.count() == 1


def test_guards_come_back_when_a_flush_fails(transactional_db, monkeypatch):
    def fail(sql_list):
        raise DatabaseError("disk full")

    monkeypatch.setattr(connection.ops, "execute_sql_flush", fail)
    with pytest.raises(CommandError):
        call_command(flush.Command(), interactive=False, verbosity=0)
    monkeypatch.undo()

    assert not guards.missing(connection)


@pytest.fixture
def wider_headline():
    """The headline's field as it is and as a later migration might make it."""
    old = Article._meta.get_field("headline")
    new = models.CharField(max_length=210)
    new.set_attributes_from_name("headline")
    new.model = Article
    return old, new


def remake(old, new):
    with connection.schema_editor() as editor:
        editor.alter_field(Article, old, new)


def test_a_migration_that_remakes_a_table_goes_through_and_leaves_guards(transactional_db, wider_headline):
    old, new = wider_headline
    app = apps.get_app_config("auth")
    known = {"using": connection.alias, "verbosity": 0, "interactive": False, "apps": apps}

    for before, after in ((old, new), (new, old)):
        pre_migrate.send(sender=app, app_config=app, plan=[("articles", "0099_wider")], **known)
        assert guards.missing(connection)
        remake(before, after)
        post_migrate.send(sender=app, app_config=app, plan=[], **known)
        assert not guards.missing(connection)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite remakes tables")
def test_without_dropping_the_guards_such_a_migration_would_fail(transactional_db, wider_headline):
    # This is why guards are no migrations; when it passes one day, the dropping may go.
    with pytest.raises(DatabaseError):
        remake(*wider_headline)

    assert not guards.missing(connection)


def test_verify_audit_says_how_far_the_chain_holds(db, clock):
    assert run("verify_audit").strip() == "ok: 0 entries"
    record(clock)
    newest = record(clock)

    assert run("verify_audit").strip() == f"ok: 2 entries; the newest is 2 {newest.digest}"


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (
            "UPDATE newsroom_auditentry SET action = 'nothing' WHERE number = 2",
            "audit entry 2: its content was changed",
        ),
        ("DELETE FROM newsroom_auditentry WHERE number = 2", "audit entry 2: entry 2 is missing"),
        ("DELETE FROM newsroom_auditentry WHERE number = 1", "audit entry 1: entry 1 is missing"),
    ],
)
def test_verify_audit_names_the_first_fault(db, clock, harm, words):
    for _ in range(3):
        record(clock)
    guards.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(harm)

    with pytest.raises(CommandError, match=words) as error:
        run("verify_audit")

    assert error.value.returncode == 1


def test_every_move_and_role_is_on_the_page():
    page = draw_workflow.draw()

    assert all(f"**{move.label}**" in page for move in Move)
    assert all(role.label in page for role in Role)
    assert "reviewed --> published : " in page
    assert "ai_summary --> ai_summary" not in page


def test_the_page_in_the_tree_is_the_rule_book():
    assert "is the rule book" in run("draw_workflow", check=True)


def test_a_stale_page_is_told_and_drawn_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_workflow, "PAGE", tmp_path / "docs" / "workflow.md")
    with pytest.raises(CommandError, match="out of date"):
        run("draw_workflow", check=True)
    assert not draw_workflow.PAGE.exists()

    run("draw_workflow")
    assert "is the rule book" in run("draw_workflow", check=True)

    monkeypatch.setitem(RIGHTS, Role.WRITER, frozenset())
    with pytest.raises(CommandError, match="out of date"):
        run("draw_workflow", check=True)

"""What a production process refuses to start without, and what it says of itself while it runs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from newsroom import guards

SECRETS = {
    "SECRET_KEY": "s" * 60,
    "AUDIT_KEY": "a" * 60,
    "ALLOWED_HOSTS": "news.example",
    "SITE_URL": "https://news.example",
}


def started(code: str, tmp_path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` in a process of its own with a production environment."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_ENV": "production",
        "NEWSROOM_VAR": str(tmp_path / "var"),
        **variables,
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", list(SECRETS))
def test_production_refuses_to_start_without_a_secret_and_names_it(tmp_path, missing):
    known = {name: value for name, value in SECRETS.items() if name != missing}

    process = started("import django; django.setup()", tmp_path, **known)

    assert process.returncode != 0
    assert f"Production needs {missing} in the environment" in process.stderr


def test_production_refuses_to_serve_without_guards(tmp_path):
    process = started("import newsroom.wsgi", tmp_path, **SECRETS)

    assert process.returncode != 0
    assert "The database lacks guards" in process.stderr


def test_production_serves_with_guards(tmp_path):
    code = (
        "import django; django.setup(); from django.core.management import call_command as c; "
        "c('migrate', verbosity=0); import newsroom.wsgi; print('served')"
    )

    process = started(code, tmp_path, **SECRETS)

    assert (process.returncode, process.stdout.strip()) == (0, "served"), process.stderr


def test_a_process_that_answers_is_alive(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content, dict(answer.cookies)) == (200, b"ok", {})


def test_a_process_is_ready_with_database_and_guards(client, db):
    assert client.get("/readyz").json() == {"ready": True}


def test_a_process_is_not_ready_without_a_guard(client, db):
    with connection.cursor() as cursor:
        trigger = "DROP TRIGGER guard_version_box"
        cursor.execute(
            trigger if connection.vendor == "sqlite" else f"{trigger} ON articles_publishedversion"
        )

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert "guard_version_box" in answer.json()["problem"]
    with pytest.raises(ImproperlyConfigured, match="guard_version_box"):
        guards.require(connection)

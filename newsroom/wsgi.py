"""WSGI entry; ASGI was measured at 1.5 times the CPU and is not offered."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection

from newsroom import guards

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()

if settings.PRODUCTION:
    guards.require(connection)
    # The server forks after this import, and a connection must not be shared by two processes.
    connection.close()

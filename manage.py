#!/usr/bin/env python3
"""Starts the newsroom's commands; `demo` and `test` first fetch what they need. Rules live elsewhere."""

# The first half is written so that Python 2 and early Python 3 can read it: they get a sentence, not a traceback.
import os
import sys

OLDEST = (3, 11)


def refuse_old_python():
    """Say which Python is needed, and name one that is already on this machine."""
    found = sys.version_info
    message = "newsroom: this needs Python %d.%d or newer, but %s is Python %d.%d." % (
        OLDEST[0],
        OLDEST[1],
        sys.executable or "this interpreter",
        found[0],
        found[1],
    )
    folders = os.environ.get("PATH", "").split(os.pathsep)
    for minor in range(19, OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        if any(os.access(os.path.join(folder, name), os.X_OK) for folder in folders if folder):
            sys.exit(message + "\nTry:  " + name + " manage.py " + " ".join(sys.argv[1:]))
    sys.exit(message + "\nInstall a newer Python, or start this with the full path of one.")


def main():
    """Bring the right interpreter up, then hand over to Django."""
    from newsroom import bootstrap, installer

    try:
        bootstrap.start(sys.argv)
    except installer.InstallError as problem:
        sys.exit("newsroom: %s" % problem)
    except KeyboardInterrupt:
        sys.exit("\nnewsroom: stopped. Nothing is broken; the same command goes on from here.")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST:
        refuse_old_python()
    main()

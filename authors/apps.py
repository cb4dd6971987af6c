"""App configuration of the people and agencies that stories are by; wiring only."""

from django.apps import AppConfig


class AuthorsConfig(AppConfig):
    """Authors: with or without an account."""

    name = "authors"

"""App configuration of the stories; wiring only."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Stories, their reviews and what the public sees of them."""

    name = "articles"

    def ready(self) -> None:
        """Register the guards of this app with the house, and its system checks."""
        from articles import (  # noqa: F401 - registering is the effect
            checks,
            guards,
            guards_fronts,
            guards_machine,
            guards_press,
        )

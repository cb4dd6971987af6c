"""App configuration of the house's rules and of its admin; wiring only."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class NewsroomConfig(AppConfig):
    """The house: it knows no article."""

    name = "newsroom"
    verbose_name = "The house"
    default = True

    def ready(self) -> None:
        """Register system checks and the two signals of the house (guards, roles and Masthead)."""
        from newsroom import checks, guards, seeding  # noqa: F401 - models must be loaded first

        guards.connect()
        seeding.connect()


class DeskConfig(admin_apps.AdminConfig):
    """Django's admin with our own site as the default one."""

    default = False
    default_site = "newsroom.admin.DeskSite"

    def ready(self) -> None:
        """Find the admin modules, then add the house's own: they need Django's account pages, which need the site."""
        super().ready()
        from django.contrib.admin import site

        from newsroom import house

        house.register(site)

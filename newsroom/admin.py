"""The desk's admin site and the house's own models on it; stories register in articles.desk."""

from django.contrib.admin import AdminSite


class DeskSite(AdminSite):
    """Django's admin under the newsroom's name."""

    site_title = "Newsroom"
    site_header = "Newsroom"
    index_title = "My desk"

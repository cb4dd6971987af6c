"""Models of the house: people, audit, masthead and pictures."""

from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.models.user import User

__all__ = ["AuditEntry", "Image", "Masthead", "User"]

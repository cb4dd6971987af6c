"""Models of the authors app."""

from authors.models.author import Author

__all__ = ["Author"]

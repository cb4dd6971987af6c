"""The articles that engine and checks are measured on, and what has to come out."""

from pathlib import Path
from typing import Final

ARTICLES: Final = Path(__file__).parent / "articles"

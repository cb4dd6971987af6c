"""The index tables of modelsearch without its bookkeeping of title lengths; what is indexed is the models' affair."""

from __future__ import annotations

from typing import Any

from modelsearch.backends import database


class _WithoutNorms:
    """After every story modelsearch reads the whole index for the mean length of titles, which our ranking never asks."""

    def _refresh_title_norms(self, *, full: bool = False) -> None:
        del full


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - modelsearch looks for this name
    """Return the backend of the database in use."""
    backend = database.SearchBackend(params)
    backend.index_class = type("Index", (_WithoutNorms, backend.index_class), {})
    return backend

"""The five tables: their columns (`schema`), their rows from a Doc (`rows`), pandas and Arrow (`frames`), the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .codebook import codebook
from .schema import TABLES, Column

if TYPE_CHECKING:
    from .frames import to_frames

__all__ = ["TABLES", "Column", "codebook", "to_frames"]


def __getattr__(name: str) -> Any:
    """Import pandas only when a DataFrame is asked for."""
    if name == "to_frames":
        from .frames import to_frames

        return to_frames
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

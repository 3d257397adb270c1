"""Writers of the tables (`open_export`) in Parquet, CSV, JSON Lines, JSON and DuckDB, and their reader (`read_tables`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import Export, ExportError
from .formats import FORMATS, file_names, open_export

if TYPE_CHECKING:
    from .read import read_tables

__all__ = ["FORMATS", "Export", "ExportError", "file_names", "open_export", "read_tables"]


def __getattr__(name: str) -> Any:
    """Import pandas only when tables are read."""
    if name == "read_tables":
        from .read import read_tables

        return read_tables
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

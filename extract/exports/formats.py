"""The formats by name; a format's library is imported only when it is asked for."""

from __future__ import annotations

from pathlib import Path

from ..tables.schema import TABLES
from .base import Export, ExportError

FORMATS = ("parquet", "csv", "jsonl", "json", "duckdb")
"""The names of the formats."""


def file_names(format_name: str) -> tuple[str, ...]:
    """Give the names of the files a format consists of: one per table, or one for all.

    Raises:
        ExportError: there is no such format.

    """
    if format_name not in FORMATS:
        raise ExportError(f"unknown format {format_name!r}; expected one of {', '.join(FORMATS)}")
    if format_name in ("json", "duckdb"):
        return (f"solieu.{format_name}",)
    return tuple(f"{table}.{format_name}" for table in TABLES)


def open_export(format_name: str, folder: str | Path) -> Export:
    """Open a writer of results; use it as a context manager.

    Args:
        format_name: one of `FORMATS`.
        folder: an existing folder; files of the same names in it are replaced.

    Raises:
        ExportError: there is no such format.

    """
    file_names(format_name)
    path = Path(folder)
    if format_name == "parquet":
        from .parquet import ParquetExport

        return ParquetExport(path)
    if format_name == "duckdb":
        from .database import DuckDBExport

        return DuckDBExport(path)
    if format_name == "csv":
        from .spreadsheet import CsvExport

        return CsvExport(path)
    from .json_text import JsonExport, JsonLinesExport

    return JsonExport(path) if format_name == "json" else JsonLinesExport(path)

"""Parquet: one file per table, types as in the schema, Zstandard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from ..tables.frames import arrow_schema, to_arrow
from ..tables.schema import TABLES
from .base import Export


class ParquetExport(Export):
    """Writes `<table>.parquet`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._writers = {
            table: pq.ParquetWriter(self.draft(f"{table}.parquet"), arrow_schema(table), compression="zstd") for table in TABLES
        }

    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Write rows as one row group."""
        self._writers[table].write_table(to_arrow(table, rows))

    def close(self) -> None:
        """Write the footers."""
        for writer in self._writers.values():
            writer.close()

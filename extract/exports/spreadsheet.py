"""CSV for spreadsheets: UTF-8 with a byte-order mark, one file per table, formulas neutralised (see `cells`)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import IO, Any

from ..tables.schema import TABLES, names
from .base import Export
from .cells import to_cell


class CsvExport(Export):
    """Writes `<table>.csv`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._streams: dict[str, IO[str]] = {}
        self._writers: dict[str, Any] = {}
        for table, columns in TABLES.items():
            stream = self.draft(f"{table}.csv").open("w", encoding="utf-8-sig", newline="")
            self._streams[table] = stream
            self._writers[table] = csv.writer(stream, lineterminator="\r\n")
            self._writers[table].writerow(names(columns))

    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Write rows."""
        columns = TABLES[table]
        self._writers[table].writerows([to_cell(column.type, row[column.name]) for column in columns] for row in rows)

    def close(self) -> None:
        """Close the files."""
        for stream in self._streams.values():
            stream.close()

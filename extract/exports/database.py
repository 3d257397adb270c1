"""DuckDB: `solieu.duckdb`, one database with a table per table.

The tables are the same whenever the input is; the file differs between runs in the random identifier that DuckDB gives
every database.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from ..tables.frames import to_arrow
from ..tables.schema import DUCKDB, TABLES
from .base import Export, ExportError

SETTINGS: dict[str, Any] = {"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False, "temp_directory": ""}
"""One thread keeps the order of rows; nothing is fetched and nothing is spilt beside the file."""


class DuckDBExport(Export):
    """Writes `solieu.duckdb`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        draft = self.draft("solieu.duckdb")
        self._log = draft.with_name(draft.name + ".wal")
        self._log.unlink(missing_ok=True)
        self._base = duckdb.connect(str(draft), config=dict(SETTINGS))
        for table, columns in TABLES.items():
            kinds = ", ".join(f'"{column.name}" {DUCKDB[column.type]}' for column in columns)
            self._base.execute(f"CREATE TABLE {table} ({kinds})")

    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Insert rows."""
        try:
            self._base.register("batch", to_arrow(table, rows))
            self._base.execute(f"INSERT INTO {table} SELECT * FROM batch")
            self._base.unregister("batch")
        except duckdb.Error as error:
            raise ExportError(f"{self.folder / 'solieu.duckdb'}: cannot be written: {error}") from error

    def close(self) -> None:
        """Write everything to the file and close it."""
        self._base.execute("CHECKPOINT")
        self._base.close()
        self._log.unlink(missing_ok=True)

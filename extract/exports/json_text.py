"""JSON: `solieu.json`, an array with one object per article; JSON Lines: one file per table, one row per line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, Any

from ..tables.rows import Result
from ..tables.schema import TABLES
from .base import Export


def dumps(value: Any) -> str:
    """Give a value as one line of JSON, Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


class JsonLinesExport(Export):
    """Writes `<table>.jsonl`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._streams: dict[str, IO[str]] = {
            table: self.draft(f"{table}.jsonl").open("w", encoding="utf-8", newline="\n") for table in TABLES
        }

    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Write rows."""
        self._streams[table].writelines(dumps(row) + "\n" for row in rows)

    def close(self) -> None:
        """Close the files."""
        for stream in self._streams.values():
            stream.close()


class JsonExport(Export):
    """Writes `solieu.json`: a JSON array, one line per article."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._stream = self.draft("solieu.json").open("w", encoding="utf-8", newline="\n")
        self._stream.write("[")
        self._separator = "\n"

    def add(self, result: Result) -> None:
        """Write the object of one article."""
        self._stream.write(self._separator + dumps(result))
        self._separator = ",\n"

    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Write nothing: the rows stand in the objects."""

    def close(self) -> None:
        """Close the array and the file."""
        self._stream.write("\n]\n")
        self._stream.close()

"""What the writers share: files are written under a temporary name in the output folder and renamed when all is done."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ...corpus.errors import SolieuError
from ..tables.rows import Result, rows_of_result
from ..tables.schema import TABLES

BATCH = 10_000
"""Rows of a table that are collected before they are written; fixed, so that the bytes do not depend on the run."""


class ExportError(SolieuError):
    """Tables cannot be written or read: the folder, the format, or what stands in a file."""


def temporary(path: Path) -> Path:
    """Give the name under which a file is written until it is complete."""
    return path.with_name(f".{path.name}.tmp")


def write_atomically(path: Path, text: str) -> None:
    """Write a text file whole or not at all (UTF-8, line feeds)."""
    draft = temporary(path)
    with draft.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


class Export(ABC):
    """A writer of results; use it as a context manager.

    Leaving the context without an error puts all files in place; with one, nothing is left behind.

    Args:
        folder: an existing folder.

    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._drafts: dict[Path, Path] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}

    def add(self, result: Result) -> None:
        """Write the rows of one article."""
        for table, rows in self._rows.items():
            rows.extend(rows_of_result(result, table))
            while len(rows) >= BATCH:
                self.write(table, rows[:BATCH])
                del rows[:BATCH]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        done = False
        try:
            if kind is None:
                for table, rows in self._rows.items():
                    if rows:
                        self.write(table, rows)
                self.close()
                for path, draft in self._drafts.items():
                    draft.replace(path)
                done = True
            else:
                self.close()
        finally:
            if not done:
                for draft in self._drafts.values():
                    draft.unlink(missing_ok=True)

    def draft(self, name: str) -> Path:
        """Give the temporary path of one of the export's files."""
        path = self.folder / name
        self._drafts[path] = temporary(path)
        self._drafts[path].unlink(missing_ok=True)
        return self._drafts[path]

    @abstractmethod
    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Write rows of a table."""

    @abstractmethod
    def close(self) -> None:
        """Close the files; called once, also after an error."""

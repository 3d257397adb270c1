"""The tables of an output folder back as DataFrames, whatever format they were written in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ..tables.frames import arrow_schema, results_to_frames, to_arrow, to_frame
from ..tables.schema import TABLES, names
from .base import ExportError
from .cells import from_cell
from .formats import FORMATS, file_names


def read_tables(folder: str | Path, format_name: str | None = None) -> dict[str, pd.DataFrame]:
    """Read the tables that `solieu extract` (or `open_export`) wrote.

    Args:
        folder: the output folder.
        format_name: which format to read; None for the one that is there.

    Returns:
        One DataFrame per table, as `to_frames` gives them.

    Raises:
        ExportError: the folder holds no tables, or tables in several formats and none was named, or a file is broken.

    """
    path = Path(folder)
    there = [name for name in FORMATS if all((path / file).is_file() for file in file_names(name))]
    expected = file_names(format_name or "parquet")[0]
    if format_name is not None:
        there = [name for name in there if name == format_name]
    if not there:
        raise ExportError(f"{path}: no tables here; expected {path / expected}{'' if format_name else ' or another format'}")
    if len(there) > 1:
        raise ExportError(f"{path}: tables in several formats ({', '.join(there)}); say which to read")
    try:
        return _READERS[there[0]](path)
    except (ValueError, KeyError, pa.ArrowException) as error:
        raise ExportError(f"{path}: broken {there[0]} tables: {error}") from error


def _parquet(folder: Path) -> dict[str, pd.DataFrame]:
    frames = {}
    for table in TABLES:
        data = pq.read_table(folder / f"{table}.parquet")
        frames[table] = to_frame(table, data.select(list(names(TABLES[table]))).cast(arrow_schema(table)))
    return frames


def _csv(folder: Path) -> dict[str, pd.DataFrame]:
    frames = {}
    for table, columns in TABLES.items():
        cells = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
        parsed = {column.name: [from_cell(column.type, cell) for cell in cells[column.name]] for column in columns}
        rows = [dict(zip(parsed, values, strict=True)) for values in zip(*parsed.values(), strict=True)]
        frames[table] = to_frame(table, to_arrow(table, rows))
    return frames


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield json.loads(line)


def _json_lines(folder: Path) -> dict[str, pd.DataFrame]:
    return {table: to_frame(table, to_arrow(table, list(_lines(folder / f"{table}.jsonl")))) for table in TABLES}


def _json(folder: Path) -> dict[str, pd.DataFrame]:
    return results_to_frames(json.loads((folder / "solieu.json").read_text(encoding="utf-8")))


def _duckdb(folder: Path) -> dict[str, pd.DataFrame]:
    import duckdb

    from .database import SETTINGS

    frames = {}
    try:
        with duckdb.connect(str(folder / "solieu.duckdb"), read_only=True, config=dict(SETTINGS)) as base:
            for table in TABLES:
                data: pa.Table = base.sql(f"SELECT * FROM {table}").to_arrow_table()
                frames[table] = to_frame(table, data.select(list(names(TABLES[table]))).cast(arrow_schema(table)))
    except duckdb.Error as error:
        raise ExportError(f"{folder / 'solieu.duckdb'}: {error}") from error
    return frames


_READERS = {"parquet": _parquet, "csv": _csv, "jsonl": _json_lines, "json": _json, "duckdb": _duckdb}

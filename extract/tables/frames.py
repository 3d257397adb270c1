"""Rows as Arrow tables and pandas DataFrames with the types of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from ...corpus.article import Article
from .distinct import distinct_result
from .rows import Duplicates, Result, result_of_doc, result_of_failure, table_rows
from .schema import PANDAS, TABLES, Type

if TYPE_CHECKING:
    from spacy.tokens import Doc

ARROW: dict[Type, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "strings": pa.list_(pa.string()),
}
"""The Arrow (and so Parquet) type of each column type."""


def arrow_schema(table: str) -> pa.Schema:
    """Give the Arrow schema of a table."""
    return pa.schema([pa.field(column.name, ARROW[column.type]) for column in TABLES[table]])


def to_arrow(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Give plain rows of a table as an Arrow table; dates may be ISO strings."""
    arrays = []
    for column in TABLES[table]:
        values: list[Any] = [row.get(column.name) for row in rows]
        if column.type == "date":
            values = [date.fromisoformat(value[:10]) if isinstance(value, str) else value for value in values]
        elif column.type == "number":
            values = [None if value is None else float(value) for value in values]
        arrays.append(pa.array(values, type=ARROW[column.type]))
    return pa.Table.from_arrays(arrays, schema=arrow_schema(table))


def to_frame(table: str, data: pa.Table) -> pd.DataFrame:
    """Give an Arrow table as a DataFrame with the dtypes of the schema; list columns hold Python lists."""
    columns: dict[str, Any] = {}
    for column in TABLES[table]:
        values = data.column(column.name)
        if column.type == "strings":
            columns[column.name] = pd.Series(values.to_pylist(), dtype="object")
        elif column.type == "date":
            stamps = values.cast(pa.timestamp("s")).to_pandas()
            columns[column.name] = stamps.astype(PANDAS["date"])
        else:
            columns[column.name] = pd.Series(pd.array(values.to_pylist(), dtype=PANDAS[column.type]))
    return pd.DataFrame(columns)


def results_to_frames(results: Iterable[Result]) -> dict[str, pd.DataFrame]:
    """Give results as one DataFrame per table."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for table, row in table_rows(results):
        rows[table].append(row)
    return {table: to_frame(table, to_arrow(table, rows[table])) for table in TABLES}


def to_frames(docs: Iterable[Doc] | Doc, articles: Iterable[Article] | None = None, distinct: bool = False) -> dict[str, pd.DataFrame]:
    """Give processed Docs as tables.

    Args:
        docs: Docs of a solieu pipeline (or one Doc).
        articles: the articles they were made of; gives what `doc._.article` does not hold, and rows for the articles
            that have no Doc because they could not be read. Without it, every Doc is one row of `articles`.
        distinct: give each statistic of an article once: repeats (rows with `same_as`) are folded into their first full
            mention, which takes over what only they say, and all ids lead there.

    Returns:
        `articles`, `statistics`, `documents`, `places`, `audits`: one DataFrame each, columns and dtypes as in
        `schema.TABLES`, rows in the order of `articles` (else of `docs`). Offsets count code points of `articles.text`.

    """
    from spacy.tokens import Doc as SpacyDoc

    from ..doc import article_of

    made = [docs] if isinstance(docs, SpacyDoc) else list(docs)
    known = {} if articles is None else {article.id: article for article in articles}
    order: list[tuple[Any, Article | None]] = []
    by_id = {str(article_of(doc)["id"]): doc for doc in made if article_of(doc).get("id") in known}
    order += [(by_id.get(article_id), article) for article_id, article in known.items()]
    order += [(doc, None) for doc in made if article_of(doc).get("id") not in known]
    duplicates = Duplicates()
    results: list[Result] = []
    for doc, article in order:
        if doc is None and article is not None:
            results.append(result_of_failure(article, article.error or "not processed"))
            continue
        article_id = article.id if article else article_of(doc).get("id")
        results.append(result_of_doc(doc, article, duplicates.first(article_id, doc.text)))
    return results_to_frames(map(distinct_result, results) if distinct else results)

"""From a Doc or an article to plain rows: the object that stands for one article in JSON and in part files.

A `Result` is `{"article": {…}, "statistics": […], "documents": […], "places": […], "audits": […]}`, every row a dict in
column order with JSON values (dates as ISO strings).
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...corpus.article import Article
from .schema import TABLES, Column

if TYPE_CHECKING:
    from spacy.tokens import Doc

Result = dict[str, Any]

ENTITY_TABLES = tuple(name for name in TABLES if name != "articles")
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\w+")


def clean_string(text: str) -> str:
    """Replace lone surrogates, which no file format can hold, by U+FFFD; offsets stay."""
    return _SURROGATES.sub("\ufffd", text)


def _cell(column: Column, value: Any) -> Any:
    """Bring a plain value to what every format can hold: numbers within a float's range, strings without surrogates."""
    if value is None:
        return [] if column.type == "strings" else None
    if column.type == "string":
        return clean_string(str(value))
    if column.type == "strings":
        return [clean_string(str(item)) for item in value]
    if column.type == "number":
        try:
            return value if math.isfinite(float(value)) else None
        except OverflowError:
            return None
    return value


def plain_row(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give a row of a table in column order from plain values; missing columns are None, others are left out."""
    return {column.name: _cell(column, values.get(column.name)) for column in TABLES[table]}


def article_row(meta: Mapping[str, Any], text: str, duplicate_of: str | None = None, error: str | None = None) -> dict[str, Any]:
    """Give the row of `articles`.

    Args:
        meta: what `Article.meta()` gives.
        text: the text the offsets count into; empty when the article could not be read.
        duplicate_of: the first article with the same text.
        error: why the article could not be read or processed.

    """
    text = clean_string(text)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest() if text else None
    return plain_row(
        "articles",
        {
            **meta, "article_id": meta.get("id"), "n_chars": len(text), "sha256": digest, "duplicate_of": duplicate_of,
            "error": error, "text": text or None,
        },
    )  # fmt: skip


def result_of_doc(doc: Doc, article: Article | None = None, duplicate_of: str | None = None) -> Result:
    """Give the result of a processed Doc; what is known of the article comes from `article`, else from `doc._.article`."""
    from ..doc import article_of

    meta = article.meta() if article is not None else article_of(doc)
    result: Result = {"article": article_row(meta, doc.text, duplicate_of)}
    for table in ENTITY_TABLES:
        result[table] = [plain_row(table, row.to_plain()) for row in getattr(doc._, table)]
    return result


def result_of_failure(article: Article, error: str, duplicate_of: str | None = None) -> Result:
    """Give the result of an article that could not be read or processed: its row with `error`, and no others."""
    return {"article": article_row(article.meta(), article.text, duplicate_of, error), **{table: [] for table in ENTITY_TABLES}}


def rows_of_result(result: Result, table: str) -> list[dict[str, Any]]:
    """Give a result's rows of one table."""
    if table == "articles":
        return [result["article"]]
    rows: list[dict[str, Any]] = result[table]
    return rows


def table_rows(results: Iterable[Result]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give all rows of results as (table, row)."""
    for result in results:
        for table in TABLES:
            for row in rows_of_result(result, table):
                yield table, row


class Duplicates:
    """Remembers the texts of a batch; two texts are the same when their words are, whatever case and punctuation."""

    def __init__(self) -> None:
        self._seen: dict[bytes, str | None] = {}

    def first(self, article_id: str | None, text: str) -> str | None:
        """Give the id of the first article with this text, or None when this is it (or has no words)."""
        words = _WORD.findall(text.casefold())
        if not words:
            return None
        key = hashlib.sha256(" ".join(words).encode("utf-8", "replace")).digest()
        if key in self._seen:
            return self._seen[key]
        self._seen[key] = article_id
        return None

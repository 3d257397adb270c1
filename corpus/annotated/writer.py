"""Writing annotated articles in the marks format (GUIDELINES.md), for people to go on with and `solieu train` to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import AnnotationError
from ..formats.common import check, page_of, write_text
from ..formats.schema import encode
from ..gold import GoldArticle, GoldRow
from .reader import read_annotated

FORGOTTEN = frozenset({"id", "quote", "nth", "confidence", "flags"})
"""Columns that a mark tells by itself, or that mean nothing once a row was annotated."""
_STATISTICS = {"qualifier": "q", "attribution": "by"}
_DOCUMENTS = {"doc_type": "type"}
_LINKS = ("document", "total", "share", "same")


def write_annotated(gold: GoldArticle, path: Path) -> None:
    """Write one article; what was written is read again and compared, so nothing is lost unsaid.

    Empty lines at either end of the page are left out, numbers that are no figures are numbered anew, and of the article
    itself only id, date and newspaper are kept: the rest is found in the page when it is read.

    Raises:
        AnnotationError: the format cannot hold the article: marks that cross, a figure without kind or value, a column
            it does not know, signs of its own in the text. No file is left then.
    """
    text = render_annotated(gold)
    write_text(path, text)
    try:
        _compare(gold, read_annotated(path))
    except AnnotationError as error:
        path.unlink()
        where = f"article {gold.article.id}"
        if where in str(error):
            raise
        raise AnnotationError(f"{where}: the marks format cannot hold it: {error}") from error


def render_annotated(gold: GoldArticle) -> str:
    """Give an article in the marks format.

    Raises:
        AnnotationError: see `write_annotated`.
    """
    where = f"article {gold.article.id}"
    page = page_of(check(gold).article)
    if "⟦" in page or "⟧" in page:
        raise AnnotationError(f"{where}: the text holds ⟦ or ⟧, with which the marks are written")
    header = [f"{name}: {value}".rstrip() for name, value in _head(gold).items()]
    rows = [
        *(_statistic(where, row) for row in gold.statistics),
        *(_other(where, "documents", row, _DOCUMENTS) for row in gold.documents),
        *(_other(where, "places", row, {}) for row in gold.places),
        *(_audit(where, audit) for audit in gold.audits),
    ]
    return "\n".join([*header, "---", _marked(where, gold, page).strip("\n"), "---", *rows, ""])


def _head(gold: GoldArticle) -> dict[str, str]:
    article = gold.article
    published = article.published.isoformat() if article.published else ""
    head = {"id": article.id, "province": gold.province or "", "domain": gold.domain or "", "published": published}
    return head | {"source": article.source or "", "split": gold.split or ""}


def _marked(where: str, gold: GoldArticle, page: str) -> str:
    """Put the marks into a page: of two that begin or end together, the one that closes first is inside."""
    rows = [(row, row.id) for row in (*gold.statistics, *gold.documents, *gold.places)]
    rows += [(row, str(row.columns["role"])) for row in gold.numbers]
    order = sorted(range(len(rows)), key=lambda index: (rows[index][0].start, -rows[index][0].end, -index))
    opening: dict[int, int] = {}
    closing: dict[int, list[str]] = {}
    stack: list[GoldRow] = []
    for row, label in (rows[index] for index in order):
        while stack and stack[-1].end <= row.start:
            stack.pop()
        if stack and stack[-1].end < row.end:
            raise AnnotationError(f"{where}: {stack[-1].id} {stack[-1].quote!r} and {row.id} {row.quote!r} cross, marks can only nest")
        stack.append(row)
        opening[row.start] = opening.get(row.start, 0) + 1
        closing.setdefault(row.end, []).insert(0, f"|{label}⟧")
    cuts = sorted({0, len(page), *opening, *closing})
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(page)], strict=True):
        pieces += ["".join(closing.get(start, ())), "⟦" * opening.get(start, 0), page[start:end]]
    return "".join(pieces)


def _statistic(where: str, row: GoldRow) -> str:
    columns = row.columns
    known = encode("statistics", columns)
    kind, value = known.pop("kind", ""), known.pop("value", "")
    if not kind or not value:
        missing = " and ".join(name for name, text in (("kind", kind), ("value", value)) if not text)
        raise AnnotationError(f"{where}: figure {row.id} {row.quote!r} has no {missing}")
    if known.get("qualifier") in ("exact", "range"):
        del known["qualifier"]
    if known.get("status") == "actual":
        del known["status"]
    known |= {name: str(columns[name]) for name in _LINKS if columns.get(name) is not None}
    allowed = {"kind", "value", "low", "high", *known, "qualifier", "status"} - {"place_code"}
    return " | ".join([row.id, kind, value, *_cells(where, row, known, allowed, _STATISTICS)])


def _other(where: str, table: str, row: GoldRow, names: Mapping[str, str]) -> str:
    known = encode(table, row.columns)
    return " | ".join([row.id, *_cells(where, row, known, set(known) - {"name", "place_code"}, names)])


def _cells(where: str, row: GoldRow, known: Mapping[str, str], allowed: set[str], names: Mapping[str, str]) -> list[str]:
    lost = sorted(name for name, value in row.columns.items() if name not in allowed | FORGOTTEN and _plain(value) is not None)
    if lost:
        raise AnnotationError(f"{where}: row {row.id} {row.quote!r} has {', '.join(lost)}, for which the marks format has no place")
    return [f"{names.get(name, name)}={text}" for name, text in known.items()]


def _audit(where: str, audit: Mapping[str, Any]) -> str:
    if not str(audit.get("id", "")).startswith("a"):
        raise AnnotationError(f"{where}: audit {audit.get('id')!r} has no id such as a1")
    return " | ".join(
        [str(audit["id"]), str(audit.get("check", "")), *(f"{key}={value}" for key, value in audit.items() if key not in ("id", "check"))]
    )


def _compare(gold: GoldArticle, again: GoldArticle) -> None:
    """Raise an error where an article does not come back as it was."""
    where, page = f"article {gold.article.id}", page_of(gold.article)
    shift = len(page) - len(page.lstrip("\n"))
    _same(where, "the page", page.strip("\n"), again.article.raw)
    for name in ("id", "published", "source"):
        _same(where, name, getattr(gold.article, name), getattr(again.article, name))
    for name in ("split", "domain", "province"):
        _same(where, name, getattr(gold, name) or None, getattr(again, name) or None)
    for table in ("statistics", "documents", "places", "numbers"):
        ours, theirs = (sorted(getattr(one, table), key=lambda row: (row.start, row.end)) for one in (gold, again))
        _same(where, f"the number of {table}", len(ours), len(theirs))
        for row, other in zip(ours, theirs, strict=True):
            if table != "numbers":
                _same(where, "row id", row.id, other.id)
            _same(where, f"the span of {row.id}", (row.start - shift, row.end - shift), (other.start, other.end))
            for column, value in other.columns.items():
                if column not in FORGOTTEN:
                    _same(where, f"{column} of {row.id} {row.quote!r}", _plain(row.columns.get(column)), _plain(value))
    _same(where, "the audits", [{k: str(v) for k, v in one.items()} for one in gold.audits], list(again.audits))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: one or None for key, one in value.items()}
    return None if value is False or value in ("", []) else value


def _same(where: str, what: str, ours: object, theirs: object) -> None:
    if ours != theirs:
        raise AnnotationError(f"{where}: the marks format cannot hold {what}: {ours!r} would be read as {theirs!r}")


__all__ = ["render_annotated", "write_annotated"]

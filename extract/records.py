"""The rows of the tables, one frozen dataclass per table, fields in column order (the contract's "The tables").

Offsets are half-open spans in code points of the article's text. Dates are `datetime.date`. `None` is a null cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any, Self

Number = int | float
"""A value at base scale: an int where it is whole, else a float."""


class Row:
    """What the rows share: to and from plain values (what is kept on a Doc, and what JSON can hold)."""

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Give the column names in order."""
        return tuple(field.name for field in fields(cls))  # type: ignore[arg-type]

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Build the row from a mapping of plain values; dates may be ISO strings, missing columns are `None`."""
        values: list[Any] = []
        for name, is_date in _columns(cls):  # type: ignore[arg-type]
            value = plain.get(name)
            if is_date and isinstance(value, str):
                value = date.fromisoformat(value)
            elif isinstance(value, list):
                value = tuple(value)
            values.append(value)
        return cls(*values)

    def to_plain(self) -> dict[str, Any]:
        """Give the row as a dict in column order with JSON values: dates as ISO strings, tuples as lists."""
        plain: dict[str, Any] = {}
        for name in self.columns():
            value = getattr(self, name)
            plain[name] = value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
        return plain


@cache
def _columns(row: type[Row]) -> tuple[tuple[str, bool], ...]:
    """Give the columns of a row class and whether they hold dates; worked out once for each class."""
    return tuple((field.name, "date" in str(field.type)) for field in fields(row))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class NumberRecord(Row):
    """A number with its unit, as `doc.spans["numbers"]` carries it.

    `value`, `low`, `high`, `qualifier`, `kind`, `unit` and `per` mean what they mean in `statistics`. `role` is what
    the role step decided (None before it ran): `figure`, or why it is none; `confidence` is its probability.
    """

    start: int
    end: int
    quote: str
    kind: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: str
    unit: str | None
    per: str | None
    role: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PeriodRecord(Row):
    """A date or period, as `doc.spans["periods"]` carries it; both ends closed, either may be null."""

    start: int
    end: int
    quote: str
    kind: str
    period_start: date | None
    period_end: date | None


@dataclass(frozen=True, slots=True)
class DocumentRecord(Row):
    """One mention of a legal or administrative document: a row of `documents`."""

    article_id: str | None
    start: int
    end: int
    quote: str
    doc_type: str | None
    number: str | None
    year: int | None
    symbol: str | None
    code: str | None
    issuer: str | None
    issued: date | None
    about: str | None
    document_id: str | None
    resolved: bool


@dataclass(frozen=True, slots=True)
class PlaceRecord(Row):
    """One mention of an administrative unit: a row of `places`."""

    article_id: str | None
    start: int
    end: int
    quote: str
    name: str
    level: str
    code: str | None
    province_code: str | None
    code_2025: str | None
    province_code_2025: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class StatisticRecord(Row):
    """One reported figure: a row of `statistics`."""

    statistic_id: str
    article_id: str | None
    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int
    kind: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: str
    unit: str | None
    per: str | None
    subject: str | None
    category: str | None
    change: str | None
    baseline: str | None
    status: str
    place_name: str | None
    place_level: str | None
    place_code: str | None
    province_code: str | None
    place_code_2025: str | None
    province_code_2025: str | None
    period_start: date | None
    period_end: date | None
    period_text: str | None
    attribution: str | None
    document_id: str | None
    total_id: str | None
    share_id: str | None
    confidence: float
    flags: tuple[str, ...] = ()
    same_as: str | None = None
    value_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AuditRecord(Row):
    """One arithmetic check: a row of `audits`, with a sentence in Vietnamese and one in English that show the arithmetic."""

    article_id: str | None
    check: str
    expected: float
    reported: float
    difference: float
    tolerance: float
    ok: bool
    statistic_ids: tuple[str, ...]
    explanation_vi: str = ""
    explanation_en: str = ""

"""A page while it is being written: text and gold rows grow together, so that no offset is ever searched for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..gold import GoldArticle, GoldRow
from ..readers.build import build_article

_MARK = re.compile(r"⟦([^⟦⟧|]*)\|([a-z]+)⟧")


def unmarked(text: str) -> str:
    """Give text without the role marks in it."""
    return _MARK.sub(r"\1", text)


@dataclass(frozen=True, slots=True)
class Period:
    """A period as printed (numbers in role marks) and what it means."""

    printed: str
    start: date | None
    end: date | None

    @property
    def columns(self) -> dict[str, str | None]:
        """Give the period as gold columns have it."""
        text = unmarked(self.printed)
        return {"start": self.start.isoformat() if self.start else None, "end": self.end.isoformat() if self.end else None, "text": text}


class Page:
    """Text with its rows.

    Args:
        published: the article's date.
        place: path of the place that figures speak of unless another is named.
    """

    def __init__(self, published: date, place: str) -> None:
        self.published = published
        self.place = place
        self.period: Period | None = None
        self._parts: list[str] = []
        self._length = 0
        self.rows: dict[str, list[GoldRow]] = {"s": [], "d": [], "p": [], "n": []}
        self.audits: list[dict[str, Any]] = []

    def say(self, text: str) -> None:
        """Write text; numbers in it that are no figures stand in role marks (`năm ⟦2018|date⟧`)."""
        position = 0
        text = unicodedata.normalize("NFC", text)
        for match in _MARK.finditer(text):
            self._add(text[position : match.start()])
            self._row("n", match[1], {"role": match[2]})
            position = match.end()
        self._add(text[position:])

    def figure(self, quote: str, kind: str, value: float | None, unit: str, subject: str, **columns: Any) -> str:
        """Write a figure and give its id; `low` and `high` are only needed for a range."""
        qualifier = columns.get("qualifier", "exact")
        low, high = columns.pop("low", value), columns.pop("high", value)
        row = {
            "kind": kind, "value": value, "qualifier": qualifier,
            "low": None if qualifier in ("nearly", "under", "at_most") else low,
            "high": None if qualifier in ("over", "at_least") else high,
            "unit": unit.split(";") if unit else [], "per": None, "subject": subject, "category": None, "change": None,
            "baseline": None, "status": "actual", "place": self.place, "period": self.period.columns if self.period else None,
            "attribution": None, "document": None, "total": None, "share": None, "optional": False,
        }  # fmt: skip
        return self._row("s", quote, row | columns)

    def mention(self, quote: str, level: str, path: str) -> None:
        """Write the name of a place."""
        self._row("p", quote, {"level": level, "path": path, "optional": False})

    def document(self, quote: str, **columns: Any) -> str:
        """Write the name of a document and give its id."""
        empty = dict.fromkeys(("doc_type", "number", "year", "symbol", "code", "issuer", "issued", "about"))
        return self._row("d", quote, empty | columns | {"optional": False})

    def part_of(self, part: int, whole: int, unit: str, subject: str) -> None:
        """Write "18/21 xã": the part's figure spans its whole's, as in the annotated articles."""
        start = self._length
        self._add(f"{part}/")
        inner = self.figure(f"{whole} {unit}", "count", whole, unit, unit)
        columns = dict(self.rows["s"][-1].columns) | {"subject": subject, "value": part, "low": part, "high": part, "total": inner}
        row_id = f"s{len(self.rows['s']) + 1}"
        self.rows["s"].append(GoldRow(row_id, start, self._length, f"{part}/{whole} {unit}", columns | {"id": row_id}))

    def link(self, row_id: str, **columns: Any) -> None:
        """Change columns of a figure that is already written (its share, its total)."""
        for row in self.rows["s"]:
            if row.id == row_id:
                row.columns.update(columns)

    def _row(self, table: str, quote: str, columns: dict[str, Any]) -> str:
        start = self._length
        self._add(quote)
        row_id = f"{table}{len(self.rows[table]) + 1}"
        printed = unicodedata.normalize("NFC", quote)
        self.rows[table].append(GoldRow(row_id, start, self._length, printed, {"id": row_id, **columns} if table == "s" else columns))
        return row_id

    def _add(self, text: str) -> None:
        text = unicodedata.normalize("NFC", text)
        self._parts.append(text)
        self._length += len(text)

    def finish(self, article_id: str, source: str | None, domain: str, province: str) -> GoldArticle:
        """Give the article with its gold."""
        known = {"id": article_id, "published": self.published.isoformat(), "source": source}
        article = build_article("".join(self._parts), known, None)
        statistics, documents, places, numbers = (
            tuple(sorted(self.rows[name], key=lambda row: (row.start, row.end))) for name in ("s", "d", "p", "n")
        )
        return GoldArticle(
            article, statistics, documents, places, numbers, tuple(self.audits), "train", domain, province, {"generated": True}
        )

"""An article as the readers give it and the pipeline takes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """One news article.

    Attributes:
        id: stable identifier, unique in a batch.
        text: the cleaned, NFC-normalised text that all offsets count into.
        title: its headline, or None.
        published: its publication date, or None.
        source: the newspaper, as named in the lexicon of newspapers or as given, or None.
        province_code: two-digit code of the newspaper's province before July 2025, or None.
        author: the byline, or None.
        url: where it was published, or None.
        path: the file it was read from, or None.
        raw: the text before cleaning, NFC-normalised.
        kept: the half-open spans of `raw` that make up `text`, in order.
        error: why it could not be read; then `text` is empty.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    province_code: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    raw: str = field(default="", repr=False)
    kept: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    error: str | None = None

    def meta(self) -> dict[str, Any]:
        """Give what the pipeline needs to know of the article, as plain values."""
        return {
            "id": self.id,
            "title": self.title,
            "published": self.published.isoformat() if self.published else None,
            "source": self.source,
            "province_code": self.province_code,
            "author": self.author,
            "path": self.path,
        }

    def to_text_offset(self, position: int) -> int | None:
        """Give the offset into `text` of an offset into `raw`; None where the cleaning dropped it."""
        if not self.kept:
            return position
        done = 0
        for start, end in self.kept:
            if start <= position < end:
                return done + position - start
            done += end - start
        return None

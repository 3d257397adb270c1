"""Gold annotations: one model for the project's own annotated corpus and for folders in the gold format.

The gold format is one JSON file per article with `statistics`, `documents` and `places`; a row points into the text by
`quote` and `nth` (the n-th occurrence of the quote, from 1).
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .article import Article
from .errors import AnnotationError
from .readers.build import build_article, parse_date


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One annotated mention: half-open span in the raw text, an id unique in the article, and its columns."""

    id: str
    start: int
    end: int
    quote: str
    columns: dict[str, Any]

    @property
    def optional(self) -> bool:
        """Whether a prediction here counts neither for nor against."""
        return bool(self.columns.get("optional"))


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its gold rows; spans count into `article.raw`."""

    article: Article
    statistics: tuple[GoldRow, ...]
    documents: tuple[GoldRow, ...]
    places: tuple[GoldRow, ...]
    numbers: tuple[GoldRow, ...] = ()
    audits: tuple[dict[str, Any], ...] = ()
    split: str | None = None
    domain: str | None = None
    province: str | None = None
    notes: dict[str, Any] = field(default_factory=dict)


def read_gold(folder: Path, texts: Path) -> Iterator[GoldArticle]:
    """Read a folder in the gold format.

    Args:
        folder: holds one JSON file per article.
        texts: a folder with a text file per article, or a JSON Lines file (also gzipped) with `id` and `text`.

    Raises:
        AnnotationError: a file is no JSON, its text is not found, or a quote does not stand in the text.
    """
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
    if not paths:
        raise AnnotationError(f"{folder}: no gold files (*.json)")
    wanted = {path.stem for path in paths}
    found = _texts(texts, wanted)
    for path in paths:
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise AnnotationError(f"{path}: {error}") from error
        if path.stem not in found:
            raise AnnotationError(f"{path}: no text with id {path.stem!r} in {texts}")
        known = {"id": path.stem, "published": record.get("published"), **found[path.stem]}
        text = unicodedata.normalize("NFC", str(known.pop("text")))
        article = build_article(text, known, str(path))
        statistics, documents, places = (
            tuple(_row(path, article.raw, row, f"{name[0]}{index}") for index, row in enumerate(record.get(name, ()), 1))
            for name in ("statistics", "documents", "places")
        )
        yield GoldArticle(article, statistics, documents, places)


def _texts(source: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    if source.is_dir():
        return {path.stem: {"text": path.read_text(encoding="utf-8")} for path in sorted(source.glob("*.txt")) if path.stem in wanted}
    found: dict[str, dict[str, Any]] = {}
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            if str(record.get("id")) in wanted:
                found[str(record["id"])] = record
    return found


def _row(path: Path, text: str, row: dict[str, Any], fallback: str) -> GoldRow:
    quote = unicodedata.normalize("NFC", row["quote"])
    start = -1
    for _ in range(int(row.get("nth", 1))):
        start = text.find(quote, start + 1)
        if start < 0:
            raise AnnotationError(f"{path}: quote {quote!r} (occurrence {row.get('nth', 1)}) does not stand in the text")
    return GoldRow(str(row.get("id", fallback)), start, start + len(quote), quote, row)


__all__ = ["GoldArticle", "GoldRow", "parse_date", "read_gold"]

"""From a page's text and what is known of it to an `Article`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from ..article import Article
from ..cleaning import clean
from ..metadata import find_author, find_newspaper, find_published, find_source, find_title

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DMY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def parse_date(value: object) -> date | None:
    """Read a date from a metadata field: ISO (with or without a time) or day/month/year; None when it is neither."""
    text = str(value or "")
    if (match := _ISO.search(text)) is not None:
        numbers = (int(match[1]), int(match[2]), int(match[3]))
    elif (match := _DMY.search(text)) is not None:
        numbers = (int(match[3]), int(match[2]), int(match[1]))
    else:
        return None
    try:
        return date(*numbers)
    except ValueError:
        return None


def build_article(text: str, known: Mapping[str, Any], path: str | None) -> Article:
    """Make an article: NFC, furniture removed, title, date, newspaper and byline from what is known or from the page.

    Args:
        text: the page's text.
        known: any of `id`, `title`, `published`, `source`, `url`, `author`, `province_code`.
        path: the file it came from.
    """
    raw = unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))
    kept = clean(raw)
    cleaned = "".join(raw[start:end] for start, end in kept)
    paper = find_newspaper(_text(known.get("source"))) or find_newspaper(_text(known.get("url"))) or (
        None if known.get("source") else find_source(raw))  # fmt: skip
    article_id = _text(known.get("id")) or hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Article(
        id=article_id,
        text=cleaned,
        title=_text(known.get("title")) or find_title(cleaned),
        published=parse_date(known.get("published")) or find_published(raw),
        source=paper.name if paper else _text(known.get("source")),
        province_code=_text(known.get("province_code")) or (paper.province_code if paper else None),
        author=_text(known.get("author")) or find_author(cleaned),
        url=_text(known.get("url")),
        path=path,
        raw=raw,
        kept=kept,
    )


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None

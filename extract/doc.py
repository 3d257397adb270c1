"""What the components keep on a Doc, and how it is read back.

Everything is plain values in `doc.user_data` and span groups, so `to_bytes`, `DocBin` and `nlp.pipe(n_process=…)` carry
it; rows are built when they are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span

from ..corpus.metadata import find_newspaper
from .records import AuditRecord, DocumentRecord, NumberRecord, PeriodRecord, PlaceRecord, Row, StatisticRecord
from .text.view import View, view

_KEY = "solieu"
RECORDS: dict[str, type[Row]] = {
    "numbers": NumberRecord,
    "periods": PeriodRecord,
    "documents": DocumentRecord,
    "places": PlaceRecord,
    "statistics": StatisticRecord,
    "audits": AuditRecord,
}


def put(doc: Doc, name: str, rows: Sequence[dict[str, Any]], spans: bool = True) -> None:
    """Keep the rows of one kind on a Doc, with a span group of the same name (unless `spans` is off: it stands already).

    Span groups hold tokens; a row whose offsets fall inside a token gets the tokens around it, its own offsets stay.
    """
    store = dict(doc.user_data.get(_KEY) or {})
    store[name] = list(rows)
    doc.user_data[_KEY] = store
    if not spans:
        return
    found = []
    for index, row in enumerate(rows):
        label = str(row.get("kind") or row.get("level") or row.get("doc_type") or name)
        span = doc.char_span(row["start"], row["end"], label=label, alignment_mode="expand", span_id=f"{name}:{index}")
        if span is not None:
            found.append(span)
    doc.spans[name] = found


_VIEWS: WeakKeyDictionary[Doc, View] = WeakKeyDictionary()


def view_of(doc: Doc) -> View:
    """Give the folded view of a Doc's text.

    `doc.text` joins all tokens each time it is asked for, which costs more than a component's own work; so the view of a
    Doc is remembered as long as the Doc lives. A Doc's text never changes.
    """
    found = _VIEWS.get(doc)
    if found is None:
        found = _VIEWS[doc] = view(doc.text)
    return found


def remember_text(doc: Doc, text: str) -> None:
    """Tell what text a Doc was made from, so that nobody has to join its tokens again."""
    _VIEWS[doc] = view(text)


def rows_of(doc: Doc, name: str) -> list[dict[str, Any]] | None:
    """Give the plain rows of one kind, or None when no component has made them."""
    found: list[dict[str, Any]] | None = (doc.user_data.get(_KEY) or {}).get(name)
    return found


def extra_of(doc: Doc, name: str) -> Any:
    """Give a plain value that a component kept beside its rows."""
    return (doc.user_data.get(_KEY) or {}).get(name)


def put_extra(doc: Doc, name: str, value: Any) -> None:
    """Keep a plain value for later components."""
    doc.user_data[_KEY] = {**(doc.user_data.get(_KEY) or {}), name: value}


def article_of(doc: Doc) -> Mapping[str, Any]:
    """Give what is known of the article (see `Article.meta`); empty when nothing was set.

    `doc._.article` may be an `Article`, a mapping with its fields, or None.
    """
    article = doc._.article
    if article is None:
        return {}
    if isinstance(article, Mapping):
        return article
    meta: Mapping[str, Any] = article.meta()
    return meta


def home_of(doc: Doc) -> str | None:
    """Give the two-digit code of the newspaper's province (before July 2025): the article's own, or what the newspaper's name tells."""
    article = article_of(doc)
    if code := article.get("province_code"):
        return str(code)
    paper = find_newspaper(article.get("source"))
    return paper.province_code if paper is not None else None


def published_of(doc: Doc) -> date | None:
    """Give the article's publication date."""
    value = article_of(doc).get("published")
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else value or None


def _record(span: Span) -> Row | None:
    name, _, index = span.id_.partition(":")
    rows = rows_of(span.doc, name) if name in RECORDS else None
    return RECORDS[name].from_plain(rows[int(index)]) if rows is not None and index.isdigit() else None


def _rows_getter(name: str) -> Any:
    def get(doc: Doc) -> tuple[Row, ...]:
        return tuple(RECORDS[name].from_plain(row) for row in rows_of(doc, name) or ())

    return get


def set_extensions() -> None:
    """Register the extension attributes; safe to call again."""
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    if not Span.has_extension("record"):
        Span.set_extension("record", getter=_record)
    for name in ("statistics", "documents", "places", "audits"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=_rows_getter(name))


class Component:
    """What the components share: plain settings that are saved with the pipeline, and no state of their own."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc and give it back."""
        set_extensions()
        self.annotate(doc)
        return doc

    def annotate(self, doc: Doc) -> None:
        """Write the component's rows to a Doc."""
        raise NotImplementedError

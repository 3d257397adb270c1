"""From the pipeline's rows to an annotated article, for people to correct."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..article import Article
from ..gold import GoldArticle, GoldRow
from ..readers.build import build_article
from .common import check, page_of
from .schema import number_text, squeeze

PlainRow = Mapping[str, Any]
PlacePath = Callable[[str | None, str | None, str | None], str | None]
"""From name, level and code of a unit to its path ("Như Xuân, Thanh Hóa"), or None."""

_COPIED = ("subject", "category", "change", "baseline", "attribution", "per")
_QUANTITY = ("kind", "value", "low", "high", "qualifier")
_DOCUMENT = ("doc_type", "number", "symbol", "code", "issuer", "issued", "about")


def from_rows(article: Article, rows: Mapping[str, Sequence[PlainRow]], place_path: PlacePath | None = None) -> GoldArticle:
    """Turn the rows predicted for an article into annotations.

    Spans go back into the page as it was before cleaning. Place mentions without a name are left out, and so are numbers
    that are no figures where they stand in a document's or place's name: the guidelines want no marks there. A type word that
    is the unit of a figure ("10 phường Thanh Sơn, …") is left to the figure, so that marks nest.

    Args:
        article: what the pipeline was given.
        rows: plain rows by table: `statistics`, `documents`, `places`, `audits`, and `numbers` as `doc.spans["numbers"]`
            carries them, with `role`; offsets count into `article.text`. Missing tables are empty.
        place_path: gives the paths of places; without it their names stand in.

    Raises:
        AnnotationError: a row's span does not hold its quote.
    """
    base, shift = _trimmed(article)
    page = page_of(base)
    path_of: PlacePath = place_path or (lambda name, level, code: name)

    def place(row: PlainRow, end: str = "end") -> tuple[int, int]:
        return _to_page(article, row["start"]) - shift, _to_page(article, row[end] - 1) + 1 - shift

    statistics = sorted(rows.get("statistics", ()), key=_span)
    documents = sorted(rows.get("documents", ()), key=_span)
    places = sorted((row for row in rows.get("places", ()) if row.get("named", True)), key=_span)
    ids = {row["statistic_id"]: f"s{number}" for number, row in enumerate(statistics, 1)}
    mentions: dict[str, str] = {}
    for number, row in enumerate(documents, 1):
        mentions.setdefault(str(row.get("document_id")), f"d{number}")

    def make(row_id: str, span: tuple[int, int], columns: dict[str, Any], source: PlainRow) -> GoldRow:
        sure = {} if source.get("confidence") is None else {"confidence": source["confidence"]}
        return GoldRow(row_id, *span, page[slice(*span)], columns | sure)

    found = [make(f"s{n}", place(row), _statistic(f"s{n}", row, ids, mentions, path_of), row) for n, row in enumerate(statistics, 1)]
    named = [make(f"d{n}", place(row), _document(row), row) for n, row in enumerate(documents, 1)]
    located = [make(f"p{n}", _behind(place(row), found, page), _place(row, path_of), row) for n, row in enumerate(places, 1)]
    others: list[GoldRow] = []
    for row in sorted(rows.get("numbers", ()), key=_span):
        role, span = row.get("role"), place(row, "number_end" if row.get("number_end") else "end")
        apart = all(span[1] <= one.start or one.end <= span[0] for one in (*found, *named, *located, *others))
        if role not in (None, "figure") and apart:
            others.append(make(f"n{len(others) + 1}", span, {"role": role}, row))
    audits = tuple(_audit(f"a{number}", row, ids) for number, row in enumerate(rows.get("audits", ()), 1))
    return check(GoldArticle(base, tuple(found), tuple(named), tuple(located), tuple(others), audits))


def _behind(span: tuple[int, int], figures: Sequence[GoldRow], page: str) -> tuple[int, int]:
    """Give a place's span without the type word that is a figure's unit: "10 phường" of "10 phường Thanh Sơn, …"."""
    for figure in figures:
        if figure.start < span[0] < figure.end < span[1] and (rest := page[figure.end : span[1]].lstrip()):
            return span[1] - len(rest), span[1]
    return span


def _trimmed(article: Article) -> tuple[Article, int]:
    """Give the article without empty lines around its page, and how many characters went in front.

    What it is known to be is written down, so that it stays the same article.
    """
    page = page_of(article)
    known = {name: getattr(article, name) for name in ("id", "title", "published", "source", "url", "author", "province_code")}
    rebuilt = build_article(page.strip("\n"), known, article.path)
    return rebuilt, len(page) - len(page.lstrip("\n"))


def _span(row: PlainRow) -> tuple[int, int]:
    return row["start"], row["end"]


def _to_page(article: Article, position: int) -> int:
    """Give the offset in the page of an offset in the cleaned text."""
    if not article.raw:
        return position
    for start, end in article.kept:
        if position < end - start:
            return start + position
        position -= end - start
    return position + (article.kept[-1][1] if article.kept else 0)


def _statistic(row_id: str, row: PlainRow, ids: Mapping[str, str], mentions: Mapping[str, str], path_of: PlacePath) -> dict[str, Any]:
    period = {"start": row.get("period_start"), "end": row.get("period_end"), "text": _text(row.get("period_text"))}
    columns = {"id": row_id, **{name: row.get(name) for name in _QUANTITY}, **{name: _text(row.get(name)) for name in _COPIED}}
    return columns | {
        "unit": [row["unit"]] if row.get("unit") else [], "status": row.get("status") or "actual",
        "place": path_of(row.get("place_name"), row.get("place_level"), row.get("place_code")) if row.get("place_name") else None,
        "period": period if any(period.values()) else None, "document": mentions.get(str(row.get("document_id"))),
        "total": ids.get(str(row.get("total_id"))), "share": ids.get(str(row.get("share_id"))),
        "same": ids.get(str(row.get("same_as"))), "optional": False,
    }  # fmt: skip


def _document(row: PlainRow) -> dict[str, Any]:
    return {name: _text(row.get(name)) for name in _DOCUMENT} | {"year": row.get("year"), "optional": False}


def _place(row: PlainRow, path_of: PlacePath) -> dict[str, Any]:
    return {"level": row.get("level"), "path": path_of(row.get("name"), row.get("level"), row.get("code")), "optional": False}


def _text(value: Any) -> str | None:
    """Give a text that fits on a line of the marks format."""
    return squeeze(str(value)).replace(" | ", " / ") or None if value is not None else None


def _audit(audit_id: str, row: PlainRow, ids: Mapping[str, str]) -> dict[str, Any]:
    """Name the figures of a check; they come with the whole first, in a `shares_sum` without it."""
    check_name = str(row["check"])
    members = [ids[one] for one in row.get("statistic_ids") or () if one in ids]
    if check_name == "parts_sum":
        roles = {"whole": members[:1], "parts": members[1:]}
    elif check_name == "share":
        roles = {"whole": members[:1], "parts": members[1:-1], "share": members[-1:]}
    elif check_name == "change":
        roles = {"now": members[:1], "then": members[1:-1], "change": members[-1:]}
    else:
        roles = {"parts": members}
    named = {name: ",".join(found) for name, found in roles.items() if found}
    amounts = {name: number_text(row[name]) for name in ("expected", "reported")}
    return {"id": audit_id, "check": check_name, **named, **amounts, "ok": "yes" if row["ok"] else "no"}


__all__ = ["PlacePath", "from_rows"]

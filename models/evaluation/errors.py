"""What went wrong, row by row, with the sentence in view: for the terminal or as one HTML page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from .alignment import Placed, PlainRow
from .matching import ArticleMatch, Pair, TableMatch

_BREAK = re.compile(r"\n+|(?<=[.!?…])\s+(?=[^\W\d_a-zà-ỹđ]|\d)")
_SHOWN = {
    "whole": ("total", "total_id"), "place": ("place", "place_name"), "bounds": ("low", "low"), "share": ("share", "share_id"),
    "document": ("document", "document_id"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One attribute that is wrong: what the gold says and what was predicted, as printed text."""

    attribute: str
    gold: str
    predicted: str


@dataclass(frozen=True, slots=True)
class RowError:
    """One row that is wrong.

    Attributes:
        article_id: of the article.
        table: `statistics`, `documents` or `places`.
        error: `missed`, `spurious` or `wrong`.
        quote: the printed mention (of the prediction, of the gold for a missed row).
        before, after: the rest of its sentence around the mention.
        differences: for a wrong row what differs; for a missed or spurious one what it says.
        cleaned_away: whether the row was missed since the cleaning dropped its text.
    """

    article_id: str
    table: str
    error: Literal["missed", "spurious", "wrong"]
    start: int
    end: int
    quote: str
    before: str
    after: str
    differences: tuple[Difference, ...] = ()
    cleaned_away: bool = False


def list_errors(match: ArticleMatch) -> list[RowError]:
    """List all rows of an article that are wrong, in the order of the text within each table."""
    found: list[RowError] = []
    for name in ("statistics", "documents", "places"):
        table: TableMatch = getattr(match, name)
        found += sorted(_table_errors(match, name, table), key=lambda one: (one.start, one.end, one.error))
    return found


def _table_errors(match: ArticleMatch, name: str, table: TableMatch) -> Iterator[RowError]:
    article = match.gold.article
    for one in table.missed:
        text, span = (article.text, one.span) if one.span else (article.raw, (one.row.start, one.row.end))
        before, quote, after = in_view(text, *span)
        says = tuple(Difference(key, value, "–") for key, value in _says(name, one))
        yield RowError(article.id, name, "missed", *span, quote, before, after, says, one.span is None)
    for row in table.spurious:
        before, quote, after = in_view(article.text, row["start"], row["end"])
        says = tuple(Difference(key, "–", _text(row.get(key))) for key in _identity(name) if row.get(key) is not None)
        yield RowError(article.id, name, "spurious", row["start"], row["end"], quote, before, after, says)
    for pair in table.pairs:
        if differences := tuple(_differences(name, pair)):
            row = pair.predicted
            before, quote, after = in_view(article.text, row["start"], row["end"])
            yield RowError(article.id, name, "wrong", row["start"], row["end"], quote, before, after, differences)


def _identity(name: str) -> tuple[str, ...]:
    return {"statistics": ("kind", "value", "low", "high", "unit", "subject"), "documents": ("doc_type", "number", "code")}.get(
        name, ("name", "level", "code")
    )


def _says(name: str, one: Placed) -> Iterator[tuple[str, str]]:
    keys = _identity(name) if name != "places" else ("name", "level", "path", "place_code")
    yield from ((key, _text(one.row.columns[key])) for key in keys if one.row.columns.get(key) is not None)


def _differences(name: str, pair: Pair) -> Iterator[Difference]:
    gold, row = pair.gold.row.columns, pair.predicted
    if not pair.found:
        keys = {"statistics": ("value", "low", "high"), "documents": ("code", "doc_type", "number")}.get(name, ())
        for key in keys:
            if _text(gold.get(key)) != _text(row.get(key)):
                yield Difference(key, _text(gold.get(key)), _text(row.get(key)))
        if name == "places":
            wanted = f"{gold.get('path') or gold.get('name') or pair.gold.row.quote} [{_text(gold.get('place_code'))}]"
            yield Difference("code", wanted, f"{_text(row.get('name'))} [{_text(row.get('code'))}]")
    for key, right in pair.attributes.items():
        if right is False:
            yield Difference(key, *_shown(key, gold, row))


def _shown(key: str, gold: Mapping[str, Any], row: PlainRow) -> tuple[str, str]:
    if key == "period":
        period = gold.get("period") or {}
        return (
            f"{_text(period.get('start'))} … {_text(period.get('end'))} {_quoted(period.get('text'))}".strip(),
            f"{_text(row.get('period_start'))} … {_text(row.get('period_end'))} {_quoted(row.get('period_text'))}".strip(),
        )
    if key == "bounds":
        return tuple(f"{_text(one.get('low'))} … {_text(one.get('high'))}" for one in (gold, row))  # type: ignore[return-value]
    if key == "subject":
        return tuple(" | ".join(str(one[name]) for name in ("subject", "category") if one.get(name)) or "–" for one in (gold, row))  # type: ignore[return-value]
    if key == "place":
        return (
            f"{_text(gold.get('place'))} [{_text(gold.get('place_code'))}]",
            f"{_text(row.get('place_name'))} [{_text(row.get('place_code'))}]",
        )
    wanted, given = _SHOWN.get(key, (key, key))
    return _text(gold.get(wanted)), _text(row.get(given))


def _quoted(value: Any) -> str:
    return f"“{value}”" if value else ""


def _text(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, (list, tuple)):
        return " ; ".join(str(one) for one in value)
    return repr(value) if isinstance(value, float) else str(value)


def in_view(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Give a span with the rest of its sentence before and behind it (a line break always ends a sentence)."""
    left = max((match.end() for match in _BREAK.finditer(text, 0, start + 1) if match.end() <= start), default=0)
    right = _BREAK.search(text, end)
    return text[left:start], text[start:end], text[end : right.start() if right else len(text)]


def errors_text(errors: Sequence[RowError]) -> str:
    """Give the listing as plain text: a mention stands between ⟦ and ⟧ in its sentence."""
    lines: list[str] = []
    article = None
    for one in errors:
        if one.article_id != article:
            article = one.article_id
            lines += ["", f"== {article}"]
        note = " (cleaned away)" if one.cleaned_away else ""
        lines.append(f"{one.error:9}{one.table} {one.start}–{one.end}{note}: {_line(one.before)}⟦{_line(one.quote)}⟧{_line(one.after)}")
        lines += [f"    {diff.attribute}: gold {diff.gold} · predicted {diff.predicted}" for diff in one.differences]
    return "\n".join(lines).strip() + "\n" if lines else "no errors\n"


def _line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ¶ ", text)


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;background:#fff}"
    "section{border-left:4px solid #999;padding:.2em 1em;margin:1em 0}.missed{border-color:#b35900}.spurious{border-color:#a11}"
    ".wrong{border-color:#06c}mark{background:#ffe08a}table{border-collapse:collapse;font-size:13px}td,th{padding:1px 12px 1px 0;text-align:left;"
    "vertical-align:top}small{color:#555}"
)


def errors_html(errors: Sequence[RowError], title: str = "solieu evaluate") -> str:
    """Give the listing as one HTML page without outside resources; everything from the articles is escaped."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style></head><body>',
        f"<h1>{html.escape(title)}</h1><p>{len(errors)} rows: " + ", ".join(
            f"{sum(one.error == name for one in errors)} {name}" for name in ("missed", "spurious", "wrong")) + ".</p>",
    ]  # fmt: skip
    article = None
    for one in errors:
        if one.article_id != article:
            article = one.article_id
            parts.append(f"<h2>{html.escape(article)}</h2>")
        note = " · cleaned away" if one.cleaned_away else ""
        rows = "".join(
            f"<tr><th>{html.escape(diff.attribute)}</th><td>{html.escape(diff.gold)}</td><td>{html.escape(diff.predicted)}</td></tr>"
            for diff in one.differences
        )
        table = f"<table><tr><th></th><th>gold</th><th>predicted</th></tr>{rows}</table>" if rows else ""
        parts.append(
            f'<section class="{one.error}"><small>{one.error} · {html.escape(one.table)} · {one.start}–{one.end}{note}</small>'
            f"<p>{html.escape(one.before)}<mark>{html.escape(one.quote)}</mark>{html.escape(one.after)}</p>{table}</section>"
        )
    return "\n".join((*parts, "</body></html>\n"))

"""Reading annotated articles: marks in the text, columns below it (the format is described in GUIDELINES.md)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import AnnotationError
from ..gold import GoldArticle, GoldRow
from ..readers.build import build_article

AnnotatedArticle = GoldArticle

_RULE = re.compile(r"^---\s*$", re.MULTILINE)
_CLOSE = re.compile(r"\|([a-z]+\d*)⟧")
_ROW_ID = re.compile(r"[sdp]\d+")
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?(?: \"(.*)\")?")
_QUALIFIED = {"over": (True, False), "at_least": (True, False), "nearly": (False, True), "under": (False, True), "at_most": (False, True)}


def annotated_articles(split: str | None = None) -> Iterator[GoldArticle]:
    """Give the project's annotated articles in order of their ids.

    Args:
        split: `train`, `dev` or `test`; None for all.
    """
    folder = Path(str(files("solieu.corpus") / "annotated" / "articles"))
    for path in sorted(folder.glob("*.txt")):
        article = read_annotated(path)
        if split is None or article.split == split:
            yield article


def read_annotated(path: Path) -> GoldArticle:
    """Read one annotated article.

    Raises:
        AnnotationError: the file breaks the format; the message says where.
    """
    raw = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    parts = _RULE.split(raw)
    if len(parts) != 3:
        raise AnnotationError(f"{path}: expected header, page and rows between two lines '---', found {len(parts)} parts")
    header = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in parts[0].strip().splitlines())}
    text, marks = _unmark(path, parts[1].strip("\n"))
    known = {key: header.get(key) or None for key in ("id", "published", "source")}
    article = build_article(text, known, str(path))
    columns = _columns(path, parts[2])
    rows: dict[str, list[GoldRow]] = {"s": [], "d": [], "p": [], "n": []}
    for start, end, label in marks:
        quote = article.raw[start:end]
        if _ROW_ID.fullmatch(label):
            if label not in columns:
                raise AnnotationError(f"{path}: {label} is marked but has no row")
            rows[label[0]].append(GoldRow(label, start, end, quote, columns[label]))
        else:
            rows["n"].append(GoldRow(f"n{len(rows['n']) + 1}", start, end, quote, {"role": label}))
    ordered = {key: tuple(sorted(found, key=lambda row: (row.start, row.end))) for key, found in rows.items()}
    audits = tuple({"id": key, **value} for key, value in columns.items() if key[0] == "a")
    return GoldArticle(article, ordered["s"], ordered["d"], ordered["p"], ordered["n"], audits,
                       header.get("split"), header.get("domain"), header.get("province"))  # fmt: skip


def _unmark(path: Path, body: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the marks out of a page: its plain text and the marked spans with their labels."""
    plain: list[str] = []
    opened: list[int] = []
    marks: list[tuple[int, int, str]] = []
    position = 0
    while position < len(body):
        char = body[position]
        if char == "⟦":
            opened.append(len(plain))
        elif char == "|" and opened and (match := _CLOSE.match(body, position)) is not None:
            marks.append((opened.pop(), len(plain), match[1]))
            position = match.end()
            continue
        elif char == "⟧":
            raise AnnotationError(f"{path}: a mark closes that was not opened, at …{body[max(0, position - 30) : position]}")
        else:
            plain.append(char)
        position += 1
    if opened:
        raise AnnotationError(f"{path}: {len(opened)} marks are not closed")
    return "".join(plain), marks


def _columns(path: Path, block: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for line in block.strip().splitlines():
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split(" | ")]
        row_id = cells[0]
        if row_id in found:
            raise AnnotationError(f"{path}: {row_id} is described twice")
        if row_id[:1] == "s":
            found[row_id] = _statistic(path, cells)
        else:
            pairs = dict(cell.partition("=")[::2] for cell in cells[1:] if "=" in cell)
            found[row_id] = _other(row_id, pairs, cells)
    return found


def _number(printed: str) -> int | float:
    value = float(printed.replace(",", "."))
    return int(value) if value.is_integer() else value


def _statistic(path: Path, cells: list[str]) -> dict[str, Any]:
    try:
        row_id, kind, printed, *rest = cells
        pairs = dict(cell.partition("=")[::2] for cell in rest)
        low_text, _, high_text = printed.partition("..")
        low = _number(low_text)
        high = _number(high_text) if high_text else low
    except ValueError as error:
        raise AnnotationError(f"{path}: row {cells[0]} is broken: {' | '.join(cells)}") from error
    qualifier = "range" if high_text else pairs.get("q", "exact")
    keep_low, keep_high = _QUALIFIED.get(qualifier, (True, True))
    period = _PERIOD.fullmatch(pairs["period"]) if "period" in pairs else None
    return {
        "id": row_id, "kind": kind, "value": None if high_text else low, "low": low if keep_low else None,
        "high": high if keep_high else None, "qualifier": qualifier,
        "unit": [unit.strip() for unit in pairs.get("unit", "").split(";") if unit.strip()], "per": pairs.get("per"),
        "subject": pairs.get("subject"), "category": pairs.get("category"), "change": pairs.get("change"),
        "baseline": pairs.get("baseline"), "status": pairs.get("status", "actual"), "place": pairs.get("place"),
        "period": {"start": period[1], "end": period[2], "text": period[3]} if period else None,
        "attribution": pairs.get("by"), "document": pairs.get("document"), "total": pairs.get("total"),
        "share": pairs.get("share"), "same": pairs.get("same"), "optional": pairs.get("optional") == "yes",
    }  # fmt: skip


def _other(row_id: str, pairs: dict[str, str], cells: list[str]) -> dict[str, Any]:
    if row_id[:1] == "d":
        year = pairs.get("year")
        return {
            "doc_type": pairs.get("type"), "number": pairs.get("number"), "year": int(year) if year and year.isdigit() else None,
            "symbol": pairs.get("symbol"), "code": pairs.get("code"), "issuer": pairs.get("issuer"), "issued": pairs.get("issued"),
            "about": pairs.get("about"), "optional": pairs.get("optional") == "yes",
        }  # fmt: skip
    if row_id[:1] == "p":
        return {"level": pairs.get("level"), "path": pairs.get("path"), "optional": pairs.get("optional") == "yes"}
    return {"check": cells[1] if len(cells) > 1 else "", **pairs}

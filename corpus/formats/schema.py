"""What annotation tools are shown of a row: labels, attributes as text, links; and the way back into columns.

A figure, document or place has a label of its own in capitals; a number that is no figure has its role as label. The
attributes are the columns of the row written as the annotation guidelines write them: values as Vietnamese decimals
(`93,5`, `35..40` for a range), units parted by `;`, periods as `start..end "text"`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..errors import AnnotationError

FIGURE, DOCUMENT, PLACE = "Figure", "Document", "Place"
TABLE_OF_LABEL = {FIGURE: "statistics", DOCUMENT: "documents", PLACE: "places"}
LABEL_OF_TABLE = {table: label for label, table in TABLE_OF_LABEL.items()}
TABLES = ("statistics", "documents", "places", "numbers")
PREFIX = {"statistics": "s", "documents": "d", "places": "p", "numbers": "n"}
"""The letter that row ids begin with."""

ROLES = (
    "date", "time", "document", "label", "ordinal", "age", "duration", "phone", "address", "plate", "score", "name", "article", "page",
)  # fmt: skip
"""The roles of numbers that are no figures (GUIDELINES.md); tools are set up with these, other lower-case words are read too."""
ROLE = re.compile(r"[a-z]+")

ATTRIBUTES = {
    "statistics": (
        "kind", "value", "qualifier", "unit", "per", "subject", "category", "change", "baseline", "status", "place", "place_code",
        "period", "attribution", "optional",
    ),
    "documents": ("doc_type", "number", "year", "symbol", "code", "issuer", "issued", "about", "optional"),
    "places": ("name", "level", "path", "place_code", "optional"),
    "numbers": (),
}  # fmt: skip
CHOICES = {
    "kind": ("count", "percentage", "percentage_point", "money", "measurement", "duration", "ratio", "multiple", "score", "rank"),
    "qualifier": ("exact", "about", "nearly", "over", "under", "at_least", "at_most", "range"),
    "change": ("increase", "decrease"),
    "status": ("actual", "target", "estimate"),
    "level": ("country", "region", "province", "district", "commune"),
    "optional": ("yes",),
}
"""Attributes with a closed set of values; the others are free text."""
LINKS = {"total": "statistics", "share": "statistics", "same": "statistics", "document": "documents"}
"""The links of a figure, and the table each points into."""

_ONE_SIDED = {"over": "high", "at_least": "high", "nearly": "low", "under": "low", "at_most": "low"}
_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_PERIOD = re.compile(r'(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?(?: "(.*)")?')


def squeeze(text: str) -> str:
    """Give a text with single blanks and none at the ends: as tools give it back."""
    return " ".join(text.split())


def number_text(value: Any) -> str:
    """Write a number as a Vietnamese decimal without an exponent; anything else as it prints."""
    if isinstance(value, float) and math.isfinite(value):
        return format(Decimal(repr(value)), "f").removesuffix(".0").replace(".", ",")
    return str(value)


def parse_number(printed: str) -> int | float:
    """Read a Vietnamese decimal; full stops part thousands where three digits follow each, else they are decimal points.

    Raises:
        ValueError: it is no number.
    """
    text = printed.strip()
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"{printed!r} is no number")
    value = Decimal(text.replace(",", "."))
    return int(value) if value == value.to_integral_value() else float(value)


def label_of(table: str, columns: Mapping[str, Any]) -> str:
    """Give the label of a row."""
    return LABEL_OF_TABLE.get(table) or str(columns.get("role"))


def table_of(label: str) -> str | None:
    """Give the table of a label, or None when it is neither a table's label nor a role."""
    return TABLE_OF_LABEL.get(label) or ("numbers" if ROLE.fullmatch(label) else None)


def encode(table: str, columns: Mapping[str, Any]) -> dict[str, str]:
    """Give the attributes of a row as text, in order; those without a value are left out."""
    found = {name: squeeze(_text(name, columns)) for name in ATTRIBUTES[table]}
    return {name: text for name, text in found.items() if text}


def _text(name: str, columns: Mapping[str, Any]) -> str:
    value = columns.get(name)
    if name == "value" and value is None and (columns.get("low") is not None or columns.get("high") is not None):
        return "..".join("" if columns.get(end) is None else number_text(columns[end]) for end in ("low", "high"))
    if value is None or value == "":
        return ""
    if name == "optional":
        return "yes" if value else ""
    if name == "value":
        return number_text(value)
    if name == "unit" and isinstance(value, (list, tuple)):
        return ";".join(map(str, value))
    if name == "period" and isinstance(value, Mapping):
        text = value.get("text")
        return f"{value.get('start') or ''}..{value.get('end') or ''}" + (f' "{text}"' if text else "")
    return str(value)


def new_columns(where: str, table: str, row_id: str, label: str, attributes: Mapping[str, str]) -> dict[str, Any]:
    """Give the columns of a row that was added in a tool, the same as a row of the marks format has.

    Errors as for `changed_columns`.
    """
    if table == "numbers":
        return {"role": label}
    if table == "statistics":
        blank: dict[str, Any] = {"id": row_id, "kind": None, "value": None, "low": None, "high": None, "qualifier": "exact", "unit": []}
        blank |= dict.fromkeys(("per", "subject", "category", "change", "baseline"))
        blank |= {
            "status": "actual",
            "place": None,
            "period": None,
            "attribution": None,
            "document": None,
            "total": None,
            "share": None,
            "same": None,
        }
    else:
        blank = dict.fromkeys(name for name in ATTRIBUTES[table] if name not in ("name", "place_code"))
    # What a tool leaves empty has its usual value.
    given = {name: text for name, text in attributes.items() if squeeze(text)}
    return changed_columns(where, table, blank | {"optional": False}, given)


def changed_columns(where: str, table: str, columns: Mapping[str, Any], attributes: Mapping[str, str]) -> dict[str, Any]:
    """Give a row's columns with what an annotator has changed; what was left alone stays as it is to the last bit.

    Args:
        where: file and row, for messages.
        table: the row's table.
        columns: before.
        attributes: the texts a tool gives back; "" for one that was emptied; one that is missing stays.

    Raises:
        AnnotationError: a value, year, period or choice that cannot be read.
    """
    before = encode(table, columns)
    texts = {name: squeeze(attributes[name]) for name in ATTRIBUTES[table] if name in attributes}
    changed = {name: text for name, text in texts.items() if text != before.get(name, "")}
    result = dict(columns)
    if table == "statistics" and ("value" in changed or "qualifier" in changed):
        now = before | changed
        result |= _quantity(where, now.get("value", ""), now.get("qualifier", ""), "qualifier" in changed)
    for name, text in changed.items():
        if name in CHOICES and text and text not in CHOICES[name]:
            raise AnnotationError(f"{where}: {name} is {text!r}, expected one of {', '.join(CHOICES[name])}")
        if name not in ("value", "qualifier") or table != "statistics":
            result[name] = _column(where, name, text)
    if ("place" in changed or "path" in changed) and "place_code" not in changed:
        result.pop("place_code", None)  # it was the code of another place
    return result


def _column(where: str, name: str, text: str) -> Any:
    if name == "optional":
        return text == "yes"
    if name == "unit":
        return [unit.strip() for unit in text.split(";") if unit.strip()]
    if name == "status":
        return text or "actual"
    if not text:
        return None
    if name == "year":
        if not text.isdecimal():
            raise AnnotationError(f"{where}: year is {text!r}, expected digits")
        return int(text)
    if name == "period":
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise AnnotationError(f'{where}: period is {text!r}, expected start..end "text" with ISO dates')
        return {"start": match[1], "end": match[2], "text": match[3]}
    return text


def _quantity(where: str, value: str, qualifier: str, chosen: bool) -> dict[str, Any]:
    """Give value, bounds and qualifier from a printed value and the qualifier shown with it."""
    low_text, dots, high_text = value.partition("..")
    try:
        if dots:
            if chosen and qualifier not in ("", "range"):
                raise AnnotationError(f"{where}: value {value!r} is a range, its qualifier is {qualifier!r}")
            low, high = parse_number(low_text), parse_number(high_text)
            return {"value": None, "low": low, "high": high, "qualifier": "range"}
        if chosen and qualifier == "range":
            raise AnnotationError(f"{where}: the qualifier is 'range', its value is {value!r}, expected low..high")
        number = parse_number(value) if value else None
    except ValueError as error:
        raise AnnotationError(f"{where}: value is {value!r}, expected a number such as 93,5 or a range such as 35..40") from error
    word = "exact" if qualifier in ("", "range") else qualifier
    side = _ONE_SIDED.get(word)
    return {"value": number, "low": None if side == "low" else number, "high": None if side == "high" else number, "qualifier": word}

"""Cells of spreadsheets: what would run as a formula is neutralised, and can be read back as it was.

A text cell that begins with `=`, `+`, `-`, `@`, a tab, a line break (or their full-width forms) gets an apostrophe in
front; so does one that begins with apostrophes before such a character, which keeps the rule reversible. Cells of number
columns are written as numbers and left alone.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ..tables.schema import Type

_DANGER = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def neutralise(text: str) -> str:
    """Put an apostrophe in front of a text that a spreadsheet would take for a formula."""
    return "'" + text if _DANGER.match(text) else text


def restore(text: str) -> str:
    """Undo `neutralise`."""
    return text[1:] if _GUARDED.match(text) else text


def to_cell(kind: Type, value: Any) -> str | int | float:
    """Give a plain value as a CSV cell: null is the empty cell, a list is JSON, a boolean is `true` or `false`."""
    if value is None:
        return ""
    if kind == "strings":
        return json.dumps(value, ensure_ascii=False)
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "integer":
        return int(value)
    if kind == "number":
        return int(value) if float(value).is_integer() and abs(value) < 1e15 else float(value)
    return neutralise(str(value))


def from_cell(kind: Type, text: str) -> Any:
    """Undo `to_cell`; raises ValueError where the cell is not of that type."""
    if text == "":
        return [] if kind == "strings" else None
    if kind == "strings":
        return json.loads(text)
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    if kind == "integer":
        return int(text)
    if kind == "number":
        return float(text)
    return restore(text)

"""Tables of test cases: a line each, its cells between bars, the first of them what the case is called."""

from __future__ import annotations

from typing import Any

import pytest


def cases(table: str) -> list[Any]:
    """Give the parameters of a table's lines; a written "\\n" in a cell is a line break of the text."""
    rows = (map(str.strip, line.split(" | ")) for line in table.strip().splitlines())
    return [pytest.param(*(cell.replace("\\n", "\n") for cell in cells), id=name) for name, *cells in rows]

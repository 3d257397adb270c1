"""Number words that count although they stand where an article could: "giao cho công ty sáu dự án", but not "hai bên", "cả ba xã này"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..lexicon import read_lexicon

_TOGETHER = re.compile(r"(?<!\w)(?:cả|giữa|trong|một trong|trong số|của|quan hệ|với|những|các|từng|mỗi|như|đối với|về) $")
_POINTED = re.compile(r"(?: [^\W\d_]+){0,4}? (?:này|đó|kia|ấy|trên|nói trên|kể trên|vừa nêu|liền|cùng)(?!\w)")


@cache
def _known() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_lexicon("solieu.extract.roles", "together.tsv", ("noun",)))


def counts(folded: str, row: Mapping[str, Any]) -> bool:
    """Say whether a number word of two or more before a counting noun counts, by the words around it.

    Args:
        folded: the folded text.
        row: the number's plain columns, offsets into `folded`.
    """
    if row["form"] == "digits" or row["kind"] != "count" or not row["unit"] or row["value"] is None or row["value"] < 2:
        return False
    if row["unit"] in _known() or row["group"] in ("none", "time"):
        return False
    if _TOGETHER.search(folded, max(0, row["left"] - 12), row["left"]):
        return False
    return _POINTED.match(folded, row["end"], row["end"] + 40) is None

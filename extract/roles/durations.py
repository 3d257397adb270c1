"""Lengths of time: which are reported themselves ("7 năm tù") and which only say when or for how long ("qua 3 năm thực hiện")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from ..lexicon import read_lexicon

_GAP = "(?:gần |hơn |khoảng |chưa đầy |tới |suốt |cả |đúng |tròn |ít nhất )?"


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of the cues: figure and when before it, how long before it, either behind it."""
    rows = read_lexicon("solieu.extract.roles", "duration_cues.tsv", ("form", "side", "role", "note"))

    def forms(side: str, *roles: str) -> str:
        chosen = [row["form"] for row in rows if row["side"] == side and row["role"] in roles]
        return "|".join(re.escape(form) for form in sorted(chosen, key=lambda form: (-len(form), form)))

    figure = re.compile(rf"(?<!\w)(?:{forms('left', 'figure')})(?!\w)")
    when = re.compile(rf"(?<!\w)(?:{forms('left', 'when')}) {_GAP}$")
    how_long = re.compile(rf"(?<!\w)(?:{forms('left', 'how long')}) {_GAP}$")
    behind = re.compile(rf"[ ,]?(?:{forms('right', 'when', 'how long')})(?!\w)")
    return figure, when, how_long, behind


def duration_role(folded: str, row: Mapping[str, Any]) -> str | None:
    """Give `duration` for a length of time that only says when, None where the classifier shall decide.

    Args:
        folded: the folded text.
        row: the number's plain columns, offsets into `folded`.
    """
    if row["per"] or row["end"] - row["number_end"] > len(row["unit"] or "") + 1:
        return None  # "8 giờ/ngày", "7 năm tù", "3 tháng lương"
    figure, when, how_long, behind = _cues()
    left = folded[max(0, row["left"] - 40) : row["left"]].rsplit("\n", 1)[-1]
    if when.search(left):
        return "duration"
    if figure.search(re.split(r"[.;:()]", left)[-1]):
        return None
    if how_long.search(left) or behind.match(folded, row["end"]):
        return "duration"
    return None


def duration_cue(folded: str, row: Mapping[str, Any]) -> str:
    """Say what the words around a length of time tell the classifier: `named`, `figure` or `none`; "" for other numbers."""
    if row["kind"] != "duration":
        return ""
    if row["per"] or row["end"] - row["number_end"] > len(row["unit"] or "") + 1:
        return "named"
    left = folded[max(0, row["left"] - 40) : row["left"]].rsplit("\n", 1)[-1]
    return "figure" if _cues()[0].search(re.split(r"[.;:()]", left)[-1]) else "none"


def join_durations(rows: Sequence[dict[str, Any]]) -> None:
    """Give the parts of one length of time one role: "5 năm 6 tháng tù", "4 tiếng 30 phút"; changes the rows in place."""
    for first, second in pairwise(rows):
        if first["kind"] == second["kind"] == "duration" and second["start"] - first["end"] == 1:
            named = any(row["end"] - row["number_end"] > len(row["unit"] or "") + 1 for row in (first, second))
            first["role"] = second["role"] = "figure" if named else first["role"]

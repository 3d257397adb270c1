"""Where a sentence is passed: a term in prison is told of the court's unit, wherever the convict lives or the deed was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..figures import Figure

Place = dict[str, Any]

_TERM = re.compile(r" ?(?:tù|cải tạo không giam giữ)(?!\w)")
_COURT = re.compile(r"(?<!\w)(?:tand|tòa án nhân dân|tòa án)(?: (?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã))? ?$")
_COURT_REACH = 40


def court_places(folded: str, places: Sequence[Place]) -> list[Place]:
    """Give the places that name a court: "TAND tỉnh Nghệ An"."""
    return [
        place for place in places
        if place.get("quote") and _COURT.search(folded, max(0, place["start"] - _COURT_REACH), place["start"]) is not None
    ]  # fmt: skip


def court_of(folded: str, figure: Figure, courts: Sequence[Place]) -> Place | None:
    """Give the unit of the court that passed a sentence: the one of its own sentence, else the first of the text, and no earlier
    sentence of the convict's; None for other figures.
    """
    if figure.kind != "duration" or not courts:
        return None
    if _TERM.match(folded, figure.end) is None and not folded[figure.start : figure.end].endswith(" tù"):
        return None
    low, high = figure.bounds
    return next((court for court in reversed(courts) if low <= court["start"] < high), courts[0])

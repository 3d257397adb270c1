"""Years that stand bare at the end of an event's name: "kỳ thi THPT Quốc gia 2019"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ..lexicon import read_lexicon

_YEAR = re.compile(r"(?<=[^\W\d_] )(?P<y>(?:19|20)\d\d)(?=[ ,.;:)\"\n]|$)(?!,\d|\.\d)(?! ?[-/] ?\d)")
_REACH = 60
"""Characters before a year in which the event's noun stands."""


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.linking", "event_nouns.tsv", ("noun",))
    words = "|".join(sorted((re.escape(row["noun"]) for row in rows), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?! hơn)[^,.;:()\n\d]{{0,{_REACH}}}$")


def event_years(folded: str, taken: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Find the years that events are named by.

    Args:
        folded: the folded text.
        taken: spans of figures, periods and documents, whose digits are no such years.

    Returns:
        Rows like those of `solieu_periods`, kind `event`, in order.
    """
    spans = sorted(taken)
    found: list[dict[str, Any]] = []
    at = 0
    for match in _YEAR.finditer(folded):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if at < len(spans) and spans[at][0] < match.end():
            continue
        if _nouns().search(folded[max(0, match.start() - _REACH - 20) : match.start()]) is None:
            continue
        year = match["y"]
        found.append(
            {
                "start": match.start(),
                "end": match.end(),
                "quote": year,
                "kind": "event",
                "period_start": f"{year}-01-01",
                "period_end": f"{year}-12-31",
                "inner": match.start(),
                "anchored": True,
            }
        )
    return found

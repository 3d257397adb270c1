"""How far a time reaches: where a figure's sentence names none, which of those named before are still meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from ..figures import Figure
from .period_candidates import PeriodScene, Time, start_of, time_of

_OLD_TERM, _OLD_SINCE = 3, 5
"""Lines behind the end of a term ("đến năm 2030"), and behind the beginning of a time that goes on, over which they are no longer meant."""
_SIZES = frozenset(("area", "length"))
"""Unit classes of what is so large whatever time the text speaks of."""
_LONG_AGO = 3000
"""Characters over which lines are counted."""
_NEAR = 60
"""Periods that are looked back on at most, so that work grows with the text and not with its square."""
_TELLER = re.compile(
    r"\W*(?:theo )?(?:ông|bà|anh|chị|phó|giám đốc|chủ tịch|đại diện|lãnh đạo|trưởng|đại tá|thượng tá|trung tá|bộ trưởng|thứ trưởng|tiến sĩ|pgs|ts|một (?:cán bộ|lãnh đạo))(?!\w)"
)
_TELLS = re.compile(r"(?<!\w)(?:cho biết|cho hay|thông tin|khẳng định|xác nhận|chia sẻ|cho rằng)(?!\w)")


def is_out_of_reach(folded: str, figure: Figure, spoken: list[dict[str, Any]], scene: PeriodScene) -> bool:
    """Say whether a figure's time is one that its sentence does not name and that is not meant there any more, or not yet.

    Args:
        folded: the text, folded.
        figure: the figure, with its time.
        spoken: the periods of the text that tell of something, in order.
        scene: what its figures share.
    """
    if _is_stale(folded, figure, spoken) or _is_spent(figure, spoken, scene) or _is_ahead(figure, spoken, scene):
        return True
    return _is_carried(figure, spoken) and (figure.group in _SIZES or is_told_anew(folded, figure))


def within(periods: list[dict[str, Any]], low: int, high: int) -> list[dict[str, Any]]:
    """Give the periods that start between two places of the text."""
    return periods[bisect_left(periods, low, key=start_of) : bisect_left(periods, high, key=start_of)]


def says_when(figure: Figure, spoken: list[dict[str, Any]]) -> bool:
    """Say whether the time that the rules gave a figure is one of its sentence that nothing dates: "Hôm nay thành phố lấy phiếu"."""
    return figure.period is not None and figure.period[:2] == (None, None) and in_sentence(figure, figure.period, spoken)


def in_sentence(figure: Figure, time: Time | None, spoken: list[dict[str, Any]]) -> bool:
    """Say whether a figure's sentence tells a time."""
    return any(time_of(one) == time for one in within(spoken, *figure.bounds))


def _is_carried(figure: Figure, spoken: list[dict[str, Any]]) -> bool:
    """Say whether a figure that says no change has its time from another sentence."""
    if figure.period is None or figure.change is not None or figure.status != "actual":
        return False
    return not in_sentence(figure, figure.period, spoken)


def _is_stale(folded: str, figure: Figure, spoken: list[dict[str, Any]]) -> bool:
    """Say whether a time with an open end was told so many lines before that it no longer holds: "đến năm 2030" is of its own statement."""
    if figure.period is None or (figure.period[0] is None) == (figure.period[1] is None):
        return False
    at = bisect_left(spoken, figure.bounds[0], key=start_of)
    if any(time_of(one) == figure.period for one in spoken[at:]):
        return False
    for one in reversed(spoken[max(0, at - _NEAR) : at]):
        if time_of(one) == figure.period:
            low = max(int(one["end"]), figure.bounds[0] - _LONG_AGO)
            return low > one["end"] or folded.count("\n", low, figure.bounds[0]) >= (_OLD_TERM if figure.period[0] is None else _OLD_SINCE)
    return False


def is_told_anew(folded: str, figure: Figure) -> bool:
    """Say whether a figure's sentence opens with who tells it: what he says is of no time named before he spoke."""
    low = figure.bounds[0]
    return _TELLER.match(folded, low) is not None and _TELLS.search(folded, low, figure.left) is not None


def _is_ahead(figure: Figure, spoken: list[dict[str, Any]], scene: PeriodScene) -> bool:
    """Say whether a figure below the lead has a time that the text names for the first time behind its sentence."""
    if figure.period is None or figure.start < scene.ends[1]:
        return False
    said = slice(2) if figure.period[:2] != (None, None) else slice(3)  # what is not dated ("mới đây") is known by its words
    named = [int(one["start"]) for one in spoken if time_of(one)[said] == figure.period[said]]
    return bool(named) and min(named) >= figure.bounds[1]


def _is_spent(figure: Figure, spoken: list[dict[str, Any]], scene: PeriodScene) -> bool:
    """Say whether a figure has its time from a span of years named more than one sentence before, which is no longer meant."""
    at = bisect_left(spoken, figure.bounds[0], key=start_of)
    if figure.period is None or figure.change is not None or in_sentence(figure, figure.period, spoken):
        return False
    last = next((index for index in range(at - 1, max(-1, at - _NEAR), -1) if time_of(spoken[index])[:2] == figure.period[:2]), None)
    return (
        last is not None
        and spoken[last]["kind"] == "span"
        and spoken[last]["start"] >= scene.ends[1]
        and figure.sentence - scene.sentence_of[last] > 1
    )

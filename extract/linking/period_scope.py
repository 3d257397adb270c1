"""Period by scope: which time a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import Any

from ..figures import Figure, clause_start, paragraph_breaks
from ..text.sentences import sentence_bounds
from ..text.view import View
from .choices import Decide
from .period_candidates import PeriodScene, period_candidates
from .scope import line_end

_AGAINST = re.compile(
    r"(?<!\w)(?:so với|so|cùng kỳ|như|bằng|hơn|kém|thay vì)(?: (?:cùng kỳ|của|với|mức|thời điểm|giai đoạn|sản lượng|năm|các|đầu|cuối|vụ|vải|tháng|quý))* ?$"
)
_NOT_STATEMENT = frozenset({"clock", "lunar", "samespan"})
_RIGHT_BEHIND = 2
"""Characters between a figure and a time that is its own."""
_REPORTED = frozenset({"part", "quarter", "half", "school", "year", "until", "season", "month", "since", "span", "years", "range"})
"""Forms of period that a report as a whole can have, and so hold beyond the paragraph that names them."""
_MEMORY = 4
"""Sentences over which a figure without a time takes the time of the one before it."""
_WEAK = frozenset({"full", "short", "words", "bracket", "ago"})
_NEAR = 60
"""Figures that are looked back on at most, so that work grows with the text and not with its square."""


def link_periods(
    view: View, figures: list[Figure], periods: list[dict[str, Any]], today: date | None = None, decide: Decide | None = None
) -> None:
    """Give every figure the time it held, in place: by the rules, and where there is a classifier as that decides.

    Args:
        view: the text.
        figures: its figures.
        periods: its periods with offsets into the view's text.
        today: the article's day.
        decide: the linking classifier; without one the rules decide.
    """
    _by_rules(view, figures, periods)
    if decide is None or not figures:
        return
    spoken = [period for period in periods if period["kind"] not in _NOT_STATEMENT]
    against = [_against(view.folded, period) for period in spoken]
    ends = (line_end(view.folded, 1), line_end(view.folded, 2))
    rules = [figure.period for figure in figures]
    scene = PeriodScene.of(
        view.folded, figures, spoken, against, sentence_bounds(view.text), paragraph_breaks(view.text), ends, today, rules
    )
    for index, figure in enumerate(figures):
        candidates, features = period_candidates(scene, figures, index)
        best, probability = decide(index, candidates, features)
        if "rule" not in features[best]:
            figure.period = candidates[best]
        figure.doubts["period"] = probability


def _against(folded: str, period: dict[str, Any]) -> bool:
    return _AGAINST.search(folded[max(0, period["start"] - 40) : period["start"]]) is not None


def _by_rules(view: View, figures: list[Figure], periods: list[dict[str, Any]]) -> None:
    """Give every figure its time by scope.

    In order: a period in the figure's own clause before it, then behind it, one in its sentence, what the statement
    before ended on. A period that is only compared with ("so với cùng kỳ năm 2018") is none of the figure's own.
    """
    folded = view.folded
    breaks = paragraph_breaks(view.text)
    usable = [
        period for period in periods
        if period["kind"] not in _NOT_STATEMENT and not _against(folded, period)
    ]  # fmt: skip
    for index, figure in enumerate(figures):
        low, high = figure.bounds
        inside = [period for period in usable if low <= period["start"] < high]
        left = [period for period in inside if period["end"] <= figure.left + 1]
        right = [period for period in inside if period["start"] >= figure.end]
        chosen: dict[str, Any] | None = None
        start = clause_start(folded, figure.left, low)
        whole = figures[figure.total] if figure.total is not None and figure.total < index else None
        near = [period for period in left if period["start"] >= start]
        nearest = figures[index + 1].start if index + 1 < len(figures) and figures[index + 1].sentence == figure.sentence else high
        close = [
            period for period in right
            if period["start"] < nearest and not re.search(r"[;.:\n]", folded[figure.end : period["start"]]) and period["start"] - figure.end < 70
        ]  # fmt: skip
        after_last = [
            period
            for period in near
            if index == 0 or figures[index - 1].sentence != figure.sentence or period["start"] >= figures[index - 1].end
        ]
        if close and close[0]["start"] - figure.end <= _RIGHT_BEHIND and close[0]["kind"] in _REPORTED | {"bare"}:
            chosen = close[0]  # "từ 34,4% năm 2015 xuống còn 18,4% năm 2020"
        elif after_last:
            chosen = _best(after_last)
        elif close and (not near or close[0]["kind"] not in _WEAK):
            chosen = close[0]
        elif near or left:
            chosen = _best(near or left)
        if whole is not None and (
            chosen is None or (chosen in left and whole.sentence == figure.sentence and not after_last and not close)
        ):
            figure.period = whole.period
        elif chosen is not None:
            figure.period = (chosen["period_start"], chosen["period_end"], chosen["quote"])
        elif figure.share is not None and figure.share < index:
            figure.period = figures[figure.share].period
        elif right and right[0]["kind"] not in _WEAK:
            figure.period = (right[0]["period_start"], right[0]["period_end"], right[0]["quote"])
        else:
            figure.period = _carried_period(figures, index, usable, breaks)


def _carried_period(
    figures: list[Figure], index: int, periods: list[dict[str, Any]], breaks: list[int]
) -> tuple[str | None, str | None, str | None] | None:
    """Give the time the text spoke of last: that of the last level within four sentences, or one named since then."""
    figure = figures[index]
    earlier = [
        one for one in figures[max(0, index - _NEAR) : index] if one.period is not None and one.status != "target" and figure.sentence - one.sentence <= _MEMORY
    ]  # fmt: skip
    since = earlier[-1].start if earlier else max(0, figure.bounds[0] - 400)
    floor = breaks[bisect_right(breaks, figure.start) - 1] if breaks and breaks[0] <= figure.start else 0
    named = [period for period in periods if since < period["start"] < figure.bounds[0] and period["kind"] not in _WEAK]
    if named and (named[-1]["start"] >= floor or named[-1]["kind"] in _REPORTED):
        return named[-1]["period_start"], named[-1]["period_end"], named[-1]["quote"]
    if not earlier or earlier[-1].start >= floor:
        return earlier[-1].period if earlier else None
    kinds = {period["kind"] for period in periods if (period["period_start"], period["period_end"], period["quote"]) == earlier[-1].period}
    return earlier[-1].period if kinds & _REPORTED else None


def _best(periods: list[dict[str, Any]]) -> dict[str, Any]:
    """Of the periods before a figure take the last; a bare day gives way to a wider period right before it."""
    last = periods[-1]
    if last["kind"] in _WEAK and len(periods) > 1 and periods[-2]["kind"] not in _WEAK:
        return periods[-2]
    return last

"""Period by scope: which time a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import Any

from ..figures import Figure, bracket_of, clause_start, is_start_level, paragraph_breaks
from ..lexicon import read_lexicon
from ..text.lines import line_end
from ..text.sentences import sentence_bounds
from ..text.view import View
from .chains import DecideRow, Link
from .in_turn import years_in_turn
from .period_against import is_against
from .period_candidates import (
    PeriodScene,
    Time,
    is_aside,
    is_bracketed,
    is_day,
    is_of_bracket,
    is_told,
    period_candidates,
    start_of,
    time_key,
    time_of,
)
from .period_fronted import fronted_time
from .period_reach import in_sentence, is_out_of_reach, is_told_anew, says_when, within
from .period_repeats import times_of_repeats
from .period_roles import OPENS_PLAN, is_deadline, is_of_next_plan, is_of_one_statement, is_office_term, is_origin
from .period_tied import in_brackets_of, tied_time

_NOT_STATEMENT = frozenset({"clock", "lunar", "samespan"})
_APART = re.compile(r"[;.:\n]|, (?:tuy nhiên|nhưng|song|còn|trong khi)(?!\w)|" + OPENS_PLAN)
"""What parts a figure from a time behind it that belongs to the next statement."""
_BESIDE_IT = re.compile(r"[ ,(]{0,2}|(?: (?!tăng|giảm|so)[^\W\d_]+)? (?:trong|vào|hồi) ")
"""Between a figure and a time that is its own: "gây thiệt hại 51 tỷ đồng | trong | tháng 8"."""
_REPORTED = frozenset({"part", "quarter", "half", "school", "year", "until", "season", "month", "since", "span", "years", "range", "event"})
"""Forms of period that a report as a whole can have, and so hold beyond the paragraph that names them."""
_POINTS = ("cuối", "đầu", "giữa", "trước", "sau")
"""Beginnings of a period that is a point in time, and none over which anything is counted."""
_TERMS = frozenset({"until", "onward", "range", "before", "span"})
"""Forms of period that the term of a plan has."""
_PLAN = re.compile(r"(?<!\w)(?:sẽ|phấn đấu|mục tiêu|kế hoạch|đề án|quy hoạch|dự án)(?!\w)")
_INTENDED = re.compile(r"(?<!\w)(?:dự kiến|phấn đấu|sẽ|mục tiêu)(?!\w)[^.;,\n\d]{0,40}$")
"""Words before a time at which something is to be: "dự kiến thông xe cuối năm 2020"."""
_INTENDED_REACH = 60
_LAST = ("năm trước", "năm ngoái", "cùng kỳ", "tháng trước", "quý trước", "vụ trước", "kỳ trước")
_PRESENT = frozenset({"now", "tonow"})
_EARLIER = re.compile(r"\W*(?:trước đó|trước đây|trước kia)(?!\w)")
"""Sentences that go back to a time they do not say."""
_LATER = re.compile(
    r"\W*(?:sau|qua)(?: (?:hơn|gần|khoảng|đúng))? (?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|mấy|vài) (?:năm|tháng|tuần|ngày|giờ)(?!\w)"
    r"|\W*sau khi (?:hoàn thành|hoàn tất|xây xong|đi vào hoạt động|đưa vào)(?!\w)"
)
"""Sentences told of a time that lies behind an event and is not said: "Sau 5 tháng triển khai, …"."""
_THEN = re.compile(r"\W*(?:khi đó|lúc đó|thời điểm (?:đó|ấy)|khi ấy|lúc ấy)(?!\w)")
"""Sentences that stay at the time told of before."""
_EACH = re.compile(r" ?(?:/|mỗi|một (?:tháng|ngày|người|cân|kg|tấn|con|suất|lượt|buổi|ca)(?!\w))")
_BESIDE, _BEHIND = 40, 20
"""Characters of a figure's clause before it, and behind it, whose words tell background."""
_SENTENCED = re.compile(r"(?: (?:năm|tháng))? tù(?!\w)")
"""Behind a number: a term of imprisonment."""
_MEMORY = 4
"""Sentences over which a figure without a time takes the time of the one before it."""
_WEAK = frozenset({"full", "short", "words", "bracket", "ago", "decade"})
_TIE = 1.5
"""Logarithm of how much likelier figures of one sentence or of neighbouring ones have one time where none is told between them; 0 to 3 were compared on annotated articles of a news archive."""
_NEAR = 60
"""Figures that are looked back on at most, so that work grows with the text and not with its square."""


def link_periods(
    view: View, figures: list[Figure], periods: list[dict[str, Any]], today: date | None = None, decide: DecideRow | None = None
) -> None:
    """Give every figure the time it held, in place: by the rules, and where there is a classifier as that decides.

    Args:
        view: the text.
        figures: its figures.
        periods: its periods with offsets into the view's text.
        today: the article's day.
        decide: the linking classifier; without one the rules decide.
    """
    certain = _by_rules(view, figures, periods, today is not None)
    if decide is None or not figures:
        return
    spoken = [period for period in periods if period["kind"] not in _NOT_STATEMENT and not _is_stamp(view.folded, period)]
    against = [is_against(view.folded, period) for period in spoken]
    ends = (line_end(view.folded, 1), line_end(view.folded, 2))
    rules = [figure.period for figure in figures]
    scene = PeriodScene.of(view.folded, figures, spoken, against, sentence_bounds(view.text), ends, today, rules)
    yardless = [period for period, yardstick in zip(spoken, against, strict=True) if not yardstick]
    row = [_link(view, scene, figures, index, index in certain, spoken) for index in range(len(figures))]
    for index, (link, (best, probability)) in enumerate(zip(row, decide(row), strict=True)):
        if index in certain:
            continue
        figure, candidates, features = figures[index], link.candidates, link.features
        if "rule" not in features[best] and not (says_when(figure, spoken) and not in_sentence(figure, candidates[best], spoken)):
            figure.period = candidates[best]
        if is_out_of_reach(view.folded, figure, spoken, scene):
            figure.period = None
        if (figure.period is None or figure.period[:2] == (None, None)) and not is_told_anew(view.folded, figure):
            fronted = fronted_time(view.folded, scene.sentences, yardless, figure)
            figure.period = time_of(fronted) if fronted is not None else figure.period
        span = figure.period is not None and not is_day(figure.period)
        if (
            span
            and figure.kind == "duration"
            and _SENTENCED.match(view.folded, figure.number_end)
            and not in_sentence(figure, figure.period, spoken)
        ):
            figure.period = None  # the time of a crime is not that of its sentence
        figure.doubts["period"] = probability
    for figure in figures:
        whole = figures[figure.total] if figure.total is not None else None
        beside = whole is not None and whole.sentence == figure.sentence and whole.end <= figure.left
        if whole is not None and beside and in_sentence(whole, whole.period, spoken) and not within(spoken, whole.end, figure.bounds[1]):
            figure.period = whole.period  # nothing was said of another time since
    for index in range(1, len(figures)):
        figure, before = figures[index], figures[index - 1]
        if (
            figure.sentence == before.sentence
            and (figure.kind == "percentage" or figure.change is not None)
            and _ITS_PERCENTAGE.fullmatch(view.folded, before.end, figure.left) is not None
            and not in_sentence(figure, figure.period, spoken)
        ):
            figure.period = before.period  # "7,2 tỷ USD, chiếm 85%", "950 doanh nghiệp, tăng 12%"
    _by_lead(view.folded, figures, spoken, against, ends)
    times_of_repeats(figures, spoken)


def _link(view: View, scene: PeriodScene, figures: list[Figure], index: int, is_certain: bool, spoken: list[dict[str, Any]]) -> Link:
    """Give what a figure's time can be, and how much it is tied to that of the figure before it: neither sentence may tell a time since."""
    figure, before = figures[index], figures[index - 1] if index else None
    tie = 0.0
    if before is not None and not within(spoken, before.end, figure.bounds[1]):
        one_block = figure.sentence - before.sentence < 2 and "\n\n" not in view.folded[before.end : figure.start]
        tie = _TIE if one_block else 0.0
    if is_certain:
        return Link(index, (figure.period,), (time_key(figure.period),), (), tie)
    candidates, features = period_candidates(scene, figures, index)
    return Link(index, candidates, [time_key(one) for one in candidates], features, tie)


def _by_lead(folded: str, figures: list[Figure], spoken: list[dict[str, Any]], against: list[bool], ends: tuple[int, int]) -> None:
    """Give figures without a time that with which the lead opens, where no other is told before them, in place: "6 tháng đầu năm 2016, sản xuất ổn định"."""
    own = [one for one, yard in zip(spoken, against, strict=True) if not yard and not is_of_one_statement(folded, one)]
    lead = next((one for one in own if ends[0] <= one["start"] < ends[1]), None)
    if lead is None or lead["kind"] in _WEAK or is_day(time_of(lead)) or time_of(lead)[:2] == (None, None):
        return
    if folded[ends[0] : lead["start"]].strip(" \n()-–") or not folded.startswith(",", lead["end"]):
        return
    later = next((one["start"] for one in own if one["start"] > lead["end"] and time_of(one)[:2] != (None, None)), len(folded))
    for figure in figures:
        behind = figure.start < ends[0] or lead["end"] <= figure.start < later
        if figure.period is None and behind and figure.kind != "duration":
            figure.period = time_of(lead)


_ITS_PERCENTAGE = re.compile(
    r"(?: ?/ ?[^\W\d_]+){0,2}(?: [^\W\d_]+){0,4}(?:,|;| và|, và)? ?\(?(?:(?:chiếm|đạt|tăng|giảm|tương đương|tương ứng|bằng|vượt|hay|tức)(?: (?:tỷ lệ|tỉ lệ|tới|đến|khoảng|gần|hơn|trên|thêm|với))* ?)?"
)
"""Between a level and the percentage told right behind it."""
_STAMP = re.compile(r"[\s\d:,|–-]*(?:gmt[\s+\d]*)?")


def _is_stamp(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a day stands alone on its line, but for an hour: the page's own date, and no time that anything is told of."""
    if period["kind"] != "full":
        return False
    low, high = folded.rfind("\n", 0, period["start"]) + 1, folded.find("\n", period["end"])
    high = high if high >= 0 else len(folded)
    return _STAMP.fullmatch(folded, low, period["start"]) is not None and _STAMP.fullmatch(folded, period["end"], high) is not None


def _by_rules(view: View, figures: list[Figure], periods: list[dict[str, Any]], dated: bool) -> set[int]:
    """Give every figure its time by scope, and say whose stands right beside it, which no classifier need weigh.

    In order: a period in the figure's own clause before it, then behind it, one in its sentence, what the statement
    before ended on. A period that is only compared with ("so với cùng kỳ năm 2018") is none of the figure's own.
    """
    folded = view.folded
    breaks = paragraph_breaks(view.text)
    usable = [
        period for period in periods
        if period["kind"] not in _NOT_STATEMENT and not is_against(folded, period) and not is_told(folded, period)
        and not is_office_term(folded, period)
    ]  # fmt: skip
    certain: set[int] = set()
    aside: set[int] = set()  # figures of another time in brackets, after which the text goes on as before
    titled = _titled(folded, usable, line_end(folded, 1))
    turns = years_in_turn(view.text, folded, figures)
    for index, figure in enumerate(figures):
        low, high = figure.bounds
        inside = within(usable, low, high)
        inside = [
            period for period in inside
            if not is_origin(folded, period)
        ]  # fmt: skip
        inside = [period for period in inside if not is_aside(folded, figure, period)]
        left = [period for period in inside if period["end"] <= figure.left + 1]
        right = [
            period for period in inside
            if period["start"] >= figure.end and not is_of_next_plan(folded, figure, period)
        ]  # fmt: skip
        chosen: dict[str, Any] | None = None
        start = clause_start(folded, figure.left, low)
        whole = figures[figure.total] if figure.total is not None and figure.total < index else None
        near = [period for period in left if period["start"] >= start]
        nearest = figures[index + 1].start if index + 1 < len(figures) and figures[index + 1].sentence == figure.sentence else high
        close = [
            period for period in right
            if period["start"] < nearest and period["start"] - figure.end < 70 and not _APART.search(folded, figure.end, period["start"])
        ]  # fmt: skip
        after_last = [
            period
            for period in near
            if index == 0 or figures[index - 1].sentence != figure.sentence or period["start"] >= figures[index - 1].end
        ]
        if figure.status == "actual" and not close and is_start_level(folded, figure) and _is_planned_next(figures, index):
            certain.add(index)
            figure.period = None  # the time told is that of the plan
            continue
        tied = turns.get(index) or tied_time(folded, figures, index, periods)
        if tied is None and (bracketed := _in_its_brackets(folded, figure, inside)) is not None:
            tied = time_of(bracketed)
        tied = tied or in_brackets_of(folded, figures, index, aside)
        beside = bool(close) and _BESIDE_IT.fullmatch(folded, figure.end, close[0]["start"]) and close[0]["kind"] in _REPORTED | {"bare"}
        if tied is not None:
            aside.add(index)
            certain.add(index)
            figure.period = tied
            continue
        if beside and not (after_last and folded[figure.end] == ","):
            certain.add(index)
            chosen = close[0]  # "từ 34,4% năm 2015 xuống còn 18,4% năm 2020"
        elif after_last:
            chosen = _best(after_last)
        elif close and (not near or close[0]["kind"] not in _WEAK):
            chosen = close[0]
        elif near or left:
            chosen = _best(near or left)
        if (
            whole is not None
            and whole.period is not None
            and (chosen is None or (chosen in left and whole.sentence == figure.sentence and not after_last and not close))
        ):
            figure.period = whole.period
        elif chosen is not None:
            figure.period = time_of(chosen)
            if is_origin(folded, chosen) or is_bracketed(folded, chosen):
                aside.add(index)
        elif figure.share is not None and figure.share < index and figures[figure.share].period is not None:
            figure.period = figures[figure.share].period
        elif right and right[0]["kind"] not in _WEAK:
            figure.period = time_of(right[0])
        elif _LATER.match(folded, low) is not None:
            figure.period = None
            certain.add(index)
        else:
            alone = _is_background(view, figure, start) or _EARLIER.match(folded, low) is not None
            carried = None if alone else _carried_period(folded, figures, index, usable, breaks, aside) or titled
            # A day that no date of the article stands behind dates what its own sentence tells, and nothing after it.
            figure.period = carried if carried is None or dated or not is_day(carried) else None
    return certain


def _is_planned_next(figures: list[Figure], index: int) -> bool:
    """Say whether the next figure of the sentence is a target."""
    following = figures[index + 1] if index + 1 < len(figures) else None
    return following is not None and following.sentence == figures[index].sentence and following.status == "target"


@lru_cache(maxsize=1)
def _background() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.linking", "background.tsv", ("word",))
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted((re.escape(row['word']) for row in rows), key=len, reverse=True))})(?!\w)")


def _is_background(view: View, figure: Figure, clause: int) -> bool:
    """Say whether a figure is a size, a price or a norm, which holds whatever time the text speaks of."""
    if figure.change is not None or figure.kind in ("percentage", "percentage_point"):
        return False
    low = max(clause, figure.left - _BESIDE)
    high = min(figure.bounds[1], figure.end + _BEHIND)
    return _background().search(view.folded, low, figure.left) is not None or _EACH.match(view.folded, figure.end, high) is not None


def _titled(folded: str, periods: list[dict[str, Any]], end: int) -> Time | None:
    """Give the period that the title says the whole report is of."""
    for period in periods:
        if period["start"] >= end:
            break
        if (
            period["kind"] in _REPORTED
            and period["kind"] not in _TERMS
            and period["period_start"]
            and not period["quote"].lower().startswith(_POINTS)
            and not _is_intended(folded, period)
        ):
            return time_of(period)
    return None


def _in_its_brackets(folded: str, figure: Figure, inside: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Give the period before a figure in the same brackets: "49,9% thí sinh (năm trước là 48,5%)"."""
    within = bracket_of(folded, figure.bounds, figure.left)
    if within is None:
        return None
    return next((one for one in reversed(inside) if one["end"] <= figure.left + 1 and one["start"] > within[0]), None)


def _is_intended(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period is when something is to be."""
    return _INTENDED.search(folded, max(0, period["start"] - _INTENDED_REACH), period["start"]) is not None


def _is_forecast(folded: str, periods: list[dict[str, Any]], figure: Figure) -> bool:
    """Say whether a figure's time is one that is to come, or told of its statement alone: of "Dự kiến cả năm 2019 ước đạt 8 triệu lượt"
    nothing behind it is told.
    """
    inside = within(periods, figure.bounds[0], figure.bounds[1])
    return any(time_of(one) == figure.period and (_is_intended(folded, one) or is_of_one_statement(folded, one)) for one in inside)


def _looks_back(figures: list[Figure], index: int) -> bool:
    """Say whether a figure is a level before that its sentence only adds: "năm 2017 là 6,6 triệu đồng, | năm trước | là 6,1 triệu đồng"."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or before.sentence != figure.sentence or figure.period is None or before.period == figure.period:
        return False
    return (figure.period[2] or "").lower().startswith(_LAST)


def _planned(folded: str, figures: list[Figure], period: dict[str, Any]) -> bool:
    """Say whether a period is the term of a plan, which does not hold for what is told after its sentence."""
    if period["kind"] not in _TERMS:
        return _is_intended(folded, period)
    after = bisect_right(figures, period["start"], key=lambda one: one.start)
    near = [one for one in figures[max(0, after - 2) : after + 2] if one.bounds[0] <= period["start"] < one.bounds[1]]
    if near:
        return any(one.status == "target" for one in near)
    return _PLAN.search(folded, max(0, period["start"] - 80), period["end"] + 80) is not None


def _carried_period(
    folded: str, figures: list[Figure], index: int, periods: list[dict[str, Any]], breaks: list[int], aside: set[int]
) -> tuple[str | None, str | None, str | None] | None:
    """Give the time the text spoke of last: that of the last level within four sentences, or one named since then."""
    figure = figures[index]
    then = _THEN.match(folded, figure.bounds[0]) is not None
    earlier = [
        one
        for at, one in enumerate(figures[max(0, index - _NEAR) : index], max(0, index - _NEAR))
        if one.period is not None and one.status != "target" and figure.sentence - one.sentence <= _MEMORY and at not in aside
        and not (one.sentence != figure.sentence and not then and (_is_forecast(folded, periods, one) or _looks_back(figures, at)))
    ]  # fmt: skip
    since = earlier[-1].start if earlier else max(0, figure.bounds[0] - 400)
    floor = breaks[bisect_right(breaks, figure.start) - 1] if breaks and breaks[0] <= figure.start else 0
    first = bisect_right(periods, since, key=start_of)
    last = bisect_right(periods, figure.bounds[0] - 1, key=start_of)
    named = [
        period
        for period in periods[first:last]
        if period["kind"] not in _WEAK
        and not is_origin(folded, period)
        and not is_bracketed(folded, period)
        and not is_of_bracket(folded, period)
        and not is_deadline(folded, period)
        and (then or not is_of_one_statement(folded, period))
    ]
    if figure.status == "actual":
        named = [period for period in named if not _planned(folded, figures, period)]
    else:
        named = [period for period in named if period["kind"] not in _PRESENT]
        if earlier and _kinds(periods, earlier[-1]) & _PRESENT:
            earlier = [one for one in earlier if not _kinds(periods, one) & _PRESENT]
    if named and (named[-1]["start"] >= floor or named[-1]["kind"] in _REPORTED):
        return time_of(named[-1])
    if not earlier or earlier[-1].start >= floor:
        return earlier[-1].period if earlier else None
    return earlier[-1].period if _kinds(periods, earlier[-1]) & _REPORTED else None


def _kinds(periods: list[dict[str, Any]], figure: Figure) -> set[str]:
    """Give the forms of the periods, before a figure and right behind it, that say its time."""
    last = bisect_right(periods, figure.bounds[1], key=start_of)
    return {one["kind"] for one in periods[max(0, last - _NEAR) : last] if time_of(one) == figure.period}


def _best(periods: list[dict[str, Any]]) -> dict[str, Any]:
    """Of the periods before a figure take the last; a bare day gives way to a wider period right before it."""
    last = periods[-1]
    if last["kind"] in _WEAK and len(periods) > 1 and periods[-2]["kind"] not in _WEAK:
        return periods[-2]
    return last

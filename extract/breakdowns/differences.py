"""`change`: now against then and the printed change, as an amount, in percent, in points or as a multiple."""

from __future__ import annotations

import re

from ..figures import Figure
from .check import Check, Form, exact, make, number, printed_tolerance, relative_rounding, rounding

_FROM = re.compile(r"(?<!\w)từ (?:mức )?$")
_TO = re.compile(r"(?<!\w)(?:lên|xuống|đến|còn|thành)(?!\w)")
_FAR = re.compile(r"[.;\n]")
_PERIOD = r"(?: (?:vào |trong |hồi |của )?(?:năm|tháng|quý|vụ|kỳ)[^,;.()]{1,16})?"
_SO_CHANGED = re.compile(
    rf"{_PERIOD}(?:,| \(|-| tức| tức là|, tức(?: là)?)? ?(?:đã )?(?:(?:tăng|giảm|hạ|tương ứng|tương đương)(?: thêm| được| tới| tăng| giảm)* ?(?:gấp )?|gấp )?$"
)
_CHANGES = re.compile(r"(?: [^\W\d_]+){0,4},? ?(?:\(|-)? ?(?:đã )?(?:tăng|giảm|vượt)(?: thêm| được| tới)* ?$")
_IN_PERCENT = re.compile(r" ?(?:\(|,)? ?(?:tương ứng|tương đương|tức|hay|bằng)?(?: là)? ?(?:với )?(?:mức )?(?:tăng|giảm)? ?$")
_AGAINST = re.compile(r" ?\)? ?so với (?:[^\W\d_]+ ?){0,6}(?:\d{4} ?)?(?:\(|là |: ?)(?:[^\W\d_]+ ){0,3}?$")
_PLAN = re.compile(r" ?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)(?: [^\W\d_]+){0,4} ?(?:\(|là )(?:[^\W\d_]+ ){0,3}?$")
_BEFORE = re.compile(r" ?\((?:so với )?(?:cùng kỳ|năm trước|năm ngoái|năm \d{4})(?: năm (?:trước|ngoái|\d{4})| có| là| đạt)* ?$")
_TIMES = re.compile(r"(?: [^\W\d_]+){0,4},? ?(?:\(|-)? ?(?:tăng )?gấp $")
_YEAR = re.compile(r"(?<!\w)năm (\d{4})(?!\w)")
_SINCE = re.compile(r"[^.;,\n]{0,30}?so với (?P<base>(?:cuối |đầu )?(?:năm|tháng|quý|nhiệm kỳ|năm học) [\d/-]+)(?!\w)")
_ELSEWHERE = re.compile(r" ?\)? ?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|bình quân|trung bình)")


def check_changes(folded: str, figures: list[Figure]) -> list[Check]:
    """Hold printed changes against the levels printed with them.

    Args:
        folded: the folded text.
        figures: the figures with their `change`.
    """
    found: list[Check] = []
    for index in range(len(figures) - 1):
        three = figures[index : index + 3]
        if not all(map(exact, three)) or len({one.sentence for one in three}) > 1:
            continue
        if len(three) == 3:
            found += _three(folded, figures, index)
    return found


def _three(folded: str, figures: list[Figure], index: int) -> list[Check]:
    first, second, third = figures[index : index + 3]
    gap, behind = folded[first.end : second.left], folded[second.end : third.left]
    if len(gap) > 120 or len(behind) > 120 or _FAR.search(gap) or _FAR.search(behind):
        return []
    lead = folded[max(first.bounds[0], first.left - 10) : first.left]
    if _FROM.search(lead) and _TO.search(gap) and _SO_CHANGED.fullmatch(behind) and _is_change(third, behind):
        return _held(figures, index, index + 1, index + 2)  # "từ 52% lên 58%, tăng 6 điểm phần trăm"
    if first.change is not None and re.search(r"(?<!\w)từ $", gap) and len(gap) < 24 and _TO.search(behind) and second.unit == third.unit:
        return _held(figures, index + 1, index + 2, index)  # "giảm 6 trường, từ 50 trường xuống còn 44 trường"
    changes = second.change is not None and _CHANGES.fullmatch(gap) is not None and _level(first)
    changes = changes or (second.kind == "multiple" and _TIMES.fullmatch(gap) is not None and _level(first))
    against = _AGAINST.fullmatch(behind) or _BEFORE.fullmatch(behind) or ("vượt" in gap and _PLAN.fullmatch(behind))
    if changes and against and third.change is None and _alike(first, third):
        return _held(figures, index + 2, index, index + 1)  # "250 vụ, tăng 50 vụ so với năm 2018 (200 vụ)"
    if changes and "vượt" not in gap and third.kind == "percentage" and second.unit == first.unit and _IN_PERCENT.fullmatch(behind):
        return [] if _ELSEWHERE.match(folded, third.end) else _percent(figures, index)  # "120 vụ, tăng 20 vụ (20%)"
    if third.change is not None and _alike(first, second) and _CHANGES.fullmatch(behind) and first.change is None and _level(second):
        since = _SINCE.match(folded, third.end)
        floor = max(first.bounds[0], figures[index - 1].end if index else 0)
        said = folded.find(since["base"], floor, second.left) if since is not None else -1
        if said >= 0:
            near = said < first.left or said - first.end < 8
            return _held(figures, index, index + 1, index + 2) if near else []
        then, now = _YEAR.findall(folded, floor, first.left), _YEAR.findall(gap)
        if third.baseline is None and then and now and then[-1] < now[-1]:
            return _held(figures, index, index + 1, index + 2)  # "năm 2018 có 120 hộ, năm 2019 còn 90 hộ, giảm 30 hộ"
    return []


def _level(figure: Figure) -> bool:
    return figure.change is None and figure.kind in ("count", "money", "measurement", "percentage")


def _alike(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind and one.unit == other.unit and one.per == other.per


def _is_change(figure: Figure, lead: str) -> bool:
    return (
        figure.change is not None
        or (figure.kind == "multiple" and lead.rstrip().endswith(("gấp", ",")))
        or figure.kind == "percentage_point"
    )


def _held(figures: list[Figure], then: int, now: int, change: int) -> list[Check]:
    """Hold a printed change against two levels."""
    before, after, printed = figures[then], figures[now], figures[change]
    if not _alike(before, after):
        return []
    low, high = number(before), number(after)
    sign = -1.0 if printed.change == "decrease" else 1.0
    reported = sign * number(printed)
    members = (now, then, change)
    spread = rounding(before) + rounding(after)
    difference = high - low
    form: Form = "difference"
    if printed.kind == "multiple" and low:
        quotient = high / low
        spread = quotient * relative_rounding(before, after)
        times = make("change", "multiple", quotient, number(printed), printed_tolerance(quotient, printed, spread), members)
        more = make("change", "more", quotient - 1, number(printed), printed_tolerance(quotient - 1, printed, spread), members)
        return [more if more.ok and printed.change == "increase" else times]  # "tăng 2 lần" is said of both
    if before.kind == "percentage" and printed.kind in ("percentage_point", "percentage"):
        points = make("change", form, difference, reported, spread + printed_tolerance(difference, printed, 0.0), members)
        if printed.kind == "percentage_point" or points.ok or not low:
            return [points]
        relative = _growth(figures, then, now, change, reported)
        return [relative if relative.ok else points]  # "giảm 5%" of a rate is said of points and of parts
    if printed.kind == "percentage" and low:
        return [_growth(figures, then, now, change, reported)]
    if printed.unit != after.unit:
        return []
    return [
        make(
            "change", form, difference, reported, spread + printed_tolerance(difference, printed, 0.0) - 0.5 * _whole_step(printed), members
        )
    ]


def _whole_step(figure: Figure) -> float:
    """Give what a count is printed to: nothing may be rounded there."""
    return 1.0 if figure.kind == "count" and not rounding(figure) else 0.0


def _growth(figures: list[Figure], then: int, now: int, change: int, reported: float) -> Check:
    before, after = figures[then], figures[now]
    expected = 100.0 * (number(after) - number(before)) / number(before)
    spread = 100.0 * number(after) / number(before) * relative_rounding(before, after)
    return make("change", "growth", expected, reported, printed_tolerance(expected, figures[change], spread), (now, then, change))


def _percent(figures: list[Figure], index: int) -> list[Check]:
    """Hold an amount of change against the same change in percent: what was there before follows from the level."""
    now, change, share = figures[index : index + 3]
    amount = number(change) * (-1.0 if change.change == "decrease" else 1.0)
    before = number(now) - amount
    if before <= 0:
        return []
    expected = 100.0 * abs(amount) / before
    spread = expected * (relative_rounding(change) + (rounding(now) + rounding(change)) / before)
    members = (index, index + 1, index + 2)
    level = 100.0 * number(now) / before
    if share.change is None and abs(level - number(share)) <= printed_tolerance(level, share, spread):
        return []  # "tăng 541 tỷ đồng, tương đương 212% so với cùng kỳ": the level in percent of the one before
    return [make("change", "percent", expected, number(share), printed_tolerance(expected, share, spread), members)]

"""Arithmetic checks: parts against wholes, shares against 100, part ÷ whole against the printed share, change against levels.

A check runs only where the text claims that it holds; its tolerance is the rounding as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..figures import Figure
from .forest import GUESSED, groups

_DECIMALS = re.compile(r",(\d+)$|(?<!\d)\d{1,3}\.(\d{1,2})$")
_NEAR = 0.12
"""A list of three or more parts that comes this near to its whole (or exceeds it) is taken for complete."""
_OVER = 0.1
_SHARES_NEAR = 8.0


@dataclass(frozen=True, slots=True)
class Check:
    """One check; `members` are indices of figures, the whole first where there is one."""

    check: str
    expected: float
    reported: float
    tolerance: float
    members: tuple[int, ...]

    @property
    def ok(self) -> bool:
        """Whether the figures agree within the rounding as printed."""
        return abs(self.expected - self.reported) <= self.tolerance + 1e-9


def step(figure: Figure) -> float:
    """Give one unit of the last place a figure is printed with: 0.1 for "25,6%", 1 for "439", 1e8 for "2,5 tỷ"."""
    value = figure.value if figure.value is not None else figure.high
    match = _DECIMALS.search(figure.printed)
    decimals = len(match[1] or match[2]) if match else 0
    digits = re.sub(r"\D", "", figure.printed)
    plain = float(digits) / 10**decimals if digits else 0.0
    scale = abs(value) / plain if plain and value else 1.0
    return scale * 10.0**-decimals


def _exact(figure: Figure) -> bool:
    return figure.value is not None and figure.qualifier == "exact" and bool(figure.printed)


def run_checks(folded: str, figures: list[Figure]) -> list[Check]:
    """Run all checks over the figures of one text, in order of the text."""
    checks = [*_parts(folded, figures), *_shares(folded, figures), *_share(folded, figures), *_changes(folded, figures)]
    return sorted(checks, key=lambda check: (check.members, check.check))


def _parts(folded: str, figures: list[Figure]) -> list[Check]:
    found = []
    for (whole_index, _, kind), parts in groups(figures).items():
        whole = figures[whole_index]
        parts = [index for index in parts if figures[index].cue != GUESSED]
        if kind in ("percentage", "duration") or len(parts) < 2 or not _exact(whole) or not all(_exact(figures[i]) for i in parts):
            continue
        units = {figures[i].unit for i in parts} | ({whole.unit} - {"lượt"})
        bodies = {figures[i].group for i in parts} | (set() if whole.unit == "lượt" else {whole.group})
        if len(units) > 1 and len(bodies) > 1:
            continue
        values = [float(figures[i].value or 0) for i in parts]
        total, reported = sum(values), float(whole.value or 0)
        complete = all(figures[i].complete for i in parts)
        gap = (total - reported) / reported if reported else 1.0
        listed = (len(parts) >= 4 and -_NEAR <= gap <= _OVER and gap > 0) or (len(parts) >= 3 and complete)
        if not ((complete and -0.5 < gap < _OVER) or listed or abs(gap) < 1e-9):
            continue
        if (
            not _parallel(figures, parts)
            or _unread(folded, figures, parts)
            or (gap < 0 and _OPEN_END.match(folded, figures[parts[-1]].end))
        ):
            continue
        tolerance = 0.5 * step(whole) + 0.5 * sum(step(figures[i]) for i in parts) if whole.kind != "count" else 0.0
        if whole.kind == "count" and any(step(figures[i]) > 1 for i in (*parts, whole_index)):
            tolerance = 0.5 * max(step(figures[i]) for i in (*parts, whole_index)) * len(parts)
        found.append(Check("parts_sum", total, reported, tolerance, (whole_index, *parts)))
    return found


_OPEN_END = re.compile(r"[^.;\n]{0,60}?(?:…|\.\.\.|v\.v)")
_DIGIT = re.compile(r"(?<![\w.,/-])(?<!năm )(?<!tháng )(?<!ngày )(?<!quý )(?!(?:19|20)\d\d(?!\w))\d+")


def _parallel(figures: list[Figure], parts: list[int]) -> bool:
    """Parts of one breakdown follow each other; a nested one in brackets would count twice."""
    return not any(figures[i].total in parts for i in parts)


def _unread(folded: str, figures: list[Figure], parts: list[int]) -> bool:
    """Say whether a number stands among the parts that is no figure: a part may have been missed, so nothing is claimed."""
    whole = figures[figures[parts[0]].total or 0]
    low, high = max(whole.end, figures[parts[0]].bounds[0]), figures[parts[-1]].end
    return any(not any(figure.overlaps(match.start(), match.end()) for figure in figures) for match in _DIGIT.finditer(folded, low, high))


def _shares(folded: str, figures: list[Figure]) -> list[Check]:
    """Add up the percentages of one sentence that share one whole or one parallel row ("… chiếm …; … chiếm …; còn lại …")."""
    found = []
    sentences: dict[int, list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.kind == "percentage" and _exact(figure) and figure.change is None:
            sentences.setdefault(figure.sentence, []).append(index)
    for members in sentences.values():
        if len(members) < 3:
            continue
        low, high = figures[members[0]].bounds
        sentence = folded[low:high]
        if len({figures[i].total for i in members}) > 1 or ("chiếm" not in sentence and figures[members[0]].total is None):
            continue
        if re.search(r"(?<!\w)(?:tăng|so với|cùng kỳ|kế hoạch|lãi suất|bằng)(?!\w)", sentence):
            continue
        others = [f for f in figures if f.sentence == figures[members[0]].sentence and f.kind != "percentage"]
        unpaired = [f for f in others if f.share is None and f.total is not None and f.kind == "count"]
        total = sum(float(figures[i].value or 0) for i in members)
        rest = re.search(r"(?<!\w)(?:còn lại|khác)(?!\w)", folded[figures[members[-2]].end : min(high, figures[members[-1]].end + 40)])
        if unpaired or (abs(total - 100) > _SHARES_NEAR and not (rest and abs(total - 100) <= 3 * _SHARES_NEAR)):
            continue
        if not rest and abs(total - 100) > 0.5 * len(members) * max(step(figures[i]) for i in members):
            continue
        tolerance = 0.5 * sum(step(figures[i]) for i in members)
        found.append(Check("shares_sum", 100.0, round(total, 6), tolerance, tuple(members)))
    return found


_ENDS = re.compile(r" ?(?:[,.;:)…\n]|$|(?:trong |trên |so với )?(?:tổng số|tổng)(?!\w)|và|còn)")


def _share(folded: str, figures: list[Figure]) -> list[Check]:
    """Compare part ÷ whole with the printed share, where nothing says that the share is of something else."""
    found = []
    for index, figure in enumerate(figures):
        if figure.share is None or figure.kind == "percentage" or figure.total is None:
            continue
        share, whole = figures[figure.share], figures[figure.total]
        if share.kind != "percentage" or not (_exact(figure) and _exact(whole) and _exact(share)) or not whole.value:
            continue
        if whole.unit != figure.unit and (whole.group != figure.group or figure.kind != "count"):
            continue
        if (
            figure.cue == GUESSED
            or whole.share is not None
            or abs(figure.sentence - whole.sentence) > 1
            or not _ENDS.match(folded, share.end)
        ):
            continue
        expected = 100.0 * float(figure.value or 0) / float(whole.value)
        reported = float(share.value or 0)
        rounding = 0.5 * expected * (step(figure) / float(figure.value or 1) + step(whole) / float(whole.value))
        tolerance = round(step(share) + (rounding if figure.kind != "count" else 0.0), 6)
        if expected < reported:  # newspapers cut decimals off as well as round, but never round up by more than half
            tolerance = round(tolerance - 0.5 * step(share), 6)
        found.append(Check("share", round(expected, 6), reported, tolerance, (figure.total, index, figure.share)))
    return found


_SO_CHANGED = re.compile(
    r"(?: (?:vào |trong |hồi )?(?:năm|tháng|quý)[^,;.()]{1,16})?(?:,| \(|-| tức| tức là|, tức(?: là)?)? ?(?:đã )?(?:tăng|giảm)(?: thêm)? ?"
)
_FROM_TO = re.compile(r"từ $")


def _changes(folded: str, figures: list[Figure]) -> list[Check]:
    """Compare now minus then with the printed change: "từ 12% năm 2015 lên 18% năm 2020, tăng 6 điểm phần trăm"."""
    found = []
    for index in range(len(figures) - 2):
        then, now, change = figures[index : index + 3]
        if not then.sentence == now.sentence == change.sentence or not all(map(_exact, (then, now, change))):
            continue
        if not _FROM_TO.search(folded[max(0, then.left - 3) : then.left]) or change.change is None:
            continue
        if not re.search(r"(?<!\w)(?:lên|xuống|đến|còn)(?!\w)", folded[then.end : now.start]) or not _SO_CHANGED.fullmatch(
            folded[now.end : change.left]
        ):
            continue
        points = then.kind == now.kind == "percentage" and change.kind == "percentage_point"
        if not (points or (then.unit == now.unit == change.unit and then.kind != "percentage")):
            continue
        difference = float(now.value or 0) - float(then.value or 0)
        reported = float(change.value or 0) * (1 if change.change == "increase" else -1)
        found.append(Check("change", round(difference, 6), reported, step(change), (index + 1, index, index + 2)))
    return found

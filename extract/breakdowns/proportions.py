"""`share`: part ÷ whole against the printed percentage, where nothing says that it is a percentage of something else."""

from __future__ import annotations

import re

from ..figures import Figure
from .check import Check, exact, make, number, printed_tolerance, relative_rounding
from .forest import GUESSED
from .lists import PartList, same_measure

_TAIL = re.compile(r" ?([^,.;:)\n]{0,60})")
_ENDS = re.compile(r"(?:và|còn|là|thì|nhưng|gồm|bao gồm|trong đó)(?!\w)")
_OF_ALL = re.compile(r"(?:trong |trên |so với |của )?(?:tổng số|tổng|số|toàn bộ)? ?")
_TOWARDS = re.compile(
    r" ?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)(?: (?:năm|giao|đề ra|đề|ra|cả năm|được giao|vốn|\d{4}))*(?= ?[,.;)\n]|$)"
)
_TRONG_SO = re.compile(r"[^.,;\n]{0,24}(?<!\w)(?:trong|trên)(?: tổng)? số ")
_SAID = re.compile(r"[^.;\n]{0,60}?(?:,|\()? ?(?:chiếm|đạt|bằng|tương đương|tương ứng)?(?: ?(?:tỷ lệ|tỉ lệ)(?: đạt| là)?)? ?(?:\()?")
_RATES = 150
_SHARE_SAID = re.compile(r"\(|(?<!\w)(?:chiếm|tức|tỷ lệ|tỉ lệ)(?!\w)")
_MOVED = re.compile(r"(?<!\w)(?:xuống|còn|lên|tăng|giảm)(?: còn)? ?$")
_WINDOW = 12
"""Figures on either side that are tried as another whole."""


def check_share(folded: str, figures: list[Figure], lists: list[PartList]) -> list[Check]:
    """Divide every part that has a printed share by its whole.

    A quotient that does not fit is dropped where the share fits another figure nearby, or several shares agree on
    another whole: then the link is wrong, not the print.

    Args:
        folded: the folded text.
        figures: the figures with their wholes and shares.
        lists: the lists of parts that the text opens.
    """
    found = _out_of(folded, figures)
    read = {(one.members[1], one.members[2]) for one in found}
    listed = {part: one.whole for one in lists for part in one.parts}
    for index, figure in enumerate(figures):
        total = listed.get(index, figure.total)
        alone = total is None
        if alone and figure.share is not None and _SHARE_SAID.search(folded, figure.end, figures[figure.share].left):
            total = _only_whole(folded, figures, index)
        if figure.share is None or figure.kind == "percentage" or total is None or (index, figure.share) in read:
            continue
        share, whole = figures[figure.share], figures[total]
        if share.kind != "percentage" or share.change is not None or not all(map(exact, (figure, whole, share))) or not number(whole):
            continue
        if not same_measure(folded, whole, figure) or (number(figure) > number(whole) and figure.cue != "/"):
            continue
        said = figure.kind == "count" and total == index - 1 and "chiếm" in folded[figure.end : share.start]
        near = alone or index in listed or (abs(figure.sentence - whole.sentence) <= 1 and (figure.cue != GUESSED or said))
        if (
            whole.share is not None
            or not near
            or figure.change is not None
            or number(share) > 100
            or _no_shares(folded, figures, index, figure.share)
        ):
            continue
        towards = figure.cue == "/" and figure.kind != "count" and _TOWARDS.match(folded, share.end) is not None
        if not towards and not _of_the_whole(folded, whole, share if share.start > figure.start else figure):
            continue
        check = proportion("plan" if towards else "share", figures, total, index, figure.share)
        if check.ok or not (_own_share(figures, total) or _fits_another(folded, figures, check)):
            found.append(check)
    return _without_shared_doubt(figures, found)


def _out_of(folded: str, figures: list[Figure]) -> list[Check]:
    """Read parts before their wholes: "45 trong số 60 trường đạt chuẩn, đạt tỷ lệ 75%", "450 tỷ đồng/500 tỷ đồng, đạt 90% dự toán"."""
    found = []
    for index in range(len(figures) - 2):
        part, whole, share = figures[index : index + 3]
        if share.kind != "percentage" or part.sentence != share.sentence or not all(map(exact, (part, whole, share))):
            continue
        if part.kind != whole.kind or part.unit not in (None, whole.unit) or not number(part) <= number(whole) or not number(whole):
            continue
        gap, behind = folded[part.end : whole.left], folded[whole.end : share.left]
        slash = gap.strip() == "/"
        if not (slash or _TRONG_SO.fullmatch(gap)) or not _SAID.fullmatch(behind) or share.change is not None:
            continue
        towards = (slash or part.kind != "count") and _TOWARDS.match(folded, share.end) is not None
        if towards or _of_the_whole(folded, whole, share):
            found.append(proportion("plan" if towards else "share", figures, index + 1, index, index + 2))
    return found


def proportion(form: str, figures: list[Figure], whole: int, part: int, share: int) -> Check:
    """Give the check of a part (or a result) and its whole (or its plan) against a printed percentage."""
    expected = 100.0 * number(figures[part]) / number(figures[whole])
    spread = expected * relative_rounding(figures[part], figures[whole])
    tolerance = printed_tolerance(expected, figures[share], spread)
    return make("share", "plan" if form == "plan" else "share", expected, number(figures[share]), tolerance, (whole, part, share))


def _of_the_whole(folded: str, whole: Figure, share: Figure) -> bool:
    """Say whether nothing behind a share names another whole: "chiếm 91% tổng số đại biểu Quốc hội" does, "chiếm 91%." does not."""
    tail = _TAIL.match(folded, share.end)
    rest = tail[1].strip() if tail else ""
    if not rest or _ENDS.match(rest):
        return True
    of_all = _OF_ALL.match(rest)
    if of_all is None or not of_all[0].strip():
        return False
    named = set(re.findall(r"[^\W\d_]+", rest[of_all.end() :]))
    said = set(re.findall(r"[^\W\d_]+", f"{folded[whole.start : whole.end]} {(whole.subject or '').lower()} {whole.unit or ''}"))
    return named <= said


def _only_whole(folded: str, figures: list[Figure], index: int) -> int | None:
    """Give the only figure of this or the last sentence that a part with a share can be of: "30 xã nhưng mới 17 xã có bác sĩ (56,7%)"."""
    part = figures[index]
    if part.kind != "count" or _MOVED.search(folded[max(0, part.left - 16) : part.left]):
        return None
    found = None
    for other in range(index - 1, max(-1, index - 1 - _WINDOW), -1):
        whole = figures[other]
        if part.sentence - whole.sentence > 1:
            break
        if whole.kind == part.kind and same_measure(folded, whole, part) and whole.unit is not None and whole.change is None:
            if found is not None or not exact(whole) or number(whole) <= number(part):
                return None
            found = other
    return found


def _no_shares(folded: str, figures: list[Figure], part: int, share: int) -> bool:
    """Say whether percentages that are "đạt" add up to far more than 100: then they are rates, each of something of its own."""
    if re.search(r"(?<!\w)đạt(?! tỷ lệ| tỉ lệ)(?!\w)", folded[figures[part].end : figures[share].left]) is None:
        return False
    around = figures[max(0, share - _WINDOW) : share + _WINDOW]
    return sum(number(one) for one in around if one.kind == "percentage" and one.sentence == figures[share].sentence) > _RATES


def _own_share(figures: list[Figure], whole: int) -> bool:
    """Say whether the percentage right behind a whole says what share the whole itself is of something larger."""
    behind = figures[whole + 1] if whole + 1 < len(figures) else None
    return behind is not None and behind.kind == "percentage" and behind.share is None and behind.sentence == figures[whole].sentence


def _fits_another(folded: str, figures: list[Figure], check: Check) -> bool:
    """Say whether the printed share fits another whole nearby, alone or together with the one linked."""
    whole, part, share = check.members
    for near in figures[max(0, part - _WINDOW) : part + _WINDOW]:
        beside = near.kind == "percentage" and near.sentence == figures[part].sentence and near is not figures[share] and exact(near)
        if beside and abs(check.expected - number(near)) <= printed_tolerance(check.expected, near, 0.0):
            return True  # "lần lượt chiếm 66,7%, 21,1% và 12,2%": paired with the wrong one
    for other in range(max(0, min(whole, part) - _WINDOW), min(len(figures), part + _WINDOW)):
        if other in check.members or not exact(figures[other]) or not same_measure(folded, figures[other], figures[part]):
            continue
        for size in (number(figures[other]), number(figures[other]) + number(figures[whole])):
            if size > number(figures[part]) and size != number(figures[whole]):
                expected = 100.0 * number(figures[part]) / size
                if abs(expected - check.reported) <= printed_tolerance(expected, figures[share], 0.0):
                    return True
    return False


def _without_shared_doubt(figures: list[Figure], checks: list[Check]) -> list[Check]:
    """Leave out shares that fail and agree with each other on another whole than the one linked, unless others fit that one."""
    sound = {check.members[0] for check in checks if check.ok}
    failed: dict[int, list[Check]] = {}
    for check in checks:
        if not check.ok:
            failed.setdefault(check.members[0], []).append(check)
    doubted = set()
    for whole, group in failed.items():
        low, high = 0.0, float("inf")
        for check in group:
            part = 100.0 * number(figures[check.members[1]])
            spread = 2 * printed_tolerance(0.0, figures[check.members[2]], 0.0)
            low = max(low, part / (check.reported + spread))
            high = min(high, part / (check.reported - spread) if check.reported > spread else float("inf"))
        if len(group) > 1 and low <= high and whole not in sound:
            doubted.add(whole)
    return [check for check in checks if check.ok or check.members[0] not in doubted]

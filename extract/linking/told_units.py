"""The unit of a bare count that its subject names: "số phiếu tín nhiệm cao là 61" counts "phiếu", "mức điểm cao nhất là 23,0" are points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from ..numbers.units import noun_table

_AMOUNT = re.compile(r"(?:tổng số|tổng cộng|tổng|số lượng|số|sản lượng|lượng)(?: các| những)? ")
"""Words before what is counted."""
_NUMBER_OF = re.compile(
    r"(?<!\w)(?<!con )(?<!chỉ )(?<!trị )(?<!tham )(?<!một )(?<!đa )(?<!dân )(?:tổng số|số lượng|số)(?: các| những)? (?=[^\W\d_])"
)
"""Words of a clause before the noun of what its bare number counts: "số học sinh đăng ký nguyện vọng 1 là | 884"."""
_QUOTA = re.compile(r"(?:tổng )?chỉ tiêu(?: [^\W\d_]+)*")
_SCORE = ("score", "điểm", "score")
"""Kind, unit and group of a figure told in points."""
_ROW = 12
"""Figures of a sentence that are looked back on."""
_NO_SPOT = r"(?! (?:đen|nóng|ùn|sạt|trường|cầu|bán|thi|đến|dừng|du lịch|dân cư|tập kết|ngập))"
"""Behind "điểm": not what stands for a spot."""
_POINTS = re.compile(rf"(?:tổng |mức |số |phổ |thang )?điểm{_NO_SPOT}(?!\w)|điểm chuẩn|trung bình cộng|chỉ số")
"""What is told in points."""
_SCORED = re.compile(rf"(?<!\w)(?:(?:số|tổng) điểm{_NO_SPOT}|điểm số|điểm trung bình|trung bình cộng)(?: [^\W\d_]+){{0,6}} $")
"""Words before a bare number of points: "có số điểm | 394,5"."""
_PRICED = re.compile(
    r"(?<!\w)(?:giá(?! trị)|tỷ giá|tỉ giá|lãi suất|hệ số|lương|phí|bán|mua|tỷ số|tỉ số|tỷ lệ|tỉ lệ|bình quân|độ che phủ|trên \d+ vạn)(?!\w)[^.;\n]*$"
)
"""Words before a bare number with decimals that is no mark: a price, a rate or a ratio without its unit."""
_MARKED = re.compile(r"(?<!\w)(?:chỉ số|điểm số|điểm chuẩn|điểm thi|số điểm|trị số|thang điểm|xếp hạng)(?!\w)")
_SPOTS = re.compile(
    r"(?<!\w)(?:triệt phá|triệt xóa|vô hiệu hóa|xóa|xóa bỏ|giải tỏa|lập|bố trí|mở|tổ chức|khảo sát|kiểm tra|phát hiện)(?: (?:được|thêm|hơn|gần|khoảng|trên))* ?$"
)
"""Words before a count of spots."""
_POPULATION = re.compile(r"(?<!\w)(?:dân số|tổng dân số|(?:tổng )?số dân|dân cư)(?!\w)[^.;\n\d]*$")
"""Words before a bare number of people: "dân số khu vực nông thôn là | 1,3 triệu"."""
_HARMED = re.compile(r"(?<!\w)(?:bị thương|thiệt mạng|tử vong|mất tích|làm chết)(?: (?:hơn|gần|khoảng|trên|ít nhất))* ?$")
"""Words before a count of victims that names none: "làm chết 2"."""
_REACH = 60
"""Characters of a clause in which those words are looked for."""


def tell_units(folded: str, figures: Sequence[Figure]) -> None:
    """Give counts without a noun the one their subject begins with, and people to those of victims, in place.

    Args:
        folded: the folded text.
        figures: its figures with their subjects.
    """
    marked = _MARKED.search(folded) is not None
    scored = any(figure.kind == "score" and figure.unit == "điểm" for figure in figures)
    for index, figure in enumerate(figures):
        if figure.kind == "count" and not figure.unit and _HARMED.search(folded, max(figure.bounds[0], figure.left - _REACH), figure.left):
            figure.unit, figure.group = "người", "person"
        if (
            figure.kind == "count"
            and not figure.unit
            and (
                _POPULATION.search(folded, max(figure.bounds[0], figure.left - _REACH), figure.left)
                or _POPULATION.match(figure.subject or "")
            )
        ):
            figure.unit, figure.group = "người", "person"
        if figure.kind == "count" and not figure.unit and _SCORED.search(folded, max(figure.bounds[0], figure.left - _REACH), figure.left):
            figure.kind, figure.unit, figure.group = _SCORE
        broken = figure.value is not None and not float(figure.value).is_integer()
        low = max(figure.bounds[0], figure.left - _REACH)
        bare = figure.kind == "count" and not figure.unit and broken and marked
        if bare and _PRICED.search(folded, low, figure.left) is None and _NUMBER_OF.search(folded, low, figure.left) is None:
            figure.kind, figure.unit, figure.group = _SCORE  # nothing counted is half a thing
            figure.total = figure.cue = None
        if figure.unit == "điểm" and figure.kind == "score" and not broken and _SPOTS.search(folded, low, figure.left):
            figure.kind, figure.group = "count", "abstract"  # "triệt phá 63 điểm"
        elif figure.unit == "điểm" and figure.kind == "count" and scored and folded.endswith("điểm", figure.start, figure.end):
            figure.kind, figure.group = _SCORE[0], _SCORE[2]
        if figure.kind != "count" or figure.unit or not figure.subject or figure.cue == "/":
            continue
        whole = figures[figure.total] if figure.total is not None else None
        if whole is not None and whole.kind == "count" and whole.unit:
            figure.unit, figure.group = whole.unit, whole.group  # "45 công trình (giao thông 17, thủy lợi 12)"
            continue
        subject = figure.subject.lower()
        if _POINTS.match(subject):
            figure.kind, figure.unit, figure.group = _SCORE
            continue
        if not float(figure.value or figure.high or 0.5).is_integer():
            continue  # nothing counted is half a thing
        amount = _AMOUNT.match(subject)
        noun = noun_table().match(subject, amount.end() if amount else 0)
        if noun is not None and noun[1][2] == "strong" and (amount or _says_number(folded, figure, subject[: noun[0]])):
            figure.unit, figure.group = noun[1][0], noun[1][1]
            continue
        if (named := _named(folded, figures, index)) is not None:
            figure.unit, figure.group = named
            continue
        if figure.status == "target" and _QUOTA.match(subject):
            figure.unit = "chỉ tiêu"
            continue
        row = figures[max(0, index - _ROW) : index]
        like = next((one for one in reversed(row) if one.sentence == figure.sentence and one.subject == figure.subject), None)
        if like is not None and like.kind == "count" and like.unit:
            figure.unit, figure.group = like.unit, like.group


def _says_number(folded: str, figure: Figure, noun: str) -> bool:
    """Say whether a figure's sentence names the number of what its subject begins with: "Số hộ tái nghèo năm qua là 133"."""
    before = folded[figure.bounds[0] : figure.left]
    at = before.rfind(noun)
    return at > 0 and before[:at].endswith(("số ", "tổng ", "số lượng ", "lượng ", "số các ", "số những "))


def _named(folded: str, figures: Sequence[Figure], index: int) -> tuple[str, str] | None:
    """Give the noun, and its group, of what a figure's clause names the number of, where no other figure stands between."""
    figure = figures[index]
    low = max(figure.bounds[0], figure.left - _REACH, figures[index - 1].end if index else 0)
    amounts = list(_NUMBER_OF.finditer(folded, low, figure.left))
    noun = noun_table().match(folded, amounts[-1].end()) if amounts else None
    return (noun[1][0], noun[1][1]) if noun is not None and noun[1][2] == "strong" and noun[0] <= figure.left else None

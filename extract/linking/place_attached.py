"""Places that grammar ties to a figure, so that nothing is left to choose.

"Điện Biên (48,14%)", "Ba Bể: 12 xã", "2 vụ ở huyện Mỹ Xuyên", "350 tấn trên toàn quốc", "từ Hà Nội đến Vinh, Huế".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..figures import Figure
from .in_turn import rows_in_turn

Place = dict[str, Any]

_OPENED = re.compile(r" ?[(:] ?(?:khoảng |hơn |gần |trên |có |là |với |đạt )?$")
_FRAME = re.compile(
    r"\W*(?:(?:riêng|còn|cũng|trong khi đó,?|tương tự,?) )?(?:tại|ở|trên địa bàn) (?:(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn) )?"
)
_OWNED = re.compile(r" (?:(?:có|còn|với|là|được|hiện có|chiếm|đạt) )?")
_FROM = re.compile(r"(?<!\w)(?:cách|từ|đến|về|sang|so với|hơn|kém|như|bằng|ngoài|trừ)(?: (?:tỉnh|huyện|xã|thành phố|thị xã|tp|quận))? ?$")
_TIED = re.compile(
    r"(?: (?!và |với |so |từ |đến |do |cho |sang |về |vào |như |theo |là |để |tăng |giảm |gồm |đi )[^\W\d_]+){0,9}"
    r" (?:ở|tại|trên địa bàn|thuộc|của|trong)(?: (?:địa bàn|phạm vi|toàn))? ?"
)
_SPOT = re.compile(
    r"(?: [^\W\d_]+){0,9}? (?:ở|tại|thuộc|trên|trong) (?:xóm|thôn|ấp|bản|buôn|làng|khu|khối|khóm|tổ|đường|phố|số|ngã|chợ|cầu|cảng|bến|ngõ|hẻm|khách sạn|trường|bệnh viện|chung cư|cụm)"
    r"(?: [\w/.-]+){1,8}(?:, | \()(?:(?:địa bàn|tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn) ?)?"
)
"""A spot and behind it its unit: "18 người tại xóm Khanh, | xã Phú Cường", "bánh heroin tại ngã tư An Sương (| xã Bà Điểm)"."""
_HAMLET = re.compile(r"(?: [^\W\d_]+){0,5} (?:thôn|ấp|khu phố|khu|tổ|xóm|bản|khóm) [\w.]+(?: [^\W\d_]+)?,? ?")
"""A hamlet before its commune: "1 lớp học mầm non thôn 7 | xã A"."""
_BARE = re.compile(r"(?:$|[,.;:)\n]| và )")
_EVERYWHERE = re.compile(r"(?: [^\W\d_]+){0,3} (?:trên|trong)(?: phạm vi)? (?:cả nước|toàn quốc)(?!\w)")
_TAKES = re.compile(r"(?<!\w)(?:chiếm|đóng góp)(?: (?:tới|đến|khoảng|gần|hơn|trên|tỷ lệ|tỷ trọng))* ?$")
_OF_ALL = re.compile(r"(?: [^\W\d_]+){0,5} (?:cả nước|toàn quốc|(?:toàn|cả) (?:tỉnh|thành phố|huyện|thị xã))(?!\w)")
_SEVERAL = re.compile(r"(?: [^\W\d_]+){0,9} (?:các|hai|ba|bốn|những)(?: (?:tỉnh|thành phố|tỉnh, thành|như|gồm|là))* ")
"""Between a figure and the provinces that it is told of together: "hàng nghìn hộ dân hạ lưu các tỉnh | A, B và C"."""
IN_ONE_LIST = re.compile(r"(?:,| và|, và) (?:(?:các )?(?:huyện|quận|xã|phường|thị xã|thị trấn|thành phố|tỉnh|tp\.?) ?)?")
"""Between two units that are told of together."""
_IN_PARTS = re.compile(
    IN_ONE_LIST.pattern + r"(?:(?:khu vực|vùng|vùng núi|phía|các huyện|ven biển) )?(?:(?:đông|tây|nam|bắc)(?: (?:đông|tây|nam|bắc))? )?"
)
"""The same, of parts of the second: "Thanh Hóa và Tây Bắc Nghệ An"."""
_PROVINCES = {"province"}
_FAR = 60
"""Characters behind a figure in which a tied place begins at the latest."""


def attached_place(folded: str, figure: Figure, left: Sequence[Place], right: Sequence[Place], limit: int) -> Place | None:
    """Give the place a figure is tied to by a bracket, a colon or a preposition; None when there is none.

    Args:
        folded: the text.
        figure: the figure.
        left: the places of its sentence before it, in order.
        right: the places of its sentence behind it, in order.
        limit: where the next figure of the sentence begins, or the sentence's end.
    """
    if left:
        last = left[-1]
        if last["level"] not in ("country", "region") and _OPENED.fullmatch(folded, last["end"], figure.left):
            return last
    if right:
        first = right[0]
        listed = len(right) > 1 and right[1]["level"] == first["level"] and IN_ONE_LIST.fullmatch(folded, first["end"], right[1]["start"])
        named = first["level"] not in ("country", "region") and not listed
        if named and figure.kind == "count" and _BARE.match(folded, first["end"]) and folded[figure.end : first["start"]] == " ":
            return first  # "1 thí sinh Lạng Sơn, 1 thí sinh Thái Nguyên"
        near = named and first["start"] < limit
        if near and first["start"] < figure.end + _FAR and _TIED.fullmatch(folded, figure.end, first["start"]):
            return first
        if (
            near
            and first["level"] == "commune"
            and first["start"] < figure.end + _FAR
            and _HAMLET.fullmatch(folded, figure.end, first["start"])
        ):
            return first
        if near and first["start"] < figure.end + 2 * _FAR and _SPOT.fullmatch(folded, figure.end, first["start"]):
            return first
    return None


_WITH = re.compile(r",? (?:với|và|cùng|gồm)(?: (?:tổng số|tổng cộng))? ?")
"""What stands between two figures that share the place behind the second."""
_BESIDE = 40
"""Characters between the figures of a row at most."""
_ROW = 4


def with_next(folded: str, figures: Sequence[Figure], index: int, right: Sequence[Place]) -> Place | None:
    """Give the place that stands behind the last figure of a row: "400 hộ dân với 1.600 nhân khẩu của xã Ba Nam", "1 nhà thờ, 2 trường học ở xã A".

    Args:
        folded: the text.
        figures: its figures in order.
        index: the figure.
        right: the places of its sentence behind it, in order.
    """
    figure = figures[index]
    for at in range(index + 1, min(len(figures), index + _ROW)):
        before, following = figures[at - 1], figures[at]
        if before.kind != "count":
            return None
        if following.sentence != figure.sentence or following.start - before.end >= _BESIDE:
            return None
        gap = folded[before.end : following.left]
        sized = gap == " " and following.kind == "measurement"  # "5 cột điện 0,4 kV ở huyện A"
        if not sized and _WITH.fullmatch(gap) is None and gap not in (", ", " và "):
            return None
        end = figures[at + 1].left if at + 1 < len(figures) else figure.bounds[1]
        tied = attached_place(folded, following, (), [place for place in right if place["start"] >= following.number_end], end)
        if tied is not None:
            return tied
    return None


def leads_straight(folded: str, figure: Figure, place: Place) -> bool:
    """Say whether a place stands right before a figure as its owner: "Ba Bể 12 xã", "Kỳ Sơn là 4.264 hộ", but not "cách Vinh 12 km"."""
    return (
        place["level"] not in ("country", "region")
        and _OWNED.fullmatch(folded, place["end"], figure.left) is not None
        and _FROM.search(folded, max(0, place["start"] - 16), place["start"]) is None
    )


def framing_place(folded: str, figure: Figure, left: Sequence[Place]) -> Place | None:
    """Give the place that opens a figure's sentence and is the only one before it: "Tại Khánh Hòa, đoàn tặng 500 suất quà"."""
    if not left or _FRAME.fullmatch(folded, figure.bounds[0], left[0]["start"]) is None:
        return None
    first = left[0]
    same = all(place.get("unit_id") == first.get("unit_id") for place in left)
    return first if same and first.get("unit_id") and folded[first["end"] : first["end"] + 1] == "," else None


def spread(folded: str, figure: Figure, left: Sequence[Place], right: Sequence[Place], clause: int) -> bool:
    """Say whether a figure speaks of several provinces at once, so that no unit of the tables holds it.

    "Ba tỉnh A, B và C đã sơ tán 300 hộ", "rút ngắn 70 km từ A đến B".
    """
    near = [place for place in left if place["start"] >= clause]
    if len(near) > 1 and {near[-1]["level"], near[-2]["level"]} == _PROVINCES and near[-1]["code"] != near[-2]["code"]:
        return _IN_PARTS.fullmatch(folded, near[-2]["end"], near[-1]["start"]) is not None
    if len(right) > 1 and {right[0]["level"], right[1]["level"]} == _PROVINCES and right[0]["code"] != right[1]["code"]:
        if _SEVERAL.fullmatch(folded, figure.end, right[0]["start"]) and IN_ONE_LIST.fullmatch(folded, right[0]["end"], right[1]["start"]):
            return True
        return (
            re.fullmatch(r" từ (?:tỉnh |thành phố |tp\.? ?)?", folded[figure.end : right[0]["start"]]) is not None
            and re.fullmatch(r" (?:đến|tới|đi|về) (?:tỉnh |thành phố |tp\.? ?)?", folded[right[0]["end"] : right[1]["start"]]) is not None
        )
    return False


def is_part_of_all(folded: str, figure: Figure, left: Sequence[Place]) -> bool:
    """Say whether a figure is the share that a named place has of a whole province or the country: its place is that of the part ("cảng Hải Phòng chiếm 16% cả nước")."""
    if figure.kind != "percentage" or not left or left[-1]["level"] in ("country", "region") or not left[-1].get("quote"):
        return False
    taken = _TAKES.search(folded, max(figure.bounds[0], figure.left - _FAR), figure.left) is not None
    return taken and _OF_ALL.match(folded, figure.end) is not None


def everywhere(folded: str, figure: Figure, limit: int) -> bool:
    """Say whether words right behind a figure speak of the whole country ("350 tấn trên toàn quốc")."""
    return _EVERYWHERE.match(folded, figure.end, min(limit, figure.end + _FAR)) is not None


def in_turn(folded: str, figures: Sequence[Figure], places: Sequence[Place]) -> dict[int, Place]:
    """Give figures the place that is told for each in turn: "các huyện A, B và C giảm lần lượt 1 xã, 3 xã và 2 xã".

    Args:
        folded: the folded text.
        figures: its figures in order.
        places: the places that figures may speak of, in order.

    Returns:
        Places by the index of the figure; only where a row of places and a row of figures behind "lần lượt" are equally long.
    """
    found: dict[int, Place] = {}
    for cue, row in rows_in_turn(folded, figures):
        low = figures[row[0][0]].bounds[0]
        before = [one for one in places if low <= one["start"] < cue and one.get("quote") and one["level"] != "country"]
        named = before[-1:]
        for one in reversed(before[:-1]):
            if one["level"] != named[0]["level"] or not IN_ONE_LIST.fullmatch(folded, one["end"], named[0]["start"]):
                break
            named.insert(0, one)
        if 1 < len(named) == len(row):
            found.update((index, place) for place, indices in zip(named, row, strict=True) for index in indices)
    return found

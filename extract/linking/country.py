"""When a figure speaks of the whole country beyond doubt, whatever else the article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..figures import Figure, clause_start
from .place_mentions import in_organ

_ALL = r"(?<!\w)(?:cả nước|toàn quốc|nước ta|(?:ở|tại) việt nam|(?<=, )việt nam|(?<=\n)việt nam)"
_SAYS = re.compile(
    _ALL + r"(?:,? (?:hiện|hiện nay|hiện đang|nay|chỉ|mới|đã|đang|sẽ|ước|ước tính|dự kiến|cũng|vẫn|chưa|mỗi năm|hàng năm|một năm))*"
    r",? (?:là|có|đạt|còn|ở mức|ghi nhận|xảy ra|đón|thu|chi|cần|sản xuất|tiêu thụ|xuất khẩu|nhập khẩu|đã có|được)(?: [^\W\d_]+){0,6} ?$"
)
_MEAN = re.compile(r" (?:của )?(?:mức )?(?:bình quân|trung bình)(?: chung)?(?: của)? (?:cả nước|toàn quốc)(?!\w)")
_NORM = re.compile(
    r"(?<!\w)(?:(?<!đạt )chuẩn|mức|tiêu chuẩn|quy định|mặt bằng)(?: chung)?(?: (?:nghèo|chuẩn))?(?: của)? (?:quốc gia|cả nước|trung ương)"
    r"(?: (?:là|ở mức|hiện là|hiện nay là|hiện))? ?$"
)
"""A norm of the state right before its figure: "chuẩn quốc gia là dưới 10,8 triệu"."""
_SPEAKS_OF_ALL = re.compile(
    r"(?<!\w)(?:cả nước|toàn quốc|nước ta|ngành (?:đường sắt|thuế|điện|hàng không|hải quan|ngân hàng|y tế|giáo dục|nông nghiệp|giao thông|hàng hải|dệt may|thủy sản"
    r"|bảo hiểm|du lịch|công an|tòa án|thép|xi măng|dầu khí|viễn thông|ô tô|bán lẻ|đường bộ|công thương|xây dựng))(?! (?:tỉnh|huyện|thành phố|tp))(?!\w)"
)
"""Words by which an article that names no place of its own speaks of the whole country."""
_BY_LAW = re.compile(
    r"(?<!\w)(?:theo (?:quy định|nghị định|luật|bộ luật|thông tư)|nghị định (?:số )?\d+[^.;\n]{0,40}|quy định tại (?:nghị định|luật|điều))[^.;\n]{0,160}"
    r"(?<!\w)(?:phạt|xử phạt|mức phạt|khung hình phạt|mức đóng|mức lương cơ sở)(?!\w)[^.;\n]{0,60}$"
)
"""What the law fines or prescribes, wherever that is told of."""
_STATEMENT = 300
"""Characters before a figure in which its statement names the law."""
_AND = re.compile(r" ?(?:,|;|và|, và) ?(?:(?:tỉnh|tp\.?|thành phố|huyện|quận|thị xã) ?)?")
_IN_SENTENCE = 6
"""Figures of a sentence that are looked at."""
_IN_THEM = re.compile(r"(?<!\w)(?:ở|tại|trong|khắp|trên địa bàn|của|thuộc|đến từ)(?: (?:cả|hơn|gần|khoảng|tổng số))* ?$")
_PROVINCES = frozenset((61, 63, 64))
"""Provinces there have been: 61 from 1997, 64 from 2004, 63 from 2008 to June 2025."""
_OF_PROVINCES = frozenset(
    (
        "cục",
        "cục thuế",
        "cục hải quan",
        "sở",
        "địa phương",
        "tỉnh thành",
        "ban",
        "chi cục",
        "hội",
        "đoàn",
        "liên đoàn",
        "công an",
        "trung tâm",
        "đơn vị",
        "bưu điện",
    )
)
_UNITS_OF = {
    "district": frozenset(
        ("quận", "huyện", "quận huyện", "huyện thị", "thị xã", "quận, huyện", "huyện, thị", "huyện, thị xã", "huyện, thành phố")
    ),
    "commune": frozenset(("xã", "phường", "thị trấn", "xã phường", "phường xã", "xã, phường", "phường, xã", "xã, thị trấn")),
}
_MANY = 3
"""Units named in a row from which they stand for what encloses them all."""


def of_the_country(folded: str, figure: Figure, left: Sequence[dict[str, Any]], before: Figure | None) -> bool:
    """Say whether a figure is the whole country's by its own words: "cả nước chỉ có 62%", "26% bình quân chung của cả nước".

    Args:
        folded: the text, folded.
        figure: the figure.
        left: the places of its sentence before it.
        before: the figure before it.
    """
    floor = clause_start(folded, figure.left, figure.bounds[0])
    floor = max([floor, *(place["end"] for place in left if place["level"] != "country")])
    if before is not None and before.sentence == figure.sentence:
        floor = max(floor, before.end)
    if (
        _NORM.search(folded, floor, figure.left) is not None
        or _BY_LAW.search(folded, max(figure.bounds[0], figure.left - _STATEMENT), figure.left) is not None
    ):
        return True
    return _SAYS.search(folded, max(0, floor - 1), figure.left) is not None or _MEAN.match(folded, figure.end) is not None


def speaks_of_all(folded: str) -> bool:
    """Say whether a text speaks of the whole country, or of a trade in all of it."""
    return _SPEAKS_OF_ALL.search(folded) is not None


def is_of_all(folded: str, led: Sequence[dict[str, Any]]) -> bool:
    """Say whether an article without a place of its own is about the whole country: it speaks of it, and title and lead name none but organs.

    Args:
        folded: the text, folded.
        led: the places named in title and lead.
    """
    return speaks_of_all(folded) and all(in_organ(folded, place) for place in led)


_ROW = re.compile(r",? (?:và )?")
"""Between counts of one row: "330 hộ, 49 xã, 20 huyện"."""


def across_provinces(folded: str, figures: Sequence[Figure], index: int, named: Sequence[dict[str, Any]]) -> bool:
    """Say whether a figure counts provinces, or what is told of so many of them: "381 cầu treo ở 28 tỉnh".

    Args:
        folded: the text, folded.
        figures: the figures of the text.
        index: the figure.
        named: the places that its sentence names; where there are any, they say which.
    """
    figure = figures[index]
    ours = [place for place in named if place["province_code"]]
    behind = [place for place in ours if place["start"] >= figure.left]
    row, parted = figure, False
    for other in figures[index : index + _IN_SENTENCE]:
        if other.sentence != figure.sentence:
            return False
        if other.kind == "count" and _speaks_of_provinces(other):
            listed = len(behind) > 1 and behind[0]["start"] > other.left  # "20 huyện thuộc 9 tỉnh A, B, C" names those it counts
            if (behind and not listed) or (parted and ours):
                return False
            return other is figure or (len(ours) == len(behind) and _IN_THEM.search(folded, row.end, other.left) is not None)
        parted = parted or (other is not figure and _ROW.fullmatch(folded, row.end, other.left) is None)
        row = other
    return False


def _speaks_of_provinces(figure: Figure) -> bool:
    """Say whether a figure counts many provinces, or bodies of which every province has one ("63 cục thuế")."""
    many = counts_provinces(figure) and (figure.value or 0) >= _MANY
    return many or (figure.value in _PROVINCES and figure.unit in _OF_PROVINCES)


def counts_units(figure: Figure) -> str | None:
    """Give the level of the units that a figure counts, where there are several: the place of such a figure lies above it."""
    if figure.kind != "count" or (figure.high or figure.value or 0) < 2:
        return None
    unit = (figure.unit or "").partition(",")[0]
    return next((level for level, nouns in _UNITS_OF.items() if unit in nouns), None)


_ONE_EACH = frozenset(("cục thuế", "cục hải quan", "cục thống kê"))
"""Organs of which every province has one."""


def counts_provinces(figure: Figure) -> bool:
    """Say whether a figure counts several provinces, which lie in no province: "10 tỉnh thành", but not "5 tỉnh ủy viên"."""
    several = figure.kind == "count" and (figure.high or figure.value or 0) >= 2
    unit = figure.unit or ""
    return several and ((figure.group == "place_unit" and unit.startswith("tỉnh")) or unit in _ONE_EACH)


def counts_countries(figure: Figure) -> bool:
    """Say whether a figure counts countries, which lie in none: "59 quốc gia"."""
    unit = figure.unit or ""
    return figure.kind == "count" and (unit.startswith("quốc gia") or unit == "nước")


def row_of(folded: str, places: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the units that are named in a row from the first place on: "Nghệ An, Hà Tĩnh và Quảng Bình"."""
    row = list(places[:1])
    for place in places[1:]:
        gap = _AND.fullmatch(folded, row[-1]["end"], place["start"])
        if gap is None or place["level"] != row[0]["level"]:
            break
        row.append(place)
    return row


def row_back(folded: str, places: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the units, of whatever level, that are named in a row up to the last place: "Bình Dương, Nha Trang, Vũng Tàu"."""
    row = list(places[-1:])
    for place in reversed(places[:-1]):
        if _AND.fullmatch(folded, place["end"], row[0]["start"]) is None:
            break
        row.insert(0, place)
    return row


def is_many(row: Sequence[dict[str, Any]]) -> bool:
    """Say whether units in a row are so many different ones that they stand for what encloses them."""
    return len({place.get("unit_id") for place in row}) >= _MANY

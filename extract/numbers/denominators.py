"""The denominator of a rate: "/ha", "mỗi hộ", "một lớp" behind a figure, "bình quân mỗi hộ", "Mỗi ngày, …" before it."""

from __future__ import annotations

import re

from ..text.view import View
from .units import Unit, noun_table, unit_table

_PER_SLASH = re.compile(r" ?/ ?(?!\d)")
# "2 bác sĩ trên 10.000 dân", "115 bé trai/100 bé gái", "8,5 bác sĩ/vạn dân"
_PER_COUNT = re.compile(
    r"(?: trên | so với | ?/ ?)(?P<base>10|100|1\.?000|10\.?000|100\.?000|(?:1|một) (?:vạn|nghìn|ngàn|trăm)|(?<=/)(?:vạn|nghìn|ngàn|triệu)|(?<=trên )vạn) (?=\w)"
)
# "80 tấn rau/tháng", "0,8 kg rác/người/ngày", "5 tấn rau mỗi ngày.": what is measured stands before the denominator
_STUFF = re.compile(
    r"(?: (?!(?:và|hoặc|của|là|trên|mỗi|với|cho|có|đạt|từ|đến|ở|tại|trong|một|so)(?!\w))[^\W\d_]+){1,3}"
    r"(?=/(?:giờ|ngày|đêm|tuần|tháng|quý|năm|vụ|lứa|đợt|người|khẩu|hộ|học sinh|em|trẻ|lao động|con|ha|sào)(?!\w)"
    r"| mỗi (?:giờ|ngày|đêm|tuần|tháng|quý|năm|vụ|lứa|đợt)(?= ?(?:[.,;)\n]|$)))"
)
_PER_SO_MANY = re.compile(r" ?/ ?(?P<count>[1-9]\d{0,3}) ?(?=[^\W\d_])")
# "60 mm/24 giờ", "120 triệu đồng/500 m2"
_PER_WORD = re.compile(r" (?:trên mỗi|trên một|trên|cho mỗi|mỗi|một|trong một|hàng|/) (?=\w)")

_YIELDS = re.compile(r",? (?:cho|thu|đạt|lãi|bán)(?: [^\W\d_]+){0,4} \d")
"""Behind "5 ha mỗi năm" these say that "mỗi năm" belongs to the yield that follows."""


def per_at(view: View, position: int, unit: Unit | None, money: bool = False) -> tuple[str, int] | None:
    """Read the denominator behind a unit: "/ha", "/người/tháng", "mỗi hộ", "một lớp".

    Args:
        view: the text.
        position: where the unit ends.
        unit: the unit.
        money: whether a number without a unit is an amount of money before such words ("120k một suất", "2 triệu mỗi năm").

    Returns:
        The denominator in canonical form and where it ends; None when there is none.
    """
    folded = view.folded
    names: list[str] = []
    end = position
    while (slash := _PER_SLASH.match(folded, end)) is not None:
        name = denominator(folded, slash.end())
        if name is None:
            break
        names.append(name[0])
        end = name[1]
    if names:
        some = _PER_SO_MANY.match(folded, end)
        time = unit_table().match(folded, some.end()) if some is not None else None
        if some is not None and time is not None and time[1][2] == "time":
            names.append(f"{some['count']} {time[1][0]}")  # "350 triệu đồng/người/3 năm"
            end = time[0]
        return "/".join(names), end
    many = _PER_SO_MANY.match(folded, position) if unit is not None and unit.kind in ("measurement", "money") else None
    if many is not None and unit is not None:
        span = unit_table().match(folded, many.end())
        if span is not None and _spreads(unit, span[1]):
            return f"{many['count']} {span[1][0]}", span[0]
    stuff = _STUFF.match(folded, position) if unit is not None and unit.kind in ("measurement", "count") else None
    if stuff is not None:
        return per_at(view, stuff.end(), unit)
    base = _PER_COUNT.match(folded, position) if unit is not None and unit.kind == "count" else None
    if base is not None:
        counted = noun_table().match(folded, base.end())
        if counted is not None:
            return f"{base['base']} {folded[base.end() : counted[0]]}", counted[0]
    word = _PER_WORD.match(folded, position)
    if word is None or (unit is None and not money):
        return None
    marker = word[0].strip()
    name = denominator(folded, word.end())
    if name is None:
        return None
    if unit is not None and unit.group == "area" and _YIELDS.match(folded, name[1]):
        return None
    printed = folded[word.end() : name[1]]
    if marker == "một" and printed in _SOLD_BY and (unit is None or unit.kind == "money"):
        return printed, name[1]  # a "ly" is a cup here, no millimetre
    if marker in ("một", "trên", "hàng", "trong một") and not _rate_like(unit.group if unit else "money", name[0], marker):
        return None
    return name


_EACH = re.compile(
    r"(?<!\w)(?:bình quân |trung bình )?mỗi (?P<what>[^\W\d_]+(?:[ -][^\W\d_]+){0,3}?)(?: (?:có|được|là|nhận|cần|đạt|phải|hỗ trợ|sẽ được|thu|bình quân|từ|trung bình|chỉ|nộp|đóng|cho|khoảng|quy hoạch|cán bộ|trả|lãi|thu nhập|thu về|thu lãi|doanh thu|đem về|mang về|chi|góp|đóng góp|giá|có giá|trị giá|bán)){0,4} ?$"
)
# "bình quân một xã có 18 cán bộ", "trung bình 1 bác sĩ phục vụ 1.200 người"
_ON_AVERAGE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình),? (?:cứ )?(?:một|1) (?P<what>[^\W\d_]+(?: [^\W\d_]+){0,2}?)"
    r" (?:có|được|là|nhận|cần|đạt|phải|thu|nộp|đóng|cho|phục vụ|phụ trách|quản lý|chăm sóc|đón|tiếp nhận|tiếp đón|sản xuất|sử dụng|tiêu thụ)"
    r"(?: (?:được|khoảng|hơn|gần|trên|từ|tới|đến|khám|về)){0,2} $"
)
# "Mỗi ngày, chợ tiêu thụ 5-7 tấn cá", "Một ngày anh kiếm được 300 nghìn đồng": the time opens the sentence
_OPENING = re.compile(
    r"(?:^|[.!?;:\n“\"] ?)(?:(?:bình quân|trung bình),? )?(?:mỗi (?:một )?|một (?=(?:ngày|năm|tháng) ))"
    r"(?P<what>giờ|ngày đêm|ngày|tuần|tháng|quý|năm|vụ|lứa),? "
    r"(?P<clause>[^.;:!?,\n\d]{0,70})$"
)
_OTHER_TOPIC = re.compile(r"(?<!\w)(?:tăng|giảm|cả|trong đó|nhưng|đến nay|hiện|nay|lần|năm|tháng|ngày|một|mỗi|tổng|từ khi)(?!\w)")
_ENDS_BASE = r"(?:thì|lại|sẽ|chỉ|có|là|được|bị|phải|cho|thu|tăng|giảm|gắn|mất|đã|mới|trả|tương)(?!\w)"
_EVERY = re.compile(
    r"(?<!căn )(?<!\w)cứ (?P<what>(?:\d[\d.,-]*|một(?! trong)|mười|trăm|nghìn|ngàn|vạn) ?(?:(?:giây|phút|giờ|ngày|tuần|tháng|năm)(?!\w)"
    rf"|[^\W\d_]+(?: (?!{_ENDS_BASE})[^\W\d_]+){{0,6}}))[^.,;\n\d]{{0,30}}$"
)
"""What a share is told of: "cứ 100 trẻ thì có 3 em", "cứ 5 phút lại có một chuyến"."""


def per_before(folded: str, position: int) -> str | None:
    """Read the denominator before a number: "mỗi hộ 2,3 con" → `hộ`, "cứ 10 hộ thì có 3 hộ" → `10 hộ`."""
    window = folded[max(0, position - 48) : position].rsplit("\n", 1)[-1]
    every = _EVERY.search(window)
    if every is not None:
        return every["what"]
    match = _EACH.search(window) or _ON_AVERAGE.search(window)
    if match is None:
        return None
    name = denominator(match["what"], 0)
    return name[0] if name is not None else None


def per_opening(folded: str, left: int) -> str | None:
    """Read the time that opens a sentence for the first figure of it: "Mỗi ngày, chợ tiêu thụ 5-7 tấn" → `ngày`."""
    match = _OPENING.search(folded, max(0, left - 90), left)
    if match is None or _OTHER_TOPIC.search(match["clause"]):
        return None
    return match["what"]


_SOLD_BY = frozenset(
    "thùng suất bao lượt gói hộp chai bộ vé chỉ lượng m2 m3 cây quả trái buổi giờ phút đêm khách phần tô bát ly cốc yến tạ cái chiếc bó cuốn tháng km"
    " kWh bữa chuyến".split()
)
"""What goods and services are sold by: "80 USD một thùng", "50 nghìn đồng một suất"."""


def _rate_like(group: str, name: str, marker: str) -> bool:
    """Say whether "35 học sinh một lớp" is a rate: a denominator that such things are spread over."""
    if marker == "hàng":
        return name in ("năm", "tháng", "ngày") and False
    if marker == "trên":
        return name in ("ha", "người", "km2", "đầu người", "giường")
    return name in {"lớp", "hộ", "kg", "ha", "tháng", "năm", "ngày", "người", "tấn", "sào", "lít", "con", "vụ"} or (
        group == "money" and name in _SOLD_BY
    )


def _spreads(unit: Unit, over: tuple[str, str, str]) -> bool:
    """Say whether so many of a unit are what a figure is spread over: a time, or of money also a size."""
    return over[2] == "time" or (unit.kind == "money" and over[1] == "measurement")


def denominator(folded: str, at: int) -> tuple[str, int] | None:
    """Read the unit or counted noun at `at` of a folded text; gives it in canonical form and where it ends."""
    unit = unit_table().match(folded, at)
    noun = noun_table().match(folded, at)
    if noun is not None and (unit is None or noun[0] > unit[0]):
        printed = folded[at : noun[0]]
        return (noun[1][0] if len(noun[1][0]) > 3 or noun[1][0] in printed else printed), noun[0]
    if unit is not None:
        return unit[1][0], unit[0]
    match = re.compile(r"(?:đầu người|đơn vị diện tích|tháng|năm|ngày|ca|vụ)(?!\w)").match(folded, at)
    return (match[0], match.end()) if match else None

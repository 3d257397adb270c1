"""How a place is mentioned: as where something is or happens, or only in the name of an organ that acts."""

from __future__ import annotations

import re
from typing import Any

Place = dict[str, Any]

# before a unit: the name of an organ of it
_ORGAN = re.compile(
    r"(?<!\w)(?:công an|cảnh sát(?: [^\W\d_]+){0,3}|csgt|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tand|tòa án nhân dân|tòa án|vksnd|viện kiểm sát(?: nhân dân)?|tỉnh ủy|thành ủy"
    r"|sở(?: [^\W\d_]+| ?[-–,&] ?){1,9}|chi cục(?: [^\W\d_]+){1,5}|cục(?: [^\W\d_]+){1,5}|thanh tra|bộ chỉ huy(?: [^\W\d_]+){1,4}|bộ đội biên phòng|biên phòng|bchqs"
    r"|bệnh viện(?: [^\W\d_]+){0,3}|ban(?: [^\W\d_]+){1,6}|hội(?: [^\W\d_]+){1,4}|liên đoàn(?: [^\W\d_]+){1,2}|bảo hiểm xã hội|bhxh|đoàn đại biểu quốc hội|mttq|ubmttq|phó chủ tịch|chủ tịch|lãnh đạo)"
    r" ?(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)? ?$"
)
_FORCES = re.compile(
    r"(?<!\w)(?:công an|cảnh sát|csgt|tand|tòa án|vksnd|viện kiểm sát|biên phòng|bchqs|bộ chỉ huy|bệnh viện|hải quan|thanh tra|kiểm lâm|quản lý thị trường|qltt)"
)
"""Organs that act where something happens; the others speak for all of their unit."""
_SETTING = re.compile(
    r"(?:(?<!\w)(?:(tại|ở|trên địa bàn|địa bàn|địa phận|thuộc|khu vực|đoạn qua|vào|đến|về|khắp)|(của|cho|với|từ|và|so với|như))|([(])|(,|-|–))"
    r"(?: (?:các|toàn|trung tâm|đường|chợ|cầu|thôn [^\W\d_]+|ấp [^\W\d_]+))? ?(?:(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn) ?)?$"
)
_SPOT = re.compile(r"(?<!\w)(?:tại|ở|thuộc|trên)(?: [\w./-]+){1,7}, $")
"""Before the unit of a spot: "tại nhà máy Hoa Sen, | xã A"."""
_HAPPENS = re.compile(
    r"(?<!\w)(?:xảy ra|diễn ra|phát hiện|bắt quả tang|bắt giữ|kiểm tra|khám xét|đi qua|đoạn qua|lưu thông|hiện trường|thi công|tổ chức|điều khiển|nằm|đóng|đặt|cháy|sập|ngập|sạt lở)(?!\w)"
)
"""Words before the place of something that happens, or of something that stands there."""
_HAPPENS_REACH = 60
_ORGAN_WINDOW = 60


def in_organ(folded: str, place: Place) -> bool:
    """Say whether a place only tells whose organ it is that acts: "Công an tỉnh Phú Yên"."""
    return organ_of(folded, place) is not None


def organ_of(folded: str, place: Place) -> str | None:
    """Give what kind of organ a place names: `force` for police, courts and hospitals, `state` for the others; None for none."""
    match = _ORGAN.search(folded, max(0, place["start"] - _ORGAN_WINDOW), place["start"])
    if match is None:
        return None
    return "force" if _FORCES.match(match[0]) is not None else "state"


def setting_of(folded: str, place: Place) -> str:
    """Give how a place is joined to what stands before it: `at`, `of`, `bracket`, `behind` a comma or dash, `opens` a sentence, `other`."""
    start = place["start"]
    before = folded[max(0, start - _ORGAN_WINDOW) : start]
    before = before[before.rfind("\n") + 1 :]
    if not before.strip():
        return "opens"
    match = _SETTING.search(before)
    if match is None:
        return "opens" if before.rstrip()[-1:] in '.!?:;"' else "other"
    kind = ("at", "of", "bracket", "behind")[(match.lastindex or 1) - 1]
    return "at" if kind == "behind" and _SPOT.search(before) is not None else kind


def happens(folded: str, place: Place) -> bool:
    """Say whether words before a place tell that something happens or stands there."""
    low = max(0, place["start"] - _HAPPENS_REACH)
    low = max(low, folded.rfind("\n", low, place["start"]) + 1)
    return _HAPPENS.search(folded, low, place["start"]) is not None

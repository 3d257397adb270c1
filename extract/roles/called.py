"""Numbers that call a thing by a number and count nothing: "tuyến số 2", "tàu 954", "tổ 6 phường Phú Đô", "HĐND tỉnh khóa 17"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_REACH = 48
"""Characters before a number in which what it calls is looked for."""
_HAMLET = re.compile(r"(?<!\w)(?:tổ|tổ dân phố|khu|khu phố|khu vực|ấp|thôn|xóm|khóm|bản|buôn|đội) $")
_AROUND_HAMLET = frozenset(("phường", "xã", "thị trấn", "huyện", "quận", "khu đô thị", "khu phố", "khu", "thôn", "thị xã", "thành phố"))
"""Units that a hamlet is named with: "ấp 5 | xã Hưng Hòa"."""
_FLOOR = re.compile(r"(?<!cao )(?<!mỗi )(?<!số )(?<!nhiều )(?<!các )(?<!\d )(?<!\w)tầng $")
_DOSE = re.compile(r"(?<!\d )(?<!\w)(?:mũi|liều) $")
_GRADED = re.compile(r"(?<!\w)\d[\d.]* (?:[^\W\d_]+ ){1,4}hạng $")
_TROOPS = re.compile(
    r"(?<!\w)(?:trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|quân đoàn|binh đoàn|hải đoàn|hải đội|đại đội|lực lượng|đồn biên phòng|xí nghiệp|hợp tác xã|htx|công ty) $"
)
_CRAFT = re.compile(r"(?<!\w)(?:tàu|máy bay|boeing|airbus|trực thăng|đầu máy|số hiệu|chuyến bay) $")
_PLAIN = re.compile(r"\d{3,6}")
_TERM = re.compile(
    r"(?<!\w)(?:hđnd|đbqh|quốc hội|hội đồng nhân dân|đại biểu|trung ương|đảng|đảng bộ|tỉnh ủy|thành ủy|kỳ họp)(?: [^\W\d_]+){0,5} khóa $"
)
_LANGUAGE = re.compile(r" (?:anh|nhật|hàn|trung|đức|pháp|nga|việt|hoa)(?!\w)")
_GRADE = re.compile(r"(?<!\w)lớp $")
_POSITION = re.compile(r"(?<!\w)(?:tọa độ|vĩ tuyến|kinh tuyến|vĩ độ|kinh độ)(?: [^\W\d_]+){0,2} ?:? ?$")
_DEGREES = re.compile(r" ?(?:độ )?(?:vĩ|kinh) (?:độ )?(?:bắc|nam|đông|tây)(?!\w)")
_PARTICLES = re.compile(r"(?<!\w)(?:bụi )?(?:mịn )?pm ?$")
"""Fine dust is named by its size: "bụi PM 2.5"."""
_NUMBER = re.compile(
    r"(?<!\w)(?:tuyến|metro|đường sắt(?: đô thị)?|nhà|gói thầu|bệnh viện|trường|cảng|trạm|cửa|phòng|tổ|ki ?ốt|lô|bảng|cơ sở|chi cục|văn phòng|hồ|hố|hầm"
    r"|cụm|đội|xí nghiệp|giếng|lò|tổ máy|cầu|xe|sân|kho|nhà máy|mỏ|khu|phân xưởng|đập|bến|bãi|hẻm|quận|máy) số $"
)


def called_role(folded: str, row: Mapping[str, Any], printed: str) -> str | None:
    """Give the role of a number that calls a thing: `address`, `label`, `name`; None for any other.

    Args:
        folded: the folded text.
        row: the number's plain columns, offsets into `folded`.
        printed: the text as printed, the same length as `folded`.
    """
    start, end = row["start"], row["end"]
    before = folded[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    if row["value"] in (1, 2.5, 10) and _PARTICLES.search(before):
        return "name"
    if row["kind"] == "rank" and _GRADED.search(before):
        return "label"  # "15 chợ hạng 2"
    if row["kind"] in ("money", "percentage", "percentage_point", "multiple", "rank") or row["qualifier"] != "exact":
        return None
    if row["unit"] in _AROUND_HAMLET and printed[end + 1 : end + 2].isupper() and _HAMLET.search(before):
        return "address"
    if _POSITION.search(before) or (row["kind"] != "count" and _DEGREES.match(folded, row["number_end"])):
        return "label"
    if row["kind"] == "measurement":
        return None
    digits = row["form"] == "digits"
    if digits and row["unit"] == "đoạn" and before.endswith("đường "):
        return "label"  # "đường 356 đoạn 2A"
    if digits and _GRADE.search(before) and row["unit"] in ("giờ", "tiếng") and _LANGUAGE.match(folded, end):
        return "label"  # "lớp 6 tiếng Anh"
    if row["kind"] == "duration":
        return None
    if digits and row["unit"] is None and _DOSE.search(before):
        return "label"  # "580.000 người tiêm mũi 1"
    if _FLOOR.search(before) and isinstance(row["value"], int) and row["value"] < 100:
        return "label"  # "tầng hai ngôi nhà"
    if digits and (_TERM.search(before) or _NUMBER.search(before)):
        return "label"
    if digits and _PLAIN.fullmatch(row["printed"]):
        if _TROOPS.search(before):
            return "name"
        if row["strength"] != "strong" and _CRAFT.search(before):
            return "name"
    return None

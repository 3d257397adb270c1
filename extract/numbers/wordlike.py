"""Which number words are numbers: "năm" is also year, "ba" father, "một" an article, "Ba Bể" a name."""

from __future__ import annotations

import re

from ..text.view import View
from .quantity import Quantity
from .units import noun_table, unit_table

# "năm" behind these is a year ("trong năm", "mỗi năm"), and so is "năm" before these ("năm học", "năm nay").
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:mỗi|hàng|hằng|trong|cả|những|các|nhiều|cuối|đầu|giữa|từ|đến|vào|qua|sau|trước|suốt|mấy|vài|của|một|hai|ba"
    r"|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|\d+|tháng|đón|so với|kế hoạch|so|bình quân|thường|quanh|tất|lâu|ra|theo|dịp|bước) $"
)
_YEAR_AFTER = re.compile(
    r" (?:học(?! (?:sinh|viên)(?!\w))|nay|ngoái|qua|trước|sau|tới|tháng|mới|cũ|đầu|cuối|kế hoạch|tài|du lịch|gần|\d|một|hai|xưa|nào|thứ|châu)(?!\w)"
)
# Units that are other nouns behind "một": "một lượng lớn", "một bảng lương".
_HOMOGRAPHS = frozenset(
    ("lượng", "bảng", "mẫu", "công", "chỉ", "phân", "khối", "độ", "điểm", "quý", "hôm", "đô", "cân", "thước", "yến", "tiếng")
)
_FOLD = re.compile(r"(?<!\w)gấp (?:hơn |gần |tới |đến )?$")
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|số|lớp|khóa|tháng|mùng|mồng|quý|tổ|khu|đội|nhóm|anh|chị|bác|chú|cô|ông|bà|cháu|em) $")
RANKED = ("đứng thứ ", "xếp thứ ", "vị trí thứ ", "hạng thứ ", "lớn thứ ", "đông thứ ", "cao thứ ", "xếp hạng ", "đứng hạng ")
"""Behind these an ordinal is a rank, which is a figure."""
# "bình quân một xã có 18 cán bộ": a denominator
_ON_AVERAGE = re.compile(r"(?<!\w)(?:bình quân|trung bình) $")
_AMONG = re.compile(r" trong (?:tổng )?số(?!\w)")
# a length of time that is bounded: "không quá ba tháng"
_BOUNDED = re.compile(r"(?<!\w)(?:không quá|không dưới|tối đa|tối thiểu|ít nhất|nhiều nhất) $")
_AND_A_HALF = re.compile(r" rưỡi(?!\w)")
_ONE_ARTICLE = re.compile(
    r" (?:số|trong|vài|mặt|phần|cách|khi|lần|bên|chút|ít|loạt|nửa|thời|chiều|lòng|người một|mình|thể|đi|đường|phen|cơ|trong những)(?!\w)"
)


def word_number_ok(view: View, quantity: Quantity) -> bool:
    """Say whether number words at a place of a text count something.

    A sequence of words ("hai mươi ba") does by itself; a single word only before a unit or counting noun that a
    lexicon knows.
    """
    folded, text = view.folded, view.text
    start, end = quantity.start, quantity.end
    if start and folded[start - 1] not in " \n(\"'[/-,:;…“":
        return False
    if text[start].isupper():
        following = text[end + 1 : end + 2]
        begins = start == 0 or re.search(r"[.!?:\n\"“(]\s*$", text[max(0, start - 3) : start]) is not None
        shouted = not quantity.single and text[start:end].isupper()
        amount = quantity.scale >= 1000 and text[start + 1 : end].islower()  # "số tiền Ba trăm triệu đồng"
        if not shouted and (following.isupper() or not (begins or amount)):
            return False
    if quantity.sure:
        return True
    before = folded[max(0, start - 14) : start]
    if _FOLD.search(before) or before.endswith(RANKED):
        return True
    if _ORDINAL.search(before) and not (quantity.scale > 1 or not quantity.single):
        return False
    if not quantity.single:
        return True
    word = folded[start:end]
    fraction = re.compile(r" phần (?:hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|trăm)(?!\w)").match(folded, end)
    if fraction or (word != "một" and _AMONG.match(folded, end)):
        return True
    if word == "một" and (_ONE_ARTICLE.match(folded, end) or _ON_AVERAGE.search(before)):
        return False
    if word == "năm" and (_YEAR_BEFORE.search(before) or _YEAR_AFTER.match(folded, end)):
        return False
    ranged = re.compile(r" (?:đến|tới|-|hoặc|,) ?(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,3})(?![\w/-]|[.,]\d)").match(folded, end)
    if ranged and (word != "năm" or ranged[0].startswith((" đến", " tới"))):
        end = ranged.end()
    at = end + 1
    if folded[end : end + 1] != " ":
        return False
    noun = noun_table().match(folded, at)
    unit = unit_table().match(folded, at)
    if unit is not None and _AND_A_HALF.match(folded, unit[0]):
        return True  # "một năm rưỡi", "một mẫu rưỡi"
    if unit is not None and unit[1][1] == "duration" and word != "một" and _BOUNDED.search(before):
        return True
    if noun is not None and (unit is None or unit[0] <= noun[0]):
        multiple = unit is not None and unit[1][1] == "multiple" and word not in ("năm", "một")
        return noun[1][2] == "strong" or multiple or ranged is not None or word not in ("năm", "ba", "một")
    unit = unit_table().match(folded, at)
    if unit is None or unit[0] - at < 2:
        return False
    if word == "một" and folded[at : unit[0]] in _HOMOGRAPHS:
        return False
    # "ba năm", "hai tháng" only say when more often than not; "ba năm tù", "hai tháng lương" are figures
    return unit[1][1] != "duration" or unit[0] - at > len(unit[1][0])

"""Rules around the role classifier: what is never, and what is always, a reported figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import regex

from ..lexicon import read_lexicon
from .amounts import is_amount
from .articles import is_toll
from .called import called_role
from .durations import duration_role

_PHONE = re.compile(r"(?:0\d{8,10}|0\d{1,3}(?:[ .-]\d{2,4}){2,3}|1[89]00[ .]?\d{3,6})(?!\d)")
_AGE = re.compile(r" ?tuổi(?!\w)")
_DECADES = frozenset((20, 30, 40, 50, 60, 70, 80, 90))
_AGE_BRACKET = re.compile(r"\(\s?\d{1,3} tuổi|, \d{1,3} tuổi")
# The age of one person and the age limits of a group are no figures; an average age is.
_AVERAGE_AGE = re.compile(r"(?<!\w)(?:bình quân|trung bình|tuổi thọ|trung vị)(?!\w)[^.;\n]{0,40}$")
_DECADE_OF_LIFE = re.compile(r"(?<!\w)(?:đầu|giữa|cuối|ngoài|ngoại|tuổi) $")
_NAMED_DAY = re.compile(
    r"(?<!\w)(?:hội trường|đường|quảng trường|phố|khu|công viên|tổ|lễ|dịp|bệnh viện|nhà máy|sân|trường|cầu|cung|nhà|số|xã|ngày|tòa nhà|chiến thắng) $"
)
_HEADER = re.compile(r"(?:lượt xem|bình luận|views?|comments?)(?!\w)")


# "A -135", "Su-30", "EA -18 G", "RON 95": the number of a model stands behind a dash and capitals.
_MODEL = re.compile(
    r"(?<![^\W\d_])(?:[A-ZĐ][A-Za-zĐđ]{0,5}\d{0,2}) ?[-\u2013]$|(?<!\w)[A-Z][a-z]{1,3} ?[-\u2013] ?$|(?<!\w)[A-Z]{1,3} ?[-\u2013] ?$|(?<!\w)\d\d[A-Z]{1,2}\d? ?[-\u2013] ?$"
)
# "29 B -19103": a plate with blanks lost or won.
_PLATE = re.compile(r"\d\d ?[A-Z]{1,2}\d? ?[-\u2013] ?\d{3}")
_BOAT = re.compile(r"\d{4,5} ?TS")  # fishing boats: "PY 96173 TS"
_SCALED = re.compile(r"(?<!\w)(?:triệu|tỷ|tỉ)(?!\w)")  # nothing is numbered in millions ("nông thôn 63,1 triệu")
_DECREE = re.compile(r"(?<!\w)(?:nghị định|thông tư|chỉ thị)(?: số)? $")
_OUT_OF = re.compile(r" trong (?:tổng )?số (?:hơn |gần |khoảng )?\d")
_FORMS = range(1, 13)  # of Vietnamese schools
_FORM_OF_SCHOOL = re.compile(r"(?<!\w)lớp $")
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ]{1,3} $")
_CHANNEL = re.compile(r"(?<!\w)[A-ZĐ]{4,6} $")
# "1 MDB": a name cut in two; an acronym that is a counting noun has been read as the number's unit
_CUT_NAME = re.compile(r" [A-Z]{3,6}(?![\w/])")
# "38 North": behind a bare number stands a word that no Vietnamese syllable can be
_FOREIGN_NAME = re.compile(r" [A-Z](?:[a-z]*[fjwz][a-z]*|[a-z]+(?:[bdklrsvx]|(?<!n)g|th|ck))(?!\w)")
# "…, 2. Tôn trọng": the points of a list that runs on in the line
_POINT = re.compile(r"(?<![\w.,/])(\d{1,2})\. (?=[^\W\d_a-zà-ỹ])")
_POINTS_APART = 400
_PHONE_HEAD = re.compile(r"(?<![\d.,])(?:\(?0\d{1,3}\)?|\+ ?84 ?\d{1,3})(?:[ .-]\d{2,4}){0,2}[ .-]$")
_SEATER = re.compile(
    r"(?<!\w)(?:xe|xe khách|xe con|ôtô|ô tô|ô-tô|xe hơi|ôtô con|ô tô con|ô tô khách|ôtô khách|xe ô tô|xe ôtô|loại|dòng xe|xe du lịch|taxi) $"
)
_FREE_OFFER = re.compile(
    r"(?<!\w)(?:tour|chợ|gian hàng|siêu thị|quán|cửa hàng|chuyến xe|xe|bữa cơm|suất cơm|cơm|tiệm|phiên chợ|hội chợ|lớp|lớp học|nhà|ca mổ|du lịch) $"
)
_DAY_MONTH = re.compile(r"(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])(?![\w/]|[.,-]\d)")
# "1-0-2", "80-20": printed pairs without a unit are scores and sayings
_DASHED_BEFORE = re.compile(r"\d-$")
_DASHED_AFTER = re.compile(r"-\d")
_ADDRESS = re.compile(r" [^\W\d_a-zà-ỹ][^\W\d_]+ [^\W\d_a-zà-ỹ]")
_HOUSE = re.compile(
    r"(?<!\w)(?:địa chỉ(?: ở| tại|:)?|tại|ở|quán|khu đất|lô đất|nhà đất|nhà(?: ở)?(?: xã hội)?|cửa hàng|trụ sở|phòng vé|nhân viên quán|khách sạn) $|[^\W\d_] [-–] $"
)
"""Before the number of a house in its street: "tại 14 Phú Châu", "địa chỉ: 89 Hoàng Quốc Việt"."""
_BEARING = re.compile(r" ?[NESWBĐ](?![\w])")
"""Behind a latitude or longitude."""
_IN_NAME = regex.compile(r"\p{Lu}\p{Ll}+ (?:Chương|Điều|Khoản) $")
"""Before a number: a name, and no part of a law: "Thanh Chương | 2.100 ha"."""
_ARTICLE_OF_LAW = re.compile(r"(?<!\w)(?:điều|khoản|chương) $")
_YEARS_NAMED = re.compile(r" năm (?:19|20)\d\d ?- ?(?:19|20)\d\d")  # the 3 of "3 năm 2016-2018"
_NAMED_UNIT = regex.compile(r" (?:tỉnh|huyện|quận|xã|phường|thành phố|thị xã) \p{Lu}\p{Ll}")
_STEPS_IN = re.compile(r" (?:bước|đi) vào(?!\w)")
_ACRONYM = re.compile(r"(?<!\w)[A-ZĐ]{3,} $")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(r"(?<!\w)(?:(?<!mỗi )(?:tầng|km)|lần thứ) $")
# bodies and cases that are called by a number: "Ban Chỉ đạo 389 quốc gia", "chuyên án 478"
_CALLED = re.compile(r"(?<!\w)(?:ban chỉ đạo|chuyên án) $")
_LUNAR_YEAR = re.compile(r" năm [A-ZĐẤ]\w+ [A-ZĐ]")  # "22/8 năm Mậu Tuất"
_AT = (" vào ", " lúc ", " hồi ")
_HOUR = re.compile(r"(?:h| (?:sáng|trưa|chiều|tối|khuya)(?!\w))")
_MAP_SCALE = re.compile(r"1 ?/ ?\d{0,3}[.]?\d00(?!\d)")
_STREET_NAME = re.compile(r" [^\W\d_a-zà-ỹ]\w+ [^\W\d_a-zà-ỹ]\w+ [^\W\d_a-zà-ỹ]\w+")
_STREET = re.compile(r" (?:đường|phố|khu phố|tổ|ấp|khóm|quốc lộ|hương lộ|ql)(?!\w)")
_CARAT = re.compile(r"(?<!\w)vàng (?:\w+ )?$")
_LAST_WORD = re.compile(r"(?<=[^\s.!?:;\n\"“”(•*-] )([^\W\d_]+(?:[.-]\w+)*) $")
_COUNTING = re.compile(r"(?<!\w)(?:có|còn|là|đạt|được|gồm|với|tổng|hơn|gần|khoảng|trên|thêm|lên|xuống|số|tới|đến|từ|trong|và|cả|chỉ) $")
_DEFINITE = re.compile(r" (?:\w+ )?(?:này|kia|ấy|nói trên|kể trên|đó)(?!\w)")
_COUNTED_SO = re.compile(
    r"(?<!\w)(?:con|trong|tổng|sĩ|quân|tỷ|tỉ|(?<!địa )chỉ|doanh|dân|điểm|ẩn|hằng|(?<!giao )thông|trị|tham|hàm|biến|bội|chữ) số ?$"
)


_DECIMAL = re.compile(r"\d{1,3},\d{1,3}")
_INDEX = re.compile(r"(?<!\w)(?:chỉ số|điểm số)(?: (?:là|đạt|ở mức|được))* $")


@cache
def _set_phrases() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.roles", "set_phrases.tsv", ("form", "note"))
    forms = "|".join(re.escape(row["form"]) for row in sorted(rows, key=lambda row: (-len(row["form"]), row["form"])))
    return re.compile(rf"(?:{forms})(?!\w)")


@cache
def _label_pattern() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.roles", "labels.tsv", ("form", "note"))
    forms = "|".join(re.escape(row["form"]) for row in sorted(rows, key=lambda row: (-len(row["form"]), row["form"])))
    return re.compile(rf"(?<!\w)(?:{forms})\.? ?(?:số ?)?:? ?$")


_MOTTO = re.compile(r"phương châm:? ?[\"“']?$")
"""Before a motto: phương châm "3 sẵn sàng, 4 tại chỗ"."""
_IN_CODE = re.compile(r"\d/$")
"""Before the second number of a code whose symbol stands apart: "số 1039/15 QĐ"."""


def ruled_role(folded: str, row: Mapping[str, Any], printed: str = "") -> str | None:
    """Give the role that a rule decides for a number, or None where the classifier shall decide.

    Args:
        folded: the folded text.
        row: the number's plain columns, offsets into `folded`.
        printed: the text as printed, the same length as `folded`.
    """
    start, end = row["start"], row["end"]
    before = folded[max(0, start - 24) : start].rsplit("\n", 1)[-1]
    after = folded[end : end + 24].split("\n", 1)[0]
    if (called := called_role(folded, row, printed)) is not None:
        return called
    if (row["form"] == "words" or "/" in row["quote"]) and _set_phrases().match(folded, start):
        return "article"
    if row["kind"] == "count" and _MOTTO.search(before):
        return "name"
    if row["kind"] == "count" and _IN_CODE.search(before) and row["quote"].split()[-1].isupper():
        return "label"
    if start == 0 and row["form"] == "words" and row["strength"] == "strong" and _opens_as_count(row):
        return "figure"
    if before.endswith(("trong đó có ", "trong số đó có ")) and row["form"] == "words" and row["kind"] == "count" and row["value"] != 1:
        return "figure"  # "Trong đó có sáu lãnh đạo": a part of what was counted before
    if row["group"] == "none" and row["form"] == "digits" and _OUT_OF.match(folded, end) and not _FORM_OF_SCHOOL.search(before):
        return "figure"  # "45 trong số 60 trường"
    if row["group"] == "none" and _DECIMAL.fullmatch(row["quote"]) and _INDEX.search(before):
        return "figure"  # "đạt chỉ số 89,21"
    if row["group"] == "none" and row["form"] == "digits" and not _is_year(row) and is_amount(folded, start):
        return "figure"
    if row["kind"] == "ratio" and "/" in row["quote"] and _NAMED_DAY.search(before):
        return "name"
    if row["kind"] == "ratio" and "/" in row["quote"] and _STREET.match(after):
        return "address"
    if row["kind"] == "ratio" and "/" in row["quote"] and _CAPITALS.search(printed, max(0, start - 5), start):
        return "name"  # "nhà giàn DK 1/10"
    if row["group"] == "none" and _YEARS_NAMED.match(after):
        return "duration"
    if row["group"] == "none" and _MAP_SCALE.match(folded, start - 2 if before.endswith("1/") else start):
        return "label"
    if row["kind"] == "ratio" and _MAP_SCALE.fullmatch(row["quote"]):
        return "label"
    if _NUMBERED.search(before) and row["form"] == "digits":
        return "label"  # "tầng 1 chung cư", "km 196 đoạn qua …", "lần thứ 107 ngày sinh"
    if row["form"] == "digits" and row["group"] != "person" and _CALLED.search(before):
        return "name"
    if row["kind"] == "duration" and _LUNAR_YEAR.match(printed, row["number_end"]) and before.endswith("/"):
        return "date"
    if row["kind"] == "duration":
        clock = row["unit"] == "giờ" and row["form"] == "digits" and row["qualifier"] == "exact" and before.endswith(_AT)
        return "time" if clock else duration_role(folded, row)
    if row["strength"] == "guess" and row["unit"] in ("đường", "phố") and printed[end + 1 : end + 2].isupper():
        return "address"  # "391 đường Hùng Vương"
    if row["group"] == "place_unit" and before.endswith("số ") and _NAMED_UNIT.match(printed, row["number_end"]):
        return "label"  # "Xí nghiệp số 1 tỉnh Điện Biên"
    if (
        row["kind"] == "count"
        and _YEAR.fullmatch(row["printed"])
        and (_STEPS_IN.match(folded, row["number_end"]) or _ACRONYM.search(printed, max(0, start - 12), start))
    ):
        return "date"  # "cuộc thi Dynamic 2017 bước vào chung kết", "SIPAS 2017 phản ánh"
    if before.endswith(("tại ", "ở ", "số ")) and row["form"] == "digits" and _STREET_NAME.match(printed, row["number_end"]):
        return "address"  # "tại 126 Ông Ích Khiêm"
    if row["unit"] in ("ngõ", "hẻm", "ngách", "kiệt") and printed[end + 1 : end + 2].isdigit():
        return "address"  # "25 ngõ 3"
    if row["kind"] in ("percentage", "percentage_point", "ratio", "multiple", "rank"):
        return None
    if _PHONE.match(folded, start) or (row["group"] == "none" and _PHONE_HEAD.search(before)):
        return "phone"
    if row["unit"] == "chỗ" and _SEATER.search(before):
        return "label"
    if row["kind"] == "money" and row["value"] == 0 and _FREE_OFFER.search(before):
        return "name"
    if _HEADER.match(after.lstrip()) or _HEADER.match(folded[row["number_end"] : end].lstrip()):
        return "page"
    if _PLATE.match(printed, start) or (_BOAT.fullmatch(row["quote"]) and _CAPITALS.search(printed, max(0, start - 5), start)):
        return "plate"
    form = row["kind"] in ("measurement", "count", "duration") and row["group"] != "person" and row["value"] in _FORMS
    school = form and _FORM_OF_SCHOOL.search(before)
    if row["form"] == "digits" and (school or _DECREE.search(before)):
        return "label"  # "Nghị định 100 chỉ ...", "lớp 10 công lập": chỉ and công are no units here
    if row["unit"] == "sao" or (row["group"] == "none" and (after.lstrip()[:1] == "#" or row["printed"].endswith(".0"))):
        return "label"
    if row["group"] == "none" and (_DASHED_BEFORE.search(before) or _DASHED_AFTER.match(after)):
        return "score"
    if (
        row["group"] == "none"
        and _ADDRESS.match(printed, row["number_end"])
        and (before.endswith((", ", "( ", "(", "số ")) or _HOUSE.search(before))
    ):
        return "address"
    if row["group"] == "none" and len(row["printed"]) > 5 and _BEARING.match(printed, row["number_end"]):
        return "label"  # "15009.294 N"
    if row["group"] == "none" and _in_date(folded, start, row["number_end"]):
        return "date"
    if row["group"] == "none" and _CAPITALS.search(printed, max(0, start - 5), start):
        return "name"
    if row["group"] == "none" and row["printed"].isdigit() and len(row["printed"]) < 3 and _in_name(printed, row):
        return "name"
    if row["group"] == "none" and row["form"] == "digits" and _FOREIGN_NAME.match(printed, row["number_end"]):
        return "name"
    if row["group"] == "none" and _is_point(printed, row):
        return "label"
    if row["group"] == "none" and folded[end - 1 : end] == "k" and _CARAT.search(before):
        return "label"
    if row["form"] == "digits" and row["strength"] in ("none", "weak", "guess") and _MODEL.search(printed[max(0, start - 12) : start]):
        return "label"
    if row["single"] and row["group"] == "person" and not folded.startswith("một", start) and is_toll(folded, end):
        return "figure"
    if row["single"] and (
        before.endswith(("cả ", "trong cùng ", "vào cùng ")) or (row["kind"] == "count" and _DEFINITE.match(folded, end))
    ):
        return "article"
    if _is_year(row) and not _COUNTING.search(before):
        return "date"
    if _is_name(printed, row):
        return "name"
    if _COUNTED_SO.search(before):
        return None
    numbered = "," not in row["printed"] and not _SCALED.search(row["quote"])
    if row["group"] == "none" and numbered and _label_pattern().search(before):
        return "label"
    if row["strength"] in ("weak", "guess") and row["kind"] == "count" and row["form"] == "digits" and _label_pattern().search(before):
        return "label"
    ordinal = before.endswith("thứ ") and row["kind"] == "count" and row["form"] == "digits"
    if ordinal or (
        row["strength"] == "strong"
        and printed[row["number_end"] + 1 : row["number_end"] + 2].isupper()
        and _titled_label(printed, row, before)
    ):
        return "label"
    if (
        row["strength"] != "strong"
        and _ARTICLE_OF_LAW.search(before)
        and _IN_NAME.search(printed, max(0, row["start"] - 24), row["start"]) is None
    ):
        return "label"  # but not "điều 2 xe cứu hỏa"
    if row["unit"] == "giờ" and after[:2].strip()[:1] == "-" and row["quote"].endswith("h"):
        return "time"
    if row["group"] == "age":
        return "figure" if _AVERAGE_AGE.search(folded, max(0, start - 64), start) else "age"
    if row["strength"] in ("none", "guess") and row["form"] == "digits" and before.endswith((" tuổi ", "\ntuổi ")):
        return "age"
    if row["group"] == "none" and row["value"] in _DECADES and _DECADE_OF_LIFE.search(before):
        return "age"
    if row["group"] == "none" and _HOUR.match(after):
        return "time"
    return None


def _opens_as_count(row: Mapping[str, Any]) -> bool:
    """Say whether number words that open a text count something: "Hai mươi ba hộ dân phải di dời", "Hai phần ba diện tích rừng"."""
    return row["kind"] in ("ratio", "money", "measurement", "percentage") or (row["kind"] == "count" and not row["single"])


def _titled_label(printed: str, row: Mapping[str, Any], before: str) -> bool:
    """Say whether a label stands before a number and a name behind it: "cấp độ 2 Văn phòng Thành ủy"."""
    behind = printed[row["number_end"] + 2 : row["number_end"] + 3]
    return behind.islower() and row["form"] == "digits" and _label_pattern().search(before) is not None


def _in_date(folded: str, start: int, end: int) -> bool:
    """Say whether a bare number is the day or the month of "28-1", which no cue in front makes a date; nor is it a figure as a score."""
    day = start
    if start > 1 and folded[start - 1] in "/-":
        day = start - 2 - (start > 2 and folded[start - 3].isdigit())
    match = _DAY_MONTH.match(folded, day)
    return match is not None and match.end() >= end


def _in_name(printed: str, row: Mapping[str, Any]) -> bool:
    """Say whether a small bare number belongs to the capitals beside it: "CCTV 9", "1 MDB"."""
    start, end = row["start"], row["number_end"]
    if _CHANNEL.search(printed, max(0, start - 8), start):
        return True
    return row["printed"] == "1" and _CUT_NAME.match(printed, end) is not None


def _is_point(printed: str, row: Mapping[str, Any]) -> bool:
    """Say whether a bare number counts the points of a list in running text: the one before or behind it is printed so too."""
    start = row["start"]
    match = _POINT.match(printed, start)
    if match is None:
        return False
    near = {int(one[1]) for one in _POINT.finditer(printed, max(0, start - _POINTS_APART), start + _POINTS_APART)}
    return not near.isdisjoint({int(match[1]) - 1, int(match[1]) + 1})


def _is_year(row: Mapping[str, Any]) -> bool:
    """Say whether a number without a unit is printed like a year."""
    value = row["value"]
    bare = row["strength"] in ("none", "guess") and row["qualifier"] == "exact"
    return bare and isinstance(value, int) and 1900 <= value <= 2100 and row["printed"] == str(value)


def _is_name(printed: str, row: Mapping[str, Any]) -> bool:
    """Say whether a bare number ends a name: "Vĩnh Tân 1", "Bell 412"; lists of places with their counts are none."""
    if row["strength"] not in ("none", "guess") or row["form"] != "digits" or not row["printed"].isdigit() or len(row["printed"]) > 5:
        return False
    if row["group"] not in ("none", "other") or row["kind"] != "count" or row["qualifier"] != "exact":
        return False
    start = row["start"]
    if (
        printed[row["number_end"] : row["number_end"] + 1] in (",", ";")
        and printed[row["number_end"] + 1 : row["number_end"] + 3].strip()[:1].isupper()
    ):
        return False
    line = printed.rfind("\n", 0, start) + 1
    word = _LAST_WORD.search(printed, max(line, start - 24), start)
    return word is not None and word[1][0].isupper()

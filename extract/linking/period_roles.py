"""What a time is told of, where it is no time of the figures around it: when a thing came to be, the term of an office, until when a plan runs."""

from __future__ import annotations

import re
from typing import Any

from ..figures import Figure

_BORN = (
    "".join(f"(?<!{word} )" for word in "tuyển học thí hy phát vệ dân phục tái sản hộ nữ nam môn sơ mưu tân cứu an kháng nảy".split())
    + "sinh"
)
"""The verb of being born, and not the end of "tuyển sinh", "học sinh"."""
_ORIGIN = re.compile(
    rf"(?<!\w)(?:xây dựng|được xây|xây(?! [^\W\d])|{_BORN}|sn|thành lập|khởi công|khánh thành|ra đời|tốt nghiệp|khai trương|cấp phép"
    r"|(?:đưa|đi) vào (?:sử dụng|hoạt động|khai thác|vận hành)|được (?:khai thác|sử dụng|vận hành)|\(sản xuất)(?: (?:từ|vào|trong|hồi|khoảng|ngày|cuối|đầu|tháng|năm)){0,3} ?$"
)
"""Words before the time at which a thing came to be, which dates nothing else: "biệt thự được xây dựng từ trước năm 1954"."""
_OFFICE = re.compile(
    r"(?<!\w)(?:đại biểu|đại hội|ban chấp hành|lần thứ \w+|hđnd|hội đồng nhân dân|quốc hội|các cấp|giữ chức|chức vụ|chức danh|chủ tịch|phó chủ tịch|khóa(?: \w+)?)(?: [^\W\d_]+){0,6},? ?\(?$"
)
"""Words for an office or assembly before its term."""
_FORMER = re.compile(r"\((?:nguyên|cựu) [^()\n]{0,80}$")
"""Before a period: brackets that say what office somebody once held."""
_FORMER_REACH = 100
_COMING = re.compile(r"(?<!\w)(?:sẽ|dự kiến|kế hoạch|sắp|phấn đấu)(?!\w)")
OPENS_PLAN = r"(?:,| và) (?:dự kiến|phấn đấu|sẽ)(?: [^\W\d_]+){0,3} (?:thông xe|hoàn thành|khánh thành|đưa vào|đi vào|khởi công|bàn giao|khai trương|khai thác)(?!\w)"
"""What opens a plan of its own behind a figure."""
OTHER_PLAN = re.compile(OPENS_PLAN)
"""Between a figure and a time that is of another plan: "đã giải tỏa 98% mặt bằng, dự kiến thông xe cuối năm 2020"."""
_NEXT_PLAN = re.compile(r"[,;] (?:và )?(?:phấn đấu|đặt mục tiêu|mục tiêu|hướng tới|hướng đến|dự kiến|kế hoạch)(?: [^\W\d_]+){0,4} ?$")
_UNTIL = ("đến năm", "đến hết năm", "đến cuối năm", "tới năm")
_ORIGIN_REACH, _COMING_REACH = 60, 30


def is_origin(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period is the time at which a thing came to be: "biệt thự được xây dựng từ trước năm 1954"."""
    verb = _ORIGIN.search(folded, max(0, period["start"] - _ORIGIN_REACH), period["start"])
    return verb is not None and _COMING.search(folded, max(0, verb.start() - _COMING_REACH), verb.start()) is None


def is_office_term(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period is the term of an office or assembly that is named, and no time at which anything is told: "đại biểu HĐND
    tỉnh nhiệm kỳ 2016-2021", "ông A (nguyên Giám đốc Sở giai đoạn 2009-2015)".
    """
    if _FORMER.search(folded, max(0, period["start"] - _FORMER_REACH), period["start"]) is not None:
        return True
    if period["kind"] != "span" or not folded.startswith("nhiệm kỳ", period["start"]):
        return False
    return _OFFICE.search(folded, max(0, period["start"] - _ORIGIN_REACH), period["start"]) is not None


def is_of_next_plan(folded: str, figure: Figure, period: dict[str, Any]) -> bool:
    """Say whether a period behind a figure is that of a plan told next: "mới đạt 12%, phấn đấu đến năm 2025 đạt 80%"."""
    between = folded[figure.end : period["start"]]
    return OTHER_PLAN.search(between) is not None or (is_until(folded, period) and _NEXT_PLAN.search(between) is not None)


def is_until(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period only tells until when: "đến năm 2025"."""
    return folded.startswith(_UNTIL, period["start"])


def is_deadline(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period tells until when within a statement, and opens none: "chỉ còn khả năng tiếp nhận | đến năm 2022"."""
    return is_until(folded, period) and folded[max(0, period["start"] - 2) : period["start"]].strip(" ")[-1:].isalnum()


_FINISHED_BY = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn tất|kết thúc|xong|bàn giao|thông xe|nghiệm thu)(?!\w)[^.;\n\d]{0,70} trước(?: ngày| dịp| thời điểm)? ?$"
)
_HOLDS = re.compile(
    r"(?<!\w)(?:thực hiện|áp dụng|triển khai|bắt đầu|có hiệu lực|thi hành|vận hành|khai thác)(?: (?:tăng|giảm|thu|việc|chính thức|kể)){0,2} $"
)
_ENACTED = re.compile(
    r",? [^.;\n\d]{0,60}?(?<!\w)(?:ban hành|ký|ra|thông qua|phê duyệt)(?: ban hành| ký| quyết định)? (?:bộ )?(?:nghị định|nghị quyết|thông tư|chỉ thị|luật)(?!\w)"
)
"""Behind the time of a document, which is not that of what it rules: "Tháng 7/2014, Chính phủ ban hành Nghị định 67"."""
_FINISH_REACH = 110
_ONCE = re.compile(r"(?<!\w)(?:trước đó|trước đây|trước kia)(?:,| \(|(?: [^\W\d_]+){0,2})? ?$")
"""Before a time that the sentence goes back to: "hai lần lấy phiếu trước đó | năm 2013 và 2014"."""


def is_of_one_statement(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period is told only of what its own sentence tells: by when something is to be done ("hoàn thành trước Tết"), from when
    it holds ("thực hiện từ năm 2018"), when a document was issued, to when it goes back ("hai lần trước đó năm 2013 và 2014").
    """
    low = max(0, period["start"] - _FINISH_REACH)
    if _ENACTED.match(folded, period["end"]) is not None:
        return True
    if _FINISHED_BY.search(folded, low, period["start"]) is not None or _ONCE.search(folded, low, period["start"]) is not None:
        return True
    return (
        folded.startswith("từ ", period["start"]) and not period["period_end"] and _HOLDS.search(folded, low, period["start"]) is not None
    )

"""What stands before a mention: its article and clause, who issued it, and the day on which ("Ngày 27/4/2009, … ban hành …")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..text.view import View
from .issuers import DAY, ISSUING, issuer_before, issuer_of_clause

_PIN = re.compile(
    r"(?:(?<!\w)(?:mục|chương|điều|khoản|điểm|phần|phụ lục) (?:\d{1,4}[a-zđ]?|[a-zđ]|[ivx]{1,4})(?!\w)(?: (?:và|,) [\da-zđ]{1,3}(?!\w))?(?:, ?| và | của | )){1,4}(?:của |theo )?$"
)
_AMENDED = re.compile(
    r"(?<!\w)(?:sửa đổi|bổ sung|thay thế|thay|bãi bỏ|hướng dẫn|thi hành|căn cứ|một số điều của)(?: (?:cho|thi hành|thực hiện|các|một số điều|của))* $"
)
_DATED = re.compile(rf"(?<!\w)ngày ({DAY})(?=[,; ])")
# The gap between the day and the verb holds the one who signs, and where; not another deed, day or document.
_OTHER = re.compile(
    r"[;:\n\"]|(?<!tp)(?<!tx)\. |\d[/-]|(?<!\w)(?:ban hành|ký|có|thông qua|đến|theo|sau khi|thực hiện|số|về|cho biết|nêu|trước|từ|quyết định|nghị quyết|kế hoạch(?! (?:và|-|&) đầu tư))(?!\w)"
)
# Verbs that tell of a document without its being issued that day.
_LATER = re.compile(r"(?:gửi|công bố|đề ra)")


def pin_before(folded: str, start: int) -> int | None:
    """Give where "khoản 2 Điều 5" before a mention begins, or None."""
    pin = _PIN.search(folded, max(0, start - 60), start)
    return pin.start() if pin else None


def is_amended(folded: str, start: int) -> bool:
    """Say whether the words before a mention make it what another document amends or is based on."""
    return _AMENDED.search(folded, max(0, start - 60), start) is not None


def day_before(folded: str, start: int) -> str | None:
    """Give the printed day on which a mention was issued by the words of its sentence, or None.

    >>> day_before("ngày 27/4/2009, thủ tướng chính phủ ban hành quyết định số 70/2009/qđ-ttg", 48)
    '27/4/2009'
    """
    low = max(folded.rfind("\n", 0, start) + 1, start - 170)
    verb = ISSUING.search(folded, max(low, start - 60), start)
    if verb is None or _LATER.search(verb[0]):
        return None
    if verb["day"]:
        return verb["day"]
    printed = None
    for match in _DATED.finditer(folded, low, verb.start()):
        printed = match
    if printed is None or _OTHER.search(folded, printed.end(), verb.start()):
        return None
    return printed[1]


def agent_beside(view: View, start: int, end: int, long_forms: Mapping[str, str]) -> str | None:
    """Give the issuer that the words beside a mention name ("UBND tỉnh Long An vừa ban hành …", "Tại …, UBND tỉnh Long An yêu cầu")."""
    found = issuer_before(view, start, long_forms)
    return found[0] if found else issuer_of_clause(view, start, end, long_forms)

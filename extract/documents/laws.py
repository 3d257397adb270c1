"""Laws, codes of law, ordinances and constitutions by name and year ("Luật Đất đai năm 2013")."""

from __future__ import annotations

import re
from functools import cache

from ..text.view import View
from .lexicon import words_of
from .mention import Mention

LAW_TYPES = frozenset({"Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh"})
_AMENDING = re.compile(
    r" (?:sửa đổi(?:, bổ sung)?|bổ sung)(?: một số điều)?(?: của)?(?: các)? (?=luật|bộ luật|pháp lệnh)(?:bộ luật|luật|pháp lệnh)"
)
_NAME = re.compile(
    r"(?: [^\W\d_]+,?){1,16}?(?: \(bl\w{1,6}\))? ?\(?(?:,? ?(?:được )?sửa đổi(?:, bổ sung)?\)?,? ?)?(?:năm )?(?P<y>(?:19|20)\d\d)(?!\w)(?![/-]\d)"
)
_STOP = re.compile(
    r"[.;:\n]| (?:là|đã|được(?! sửa)|có|từ|đến|trong|ngày|tháng|tại|của|giai đoạn|theo|với|sau|trước|khi|vào|thì|cho|trên|nhiệm kỳ|mới|sẽ)(?!\w)"
)
_NO_NAME = re.compile(
    r" (?:này|đó|trên|pháp|sư|hiện|hiện hành|mới|cũ|năm|ban hành|quy định|cho|về|không|cũng|chỉ|sẽ|chưa|phải|nên|cần|và|hay|hoặc|các|những|số|sửa đổi)(?!\w)"
)
_NUMBER = re.compile(r" số (?P<n>\d{1,3})(?![\w/.,-]*\d)(?!\w)")
_TREATY = re.compile(r"(?<!\w)công ước(?: [^\W\d_]+){0,8} $")
_TAIL = re.compile(r"(?:\(BL\w{1,6}\))?[ ,(]*(?:được )?(?:\bsửa đổi\b(?:, bổ sung)?)?[ ,()]*(?:\bnăm\b)?[ ,]*$")
_YEAR = re.compile(r" (?:năm )?((?:19|20)\d\d)(?!\w)(?![/-]\d)")
_BEFORE_CODE = re.compile(r"(?: [^\W\d_]+,?){1,16}? \(?(?:số|luật số) ?:? ?(?=\d)")
ISSUERS = {"Luật": "Quốc hội", "Bộ luật": "Quốc hội", "Hiến pháp": "Quốc hội", "Pháp lệnh": "Ủy ban Thường vụ Quốc hội"}


@cache
def _known_names() -> re.Pattern[str]:
    names = sorted(words_of("law_names.tsv"), key=len, reverse=True)
    return re.compile(" (?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def read_law(view: View, start: int, end: int, doc_type: str) -> Mention | None:
    """Read a law by name and year; its type stands at `start:end`."""
    folded = view.folded
    issuer = ISSUERS[doc_type]
    short = _YEAR.match(folded, end)
    if short is not None:
        if doc_type == "Hiến pháp":
            return Mention(start, short.end(), doc_type, year=int(short[1]), issuer=issuer, law=True)
        return None
    amending = _AMENDING.match(folded, end)
    name_start = amending.end() if amending else end
    # "Luật đất đai 2013": a law's name in small letters, behind a capital only; "Luật này năm 2013" names none.
    small = doc_type != "Bộ luật" and not view.text[name_start + 1 : name_start + 2].isupper()
    if small and (not view.text[start].isupper() or _NO_NAME.match(folded, name_start)):
        return None
    if _TREATY.search(folded, max(0, start - 50), start):
        return None
    match = _NAME.match(folded, name_start, name_start + 130)
    known = _known_names().match(folded, name_start)
    if match is None or _STOP.search(folded, known.end() if known else name_start, match.start("y")):
        return None
    name = _TAIL.sub("", view.text[end + 1 : match.start("y")]).strip()
    stop = match.end()
    if folded[match.start() : stop].count("(") and folded[stop : stop + 1] == ")":
        stop += 1
    return Mention(start, stop, doc_type, year=int(match["y"]), issuer=issuer, about=name or None, law=True)


def law_by_number(folded: str, start: int, end: int, doc_type: str) -> Mention | None:
    """Read a law by its bare number ("Luật số 47")."""
    match = _NUMBER.match(folded, end)
    return Mention(start, match.end(), doc_type, match["n"], issuer=ISSUERS[doc_type]) if match else None


def name_before_code(view: View, end: int) -> tuple[str, int] | None:
    """Read the name between a law's type and its code ("Luật Đất đai số 45/2013/QH13"): the name and where the code begins."""
    if not view.text[end + 1 : end + 2].isupper():
        return None
    match = _BEFORE_CODE.match(view.folded, end, end + 110)
    if match is None:
        return None
    name = re.sub(r"[ (]*(?:số|luật số) ?:? ?$", "", view.text[end : match.end()], flags=re.IGNORECASE).strip()
    return (name, match.end()) if name else None

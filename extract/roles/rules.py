"""Rules around the role classifier: what is never, and what is always, a reported figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..lexicon import read_lexicon

_PHONE = re.compile(r"(?:0\d{8,10}|0\d{1,3}(?:[ .-]\d{2,4}){2,3}|1[89]00[ .]?\d{3,6})(?!\d)")
_AGE = re.compile(r" ?tuổi(?!\w)")
_AGE_BRACKET = re.compile(r"\(\s?\d{1,3} tuổi|, \d{1,3} tuổi")
_NATURAL_AGE = re.compile(r"(?:từ|trên|dưới|đủ|độ|nhóm|bình quân|trung bình|thọ) (?:\w+ ){0,2}$")
_NAMED_DAY = re.compile(r"(?<!\w)(?:hội trường|đường|quảng trường|phố|khu|công viên|tổ|lễ|dịp|bệnh viện|nhà máy|sân|trường|cầu|cung|nhà|số|xã|ngày|tòa nhà|chiến thắng) $")
_HEADER = re.compile(r"(?:lượt xem|bình luận|views?|comments?)(?!\w)")


@cache
def _label_pattern() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.roles", "labels.tsv", ("form", "note"))
    forms = "|".join(re.escape(row["form"]) for row in sorted(rows, key=lambda row: (-len(row["form"]), row["form"])))
    return re.compile(rf"(?<!\w)(?:{forms})\.? ?(?:số ?:? ?)?$")


def ruled_role(folded: str, row: Mapping[str, Any]) -> str | None:
    """Give the role that a rule decides for a number, or None where the classifier shall decide.

    Args:
        folded: the folded text.
        row: the number's plain columns, offsets into `folded`.
    """
    start, end = row["start"], row["end"]
    before = folded[max(0, start - 24) : start].rsplit("\n", 1)[-1]
    after = folded[end : end + 24].split("\n", 1)[0]
    if row["kind"] == "ratio" and "/" in row["quote"] and _NAMED_DAY.search(before):
        return "name"
    if row["kind"] in ("percentage", "percentage_point", "ratio", "multiple", "rank"):
        return None
    if _PHONE.match(folded, start):
        return "phone"
    if _HEADER.match(after.lstrip()) or _HEADER.match(folded[row["number_end"] : end].lstrip()):
        return "page"
    if row["group"] == "none" and _label_pattern().search(before):
        return "label"
    if row["strength"] in ("weak", "guess") and row["form"] == "digits" and _label_pattern().search(before):
        return "label"
    if row["group"] == "age" or (row["unit"] == "tuổi" and not _NATURAL_AGE.search(before)):
        return "age"
    if after[:1] == "h" and row["group"] == "none":
        return "time"
    return None

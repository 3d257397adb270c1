"""The time that opens a sentence, which the next sentence goes on to tell of: "Ngày 11/8/2014, tỉnh chấp thuận. Diện tích đất là 15 ha"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from ..figures import Figure
from ..text.sentences import sentence_at
from .period_candidates import start_of
from .period_roles import is_of_one_statement, is_origin

_LEADS_IN = re.compile(
    r"\W*(?:(?:trước đó|sau đó|tiếp đó|cụ thể|theo đó|thế nhưng|tuy nhiên|mới đây|riêng|vào|khoảng|hồi|lúc|trong|từ|đến|tính đến|\d{1,2}(?:h\d{0,2}| giờ(?: \d{1,2})?)"
    r"|rạng sáng|sáng|trưa|chiều|tối|đêm|ngày|đầu|giữa|cuối)(?!\w)[ ,]*)*"
)
"""What stands before the time that opens a sentence."""
_BEFORE = re.compile(r"(?:đến nay|.*(?<!\w)(?:ngoái|trước))$")
"""Times that are named to be compared with, or that the text has come from."""
_NOW = re.compile(
    r"(?<!\w)(?:hiện|hiện nay|đến nay|hiện tại|lâu nay|từ trước đến nay|cách đây|mới đây|gần đây|trước đây|vừa qua|hôm qua|thời gian qua|lâu dài)(?!\w)"
)
"""Words of a sentence that goes back to the day it is written, or to another time that it does not date."""
_SIZE = re.compile(r"(?<!\w)(?:(?:vốn|mức) đầu tư|quy mô|công suất|làn xe|sức chứa)(?!\w)[^.;\n]{0,60}$")
_SIZE_REACH = 80
"""Characters before a figure whose words tell how large a thing is, whenever it was decided on."""
_GOES_ON = re.compile(
    r"\W*(?:sau đó|tiếp đó|tại đây|theo đó|cụ thể|trong đó|lúc này|khi|ông|bà|anh|chị|em|thầy|cô|cháu|nhóm|đối tượng|biết|nghi|thấy|đến nơi|trên đường|quá trình|ngay sau đó|tiếp tục)(?!\w)"
)
"""How a sentence opens that goes on with what the one before has told."""
_CHAIN = 3
"""Sentences that a story goes on for at most."""


def fronted_time(
    folded: str, sentences: tuple[tuple[int, int], ...], periods: Sequence[dict[str, Any]], figure: Figure
) -> dict[str, Any] | None:
    """Give the period that opens the sentence right before a figure's, or the month that it names, when the figure's own sentence tells no time.

    Args:
        folded: the text, folded.
        sentences: the spans of its sentences.
        periods: its periods that are no yardstick, in order.
        figure: the figure.

    Returns:
        The row of `periods`, or None: where that sentence tells another time, too, or the figure's goes back to the present; a length was
        the same before.
    """
    low, high = figure.bounds
    at = sentence_at(sentences, low)
    if not at or figure.group == "length" or _NOW.search(folded, low, high) is not None:
        return None
    if figure.status == "actual" and _SIZE.search(folded, max(low, figure.left - _SIZE_REACH), figure.left) is not None:
        return None
    after = bisect_left(periods, high, key=start_of)
    if after and periods[after - 1]["start"] >= low:
        return None  # the figure's sentence tells a time itself
    for back in range(at - 1, max(-1, at - 1 - _CHAIN), -1):
        first = sentences[back][0]
        within = periods[bisect_left(periods, first, key=start_of) : after]
        if within:
            break
        if not _GOES_ON.match(folded, sentences[back + 1][0]):
            return None
    if len(within) != 1:
        return None
    period = within[0]
    dated = period["period_start"] is not None or period["period_end"] is not None
    if _BEFORE.match(folded, period["start"], period["end"]) is not None:
        return None
    opens = period["kind"] == "month" or _LEADS_IN.fullmatch(folded, first, period["start"]) is not None
    return period if dated and opens and not is_origin(folded, period) and not is_of_one_statement(folded, period) else None

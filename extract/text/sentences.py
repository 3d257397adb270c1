"""Sentence bounds of Vietnamese news text, by rule.

A line break ends a sentence, for titles, captions and list items of a page stand on lines of their own; but not between a
title and the name it belongs to ("TP." and "Hồ Chí Minh"), where text was broken after every full stop. A full stop ends one when what follows looks like a beginning and what stands before it is no abbreviation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_END = re.compile(r"\n+|[.!?…]+[\"'”’)\]]*(?=\s)|[.!?…]+[\"”’)]*(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÉÈÍÌÓÒÚÙÝ][^\W\d_]*\s[^\W\d_])")
# Abbreviations of the press that carry a full stop and never end a sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(/])(?:TP|Tp|TX|Tx|TT|Tt|Q|P|H|X|T|F|ThS|Ths|TS|Ts|GS|PGS|BS|Bs|CN|KS|Ks|LS|NSND|NSƯT|Mr|Mrs|Ms|Dr|St"
    r"|No|Nxb|Tr|tr|Đ|ĐT|ĐC|Th\.S|Th|UBND|vd|VD|[A-ZĐ])\.$"
)
_BEFORE_NAME = re.compile(r"(?:^|[\s(/,])(?:TP|Tp|TX|Tx|ThS|Ths|TS|PGS|GS|BS|KS|LS|Th\.S|NSND|NSƯT|Mr|Mrs|Ms|Dr|Tr|Th)\.$")
"""What no sentence ends with: the name behind it stands on the next line."""
_INITIALS = re.compile(r"(?:^|[\s.])(?:[A-ZĐ]\. ?)*(?:[A-ZĐ]|TP|Tp|TX|Q|P|H)\.$")
"""Initials of somebody whose name is not told, and what goes on behind them on the next line: "hộ L.T. P." and "nợ quỹ 30 triệu đồng"."""
LONGEST = 3000
"""Characters a sentence may have; a longer one is cut at a blank, so that no later step has to look over more."""
_LEAD = re.compile(r"[\s\"'“‘(\[•*+–-]*")


def _is_upper_start(text: str, position: int) -> bool:
    """Say whether a sentence could begin at `position`: capital, digit or opening mark behind blanks."""
    match = _LEAD.match(text, position)
    at = match.end() if match else position
    return at >= len(text) or text[at].isupper() or text[at].isdigit()


def _parts_name(text: str, low: int, position: int) -> bool:
    """Say whether a line break at `position` stands between a title and its name, or behind initials within a sentence."""
    following = text[position + 1 : position + 2]
    if following.islower() or following == "(":
        return _INITIALS.search(text, max(low, position - 8), position) is not None
    return following.isupper() and _BEFORE_NAME.search(text, max(low, position - 8), position) is not None


@lru_cache(maxsize=16)
def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Give the sentences of a text as half-open spans in code points, in order, blanks at their ends left out.

    >>> sentence_bounds("TP. Cà Mau có 9 xã. Năm 2019 còn 7.")
    ((0, 19), (20, 35))
    """
    bounds: list[tuple[int, int]] = []
    start = 0

    def close(end: int) -> None:
        nonlocal start
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        while right - left > LONGEST:  # no prose: a table or a list without line ends
            cut = text.rfind(" ", left + 1, left + LONGEST) if " " in text[left + 1 : left + LONGEST] else left + LONGEST
            bounds.append((left, cut))
            left = cut
            while left < right and text[left].isspace():
                left += 1
        if right > left:
            bounds.append((left, right))
        start = end

    for match in _END.finditer(text):
        if match[0][0] == "\n":
            if not (match[0] == "\n" and _parts_name(text, start, match.start())):
                close(match.start())
            continue
        if match[0] == "." and _ABBREVIATION.search(text, max(start, match.start() - 8), match.end()):
            continue
        if _is_upper_start(text, match.end()):
            close(match.end())
    close(len(text))
    return tuple(bounds)


def sentence_at(bounds: tuple[tuple[int, int], ...], position: int) -> int:
    """Give the index of the sentence that holds `position` (or the last one that begins before it, else 0)."""
    return max(0, bisect_right(bounds, (position, 1 << 60)) - 1)

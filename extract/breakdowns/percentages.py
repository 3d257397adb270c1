"""`shares_sum`: do the shares of one whole make up 100 percent, where the text lists all of them."""

from __future__ import annotations

import re
from itertools import pairwise

from ..figures import Figure
from .check import Check, exact, make, number, step

_NEAR = 10.0
"""A list of shares that does not say it is complete is taken for complete when it comes this near to 100."""
_CLAIMED = 25.0
_COMPARED = re.compile(
    r"(?<!\w)(?:tăng(?! lên)|giảm(?! xuống còn| còn)|so với|cùng kỳ|kế hoạch|chỉ tiêu|lãi suất|bằng|vượt|tương đương|tương ứng|lạm phát|thuế suất)(?!\w)"
)
_STRUCTURE = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|gồm|bao gồm|chia thành)(?!\w)")
_REST = re.compile(r"(?<!\w)(?:số )?còn lại(?!\w)|(?<!\w)khác(?!\w)")
_REST_BEHIND = re.compile(r"[^,;.\n]{0,24}(?<!\w)còn lại(?!\w)")
_ITEM = re.compile(r"[,;:]\s?(?:và |có )?$|(?<!\w)và $")
_TAKES = re.compile(r"(?<!\w)chiếm(?!\w)")
_GAP_WORDS = re.compile(r"[.\n]|(?<!\w)(?:trong đó|trong số đó|riêng|đạt)(?!\w)")
_MOST = 60
_LONGEST_ITEM = 80


def check_shares(folded: str, figures: list[Figure]) -> list[Check]:
    """Add up the percentages of each sentence that lists the shares of one whole.

    Args:
        folded: the folded text.
        figures: the figures with their wholes and shares.
    """
    sentences: dict[int, list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.kind == "percentage":
            sentences.setdefault(figure.sentence, []).append(index)
    found = []
    for members in sentences.values():
        check = _sentence(folded, figures, tuple(members))
        if check is not None:
            found.append(check)
    return found


def _sentence(folded: str, figures: list[Figure], members: tuple[int, ...]) -> Check | None:
    first, last = figures[members[0]], figures[members[-1]]
    low, high = first.bounds
    if not 2 <= len(members) <= _MOST or not all(exact(figures[i]) and figures[i].change is None for i in members):
        return None
    if len({_whole(figures, i) for i in members}) > 1 or _COMPARED.search(folded, low, high):
        return None
    total = sum(number(figures[i]) for i in members)
    steps = [step(figures[i]) for i in members]
    spread = 0.5 * sum(steps) + (0.5 * max(steps) if total < 100 else 0.0)  # decimals are cut off, but never added
    check = make("shares_sum", "shares", 100.0, total, spread, members)
    rest = _REST.search(folded, figures[members[-2]].end, last.left) is not None or _REST_BEHIND.match(folded, last.end) is not None
    takes = _TAKES.search(folded, low, high) is not None
    if len(members) < 3 and not (rest and takes):
        return None
    whole = _whole(figures, members[0])
    if check.ok:
        return check if takes or rest or whole is not None or _STRUCTURE.search(folded, low, first.start) else None
    if _REST.search(folded, last.end, high) is not None and _REST_BEHIND.match(folded, last.end) is None:
        return None
    if not _parallel(folded, figures, members) or _unpaired(figures, members) or _part_is_all(figures, members):
        return None
    claimed = rest or _STRUCTURE.search(folded, low, first.start) is not None
    each = all(_TAKES.search(folded, figures[i].left - 24 if figures[i].left > low + 24 else low, figures[i].left) for i in members)
    each = each or all(_ITEM.search(folded, max(low, figures[i].left - 10), figures[i].left) for i in members[1:])
    return check if abs(total - 100) <= (_CLAIMED if claimed else _NEAR if each else 0.0) else None


def _whole(figures: list[Figure], index: int) -> int | None:
    """Give the whole of a share; one share is never the whole of another of its list."""
    whole = figures[index].total
    return None if whole is not None and figures[whole].kind == "percentage" else whole


def _parallel(folded: str, figures: list[Figure], members: tuple[int, ...]) -> bool:
    """Say whether the shares follow each other as items of one list."""
    return all(
        figures[after].left - figures[before].end <= _LONGEST_ITEM
        and _GAP_WORDS.search(folded, figures[before].end, figures[after].left) is None
        and figures[before].end < figures[after].left
        for before, after in pairwise(members)
    )


def _part_is_all(figures: list[Figure], members: tuple[int, ...]) -> bool:
    """Say whether the first or the last shares make up 100 percent by themselves: then the others are of something else."""
    values = [number(figures[i]) for i in members]
    heads = [sum(values[:size]) for size in range(2, len(values))]
    tails = [sum(values[size:]) for size in range(1, len(values) - 1)]
    return any(abs(one - 100) < 1e-6 for one in (*heads, *tails))


def _unpaired(figures: list[Figure], members: tuple[int, ...]) -> bool:
    """Say whether a count stands among the shares whose share is not printed."""
    return any(
        figures[i].kind == "count" and figures[i].total is not None and figures[i].share is None and figures[i].cue != "/"
        for i in range(members[0], members[-1] + 1)
    )

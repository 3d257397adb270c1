"""Wholes that a row of counts with their shares proves: 412 (59%), 61 (8,7%) and 198 (28,4%) are all of 698 told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from .arithmetic import ADDS_UP

_BACK = 20
"""Figures that are looked back on."""
_SENTENCES = 4
"""Sentences before a row in which its whole is told."""
_LEAST = 2
"""Shares that must agree; one may by chance."""
_DECIMALS = re.compile(r"\d+[.,](\d{1,3})(?!\d)")


def link_share_wholes(folded: str, figures: list[Figure]) -> None:
    """Give counts with shares beside them the earlier count of which all these shares are, in place; those that have a whole keep it.

    Args:
        folded: the folded text.
        figures: the figures of a text, with their shares.
    """
    rows: dict[int, list[int]] = {}
    for index, figure in enumerate(figures):
        if _is_part(figures, index):
            rows.setdefault(figure.sentence, []).append(index)
    for row in rows.values():
        if len(row) < _LEAST or any(figures[index].total is not None for index in row):
            continue
        first = row[0]
        for other in range(first - 1, max(-1, first - 1 - _BACK), -1):
            whole = figures[other]
            if figures[first].sentence - whole.sentence > _SENTENCES:
                break
            if whole.kind == "count" and whole.value and whole.change is None and _all_of(folded, figures, row, whole.value):
                for index in row:
                    share = figures[index].share or 0
                    figures[index].total = figures[share].total = other
                    figures[index].cue = figures[share].cue = ADDS_UP
                _link_rest(figures, row, other)
                break


def _link_rest(figures: Sequence[Figure], row: Sequence[int], whole: int) -> None:
    """Give what a row leaves of its whole that whole, too: "còn lại 27 người"."""
    rest = float(figures[whole].value or 0) - sum(float(figures[index].value or 0) for index in row)
    last = row[-1]
    for figure in figures[last + 1 : last + 4]:
        if (
            figure.sentence == figures[last].sentence
            and figure.kind == "count"
            and figure.value is not None
            and float(figure.value) == rest
        ):
            figure.total, figure.cue = whole, ADDS_UP


def _is_part(figures: Sequence[Figure], index: int) -> bool:
    """Say whether a figure is a count with a percentage of its own sentence for its share."""
    figure = figures[index]
    if figure.kind != "count" or not figure.value or figure.share is None or figure.change is not None:
        return False
    share = figures[figure.share]
    return share.kind == "percentage" and share.sentence == figure.sentence and bool(share.value)


def _all_of(folded: str, figures: Sequence[Figure], row: Sequence[int], whole: float) -> bool:
    """Say whether every share of a row is what its count is of a whole, as printed."""
    for index in row:
        figure, share = figures[index], figures[figures[index].share or 0]
        decimals = _DECIMALS.match(folded, share.start)
        step = 10.0 ** -(len(decimals[1]) if decimals is not None else 0)
        if abs(100 * float(figure.value or 0) / float(whole) - float(share.value or 0)) > 0.6 * step:
            return False
    return True

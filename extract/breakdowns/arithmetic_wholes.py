"""Wholes that arithmetic finds: "3.360 ca (chiếm 36,2% toàn tỉnh)" is a part of the 9.273 ca told of two sentences before, as 3.360 ÷ 9.273 = 36,2%."""

from __future__ import annotations

from ..figures import Figure
from .check import exact, number, step

DIVIDED = "÷"
"""What stands for opening words where the division tells the whole."""
_BACK, _FAR = 24, 5
"""Figures, and sentences, that are looked back on."""
_FINE = 1.0
"""A share printed in steps as coarse as this fits too many counts by chance to tell a whole from another sentence."""
_KINDS = ("count", "money", "measurement")


def link_divided_wholes(figures: list[Figure]) -> None:
    """Give a part and its printed share the one earlier figure of the same unit that makes the division come out, in place.

    Figures that have a whole keep it; where two earlier figures of different value fit, neither is taken.

    Args:
        figures: the figures of a text, shares paired to their counts.
    """
    for index, figure in enumerate(figures):
        if figure.kind not in _KINDS or figure.share is None or figure.change is not None or not exact(figure):
            continue
        share = figures[figure.share]
        if share.kind != "percentage" or share.change is not None or not exact(share) or step(share) >= _FINE:
            continue
        if figure.total is not None or share.total is not None:
            continue
        fitting = [other for other in range(max(0, index - _BACK), index) if _fits(figures[other], figure, share)]
        if len({number(figures[other]) for other in fitting}) == 1:
            whole = fitting[-1]
            figure.total = share.total = whole
            figure.cue = share.cue = DIVIDED


def _fits(whole: Figure, part: Figure, share: Figure) -> bool:
    """Say whether a part is the printed share of a figure."""
    if whole.kind != part.kind or whole.unit != part.unit or whole.change is not None or part.sentence - whole.sentence > _FAR:
        return False
    if whole is part or not exact(whole) or number(whole) <= number(part):
        return False
    return abs(100.0 * number(part) / number(whole) - number(share)) <= step(share)


_PARTS, _LARGE, _NEAR = 3, 100.0, 2
"""Parts of the shortest row, the least whole, and sentences between them, from which a sum that comes out is no chance."""


def link_summed_rows(figures: list[Figure]) -> None:
    """Give the counts of one sentence that add up to one told shortly before that as their whole, in place: "lỗi A 138 trường hợp; lỗi B 74
    trường hợp; lỗi khác 200 trường hợp" of 412.

    Args:
        figures: the figures of a text; those that have another whole keep it, and the row is left as it is.
    """
    rows: dict[tuple[int, str | None], list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.kind == "count" and figure.change is None and figure.unit and exact(figure):
            rows.setdefault((figure.sentence, figure.unit), []).append(index)
            rows.setdefault((figure.sentence, None), []).append(index)  # "225 căn …; 382 căn …; 646 biệt thự" of 1.253
    for (_, unit), row in rows.items():
        if len(row) < _PARTS:
            continue
        total = sum(number(figures[index]) for index in row)
        first = figures[row[0]]
        for at in range(row[0] - 1, max(-1, row[0] - _BACK), -1):
            whole = figures[at]
            if first.sentence - whole.sentence > _NEAR:
                break
            if (
                whole.sentence == first.sentence
                or whole.kind != "count"
                or (unit is not None and whole.unit != unit)
                or whole.change is not None
                or not exact(whole)
            ):
                continue
            if number(whole) == total >= _LARGE and all(figures[index].total in (None, at) for index in row):
                for index in row:
                    if figures[index].total is None:
                        figures[index].total, figures[index].cue = at, DIVIDED
                break

"""Wholes that turn out to be of another time once times are known: of the fires of 2013 those of this year are no part."""

from __future__ import annotations

from ..figures import Figure


def unlink_other_times(figures: list[Figure]) -> None:
    """Take away, in place, the wholes whose time is over before that of their part begins, or begins when it is over.

    Args:
        figures: the figures of a text, with their times.
    """
    for figure in figures:
        whole = figures[figure.total] if figure.total is not None else None
        if whole is not None and (_over(whole, figure) or _over(figure, whole)):
            figure.total = figure.cue = None


def _over(first: Figure, second: Figure) -> bool:
    """Say whether the time of one figure ends before that of another begins."""
    end = first.period[1] if first.period is not None else None
    start = second.period[0] if second.period is not None else None
    return end is not None and start is not None and end < start

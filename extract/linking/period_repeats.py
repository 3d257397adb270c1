"""Times of figures that are printed again: the number was dated where it stood first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..figures import Figure
from .period_reach import in_sentence, within

_RARE = 3
"""Digits that count from which a number is hardly printed twice by chance."""


def times_of_repeats(figures: Sequence[Figure], spoken: list[dict[str, Any]]) -> None:
    """Give figures whose sentence tells no time that of the same rare number printed before with its time, in place.

    Args:
        figures: the figures of a text in order, with their times.
        spoken: the periods of the text that tell of something, in order.
    """
    dated: dict[tuple[Any, ...], Figure] = {}
    for figure in figures:
        digits = re.sub(r"\D", "", figure.printed).strip("0")
        if figure.value is None or len(digits) < _RARE:
            continue
        key = (figure.value, figure.kind, figure.group, figure.change, figure.status)
        first = dated.get(key)
        if first is not None and first.sentence != figure.sentence and not within(spoken, *figure.bounds):
            if figure.period is None or first.period is None or figure.period[0] != first.period[0]:
                figure.period = first.period
        elif (
            first is None and figure.period is not None and figure.period[:2] != (None, None) and in_sentence(figure, figure.period, spoken)
        ):
            dated[key] = figure

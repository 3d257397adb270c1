"""A date or period as it was found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from .calendar import Interval


@dataclass(frozen=True, slots=True)
class Mention:
    """A date or period: its half-open span in the view's text, its form and its interval.

    `text_start` is where the words that make it a bound begin ("tính đến ngày 30/6"), `anchored` says whether the words
    fix the interval by themselves, without the article's own date.
    """

    start: int
    end: int
    kind: str
    interval: Interval
    text_start: int
    anchored: bool

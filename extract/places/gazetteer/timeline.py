"""From lists of single days to periods: which name, type and parent a code had, and when it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .names import key
from .sources import Entry


@dataclass
class Period:
    """One unit under one code, type, name and parent."""

    code: str
    entry: Entry
    valid_from: str
    valid_to: str


def day_before(day: str) -> str:
    """Return the ISO date one day earlier."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """Return the ISO date one day later."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def same(first: Entry, second: Entry) -> bool:
    """Whether two entries are one unit state; two spellings of the same syllables are."""
    return key(first.name) == key(second.name) and (first.type, first.parent) == (second.type, second.parent)


def periods(
    lists: Sequence[tuple[str, Mapping[str, Entry]]],
    change_day: Callable[[Entry, int], str],
    end: str,
    spelling: int,
) -> list[Period]:
    """Join the lists (day, code → entry) into periods that end no later than `end`.

    `change_day(entry, window)` gives the day on which the change between list `window` and the next took force.
    Among spellings of one state that of list number `spelling` wins, else the latest.
    """
    found: list[Period] = []
    codes = sorted({code for _, entries in lists for code in entries})
    for code in codes:
        current: Period | None = None
        for window, (_, entries) in enumerate(lists):
            entry = entries.get(code)
            if current is not None and (entry is None or not same(current.entry, entry)):
                current.valid_to = day_before(change_day(current.entry, window - 1))
            if entry is None:
                current = None
            elif current is None or not same(current.entry, entry):
                start = ""
                if window:
                    start = day_after(current.valid_to) if current else change_day(entry, window - 1)
                current = Period(code, entry, start, end)
                found.append(current)
            elif window <= spelling or code not in lists[spelling][1]:
                current.entry = entry
    return found

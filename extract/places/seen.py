"""The places a text has settled so far, each kept once with where it stands, so that a text of one name costs no square of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

_NEAR = 160
MIDDLE = 700
"""Characters within which another place speaks strongly, and still speaks, for a reading."""


@dataclass(slots=True)
class Seen:
    """A place that is settled: its id without date ("" where only what encloses it is known), the ids of what encloses it, where."""

    base: str
    level: str
    line: frozenset[str]
    starts: list[int] = field(default_factory=list)

    def weight(self, at: int) -> float:
        """Say how much the place speaks for one at a character: by its nearest mention, a little more before than behind; 0 if alone."""
        before, after = bisect_left(self.starts, at) - 1, bisect_right(self.starts, at)
        return max(
            _speaks(at - self.starts[before]) if before >= 0 else 0.0,
            _speaks(self.starts[after] - at) - 0.05 if after < len(self.starts) else 0.0,
        )


class SeenPlaces:
    """What is settled, without order among places."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str, frozenset[str]], Seen] = {}

    def __iter__(self) -> Iterator[Seen]:
        return iter(self._places.values())

    def __bool__(self) -> bool:
        return bool(self._places)

    def add(self, start: int, base: str, level: str, line: frozenset[str]) -> None:
        """Take in a place.

        Args:
            start: where it stands, in characters.
            base: its id without date, or "".
            level: its level.
            line: the ids of itself and of what encloses it.
        """
        insort(self._places.setdefault((base, level, line), Seen(base, level, line)).starts, start)


def _speaks(distance: int) -> float:
    return 1.0 if distance < _NEAR else 0.7 if distance < MIDDLE else 0.45

"""Years by their names in the sixty-year cycle: "Ất Mùi" is 2015; 1984 was Giáp Tý."""

from __future__ import annotations

_STEMS = "giáp ất bính đinh mậu kỷ canh tân nhâm quý".split()
_BRANCHES = {name: index for index, name in enumerate("tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi".split())} | {"tị": 5}
_NOW = 2015
"""The year near which a name is read where nothing else tells: that of no name is more than thirty years off."""


def lunar_year(stem: str, branch: str, near: int | None) -> int | None:
    """Give the year that a stem and a branch name, the nearest to a year; None where no year bears both.

    >>> lunar_year("kỷ", "hợi", 2018)
    2019
    """
    middle = near or _NOW
    found = (y for y in range(middle - 29, middle + 31) if (y - 4) % 10 == _STEMS.index(stem) and (y - 4) % 12 == _BRANCHES[branch])
    return next(found, None)

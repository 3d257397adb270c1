"""Place paths as annotations write them ("Như Xuân, Thanh Hóa"), and the codes they mean."""

from __future__ import annotations

from datetime import date
from typing import Any

from .units import LEVELS, REFORM, Gazetteer, Unit, base_id, gazetteer, name_key

_LAST_DAY = "2025-06-30"
_TYPES = ("thành phố", "tp", "thị xã", "tx", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")


def gold_place_codes(path: str, moment: date | None, level: str | None = None) -> frozenset[str]:
    """Resolve a place path of the gold to the codes it may mean.

    Args:
        path: names from the smallest unit up, parted by commas: "Như Xuân, Thanh Hóa".
        moment: the date of the article; units in force then are preferred, before July 2025 when it is unknown.
        level: the level of the unit when it is known.

    Returns:
        Codes; more than one where two units of that name and level lie in the same unit, none where the gazetteer has no
        such path or no code for it.
    """
    units = gazetteer()
    names = [_units_named(units, part) for part in path.split(",") if part.strip()]
    if not names:
        return frozenset()
    fits = [(skipped, unit) for unit in names[0] if (skipped := _skipped(units, unit, names[1:])) is not None]
    if level is not None and any(unit.level == level for _, unit in fits):
        fits = [(skipped, unit) for skipped, unit in fits if unit.level == level]
    system = "2025" if moment is not None and moment >= REFORM else "gso"

    def highest(of: list[tuple[int, Unit]]) -> list[tuple[int, Unit]]:
        top = min((LEVELS.index(unit.level) for _, unit in of), default=0)
        return [fit for fit in of if LEVELS.index(fit[1].level) == top]

    if len(names) == 1:  # a bare name is that of the largest unit, though a commune may be called the same
        fits = highest(fits)
    fits = _prefer(fits, lambda unit: unit.system in (system, ""))
    fits = _prefer(highest(fits), lambda unit: _in_force(unit, moment))
    least = min((skipped for skipped, _ in fits), default=0)
    return frozenset(unit.code for skipped, unit in fits if skipped == least and unit.code)


def _prefer(fits: list[tuple[int, Unit]], wanted: Any) -> list[tuple[int, Unit]]:
    return [fit for fit in fits if wanted(fit[1])] or fits


def _in_force(unit: Unit, moment: date | None) -> bool:
    if moment is None:
        return not unit.valid_to or (unit.system == "gso" and unit.valid_to >= _LAST_DAY)
    day = moment.isoformat()
    return (not unit.valid_from or unit.valid_from <= day) and (not unit.valid_to or day <= unit.valid_to)


def _units_named(units: Gazetteer, name: str) -> list[Unit]:
    key = name_key(name)
    found = units.by_name.get(key)
    if found:
        return found
    for kind in _TYPES:
        head = name_key(kind)
        if key[: len(head)] == head and (found := units.by_name.get(key[len(head) :])):
            return found
    return []


def _skipped(units: Gazetteer, unit: Unit, enclosing: list[list[Unit]]) -> int | None:
    """Count the levels that a path leaves out between a unit and those said to enclose it; None when they do not."""
    chain = list(units.chain(unit))[1:]
    position = 0
    skipped = 0
    for named in enclosing:
        ids = {base_id(one) for one in named}
        while position < len(chain) and base_id(chain[position]) not in ids:
            position += 1
            skipped += 1
        if position == len(chain):
            return None
        position += 1
    return skipped

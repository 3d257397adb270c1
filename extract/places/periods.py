"""Which period of a unit's life a name means: one row per period, chosen by the article's date and the type word."""

from __future__ import annotations

from datetime import date

from .units import REFORM, Gazetteer, Unit, base_id

_EXPIRED, _FUTURE, _OTHER_SYSTEM = -0.6, -1.5, -2.5
_LONG_AGO, _RECENT = "2010", "2023"


def validity(unit: Unit, moment: date | None) -> float:
    """Score how well a unit's time fits the article's: 1 in force, negative when it was not (any more, or yet).

    Without a date the units until June 2025 count as in force, old ones a little less.
    """
    if unit.system == "":
        return 1.0
    if moment is None:
        if unit.system == "2025":
            return _OTHER_SYSTEM
        if unit.valid_from >= _RECENT:
            return _FUTURE
        return 1.0 if not unit.valid_to or unit.valid_to >= "2024" else 0.9 if unit.valid_to >= _LONG_AGO else 0.4
    day = moment.isoformat()
    if unit.valid_from and day < unit.valid_from:
        return _OTHER_SYSTEM if unit.system == "2025" and moment < REFORM else _FUTURE
    if unit.valid_to and unit.valid_to < day:
        return _EXPIRED
    return 1.0


def by_life(units: list[Unit], moment: date | None, kind: str | None) -> dict[str, Unit]:
    """Give for each unit among rows of one name the period that fits best, by the id without a date."""
    best: dict[str, tuple[tuple[float, bool, str, str], Unit]] = {}
    for unit in units:
        fits = kind is not None and unit.type == kind
        merit = validity(unit, moment)
        if moment is None and kind is not None and merit > 0:
            merit += 0.5 if fits else 0.0
        rank = (merit, fits, unit.valid_to or "9999", unit.id)
        base = base_id(unit)
        if base not in best or rank > best[base][0]:
            best[base] = (rank, unit)
    return {base: unit for base, (_, unit) in best.items()}


def at_date(gazetteer: Gazetteer, unit: Unit, moment: date | None) -> Unit:
    """Give the period of a unit's life that covers a date, or the unit as it is."""
    periods = gazetteer.periods.get(base_id(unit), [unit])
    return max(periods, key=lambda one: (validity(one, moment), one is unit, one.valid_to or "9999"))


def recoded(one: Unit, other: Unit) -> bool:
    """Say whether two units are one place before and after its code changed: Quán Lào, 15394 until 2019 and 15469 since."""
    return (
        (one.name, one.type) == (other.name, other.type)
        and (one.parent or "").split("@")[0] == (other.parent or "").split("@")[0]
        and bool(one.successors)
        and one.successors[:1] == other.successors[:1]
    )

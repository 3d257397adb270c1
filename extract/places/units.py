"""The administrative units and the names they go by, loaded from the gazetteer's data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..lexicon import read_lexicon
from ..text.view import fold

_COLUMNS = ("id", "code", "system", "level", "type", "name", "parent", "valid_from", "valid_to", "successor")
_PACKAGE = "solieu.extract.places"
REFORM = date(2025, 7, 1)
"""The day the two-level system came into force (Nghị quyết 202/2025/QH15, Luật 72/2025/QH15)."""

LEVELS = ("country", "region", "province", "district", "commune")
_KEY = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit, or one period of its life.

    Attributes:
        id: unique in the gazetteer.
        code: the code of the General Statistics Office, or None where it is not known.
        system: `gso` until 30 June 2025, `2025` since, empty for country and regions.
        level: one of `LEVELS`.
        type: tỉnh, thành phố, huyện, …
        name: without the type word.
        parent: id of the enclosing unit, or None.
        valid_from, valid_to: ISO dates or "" for unknown.
        successors: ids of the units of 2025 that hold its territory, main one first.
    """

    id: str
    code: str | None
    system: str
    level: str
    type: str
    name: str
    parent: str | None
    valid_from: str
    valid_to: str
    successors: tuple[str, ...]


def name_key(name: str) -> tuple[str, ...]:
    """Give the syllables a name is looked up by: folded, hyphens and apostrophes aside."""
    return tuple(part for part in _KEY.split(fold(name).replace("'", "")) if part)


def base_id(unit: Unit) -> str:
    """Give a unit's id without the period of its life: `gso:407` for `gso:407@2020-05-31`."""
    return unit.id.partition("@")[0]


class Gazetteer:
    """All units, by id, by name and by enclosing unit."""

    def __init__(self, units: list[Unit], aliases: list[tuple[str, str]], ambiguous: set[tuple[str, ...]]) -> None:
        self.units = {unit.id: unit for unit in units}
        self.ambiguous = ambiguous
        self.by_name: dict[tuple[str, ...], list[Unit]] = {}
        for unit in units:
            self._add(name_key(unit.name), unit)
        for alias, target in aliases:
            if target in self.units:
                unit = self.units[target]
                self._add(name_key(alias), unit)
                twin = self.units.get(f"2025:{unit.code}") if unit.level == "province" else None
                if twin is not None and twin.name == unit.name:
                    self._add(name_key(alias), twin)
        self.longest: dict[str, int] = {}
        for key in self.by_name:
            if key:
                self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def _add(self, key: tuple[str, ...], unit: Unit) -> None:
        found = self.by_name.setdefault(key, [])
        if unit not in found:
            found.append(unit)

    def chain(self, unit: Unit) -> Iterator[Unit]:
        """Give a unit and those that enclose it, smallest first."""
        current: Unit | None = unit
        while current is not None:
            yield current
            current = self.units.get(current.parent) if current.parent else None

    def province(self, unit: Unit) -> Unit | None:
        """Give the province that a unit is or lies in."""
        return next((one for one in self.chain(unit) if one.level == "province"), None)

    def successor(self, unit: Unit) -> Unit | None:
        """Give the unit of 2025 that now holds the (main) territory of a unit; districts have none."""
        if unit.system == "2025" or not unit.successors:
            return unit if unit.system == "2025" else None
        return self.units.get(unit.successors[0])

    def province_of(self, code: str, moment: date | None) -> Unit | None:
        """Give the province with a code, in the system in force at a date (before the reform when unknown)."""
        system = "2025" if moment is not None and moment >= REFORM else "gso"
        return self.units.get(f"{system}:{code}")


@cache
def gazetteer() -> Gazetteer:
    """Load the gazetteer; the first call reads the files, later ones give the same object."""
    units = []
    for row in read_lexicon(_PACKAGE, "units.tsv.gz", _COLUMNS, "gazetteer"):
        successors = tuple(part for part in row["successor"].split(",") if part)
        units.append(
            Unit(row["id"], row["code"] or None, row["system"], row["level"], row["type"], row["name"],
                 row["parent"] or None, row["valid_from"], row["valid_to"], successors)
        )  # fmt: skip
    aliases = [
        (row["alias"], row["target_id"])
        for name in ("aliases.tsv", "spellings.tsv")
        for row in read_lexicon(_PACKAGE, name, ("alias", "target_id", "note"), "gazetteer")
        if row["alias"] != "alias"
    ]
    ambiguous = {
        name_key(row["name"])
        for row in read_lexicon(_PACKAGE, "ambiguous.tsv", ("name", "reason"), "gazetteer")
    }
    return Gazetteer(units, aliases, ambiguous)

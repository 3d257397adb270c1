"""The administrative units and the names they go by, loaded from the gazetteer's data files."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..lexicon import read_lexicon
from ..text.view import fold
from .spelling import folded_key, name_key

__all__ = ["LEVELS", "REFORM", "Gazetteer", "Unit", "base_id", "gazetteer", "name_key"]
_COLUMNS = ("id", "code", "system", "level", "type", "name", "parent", "valid_from", "valid_to", "successor")
_PACKAGE = "solieu.extract.places"
REFORM = date(2025, 7, 1)
"""The day the two-level system came into force (Nghị quyết 202/2025/QH15, Luật 72/2025/QH15)."""

LEVELS = ("country", "region", "province", "district", "commune")


class Unit(NamedTuple):
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

    @property
    def shown(self) -> str:
        """Give the name as a reader knows it: with the type word where it is but a number ("Quận 2")."""
        return f"{self.type.capitalize()} {self.name}" if self.name.isdigit() else self.name


def base_id(unit: Unit) -> str:
    """Give a unit's id without the period of its life: `gso:407` for `gso:407@2020-05-31`."""
    return unit.id.partition("@")[0]


class Gazetteer:
    """All units, by id, by name and by enclosing unit."""

    def __init__(self, units: list[Unit], aliases: list[tuple[str, str]], ambiguous: set[tuple[str, ...]]) -> None:
        self.units = {unit.id: unit for unit in units}
        self.ambiguous = ambiguous
        self.by_name: dict[tuple[str, ...], list[Unit]] = {}
        self.periods: dict[str, list[Unit]] = {}
        """The periods of a unit's life by its id without a date."""
        for unit, folded in zip(units, fold("\n".join(unit.name for unit in units)).split("\n"), strict=True):
            self.by_name.setdefault(folded_key(folded), []).append(unit)
            self.periods.setdefault(base_id(unit), []).append(unit)
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
        self._lines: dict[tuple[str, bool], frozenset[str]] = {}
        self._parts: Counter[tuple[str, str]] = Counter()

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

    def line(self, base: str, wide: bool = False) -> frozenset[str]:
        """Give the ids, without dates, of what has enclosed a unit in any period of its life, the country aside.

        Args:
            base: the unit's id without a date.
            wide: whether the provinces of 2025 count that now hold what was another province before.
        """
        found = self._lines.get((base, wide))
        if found is None:
            ids = set()
            for unit in self.periods[base]:
                for outer in self.chain(unit):
                    ids.add(base_id(outer))
                    if wide and outer.level == "province":
                        ids.update(outer.successors)
            found = frozenset(ids - {base, "VN"})
            self._lines[base, wide] = found
        return found

    def parts(self, base: str, level: str) -> int:
        """Count the units of a level that have ever lain in a unit, given by its id without a date; renamed ones once for each code."""
        if not self._parts:
            for inner, periods in self.periods.items():
                for outer in self.line(inner):
                    self._parts[outer, periods[0].level] += 1
        return self._parts[base, level]

    def province(self, unit: Unit) -> Unit | None:
        """Give the province that a unit is or lies in."""
        return next((one for one in self.chain(unit) if one.level == "province"), None)

    def successor(self, unit: Unit) -> Unit | None:
        """Give the unit of 2025 that now holds the (main) territory of a unit; districts have none."""
        if unit.system == "2025" or not unit.successors:
            return unit if unit.system == "2025" else None
        return self.units.get(unit.successors[0])

    def province_of(self, code: str, moment: date | None) -> Unit | None:
        """Give the province in force at a date (before the reform when unknown) that holds the one of this code before July 2025.

        A code of 2025 gives the same: each is that of one of the provinces it was merged from, or its own (24: Bắc Giang, now Bắc Ninh).
        """
        before = self.units.get(f"gso:{code}")
        if before is None or moment is None or moment < REFORM:
            return before
        return self.successor(before) or before


def _read_units() -> Iterator[Unit]:
    """Read `units.tsv.gz`, which `build.py` writes and `check.py` checks, without checking it again."""
    content = gzip.decompress((files(_PACKAGE) / "gazetteer" / "units.tsv.gz").read_bytes()).decode("utf-8")
    for line in content.splitlines():
        if not line.startswith("#"):
            identity, code, system, level, kind, name, parent, start, end, heirs = line.split("\t")
            yield Unit(
                identity, code or None, system, level, kind, name, parent or None, start, end, tuple(heirs.split(",")) if heirs else ()
            )


@cache
def gazetteer() -> Gazetteer:
    """Load the gazetteer; the first call reads the files, later ones give the same object."""
    units = list(_read_units())
    aliases = [
        (row["alias"], row["target_id"])
        for name in ("aliases.tsv", "spellings.tsv")
        for row in read_lexicon(_PACKAGE, name, ("alias", "target_id", "note"), "gazetteer")
        if row["alias"] != "alias"
    ]
    ambiguous = {name_key(row["name"]) for row in read_lexicon(_PACKAGE, "ambiguous.tsv", ("name", "reason"), "gazetteer")}
    return Gazetteer(units, aliases, ambiguous)

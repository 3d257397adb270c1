"""Rebuild the gazetteer of administrative units: `python -m solieu.extract.places.gazetteer.build [--out DIR]`.

Reads published packages (see `sources`) and the hand-kept tables beside this file: `history.tsv` (changes of
provinces and districts), `dates.tsv` (days on which the communes of a province were rearranged), `regions.tsv`.
Writes `units.tsv.gz` and `spellings.tsv`; the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from . import sources
from .align import align, recode, respell
from .names import key, slug
from .sources import Entry, Reform, Snapshot
from .timeline import Period, day_after, day_before, periods

HERE = Path(__file__).parent
REFORM_DAY = "2025-07-01"


@dataclass
class Unit:
    """One row of `units.tsv.gz`."""

    id: str
    code: str
    system: str
    level: str
    type: str
    name: str
    parent: str
    valid_from: str
    valid_to: str
    successor: str


COLUMNS = tuple(column.name for column in fields(Unit))


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a tab-separated table whose first line names the columns; lines that start with # are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


class Builder:
    """Collects the rows of both systems and links the older to the newer."""

    def __init__(
        self,
        lists: Sequence[Snapshot],
        reform: Reform,
        history: Sequence[Mapping[str, str]],
        spellings: Mapping[str, set[str]],
    ) -> None:
        """Take the lists of all days (the last that of June 2025), the reform and the hand-kept changes."""
        self.lists = lists
        self.reform = reform
        self.history = history
        self.units: dict[str, Unit] = {}
        self.versions: dict[str, list[Unit]] = {}
        self.older_spellings = spellings
        self.spellings: set[tuple[str, str]] = set()
        self.dates = {(row["unit"], int(row["window"])): row["date"] for row in read_table(HERE / "dates.tsv")}

    def build(self) -> list[Unit]:
        """Return all rows, sorted."""
        self._regions()
        self._reform_units()
        self._provinces()
        self._districts()
        self._communes()
        order = {"country": 0, "region": 1, "province": 2, "district": 3, "commune": 4}
        return sorted(self.units.values(), key=lambda unit: (order[unit.level], unit.system, unit.code, unit.valid_from, unit.id))

    def _add(self, unit: Unit) -> None:
        if unit.id in self.units:
            raise ValueError(f"two rows with the id {unit.id}")
        self.units[unit.id] = unit

    def _regions(self) -> None:
        self._add(Unit("VN", "VN", "", "country", "", "Việt Nam", "", "", "", ""))
        for row in read_table(HERE / "regions.tsv"):
            if row["kind"] == "region":
                key = "region:" + slug(row["name"], "-")
                self._add(Unit(key, "", "", "region", "vùng", row["name"], "VN", "", "", ""))

    def _reform_units(self) -> None:
        for code, entry in self.reform.provinces.items():
            self._add(Unit(f"2025:{code}", code, "2025", "province", entry.type, entry.name, "VN", REFORM_DAY, "", ""))
        for code, entry in self.reform.communes.items():
            parent = f"2025:{entry.parent}"
            self._add(Unit(f"2025:{code}", code, "2025", "commune", entry.type, entry.name, parent, REFORM_DAY, "", ""))

    def _from_history(self, level: str) -> list[Unit]:
        return [Unit(**{name: row[name] for name in COLUMNS}) for row in self.history if row["level"] == level]

    def _with_history(self, level: str, plain: list[Unit]) -> None:
        """Merge the hand-kept rows of a level into those of the lists."""
        rows = {unit.id: unit for unit in plain}
        curated = self._from_history(level)
        ends: dict[str, str] = {}
        for unit in curated:
            if unit.id in rows:
                listed = rows[unit.id]
                changes = {name: getattr(unit, name) for name in COLUMNS if getattr(unit, name)}
                rows[unit.id] = replace(listed, **changes)
            else:
                rows[unit.id] = unit
                if "@" in unit.id:
                    ends[unit.code] = max(ends.get(unit.code, ""), unit.valid_to)
        for code, end in ends.items():
            last = rows.get(f"gso:{code}")
            if last is not None and not last.valid_from:
                rows[last.id] = replace(last, valid_from=day_after(end))
        for unit in rows.values():
            if level == "district" and unit.parent.startswith("gso:"):
                unit.parent = self._at(self._code_of(unit.parent), unit.valid_to)
            self._add(unit)
            if unit.code:
                self.versions.setdefault(unit.code, []).append(unit)
        for found in self.versions.values():
            found.sort(key=lambda unit: unit.valid_to or "9999")

    @staticmethod
    def _code_of(key: str) -> str:
        return key.removeprefix("gso:").partition("@")[0]

    def _at(self, code: str, day: str) -> str:
        """Return the id of the version of `code` in force on `day`, else of the last before, else of the last."""
        found = self.versions[code]
        for unit in found:
            if not unit.valid_to or unit.valid_to >= day:
                return unit.id
        return found[-1].id

    def _provinces(self) -> None:
        plain = []
        for code, entry in self.lists[-1].provinces.items():
            successor = f"2025:{self.reform.province_successor[code]}"
            plain.append(Unit(f"gso:{code}", code, "gso", "province", entry.type, entry.name, "VN", "", "2025-06-30", successor))
        self._with_history("province", plain)

    def _province_of(self, district: str) -> str:
        found = (entries.districts.get(district) for entries in reversed(self.lists))
        return next(entry.parent for entry in found if entry is not None)

    def _districts(self) -> None:
        plain = []
        last = self.lists[-1].districts
        for code in sorted({code for entries in self.lists for code in entries.districts}):
            window = max(number for number, entries in enumerate(self.lists) if code in entries.districts)
            entry = self.lists[window].districts[code]
            end = "2025-06-30" if code in last else day_before(self.lists[window + 1].day)
            successor = f"2025:{self.reform.province_successor[entry.parent]}"
            plain.append(
                Unit(
                    id=f"gso:{code}",
                    code=code,
                    system="gso",
                    level="district",
                    type=entry.type,
                    name=entry.name,
                    parent=f"gso:{entry.parent}",
                    valid_from="",
                    valid_to=end,
                    successor=successor,
                )
            )
        self._with_history("district", plain)

    def _change_day(self, entry: Entry, window: int) -> str:
        province = self._province_of(entry.parent)
        day = self.dates.get((entry.parent, window)) or self.dates.get((province, window))
        return day or self.lists[window + 1].day

    def _communes(self) -> None:
        lists = [(entries.day, entries.communes) for entries in self.lists]
        found = periods(lists, self._change_day, "2025-06-30", len(lists) - 1)
        for period in found:
            self._commune(period)
        for code, names in self.older_spellings.items():
            self.spellings.update((name, f"gso:{code}") for name in names)
        for snapshot in self.lists:
            for code, entry in snapshot.communes.items():
                self._spelling(code, entry)
        for unit in self._from_history("commune"):
            listed = self.units[unit.id]
            changes = {name: getattr(unit, name) for name in COLUMNS if getattr(unit, name)}
            self.units[unit.id] = replace(listed, **changes)

    def _spelling(self, code: str, entry: Entry) -> None:
        """Note the spelling of a list where it is not that of the row."""
        for unit in self.versions[code]:
            if key(unit.name) == key(entry.name) and unit.name.lower() != entry.name.lower():
                self.spellings.add((entry.name, unit.id))

    def _commune(self, period: Period) -> None:
        entry, code = period.entry, period.code
        last = period.valid_to == "2025-06-30" or not any(
            code in entries.communes for entries in self.lists if entries.day > period.valid_to
        )
        key = f"gso:{code}" if last else f"gso:{code}@{period.valid_to}"
        parent = self._at(entry.parent, period.valid_to)
        successor = self._successor(code, entry)
        unit = Unit(key, code, "gso", "commune", entry.type, entry.name, parent, period.valid_from, period.valid_to, successor)
        self._add(unit)
        self.versions.setdefault(code, []).append(unit)

    def _successor(self, code: str, entry: Entry) -> str:
        found = self.reform.commune_successors.get(code)
        if found is None:
            found = self.reform.commune_successors.get(self._absorber(entry), [])
        if not found:
            found = [self.reform.province_successor[self._province_of(entry.parent)]]
        return ",".join(f"2025:{one}" for one in dict.fromkeys(found))

    def _absorber(self, entry: Entry) -> str:
        """Return the code of the unit of June 2025 that a merged commune went into, "" if not known.

        It is known by its list of former names, or by bearing the name of the commune.
        """
        last = self.lists[-1]
        heirs = self._heirs(entry.parent)
        province = self._province_of(entry.parent)
        full, bare = slug(f"{entry.type} {entry.name}"), slug(entry.name)
        for wanted, own in ((full, False), (bare, False), (bare, True)):
            near: list[str] = []
            far: list[str] = []
            for code, names in self.reform.former_keys.items():
                unit = last.communes[code]
                if (slug(unit.name) == wanted) if own else (wanted in names):
                    (near if unit.parent in heirs else far).append(code)
            far = [code for code in far if last.districts[last.communes[code].parent].parent == province]
            if len(near) == 1:
                return near[0]
            if not near and len(far) == 1 and not own:
                return far[0]
        return ""

    def _heirs(self, district: str) -> set[str]:
        """Districts of June 2025 that hold communes once in `district`."""
        found = {district}
        for entries in self.lists:
            for code, entry in entries.communes.items():
                if entry.parent == district and code in self.lists[-1].communes:
                    found.add(self.lists[-1].communes[code].parent)
        return found


def write(units: Sequence[Unit], spellings: set[tuple[str, str]], out: Path) -> None:
    """Write both files."""
    text = io.StringIO()
    text.write("# columns: " + "\t".join(COLUMNS) + "\n")
    for unit in units:
        text.write("\t".join(astuple(unit)) + "\n")
    with gzip.GzipFile(filename="", mode="wb", fileobj=(raw := io.BytesIO()), mtime=0, compresslevel=9) as packed:
        packed.write(text.getvalue().encode("utf-8"))
    (out / "units.tsv.gz").write_bytes(raw.getvalue())
    lines = ["# spellings of older official lists; written by build.py", "alias\ttarget_id\tnote"]
    lines += [f"{name}\t{key}\tolder official list" for name, key in sorted(spellings)]
    (out / "spellings.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def collect(folder: Path) -> Builder:
    """Fetch and read everything; `folder` keeps the wheels."""
    reform, legacy = sources.read_reform(sources.fetch(sources.ADMIN_UNITS, folder))
    lists = [sources.read_snapshot(day, sources.fetch(package, folder)) for day, package in sources.SNAPSHOTS]
    align(legacy, lists[-1], reform)
    recode(lists[0], lists[1])
    first = sources.read_first(read_table(HERE / "list_2019.tsv"), lists[0])
    lists = [first, *lists, legacy]
    spellings = respell(lists)
    return Builder(lists, reform, read_table(HERE / "history.tsv"), spellings)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Rebuild units.tsv.gz from published packages.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to (default: beside this file)")
    parser.add_argument("--wheels", type=Path, help="folder that keeps the wheels (default: a temporary one)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        builder = collect(arguments.wheels or Path(folder))
    units = builder.build()
    write(units, builder.spellings, arguments.out)
    print(f"{len(units)} units written to {arguments.out / 'units.tsv.gz'}")


if __name__ == "__main__":
    main()

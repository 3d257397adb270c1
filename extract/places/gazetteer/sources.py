"""The published packages behind the gazetteer, read from their wheels without running any of their code."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .names import split

ADMIN_UNITS = "vietnamadminunits==1.0.4"
#: Older lists of the General Statistics Office: (day of the list, package that carries it).
SNAPSHOTS: tuple[tuple[str, str], ...] = (
    ("2020-01-15", "vietnam-provinces==0.2.2"),
    ("2021-04-01", "vietnam-provinces==0.3.0"),
    ("2023-05-01", "vietnam-provinces==0.5.0"),
    ("2025-01-04", "vietnam-provinces==0.6.0"),
)
#: Day of the list kept as differences in `list_2019.tsv`, before the mergers of 2019 to 2021.
FIRST_SNAPSHOT = "2019-10-06"
COMMUNE_DIGITS = 5
LAST_SNAPSHOT = "2025-06-30"


@dataclass(frozen=True)
class Entry:
    """One unit as a list prints it."""

    type: str
    name: str
    parent: str


@dataclass
class Snapshot:
    """All units of one day, by code."""

    day: str
    provinces: dict[str, Entry] = field(default_factory=dict)
    districts: dict[str, Entry] = field(default_factory=dict)
    communes: dict[str, Entry] = field(default_factory=dict)


@dataclass
class Reform:
    """The units since July 2025 and where each earlier commune went."""

    provinces: dict[str, Entry] = field(default_factory=dict)
    communes: dict[str, Entry] = field(default_factory=dict)
    province_successor: dict[str, str] = field(default_factory=dict)
    commune_successors: dict[str, list[str]] = field(default_factory=dict)
    #: earlier names of a commune, as unaccented keys with the type in front: code → {"xadongdu", …}
    former_keys: dict[str, set[str]] = field(default_factory=dict)


def fetch(requirement: str, folder: Path) -> Path:
    """Return the wheel of `requirement`, downloading it with pip into `folder` unless it is there."""
    name, version = requirement.split("==")
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    for wheel in sorted(folder.glob(pattern)):
        return wheel
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), requirement], check=True)
    return next(iter(sorted(folder.glob(pattern))))


def _load(wheel: Path, member: str) -> object:
    with zipfile.ZipFile(wheel) as archive:
        return json.loads(archive.read(member))


def _records(value: object) -> Iterator[dict[str, object]]:
    assert isinstance(value, list)
    for item in value:
        assert isinstance(item, dict)
        yield item


def _code(record: dict[str, object], width: int) -> str:
    return str(record["code"]).zfill(width)


def _entry(full: object, parent: str) -> Entry:
    kind, name = split(str(full))
    return Entry(kind, name, parent)


def read_snapshot(day: str, wheel: Path) -> Snapshot:
    """Read a three-level list from a wheel of vietnam-provinces."""
    found = Snapshot(day)
    for province in _records(_load(wheel, "vietnam_provinces/data/nested-divisions.json")):
        province_code = _code(province, 2)
        found.provinces[province_code] = _entry(province["name"], "")
        for district in _records(province["districts"]):
            district_code = _code(district, 3)
            found.districts[district_code] = _entry(district["name"], province_code)
            for commune in _records(district["wards"]):
                found.communes[_code(commune, 5)] = _entry(commune["name"], district_code)
    return found


def read_first(rows: list[dict[str, str]], following: Snapshot) -> Snapshot:
    """Return the list of 2019: `following` with the differences in `rows` undone."""
    found = Snapshot(FIRST_SNAPSHOT, dict(following.provinces), dict(following.districts), dict(following.communes))
    for row in rows:
        level = found.communes if len(row["code"]) == COMMUNE_DIGITS else found.districts
        if row["type"]:
            level[row["code"]] = Entry(row["type"], row["name"], row["parent"])
        else:
            del level[row["code"]]
    return found


def _query(wheel: Path, sql: str) -> list[tuple[str, ...]]:
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        path = archive.extract("vietnamadminunits/data/dataset.db", folder)
        connection = sqlite3.connect(path)
        try:
            return [tuple(value or "" for value in row) for row in connection.execute(sql)]
        finally:
            connection.close()


def read_legacy(wheel: Path, reform: Reform) -> tuple[Snapshot, dict[str, str]]:
    """Read the units of June 2025, and the code behind each key of the converter; note former names in `reform`."""
    found = Snapshot(LAST_SNAPSHOT)
    codes: dict[str, str] = {}
    columns = "provinceCode, province, districtCode, district, wardCode, ward"
    keys = "provinceKey, districtKey, wardKey, wardAlias"
    for row in _query(wheel, f"select {columns}, {keys} from admin_units_legacy"):
        province, province_name, district, district_name, ward, ward_name, *rest = row
        found.provinces[province] = _entry(province_name, "")
        found.districts[district] = _entry(district_name, province)
        codes[rest[0]] = province
        codes["_".join(rest[:3])] = ward or district
        if ward:
            found.communes[ward] = _entry(ward_name, district)
            reform.former_keys[ward] = set(json.loads(rest[3])) if rest[3] else set()
    return found, codes


def _commune_mapping(converter: dict[str, dict[str, dict[str, list[object]]]], new: dict[str, str]) -> dict[str, list[str]]:
    """Old key → codes of 2025, the default first."""
    found: dict[str, list[str]] = {}
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new_key, old_keys in communes.items():
            for old_key in old_keys:
                found.setdefault(str(old_key), []).append(new[f"{province}_{new_key}"])
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old_key, choices in divided.items():
            ranked = sorted(_records(choices), key=lambda choice: not choice["isDefaultNewWard"])
            found.setdefault(old_key, []).extend(new[f"{province}_{choice['newWardKey']}"] for choice in ranked)
    return found


def read_reform(admin_units: Path) -> tuple[Reform, Snapshot]:
    """Read the units of 2025 with the mapping onto them, and the last units of the older system."""
    reform = Reform()
    legacy, old_codes = read_legacy(admin_units, reform)
    new_codes: dict[str, str] = {}
    columns = "provinceCode, province, wardCode, ward, provinceKey, wardKey"
    for province, province_name, ward, ward_name, province_key, ward_key in _query(
        admin_units,
        f"select {columns} from admin_units",
    ):
        reform.provinces[province] = _entry(province_name, "")
        reform.communes[ward] = _entry(ward_name, province)
        new_codes[province_key] = province
        new_codes[f"{province_key}_{ward_key}"] = ward
    converter = _load(admin_units, "vietnamadminunits/data/converter_2025.json")
    assert isinstance(converter, dict)
    for new_key, old_keys in converter["DICT_PROVINCE"].items():
        for old_key in old_keys:
            reform.province_successor[old_codes[old_key]] = new_codes[new_key]
    for key, successors in _commune_mapping(converter, new_codes).items():
        reform.commune_successors[old_codes[key]] = successors
    return reform, legacy

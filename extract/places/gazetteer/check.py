"""Check the gazetteer: `python -m solieu.extract.places.gazetteer.check`; prints counts, fails on a broken link."""

from __future__ import annotations

import csv
import gzip
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent


def load(path: Path) -> list[dict[str, str]]:
    """Read `units.tsv.gz`."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        header = lines.readline().removeprefix("# columns:").strip().split("\t")
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [dict(zip(header, row, strict=True)) for row in rows]


def _table(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _of_row(row: dict[str, str], units: dict[str, dict[str, str]]) -> Iterator[str]:
    if row["parent"] and row["parent"] not in units:
        yield f"no parent {row['parent']}"
    heirs = [heir for heir in row["successor"].split(",") if heir]
    yield from (f"no successor {heir}" for heir in heirs if units.get(heir, {}).get("system") != "2025")
    if row["system"] == "gso" and not heirs:
        yield "no successor"
    if row["valid_from"] and row["valid_to"] and row["valid_from"] > row["valid_to"]:
        yield f"valid from {row['valid_from']} to {row['valid_to']}"
    if not row["name"] or unicodedata.normalize("NFC", row["name"]) != row["name"]:
        yield f"name {row['name']!r}"


def _overlaps(rows: list[dict[str, str]]) -> Iterator[str]:
    versions: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        if row["code"]:
            versions.setdefault((row["system"], row["code"]), []).append(row)
    for group in versions.values():
        group.sort(key=lambda row: row["valid_to"] or "9999")
        for first, second in pairwise(group):
            if not second["valid_from"] or second["valid_from"] <= first["valid_to"]:
                yield f"{first['id']} and {second['id']} overlap"


def problems(folder: Path = HERE) -> list[str]:
    """Return what is wrong with the files in `folder`."""
    rows = load(folder / "units.tsv.gz")
    units = {row["id"]: row for row in rows}
    found = [f"double id {key}" for key, count in Counter(row["id"] for row in rows).items() if count > 1]
    found += [f"{row['id']}: {problem}" for row in rows for problem in _of_row(row, units)]
    found += _overlaps(rows)
    for name in ("aliases.tsv", "spellings.tsv"):
        for alias in _table(folder / name):
            if alias["target_id"] not in units:
                found.append(f"{name}: {alias['alias']} points at {alias['target_id']}")
            if unicodedata.normalize("NFC", alias["alias"]) != alias["alias"]:
                found.append(f"{name}: {alias['alias']} is not NFC")
    provinces = {row["code"] for row in rows if row["level"] == "province"}
    for region in _table(folder / "regions.tsv"):
        codes = region["provinces"].split(",")
        found += [f"region {region['name']}: {code}" for code in codes if code not in provinces]
    return found


def main() -> int:
    """Print counts and problems."""
    rows = load(HERE / "units.tsv.gz")
    for (system, level), count in sorted(Counter((row["system"], row["level"]) for row in rows).items()):
        print(f"{system or '-':5} {level:10} {count}")
    found = problems()
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

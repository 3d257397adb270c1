"""Bring the lists of different days together: one code and one spelling for what is one unit."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from .names import slug
from .sources import Entry, Reform, Snapshot

#: Provinces whose communes really changed between the last two lists; elsewhere a new name is a corrected one.
CHANGED_LAST = {"14", "77"}


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry.parent, entry.type, slug(entry.name)


def recode(older: Snapshot, newer: Snapshot) -> None:
    """Give the communes of `older` the codes of `newer` where the same unit stands under two codes.

    The first list after a merger sometimes carried a new unit under another code than all later lists.
    """
    known = {_key(entry): code for code, entry in newer.communes.items()}
    for code, entry in sorted(older.communes.items()):
        other = known.get(_key(entry))
        if other is not None and code not in newer.communes and other not in older.communes:
            older.communes[other] = older.communes.pop(code)


def align(legacy: Snapshot, official: Snapshot, reform: Reform) -> None:
    """Give the communes of June 2025 the codes of the official list of January 2025; drop what only that list has.

    Merged wards of one name got different codes in the two; and the official list still carried some units that
    had been merged away.
    """
    known = {_key(entry): code for code, entry in official.communes.items()}
    for code, entry in sorted(legacy.communes.items()):
        other = known.get(_key(entry))
        if code in official.communes or other is None or other in legacy.communes:
            continue
        legacy.communes[other] = legacy.communes.pop(code)
        reform.former_keys[other] = reform.former_keys.pop(code)
        reform.commune_successors[other] = reform.commune_successors.pop(code)
    for code in sorted(official.communes.keys() - legacy.communes.keys()):
        del official.communes[code]
    for code, entry in legacy.communes.items():
        listed = official.communes.get(code)
        if listed and "-" in listed.name and slug(listed.name) == slug(entry.name):
            legacy.communes[code] = replace(entry, name=listed.name)


def respell(lists: list[Snapshot]) -> dict[str, set[str]]:
    """Replace misspelt names of the official lists by those of June 2025; return the older spellings by code."""
    last, official = lists[-1], lists[-2]
    found: dict[str, set[str]] = {}
    for code, entry in last.communes.items():
        listed = official.communes.get(code)
        if listed is None or listed.name == entry.name or (listed.type, listed.parent) != (entry.type, entry.parent):
            continue
        province = last.districts[entry.parent].parent
        alike = SequenceMatcher(None, slug(listed.name), slug(entry.name)).ratio()
        if alike < (0.8 if province in CHANGED_LAST else 0.4):
            continue
        for snapshot in lists[:-1]:
            old = snapshot.communes.get(code)
            if old is not None and old.name == listed.name:
                snapshot.communes[code] = replace(old, name=entry.name)
        found.setdefault(code, set()).add(listed.name)
    return found

"""How the noun and the value of a part compare with those of its whole."""

from __future__ import annotations

from ..figures import LEVEL_KINDS, Figure

_ANY_CASE = frozenset({"trường hợp", "ca", "em", "đối tượng"})
"""Nouns that take up whatever was counted before: "27 thí sinh vi phạm, trong đó 26 trường hợp bị đình chỉ"."""


def some_of(whole: Figure, part: Figure) -> bool:
    """Say whether a count is a smaller one of the same noun, which the part itself names."""
    same = part.kind == whole.kind == "count" and bool(part.unit) and (part.unit == whole.unit or shortened(whole, part))
    return same and is_less(part, whole)


def is_less(part: Figure, whole: Figure) -> bool:
    """Say whether both figures are told exactly and the first is the smaller one."""
    return part.value is not None and whole.value is not None and part.value < whole.value


def shortened(whole: Figure, part: Figure) -> bool:
    """Say whether a part's noun is that of the whole cut short, or left out: the "33 bài" of "95 bài thi"."""
    return not part.unit or (whole.kind == "count" and (whole.unit or "").startswith(f"{part.unit} "))


def is_number_of(whole: Figure, part: Figure) -> bool:
    """Say whether a number without a noun can be one of what was counted: the 16.500 of "41.200 hộ, trong đó hộ nghèo là 16.500"."""
    return part.kind == whole.kind == "count" and not part.unit and bool(whole.unit) and is_less(part, whole)


def _is_one_of(noun: str, nouns: str) -> bool:
    """Say whether a noun begins with one of a row: "xã khu vực III" and "xã, phường, thị trấn"."""
    return any(f"{noun} ".startswith(f"{one} ") for one in nouns.split(", "))


def can_hold(whole: Figure, part: Figure) -> bool:
    """Say whether one figure can be the whole of another, by unit and size."""
    if whole.kind not in LEVEL_KINDS or whole.value is None or (whole.per != part.per and part.kind != "percentage"):
        return False
    if part.kind == "percentage":
        return part.per is None and whole.kind in ("count", "money", "measurement")
    if part.kind != whole.kind:
        return False
    size = part.value if part.value is not None else part.high
    if size is not None and size > whole.value:
        return False
    bodies = {"organisation", "education", "building", "work"}
    if {whole.group, part.group} <= bodies or ((whole.unit or "").startswith("đơn vị") and part.group == "place_unit"):
        return True
    if whole.group == part.group == "place_unit" and "," in (whole.unit or "") and _is_one_of(part.unit or "", whole.unit or ""):
        return True  # "199 xã, phường, thị trấn, trong đó có 155 xã khu vực III"
    if part.unit in _ANY_CASE and whole.group in ("person", "event", "household"):
        return True
    if whole.unit == "lượt":
        return part.unit == "lượt" or part.group == "person"
    return whole.unit == part.unit or (
        whole.group == part.group and whole.group in ("person", "household", "organisation", "education", "event", "place_unit")
        and (whole.group != "place_unit" or whole.unit in ("đơn vị", "đơn vị hành chính"))
    )  # fmt: skip

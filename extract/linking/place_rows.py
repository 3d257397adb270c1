"""The place columns of a figure's row: of the country, of a unit, and what encloses it."""

from __future__ import annotations

from typing import Any

from ..places.units import Gazetteer, Unit, base_id


def country_place() -> dict[str, Any]:
    """Give the place columns of the whole country."""
    return {
        "name": "Việt Nam",
        "level": "country",
        "code": "VN",
        "province_code": None,
        "code_2025": "VN",
        "province_code_2025": None,
        "unit_id": "VN",
    }


def place_of(unit: Unit, units: Gazetteer) -> dict[str, Any]:
    """Give the place columns of a unit."""
    province = units.province(unit)
    later = units.successor(unit)
    later_province = units.successor(province) if province is not None else None
    return {"name": unit.shown, "level": unit.level, "code": unit.code, "province_code": province.code if province else None,
            "code_2025": later.code if later is not None and later.level == unit.level else None,
            "province_code_2025": later_province.code if later_province else None, "unit_id": unit.id}  # fmt: skip


def enclosing(place: dict[str, Any] | None, units: Gazetteer) -> set[str]:
    """Give the ids, without periods, of the units a place lies in; none where it is unknown."""
    unit = units.units.get(place["unit_id"]) if place and place.get("unit_id") else None
    return {base_id(one) for one in list(units.chain(unit))[1:]} if unit is not None else set()

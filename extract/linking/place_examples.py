"""Places that a text names as examples: once, in passing, before it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from ..figures import Figure
from .place_candidates import PlaceScene, place_key

_SEVERAL = 2
"""Districts from which a text tells of more than one."""


def named_in_sentence(scene: PlaceScene, figure: Figure) -> dict[str, Any] | None:
    """Give a figure's place as its own sentence names it."""
    key = place_key(figure.place)
    return next((scene.places[i] for i in scene.between(*figure.bounds) if scene.keys[i] == key), None)


def named_districts(places: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Give the mentions of every district that a text names, by its key."""
    found: dict[str, list[dict[str, Any]]] = {}
    for place in places:
        if place["level"] == "district" and place.get("quote"):
            found.setdefault(place_key(place), []).append(place)
    return found


def passed(folded: str, figure: Figure, districts: dict[str, list[dict[str, Any]]], place: dict[str, Any]) -> bool:
    """Say whether a district was named but once, lines before, in a text that names others too: it was an example, and the text has gone on."""
    if place["level"] != "district" or len(districts) < _SEVERAL:
        return False
    before = [one for one in islice(districts.get(place_key(place), ()), 2) if one["start"] < figure.bounds[0]]
    return len(before) == 1 and folded.count("\n", before[0]["end"], figure.bounds[0]) > 1


def was_example(scene: PlaceScene, figure: Figure, place: dict[str, Any]) -> bool:
    """Say whether a national text named a place more than one sentence before, and not in title or lead: it was an example."""
    key = place_key(place)
    if any(scene.keys[index] == key for index in scene.between(0, scene.lead_end)):
        return False
    before = scene.between(scene.lead_end, figure.bounds[0])
    last = next((index for index in reversed(before) if scene.keys[index] == key), None)
    return last is not None and figure.sentence - scene.sentence_of[last] > 1

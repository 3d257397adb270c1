"""Places of a text's figures chosen together: neighbours with no place named between them mostly have the same one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..figures import Figure
from ..places.units import Gazetteer
from .chains import DecideRow, Link
from .place_candidates import PlaceScene, place_key
from .place_examples import passed, was_example
from .place_levels import province_around

Place = dict[str, Any] | None
_TIE, _FAR_TIE = 3.0, 1.5
"""Logarithms of how much likelier figures of one sentence or neighbouring ones, and of sentences further apart, have one place where
none is named between them; 0 to 5 were compared on annotated articles of a news archive."""


_OVER_COUNTRY = 0.9
"""Probability from which the classifier moves a figure of a national article to a province; the corpus has few such articles."""


@dataclass(frozen=True, slots=True)
class Open:
    """A figure whose place is to be chosen.

    Attributes:
        rule: the place that the rules give it.
        candidates: what it can be.
        features: what is known of each.
        allowed: says of a candidate's index and its probability whether it may be taken.
        settle: gives the place that a chosen one stands for.
    """

    rule: Place
    candidates: Sequence[Place]
    features: Sequence[tuple[str, ...]]
    allowed: Callable[[int, float], bool]
    settle: Callable[[Place], Place]


class PlaceChain:
    """The figures of a text whose places are open, and those that have theirs from the one before them."""

    def __init__(self, figures: Sequence[Figure], places: Sequence[dict[str, Any]]) -> None:
        self._figures = figures
        self._starts = sorted(place["start"] for place in places)
        self._open: dict[int, Open] = {}
        self._alike: set[int] = set()

    def add(self, index: int, choice: Open) -> None:
        """Take a figure in whose place is open."""
        self._open[index] = choice

    def like_before(self, index: int) -> None:
        """Let a figure have the place of the one before it, whatever that is."""
        self._alike.add(index)

    def choose(self, decide: DecideRow) -> None:
        """Choose the open places, in the figures themselves; all other figures keep theirs."""
        row = [self._link(index) for index in range(len(self._figures)) if index not in self._alike]
        chosen = {link.index: best for link, (best, _) in zip(row, decide(row), strict=True)}
        for index, figure in enumerate(self._figures):
            if index in self._alike:
                figure.place = self._figures[index - 1].place
            elif (choice := self._open.get(index)) is not None:
                best = chosen[index]
                figure.place = choice.settle(choice.rule if "rule" in choice.features[best] else choice.candidates[best])

    def _link(self, index: int) -> Link:
        choice, tie = self._open.get(index), self._tie(index)
        if choice is None:
            place = self._figures[index].place
            return Link(index, (place,), (place_key(place),), (), tie)
        return Link(index, choice.candidates, [place_key(one) for one in choice.candidates], choice.features, tie, choice.allowed)

    def _tie(self, index: int) -> float:
        if index == 0:
            return 0.0
        before, figure = self._figures[index - 1], self._figures[index]
        if bisect_left(self._starts, before.end) < bisect_left(self._starts, figure.bounds[1]):
            return 0.0
        return _TIE if figure.sentence - before.sentence < 2 else _FAR_TIE


def settled(
    folded: str,
    figure: Figure,
    in_sentence: bool,
    districts: dict[str, list[dict[str, Any]]],
    scene: PlaceScene,
    home: dict[str, Any] | None,
    units: Gazetteer,
    place: dict[str, Any] | None,
) -> dict[str, Any] | None:
    """Give the place that one chosen for a figure stands for: what was an example gives way to what the text is about."""
    if in_sentence or place is None:
        return place
    if passed(folded, figure, districts, place):
        place = province_around(place, units)
    of_country = home is not None and home["level"] == "country" and place is not None
    return home if of_country and was_example(scene, figure, place) else place


def may_take(
    rule: dict[str, Any] | None,
    candidates: Sequence[dict[str, Any] | None],
    home: dict[str, Any] | None,
    scened: str | None,
    index: int,
    probability: float,
) -> bool:
    """Say whether a figure may have a candidate for its place; `scened` is the place of what the article tells of, if it may always."""
    led = scened is not None and place_key(candidates[index]) == scened
    return led or _may_move(rule, candidates[index], home, probability)


def _may_move(rule: dict[str, Any] | None, choice: dict[str, Any] | None, home: dict[str, Any] | None, probability: float) -> bool:
    """Say whether the classifier may give a figure another place than the rules.

    That a figure of the country or of a province has no place is for the rules of what is abroad to say; where nothing says what an article
    is about, it is not about the country; of a province that it is about, the rules know when a district is meant, and of a commune, when
    the district around it is.
    """
    if choice is None:
        return rule is None or rule["level"] not in ("country", "province")
    if rule is None:
        return not (home is None and choice["level"] == "country")
    if home is not None and home["level"] == "country":
        return probability >= _OVER_COUNTRY
    if home is None or place_key(rule) != place_key(home):
        return True
    around = choice["level"] == "district" and home["level"] == "commune" and choice["province_code"] == home["province_code"]
    return not (around or (home["level"] == "province" and choice["level"] in ("district", "commune")))

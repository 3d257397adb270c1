"""The places a figure could speak of, each described by features for the linking classifier.

| feature | what it says |
| --- | --- |
| `none`, `country`, `home`, `rule` | no place; the whole country; the article's own place; what the rules of scope chose |
| `level` | province, district, commune, … |
| `where` | same clause before or behind, same sentence before or behind, so many sentences back, same paragraph |
| `rank` | the how-maniest distinct place before the figure |
| `often` | how often the article names it |
| `title`, `lead`, `first` | it stands in the title, the lead, or is the first place named |
| `soft` | it is only pointed at ("tỉnh", "huyện") |
| `link` | the word right before it ("tại", "của", "ở") |
| `previous`, `whole` | it is the place of the figure before, of the figure's whole |
| `narrow` | it stands behind a figure of an earlier sentence, and so may speak of that one alone |
| `pointed`, `household` | the figure's clause points back ("trạm này", "nơi đây"); its sentence speaks of a household |
| `about` | the first words of the figure's subject, and its unit |
| `row` | it stands in a row of units of one level, of none of which alone anything is told |
| `@…` | of the figure: what sort of thing it is of, its kind, its sentence; of the mention: lines between, words that its sentence shares |
| `inner`, `outer` | another candidate lies in it, or it lies in another candidate |
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..figures import Figure, clause_start
from ..places.units import Gazetteer
from ..text.sentences import sentence_at
from ..text.view import fold
from .cohesion import Cohesion
from .measure_nouns import group_of
from .place_attached import IN_ONE_LIST
from .place_mentions import happens, organ_of, setting_of
from .place_rows import enclosing
from .residences import of_household

_EARLY = 8
"""Sentences, title and lead among them, in which an article tells where what it reports happened."""
_LINK = re.compile(r"(\w+)\W*$")
_MOST = 10
_RANKS = 5
"""Places before a figure, from the nearest, whose rank is a feature; those behind them count as the last."""
_AWAY = re.compile(r"(?<!\w)cách(?: [^\W\d_]+){0,3} $")
"""Before a place that a length is only measured from: "cách trung tâm Hà Nội 40 km"."""
_AWAY_REACH = 30
_PARTED = re.compile(r"[,;:]")
_POINTS = re.compile(r"(?<!\w)(?:này|trên|nói trên|kể trên|nơi đây|ở đây|tại đây|đó)(?!\w)")
_WHOLE = re.compile(r"(?<!\w)(?:trung ương|cả nước|toàn quốc)(?!\w)")
"""Words for the whole country."""

Place = dict[str, Any]


def place_key(place: Place | None) -> str:
    """Name a place so that its mentions compare: the unit's id without its period, or its name and level."""
    if place is None:
        return "-"
    unit_id = place.get("unit_id")
    return str(unit_id).partition("@")[0] if unit_id else f"{place['level']}:{place['name']}"


@dataclass(slots=True)
class PlaceScene:
    """What all figures of one text share when their places are chosen."""

    folded: str
    places: list[Place]
    sentences: tuple[tuple[int, int], ...]
    breaks: list[int]
    title_end: int
    lead_end: int
    home: Place | None
    units: Gazetteer
    often: dict[str, int]
    keys: list[str]
    starts: list[int]
    led: list[int]
    lines: dict[str, set[str]]
    sentence_of: list[int]
    organs: list[int]
    roles: list[str]
    happening: list[bool]
    event: int | None
    parts: dict[int, tuple[int, int]]
    cohesion: Cohesion
    rows: set[int]

    @classmethod
    def of(cls, folded: str, places: list[Place], sentences: tuple[tuple[int, int], ...], breaks: list[int], ends: tuple[int, int],
           home: Place | None, units: Gazetteer, organs: list[int], parts: dict[int, tuple[int, int]]) -> PlaceScene:  # fmt: skip
        """Count the mentions once for the text; `organs` is where organs of the state are named, `parts` the brackets that give parts, by
        the starts of the places in them.
        """
        often: dict[str, int] = {}
        keys = [place_key(place) for place in places]
        for key, place in zip(keys, places, strict=True):
            if place.get("quote"):
                often[key] = often.get(key, 0) + 1
        starts = [place["start"] for place in places]
        within = [sentence_at(sentences, place["start"]) for place in places]
        roles = [_role(folded, place) for place in places]
        happening = [happens(folded, place) for place in places]
        rows = _in_rows(folded, places)
        event = _event(places, within, roles, happening, rows)
        if event is not None:  # the commune in the district that the lead has named
            deeper = (
                i for i in range(event + 1, len(places)) if within[i] < _EARLY and roles[i] == "at" and happening[i] and i not in rows
            )
            event = next((i for i in deeper if keys[event] in enclosing(places[i], units)), event)
        title_end, lead_end = ends
        seen: dict[str, int] = {}
        led: list[int] = []  # the first two mentions of each place in title and lead: of one, a length may only be measured from it
        for i in range(bisect_left(starts, lead_end)):
            seen[keys[i]] = seen.get(keys[i], 0) + 1
            if seen[keys[i]] <= 2:
                led.append(i)
        return cls(folded, places, sentences, breaks, title_end, lead_end, home, units, often, keys, starts, led, {}, within, organs, roles,
                   happening, event, parts, Cohesion(folded, sentences), rows)  # fmt: skip

    def reaches(self, place: Place, figure: Figure) -> bool:
        """Say whether a place can be told of a figure: not one of the parts in brackets, where the figure stands outside them."""
        low, high = self.parts.get(place.get("start", -1), (0, figure.end))
        return low <= figure.start < high

    def between(self, low: int, high: int) -> list[int]:
        """Give the indices of the mentions that begin at `low` or later and before `high`."""
        return list(range(bisect_left(self.starts, low), bisect_left(self.starts, high)))

    def line(self, key: str, place: Place | None) -> set[str]:
        """Give the ids of what encloses a place; worked out once for each."""
        found = self.lines.get(key)
        if found is None:
            found = self.lines[key] = enclosing(place, self.units)
        return found


def _role(folded: str, place: Place) -> str:
    """Say how a mention stands in its sentence: the kind of organ it names, or how it is joined to what stands before it."""
    kind = organ_of(folded, place)
    return f"organ-{kind}" if kind is not None else setting_of(folded, place)


def _in_rows(folded: str, places: list[Place]) -> set[int]:
    """Give the mentions that stand in a row of units of one level: "các huyện A, B và C"; of none of them alone is anything told."""
    found: set[int] = set()
    for i, (one, other) in enumerate(pairwise(places)):
        if one["level"] == other["level"] and one["end"] <= other["start"] and IN_ONE_LIST.fullmatch(folded, one["end"], other["start"]):
            found |= {i, i + 1}
    return found


def _event(places: list[Place], within: list[int], roles: list[str], happening: list[bool], rows: set[int]) -> int | None:
    """Give the mention that most likely tells where what the article reports happened: the first small unit where something happens or is."""
    small = [
        i for i, place in enumerate(places)
        if place["level"] in ("district", "commune") and place.get("quote") and within[i] < _EARLY and i not in rows
        and not roles[i].startswith("organ")
    ]  # fmt: skip
    told = (
        [i for i in small if happening[i] and roles[i] == "at"]
        or [i for i in small if happening[i]]
        or [i for i in small if roles[i] == "at"]
    )
    return told[0] if told else None


def is_narrow(folded: str, figures: list[Figure], index: int, place: Place) -> bool:
    """Say whether a place stands behind a figure in its clause, and so tells of that figure rather than of what follows."""
    at = bisect_right(figures, place["start"], hi=index, key=lambda one: one.number_end) - 1
    if at < 0 or not figures[at].bounds[0] <= place["start"] < figures[at].bounds[1]:
        return False
    return _PARTED.search(folded, figures[at].end, place["start"]) is None


def place_candidates(
    scene: PlaceScene, figures: list[Figure], index: int, rule: Place | None, country: Place
) -> tuple[list[Place | None], list[tuple[str, ...]]]:
    """Give the candidates for a figure's place (None is one) and the features of each, in a fixed order.

    Args:
        scene: what the text's figures share.
        figures: the figures; those before `index` have their place.
        index: the figure.
        rule: what the rules of scope chose.
        country: the row that stands for Việt Nam.
    """
    figure = figures[index]
    low, high = figure.bounds
    chosen: dict[str, tuple[Place | None, int]] = {}  # key -> the place and the index of its nearest mention, or -1

    def add(key: str, place: Place | None, mention: int) -> None:
        if key not in chosen or chosen[key][1] < 0 <= mention:
            chosen[key] = (place, mention)

    places, names = scene.places, scene.keys
    behind = [i for i in scene.between(figure.number_end, high) if places[i].get("quote") and scene.reaches(places[i], figure)]
    last = bisect_right(scene.starts, figure.start) - 1
    while last >= 0 and places[last]["end"] > figure.start:
        last -= 1
    rule_key, home_key = place_key(rule), place_key(scene.home)
    add(rule_key, rule, -1)
    for i in behind[:2]:
        add(names[i], places[i], i)
    order: dict[str, int] = {}
    away = _measured_from(scene, figure, last)
    for i in range(last, -1, -1):
        if i == away or names[i] in order or not scene.reaches(places[i], figure):
            continue
        order[names[i]] = len(order) + 1
        if len(chosen) < _MOST:
            add(names[i], places[i], i)
        elif len(order) >= _RANKS:
            break  # nothing farther away can come in or be told apart
    for i in scene.led:
        if i != away and scene.reaches(places[i], figure):
            add(names[i], places[i], i)
    if scene.event is not None:
        add(names[scene.event], places[scene.event], -1)
    add(home_key, scene.home, -1)
    add("VN", country, -1)
    add("-", None, -1)
    keys = list(chosen)
    previous = place_key(figures[index - 1].place) if index else ""
    whole = place_key(figures[figure.total].place) if figure.total is not None and figure.total < index else ""
    lines = {key: scene.line(key, chosen[key][0]) for key in keys}
    present = set(keys)
    covered = set().union(*lines.values())
    sentence = figure.sentence
    floor = scene.breaks[bisect_right(scene.breaks, figure.start) - 1] if scene.breaks and scene.breaks[0] <= figure.start else 0
    start = clause_start(scene.folded, figure.left, low)
    first = names[0] if names else ""
    pointed = _POINTS.search(scene.folded, low, figure.left) is not None
    household = of_household(scene.folded, figure)
    others = present - {"VN"}
    event_key = names[scene.event] if scene.event is not None else ""
    event_line = scene.line(event_key, places[scene.event]) if scene.event is not None else set()
    stands = "title" if figure.start < scene.title_end else "lead" if figure.start < scene.lead_end else "body"
    sort = figure.group or figure.kind
    about = _about(figure)
    named = sum(low <= one < high for one in scene.starts[max(0, last - 6) : last + 7])
    shared = [
        *figure.signs, f"@kind={group_of(figure)}", f"@zone={stands}", f"@own={min(named, 3)}", f"@deep={5 * figure.start // (len(scene.folded) + 1)}",
        f"@places={min(len(scene.often), 8)}", f"@home={scene.home['level'] if scene.home else '-'}", f"@pointed={pointed}", f"@household={household}",
        f"@event={event_key != ''}", f"@part={whole != ''}", f"@unit={figure.unit or '-'}", f"@choice={min(len(keys), 8)}",
    ]  # fmt: skip
    found = []
    for key in keys:
        place, mention = chosen[key]
        features = ["none"] if place is None else [f"level={place['level']}"]
        level = place["level"] if place else "-"
        if key == rule_key:
            features += ["rule", f"rule/{level}", f"rule/{'same' if whole else 'free'}"]
        if key == home_key:
            features += ["home", f"home/{level}"]
        if place is not None and level == "country":
            organ = any(low <= at < figure.left for at in scene.organs) or _WHOLE.search(scene.folded, low, figure.left) is not None
            features += ["country", f"country/rule={key == rule_key}", f"country/organ={organ}", f"country/home={key == home_key}"]
        if key == previous:
            same = figures[index - 1].sentence == sentence
            features += ["previous", f"previous/{'same' if same else 'other'}", f"previous/{level}"]
        if key == whole:
            features.append("whole")
        if mention >= 0:
            features += _mention_features(scene, figure, mention, level, start, low, sentence, floor)
            if place is not None and place["start"] < low:
                features.append(f"narrow={is_narrow(scene.folded, figures, index, scene.places[mention])}/{level}")
            if pointed:
                features.append(f"pointed/{min(order.get(key, 9), 3)}/{level}")
            if household:
                features.append(f"household/{min(order.get(key, 9), 3)}/{level}")
            features.append(f"rank={min(order.get(key, _RANKS), _RANKS)}/{level}")
        elif place is not None:
            features.append("unmentioned")
        count = scene.often.get(key, 0)
        if place is not None:
            features.append(f"often={min(count, 4)}/{level}")
        if key == first:
            features.append(f"first/{level}")
        features += [f"{stands}/{level}", f"sort={sort}/{level}"]
        by = ("rule" if key == rule_key else "") + ("home" if key == home_key else "")
        for one in about:
            features += [f"about={one}/{level}", f"about={one}/{level}{by}"]
        if event_key:
            told = "event" if key == event_key else "around" if key in event_line else "else"
            features += [f"event={told}/{level}", f"event={told}/{stands}"]
        if key in covered:
            features.append(f"inner/{level}")
        if lines[key] & others:
            features.append(f"outer/{level}")
        if mention >= 0:
            features += scene.cohesion.described(figure, scene.sentence_of[mention], scene.starts[mention])
        features += [f"{sign}/{level}" for sign in figure.signs]
        found.append((*features, *shared))
    return [chosen[key][0] for key in keys], found


def _about(figure: Figure) -> tuple[str, ...]:
    """Give the first word of a figure's subject, its first two, and its unit, each once: prices and firms have other places than roads."""
    words = fold(figure.subject or "-").split()
    return tuple(dict.fromkeys((words[0], " ".join(words[:2]), f"u:{figure.unit or '-'}")))


def _measured_from(scene: PlaceScene, figure: Figure, last: int) -> int | None:
    """Give the index of the place right before a length that it is only measured from."""
    return last if last >= 0 and is_measured_from(scene.folded, figure, scene.places[last]) else None


def is_measured_from(folded: str, figure: Figure, place: Place) -> bool:
    """Say whether a length is only measured from a place of its sentence: "cách Hà Nội 300 km"."""
    start = place["start"]
    if figure.group != "length" or not figure.bounds[0] <= start < figure.start:
        return False
    return _AWAY.search(folded, max(0, start - _AWAY_REACH), start) is not None


def _mention_features(
    scene: PlaceScene, figure: Figure, index: int, level: str, clause: int, low: int, sentence: int, floor: int
) -> list[str]:
    mention = scene.places[index]
    position = mention["start"]
    if position >= figure.number_end:
        gap = scene.folded[figure.end : position]
        where = "behind-near" if len(gap) < 30 and not re.search(r"[,;:]", gap) else "behind"
    elif position >= clause:
        between = scene.folded[mention["end"] : figure.left]
        where = "clause-near" if len(between) < 25 else "clause"
    elif position >= low:
        where = "sentence"
    else:
        back = sentence - scene.sentence_of[index]
        where = f"back{min(back, 4)}" if position >= floor else "paragraph-before"
    features = [f"where={where}", f"where={where}/{level}"]
    if position < scene.title_end:
        features.append(f"title/{level}")
    elif position < scene.lead_end:
        features.append(f"lead/{level}")
    if not mention.get("quote"):
        features.append(f"soft/{where}")
    if index in scene.rows:
        features += ["row", f"row/{where}", f"row/{level}"]
    role = scene.roles[index]
    features += [f"role={role}/{level}", f"role={role}/{where}"]
    if scene.happening[index]:
        features += [f"happens/{level}", f"happens/{where}"]
    link = _LINK.search(scene.folded[max(0, position - 10) : position])
    if link:
        features.append(f"link={link[1]}")
    return features

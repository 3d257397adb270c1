"""Which unit a mention means: by the type word, the enclosing place, the other places of the article, newspaper and date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from ..text.view import View
from .backrefs import Mention
from .matcher import Candidate
from .periods import by_life, recoded, validity
from .seen import MIDDLE, SeenPlaces
from .surroundings import has_figure
from .units import LEVELS, REFORM, Gazetteer, Unit, base_id
from .words import words

_ENCLOSE = re.compile(r" ?(?:,|-|\(|/|thuộc|của|ở|tại|\.)? ?(?:địa bàn )?")
_BARE = {"country": 9.0, "region": 4.0, "province": 8.0, "district": 0.5}
"""What speaks for a level in a name without a type word: the province goes before its capital of the same name."""
_LIVES = 0.5
"""Validity from which a bare name can be a district: one abolished long ago is not meant where nothing tells the time."""
_MARGIN = 0.45
_CLEAR = 0.9
"""Lead over the next reading that decides with, and without, support from the article."""
_ROW_GAP = re.compile(
    r" ?(?:\([^()]{1,40}\)|:|-)?(?: (?:hiện )?(?:có|còn|đạt))? ?(?:[\d.,/]+[^.,;\n]{0,24})?(?:, [\d.,]+[^.,;\n]{0,20})?(?: ?[,;\n]| và| hay| hoặc| -|, và)[ +*-]{0,3}"
)


class PlaceLinker:
    """Resolves candidates to units."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def link(self, view: View, candidates: list[Candidate], moment: date | None, home: str | None) -> list[Mention]:
        """Resolve the candidates of one text.

        Args:
            view: the text.
            candidates: what `PlaceMatcher.find` found, in order.
            moment: the date of the article, or None; units in force then are preferred.
            home: two-digit code of the newspaper's province, or None.

        Returns:
            Mentions in order; candidates that stay ambiguous are left out.
        """
        own = self._gazetteer.province_of(home, None) if home is not None else None
        article = _Article(self._gazetteer, view, candidates, moment, own)
        article.hint()
        for index in sorted(range(len(candidates)), key=lambda number: (_turn(candidates[number]), number)):
            article.settle(index)
        article.settle_rest()
        return article.mentions()


def _turn(candidate: Candidate) -> int:
    """Give the order of settling: large and certain ones first, since they tell of the others."""
    top = min((LEVELS.index(unit.level) for unit in candidate.units), default=9)
    if candidate.levels:
        top = max(top, min(LEVELS.index(level) for level in candidate.levels))
    if candidate.weak:
        return 9
    if candidate.bare:
        return {0: 0, 1: 0, 2: 0, 3: 4}.get(top, 8)
    return {2: 1, 3: 3, 4: 6}.get(top, 7)


class _Article:
    """One text while its candidates are settled."""

    def __init__(self, gazetteer: Gazetteer, view: View, candidates: list[Candidate], moment: date | None, home: Unit | None) -> None:
        self._gazetteer = gazetteer
        self._view = view
        self._candidates = candidates
        self._moment = moment
        self._wide = moment is not None and moment >= REFORM
        self._home = frozenset({home.id, *(home.successors if self._wide else ())}) if home else frozenset()
        self._seen = SeenPlaces()
        self._senses: dict[tuple[str, ...], dict[str, int]] = {}
        self._settled: dict[int, tuple[Unit, float]] = {}
        self._unknown: set[int] = set()
        self._lives = [by_life(one.units, moment, one.type) for one in candidates]
        self._provinces: Counter[str] = Counter()
        self._outer = self._enclosing()
        self._rows = self._row_parents()

    def _line(self, base: str) -> frozenset[str]:
        return self._gazetteer.line(base, self._wide)

    # what is known before anything is settled

    def _enclosing(self) -> dict[int, int]:
        """Find for each candidate the one right behind it that encloses it: "xã A, huyện B", "An Lão (Hải Phòng)"."""
        found: dict[int, int] = {}
        candidates = self._candidates
        for index in range(len(candidates) - 2, -1, -1):
            here, after = candidates[index], candidates[index + 1]
            link = _ENCLOSE.match(self._view.folded, here.end)
            if link is not None and link.end() == after.start and link[0] and self._could_hold(index + 1, index):
                found[index] = index + 1
        for index in range(len(candidates) - 2, -1, -1):  # names of a list share what encloses the last of them
            here, after = candidates[index], candidates[index + 1]
            if index not in found and index + 1 in found and here.row is not None and here.row == after.row:
                found[index] = found[index + 1]
        return found

    def _could_hold(self, outer: int, inner: int) -> bool:
        """Say whether a reading of one candidate encloses a reading of another."""
        for base in self._lives[inner]:
            line = self._line(base)
            if any(other in line for other in self._lives[outer]):
                return True
        here, after = self._candidates[inner], self._candidates[outer]
        if not here.levels or not after.levels or (here.row is not None and here.row == after.row):
            return False
        return min(map(LEVELS.index, after.levels)) < min(map(LEVELS.index, here.levels))

    def _row_parents(self) -> dict[int, Counter[str]]:
        """Count for each list in how many of its names each enclosing unit has a reading."""
        rows: dict[int, Counter[str]] = {}
        for candidate, lives in zip(self._candidates, self._lives, strict=True):
            if candidate.row is not None:
                lines = set().union(*(self._line(base) for base in lives)) if lives else set()
                rows.setdefault(candidate.row, Counter()).update(lines)
        return rows

    def hint(self) -> None:
        """Let names that lie in one province, whichever of its units they mean, speak for it: huyện or TP Cao Lãnh."""
        for candidate, lives in zip(self._candidates, self._lives, strict=True):
            districts = [base for base, unit in lives.items() if unit.level == "district" and validity(unit, self._moment) > 0]
            if candidate.weak or len(districts) < 2 or any(unit.level in ("country", "region", "province") for unit in candidate.units):
                continue
            if shared := frozenset.intersection(*map(self._line, districts)):
                self._seen.add(candidate.start, "", "district", shared)

    # settling

    def _key(self, candidate: Candidate) -> tuple[str, ...]:
        return tuple(self._view.folded[candidate.name_start : candidate.end].replace("-", " ").split())

    def settle(self, index: int) -> None:
        """Choose a candidate's unit, or leave it open."""
        candidate, lives = self._candidates[index], self._lives[index]
        outer = self._outer.get(index)
        outer_ids: frozenset[str] | None = None
        if outer is not None:
            outer_ids = frozenset({base_id(self._settled[outer][0])} if outer in self._settled else self._lives[outer])
        link = self._view.folded[candidate.end : self._candidates[outer].start] if outer is not None else None
        scored: list[tuple[float, float, str, Unit]] = []
        if link == ", " and self._view.folded[candidate.start - 1 : candidate.start] == "(":
            link = "("  # "(Quảng Ninh, Quảng Bình)" behind a place: a district and its province
        for base, unit in self._readings(candidate, lives, link, outer_ids).items():
            support = self._support(candidate, base, unit, outer_ids)
            scored.append((support + self._fit(candidate, unit), support, unit.id, unit))
        scored.sort(key=lambda item: (-item[0], item[2]))
        chosen = self._decide(index, candidate, scored, outer_ids)
        if chosen is None:
            return
        unit, _ = chosen
        self._settled[index] = chosen
        base = base_id(unit)
        line = self._line(base)
        self._seen.add(candidate.start, base, unit.level, line)
        self._senses.setdefault(self._key(candidate), {})[base] = candidate.start
        province = self._gazetteer.province(unit)
        if province is not None:
            self._provinces[province.id] += 2 if unit.level == "province" else 1

    def settle_rest(self) -> None:
        """Try again what stayed open: a name may have become clear further down, or by what it encloses."""
        for index, candidate in enumerate(self._candidates):
            if index in self._settled or index in self._unknown:
                continue
            if not candidate.bare or candidate.row is not None or self._senses.get(self._key(candidate)):
                self.settle(index)

    def _readings(
        self, candidate: Candidate, lives: dict[str, Unit], outer: str | None, outer_ids: frozenset[str] | None
    ) -> dict[str, Unit]:
        """Give the readings of a name: a bare one is the largest unit that bears it, unless a smaller one was named before.

        Args:
            candidate: the mention.
            lives: its units by id without date.
            outer: what stands between it and the place behind it that can enclose it, or None.
            outer_ids: that place, or what it may be.
        """
        inside = outer is not None and ("(" in outer or "thuộc" in outer)
        if candidate.bare and inside and outer_ids:
            held = {base: unit for base, unit in lives.items() if unit.level == "district" and outer_ids & self._line(base) - {base}}
            if held:
                return held  # no province lies in a province: "Quảng Ninh (Quảng Bình)"
        tops = {
            base: unit
            for base, unit in lives.items()
            if unit.level in ("country", "region", "province") and validity(unit, self._moment) > -1.0
        }
        if candidate.bare and tops and not inside:
            return tops
        districts = {base for base, unit in lives.items() if unit.level == "district" and validity(unit, self._moment) > _LIVES}
        if not candidate.bare or not districts:
            return lives
        senses = self._senses.get(self._key(candidate), {})
        return {
            base: unit for base, unit in lives.items()
            if unit.level != "commune" or (base in senses and not districts & self._line(base) and not districts & senses.keys())
        }  # fmt: skip

    def _fit(self, candidate: Candidate, unit: Unit) -> float:
        """Score what the mention itself says: the type word, the level of a bare name, the date."""
        score = validity(unit, self._moment)
        if candidate.type is not None:
            if unit.type == candidate.type:
                score += 1.0
            elif (candidate.type == "thành phố" and unit.level == "province") or candidate.type == "tỉnh":
                score -= 4.0
            elif all((one.name, one.type) != (unit.name, candidate.type) for one in self._gazetteer.periods[base_id(unit)]):
                score -= 1.2  # "quận Thủ Đức" never was the TP Thủ Đức
        elif candidate.bare:
            score += _BARE.get(unit.level, -0.5) if score > -1.0 else 0.0
        return score

    def _support(self, candidate: Candidate, base: str, unit: Unit, outer_ids: frozenset[str] | None) -> float:
        """Score what the rest of the article says for a reading."""
        line = self._line(base)
        score = 0.0
        if unit.level in ("country", "region", "province"):
            if candidate.type is None:
                return score
            named = base in self._senses.get(self._key(candidate), {}) and candidate.type == unit.type
            return (1.2 if self._home & {base, *line} else 0.0) + (2.5 if named else 0.0)  # "TP Huế" in Huế: as near as its old city
        if outer_ids is not None:
            score += 5.0 if outer_ids & line else 1.0 if self._beside(outer_ids, line) else -3.0
        district, province = 0.0, 0.0
        for seen in self._seen:
            weight = seen.weight(candidate.start)
            if seen.base in line:
                if seen.level == "district":
                    district = max(district, 2.2 * weight)
                else:
                    province = max(province, 2.0 * weight)
            elif shared := seen.line & line:
                if seen.level == "commune" and any(not self._is_province(one) for one in shared):
                    district = max(district, 1.6 * weight)
                province = max(province, 1.5 * weight)
        top = self._provinces.most_common(1)
        if top and top[0][0] in line:
            province += 0.5
        if self._home and self._home & line:
            province += 1.2
        score += district + province
        if candidate.row is not None:
            together = max((count for one, count in self._rows[candidate.row].items() if one in line), default=0)
            score += min(2.5, 0.5 * (together - 1))
        senses = self._senses.get(self._key(candidate))
        if senses and base in senses and outer_ids is None and candidate.type in (None, unit.type):
            score += 1.5  # "huyện Cao Lãnh" before says nothing of "TP Cao Lãnh"
        return score

    def _beside(self, outer_ids: frozenset[str], line: frozenset[str]) -> bool:
        """Say whether a unit lies in the province of the district it is said to lie in, which it may have left or joined."""
        return any(one in line for outer in outer_ids for one in self._line(outer))

    def _is_province(self, identity: str) -> bool:
        unit = self._gazetteer.units.get(identity)
        return unit is not None and unit.level == "province"

    def _decide(
        self, index: int, candidate: Candidate, scored: Sequence[tuple[float, float, str, Unit]], outer_ids: frozenset[str] | None
    ) -> tuple[Unit, float] | None:
        if not scored:
            self._unknown.add(index)
            return None
        score, support, _, unit = scored[0]
        rivals = [one for one in scored[1:] if not recoded(one[3], unit)]
        margin = score - rivals[0][0] if rivals else 2.0
        placed = bool(self._home) or bool(self._seen)
        if outer_ids is not None and support < 0:
            self._unknown.add(index)
            return None
        if margin < _MARGIN:
            return None
        small = unit.level == "commune"
        known = base_id(unit) in self._senses.get(self._key(candidate), {})
        if candidate.weak and not self._backed(index, candidate, unit, known, support):
            return None
        if (
            candidate.bare
            and small
            and not known
            and not (outer_ids is not None and support > 0)
            and not self._inside_named(candidate, unit)
        ):
            return None
        if candidate.bare and unit.level == "district" and not known and support <= 0:
            districts = sum(one.level == "district" for _, _, _, one in scored)
            if (
                districts > 1
                or candidate.doubtful
                or (
                    unit.type == "huyện"
                    and not candidate.backed
                    and not self._in_row(index, candidate, "district")
                    and not has_figure(self._view, candidate.start, candidate.end, words())
                )
            ):
                return None
        if not candidate.bare and unit.level in ("district", "commune") and support <= 0.2:
            if margin < _CLEAR:
                return None
            if small and placed and self._provinces and not (unit.type == candidate.type == "thị trấn"):
                self._unknown.add(index)
                return None
        confidence = 0.72 + 0.12 * min(margin, 2.0) + (0.04 if support > 1 else 0.0) - (0.2 if candidate.weak else 0.0)
        return unit, round(min(0.99, max(0.05, confidence)), 3)

    def _backed(self, index: int, candidate: Candidate, unit: Unit, known: bool, support: float) -> bool:
        """Say whether something tells that a doubtful name is a place: named so before, in a row of places, or enclosed."""
        if known or (index in self._outer and support > 0):
            return True
        if not candidate.bare:
            return support > 1.0
        if self._in_row(index, candidate, unit.level):
            return True
        if unit.level == "district" and support > 1.0 and sum(self._key(one) == self._key(candidate) for one in self._candidates) > 1:
            return True
        return unit.level == "province" and (base_id(unit) in self._home or any(base_id(unit) in seen.line for seen in self._seen))

    def _in_row(self, index: int, candidate: Candidate, level: str) -> bool:
        """Say whether a name stands in a row with a settled place of the same level: "Sơn La, Hòa Bình"."""
        for other in (index - 1, index + 1):
            if other not in self._settled:
                continue
            neighbour = self._candidates[other]
            low, high = sorted((candidate, neighbour), key=lambda one: one.start)
            if not neighbour.weak and self._settled[other][0].level == level and _ROW_GAP.fullmatch(self._view.folded, low.end, high.start):
                return True
        return False

    def _inside_named(self, candidate: Candidate, unit: Unit) -> bool:
        """Say whether a bare commune lies in a district (since 2025, province) that is named close by."""
        line = self._line(base_id(unit))
        level = "district" if unit.system == "gso" else "province"
        return not candidate.weak and any(
            seen.base in line and seen.level == level and any(abs(start - candidate.start) < MIDDLE for start in seen.starts)
            for seen in self._seen
        )

    # the result

    def mentions(self) -> list[Mention]:
        """Give what was settled, and typed names that the gazetteer does not know there."""
        found = []
        for index, candidate in enumerate(self._candidates):
            if index in self._settled:
                unit, confidence = self._settled[index]
                found.append(Mention(candidate.start, candidate.end, unit.name, unit.level, unit,
                                     self._gazetteer.province(unit), confidence, True, candidate.name_start))  # fmt: skip
            elif index in self._unknown and not candidate.bare and candidate.type is not None:
                name = self._view.text[candidate.name_start : candidate.end]
                found.append(Mention(candidate.start, candidate.end, name, candidate.levels[-1], None, self._province_at(index), 0.4,
                                     True, candidate.name_start))  # fmt: skip
        return found

    def _province_at(self, index: int) -> Unit | None:
        """Give the province that an unknown name most likely lies in: of what encloses it, or of the last place before."""
        outer = self._outer.get(index)
        if outer is not None and outer in self._settled:
            return self._gazetteer.province(self._settled[outer][0])
        before = [number for number in sorted(self._settled) if number < index] or sorted(self._settled)[:1]
        for number in reversed(before):
            province = self._gazetteer.province(self._settled[number][0])
            if province is not None:
                return province
        return None

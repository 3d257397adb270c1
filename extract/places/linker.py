"""Which unit a mention means: by the type word, the enclosing place, the other places of the article, newspaper and date."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from ..text.view import View
from .matcher import BACK, SOFT, Candidate
from .units import LEVELS, REFORM, Gazetteer, Unit, base_id

_TYPE_LEVEL = {"tỉnh": "province", "huyện": "district", "thị xã": "district", "thành phố": "district", "tp": "district",
               "quận": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune"}  # fmt: skip
_ENCLOSE = re.compile(r" ?(?:,|-|\(|thuộc|của|ở|tại) ?(?:địa bàn )?")


@dataclass(slots=True)
class Mention:
    """A linked place mention: half-open span in the view's text, the unit (None: a typed name without one) and its level."""

    start: int
    end: int
    name: str
    level: str
    unit: Unit | None
    province: Unit | None
    confidence: float
    named: bool = True
    name_start: int = 0


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
        provinces = self._province_votes(candidates, moment, home)
        mentions: list[Mention] = []
        chosen: dict[tuple[str, str], Unit] = {}
        enclosing = self._enclosing(view, candidates)
        order = sorted(range(len(candidates)), key=lambda i: (self._rank(candidates[i]), i))
        resolved: dict[int, tuple[Unit, float]] = {}
        context: list[tuple[int, Unit]] = []
        for index in order:
            candidate = candidates[index]
            outer = enclosing.get(index)
            outer_units = [resolved[outer][0]] if outer in resolved else (candidates[outer].units if outer is not None else [])
            best = self._choose(candidate, outer_units, provinces, context, chosen, moment)
            if best is not None:
                resolved[index] = best
                context.append((candidate.start, best[0]))
                chosen[(best[0].level, view.folded[candidate.name_start : candidate.end])] = best[0]
        for index, candidate in enumerate(candidates):
            name = view.text[candidate.name_start : candidate.end]
            if index in resolved:
                unit, confidence = resolved[index]
                mentions.append(Mention(candidate.start, candidate.end, unit.name, unit.level, unit,
                                        self._gazetteer.province(unit), confidence, True, candidate.name_start))  # fmt: skip
            elif not candidate.bare and not candidate.listed and candidate.type is not None:
                province = self._nearest(context, candidate.start)
                if not candidate.units:
                    mentions.append(Mention(candidate.start, candidate.end, name, candidate.levels[-1], None, province, 0.4,
                                            True, candidate.name_start))  # fmt: skip
        mentions.extend(self._back(view, mentions, moment, home))
        mentions.sort(key=lambda mention: mention.start)
        return mentions

    def _rank(self, candidate: Candidate) -> int:
        levels = candidate.levels or tuple({unit.level for unit in candidate.units})
        return min((LEVELS.index(level) for level in levels), default=9)

    def _province_votes(self, candidates: list[Candidate], moment: date | None, home: str | None) -> Counter[str]:
        """Count what speaks for each province: its own mentions, and the newspaper."""
        votes: Counter[str] = Counter()
        for candidate in candidates:
            tops = [unit for unit in candidate.units if unit.level == "province"]
            if tops and (not candidate.levels or "province" in candidate.levels):
                votes[tops[0].code or tops[0].id] += 1
        if home is not None:
            votes[home] += 3
        return votes

    def _enclosing(self, view: View, candidates: list[Candidate]) -> dict[int, int]:
        """Find for each candidate the one right behind it that encloses it: "xã A, huyện B", "An Lão (Hải Phòng)"."""
        found: dict[int, int] = {}
        for index in range(len(candidates) - 2, -1, -1):
            here, after = candidates[index], candidates[index + 1]
            link = _ENCLOSE.match(view.folded, here.end)
            if link is not None and link.end() == after.start and self._could_hold(after, here):
                found[index] = index + 1
        # names of a list share what encloses the last of them
        for index in range(len(candidates) - 2, -1, -1):
            after = index + 1
            if index not in found and after in found and candidates[after].levels == candidates[index].levels and (
                candidates[after].start - candidates[index].end <= 8
            ):
                found[index] = found[after]
        return found

    def _could_hold(self, outer: Candidate, inner: Candidate) -> bool:
        for small in inner.units[:60]:
            ids = {base_id(unit) for unit in self._gazetteer.chain(small)} - {base_id(small)}
            if any(base_id(unit) in ids or self._same_line(unit, ids) for unit in outer.units):
                return True
        return not inner.units and self._rank(outer) < self._rank(inner)

    def _same_line(self, unit: Unit, ids: set[str]) -> bool:
        return unit.code is not None and unit.level == "province" and f"gso:{unit.code}" in ids

    def _valid(self, unit: Unit, moment: date | None) -> float:
        """Score how well a unit's time fits the article's."""
        if unit.system == "":
            return 0.5
        if moment is None:
            return 1.0 - (1.0 if unit.system == "2025" else 0.0) - (0.2 if unit.valid_to and unit.valid_to < "2018" else 0.0)
        day = moment.isoformat()
        inside = (not unit.valid_from or unit.valid_from <= day) and (not unit.valid_to or day <= unit.valid_to)
        if inside:
            return 1.0
        return 0.3 if moment >= REFORM else (-0.5 if unit.system == "2025" else 0.2)

    def _choose(
        self,
        candidate: Candidate,
        outer: list[Unit],
        provinces: Counter[str],
        context: list[tuple[int, Unit]],
        chosen: dict[tuple[str, str], Unit],
        moment: date | None,
    ) -> tuple[Unit, float] | None:
        scored: list[tuple[float, str, Unit]] = []
        outer_ids = {base_id(unit) for unit in outer} | {f"gso:{unit.code}" for unit in outer if unit.level == "province"}
        near = [unit for position, unit in sorted(context, key=lambda item: abs(item[0] - candidate.start))[:6]]
        near_ids = {base_id(unit) for unit in near}
        seen_ids = {base_id(unit) for _, unit in context}
        for unit in candidate.units:
            score = self._valid(unit, moment)
            line = [base_id(one) for one in self._gazetteer.chain(unit)][1:]
            if outer:
                score += 4.0 if any(one in outer_ids for one in line) else -2.0
            province = self._gazetteer.province(unit)
            code = province.code if province else None
            if unit.level in ("district", "commune"):
                top = provinces.most_common(1)
                if code and code in provinces:
                    score += 1.5 + (0.5 if top and top[0][0] == code else 0.0)
                if any(one in seen_ids for one in line if not one.endswith(":" + (code or "-")) and one != "VN"):
                    score += 1.2
                if any(one in near_ids for one in line if one != "VN"):
                    score += 0.8
            if candidate.type is not None:
                score += 0.8 if unit.type == candidate.type else 0.0
                if candidate.type == "tỉnh" and unit.level == "province":
                    score += 0.5
                if candidate.type in ("thành phố",) and unit.level == "province" and unit.type != "thành phố":
                    score -= 2.5
            elif candidate.bare:
                score += {"country": 5.0, "region": 4.0, "province": 4.0, "district": 0.0}.get(unit.level, -1.0)
            scored.append((score, unit.id, unit))
        if not scored:
            return None
        scored.sort(key=lambda item: (-item[0], item[1]))
        best = scored[0]
        margin = best[0] - scored[1][0] if len(scored) > 1 else 2.0
        same = len(scored) > 1 and scored[1][2].code == best[2].code and scored[1][2].name == best[2].name
        if margin < 0.3 and not same:
            return None
        if candidate.bare and best[2].level == "district" and best[0] < 2.4:
            return None
        confidence = min(0.99, 0.75 + 0.12 * min(margin, 2.0)) - candidate.doubt * 0.5
        return best[2], round(max(0.05, confidence), 3)

    def _nearest(self, context: list[tuple[int, Unit]], position: int) -> Unit | None:
        before = [unit for start, unit in sorted(context, key=lambda item: item[0]) if start <= position] or [
            unit for _, unit in context
        ]
        for unit in reversed(before):
            province = self._gazetteer.province(unit)
            if province is not None:
                return province
        return None

    def _back(self, view: View, mentions: list[Mention], moment: date | None, home: str | None) -> list[Mention]:
        """Resolve "toàn tỉnh", "trên địa bàn huyện" to the last unit of that level named before (or the newspaper's)."""
        found = []
        taken = [(mention.start, mention.end) for mention in mentions]
        for match in BACK.finditer(view.folded):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken):
                continue
            if view.text[end : end + 1] == " " and view.text[end + 1 : end + 2].isupper():
                continue
            level = _TYPE_LEVEL[match["type"]]
            levels = (level,) if match["type"] not in ("thành phố", "tp") else ("district", "province")
            unit = self._antecedent(mentions, start, levels, match["type"], home, moment)
            if unit is not None:
                found.append(Mention(start, end, unit.name, unit.level, unit, self._gazetteer.province(unit), 0.8, False,
                                     match.start("type")))  # fmt: skip
        return found

    def soft(self, view: View, mentions: list[Mention], moment: date | None, home: str | None) -> list[Mention]:
        """Resolve bare type words ("tỉnh đã …", "thị xã luôn …"), which tell the scope of what follows but are no mentions."""
        found = []
        taken = [(mention.start, mention.end) for mention in mentions]
        for match in SOFT.finditer(view.folded):
            start, end = match.span()
            if any(a <= start < b for a, b in taken) or view.text[end + 1 : end + 2].isupper():
                continue
            level = _TYPE_LEVEL[match[0]]
            unit = self._antecedent(mentions, start, (level,), match[0], home, moment)
            if unit is not None:
                found.append(Mention(start, end, unit.name, unit.level, unit, self._gazetteer.province(unit), 0.5, False, start))
        return found

    def _antecedent(
        self, mentions: list[Mention], position: int, levels: tuple[str, ...], word: str, home: str | None, moment: date | None
    ) -> Unit | None:
        named = [m for m in mentions if m.named and m.unit is not None]
        before = [m for m in named if m.start < position]
        for mention in reversed(before):
            for unit in self._gazetteer.chain(mention.unit) if mention.unit else ():
                if unit.level in levels and self._type_fits(unit, word):
                    return unit
        if levels == ("province",):
            if home is not None:
                return self._gazetteer.province_of(home, moment)
            for mention in named:
                province = self._gazetteer.province(mention.unit) if mention.unit else None
                if province is not None:
                    return province
        return None

    def _type_fits(self, unit: Unit, word: str) -> bool:
        if word == "tỉnh":
            return unit.type == "tỉnh" or unit.level == "province"
        if word in ("thành phố", "tp"):
            return unit.type == "thành phố"
        if word in ("thị xã", "quận", "huyện", "phường", "xã", "thị trấn"):
            return unit.type == word or (word == "huyện" and unit.level == "district" and unit.type == "huyện")
        return True

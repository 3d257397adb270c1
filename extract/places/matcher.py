"""Where a text names administrative units: type words, names from the gazetteer, and lists of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..text.view import View
from .abroad import Abroad, abroad
from .spelling import syllable
from .surroundings import after_bars, before_bars, in_firm, is_capitals, lies_abroad, supported
from .units import Gazetteer, Unit
from .words import TypeWord, Words, words

_CAPITAL = re.compile(
    r"(?<![^\W_])(?:[A-ZĐ\u00c0-\u00dd\u0102\u0128\u0168\u01a0\u01af\u1ea0-\u1ef8]|(?:đồng|miền|duyên|trung|khu|vùng|bán|tứ|tây|nam|bắc|đông) )"
)
_GAP = re.compile(r"(?: ?- ?|\. ?| |')?(?=[^\W_])")
_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_] ?' ?[^\W_]+|[^\W_]+(?:'[^\W_]+)?")
"""A syllable; blanks about the apostrophe of "Đắk R'Lấp" are the copyist's."""
_PLURAL = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|\d+|nhiều|số|một số|giữa|liên|từng) (?:khu vực |địa phương )?$"
)
_COUNT = re.compile(r"(?<!\w)(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: [^\W\d_]{2,4})?) $")
_LIST_LINK = re.compile(r" ?(?:,|;|/|và|với|&|-|hay|hoặc|, và|cùng|đến|rồi) ?(?:(?:các|ở|tại|của) )?")
_NOTE = re.compile(r" ?\([^()\n]{1,60}\)|(?: ?: ?| | có | là )\d[\d.,]*(?: [^\W\d_]{1,8}){0,4}(?:, \d[\d.,]*(?: [^\W\d_]{1,8}){1,3})?")
_HOUSE = re.compile(r"(?<![\w.,/-])\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?)* $")
_GLUED = re.compile(r"([qp])\.?0?(\d{1,2})")
_COUNTED = re.compile(r"[^\d,;.\n()]{2,40} ?\(?\d+ (thị trấn|[^\W\d_]+)")
_DASH = re.compile(r" ?- ?")
_UNKNOWN = frozenset(("huyện", "xã", "thị xã", "phường", "thị trấn"))
_OPENER_REACH = 64


def _plain(token: str) -> str:
    return syllable(token.replace(" ", ""))


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may name a unit.

    Attributes:
        start, end: with the type word, half-open in the view's text.
        name_start: where the name begins.
        levels: levels the type word allows; empty when there is none.
        type: the type word in full, or None.
        units: units of that name that the levels allow.
        row: number of the list it stands in, or None.
        listed: whether it has its type word from the head of a list.
        bare: whether no type word belongs to it.
        weak: whether it is a word or a person's name as often as a place, with nothing around it to decide.
        backed: whether the words around say that it is a place ("ở Lý Sơn").
        doubtful: whether it is such a name, whatever stands around it.
    """

    start: int
    end: int
    name_start: int
    levels: tuple[str, ...]
    type: str | None
    units: list[Unit] = field(default_factory=list)
    row: int | None = None
    listed: bool = False
    bare: bool = False
    weak: bool = False
    backed: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """A type word before a name: where it begins, the type in full if there is one, its levels, whether a list follows."""

    start: int
    type: str | None
    levels: tuple[str, ...]
    plural: bool
    opener: bool = False


def _together(types: list[TypeWord]) -> tuple[str, ...]:
    """Give the levels of several type words together; "thành phố" is a province beside "tỉnh", a district beside "huyện"."""
    certain = [level for word in types if len(word.levels) == 1 for level in word.levels]
    return tuple(dict.fromkeys(certain or [level for word in types for level in word.levels]))


_ACRONYM = re.compile(r"(?<!\w)[A-ZĐ][A-ZĐ0-9]{1,9} $")
"""A name in capitals before that of the country makes it the name of a body."""


class PlaceMatcher:
    """Finds candidates for place mentions."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words: Words = words()
        self._abroad: Abroad = abroad()

    def find(self, view: View) -> list[Candidate]:
        """Find the candidates of a text in order, without overlaps."""
        found: list[Candidate] = []
        text, folded = view.text, view.folded
        heads = self._heads(view)
        position = 0
        barred = -1
        for start in sorted({*(match.start() for match in _CAPITAL.finditer(text)), *heads}):
            if start < position:
                continue
            token = _TOKEN.match(folded, start)
            if token is None:
                continue
            head = heads.get(start)
            if head is None and not token[0][-1].isdigit() and _plain(token[0]) not in self._gazetteer.longest:
                continue  # no name begins so
            if not text[start].isupper() and head is None:
                region = self._region(view, start)
                if region is not None:
                    position = region.end
                    if not in_firm(view, start, self._words):
                        found.append(region)
                continue
            candidate = None if start == barred else self._glued(view, token) or self._at(view, start, head) or self._region(view, start)
            if candidate is None:
                if head is None and (names := self.names(view, start)):
                    position = names[0][0] if not any(inner in heads for inner in range(start, names[0][0])) else start
                    dash = _DASH.match(folded, names[0][0])  # the other end of a road, the other side of a match
                    barred = dash.end() if dash is not None else barred
                continue
            if (
                candidate.bare
                and any(unit.level in ("region", "country") for unit in candidate.units)
                and in_firm(view, start, self._words)
            ):
                position = candidate.end
                continue
            if (
                candidate.bare
                and _ACRONYM.search(text, max(0, start - 12), start)
                and any(unit.level == "country" for unit in candidate.units)
            ):
                position = candidate.end  # "CBRE Việt Nam", "U23 Việt Nam"
                continue
            found.append(candidate)
            position = self._list(view, candidate, head, found)
        return found

    def _heads(self, view: View) -> dict[int, _Head]:
        """Find the type words and the announcements of lists, by where the name begins."""
        text, folded = view.text, view.folded
        heads: dict[int, _Head] = {}
        for match in self._words.type.finditer(folded):
            word = self._words.types[match["word"]]
            dotted = folded[match.end("word") : match.end("word") + 1] == "."
            if word.kind == "short":
                if not text[match.start()].isupper() or (len(match["word"]) == 1 and not dotted) or (match["word"] == "t.p" and not dotted):
                    continue
            elif dotted:
                continue
            name = match.end()
            bare = match.end("word") + 1 + dotted
            if bare < name and text[bare].isupper() and self.names(view, bare):
                name = bare  # "xã Trung Tâm", "xã Biển Bạch": a name, and no word for what kind of unit it is
            if not (text[name : name + 1].isupper() or text[name : name + 1].isdigit()):
                continue
            before = folded[max(0, match.start() - 32) : match.start()]
            if self._words.nottype.search(before):
                continue
            mixed = self._words.mixed_before.search(before)
            if mixed is not None and not set(self._words.types[mixed["word"]].levels) & set(word.levels):
                mixed = None if _COUNT.search(before, 0, mixed.start()) else mixed  # "có 21 xã, huyện Lang Chánh có 10 xã"
            levels: tuple[str, ...] = word.levels
            type_: str | None = word.type
            start = match.start()
            if mixed is not None and word.kind == "type" and self._words.types[mixed["word"]].levels != word.levels:
                levels = _together([self._words.types[mixed["word"]], word])
                type_, before = None, before[: mixed.start()]
            elif mixed is not None and word.kind == "type":
                type_ = None
                before = before[: mixed.start()]
            plural = _PLURAL.search(before) is not None or mixed is not None
            heads[name] = _Head(start, type_, levels, plural)
        for match in self._words.several.finditer(folded):
            if _PLURAL.search(folded, max(0, match.start() - 14), match.start()):
                self._opener(view, match, heads)
        return heads

    def _opener(self, view: View, match: re.Match[str], heads: dict[int, _Head]) -> None:
        """Take "4 phường (" or "các huyện biên giới như" for the head of the list that follows."""
        text, folded = view.text, view.folded
        types = [self._words.types[word] for word in re.findall(r"[^\W\d_]+(?: [^\W\d_]+)?", match[0]) if word in self._words.types]
        if not types:
            types = [self._words.types[word] for word in match[0].split() if word in self._words.types]
        if not types:
            return
        levels = _together(types)
        limit = min(len(text), match.end() + _OPENER_REACH)
        position = match.end()
        while position < limit:
            char = text[position]
            if char in ".;\n" or char.isupper():
                return
            lead = self._words.lead.match(folded, position) if not folded[position - 1].isalnum() or not char.isalnum() else None
            if lead is not None and text[lead.end()].isupper():
                counted = _COUNTED.match(folded, lead.end())
                taken = heads.get(lead.end())  # the nearest word counts: "12 xã của 3 huyện gồm: A, B"
                if (taken is None or taken.opener) and (counted is None or counted[1] not in self._words.types):
                    type_ = types[0].type if len({word.type for word in types}) == 1 else None
                    heads[lead.end()] = _Head(lead.end(), type_, levels, True, opener=True)
                return
            if char in "(:" and lead is None:
                return
            position += 1

    def names(self, view: View, start: int, any_case: bool = False) -> list[tuple[int, list[Unit]]]:
        """Give the names that begin at an offset, longest first: where each ends and the units that bear it."""
        folded, text = view.folded, view.text
        token = _TOKEN.match(folded, start)
        if token is None:
            return []
        head = _plain(token[0])
        key: tuple[str, ...] = (head,)
        found = []
        for left in range(self._gazetteer.longest.get(head, 0), 0, -1):
            units = self._gazetteer.by_name.get(key)
            if units:
                found.append((token.end(), units))
            gap = _GAP.match(folded, token.end()) if left > 1 else None
            token = _TOKEN.match(folded, gap.end()) if gap is not None else None
            if token is None:
                break
            if not (any_case or text[token.start()].isupper() or text[token.start()].isdigit() or token[0] == "và"):
                break
            key += (_plain(token[0]),)
        return found[::-1]

    def _region(self, view: View, start: int) -> Candidate | None:
        """Read a region whose name begins in lower case: "đồng bằng sông Cửu Long"."""
        for end, units in self.names(view, start, any_case=True):
            regions = [unit for unit in units if unit.level == "region"]
            if regions and any(char.isupper() for char in view.text[start:end]) and not self._of_abroad(view, end):
                return Candidate(start, end, start, (), None, regions, bare=True)
        return None

    def _of_abroad(self, view: View, end: int) -> bool:
        """Say whether a place abroad follows right behind: "miền Nam Thái Lan", "Đông Bắc Trung Quốc"."""
        return view.text[end : end + 1] == " " and self._abroad.at(view, end + 1) is not None

    def _glued(self, view: View, token: re.Match[str]) -> Candidate | None:
        """Read "Q1" and "P12", unless a year or another part of a number follows (Q1 is a quarter, too)."""
        match = _GLUED.fullmatch(token[0])
        if match is None or (
            view.folded[token.end() : token.end() + 1] in ("/", "-", ".") and view.folded[token.end() + 1 : token.end() + 2].isdigit()
        ):
            return None
        word = self._words.types[match[1]]
        units = [unit for unit in self._gazetteer.by_name.get((match[2],), []) if unit.level in word.levels and unit.type == word.type]
        if not units:
            return None
        return Candidate(token.start(), token.end(), token.start() + 1, word.levels, word.type, units, weak=True)

    def _at(self, view: View, start: int, head: _Head | None) -> Candidate | None:
        if head is not None:
            candidate = self._typed(view, start, head)
            if candidate is not None or view.text[start].isdigit():
                return candidate
        for end, units in self.names(view, start):
            candidate = self._bare(view, start, end, units)
            if candidate is not None:
                return candidate
        return None

    def _typed(self, view: View, start: int, head: _Head) -> Candidate | None:
        """Read the name behind a type word; one that the gazetteer does not know has no units."""
        first = _TOKEN.match(view.folded, start)
        capitals = is_capitals(view.text, start, first.end() if first else start)
        names = self.names(view, start)
        for end, units in (*names, *(one for one in self.names(view, start, any_case=True) if one not in names)):
            numbered = view.text[start].isdigit()  # of cities none is called by a number: "trên địa bàn TP | 5 tháng đầu năm"
            fitting = [unit for unit in units if unit.level in head.levels and (not numbered or unit.type == head.type)]
            if not fitting or lies_abroad(view, end):
                continue
            if numbered and not self._is_number(view, end):
                continue
            if not capitals and self._goes_on(view, end):
                continue
            weak = len(view.folded[head.start : start].strip(" .")) == 1 and " " not in view.folded[start:end] and not numbered
            return Candidate(head.start, end, start, head.levels, head.type, fitting, listed=head.opener, weak=weak)
        if head.opener or head.type not in _UNKNOWN or view.text[start].isdigit():
            return None
        return self._unknown(view, start, head)

    def _is_number(self, view: View, end: int) -> bool:
        """Say whether a number behind a type word stands alone ("quận 7", not "huyện 7,4 tỷ", "xã 3.200 hộ")."""
        return re.match(r"[.,/]\d|%| ?-\d| (?:tỷ|triệu|nghìn|ha|người|hộ|%)(?!\w)", view.folded[end : end + 8]) is None

    def _goes_on(self, view: View, end: int) -> bool:
        """Say whether a capital goes on behind a name in a way that makes it a longer, unknown name ("xã Thanh Xuân Đông")."""
        text = view.text
        if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
            return False
        following = _TOKEN.match(view.folded, end + 1)
        if following is None:
            return False
        word = following[0]
        if word in self._words.surnames or text[end + 1 : following.end()].isupper() or len(word) < 2:
            return False
        if word in self._words.opening or self._words.type.match(view.folded, end + 1):
            return False
        return not any(unit.level in ("province", "district", "country") for _, units in self.names(view, end + 1) for unit in units)

    def _unknown(self, view: View, start: int, head: _Head) -> Candidate | None:
        """Take the capitalised words behind a type word for a name that the gazetteer does not know."""
        parts: list[str] = []
        end = start - 1
        while len(parts) < 4 and (end < start or view.folded[end : end + 1] == " ") and view.text[end + 1 : end + 2].isupper():
            token = _TOKEN.match(view.folded, end + 1)
            if token is None:
                break
            parts.append(token[0])
            end = token.end()
        if self._words.person.search(view.folded[max(0, head.start - 16) : head.start]):
            return None  # "Bà Huyện Thanh Quan"
        if len(parts) < 2 or view.text[start:end].isupper() or lies_abroad(view, end):
            return None
        if view.folded[head.start : start].strip(" .") in self._words.shorts:
            return None
        if (parts[0] in self._words.surnames and len(parts) > 2) or len(parts[0]) == 1 or parts[1] in ("a", "thị", "văn", "y"):
            return None  # "Chủ tịch UBND xã Giàng A Chống"
        return Candidate(head.start, end, start, head.levels, head.type, [])

    def _bare(self, view: View, start: int, end: int, units: list[Unit]) -> Candidate | None:
        """Take a name without a type word, unless it is part of a longer name, a person, a street or a word."""
        text = view.text
        if self._words.notname.match(view.folded, start):
            return None
        capitals = is_capitals(text, start, end)
        if text[start:end].isupper() and not capitals and len(view.folded[start:end].split()) > 1 and end - start > 6:
            capitals = True
        if all(unit.level == "commune" for unit in units) and _HOUSE.search(view.folded, max(0, start - 12), start):
            return None  # "93 Láng Hạ": a street
        if before_bars(view, start, self._words, capitals) or after_bars(view, start, end, self._words, capitals):
            return None
        key = tuple(_plain(token) for token in _TOKEN.findall(view.folded[start:end]))
        one = len(key) == 1 and not any(
            unit.level in ("province", "country", "region") or (unit.level == "district" and (unit.type == "thành phố" or " " in unit.name))
            for unit in units
        )
        weak = one or key in self._gazetteer.ambiguous
        if weak and (text[start].isdigit() or len(text[start:end]) < 3):
            return None
        backed = supported(view, start, end, self._words)
        return Candidate(start, end, start, (), None, list(units), bare=True, weak=weak and not backed, backed=backed, doubtful=weak)

    def _list(self, view: View, first: Candidate, head: _Head | None, found: list[Candidate]) -> int:
        """Read the names listed behind a typed one: "các huyện Ba Bể, Pác Nặm và Ngân Sơn"."""
        position = first.end
        if first.bare or head is None:
            return position
        row = first.start
        while True:
            note = _NOTE.match(view.folded, position) if head.plural else None
            after_note = note.end() if note and not self._has_name(view, note) else position
            link = _LIST_LINK.match(view.folded, after_note)
            if link is None or (link[0].strip() in ("-", "đến", "/") and not head.plural):
                return position
            if not (view.text[link.end() : link.end() + 1].isupper() or view.text[link.end() : link.end() + 1].isdigit()):
                return position
            candidate = self._typed(view, link.end(), _Head(link.end(), head.type, head.levels, False, opener=True))
            if candidate is None or not candidate.units or (not head.plural and not self._listable(candidate, first)):
                return position
            candidate.type = first.type if head.plural else None
            candidate.row = first.row = row
            found.append(candidate)
            position = candidate.end

    def _has_name(self, view: View, note: re.Match[str]) -> bool:
        """Say whether brackets behind a listed name hold a unit of their own ("Quảng Vinh (Sầm Sơn)")."""
        name = note.start() + note[0].find("(") + 1
        return "(" in note[0] and view.text[name : name + 1].isupper() and bool(self.names(view, name))

    def _listable(self, candidate: Candidate, first: Candidate) -> bool:
        """Without a plural word, a list goes on only with names that are of the same level and of no higher one."""
        if not candidate.units or not first.units:
            return False
        if candidate.units[0].name.isdigit() and first.units[0].name.isdigit():
            return True
        name = tuple(syllable(part) for part in _TOKEN.findall(" ".join(candidate.units[0].name.lower().split())))
        levels = {unit.level for unit in self._gazetteer.by_name.get(name, candidate.units)}
        return levels == {first.units[0].level} and name not in self._gazetteer.ambiguous

"""Where a text names administrative units: type words, names from the gazetteer, lists, and back references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..text.view import View
from .units import Gazetteer, Unit, name_key

# Type words as printed, and the levels they can mean. "thành phố" is a province (Hà Nội), a district (Vinh) or, since 2025, neither.
TYPE_LEVELS: dict[str, tuple[str, ...]] = {
    "tỉnh": ("province",), "thành phố": ("province", "district"), "tp": ("province", "district"),
    "quận": ("district",), "q": ("district",), "huyện": ("district",), "h": ("district",), "huyện đảo": ("district",),
    "thị xã": ("district",), "tx": ("district",), "xã": ("commune",), "x": ("commune",), "phường": ("commune",), "p": ("commune",),
    "thị trấn": ("commune",), "tt": ("commune",), "đặc khu": ("commune",),
    "huyện miền núi": ("district",), "huyện nghèo": ("district",), "huyện biên giới": ("district",), "thành phố biển": ("district",),
    "xã đảo": ("commune",), "xã vùng cao": ("commune",), "xã biên giới": ("commune",), "xã nghèo": ("commune",),
    "thủ đô": ("province",), "thành ủy": ("province", "district"), "tỉnh ủy": ("province",), "huyện ủy": ("district",),
    "thị ủy": ("district",), "quận ủy": ("district",), "đảng ủy xã": ("commune",), "cố đô": ("province", "district"),
}  # fmt: skip
_TYPE = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, TYPE_LEVELS), key=lambda word: (-len(word), word))) + r")(?!\w)\.? ?"
)
_PLURAL = re.compile(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+|nhiều|số|một số|ở|giữa|liên) $")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_LIST_LINK = re.compile(r" ?(?:,|;|và|với|&|-) (?:(?:các|ở|tại|của) )?")
_COLON = re.compile(r" ?: ?")
_NOTE = re.compile(r" \([^()\n]{1,60}\)(?=,| và|;)")
_SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh đinh lâm phùng mai tô trương hà tạ "
    "lương cao chu thái tăng châu triệu quách la lò lường giàng vàng sùng hạng ma nông bế hứa kiều quan tống thân bạch tôn".split()
)
_PERSON_BEFORE = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|em|cháu|cụ|bác|chú|cô|đồng chí|đ/c|bị can|bị cáo|bác sĩ|nghệ sĩ|ca sĩ|cầu thủ|hlv|tướng|đại tá|thượng tá|trung tá"
    r"|thiếu tá|thiếu tướng|luật sư|ts|ths|gs|pgs|nhà báo|nhà văn|nhà thơ|nhạc sĩ|tên|thầy|mc|đạo diễn|diễn viên|hoa hậu|người mẫu)\.? $"
)
_THING_BEFORE = re.compile(
    r"(?<!\w)(?:đường|phố|cầu|sông|chợ|hồ|núi|đèo|biển|vịnh|chùa|đền|ngõ|hẻm|kênh|ngã tư|ngã ba|quốc lộ|công ty|công ty tnhh|tập đoàn|khách sạn|nhà máy"
    r"|trường|thpt|thcs|tiểu học|đại học|mầm non|bệnh viện|clb|đội|sân vận động|sân|nhà hát|báo|tạp chí|tuyến|cao tốc|khu đô thị|chung cư|tòa nhà"
    r"|nghĩa trang|cảng|bến xe|ga|hãng|ngân hàng|giải|cúp|thủy điện|trại giam|công viên|hầm|hang|thác|suối|bãi|mũi|đảo|quán|phim|giống|đập|siêu thị|rạp|nhà xuất bản|nxb) $"
)
_NOT_AFTER = re.compile(r" (?:fc|f\.c|hotel|resort|club|tower|plaza|university)(?!\w)")
# Back references: a type word without a name, in a phrase that points to one unit.
BACK = re.compile(
    r"(?<!\w)(?:(?:toàn|cả|trong|trên địa bàn|trên toàn|địa bàn|của|ngoài|khắp|trên địa bàn toàn) )(?P<type>tỉnh|huyện|thị xã|thành phố|tp|quận|xã|phường|thị trấn)"
    r"(?!\w)(?! (?:[A-ZĐ]|nào|khác|này có|bạn|thành|ủy|lỵ|hội))"
)

SOFT = re.compile(
    r"(?<!\w)(?<!các )(?<!mỗi )(?<!nhiều )(?<!ngoài )(?<!những )(?<!hai )(?<!ba )(?<!từng )(?<!cấp )(?<!liên )(?<!một số )(?<!đường )(?<!\d )"
    r"(?:tỉnh|huyện|thị xã|quận|xã|phường)(?!\w)(?! (?:hội|nào|khác|lỵ|ủy|viên|đoàn|đội|lộ|giấc|táo|bạn|nghèo|miền|nông thôn|,|và|vùng|biên|đảo|đặc|loại|điểm|trong|thuộc|có))(?!,)"
)
"""Bare type words in the singular: scope for what follows, resolved like back references but never rows."""


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may name a unit.

    Attributes:
        start, end: with the type word, half-open in the view's text.
        name_start: where the name begins.
        levels: levels the type word allows; empty when there is none.
        type: the type word in full, or None.
        units: units of that name that the levels allow.
        listed: whether it stands in a list behind a typed one.
        bare: whether no type word belongs to it.
        doubt: 0 to 1, how unsure it is that this is a place at all.
    """

    start: int
    end: int
    name_start: int
    levels: tuple[str, ...]
    type: str | None
    units: list[Unit] = field(default_factory=list)
    listed: bool = False
    bare: bool = False
    doubt: float = 0.0


_SHORT_TYPES = frozenset({"tp", "q", "h", "tx", "x", "p", "tt"})
_FULL_TYPE = {"tp": "thành phố", "q": "quận", "h": "huyện", "tx": "thị xã", "x": "xã", "p": "phường", "tt": "thị trấn"}


class PlaceMatcher:
    """Finds candidates for place mentions."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, view: View) -> list[Candidate]:
        """Find the candidates of a text in order, without overlaps."""
        found: list[Candidate] = []
        text, folded = view.text, view.folded
        tokens = list(_TOKEN.finditer(folded))
        starts = {token.start(): index for index, token in enumerate(tokens)}
        typed_ends: dict[int, tuple[re.Match[str], tuple[str, ...]]] = {}
        for match in _TYPE.finditer(folded):
            word = match[0].strip(" .")
            if len(word) == 1 and (not text[match.start()].isupper() or "." not in match[0]):
                continue
            if word in ("tt", "tx") and not text[match.start()].isupper():
                continue
            if "." in match[0] and word not in _SHORT_TYPES:
                continue
            typed_ends[match.end()] = (match, TYPE_LEVELS[word])
        position = 0
        for index, token in enumerate(tokens):
            start = token.start()
            if start < position:
                continue
            typed = typed_ends.get(start)
            first = text[start]
            if not (first.isupper() or (typed and first.isdigit())):
                continue
            candidate = self._at(view, tokens, index, typed)
            if candidate is None:
                continue
            found.append(candidate)
            position = candidate.end
            position = self._list(view, tokens, starts, candidate, found)
        return found

    def _names(self, view: View, tokens: list[re.Match[str]], index: int) -> list[tuple[int, list[Unit]]]:
        """Give the names that begin at a token, longest first: where each ends and the units that bear it."""
        folded, text = view.folded, view.text
        head = tokens[index][0].replace("'", "")
        limit = self._gazetteer.longest.get(head, 0)
        key: tuple[str, ...] = ()
        found = []
        last_end = tokens[index].start()
        for token in tokens[index : index + limit]:
            if key:
                gap = folded[last_end : token.start()]
                if gap not in (" ", "-", " - ", ".", ". ", "'"):
                    break
                if not (text[token.start()].isupper() or text[token.start()].isdigit() or token[0] in ("và",)):
                    break
            key += (token[0].replace("'", ""),)
            last_end = token.end()
            units = self._gazetteer.by_name.get(key)
            if units:
                found.append((last_end, units))
        return found[::-1]

    def _at(
        self,
        view: View,
        tokens: list[re.Match[str]],
        index: int,
        typed: tuple[re.Match[str], tuple[str, ...]] | None,
        levels: tuple[str, ...] = (),
    ) -> Candidate | None:
        start = tokens[index].start()
        names = self._names(view, tokens, index)
        if typed is not None or levels:
            allowed = typed[1] if typed else levels
            for end, units in names:
                fitting = [unit for unit in units if unit.level in allowed]
                if fitting:
                    if typed and self._continues(view, end) and len(names[0][1]) == 0:
                        continue
                    word = typed[0][0].strip(" .") if typed else None
                    return Candidate(typed[0].start() if typed else start, end, start, allowed,
                                     _FULL_TYPE.get(word, word) if word else None, fitting, listed=not typed)  # fmt: skip
            if typed and not view.text[start].isdigit():
                return self._unknown(view, tokens, index, typed)
            if typed is None:
                return None
        for end, units in names:
            candidate = self._bare(view, start, end, units)
            if candidate is not None:
                return candidate
        return None

    def _continues(self, view: View, end: int) -> bool:
        return view.text[end : end + 1] == " " and view.text[end + 1 : end + 2].isupper()

    def _unknown(
        self, view: View, tokens: list[re.Match[str]], index: int, typed: tuple[re.Match[str], tuple[str, ...]]
    ) -> Candidate | None:
        """Take the capitalised words behind a type word for a name that the gazetteer does not know."""
        word = typed[0][0].strip(" .")
        if word not in ("huyện", "xã", "thị xã", "phường", "thị trấn", "quận"):
            return None
        end = tokens[index].end()
        for token in tokens[index + 1 : index + 4]:
            if view.folded[end : token.start()] != " " or not view.text[token.start()].isupper():
                break
            end = token.end()
        name = view.text[tokens[index].start() : end]
        if name.isupper() and len(name) < 6:
            return None
        return Candidate(typed[0].start(), end, tokens[index].start(), typed[1], word, [], doubt=0.5)

    def _bare(self, view: View, start: int, end: int, units: list[Unit]) -> Candidate | None:
        """Take a name without a type word, unless it is part of a longer name, a person, a street or a word."""
        folded, text = view.folded, view.text
        name = folded[start:end]
        major = [unit for unit in units if unit.level in ("country", "region", "province", "district")]
        before = folded[max(0, start - 18) : start]
        if not major or (" " not in name and "-" not in name and not any(u.level in ("province", "country") for u in major)
                         and text[start:end] not in ("Huế", "Vinh", "Pleiku")):  # fmt: skip
            return None
        key = tuple(re.split(r"[ .-]+", name.replace("'", "")))
        top = any(unit.level in ("province", "country") for unit in major)
        doubt = 0.0
        if key in self._gazetteer.ambiguous:
            if not re.search(r"(?:ở|tại|tỉnh|từ|đến|,|và|\() $|\($", before):
                return None
            doubt = 0.3
        if _PERSON_BEFORE.search(before) or _THING_BEFORE.search(before) or _NOT_AFTER.match(folded, end):
            return None
        previous = re.search(r"(\w+) $", text[max(0, start - 14) : start])
        if previous and previous[1][:1].isupper() and not previous[1].isupper():
            chunk = re.search(r"((?:[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ][\w&-]*[ ]){1,5})$", text[max(0, start - 40) : start])
            head = chunk[1].split()[0].lower() if chunk else previous[1].lower()
            if head in _SURNAMES or not top:
                return None
            doubt += 0.2
        following = re.match(r" (\w+)", text[end : end + 14])
        if following and following[1][:1].isupper() and following[1].lower() not in _SURNAMES and not following[1].isupper():
            if not top:
                return None
            doubt += 0.2
        return Candidate(start, end, start, (), None, major, bare=True, doubt=min(doubt, 0.9))

    def _list(
        self,
        view: View,
        tokens: list[re.Match[str]],
        starts: dict[int, int],
        first: Candidate,
        found: list[Candidate],
    ) -> int:
        """Read the names listed behind a typed one: "các huyện Ba Bể, Pác Nặm và Ngân Sơn"."""
        position = first.end
        if not first.levels or first.type is None:
            return position
        folded = view.folded
        plural = _PLURAL.search(folded, max(0, first.start - 12), first.start) is not None
        while True:
            note = _NOTE.match(view.text, position)
            after_note = note.end() if note and plural else position
            link = _LIST_LINK.match(folded, after_note)
            if link is None:
                return position
            index = starts.get(link.end())
            if index is None or not (view.text[link.end()].isupper() or view.text[link.end()].isdigit()):
                return position
            if folded[link.start() : link.end()].strip() == "-" and not plural:
                return position
            candidate = self._at(view, tokens, index, None, first.levels)
            if candidate is None:
                return position
            if not plural and not self._listable(candidate, first):
                return position
            candidate.type = first.type if plural else None
            found.append(candidate)
            position = candidate.end

    def _listable(self, candidate: Candidate, first: Candidate) -> bool:
        """Without a plural word, a list goes on only with names that are of the same level and of no higher one."""
        if not candidate.units:
            return False
        names = {unit.level for unit in self._gazetteer.by_name.get(name_key(candidate.units[0].name), [])}
        return names == {first.units[0].level} if first.units else False

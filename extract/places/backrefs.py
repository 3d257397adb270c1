"""Mentions without a name that point back: "toàn tỉnh", "trên địa bàn huyện"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ..text.view import View
from .abroad import abroad
from .units import Gazetteer, Unit

_TYPE_LEVEL = {"tỉnh": "province", "huyện": "district", "thị xã": "district", "thành phố": "district", "tp": "district",
               "quận": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune"}  # fmt: skip
_BACK = re.compile(
    r"(?<!\w)(?:(?:toàn|cả|trong|trên địa bàn|trên toàn|địa bàn|của|ngoài|khắp|trên địa bàn toàn) )(?P<type>tỉnh|huyện|thị xã|thành phố|tp|quận|xã|phường|thị trấn|đặc khu)"
    r"(?!\w)(?! (?:[A-ZĐ]|nào|khác|này có|bạn|thành|ủy|lỵ|hội))"
)
_SOFT = re.compile(
    r"(?<!\w)(?<!các )(?<!mỗi )(?<!nhiều )(?<!ngoài )(?<!những )(?<!hai )(?<!ba )(?<!từng )(?<!cấp )(?<!liên )(?<!một số )(?<!đường )(?<!\d )"
    r"(?:tỉnh|huyện|thị xã|quận|xã|phường)(?!\w)(?! (?:hội|nào|khác|lỵ|ủy|viên|đoàn|đội|lộ|giấc|táo|bạn|nghèo|miền|nông thôn|,|và|vùng|biên|đảo|đặc|loại|điểm|trong|thuộc|có))(?!,)"
)
_SOFT_CITY = re.compile(r"(?<!\w)ngân sách(?: của)? (?P<type>thành phố|tp)(?!\w)")
"""A city without its name that is more than who decides: what its budget pays is the city's."""
_SUBJECT = re.compile(
    r"(?:^|(?<=[\n.;:!?] )|(?<=\n)|(?<=, ))(?P<type>tỉnh|huyện|thị xã|thành phố|tp|quận|xã|phường|thị trấn|đặc khu)(?!\w)"
    r"(?= [^\W\d_])(?! (?:hội|nào|khác|lỵ|ủy|viên|đoàn|đội|lộ|giấc|táo|bạn|nghèo|miền|nông thôn|và|hoặc|vùng|biên|đảo|đặc|loại|điểm|thuộc|giáp|lân|ven|kết|thành|trở|trực|lớn|đáng|mang)(?!\w))"
)
_CLAUSE = re.compile(
    r"(?<!\w)(?:(?:hiện|hiện nay|hiện tại|đến nay|cho biết|cho hay|cho rằng|khẳng định|trong đó|do đó|do vậy|vì vậy|vì thế|nhờ đó|nhờ vậy|năm \d{4}|tháng đầu năm|\d tháng|năm qua|thời gian qua|thời gian tới) "
    r"(?P<type>tỉnh|huyện|thị xã|thành phố|tp|quận|xã|phường|thị trấn|đặc khu)(?= (?:có|đã|đang|sẽ|còn|đạt|phấn đấu|đặt mục tiêu|thu|được|đầu tư|hỗ trợ|trồng|xây dựng|triển khai|chi|dành|huy động|giải ngân|bố trí|thành lập)(?!\w))"
    r"|(?<!các )(?<!những )(?<!nhiều )(?<!hai )(?<!số )(?P<this>tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu)(?= này(?!\w)))"
)
"""A type word as the subject of a clause that an adverb or a verb of saying opens ("Hiện huyện có"), or one pointed at ("tỉnh này")."""
_LOCALITY = re.compile(
    r"(?<!\w)(?:(?:(?:trên địa bàn|trên toàn|toàn) )địa phương(?! (?:khác|nào))|địa phương này|(?:(?:(?<=[\n.;:!?] )|(?<=\n)|^)(?:(?:hiện|đến nay|năm \d{4}),? )?|(?<=, ))"
    r"địa phương(?= (?:đã|đang|sẽ|còn|hiện|cũng|có|đặt|phấn đấu|tiếp tục|vẫn|chủ động|tập trung|luôn|thường xuyên|đề ra|xác định|huy động|xây dựng|triển khai|trồng|thu hút|được)(?!\w)(?! (?:số|dịch|tỷ lệ)(?!\w))))(?!\w)"
)
"""The unit the article just spoke of, whatever its level; "các địa phương", "chính quyền địa phương" are none."""
_COUNTRY = re.compile(
    r"(?<!\w)(?:(?:trên (?:phạm vi |khắp )?|trong (?:phạm vi )?|khắp )(?:cả nước|toàn quốc)|(?<!có )(?<!gồm )cả nước|phạm vi toàn quốc|(?:(?<=[\n.;:!?] )|(?<=\n)|^)toàn quốc(?= (?:có|hiện|đã|còn)(?!\w)))"
    r"(?!\w)(?! (?:thải|ngầm|mưa|mặn|ngọt|sạch|uống|sinh hoạt|mắm)(?!\w))"
)
_DEPARTMENT = re.compile(r"(?:^|[.!?] |\n)(?:Hiện,? |Đến nay,? )?(?P<sở>Sở)(?= )(?! (?:hữu|thích|dĩ|thú|trường|đoản)(?!\w))")
"""A department of a province as the subject of a sentence: what it tells is of the province."""
_TELLS = re.compile(
    r" (?:đã |cũng |hiện |mới |chỉ |đang |vẫn )?(?:có|còn|đạt|thu|ghi nhận|xảy ra|hiện|phát hiện|xuất hiện|thiếu|cần|muốn|chi|dành|huy động|đặt mục tiêu|phấn đấu)(?!\w)"
)
"""Behind "thành phố": what follows is of the city; where it approves or orders, what it does may be anywhere in it."""
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_PASSING = re.compile(
    r"(?<!\w)(?:so với|cùng với|cao hơn|thấp hơn|kém|giáp(?: với)?|sau|sang|học tập(?: kinh nghiệm)? (?:tại|ở)|tương tự|tương đương(?: với)?|giáp ranh(?: với)?) (?:(?:các )?(?:tỉnh|huyện|thị xã|quận|xã|phường) )?$"
)
"""Words before a place that is only compared with, or bordered on: "so với Đắk Lắk, tỉnh còn 12%"."""
_MATE = re.compile(r" ?(?:,|và|, và|hay|hoặc) ?(?:(?:tỉnh|huyện|thị xã|quận|xã|phường) )?")
_LISTED = re.compile(r"(?<!\w)(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|các [^,]{1,20}), $")


@dataclass(slots=True)
class Mention:
    """A linked place mention.

    Attributes:
        start, end: half-open in the view's text.
        name: of the unit, or as printed where there is none.
        level: of the unit, or what the type word says.
        unit: None for a typed name that the gazetteer does not know there.
        province: the province it is or lies in.
        confidence: 0 to 1.
        named: whether it carries a name.
        name_start: where the name begins.
        steers: whether figures behind it may be its own; not so where what was named before it says as much.
    """

    start: int
    end: int
    name: str
    level: str
    unit: Unit | None
    province: Unit | None
    confidence: float
    named: bool = True
    name_start: int = 0
    steers: bool = True


def standing(mentions: Sequence[Mention]) -> Callable[[int, int], bool]:
    """Give a function that says whether a stretch of text touches one of these mentions, which are in order and apart."""
    starts = [mention.start for mention in mentions]

    def touched(start: int, end: int) -> bool:
        before = bisect_left(starts, end) - 1  # the last one that begins before the stretch ends
        return before >= 0 and start < mentions[before].end

    return touched


class BackReferences:
    """Resolves type words without a name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def rows(self, view: View, mentions: Sequence[Mention], moment: date | None, home: str | None) -> list[Mention]:
        """Resolve "toàn tỉnh", "trên địa bàn huyện" to the last unit of that level named before, or the newspaper's province."""
        found = []
        taken = standing(mentions)
        for match in _BACK.finditer(view.folded):
            start, end = match.span()
            if taken(start, end):
                continue
            if view.text[end : end + 1] == " " and view.text[end + 1 : end + 2].isupper():
                continue
            level = _TYPE_LEVEL[match["type"]]
            levels = (level,) if match["type"] not in ("thành phố", "tp") else ("district", "province")
            unit = self._antecedent(view, mentions, start, levels, match["type"], home, moment)
            if unit is not None:
                found.append(self._unnamed(start, end, unit, 0.8, at=match.start("type")))
        return found + self._subjects(view, mentions, moment, home) + self._localities(view, mentions) + self._country(view, mentions)

    def _localities(self, view: View, mentions: Sequence[Mention]) -> list[Mention]:
        """Resolve "địa phương" to the smallest unit of the last sentence before it that names one, if it names one only."""
        found = []
        for match in _LOCALITY.finditer(view.folded):
            start, end = match.span()
            before = [m for m in mentions if m.named and m.unit is not None and m.level not in ("country", "region") and m.end <= start]
            before = self._topics(view, before) or before
            if not before:
                continue
            ends = [cut.end() for cut in _SENTENCE_END.finditer(view.folded, 0, before[-1].start)]
            named = [m.unit for m in before if m.unit is not None and m.start >= (ends[-1] if ends else 0)]
            lines = {unit.id: {one.id for one in self._gazetteer.chain(unit)} for unit in named}
            smallest = [unit for unit in named if all(other.id in lines[unit.id] for other in named)]
            if smallest:
                unit = smallest[-1]
                found.append(self._unnamed(start, end, unit, 0.6, steers=False))
        return found

    def _country(self, view: View, mentions: Sequence[Mention]) -> list[Mention]:
        """Give "cả nước", "toàn quốc": the whole country, ours unless more places abroad than ours are named before it."""
        country = self._gazetteer.units["VN"]
        matches = list(_COUNTRY.finditer(view.folded))
        foreign = abroad().find(view) if matches else []
        taken = standing(mentions)
        found = []
        for match in matches:
            start, end = match.span()
            ours = sum(mention.named and mention.end <= start for mention in mentions)
            if sum(place.end <= start for place in foreign) <= ours and not taken(start, end):
                found.append(self._unnamed(start, end, country, 0.9, steers=False))
        return found

    @staticmethod
    def _topics(view: View, named: Sequence[Mention]) -> list[Mention]:
        """Leave out the places that others are only compared with, and those listed with them."""
        kept: list[Mention] = []
        passed = -1  # where the last place left out ended
        for mention in named:
            beside = passed >= 0 and _MATE.fullmatch(view.folded, passed, mention.start) is not None
            if beside or _PASSING.search(view.folded, max(0, mention.start - 40), mention.start):
                passed = mention.end
            else:
                kept.append(mention)
        return kept

    def _subjects(self, view: View, mentions: Sequence[Mention], moment: date | None, home: str | None) -> list[Mention]:
        """Resolve a type word that opens a sentence or clause, as its subject: "Huyện đã …", "Đến nay, thị xã có …"."""
        found = []
        taken = standing(mentions)
        spans = [match.span("type") for match in _SUBJECT.finditer(view.folded)]
        spans = [(a, b) for a, b in spans if not view.text[b + 1].isupper() and not _LISTED.search(view.folded, max(0, a - 32), a)]
        spans += [match.span("type" if match["type"] else "this") for match in _CLAUSE.finditer(view.folded)]
        for start, end in sorted(set(spans)):
            if taken(start, start + 1):
                continue
            word = view.folded[start:end]
            levels = (_TYPE_LEVEL[word],) if word not in ("thành phố", "tp") else ("district", "province")
            unit = self._antecedent(view, mentions, start, levels, word, home, moment)
            if unit is not None:
                steers = len(levels) == 1 or _TELLS.match(view.folded, end) is not None
                found.append(self._unnamed(start, end, unit, 0.6, steers=steers))
        return found

    def scopes(self, view: View, mentions: Sequence[Mention], moment: date | None, home: str | None) -> list[Mention]:
        """Resolve bare type words ("tỉnh đã …", "thị xã luôn …"), which tell the scope of what follows but are no mentions."""
        taken = standing(mentions)
        words: list[tuple[int, int, tuple[str, ...], str]] = [
            (*match.span(), (_TYPE_LEVEL[match[0]],), match[0]) for match in _SOFT.finditer(view.folded)
        ]
        words = [word for word in words if not view.text[word[1] + 1 : word[1] + 2].isupper()]
        for match in _SOFT_CITY.finditer(view.folded):
            behind = view.text[match.end() : match.end() + 3].lstrip(". ")[:1]
            if not behind.isupper() and not behind.isdigit():
                words.append((*match.span("type"), ("district", "province"), match["type"]))
        words = [word for word in words if not taken(word[0], word[0] + 1)]
        words += [(*match.span("sở"), ("province",), "tỉnh") for match in _DEPARTMENT.finditer(view.text)]
        found = []
        for start, end, levels, word in words:
            unit = self._antecedent(view, mentions, start, levels, word, home, moment)
            if unit is not None:
                found.append(self._unnamed(start, end, unit, 0.5))
        return sorted(found, key=lambda mention: mention.start)

    def _unnamed(self, start: int, end: int, unit: Unit, confidence: float, at: int | None = None, steers: bool = True) -> Mention:
        """Give a mention without a name; `at` is where its type word begins, if not at `start`."""
        province = self._gazetteer.province(unit)
        return Mention(start, end, unit.name, unit.level, unit, province, confidence, False, start if at is None else at, steers)

    def _antecedent(
        self,
        view: View,
        mentions: Sequence[Mention],
        position: int,
        levels: tuple[str, ...],
        word: str,
        home: str | None,
        moment: date | None,
    ) -> Unit | None:
        named = [m for m in mentions if m.named and m.unit is not None]
        if levels == ("province",) and home is not None:
            own = self._gazetteer.province_of(home, moment)
            codes = {m.province.code for m in named if m.province is not None}
            if own is not None and own.type == word and (not codes or codes & {home, own.code}):
                return own
        before = [m for m in named if m.start < position]
        passing = before if levels == ("commune",) else self._topics(view, before)
        for mention in (*reversed(passing), *reversed(before)):
            for unit in self._gazetteer.chain(mention.unit) if mention.unit else ():
                if unit.level in levels and self._type_fits(unit, word):
                    return unit
        if "province" in levels and home is not None:  # "toàn thành phố" in a paper of Hà Nội, not in one of Thanh Hóa
            own = self._gazetteer.province_of(home, moment)
            if levels == ("province",) or (own is not None and self._type_fits(own, word)):
                return own
        if levels == ("province",):
            provinces = {m.province.id: m.province for m in named if m.province is not None}
            if len(provinces) == 1:
                return next(iter(provinces.values()))
        return None

    def _type_fits(self, unit: Unit, word: str) -> bool:
        if word == "tỉnh":
            return unit.type == "tỉnh" or unit.level == "province"
        if word in ("thành phố", "tp"):
            return unit.type == "thành phố"
        return unit.type == word

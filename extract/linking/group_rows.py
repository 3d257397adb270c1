"""Sentences that each tell of one group what was told of all: "Tỉnh có 1.240 doanh nghiệp mới. Thương nghiệp có 300 doanh nghiệp, vốn đăng ký
1.200 tỷ đồng. Vận tải có 61 doanh nghiệp, …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..figures import Figure
from ..text.view import View
from .counting_words import generic_nouns
from .measure_nouns import names_one_measure
from .noun_phrases import opening_verb, uncapitalised
from .phrases import trim_tail

_OPENS = re.compile(
    r"\W*(?:về [^.,;:()\n\d]{3,40}, )?(?:(?:kế đến|tiếp đến|tiếp theo|kế tiếp|sau đó|trong đó|còn|riêng|đứng thứ hai|đứng sau)(?:,)? (?:là )?)?"
    r"(?P<who>[^.;:()\n\d]{3,90}?)(?:,? (?:hiện|cũng|chỉ|đã|dẫn đầu[^.;:()\n\d]{0,50}?|đứng đầu[^.;:()\n\d]{0,50}?))?"
    r"(?P<has>,? (?:có|với|là|gồm)(?: (?:khoảng|gần|hơn|trên|tới))?)? $"
)
_NO_GROUP = frozenset(
    "ông bà anh chị em tôi chúng họ đây đó theo tại ở trong năm tháng ngày đến tính hiện trước sau từ mỗi toàn cả tổng huyện xã tỉnh quận phường thôn bản"
    " ấp xóm địa đơn người hộ số có được bị qua với do để khi nếu nhưng và tuy ngoài bên cùng như nhờ nhiều một các những đã đang sẽ không chỉ vào lúc"
    " trung bình thành thị đội tổ sở ban ubnd đoàn chi cục phòng trường ngành đồng".split()
)
"""Syllables that open no group's name."""
_VERBS = re.compile(
    r"(?<!\w)(?:cho biết|cho hay|được|bị|đã|đang|sẽ|phát hiện|thu|chi|tổ chức|xử lý|thực hiện|triển khai|ghi nhận|xảy ra|làm|hỗ trợ|kiểm tra)(?!\w)"
)
_TIME = re.compile(r"(?<!\w)(?:nay|hôm|ngày|tháng|năm|qua|trước|sau|vẫn|còn|mới|khi|lúc|hiện|tối|sáng|chiều|trưa|đêm|chia|tính|theo)(?!\w)")
"""Words of no group's name."""
_SECTORS = (
    "hoạt động",
    "sản xuất",
    "kinh doanh",
    "chế biến",
    "khai thác",
    "xây dựng",
    "bán buôn",
    "bán lẻ",
    "nuôi",
    "trồng",
    "dịch vụ",
    "vận tải",
)
"""Verbs that name branches of the economy."""
_BACK, _SENTENCES = 40, 8
"""Figures and sentences in which what was told of all is looked for."""
_LONGEST = 14
_MOST = 10
"""Figures behind one that are looked at."""
_BESIDE = 4
"""Figures beside that of all that are looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of one group: of what, which group, and the index of the figure of all where there is one."""

    subject: str
    group: str
    base: int | None


class GroupRows:
    """The sentences of a text that tell of one group each, as they are met."""

    def __init__(self, view: View, figures: Sequence[Figure], places: Sequence[str]) -> None:
        self._view = view
        self._figures = figures
        self._places = places
        self._rows: dict[int, Told] = {}

    def row(self, index: int, left: str, right: str) -> tuple[str, str] | None:
        """Give subject and group of a figure in such a sentence; None for all others.

        Args:
            index: the figure's index; those before it have their subject.
            left: the words before it that say what is measured.
            right: those behind it.
        """
        figure = self._figures[index]
        if figure.kind == "count" and not figure.change:
            return self._opened(index, right)
        told = self._rows.get(figure.sentence)
        if told is None or figure.change or figure.kind == "percentage" or not names_one_measure(left.lower().split()):
            return None
        if figure.total is None:
            figure.total = self._sum_of_all(index, told, left)
        return f"{left} {told.subject}", told.group

    def _opened(self, index: int, right: str) -> tuple[str, str] | None:
        figure = self._figures[index]
        if not figure.unit or figure.unit in generic_nouns() or (index and self._figures[index - 1].sentence == figure.sentence):
            return None
        opening = _OPENS.fullmatch(self._view.folded, figure.bounds[0], figure.left)
        if opening is None or (opening["has"] is None and figure.sentence - 1 not in self._rows):
            return None
        who = trim_tail(self._view.text[opening.start("who") : opening.end("who")])
        base = self._told_of_all(index)
        if base is None or not self._names_group(who, self._figures[base]):
            return None
        own = right if right.lower().startswith(f"{figure.unit} ") and len(right) > len(figure.unit) else ""
        all_of_them = self._figures[base]
        told = Told(
            own or str(all_of_them.subject), uncapitalised(who), base if all_of_them.sentence not in self._rows else all_of_them.total
        )
        self._rows[figure.sentence] = told
        if figure.total is None and told.base is not None and (all_of_them.sentence in self._rows or self._goes_on(index)):
            figure.total = told.base
        return told.subject, told.group

    def _goes_on(self, index: int) -> bool:
        """Say whether one of the next two sentences tells of another group."""
        figure = self._figures[index]
        for at in range(index + 1, min(index + _MOST, len(self._figures))):
            other = self._figures[at]
            if other.sentence > figure.sentence + 2:
                return False
            first = other.sentence != self._figures[at - 1].sentence
            if first and (other.kind, other.unit, other.change) == ("count", figure.unit, None):
                opening = _OPENS.fullmatch(self._view.folded, other.bounds[0], other.left)
                return opening is not None and not _NO_GROUP.issuperset(opening["who"].split()[:1])
        return False

    def _sum_of_all(self, index: int, told: Told, measure: str) -> int | None:
        """Give the figure beside that of all which measures all: the "vốn đăng ký 9.800 tỷ đồng" of "1.240 doanh nghiệp"."""
        figure = self._figures[index]
        if told.base is None or figure.value is None:
            return None
        sentence = self._figures[told.base].sentence
        for at in range(told.base + 1, min(told.base + _BESIDE, index)):
            other = self._figures[at]
            alike = (other.kind, other.unit, other.per, other.change) == (figure.kind, figure.unit, figure.per, None)
            if other.sentence == sentence and alike and (other.value or 0) > figure.value and measure.lower() in str(other.subject).lower():
                return at
        return None

    def _told_of_all(self, index: int) -> int | None:
        """Give the figure that counts all of what this one counts a group of."""
        figure = self._figures[index]
        for at in range(index - 1, max(-1, index - _BACK), -1):
            other = self._figures[at]
            if figure.sentence - other.sentence > _SENTENCES:
                return None
            if other.kind != "count" or other.unit != figure.unit or other.change or not other.subject:
                continue
            if other.sentence in self._rows or (other.value or 0) >= (figure.value or 0):
                return at
        return None

    def _names_group(self, who: str, base: Figure) -> bool:
        words = who.split()
        does = opening_verb(who.lower().split())
        if _TIME.search(who.lower()) or (does is not None and not who.lower().startswith(_SECTORS)):
            return False
        if not words or len(words) > _LONGEST or words[0].lower() in _NO_GROUP or _VERBS.search(who.lower()):
            return False
        if any(name in who.lower() for name in self._places) or who.lower() in str(base.subject).lower():
            return False
        return not any(word[:1].isupper() and not word.isupper() for word in words[1:])  # "Công ty Hoàng Long" is no group

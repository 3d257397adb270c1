"""The earlier figures of a text whose subject a figure may share, and what it may take over of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures import Figure
from .counting_words import generic_nouns
from .measure_nouns import group_of
from .noun_phrases import thing_of
from .soundness import PARTED
from .subject_phrases import REACH

BACK = 40
"""Figures that are looked back on at most."""
_FAR = 3
"""Sentences over which a count that is no part of another shares its subject."""
_ROW = 8
"""Figures of a row that are looked back on."""
_TIMES_OF = "lượt"
"""The noun of people who are counted each time they come."""
LEVELLESS = frozenset(("percentage", "percentage_point", "ratio", "multiple", "rank"))
"""Kinds that have no unit of their own: they are of what any other figure is of."""


def earlier(figures: list[Figure], index: int) -> Iterator[tuple[str, Figure]]:
    """Give the earlier figures whose subject this one may share, each with how it is related."""
    figure = figures[index]
    given: set[int] = set()

    def new(other: Figure, linked: bool = False) -> bool:
        if not other.subject or id(other) in given or not (linked or _alike(figure, other)):
            return False
        if other.total == index:
            return False  # a whole is no part of its part: "7.942 thí sinh đỗ trong tổng số 8.453 thí sinh dự thi"
        given.add(id(other))
        return True

    if figure.total is not None and figure.total < index and new(figures[figure.total], linked=True):
        yield "whole", figures[figure.total]
    if figure.share is not None and figure.share < index and new(figures[figure.share], linked=True):
        yield "share", figures[figure.share]
    back = figures[max(0, index - BACK) : index]
    if back and figure.sentence - back[-1].sentence <= 3 and new(back[-1]):
        yield "previous", back[-1]
    same = next((other for other in reversed(back) if other.unit == figure.unit and other.subject), None)
    far = same is not None and figure.kind == "count" and figure.sentence - same.sentence > _FAR
    if same is not None and not far and new(same):
        yield "unit", same
    first = next((other for other in back if other.sentence == figure.sentence), None)
    if first is not None and new(first):
        yield "first", first


_SAID_BETWEEN = re.compile(r"(?<!\w)(?:đã|đang|sẽ|có|là|được|bị|để|cho|trong đó|tại|ở|khi|vì|do|nên|còn|từ|đến|giữa|của|thuộc)(?!\w)")


_SAID_OF_ANY = re.compile(
    r" ?(?:\(|(?:được|bị|đã|đang|sẽ|có|chưa|không|ở|tại|trên|trong|của|cho|với|về|do|vì|từ|vào|để|khi|qua|bằng|thuộc|theo)(?!\w))"
)
"""What may be said of everything in a row: "được hỗ trợ", "của tỉnh", "(xuất khẩu)"."""


def in_row(folded: str, first: Figure, figure: Figure) -> bool:
    """Say whether two figures are named in one row, so that one deed is done to both: "đầu tư 2 tàu, 258 xe chữa cháy, 6 canô"."""
    between = folded[first.end : figure.left]
    return len(between) < REACH and PARTED.search(between) is None and _SAID_BETWEEN.search(between) is None


def of_row(folded: str, figures: list[Figure], index: int) -> Iterator[tuple[str, Figure]]:
    """Give the figure before and the first of the sentence where they are of the same measure or noun and stand in one row with this one."""
    figure = figures[index]
    back = [other for other in figures[max(0, index - _ROW) : index] if other.sentence == figure.sentence and other.subject]
    alike = [
        other
        for other in back
        if group_of(other) == group_of(figure) and not other.change and PARTED.search(folded, other.end, figure.left) is None
    ]
    yield from zip(("previous", "first"), (alike[-1], alike[0]) if len(alike) > 1 else alike, strict=False)


def swapped(subject: str, theirs: str, own: str) -> str:
    """Put a figure's own words into the subject of another one, in place of that one's own.

    Empty where those do not stand in it, or are told more nearly there: the "nghèo" of "huyện nghèo" is not said of "công chức".
    """
    at = f" {subject.lower()} ".find(f" {theirs.lower()} ")
    if at < 0 or len(theirs) == len(subject):
        return ""
    rest = subject[at + len(theirs) :]
    if rest and not _SAID_OF_ANY.match(rest.lower()):
        return ""
    return f"{subject[:at]}{own}{rest}"


_HAS_SIZE = re.compile(r"[^,;]*,? (?:với|có|trên|trị giá|rộng|dài|cao|nặng|tại|của)(?!\w)")
"""Words between counted things and the measure that they have: "12 cụm công nghiệp | với tổng diện tích"."""


_OWNERS = frozenset(("organisation", "work", "building"))
"""Classes of counted things that have sums and sizes of their own: "53 dự án, vốn 11.350 tỷ đồng"."""


_GROWN = re.compile(
    r"^(?:gieo cấy|gieo trồng|gieo sạ|xuống giống|trồng mới|thả nuôi|nuôi trồng|canh tác|(?:trồng|thu hoạch|nuôi)(?= (?:lúa|ngô|cây|cà|chè|cam|mía|sắn|rau|tôm|cá|lạc|đậu|tiêu|điều|keo|rừng)(?!\w))) "
)
"""What is done to a crop whose area was told: the "sản lượng" is of the crop."""
_NO_THING = re.compile(r"^(?:từ|bằng|theo|để|do|vì|qua|trên|với|cho|trong)(?!\w)")
"""The rest of a phrase, which has no measure of its own."""
_LOST = re.compile(r"(?<!\w)(?:bị sập|bị đổ|bị cháy|bị hư hỏng|bị cuốn trôi|bị tốc mái|chết|mất tích)(?!\w)")
"""What befell a thing that was counted: the "thiệt hại" told behind it is of all that was."""


def things(folded: str, figures: list[Figure], index: int) -> Iterator[tuple[str, str]]:
    """Give what the figures before measure, without the measure: of the figure before, of the sentence's first, of the one before the sentence."""
    figure = figures[index]
    back = figures[max(0, index - BACK) : index]
    inside = [other for other in back if other.sentence == figure.sentence]
    before = [other for other in back if other.sentence < figure.sentence <= other.sentence + 2]
    given: set[str] = set()
    for source, others in (("previous", inside[-1:]), ("first", inside[:1]), ("before", before[-1:])):
        for other in others:
            apart = other is not back[-1] or (other.group not in _OWNERS and _HAS_SIZE.match(folded, other.end, figure.left) is None)
            if figure.kind != "count" and other.kind == "count" and source != "before" and apart:
                continue  # "sản xuất 2.000 sản phẩm, doanh thu 3 tỷ đồng": the "doanh thu" of who makes them
            thing = _GROWN.sub("", thing_of(other.subject)) if other.subject else ""
            if thing and thing not in given and not _NO_THING.match(thing) and not (figure.kind == "money" and _LOST.search(thing)):
                given.add(thing)
                yield source, thing


def _alike(figure: Figure, other: Figure) -> bool:
    """Say whether two figures can be of one subject: of the same noun or measure, or one of them without a noun or unit of its own."""
    if figure.kind == "count":
        if figure.unit in generic_nouns() and other.kind != "count" and other.kind not in LEVELLESS:
            return False  # nobody is a length, a time or a sum
        if figure.unit == _TIMES_OF and other.kind not in LEVELLESS:
            return other.group == "person" or figure.unit == other.unit
        if figure.unit in generic_nouns():
            return figure.group != "person" or other.group == "person" or other.kind in LEVELLESS
        return figure.unit == other.unit or (other.subject or "").lower().startswith(figure.unit or "-")
    if figure.kind not in LEVELLESS and other.kind in LEVELLESS and not other.change:
        return False  # "lãi suất 6,5%/năm, thời hạn vay 5 năm"
    if figure.kind == other.kind == "money" and other.per and not figure.per and not figure.change:
        return False  # "bán với giá 25.000 đồng/kg, thu về 75 triệu đồng"
    return group_of(figure) == group_of(other) or figure.kind in LEVELLESS or other.kind in LEVELLESS


def without_noun(phrase: str, noun: str) -> str:
    """Take a noun off a phrase's beginning: "người có trình độ đại học" without "người"."""
    folded, noun = phrase.lower(), noun.lower()
    if noun and folded.startswith(noun) and not folded[len(noun) : len(noun) + 1].isalnum():
        return phrase[len(noun) :].strip(" ,")
    return phrase

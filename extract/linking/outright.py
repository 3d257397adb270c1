"""What figures are of whose sentence says it in a form of its own, so that there is nothing to choose."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View
from .bracketed_rows import in_bracketed_row
from .degrees import degree_of, topic_of
from .dimensions import distance_of
from .group_rows import GroupRows
from .harmed import harmed
from .itemised import item_of
from .measure_nouns import begins_measure, names_one_measure
from .noun_phrases import measured, opening_verb
from .soundness import opens_none

Pair = tuple[str, str | None]
"""A subject and its category."""

WHOLES = re.compile(
    r"(?:tổng|số lượng|số|toàn bộ|diện tích|vốn|dân số|sản lượng|lượng|doanh thu|quỹ|ngân sách|kim ngạch|giá trị|grdp|gdp)(?! (?:này|trên|đó|còn lại))(?= \w)"
)
"""What begins the name of a whole."""
REACH = 24
"""Characters before a share in which it says that it takes up so much of a whole."""
_ABOUT = re.compile(r" về (?P<number>số (?:lượng )?)?(?P<what>[^\W\d_]+(?: [^\W\d_]+)?)(?!\w)")
_TAKEN = re.compile(r"(?<!\w)chiếm(?: (?:tới|đến|khoảng|gần|hơn|trên|tỷ lệ))* ?$")
_DOES = re.compile(r"(?:bị|được|đã|không|chưa|chỉ|đăng ký|tham gia|xin|vắng|trúng|phải|còn) [^\W\d_]")
_NUMBER_OF = re.compile(r"(?:.*, )?(?:tổng )?(?:số )?")
_HEADS = frozenset(("người", "dân", "nhân khẩu", "người dân"))
_POPULATION = re.compile(
    r"(?<!\w)(?P<what>(?:tổng )?(?:dân số|số dân)(?! ?[-–,])(?: (?!(?:đã|là|đạt|hiện|khoảng|hơn|gần|trên|có|lên|còn|ước|vào|xấp xỉ|tăng|giảm|được|sẽ|năm|tới|đến|gồm|với)(?!\w))[^\W_]+){0,6})"
    r"(?: (?:đã|là|đạt|hiện|nay|khoảng|hơn|gần|trên|có|lên|tới|còn|ước|vào|xấp xỉ|tính|đến|sẽ|chừng|quá))* ?$"
)
_REACH_BACK = 90
_MEASURES = frozenset(("money", "measurement", "duration"))
_LONGEST_NAME = 8
_NEAR = 12
"""Figures that are looked back on."""


def outright(
    view: View, figures: list[Figure], index: int, groups: GroupRows, near: list[tuple[int, int]], left: str, right: str
) -> Pair | None:
    """Give subject and category of a figure; None where they are to be chosen.

    Args:
        view: the text.
        figures: the figures in order; those before have their subject.
        index: the figure.
        groups: the sentences that tell of one group each, met so far.
        near: dates and periods beside it.
        left: the words before it that say what is measured.
        right: those behind it.
    """
    figure = figures[index]
    found = in_bracketed_row(view, figures, index) or _people(view, figure)
    found = found or degree_of(view, figures, index) or _does(figure, right) or _named_itself(figure, left, right)
    found = found or _takes_up(view, figure, left, right) or _changes_of(view, figures, index) or _in_brackets(view, figure, left)
    found = found or _distance(view, figures, index) or _consists_of(figure, left, right)
    if found is not None:
        figure.told = bool(index) and figures[index - 1].told
        return found
    topic = None if figure.kind == "count" and figure.unit else topic_of(view, figures, index, near)
    found = topic or groups.row(index, left, right)
    figure.told = found is not None
    if found is None and not (figure.kind == "count" and figure.unit):
        found = item_of(view, figures, index)
    if found is None and figure.kind == "measurement" and not figure.change:
        thing = harmed(view, figures, index, right)
        found = (measured(view, figure, thing), None) if thing else None
    return found


def _people(view: View, figure: Figure) -> Pair | None:
    """Give the "dân số" right before a number of people, and whose it is: "quy mô dân số | 200 nghìn người"."""
    if figure.kind != "count" or figure.unit not in _HEADS or figure.change is not None or figure.per is not None:
        return None
    found = _POPULATION.search(view.folded, max(figure.bounds[0], figure.left - _REACH_BACK), figure.left)
    return (view.text[found.start("what") : found.end("what")], None) if found is not None else None


def _does(figure: Figure, right: str) -> Pair | None:
    """Give the subject of a number that shares the noun of the one before it and says what those do: the "8" of "351 thí sinh vắng mặt, 8 bị đình chỉ"."""
    shared = figure.kind == "count" and figure.unit and figure.end == figure.number_end and figure.total is None
    return (f"{figure.unit} {right}", None) if shared and _DOES.match(right.lower()) is not None else None


def _named_itself(figure: Figure, left: str, right: str) -> Pair | None:
    """Give what a count is of whose full name stands before it and only its noun behind: the "hộ cận nghèo" of "hộ cận nghèo 212 hộ"."""
    if figure.kind != "count" or figure.total is not None:
        return None
    if figure.per is not None and names_one_measure(left.lower().split()):
        return left, None  # "mật độ dân số 176 người/km2"
    if figure.change or not figure.unit or right.lower() != figure.unit:
        return None
    begins = _NUMBER_OF.match(left.lower())
    name = left[begins.end() :] if begins is not None else left
    own = name.lower().startswith(f"{figure.unit} ") and len(name.split()) <= _LONGEST_NAME
    return (name, None) if own and not any(sign.isdigit() or sign == "," for sign in name) else None


def _takes_up(view: View, figure: Figure, left: str, right: str) -> Pair | None:
    """Give whole and group of a share that names both: "Khách Trung Quốc chiếm 70% tổng lượng khách quốc tế"."""
    if figure.kind != "percentage" or figure.total is not None or figure.change or not left or "," in left or len(right.split()) < 2:
        return None
    taken = _TAKEN.search(view.folded, max(figure.bounds[0], figure.left - REACH), figure.left) is not None
    if taken and WHOLES.match(right.lower()):
        return right.split(", ", maxsplit=1)[0], left
    return None


_TAKES_FOR = re.compile(r"(?<!\w)(?:coi|xem|gọi|cho|nói|trả lời)(?!\w)|(?<!\w)(?:phải|sẽ|đều|cần)$")
"""In a whole: who takes it for something, and what it has to be."""


def _consists_of(figure: Figure, left: str, right: str) -> Pair | None:
    """Give whole and group of a share that says what part of a whole is: "70% diện tích rừng bị cháy là rừng thông"."""
    whole, is_, group = right.partition(" là ")
    if figure.kind != "percentage" or figure.total is not None or figure.share is not None or figure.change or left or not is_:
        return None
    short = len(group.split()) <= _LONGEST_NAME and "," not in right and not any(sign.isdigit() for sign in right)
    return (whole, group) if short and WHOLES.match(whole.lower()) and _TAKES_FOR.search(whole.lower()) is None else None


_FROM = re.compile(r"khoảng cách từ (?P<of>.+) đến ")
_WORDS_OF_ONE = 8
_TIERS = frozenset(("huyện", "tỉnh", "xã", "quận", "phường"))
"""What opens the rest of an address, which nothing is measured from."""


def _distance(view: View, figures: list[Figure], index: int) -> Pair | None:
    """Give a distance from what and to what, from what another one of the sentence was told where its clause does not say: "tâm bão cách
    Phú Quý 300km, cách Phan Rang 310km".
    """
    figure, before = figures[index], figures[index - 1] if index else None
    found = distance_of(view, figure)
    if found is None or figure.change or figure.total is not None:
        return None
    of, to = found
    words = [word.lower() for word in of.split()]
    if not words and before is not None and before.sentence == figure.sentence:
        told = _FROM.match(before.subject or "")
        of = told["of"] if told is not None else ""
    elif words and (len(words) > _WORDS_OF_ONE or words[0] in _TIERS or opens_none(words) or opening_verb(words) is not None):
        of = ""
    return (f"khoảng cách từ {of} đến {to}" if of else f"khoảng cách đến {to}", None)


def _in_brackets(view: View, figure: Figure, left: str) -> Pair | None:
    """Give the measure named right before the brackets that a figure opens: "chưa đồng ý mức giá bồi thường (110 triệu đồng)"."""
    opened = figure.kind in _MEASURES and view.folded[figure.bounds[0] : figure.left].rstrip().endswith("(")
    if not opened or figure.total is not None or figure.change:
        return None
    words = left.split()
    first = next((at for at in range(len(words)) if begins_measure([word.lower() for word in words[at:]])), 0)
    short = 2 <= len(words) - first <= _LONGEST_NAME
    return (" ".join(words[first:]), None) if first and short and not any(sign in left for sign in ",;:") else None


def _changes_of(view: View, figures: list[Figure], index: int) -> Pair | None:
    """Give what a change says it is of by naming one of the figures before it: "712 doanh nghiệp, vốn 5.120 tỷ đồng, tăng 8,4% về số doanh nghiệp"."""
    figure = figures[index]
    about = _ABOUT.match(view.folded, figure.end, figure.bounds[1]) if figure.kind == "percentage" and figure.change else None
    if about is None:
        return None
    for other in reversed(figures[max(0, index - _NEAR) : index]):
        if other.sentence != figure.sentence:
            return None
        if not other.subject or other.change or other.kind == "percentage":
            continue
        counted = f"{about['what']} ".startswith(f"{other.unit} ") if other.kind == "count" and about["number"] else False
        measures = not about["number"] and other.kind != "count" and other.subject.lower().startswith(about["what"].split(" ")[0])
        if counted or measures:
            return other.subject, other.category
    return None

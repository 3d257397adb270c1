"""Items of a list that its head names: "các khoản thu gồm: học phí 270.000 đồng, quỹ lớp 50.000 đồng" are "khoản thu", one "học phí"."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View
from .phrases import trim_tail

_OPENS = re.compile(r",? ?(?:(?:bao )?gồm(?: có)?|như(?: sau)?|cụ thể(?: là| như sau)?|sau đây)? ?: ?|,? (?:bao )?gồm(?: có)? ")
"""Between the head of a list and its first item."""
_HEAD = re.compile(
    r"(?<!\w)(?:khoản(?! \d)|nguồn (?:vốn|thu|kinh phí)|ngành(?! (?:nghề|chức năng))|lĩnh vực|chi phí|lệ phí|mức (?:thu|phí|chi|đóng góp)|loại (?:phí|vé|thuế|dịch vụ)|hạng mục|phụ cấp|cơ cấu [^\W\d_]+)(?! khác)(?!\w)"
)
"""Nouns of what has kinds, each with a figure of its own."""
_PREDICATE = re.compile(
    r" (?:có|được|bị|đã|đang|sẽ|phải|đạt|tăng|giảm|với|là|chiếm|cho|ở|tại|trên|trong|để|do|từ|khi|vẫn|còn|hiện|nhất|khá|cũng|này|trên đây|nêu trên|sau)(?!\w)"
)
"""Where the noun phrase of a head ends at the latest."""
_SEPARATES = re.compile(r"[,;+] ?|(?:, )? ?(?:và|còn) |- ?")
_LEADS = re.compile(r" (?:là|đạt|tăng|giảm|chiếm|ở mức|khoảng|hơn|gần|trên|có giá|giá|mức|với|ước|còn|chỉ)$")
_RATE = re.compile(r" ?(?:/|mỗi|một) ?[^\W\d_]+")
_REACH = 300
"""Characters before a figure in which the head of its list is looked for."""
_LONGEST = 12
"""Words of the longest head or item."""
_NO_ITEM = frozenset("trong từ tại ở đối với cho nếu khi".split())
"""Words that open no item."""
_PAUSES = re.compile(r"[;:()\"“”\n]|\.(?!\d)")
_LIST_ENDS = re.compile(r"[:\"“”\n]|\.(?!\d)")


def item_of(view: View, figures: list[Figure], index: int) -> tuple[str, str] | None:
    """Give the head of the list that a figure stands in, and the item it is told of; None where it stands in none.

    Args:
        view: the text.
        figures: the figures in order.
        index: a figure that is of no counted noun.
    """
    figure = figures[index]
    folded, low = view.folded, max(figure.bounds[0], figure.left - _REACH)
    opening = next(reversed(list(_OPENS.finditer(folded, low, figure.left))), None)
    if opening is None or _LIST_ENDS.search(folded, opening.end(), figure.left):
        return None
    head = _head(view, low, opening.start())
    if not head:
        return None
    begin = opening.end()
    for other in figures[max(0, index - _LONGEST) : index]:
        if other.end <= opening.end():
            continue
        gap = _SEPARATES.match(folded, _past(folded, other.end))
        if gap is None or other.kind != figure.kind:
            return None
        begin = gap.end()
    item = view.text[begin : figure.left].strip(" ,")
    while (lead := _LEADS.search(item.lower())) is not None:
        item = item[: lead.start()]
    words = item.split()
    if not words or len(words) > _LONGEST or any(sign.isdigit() for sign in item) or words[0].lower() in _NO_ITEM:
        return None
    return head, item


def _past(folded: str, end: int) -> int:
    """Give where what a figure is a rate of ends: "3.000.000 đồng mỗi lớp"."""
    rate = _RATE.match(folded, end)
    return rate.end() if rate is not None else end


def _head(view: View, low: int, end: int) -> str:
    """Give the noun phrase before a list that says what its items are; empty where none does."""
    folded = view.folded
    for cut in _PAUSES.finditer(folded, low, end):
        low = cut.end()
    noun = next(reversed(list(_HEAD.finditer(folded, low, end))), None)
    if noun is None:
        return ""
    stop = _PREDICATE.search(folded, noun.end(), end)
    phrase = trim_tail(view.text[noun.start() : stop.start() if stop is not None else end])
    if not 1 < len(phrase.split()) <= _LONGEST or any(sign.isdigit() or sign == "," for sign in phrase):
        return ""
    return phrase

"""What stands around a name: whether it can be a place there, or belongs to a person, a street, a school, a club."""

from __future__ import annotations

import re

from ..text.view import View
from .abroad import abroad
from .words import Words

_WORD_BEFORE = re.compile(r"([^\W_](?:[\w&-]|\.(?=\w))*) $")
_PREPOSITION = re.compile(
    r" (?:ở|tại|của|trên|về|từ|đến|là|có|cho|với|trong|nhất|đã|được|ra|vào|sang|tỉnh|huyện|thành phố|quận|xã|giữa|qua|đi|các|những|người) | và $"
)
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:;\"(•*-] ?|\A)$")
_IN_BRACKETS = re.compile(r"\($")
_LOOKBACK, _FAR = 48, 80
"""Characters looked back on for the words right before a name, and for the beginning of a company's name."""
_TYPED = re.compile(r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) $")
_FIRST = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"(?:^|[\n.;!?,:] ?)$")
_FIGURE = re.compile(r" (?:(?:hiện|đã|đang|cũng) )?(?:có|còn|trồng|đón|thu hút|đạt|nuôi) (?:hơn |gần |trên |khoảng )?\d")
_APPOSITION = re.compile(r"(?: ?- ?|, | là )(?:một )?(?:trong những )?(?:huyện|thị xã|thành phố|quận) (?!ủy|đoàn|đội|lỵ)[^\W\d_]")
_ABROAD_LINK = re.compile(r" ?[,(] ?(?:phía (?:nam|bắc|đông|tây) )?|(?:,? (?:thuộc|của|ở))? ")


def is_capitals(text: str, start: int, end: int) -> bool:
    """Say whether a span is in capitals in a line that is, too: a title or heading, where capitals tell nothing."""
    if not text[start:end].isupper() or end - start < 3:
        return False
    low, high = text.rfind("\n", max(0, start - 40), start) + 1, text.find("\n", end, end + 40)
    around = text[max(low, start - 40) : start] + text[end : high if high >= 0 else end + 40]
    letters = [char for char in around if char.isalpha()]
    return not letters or sum(char.isupper() for char in letters) > 0.7 * len(letters)


def before_bars(view: View, start: int, words: Words, capitals: bool) -> bool:
    """Say whether what stands before a name without a type word makes it something else than a place."""
    folded, text = view.folded, view.text
    before = folded[max(0, start - _LOOKBACK) : start]
    if not before or before[-1] == "\n":
        return False
    if before[-1] in "-." and len(before) > 1 and before[-2].isalnum() and text[max(0, start - 2)].isupper():
        return True  # "B.Bình Dương", "A-Hà Nội"
    if before[-1] != " ":
        return before[-1].isalnum()
    if words.person.search(before):
        return True
    if words.thing.search(before) and not words.notthing.search(before):
        return True
    if _ends_name(view, start, words.body, words):
        return True
    if capitals:
        previous = _WORD_BEFORE.search(before)
        return previous is not None and previous[1] in words.surnames and previous[1] not in words.opening and _two_names(before, words)
    return _capital_before(view, start, words)


def in_firm(view: View, start: int, words: Words) -> bool:
    """Say whether a region's name ends the name of a company or an office: "Tổng công ty Điện lực miền Trung"."""
    return _ends_name(view, start, words.firm, words, capital=True)


def _ends_name(view: View, start: int, heads: re.Pattern[str], words: Words, capital: bool = False) -> bool:
    """Say whether a name that begins at `start` ends a longer one: a head ("Công ty") and words without a preposition stand before it.

    Args:
        view: the text.
        start: where the name begins.
        heads: matches a head and the words behind it up to the end.
        words: the lexicon.
        capital: whether the head must have a capital.
    """
    low = max(0, start - _FAR)
    low = view.folded.rfind("\n", low, start) + 1 or low
    found = heads.search(view.folded, low, start)
    while found is not None:
        if (
            (not capital or view.text[found.start()].isupper())
            and not _PREPOSITION.search(found[1])
            and not words.notthing.search(view.folded[low : found.start(1)] + " ")
        ):
            return True
        found = heads.search(view.folded, found.start() + 1, start)
    return False


def _two_names(before: str, words: Words) -> bool:
    """Say whether a surname right before a name has no word of its own before it that speaks against a person."""
    return words.person.search(_WORD_BEFORE.sub("", before)) is not None


def _capital_before(view: View, start: int, words: Words) -> bool:
    """Say whether the word right before, in capitals, makes the name a part of a longer one."""
    text, folded = view.text, view.folded
    previous = _WORD_BEFORE.search(text, max(0, start - 20), start)
    if previous is None or not previous[1][0].isupper():
        return False
    word = folded[previous.start(1) : previous.end(1)]
    first = _SENTENCE_START.search(text, max(0, previous.start() - 2), previous.start()) is not None
    if word in words.clubs:
        return True
    if first:  # any word begins a sentence with a capital
        return word in words.surnames and word not in words.opening
    return not _acronym(previous[1])


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def after_bars(view: View, start: int, end: int, words: Words, capitals: bool) -> bool:
    """Say whether what stands behind a name makes it a part of a longer one ("Hà Nội Mới", "Bình Dương FC")."""
    text, folded = view.text, view.folded
    if words.after.match(folded, end) or lies_abroad(view, end, _TYPED.search(folded, max(0, start - 12), start) is not None):
        return True
    if capitals or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    follower = re.match(r"[^\W\d_]+", text[end + 1 : end + 16])
    if follower is None or follower[0].isupper():
        return False
    return follower[0].lower() not in words.surnames


def lies_abroad(view: View, end: int, typed: bool = True) -> bool:
    """Say whether a name lies in another country: "tỉnh Hà Nam (Trung Quốc)", "tỉnh Hà Nam của Trung Quốc".

    Args:
        view: the text.
        end: where the name ends.
        typed: whether a type word stands before it; without one only brackets tell, since lists mix ours and theirs.
    """
    link = _ABROAD_LINK.match(view.folded, end)
    if link is None or (not typed and "(" not in link[0]):
        return False
    there = abroad().at(view, link.end())
    return there is not None and view.folded[there.end : there.end + 2].lstrip()[:1] in ("", ")", ",", ".", ";", ":", "\n")


def supported(view: View, start: int, end: int, words: Words) -> bool:
    """Say whether the words around a doubtful name say that it is a place: "ở Hòa Bình", "(Hòa Bình)", "Thanh Sơn - huyện miền núi"."""
    before = view.folded[max(0, start - 16) : start]
    if words.before.search(before):
        return True
    if before.endswith("(") and view.text[end : end + 1] in "),":
        return True
    after = _APPOSITION.match(view.folded, end)
    return after is not None and view.text[after.end() - 1].islower()


def has_figure(view: View, start: int, end: int, words: Words) -> bool:
    """Say whether a bare name opens a clause that gives it a figure, as it seldom does a person: "Mộc Châu có 25.000 con bò sữa"."""
    first = _FIRST.match(view.folded, start)
    return (
        first is not None
        and first[0] not in words.surnames
        and _CLAUSE.search(view.text, max(0, start - 3), start) is not None
        and _FIGURE.match(view.folded, end) is not None
    )

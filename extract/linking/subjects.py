"""Subject and category: what a figure counts or measures, and of which sub-group."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ..figures import Figure
from ..lexicon import PhraseTable, read_lexicon
from ..text.view import View
from .abbreviations import spell_out
from .choices import NOTHING, Belief, Decide
from .counting_words import generic_nouns
from .earlier_figures import without_noun
from .grades import complete_grades, one_phrase
from .group_rows import GroupRows
from .in_turn import rows_in_turn
from .next_measures import without_next_measure
from .noun_phrases import clean_category, measured, opening_verb, said_of, uncapitalised, without_subject
from .outright import REACH, WHOLES, outright
from .phrases import left_phrase, own_from, right_phrase
from .soundness import EMPTY_HEADS, SIZES, tells_group
from .subject_candidates import subject_candidates
from .subject_phrases import SubjectScene

_HAS = re.compile(r" (?=(?:có|chưa|không|được|bị|thuộc|là) )")
_SYLLABLES = re.compile(r"\w+")
_BARE_WORDS = 3
_NEAR = 60
"""Figures that are looked back on at most, so that work grows with the text and not with its square."""
_OVERLAPPING = 4
"""Figures in which the next one begins that is no part of this one: the 131 of "120/131 học sinh" is."""
_EMPTY_TAIL = re.compile(r", ?(?:tỷ lệ|tỉ lệ|mức|đạt tỷ lệ|đạt tỉ lệ|con số)$", re.IGNORECASE)
_OUT_OF_ALL = re.compile(r",? (?:nằm |thuộc )?(?:trong|trên)(?: (?:tổng số|tổng|số|tổng cộng))?$", re.IGNORECASE)
"""At the end of words that a whole follows: "7.942 thí sinh được xét tốt nghiệp trong tổng số 8.453 thí sinh"."""
_PERCENT_LEFT = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tốc độ|mức độ|lãi suất|chỉ số|độ che phủ|công suất|hệ số)(?!\w)")


@cache
def _verbs() -> PhraseTable[str]:
    rows = read_lexicon("solieu.extract.linking", "verbs.tsv", ("verb",))
    return PhraseTable((row["verb"], row["verb"]) for row in rows)


def link_subjects(
    view: View,
    figures: list[Figure],
    spans: list[tuple[int, int]],
    places: list[str],
    decide: Decide | None = None,
    believe: Callable[[int], Belief] | None = None,
) -> None:
    """Give every figure of a text its subject and category, in place.

    Args:
        view: the text.
        figures: its figures in order, wholes and shares already linked.
        spans: dates, periods, places and documents, which belong to no end of a subject.
        places: the place names of the text as printed; a category that only names a place is none.
        decide: the linking classifier; without one the rules decide.
        believe: says of the words around a figure how likely they belong to its subject.
    """
    scene = SubjectScene.of(view, spans)
    wholes: dict[int, str] = {}
    groups = GroupRows(view, figures, places)
    for index, figure in enumerate(figures):
        after = next((other for other in figures[index + 1 : index + _OVERLAPPING] if other.start >= figure.end), None)
        after = after if after is not None and after.sentence == figure.sentence else None
        near = scene.near(figure)
        floor = _floor(view, figures, index)
        limit = after.left if after else figure.bounds[1]
        right = _OUT_OF_ALL.sub("", right_phrase(view, figure, max(limit, figure.end), near))
        left = left_phrase(view, figure, floor, near)
        subject, category = _own(view, figures, index, left, right)
        category = _without_places(category, places)
        if not tells_group(category):
            category = None
        if category and subject and category.lower() in (subject.lower(), (figure.unit or "").lower()):
            category = None
        paired = figure.kind == "percentage" and figure.share is not None and figure.share < index and figures[figure.share].subject
        item = outright(view, figures, index, groups, near, left, right) if decide is not None and not paired else None
        if item is not None:
            subject, category = item
        elif decide is not None and not paired:  # a share says the same of the same people as its count
            candidates, features = subject_candidates(scene, figures, index, (subject, category), left, right, max(limit, figure.end))
            best, figure.doubts["subject"] = decide(index, candidates, features, believe(index) if believe else NOTHING)
            subject, category = candidates[best]
        elif subject:
            subject = measured(view, figure, subject)
        if paired and figure.total is None and (whole := _named_whole(view, figure, right)):
            wholes[index] = uncapitalised(spell_out(whole, view.text).strip())
        figure.subject = uncapitalised(spell_out(subject, view.text).strip()) or None if subject else None
        figure.category = uncapitalised(spell_out(category, view.text).strip()) or None if category else None
        if figure.subject:
            figure.subject = scene.named.resolved(figure, figure.subject)
        if figure.subject and figure.unit in _BARE:
            figure.subject = _with_noun(view.folded, figures, index)
        if figure.category and figure.category.lower() in SIZES:
            figure.category = None
        if figure.subject and figure.category:
            figure.category = one_phrase(clean_category(without_subject(figure.category, figure.subject)) or "") or None
            known, told = set(figure.subject.lower().split()), set((figure.category or "").lower().split())
            if told == known or (figure.total is None and told <= known):
                figure.category = None  # says what the subject says, and of no whole a part
        if figure.total is not None and figure.kind == "count" and figure.subject and not figure.category:
            figure.category = _own_group(figure, spell_out(without_next_measure(right), view.text))
        if figure.category and figure.kind == "count" and figure.unit and (figure.subject or "").startswith(figure.unit):
            figure.category = without_noun(figure.category, figure.unit) or figure.category  # "đại biểu nữ" of "đại biểu"
        if figure.subject is None and figure.kind == "count" and figure.unit and figure.end > figure.number_end:
            figure.subject = uncapitalised(view.text[figure.number_end : figure.end].strip()) or None  # its noun, where nothing tells more
    _from_links(figures)
    _told_in_turn(view, figures)
    complete_grades(figures, view.text, view.folded)
    for index, whole in wholes.items():  # last, since what follows is told of the part
        partner = figures[figures[index].share or 0]
        figures[index].subject, figures[index].category = whole, partner.category or partner.subject


_BARE = frozenset(("con", "chiếc", "cái"))
"""Classifiers that say nothing of what is counted."""
_GOES_ON = re.compile(r" (?:bị|được|phải|chết|trong|tại|ở|còn|đã|mắc|nhiễm|trên|do|của)(?!\w)")
_NEAR = 8
"""Figures before a bare classifier among which its noun is looked for."""


def _with_noun(folded: str, figures: list[Figure], index: int) -> str | None:
    """Give a subject that begins with a classifier alone the noun that was counted with it before: "con phải tiêu hủy" of "con heo"."""
    unit, subject = figures[index].unit or "", figures[index].subject or ""
    if subject != unit and (not subject.startswith(f"{unit} ") or _GOES_ON.match(subject, len(unit)) is None):
        return subject or None
    printed = (folded[one.number_end : one.end].strip() for one in reversed(figures[max(0, index - _NEAR) : index]))
    noun = next((words for words in printed if words.startswith(f"{unit} ")), None)
    return f"{noun}{subject[len(unit) :]}" if noun else subject or None


_TAKES_UP = re.compile(
    r"(?<!\w)(?:chiếm|tương ứng|tương đương|đóng góp)(?: (?:tới|đến|khoảng|gần|hơn|trên|với))* ?$|\( ?(?:khoảng |gần |hơn |trên )?$"
)


def _named_whole(view: View, figure: Figure, right: str) -> str:
    """Give the whole that a share names behind it, which then is what it is told of: the "vốn điều lệ" of "24 triệu cổ phần (29,5% vốn điều lệ)"."""
    taken = _TAKES_UP.search(view.folded, max(figure.bounds[0], figure.left - REACH), figure.left) is not None
    return right if taken and _words(right) > 1 and WHOLES.match(right.lower()) else ""


def _told_in_turn(view: View, figures: list[Figure]) -> None:
    """Give all figures of a row told in turn what its first is of: "A và B có số tàu xa bờ lớn nhất, lần lượt 310 chiếc và 540 chiếc"."""
    for _, row in rows_in_turn(view.folded, figures):
        first = figures[row[0][0]]
        for index, *_ in row[1:]:
            if figures[index].unit == first.unit and figures[index].kind == first.kind and figures[index].total == first.total:
                figures[index].subject, figures[index].category = first.subject, first.category


def _from_links(figures: list[Figure]) -> None:
    """Give figures that nothing names the subject of their whole or share, which may stand behind them: "5 trong 6 nạn nhân"."""
    for figure in figures:
        for other in (figure.share, figure.total):
            if not figure.subject and other is not None and figures[other].subject:
                figure.subject = figures[other].subject


_PLACE_FILLER = re.compile(
    r"(?<!\w)(?:nhiều nhất|ít nhất|cao nhất|thấp nhất|lớn nhất|là|ở|tại|huyện|tỉnh|xã|phường|thị xã|thành phố|thị trấn|tp|riêng|trên địa bàn|mỗi|và|các|với|còn|quận|đứng đầu|tiếp đến|kế đến)(?!\w)|[.,…/-]"
)


def _without_places(category: str | None, places: list[str]) -> str | None:
    """Drop a category that says nothing but where: "nhiều nhất là huyện Quỳ Châu"."""
    if not category:
        return None
    rest = category.lower()
    for name in places:
        rest = rest.replace(name, " ")
    return category if _PLACE_FILLER.sub(" ", rest).strip() else None


def _own_group(figure: Figure, right: str) -> str | None:
    """Give the sub-group that a part's own noun tells: "1 thạc sĩ" of "467 cán bộ"; None where it only says what is counted."""
    noun = figure.unit or ""
    subject = (figure.subject or "").lower()
    known = set(_SYLLABLES.findall(subject))
    if noun in generic_nouns():
        said = without_noun(right, noun) if right.lower().startswith(f"{noun} ") else ""
        return said if said and not set(_SYLLABLES.findall(said.lower())) <= known else None  # "142 con trâu" of "186 con gia súc"
    if not noun or right.lower() == subject or (noun in subject and set(_SYLLABLES.findall(right.lower())) <= known):
        return None
    return right or noun


def _words(phrase: str | None) -> int:
    return len(phrase.split()) if phrase else 0


_BREAK = re.compile(r"[,;:(/]|(?<!\w)(?:và|với|còn|lên|xuống|đến|hoặc)(?!\w)")
_FROM_TO = re.compile(r"[^,;]{0,40}(?<!\w)(?:lên|xuống|còn|đến|thành)(?: (?:còn|khoảng|hơn|gần|trên|mức))* ?$")


def _floor(view: View, figures: list[Figure], index: int) -> int:
    """Give where the words before a figure that are its own begin: at the figure before, unless that one is part of them
    ("tổng nhu cầu vốn của 6 đề án khoảng 26.000 tỷ đồng").
    """
    figure = figures[index]
    for before in reversed(figures[max(0, index - _NEAR) : index]):
        if before.sentence != figure.sentence:
            break
        if _BREAK.search(view.folded, before.end, figure.left) or before.cue == "/" or before.kind == figure.kind != "percentage":
            return own_from(view.folded, before.end, figure.left)
    return figure.bounds[0]


def _own(view: View, figures: list[Figure], index: int, left: str, right: str) -> tuple[str | None, str | None]:
    figure = figures[index]
    left = _EMPTY_TAIL.sub("", left)
    if left.lower() in EMPTY_HEADS:
        left = ""
    if right.lower() in EMPTY_HEADS or (figure.baseline and right and right.lower() in figure.baseline.lower()):
        right = ""
    if figure.change and _words(right) <= 1 and _words(left) <= 1:
        previous = figures[index - 1] if index and figures[index - 1].sentence == figure.sentence else None
        another = previous is not None and figure.kind == previous.kind == "count" and figure.unit not in (None, previous.unit)
        if previous is not None and previous.subject and not another:
            return previous.subject, previous.category
    whole = figures[figure.total] if figure.total is not None and figure.total < index else None
    if index and not figure.change and figures[index - 1].sentence == figure.sentence and figures[index - 1].subject:
        before = figures[index - 1]
        if before.unit == figure.unit and _FROM_TO.match(view.folded[before.end : figure.left]):
            return before.subject, before.category
    if figure.cue == "/" and figure.total is not None and figure.kind != "percentage":
        return right or left, _predicate(view, figure, right)
    if figure.kind == "percentage":
        return _percentage(view, figures, index, whole, left, right)
    if figure.share is not None and figure.share < index and figures[figure.share].subject:
        partner = figures[figure.share]
        if _words(right) <= 2:
            return partner.subject, partner.category
    if figure.kind == "count":
        return _count(view, figures, index, whole, left, right)
    return _measure(view, figures, index, whole, left, right)


def _percentage(
    view: View, figures: list[Figure], index: int, whole: Figure | None, left: str, right: str
) -> tuple[str | None, str | None]:
    figure = figures[index]
    if figure.share is not None and figure.share < index:
        partner = figures[figure.share]
        return partner.subject, partner.category
    previous = figures[index - 1] if index and figures[index - 1].sentence == figure.sentence else None
    if whole is not None:
        label = right if _words(right) and not _words(left) else left or right
        return whole.subject, _strip_subject(label, whole.subject)
    if right and _words(right) >= 1 and not _PERCENT_LEFT.search(left.lower()):
        parts = _HAS.split(right, maxsplit=1)
        if len(parts) == 2 and _words(parts[0]) >= 1:
            return parts[0], parts[1]
        if left and _words(left) >= 2 and _words(right) >= 2 and "chiếm" in view.folded[max(0, figure.left - 30) : figure.left]:
            return right, left
        return (right, None) if _words(right) >= 2 or not left else (f"{left} {right}", None)
    if left:
        if (
            previous is not None
            and previous.kind == "percentage"
            and previous.subject
            and _words(left) <= 6
            and _is_row(view, previous, figure)
        ):
            return previous.subject, left
        parts = _HAS.split(left, maxsplit=1)
        if len(parts) == 2 and _words(parts[0]) >= 2 and "chiếm" in view.folded[max(0, figure.left - 30) : figure.left]:
            return parts[0], parts[1]
        return left, None
    return (previous.subject, previous.category) if previous is not None else _inherited(figures, index)


def _is_row(view: View, previous: Figure, figure: Figure) -> bool:
    """Say whether two percentages stand in one parallel row: a semicolon or comma and a short label between them."""
    gap = view.folded[previous.end : figure.left]
    return len(gap) < 60 and re.match(r"[^.;,\n]{0,30}[;,]", gap) is not None


def _count(view: View, figures: list[Figure], index: int, whole: Figure | None, left: str, right: str) -> tuple[str | None, str | None]:
    figure = figures[index]
    noun = right or figure.unit or ""
    if whole is not None and whole.subject:
        label = _strip_noun(noun, figure)
        if _words(label) == 0 and left:
            label = left
        return whole.subject, _strip_subject(label, whole.subject) or noun or None
    verb = _verb_before(view, figure)
    if _words(noun) <= _BARE_WORDS and not figure.change:
        if verb:
            return said_of(noun, verb), None
        if _words(noun) <= 1 and (not noun or noun in generic_nouns()) and left and _words(left) <= 14:
            return left, None
    if not noun:
        return (left or None, None) if left else _inherited(figures, index)
    return noun, None


def _measure(view: View, figures: list[Figure], index: int, whole: Figure | None, left: str, right: str) -> tuple[str | None, str | None]:
    figure = figures[index]
    previous = figures[index - 1] if index and figures[index - 1].sentence == figure.sentence else None
    if whole is not None and whole.subject:
        label = left if _words(left) else right
        return whole.subject, _strip_subject(label, whole.subject)
    if right and _words(right) >= 2 and _words(left) < 2:
        verb = _verb_before(view, figure)
        return (f"{verb} {right}" if verb and _words(right) <= _BARE_WORDS else right), None
    if left and figure.kind == "measurement" and opening_verb(_SYLLABLES.findall(right.lower())) is not None:
        right = ""  # "đoạn đường dài 1,2 km xuất hiện ổ gà"
    if left and right:
        return f"{left} {right}", None
    if left or right:
        return left or right, None
    return (previous.subject, previous.category) if previous is not None else _inherited(figures, index)


def _inherited(figures: list[Figure], index: int) -> tuple[str | None, str | None]:
    """Take subject and category of the last figure before that has them, at most two sentences back."""
    for before in reversed(figures[max(0, index - _NEAR) : index]):
        if figures[index].sentence - before.sentence > 2:
            break
        if before.subject:
            return before.subject, before.category
    return None, None


def _predicate(view: View, figure: Figure, right: str) -> str | None:
    parts = _HAS.split(right, maxsplit=1)
    return parts[1] if len(parts) == 2 else None


def _strip_noun(phrase: str, figure: Figure) -> str:
    """Take the counting noun off the front of a phrase: "người có trình độ đại học" → "có trình độ đại học"."""
    printed = figure.unit or ""
    folded = phrase.lower()
    if printed and folded.startswith(printed) and not folded[len(printed) : len(printed) + 1].isalnum():
        return phrase[len(printed) :].strip(" ,")
    return phrase


def _strip_subject(label: str | None, subject: str | None) -> str | None:
    if not label:
        return None
    if subject and label.lower().startswith(subject.lower()):
        label = label[len(subject) :].strip(" ,")
    return label or None


def _verb_before(view: View, figure: Figure) -> str | None:
    """Find a transitive verb right before a figure ("tổ chức 28 cuộc đối thoại")."""
    before = view.folded[max(figure.bounds[0], figure.left - 24) : figure.left].rstrip()
    before = re.sub(r"(?: (?:được|cho|thêm|mới|thành công|lại))+$", "", before)
    for match in re.finditer(r"(?<!\w)\w", before):
        found = _verbs().match(before + " ", match.start())
        if found is not None and found[0] >= len(before):
            return found[1]
    return None

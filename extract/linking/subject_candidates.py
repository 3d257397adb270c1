"""The phrases that could be a figure's subject and category, each described by features for the linking classifier.

A candidate is made of the words before the figure (`L`), the words behind its number (`R`), its noun with either, or what an
earlier figure has (`I`), alone or with words of the figure's own as category.

| feature | what it says |
| --- | --- |
| `s` | how the candidate is made: `L`, `R`, `NL` (noun and words before), `LR`, `RV`, `VR`, `RE` (with the verb before it or before the sentence's first figure), `RB` (with what is said of it behind a bracket or other figures), `RI`, `LI` (with the subject of the figure before), `I:whole`, `I:share`, `I:previous`, `I:unit` (the last figure of the same unit), `I:first` (the sentence's first figure); behind `+` what its category is |
| `s/kind`, `s/tail`, `s/next`, `s/gap`, `s/links`, `s/room` | that, with the figure's kind, the word before it, the word behind it, what stands between it and the figure before, whether it has a whole and a share, how many words stand on either side |
| `length` | how many words the phrase has |
| `cut`, `end` | what stands right before its words, what ends them |
| `head`, `last` | its first and last word |
| `rule` | it is what the rules chose |
| `noun` | whether it holds the figure's noun |
| `title` | the share of its words that the title has |
| `far` | how many sentences back the earlier figure stands |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..figures import Figure
from ..text.view import View
from .compounds import splits_word, two_syllables
from .phrases import clean_left, trim_tail
from .predicate_beyond import predicates_beyond
from .predicates import verb_to

Pair = tuple[str | None, str | None]
"""A subject and a category as printed."""

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")
_WORD = re.compile(r"\w+")
_REACH = 260
"""Characters before a figure in which its own words are looked for."""
_MOST_STARTS = 9
_MOST_ENDS = 6
_PARTED = re.compile(r"[;:\n]")
_LONGEST = 20
"""Words of the longest phrase that is a candidate."""
_BACK = 40
"""Figures that are looked back on at most."""
_OPENS_AFTER = frozenset(
    "và còn nhưng song mà thì là rằng có đã đang sẽ được bị cho của với tại ở trong trên từ nên do để biết về khi riêng gồm hiện nay này đó đến theo"
    " hay thấy đạt chiếm qua vì sau trước".split()
)
_OPENS_WITH = frozenset(
    "số tổng tỷ tỉ diện sản năng doanh kim giá mức thu kinh vốn lượng khối chi lợi nợ dân mật tốc độ quy công chiều thiệt hệ bình".split()
)
_PREDICATES = frozenset("đạt là chiếm có còn tăng giảm đã đang sẽ được ước lên xuống với ở bị trị".split())
_CLOSES = frozenset(
    "của ở tại trong trên được bị có do để với và cho từ là chiếm đã đang sẽ theo nhưng so vào không chưa đến về thuộc như hoặc bằng qua phải bao"
    " nằm nhằm gồm khi sau trước ngoài vì nên mà tăng giảm đạt".split()
)


_CLAUSE = re.compile(
    r"(?<!\w)(?:cho thấy|cho biết|cho hay|cho rằng|bên cạnh|sau khi|trước khi|trong khi|tuy nhiên|ngoài ra|theo đó|cũng như|nhằm|khiến|vì vậy"
    r"|do đó|đồng thời|nhưng|khi|này(?= \w))(?!\w)",
    re.IGNORECASE,
)
"""Words that join clauses: a phrase with one is no phrase."""
_OPENS_NONE = frozenset(
    "trên trong tại ở để sau khi theo nhằm từ do vì tiếp sáng chiều tối đêm trưa hôm với nếu nhờ mặc bên bởi ngay vào qua về gần riêng đó này trước giữa lúc lần lượt dưới thấy của ngoài dù sẽ lại vẫn vừa cùng như cũng là đã đang đây còn chỉ nên mà thì hơn so".split()
)
"""Words that open no noun phrase: a subject that would begin with one is a piece of a clause."""
_DEGREES = frozenset("nhiều ít cao thấp lớn nhỏ mức số còn tổng riêng khoảng đạt có được".split())
_SHORT = 4
"""Words of a phrase that may be made clearer by what stands before it: "22 nghi can" of "12 vụ tín dụng đen"."""
_VERB_REACH = 30
_AUXILIARY = _PREDICATES | {"cho", "thêm", "mới", "lại", "hơn", "trên", "gần", "khoảng", "chỉ", "đến", "tới", "cả", "số", "tiền", "tổng"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text: as they would be printed, and what stands at their ends."""

    words: str
    cut: str
    end: str
    skipped: int = 0
    crossed: int = 0


@dataclass(slots=True)
class SubjectScene:
    """What all figures of one text share when their subjects are chosen."""

    view: View
    spans: list[tuple[int, int]]
    title: frozenset[str]

    @classmethod
    def of(cls, view: View, spans: list[tuple[int, int]]) -> SubjectScene:
        """Read the title's words once for the text."""
        first = view.folded.lstrip().partition("\n")[0][:200]
        return cls(view, spans, frozenset(_WORD.findall(first)))


def subject_candidates(
    scene: SubjectScene, figures: list[Figure], index: int, rule: Pair, left: str, right: str, limit: int
) -> tuple[list[Pair], list[tuple[str, ...]]]:
    """Give the candidates for a figure's subject and category and the features of each, in a fixed order.

    Args:
        scene: what the text's figures share.
        figures: the figures; those before `index` have their subject.
        index: the figure.
        rule: what the rules chose.
        left: the words before the figure that the rules take for its own.
        right: the words behind its number that the rules take for its own.
        limit: where words behind the figure end at the latest.
    """
    figure = figures[index]
    context = _context(scene, figures, index, left, right)
    noun = figure.unit if figure.kind == "count" and figure.unit else ""
    found: dict[Pair, tuple[str, ...]] = {}
    crossed: dict[str, list[str]] = {}  # the context's features by source, the same for all its candidates
    title = scene.title

    def add(pair: Pair, source: str, cut: str = "", end: str = "", far: str = "", of: Phrase | None = None) -> None:
        subject = pair[0]
        if not subject or pair in found or (pair != rule and not (_sound(subject) and _sound(pair[1]) and tells_group(pair[1]))):
            return
        if of is not None:
            cut, end = of.cut, of.end
        words = _WORD.findall(subject.lower())
        if not words or len(words) > _LONGEST or (pair != rule and _opens_none(words)):
            return
        shared = crossed.get(source)
        if shared is None:
            shared = crossed[source] = [f"s={source}", *(f"s={source}|{what}" for what in context)]
        names = shared.copy()
        base = source[0] if source[0] != "N" else "N"
        size = min(len(words), 9)
        names += [
            f"length={base}{size}",
            f"head={base}{words[0]}",
            f"last={base}{words[-1]}",
            f"noun={base}{bool(noun) and noun in subject.lower()}",
        ]
        shape = ("," if "," in subject else "") + ("(" if subject.count("(") != subject.count(")") or subject.count('"') % 2 else "")
        shape += ("0" if any(word[0].isdigit() for word in words) else "") + (":" if ":" in subject or ";" in subject else "")
        capitals = sum(word[0].isupper() for word in subject.split()[1:])
        names += [f"shape={base}{shape}", f"capitals={base}{min(capitals, 4)}", f"room={source}{context[6]}/{min(size, 4)}"]
        if of is not None:
            names += [
                f"skipped={source}{min(of.skipped, 5)}",
                f"crossed={source}{min(of.crossed, 2)}/{context[0]}",
                f"crossed={base}{min(of.crossed, 2)}{end}",
            ]
        if cut:
            names += [f"cut={source}{cut}", f"cut={base}{cut}/{words[0]}"]
        if end:
            names += [f"end={source}{end}", f"end={base}{end}/{min(size, 4)}"]
        if far:
            names += [f"far={source}{far}"]
        names.append(f"title={base}{round(3 * sum(word in title for word in words) / len(words))}")
        if pair[1]:
            inner = _WORD.findall(pair[1].lower())
            if inner:
                names += [f"category={min(len(inner), 7)}", f"category.head={inner[0]}", f"category.last={inner[-1]}"]
        if pair == rule:
            names += ["rule", f"rule/{source}", f"rule/{context[0]}"]
        found[pair] = tuple(names)

    lefts = list(_lefts(scene, figures, index))
    rights = list(_rights(scene, figure, limit))
    for phrase in rights:
        add((phrase.words, None), "R", of=phrase)
    for phrase in lefts:
        add((phrase.words, None), "L", of=phrase)
        if noun and (opening := _WORD.findall(phrase.words.lower())[:2]) and not _opens_none(opening) and opening[0] != "mỗi":
            add((f"{noun} {phrase.words}", None), "NL", of=phrase)
        if right and right != noun:
            add((f"{phrase.words} {right}", None), "LR", of=phrase)
        elif noun:
            add((f"{phrase.words} {noun}", None), "LN", of=phrase)
    for said in predicates_beyond(scene.view, figures, index):
        own = rights[0].words if noun and rights else noun
        if own:
            add((f"{own} {said}", None), "RB")
            if figure.total is not None and figure.total < index and figures[figure.total].subject:
                add((figures[figure.total].subject, said), "I:whole+RB")
    verb = _verb_before(scene.view.folded, max(figure.bounds[0], figure.left - _VERB_REACH), figure.left)
    if verb:
        for phrase in rights[:3]:
            add((f"{phrase.words} được {verb}" if noun else f"{verb} {phrase.words}", None), "RV" if noun else "VR", of=phrase)
    first = next((other for other in figures[max(0, index - _BACK) : index] if other.sentence == figure.sentence), None)
    if first is not None and noun:
        shared = _verb_before(scene.view.folded, max(first.bounds[0], first.left - _VERB_REACH), first.left)
        if shared and shared != verb:
            for phrase in rights[:3]:
                add((f"{phrase.words} được {shared}", None), "RE", of=phrase)
    for source, other in _earlier(figures, index):
        far = f"{min(figure.sentence - other.sentence, 4)}{other.unit == figure.unit}"
        add((other.subject, other.category), f"I:{source}+same", far=far)
        add((other.subject, None), f"I:{source}", far=far)
        behind = _without_noun(right, noun)
        if behind:
            add((other.subject, behind), f"I:{source}+R", far=far)
        for phrase in lefts[:4]:
            add((other.subject, phrase.words), f"I:{source}+L", far=far, of=phrase)
        if left:
            add((other.subject, left), f"I:{source}+l", far=far)
        if source in ("previous", "first") and other.sentence == figure.sentence and other.unit != figure.unit and other.subject:
            head = right if noun else left
            if head and len(head.split()) <= _SHORT:
                rest = _without_noun(other.subject, other.unit or "")
                joined = rest if rest.lower().startswith(head.lower()) else f"{head} {rest}"
                add((joined, None), f"{'R' if noun else 'L'}I:{source}", far=far)
    add(rule, "rule")
    if not found or not rule[0]:
        found[(None, None)] = ("s=none", *(f"s=none|{what}" for what in context), *(("rule",) if not rule[0] else ()))
    return list(found), list(found.values())


def _sound(phrase: str | None) -> bool:
    """Say whether a phrase can be printed as one: brackets and quotes closed, no sign that parts statements."""
    if phrase is None:
        return True
    if _CLAUSE.search(phrase):
        return False
    return (
        phrase[:1].isalnum()
        and not _PARTED.search(phrase)
        and phrase.count("(") == phrase.count(")")
        and phrase.count('"') % 2 == 0
        and phrase.count("“") == phrase.count("”")
    )


def _opens_none(words: list[str]) -> bool:
    """Say whether folded words begin like no noun phrase, but for compounds that only begin so ("bị cáo", "không khí")."""
    opening = " ".join(words[:2])
    return words[0] in _OPENS_NONE and (opening == "còn lại" or opening not in two_syllables())


def tells_group(category: str | None) -> bool:
    """Say whether a category can name a sub-group: more than a number with its noun, or a word of degree."""
    if category is None:
        return True
    return category[:1].isalpha() and category.lower() not in _DEGREES


def _context(scene: SubjectScene, figures: list[Figure], index: int, left: str, right: str) -> tuple[str, ...]:
    figure = figures[index]
    folded = scene.view.folded
    kind = figure.kind if figure.kind != "measurement" else figure.group
    before = _TOKEN.findall(folded, max(figure.bounds[0], figure.left - 16), figure.left)
    behind = _TOKEN.match(folded, figure.end + 1 if folded[figure.end : figure.end + 1] == " " else figure.end)
    tail = before[-1] if before else "^"
    previous = figures[index - 1] if index and figures[index - 1].sentence == figure.sentence else None
    gap = "^"
    if previous is not None:
        between = _TOKEN.findall(folded, previous.end, min(figure.left, previous.end + 40))
        gap = (between[0] if between else "") + ("." if len(between) > 5 else "") + ("=" if previous.unit == figure.unit else "")
    links = f"{'w' if figure.total is not None and figure.total < index else ''}{'s' if figure.share is not None and figure.share < index else ''}{'c' if figure.change else ''}{figure.cue or ''}"
    room = f"{min(len(left.split()), 4)}{min(len(right.split()), 4)}"
    return (
        f"kind={kind}",
        f"tail={tail}",
        f"tail2={' '.join(before[-2:])}",
        f"next={behind[0] if behind else '$'}",
        f"gap={gap}",
        f"links={links}/{kind}",
        f"room={room}/{kind}",
        f"unit={figure.unit or '-'}",
    )


def _lefts(scene: SubjectScene, figures: list[Figure], index: int) -> Iterator[Phrase]:
    """Give the phrases before a figure, the nearest beginnings first."""
    figure = figures[index]
    view = scene.view
    low = max(figure.bounds[0], figure.left - _REACH)
    tokens = list(_TOKEN.finditer(view.folded, low, figure.left))
    starts: list[tuple[int, str]] = []
    ends = [(figure.left, "")]
    inside = {other.end for other in figures[max(0, index - 8) : index] if other.end > low}
    previous = ""
    for token in reversed(tokens):
        word = token[0]
        start = token.start()
        if word in _PREDICATES and len(ends) < 3 and start > low:
            ends.append((start, word))
        name = view.text[start].isupper() and start > low  # "Phước Bình" holds no "bình quân"
        whole = splits_word(view.folded, start) and not view.folded.endswith("tổng ", 0, start)  # "tổng số hộ" are hộ
        if word in _OPENS_WITH and not name and not whole:
            starts.append((start, "^" + word))
        if (not word[0].isalnum() or word in _OPENS_AFTER) and previous and not splits_word(view.folded, token.end() + 1):
            starts.append((token.end(), word))
        elif any(token.start() < end <= token.end() for end in inside):
            starts.append((token.end(), "#"))
        previous = word
    starts.append((low, "^"))
    positions = [token.start() for token in tokens if token[0][0].isalnum()]
    seen: set[str] = set()
    for start, cut in starts:
        if len(seen) >= _MOST_STARTS:
            return
        crossed = sum(start < end for end in inside)
        for end, closed in ends:
            if end <= start:
                continue
            words = clean_left(view, start, end, scene.spans)
            if words and words not in seen and len(words.split()) <= _LONGEST:
                seen.add(words)
                yield Phrase(words, cut, closed, sum(position >= end for position in positions) if closed else 0, crossed)


def _rights(scene: SubjectScene, figure: Figure, limit: int) -> Iterator[Phrase]:
    """Give the phrases behind a number, the shortest first."""
    view = scene.view
    begin = figure.number_end if figure.kind == "count" and figure.unit else figure.end
    begin += len(view.folded[begin:limit]) - len(view.folded[begin:limit].lstrip())
    floor = max(begin, figure.end if figure.kind == "count" else begin)
    limit = min(limit, floor + 160)
    seen: set[str] = set()
    if figure.kind != "count" and floor < limit and not view.folded[floor].isalnum():
        return  # "trồng 8.000 ha, tập trung tại …": what is behind the comma is not measured
    for token in _TOKEN.finditer(view.folded, floor, limit):
        word = token[0]
        if (token.start() > floor and (not word[0].isalnum() or word in _CLOSES or word[0].isdigit())) or (
            token.start() >= floor and not word[0].isalnum()
        ):
            words = "" if splits_word(view.folded, token.start()) else trim_tail(view.text[begin : token.start()])
            if words and words not in seen:
                seen.add(words)
                yield Phrase(words, "", word)
            if word in ".;\n" or len(seen) >= _MOST_ENDS:
                return
    words = trim_tail(view.text[begin:limit])
    if words and words not in seen:
        yield Phrase(words, "", "$")


def _verb_before(folded: str, low: int, end: int) -> str | None:
    """Give the verb that ends right before `end`, auxiliary words aside."""
    words = _WORD.findall(folded, low, end)
    while words and words[-1] in _AUXILIARY and verb_to(words) is None:
        words.pop()
    return verb_to(words)


def _earlier(figures: list[Figure], index: int) -> Iterator[tuple[str, Figure]]:
    """Give the earlier figures whose subject this one may share, each with how it is related."""
    figure = figures[index]
    given: set[int] = set()

    def new(other: Figure) -> bool:
        if not other.subject or id(other) in given:
            return False
        given.add(id(other))
        return True

    if figure.total is not None and figure.total < index and new(figures[figure.total]):
        yield "whole", figures[figure.total]
    if figure.share is not None and figure.share < index and new(figures[figure.share]):
        yield "share", figures[figure.share]
    back = figures[max(0, index - _BACK) : index]
    if back and figure.sentence - back[-1].sentence <= 3 and new(back[-1]):
        yield "previous", back[-1]
    same = next((other for other in reversed(back) if other.unit == figure.unit and other.subject), None)
    if same is not None and new(same):
        yield "unit", same
    first = next((other for other in back if other.sentence == figure.sentence), None)
    if first is not None and new(first):
        yield "first", first


def _without_noun(phrase: str, noun: str) -> str:
    folded = phrase.lower()
    if noun and folded.startswith(noun) and not folded[len(noun) : len(noun) + 1].isalnum():
        return phrase[len(noun) :].strip(" ,")
    return phrase

"""Lists of parts as the text prints them: a whole, words or a sign that open a list, and the parts up to where it ends.

Read apart from the links of the parts: a link says which whole is likely, an audit needs to know that the text claims it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..figures import Figure
from ..lexicon import PhraseTable, read_lexicon
from ..text.view import fold
from .check import exact, number
from .forest import coordinated
from .no_part import is_change

_LONGEST = 1500
_MOST = 40
"""Characters and figures a list is followed for, so that a page without full stops costs no more than its length."""
_KNOWN = frozenset({"person", "household", "organisation", "education", "event", "building", "place_unit"})
_GROUPS = ("person", "household", "organisation", "education", "event", "building")


def _words(role: str) -> str:
    rows = read_lexicon("solieu.extract.breakdowns", "list_words.tsv", ("form", "role"))
    forms = sorted((fold(row["form"]) for row in rows if row["role"] == role), key=lambda form: -len(form))
    return "|".join(re.escape(form) for form in forms)


_OPENER = rf"(?P<all>{_words('all')})|(?P<detail>{_words('detail')})|(?P<some>{_words('some')})"
_AFTER = re.compile(
    rf"(?P<lead>(?:[^.:\n()]|\.(?=\d)){{0,110}}?)(?:(?P<bracket>\()|(?P<colon>:)(?=\s)|(?<!\w)(?:{_OPENER})(?!\w)(?:(?: [^\W\d_]+){{0,3}}:|(?: là| có)*))"
)
_NEXT = re.compile(rf"\W{{0,4}}(?:(?:số|các|những)(?: [^\W\d_]+){{1,4}} )?(?:{_OPENER})(?!\w)(?:(?: [^\W\d_]+){{0,3}}:|(?: là| có)*,?)")
_BULLET = re.compile(r"\s*\n\s*(?:[-•*+]|[a-zđ]\)|\d\))")
_END = re.compile(rf"(?<!\w)(?:{_words('end')}|{_words('some')})(?!\w)")
_DOUBT = re.compile(rf"(?<!\w)(?:{_words('doubt')})(?!\w)|…|\.\.\.")
_EARLIER = re.compile(rf"(?<!\w)(?:{_words('before')})(?!\w)")
_OVERLAP = re.compile(rf"(?<!\w)(?:{_words('overlap')})(?!\w)")
_REST = re.compile(rf"(?<!\w)(?:{_words('rest')})(?!\w)")
_FOLLOW = re.compile(rf" ?(?:(?:{_words('follow')})(?!\w)|$)")
_TRONG = re.compile(r"(?<!\w)trong (?:tổng số |số |tổng )?$")
_TOTAL = re.compile(rf"(?<!\w)(?:{_words('total')})(?: là| có| lên)? ?$")
_SEPARATOR = re.compile(r"[,;\n]|(?<!\w)(?:và|cùng|với)(?!\w)")
_BRACKETS = re.compile(r"\([^()]{0,400}\)")
_DIGIT = re.compile(
    r"(?<![\w.,/-])(?<!năm )(?<!tháng )(?<!ngày )(?<!quý )(?<!số )(?<!định )(?<!quyết )(?<!tư )(?<!cấp )(?<!hạng )(?<!loại )(?<!khóa )(?!(?:19|20)\d\d(?!\w))\d+"
)
_NUMERAL = re.compile(r"(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= [^\W\d_])(?! \d)")
_COMPLEMENTS = tuple(
    tuple(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, row[side].split(';')))})(?!\w)") for side in ("one", "other"))
    for row in read_lexicon("solieu.extract.breakdowns", "complements.tsv", ("one", "other"))
)

_FORCES = frozenset({"công an", "dân quân", "bộ đội", "cảnh sát", "biên phòng"})
"""Bodies whose name stands for their members ("180 công an")."""

Opening = Literal["all", "detail", "some", "total"]


@dataclass(frozen=True, slots=True)
class PartList:
    """A list of parts.

    Attributes:
        whole: index of the whole.
        parts: indices of the parts, in order.
        opening: what the words that open it claim; a bracket or colon claims all, `total` stands before a whole at the end.
        rest: whether the last part is what remains.
        complementary: whether the parts are two that divide the whole between them ("nam", "nữ").
        unnumbered: items without a number of their own, each of which may be one more; None where a number was not read.
        mixed: whether figures stand among the parts that may be parts in another measure.
        overlapping: whether the parts name groups that have members in common ("nữ", "đảng viên").
    """

    whole: int
    parts: tuple[int, ...]
    opening: Opening
    rest: bool
    complementary: bool
    unnumbered: int | None
    mixed: bool
    overlapping: bool


def part_lists(folded: str, figures: list[Figure]) -> list[PartList]:
    """Give the lists of parts in a text, in order of their wholes.

    Args:
        folded: the folded text.
        figures: all figures of it, in order.
    """
    found = []
    for index, whole in enumerate(figures):
        if not exact(whole) or whole.kind not in ("count", "money", "measurement") or not number(whole):
            continue
        one = _behind(folded, figures, index) or _before(folded, figures, index) or _out_of(folded, figures, index)
        if one is not None and (one.opening == "total" or not coordinated(folded, figures, index)):
            found.append(one)
    return found


def _behind(folded: str, figures: list[Figure], index: int) -> PartList | None:
    """Read the list behind a whole, in its own sentence or opened by the first words of the next one."""
    whole = figures[index]
    position = whole.end
    for _ in range(2):  # once more behind a bracket that holds no parts ("4,6 triệu tệ (670.000 USD), gồm …")
        match = _AFTER.match(folded, position)
        if match is None:
            break
        high = _closing(folded, match.end()) if match["bracket"] else _list_end(folded, figures, index, match.end())
        passed = _passed(folded, figures, index, position, match.end())
        if passed is None or high is None or (_END.search(match["lead"]) and not passed):
            return None
        if re.search("[,;]", match["lead"].rstrip(", ")) and (match["colon"] or (match["all"] or "").startswith("lần lượt")):
            return None  # "A: 159 mm, B: 114 mm": the label of the next item
        opening: Opening = "some" if match["some"] else "detail" if match["detail"] else "all"
        found = _read(folded, figures, index, match.end(), high, opening, match.end("lead"))
        if found is not None:
            return found
        if not match["bracket"]:
            break
        position = high + 1
    following = index + 1
    while following < len(figures) and figures[following].sentence == whole.sentence:
        other = figures[following]
        if other.start >= position and _rival(folded, figures, index, other):
            return None
        following += 1
    levels = [i for i in range(max(0, index - 6), index) if figures[i].sentence == whole.sentence]
    if any(figures[i].total is None and _rival(folded, figures, index, figures[i]) for i in levels):
        return None  # two levels in one sentence: nothing says which of them the next one breaks down
    if following < len(figures) and figures[following].sentence == whole.sentence + 1:
        low, high = figures[following].bounds
        match = _NEXT.match(folded, low)
        if match is not None and match.end() <= figures[following].start:
            opening = "some" if match["some"] else "detail" if match["detail"] else "all"
            return _read(folded, figures, index, match.end(), min(high, low + _LONGEST), opening)
    return None


def _out_of(folded: str, figures: list[Figure], index: int) -> PartList | None:
    """Read the list behind a whole that "trong" stands before: "Trong 180 trạm có 94 trạm kiên cố, 71 trạm cấp 4 và 13 trạm tạm"."""
    whole = figures[index]
    if _TRONG.search(folded[max(whole.bounds[0], whole.left - 18) : whole.left]) is None:
        return None
    return _read(folded, figures, index, whole.end, min(whole.bounds[1], whole.end + _LONGEST), "some")


def _passed(folded: str, figures: list[Figure], index: int, low: int, high: int) -> int | None:
    """Count the figures between a whole and its list; None where one of them could be the whole instead."""
    count = 0
    for figure in figures[index + 1 : index + 6]:
        if figure.start >= high:
            break
        if figure.start >= low:
            if _rival(folded, figures, index, figure):
                return None
            count += 1
    return count


def _rival(folded: str, figures: list[Figure], index: int, other: Figure) -> bool:
    """Say whether a figure behind a whole could be the whole of a list instead of it."""
    if other.unit is None or other.total == index or other.change is not None or is_change(folded, other):
        return False
    return same_measure(folded, figures[index], other)


def _closing(folded: str, position: int) -> int | None:
    """Give where the bracket that is open at a position closes."""
    depth = 1
    for at in range(position, min(len(folded), position + _LONGEST)):
        depth += {"(": 1, ")": -1}.get(folded[at], 0)
        if depth == 0:
            return at
    return None


def _list_end(folded: str, figures: list[Figure], index: int, position: int) -> int:
    """Give where a list ends: with its sentence, or with the last of the bulleted lines behind it."""
    limit = min(len(folded), position + _LONGEST)
    if _BULLET.match(folded, position) is None:
        high = next((f.bounds[1] for f in figures[index : index + 3] if f.bounds[0] <= position <= f.bounds[1]), position)
        return min(high, limit)
    at = position
    while (bullet := _BULLET.match(folded, at)) is not None and at < limit:
        line_end = folded.find("\n", bullet.end())
        at = line_end if line_end >= 0 else len(folded)
    return min(at, limit)


def _read(
    folded: str, figures: list[Figure], index: int, low: int, high: int, opening: Opening, said: int | None = None
) -> PartList | None:
    """Read the parts between two positions; None where there are not two, or nothing can be claimed of them.

    What stands behind the whole is looked through for doubt up to `said`, where the opening words begin.
    """
    whole = figures[index]
    inside = []
    for other in range(index + 1, min(len(figures), index + 1 + _MOST)):
        if figures[other].start >= high:
            break
        if figures[other].start >= low:
            inside.append(other)
    blanked = folded[low:high]
    while (shorter := _BRACKETS.sub(lambda match: " " * len(match[0]), blanked)) != blanked:
        blanked = shorter
    if inside and (cut := _END.search(blanked, figures[inside[0]].end - low)) is not None:
        blanked = blanked[: cut.start()]
    inside = [i for i in inside if figures[i].end - low <= len(blanked) and blanked[figures[i].start - low] != " "]
    parts = tuple(i for i in inside if same_measure(folded, whole, figures[i]))
    baseline = any(figures[i].start < low for i in range(index + 1, min(parts[0], index + 6))) if parts else False
    if (
        not parts
        or _DOUBT.search(blanked.rstrip(" .…"))
        or _DOUBT.search(folded, whole.end, low if said is None else said)
        or _EARLIER.search(blanked)
    ):
        return None
    if _EARLIER.search(folded, whole.end, low) and not baseline:
        return None
    if len(parts) < 2 and not (opening == "some" and number(figures[parts[0]]) > number(whole) and figures[parts[0]].start - low < 12):
        return None
    if not all(exact(figures[i]) and figures[i].cue != "/" and not is_change(folded, figures[i]) for i in parts):
        return None
    if len({figures[i].unit is None for i in parts}) > 1:
        return None
    last, before = figures[parts[-1]], figures[parts[-2]].end if len(parts) > 1 else low
    return PartList(
        index, parts, opening, _REST.search(folded, before, last.left) is not None, _complementary(folded, figures, parts, high),
        _unnumbered(blanked, low, figures, inside, parts), any(_foreign(blanked, low, whole, figures[i]) for i in inside if i not in parts),
        _OVERLAP.search(blanked) is not None,
    )  # fmt: skip


def _before(folded: str, figures: list[Figure], index: int) -> PartList | None:
    """Read the list before a whole that closes it: "25 ha đất lúa, 14 ha đất rừng và 6 ha đất ở, tổng cộng 45 ha"."""
    whole = figures[index]
    if _TOTAL.search(folded[max(whole.bounds[0], whole.left - 20) : whole.left]) is None:
        return None
    parts: list[int] = []
    for other in range(index - 1, max(-1, index - 1 - _MOST), -1):
        figure = figures[other]
        if figure.sentence != whole.sentence or not same_measure(folded, whole, figure) or not exact(figure) or is_change(folded, figure):
            break
        parts.insert(0, other)
    if len(parts) < 2:
        return None
    low, high = figures[parts[0]].start, whole.left
    text = folded[low:high]
    clean = _DOUBT.search(text) is None and _END.search(text) is None
    unnumbered = 0 if clean and not _unread(text, low, figures, parts) else None
    return PartList(index, tuple(parts), "total", False, False, unnumbered, not clean, False)


def _foreign(text: str, low: int, whole: Figure, other: Figure) -> bool:
    """Say whether a figure among the parts may be a part in another measure: it is, unless it goes on about a part counted."""
    if other.kind == "percentage":
        return False
    if whole.kind == "money":
        return other.kind == "money"
    head = re.search(r"[,;:(\n-] ?$|(?<!\w)(?:và|gồm) $|^ ?$", text[: max(0, other.left - low)]) is not None
    return whole.kind != "count" or other.kind != "count" or other.unit is None or head


def _countable(piece: str, part: Figure) -> bool:
    """Say whether a phrase without a number names something of the kind that is counted, so that it may be one more."""
    match = _nouns().match(piece.lstrip(), 0)
    return (
        part.kind == "count"
        and (match is None or part.group not in _KNOWN or match[1] == part.group)
        and not (match is None and part.group in ("person", "household"))
    )


@cache
def _nouns() -> PhraseTable[str]:
    rows = read_lexicon("solieu.extract.numbers", "counting_nouns.tsv", ("form", "unit", "class", "strength"))
    return PhraseTable({row["form"]: row["class"] for row in rows})


def same_measure(folded: str, whole: Figure, part: Figure) -> bool:
    """Say whether a figure counts or measures what a whole does, so that it may be added up to it."""
    if part.kind != whole.kind or part.per != whole.per:
        return False
    if part.unit == whole.unit:
        return True
    if whole.kind != "count":
        return False
    if part.unit is None or whole.unit is None:
        return True
    if whole.unit == "lượt":
        return part.group == "person"
    if whole.unit == "người" and part.group == "organisation" and part.unit in _FORCES:
        return True
    said = folded[whole.start : whole.end]
    return (whole.group == part.group and whole.group in _GROUPS) or re.search(rf"(?<!\w){re.escape(part.unit)}(?!\w)", said) is not None


def _complementary(folded: str, figures: list[Figure], parts: tuple[int, ...], high: int) -> bool:
    if len(parts) != 2:
        return False
    first, second = (figures[i] for i in parts)
    middle = first.end + (second.left - first.end) // 2
    separator = _SEPARATOR.search(folded, first.end, second.left)
    middle = separator.start() if separator is not None else middle
    here, there = folded[max(first.bounds[0], first.left - 20) : middle], folded[middle : min(high, second.end + 24)]
    return any((one.search(here) and other.search(there)) or (other.search(here) and one.search(there)) for one, other in _COMPLEMENTS)


def _unread(text: str, low: int, figures: list[Figure], known: list[int]) -> bool:
    """Say whether a number stands in a text that is none of the figures known: it may be a part."""
    spans = [(figures[i].start - low, figures[i].end - low) for i in known]
    return any(not any(a <= match.start() < b for a, b in spans) for pattern in (_DIGIT, _NUMERAL) for match in pattern.finditer(text))


def _unnumbered(text: str, low: int, figures: list[Figure], inside: list[int], parts: tuple[int, ...]) -> int | None:
    """Count what could be parts without a number between and behind the parts; None where a number was not read."""
    if _unread(text, low, figures, inside):
        return None
    count = 0
    for index, part in enumerate(parts):
        start = figures[part].end - low
        end = figures[parts[index + 1]].left - low if index + 1 < len(parts) else len(text)
        signs = [*_SEPARATOR.finditer(text, start, end)]
        ends = [sign.start() for sign in signs[1:]] + ([] if index + 1 < len(parts) else [end])
        for sign, stop in zip(signs, ends, strict=False):
            piece = text[sign.end() : stop]
            within = sign[0] == "," and text[stop : stop + 1] == ";"  # a comma inside an item of a list parted by semicolons
            if piece.strip(" .:-") and not within and _FOLLOW.match(piece.lstrip()) is None and _countable(piece, figures[part]):
                count += 1
    return count

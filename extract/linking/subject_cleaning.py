"""Candidates for a subject and its category as they are printed: without what belongs to other figures, and in place of what they are no part of."""

from __future__ import annotations

import re

import regex

from ..figures import Figure
from ..numbers.units import noun_table
from .abbreviations import spell_out
from .measure_nouns import begins_measure, group_of, measure_size, names_one_measure
from .next_measures import without_next_measure
from .noun_phrases import clean_category
from .phrases import trim_tail
from .soundness import without_repeats

_WORD = re.compile(r"\w+")
_TO_US = re.compile(r" cho (?:chúng )?(?:tôi|ta|mình|họ)$")
_PERSON = regex.compile(r"(?<!huyện)(?<!xã)(?<!tỉnh)(?<!phường)(?<!thị trấn)(?<!quận) \p{Lu}[^\W\d_]+(?: \p{Lu}[^\W\d_]*){1,3}$")
"""A name of two to four words that ends a phrase."""
TOTAL_OF = re.compile(r"^(?:tổng số|tổng|số) ")
_HERDS = frozenset(("đàn", "giá", "sản lượng", "cây", "vụ", "học sinh", "trường", "lớp", "giải"))
"""Nouns of which two kinds are named one beside the other."""
_COUNT_INSIDE = re.compile(r"(?<= cho )(?:hơn |gần |khoảng |trên )?\d{1,3}(?:\.\d{3})+ (?=[^\W\d_])|(?<= cho )\d{2,} (?=[^\W\d_])")
"""How many something was given to, within what is said of it: "tạo việc làm cho | 5.200 | lao động"."""
_MONEY_TWICE = re.compile(r"^((?:số )?tiền .+) tiền$")
_RATE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng|suất) ")
EACH_TIME = re.compile(r", (?:mỗi|một) (?:vụ|năm|tháng|ngày|lứa)(?!\w).*$")
_GIVEN = frozenset(("hỗ trợ", "tài trợ", "đóng góp", "tạm ứng", "đầu tư"))
_NUMBER_OF = re.compile(r"^(?:tổng số|số lượng) ")
_PEOPLE_COUNT = re.compile(r"(?:tổng )?dân số(?: .+)?", re.IGNORECASE)
_TOP = re.compile(
    r" (?:nhiều|cao|đông|lớn|ít|thấp|dài|rộng) (?:nhất|thứ (?:hai|ba|nhì))(?: (?:của|trong|toàn|cả))* ?(?:tỉnh|huyện|nước|quốc|thành phố|khu vực|vùng|xã|địa bàn)(?!\w)"
)
"""What tells in which unit a measure is the most."""
_SUPERLATIVE = re.compile(r" (?:nhiều|cao|đông|lớn|ít|thấp) nhất(?!\w)")
_MOST_OF_ALL = re.compile(r"(?<=\w\w) (?:nhiều|cao|đông|lớn|ít|thấp) nhất$")
_APART = frozenset(("household", "organisation", "education", "place_unit", "building"))
"""Classes of nouns of which no things are things of another class, too."""
_CELLS = re.compile(r" ?\|[^\n]*$")
"""Other cells of a table's line: "tiền sử dụng đất | 476 |"."""
_FROM_NUMBER = re.compile(r"(?: (?:từ|lên|xuống|còn|đến|là|đạt|ở mức|khoảng|hơn|gần|chỉ|bằng))+ \d[\d.,/]*%?$")
"""A level that the figure is compared with, at the end of what is before it: "lấn chiếm cửa xả | từ 59" (giảm xuống còn 46)."""
_RANKED = re.compile(r"^(?:đứng|xếp|vươn lên)(?: (?:vị trí|hạng|ở|thứ))*(?: là)? ", re.IGNORECASE)
"""What leads from or to a rank: "Đứng thứ ba là máy tính"."""
_POINTED = re.compile(r"(?<!\w)((?:bởi|của|từ|trong|do|theo|tại|ở|về|với|cho)(?: [^\W\d_]+){1,4}) này(?= [^\W\d_])")
"""What points back inside a phrase: "bị ảnh hưởng bởi dự án | này | được hỗ trợ"."""


_LOOSE_END = re.compile(r"(?<=[^\W\d_]) (?:(?:tại|vào|ở) thời điểm|trên tổng số)$")
_MOVES = re.compile(r"(?<=[^\W\d_] [^\W\d_]) (?:tăng|giảm)$|(?<=[^\W\d_]{2}) (?:tăng|giảm)$")


def tidied(subject: str, figure: Figure, noun: str, source: str, top: bool) -> str:
    """Give a subject as it would be printed; may be empty.

    Args:
        subject: words of the text, or of an earlier figure's subject.
        figure: the figure.
        noun: its counting noun, empty for a measure.
        source: how the candidate was made.
        top: whether the text says that something has most of what is told.
    """
    if figure.kind == "rank":
        subject = _RANKED.sub("", subject)
    subject = _LOOSE_END.sub("", _from_measure(subject, noun))
    if figure.change:
        subject = _MOVES.sub("", subject)
    if figure.kind == "money" and subject.lower() in _GIVEN:
        subject = f"số tiền {subject.lower()}"
    if figure.group == "mass" and source[0] == "I" and _NUMBER_OF.match(subject):
        subject = _NUMBER_OF.sub("khối lượng ", subject)
    subject = EACH_TIME.sub("", _MONEY_TWICE.sub(r"\1", subject))
    subject = _number_of(_COUNT_INSIDE.sub("", _TO_US.sub("", subject)), figure, noun, top)
    subject = _POINTED.sub(r"\1", _FROM_NUMBER.sub("", subject))
    return without_repeats(_CELLS.sub("", subject)).replace(" )", ")") if subject else subject


def tidied_category(category: str | None, noun: str) -> str | None:
    """Give a category as it would be printed."""
    category = trim_tail(without_next_measure(category)) if category and noun else category
    return clean_category(_FROM_NUMBER.sub("", _CELLS.sub("", category)) if category else category)


def in_its_place(subject: str, category: str, text: str) -> str | None:
    """Give a subject with a category in place of what it is no part of; None where it may be a part.

    Args:
        subject: as it would be printed.
        category: as it would be printed.
        text: the text, whose own abbreviations are spelt out.
    """
    other = _other_person(subject, category)
    return other if other is not None else _in_place(subject, category, text)


def _from_measure(subject: str, noun: str) -> str:
    """Leave out what a clause before a comma says, where the measure stands behind it: "đăng ký, | tỷ lệ chọi"."""
    at = subject.rfind(", ")
    if at >= 0 and _PEOPLE_COUNT.fullmatch(subject, at + 2) is not None:
        return subject[at + 2 :]  # "(theo Tổng điều tra) dân số và nhà ở năm 2019, | dân số"
    if at < 0 or noun or begins_measure(_WORD.findall(subject[:at].lower())):
        return subject
    return (
        subject[at + 2 :] if names_one_measure(_WORD.findall(subject[at:].lower())) or _RATE.match(subject[at + 2 :].lower()) else subject
    )


def _number_of(subject: str, figure: Figure, noun: str, top: bool) -> str:
    """Give the measure or the counted things of words that tell who has most of them: "địa phương có số ca sốt xuất huyết nhiều nhất" counts "ca sốt xuất huyết"."""
    subject = _TOP.sub("", subject)
    if top:
        subject = _SUPERLATIVE.sub("", subject)
    if not noun:
        return subject
    subject = without_next_measure(subject)
    inner = re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", subject, re.IGNORECASE)
    if inner is not None and inner.start() and group_of(figure) == "count" and names_one_measure(_WORD.findall(subject.lower())):
        subject = subject[inner.start() :]  # "4 điểm" are no "chiều dài điểm sạt lở"
    named = re.search(rf"(?<!\w)(?<!một )(?:tổng )?số (?={re.escape(noun)}(?!\w))", subject, re.IGNORECASE)
    return _MOST_OF_ALL.sub("", subject[named.end() :] if named is not None and named.start() else subject)


def _in_place(subject: str, category: str, text: str) -> str | None:
    """Give a category in place of what it cannot be a part of: "đàn bò" of "tổng đàn trâu", "bảo hiểm y tế" of "người tham gia bảo hiểm xã hội"."""
    subject, category = spell_out(subject, text), spell_out(category, text)
    whole, part = TOTAL_OF.sub("", subject).lower().split(), category.lower().split()
    measure = measure_size(whole)
    if measure and part[:measure] == whole[:measure] and part != whole:
        return category  # "diện tích lúa xuân" and "diện tích sản xuất muối"
    herds = whole[:1] == part[:1] and len(whole) == len(part) > 1 and whole[0] in _HERDS
    if herds or category.lower().startswith(("mật độ ", "quy mô ")):
        return category
    return _opposite(subject, category) or _in_place_of(subject, category)


_OPPOSITES = (
    frozenset(("thành thị", "nông thôn")), frozenset(("đô thị", "nông thôn")), frozenset(("xuất khẩu", "nhập khẩu")), frozenset(("nội địa", "quốc tế")),
    frozenset(("trong nước", "nước ngoài")), frozenset(("trong tỉnh", "ngoài tỉnh")), frozenset(("công lập", "ngoài công lập")), frozenset(("nam", "nữ")),
    frozenset(("mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông")),
)  # fmt: skip
"""Groups of which each is what the other is not."""


def _opposite(subject: str, category: str) -> str | None:
    """Give a subject with the opposite group in place of its own: "dân số thành thị" and "nông thôn" are "dân số nông thôn"."""
    words, other = f" {subject.lower()} ", category.lower()
    if f" {other} " in words:
        return None
    for group in _OPPOSITES:
        for one in sorted(group - {other}) if other in group else ():
            at = words.find(f" {one} ")
            if at >= 0:
                return f"{subject[:at]}{other}{subject[at + len(one) :]}"
    return None


def _other_person(subject: str, category: str) -> str | None:
    """Give a subject told of another person: "mức án Nguyễn Văn B" and "Trần Văn C" are a "mức án Trần Văn C"; None where they are no persons."""
    last = _PERSON.search(subject)
    if last is None or not last.start() or _PERSON.fullmatch(f" {category}") is None:
        return None
    return f"{subject[: last.start()]} {category}"


def _in_place_of(subject: str, category: str) -> str | None:
    """Give a subject with a category in place of the words of it that begin alike; None where none do, or the subject begins so itself."""
    words, head = subject.split(), category.lower().split()[:2]
    if head and head[0] in _HERDS and head[0] in [word.lower() for word in words[1:]] and category.lower() not in subject.lower():
        at = next(at for at in range(1, len(words)) if words[at].lower() == head[0])
        return " ".join([*words[:at], category])
    if len(head) < 2 or category.lower() in subject.lower():
        return None
    at = next((at for at in range(1, len(words) - 1) if [word.lower() for word in words[at : at + 2]] == head), 0)
    return " ".join([*words[:at], category]) if at else None


def counts_others(subject: list[str], category: list[str]) -> bool:
    """Say whether a category names things of another class than its subject counts: "cơ quan, đơn vị" are no "số hộ gia đình"."""
    whole = noun_table().match(" ".join(word for word in subject if word not in ("tổng", "số")), 0)
    part = noun_table().match(" ".join(category), 0)
    return whole is not None and part is not None and {whole[1][1], part[1][1]} <= _APART and whole[1][1] != part[1][1]


def without_deed(category: str, subject: str) -> str | None:
    """Give who does what a subject says is done, without the verb; None where a category ends otherwise."""
    words = category.split()
    deed = " ".join(words[-2:]).lower()
    if len(words) < 4 or f"được {deed}" not in subject.lower():
        return None
    rest = " ".join(words[:-2])
    return re.sub(r" (?:chỉ mới|cũng|đã|chỉ|mới)$", "", rest)

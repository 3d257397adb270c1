"""Rows of grades: what is graded is said of the first only, "trình độ ngoại ngữ cao cấp chiếm 3%; trung cấp 41%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..figures import Figure
from ..lexicon import any_of, read_lexicon

_GRADED = "trình độ|xếp loại|loại|học lực|hạnh kiểm|tốt nghiệp|có bằng|bằng|đánh giá|hoàn thành"
"""Words that what is graded begins with."""


@cache
def _grades() -> tuple[re.Pattern[str], re.Pattern[str]]:
    grades = any_of(row["grade"] for row in read_lexicon("solieu.extract.linking", "grades.tsv", ("grade",)))
    return re.compile(grades), re.compile(rf"(?P<graded>(?:{_GRADED})(?: .*?\w)??),? (?P<grade>{grades})")


_TOPIC = re.compile(
    r"\W*(?:(?:về|riêng|riêng về) )?(?P<what>(?:trình độ )?(?:lý luận chính trị|chính trị|chuyên môn(?: nghiệp vụ)?|học vấn|văn hóa|ngoại ngữ|tin học|quản lý nhà nước|đào tạo)) ?[,:]"
)
"""What a sentence says first that its people are graded by: "Về lý luận chính trị: cao cấp 18 người, trung cấp 455 người"."""
_ROW = 60
"""Characters of a row of grades."""
_BEHIND = r"(?: (?:người|đồng chí|cán bộ|công chức|viên chức))? ?(?:đạt |có )?(?:trình độ )?"


def _grade_by_topic(text: str, folded: str, figures: Sequence[Figure]) -> None:
    """Put what a sentence opens with before the grades that follow, in place."""
    bare = _grades()[0].pattern
    behind, before = (
        re.compile(rf"{_BEHIND}(?P<grade>(?:{bare})(?: trở lên)?)(?!\w)"),
        re.compile(rf"(?<!\w)(?P<grade>(?:{bare})(?: trở lên)?) (?:có )?$"),
    )
    alone = re.compile(rf"(?:trình độ )?(?P<grade>(?:(?:{bare}), )*(?:{bare})(?: trở lên)?)")
    for figure in figures:
        topic = _TOPIC.match(folded, figure.bounds[0], figure.left) if figure.category else None
        if topic is None or figure.category is None:
            continue
        what = text[topic.start("what") : topic.end("what")]
        what = what[0].lower() + what[1:]
        what = what if what.lower().startswith("trình độ") else f"trình độ {what}"
        if (only := alone.fullmatch(figure.category.lower())) is not None:
            figure.category = f"{what} {only['grade']}"
        elif figure.category.lower() in what.lower():
            own = before.search(folded, max(topic.end(), figure.left - 30), figure.left) or behind.match(folded, figure.number_end)
            if own is not None:
                figure.category = f"{what} {own['grade']}"


def _rows_of_grades(folded: str, figures: Sequence[Figure]) -> None:
    """Give grades that are told of together all of them, in place: "đại học, sau đại học 72,56%"."""
    bare = _grades()[0].pattern
    row = re.compile(rf"(?<!\w)(?P<row>(?:(?:{bare}), ){{1,3}}(?P<last>{bare}))(?: (?:chiếm|đạt|có|là|đạt tỷ lệ|chiếm tỷ lệ))? ?$")
    for figure in figures:
        found = row.search(folded, max(figure.bounds[0], figure.left - _ROW), figure.left) if figure.category else None
        if found is not None and figure.category is not None and figure.category.lower() == found["last"]:
            figure.category = found["row"]


def _share_their_grades(figures: Sequence[Figure]) -> None:
    for figure in figures:
        partner = figures[figure.share] if figure.kind == "percentage" and figure.share is not None else None
        if partner is not None and partner.sentence == figure.sentence and (partner.category or "").startswith(figure.category or "-"):
            figure.category = partner.category


def complete_grades(figures: Sequence[Figure], text: str, folded: str) -> None:
    """Give bare grades of a row what the row's first grade or the sentence's topic says is graded, in place.

    Args:
        text: the text.
        folded: the same, folded.
        figures: the figures of a text, with subject and category; "trung cấp" behind "trình độ lý luận chính trị, cao cấp" becomes
            "trình độ lý luận chính trị trung cấp".
    """
    _rows_of_grades(folded, figures)
    _grade_by_topic(text, folded, figures)
    _share_their_grades(figures)
    bare, full = _grades()
    for before, figure in pairwise(figures):
        if before.sentence != figure.sentence or before.subject != figure.subject or not before.category or not figure.category:
            continue
        first = full.fullmatch(before.category.lower())
        if first is not None and bare.fullmatch(figure.category.lower()):
            figure.category = f"{before.category[: first.end('graded')]} {figure.category}"


def one_phrase(category: str) -> str:
    """Take the comma out between what is graded and its grade: "trình độ lý luận chính trị, cao cấp"."""
    found = _grades()[1].fullmatch(category.lower())
    if found is not None and "," in found["graded"]:
        return category  # "trình độ đại học, cao đẳng, trung cấp" are three
    return f"{category[: found.end('graded')]} {category[found.start('grade') :]}" if found is not None else category

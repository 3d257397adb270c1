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


def complete_grades(figures: Sequence[Figure]) -> None:
    """Give bare grades of a row what the row's first grade says is graded, in place.

    Args:
        figures: the figures of a text, with subject and category; "trung cấp" behind "trình độ lý luận chính trị, cao cấp" becomes
            "trình độ lý luận chính trị trung cấp".
    """
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

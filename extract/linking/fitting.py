"""Which candidates can be the subject of a figure of its kind: those that name what is counted, and none that is measured otherwise."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import fold
from .counting_words import generic_nouns
from .measure_nouns import ANY, measure_nouns, measure_size

Pair = tuple[str | None, str | None]

_WORD = re.compile(r"[^\W_]+")
_OFFICES = re.compile(
    r"(?:phó )?(?:chủ tịch|giám đốc|tổng giám đốc|thứ trưởng|bộ trưởng|cục trưởng|bí thư|hiệu trưởng|trưởng (?:ban|phòng|đoàn))(?!\w)"
)
"""Offices, of whom nothing is measured."""
_ORGANS = re.compile(
    r"(?:công an|cơ quan|tòa án|viện kiểm sát|ủy ban nhân dân|ubnd|tand|cảnh sát|hội đồng xét xử|hđxx)(?!\w)(?! (?:viên|chuyên))"
)
"""Who acts, and is not counted: "Công an huyện A đã tạm giữ | 5 người"."""
_SUMS = frozenset(("money",))
_VERBS_TOO = frozenset(("thu", "chi", "lãi", "lỗ"))
"""Names of sums that are verbs of other things, too: "thu 149 tấn hải sản"."""
_MEASURED = frozenset(("measurement", "money", "percentage"))


def fitting(found: dict[Pair, tuple[str, ...]], figure: Figure, folded: str) -> dict[Pair, tuple[str, ...]]:
    """Give the candidates that fit a figure; all of them where none does, and for a part, which may be told in its whole's words.

    Args:
        found: subject and category of each candidate, and its features.
        figure: the figure.
        folded: the folded text.
    """
    if figure.total is not None:
        return found
    if figure.change is not None and figure.baseline:
        told = set(fold(figure.baseline).split())
        own = set(fold(figure.unit or "").split())
        found = {pair: features for pair, features in found.items() if not _is_baseline(pair, told, own)} or found
    if figure.kind in _MEASURED:
        kept = {pair: features for pair, features in found.items() if not _is_of_other(fold(pair[0] or ""), figure.kind)}
        return kept or found
    noun = fold(figure.unit or "")
    if figure.kind != "count" or not noun:
        return found
    if noun in generic_nouns():
        kept = {pair: features for pair, features in found.items() if _ORGANS.match(fold(pair[0] or "")) is None}
        return kept or found
    if noun not in folded[figure.start : figure.end]:
        return found
    words = set(noun.split())
    kept = {pair: features for pair, features in found.items() if words.intersection(_WORD.findall(fold(" ".join(filter(None, pair)))))}
    return kept or found


def _is_baseline(pair: Pair, told: set[str], own: set[str]) -> bool:
    """Say whether subject or category only says what a change is compared with: "so với | 5 ngày đầu tiên kỳ nghỉ Tết | giảm 58 vụ"."""
    return any(phrase and (words := set(fold(phrase).split()) - own) and words <= told for phrase in pair)


def _is_of_other(subject: str, kind: str) -> bool:
    """Say whether a folded subject begins with the name of a sum where something else is measured, or the other way round, or with who speaks:
    a length is no "tổng vốn", a rate no "chủ tịch".
    """
    if _OFFICES.match(subject) is not None:
        return True
    words = subject.split()
    words = words[1:] if words[:1] == ["tổng"] and measure_size(words[1:]) else words
    size = measure_size(words)
    of = measure_nouns()[" ".join(words[:size])] if size else frozenset((ANY,))
    if kind == "percentage" or ANY in of or words[0] in _VERBS_TOO:
        return False
    return of == _SUMS if kind == "measurement" else not of & _SUMS

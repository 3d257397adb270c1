"""What a length or a weight is called by the word before it, and a worth: "dài 174 m" is a "chiều dài", "nặng 3 kg" a "trọng lượng"."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View
from .measure_nouns import group_of, measure_size

_WORD = re.compile(r"[^\W_]+")
_LENGTHS = {
    "dài": "chiều dài", "rộng": "chiều rộng", "cao": "chiều cao", "sâu": "độ sâu", "dày": "độ dày", "ngập": "độ sâu", "cách": "khoảng cách",
    "mưa": "lượng mưa", "đi": "quãng đường", "chạy": "quãng đường", "chuyển": "quãng đường", "dâng": "mức",
}  # fmt: skip
"""What a length is called by the last of these words before it: "cách trung tâm 40 km" is a "khoảng cách"."""
_NO_SIZES = frozenset(("mở rộng", "nâng cao", "đề cao", "sâu rộng", "nhân rộng"))
"""Verbs that end like a word for a size."""
_WEIGHS = {"nặng": "trọng lượng"}
_FAR = frozenset("ngập cách mưa đi chạy chuyển dâng".split())
"""Words that tell it from anywhere in the clause; the others only right before the figure ("nâng cao" is no height)."""
_LENGTH_REACH = 60
_BESIDE = 2
"""Words right before a figure."""
_PAUSE = re.compile(r"[,;:.()\n\d]")


def dimension_of(view: View, figure: Figure) -> str | None:
    """Give what a length or weight is called by the words before it; None where nothing tells, or of another figure."""
    return _dimension(view, figure, _LENGTHS) if group_of(figure) == "length" else None


def weight_of(view: View, figure: Figure) -> str | None:
    """Give what a weight is called by the words before it; None where nothing tells."""
    return _dimension(view, figure, _WEIGHS)


def _dimension(view: View, figure: Figure, names: dict[str, str]) -> str | None:
    """Give what a length or weight is called by the nearest word that tells, in its clause."""
    clause = _PAUSE.split(view.folded[max(figure.bounds[0], figure.left - _LENGTH_REACH) : figure.left])[-1]
    words = _WORD.findall(clause)
    for distance, word in enumerate(reversed(words)):
        if distance + 1 < len(words) and f"{words[-distance - 2]} {word}" in _NO_SIZES:
            continue
        if word in names and (word in _FAR or distance < _BESIDE):
            return names[word]
    return None


_WORTH = re.compile(r"(?:.* \d+ )?(?P<of>[^\W\d_].*?),?(?: có| với)? (?P<name>(?:tổng )?trị giá|tổng giá trị|giá)", re.IGNORECASE)
"""A thing and that it is worth so much: "tặng 3 | chiếc ôtô hạng sang | trị giá"."""


_DISTANCE = re.compile(
    r"(?:^|[,;:(] ?| và )(?P<of>[^,;:()\d]{0,60}?) ?(?:(?:còn|nằm|ở|chỉ|đang|đóng) ){0,2}(?<!\w)(?<!khoảng )cách (?!(?:đây|nhau|ly|thức|làm|mạng|chức)(?!\w))(?P<to>[^,;:()]{2,60}?)"
    r"(?: (?:khoảng|chừng|gần|hơn|trên|độ|chỉ|xa))* ?$"
)
_CLAUSE_REACH = 140


def distance_of(view: View, figure: Figure) -> tuple[str, str] | None:
    """Give from what a figure is a distance, as far as its clause says, and to what; None where it is none.

    "tâm bão cách đảo Phú Quý khoảng | 300km" is from "tâm bão" to "đảo Phú Quý".
    """
    if group_of(figure) != "length":
        return None
    low = max(figure.bounds[0], figure.left - _CLAUSE_REACH)
    found = _DISTANCE.search(view.folded, low, figure.left)
    return (view.text[slice(*found.span("of"))].strip(), view.text[slice(*found.span("to"))].strip()) if found is not None else None


def worth_of(phrase: str) -> tuple[str, str] | None:
    """Give the name of a worth told last in a phrase, and the thing that is worth so much; None where it tells none, or names a measure first."""
    found = _WORTH.fullmatch(phrase)
    if found is None or measure_size(found["of"].lower().split()):
        return None
    return found["name"].lower(), found["of"]

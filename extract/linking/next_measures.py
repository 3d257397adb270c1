"""The name of the next figure's measure at the end of a phrase: "cầu treo | với nguồn vốn", "suất quà | trị giá"."""

from __future__ import annotations

from .measure_nouns import LONGEST, measure_nouns

_WITH_MEASURE = frozenset(("với", "có", "cùng", "trên"))
_NEXT_MEASURES = frozenset(
    (
        "tổng số", "tổng cộng", "trị giá", "tổng trị giá", "công suất", "tổng công suất", "tổng diện tích", "tổng vốn", "tổng kinh phí", "tổng chiều dài",
        "dung tích", "tổng dung tích", "tải trọng", "trọng lượng", "tổng trọng lượng", "số tiền", "tổng số tiền", "chiều dài", "tổng mức đầu tư", "tổng vốn đăng ký",
    )
)  # fmt: skip
"""Names of the next figure's measure that end no name of counted things."""


def without_next_measure(phrase: str) -> str:
    """Take the name of the next figure's measure off the end of a phrase: "cầu treo với nguồn vốn" says "cầu treo" only."""
    words = phrase.split()
    for size in (3, 2):
        if len(words) > size and " ".join(words[-size:]).lower() in _NEXT_MEASURES:
            return " ".join(words[:-size]).removesuffix(" với").removesuffix(" có")
    for size in range(min(LONGEST, len(words) - 2), 0, -1):
        if " ".join(words[-size:]).lower() in measure_nouns() and words[-size - 1].lower() in _WITH_MEASURE:
            return " ".join(words[: -size - 1])
    return phrase

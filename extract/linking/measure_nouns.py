"""Nouns that name what is measured: "diện tích", "tổng vốn đầu tư"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..figures import Figure
from ..lexicon import read_lexicon

_PACKAGE = "solieu.extract.linking"
LONGEST = 3
"""Syllables of the longest measure noun, and of the longest verb."""
ANY = "any"
_TITLES = frozenset(f"tổng {word}" for word in "công cục thống bí giám thư biên hợp cộng".split())
_NO_TAKINGS = frozenset("thu hồi|thu giữ|thu mua|thu gom|thu hoạch|thu hút|thu nhận|thu dọn|thu hẹp|chi trả|chi viện|chi phối".split("|"))
"""Verbs that begin like the name of a measure: what is seized is no "thu"."""
_RATIOS = frozenset(("tỷ", "tỉ"))
_TIMES = frozenset(("giờ", "h", "giây", "s", "phút"))


@cache
def measure_nouns() -> dict[str, frozenset[str]]:
    """Give what each noun of `data/measure_nouns.tsv` measures."""
    return {row["noun"]: frozenset(row["of"].split(",")) for row in read_lexicon(_PACKAGE, "measure_nouns.tsv", ("noun", "of"))}


def begins_measure(syllables: Sequence[str]) -> bool:
    """Say whether a phrase begins with a noun that names a measure."""
    return measure_size(syllables) > 0


def measure_size(syllables: Sequence[str]) -> int:
    """Give how many syllables name the measure that folded ones begin with, as many as can be; 0 where they begin with none."""
    if _is_title(syllables) or " ".join(syllables[:2]) in _NO_TAKINGS:
        return 0
    return next((size for size in range(min(LONGEST, len(syllables)), 0, -1) if " ".join(syllables[:size]) in measure_nouns()), 0)


def _is_title(syllables: Sequence[str]) -> bool:
    """Say whether folded syllables begin with a firm or an office that has "tổng" in its name: "tổng công ty"."""
    return " ".join(syllables[:2]) in _TITLES


def names_measure(syllables: Sequence[str], group: str) -> bool:
    """Say whether a phrase begins with a noun for what a figure of this kind or unit class measures."""
    if _is_title(syllables) or " ".join(syllables[:2]) in _NO_TAKINGS:
        return False
    for size in range(min(LONGEST, len(syllables)), 0, -1):
        of = measure_nouns().get(" ".join(syllables[:size]))
        if of is not None and (group in of or ANY in of):
            return True
    return False


def names_one_measure(syllables: Sequence[str]) -> bool:
    """Say whether a phrase begins with a noun for one measure, and not with one that any measure may have ("mức", "tổng", "tỷ lệ")."""
    size = measure_size(syllables)
    return size > 0 and ANY not in measure_nouns()[" ".join(syllables[:size])] and syllables[0] not in _RATIOS


def group_of(figure: Figure) -> str:
    """Give what a figure is of: its kind, or for a measurement the class of its unit; a length in a time is a speed."""
    if figure.group == "length" and figure.per in _TIMES:
        return "speed"
    return figure.kind if figure.kind != "measurement" else figure.group

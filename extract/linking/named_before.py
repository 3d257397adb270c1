"""A measure that the sentence before names, for a figure whose own sentence names none: the "tốc độ tăng trưởng" of "Xã giữ được tốc độ tăng
trưởng khá. Năm 2016 tăng 8%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures import Figure
from ..text.view import View
from .compounds import two_syllables
from .measure_nouns import group_of, names_measure, names_one_measure
from .phrases import clean_left
from .soundness import is_sound

_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
_ENDS = frozenset(
    "đạt là có còn tăng giảm đã đang sẽ được bị ước lên xuống với ở trong từ do nên thì mà nhưng song vẫn luôn chỉ cao thấp khá rất không theo so để vì khi năm tháng quý và".split()
)
"""Words at which the name of a measure ends, and a statement about it begins."""
_REACH = 240
"""Characters of the sentence before in which a measure is looked for."""
_MOST = 2
_LONGEST = 9
"""Words of the longest name."""
_STOPS = re.compile(r"[.;\n] ?")


def measures_named_before(view: View, figure: Figure, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Give the names of measures of the figure's kind in the sentence before its own, the nearest first.

    Args:
        view: the text.
        figure: the figure; a count has none.
        spans: dates, places and the like, which are left out at either end.
    """
    group = group_of(figure)
    end = figure.bounds[0]
    low = max(0, end - _REACH)
    cuts = [match.end() for match in _STOPS.finditer(view.folded, low, max(low, end - 3))]
    tokens = list(_TOKEN.finditer(view.folded, cuts[-1] if cuts else low, end))
    found = 0
    for at in range(len(tokens) - 2, -1, -1):
        words = [token[0] for token in tokens[at : at + 3]]
        if view.text[tokens[at].start()].isupper() and at:
            continue
        if not (names_measure(words, group) and names_one_measure(words)):
            continue
        before = [token[0] for token in tokens[max(0, at - 2) : at]]
        if any(names_measure([*before[skip:], *words[:2]], group) for skip in range(len(before))):
            continue  # "tốc độ | tăng trưởng"
        last = next(
            (one for one in range(at + 2, min(len(tokens), at + _LONGEST)) if _ends_name(tokens, one)),
            min(len(tokens), at + _LONGEST),
        )
        name = clean_left(view, tokens[at].start(), tokens[last - 1].end(), spans)
        if name and is_sound(name):
            yield name
            found += 1
        if found == _MOST:
            return


def _ends_name(tokens: list[re.Match[str]], at: int) -> bool:
    """Say whether the name of a measure ends before a token: not before the "tăng" of "tốc độ tăng trưởng"."""
    following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return not tokens[at][0].isalpha() or (tokens[at][0] in _ENDS and f"{tokens[at][0]} {following}" not in two_syllables())

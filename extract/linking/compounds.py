"""Words of two syllables, which no phrase may begin or end inside: "toàn | quốc nhà máy", "bị | cáo", "khả | năng".

The words are those of the dictionary that underthesea brings along (corpus/data/Viet39K.txt, 39,000 entries).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..text.view import fold

_SYLLABLE = re.compile(r"[^\W\d_]+")
_REACH = 9
"""Characters of the longest syllable and the blank beside it."""


_AND = " và"
"""The end of two old words, which the conjunction is not: "đường dây hạ thế và"."""
_ONE = frozenset(("việc làm",))
"""Words that are one although their second syllable makes a word with the next, too: "việc làm | cho"."""


@cache
def two_syllables() -> frozenset[str]:
    """Give the words of two syllables, folded; empty where underthesea has no such file."""
    found = find_spec("underthesea")
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        path = Path(folder) / "corpus" / "data" / "Viet39K.txt"
        if path.is_file():
            words = (fold(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())
            return frozenset(word for word in words if word.count(" ") == 1 and not word.endswith(_AND))
    return frozenset()


def splits_word(folded: str, position: int) -> bool:
    """Say whether the blank before `position` parts the syllables of one word.

    Where the syllable behind the blank makes a word with the next one, or the one before it with that before, it does not:
    in "của công | nhân dân" and "sinh viên | năm nhất" the other reading is as good.

    Args:
        folded: the folded text.
        position: where the second syllable begins.
    """
    if not 2 <= position < len(folded) or folded[position - 1] != " " or not folded[position - 2].isalpha():
        return False
    before = folded[max(0, position - 2 * _REACH) : position - 1].split(" ")
    behind = _SYLLABLE.match(folded, position)
    if behind is None or not before[-1].isalpha():
        return False
    words = two_syllables()
    if f"{before[-1]} {behind[0]}" not in words:
        return False
    if f"{before[-1]} {behind[0]}" in _ONE:
        return True
    following = _SYLLABLE.match(folded, behind.end() + 1) if folded[behind.end() : behind.end() + 1] == " " else None
    if following is not None and f"{behind[0]} {following[0]}" in words:
        return False
    return not (len(before) > 2 and before[-2].isalpha() and f"{before[-2]} {before[-1]}" in words)

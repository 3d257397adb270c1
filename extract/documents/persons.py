"""Names of persons behind the title of an office: "Chủ tịch UBND tỉnh Cà Mau Nguyễn Văn An" issues as the office."""

from __future__ import annotations

import re

from ..places.words import words
from ..text.view import fold

_TITLE = re.compile(
    r"(?:phó )?(?:chủ tịch|bộ trưởng|thứ trưởng|giám đốc|tổng giám đốc|thủ tướng|thống đốc|chánh|viện trưởng|bí thư|tổng|trưởng|hiệu trưởng|cục trưởng|phó)(?!\w)"
)
_COMMUNES = frozenset("xã phường trấn".split())
_LEVELS = frozenset("phố huyện tp tp.".split())
# Cities and districts that bear a person's name of three words; communes bear many.
_PLACES = ("hồ chí minh", "trần văn thời")
# Middle names that are family names too.
_MIDDLE = frozenset({"văn", "thị"})
_TOKEN = re.compile(r"\S+")


def without_person(printed: str) -> str:
    """Cut the person's name off an issuer that begins with the title of an office; anything else stays as it is.

    Behind the level word of a commune, and in the names of one city and one district, a family name begins the name of a
    place ("huyện Trần Văn Thời"); two further words must follow it ("Chủ tịch UBND Cao Bằng" is a place, "Chủ tịch UBND Cao Văn An" none).

    >>> without_person("Chủ tịch UBND huyện Trần Văn Thời Lê Văn An")
    'Chủ tịch UBND huyện Trần Văn Thời'
    """
    folded = fold(printed)
    if _TITLE.match(folded) is None:
        return printed
    tokens = [(match[0], match.start()) for match in _TOKEN.finditer(printed)]
    surnames = words().surnames - _MIDDLE
    for index, (token, start) in enumerate(tokens):
        follow = len(tokens) - index - 1
        if index == 0 or not token[:1].isupper() or fold(token) not in surnames or not 2 <= follow <= 3:
            continue
        behind = fold(tokens[index - 1][0]) if index > 1 else ""
        if behind in _COMMUNES or (behind in _LEVELS and fold(printed[start:]).startswith(_PLACES)):
            continue
        if all(other[:1].isupper() for other, _ in tokens[index:]):
            return printed[:start].rstrip(" ,")
    return printed

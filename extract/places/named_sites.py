"""Places told by the name of what was said to stand there: "cư xá Thanh Đa, phường 27 … chung cư lô IV cư xá Thanh Đa".

Once a text has said where a named street, building, market or project is, what it tells of that name is told of that place,
before and behind. The name is no mention of the unit, so it is no row of `places`, but it is a scope.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from ..lexicon import any_of, read_lexicon
from ..text.view import View
from .backrefs import Mention, standing

_LEVELS = frozenset(("district", "commune"))
_WORD = r"(?:(?=\p{Lu})[^\W_]+|\d+[A-Z]?)"
_NAME = rf"(?=[^ ]*[^\W\d_])(?P<name>{_WORD}(?: {_WORD}){{1,4}})"
_JOINT = (
    r"(?: bắc qua[^,.;()\n]{1,30})?(?:(?:,| \()(?: ?(?:số \w+[\w/-]* )?(?:(?:đường|phố|ấp|thôn|xóm|khu phố|tổ) )?[^\W_]+(?: [^\W_]+){0,4},)?"
    r"|,? (?:nằm |đóng |đặt |chạy )?(?:ở|tại|thuộc|trên|trên địa bàn|qua)(?: địa bàn| địa phận| khu vực)?) ?"
)
"""Between a name and its unit: "Tân Bình (số 32 Hoàng Bật Đạt, | phường 15", "Kinh Dương Vương (| quận Bình Tân"."""
_REACH = 110
_MOST = 60
"""Repetitions of names that are looked at, so that work stays bounded."""


@cache
def _located() -> regex.Pattern[str]:
    rows = read_lexicon("solieu.extract.places", "named_sites.tsv", ("noun",), "gazetteer")
    noun = rf"(?i:{any_of(row['noun'] for row in rows)})(?: [^\W_]+| -){{0,8}}?"
    bracketed = rf"(?:ở|tại|đến|lên|về|viếng|thăm) {_NAME} \((?:[^\W\d_]{{1,6}}\.? ?)?"
    return regex.compile(rf"(?<!\w)(?:{noun} {_NAME}{_JOINT}|{bracketed})$")


def named_site_scopes(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a mention without a name wherever a text names again what it has said the place of.

    Args:
        view: the text.
        mentions: the places the article names, in order.
    """
    told: dict[str, Mention] = {}
    said: dict[int, Mention] = {}  # where the names stand whose place is told right behind
    last = 0
    for mention in mentions:
        low = max(view.text.rfind("\n", 0, mention.start) + 1, mention.start - _REACH, last)
        last = max(last, mention.end)
        if not mention.named or mention.unit is None or mention.level not in _LEVELS:
            continue
        match = _located().search(view.text, low, mention.start)
        if match is not None:
            known = told.setdefault(match["name"], mention)
            if known.level == "district" and mention.level == "commune":
                told[match["name"]] = mention  # "bản Sa Ná (Quan Sơn)", and further on "Bản Sa Ná, xã Na Mèo"
            said[match.start("name")] = mention
    if not told:
        return []
    taken = standing(mentions)
    found: list[Mention] = []
    for match in regex.finditer(rf"(?<!\w)(?:{any_of(told)})(?!\w)", view.text):
        at = told[match[0]]
        if taken(*match.span()) or (match.start() in said and said[match.start()].level == at.level):
            continue
        start, end = match.span()
        found.append(Mention(start, end, at.name, at.level, at.unit, at.province, 0.5, False, start))
        if len(found) >= _MOST:
            break
    return found

"""Places told by what was said to stand there: "trạm thu phí đặt tại xã A … Giá vé tại trạm này".

Once a text has said where a station, project or factory stands, what it goes on to tell of "trạm này" or "dự án" is told of
that place. Such a pointing word is no mention of the unit, so it is no row of `places`, but it is a scope.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..lexicon import any_of, read_lexicon
from ..text.view import View
from .backrefs import Mention, standing

_LEVELS = frozenset(("district", "commune"))
_REACH = 120
"""Characters before a place in which the noun that is located stands."""
_MOST = 60
"""Pointing words that are looked at for one noun, so that work stays bounded."""
_NAMED = re.compile(r"\)?(?: (?=[^\W\d_a-z])[^\W\d_]+){1,4}, ")
_AT = re.compile(
    r"(?:,|\()? ?(?:ở|tại|nằm (?:ở|tại|trên|trong|trên địa bàn|trên đường)|thuộc(?: địa bàn)?|trên địa bàn|đóng (?:ở|tại|trên địa bàn)|đặt (?:ở|tại|trên địa bàn)|\()(?: khu vực| địa bàn| địa phận)? ?(?:các )?$"
)
_WAY_ON = re.compile(r" ?[-–—] ?(?=[^\W\d_a-zà-ỹđ])")
"""Behind one end of a way: "Bến Thành - Suối Tiên" is where a line runs, and not where its project stands."""
_NOT_ONE = re.compile(r"(?<!\w)(?:các|những|nhiều|một số|mỗi|từng|hai|ba|bốn|\d+|trụ sở) $")
_POINTS = re.compile(
    r"(?: (?:này|trên|nói trên|đó|đã|đang|sẽ|có|được|bị|chỉ|hoạt động|thu(?! phí)|với|cho|còn|cũng|vẫn|gồm|đi vào|hiện|phải|mới|dài|rộng)(?!\w)|[,.;)\n]|$)"
)


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = read_lexicon("solieu.extract.places", "located.tsv", ("form", "noun"), "gazetteer")
    same = {row["form"]: row["noun"] for row in rows}
    return re.compile(rf"(?<!\w)(?P<noun>{any_of(same)})(?!\w)"), same


def located_scopes(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a mention without a name for every word that points at something whose place the text has told before.

    Args:
        view: the text.
        mentions: the places the article names, in order.
    """
    pattern, same = _nouns()
    told: list[tuple[int, str, Mention]] = []  # where it was told, of which noun, the place
    last = 0  # where the place before ends: what stands before it is located there already
    for mention in mentions:
        low = max(view.folded.rfind("\n", 0, mention.start) + 1, mention.start - _REACH, last)
        last = mention.end
        if not mention.named or mention.unit is None or mention.level not in _LEVELS or _WAY_ON.match(view.text, mention.end):
            continue
        before = view.folded[low : mention.start]
        near = [match for match in pattern.finditer(before) if not re.search(r"[.;:]", before[match.end() :])]
        if not near or _NOT_ONE.search(before, 0, near[-1].start()):
            continue
        named = _NAMED.fullmatch(view.text, low + near[-1].end(), mention.start) is not None  # "KCN Hòa Bình, xã Nhị Thành"
        if named or _AT.search(before) is not None:
            told.append((mention.end, same[near[-1]["noun"]], mention))
    if not told:
        return []
    taken = standing(mentions)
    latest: dict[str, Mention] = {}  # of each noun the place told last before the word that is looked at
    later = iter(told)
    upcoming = next(later, None)
    found: list[Mention] = []
    for match in pattern.finditer(view.folded, told[0][0]):
        while upcoming is not None and upcoming[0] <= match.start():
            latest[upcoming[1]] = upcoming[2]
            upcoming = next(later, None)
        at = latest.get(same[match["noun"]])
        if (
            at is None
            or _NOT_ONE.search(view.folded, max(0, match.start() - 9), match.start())
            or not _POINTS.match(view.folded, match.end())
        ):
            continue
        if taken(match.start(), match.start() + 1):
            continue  # part of a name
        found.append(Mention(*match.span("noun"), at.name, at.level, at.unit, at.province, 0.5, False, match.start("noun")))
        if len(found) >= _MOST:
            break
    return found

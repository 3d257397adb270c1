"""Places told by the name of what stands there: "Trạm vật tư đường sắt Dĩ An", "Agribank chi nhánh Krông Bông".

Such a name is no mention of the unit, so it is no row of `places`; but what is reported of the site is reported of where it
stands. Only districts (and communes, for a few sites) of a province the article names otherwise are taken: a company may bear
any town's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from ..lexicon import any_of, read_lexicon
from ..text.view import View
from .backrefs import Mention, standing
from .periods import by_life, validity
from .units import Gazetteer, Unit

Names = Callable[[View, int], list[tuple[int, list[Unit]]]]

_GOES_ON = re.compile(
    r" (?=[A-ZĐ\u00c0-\u00dd\u0102\u0128\u0168\u01a0\u01af\u1ea0-\u1ef8][^\W\d_])| ?[-–] ?(?=[A-ZĐ\u00c0-\u00dd\u0102\u1ea0-\u1ef8])"
)
_STANDS = re.compile(
    r",? ?\(?(?:(?:nằm|đóng|đặt) (?:ở|tại|trên|trong)(?: (?:km|quốc lộ|ql|đường|tỉnh lộ|tuyến)[^,.;()\n]{0,24})? ?,? ?)?"
    r"(?:thuộc|ở|tại|trên địa bàn|(?:nằm|đóng|đặt) (?:ở|tại|trên|trong|trên địa bàn))(?: địa bàn| địa phận| khu vực)? "
)
"""Words between a site's name and the place it is said to stand in."""
_REACH = 90


@cache
def _sites() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    rows = read_lexicon("solieu.extract.places", "sites.tsv", ("word", "levels"), "gazetteer")
    levels = {row["word"]: tuple(row["levels"].split(",")) for row in rows}
    return re.compile(rf"(?<!\w)(?P<word>{any_of(levels)}) (?=[^\W\d_])"), levels


def site_scopes(view: View, mentions: Sequence[Mention], names: Names, units: Gazetteer, moment: date | None) -> list[Mention]:
    """Give a mention without a name for every site whose own name tells its district or commune.

    Args:
        view: the text.
        mentions: the places the article names.
        names: gives the names that begin at an offset, longest first, and the units that bear each.
        units: the gazetteer.
        moment: the article's date, or None.
    """
    provinces = {mention.province.id.partition("@")[0] for mention in mentions if mention.named and mention.province is not None}
    pattern, levels = _sites()
    taken = standing(mentions)
    told: dict[str, Mention | None] = {}
    found = []
    for match in pattern.finditer(view.folded):
        start = match.end()
        if view.folded.startswith("thủy điện", start):
            continue  # named for a river or what it floods, and often of several districts
        while start < len(view.text) and not view.text[start].isupper():
            gap = view.folded.find(" ", start, start + 9)
            if gap < 0 or start - match.end() > 30:
                break
            start = gap + 1
        if start >= len(view.text) or not view.text[start].isupper() or taken(start, start + 1):
            continue
        for end, bearers in names(view, start):
            goes_on = _GOES_ON.match(view.text, end)
            if goes_on is not None and not (goes_on[0].strip() and "province" in levels[match["word"]]):
                break  # a longer name: "ga Sài Gòn Mới"; but the fees of "BOT Cần Thơ – Phụng Hiệp" are of its first end
            unit = _only(bearers, levels[match["word"]], provinces, units, moment)
            if unit is not None:
                name = view.folded[start:end]
                if name not in told:
                    told[name] = _told(view, name, mentions)
                at = told[name]
                if at is not None and not (at.level == "province" and unit.level != "commune"):
                    found.append(Mention(start, end, at.name, at.level, at.unit, at.province, 0.5, False, start))
                else:
                    found.append(Mention(start, end, unit.name, unit.level, unit, units.province(unit), 0.5, False, start))
                break
    return found


def _told(view: View, name: str, mentions: Sequence[Mention]) -> Mention | None:
    """Give the place that the text says a site stands in, whatever it is called: "trạm BOT Ninh Lộc thuộc thị xã Ninh Hòa"."""
    for mention in mentions:
        if not mention.named or mention.unit is None or mention.level not in ("province", "district", "commune"):
            continue
        low = max(0, mention.start - _REACH)
        at = view.folded.rfind(name, low, mention.start)
        if at < 0:
            continue
        bracket = view.folded[at + len(name) : mention.start] == " ("
        if bracket or (mention.level != "province" and _STANDS.fullmatch(view.folded, at + len(name), mention.start) is not None):
            return mention  # "cảng Cát Lái (TP HCM)"
    return None


def _only(bearers: list[Unit], levels: tuple[str, ...], provinces: set[str], units: Gazetteer, moment: date | None) -> Unit | None:
    """Give the one unit of these levels in the article's provinces; None when there is none, or more than one."""
    for level in levels:
        fitting = []
        for unit in by_life([one for one in bearers if one.level == level], moment, None).values():
            province = units.province(unit)
            if province is not None and (level == "province" or province.id.partition("@")[0] in provinces) and validity(unit, moment) > 0:
                fitting.append(unit)
        if len(fitting) == 1 or (fitting and level == "province"):
            return max(fitting, key=lambda unit: validity(unit, moment))
        if fitting:
            return None
    return None

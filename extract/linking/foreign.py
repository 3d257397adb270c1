"""Figures that speak of places abroad: they have no place of ours.

A foreign name alone does not say where a figure belongs: exports to China, guests from Korea and a loan of Japan's are
Viet Nam's figures. What does is where something happens ("tại Hàn Quốc", "ở bang Texas"), who speaks ("Bộ Y tế Thái
Lan") and, outside sentences about trade, who the sentence is about ("Trung Quốc ghi nhận …"); or a whole article that
names hardly a place of ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..figures import Figure, clause_start
from ..places.abroad import Foreign, abroad
from ..text.view import View

_WHERE = re.compile(
    r"(?<!\w)(?:tại|ở|khắp|toàn|bên)(?: (?:nước|bang|tiểu bang|thành phố|thủ đô|tỉnh|vùng|miền|khu vực|đảo|đặc khu|đất nước|"
    r"phía (?:bắc|nam|đông|tây)|miền (?:bắc|nam|đông|tây|trung)))* $"
)
_WHO = re.compile(
    r"(?<!\w)(?:chính phủ|thủ tướng|tổng thống|quốc hội|thượng viện|hạ viện|ngoại trưởng|giới chức|chính quyền|nhà chức trách|cảnh sát|quân đội|"
    r"hải quân|không quân|lục quân|tòa án tối cao|ngân hàng trung ương|bộ (?:y tế|ngoại giao|quốc phòng|tư pháp|thương mại|tài chính|nội vụ|"
    r"giáo dục|nông nghiệp|lao động|giao thông|năng lượng|an ninh|công an|công thương)(?: và [^\W\d_]+ [^\W\d_]+)?)(?: (?:nước|liên bang|của))? $"
)
_BEGINS = re.compile(
    r"(?:^|[\n.!?;:]|, (?:còn|riêng|trong khi|song|nhưng)|(?<!\w)(?:còn|riêng|trong khi|trong khi đó,))[ \"]*(?:hiện |hiện nay,? |nước )?$"
)
_OF_OURS = re.compile(
    r"(?<!\w)(?:thị trường|xuất|nhập|kim ngạch|thương mại|đầu tư|vốn|fdi|oda|dự án|khách|hợp tác|tài trợ|viện trợ|vay|đối tác|đơn hàng|du học|lao động"
    r"|nước ta|trong nước|cả nước|toàn quốc|toàn tỉnh|nội địa|việt|sjc|hiệp định)(?!\w)"
)
_LOCAL = re.compile(
    r"(?<!\w)(?<!giờ )(?:ubnd|hđnd|nước ta|cả nước|toàn quốc|toàn tỉnh|tỉnh ta|trong nước|việt kiều|người việt|tỉnh ủy|huyện ủy|thành ủy|đồng chí|xã hội chủ nghĩa|vn|vn-?index|vietnam|sjc)(?!\w)"
)
_CLOCK = re.compile(r"(?<!\w)(?:giờ|h)(?: ở| tại)? $")
_WORLD_MONEY = frozenset(("USD", "EUR"))
_WORLD_MEASURES = frozenset(("ounce", "oz", "thùng"))
_STORM = re.compile(
    r"(?<!\w)(?:(?:tâm |cơn )?bão|áp thấp(?: nhiệt đới)?|siêu bão)(?!\w)[^.;\n]{0,120}(?<!\w)(?:cách|di chuyển|tốc độ|vận tốc|đi được|sức gió|gió|mỗi giờ)(?!\w)[^.;\n]{0,60}$"
    r"|(?<!\w)(?:sức gió mạnh nhất (?:ở )?vùng gần tâm|bán kính gió|sóng(?: biển| ngoài khơi[^.;\n]{0,30})? cao)(?!\w)[^.;\n]{0,60}$"
    r"|(?<!\w)(?:bão|áp thấp nhiệt đới)(?!\w)[^.;\n]{0,90}(?<!\w)cấp \d[\d-]* ?\($"
)
_OF_STORM = re.compile(r"(?<!\w)(?:bão|áp thấp(?: nhiệt đới)?)(?!\w)")
_MOVES = re.compile(r"(?<!\w)(?:cách|mỗi giờ(?: đi được)?|vùng gần tâm(?: bão)?|bán kính gió)(?!\w)[^.;\n]{0,80}$")
"""Words before how far off a storm is, how fast it moves and how strong its wind is."""
_REACH = 220
_WORLD = re.compile(
    r"(?<!\w)(?:giá (?:[^\W\d_]+ ){1,3}(?:thế giới|châu á|châu âu)|(?:toàn|khắp|cả) thế giới|toàn cầu|thị trường (?:[^\W\d_]+ ){0,2}thế giới|trên thế giới (?:hiện|ghi nhận|đã)|(?:(?<=\n)|(?<=\. ))trên thế giới(?=,)|(?<!trên )(?<!nhất )(?<!vô địch )(?<!kỷ lục )thế giới (?:hiện |đã |đang )?có)(?!\w)"
)
_WORLDWIDE = re.compile(r"[^.,;:()\n\d]{0,40}(?<!thứ )(?:trên|của) (?:toàn thế giới|khắp thế giới|toàn cầu)(?!\w)")
_HERE = re.compile(r"(?<!\w)(?:trong nước|nước ta|cả nước|sjc)(?!\w)")
_GAP = re.compile(r"[^.,;:()\n]{0,40}")
_ENOUGH = 2
_SHARE = 3
"""Foreign names there must be for each word of ours ("Việt Nam", "cả nước") in an article that speaks of abroad."""
_EARLY = 500
"""Characters within which such an article names a place abroad."""
_STATE_ORGAN = re.compile(
    r"(?<!\w)(?:bộ (?:y tế|giáo dục|công thương|tài chính|lao động|nông nghiệp|xây dựng|giao thông|kế hoạch|nội vụ|tư pháp|công an|tài nguyên|văn hóa"
    r"|khoa học|thông tin|ngoại giao|quốc phòng|gd ?[-&] ?đt|gtvt|nn ?[-&] ?ptnt|nn và ptnt|lđ ?-? ?tb ?[-&] ?xh|tn ?[-&] ?mt|kh ?[-&] ?đt|kh ?[-&] ?cn|tt ?[-&] ?tt|vh-?tt ?[-&] ?dl|vhttdl)"
    r"|thủ tướng|chính phủ|quốc hội|tổng cục"
    r"|(?:bảo hiểm xã hội|ngân hàng nhà nước|tổng liên đoàn|liên đoàn|mặt trận tổ quốc|hội nông dân|hội liên hiệp phụ nữ|hiệp hội)(?: [^\W\d_]+){0,4} việt nam)(?!\w)"
)
_ORGAN_TAIL = re.compile(
    r"(?:[ -](?:và|của|nước|liên bang|hoàng gia|lâm thời|đào tạo|thương binh|xã hội|phúc lợi|phát triển|nông thôn|môi trường|vận tải|đầu tư|công nghệ|"
    r"truyền thông|thể thao|du lịch|công nghiệp|thương mại|năng lượng|an sinh|thực phẩm|lâm nghiệp|thủy sản|hạ tầng|thống kê|hải quan))* "
)


@dataclass(frozen=True, slots=True)
class Outside:
    """What one text says of places abroad.

    Attributes:
        mentions: the names of places abroad, in order.
        organs: where organs of our state are named, in order; those of other states ("Bộ Y tế Thái Lan") left out.
        whole: whether the article speaks of abroad and names hardly a place of ours.
    """

    mentions: list[Foreign]
    organs: list[int]
    whole: bool


def outside(view: View, places: Sequence[dict[str, Any]], lead_end: int) -> Outside:
    """Look for places abroad in a text.

    Args:
        view: the text.
        places: rows of `places` with offsets into the view's text.
        lead_end: where title and lead end.
    """
    taken = [(place["start"], place["end"]) for place in places]
    mentions = [one for one in abroad().find(view) if not any(a < one.end and one.start < b for a, b in taken)] if view.text else []
    starts = {one.start for one in mentions}
    organs = []
    for match in _STATE_ORGAN.finditer(view.folded):
        tail = _ORGAN_TAIL.match(view.folded, match.end())
        if tail is None or tail.end() not in starts:
            organs.append(match.start())
    ours = [place for place in places if place["named"] and not on_the_clock(view, place)]
    wide = [place for place in ours if place["level"] in ("country", "region")]
    whole = (
        len(mentions) >= max(_ENOUGH, _SHARE * (len(wide) + len(_LOCAL.findall(view.folded))))
        and mentions[0].start < max(lead_end, _EARLY)
        and all(place["level"] in ("country", "region") for place in ours)
    )
    return Outside(mentions, organs, whole)


def on_the_clock(view: View, place: dict[str, Any]) -> bool:
    """Say whether a place only tells whose time is meant: "9 giờ (giờ Việt Nam)"."""
    return _CLOCK.search(view.folded[max(0, place["start"] - 16) : place["start"]]) is not None


def figures_abroad(view: View, figures: Sequence[Figure], places: Sequence[dict[str, Any]], found: Outside) -> set[int]:
    """Give the indices of the figures that speak of places abroad.

    Args:
        view: the text.
        figures: its figures.
        places: rows of `places` with offsets into the view's text.
        found: what `outside` found.
    """
    away: set[int] = set()
    direct: set[int] = set()
    names = [one.start for one in found.mentions]
    ours = sorted(place["start"] for place in places)
    for index, figure in enumerate(figures):
        low, high = figure.bounds
        if _is_of_storm(view, figure):
            away.add(index)
            continue
        if bisect_left(ours, low) < bisect_left(ours, high):
            continue  # a place of ours in the sentence goes first
        near = found.mentions[bisect_left(names, low) : bisect_left(names, high)]
        if (near and _about(view, figure, near, found.whole)) or _of_the_world(view, figure):
            direct.add(index)
            away.add(index)
        elif not near and (found.whole or (index - 1 in direct and _goes_on(view, figures[index - 1], figure))):
            away.add(index)
    return away


def _is_of_storm(view: View, figure: Figure) -> bool:
    """Say whether a figure tells how far off, how fast or how strong a storm is, whatever coast it is told of."""
    low = max(figure.bounds[0], figure.left - _REACH)
    if figure.group not in ("length", "speed") or _MOVES.search(view.folded, low, figure.left) is None:
        return False
    return _OF_STORM.search(view.folded, figure.bounds[0], figure.left) is not None


def _goes_on(view: View, previous: Figure, figure: Figure) -> bool:
    """Say whether a figure's sentence is that of the one before, or carries it on in the same paragraph."""
    if figure.sentence > previous.sentence + 1 or "\n" in view.folded[previous.end : figure.start]:
        return False
    return _OF_OURS.search(view.folded, *figure.bounds) is None


def _of_the_world(view: View, figure: Figure) -> bool:
    """Say whether a figure's clause speaks of the whole world: "giá vàng thế giới đứng ở …"."""
    start = clause_start(view.folded, figure.left, figure.bounds[0])
    if figure.unit in _WORLD_MONEY and figure.per in _WORLD_MEASURES:
        return True  # what gold or oil costs on the exchanges
    if (
        figure.group in ("length", "speed")
        and _STORM.search(view.folded, max(figure.bounds[0], figure.left - _REACH), figure.left) is not None
    ):
        return True  # how far and how fast a storm is at sea
    if _WORLDWIDE.match(view.folded, figure.end) is not None and figure.kind != "rank":
        return True
    match = _WORLD.search(view.folded, start, figure.left)
    return match is not None and _HERE.search(view.folded, start, figure.left) is None


def _about(view: View, figure: Figure, near: Sequence[Foreign], whole: bool) -> bool:
    """Say whether the names in a figure's sentence tell that it happens abroad."""
    low, high = figure.bounds
    folded = view.folded
    trade = _OF_OURS.search(folded, low, high) is not None
    start = clause_start(folded, figure.left, low)
    for one in reversed(near):
        before = folded[max(low, one.start - 48) : one.start]
        if one.start >= figure.number_end:
            attached = folded[figure.end : one.start]
            if _GAP.fullmatch(attached) and _WHERE.search(before) and not trade:
                return True
            continue
        if one.start < start and _WHERE.search(before) is None:
            continue
        if _WHERE.search(before) or _WHO.search(before):
            return not trade or whole
        if _BEGINS.search(before) or one.start == low:
            return not trade or whole
    return whole

"""Place by scope: which place a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from itertools import islice
from typing import Any

from ..figures import Figure, clause_start, paragraph_breaks
from ..places.units import LEVELS, Gazetteer
from ..text.lines import line_end
from ..text.sentences import sentence_bounds
from ..text.view import View
from .chains import DecideRow
from .choices import Decide
from .country import across_provinces, of_the_country
from .foreign import Outside, figures_abroad, on_the_clock
from .place_asides import names_country, of_listed_parts, scoping
from .place_attached import (
    IN_ONE_LIST,
    attached_place,
    everywhere,
    framing_place,
    in_turn,
    is_part_of_all,
    leads_straight,
    spread,
    with_next,
)
from .place_behind import place_behind
from .place_candidates import PlaceScene, is_measured_from, is_narrow, place_candidates, place_key
from .place_chain import Open, PlaceChain, may_take, settled
from .place_courts import court_of, court_places
from .place_event import of_the_event
from .place_examples import named_districts, named_in_sentence
from .place_items import of_listed_items, of_one_clause, of_one_item, of_one_row
from .place_levels import (
    above_what_is_counted,
    around_several,
    lies_in,
    listed,
    province_around,
    several_units,
    smallest,
)
from .place_rows import country_place
from .residences import is_residence, of_household

_BY_STATE = re.compile(
    r"(?<!\w)theo (?:quy định|định mức|tiêu chuẩn|quyết định|kế hoạch|báo cáo|thống kê|số liệu)(?: chung)?(?: của)? (?:bộ |chính phủ|thủ tướng|tổng cục|quốc hội|luật|nhà nước|trung ương)"
)
_PAIRED = re.compile(r" ?(?:/|,|\(|với|, với|và) ?")
"""What stands between two figures that one place has."""
_BEHIND = 40
"""Characters behind a figure in which a place may be its own."""
_SEIZED = re.compile(
    r"(?<!\w)(?:thu giữ|tịch thu|tang vật|tại hiện trường|khám nghiệm|khám xét|bắt quả tang|tại đây,? (?:lực lượng|cơ quan|công an|tổ công tác|cảnh sát)|tử vong tại chỗ|dập (?:lửa|tắt))(?!\w)"
)
"""What is found where something happened."""
_STATEMENT = 300
"""Characters before a figure in which its statement says so."""
_BUSINESS = re.compile(
    r"(?<!\w)(?:doanh thu|lợi nhuận|lãi (?:ròng|trước thuế|sau thuế|gộp)|lỗ (?:ròng|lũy kế|sau thuế)|vốn điều lệ|vốn chủ sở hữu|tổng tài sản|cổ phiếu|cổ phần|cổ tức|giá trần|giá sàn|phiên giao dịch|khớp lệnh)(?!\w)"
)
"""What is told of a firm as a whole."""
_SHARES = re.compile(r"(?<!\w)(?:cổ phiếu|(?<!công ty )cổ phần(?! hóa)|cổ tức|giá trần|giá sàn|phiên giao dịch|khớp lệnh|/ ?cp)(?!\w)")
"""What is told of a firm's shares, which are of no unit where the text names none."""
_FIRM_REACH = 90
_NEAR = 60
"""Figures that are looked back on at most, so that work grows with the text and not with its square."""
_BESIDE = 4
"""Places named last that are read together: "xã A, huyện B"."""
_STALE = 2
"""Lines after which a province that was named in passing is no longer what the text speaks of."""


def link_places(
    view: View,
    figures: list[Figure],
    places: list[dict[str, Any]],
    home: dict[str, Any] | None,
    units: Gazetteer,
    found: Outside,
    decide: Decide | None = None,
    together: DecideRow | None = None,
) -> None:
    """Give every figure the smallest administrative unit it speaks of, in place.

    In order: a place in the figure's own clause (the last one before it, else the first one behind it), one in its
    sentence, what the paragraph ended on, and the article's own province.

    Args:
        view: the text.
        figures: its figures.
        places: rows of `places` with offsets into the view's text, and those that unnamed units point to.
        home: the article's own place, used where nothing else tells.
        units: the gazetteer.
        found: what the text says of places abroad; a figure that speaks of one has no place.
        decide: the linking classifier; without one the rules decide.
        together: that which then chooses for all figures at once.
    """
    breaks = paragraph_breaks(view.text)
    ends = (line_end(view.folded, 1), line_end(view.folded, 2))
    places = [place for place in places if not on_the_clock(view, place)]
    away = figures_abroad(view, figures, places, found)
    places = scoping(view.text, view.folded, places, units)
    residences = {place["start"] for place in places if is_residence(view.folded, place)}
    parts = of_one_row(figures, places)
    for limits in (of_one_clause, of_listed_items, of_one_item, of_listed_parts):
        parts |= limits(view.folded, figures, places)
    lasting = [place for place in places if place["start"] not in residences]
    courts = court_places(view.folded, places)
    bounds = sentence_bounds(view.text)
    scene = PlaceScene.of(view.folded, lasting, bounds, breaks, ends, home, units, found.organs, parts)
    at_home = PlaceScene.of(view.folded, places, bounds, breaks, ends, home, units, found.organs, parts) if residences else scene
    country = country_place()
    said: str | None = None
    fast: set[int] = set()  # figures whose place grammar gives
    chain = PlaceChain(figures, places)
    turns = in_turn(view.folded, figures, places)
    several = len(set(scene.keys)) > 1  # with one place named there is nothing to choose
    districts = {False: named_districts(scene.places), True: named_districts(at_home.places)}
    for index, figure in enumerate(figures):
        if index in away:
            said = None
            continue
        if index in turns:
            figure.place, said = turns[index], None
            fast.add(index)
            continue
        if (court := court_of(view.folded, figure, courts)) is not None:
            figure.place, said = court, None
            continue
        low, high = figure.bounds
        household = bool(residences) and of_household(view.folded, figure)
        named = at_home if household else scene
        inside = [named.places[i] for i in named.between(low, high) if named.reaches(named.places[i], figure)]
        left = [place for place in inside if place["end"] <= figure.start and not is_measured_from(view.folded, figure, place)]
        right = [place for place in inside if place["start"] >= figure.number_end and place.get("quote")]
        before = figures[index - 1] if index else None
        if of_the_country(view.folded, figure, left, before) or across_provinces(view.folded, figures, index, inside):
            figure.place, said = country, None
            continue
        again = _told_again(view.folded, figures, index) if not left else None
        if again is not None and again.place is not None:
            figure.place, said = again.place, None
            continue
        limit = figures[index + 1].left if index + 1 < len(figures) and figures[index + 1].sentence == figure.sentence else high
        tied = _by_grammar(view.folded, figures, index, left, right, limit, index - 1 in fast, units)
        if tied is not None or spread(view.folded, figure, left, right, clause_start(view.folded, figure.left, low)):
            figure.place, said = tied, None
            fast.add(index)
            continue
        chosen = _part_place(view.folded, figures, index, left, right, units) or _own_place(
            view.folded, figures, index, left, right, home, units
        )
        if chosen is None and figure.share is not None and figure.share < index:
            chosen = figures[figure.share].place
        if chosen is None and not inside and home is not None and _SUMS_UP.match(view.folded, low) is not None:
            figure.place, said = home, None
            continue
        if chosen is None and not inside and (noun := several_units(view.folded, low)) is not None:
            figure.place, said = around_several(noun, home, units), None
            continue
        if chosen is None:
            chosen = _carried(view.folded, figures, index, named, breaks, units, home) or home
            if chosen is not None and home is not None and _tells(_BUSINESS, view.folded, figure):
                shares = chosen["level"] == "country" and _tells(_SHARES, view.folded, figure)
                figure.place = None if shares else province_around(chosen, units)  # results are of no commune, shares of no country
                said = None
                continue
        at = _at_scene(view.folded, figure, scene, chosen)
        if at is not None:
            figure.place, said = at, None
            continue
        key = place_key(chosen)
        if decide is not None and key == said and figures[index - 1].sentence == figure.sentence and not _between(places, figures, index):
            figure.place = figures[index - 1].place  # nothing new was said since the figure before
            chain.like_before(index)
            continue
        said = key
        settle = partial(settled, view.folded, figure, bool(inside), districts[household], named, home, units)
        if decide is not None and several:
            candidates, features = place_candidates(at_home if household else scene, figures, index, chosen, country)
            best, probability = decide(index, candidates, features)
            # title and lead tell of what happened there, whatever else the province is spoken of for
            scened = place_key(scene.places[scene.event]) if scene.event is not None and figure.start < scene.lead_end else None
            allowed = partial(may_take, chosen, candidates, home, scened)
            chain.add(index, Open(chosen, candidates, features, allowed, settle))
            if allowed(best, probability):
                chosen = candidates[best]
            figure.doubts["place"] = probability
        figure.place = settle(chosen)
    if together is not None:
        chain.choose(together)
    above_what_is_counted(figures, scene, units)
    of_the_event(view.folded, figures, scene)
    for figure in figures:
        if home is not None and figure.place is not None and figure.place is not home and place_key(figure.place) == place_key(home):
            figure.place = named_in_sentence(scene, figure) or home  # "Huyện ủy Yên Hưng (nay là Thị ủy Quảng Yên)"


_OF_THESE = re.compile(r"(?<!\w)trong (?:tổng )?số(?: (?:hơn|gần|khoảng))? ?$")


def _told_again(folded: str, figures: list[Figure], index: int) -> Figure | None:
    """Give the figure of the sentences before that one takes up to tell more of: "xảy ra 19 vụ. Trong số | 19 vụ, có 9 vụ …"."""
    figure = figures[index]
    if _OF_THESE.search(folded, max(figure.bounds[0], figure.left - _BEHIND), figure.left) is None:
        return None
    for other in reversed(figures[max(0, index - _NEAR) : index]):
        if figure.sentence - other.sentence > 2:
            return None
        if other.sentence < figure.sentence and (other.value, other.kind, other.unit) == (figure.value, figure.kind, figure.unit):
            return other
    return None


def _by_grammar(
    folded: str,
    figures: list[Figure],
    index: int,
    left: list[dict[str, Any]],
    right: list[dict[str, Any]],
    limit: int,
    after_tied: bool,
    units: Gazetteer,
) -> dict[str, Any] | None:
    """Give the place that the words around a figure tie to it, whatever the classifier would say; None when they tie none.

    `limit` is where the next figure of the sentence begins, or the sentence's end; `after_tied` says whether the figure before
    has its place by grammar, too.
    """
    figure = figures[index]
    if is_part_of_all(folded, figure, left):
        return smallest(folded, left, figures, units)
    counted = figure.kind != "rank"  # the place behind "thứ 6" is what it is ranked in
    if left and not counted and _IS_RANKED.fullmatch(folded, left[-1]["end"], figure.left) is not None:
        return left[-1]
    if counted:
        tied = attached_place(folded, figure, left, right, limit)
        if tied is not None:
            return tied
        if left and leads_straight(folded, figure, left[-1]):
            together = len(left) > 1 and IN_ONE_LIST.fullmatch(folded, left[-2]["end"], left[-1]["start"]) is not None
            return (listed(folded, left, units) if together else None) or smallest(folded, left, figures, units)
    if counted and (tied := with_next(folded, figures, index, right)) is not None:
        return tied
    if after_tied and figures[index - 1].place is not None and _PAIRED.fullmatch(folded, figures[index - 1].end, figure.left):
        return figures[index - 1].place  # "Quỳ Châu 4.325 hộ / 19.417 nhân khẩu"
    around = _AROUND.search(folded, figure.bounds[0], figure.left)
    if left and around is not None and left[-1].get("quote") and left[-1]["end"] <= around.start():
        return left[-1]  # "Theo ban an toàn giao thông quận A, trên địa bàn đã xảy ra 19 vụ"
    framed = framing_place(folded, figure, left) if not right else None
    if framed is not None:
        return framed
    return country_place() if counted and everywhere(folded, figure, limit) else None


_IS_RANKED = re.compile(r",? (?:[^\W\d_]+ ){0,3}?(?:xếp|đứng|vươn lên|giữ|tụt xuống|lọt)(?: [^\W\d_]+){0,3} ?")
"""Between a unit and its rank: "Đồng Nai | xếp thứ | 3"."""
_SUMS_UP = re.compile(
    r"\W*(?:tính )?(?:đến nay|đến thời điểm (?:này|hiện tại)|tới nay),? (?:đã có |có )?(?:tổng (?:số|cộng|diện tích)|toàn)(?!\w)"
)
"""What opens a sentence that sums up all that the article is about, and not the place told of before: "Đến nay tổng số heo mắc bệnh"."""
_AROUND = re.compile(r"(?<!\w)(?:trên|ở|tại) địa bàn (?=(?:đã|đang|hiện|có|xảy|còn|sẽ|ghi nhận|phát hiện|là)(?!\w))")
"""Words for the unit just named, without its noun."""


def _tells(words: re.Pattern[str], folded: str, figure: Figure) -> bool:
    """Say whether words stand right before or behind a figure in its sentence."""
    low, high = figure.bounds
    return words.search(folded, max(low, figure.left - _FIRM_REACH), min(high, figure.end + _BEHIND)) is not None


def _at_scene(folded: str, figure: Figure, scene: PlaceScene, chosen: dict[str, Any] | None) -> dict[str, Any] | None:
    """Give where it happened for what was found or seized there, when the rules only know the unit around: "Tại đây, công an thu giữ …"."""
    if (
        scene.event is None
        or chosen is None
        or _SEIZED.search(folded, max(figure.bounds[0], figure.left - _STATEMENT), figure.left) is None
    ):
        return None
    place = scene.places[scene.event]
    if place["end"] > figure.start or place_key(chosen) not in scene.line(scene.keys[scene.event], place):
        return None
    return place


def _between(places: list[dict[str, Any]], figures: list[Figure], index: int) -> bool:
    """Say whether a place is named between a figure and the one before it, or right behind it."""
    low, high = figures[index - 1].end, figures[index].end + _BEHIND
    return any(low <= place["start"] < high for place in places)


def _part_place(
    folded: str, figures: list[Figure], index: int, left: list[dict[str, Any]], right: list[dict[str, Any]], units: Gazetteer
) -> dict[str, Any] | None:
    """Give the place of a part: its own, when one stands between it and its whole, else that of its whole."""
    figure = figures[index]
    if figure.total is None or figure.total >= index or figures[figure.total].sentence != figure.sentence:
        return None
    own = [place for place in left if place["start"] >= figures[figure.total].end]
    if own:
        return smallest(folded, own, figures, units)
    behind = place_behind(folded, right, figure, figures, index, units)
    if behind is not None and LEVELS.index(behind["level"]) > 2:
        return behind
    return figures[figure.total].place


def _own_place(
    folded: str,
    figures: list[Figure],
    index: int,
    left: list[dict[str, Any]],
    right: list[dict[str, Any]],
    home: dict[str, Any] | None,
    units: Gazetteer,
) -> dict[str, Any] | None:
    """Give the place in the figure's own clause or sentence."""
    figure = figures[index]
    low, high = figure.bounds
    subject = _told_of(folded, left, units)
    if subject is not None:
        return subject
    start = clause_start(folded, figure.left, low)
    near = [place for place in left if place["start"] >= start]
    behind = place_behind(folded, right, figure, figures, index, units)
    if near:
        apart = len(near) > 1 and any(near[-2]["end"] <= one.start < near[-1]["start"] for one in figures[max(0, index - _BESIDE) : index])
        chosen = (None if apart else listed(folded, near, units)) or smallest(folded, near, figures, units)
        return behind if behind is not None and lies_in(behind, chosen, units) and _attached(folded, figure, behind) else chosen
    if names_country(folded, start, figure.left, home) or (not left and behind is None and _BY_STATE.search(folded, low, figure.left)):
        return country_place()
    if behind is not None:
        return behind
    if left:
        return smallest(folded, left, figures, units)
    return country_place() if names_country(folded, low, high, home) else None


_IS = re.compile(r" (?:hiện )?(?:là|có|nằm|thuộc)(?!\w)")
_OF = re.compile(r"(?<!\w)(?:của|thuộc|trong|với)(?: (?:cả|toàn))? (?:(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã) ?)?$")


def _told_of(folded: str, left: list[dict[str, Any]], units: Gazetteer) -> dict[str, Any] | None:
    """Give the unit that a sentence says something of, where the last place before a figure only tells what it lies in: "Thị xã A là đô thị
    lớn của tỉnh B, có diện tích 17 km2".
    """
    if len(left) < 2 or _OF.search(folded, max(0, left[-1]["start"] - 24), left[-1]["start"]) is None:
        return None
    for place in reversed(left[:-1]):
        if place.get("quote") and lies_in(place, left[-1], units):
            return place if _IS.match(folded, place["end"]) is not None else None
    return None


def _carried(
    folded: str,
    figures: list[Figure],
    index: int,
    scene: PlaceScene,
    breaks: list[int],
    units: Gazetteer,
    home: dict[str, Any] | None,
) -> dict[str, Any] | None:
    """Give the place the text speaks of before the figure's sentence: the last one named, if it was just now or is smaller than a province.

    In an article about the whole country a district is an example, and not what the text goes on to speak of.
    """
    figure = figures[index]
    floor = breaks[bisect_right(breaks, figure.start) - 1] if breaks and breaks[0] <= figure.start else 0
    named = [place for place in scene.places if place["start"] < figure.bounds[0]]
    before = [place for place in named if scene.reaches(place, figure)]
    if before and before[-1]["start"] >= floor and folded.count("\n", before[-1]["end"], figure.bounds[0]) <= _STALE:
        return listed(folded, named, units) or smallest(folded, before[-_BESIDE:], figures, units)
    if home is None or home["level"] != "country":
        wide = list(islice((place for place in reversed(before) if not is_narrow(folded, figures, index, place)), _BESIDE))[::-1]
        if wide and wide[-1]["level"] in ("district", "commune") and wide[-1].get("quote"):
            return smallest(folded, wide, figures, units)
    earlier = [
        one
        for one in figures[max(0, index - _NEAR) : index]
        if one.start >= floor and one.place is not None and figure.sentence - one.sentence <= 2 and scene.reaches(one.place, figure)
    ]
    return earlier[-1].place if earlier else None


def _attached(folded: str, figure: Figure, place: dict[str, Any]) -> bool:
    """Say whether a place stands right behind a figure's noun: "12 hộ ở xã A"."""
    return re.fullmatch(r"[^.,;:()\n]{0,30}", folded[figure.end : place["start"]]) is not None

"""Places that are named without being what the figures around them speak of.

"xã A, huyện B" names B only to say which A; "từ xã A đến xã B dài 12 km" and "tuyến A – B" speak of a way between two places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import regex

from ..figures import Figure
from ..places.units import Gazetteer, base_id
from .place_rows import enclosing, place_of

Place = dict[str, Any]

_TAIL = re.compile(r" ?(?:,|\(|-|–|/|thuộc|của)? ?(?:(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã) ?)?")
_WAY = re.compile(
    r"(?<!\w)(?:bot|tuyến|đoạn|đường|quốc lộ|ql|cao tốc|tỉnh lộ|xe khách|xe buýt|tàu|hành trình|chặng|kênh|đường sắt|đường bộ)(?: [\w.]+){0,3} $"
)
_STOPS = r"[\w.]+(?: [\w.]+){0,4}"
_MORE_WAYS = re.compile(
    rf"(?<!\w)(?:tuyến|cao tốc|đường|quốc lộ|chặng) {_STOPS} ?[-–—] ?{_STOPS}(?:(?:,? và|,| [-–—]) ?{_STOPS} ?[-–—] ?{_STOPS}){{0,2}} ?(?:,|và|[-–—]) $"
)
"""Before the second and third of a row of ways: "tuyến cao tốc Nội Bài - Lào Cai, Đà Nẵng - Quảng Ngãi và …"."""
_WAYS = 90
_TRAVEL = re.compile(r"(?<!\w)(?:tàu|vé|chuyến bay|đường bay|xe khách)(?!\w)[^.;\n]*$")
_TRAVEL_REACH = 80
"""Characters before two provinces in which a word of travel makes them the ends of a journey."""
_MOVES = re.compile(
    r" (?:ra|vào|lên|xuống|đến|tới|về|sang)(?: (?:để|nhằm|hỗ trợ|ứng cứu|tham gia|phục vụ|hiện trường|nơi|địa điểm|khu vực|đây|kho|cảng|bệnh viện)(?!\w)|[,.;])"
)
_OUT_OF = re.compile(
    r"(?<!\w)(?:đang|được|điều|điều động|đi|chuyển|chở|huy động|xuất phát|bay|chạy) từ (?:(?:tp\.?|tỉnh|thành phố|huyện) ?)?$"
)
"""Before a place that somebody or something only comes from."""
_MEASURED = re.compile(r"(?<!\w)cách(?: [^\W\d_]+){0,3} $")
_SO_FAR = re.compile(
    r"(?:,? ?(?:huyện|tỉnh|thành phố|tp\.?|thị xã|quận)? ?[^\W\d_]+(?: [^\W\d_]+){0,3}){0,2}(?: (?:khoảng|chừng|hơn|gần))? \d[\d.,]* ?(?:km|m|hải lý)(?!\w)"
)
"""Around a place that something only lies so far from: "cách trung tâm xã A, huyện B, 10 km"."""
_DASH = re.compile(r" ?[-–—] ?")
_FROM = re.compile(r"(?<!\w)(?:từ|giữa|nối|hướng)(?: [^\W\d_]+){0,4} ?\(?$")
_TO = re.compile(r"[^.,;\n]{0,24}(?<!\w)(?:đến|tới|đi|về|với|và|lên|xuống|ra|vào|sang)(?: [^\W\d_]+){0,3} ?\(?")
_PASSING = re.compile(
    r"(?<!\w)(?:so với(?: các| (?:mức|giá|số|tỷ lệ|tỉ lệ|bình quân|trung bình)(?: [^\W\d_]+){0,4} (?:của|ở|tại))?|nối(?: liền)?(?: với)?|giáp(?: với)?|giáp ranh(?: với)?|hướng(?: đi| về)?) $"
)
"""Words before a place at which a way only ends, which something only borders, or is only compared with."""
_THROUGH = re.compile(
    r"(?<!\w)(?:đi|chạy|xuyên|kéo dài) qua (?:(?:lần lượt|các|địa bàn|địa phận|hai|ba|\d) )+(?:(?:quận|huyện|tỉnh|xã|phường|thành phố) ?)?$"
)
_JOINED = re.compile(r" ?(?:\([^()\n]{1,24}\))? ?(?:,|và|, và|;) ?(?:(?:quận|huyện|tỉnh|xã|phường|thành phố) ?)?")
"""Between places of one row."""
_SPEAKS = re.compile(
    r"(?: (?:bộ|việt nam))?,? (?:(?:hiện|đã|đang|sẽ|cũng|còn|chỉ|vẫn|mới) ){0,2}(?:có|là|đạt|ghi nhận|xảy ra|chiếm|còn|với|mưa|thu|sản xuất|xuất khẩu|\d|trồng|nuôi|tăng|giảm)"
)
"""What follows a region that a figure speaks of; otherwise it only says where about something is: "vựa muối nổi tiếng ở miền Trung, …"."""
_TYPED = re.compile(r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)", re.IGNORECASE)
_NAME = r"\p{Lu}[^\W\d_]*(?: [\p{Lu}0-9][^\W_]*)*"
_END_BEFORE = regex.compile(rf"(?<![^\W\d_]) ?({_NAME}) ?[-–—] ?$")
"""A name and a dash before a place: the other end of a way ("metro Bến Thành - Suối Tiên", "BRT Kim Mã - Yên Nghĩa")."""
_END_BEHIND = regex.compile(rf" ?[-–—] ?{_NAME}(?= ?[),.;:\n]| \p{{Ll}}|$)")
_END_REACH = 40
_STOPPING = re.compile(r"[-–—] ?(?:[^\W\d_]+ ){0,2}$")
_STOPS_ON = re.compile(r" ?[-–—] ?[^\W_]")
_DASHES = re.compile(r" [-–—] ")
_LINE = 200
_ITINERARY = 4
"""Dashes in a line from which it lists where a bus goes along."""
_RANKED = re.compile(r"(?<!\w)(?:nhất|nổi tiếng|đầu tiên|duy nhất|hàng đầu|bậc nhất|có tiếng)(?: (?:ở|của|tại|trong|cả|khu vực|vùng))* $")
"""Before a region or the country: what something is the greatest of: "vựa muối nổi tiếng ở miền Trung, có diện tích 110 ha"."""
_GREATEST = re.compile(r"(?<!\w)(?:nhất|thứ (?:hai|ba|nhì)|hàng đầu)(?: (?:của|trong))?(?: toàn)? $")
"""Before the unit in which something is the most: "huyện A có diện tích rừng lớn nhất | tỉnh"."""
_FIRM = re.compile(
    r"(?<!\w)(?:công ty|tổng công ty|tập đoàn|ngân hàng|đoàn luật sư|văn phòng luật sư|hội luật gia|sở giao dịch|sở gdck|sgdck|xí nghiệp|(?:theo|trên|với|của) (?:nhật )?báo(?! cáo)|tờ(?! trình| khai)|tạp chí|liên đoàn|câu lạc bộ|đại học|học viện|trường đh|cao đẳng|nhà xuất bản|bia|thị trường(?= chứng khoán))"
    r"(?: (?!(?:ở|tại|của|trên|từ|đến|là|có|cho|với|đã|được|trong|đang|sẽ|để|do|bị|tới|và|ubnd|hđnd|huyện|quận|xã|tỉnh|công an)(?!\w))[\w&.-]+){0,8} (?:và )?(?:(?:tỉnh|thành phố|tp\.?) ?)?$"
)
"""Before a place: the name of a firm or a school, which tells little of where its figures are."""
_SCHOOL = re.compile(
    r"(?<!\w)(?:đh|cđ|đại học|cao đẳng|học viện)(?: (?!(?:ở|tại|của|trên|từ|đến|là|có|cho|với|đã|được|và|ubnd|tỉnh|công an)(?!\w))[^\W\d_]+){0,5} (?:(?:tỉnh|thành phố|tp\.?) ?)?$"
)
"""Before a unit: the name of a school, which takes its students from the province at least."""
_FIRM_REACH = 90
_NATIONALS = re.compile(
    r"(?<!\w)(?:khách|du khách|công dân|ngư dân|thuyền viên|phụ nữ|cô gái|hộ chiếu|quốc tịch|đồng|tiền|gốc|tàu cá|phi công|cô dâu|đại sứ quán|đội tuyển|tuyển|u\d\d|hàng không|hàng hải|giờ|mẹ|hàng|tiếng|áo dài|bóng đá|ẩm thực|nghệ sĩ|ca sĩ|cầu thủ|sinh viên|kiều bào|lưu học sinh|tiêu chuẩn|quy chuẩn|chuẩn) $"
)
"""Before the country: whose people, money, time or standards are meant."""
_OPENS = re.compile(
    r"(?:^|\n|[.!?;] ?)(?:(?:riêng|tính riêng|còn) )?(?:(?:tại|ở|trên địa bàn|khu vực|toàn|cả|vùng) ){0,3}$|(?<!\w)(?:toàn|cả|khắp|riêng)(?: vùng| khu vực| tại| ở)* $"
)
"""Before a region that a sentence or clause opens with, or that is meant as a whole."""
_COME_FROM = regex.compile(
    rf"(?<!\w)(?:đến từ|quê ở|quê từ) (?:\p{{Ll}}+ ){{0,4}}(?:(?:TP\.? ?)?{_NAME}(?: ?[-–] ?{_NAME})?(?:,| và|, và) )*(?:(?:tỉnh|huyện|TP\.?|thành phố) ?)?$"
)
"""Before where people come from: "nhiều người đến từ Quảng Bình, Thừa Thiên - Huế"."""
_END_OF_LINE = re.compile(
    r"(?<!\w)(?:điểm đầu|điểm cuối|điểm xuất phát|bắt đầu|kết thúc|xuất phát|khởi hành)(?: [^\W\d_]+){0,2} (?:tại|ở|từ|là)(?: (?:ga|bến xe|nút giao|cầu|cảng|trạm))? ?$"
)
"""Before where a line begins or ends."""
_HIGH_COURT = re.compile(
    r"(?<!\w)(?:tand|vksnd|tòa án nhân dân|viện kiểm sát nhân dân|tòa án|viện kiểm sát|tòa phúc thẩm)(?: nhân dân)?(?: tối cao| cấp cao)+ (?:ở|tại) (?:(?:tp\.?|thành phố) )?$"
)
"""Before a place: a court of several provinces that only sits there."""
_COUNTRY = re.compile(r"(?<!\w)(?:cả nước|toàn quốc|trên cả nước|nước ta|việt nam|toàn ngành|toàn hệ thống)(?!\w)")
_OF_ITS_OWN = frozenset(("toàn ngành", "toàn hệ thống"))
"""Words for all of a trade, which in an article about a province is the trade there."""
_CENTRAL = re.compile(
    r"(?<!\w)(?:chính phủ|thủ tướng|tổng cục|trung ương|quốc hội|(?:các )?bộ (?:đặt|yêu cầu|giao|quy định|chỉ đạo|tài chính|y tế|công an|nội vụ|công thương|giáo dục))(?!\w)"
)
"""Organs of the state, whose trade is that of all the country."""
_YARDSTICK = re.compile(
    r"(?<!\w)(?:so với|so|(?:cao|thấp|nhiều|ít|lớn|nhanh|chậm) hơn|trung tâm(?: [^\W\d_]+){1,5})(?: (?:mức|bình quân|trung bình|chung|của|trên|trong|mặt bằng))* $"
)
"""Before the country: what something is only compared with, or is the centre of: "so với cả nước gấp 1,3 lần"."""
_TO_COUNTRY = re.compile(r"(?<!\w)từ(?: (?:nước|biên giới))?(?: [^\W\d_]+){1,4} (?:về|sang|vào|đến|qua)(?: tới| đến)? $")
"""Before the country that something is brought into: "từ Lào về Việt Nam"."""
_BRACKET = re.compile(r"\([^()\n]{1,300}\)")
_TELLS_LEVEL = re.compile(r" (?:\(|là |ở mức |đạt |chỉ |có )")
_NATIVES = re.compile(r"(?<!\w)(?:là (?:người|dân)|gốc|quê|thương lái)(?: ở)? (?:(?:tỉnh|tp\.?|thành phố) )?$")


def scoping(text: str, folded: str, places: Sequence[Place], units: Gazetteer) -> list[Place]:
    """Give the places that figures may speak of: without those that only enclose the one before them, and with what holds both
    ends of a way in their stead.

    Args:
        text: the text.
        folded: the same, folded.
        places: rows of `places` in order.
        units: the gazetteer.
    """
    passed = -1  # where the last of a row of places ends that a line only passes
    kept: list[tuple[Place, int]] = []  # a place, and where the words that tell it end
    for place in places:
        if place["level"] == "region" and (
            _RANKED.search(folded, max(0, place["start"] - _END_REACH), place["start"])
            or not (_SPEAKS.match(folded, place["end"]) or _OPENS.search(folded, max(0, place["start"] - 24), place["start"]))
        ):
            continue
        if place.get("quote") and is_aside(text, folded, place):
            continue
        if _GREATEST.search(folded, max(0, place["start"] - 16), place["start"]):
            continue
        if place.get("quote") and _PASSING.search(folded, max(0, place["start"] - 60), place["start"]):
            continue
        if place.get("quote") and (
            _THROUGH.search(folded, max(0, place["start"] - 32), place["start"])
            or (passed >= 0 and _JOINED.fullmatch(folded, passed, place["start"]))
        ):
            passed = place["end"]
            continue  # "đi qua các quận 1, 2 và huyện Dĩ An"
        if kept and place.get("quote"):
            last, end = kept[-1]
            gap = folded[end : place["start"]]
            if (
                len(gap) <= 3
                and end <= place["start"]
                and _TAIL.fullmatch(gap)
                and str(place.get("unit_id") or "-").partition("@")[0] in enclosing(last, units)
            ):
                kept[-1] = (last, place["end"])
                continue
        kept.append((place, place["end"]))
    found: list[Place] = []
    index = 0
    while index < len(kept):
        place, end = kept[index]
        if index + 1 < len(kept):
            other, other_end = kept[index + 1]
            if _is_way(folded, place, end, other):
                outer = _both(place, other, units)
                if outer is not None:
                    found.append(outer | {"start": place["start"], "end": other_end, "quote": folded[place["start"] : other_end]})
                index += 2
                continue
        if _ends_way(text, folded, kept, index):
            index += 1
            continue
        found.append(place)
        index += 1
    return found


def names_country(folded: str, low: int, high: int, home: dict[str, Any] | None) -> bool:
    """Say whether a stretch of text speaks of the whole country: not where "Việt Nam" only tells whose people, or ends a firm's name.

    Args:
        folded: the folded text.
        low: where the stretch begins.
        high: where it ends.
        home: what the article is about.
    """
    local = home is not None and home["level"] not in ("country", "region")
    for match in _COUNTRY.finditer(folded, low, high):
        start = match.start()
        if local and match[0] in _OF_ITS_OWN and _CENTRAL.search(folded, low, start) is None:
            continue
        called = match[0] == "việt nam" and (
            _NATIONALS.search(folded, max(low, start - 24), start) or _FIRM.search(folded, max(low, start - _FIRM_REACH), start)
        )
        if not called and not is_yardstick(folded, start, match.end()):
            return True
    return False


def is_yardstick(folded: str, start: int, end: int) -> bool:
    """Say whether words for the whole country, a stretch of the text, only name what something is compared with."""
    low = max(0, start - _END_REACH)
    if _RANKED.search(folded, low, start) is not None:
        return True
    return _YARDSTICK.search(folded, low, start) is not None and _TELLS_LEVEL.match(folded, end) is None


def is_aside(text: str, folded: str, place: Place) -> bool:
    """Say whether a place is only part of what something is called or who somebody is: a firm, the country of a people."""
    start = place["start"]
    if place["level"] == "country":
        if is_yardstick(folded, start, place["end"]) or _TO_COUNTRY.search(folded, max(0, start - _END_REACH), start) is not None:
            return True
        return _NATIONALS.search(folded, max(0, start - 24), start) is not None
    if _NATIVES.search(folded, max(0, start - 32), start) is not None or _END_OF_LINE.search(folded, max(0, start - 48), start) is not None:
        return True
    if _COME_FROM.search(text, max(0, start - _FIRM_REACH), start) is not None:
        return True
    if _OUT_OF.search(folded, max(0, start - _END_REACH), start) is not None and _MOVES.match(folded, place["end"]) is not None:
        return True
    if _MEASURED.search(folded, max(0, start - _END_REACH), start) is not None and _SO_FAR.match(folded, place["end"]) is not None:
        return True
    if place["level"] != "province" and in_school_name(folded, place):
        return True
    low = max(0, start - _FIRM_REACH)
    branch = place["level"] == "province" and str(place.get("quote") or "").lower().startswith("tỉnh ")  # "Công ty Cấp nước tỉnh Kon Tum"
    firm = not branch and _FIRM.search(folded, low, start) is not None
    return firm or _HIGH_COURT.search(folded, low, start) is not None


def of_listed_parts(folded: str, figures: Sequence[Figure], places: Sequence[Place]) -> dict[int, tuple[int, int]]:
    """Find the places that brackets give for parts, which nothing outside them is told of: "8 người chết (2 người ở A, 5 người B) và 2 mất tích".

    Args:
        folded: the text, folded.
        figures: its figures in order.
        places: its places in order.

    Returns:
        The brackets by the start of each place that stands in one beside a figure before it, or with a second place and a second figure.
    """
    found: dict[int, tuple[int, int]] = {}
    starts = [figure.start for figure in figures]
    where = [place["start"] for place in places]
    for bracket in _BRACKET.finditer(folded):
        low, high = bracket.span()
        inside = [place for place in places[bisect_left(where, low) : bisect_left(where, high)] if place.get("quote")]
        told = starts[bisect_left(starts, low) : bisect_left(starts, high)]
        many = len(told) > 1 and len({place.get("unit_id") for place in inside}) > 1
        if inside and told and (many or told[0] < inside[0]["start"]):
            found.update((place["start"], (low, high)) for place in inside)
    return found


def in_school_name(folded: str, place: Place) -> bool:
    """Say whether a place ends the name of a university or college: "ĐH Luật TP. HCM"."""
    return _SCHOOL.search(folded, max(0, place["start"] - _FIRM_REACH), place["start"]) is not None


def _is_way(folded: str, place: Place, end: int, other: Place) -> bool:
    if not place.get("quote") or not other.get("quote") or {place["level"], other["level"]} & {"country", "region"}:
        return False
    before = folded[max(0, place["start"] - 40) : place["start"]]
    gap = folded[end : other["start"]]
    if _DASH.fullmatch(gap):
        if place["level"] == other["level"] != "province" and not is_typed(place) and not is_typed(other):
            return True
        if place["level"] == other["level"] == "province" and _TRAVEL.search(
            folded, max(0, place["start"] - _TRAVEL_REACH), place["start"]
        ):
            return True
        return _WAY.search(before) is not None or _MORE_WAYS.search(folded, max(0, place["start"] - _WAYS), place["start"]) is not None
    if place["level"] == other["level"] == "province":
        return False  # what lies between provinces is told of by `spread`
    return len(gap) < 60 and _FROM.search(before) is not None and _TO.fullmatch(gap.lstrip(") ")) is not None


def is_typed(place: Place) -> bool:
    """Say whether a mention tells its level: "huyện Mộc Châu"."""
    return _TYPED.match(place["quote"]) is not None


def _ends_way(text: str, folded: str, kept: Sequence[tuple[Place, int]], index: int) -> bool:
    """Say whether a place is one end of a way whose other end is no unit: "metro Thủ Thiêm - Bến Thành", "cao tốc Nội Bài - Lào Cai"."""
    place, end = kept[index]
    if not place.get("quote") or place["level"] in ("country", "region"):
        return False
    start = place["start"]
    if _STOPPING.search(folded, max(0, start - _END_REACH), start) is not None or _STOPS_ON.match(folded, end) is not None:
        line = folded[folded.rfind("\n", 0, start) + 1 : start][-_LINE:] + folded[end : end + _LINE].partition("\n")[0]
        if len(_DASHES.findall(line)) >= _ITINERARY and place["level"] != "province":
            return True
    if is_typed(place):
        return False
    before = _END_BEFORE.search(text, max(0, start - _END_REACH), start)
    if before is not None and index and kept[index - 1][1] > before.start(1):
        before = None  # that is a unit, too
    behind = _END_BEHIND.match(text, end, end + _END_REACH)
    if behind is not None and index + 1 < len(kept) and kept[index + 1][0]["start"] < behind.end():
        behind = None
    if before is None and behind is None:
        return False
    return place["level"] != "province" or (
        before is not None and _WAY.search(folded, max(0, before.start() - _END_REACH), before.start(1)) is not None
    )


def _both(place: Place, other: Place, units: Gazetteer) -> Place | None:
    """Give the smallest unit that encloses both places, none when only the country does."""
    first, second = units.units.get(place.get("unit_id") or ""), units.units.get(other.get("unit_id") or "")
    if first is None or second is None:
        return None
    line = {base_id(one) for one in units.chain(second)}
    outer = next((one for one in units.chain(first) if base_id(one) in line and one.level != "country"), None)
    return place_of(outer, units) if outer is not None else None

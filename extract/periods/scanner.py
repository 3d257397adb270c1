"""From a text to its dates and periods, each resolved to a closed interval where it can be."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..text.lines import line_end
from .calendar import UNKNOWN, Interval, after, before, months, school_years, years
from .clock import Clock, make_clock, school_year_alone
from .mention import Mention
from .nearest import is_ahead, lent_year, nearest
from .numerals import number_of, year_of
from .patterns import AFTER, BACKWARD, BEFORE, ENDED, FROM, JOIN, TO_NOW, UNTIL, YEAR_START, find_forms
from .relative import samespan
from .resolve import RESOLVE, falls
from .told_elsewhere import told_elsewhere

_YEAR = re.compile(r"\d{4}")


# Forms that name a moment or a stretch by themselves and so can take "đến", "trước", "từ" before them.
_BOUNDABLE = {
    "iso",
    "full",
    "words",
    "short",
    "month",
    "year",
    "bare",
    "quarter",
    "half",
    "part",
    "lately",
    "months",
    "school",
    "decade",
    "abbreviated",
    "weekday",
}
# Forms that the same span of another year ("cùng kỳ") can point back to.
_REPORT = {"part", "quarter", "month", "half"}
_SPANNING = {"part", "quarter", "month", "months", "month_range", "abbreviated", "range", "date_range", "days", "since", "half"}


def scan_periods(folded: str, published: date | None) -> tuple[list[Mention], Clock]:
    """Find the dates and periods of a folded text.

    Args:
        folded: the folded text.
        published: the article's publication date, against which relative periods are resolved.

    Returns:
        The mentions in order, and the article's own time as far as it is known.
    """
    forms = list(find_forms(folded))
    clock = make_clock(published, folded, forms)
    mentions: list[Mention] = []
    schools = {_years_of(match) for name, match in forms if name == "school"}
    running = school_year_alone(folded, published, forms, schools)
    skip = -1
    for index, (name, match) in enumerate(forms):
        if index <= skip:
            continue
        lent = lent_year(folded, match, forms[index + 1][1]) if name in _LENT and index + 1 < len(forms) else None
        interval = RESOLVE[name](match, Clock(clock.today, lent) if lent else clock)
        start, end = match.start(), match.end()
        if mentions and start < mentions[-1].end:
            continue
        if name == "date_range" and _LISTED.search(match[0]) and "ngày" not in match[0] and not _YEAR.search(match[0]):
            continue  # "lô 7-5, 7-9", "2,5-3 triệu"
        if name == "month" and match["mm2"] and _DOCUMENT.search(folded, max(0, start - 24), start):
            continue  # "Thông tư 08/2016"
        if name == "month" and match["mm2"] and _SCALE.search(folded, max(0, start - 24), start):
            # "quy hoạch tỷ lệ 1/2000": no time, and yet no figure either, as with an hour of the day.
            mentions.append(Mention(start, end, "clock", UNKNOWN, start, False))
            continue
        if name == "tonow" and folded.endswith("từ trước ", 0, start):
            continue  # "lớn nhất từ trước đến nay" tells of a record, and no time
        if name == "date_range" and falls(match):
            start = match.start("dr2")  # "Quy định số 30, ngày 26/7/2016"
        if name == "part" and match["yn"] and (before := _year_before(folded, mentions, start)) is not None:
            interval = RESOLVE[name](match, Clock(clock.today, before))
        if name == "part" and match["yn2"]:
            interval = _same_months(mentions, number_of(match["yn2"])) or interval
        if name == "part" and interval is UNKNOWN and match["yn2"]:
            continue  # "Trong 3 tháng, …" in an article of October lasted three months
        if name == "words" and folded[start].isdigit() and _STREET.search(folded, max(0, start - 20), start):
            continue  # "đường 3 Tháng 2"
        if name == "bracket" and _SCORE.search(folded, max(0, start - 60), start):
            continue
        if name == "bare" and match["list_y"] and _year_before(folded, mentions, start) is None:
            continue  # "năm 2015 lỗ 134 tỷ đồng, 2016 lỗ 133 tỷ đồng" goes on with years; a number alone is none
        if name == "bare" and match["told_y"] and not _COUNTED.search(folded, max(0, start - 48), start):
            continue
        if name == "span" and match[0].startswith("năm ") and _years_of(match) in schools:
            interval = school_years(*_years_of(match))  # "mức thu năm 2016-2017" of "năm học 2016-2017"
        if running and name == "year" and (back := _SCHOOL_BACK.get(match["yrel"] or "")) is not None and not match["ysaid"]:
            interval = school_years(running - back, running - back + 1)
        if name == "school" and interval is UNKNOWN and match["schoolw"] in ("này", "nay"):
            interval = next((one.interval for one in reversed(mentions) if one.kind == "school" and one.anchored), UNKNOWN)
        if name == "other_year":
            interval = _other_year(match, _year_before(folded, mentions, start), clock)
        if name in ("year", "lately") and match[0].endswith(" trước"):
            interval = _compared(folded, mentions, match) or interval
        if name == "lately" and match[0] == "vừa qua" and mentions and mentions[-1].end == start - 1:
            continue  # "tháng 12 vừa qua" is that month
        if name == "lately" and ((_TODAY.fullmatch(match[0]) and interval is UNKNOWN) or match[0].endswith("cùng ngày")):
            interval = _day_before(mentions, start)
        if name == "in_year":
            reported = _reported_year(mentions)
            if reported is None:
                continue  # "Trong năm, …" of nobody knows which one
            interval = reported
        if name == "that":
            interval = _told_before(mentions, start)
        if name == "samespan":
            interval = _same_span(folded, mentions, match, clock) or interval
        text_start, kind = start, name if name != "in_year" else "year"
        if name in _BOUNDABLE:
            joined = _joined(folded, forms, index, interval, clock)
            if joined is not None:
                start, end, interval, skip = joined
                text_start, kind = start, "range"
            else:
                interval, text_start, end, kind = _bound(folded, start, end, interval, name, clock)
        if name == "span" and (until := UNTIL.search(folded, max(0, start - 36), start)) is not None and match["sp1"]:
            interval, text_start, kind = Interval(None, interval.end), until.start(), "until"
        if kind == name and name in _YEARLESS and lent is None:
            told = _year_before(folded, mentions, start) if is_ahead(interval, clock) else None
            interval = nearest(interval, folded, match, clock, name in _DAYLIKE, told)
        if mentions and mentions[-1].kind == "clock" and text_start <= mentions[-1].start:
            start = mentions.pop().start  # "tính đến 17 giờ ngày 2/10" is one period
        if kind == "lately" and interval.start is not None and interval.start == interval.end:
            kind = "short"  # "hôm qua" is a day like "ngày 2/10"
        if mentions and kind in _ADJOINING and _follows(folded, mentions[-1], start, interval):
            first = mentions.pop()
            start, text_start, kind, interval = first.start, first.text_start, "range", Interval(first.interval.start, interval.end)
        anchored = name not in ("now", "tonow", "lately", "ago", "since", "onward") and _YEAR.search(match[0]) is not None
        mentions.append(Mention(start, end, kind, interval, text_start, anchored))
    return told_elsewhere(folded, mentions), clock


_SCHOOL_BACK = {"nay": 0, "ngoái": 1, "trước": 1}
_DOCUMENT = re.compile(r"(?<!\w)(?:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|nđ|qđ|nq|văn bản|công văn|luật)(?: số)? ?$")
_COUNTED = re.compile(
    r"(?<![\w./-])(?<!điều )(?<!khoản )(?<!chương )(?<!mục )(?<!lớp )(?<!khóa )(?<!số )(?<!luật )\d[\d.,]*"
    r"(?: ?%|(?: (?:nghìn|ngàn|triệu|tỷ|tỉ))?(?: [^\W\d_]+){0,2}(?: ?/ ?[^\W\d_]+)?) \($"
)
"""Before a year in brackets that dates a figure: "tăng từ 1.930 lượt (2014) lên 2.870 lượt (2016)"."""
_STREET = re.compile(r"(?<!\w)(?:đường|phố|đại lộ|quảng trường|công viên|bến|hẻm|ngõ|trường|nhà máy|hợp tác xã) $")
_SCALE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|quy hoạch|phân khu|chi tiết|bản đồ) ?$")
# Forms that take the year of the next item of their list.
_LENT = {"month", "quarter", "short", "months"}
_LISTED = re.compile(r"\d, ?\d")
_DAYLIKE = {"short", "words", "bracket", "month"}
_YEARLESS = _DAYLIKE | {"quarter", "part", "months"}
_SCORE = re.compile(r"(?<!\w)(?:thắng|thua|hòa|tỷ số|tỉ số|bại|hạ|ghi bàn|bàn thắng)(?!\w)[^.\n]*\($")


_ADJOINING = frozenset({"part", "quarter", "half"})


def _follows(folded: str, first: Mention, start: int, interval: Interval) -> bool:
    """Say whether a part of a year begins the day after the year before it ends: "năm 2016 và 5 tháng đầu năm 2017" are one period. Two
    alike ("năm 2016 và năm 2017") are told of one by one.
    """
    if first.kind != "year" or first.interval.end is None or interval.start is None or interval.end is None:
        return False
    return folded[first.end : start] == " và " and interval.start == first.interval.end + timedelta(days=1)


def _year_before(folded: str, mentions: list[Mention], start: int) -> int | None:
    """Give the year last printed before a place, in its paragraph and not far off."""
    low = max(folded.rfind("\n", 0, start), start - 300)
    for one in reversed(mentions):
        if one.start < low:
            return None
        if one.anchored and one.interval.end is not None:
            return one.interval.end.year
    return None


_TODAY = re.compile(r"(?:(?:sáng|trưa|chiều|tối|đêm) )?(?:hôm )?nay")

_DAY_REACH = 400
"""Characters over which "chiều nay" of an article without a date, and "cùng ngày", go back to a day."""


def _day_before(mentions: list[Mention], start: int) -> Interval:
    """Give the day last named before a place: what "cùng ngày" means, and "chiều nay" where the article's date is unknown."""
    for one in reversed(mentions):
        if start - one.end > _DAY_REACH:
            break
        if one.interval.start is not None and one.interval.start == one.interval.end:
            return one.interval
    return UNKNOWN


def _reported_year(mentions: list[Mention]) -> Interval | None:
    """Give the year last told of: that of "Trong năm, …" in a report on a year."""
    return next(
        (one.interval for one in reversed(mentions) if one.kind == "year" and one.anchored and one.interval.start is not None), None
    )


def _told_before(mentions: list[Mention], start: int) -> Interval:
    """Give the time last told before "thời điểm đó", which points back at it."""
    last = next((one for one in reversed(mentions) if one.kind != "clock"), None)
    return last.interval if last is not None and start - last.end <= 2 * _DAY_REACH else UNKNOWN


def _same_months(mentions: list[Mention], count: int | None) -> Interval | None:
    """Resolve "trong 9 tháng" by the months of that many that the text has named: "9 tháng đầu năm 2019"."""
    for one in mentions:
        first, last = one.interval.start, one.interval.end
        if one.kind == "part" and first is not None and last is not None and (first.month, first.year, last.month) == (1, last.year, count):
            return one.interval
        if one.kind in ("until", "month") and last is not None and last.month == count and (last + timedelta(days=1)).day == 1:
            return months(last.year, 1, count)  # "đến hết tháng 9/2018 … Trong 9 tháng"
    return None


def _other_year(match: re.Match[str], before: int | None, clock: Clock) -> Interval:
    """Resolve "năm trước đó", "năm kế tiếp" by the year printed before it, else by the article's."""
    year = before or clock.year
    return years(year + (-1 if "trước" in match["oy"] else 1)) if year else UNKNOWN


_COMPARED = re.compile(r"(?<!\w)(?:so với|so|hơn|bằng|kém) $")
_BESIDE = re.compile(r"(?:, |\(|; |(?<!\w)(?:còn|trong khi|và) )(?:mức |con số |số )?$")
"""Before "năm trước" that tells the level of the year before: "năm 2017 là 6,6 triệu đồng, | năm trước là 6 triệu đồng"."""
_SAME_REACH = 1500
"""Characters over which "cùng kỳ năm 2017" goes back to months of the year behind it."""
_STEPS = {"year": 12, "month": 1, "quarter": 3}


def _compared(folded: str, mentions: list[Mention], match: re.Match[str]) -> Interval | None:
    """Resolve "so với năm trước", "so với tháng trước" by the year or month that is compared, in the same sentence."""
    beside = match[0] in ("năm trước", "năm ngoái") and _BESIDE.search(folded, max(0, match.start() - 16), match.start()) is not None
    if not beside and _COMPARED.search(folded, max(0, match.start() - 10), match.start()) is None:
        return None
    unit = {"nă": "year", "th": "month", "qu": "quarter"}.get(match[0][:2])
    low = max(folded.rfind("\n", 0, match.start()), folded.rfind(". ", 0, match.start()), match.start() - 300)
    for one in reversed(mentions):
        if one.start < low:
            return None
        if one.kind == unit and one.anchored and one.interval.start is not None:
            start, step = one.interval.start, _STEPS[unit]
            year, month = divmod(start.year * 12 + start.month - 1 - step, 12)
            return months(year, month + 1, month + step)
    return None


def _same_span(folded: str, mentions: list[Mention], match: re.Match[str], clock: Clock) -> Interval | None:
    """Resolve "cùng kỳ (năm trước)" to the same days as the period it is compared with: the last in its paragraph, or the last whose year
    the printed one precedes ("cùng kỳ năm 2017" of "5 tháng đầu năm 2018").
    """
    printed = match["sy"] or match["sy2"]
    year = year_of(printed, clock) if printed and printed.isdigit() else None
    paragraph = max(folded.rfind("\n", 0, match.start()), match.start() - 400)
    for mention in reversed(mentions):
        if mention.start < paragraph and (year is None or match.start() - mention.start > _SAME_REACH):
            break
        if _COMPARED.search(folded, max(0, mention.start - 10), mention.start):
            continue  # in "so với tháng 12, … so với cùng kỳ" the first is a yardstick itself
        first, last = mention.interval.start, mention.interval.end
        if not _spans(mention) or (mention.start < paragraph and (last is None or last.year - 1 != year)):
            continue
        if mention.kind == "half" and first is not None and last is not None and (last - first).days > 200:
            continue
        return samespan(mention.interval, year)
    titled = next((one for one in mentions if one.kind in _REPORT), None)
    if titled is not None and titled.end <= line_end(folded, 1) and match["sy"] is None and match["sy2"] is None:
        return samespan(titled.interval, None)  # of what the title says that all is told of
    return None


def _spans(mention: Mention) -> bool:
    """Say whether a mention tells days that another year has, too: "6 tháng đầu năm", "tính đến ngày 8-8" but not "đến năm 2025"."""
    interval = mention.interval
    if mention.kind == "until":
        return interval.start is None and interval.end is not None and (interval.end.month, interval.end.day) != (12, 31)
    return mention.kind in _SPANNING and interval.start is not None and interval.end is not None


def _years_of(match: re.Match[str]) -> tuple[int, int]:
    """Give the first and the last year of a span of years; of a last one printed short that of the same century."""
    found = [int(year) for year in re.findall(r"\d+", match[0])]
    if len(found) < 2:
        return (0, 0)
    return found[0], found[-1] if found[-1] > 99 else found[0] // 100 * 100 + found[-1]


def _joined(
    folded: str, forms: list[tuple[str, re.Match[str]]], index: int, interval: Interval, clock: Clock
) -> tuple[int, int, Interval, int] | None:
    """Join "từ năm 2016 đến tháng 8-2018", "tháng 1 đến tháng 9/2019" into one period."""
    if index + 1 >= len(forms):
        return None
    match = forms[index][1]
    last_index = index + 1 + (forms[index + 1][0] == "clock" and index + 2 < len(forms))
    name, following = forms[last_index]
    if name not in _BOUNDABLE or following.start() - match.end() > 24:
        return None
    link = JOIN.fullmatch(folded, match.end(), following.start())
    if link is None:
        return None
    lead = FROM.search(folded, max(0, match.start() - 20), match.start())
    if lead is None and link[0].strip() != "-" and forms[index][0] not in ("month", "year"):
        return None
    last = RESOLVE[name](following, clock)
    last = Interval(last.start, _last_day(folded, following.start(), last))
    first = interval
    if last.end is not None and not _YEAR.search(match[0]) and _YEAR.search(following[0]):
        first = RESOLVE[forms[index][0]](match, Clock(clock.today, last.end.year))
    if first.start is not None and last.end is not None and first.start > last.end:
        return None
    begin = lead.start() if lead else match.start()
    return begin, following.end(), Interval(first.start, last.end), last_index


def _last_day(folded: str, start: int, interval: Interval) -> date | None:
    """Give the last day of a period that is a bound; of one in the middle of a year the last of June: "đến giữa năm 2018"."""
    if interval.end is not None and folded.startswith("giữa năm", start):
        return interval.end.replace(month=6, day=30)
    return interval.end


def _beginning(begun: re.Match[str], end: date) -> date | None:
    """Give the day that "từ đầu năm", "từ đầu tháng" before a bound means: of the unit in which the bound lies."""
    what, year = begun["what"], begun["year"]
    if what == "năm học":
        first = date(end.year - (end.month < 9), 9, 1)
    elif what == "tháng":
        first = end.replace(day=1)
    elif what == "quý":
        first = date(end.year, (end.month - 1) // 3 * 3 + 1, 1)
    else:
        first = date(int(year) if year and year.isdigit() else end.year, 1, 1)
    return first if first <= end else None


# "đến trước năm 2025", "đến trước ngày 30/11"
_UP_TO = re.compile(r" trước(?: ngày| tháng| năm)? $")


def _bound(folded: str, start: int, end: int, interval: Interval, name: str, clock: Clock) -> tuple[Interval, int, int, str]:
    """Turn "tính đến ngày 30/6", "trước năm 2009", "từ năm 2006 đến nay" into bounds."""
    low = max(0, start - 36)
    if (match := BACKWARD.match(folded, end)) is not None:
        lead = FROM.search(folded, low, start)
        begin = lead.start() if lead else start
        if match["back"]:
            return Interval(None, interval.end), begin, match.end(), "before"
        return Interval(interval.start, None if match["on"] else clock.today), begin, match.end(), "from" if match["on"] else "since"
    if (match := UNTIL.search(folded, low, start)) is not None:
        end_day = _last_day(folded, start, interval)
        if name == "month" and end_day is not None and match[0].endswith("giữa "):
            end_day = end_day.replace(day=15)
        begun = YEAR_START.search(folded, max(0, match.start() - 40), match.start())
        first = _beginning(begun, end_day) if begun is not None and end_day is not None else None
        if begun is not None and first is not None:
            return Interval(first, end_day), begun.start(), end, "since"
        if _UP_TO.search(match[0]):
            end_day = before(interval).end
        return Interval(None, end_day), match.start(), end, "until"
    if name == "quarter" and folded.startswith("hết ", start) and ENDED.search(folded, max(0, start - 3), start + 4):
        return Interval(None, interval.end), start, end, "until"
    if (match := ENDED.search(folded, max(0, start - 12), start)) is not None:
        return Interval(None, interval.end), match.start("ended"), end, "until"
    if (match := BEFORE.search(folded, low, start)) is not None:
        return before(interval), match.start(), end, "before"
    if (match := AFTER.search(folded, low, start)) is not None:
        return after(interval), match.start(), end, "after"
    if (match := FROM.search(folded, low, start)) is not None:
        if name == "months":
            return interval, match.start(), end, name  # "từ tháng 1 - 12/2017"
        now = TO_NOW.match(folded, end)
        if now is not None:
            return Interval(interval.start, clock.today), match.start(), now.end(), "since"
        return Interval(interval.start, None), match.start(), end, "from"
    return interval, start, end, name

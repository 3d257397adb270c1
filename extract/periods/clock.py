"""The article's own time: its publication date, and the year that dates without a year belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..text.lines import line_end
from .lunar_years import lunar_year

_YEAR_OF = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """When an article was written.

    Attributes:
        today: its publication date, or None.
        year: the year for dates printed without one, or None when nothing tells.
    """

    today: date | None
    year: int | None


_ENOUGH_MONTHS = 3
"""Months of one year from which a text is of that year."""


def make_clock(published: date | None, folded: str, forms: Sequence[tuple[str, re.Match[str]]]) -> Clock:
    """Find the article's time.

    Without a publication date the year is read from the text only where it leaves no choice and speaks of no later year: the one year printed in
    the title and lead (also as the end of a name: "Festival Huế 2018"), the one year of its full dates and part-years ("6 tháng đầu năm 2019"), or the school year
    that just ends.

    Args:
        published: the publication date, if known.
        folded: the folded text.
        forms: the dates and periods found in it.
    """
    if published is not None:
        return Clock(published, published.year)
    strong = {
        int(year)
        for name, match in forms
        if name in ("full", "part", "words", "date_range", "quarter")
        and not _in_document(folded, match.start())
        and not _SINCE.search(folded, max(0, match.start() - 50), match.start())
        and not (_NEW_YEAR.match(match[0]) and _FROM.search(folded, max(0, match.start() - 10), match.start()))
        and not _ENDS.search(folded, max(0, match.start() - 30), match.start())
        and not _PLANNED.search(folded, max(0, match.start() - 60), match.start())
        and not (_LAST_DAY.match(match[0]) and _COMPARED.search(folded, max(0, match.start() - 40), match.start()))
        for year in _YEAR_OF.findall(match[0])
    }
    ended = {int(match[1]) for match in _SINCE_LAST_DAY.finditer(folded)}
    if not strong and len(ended) == 1:
        return Clock(None, ended.pop() + 1)  # "tăng 25% so với thời điểm 31-12-2017" is told in 2018
    if strong and max(strong) < _latest(folded, forms):
        return Clock(None, None)  # the dates are history: the text speaks of a later year as of one that has come
    if len(strong) == 1:
        return Clock(None, strong.pop())
    if strong and max(strong) - min(strong) == 1 and len(strong) == 2:
        return Clock(None, max(strong))
    lead_end = line_end(folded, 2)
    planned = {
        int(year)
        for name, match in forms
        if name == "year" and match.start() == 0 and _TO_COME.match(folded, match.end()) is not None
        for year in _YEAR_OF.findall(match[0])
    }
    lead = {
        int(year)
        for _, match in forms
        if match.start() < lead_end
        and not (match.start() == 0 and _TO_COME.match(folded, match.end()))
        and not _PLANNED.search(folded, max(0, match.start() - 60), match.start())
        and not _COMPARED.search(folded, max(0, match.start() - 40), match.start())
        for year in _YEAR_OF.findall(match[0])
    }
    lead |= {
        year
        for name, match in forms
        if name == "festive"
        and match["can"]
        and match.start() < lead_end
        and (year := lunar_year(match["can"], match["chi"], None)) is not None
    }
    lead |= {
        int(match[0])
        for match in _NAMED.finditer(folded, 0, lead_end)
        if not _COMPARED.search(folded, max(0, match.start() - 40), match.start()) and not (planned and match.start() < _OPENING)
    }
    if len(lead) == 1 and not strong:
        return Clock(None, lead.pop())
    if len(planned) == 1 and not strong and not lead and {int(match[1]) + 1 for match in _THAN.finditer(folded)} == planned:
        return Clock(None, planned.pop() - 1)  # "Năm 2019, lương dự kiến tăng 5,3% so với năm 2018" is told in 2018
    schools = [match for name, match in forms if name == "school"]
    ends = {int(years[1]) for match in schools if len(years := _YEAR_OF.findall(match[0])) == 2}
    if len(ends) == 1 and not strong and any(_ADMISSION.search(folded, max(0, match.start() - 80), match.start()) for match in schools):
        return Clock(None, ends.pop() - 1)
    if ends and not strong:
        latest = max(ends)  # of the year that ends and the one that begins, the former
        return Clock(None, latest - 1 if latest - 1 in ends else latest)
    compared = {int(match[1]) + 1 for match in _SAME_PERIOD.finditer(folded)}
    if len(compared) == 1 and not strong and not lead and max(compared) > _latest(folded, forms):
        return Clock(None, compared.pop())
    told = {int(match[1]) for match in _THAN.finditer(folded)}
    printed = {int(year) for _, match in forms for year in _YEAR_OF.findall(match[0])}
    if _PAST_YEAR.search(folded) is not None and len(told) == 1 and not strong and not lead and max(told) >= _latest(folded, forms):
        return Clock(None, max(told) + 2)  # "năm qua xảy ra 4.000 vụ … so với năm 2016 tăng 39 vụ" is told in 2018
    if _THIS_YEAR.search(folded) and not strong and not lead:
        following = {year + 1 for year in told if year + 1 in printed}
        if following and max(following) >= max(printed):
            return Clock(None, max(following))
    events = {int(match[1]) for match in _EVENT.finditer(folded)}
    if len(events) == 1 and not strong and not lead:
        return Clock(None, events.pop())
    said = {int(match["year"]) + _BACK[match["which"]] for match in _SAID.finditer(folded)}
    said |= {int(match[1]) for match in _THIS.finditer(folded)} | {int(match[1]) for match in _SO_FAR.finditer(folded)}
    if _LAST_YEAR.search(folded) is not None:
        said |= {int(match[1]) for match in _SUMMED_UP.finditer(folded)}
    if len(said) == 1:
        return Clock(None, said.pop())
    dated = {
        int(year)
        for name, match in forms
        if name in ("month", "abbreviated") and _AS_OF.search(folded, max(0, match.start() - 30), match.start())
        for year in _YEAR_OF.findall(match[0])
    }
    if len(dated) == 1 and not strong and dated == printed:
        return Clock(None, dated.pop())  # all that is dated is of one year
    if not strong and len(of_month := _of_one_month(folded, forms)) == 1 and max(of_month) >= max(printed, default=0) - 1:
        return Clock(None, of_month.pop())
    months = [
        int(year)
        for name, match in forms
        if name in ("month", "abbreviated", "month_range", "date_range")
        for year in _YEAR_OF.findall(match[0])
    ]
    if len(months) >= _ENOUGH_MONTHS and not strong and max(months) >= max(printed) and len(set(months)) == 1:
        return Clock(None, max(months))  # a story told by the months of one year, and none later
    return Clock(None, None)


def _of_one_month(folded: str, forms: Sequence[tuple[str, re.Match[str]]]) -> set[int]:
    """Give the years printed with a month in which a day without a year lies: "tính đến ngày 28-12 … trong tháng 12-2017"."""
    days = {match["sm"] for name, match in forms if name == "short" and match["sm"] and not match["sdy"]}
    return {
        int(match["my"])
        for name, match in forms
        if name == "month"
        and not _FROM.search(folded, max(0, match.start() - 10), match.start())
        and (match["mm"] or "").isdigit()
        and (match["my"] or "").isdigit()
        and {match["mm"], match["mm"].lstrip("0")} & days
    }


# A day since when something has been there is history: "hoạt động từ lúc 0h ngày 1/6/2017".
_SINCE = re.compile(
    r"(?<!\w)(?:hoạt động|vận hành|thành lập|khánh thành|khởi công|ra đời|(?<!tuyển )(?<!học )(?<!thí )sinh|đưa vào (?:sử dụng|hoạt động|khai thác|vận hành)|thông xe|khai trương)"
    r"(?: [^\W\d_]+| \d{1,2}h){0,5}(?: ngày)? $"
)
# So does the first day of a year from which something is to hold.
_NEW_YEAR = re.compile(r"(?:ngày )?0?1[/.-]0?1[/.-]")
_FROM = re.compile(r"(?<!\w)từ(?: ngày)? $")
# A day on which something is to end says nothing of today.
_ENDS = re.compile(r"(?<!\w)(?:kết thúc|hết hạn|hạn chót|thời hạn|trước)(?: (?:vào|là|đến))?(?: ngày)? $")
# The year at the end of an examination's, festival's or holiday's name, anywhere in a text that tells no other.
_EVENT = re.compile(
    r"(?<!\w)(?:thi(?! (?:công|hành|thể|đua|đấu|ca)(?!\w))|tuyển sinh|tốt nghiệp|festival|sea games|asiad|tết|olympic|world cup|lễ hội|hội chợ)(?: [^\W\d_]+){0,6}? (20[0-4]\d)(?![\d/-]|\.\d)"
)


# What was counted up to a month was counted lately: "tính đến thời điểm tháng 4-2019".
_AS_OF = re.compile(r"(?<!\w)(?:tính (?:đến|tới)|(?:đến|tại|vào) thời điểm|thống kê (?:đến|của))(?: (?:hết|cuối|đầu|thời điểm)){0,2} $")
# "Năm ngoái 2017" is told in 2018.
_SAID = re.compile(r"(?<!\w)năm (?P<which>nay|ngoái|trước|qua),? \(?(?:năm )?(?P<year>20[0-4]\d)(?!\w)(?![.,/-]\d)")
# "Năm 2018 này" is told in 2018.
_THIS = re.compile(r"(?<!\w)năm (20[0-4]\d) này(?!\w)")
# "Trong năm 2019, sản lượng cao nhất đến thời điểm này" is told in 2019.
_SO_FAR = re.compile(r"(?<!\w)(?<!từ )năm (20[0-4]\d)(?!\w)(?![-/]\d)[^.;\n]{0,60}(?<!\w)đến thời điểm (?:này|hiện tại)(?!\w)")
# A year is summed up, and the next one's work begun, when that has come: "tổng kết năm 2014, triển khai nhiệm vụ năm 2015".
_SUMMED_UP = re.compile(
    r"(?<!\w)tổng kết(?!\w)[^.;\n]{0,100} (?:triển khai|phương hướng|nhiệm vụ|kế hoạch)(?!\w)[^.;\n]{0,80}? năm (20[0-4]\d)(?!\w)(?![-/]\d)"
)
_LAST_YEAR = re.compile(r"(?<!\w)(?<!\d )(?<!hai )(?<!ba )(?<!những )(?<!các )(?<!nhiều )(?<!mấy )năm (?:ngoái|trước|qua|vừa qua)(?!\w)")
_BACK = {"nay": 0, "ngoái": 1, "trước": 1, "qua": 1}


# The last day of a year that is compared with lies in the year before.
_LAST_DAY = re.compile(r"(?:ngày )?31[/.-]12[/.-]")
_SINCE_LAST_DAY = re.compile(r"(?<!\w)so với (?:thời điểm |mốc |cuối )?(?:ngày )?31[/.-]12[/.-](20[0-4]\d)(?!\w)")
# What an article compares with is a year back: "so với cùng kỳ năm 2018" is told in 2019.
_SAME_PERIOD = re.compile(r"(?<!\w)cùng kỳ (?:của )?(?:năm )?(20[0-4]\d)(?!\w)(?!-)")

# "Năm nay … so với 2017" in a text that prints 2018, too, is told in 2018.
_THIS_YEAR = re.compile(r"(?<!\w)(?:năm|vụ) (?:nay|này)(?!\w)")
_PAST_YEAR = re.compile(r"(?<!\w)(?<!\d )(?<!hai )(?<!ba )(?<!những )(?<!các )(?<!nhiều )(?<!mấy )(?<!cả )năm (?:qua|vừa qua)(?!\w)")
_THAN = re.compile(r"(?<!\w)so với (?:vụ |niên vụ |mùa )?(?:năm )?(20[0-4]\d)(?!\w)(?![-/]\d)")


# Who is to enter a school year has it before him.
_ADMISSION = re.compile(
    r"(?<!\w)(?:tuyển sinh|thi vào|thi tuyển|vào lớp (?:1|6|10)|thi lớp 10|khai giảng|tựu trường|nhập học|bước vào|chuẩn bị cho|năm học mới)(?!\w)[^.\n]*$"
)
# What stands in a plan tells of a year to come.
_PLANNED = re.compile(r"(?<!\w)(?:sẽ|dự kiến|kế hoạch|mục tiêu|phấn đấu)(?!\w)[^.\n]*$")
# So does what is told behind a year that opens the title: "Năm 2019, lương tối thiểu dự kiến tăng".
_OPENING = 10
_TO_COME = re.compile(r",?(?: [^\W\d_]+){0,6} (?:dự kiến|sẽ|phấn đấu|đặt mục tiêu)(?!\w)")
# A year that a title or lead only compares with.
_COMPARED = re.compile(r"(?<!\w)(?:so với|so|cùng kỳ)(?: [^\W\d_]+){0,3} $")
# The year of an event's or contest's name: "kỳ thi THPT Quốc gia 2019,"; a number of that size before a noun is none.
_NAMED = re.compile(
    r"(?<=[^\W\d_] )(?<!gần )(?<!hơn )(?<!trên )(?<!khoảng )(?<!có )(?<!số )(?:20[0-4]\d)(?=[,.;:)\"\n]|$| (?:là|đã|sẽ|có|của|tại|ở|diễn|được|cho|và|với|do|trên|vừa)(?!\w))"
    r"(?![.,]\d)"
)
_AIMED = re.compile(r"(?<!\w)(?:đến|tới|hết|cuối|trước|vào|tầm nhìn|hướng|từ|kể từ|sang|mục tiêu|dự kiến|sẽ)(?: \w+)? $")


def _latest(folded: str, forms: Sequence[tuple[str, re.Match[str]]]) -> int:
    """Give the latest year that is printed alone as one that has come, 0 for none."""
    found = [
        int(year)
        for name, match in forms
        if name in ("year", "half")
        and not _AIMED.search(folded, max(0, match.start() - 24), match.start())
        and not _PLANNED.search(folded, max(0, match.start() - 60), match.start())
        for year in _YEAR_OF.findall(match[0])
    ]
    return max(found, default=0)


_DOCUMENT_BEFORE = re.compile(
    r"(?<!\w)(?:luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn|\w+/[\w-]+)[^.;\n]{0,40}$"
)


def _in_document(folded: str, position: int) -> bool:
    """Say whether a date belongs to the name of a document ("Nghị quyết 100/NQ-HĐND ngày 7/12/2017")."""
    return _DOCUMENT_BEFORE.search(folded, max(0, position - 60), position) is not None


_ENTRANCE = re.compile(r"(?<!\w)(?:tuyển sinh|điểm chuẩn|nguyện vọng|thi vào|vào lớp|xét tuyển|học phí|thu đầu năm)(?!\w)")


def school_year_alone(
    folded: str, published: date | None, forms: list[tuple[str, re.Match[str]]], schools: set[tuple[int, int]]
) -> int | None:
    """Give the year in which the school year begins that "năm nay" means: of a text on admissions or fees that prints no other years.

    Args:
        folded: the folded text.
        published: the publication date, with which "năm nay" needs no guess.
        forms: the dates and periods found.
        schools: first and last year of each school year among them.
    """
    if published is not None or not schools or _ENTRANCE.search(folded) is None:
        return None
    other = any(_YEAR_OF.search(match[0]) for name, match in forms if name != "school" and not _in_document(folded, match.start()))
    return None if other else max(first for first, _ in schools)

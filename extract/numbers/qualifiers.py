"""Words around a number that make it a bound or an approximation ("khoảng", "trên", "… trở lên")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..lexicon import read_lexicon

_COLUMNS = ("form", "qualifier", "side", "status")
# "đạt", "có", "là" may stand between the qualifier and the number: "ước đạt 500 tỷ", "ước tính khoảng".
_BETWEEN = r"(?: (?:đạt|có|là|tính|thu|chi|đến|tới|được|khoảng|hiện có|giảm|tăng))?"
# "ước thiệt hại 35 tỷ đồng", "ước tính tổng giá trị sản xuất đạt 2.000 tỷ đồng": what is estimated may stand there, too
_ESTIMATED = (
    r"(?:(?<=ước)|(?<=ước tính))(?: (?:tổng|tổng số|mức|giá trị|thiệt hại|doanh thu|doanh số|sản lượng|năng suất|kinh phí|chi phí|trị giá|thu nhập|nhu cầu"
    r"|kim ngạch|sản xuất|xuất khẩu|về tài sản|tài sản|ban đầu)){1,4}(?: (?:đạt|là|lên đến|lên tới|vào|cần))?"
)


_NAMED = re.compile(
    r" (?:giá trị|thiệt hại|doanh thu|doanh số|sản lượng|năng suất|kinh phí|chi phí|trị giá|thu nhập|nhu cầu|kim ngạch|sản xuất|xuất khẩu|tài sản)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier: its name in the contract, where its words begin, and whether they also make an estimate."""

    name: str
    start: int
    estimate: bool


@cache
def _patterns(bare: bool) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, bool]]]:
    rows = read_lexicon("solieu.extract.numbers", "qualifiers.tsv", _COLUMNS)
    rows = [row for row in rows if bare or row["status"] != "bare"]
    meaning = {row["form"]: (row["qualifier"], row["status"] == "estimate") for row in rows}
    forms = {
        side: "|".join(re.escape(form) for form in sorted(
            (row["form"] for row in rows if row["side"] == side), key=lambda form: (-len(form), form)))
        for side in ("left", "right")
    }  # fmt: skip
    left = re.compile(rf"(?<!\w)({forms['left']})(?:{_BETWEEN}|{_ESTIMATED}) ?$")
    right = re.compile(rf" ?({forms['right']})(?!\w)")
    return left, right, meaning


# "độ" is "about" behind these alone; elsewhere it ends another word ("tốc độ 60 km/h", "mật độ", "nhiệt độ").
_ABOUT_DEGREE = re.compile(
    r"(?:^|[\n.,;:(-] ?|(?<!\w)(?:có|còn|mất|chừng|khoảng|vào|cách|được|thêm|chỉ|tới|đến|lên|ước|cỡ|tầm|chơi|nặng|dài|cao|rộng) )$"
)
_ARROW = re.compile(r"(?:[<>=-]|thêm|tiếp) ?$")  # "Xem thêm >> 3 lý do"
# "non" is "nearly"; behind these it is another word's end: "mầm non 25.300 trẻ".
_YOUNG = re.compile(r"(?<!\w)(?:mầm|măng|núi|nước|sinh|sữa|rau|lá|chồi|da|mầm, |hòn) $")
_SIZE = re.compile(r"(?<!\w)(?:kích|đúng|vừa|chiều) $")
# "trên 2 tuyến đường": on two roads. Larger numbers are more often meant as a bound.
_ON = re.compile(
    r" ?(?:tuyến|lĩnh vực|mặt trận|trục|sông|phương diện|bình diện|sàn|trang|xe|tàu|chiếc|thửa|sân|nền tảng|kênh|cánh đồng|hòn đảo|đảo|mảnh|đường|con đường|làn|bờ)(?!\w)"
)


# "doanh thu vượt 1.000 tỷ đồng" is a bound; "đạt 154 tỷ đồng, vượt 16 tỷ đồng so với mục tiêu" the amount by which.
_PASSED = re.compile(r" [\d.,]+ (?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)| \d{1,3}(?:\.\d{3})+(?!\w)")
# "Nhiều hơn 300 hộ đã đăng ký": at the head of a sentence a bound, unless it is compared with something
_MORE_OPENS = re.compile(r"(?:^|[.!?\n] ?)(?P<more>(?:nhiều|cao|lớn|(?P<less>kém|thấp|nhỏ)) )$")
_COMPARED = re.compile(r"[^.;\n]{0,80}?(?<!\w)(?:so với(?! (?:mặt|mực nước) )|năm trước|cùng kỳ|năm ngoái)(?!\w)")
# "cây cao hơn 20 m" is a bound; "mặt đường cao hơn 20 cm so với trước", "dài hơn 3 lần" tell a difference
_TALL = re.compile(r"(?:\d[\d.,]*|[^\W\d_]+) ?(?:m|mét|km|cm)(?!\w)")
_DIMENSION = re.compile(r"(dài|rộng|cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm|đắt|rẻ|đông) $")
_FOLD = re.compile(r"(?:\d[\d.,]*|[^\W\d_]+) lần(?!\w)")
_PASSED_BY = re.compile(r"[^.;\n)]{0,60}?(?<!\w)(?:so với|kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh|khn|tương đương)(?!\w)")
_BY_WHAT = re.compile(r"(?:[^\w ] ?|(?<!\w)(?:chi|(?<!doanh )thu|nộp|tăng|không|và|đạt|bội) )$")


def qualifier_before(folded: str, position: int, bare: bool = False, small: bool = False) -> Qualifier | None:
    """Find the qualifier that ends right before `position` of a folded text.

    Args:
        folded: the folded text.
        position: where the number begins.
        bare: whether a scale word without a number stands there ("hàng trăm"), which takes more qualifiers.
        small: whether the number is below ten: then "trên" may be a place ("trên 2 tuyến đường").
    """
    left, _, meaning = _patterns(bare)
    match = left.search(folded, max(0, position - 48), position)
    if match is None:
        return None
    name, estimate = meaning[match[1]]
    start = match.start(1)
    if match[1] in ("<", ">") and _ARROW.search(folded, max(0, start - 8), start):
        return None
    if match[1] == "độ" and not _ABOUT_DEGREE.search(folded, max(0, start - 8), start):
        return None
    if match[1] == "non" and _YOUNG.search(folded, max(0, start - 8), start):
        return None
    if match[1] in ("cỡ", "tầm") and _SIZE.search(folded, max(0, start - 6), start):
        return None
    if match[1] == "vượt" and not _passed(folded, start, match.end(1)):
        return None
    if match[1] == "trên" and small and _ON.match(folded, _number_end(folded, position)):
        return None
    if match[1] in ("trên", "dưới", "gần", "hơn", "qua", "quá", "đến"):
        before = folded[max(0, start - 12) : start]
        if match[1] == "hơn" and (word := _DIMENSION.search(before)) is not None:
            return _more_than(folded, position, start, word[1])
        if match[1] == "trên" and re.search(
            r"(?:tính|tỷ lệ|tỉ lệ|nằm|bình quân|ở|đi|đứng|ngồi|chạy|chở|chia|tuần tra|triển khai|thí điểm|diễn ra|lưu thông|áp dụng|khảo sát|có mặt) $",
            before,
        ):
            return None
        if match[1] == "dưới" and re.search(r"(?:trên) $", before):
            return Qualifier("about", start - 5, False)
    if estimate and _NAMED.search(folded, match.end(1), position):
        start = position  # "ước thiệt hại 12 tỷ đồng": what is estimated is no part of the number
    return Qualifier(name, start, estimate)


def _more_than(folded: str, position: int, start: int, word: str) -> Qualifier | None:
    """Give the bound of a number at `position` behind "dài hơn", "nhiều hơn" …; None where the words tell a difference."""
    if word in ("dài", "rộng", "cao"):
        difference = _COMPARED.match(folded, position) or _FOLD.match(folded, position)
        if not difference and (word != "cao" or _TALL.match(folded, position)):
            return Qualifier("over", start, False)
        if word != "cao":
            return None
    opens = _MORE_OPENS.search(folded, max(0, start - 8), start)
    if opens is None or _COMPARED.match(folded, position):
        return None
    return Qualifier("under" if opens["less"] else "over", opens.start("more"), False)


def _passed(folded: str, start: int, end: int) -> bool:
    """Say whether the "vượt" at `start:end` gives the bound that was passed, not the amount by which a plan was."""
    amount = _PASSED.match(folded, end)
    if amount is None or start == 0 or _BY_WHAT.search(folded, max(0, start - 12), start):
        return False
    return _PASSED_BY.match(folded, amount.end()) is None


def _number_end(folded: str, position: int) -> int:
    number = re.compile(r"\w+").match(folded, position)
    return number.end() if number else position


def qualifier_after(folded: str, position: int) -> tuple[Qualifier, int] | None:
    """Find a qualifier right behind `position` ("trở lên", "trở xuống"); also gives where it ends."""
    _, right, meaning = _patterns(False)
    match = right.match(folded, position)
    if match is None:
        return None
    name, estimate = meaning[match[1]]
    return Qualifier(name, match.start(1), estimate), match.end()

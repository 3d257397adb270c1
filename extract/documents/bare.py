"""Numbers that stand alone behind a document type: "Quyết định 70" names a document, "Kế hoạch 5 năm" does not."""

from __future__ import annotations

import re
from functools import cache

from ..numbers.units import noun_table, unit_table
from ..text.view import View
from .lexicon import programmes, words_of

# Types that a bare number does not make a document ("kế hoạch 5 năm", "dự án 12 tỷ đồng"): these need "số" or a code.
UNNUMBERED = frozenset(
    {
        "Kế hoạch", "Chương trình", "Đề án", "Dự án", "Báo cáo", "Thông báo", "Kết luận", "Hướng dẫn", "Công văn", "Tờ trình", "Hợp đồng",
        "Giấy phép", "Biên bản", "Phương án", "Quy hoạch", "Quy định", "Thông tri", "Công điện", "Lệnh", "Chiến lược", "Bản ghi nhớ", "Giấy mời",
        "Bản thỏa thuận", "Hiệp định", "Giấy chứng nhận", "Quy chế", "Chương trình hành động", "Điều lệ", "Văn kiện", "Cương lĩnh", "Tiêu chuẩn",
        "Quy chuẩn", "Kiến nghị", "Kháng nghị", "Bản án", "Nội quy", "Tuyên bố", "Công ước", "Chương trình phối hợp", "Quy chế phối hợp",
        "Giấy xác nhận", "Lời kêu gọi", "Phiếu báo", "Phiếu chuyển", "Phiếu gửi", "Bản cam kết", "Thông cáo", "Án lệ", "Cáo trạng", "Văn bản hợp nhất",
    }
)  # fmt: skip
_NEXT = re.compile(r"(?: ?[,;&]| và| hay| hoặc)(?: số)? (?=\d)")
_END = re.compile(r" ?(?:$|[.,;:)\n\"”(\-!?])")
_SHORT_NAMES = frozenset(
    {"ct", "kh", "tb", "bc", "bb", "tt", "cđ", "cv", "hd", "hđ", "kl", "kn", "pa", "pc", "qc", "đa", "pl", "gm", "gp", "nq", "nđ", "qđ"}
)
# Types that known programmes are called by ("Chương trình 30a").
PROGRAMMES = frozenset({"Chương trình", "Đề án", "Dự án"})
# What makes a document of "Công văn 927", "Thông báo 125": its day or its issuer right behind the number.
_ANNOUNCED = re.compile(
    r",? (?:(?:được )?(?:ký |ban hành )?ngày \d{1,2}(?: ?[/.-] ?\d{1,2}| tháng \d)"
    r"|của (?:chủ tịch|ubnd|ủy ban|hđnd|hội đồng nhân dân|bộ|sở|thủ tướng|chính phủ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|ban (?:thường vụ|bí thư|chấp hành|tổ chức|tuyên giáo)"
    r"|văn phòng|thanh tra|tổng cục|cục|kho bạc|bảo hiểm xã hội|ngân hàng nhà nước)(?!\w))"
)
# Of these the year announces one too ("kết luận 2852 năm 2012").
_DATED = frozenset({"Kết luận", "Kết luận thanh tra", "Công văn", "Thông báo", "Tờ trình", "Công điện"})
_OF_YEAR = re.compile(r" năm (?:19|20)\d\d(?![\w/])(?! ?- ?\d)")
_ABBREVIATED = frozenset({"nq", "nđ", "qđ", "tt", "ct"})


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(r" ?(?:" + "|".join(re.escape(word) for word in sorted(words_of("counted.tsv"), key=len, reverse=True)) + r")(?!\w)")


@cache
def _continued() -> re.Pattern[str]:
    return re.compile(
        r" (?:" + "|".join(re.escape(word) for word in sorted(words_of("continuations.tsv"), key=len, reverse=True)) + r")(?!\w)"
    )


def counts_something(view: View, end: int) -> bool:
    """Say whether the number that ends at `end` counts or measures what follows."""
    folded = view.folded
    if _continued().match(folded, end):  # "Quyết định 5945 điều chỉnh …" counts no articles
        return False
    if _counted().match(folded, end):
        return not re.compile(r" năm (?:19|20)\d\d| ngày \d").match(folded, end)
    if folded[end : end + 1] != " ":
        return False
    return noun_table().match(folded, end + 1) is not None or unit_table().match(folded, end + 1) is not None


def numbered(view: View, start: int, end: int, number_end: int, doc_type: str, marked: bool) -> bool:
    """Say whether the number behind the type at `start:end` names a document.

    Args:
        view: the text.
        start: where the document type begins.
        end: where it ends.
        number_end: where the number ends.
        doc_type: the canonical type.
        marked: whether "số" or a year says that it is the document's number.
    """
    folded = view.folded
    short = folded[start:end] in _SHORT_NAMES
    if short and not view.text[start:end].isupper():
        return False
    if short and folded[start:end] not in _ABBREVIATED and not marked:
        return False
    if short and not marked and number_end - end <= 2:
        return False  # "chung cư CT 6"
    if marked:
        return True
    if doc_type in UNNUMBERED:
        known = doc_type in PROGRAMMES and programmes().match(folded, start) is not None
        if known or number_end - end <= 2:
            return False
        return _ANNOUNCED.match(folded, number_end) is not None or (doc_type in _DATED and _OF_YEAR.match(folded, number_end) is not None)
    if counts_something(view, number_end):
        return False
    printed = folded[end:number_end].strip()
    if _END.match(folded, number_end) or _continued().match(folded, number_end) or _OF_YEAR.match(folded, number_end):
        return True
    # "quyết định" is a verb as well: "quyết định 12 trường hợp".
    weak = len(printed) == 1 or (doc_type == "Quyết định" and view.text[start].islower() and not printed.startswith("0"))
    return not weak


def next_in_list(folded: str, end: int) -> int | None:
    """Give where the next number of a list of documents begins, or None."""
    match = _NEXT.match(folded, end)
    return match.end() if match else None

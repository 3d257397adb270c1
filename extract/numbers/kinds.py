"""Which kind of statistic a number with its unit makes, by the words around it."""

from __future__ import annotations

import re

from .quantity import Quantity
from .units import Unit

_TIMES = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|hơn|nhiều hơn|cao hơn|thấp hơn|kém|bằng|chênh|chênh lệch|nhân|lớn)(?!\w)[^.;,\n]*$")
_RANK = re.compile(r"(?<!\w)(?:(?:mạnh|cao|đông|giàu|nhiều|thấp|tốt|quan trọng|xuất khẩu \w+) (?=thứ)|đứng|xếp|xếp hạng|vị trí|hạng|lớn|xếp vị trí|đứng ở vị trí|ở vị trí|vươn lên|xếp vị thứ)"
                   r"(?: (?:hạng|vị trí|vị|thứ|ở|lên|hàng|tốp|top))* ?(?:thứ )?$")  # fmt: skip
_COEFFICIENT = re.compile(r"(?<!\w)(?:hệ số|chỉ số gini|gini|hệ số lương)[^.;\n]{0,70}$")
_SCORE = re.compile(r"(?<!\w)(?:đạt|chỉ số|điểm số|số điểm|phổ điểm|mức điểm|được|trung bình|bình quân|chuẩn|pci|papi|par index|tổng điểm|sàn|thi|mức|tăng|giảm|trừ|cộng|phạt|thêm|mất|ghi|giành|chuẩn|kém|hơn|mốc|bài|môn)(?!\w)"
                    r"[^.;\n]{0,40}$")  # fmt: skip
_DECIMALS = re.compile(r"\d,\d")
"""A number printed with decimals, be they nought: "9,0 điểm"."""
_SCORE_AFTER = re.compile(r" (?:trở lên|trở xuống|môn|thưởng|phạt|mỗi môn|ielts|toeic|trên bằng|trên tổng)(?!\w)|/")
_PLACE_POINT = re.compile(r" (?:trường|sạt|du lịch|cầu|bán|bầu|nóng|đen|giao|nhóm|tiếp|trông|chốt|dân cư|thi|phát|thu|tập|đỗ|dừng|"
                          r"ùn tắc|ùn ứ|kẹt xe|lấn chiếm|vi phạm|giao cắt|bỏ phiếu|kinh doanh|khai thác|nghẽn|ngập|tái|cách ly|tiêm|lẻ|xung yếu|di tích|văn hóa|kiểm|mỏ|quan trắc|đến|mới|nổi bật|khác|chung|yếu|mạnh|sáng|tham quan|trông giữ|bắn|nhấn|rơi|cháy|nút|cao su|truy cập)")  # fmt: skip


# Words of money before a number with a scale word but no unit: "giá 35 nghìn", "vốn đầu tư 1.000 tỷ".
_MONEY = re.compile(r"(?<!\w)(?:giá|vốn|tiền|lương|thu nhập|đầu tư|doanh thu|doanh số|nộp|lãi|lỗ|hỗ trợ|phạt|thưởng|vay|nợ|trị giá|kinh phí|chi phí|mua|bán|tài trợ"
                    r"|ngân sách|chi|trả|được|bỏ ra|bán|cước|phí|thuế|học phí|thu|tốn|ủng hộ|quyên góp|đồng|usd|hơn|trúng)(?!\w)[^.;\n]{0,40}$")  # fmt: skip
# "thứ 15 thế giới" is a rank without "đứng" or "xếp"; "chiến tranh thế giới thứ 2" and "lần thứ 3" are none.
_ORDINAL = re.compile(r"(?<!giới )(?<!lần )(?<!\w)thứ $")
_RANK_SCOPE = re.compile(r" (?:(?:trên |của )?(?:thế giới|toàn cầu|toàn quốc|cả nước)|đông nam á|châu á|châu âu|châu lục)(?!\w)")
_CURRENCIES = re.compile(r" tiền (?:chủ chốt|mạnh|khác|ảo|chính|lớn|xu|trong giỏ)(?!\w)")  # "6 đồng tiền chủ chốt" are no 6 đồng
_EVENT_BEHIND = re.compile(r" (?:thử|phóng|bắn|gặp|họp|đấu|thi|trước|gần đây|liên tiếp)(?!\w)")  # "so với hai lần thử trước"
_EACH_BEHIND = re.compile(r",? (?:mỗi lần|liên tục|từ \d)(?!\w)")
_ADJUSTED = re.compile(r"(?<!\w)(?:(?:tăng|giảm) (?:giá|phí|cước|lãi suất)(?: tổng cộng| cả thảy)?|tổng cộng|điều chỉnh(?: tăng| giảm)?) $")
"""Before how often something was done: "giảm giá tổng cộng | 2 lần"."""
_DEAR = 50_000
_PRICED = re.compile(
    r"(?<!\w)(?:lương(?: tối thiểu| cơ sở| cơ bản)?|giá(?: khởi điểm| vé| bán)?|mức (?:phí|thu|phạt|đóng|thưởng|lương|giá)|học phí|lệ phí|tiền(?: [^\W\d_]+)?)(?!\w)"
    r"(?: (?!(?:số|người|tài khoản|mã|điện thoại)(?!\w))[^\W_]+){0,6} (?:là|còn|lên|đến|tới|từ|xuống|đạt|trả|khoảng|mức)(?: (?:hơn|gần|khoảng|trên|dưới))? ?$"
)
"""Words before a number of thousands that is a price or a wage."""
_GRADE = re.compile(r"(?<!\w)(?:ielts|toeic|toefl|gpa)(?: (?:đạt|là|từ|tối thiểu|mức))* $")
_SAMPLED = re.compile(
    r"(?<!\w)(?:xét nghiệm|kiểm nghiệm|dương tính|âm tính|kết quả|bệnh phẩm|lấy|gửi|quan trắc|phân tích|thử|nước|máu|thực phẩm|kiểm tra|giám định|nghiên cứu|thiết kế)(?!\w)"
)
"""Words by which a "mẫu" is a sample, and none of land."""
_RATED = re.compile(r" ?/ ?[^\W\d_]")
_TIMES_BARE = re.compile(r"(?<!\w)gấp (?:hơn |gần |khoảng |tới |đến )?$")


def kind_of(
    folded: str, start: int, end: int, unit: Unit | None, quantity: Quantity, left: int, rated: bool = False
) -> tuple[str, str, str | None]:
    """Decide the kind of a number.

    Args:
        folded: the folded text.
        start: where the figure with its unit begins.
        end: where it ends.
        unit: what stands behind the number.
        quantity: the number itself.
        left: where the qualifiers before the number begin.
        rated: whether it is a range or has a denominator.

    Returns:
        The kind of the contract, the group of what is counted or measured, and the canonical unit.
    """
    before = folded[max(0, left - 48) : left].rsplit("\n", 1)[-1]
    ordinal = (unit is None or unit.kind == "count") and _ORDINAL.search(before)
    if ordinal and (_RANK_SCOPE.match(folded, quantity.end) or (unit is not None and _RANK.search(before))):
        return "rank", "rank", "hạng"
    if unit is not None and unit.unit == "mẫu" and folded.endswith(" mẫu", 0, end) and _SAMPLED.search(folded, max(0, left - 60), end + 40):
        return "count", "object", "mẫu"  # of blood, water or goods
    if unit is None:
        if _RANK.search(before):
            return "rank", "rank", "hạng"
        if _TIMES_BARE.search(before):
            return "multiple", "ratio", "lần"
        vague = quantity.form == "scale"  # "hơn chục tỷ" is money, "hàng nghìn" alone may be anything
        big = quantity.scale >= (10**9 if vague else 1000)
        if big and (quantity.scale >= 10**9 or rated or _MONEY.search(before)):
            return "money", "money", "VND"
        if quantity.value >= _DEAR and quantity.value % 1000 == 0 and _PRICED.search(before):
            return "money", "money", "VND"  # "lương tối thiểu vùng 1 hiện nay là 3.980.000"
        if _GRADE.search(before):
            return "score", "score", "điểm"
        fractional = quantity.value != quantity.value.to_integral_value()
        if fractional and _COEFFICIENT.search(folded[max(0, left - 90) : left].rsplit("\n", 1)[-1]):
            return "ratio", "ratio", None
        return "count", "none", None
    if unit.unit == "VND" and quantity.scale == 1 and quantity.value < 100 and _CURRENCIES.match(folded, end):
        return "count", "object", "đồng tiền"
    if unit.kind == "multiple":
        often = _EVENT_BEHIND.match(folded, end) or _EACH_BEHIND.match(folded, end) or _ADJUSTED.search(before)
        if often and not _TIMES_BARE.search(before):
            return "count", "event", unit.unit
        fractional = quantity.value != quantity.value.to_integral_value()
        if _RATED.match(folded, end):
            return "count", "event", unit.unit  # "4,5 lần/giảng viên"
        if fractional or _TIMES.search(before):
            return "multiple", "ratio", unit.unit
        return "count", "event", unit.unit
    if unit.kind == "score":
        if _PLACE_POINT.match(folded, end):
            return "count", "place_unit", unit.unit
        fractional = quantity.value != quantity.value.to_integral_value()
        scored = (
            fractional
            or _DECIMALS.search(folded, start, quantity.end) is not None
            or _SCORE.search(before)
            or _SCORE_AFTER.match(folded, end)
            or quantity.value > 10
        )
        return "score" if scored else "count", "score", unit.unit
    if unit.strength == "guess" and unit.unit == "tiền" and quantity.scale >= 1000:
        return "money", "money", "VND"  # "30 triệu tiền dầu"
    if unit.strength == "guess" and quantity.scale >= 10**9 and _MONEY.search(before):
        return "money", "money", "VND"  # "gói vay 30.000 tỷ dừng giải ngân"
    if unit.strength == "guess" and _RANK.search(before):
        return "rank", "rank", "hạng"
    return unit.kind, unit.group, unit.unit

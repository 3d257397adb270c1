"""Small signs by which a reader tells what a figure is, where and when it holds: the whole pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from tables import cases

KINDS = """
an equal sum says that a bare one is money | Phạt chủ quán ốc 90 triệu\\n\\nQuán ốc ở Kiên Giang bị phạt 90 triệu đồng. | 90000000 | money | VND
the last of a row of prices | Vé loại 2 xuống 45.000 đồng, loại 3 xuống 65.000 đồng, loại 5 xuống 170.000. | 170000 | money | VND
a price by the same weight | Cá thu giữ ở mức 85.000/kg, mực 120.000 đồng/kg. | 85000 | money | VND
a bid of hundreds of millions | Giá khởi điểm 108.700.500.000 đồng, người mua trả 205.900.500.000. | 205900500000 | money | VND
a count without a sum beside it stays one | Xã có 4.500 hộ, phường có 6.100. | 4500 | count | hộ
"""

NONE = """
a class and its price are no two sums | Xe loại 2 xuống 45.000 đồng, loại 3 xuống 65.000 đồng. | 2
the number of a firm | Doanh nghiệp Xây lắp số 1 tỉnh Điện Biên nợ 5 tỷ đồng. | 1
the number of a road between provinces | Vụ va chạm trên đường liên tỉnh 789 làm 4 người bị thương. | 789
the year of a contest that goes on | Cuộc thi Khởi nghiệp trẻ 2017 bước vào vòng cuối với 12 đội. | 2017
"""

PLACES = """
a hamlet's commune, told further on | Lũ ở bản Na Hạ (Quan Sơn, Thanh Hóa) làm 12 người mất tích.\\nBản Na Hạ, xã Na Mèo, nằm ven suối. | 12 | Na Mèo
a district holds no districts | Huyện Hóc Môn có số vụ cháy nhiều nhất trong 24 quận, huyện của TP.HCM. | 24 | Hồ Chí Minh
what is told of two provinces | Điển hình là 3 vụ sạt lở tại tỉnh Yên Bái, tỉnh Lào Cai. | 3 | Việt Nam
organs of which each province has one | Cục thuế Hà Nội thu 185 tỷ đồng.\\nCó 8 cục thuế chưa báo cáo. | 8 | Việt Nam
a word behind a name is no newspaper | Cục thuế TP.HCM thu 1.380 tỷ đồng.\\nCòn Cục thuế Hà Nội mới đạt 185 tỷ đồng. | 185000000000 | Hà Nội
a man's own field | Ông Lê Văn Ba (55 tuổi, trú xã Gio Mỹ, huyện Gio Linh, tỉnh Quảng Trị) có ruộng khô hạn. Ông chuyển đổi 3.500 m2 đất sang trồng dưa. | 3500 | Gio Mỹ
a sum of all behind the first case | Tỉnh Đắk Lắk có dịch heo\\n\\nTỉnh họp bàn chống dịch.\\n\\nDịch xuất hiện đầu tiên tại xã Ea Ning, huyện Cư Kuin.\\nĐến nay tổng số heo mắc bệnh là 1.602 con. | 1602 | Đắk Lắk
where a firm that gives has its seat | UBND tỉnh Ninh Bình được một doanh nghiệp đóng trên địa bàn huyện Nho Quan tặng 3 ôtô. | 3 | Ninh Bình
the wind of a storm | Tỉnh Hà Tĩnh cấm biển.\\nTối nay, bão mạnh lên cấp 12 (133 km/h). | 133 | -
"""

TIMES = """
when something is to be finished dates nothing told later | Huyện cố hoàn thành mặt đường trước Tết Nguyên đán 2019.\\nSau khi hoàn thành, huyện sẽ trồng 1.100 cây bóng mát. | 1100 | -
from when something holds dates no other statement | Phí mới áp dụng từ năm 2018.\\nNgười dân đã đóng 1.659 tỷ đồng. | 1659000000000 | -
when a sum's work is done is not its time | Vốn cho ba trạm là 158 tỷ đồng và sẽ hoàn thành trong năm 2018. | 158000000000 | -
so many days of another feast are compared with | Sau 5 ngày nghỉ Tết 2019 có 144 vụ cháy, so với 5 ngày đầu kỳ nghỉ Tết Nguyên đán 2018 giảm 58 vụ. | 58 | 2019-01-01..2019-12-31
a title's year to come is not the article's | Năm 2019, phí rác dự kiến tăng 6%\\n\\nTin ngắn.\\n\\nSáng 13/8, 15 thành viên bỏ phiếu. Mức này tăng so với năm 2018. | 15 | 2018-08-13..2018-08-13
until now in a year | Trong năm 2019, sản lượng cao nhất đến thời điểm này là 90 tấn.\\nNgày 24/4, kho nhận 35 tấn. | 35 | 2019-04-24..2019-04-24
initials at a line's end end no sentence | Tháng 1-2013, hộ bà L.T. P.\\nbỗng nợ quỹ 30 triệu đồng. | 30000000 | 2013-01-01..2013-01-31
when a car was made | Tháng 3/2016, tỉnh nhận xe giá 2,85 tỷ đồng (sản xuất năm 2015). | 2850000000 | 2016-03-01..2016-03-31
"""

SUBJECTS = """
a length is no capital | Dự án cầu vượt có tổng vốn 2,4 tỷ USD.\\nDài gần 20 km, tuyến đi qua bốn quận. | 20 | chiều dài dự án cầu vượt
a distance from what and to what | Lúc 13h, tâm bão cách đảo Phú Quý khoảng 300 km. | 300 | khoảng cách từ tâm bão đến đảo Phú Quý
the next distance is from the same | Lúc 13h, tâm bão cách đảo Phú Quý khoảng 300 km, cách Phan Rang khoảng 310 km. | 310 | khoảng cách từ tâm bão đến Phan Rang
a level named right before its brackets | Người dân chưa ưng mức giá bồi thường (120 triệu đồng). | 120000000 | mức giá bồi thường
who took them away is not counted | Công an huyện Vụ Bản đã tạm giữ 5 người. | 5 | người bị tạm giữ
what gifts are worth | Hội tặng 3 máy bơm hạng sang trị giá 66 triệu đồng. | 66000000 | trị giá máy bơm hạng sang
"""

OTHERS = """
parts around other brackets | Tuyến dài gần 20 km, qua hai quận (Thủ Đức) và Dĩ An. Trong đó 3,4 km trong hầm (2 trạm) và hơn 16 km trên cầu cạn (9 trạm). | 16 | whole | 20
a fall of so much to so much of a thing | Huyện đặt mục tiêu kéo giảm tai nạn giao thông từ 10-20%. | 10 | change | decrease
a share of those to be taken | Trường dành 45% tổng chỉ tiêu tuyển sinh cho học sinh giỏi. | 45 | status | target
the next thing told in the same form | Phí xe loại một sẽ giảm từ 40.000 đồng xuống 35.000 đồng. Phí xe loại hai giảm từ 55.000 đồng xuống 45.000 đồng. | 45000 | status | target
compared with, in other words | Toàn huyện có 27 vụ, so sánh với ngày thứ 5 kỳ nghỉ trước giảm 20 vụ. | 20 | baseline | ngày thứ 5 kỳ nghỉ trước
"""


def _row(nlp: Any, text: str, value: str) -> Any:
    wanted = float(value)
    return next(row for row in nlp(text)._.statistics if wanted in (row.value, row.low))


@pytest.mark.parametrize(("text", "value", "kind", "unit"), cases(KINDS))
def test_kinds_and_units(nlp: Any, text: str, value: str, kind: str, unit: str) -> None:
    row = _row(nlp, text, value)
    assert (row.kind, row.unit) == (kind, unit)


@pytest.mark.parametrize(("text", "value"), cases(NONE))
def test_numbers_that_are_no_figures(nlp: Any, text: str, value: str) -> None:
    assert float(value) not in [row.value for row in nlp(text)._.statistics]


@pytest.mark.parametrize(("text", "value", "expected"), cases(PLACES))
def test_places(nlp: Any, text: str, value: str, expected: str) -> None:
    assert (_row(nlp, text, value).place_name or "-") == expected


@pytest.mark.parametrize(("text", "value", "expected"), cases(TIMES))
def test_times(nlp: Any, text: str, value: str, expected: str) -> None:
    row = _row(nlp, text, value)
    told = f"{row.period_start or ''}..{row.period_end or ''}" if row.period_start or row.period_end else "-"
    assert told == expected


@pytest.mark.parametrize(("text", "value", "expected"), cases(SUBJECTS))
def test_subjects(nlp: Any, text: str, value: str, expected: str) -> None:
    assert (_row(nlp, text, value).subject or "").startswith(expected)


@pytest.mark.parametrize(("text", "value", "column", "expected"), cases(OTHERS))
def test_other_columns(nlp: Any, text: str, value: str, column: str, expected: str) -> None:
    row = _row(nlp, text, value)
    if column == "whole":
        whole = next(other for other in nlp(text)._.statistics if other.statistic_id == row.total_id)
        assert expected in (f"{whole.value:g}" if whole.value is not None else f"{whole.high:g}")
    else:
        assert str(getattr(row, column)) == expected

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
an amount of votes | Ông Lê Văn Tám có số phiếu tín nhiệm cao là 58 và 64. | 64 | count | phiếu
a mark among marks | Tỉnh công bố chỉ số cải cách hành chính\\n\\nHuyện Mai Sơn đạt 87,45; huyện Yên Châu đạt 82,3 điểm. | 87.45 | score | điểm
spots that were raided are counted | Công an đã triệt phá 27 điểm đánh bạc. | 27 | count | điểm
applicants for one place | Tỷ lệ chọi vào trường là 1 chọi 4. | 0.25 | ratio | 1
a bare number of people | Dân số tỉnh Hòa Bình đạt 0,85 triệu\\n\\nDân số khu vực thành thị là 134.500. | 134500 | count | người
"""

NONE = """
the numbers of a motto | Tỉnh Thái Bình yêu cầu các huyện chuẩn bị theo phương châm "3 sẵn sàng, 4 tại chỗ". | 3
the year of a code whose symbol stands apart | Công ty nhận quyết định số 1039/15 QĐ - CT của Cục Thuế tỉnh. | 15
the number of a line of traffic | Dự án mở tuyến giao thông số 3 nối với đường cao tốc, dài 12 km. | 3
what stands behind the comma of a price | Vàng giao dịch ở mức 35,71-36,14 triệu/lượng (MV - BR). | 14000000
a class and its price are no two sums | Xe loại 2 xuống 45.000 đồng, loại 3 xuống 65.000 đồng. | 2
the number of a firm | Doanh nghiệp Xây lắp số 1 tỉnh Điện Biên nợ 5 tỷ đồng. | 1
the number of a road between provinces | Vụ va chạm trên đường liên tỉnh 789 làm 4 người bị thương. | 789
the year of a contest that goes on | Cuộc thi Khởi nghiệp trẻ 2017 bước vào vòng cuối với 12 đội. | 2017
fine dust is named by its size | Nồng độ bụi PM 2.5 ở thành phố vượt chuẩn trong 14 ngày. | 2.5
the year behind the short name of a survey | Khảo sát SIPAS 2018 cho thấy 81% người dân hài lòng. | 2018
"""

PLACES = """
where a fisherman lives | Tàu cá bị đâm chìm ở vùng biển huyện Lý Sơn\\n\\nSáng nay, tại huyện đảo Lý Sơn, tàu của ngư dân Trần Văn Bốn (50 tuổi, xã Bình Châu, huyện Bình Sơn) chở 14 thuyền viên bị đâm chìm. | 14 | Lý Sơn
a hamlet's commune, told further on | Lũ ở bản Na Hạ (Quan Sơn, Thanh Hóa) làm 12 người mất tích.\\nBản Na Hạ, xã Na Mèo, nằm ven suối. | 12 | Na Mèo
a district holds no districts | Huyện Hóc Môn có số vụ cháy nhiều nhất trong 24 quận, huyện của TP.HCM. | 24 | Hồ Chí Minh
what is told of two provinces | Điển hình là 3 vụ sạt lở tại tỉnh Yên Bái, tỉnh Lào Cai. | 3 | Việt Nam
organs of which each province has one | Cục thuế Hà Nội thu 185 tỷ đồng.\\nCó 8 cục thuế chưa báo cáo. | 8 | Việt Nam
a word behind a name is no newspaper | Cục thuế TP.HCM thu 1.380 tỷ đồng.\\nCòn Cục thuế Hà Nội mới đạt 185 tỷ đồng. | 185000000000 | Hà Nội
a man's own field | Ông Lê Văn Ba (55 tuổi, trú xã Gio Mỹ, huyện Gio Linh, tỉnh Quảng Trị) có ruộng khô hạn. Ông chuyển đổi 3.500 m2 đất sang trồng dưa. | 3500 | Gio Mỹ
a sum of all behind the first case | Tỉnh Đắk Lắk có dịch heo\\n\\nTỉnh họp bàn chống dịch.\\n\\nDịch xuất hiện đầu tiên tại xã Ea Ning, huyện Cư Kuin.\\nĐến nay tổng số heo mắc bệnh là 1.602 con. | 1602 | Đắk Lắk
where a firm that gives has its seat | UBND tỉnh Ninh Bình được một doanh nghiệp đóng trên địa bàn huyện Nho Quan tặng 3 ôtô. | 3 | Ninh Bình
the wind of a storm | Tỉnh Hà Tĩnh cấm biển.\\nTối nay, bão mạnh lên cấp 12 (133 km/h). | 133 | -
the place behind the last of a row | Mưa lũ làm hỏng 1 nhà thờ, 2 trường học ở xã Quế Long. | 1 | Quế Long
places in turn, whatever is named between | Cả nước có nhiều đổi thay. Sơn La và Lai Châu lần lượt xếp thứ 3 và thứ 4 về mức lương với lần lượt 5,1 triệu đồng và hơn 4,5 triệu đồng. | 4500000 | Lai Châu
a level that is only compared with | Mức giá bình quân của Bến Tre chỉ bằng 78,2% so với mức giá chung của Hà Nội.\\nNhóm hàng ăn uống bằng 82,3%. | 82.3 | Bến Tre
a standard of the country places nothing | Năm qua, thành phố Huế có 14 ngày nồng độ bụi vượt quá tiêu chuẩn Việt Nam. | 14 | Huế
what is told of an article's one event | Xưởng gỗ ở Hưng Yên bốc cháy\\n\\nSáng nay, xưởng gỗ ở Hưng Yên bị cháy.\\nVụ cháy xảy ra tại thị trấn Như Quỳnh, huyện Văn Lâm, tỉnh Hưng Yên.\\nSáu xe chữa cháy của tỉnh Hưng Yên được điều đến. | 6 | Như Quỳnh
an article of two events keeps the province | Hai vụ cháy ở Hưng Yên\\n\\nSáng nay, một xưởng bị cháy tại huyện Văn Lâm, tỉnh Hưng Yên.\\nTối nay, một kho bị cháy tại huyện Khoái Châu.\\nTỉnh Hưng Yên điều sáu xe chữa cháy. | 6 | Hưng Yên
a row of counts over provinces | Quảng Trị cấm nhập lợn\\n\\nDịch được phát hiện tại xã Hải Ba.\\nBệnh lây sang 120 hộ, 31 xã, 12 huyện của 7 tỉnh Hà Nam, Nam Định, Hải Dương. | 31 | Việt Nam
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
years and figures in turn | Hai lần lấy phiếu năm 2013 và 2014, bà Hoa đạt số phiếu cao là 41 và 53 phiếu. | 53 | 2014-01-01..2014-12-31
a level that is compared with | Mức thưởng bình quân năm 2018 bằng 3,8 triệu đồng so với năm trước là 4,2 triệu đồng. | 4200000 | 2017-01-01..2017-12-31
a vision is no time | Tỉnh có 26 khu vực được quy hoạch đến năm 2020, tầm nhìn đến năm 2030 với tổng diện tích 9.527 ha. | 9527 | ..2020-12-31
the document's month is not that of what it rules | Bài về ngư dân\\n\\nTin ngắn.\\n\\nTháng 7/2014, Chính phủ ban hành Nghị định 67.\\nTheo đó, cả nước sẽ đóng mới 2.300 tàu. | 2300 | -
a title's own month | Bão gây thiệt hại 41 tỷ đồng trong tháng 8/2019\\n\\nTừ ngày 2-12/8/2019, mưa lớn gây thiệt hại 43 tỷ đồng. | 41000000000 | 2019-08-01..2019-08-31
a title's figure has the time that opens the lead | Long An đón nhận 28 dự án tương đương 7.000 tỷ\\n\\nQuý IV/2018, Long An đón nhận 28 dự án với vốn 7.123 tỷ đồng. | 7000000000000 | 2018-10-01..2018-12-31
the term of an office | Kỳ họp bầu ông Nguyễn Văn Hai giữ chức Phó chủ tịch UBND tỉnh nhiệm kỳ 2016-2021, với 50/52 đại biểu đồng ý. | 50 | -
a day of the only month with its year | Hải quan tỉnh về đích\\n\\nTin ngắn.\\n\\nTính đến cuối ngày 28-12, chi cục thu 17.420 tỉ đồng.\\nTrong tháng 12-2017, lượng xe tăng mạnh. | 17420000000000 | ..2017-12-28
a feast's day with its date in brackets | Tai nạn dịp Tết 2018\\n\\nTính riêng mùng 5 Tết (20/2), toàn tỉnh xảy ra 9 vụ tai nạn. | 9 | 2018-02-20..2018-02-20
if in a year | Toàn tỉnh có 31.000 thí sinh năm 2018.\\nNếu như năm 2016, chỉ có 52 em dự thi. | 52 | 2016-01-01..2016-12-31
the year that a first payment of this year is of | Ngày 5/3/2019, tỉnh họp.\\nTổng số tiền tạm ứng đợt một năm nay là 245 tỷ đồng. | 245000000000 | 2019-01-01..2019-12-31
what a bracket's fall is compared with | Năm 2019, khán đài có 8.000 chỗ ngồi (giảm 2.000 chỗ ngồi với năm 2018). | 8000 | 2019-01-01..2019-12-31
since a month of a year tells no day's year | Quận mở dịch vụ\\n\\nTin ngắn.\\n\\nNgày 6/10, quận mở 3 dịch vụ công.\\nTừ tháng 10/2015, người dân tra cứu trên mạng. | 3 | -
"""

SUBJECTS = """
a length is no capital | Dự án cầu vượt có tổng vốn 2,4 tỷ USD.\\nDài gần 20 km, tuyến đi qua bốn quận. | 20 | chiều dài dự án cầu vượt
a distance from what and to what | Lúc 13h, tâm bão cách đảo Phú Quý khoảng 300 km. | 300 | khoảng cách từ tâm bão đến đảo Phú Quý
the next distance is from the same | Lúc 13h, tâm bão cách đảo Phú Quý khoảng 300 km, cách Phan Rang khoảng 310 km. | 310 | khoảng cách từ tâm bão đến Phan Rang
a level named right before its brackets | Người dân chưa ưng mức giá bồi thường (120 triệu đồng). | 120000000 | mức giá bồi thường
who took them away is not counted | Công an huyện Vụ Bản đã tạm giữ 5 người. | 5 | người bị tạm giữ
what gifts are worth | Hội tặng 3 máy bơm hạng sang trị giá 66 triệu đồng. | 66000000 | trị giá máy bơm hạng sang
what is ranked and who is | Cao Bằng đứng thứ hai về giá cả đắt đỏ. | 2 | thứ hạng về giá cả đắt đỏ của Cao Bằng
a measure before its rank | Mức giá chung của Kon Tum đứng thứ 23 trong cả nước. | 23 | thứ hạng về mức giá chung của Kon Tum trong cả nước
a rank behind what gives it | Tổng số dân của tỉnh là 2,4 triệu người, đứng thứ 6 trên cả nước. | 6 | thứ hạng về tổng số dân
a list of which somebody is one | Trường Đại học Vinh xếp thứ 97 trong danh sách trường tốt nhất. | 97 | thứ hạng của Trường Đại học Vinh trong danh sách trường tốt nhất
who leads an index | Bộ công bố chỉ số cải cách hành chính của các tỉnh.\\nQuảng Ninh vươn lên dẫn đầu bảng xếp hạng với kết quả 91,45. | 91.45 | chỉ số cải cách hành chính của Quảng Ninh
who is last in an index | Bộ công bố chỉ số cải cách hành chính của các bộ.\\nĐứng cuối bảng xếp hạng là Bộ Xây dựng (71,2%). | 71.2 | chỉ số cải cách hành chính của Bộ Xây dựng
a part of a payment by its number in words | Tổng số tiền tạm ứng đợt một là 245 tỷ đồng. | 245000000000 | tổng số tiền tạm ứng đợt một
"""

OTHERS = """
parts around other brackets | Tuyến dài gần 20 km, qua hai quận (Thủ Đức) và Dĩ An. Trong đó 3,4 km trong hầm (2 trạm) và hơn 16 km trên cầu cạn (9 trạm). | 16 | whole | 20
a fall of so much to so much of a thing | Huyện đặt mục tiêu kéo giảm tai nạn giao thông từ 10-20%. | 10 | change | decrease
a share of those to be taken | Trường dành 45% tổng chỉ tiêu tuyển sinh cho học sinh giỏi. | 45 | status | target
the next thing told in the same form | Phí xe loại một sẽ giảm từ 40.000 đồng xuống 35.000 đồng. Phí xe loại hai giảm từ 55.000 đồng xuống 45.000 đồng. | 45000 | status | target
compared with, in other words | Toàn huyện có 27 vụ, so sánh với ngày thứ 5 kỳ nghỉ trước giảm 20 vụ. | 20 | baseline | ngày thứ 5 kỳ nghỉ trước
those who were asked | Khảo sát lấy ý kiến 3.100 người dân. Có 62% số người được hỏi hài lòng; 18% chưa hài lòng. | 18 | whole | 3100
what was found among things examined | Tổ công tác kiểm tra 512 xe, phát hiện 92 xe vi phạm. | 92 | whole | 512
what came to harm | Toàn xã có 2.500 ha tiêu. Hạn hán khiến 150 ha tiêu chết hoàn toàn. | 150 | whole | 2500
no plan is one | Thành phố chưa có kế hoạch chặt 400 cây xà cừ. | 400 | status | actual
where something is tried | Quý tới, quận sẽ làm thí điểm trước ở 5 tuyến đường. | 5 | status | target
what the months left must bring | Để đạt chỉ tiêu, 4 tháng còn lại phải tăng trưởng trên 9%. | 9 | status | target
what was foreseen | Số thí sinh giảm so với 8.000 em dự thi mà Sở dự kiến trước đó. | 8000 | status | estimate
what is lacking is there | Chi cục còn phải thu thêm 1.700 tỉ đồng nữa. | 1700000000000 | status | actual
a proposal told in detail | Sở đề xuất sáp nhập các ban chỉ đạo trùng lặp. Cụ thể là giữ nguyên 40 ban, giải thể 41 ban. | 41 | status | target
a fall with a minus | So với Tết năm ngoái, số vụ giảm 150 vụ (-41%), giảm 8 người chết (-4%). | 41 | change | decrease
a length of time that is cut keeps its level | Ban tổ chức đã rút ngắn thời gian từ 60 ngày xuống còn 35 ngày. | 60 | change | None
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

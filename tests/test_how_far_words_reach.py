"""How far a time, a place or a forecast reaches beyond the words that tell it: the whole pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from tables import cases

TIMES = """
the day that opens a sentence dates the next one | Ngày 11/8/2014, tỉnh Gia Lai cho mở chợ đầu mối.\\nChợ có 64 sạp cá. | 64 | 2014-08-11..2014-08-11
a story goes on with what its people do | Sáng 26/8/2018, lái buôn tên Hải gọi điện cho bạn hàng.\\nAnh hẹn gặp ở chợ.\\nSau đó, anh trả trước 500 triệu đồng. | 500000000 | 2018-08-26..2018-08-26
another subject ends the story | Sáng 26/8/2018, lái buôn tên Hải gọi điện cho bạn hàng.\\nChợ đông người.\\nQuầy vải có 500 kiện hàng. | 500 | -
a sentence that goes back to the present has no such day | Ngày 11/8/2014, tỉnh Gia Lai cho mở chợ đầu mối.\\nChợ hiện có 64 sạp cá. | 64 | ..
a length was the same before the day | Ngày 11/8/2014, tỉnh Gia Lai cho mở đường mới.\\nMặt đường rộng 12 m. | 12 | -
what a project costs was so before the day | Ngày 11/8/2014, tỉnh Gia Lai cho mở chợ đầu mối.\\nChợ có tổng vốn đầu tư 64 tỷ đồng. | 64000000000 | -
another time that is not dated | Ngày 11/8/2014, tỉnh Gia Lai cho mở chợ đầu mối.\\nCách đây vài hôm, chợ bán 64 con bò. | 64 | ..
the year a text only looks back to | Năm ngoái, xã mất mùa.\\nHợp tác xã trồng 35 ha lúa. | 35 | -
a span of years is no longer meant two sentences on | Tỉnh họp\\n\\nTin ngắn.\\n\\nTrong giai đoạn 2011-2015, xã làm đường.\\nĐường đẹp.\\nThôn Hạ có 18 hộ nghèo. | 18 | -
a year is summed up when the next one has come | Hội nghị tổng kết công tác năm 2014 và triển khai nhiệm vụ năm 2015 diễn ra tại Gia Lai. Trong năm qua, tỉnh có 717 vụ cháy. | 717 | 2014-01-01..2014-12-31
a lunar year in the lead is the article's | Vé xe về quê\\n\\nCông đoàn tặng vé dịp Tết Ất Mùi.\\n\\nNgày 5/2, bến xe phát 320 vé. | 320 | 2015-02-05..2015-02-05
those who are enrolled in a year are not born in it | Kết quả tuyển sinh năm 2018 có 23 thí sinh ở Lạng Sơn trúng tuyển. | 23 | 2018-01-01..2018-12-31
who is born in a year is | Tài xế sinh năm 1988.\\nXe chở 23 bao ngô. | 23 | -
a figure below the lead is of no time that is named behind it | Tỉnh họp\\n\\nTin ngắn.\\n\\nKho chứa 900 bao gạo.\\nNăm 2012, tỉnh xây kho khác. | 900 | -
nor of one that is not dated | Tỉnh họp\\n\\nTin ngắn.\\n\\nKho vốn chứa lúa.\\nThủ kho đếm được 900 bao gạo.\\nMới đây, tỉnh xây kho khác. | 900 | -
who tells it anew tells it of no time named before | Trong sáu tháng đầu năm 2019, huyện phạt 16 cơ sở.\\nGiám đốc Sở Văn hóa thông tin, tỉnh có hơn 1.600 cơ sở. | 1600 | -
the month that a story has come to | Khách đặt hàng vào khoảng tháng 4/2019.\\nChủ xưởng nhận trước 40 triệu đồng. | 40000000 | 2019-04-01..2019-04-30
a title's number is dated by the text | Thành phố đấu giá đất thu 53.000 tỉ\\n\\nTin ngắn.\\n\\nTrong năm 2019, thành phố thu trên 53.000 tỉ đồng từ đấu giá đất. | 53000000000000 | 2019-01-01..2019-12-31
a plan behind the figure has a time of its own | Huyện đã thu hồi được 75% mặt bằng, dự kiến khởi công cuối năm 2021. | 75 | -
so many months of the year that the title tells | Tình hình 9 tháng đầu năm 2019\\n\\nTỉnh họp.\\n\\nTrong 9 tháng có 152 vụ cháy. | 152 | 2019-01-01..2019-09-30
the term of a congress is not when it met | Đại hội Đảng bộ huyện lần thứ XV, nhiệm kỳ 2020 - 2025 khai mạc.\\nĐại hội có 250 đại biểu. | 250 | -
months are summed up to the one named | Tháng 7/2019, tỉnh tuyển 2.150 lao động, lũy kế 7 tháng là 14.800 lao động. | 14800 | 2019-01-01..2019-07-31
a term in prison is of no time over which the crimes were done | Từ tháng 3 đến tháng 8/2018, nhóm này gây ra 21 vụ trộm.\\nTòa tuyên phạt bị cáo Tý 9 năm tù. | 9 | -
a year in brackets is its figure's | Số lượt khám bệnh tăng từ 1.930 lượt (2014) lên 2.870 lượt (2016). | 1930 | 2014-01-01..2014-12-31
and so is the next one | Số lượt khám bệnh tăng từ 1.930 lượt (2014) lên 2.870 lượt (2016). | 2870 | 2016-01-01..2016-12-31
a year in brackets dates nothing told later | Số lượt khám bệnh tăng lên 2.870 lượt (2016). Qua 12 đợt đo, bụi vượt chuẩn. | 12 | -
the year of a law is none | Theo điều 285 Bộ luật hình sự (1999), tòa phạt 3 người. | 3 | -
brackets that say which years are meant | Trong 3 năm (2016-2018), huyện giải quyết việc làm cho 3.500 lao động. | 3500 | 2016-01-01..2018-12-31
years that are told in turn | Số vụ cháy các năm 2014, 2015, 2016 lần lượt là 12 vụ, 15 vụ và 18 vụ. | 15 | 2015-01-01..2015-12-31
in turn, with what brackets add | Năm 2017 và 2018 doanh thu lần lượt là 58 tỷ đồng (tăng 1,2%) và 57 tỷ đồng (giảm 1,1%). | 57000000000 | 2018-01-01..2018-12-31
years before colons | Số vụ cháy năm 2014: 12 vụ, 2015: 15 vụ, 2016: 18 vụ. | 15 | 2015-01-01..2015-12-31
years before verbs | Năm 2014 có 12 vụ cháy, 2015 có 15 vụ, 2016 có 18 vụ. | 18 | 2016-01-01..2016-12-31
a point in time of the title dates no other figure | Cuối năm 2019 xây xong khu nhà ở\\n\\nTin ngắn.\\n\\nCó 705 hộ bị thu hồi đất. | 705 | -
"""

PLACES = """
a street that was located keeps its place | Hạ mặt đường Kinh Dương Vương\\n\\nTP HCM họp về đường Kinh Dương Vương (quận Bình Tân).\\n\\nĐường Kinh Dương Vương có 3 gói thầu. | 3 | Bình Tân
a housing estate that was located, before it is | Cư xá Thanh Đa có 11 hộ ở lại.\\nTP HCM cho sửa cư xá Thanh Đa, phường 27, quận Bình Thạnh. | 11 | Phường 27
a bridge stands where its canal is named | Hai xe rơi khi cầu Tân Nghĩa sập ở Đồng Tháp.\\nCầu Tân Nghĩa bắc qua kênh Tháp Mười (huyện Cao Lãnh) gãy nhịp.\\nCầu Tân Nghĩa dài 150 m. | 150 | Cao Lãnh
a firm does not stay where it has its seat | Gạo Sóc Trăng\\n\\nTin ngắn.\\n\\nCông ty Hoa Sen (thị xã Ngã Năm) mua gạo khắp tỉnh Sóc Trăng.\\nCông ty Hoa Sen mua 900 tấn gạo. | 900 | Sóc Trăng
a school in a title is of the province in its name | Trường ĐH Luật TP. HCM công bố điểm\\n\\nTin ngắn.\\n\\nCó 5.709 thí sinh dự thi. | 5709 | Hồ Chí Minh
a school named for a town is of the province that is named | Các trường ở Nghệ An công bố điểm\\n\\nTin ngắn.\\n\\nĐH Công nghiệp Vinh có 960 chỉ tiêu. ĐH Công nghiệp Vinh mở 11 ngành. | 11 | Nghệ An
communes of several districts are of their province | Hà Nội đổi đất\\n\\nTin ngắn.\\n\\nDoanh nghiệp nhận quỹ đất 836 ha tại các xã Đông Hội, Xuân Canh (huyện Đông Anh); các xã Yên Viên, Dương Xá (huyện Gia Lâm). | 836 | Hà Nội
two districts before a figure are of their province | Huyện Kỳ Sơn và huyện Tương Dương có 1.200 hộ dân bị ngập. | 1200 | Nghệ An
what is said of a town is not of its province | Thị xã Sầm Sơn là đô thị lớn thứ hai của tỉnh Thanh Hóa, có diện tích 1.788 ha. | 1788 | Sầm Sơn
the wind round a storm is nowhere | Bão số 3 hướng vào Quảng Ninh\\n\\nTin ngắn.\\n\\nSức gió mạnh nhất vùng gần tâm bão là 75 km/giờ. | 75 | -
how far off a storm is, is nowhere on the coast | Bão số 4 còn ở ngoài biển, cách các tỉnh Nghệ An, Quảng Bình khoảng 680 km. | 680 | -
"""

STATUSES = """
what the weather will be is estimated | Trong 24 giờ tới, ở Quảng Ninh có mưa to, lượng mưa 100-300 mm. | 100 | estimate
so is what the next sentence says of it | Dự báo trong 24 giờ tới bão mạnh thêm.\\nSóng biển cao 3 m. | 3 | estimate
what was measured is not | Dự báo trong 24 giờ tới bão mạnh thêm.\\nHồi 13 giờ, sóng biển cao 3 m. | 3 | actual
the name of who forecasts does not look ahead | Trung tâm Dự báo khí tượng thủy văn cho biết lượng mưa ở Quảng Ninh là 98 mm. | 98 | actual
"""

PLANS = """
what a plan says in its next sentence is planned | Bộ đã ban hành quyết định phê duyệt kế hoạch sáp nhập. Cụ thể, năm 2018 thực hiện ghép 192 xã ở Gia Lai. | 192 | target
so is what a list of the plan goes on with | Theo kế hoạch, thành phố chia ba nhóm việc. Trong đó, nhóm một dùng vốn ngân sách. Nhóm này gồm 52 cây cầu. | 52 | target
what is there already is not | Bộ đã ban hành quyết định phê duyệt kế hoạch sáp nhập. Cụ thể, năm 2018 ghép 192 xã thuộc 63 huyện. | 63 | actual
what has been done since is not | Tỉnh ban hành kế hoạch sáp nhập. Cụ thể, đến nay đã ghép 192 xã. | 192 | actual
another sentence ends the plan | Theo kế hoạch, thành phố chia ba nhóm việc. Chợ đông người. Quầy vải có 52 kiện hàng. | 52 | actual
an option is planned | Sở Giao thông vận tải tỉnh Nghệ An họp bàn việc giảm phí qua trạm.\\n\\nPhương án 2: Miễn phí cho 300 xe buýt. | 300 | target
what is there beside the options is not | Sở Giao thông vận tải tỉnh Nghệ An họp bàn việc giảm phí.\\n\\nPhương án 2: Miễn phí cho xe buýt. Hiện trạm thu 35.000 đồng mỗi lượt. | 35000 | actual
a plan goes on with its years | Tỉnh Gia Lai vừa phê duyệt quy hoạch chợ. Từ 2016-2020, 37 ha đất lúa được chuyển thành đất chợ. | 37 | target
what a city wants to raise is planned | Thành phố muốn huy động 200 tỷ đồng. | 200000000000 | target
"""

SUBJECTS = """
what has a measure is named beside it | Nước tràn qua đập là 5 triệu m3. Công trình có tổng kinh phí 20 tỷ đồng. | 20000000000 | tổng kinh phí công trình
what points back is left out of a phrase | Bà Hoa nói rằng có 70 tiểu thương bị ảnh hưởng bởi khu chợ này được hỗ trợ vốn. | 70 | tiểu thương bị ảnh hưởng bởi khu chợ được hỗ trợ vốn
"""


def _row(nlp: Any, text: str, value: str) -> Any:
    return next(row for row in nlp(text)._.statistics if float(value) in (row.value, row.low))


@pytest.mark.parametrize(("text", "value", "expected"), cases(TIMES))
def test_times(nlp: Any, text: str, value: str, expected: str) -> None:
    row = _row(nlp, text, value)
    found = [day.isoformat() if hasattr(day, "isoformat") else day or "" for day in (row.period_start, row.period_end)]
    assert "..".join(found) == (".." if expected == "-" else expected), row.period_text
    assert row.period_text is None or expected != "-"


@pytest.mark.parametrize(("text", "value", "expected"), cases(PLACES))
def test_places(nlp: Any, text: str, value: str, expected: str) -> None:
    assert (_row(nlp, text, value).place_name or "-") == expected


@pytest.mark.parametrize(("text", "value", "expected"), cases(PLANS))
def test_plans(nlp: Any, text: str, value: str, expected: str) -> None:
    assert _row(nlp, text, value).status == expected


@pytest.mark.parametrize(("text", "value", "expected"), cases(STATUSES))
def test_statuses_of_the_weather(nlp: Any, text: str, value: str, expected: str) -> None:
    assert _row(nlp, text, value).status == expected


@pytest.mark.parametrize(("text", "value", "expected"), cases(SUBJECTS))
def test_subjects(nlp: Any, text: str, value: str, expected: str) -> None:
    assert (_row(nlp, text, value).subject or "").lower() == expected

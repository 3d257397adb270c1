"""Statements as provincial reports make them one after the other: levels by degree, groups, opposites, rows of places, sums; the whole pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from tables import cases

SUBJECTS = """
the lowest is not told of the highest | Tiền thưởng cao nhất là 35 triệu đồng, thấp nhất là 200.000 đồng. | 200000 | tiền thưởng thấp nhất | -
nor is the mean | Giá lúa cao nhất 6.500 đồng/kg, thấp nhất 5.800 đồng/kg, bình quân 6.100 đồng/kg. | 6100 | giá lúa bình quân | -
whom a sentence opens with | Đối với các cơ sở tư nhân: Tiền thưởng cao nhất là 34 triệu đồng. | 34000000 | tiền thưởng cao nhất | cơ sở tư nhân
of whom a mean is | Đối với hợp tác xã: Tiền công cao nhất là 9 triệu đồng, bình quân xã viên là 4 triệu đồng. | 4000000 | tiền công bình quân xã viên | hợp tác xã
a part's own noun says which it is | Huyện kết nạp 214 đảng viên, trong đó có 38 đảng viên là người dân tộc thiểu số và 27 học sinh. | 27 | đảng viên được kết nạp | học sinh
what befell those before befell not the next | Hội đồng có 3 thí sinh bị đình chỉ do vi phạm quy chế và 162 thí sinh vắng mặt. | 162 | thí sinh bị đình chỉ do vi phạm quy chế | vắng mặt
a number that shares a noun | Kỳ thi có 351 thí sinh vắng mặt, 8 bị đình chỉ. | 8 | thí sinh bị đình chỉ | -
what hail did to fields | Mưa đá làm 261 ha lúa, 54 ha ngô bị gãy đổ. | 54 | diện tích ngô bị gãy đổ | -
what a flood took away | Lũ cuốn trôi 41 ha lúa, 12 ha ngô. | 12 | diện tích ngô bị cuốn trôi | -
what is said of several at once | Hơn 2.100 hộ với 8.400 nhân khẩu và 310 tàu cá tại 9 xã bị ảnh hưởng. | 8400 | nhân khẩu bị ảnh hưởng | -
people in no schools are not of the other town | Dân số thành thị chiếm 35,8%, nông thôn 64,2%. | 64.2 | dân số nông thôn | -
a name before a bare noun | Huyện còn 4.012 hộ nghèo; hộ cận nghèo 212 hộ. | 212 | hộ cận nghèo | -
who died of a disease is one of its own kind | Tỉnh ghi nhận 3.412 ca mắc sốt xuất huyết, có 1 ca tử vong. | 1 | ca tử vong | -
a share that names whole and group | Khách Trung Quốc chiếm 70% tổng lượng khách quốc tế. | 70 | tổng lượng khách quốc tế | khách trung quốc
a measure with a denominator | Dân số thành thị 310.000 người. Mật độ dân số 176 người/km2. | 176 | mật độ dân số | -
what attains a standard | Tỉnh có 101 trạm y tế, trong đó 88 trạm đạt chuẩn quốc gia. | 88 | trạm y tế của tỉnh | đạt chuẩn quốc gia
the total is of what was told before | Tháng này trồng 1.250 ha rừng, lũy kế từ đầu năm đạt 5.830 ha. | 5830 | diện tích trồng rừng | -
another state is no part | Huyện còn 45.000 khách hàng chưa được cấp điện. Hiện 21.000 khách hàng mất điện. | 21000 | khách hàng mất điện | -
what a change says it is of | Trong năm có 712 doanh nghiệp đăng ký mới, vốn 5.120 tỷ đồng, tăng 8,4% về số doanh nghiệp. | 8.4 | doanh nghiệp đăng ký mới | -
what is done next is done to the next | Tỉnh mở 38 vòi nước công cộng và chi 12 tỷ đồng hỗ trợ dân. | 12000000000 | chi hỗ trợ dân | -
a row of names with figures in brackets | Điểm chuẩn lớp 10 của các trường: Nguyễn Du (32 điểm), Nam Hà (27 điểm), Chu Văn An (22,5 điểm). | 27 | điểm chuẩn lớp 10 | trường nam hà
how many people live there | Quy hoạch chỉ đáp ứng quy mô dân số 200 nghìn người, giờ dân số đã hơn 1,2 triệu người. | 1200000 | dân số | -
what something made fall | Giá xăng giảm nhiều đợt giúp giá vé xe tại tỉnh Bình Dương giảm 7%. | 7 | giá vé xe | -
the dead of one place are no missing of another | Lũ làm 25 người chết tại Bình Định, Quảng Ngãi 7 người, Phú Yên 1 người. Hiện tìm được 1 người mất tích ở Gia Lai. Bình Định còn 25 người. | 7 | người chết | -
people of several wards | Tổng số dân ở 3 phường là hơn 41.000 người. | 41000 | tổng số dân ở 3 phường | -
animals called by their classifier alone | Tỉnh còn 1,4 triệu con heo. Dịch đã khiến 45.000 con phải tiêu hủy. | 45000 | con heo phải tiêu hủy | -
what a fine is of is no debt | Có 12 đơn vị nợ thuế tổng số tiền 98 tỷ đồng. Tỉnh phạt 8 đơn vị 420 triệu đồng. | 420000000 | số tiền tỉnh phạt 8 đơn vị | -
"""

WHOLES = """
a row that adds up to what was told before | Thanh tra lập biên bản 412 trường hợp. Chở quá tải 138 trường hợp; không giấy vận tải 74 trường hợp; lỗi khác 200 trường hợp. | 74 | 412
a row that does not is left alone | Thanh tra lập biên bản 412 trường hợp. Chở quá tải 138 trường hợp; không giấy vận tải 75 trường hợp; lỗi khác 200 trường hợp. | 75 | -
where most of them went | Tỉnh đưa 11.240 người đi làm việc ở nước ngoài, chủ yếu sang Đài Loan (5.120 người), Nhật Bản (3.014 người). | 5120 | 11240
causes are of the events | Xảy ra 214 vụ tai nạn làm 67 người bị thương. Nguyên nhân do người lao động chiếm 46% số vụ, còn lại 54% do nguyên nhân khác. | 54 | 214
a rate is no whole | Năm 2017 có 129 xã đạt chuẩn. Tỷ lệ người biết chữ đạt 85,1%, trong đó nữ 79,4%. | 79.4 | -
a sum is of a sum | Tỉnh đầu tư 214 tỷ đồng nâng cấp 41 chợ, trong đó vốn xã hội hóa chiếm 63%. | 63 | 214000000000
what was attained of a plan is no share | Tỉnh giải ngân 1.214 tỷ đồng. Trong đó, vốn địa phương 812 tỷ đồng, đạt 51%; vốn trung ương 402 tỷ đồng. | 51 | -
a number without a noun | Tỉnh có 41.200 hộ nghèo, cận nghèo, trong đó số hộ nghèo là 16.500. | 16500 | 41200
what stands in brackets is no whole of the next sentence | Tỉnh lấy phiếu 36 lãnh đạo (8 lãnh đạo khối HĐND, 28 lãnh đạo khối UBND). Trong đó có sáu lãnh đạo từng được lấy phiếu. | 6 | 36
most of those there are | Ông cho rằng trên 180 quán bia hơi thì 150 quán lấn vỉa hè. | 150 | 180
a row of two nouns | Thành phố đưa 1.253 căn vào danh mục. Nhóm một gồm 225 căn; nhóm hai có 382 căn; nhóm ba với 646 biệt thự. | 646 | 1253
the same of another year | Năm 2013 xảy ra 583 vụ cháy. Riêng năm 2014 xảy ra 255 vụ cháy. | 255 | -
communes of communes, wards and towns | Tỉnh có 185 xã, phường, thị trấn, trong đó có 58 xã đặc biệt khó khăn. | 58 | 185
a rate of other things | Tỉnh có 185 xã, phường, thị trấn, trong đó có 58 xã khó khăn; tỷ lệ hộ nghèo còn 12,5%. | 12.5 | -
what is left later | Đầu năm 2018 tỉnh có 11.200 hộ nghèo. Đến cuối năm còn 10.100 hộ. | 10100 | -
"""

PLACES = """
the place of one item of a list | Quảng Bình có lũ. Mưa lớn làm 1 nhà tại xã Trọng Hóa, huyện Minh Hóa bị sập; 214 nhà bị ngập. | 214 | Quảng Bình
many provinces lie in none | Hòa Bình hết dịch. Đến nay có 18 ổ dịch của 6 huyện thuộc 5 tỉnh đã qua 30 ngày. | 18 | Việt Nam
who sits in a province's party committee is no province | Đảng bộ tỉnh Đắk Lắk họp. Đại hội bầu 5 tỉnh ủy viên. | 5 | Đắk Lắk
no city is called by a number | Kiều hối chảy về TP. HCM. Kiều hối trên địa bàn TP 5 tháng đầu năm đạt hơn 2 tỷ USD. | 2000000000 | Hồ Chí Minh
countries lie in none | Việt Nam có dịch. Bệnh xuất hiện tại 59 quốc gia. | 59 | -
what is taken up again | Tai nạn ở TP HCM tăng. Theo ban ATGT quận Bình Thạnh, trên địa bàn xảy ra 19 vụ. Trong số 19 vụ, có 9 vụ do rượu. | 9 | Bình Thạnh
a trade of a province | Tỉnh Lào Cai có 630 trường. Toàn ngành có 17.240 giáo viên. | 17240 | Lào Cai
what stands behind the highest | Tỉnh Tây Ninh có tỷ lệ cử tri đi bầu đạt 99,2%, cao nhất là huyện Dương Minh Châu 99,9%. | 99.2 | Tây Ninh
schools called after places | Tỉnh Đồng Tháp chấm thi. Điểm chuẩn của các trường: Cao Lãnh (32 điểm), Hồng Ngự (27 điểm), Tân Hồng (22 điểm). | 27 | Đồng Tháp
where a suspect lives | Tại xã An Long, huyện Tam Nông (Đồng Tháp), công an bắt quả tang Lê Văn Ba (36 tuổi, xã Tân Công Sính, huyện Tam Nông) vận chuyển 7,2 kg ma túy. | 7.2 | An Long
"""

TIMES = """
the beginning of one year to a month of another | Từ đầu năm 2014 đến tháng 8/2017, huyện tiếp 126 lượt công dân. | 126 | 2014-01-01..2017-08-31
a year in brackets with a level of its own | Sở công bố điểm chuẩn năm học 2019-2020. Trường Nguyễn Du lấy 32 điểm (năm trước là 38,5 điểm). Trường Lê Lợi lấy 30 điểm. | 30 | 2019-09-01..2020-08-31
a period that is not over | Quận cấp giấy cho 44 lô đất trong giai đoạn 2017 đến nay. | 44 | 2017-01-01..None
the same months of the year before, named sentences back | Trong 5 tháng đầu năm 2018, thị trường đi xuống.\\nSố căn hộ giảm 25,9% so với 1.164 căn cùng kỳ năm 2017. | 1164 | 2017-01-01..2017-05-31
the level of then in brackets | Trong quý I/2018, tỷ lệ lấp đầy đạt 81%, cao hơn so với cùng kỳ năm 2017 (chiếm 76%). | 76 | 2017-01-01..2017-03-31
this year of admissions | Sở công bố điểm chuẩn năm học 2019-2020. Năm nay có 22 trường thi tuyển. | 22 | 2019-09-01..2020-08-31
a rank before "this year" | Trường tốp 2 năm nay có 1.358 học sinh dự thi năm 2018. | 1358 | 2018-01-01..2018-12-31
a title that rounds | Long An: Hơn 1.300 hộ thoát nghèo\\nTrong năm 2018, tỉnh Long An có 1.326 hộ thoát nghèo. | 1300 | 2018-01-01..2018-12-31
"""

OTHERS = """
an office for planning plans nothing | Sở Kế hoạch – Đầu tư cho biết tỉnh có 640 doanh nghiệp thành lập mới. | 640 | status | actual
a sum that is yet to be spent | Giám đốc cho biết 250 tỷ đồng sẽ được chi cho 3 hạng mục. | 250000000000 | status | target
higher than then by so much | Tỷ lệ đạt 84,1%, cao hơn so với năm 2017 là 3,2%. | 3.2 | change | increase
bodies given up in a row | Tỉnh giảm 130 đơn vị sự nghiệp, hai quỹ. | 2 | change | decrease
what a level of then is compared with | Có 29 dự án, giảm 9,4% so với 32 dự án cùng kỳ năm 2017. | 9.4 | baseline | cùng kỳ năm 2017
an index without points | Năm 2018, tỉnh đạt chỉ số 89,21. | 89.21 | kind | score
agreeing costs nothing | Có 38 ý kiến; trong đó 21,5 đồng ý hoàn toàn. | 21.5 | kind | count
a number glued to a day | Tính đến ngày 12/7,68 dự án còn hiệu lực. | 68 | unit | dự án
what is yet to be done to somebody | Hơn 200 giáo viên của huyện sẽ bị chấm dứt hợp đồng. | 200 | status | target
what a sentence calls a draft | Theo tờ trình, phí tham quan tại đảo là 100.000 đồng mỗi lượt. | 100000 | status | target
where a level moves from | Thành phố sẽ nâng chuẩn nghèo từ mức thu nhập dưới 21 triệu đồng lên 28 triệu đồng. | 21000000 | status | actual
what a warning foretells | Trung tâm cảnh báo bão tiếp tục gây mưa lớn. Vùng núi có lượng mưa 80 mm. | 80 | status | estimate
a share of a capacity | Dung tích hữu ích còn 98,4 triệu m3, chiếm 31,5% so với dung tích thiết kế. | 31.5 | change | None
how often a price fell | Các hãng đã giảm giá tổng cộng 2 lần. | 2 | kind | count
a wage without a unit | Lương tối thiểu vùng này hiện là 3.450.000. | 3450000 | kind | money
offices of one kind | Cả nước có 63 cục thuế. | 63 | unit | cục thuế
"""


def _row(nlp: Any, text: str, value: str) -> tuple[Any, dict[str, float | None]]:
    rows = nlp(text)._.statistics
    return [row for row in rows if float(value) in (row.value, row.low, row.high)][-1], {row.statistic_id: row.value for row in rows}


@pytest.mark.parametrize(("text", "value", "subject", "category"), cases(SUBJECTS))
def test_subjects_and_their_sub_groups(nlp: Any, text: str, value: str, subject: str, category: str) -> None:
    row, _ = _row(nlp, text, value)
    assert ((row.subject or "-").partition(" (")[0].lower(), (row.category or "-").lower()) == (subject, category)


@pytest.mark.parametrize(("text", "value", "whole"), cases(WHOLES))
def test_wholes(nlp: Any, text: str, value: str, whole: str) -> None:
    row, values = _row(nlp, text, value)
    assert values.get(row.total_id) == (None if whole == "-" else float(whole))


@pytest.mark.parametrize(("text", "value", "place"), cases(PLACES))
def test_places(nlp: Any, text: str, value: str, place: str) -> None:
    assert (_row(nlp, text, value)[0].place_name or "-") == place


@pytest.mark.parametrize(("text", "value", "period"), cases(TIMES))
def test_times(nlp: Any, text: str, value: str, period: str) -> None:
    row, _ = _row(nlp, text, value)
    assert f"{row.period_start}..{row.period_end}" == period


@pytest.mark.parametrize(("text", "value", "column", "expected"), cases(OTHERS))
def test_other_columns(nlp: Any, text: str, value: str, column: str, expected: str) -> None:
    assert str(getattr(_row(nlp, text, value)[0], column)) == expected


REPORT = (
    "Bình Dương có thêm doanh nghiệp.\nTrong quý I/2018, tỉnh cấp phép cho 1.240 doanh nghiệp với tổng vốn đăng ký 9.800 tỷ đồng. "
    "Thương nghiệp có 300 doanh nghiệp, vốn đăng ký 1.200 tỷ đồng. Vận tải có 61 doanh nghiệp, vốn đăng ký 310 tỷ đồng."
)


@pytest.mark.parametrize(
    ("value", "group", "whole"),
    [
        pytest.param(300, "thương nghiệp", 1240, id="the first group's count is of all that were counted"),
        pytest.param(1_200_000_000_000, "thương nghiệp", 9_800_000_000_000, id="its capital is of all capital"),
        pytest.param(61, "vận tải", 1240, id="the next group is no part of the first"),
        pytest.param(310_000_000_000, "vận tải", 9_800_000_000_000, id="nor is its capital"),
    ],
)
def test_sentences_that_each_tell_of_one_group(nlp: Any, value: float, group: str, whole: float) -> None:
    row, values = _row(nlp, REPORT, str(value))
    assert (row.category, values.get(row.total_id)) == (group, whole)

"""What figures are told of in statements of the press as they come by the thousand: subject, sub-group, whole and share, the whole pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from tables import cases

SUBJECTS = """
what is said of one figure is not of the next | Mưa lũ làm 120 ngôi nhà bị sập, 2.300 ha lúa bị ngập. | 2300 | diện tích lúa bị ngập | -
nor names its sub-group | Có 1.125 thí sinh đăng ký dự thi, trong đó 1.098 thí sinh có mặt, vắng 27 thí sinh. | 27 | thí sinh đăng ký dự thi | vắng
a part says itself which it is | Hơn 200 đại biểu dự hội nghị, trong đó có 35 đại biểu nữ. | 35 | đại biểu dự hội nghị | nữ
animals of one kind among others | Có 186 con gia súc bị chết rét, gồm 142 con trâu, 31 con bò và 13 con ngựa. | 31 | con gia súc bị chết rét | bò
a minority keeps its name | Trong số 1.240 hộ nghèo có 315 hộ là đồng bào dân tộc thiểu số. | 315 | hộ nghèo | đồng bào dân tộc thiểu số
a herd is counted in no other noun | Tổng đàn trâu, bò của huyện hiện có 45.600 con. | 45600 | tổng đàn trâu, bò của huyện | -
the width of a bridge is not its length | Cầu Nà Lơi dài 174 m, rộng gần 2,3 m. | 2.3 | chiều rộng cầu Nà Lơi | -
a place that is measured | Huyện đảo có 3 xã. Đảo Lý Sơn rộng chừng 10 km2 và có nhiều ruộng tỏi. | 10 | diện tích đảo Lý Sơn | -
what a list's head says its items are | Nhà trường thu các khoản xã hội hóa giáo dục như: ghế nhựa 10.000 đồng, quỹ lớp 200.000 đồng. | 200000 | khoản xã hội hóa giáo dục | quỹ lớp
a structure and its parts | Cơ cấu lao động: nông nghiệp 55%, công nghiệp - xây dựng 25%, dịch vụ 20%. | 20 | cơ cấu lao động | dịch vụ
a yield is no output | Sản lượng lúa đạt 65.000 tấn, năng suất bình quân 58 tạ/ha. | 58 | năng suất bình quân lúa | -
a rate of its own after a size | Tỉnh có 12 cụm công nghiệp với tổng diện tích 1.450 ha, tỷ lệ lấp đầy 65%. | 65 | tỷ lệ lấp đầy | -
a loan's term is no rate of interest | Lãi suất cho vay 6,5%/năm, thời hạn vay 5 năm. | 5 | thời hạn vay | -
what is levelled keeps its second syllable | Phần giải tỏa mặt bằng hiện còn khoảng 2%. | 2 | phần giải tỏa mặt bằng | -
people named by a noun of their own | Trường có 860 học sinh; đội ngũ giáo viên gồm 52 người. | 52 | giáo viên | -
a group that takes up a share is the sub-group | Xã có 560 hộ dân, đồng bào dân tộc Thái chiếm 85%. | 85 | hộ dân của xã | đồng bào dân tộc thái
the fires of a year are not in themselves | Số vụ cháy năm 2014: 12 vụ, 2015: 15 vụ. | 12 | vụ cháy | -
a group is one of what its own whole counts | Huyện có 13 đơn vị hành chính, dân số 72.000 người, trong đó đồng bào dân tộc thiểu số chiếm 74%. | 74 | dân số | đồng bào dân tộc thiểu số
whoever was asked says what follows | Trong 1.500 doanh nghiệp được khảo sát, 62% cho biết thiếu lao động. | 62 | doanh nghiệp được khảo sát | thiếu lao động
a whole and what its share is | Khoảng 70% diện tích rừng bị cháy là rừng thông. | 70 | diện tích rừng bị cháy | rừng thông
herds stand side by side | Tổng đàn trâu 48.600 con, đàn bò 21.300 con, đàn lợn 185.000 con. | 21300 | đàn bò | -
one insurance beside another | Số người tham gia BHXH bắt buộc là 22.400 người, BHXH tự nguyện 1.150 người. | 1150 | người tham gia bảo hiểm xã hội tự nguyện | -
what is done for somebody is said of them | Năm 2019, tỉnh Bắc Kạn tạo việc làm mới cho 5.200 lao động. | 5200 | lao động được tạo việc làm mới | -
a verb behind a comma is the next figure's | Tỉnh đào tạo nghề cho 6.150 lao động nông thôn, giải quyết việc làm cho 5.800 lao động. | 6150 | lao động nông thôn được đào tạo nghề | -
who has most of all only says whose it is | Huyện Na Rì có diện tích rừng trồng lớn nhất tỉnh với 1.250 ha. | 1250 | diện tích rừng trồng | -
communes are told by the criteria they meet | Toàn tỉnh có 13 xã đạt 19 tiêu chí, 25 xã đạt từ 10 đến 14 tiêu chí. | 25 | xã đạt từ 10 đến 14 tiêu chí | -
rain here and there | Nghệ An có mưa to (lượng mưa phổ biến 40-80 mm, có nơi trên 100 mm). | 100 | lượng mưa | có nơi
grades are told by a sentence's topic | Huyện có 698 cán bộ xã. Về lý luận chính trị: cao cấp 18 người, trung cấp 455 người. | 455 | cán bộ xã của huyện | trình độ lý luận chính trị trung cấp
what so many reservoirs hold | Dung tích 21 hồ chứa còn 68,5 triệu m3. | 68500000 | dung tích 21 hồ chứa | -
a density is no population | Dân số huyện là 72.000 người; mật độ dân số 687 người/km2. | 687 | mật độ dân số | -
damage and what did it | Dịch bệnh gây thiệt hại khoảng 5 tỷ đồng. | 5000000000 | thiệt hại do dịch bệnh | -
members of a party one after another | Đảng bộ kết nạp 603 đảng viên mới, trong đó: đảng viên nữ là 359 đồng chí, đảng viên là người có đạo 5 đồng chí. | 359 | đảng viên mới được kết nạp | đảng viên nữ
with regard to whom shares are told | Đối với cán bộ cấp xã, trình độ đại học đạt tỷ lệ 65,81%. | 65.81 | cán bộ cấp xã | trình độ đại học
a measure that is named anew | Diện tích lúa xuân là 75.700 ha. Diện tích sản xuất muối đạt 600 ha. | 600 | diện tích sản xuất muối | -
a college where the article prints it | Trường cao đẳng nghề tuyển 200 sinh viên hệ CĐ. | 200 | sinh viên hệ cao đẳng | -
an abbreviation with a sign inside is one word | Theo Giám đốc Sở NN&PTNT, tổng đàn lợn của tỉnh hiện còn 320.000 con. | 320000 | tổng đàn lợn của tỉnh | -
"""

LINKS = """
a body of its own is no part of what was counted before | Trường có 860 học sinh; đội ngũ giáo viên gồm 52 người. | 52 | - | -
a rate of others is no share of a count | Huyện có 15 xã với 23.000 hộ dân, tỷ lệ hộ nghèo còn 8,5%. | 8.5 | - | -
a rate of the same people is | Có 1.098 học sinh đỗ, tỷ lệ học sinh đỗ đạt 98%. | 98 | - | 1098
what a group takes up of what was counted is a part of it | Đảng bộ có 1.200 đảng viên, nữ chiếm 30%. | 30 | 1200 | -
so is what the next group takes up | Trường có 300 giáo viên, trình độ đại học chiếm 75%, trên đại học chiếm 12%. | 12 | 300 | -
of two counts beside each other, the one whose noun it names | Xã có 1.100 hộ với 4.900 khẩu, trong đó hộ nghèo chiếm 35%. | 35 | 1100 | -
without a group named between it is how many they are | Có 300 người trình độ đại học, chiếm 75%. | 75 | - | 300
a share that names its own whole is of that | Cả nước có 10.000 trang trại, thịt lợn chiếm 70% các sản phẩm thịt. | 70 | - | -
what communes attain is no share of them | Cử tri đi bầu đạt 99,2%; có 3 xã đạt 100%. | 100 | - | -
a part of a population is none of its size | Dân số là 1.245.000 người, trong đó dân tộc Kinh chiếm 67%. | 67 | 1245000 | -
a row of shares proves its whole | Xã có 698 cán bộ. Có 412 người đạt đại học (59%), 61 người cao đẳng (8,7%). | 412 | 698 | 59
what stands behind the brackets of the parts is none | Mưa lũ làm 8 người chết (3 người ở Kỳ Sơn, 5 người ở Quế Phong) và 2 người mất tích. | 2 | - | -
how full rooms are is no share of them | Tỉnh có 225 cơ sở lưu trú với 3.200 phòng, công suất sử dụng phòng đạt 55%. | 55 | - | -
doses are no share of a population | Tỉnh đã tiêm 625.000 liều vắc xin, đạt 45% dân số. | 45 | - | -
a percentage of a later statement names whose it is | Tỉnh cử 120 cán bộ đi học. Đến nay, 98% cán bộ, công chức cấp xã đạt chuẩn. | 98 | - | -
two small numbers of other sentences add up by chance | Tỉnh có 18 dự án hòa lưới và 3 dự án thủy điện. Vốn của 15 dự án là 42.000 tỷ đồng. | 15 | - | -
"""

BASELINES = """
a baseline ends before what is said next | Chỉ số sản xuất công nghiệp tăng 2,3% so với tháng trước và tăng 9,1% so với cùng kỳ. | 2.3 | tháng trước
"""

CHANGES = """
what is compared once changes for all that follows in its row | So với cùng kỳ giảm 15 vụ, 8 người chết và 12 người bị thương. | 12 | decrease
a level in a row of levels is no change | Xảy ra 15 vụ, 8 người chết và 12 người bị thương. | 12 | -
changes with their shares in brackets go on | Tai nạn giảm 10 vụ (10,9%), 7 người chết (9,7%) so với cùng kỳ. | 7 | decrease
a row of units that were given up | Tỉnh Kon Tum giảm 1 sở, 15 phòng, 210 thôn. | 210 | decrease
the most of all that were given up | Huyện Đăk Hà giảm nhiều nhất với 35 thôn. | 35 | decrease
"""


def _rows(nlp: Any, text: str, value: str) -> tuple[Any, dict[str, Any]]:
    rows = nlp(text)._.statistics
    return next(row for row in rows if float(value) in (row.value, row.low, row.high)), {row.statistic_id: row.value for row in rows}


@pytest.mark.parametrize(("text", "value", "subject", "category"), cases(SUBJECTS))
def test_subjects_and_their_sub_groups(nlp: Any, text: str, value: str, subject: str, category: str) -> None:
    row, _ = _rows(nlp, text, value)
    assert ((row.subject or "-").partition(" (")[0].lower(), (row.category or "-").lower()) == (subject.lower(), category.lower())


@pytest.mark.parametrize(("text", "value", "whole", "share"), cases(LINKS))
def test_wholes_and_shares(nlp: Any, text: str, value: str, whole: str, share: str) -> None:
    row, values = _rows(nlp, text, value)
    assert [values.get(one) for one in (row.total_id, row.share_id)] == [None if one == "-" else float(one) for one in (whole, share)]


@pytest.mark.parametrize(("text", "value", "baseline"), cases(BASELINES))
def test_baselines(nlp: Any, text: str, value: str, baseline: str) -> None:
    assert _rows(nlp, text, value)[0].baseline == baseline


@pytest.mark.parametrize(("text", "value", "change"), cases(CHANGES))
def test_changes(nlp: Any, text: str, value: str, change: str) -> None:
    assert (_rows(nlp, text, value)[0].change or "-") == change


def test_a_term_in_prison_is_told_of_the_courts_unit(nlp: Any) -> None:
    text = "TAND tỉnh Nghệ An xét xử vụ giết người.\nBị cáo gây án ở huyện Nghĩa Đàn.\nHội đồng xét xử tuyên phạt bị cáo 18 năm tù."
    assert [row.place_name for row in nlp(text)._.statistics if row.value == 18] == ["Nghệ An"]

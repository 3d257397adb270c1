"""What figures are told of in statements of the press as they come by the thousand: subject, sub-group, whole and share, the whole pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract

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
"""

BASELINES = """
a baseline ends before what is said next | Chỉ số sản xuất công nghiệp tăng 2,3% so với tháng trước và tăng 9,1% so với cùng kỳ. | 2.3 | tháng trước
"""

CHANGES = """
what is compared once changes for all that follows in its row | So với cùng kỳ giảm 15 vụ, 8 người chết và 12 người bị thương. | 12 | decrease
a level in a row of levels is no change | Xảy ra 15 vụ, 8 người chết và 12 người bị thương. | 12 | -
"""


def _cases(table: str) -> list[Any]:
    rows = (map(str.strip, line.split(" | ")) for line in table.strip().splitlines())
    return [pytest.param(*cells, id=name) for name, *cells in rows]


@pytest.fixture(scope="module")
def nlp() -> Any:
    return extract.load()


def _rows(nlp: Any, text: str, value: str) -> tuple[Any, dict[str, Any]]:
    rows = nlp(text)._.statistics
    return next(row for row in rows if float(value) in (row.value, row.low, row.high)), {row.statistic_id: row.value for row in rows}


@pytest.mark.parametrize(("text", "value", "subject", "category"), _cases(SUBJECTS))
def test_subjects_and_their_sub_groups(nlp: Any, text: str, value: str, subject: str, category: str) -> None:
    row, _ = _rows(nlp, text, value)
    assert ((row.subject or "-").partition(" (")[0].lower(), (row.category or "-").lower()) == (subject.lower(), category.lower())


@pytest.mark.parametrize(("text", "value", "whole", "share"), _cases(LINKS))
def test_wholes_and_shares(nlp: Any, text: str, value: str, whole: str, share: str) -> None:
    row, values = _rows(nlp, text, value)
    assert [values.get(one) for one in (row.total_id, row.share_id)] == [None if one == "-" else float(one) for one in (whole, share)]


@pytest.mark.parametrize(("text", "value", "baseline"), _cases(BASELINES))
def test_baselines(nlp: Any, text: str, value: str, baseline: str) -> None:
    assert _rows(nlp, text, value)[0].baseline == baseline


@pytest.mark.parametrize(("text", "value", "change"), _cases(CHANGES))
def test_changes(nlp: Any, text: str, value: str, change: str) -> None:
    assert (_rows(nlp, text, value)[0].change or "-") == change

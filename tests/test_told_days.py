"""Days on which something was told, days without a date of the article, the article's year, and wholes told in ordinary prose: the rules alone."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract
from tables import cases

DAYS = """
the day of telling is not that of what is told | Ngày 11/3/2018, ông Quý cho biết huyện hợp đồng với 200 giáo viên. | 200 | -
the day of an event is its figures' | Ngày 11/3/2018, lũ cuốn 200 ngôi nhà. | 200 | 2018-03-11..2018-03-11
a day does not reach the next sentence without the article's date | Ngày 11/3/2018, lũ về.\\nTrạm bơm có 200 máy. | 200 | -
a state as of a day is no day of telling | Tính đến ngày 11/3/2018, huyện có 200 giáo viên. | 200 | ..2018-03-11
the same span that opens a sentence tells a level | Quý II/2018 lãi 82 tỷ đồng. Cùng kỳ quý II/2017 lỗ 33 tỷ đồng. | 33000000000 | 2017-04-01..2017-06-30
cumulated months take the year before them | Quý II/2018 lãi 82 tỷ đồng, lũy kế 6 tháng lãi 92 tỷ đồng. | 92000000000 | 2018-01-01..2018-06-30
an examination's name tells the year of its day | Thi cử\\n\\nTin ngắn.\\n\\nBan chỉ đạo thi THPT quốc gia 2018 họp.\\nSáng 25-6 có 900 thí sinh vắng thi. | 900 | 2018-06-25..2018-06-25
the day since when a station works is not the article's year | Tin ngắn\\n\\nXe ùn ở trạm.\\n\\nTrạm thu phí hoạt động từ ngày 1/6/2017.\\nTối 15/1, lái xe bỏ lại 20 xe. | 20 | -
a time that lies so long behind is not that of the sentence before | Năm 2014 có 500 vụ. Sau 5 tháng triển khai, thành phố đưa 320 người vào trung tâm. | 320 | -
this school year is the one named last | Năm học 2017-2018 có ít lớp. Trong năm học này, trường có 30 lớp. | 30 | 2017-09-01..2018-08-31
a year that is called this one is the article's | Xã họp bàn. Riêng trong năm 2018 này, xã vay vốn. Nhu cầu năm nay là 30 tỷ đồng. | 30000000000 | 2018-01-01..2018-12-31
the multiple of a year is told of the next | Năm 2018, công ty lãi gấp 3 lần năm 2017. | 3 | 2018-01-01..2018-12-31
the level that a rise is compared with | Quý I/2018 tăng 7,64%, cao hơn mức tăng 7,46% của quý I/2017. | 7.46 | 2017-01-01..2017-03-31
a clause that opens with the same days a year before | Quý I/2018, xây dựng tăng 8,48%, cùng kỳ tăng 10,08%. | 10.08 | 2017-01-01..2017-03-31
all that stands in the brackets of a year | Năm 2018 tuyển 200 em, giảm so với năm 2017 (310 em: nam 90 em, nữ 220 em). | 220 | 2017-01-01..2017-12-31
what comes true later dates nothing behind it | Trong 7 tháng đầu năm 2019, huyện đón 500 lượt khách. Dự kiến cả năm 2019 đón 800 lượt khách. Khách Hàn có 90 lượt khách. | 90 | 2019-01-01..2019-07-31
who was born when dates nothing | Năm 2018 xe chở 40 khách. Tài xế (sinh năm 1985) và 5 hành khách bị thương. | 5 | 2018-01-01..2018-12-31
of two school years the one that ends is the article's | Trường họp\\n\\nTin ngắn.\\n\\nNăm học 2017-2018 có ít lớp. Năm học 2018-2019 sẽ có nhiều lớp.\\nNgày 5/2, trường có 30 lớp. | 30 | 2018-02-05..2018-02-05
the same days a year before, up to a day | Tính đến ngày 8/8/2019, tỉnh có 927 ca, tăng so với cùng kỳ năm 2018 (405 ca). | 405 | ..2018-08-08
a century dates nothing behind it | Nhà cổ ở thế kỷ 19.\\nKhu này có 25 hộ. | 25 | -
a building begun in a year is no event's name | Nhà cao tầng\\n\\nTin ngắn.\\n\\nNhà ngưng thi công từ năm 2011 đến nay. Ngày 5/2, quận có 20 nhà như thế. | 20 | -
two times that adjoin are one | Năm 2016 và 5 tháng đầu năm 2017, huyện có 42 vụ cháy. | 42 | 2016-01-01..2017-05-31
"""

WHOLES = """
shares that make up a hundred are of the count before them | Tại 44 ổ dịch thì có 36% do xe; 25% do lợn; 39% do cám. | 36<44; 39<44
what stands behind "trong" is a whole itself | Riêng nhóm ấy, 6 em đỗ. Riêng trong 6 em, có 2 em nữ. | 2<6
as many as the whole are no part | Xã có 6 xe. Cụ thể, có 6 xe chạy dầu. | 6<-
labels in a bracket are parts of what stands before it | Có 45 thí sinh vi phạm quy chế (khiển trách: 1, đình chỉ: 44). | 1<45; 44<45
a noun for any case takes up what was counted | Có 27 thí sinh vi phạm, trong đó 26 trường hợp bị đình chỉ. | 26<27
a whole in brackets right behind its part | Cả tỉnh có 320 kỹ sư (trong 500 kỹ sư mới tuyển) về xã. | 320<500
lying in the number of | Bà nói 200 giáo viên này nằm trong số hơn 600 giáo viên dôi dư. | 200<600
a part that is larger than what follows has no whole there | Bà nói 700 giáo viên này nằm trong số hơn 600 giáo viên dôi dư. | 700<-
people are no part of districts | Trong số 100 quận, huyện nói trên, 40 quận, huyện có từ 60 người trở lên. | 40<100; 60<-
what adds up to a count before it | Xã có 17 người gặp nạn. Sáng nay 4 người được cứu, 13 người vẫn mất liên lạc. | 4<17; 13<17
what adds up to a count behind it | Thôn Hạ có 162 hộ nghèo, thôn Thượng có 189 hộ nghèo. Cả xã có 351 hộ nghèo. | 162<351; 189<351
what adds up but for one is no part | Xã có 17 người gặp nạn. Sáng nay 4 người được cứu, 12 người bị thương. | 4<-; 12<-
exports less imports are no sum | Tỉnh xuất khẩu 141 triệu USD, nhập khẩu 116 triệu USD, xuất siêu 25 triệu USD. | 116000000<-; 25000000<-
rates add up to nothing | Thợ phụ lĩnh 2 triệu đồng/tháng, thợ cả lĩnh 5 triệu đồng/tháng, hơn nhau 3 triệu đồng/tháng. | 2000000<-; 3000000<-
interest that two parties share | Khoản vay có lãi 9%/năm, trong đó xã chịu 2%/năm, hộ chịu 7%/năm. | 2<9; 7<9
what branches contribute to a growth rate | Trong mức tăng trưởng chung 7,64%, nông nghiệp đóng góp 1,64 điểm phần trăm. Dịch vụ đóng góp 6 điểm phần trăm. | 1.64<7.64; 6<7.64
parts in brackets with their noun cut short | Trường chấm 95 bài thi (33 bài Văn, 62 bài Toán) trong tuần. | 33<95; 62<95
one part in brackets | Trạm có 50 nhân viên (thuê ngoài 18 nhân viên) làm việc. | 18<50
another year's level in brackets is no part | Xã có 50 hộ nghèo (năm trước 18 hộ nghèo) trong danh sách. | 18<-
both told with their noun at a slash | Bến đã giảm 30 xe / 70 xe mỗi giờ. | 30<70
some of those there are | Đường này hiện có 9 tuyến xe buýt, trung tâm đã điều chỉnh 3 tuyến. | 3<9
those of another row are not some of them | Lớp có 102 bài thi toán được nâng điểm, 56 bài thi lý được nâng điểm. | 56<-
a sum of which only so much is paid | Tỉnh duyệt chi 800 tỷ đồng, nhưng đến nay mới chi trả được 91 tỷ đồng. | 91000000000<800000000000
a share of what is needed | Thành phố cần 25.700 tỷ đồng nhưng ngân sách chỉ cân đối được 10%. | 10<25700000000000
a share of a plan with its amount | Công ty hoàn thành 80% kế hoạch (900 tỷ đồng). | 80<900000000000
a share out of a number | Hơn 95% trong tổng số 2.000 vé đã bán hết. | 95<2000
a share of those counted just before | Cơ sở nhận 300 học viên. Khoảng 90% học viên đã cai nghiện. | 90<300
a share of people is of no people counted before | Vụ lúa này có 300 người làm. Khảo sát cho thấy 90% số người được hỏi tin giá tăng. | 90<-
shares of what was surveyed | Sở khảo sát 100 doanh nghiệp thì doanh nghiệp chưa hài lòng về thủ tục (73%), về thái độ (68%). | 73<100; 68<100
shares of a growth that are of no people | Ngày Tết có 60 người bị thương. So với năm trước, số vụ tăng 29% và 48% số người bị thương. | 48<-
a share of a sum is of nobody counted | Xã có 443 hộ tái định cư, trong đó 196 hộ nhận tiền hỗ trợ 20% giá trị đất. | 196<443; 20<-
a share of a plan is of no sum | Tỉnh thu 900 tỷ đồng, trong đó thu nội địa 300 tỷ đồng, đạt 41% dự toán. | 41<-
what divides to the printed share | Cả tỉnh có 9.273 ca bệnh. Ai cũng lo. Thị xã có 3.360 ca bệnh (chiếm 36,2% toàn tỉnh). | 3360<9273; 36.2<9273
what divides to another share is no part | Cả tỉnh có 9.273 ca bệnh. Ai cũng lo. Thị xã có 3.360 ca bệnh (chiếm 38,2% toàn tỉnh). | 3360<-; 38.2<-
a coarse share fits too many counts | Cả tỉnh có 9.273 ca bệnh. Ai cũng lo. Thị xã có 3.360 ca bệnh (chiếm 36% toàn tỉnh). | 3360<-; 36<-
a whole in brackets is that of the figure before them | Huyện chuyển 37.000 ha đất lúa (trong tổng số 332.000 ha) thành đất chợ; 18.533 ha đất vườn thành đất ở. | 37000<332000
and of none behind them | Huyện chuyển 37.000 ha đất lúa (trong tổng số 332.000 ha) thành đất chợ; 18.533 ha đất vườn thành đất ở. | 18533<-
a share of land is no share of two provinces | Chính phủ duyệt quy hoạch của 2 tỉnh Long An và Thái Bình.\\nCụ thể, tỉnh Long An có đất nông nghiệp chiếm 71,83% diện tích đất toàn tỉnh. | 71.83<-
a share that is a whole number of them may be | Xã có 8 thôn, trong đó 37,5% có điện. | 37.5<8
a share of that number | Nhà ga bán 2.700 vé, 59% số đó bán qua mạng. | 59<2700
the least of a row of prices is no part | Trạm thu phí 9 triệu đồng mỗi tháng. Phí có nhiều mức, trong đó mức thấp nhất là 35.000 đồng. | 35000<-
the largest share is a part | Xã có 300 hộ, trong đó hộ nghèo chiếm tỷ lệ lớn nhất, với 40%. | 40<300
what is counted behind "trong" is no part of what was before | Có 527 đập do xã quản lý. Trong 95 đập do công ty quản lý có 40 đập cạn. | 95<-; 40<95
parts of the nearest whole behind "trong" | Có 6 thí sinh giỏi. Riêng nhóm nữ thì trong 5 thí sinh, có 2 thí sinh của Sơn La. | 2<5
what a part belongs to is no part | Tỉnh có 44 ban quản lý, trong đó 11 ban thuộc 8 sở. | 11<44; 8<-
parts in other units that add up behind opening words | Tỉnh ký với 420 giáo viên. Trong đó, mầm non là 120 hợp đồng, tiểu học 100, khối trung học 200. | 120<420; 100<420; 200<420
only one of many | Hội chợ thu 380 tỷ đồng.\\nChỉ riêng gian hàng của tỉnh thu 6 tỷ đồng. | 6000000000<380000000000
no part of nothing divides | Huyện có 0 ca bệnh. Ai cũng lo. Thị xã có 0 ca bệnh (chiếm 0,0% toàn tỉnh). | 0<-; 0<-
what a body consists of is no part of others | Có 8 bị can ra toà. Hội đồng xét xử gồm 5 người. | 5<-
districts joined into fewer are no part | Thành phố sắp xếp 70 ban quản lý thành 41 ban quản lý. | 41<-
"""


@pytest.fixture(scope="module")
def nlp() -> Any:
    nlp = extract.load()
    nlp.get_pipe("solieu_linking").model = None  # type: ignore[attr-defined]
    return nlp


@pytest.mark.parametrize(("text", "value", "expected"), cases(DAYS))
def test_days(nlp: Any, text: str, value: str, expected: str) -> None:
    row = next(row for row in nlp(text)._.statistics if row.value == float(value))
    found = [day.isoformat() if hasattr(day, "isoformat") else day or "" for day in (row.period_start, row.period_end)]
    assert (".." if expected == "-" else expected) == "..".join(found), row.period_text


@pytest.mark.parametrize(("text", "expected"), cases(WHOLES))
def test_wholes_in_prose(nlp: Any, text: str, expected: str) -> None:
    rows = nlp(text)._.statistics
    values = {row.statistic_id: row.value for row in rows}
    for one in expected.split("; "):
        part, whole = one.split("<")
        row = next(row for row in rows if row.value == float(part))
        assert values.get(row.total_id) == (None if whole == "-" else float(whole)), [(row.quote, row.total_id) for row in rows]


def test_the_share_of_a_part_has_its_whole(nlp: Any) -> None:
    rows = nlp("Xã có trên 270 vụ cháy, thiệt hại 40 tỷ đồng. Trong đó thôn Hạ có 170 vụ (chiếm trên 60%).")._.statistics
    assert [row.total_id for row in rows[2:]] == [rows[0].statistic_id] * 2


def test_a_share_of_a_sum_goes_with_the_amount_in_brackets(nlp: Any) -> None:
    rows = nlp("Vụ này khoảng 40% sản lượng nhãn của xã (tương đương 3.200 tấn) bán sang Úc.")._.statistics
    assert [row.share_id for row in rows] == [rows[1].statistic_id, rows[0].statistic_id]

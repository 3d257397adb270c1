"""Every way a Vietnamese article writes a time, and what closed interval it means; the articles are of 3 October 2019."""

from __future__ import annotations

import pytest
from solieu.extract import blank

PUBLISHED = "2019-10-03"


@pytest.fixture(scope="module")
def nlp():
    nlp = blank(words=False)
    nlp.add_pipe("solieu_periods")
    return nlp


def periods(nlp, text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    doc = nlp.make_doc(text)
    doc._.article = {"published": published} if published else None
    doc = nlp(doc)
    found = []
    for span in doc.spans["periods"]:
        record = span._.record
        assert text[record.start : record.end] == record.quote
        found.append(
            (
                record.quote,
                record.period_start.isoformat() if record.period_start else None,
                record.period_end.isoformat() if record.period_end else None,
            )
        )
    return found


# what the row shows | text | the words of the period | start | end
CASES = """
a day with slashes | Hội nghị khai mạc ngày 27/4/2009. | ngày 27/4/2009 | 2009-04-27 | 2009-04-27
a day with hyphens | Hội nghị khai mạc ngày 27-4-2009. | ngày 27-4-2009 | 2009-04-27 | 2009-04-27
a day with full stops | Hội nghị khai mạc ngày 27.4.2009. | ngày 27.4.2009 | 2009-04-27 | 2009-04-27
a day with a year in two digits | Ký ngày 3/10/19 tại xã. | ngày 3/10/19 | 2019-10-03 | 2019-10-03
a day in words | Hội nghị ngày 27 tháng 4 năm 2009. | ngày 27 tháng 4 năm 2009 | 2009-04-27 | 2009-04-27
a month named by a word | Ngày 27 tháng Tư năm 2009, huyện họp. | Ngày 27 tháng Tư năm 2009 | 2009-04-27 | 2009-04-27
an ISO date | Cập nhật 2019-10-03 lúc sáng. | 2019-10-03 | 2019-10-03 | 2019-10-03
a day without a year is of the article's year | Chiều 30-9, mưa lớn. | 30-9 | 2019-09-30 | 2019-09-30
a day of this year in words | Lễ mít tinh ngày 20 tháng 11 năm nay. | ngày 20 tháng 11 năm nay | 2019-11-20 | 2019-11-20
a short day and its year apart | Lũ về ngày 3/10 năm 2018. | 3/10 năm 2018 | 2018-10-03 | 2018-10-03
a short day with a full stop | Hôm 2.10, tàu cập cảng. | 2.10 | 2019-10-02 | 2019-10-02
a day in brackets | Trời nắng cả buổi (3/10). | 3/10 | 2019-10-03 | 2019-10-03
a leap day | Sinh ngày 29 tháng 2 năm 2020. | ngày 29 tháng 2 năm 2020 | 2020-02-29 | 2020-02-29
a day that does not exist has no interval | Ghi ngày 30 tháng 2 năm 2019. | ngày 30 tháng 2 năm 2019 | - | -
two days | Mưa trong ngày 2 và 3/10. | ngày 2 và 3/10 | 2019-10-02 | 2019-10-03
three days listed | Thi các ngày 2, 3 và 4/10. | ngày 2, 3 và 4/10 | 2019-10-02 | 2019-10-04
days of one month joined by a hyphen | Hội chợ mở 1-3/10 tại huyện. | 1-3/10 | 2019-10-01 | 2019-10-03
days of two months | Từ 27/9 đến 3/10, có mưa. | Từ 27/9 đến 3/10 | 2019-09-27 | 2019-10-03
two full dates | Từ ngày 1/1/2019 đến 30/9/2019, thu 5 tỷ đồng. | Từ ngày 1/1/2019 đến 30/9/2019 | 2019-01-01 | 2019-09-30
the first ten days of a month | 10 ngày đầu tháng 9 có mưa. | 10 ngày đầu tháng 9 | 2019-09-01 | 2019-09-10
the second half of a month | Nửa cuối tháng 8/2019, nắng nóng. | Nửa cuối tháng 8/2019 | 2019-08-16 | 2019-08-31
a month with a hyphen | Tháng 8-2018, huyện có lũ. | Tháng 8-2018 | 2018-08-01 | 2018-08-31
a month with a slash | Tháng 8/2018, huyện có lũ. | Tháng 8/2018 | 2018-08-01 | 2018-08-31
a month with its year in words | Tháng 8 năm 2018, huyện có lũ. | Tháng 8 năm 2018 | 2018-08-01 | 2018-08-31
a month named by a word and a year | Tháng Tám năm 2018, huyện có lũ. | Tháng Tám năm 2018 | 2018-08-01 | 2018-08-31
a month without a year | Trong tháng 9, huyện thu 2 tỷ đồng. | tháng 9 | 2019-09-01 | 2019-09-30
a month of last year | Tháng 12 năm ngoái, giá tăng. | Tháng 12 năm ngoái | 2018-12-01 | 2018-12-31
February of a leap year ends on the 29th | Tháng 2/2016, rét hại. | Tháng 2/2016 | 2016-02-01 | 2016-02-29
three months listed | Trong tháng 7, 8 và 9/2019, mưa nhiều. | tháng 7, 8 và 9/2019 | 2019-07-01 | 2019-09-30
months from and to | Từ tháng 1 đến tháng 9/2019, xã có 3 vụ. | Từ tháng 1 đến tháng 9/2019 | 2019-01-01 | 2019-09-30
months over the turn of the year | Từ tháng 10/2018 đến tháng 3/2019, khô hạn. | Từ tháng 10/2018 đến tháng 3/2019 | 2018-10-01 | 2019-03-31
months into next year | Từ tháng 10 đến tháng 3 năm sau, khô hạn. | Từ tháng 10 đến tháng 3 năm sau | 2019-10-01 | 2020-03-31
a quarter in Roman numerals | Quý III năm 2019, thu tăng. | Quý III năm 2019 | 2019-07-01 | 2019-09-30
a quarter in digits | Quý 3/2019, thu tăng. | Quý 3/2019 | 2019-07-01 | 2019-09-30
the fourth quarter | Quý IV/2018, thu tăng. | Quý IV/2018 | 2018-10-01 | 2018-12-31
a quarter of the article's year | Trong quý II, thu tăng. | quý II | 2019-04-01 | 2019-06-30
two quarters | Quý I và quý II năm 2019, thu tăng. | Quý I và quý II năm 2019 | 2019-01-01 | 2019-06-30
the first quarter in words | Quý đầu năm 2019, thu tăng. | Quý đầu năm 2019 | 2019-01-01 | 2019-03-31
three quarters | 3 quý đầu năm 2019, thu tăng. | 3 quý đầu năm 2019 | 2019-01-01 | 2019-09-30
the first six months | 6 tháng đầu năm 2018, thu tăng. | 6 tháng đầu năm 2018 | 2018-01-01 | 2018-06-30
six months in words | Sáu tháng đầu năm 2018, thu tăng. | Sáu tháng đầu năm 2018 | 2018-01-01 | 2018-06-30
nine months of the article's year | 9 tháng đầu năm, thu tăng. | 9 tháng đầu năm | 2019-01-01 | 2019-09-30
nine months of a year | 9 tháng năm 2019, thu tăng. | 9 tháng năm 2019 | 2019-01-01 | 2019-09-30
the last six months | 6 tháng cuối năm, thu sẽ tăng. | 6 tháng cuối năm | 2019-07-01 | 2019-12-31
the last four months | 4 tháng cuối năm 2018, thu tăng. | 4 tháng cuối năm 2018 | 2018-09-01 | 2018-12-31
the first half of a year | Nửa đầu năm 2019, thu tăng. | Nửa đầu năm 2019 | 2019-01-01 | 2019-06-30
the second half of a year | Nửa cuối năm 2018, thu tăng. | Nửa cuối năm 2018 | 2018-07-01 | 2018-12-31
a year | Năm 2018, huyện có 9 xã. | Năm 2018 | 2018-01-01 | 2018-12-31
this year | Năm nay, huyện có 9 xã. | Năm nay | 2019-01-01 | 2019-12-31
last year | Năm ngoái, huyện có 9 xã. | Năm ngoái | 2018-01-01 | 2018-12-31
next year | Năm tới, huyện có 9 xã. | Năm tới | 2020-01-01 | 2020-12-31
two years | Năm 2017 và 2018, huyện có lũ. | Năm 2017 và 2018 | 2017-01-01 | 2018-12-31
three years listed | Các năm 2016, 2017 và 2018, huyện có lũ. | Các năm 2016, 2017 và 2018 | 2016-01-01 | 2018-12-31
years from and to | Từ năm 2015 đến năm 2018, huyện có lũ. | Từ năm 2015 đến năm 2018 | 2015-01-01 | 2018-12-31
bare years from and to | Từ 2015 đến 2018, huyện có lũ. | Từ 2015 đến 2018 | 2015-01-01 | 2018-12-31
years with a hyphen | Năm 2015-2018, huyện có lũ. | Năm 2015-2018 | 2015-01-01 | 2018-12-31
a stage | Giai đoạn 2016-2020, huyện xây 9 trường. | Giai đoạn 2016-2020 | 2016-01-01 | 2020-12-31
a stage with an en dash | Giai đoạn 2016 – 2020, huyện xây 9 trường. | Giai đoạn 2016 – 2020 | 2016-01-01 | 2020-12-31
a stage in words | Giai đoạn từ năm 2016 đến năm 2020, huyện xây 9 trường. | Giai đoạn từ năm 2016 đến năm 2020 | 2016-01-01 | 2020-12-31
a stage whose second year has two digits | Giai đoạn 2012-13, huyện xây 9 trường. | Giai đoạn 2012-13 | 2012-01-01 | 2013-12-31
a term of office | Nhiệm kỳ 2015-2020, Đảng bộ kết nạp 90 đảng viên. | Nhiệm kỳ 2015-2020 | 2015-01-01 | 2020-12-31
an epoch | Thời kỳ 2001-2010, huyện có lũ. | Thời kỳ 2001-2010 | 2001-01-01 | 2010-12-31
a decade | Những năm 1990, huyện có lũ. | Những năm 1990 | 1990-01-01 | 1999-12-31
a decade of last century | Những năm 80 của thế kỷ trước, huyện có lũ. | Những năm 80 của thế kỷ trước | 1980-01-01 | 1989-12-31
a decade by its own word | Đó là thập niên 1990 ở huyện. | thập niên 1990 | 1990-01-01 | 1999-12-31
a century | Đình dựng thế kỷ XIX ở xã. | thế kỷ XIX | 1801-01-01 | 1900-12-31
a school year | Năm học 2018-2019, huyện có 9 trường. | Năm học 2018-2019 | 2018-09-01 | 2019-08-31
a school year with a slash | Năm học 2018/2019, huyện có 9 trường. | Năm học 2018/2019 | 2018-09-01 | 2019-08-31
this school year | Năm học này, huyện có 9 trường. | Năm học này | 2019-09-01 | 2020-08-31
last school year | Năm học trước, huyện có 9 trường. | Năm học trước | 2018-09-01 | 2019-08-31
the winter-spring crop goes over the new year | Vụ Đông Xuân 2019-2020, xã cấy 90 ha. | Vụ Đông Xuân 2019-2020 | 2019-11-01 | 2020-04-30
a winter-spring crop of one year is harvested in it | Vụ đông xuân 2019, xã cấy 90 ha. | Vụ đông xuân 2019 | 2018-11-01 | 2019-04-30
the summer-autumn crop | Vụ Hè Thu năm 2019, xã cấy 90 ha. | Vụ Hè Thu năm 2019 | 2019-04-01 | 2019-09-30
a crop with the plant | Vụ lúa đông xuân 2018-2019, xã cấy 90 ha. | Vụ lúa đông xuân 2018-2019 | 2018-11-01 | 2019-04-30
the plant for the crop | Lúa hè thu 2019 đạt 6 tấn/ha. | Lúa hè thu 2019 | 2019-04-01 | 2019-09-30
a crop without a year is of the article's year | Vụ mùa, xã cấy 90 ha. | Vụ mùa | 2019-06-01 | 2019-11-30
this year's crop | Vụ mùa năm nay, xã cấy 90 ha. | Vụ mùa năm nay | 2019-06-01 | 2019-11-30
the day of the article | Hiện nay, huyện có 9 xã. | Hiện nay | 2019-10-03 | 2019-10-03
now in one word | Hiện, huyện có 9 xã. | Hiện | 2019-10-03 | 2019-10-03
up to now | Đến nay, huyện có 9 xã. | Đến nay | - | 2019-10-03
up to now, counted | Tính đến nay, huyện có 9 xã. | Tính đến nay | - | 2019-10-03
up to a day | Tính đến ngày 30/6, huyện có 9 xã. | Tính đến ngày 30/6 | - | 2019-06-30
up to an hour of a day | Tính đến 17 giờ ngày 2/10, bão làm sập 9 nhà. | Tính đến 17 giờ ngày 2/10 | - | 2019-10-02
up to the end of a month | Đến hết tháng 9, huyện có 9 xã. | Đến hết tháng 9 | - | 2019-09-30
up to the end of a quarter | Đến hết quý III, huyện có 9 xã. | Đến hết quý III | - | 2019-09-30
up to a year | Đến năm 2025, huyện có 9 xã. | Đến năm 2025 | - | 2025-12-31
up to the end of a year | Tính đến cuối năm 2018, huyện có 9 xã. | Tính đến cuối năm 2018 | - | 2018-12-31
up to the end of this year | Đến hết năm, huyện có 9 xã. | Đến hết năm | - | 2019-12-31
from now to the end of the year | Từ nay đến cuối năm, huyện trồng 9 ha. | Từ nay đến cuối năm | 2019-10-03 | 2019-12-31
from now to a year | Từ nay đến năm 2025, huyện trồng 9 ha. | Từ nay đến năm 2025 | 2019-10-03 | 2025-12-31
since the new year | Từ đầu năm đến nay, huyện trồng 9 ha. | Từ đầu năm đến nay | 2019-01-01 | 2019-10-03
since the beginning of the month | Từ đầu tháng đến nay, huyện trồng 9 ha. | Từ đầu tháng đến nay | 2019-10-01 | 2019-10-03
since a year | Từ năm 2016 đến nay, huyện trồng 9 ha. | Từ năm 2016 đến nay | 2016-01-01 | 2019-10-03
since a month | Từ tháng 3/2019 đến nay, huyện trồng 9 ha. | Từ tháng 3/2019 đến nay | 2019-03-01 | 2019-10-03
from a day on | Áp dụng từ ngày 1/7/2019 tại xã. | từ ngày 1/7/2019 | 2019-07-01 | -
from a year on | Từ năm 2015 trở đi, huyện trồng 9 ha. | Từ năm 2015 trở đi | 2015-01-01 | -
since a year in other words | Từ năm 2015 trở lại đây, huyện trồng 9 ha. | Từ năm 2015 trở lại đây | 2015-01-01 | 2019-10-03
before a year | Trước năm 2009, huyện có 9 xã. | Trước năm 2009 | - | 2008-12-31
before a day | Trước ngày 30/6/2019, huyện có 9 xã. | Trước ngày 30/6/2019 | - | 2019-06-29
a year and before | Năm 2010 trở về trước, huyện có 9 xã. | Năm 2010 trở về trước | - | 2010-12-31
after a year | Sau năm 2020, huyện có 9 xã. | Sau năm 2020 | 2021-01-01 | -
yesterday is one day | Hôm qua, xã có mưa. | Hôm qua | 2019-10-02 | 2019-10-02
yesterday's morning | Sáng hôm qua, xã có mưa. | Sáng hôm qua | 2019-10-02 | 2019-10-02
last night | Đêm qua, xã có mưa. | Đêm qua | 2019-10-02 | 2019-10-02
this morning | Sáng nay, xã có mưa. | Sáng nay | 2019-10-03 | 2019-10-03
tomorrow | Ngày mai, xã có mưa. | Ngày mai | 2019-10-04 | 2019-10-04
last week runs from Monday to Sunday | Tuần trước, xã có mưa. | Tuần trước | 2019-09-23 | 2019-09-29
the last seven days | Tuần qua, xã có mưa. | Tuần qua | 2019-09-26 | 2019-10-03
last month | Tháng qua, xã có mưa. | Tháng qua | 2019-09-01 | 2019-09-30
this month | Tháng này, xã có mưa. | Tháng này | 2019-10-01 | 2019-10-31
last quarter | Quý trước, xã có mưa. | Quý trước | 2019-07-01 | 2019-09-30
the past three years | Trong 3 năm qua, xã có mưa. | Trong 3 năm qua | 2016-10-03 | 2019-10-03
the past nine months of a year are its part | 9 tháng qua, xã có mưa. | 9 tháng qua | 2019-01-01 | 2019-09-30
the last five years | 5 năm gần đây, xã có mưa. | 5 năm gần đây | 2014-10-03 | 2019-10-03
the coming five years | 5 năm tới, xã có mưa. | 5 năm tới | 2019-10-03 | 2024-10-03
two years ago | Hai năm trước, xã có mưa. | Hai năm trước | 2017-01-01 | 2017-12-31
five years ago | Cách đây 5 năm, xã có mưa. | Cách đây 5 năm | 2014-01-01 | 2014-12-31
the day and night before | 24 giờ qua, xã có mưa. | 24 giờ qua | 2019-10-02 | 2019-10-03
the lunar new year without a year is that of the article's year | Dịp Tết Nguyên đán, chợ đông. | Dịp Tết Nguyên đán | 2019-01-01 | 2019-12-31
a lunar new year with its year | Dịp Tết Nguyên đán 2019, chợ đông. | Dịp Tết Nguyên đán 2019 | 2019-01-01 | 2019-12-31
a lunar new year by the sixty-year cycle | Dịp Tết Kỷ Hợi, chợ đông. | Dịp Tết Kỷ Hợi | 2019-01-01 | 2019-12-31
a lunar full moon stays textual | Rằm tháng Giêng, chùa đông. | Rằm tháng Giêng | - | -
a day of the lunar new year stays textual | Mùng 3 Tết, chùa đông. | Mùng 3 Tết | - | -
a lunar date stays textual | Lễ giỗ ngày 10 tháng 3 âm lịch tại đền. | ngày 10 tháng 3 âm lịch | - | -
a short lunar date stays textual | Lễ giỗ 10/3 âm lịch tại đền. | 10/3 âm lịch | - | -
the last lunar month stays textual | Tháng Chạp, chợ đông. | Tháng Chạp | - | -
same period without its period | Thu tăng 5% so với cùng kỳ. | cùng kỳ | - | -
same period of a printed year | Thu tăng 5% so với cùng kỳ năm 2018. | cùng kỳ năm 2018 | 2018-01-01 | 2018-12-31
same time of last year | Thu tăng so với cùng thời điểm năm trước. | cùng thời điểm năm trước | 2018-01-01 | 2018-12-31
"""


def rows(table: str) -> list:
    return [
        pytest.param(*cells[1:], id=cells[0])
        for line in table.strip().splitlines()
        if (cells := [cell.strip() for cell in line.split("|")])
    ]


@pytest.mark.parametrize(("text", "quote", "start", "end"), rows(CASES))
def test_a_period_is_read_with_its_bounds(nlp, text, quote, start, end):
    assert periods(nlp, text) == [(quote, None if start == "-" else start, None if end == "-" else end)]


NOTHING = """
qua is a verb, not yesterday | Ông Ba đi qua cầu.
a duration says how long, not when | Qua 3 năm thực hiện, huyện trồng 9 ha.
a duration that follows | Sau 5 năm, xã trồng 9 ha.
a name is no tomorrow | Bà Nguyễn Thị Mai trồng 9 ha.
a sentence to prison | Bị cáo nhận hai năm tù.
five districts | Tỉnh hỗ trợ năm huyện miền núi.
a part of a whole | Có 53/12.480 học sinh bỏ học.
a score | Đội nhà thắng với tỷ số 2-1.
a score in brackets | Đội nhà thắng Lào (2-1) trên sân xã.
a fraction | Xã đã gặt hơn 2/3 diện tích lúa.
a fraction behind đến | Có đến 2/3 diện tích bị ngập.
a range of years as a duration | Cây cho quả sau 3-5 năm.
a plan for five years | Lập kế hoạch 5 năm của huyện.
a yearly rate | Mỗi năm, xã thu 2 tỷ đồng.
a milestone of a road | Tai nạn ở km 77+922.
an address | Nhà số 12/3 đường Lê Lợi.
a bare number of four digits | Mã số 2019 của hộ.
plots of land | Các lô 7-5, 7-9 chưa có chủ.
a range of prices | Vé từ 2,5-3 triệu đồng.
a site is no now | Công an khám nghiệm hiện trường.
harvest is no autumn crop | Xã vào vụ thu hoạch.
a class | Em học lớp 6 năm nào cũng giỏi.
the law's clause | Theo khoản 2, Điều 5.
a phone number | Gọi 0912-345-678 để biết.
a ratio | Trộn theo tỷ lệ 1:4.
"""


@pytest.mark.parametrize("text", rows(NOTHING))
def test_nothing_is_read_where_there_is_no_period(nlp, text):
    assert periods(nlp, text) == []


def test_the_same_period_of_last_year_is_that_of_the_period_it_is_compared_with(nlp):
    text = "6 tháng đầu năm 2018, thu tăng 5% so với cùng kỳ năm trước."
    assert periods(nlp, text)[1] == ("cùng kỳ năm trước", "2017-01-01", "2017-06-30")
    doc = nlp(text)
    assert doc.spans["periods"][1]._.record.kind == "samespan"


def test_the_same_period_keeps_the_end_of_a_month(nlp):
    assert periods(nlp, "Tháng 2/2019, thu tăng so với cùng kỳ năm 2016.")[1] == ("cùng kỳ năm 2016", "2016-02-01", "2016-02-29")


def test_relative_periods_without_a_publication_date_keep_their_words(nlp):
    assert periods(nlp, "Hiện nay, huyện có 9 xã.", None) == [("Hiện nay", None, None)]
    assert periods(nlp, "Hôm qua, xã có mưa.", None) == [("Hôm qua", None, None)]


def test_a_date_far_ahead_of_the_article_was_last_year(nlp):
    assert periods(nlp, "Ngày 28/12, xã có mưa.", "2019-01-04") == [("28/12", "2018-12-28", "2018-12-28")]


def test_a_deadline_far_ahead_is_of_this_year(nlp):
    assert periods(nlp, "Xong trước ngày 28/12.", "2019-01-04") == [("trước ngày 28/12", None, "2019-12-27")]

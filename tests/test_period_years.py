"""Which year, week or day is meant where none is printed, and what compares with what; the articles are of Thursday, 3 October 2019."""

from __future__ import annotations

import pytest
from solieu.extract import blank


@pytest.fixture(scope="module")
def nlp():
    nlp = blank(words=False)
    nlp.add_pipe("solieu_periods")
    return nlp


def intervals(nlp, text: str, published: str | None = "2019-10-03") -> list[str]:
    doc = nlp.make_doc(text)
    doc._.article = {"published": published} if published else None
    doc = nlp(doc)
    records = [span._.record for span in doc.spans["periods"]]
    return [f"{record.period_start or ''}..{record.period_end or ''}" for record in records]


def rows(table: str) -> list:
    return [
        pytest.param(*cells[1:], id=cells[0])
        for line in table.strip().splitlines()
        if (cells := [cell.strip() for cell in line.split("|")])
    ]


# what the row shows | text | its intervals in order
CASES = """
the time just told | Tháng 5/2018, xã có điện. Thời điểm đó, xã nghèo. | 2018-05-01..2018-05-31; 2018-05-01..2018-05-31
"in the year" is the year reported on | Năm 2017, xã thu đủ. Thôn vui. Trong năm, xã họp. | 2017-01-01..2017-12-31; 2017-01-01..2017-12-31
"in the year" of no year is no time | Thôn vui. Trong năm, xã họp. |
meanwhile is no time | Tháng 5/2018, xã có điện. Trong khi đó, thôn tối. | 2018-05-01..2018-05-31
the day of an event is the day told beside it | Sáng 25/6, hội thi mở màn. Ngày thi đầu tiên vắng. | 2019-06-25..2019-06-25; 2019-06-25..2019-06-25
what is left of a year | 5 tháng còn lại của năm 2018, xã thu đủ. | 2018-08-01..2018-12-31
a day behind "trên đường" is one | Đoàn đi trên đường ngày 3 tháng 2. | 2019-02-03..2019-02-03
the next quarter | Quý tiếp, xã họp. | 2020-01-01..2020-03-31
a bare day is of the article's year | 15/6 | 2019-06-15..2019-06-15
a bare year | 2016 | 2016-01-01..2016-12-31
a year in two digits of last century | Sinh ngày 3/9/91 tại xã. | 1991-09-03..1991-09-03
a coming month | Tháng 2 tới, xã họp. | 2020-02-01..2020-02-29
the months that are over, behind a word that adds up | Tính chung 9 tháng, kim ngạch đạt 9 tỷ USD. | 2019-01-01..2019-09-30
the months that are over, at the head of a sentence | 9 tháng, huyện giải ngân 60% vốn. | 2019-01-01..2019-09-30
since new year, with no end | Kể từ đầu năm, huyện có 9 vụ cháy. | 2019-01-01..
at the end of a year, at the head of a sentence | Hết năm 2018, huyện có 9 xã. | ..2018-12-31
at the end of a quarter, at the head of a sentence | Hết quý II/2019, huyện có 9 xã. | ..2019-06-30
up to the day before a year | Đến trước năm 2025, xã hết nhà tạm. | ..2024-12-31
a month that is gone | Tháng 12 vừa qua, xã họp. | 2018-12-01..2018-12-31
the month of a list borrows the year behind | Tháng 3 và tháng 8/2018, xã họp. | 2018-03-01..2018-03-31; 2018-08-01..2018-08-31
the month of last year's report | Năm 2018, xã thu 9 tỷ đồng; riêng tháng 12 thu 3 tỷ đồng. | 2018-01-01..2018-12-31; 2018-12-01..2018-12-31
the month of a plan is to come | Năm 2018, xã thu 9 tỷ đồng; dự kiến tháng 12 thu 3 tỷ đồng. | 2018-01-01..2018-12-31; 2019-12-01..2019-12-31
the year before a year | Năm 2016 hơn hẳn năm trước đó. | 2016-01-01..2016-12-31; 2015-01-01..2015-12-31
the year behind a year | Năm 2016 và năm kế tiếp, xã họp. | 2016-01-01..2016-12-31; 2017-01-01..2017-12-31
the year before last | Năm kia, xã họp. | 2017-01-01..2017-12-31
next year in another word | Sang năm, xã họp. | 2020-01-01..2020-12-31
a year compared with the year before it | Năm 2017 thu tăng 5% so với năm trước. | 2017-01-01..2017-12-31; 2016-01-01..2016-12-31
a month compared with the month before it | Tháng 3/2019 thu tăng 5% so với tháng trước. | 2019-03-01..2019-03-31; 2019-02-01..2019-02-28
a yardstick is no period compared | Tháng 8/2019 tăng 1% so với tháng 12/2018, tăng 2% so với cùng kỳ. | 2019-08-01..2019-08-31; 2018-12-01..2018-12-31; 2018-08-01..2018-08-31
last weekend | Cuối tuần qua, xã họp. | 2019-09-28..2019-09-29
this weekend | Cuối tuần này, xã họp. | 2019-10-05..2019-10-06
a weekday of next week | Thứ năm tuần tới, xã họp. | 2019-10-10..2019-10-10
a weekday of last week | Chủ nhật tuần trước, xã họp. | 2019-09-29..2019-09-29
the coming weekday | Thứ Hai tới, xã họp. | 2019-10-07..2019-10-07
the last weekday | Hôm thứ Hai, xã họp. | 2019-09-30..2019-09-30
a weekday with its day is one period | Sáng thứ Hai, ngày 30/9, xã họp. | 2019-09-30..2019-09-30
a night and the morning behind it | Đêm 14, rạng sáng 15/9, xã có mưa. | 2019-09-14..2019-09-15
a day in words | Ngày mười lăm tháng sáu năm 2018, xã họp. | 2018-06-15..2018-06-15
a solar day with mùng | Mùng 2/9, xã treo cờ. | 2019-09-02..2019-09-02
a solar day with mùng and its year | Ngày mùng 2 tháng 9 năm 1945, xã mít tinh. | 1945-09-02..1945-09-02
the kings' day stays textual | Mùng 10 tháng 3, đền mở hội. | ..
a month of the moon keeps its year | Tháng Chạp năm 2018, chợ đông. | ..
a scale of a map is no month | Xã có quy hoạch tỷ lệ 1/2000. | ..
a month abbreviated | Doanh thu T6/2019 tăng. | 2019-06-01..2019-06-30
a quarter abbreviated | Doanh thu Q.II/2019 tăng. | 2019-04-01..2019-06-30
months joined by a hyphen | Tháng 10-12/2018, mưa nhiều. | 2018-10-01..2018-12-31
months of two years joined by a hyphen | Tháng 12/2017-1/2018, mưa nhiều. | 2017-12-01..2018-01-31
months joined behind từ | Từ tháng 1 - 9/2018, mưa nhiều. | 2018-01-01..2018-09-30
the first week of a month | Tuần đầu tháng 9, mưa nhiều. | 2019-09-01..2019-09-07
the last day of a month | Ngày cuối cùng của tháng 2/2016, mưa nhiều. | 2016-02-29..2016-02-29
years joined without từ | Năm 2016 đến 2018, mưa nhiều. | 2016-01-01..2018-12-31
since the new year up to a day | Từ đầu năm đến ngày 15/9, mưa nhiều. | 2019-01-01..2019-09-15
since the new year up to the middle of a month | Từ đầu năm đến giữa tháng 9, mưa nhiều. | 2019-01-01..2019-09-15
since the school year began | Từ đầu năm học đến nay, mưa nhiều. | 2019-09-01..2019-10-03
from an hour of a day to an hour of a day | Từ 8 giờ ngày 1/10 đến 8 giờ ngày 2/10, mưa nhiều. | 2019-10-01..2019-10-02
since a day told with hôm | Từ hôm 5/9 tới nay, mưa nhiều. | 2019-09-05..2019-10-03
the past two months early in a month are whole months before it | 2 tháng qua, mưa nhiều. | 2019-08-03..2019-10-03
a holiday by name and day | Ngày Quốc tế Phụ nữ 8/3, xã mít tinh. | 2019-03-08..2019-03-08
last year with its number | Năm ngoái 2018, xã họp. | 2018-01-01..2018-12-31
years that a list goes on with | Năm 2015 lỗ 134 tỷ đồng, 2016 lỗ 133 tỷ đồng và 2017 lãi 2 tỷ đồng. | 2015-01-01..2015-12-31; 2016-01-01..2016-12-31; 2017-01-01..2017-12-31
two years behind how many they are | Trong 2 năm, 2015 và 2016, xã mưa to. | 2015-01-01..2016-12-31
up to the middle of a year | Năm 2017 đến giữa năm 2018, xã có mưa. | 2017-01-01..2018-06-30
a beginning and an end | Chương trình bắt đầu từ ngày 1-4-2018, kết thúc vào ngày 31-3-2019. | 2018-04-01..2019-03-31
a school year without its noun | Năm học 2016-2017 đã xong. Mức thu năm 2016-2017 giữ nguyên. | 2016-09-01..2017-08-31; 2016-09-01..2017-08-31
up to two years | Đến năm 2020-2021, xã xong đường. | ..2021-12-31
the lunar new year is the article's | Dịp Tết Nguyên đán, chợ đông. | 2019-01-01..2019-12-31
times that nothing fixes | Mới đây, xã họp. Thời gian gần đây, thôn họp. Hàng năm, ấp họp. | ..; ..; ..
"""


@pytest.mark.parametrize(("text", "expected"), rows(CASES))
def test_what_is_meant_without_a_year(nlp, text, expected):
    assert "; ".join(intervals(nlp, text)) == expected


NOTHING = """
months that are not all that are over are a duration | Trong 3 tháng, đội làm 9 km đường.
an order is no weekday | Người thứ ba về đích muộn.
a time and again is no weekday | Xã họp lần thứ hai tại đình.
pay for a month is no range of months | Thợ lĩnh mỗi tháng 5-7 triệu đồng.
a rate is no day | Loại này chỉ chiếm từ 3-10% số hộ.
every second month | Xã họp hai tháng một lần.
half a year | Giá đứng yên trong vòng nửa năm qua.
a street is no day | Cửa hàng ở đường 3 Tháng 2 mở lại.
"""


@pytest.mark.parametrize("text", rows(NOTHING))
def test_nothing_is_read_where_there_is_no_period(nlp, text):
    assert intervals(nlp, text) == []


def test_a_number_before_a_date_is_no_earlier_day(nlp):
    assert intervals(nlp, "Theo Quy định số 30, ngày 26/7/2016, xã họp.") == ["2016-07-26..2016-07-26"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 5/6, xã họp. Ngày 9/6/2018, huyện họp.", "2018-06-05..2018-06-05"),
        ("Ngày 5/6, xã họp. Hội thi sẽ mở ngày 9/6/2018.", ".."),
        ("Ngày 5/6, xã họp. Trường xây ngày 9/6/2011. Năm 2018, trường có 9 lớp.", ".."),
        ("Ngày 5/6, xã họp. Số vụ cháy giảm 9 vụ so với cùng kỳ năm 2017.", "2018-06-05..2018-06-05"),
        ("Ngày 5/6, sở công bố điểm thi vào lớp 10 năm học 2018-2019.", "2018-06-05..2018-06-05"),
        ("Ngày 5/6, trường báo kết quả tuyển sinh năm 2018.", "2018-06-05..2018-06-05"),
        ("Trong 10 tháng qua, tỉnh xuất siêu. 9 tháng đầu năm 2018 cũng vậy.", "2018-01-01..2018-10-31"),
    ],
    ids=[
        "the one year of full dates",
        "not the year of a plan",
        "not the year of history",
        "the year behind the one compared with",
        "the year in which one enters a school year",
        "the year of an examination at the end of a sentence",
        "ten months that have passed are those of the known year",
    ],
)
def test_the_year_of_an_article_without_a_date(nlp, text, expected):
    assert intervals(nlp, text, None)[0] == expected


def test_a_quarter_far_ahead_of_the_article_was_last_year(nlp):
    assert intervals(nlp, "Trong quý IV, huyện thu 9 tỷ đồng.", "2020-01-10") == ["2019-10-01..2019-12-31"]
    assert intervals(nlp, "Dự kiến trong quý IV, huyện thu 9 tỷ đồng.", "2020-01-10") == ["2020-10-01..2020-12-31"]

"""When a figure held, whether it is reached, planned or estimated, what changed and per what: the rules, one sentence each."""

from __future__ import annotations

from typing import Any

import pytest
from solieu.corpus.article import Article
from solieu.corpus.gold import GoldArticle, GoldRow
from solieu.extract.language import load
from solieu.extract.linking.event_years import event_years
from solieu.extract.linking.period_samples import times_worth, undated


@pytest.fixture(scope="module")
def nlp() -> Any:
    nlp = load()
    nlp.get_pipe("solieu_linking").model = None  # type: ignore[attr-defined]
    return nlp


def _row(nlp: Any, text: str, quote: str, published: str | None = None) -> Any:
    doc = nlp(Article("bai", text, published=published))
    rows = [row for row in doc._.statistics if row.quote == quote]
    assert rows, [row.quote for row in doc._.statistics]
    return rows[-1]


# what the rule says | text | figure | status
STATUSES = """
what fell to goes on with a plan | Năm 2020, tỉnh phấn đấu thu 900 tỷ đồng; tỷ lệ hộ nghèo giảm còn 5%; tỷ lệ lao động qua đào tạo đạt 77%. | 77% | target
what is spent of a plan is done | Kế hoạch vốn là 2.150 tỷ đồng; đến nay giải ngân được 1.075 tỷ đồng, đạt 50% kế hoạch. | 1.075 tỷ đồng | actual
a plan in brackets | Xã gieo cấy 43 ha lúa (kế hoạch 56 ha). | 56 ha | target
papers that ask are there | Trung tâm nhận 7.230 hồ sơ đề nghị hưởng trợ cấp, ban hành 7.150 quyết định. | 7.150 quyết định | actual
a proposal is a target | Sở đề xuất mua 6 chiếc xe chữa cháy trong đợt này. | 6 chiếc xe | target
a promise is a target | Doanh nghiệp cam kết thu mua 350 tấn nhãn cho bà con. | 350 tấn | target
the coming years are a target | Trong 5 năm tới, huyện trồng thêm 200 ha keo. | 200 ha | target
a part goes with its planned whole | Xã phấn đấu thu 900 triệu đồng; tiết kiệm 50 triệu đồng chi hội họp. | 50 triệu đồng | target
a bracket goes with what it explains | Dự kiến có khoảng 40% sản lượng (tương đương 700 tấn) được xuất khẩu. | 700 tấn | estimate
a quota is a target | Trường có 83 chỉ tiêu vào lớp 10. | 83 chỉ tiêu | target
what is feared is an estimate | Như vậy sẽ có hơn 500 người mất việc. | 500 người | estimate
a sanction is a rule and no plan | Ai vứt rác sẽ bị phạt 2 triệu đồng. | 2 triệu đồng | actual
a bracket goes with the forecast before it | Đài dự báo các xã vùng cao có mưa to (80 mm). | 80 mm | estimate
a plan's own level in brackets is a target | Công ty đạt 80% kế hoạch (900 tỷ đồng) của năm. | 900 tỷ đồng | target
what follows a plan in brackets is reached | Công ty đạt 80% kế hoạch (900 tỷ đồng); lợi nhuận 130 tỷ đồng. | 130 tỷ đồng | actual
family planning plans no figure | Ban dân số, kế hoạch hóa gia đình thu 2 triệu đồng mỗi hộ. | 2 triệu đồng | actual
an aim that is pointed back at is none | Mục tiêu này không xa khi tỉnh đã đón 10 triệu lượt khách. | 10 triệu lượt khách | actual
those who forecast are counted | Trong cuộc khảo sát, 69% chuyên gia dự báo giá sẽ tăng, 19% dự báo giá giảm. | 19% | actual
those who ask are counted | Huyện đề nghị giảm còn 40%; có 33% doanh nghiệp đề nghị giữ nguyên. | 33% | actual
what is done since is actual | Dự kiến có 40% sản lượng xuất khẩu, trong đó 15% sản lượng đã được đăng ký mua. | 15% | actual
a plan that is only passed is none | Cầu thông xe sớm hơn dự kiến 15 tháng. | 15 tháng | actual
a plan of which a share is done | Đến nay, huyện thu được 900 triệu đồng, đạt 85% kế hoạch. | 85% | actual
a wish is no estimate | Quỹ Thắp sáng ước mơ đã trao 150 suất học bổng. | 150 suất học bổng | actual
what would be is no plan | Chuyện sẽ chẳng ồn ào nếu số tiền không lên đến 7 tỷ đồng. | 7 tỷ đồng | actual
what a rise starts from is there | Sở đề xuất học phí tăng từ 60.000 đồng lên 80.000 đồng mỗi tháng. | 60.000 đồng | actual
what it shall rise to is not | Sở đề xuất học phí tăng từ 60.000 đồng lên 80.000 đồng mỗi tháng. | 80.000 đồng | target
the second of two rises that are proposed | Sở đề xuất học phí ở phường từ 60.000 đồng tăng lên 80.000 đồng; ở xã tăng từ 30.000 đồng lên 40.000 đồng. | 40.000 đồng | target
what a heading before a colon says | Dự toán cụ thể được ban đưa ra: chi phí xây dựng 1,1 tỷ đồng, chi phí thiết bị 11 tỷ đồng. | 11 tỷ đồng | estimate
a time to come behind it | Tỉnh giảm gần 3.700 biên chế năm tới. | 3.700 biên chế | target
what may be is a guess | Rất có thể điểm chuẩn sẽ hạ xuống 38 điểm. | 38 điểm | estimate
so far of a target is reached | Chỉ tiêu đất giao thông đến nay mới đạt 9,5%. | 9,5% | actual
a quota that is only meant | Trường dự kiến tuyển 3.205 chỉ tiêu. | 3.205 chỉ tiêu | estimate
the quota compared with | Trường tuyển 3.205 chỉ tiêu, giảm so với năm 2017 (3.340 chỉ tiêu). | 3.340 chỉ tiêu | actual
what a rule grants is no plan | Ai mua vé khứ hồi sẽ được giảm giá 15%. | 15% | actual
what a rule takes is no plan | Xe máy sẽ phải đóng phí 50.000 đồng. | 50.000 đồng | actual
what shall be built is planned | Đường sẽ được đầu tư 90 tỷ đồng. | 90 tỷ đồng | target
what would be if is a guess | Nếu quảng cáo trên xe buýt, thành phố sẽ thu 100 tỷ đồng. | 100 tỷ đồng | estimate
what is only reached of a target | Mục tiêu là 20%, nhưng chỉ đạt 9,5%. | 9,5% | actual
an abbreviation ends no clause | Mục tiêu đến 2020, TP. Huế muốn giảm tỷ lệ chôn lấp xuống còn 50%. | 50% | target
what is asked for is a target | Huyện xin 25 tỷ đồng để sửa đê. | 25 tỷ đồng | target
a least size is a rule | Thửa đất mới phải đảm bảo diện tích tối thiểu 500 m2. | 500 m2 | actual
what is owed is there | Nợ phải thu của công ty là 30 tỷ đồng. | 30 tỷ đồng | actual
to have it done is the aim | Xã phấn đấu hoàn thành 15 km đường. | 15 km | target
people on a list of candidates are on it | Mỗi chức danh cán bộ được quy hoạch từ 2 đến 3 người. | 2 đến 3 người | actual
land is only meant for it | Khu dân cư được quy hoạch 20 ha. | 20 ha | target
the amount of a share of a plan is reached | Huyện thu đạt 98% dự toán, tương đương 236 tỷ đồng. | 236 tỷ đồng | actual
"""


# what the rule says | text | figure | change | baseline
CHANGES = """
shortening is a decrease | Tuyến mới giúp rút ngắn hành trình 70 km. | 70 km | decrease | -
being early is a decrease | Cầu được đưa vào sử dụng sớm 15 tháng so với kế hoạch. | 15 tháng | decrease | kế hoạch
the share in brackets shares it | So với cùng kỳ, số vụ cháy giảm 19 vụ (20,4%). | 20,4% | decrease | cùng kỳ
the second of a pair shares it | Vụ này tăng 300 tấn và 20 tỷ đồng so với vụ trước. | 20 tỷ đồng | increase | vụ trước
the first of a pair has the baseline too | Vụ này tăng 300 tấn và 20 tỷ đồng so với vụ trước. | 300 tấn | increase | vụ trước
a way that is walked is no rise | Đoàn vượt 46 km đường rừng để vào bản. | 46 km | - | -
the level that a rate was raised to | Từ quý sau, phí gửi xe tăng lên mức 12%. | 12% | - | -
the level that a rate came from | Thuế suất giảm từ mức 40% xuống còn 35%. | 40% | - | -
the level behind what was lowered | Nhiều hộ xin giảm mức phí chợ xuống còn 50%. | 50% | - | -
a mark that was passed | Lạm phát vượt mức 20%. | 20% | - | -
a plan that was passed | Doanh thu vượt mức 5% so với kế hoạch. | 5% | increase | kế hoạch
a mark that was passed on the way up | Giá vàng tăng mạnh, vượt mốc 40 triệu đồng một lượng. | 40 triệu đồng | - | -
another's level | Số này cao hơn mức 7.400 cử tri. | 7.400 cử tri | - | -
a shortage is a level | Hồ chứa thiếu hụt 320 triệu m3 nước. | 320 triệu m3 | - | -
a price that was cut is no baseline | Cửa hàng giảm giá 20%. | 20% | decrease | -
those a price was cut for have not become fewer | Trạm thu phí giảm giá vé cho 301 xe. | 301 xe | - | -
an average is no baseline | Sản lượng tăng bình quân 9,6% mỗi năm. | 9,6% | increase | -
a baseline between the verb and the amount | Lượng khách tăng hơn cùng kỳ năm ngoái khoảng 20%. | 20% | increase | cùng kỳ năm ngoái
a price that another is above | Giá trong nước cao hơn giá thế giới khoảng 3 triệu đồng. | 3 triệu đồng | increase | giá thế giới
a length that is more than a number has not grown | Tuyến đê mới có chiều dài hơn 3,3 km. | 3,3 km | - | -
a meeting that took more than a time has not grown | Buổi họp kéo dài hơn 2 giờ. | 2 giờ | - | -
a length compared with another | Hầm mới dài hơn 20 m so với hầm cũ. | 20 m | increase | hầm cũ
a height above the ground is no growth | Nhịp giữa cao hơn 60 m so với mặt đất. | 60 m | - | -
a share after "tăng tới" is an amount | Lượng khách tăng tới 68%. | 68% | increase | -
a level after "tăng lên" is none | Số hộ khá tăng lên 680 hộ. | 680 hộ | - | -
a sign in brackets | Sản lượng giấy đạt 101 nghìn tấn (+4,3%). | 4,3% | increase | -
the other level after "thấp hơn mức" | Tỷ lệ này thấp hơn mức 12% của cả tỉnh. | 12% | - | -
an estimated rise is one | Số khách ước tăng 12%. | 12% | increase | -
doubling is a rise | Số hộ vay tăng gấp đôi. | gấp đôi | increase | -
a rate of growth is a rise | Tốc độ tăng trưởng đạt 8,2%. | 8,2% | increase | -
the greatest rise, in brackets | Nhóm giao thông tăng mạnh nhất (38%). | 38% | increase | -
a multiple of another year | Quý II thu 30 tỷ đồng, gấp 3 lần năm trước. | 3 lần | - | năm trước
a range that something fell by | Riêng tỷ lệ hộ nghèo giảm từ 3 - 4%. | 3 - 4% | decrease | -
a plan's share ends before what is said next | Sản lượng bằng 84,6% kế hoạch năm và tăng 6,2% so cùng kỳ. | 84,6% | - | kế hoạch năm
"""


# what the rule says | text | figure | start | end
TIMES = """
a comparison reaches over its noun | Năm 2018, xã thu 500 tấn vải, tăng 30 tấn so với sản lượng và giá trị của vụ vải năm 2017. Phần bán trong nước đạt 300 tấn. | 300 tấn | 2018-01-01 | 2018-12-31
the level compared with, in brackets | Năm 2019, xã thu 320 tấn vải, bằng một nửa sản lượng năm 2018 (640 tấn). | 640 tấn | 2018-01-01 | 2018-12-31
a time behind another statement | Năm 2017 có 441 người dự thi, tuy nhiên đến hết năm 2018 mới có 58 người trúng tuyển. | 441 người | 2017-01-01 | 2017-12-31
the time before a comma is not its own | Khoảng cách năm 2014 là 9,7 lần, đến năm 2018 tăng lên 10 lần. | 9,7 lần | 2014-01-01 | 2014-12-31
an event's bare year | Trong kỳ thi THPT Quốc gia 2019, trung tâm có 13 học sinh dự thi. | 13 học sinh | 2019-01-01 | 2019-12-31
the term of a plan ends with its sentence | Đến năm 2025, thành phố sẽ mua 45 xe. Tổng số lái xe là 90 người. | 90 người | - | -
a size takes no time from elsewhere | Năm 2018, huyện khánh thành 3 cầu. Cầu lớn nhất dài 120 m. | 120 m | - | -
a level takes it | Năm 2018, huyện khánh thành 3 cầu. Có 400 hộ được hưởng lợi. | 400 hộ | 2018-01-01 | 2018-12-31
back to a time that is not said | Năm 2018, huyện khánh thành 3 cầu. Trước đó, có 400 hộ phải đi đò. | 400 hộ | - | -
a plan is not of today | Năm 2019, xã có 12 ha vải. Đến nay đã bán 3 tấn. Dự kiến thu 50 tấn. | 50 tấn | 2019-01-01 | 2019-12-31
a record's span is no time of its own | Quý I năm 2018, tỉnh tăng 7%. Đây là mức tăng cao nhất trong 3 quý I (từ 2016-2018). Công nghiệp tăng 8%. | 8% | 2018-01-01 | 2018-03-31
when a thing came to be dates none of what it has | Khu nhà xây dựng từ năm 1968 gồm 4 lô. | 4 lô | - | -
the year of the next plan is not its own | Tỷ lệ phân loại rác mới đạt 12%, phấn đấu đến năm 2025 đạt 80%. | 12% | - | -
until when something lasts dates nothing told later | Bãi rác chỉ còn tiếp nhận đến năm 2022. Thành phố có 220 xe. | 220 xe | - | -
a day and a fraction behind it | Tính đến 31/12/2019, 8/8 huyện có trung tâm. | 8/8 huyện | - | 2019-12-31
once an office's years are its holder's | Sở đã hủy 3 văn bản do ông A (nguyên giám đốc giai đoạn 2009-2015) ký. | 3 văn bản | - | -
the time with which a lead opens | Được mùa muối\\n\\n6 tháng đầu năm 2016, sản xuất ổn định.\\n\\nDiện tích muối đạt 600 ha. | 600 ha | 2016-01-01 | 2016-06-30
when a thing came to be dates nothing else | Quy chế về biệt thự được xây dựng từ trước năm 1954. Có 63 biệt thự đã bị phá. | 63 biệt thự | - | -
what a thing cost is of that time | Năm 2007, xã xây cầu với kinh phí 5 tỷ đồng. | 5 tỷ đồng | 2007-01-01 | 2007-12-31
a vague time ends what was told before | Năm 2015, xã có 40 hộ nghèo. Mới đây, đoàn khảo sát 12 thôn. | 12 thôn | - | -
another year in brackets | Năm 2019, huyện có 49% học sinh đạt điểm 5 (năm 2018 là 48%), còn 41% đạt điểm 6. | 48% | 2018-01-01 | 2018-12-31
behind a bracket the text goes on | Năm 2019, huyện có 49% học sinh đạt điểm 5 (năm 2018 là 48%), còn 41% đạt điểm 6. | 41% | 2019-01-01 | 2019-12-31
the equal of a year is compared with | Năm 2018, trường tuyển sinh. Chỉ tiêu tương đương năm 2017, riêng ngành máy tính có 500 em. | 500 em | 2018-01-01 | 2018-12-31
when something shall open does not date what is done | Đường về bến\\n\\nDự án đã giải tỏa 98% mặt bằng, dự kiến thông xe cuối năm 2030. | 98% | - | -
"""


# what the rule says | text | figure | per
RATES = """
each before it | Mỗi hộ được hỗ trợ 5 triệu đồng. | 5 triệu đồng | hộ
each behind it | Tỉnh hỗ trợ 2 triệu đồng cho mỗi con. | 2 triệu đồng | con
each of two syllables | Mỗi thí sinh được đăng ký 3 nguyện vọng. | 3 nguyện vọng | thí sinh
a numeral is no denominator | Cán bộ thường được điều động mỗi ba hoặc 4 năm. | 4 năm | -
out of so many | Cứ 58 học sinh chỉ có một giáo viên. | một giáo viên | 58 học sinh
out of a time | Cứ 5 năm thành phố tăng thêm 20.000 xe máy. | 20.000 xe máy | 5 năm
so many hours | Lượng mưa phổ biến 60 mm/24 giờ. | 60 mm | 24 giờ
so many square metres | Mức bồi thường là 120 triệu đồng/500 m2. | 120 triệu đồng | 500 m2
a person in so many years | Mỗi lao động gửi về 350 triệu đồng/người/3 năm. | 350 triệu đồng | người/3 năm
a base is no rate | Tại căn cứ này và phá hủy 4 trực thăng cùng 20 xe tải. | 20 xe tải | -
only the figure beside it | Mỗi suất trị giá 2 triệu đồng, tổng số tiền 80 triệu đồng. | 80 triệu đồng | -
"""


def _cases(table: str) -> Any:
    rows = [[cell.strip() for cell in line.split(" | ")] for line in table.strip().split("\n")]
    return [pytest.param(*[None if cell == "-" else cell.replace("\\n", "\n") for cell in row[1:]], id=row[0]) for row in rows]


@pytest.mark.parametrize(("text", "quote", "status"), _cases(STATUSES))
def test_status(nlp: Any, text: str, quote: str, status: str) -> None:
    assert _row(nlp, text, quote).status == status


@pytest.mark.parametrize(("text", "quote", "change", "baseline"), _cases(CHANGES))
def test_change_and_baseline(nlp: Any, text: str, quote: str, change: str | None, baseline: str | None) -> None:
    row = _row(nlp, text, quote)
    assert (row.change, row.baseline) == (change, baseline)


@pytest.mark.parametrize(("text", "quote", "start", "end"), _cases(TIMES))
def test_time(nlp: Any, text: str, quote: str, start: str | None, end: str | None) -> None:
    row = _row(nlp, text, quote)
    found = [None if one is None else one.isoformat() for one in (row.period_start, row.period_end)]
    assert found == [start, end]


@pytest.mark.parametrize(("text", "quote", "per"), _cases(RATES))
def test_rate(nlp: Any, text: str, quote: str, per: str | None) -> None:
    assert _row(nlp, text, quote).per == per


def test_a_title_has_the_status_of_its_repetition(nlp: Any) -> None:
    text = "Huyện chi 90 tỷ đồng làm đường\n\nTrong 3 năm tới, huyện sẽ dùng hơn 90 tỷ đồng để làm đường."
    assert [row.status for row in nlp(Article("bai", text))._.statistics] == ["target", "target"]


def test_the_period_of_the_title_holds_for_what_names_no_other(nlp: Any) -> None:
    text = "Kết quả kỳ thi tốt nghiệp 2019\n\nThủ khoa của tỉnh đạt 28 điểm."
    assert str(_row(nlp, text, "28 điểm").period_start) == "2019-01-01"


def test_the_document_behind_a_figure(nlp: Any) -> None:
    row = _row(nlp, "Viên chức y tế hưởng phụ cấp nghề 100% theo Nghị quyết số 72/2025/NQ-CP.", "100%")
    assert row.document_id is not None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("festival huế 2018 có", ["2018"], id="a festival"),
        pytest.param("có tất cả 2018 người", [], id="a number is no year"),
        pytest.param("kỳ thi đường lên đỉnh 2018-2019", [], id="two years are a period of their own"),
        pytest.param("mã số thí sinh 2018", [], id="no event before it"),
    ],
)
def test_years_that_name_an_event(text: str, years: list[str]) -> None:
    assert [row["quote"] for row in event_years(text, [])] == years


def test_years_inside_figures_are_left_alone() -> None:
    assert event_years("giải thưởng 2018 đồng", [(12, 21)]) == []


def _gold(period: dict[str, str | None] | None) -> GoldRow:
    return GoldRow("s1", 0, 1, "1", {"period": period})


@pytest.mark.parametrize(
    ("period", "worth"),
    [
        pytest.param({"start": "2018-01-01", "end": "2018-12-31", "text": "năm 2018"}, (0.0, 1.0, 0.0), id="by its days"),
        pytest.param(None, (1.0, 0.0, 1.0), id="no time: nothing, or a time that says no day"),
        pytest.param(
            {"start": "2018-06-02", "end": "2018-06-02", "text": "Hôm qua"}, (0.0, 0.0, 1.0), id="by its words where no day is known"
        ),
    ],
)
def test_which_candidates_are_the_annotated_time(period: dict[str, str | None] | None, worth: tuple[float, ...]) -> None:
    candidates = [None, ("2018-01-01", "2018-12-31", "năm 2018"), (None, None, "hôm qua")]
    assert times_worth(_gold(period), candidates) == worth


def test_an_article_is_taught_without_its_date_too() -> None:
    gold = GoldArticle(Article("bai", "Một bài.", published="2018-06-03"), (), (), ())
    bare = undated(gold)
    assert bare is not None and bare.article.published is None and undated(bare) is None

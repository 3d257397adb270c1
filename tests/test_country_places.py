"""Figures of the whole country, of several units named in a row, and of places that grammar ties to them, inside articles about one province."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract
from solieu.extract.doc import rows_of

CASES = """
the country has | Tỉnh Nghệ An có 12 hồ chứa. Cả nước chỉ có 90 hồ như vậy. | 12=40; 90=VN
the country behind a province | Hồ của tỉnh Nghệ An có 12 chiếc, còn cả nước có 90 chiếc. | 12=40; 90=VN
what follows about the province stays there | Cả nước có 90 hồ chứa, trong đó tỉnh Nghệ An có 12 hồ. | 90=VN; 12=40
the country's mean behind the figure | Tỉnh Nghệ An đạt 14% so với 26% bình quân chung của cả nước. | 14=40; 26=VN
three provinces named behind a count | Tỉnh Nghệ An họp. Dịch lan ra 3 tỉnh Sơn La, Lai Châu, Điện Biên. | 3=VN
three provinces named before a figure | Lũ ở Hà Tĩnh, Nghệ An và Quảng Bình làm 300 nhà sập. | 300=None
one province before a figure | Lũ ở Hà Tĩnh làm 300 nhà sập. | 300=42
a place before a bracket owns what stands in it | Tỉnh Nghệ An so với tỷ lệ hộ nghèo của các tỉnh Điện Biên (48,1%), Hà Giang (43,7%). | 48=11; 44=02
a place right before a figure owns it | Tỉnh Thanh Hóa trao quà, trong đó Như Xuân 12 suất, Ngọc Lặc 15 suất. | 12=402; 15=389
both figures of a pair have one place | Tỉnh Nghệ An cấp gạo, nhiều nhất là huyện Quỳ Châu với 400 hộ / 1.900 nhân khẩu. | 400=416; 1900=416
a preposition ties a place behind | Công an tỉnh Sóc Trăng khởi tố 2 vụ ở huyện Mỹ Xuyên. | 2=947
sold all over the country | Bắc Giang được mùa. Công ty tiêu thụ 350 tấn vải trên toàn quốc. | 350=VN
an opening place frames its sentence | Đoàn từ Nghệ An đi tặng quà. Tại Khánh Hòa, đoàn tặng 500 suất quà. | 500=56
a way between two provinces is in neither | Cây cầu rút ngắn hành trình 70 km từ Hà Tĩnh đến Nghệ An. | 70=None
a distance from a place is not its own figure | Xã ở Nghệ An nằm cách Hà Nội 300 km. | 300=40
what is told of many provinces is the country's | Quảng Nam có 12 cầu treo. Đề án xây 381 cầu treo ở 28 tỉnh. | 12=49; 381=VN; 28=VN
where somebody lives frames nothing | Tỉnh Nghệ An có một công ty. Giám đốc là bà Hoa, thường trú tại Hà Đông, Hà Nội. Vốn của công ty là 51 tỷ đồng. | 51000000000=40
a row of ways between provinces names none | Tỉnh Nghệ An họp. Các tuyến cao tốc Nội Bài - Lào Cai, Đà Nẵng - Quảng Ngãi đón 300 xe. | 300=40
a name whose apostrophe the copyist set apart | Tỉnh Đắk Nông họp. Hồ ở huyện Đắk R ' Lấp sơ tán 300 hộ. | 300=666
a house number before a ward's name is a street | Quận Đống Đa (Hà Nội) giải tỏa 11 hộ ở chung cư 93 Láng Hạ. | 11=006
no province has so many districts | Tỉnh Bắc Kạn họp bàn cử cán bộ về các xã thuộc 61 huyện nghèo. | 61=VN
those it does have are its own | Tỉnh Bắc Kạn có 8 huyện, thành phố. | 8=06
what lies in many districts is of none | Huyện Gia Lâm (Hà Nội) họp. Dịch lan ra 7.760 hộ thuộc 24 quận, huyện. | 7760=01; 24=01
a spot in a hamlet and its commune | Chủ tịch UBND huyện Như Xuân (Thanh Hóa) nói lũ cuốn 18 người tại thôn Lúng, xã Bình Lương, huyện Như Xuân. | 18=16204
a spot with its unit in brackets | Công an tỉnh Nghệ An thu 40 bánh ma tuý tại ngã tư Sơn (xã Nghĩa Khánh, huyện Nghĩa Đàn). | 40=17032
a unit's share of all the province has is its own | Huyện Nghĩa Đàn (Nghệ An) có nhiều ca nhất, chiếm 36,2% toàn tỉnh. | 36=419
a province's share of all the country has is its own | Tỉnh Nghệ An thu nhiều thuế, chiếm 16% cả nước. | 16=40
the country that is only compared with | Tỉnh Nghệ An họp. Năm 2016 tăng 8%, so với cả nước gấp 2 lần. | 8=40; 2=40
what is told of the provinces behind it | Tỉnh Nghệ An họp. Lũ đe dọa 900 hộ dân hạ lưu các tỉnh Hà Tĩnh, Quảng Bình. | 900=None
where a machine only came from | Tỉnh Hòa Bình họp. 12 xe được chuyển từ Phú Thọ tới hiện trường. Có 4 máy bơm. | 12=17; 4=17
where something only lies so far from | Tỉnh Nghệ An họp. Hầm cách trung tâm xã Nghĩa Khánh, huyện Nghĩa Đàn 10 km. Trong hầm có 3 người. | 10=419; 3=419
what a city's budget pays is the city's | TP HCM họp. Nhà ở quận Bình Thạnh chật. Ngân sách thành phố chỉ chi 90 tỷ đồng. | 90000000000=79
every province has one of these offices | Tỉnh Nghệ An họp. Hội nghị có 63 cục thuế dự. | 63=VN
"""


@pytest.fixture(scope="module")
def nlp() -> Any:
    return extract.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, wanted.split("; "), id=name) for name, text, wanted in
     (map(str.strip, line.split(" | ")) for line in CASES.strip().splitlines())],
)  # fmt: skip
def test_whose_figure_it_is(nlp: Any, text: str, expected: list[str]) -> None:
    rows = rows_of(nlp(text), "statistics") or []
    assert [f"{row['value']:.0f}={row['place_code']}" for row in rows] == expected


def test_the_results_of_a_firm_are_of_no_unit(nlp: Any) -> None:
    text = (
        "Tập đoàn Sen Việt lãi lớn\n\nTập đoàn Sen Việt công bố kết quả kinh doanh.\n\n"
        "Doanh thu đạt 850 tỷ đồng, lợi nhuận 215 tỷ đồng. Cổ đông nhận cổ tức 9%, cổ phiếu niêm yết từ lâu, vốn điều lệ không đổi.\n"
        "Nhà máy ở tỉnh Nghệ An có 300 công nhân."
    )
    places = {row.quote: row.place_code for row in nlp(text)._.statistics}
    assert places["850 tỷ đồng"] is None and places["300 công nhân"] == "40"


def test_a_numbered_district_is_named_with_its_type(nlp: Any) -> None:
    (row,) = nlp("UBND quận 2, TP HCM cho biết quận 2 có 300 hộ nghèo.")._.statistics
    assert row.place_name == "Quận 2"


def test_a_province_in_passing_is_not_the_home_of_a_national_article(nlp: Any) -> None:
    text = (
        "Lương hưu cao nhất\nCó người nhận lương hưu 100 triệu đồng.\nBảo hiểm xã hội Việt Nam giải thích điều đó.\n"
        "Ở Việt Nam có nhiều mức lương.\nTheo luật, mức cao nhất là 20 lần lương cơ sở.\nMột cô giáo ở Hà Tĩnh cũng hỏi."
    )
    places = {row["value"]: row["place_code"] for row in rows_of(nlp(text), "statistics") or []}
    assert (places[100_000_000.0], places[20.0]) == ("VN", "VN")


def test_two_dimensions_of_one_thing_are_named_each_by_itself(nlp: Any) -> None:
    rows = rows_of(nlp("Cầu treo Khe Rỗ dài 28 m, rộng 2,7 m."), "statistics") or []
    assert [row["subject"].split()[:2] for row in rows] == [["chiều", "dài"], ["chiều", "rộng"]]
    assert "chiều dài" not in rows[1]["subject"]

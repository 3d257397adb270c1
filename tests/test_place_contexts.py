"""Places that the newspaper, the date and the sentence tell: papers of merged provinces, types a unit once had, subjects of clauses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from solieu.corpus import Article
from solieu.extract import blank
from solieu.extract.doc import rows_of
from solieu.extract.places.units import gazetteer

IN_2019, IN_2021, AFTER = date(2019, 6, 12), date(2021, 3, 1), date(2025, 10, 20)

CASES = [
    ("the province of a paper by its name", "Huyện Châu Thành có 12 xã.", "Báo Tây Ninh", IN_2019, [("Huyện Châu Thành", "708")]),
    ("the province of a paper by its domain", "Toàn tỉnh có 9 huyện.", "baotayninh.vn", IN_2019, [("Toàn tỉnh", "72")]),
    ("no province of a national paper", "Toàn tỉnh có 9 huyện.", "Báo Người Lao Động", IN_2019, []),
    ("the merged province of a paper whose old code is gone", "Toàn tỉnh có 99 xã.", "Báo Bắc Ninh", AFTER, [("Toàn tỉnh", "24")]),
    ("the merged province of a paper that took a neighbour's code", "Toàn tỉnh có 96 xã.", "Báo Đồng Tháp", AFTER, [("Toàn tỉnh", "82")]),
    ("the merged province of a paper of a province that is gone", "Trên địa bàn tỉnh có 9 cảng.", "Báo Bình Định", AFTER,
     [("Trên địa bàn tỉnh", "52")]),
    ("the same paper before the mergers", "Toàn tỉnh có 99 xã.", "Báo Bắc Ninh", IN_2019, [("Toàn tỉnh", "27")]),
    ("a commune of the merged province", "Xã Hòa Xuân bị ngập.", "Báo Đắk Lắk", AFTER, [("Xã Hòa Xuân", "22291")]),
    ("an urban district that is gone beside the city of its name", "Quận Thủ Đức cũ nhập vào TP Thủ Đức.", "Báo Sài Gòn Giải Phóng", IN_2021,
     [("Quận Thủ Đức", "762"), ("TP Thủ Đức", "769")]),
    ("a town and a rural district of one name in two provinces", "Thị xã Tân Uyên kết nghĩa với huyện Tân Uyên của Lai Châu.", "Báo Bình Dương",
     IN_2019, [("Thị xã Tân Uyên", "723"), ("huyện Tân Uyên", "111"), ("Lai Châu", "12")]),
    ("a type the unit has shed", "Khách đến huyện Sa Pa, tỉnh Lào Cai tăng.", None, IN_2021, [("huyện Sa Pa", "088"), ("tỉnh Lào Cai", "10")]),
    ("a subject behind an adverb", "Huyện Tuy Đức có 6 xã. Hiện huyện có 13.000 hộ.", None, IN_2019,
     [("Huyện Tuy Đức", "667"), ("huyện", "667")]),
    ("a subject of what somebody says, without a comma", "Lãnh đạo huyện Gò Dầu cho biết huyện có 9 xã.", None, IN_2019,
     [("huyện Gò Dầu", "710"), ("huyện", "710")]),
    ("a subject behind a length of time", "Tỉnh Ninh Bình họp. Sau 9 tháng tỉnh đạt 8,2%.", None, IN_2019,
     [("Tỉnh Ninh Bình", "37"), ("tỉnh", "37")]),
    ("a unit pointed at behind another word for it", "Tỉnh Cao Bằng họp. Theo sở của tỉnh, tỉnh này còn 30% hộ nghèo.", None, IN_2019,
     [("Tỉnh Cao Bằng", "04"), ("của tỉnh", "04"), ("tỉnh", "04")]),
    ("no unit pointed at in the plural", "Huyện Gò Dầu họp. Các huyện này có 9 xã.", None, IN_2019, [("Huyện Gò Dầu", "710")]),
    ("no subject in the plural", "Huyện Gò Dầu họp. Hiện các huyện có 90 xã.", None, IN_2019, [("Huyện Gò Dầu", "710")]),
    ("a special zone named before", "Đặc khu Cô Tô có 7.000 dân. Đặc khu đón 300.000 khách.", "Báo Quảng Ninh", AFTER,
     [("Đặc khu Cô Tô", "07192"), ("Đặc khu", "07192")]),
    ("a list is of the nearest type word", "Dịch lan ra 12 xã của 3 huyện gồm: Yên Lập, Tân Sơn và Thanh Sơn.", "Báo Phú Thọ", IN_2019,
     [("Yên Lập", "234"), ("Tân Sơn", "240"), ("Thanh Sơn", "238")]),
    ("a name that what it encloses makes clear", "Xã Mường Lống, huyện Kỳ Sơn có 95 hộ.", None, IN_2019,
     [("Xã Mường Lống", "16831"), ("huyện Kỳ Sơn", "417")]),
    ("a name that a later one makes clear", "Huyện Kỳ Sơn và huyện Tương Dương còn 15 xã nghèo.", None, IN_2019,
     [("Huyện Kỳ Sơn", "417"), ("huyện Tương Dương", "418")]),
    ("a city under the centre named before as a province", "Cần Thơ công bố điểm. Kết quả của TP Cần Thơ tốt.", None, IN_2019,
     [("Cần Thơ", "92"), ("TP Cần Thơ", "92")]),
    ("the city as a subject", "Hà Nội họp. Giám đốc thông tin, thành phố có 1.600 cơ sở.", None, IN_2019,
     [("Hà Nội", "01"), ("thành phố", "01")]),
    ("a highway is no place", "Dự án cách Xa lộ Hà Nội 300 m.", None, IN_2019, []),
    ("a body with the country's name is no place", "Tổng cục Biển Việt Nam và CBRE Việt Nam họp.", None, IN_2019, []),
    ("a doubtful name with its type in apposition", "Thanh Sơn - huyện miền núi của tỉnh Phú Thọ - trồng chè.", None, IN_2019,
     [("Thanh Sơn", "238"), ("tỉnh Phú Thọ", "25")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = blank()
    pipeline.add_pipe("solieu_places")
    return pipeline


@pytest.mark.parametrize(
    ("text", "source", "published", "expected"), [pytest.param(*row[1:], id=row[0]) for row in CASES]
)  # fmt: skip
def test_places_in_their_article(nlp: Any, text: str, source: str | None, published: date, expected: list[tuple[str, str]]) -> None:
    doc = nlp(Article("a", text, source=source, published=published))
    assert [(row["quote"], row["code"]) for row in rows_of(doc, "places") or []] == expected


def test_a_province_code_of_2025_gives_the_province_that_has_it() -> None:
    units = gazetteer()
    codes = [unit.code for unit in units.units.values() if unit.level == "province" and unit.system == "2025" and unit.code]
    assert len(codes) == 34
    assert [found.id for code in codes if (found := units.province_of(code, AFTER))] == [f"2025:{code}" for code in codes]

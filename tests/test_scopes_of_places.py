"""How far a place reaches: what only encloses another, ways, residences, sites, the one district of an article, the last place named."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract
from solieu.extract.doc import extra_of
from solieu.extract.linking.consensus import consensus

CASES = """
the unit behind a smaller one only encloses it | Tỉnh Quảng Ngãi họp. Trường ở huyện Sơn Tây, tỉnh Quảng Ngãi có 120 học sinh. | 120=530
what a place is called behind a dash is no other end of a way | Tỉnh Nghệ An họp. Ở Con Cuông - ấp xa nhất, có 340 hộ nghèo. | 340=422
a clause behind a dash is no other end of a way | Tỉnh Nghệ An họp. Tại Con Cuông - ở cuối tỉnh, có 340 hộ nghèo. | 340=422
a way between two communes of one district is the district's | Tỉnh Nghệ An họp. Đường từ xã Châu Khê đến xã Lạng Khê dài 12 km. | 12=422
the fees of a toll road are of its first end, not of its last | Trạm thu phí BOT Cần Thơ – Phụng Hiệp thu 35.000 đồng mỗi lượt. | 35000=92
a residence in brackets is not where the deed was done | Công an huyện Con Cuông (Nghệ An) bắt ông Lê Văn Tý (48 tuổi, ngụ xã Lạng Khê). Ông Tý cất giấu 12 khẩu súng. | 12=422
a residence holds for the person's own household | Huyện Con Cuông (Nghệ An) mất mùa. Ông Lê Văn Tý (48 tuổi, ngụ xã Lạng Khê) nói: "Nhà tôi có 500 gốc cam". | 500=17233
what stands in a commune keeps it | Trạm thu phí đặt ở xã Lạng Khê (huyện Con Cuông, Nghệ An). Huyện Con Cuông họp. Giá vé tại trạm này là 25.000 đồng. | 25000=17233
a project whose name is followed by its commune | Dự án KCN Hòa Phát, xã Lạng Khê, huyện Con Cuông, Nghệ An bị chậm. Tỉnh họp. Hiện KCN đã lấp đầy 83% diện tích. | 83=17233
several such things keep nothing | Các trạm ở xã Lạng Khê (huyện Con Cuông, Nghệ An) mở. Huyện Con Cuông họp. Trạm này thu 25.000 đồng. | 25000=422
a department speaks of its province | Huyện Con Cuông (Nghệ An) có 40 quán. Sở đã kiểm tra 400 quán. | 40=422; 400=40
a place right behind what is counted | Đoàn có 2 thí sinh của Sơn La, 3 thí sinh Lạng Sơn, 1 thí sinh Hà Tĩnh. | 3=20; 1=42
a site tells its district | Tỉnh Đắk Lắk họp. Nhân viên Agribank chi nhánh Krông Bông lập khống 562 hồ sơ. | 562=653
a site in a province nobody named tells nothing | Nhân viên Agribank chi nhánh Krông Bông lập khống 562 hồ sơ. | 562=None
a place behind a figure does not reach the next sentence | Huyện Con Cuông (Nghệ An) họp. Huyện gia cố 3 điểm sạt lở ở xã Lạng Khê.\\nKinh phí là 30 tỷ đồng. | 3=17233; 30000000000=422
a district named last still holds after sentences without a place | Tỉnh Nghệ An họp.\\nỞ huyện Con Cuông mưa to.\\nNước dâng cao.\\nCầu bị trôi.\\nHọc sinh nghỉ học.\\nCó 40 nhà ngập. | 40=422
two communes named together stand for their district | Tỉnh Nghệ An họp. Dự án thu hồi 36 ha tại xã Lạng Khê và xã Châu Khê. | 36=422
two figures share the place behind the second | Huyện Con Cuông (Nghệ An) bị lũ. Hơn 400 hộ dân với 1.600 nhân khẩu của xã Lạng Khê bị cô lập. | 400=17233; 1600=17233
a sentence that opens on the world speaks of no place here | Giá vàng tại Đà Nẵng đứng yên.\\nTrên thế giới, giá vàng giao ngay đứng ở 1.330 USD. | 1330=None
the nation's norm is the nation's | Tỉnh Nghệ An có chuẩn nghèo riêng, còn chuẩn quốc gia là dưới 10 triệu đồng. | 10000000=VN
a line between two stations stands at neither | Thành phố Hồ Chí Minh họp. Tuyến metro số 3 (Bến Thành - Miếu Nổi) dài 12 km. | 12=79
a line whose other end is a unit of the same kind | Hà Nội họp. Tuyến xe buýt Kim Mã - Yên Nghĩa có 26 xe. | 26=01
a list of bus stops is no place | Thành phố Hồ Chí Minh họp.\\nLượt đi: Bến xe - Lê Lợi - cảng quận 4 - Tôn Đản - Khánh Hội dài 16 km. | 16=79
the clock of a place tells no place | Vụ nổ ở Toronto\\n\\nVụ nổ lúc 22h tại Toronto (9h ngày 3/5, giờ Hà Nội) làm 15 người bị thương. | 15=None
the people of a country are not the country | Công an quận Phú Nhuận (Thành phố Hồ Chí Minh) kiểm tra. Khách sạn có 19 người khách Việt Nam. | 19=768
the stock exchange of a city is not the city | Tỉnh Nghệ An có nhà máy. Cổ phần sẽ bán tại Sở Giao dịch Chứng khoán TP HCM. Nhà máy có 36 tổ máy. | 36=40
a site stands where the text says | Trạm thu phí BOT Ninh Lộc thuộc thị xã Ninh Hòa, tỉnh Khánh Hòa. Ùn tắc ở BOT Ninh Lộc kéo dài 3 km. | 3=572
a court of several provinces is in none | Tỉnh Thái Nguyên có tai nạn. TAND cấp cao tại Hà Nội đã hủy 2 bản án. | 2=19
an address in brackets is no setting | Thành phố Hồ Chí Minh họp. Công ty Hoa Mai (địa chỉ: phường Tân Phú, quận 7, Thành phố Hồ Chí Minh) bị phạt 60 triệu đồng. | 60000000=79
a firm's results are its province's | Thành phố Hồ Chí Minh họp. Kho hàng ở quận 7 bị cháy. Năm qua, công ty có doanh thu 706 tỷ đồng. | 706000000000=79
a region that opens the sentence | Thành phố Cần Thơ họp. Riêng tại đồng bằng sông Cửu Long sẽ có 9 nhà máy. | 9=None
a fine of the law is the country's | Tỉnh Lâm Đồng có tai nạn. Theo nghị định 46, người đi ngược chiều bị phạt 7 triệu đồng. | 7000000=VN
a length is of no place it is measured from | Tỉnh Nghệ An họp. Xã Lạng Khê (huyện Con Cuông) nằm cách thành phố Vinh 130 km. | 130=17233
fees of a toll station named for a province | Trạm BOT Cần Thơ – Phụng Hiệp thu 35.000 đồng mỗi lượt. | 35000=92
an article of the whole country that names no place | Ngành đường sắt đóng 45 toa tàu mới. Ngành đường sắt đang có 1.000 toa tàu. | 45=VN; 1000=VN
the unit of a board that speaks is what it speaks of | Tỉnh Nghệ An họp. Theo ban an toàn giao thông huyện Con Cuông, trên địa bàn đã xảy ra 19 vụ tai nạn. | 19=422
two districts of a sentence stand for their province | Tỉnh Nghệ An họp. Đoàn trả tiền cho 3 chủ tàu ở huyện Con Cuông (2 chủ tàu ở huyện Kỳ Sơn trả sau). Tổng số tiền là 881 triệu đồng. | 881000000=40
a district named once, lines ago, was an example where others are named | Tỉnh Nghệ An họp.\\nỞ huyện Kỳ Sơn mưa to.\\nỞ huyện Con Cuông gió mạnh.\\nNước dâng cao.\\nHọc sinh nghỉ học.\\nCó 40 nhà ngập. | 40=40
where help comes from is not where it works | Tỉnh Quảng Nam có tai nạn. Máy cẩu đang từ Nha Trang ra để cẩu 4 toa xe. | 4=49
a toll station is called after a town it need not stand in | Tỉnh Đồng Nai họp. Trạm BOT Biên Hòa mở lại. Mỗi ngày trạm có 9.000 lượt xe. | 9000=75
so is a station of buses, with a type word right behind its noun | Thành phố Hồ Chí Minh họp. Bến xe huyện Hóc Môn đông khách. Bến có 90 chuyến xe. | 90=79
a project lies in the commune that is named behind its name | Dự án An Cư mở rộng, phường Phước Mỹ, quận Sơn Trà (Đà Nẵng) bị chậm. Dự án có 41 lô đất. | 41=20275
a site in the name's stead stands where brackets say | Quảng Ninh họp. Khách lên Yên Tử (TP Uông Bí, Quảng Ninh) đông. Tỉnh họp tiếp. Yên Tử đã đón 500 khách. | 500=196
a newspaper is no place | Tỉnh Nghệ An họp. Theo báo Pháp luật TP. HCM, đoàn có 12 xe. | 12=40
a row of districts stands for the province around them | Dịch xảy ra tại 45 hộ thuộc các huyện Con Cuông, Kỳ Sơn và Tương Dương (Nghệ An). | 45=40
schools that meet the nation's standard are not the nation's | Tỉnh Nghệ An họp. Tỷ lệ trường đạt chuẩn quốc gia là 46%. | 46=40
in turn, the figures of a row of units are each one's | Tỉnh Nghệ An họp. Hai huyện Con Cuông và Kỳ Sơn trồng lần lượt 40 ha và 65 ha. | 40=422; 65=417
the provinces of an article about one province are not that province | Tỉnh Nghệ An họp. Các tỉnh đã nộp 34 bản báo cáo. | 34=None
a province that the first line of the body names is the article's | Lũ cuốn cầu treo, 30 hộ bị cô lập\\n\\nNước lên nhanh.\\n\\nCầu ở tỉnh Nghệ An bị cuốn trôi.\\nNước rút chậm ở Nghệ An.\\nNgười từ Hà Tĩnh qua sông. | 30=40
where something is brought from and to is no scope | Tỉnh Nghệ An họp. Xe chở gỗ từ Lào về Việt Nam. Trên xe có 50 khúc gỗ. | 50=40
parts in brackets have their places | Tỉnh Nghệ An họp. Lũ làm 8 người chết (3 người ở Kỳ Sơn, 5 người ở Quế Phong) và 2 người mất tích. | 2=40; 8=40; 3=417; 5=415
where something is the most is no scope | Tỉnh Bắc Kạn họp. Huyện Na Rì có diện tích rừng lớn nhất tỉnh với 1.250 ha. | 1250=066
behind a row of districts it is the province again | Tỉnh Quảng Ninh họp. Vân Đồn đón 60.000 lượt, Cô Tô 12.500 lượt. Công suất phòng đạt 85%. | 85=22
"""


@pytest.fixture(scope="module")
def nlp() -> Any:
    return extract.load(model="rules")


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text.replace("\\n", "\n"), wanted.split("; "), id=name) for name, text, wanted in
     (map(str.strip, line.split(" | ")) for line in CASES.strip().splitlines())],
)  # fmt: skip
def test_reach_of_places(nlp: Any, text: str, expected: list[str]) -> None:
    rows = nlp(text)._.statistics
    for one in expected:
        value, code = one.split("=")
        found = [row.place_code for row in rows if row.value == float(value)]
        assert found == [None if code == "None" else code], [(row.quote, row.place_name) for row in rows]


def test_article_about_one_district_gives_it_to_its_title(nlp: Any) -> None:
    text = "Lũ cô lập 40 hộ ở Nghệ An\n\nLũ về xã Lạng Khê, huyện Con Cuông đêm qua.\n\nHuyện Con Cuông lo chỗ ở.\nCó 15 nhà trôi."
    assert [(row.quote, row.place_code) for row in nlp(text)._.statistics] == [("40 hộ", "40"), ("15 nhà", "422")]
    without = "Lũ cô lập 40 hộ\n\nLũ về xã Lạng Khê, huyện Con Cuông (Nghệ An) đêm qua.\n\nHuyện Con Cuông lo chỗ ở."
    assert [row.place_code for row in nlp(without)._.statistics] == ["422"]


def test_sites_are_no_mentions(nlp: Any) -> None:
    doc = nlp("Tỉnh Bình Dương kiểm tra trạm vật tư đường sắt Dĩ An.")
    assert [row.quote for row in doc._.places] == ["Tỉnh Bình Dương"]
    assert [(scope["name"], scope["code"]) for scope in extra_of(doc, "scopes") if scope.get("site")] == [("Dĩ An", "724")]


@pytest.mark.parametrize(
    ("candidates", "scores", "chosen"),
    [
        pytest.param(
            [("hộ", None), ("hộ nghèo ở xã", None), ("hộ nghèo", None)],
            [1.0, 1.0, 1.0],
            2,
            id="the one in the middle agrees with both others",
        ),
        pytest.param([("hộ nghèo", None), ("giá lúa", None)], [3.0, 0.0], 0, id="the likelier of two that share nothing"),
        pytest.param([("hộ nghèo", None), ("hộ", "nghèo")], [0.0, 0.0], 0, id="the first of equals"),
        pytest.param([(None, None)], [0.0], 0, id="the only one"),
    ],
)
def test_consensus_of_phrases(candidates: list[tuple[str | None, str | None]], scores: list[float], chosen: int) -> None:
    best, expected = consensus(candidates, scores)
    assert best == chosen
    assert 0.0 <= expected <= 1.0

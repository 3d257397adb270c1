"""Places abroad as tables: which names are read as such, and which figures therefore have no place of ours."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract
from solieu.extract.doc import rows_of
from solieu.extract.places.abroad import abroad
from solieu.extract.text.view import view

NAMES = """
a country in its usual spelling | Hàng bán sang Trung Quốc chậm lại. | Trung Quốc
a country in the spelling with hyphens | Tàu ghé cảng Xin-ga-po hai ngày. | Xin-ga-po
two spellings of Australia | Hoa đi Australia và Ô-xtrây-li-a. | Australia; Ô-xtrây-li-a
a city | Cháy lớn ở Bangkok. | Bangkok
a short name behind a preposition | Chị làm việc ở Mỹ. | Mỹ
a short name behind an office | Tổng thống Pháp lên tiếng. | Pháp
a short name before a foreign person's | Tổng thống Mỹ Donald Trump lên tiếng. | Mỹ
short names in a row | Hội thảo ở Nga, Đức và Pháp. | Nga; Đức; Pháp
a short name beside a plain one | Quan hệ Mỹ - Trung Quốc ấm lên; Mỹ - Hàn Quốc cũng vậy. | Mỹ; Trung Quốc; Mỹ; Hàn Quốc
a short name vouched for elsewhere | Đoàn sang Đức. Theo lịch, Đức tiếp đoàn hai ngày. | Đức; Đức
a short name in small letters is a word | Con nga mi mỹ miều ý tứ nói với anh. | -
a town that begins with it | Ghe về Mỹ Tho, xe về Đức Thọ và Anh Sơn. | -
a woman | Chị Nga và cô Mỹ bán vải. | -
a man by his family name | Nguyễn Văn Đức và Trần Quốc Pháp vắng mặt. | -
a doctor | Bác sĩ Anh khám cho 20 em. | -
a pronoun at the beginning | Anh kể lại chuyện cũ. | -
a garment | Áo dài và Áo khoác bán chạy. | -
law | Nhân viên của Pháp luật và Nhật báo. | -
a woman whose name is a country's | Bà Trần Hà Lan và em Hải Nam về quê. | -
a commune of ours | Đường về xã Vân Nam đang sửa. | -
a river | Bờ sông Hàn đông khách. | -
"""

STATE = """
a minister of another state | Thủ tướng Malaysia tuyển thêm người\\nÔng cho biết sẽ tuyển 300 thanh tra. | 300=None
a ministry of another state | Bộ Y tế Trung Quốc ra thông báo\\nCơ quan này phát 500 giường bệnh. | 500=None
a ministry with a long name | Bộ Y tế và Phúc lợi Hàn Quốc mở trung tâm\\nCó 40 trung tâm được mở. | 40=None
our own government | Chính phủ bàn việc làm đường\\nSẽ làm 500 km đường. | 500=VN
our own minister on a visit abroad | Thủ tướng thăm một nhà máy, bàn việc xuất khẩu sang Trung Quốc\\nNhà máy có 300 công nhân. | 300=VN
"""

FIGURES = """
a whole article about another country | Lũ lớn ở Nepal\\nMưa to ở Kathmandu. Có 120 người mất nhà, 30 xã mất điện. | 120=None; 30=None
our time in it tells nothing | Bầu cử ở Pháp\\nKết quả có lúc 9 giờ (giờ Việt Nam). Ở Paris có 40 điểm bầu cử. | 40=None
where a figure of a local article lies | Tỉnh Nghệ An học cách làm hồ chứa. Tại Nhật Bản có 2.700 hồ như vậy. | 2700=None
what happens elsewhere is not carried back | Tỉnh Nghệ An có 12 hồ chứa. Tại Nhật Bản có 2.700 hồ như vậy. | 12=40; 2700=None
our exports stay ours | Tỉnh Bắc Giang bán vải. Lượng vải xuất khẩu sang Trung Quốc đạt 50.000 tấn. | 50000=24
a buyer stays outside | Tỉnh Bắc Giang bán vải. Trung Quốc là thị trường lớn nhất với 50.000 tấn. | 50000=24
guests from abroad are here | Tỉnh Quảng Ninh đón 9.000 khách Hàn Quốc. | 9000=22
a loan from abroad is spent here | Tỉnh Quảng Ninh làm đường bằng 300 tỷ đồng vốn vay Nhật Bản. | 300=22
a place of ours in the sentence goes first | Tại Nhật Bản, đoàn tỉnh Nghệ An ký 5 thỏa thuận. | 5=40
the world's price | TP.HCM bán vàng chậm. Giá vàng thế giới đứng ở 1.300 USD/ounce. | 1300=None
people of the whole world | Hà Nội mở hội thảo. Thế giới hiện có 4.000 loài như vậy. | 4000=None
the world behind the figure | Hà Nội mở hội thảo. Chỉ có 90 cây trên toàn thế giới. | 90=None
a region of another country | Lũ quét ở miền Nam Thái Lan\\nĐã có 12 người mất tích ở Phuket. | 12=None
"""


def table(rows: str) -> list[Any]:
    cases = []
    for line in rows.strip().splitlines():
        name, text, expected = (cell.strip() for cell in line.split(" | "))
        cases.append(pytest.param(text.replace("\\n", "\n"), [] if expected == "-" else expected.split("; "), id=name))
    return cases


@pytest.fixture(scope="module")
def nlp() -> Any:
    return extract.load()


@pytest.mark.parametrize(("text", "expected"), table(NAMES))
def test_names_of_places_abroad(text: str, expected: list[str]) -> None:
    seen = view(text)
    assert [seen.text[one.start : one.end] for one in abroad().find(seen)] == expected


@pytest.mark.parametrize(("text", "expected"), [*table(STATE), *table(FIGURES)])
def test_figures_abroad_have_no_place_of_ours(nlp: Any, text: str, expected: list[str]) -> None:
    rows = rows_of(nlp(text), "statistics") or []
    assert [f"{(row['value'] if row['unit'] != 'VND' else row['value'] / 1e9):.0f}={row['place_code']}" for row in rows] == expected


def test_a_newspaper_does_not_draw_a_foreign_story_home(nlp: Any) -> None:
    doc = nlp.make_doc("Lũ lớn ở Nepal\nMưa to ở Kathmandu. Có 120 người mất nhà.")
    doc._.article = {"province_code": "38"}
    assert [row["place_code"] for row in rows_of(nlp(doc), "statistics") or []] == [None]


@pytest.mark.parametrize(
    "text",
    ["Nhà máy ở tỉnh Hà Nam (Trung Quốc) nổ.", "Nhà máy ở tỉnh Hà Nam, Trung Quốc.", "Nhà máy ở tỉnh Hà Nam của Trung Quốc.",
     "Mưa ở thành phố Đông Hưng (Quảng Tây, Trung Quốc).", "Mưa ở miền Bắc Ấn Độ."],
)  # fmt: skip
def test_a_name_of_ours_that_lies_abroad_is_no_row(nlp: Any, text: str) -> None:
    assert rows_of(nlp(text), "places") in (None, [])

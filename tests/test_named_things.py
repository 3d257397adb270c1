"""Named things and events before a figure, and the name put where a subject only points."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract
from solieu.extract.figures import Figure
from solieu.extract.linking.named_things import NamedThings
from solieu.extract.text.view import view as make_view

NAMED = """
a project by its name | Theo sở, dự án Ánh Dương đã cấp | dự án Ánh Dương
a firm whose name goes on in small letters | Hôm qua, Tổng công ty Phát điện 3 bán | Tổng công ty Phát điện 3
a firm named for what it does | Năm ngoái, Công ty cổ phần Vận tải đường sắt Hoa Sen mua | Công ty cổ phần Vận tải đường sắt Hoa Sen
a line by both its ends | Tuyến cao tốc Nội Bài - Lào Cai đón | Tuyến cao tốc Nội Bài - Lào Cai
a word behind a name is none of it | Trường Chính trị Thái Bình thường xuyên mở | Trường Chính trị Thái Bình
an event by the words behind it | Đêm qua, vụ tai nạn giao thông làm | vụ tai nạn giao thông
an event at the very end of the text | Hai người chết trong vụ tai nạn giao thông | vụ tai nạn giao thông
a case that tells nothing | Công an nói vụ việc này có | None
a crop season is no event | Nông dân làm vụ đông với | None
a noun without a name | Theo sở, dự án đã cấp | None
a noun inside a word | Công ty phục vụ khách với | None
"""


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in NAMED.strip().splitlines()]
)
def test_what_a_sentence_names(text: str, expected: str) -> None:
    end = len(text)
    figure = Figure(0, end, end, end, end, "money", 1.0, 1.0, 1.0, "exact", False, None, "money", None, "1", 1.0, 0, (0, end))
    named = NamedThings.of(make_view(text), []).before(figure)
    assert (named.phrase if named is not None else "None") == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param("tổng tài sản của doanh nghiệp", "tổng tài sản của Công ty Hoa Mai", id="a firm that is pointed at is named"),
        pytest.param("vốn của dự án này", "vốn của dự án Ánh Dương", id="a project that is pointed at is named"),
        pytest.param("vốn của các dự án", "vốn của các dự án", id="several are not one"),
        pytest.param("thuế thu nhập doanh nghiệp vừa và nhỏ", "thuế thu nhập doanh nghiệp vừa và nhỏ", id="a noun that says which is left"),
    ],
)
def test_a_subject_that_points_is_named(subject: str, expected: str) -> None:
    text = "Công ty Hoa Mai làm dự án Ánh Dương. Đến nay đã chi"
    end = len(text)
    figure = Figure(0, end, end, end, end, "money", 1.0, 1.0, 1.0, "exact", False, None, "money", None, "1", 1.0, 0, (37, end))
    assert NamedThings.of(make_view(text), []).resolved(figure, subject) == expected


def test_names_of_places_open_no_thing() -> None:
    """Behind "Hồ" stands no lake in "Hồ Chí Minh"."""
    text = "Ở Thành phố Hồ Chí Minh có"
    assert not NamedThings.of(make_view(text), [(3, 23)]).mentions


@pytest.fixture(scope="module")
def nlp() -> Any:
    return extract.load()


ROLES = """
the number of a house in its street is none | Công ty đóng tại 14 Phú Châu, phường Tam Phú. | -
behind an address it is none | Công ty (địa chỉ: 89 Hoàng Quốc Việt) có 12 nhân viên. | 12 nhân viên
a longitude is none | Tàu chìm ở 15009.294 N và 109018.226 E, có 7 thuyền viên. | 7 thuyền viên
buying and selling prices are two | Vàng được niêm yết 36,95 - 37,19 triệu đồng/lượng (mua vào - bán ra). | 36,95; 37,19 triệu đồng
a range of prices is one | Giá tôm từ 120 - 150 nghìn đồng/kg. | 120 - 150 nghìn đồng
samples of blood are counted | Bệnh viện gửi 15 mẫu máu đi xét nghiệm. | 15 mẫu máu
"""


@pytest.mark.parametrize(
    ("text", "quotes"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in ROLES.strip().splitlines()]
)
def test_what_is_a_figure(nlp: Any, text: str, quotes: str) -> None:
    assert "; ".join(row.quote for row in nlp(text)._.statistics) == ("" if quotes == "-" else quotes)

"""Units of bare counts, told by their subject, their whole or the figure before."""

from __future__ import annotations

import pytest
from solieu.extract.figures import Figure
from solieu.extract.linking.told_units import tell_units

# what the row shows | text, the figure in brackets | its subject | the kind and unit it gets
CASES = """
the number of a thing | Ông có số phiếu tín nhiệm là [61]. | số phiếu tín nhiệm | count phiếu
a number whose word the subject lost | Số hộ tái nghèo năm qua là [133]. | hộ tái nghèo | count hộ
a subject that only begins with a noun | Nhà ga thuộc dự án hết [500]. | dự án nhà ga | count -
marks | Ngành có mức điểm cao nhất là [23]. | mức điểm cao nhất | score điểm
an index | Chỉ số AQI trung bình là [121]. | chỉ số AQI trung bình | score điểm
points said before | Em Nhật có số điểm [394]. | điểm của em | score điểm
places called points | Số điểm đen còn [17]. | số điểm đen | count điểm
victims | Lũ làm nhiều người bị thương [162]. | vụ tai nạn | count người
what is told of nothing counted | Hồ có mực nước [12]. | mực nước hồ | count -
"""


def figure(text: str, subject: str, unit: str | None = None) -> tuple[str, Figure]:
    """Make the figure in brackets, and give the text without them."""
    begin = text.index("[")
    end = text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    printed = plain[begin:end]
    value = float(printed)
    made = Figure(
        0, begin, end, end, begin, "count", value, value, value, "exact", False, unit, "count", None, printed, 1.0, 0, (0, len(plain)),
        subject=subject,
    )  # fmt: skip
    return plain, made


@pytest.mark.parametrize(
    ("text", "subject", "expected"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in CASES.strip().splitlines()]
)
def test_what_a_bare_count_counts(text: str, subject: str, expected: str) -> None:
    plain, one = figure(text, subject)
    tell_units(plain.lower(), [one])
    assert f"{one.kind} {one.unit or '-'}" == expected


def test_a_part_counts_what_its_whole_counts() -> None:
    """ "45 công trình (giao thông 17)"."""
    _, whole = figure("Xã có [45] công trình.", "công trình", "công trình")
    plain, part = figure("Xã có 45 công trình (giao thông [17]).", "công trình giao thông")
    part.total = 0
    tell_units(plain.lower(), [whole, part])
    assert part.unit == "công trình"


def test_the_next_of_a_row_counts_the_same() -> None:
    """ "Thị xã 9 cơ sở, Ninh Phước 6"."""
    _, first = figure("Thị xã có [9] cơ sở.", "cơ sở", "cơ sở")
    plain, second = figure("Thị xã có 9 cơ sở, Ninh Phước [6].", "cơ sở")
    tell_units(plain.lower(), [first, second])
    assert second.unit == "cơ sở"


def test_nothing_counted_is_half_a_thing() -> None:
    """A mark or rate printed with decimals is no number of pupils."""
    plain, one = figure("Số thí sinh đạt [6].", "số thí sinh")
    one.value = one.low = one.high = 6.5
    tell_units(plain.lower(), [one])
    assert one.unit is None

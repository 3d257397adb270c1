"""The main job in miniature: whole articles in, every row that a careful reader would write down out, and no other.

Each case is an article with its date and newspaper, and all its figures in order. A figure is the quote and the columns
that the case is about; wholes and shares are named by the quote of the other row. Documents, places and audits likewise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from solieu.corpus import Article

Columns = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """An article and what it must give.

    Attributes:
        name: what the case shows, as a sentence.
        text: the article.
        published: its date.
        province: two-digit code of the newspaper's province.
        figures: (quote, columns) of every figure.
        documents: (quote, columns) of every document.
        places: quote and code of the places looked at; None when the case is not about places.
        audits: (check, expected, reported, ok) of every audit.

    """

    name: str
    text: str
    published: date
    province: str | None
    figures: tuple[tuple[str, Columns], ...]
    documents: tuple[tuple[str, Columns], ...] = ()
    places: tuple[tuple[str, str], ...] | None = None
    audits: tuple[tuple[str, float, float, bool], ...] = ()


def figure(quote: str, value: float | None, unit: str, kind: str = "count", **columns: Any) -> tuple[str, Columns]:
    return quote, {"value": value, "unit": unit, "kind": kind, **columns}


CADRES = {
    "subject": "cán bộ, công chức cấp xã",
    "place_code": "403",
    "province_code": "38",
    "period_start": None,
    "period_end": date(2018, 12, 31),
}
POOR = {"subject": "hộ nghèo", "place_name": "Mường Chà"}

CASES = (
    Case(
        "a breakdown comes out as whole, parts and shares, and adds up",
        """Như Thanh: cán bộ xã trẻ hơn, học cao hơn

Đến hết năm 2018, huyện Như Thanh (Thanh Hóa) có 320 cán bộ, công chức cấp xã. Trong đó, có 8 người có trình độ trên đại học, chiếm 2,5%; \
240 người có trình độ đại học, chiếm 75%; 72 người có trình độ trung cấp, chiếm 22,5%.""",
        date(2019, 3, 1),
        "38",
        (
            figure("320 cán bộ, công chức", 320, "cán bộ, công chức", category=None, total=None, share=None, flags=(), **CADRES),
            figure("8 người", 8, "người", total="320 cán bộ, công chức", share="2,5%", **CADRES),
            figure("2,5%", 2.5, "%", "percentage", total="320 cán bộ, công chức", share="8 người", **CADRES),
            figure("240 người", 240, "người", total="320 cán bộ, công chức", share="75%", **CADRES),
            figure("75%", 75, "%", "percentage", total="320 cán bộ, công chức", share="240 người", **CADRES),
            figure("72 người", 72, "người", total="320 cán bộ, công chức", share="22,5%", **CADRES),
            figure("22,5%", 22.5, "%", "percentage", total="320 cán bộ, công chức", share="72 người", **CADRES),
        ),
        places=(("Như Thanh", "403"), ("huyện Như Thanh", "403"), ("Thanh Hóa", "38")),
        audits=(
            ("parts_sum", 320, 320, True),
            ("share", 2.5, 2.5, True),
            ("share", 75, 75, True),
            ("share", 22.5, 22.5, True),
            ("shares_sum", 100, 100, True),
        ),
    ),
    Case(
        "parts that do not make up their whole are reported and no value is touched",
        """Vĩnh Châu gỡ khó cho người nuôi tôm

Theo Phòng Kinh tế thị xã Vĩnh Châu, 6 tháng đầu năm 2018 toàn thị xã có 900 ha tôm bị thiệt hại, gồm: xã Vĩnh Hải 400 ha, xã Lai Hòa 250 ha, \
xã Vĩnh Tân 150 ha.""",
        date(2018, 7, 10),
        "94",
        (
            figure("900 ha", 900, "ha", "measurement", place_code="950", period_end=date(2018, 6, 30), total=None, flags=("parts_sum",)),
            figure("400 ha", 400, "ha", "measurement", place_name="Vĩnh Hải", place_level="commune", total="900 ha", flags=("parts_sum",)),
            figure("250 ha", 250, "ha", "measurement", place_name="Lai Hòa", place_level="commune", total="900 ha", flags=("parts_sum",)),
            figure("150 ha", 150, "ha", "measurement", place_name="Vĩnh Tân", place_level="commune", total="900 ha", flags=("parts_sum",)),
        ),
        audits=(("parts_sum", 800, 900, False),),
    ),
    Case(
        "a printed share that its count and whole do not give is reported",
        "Hiện nay, huyện Trà Cú có 12.400 hộ dùng nước sạch, trong đó 9.300 hộ là đồng bào Khmer, chiếm 80%.",
        date(2016, 4, 5),
        "84",
        (
            figure("12.400 hộ", 12400, "hộ", place_code="849", period_start=date(2016, 4, 5), period_end=date(2016, 4, 5), flags=("share",)),
            figure("9.300 hộ", 9300, "hộ", total="12.400 hộ", share="80%", flags=("share",)),
            figure("80%", 80, "%", "percentage", total="12.400 hộ", share="9.300 hộ", flags=("share",)),
        ),
        audits=(("share", 75, 80, False),),
    ),
    Case(
        "a level that went from one year to another is two levels, each with its year",
        "Tỷ lệ hộ nghèo của tỉnh Sơn La giảm từ 34,4% năm 2015 xuống còn 18,4% năm 2020. Năm 2021, tỉnh phấn đấu giảm ít nhất 3% hộ nghèo.",
        date(2021, 1, 12),
        "14",
        (
            figure("34,4%", 34.4, "%", "percentage", change=None, status="actual", place_code="14", period_end=date(2015, 12, 31)),
            figure("18,4%", 18.4, "%", "percentage", change=None, status="actual", place_code="14", period_end=date(2020, 12, 31)),
            figure("3%", 3, "%", "percentage", change="decrease", status="target", qualifier="at_least", low=3, high=None, period_end=date(2021, 12, 31)),
        ),
    ),
    Case(
        "since July 2025 a unit has its new code, and the law that made it is the document of the figure",
        """Sau khi thực hiện Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội, tỉnh Đắk Lắk có 102 xã, phường. \
Đến ngày 30/9/2025, phường Tuy Hòa đã giải quyết 4.120 hồ sơ.""",
        date(2025, 10, 5),
        "66",
        (
            figure("102 xã, phường", 102, "xã, phường", province_code_2025="66", document_id="202/2025/QH15"),
            figure("4.120 hồ sơ", 4120, "hồ sơ", place_name="Tuy Hòa", place_code_2025="22015", province_code_2025="66", document_id=None,
                   period_start=None, period_end=date(2025, 9, 30)),
        ),
        documents=(
            ("Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội",
             {"doc_type": "Nghị quyết", "code": "202/2025/QH15", "issuer": "Quốc hội", "issued": date(2025, 6, 12), "resolved": False}),
        ),
        places=(("tỉnh Đắk Lắk", "66"), ("phường Tuy Hòa", "22015")),
    ),
    Case(
        "dates, labels, ages and addresses are no figures",
        """Đại hội khóa XII khai mạc

Ngày 5/3/2020, Đại hội Đảng bộ xã Tân Lập lần thứ XVIII, nhiệm kỳ 2020-2025 khai mạc lúc 7 giờ 30 tại hội trường trên quốc lộ 3, km 77+922. \
Ông Nguyễn Văn An, 52 tuổi, nhà ở số 15, ngõ 8, phát biểu theo Điều 5 Quyết định số 12/QĐ-UBND. Bệnh nhân 416 không dự.""",
        date(2020, 3, 6),
        None,
        (),
        documents=(("Điều 5 Quyết định số 12/QĐ-UBND", {"doc_type": "Quyết định", "number": "12", "symbol": "QĐ-UBND", "code": "12/QĐ-UBND"}),),
    ),
    Case(
        "money, multiples, ranges and bounds keep what was printed",
        """Năm 2017, thu ngân sách của tỉnh Lào Cai đạt 8.250 tỷ đồng, tăng 12% so với năm 2016. Kim ngạch xuất khẩu đạt 1,2 tỷ USD. \
Đã có 18/21 xã đạt chuẩn. Mỗi hộ thu từ 35 đến 40 triệu đồng/năm, nộp phí không quá 2 triệu đồng; gần 7% số hộ được miễn.""",
        date(2018, 1, 5),
        "10",
        (
            figure("8.250 tỷ đồng", 8_250_000_000_000, "VND", "money", period_start=date(2017, 1, 1), period_end=date(2017, 12, 31), low=8_250_000_000_000),
            figure("12%", 12, "%", "percentage", change="increase", baseline="năm 2016", period_end=date(2017, 12, 31)),
            figure("1,2 tỷ USD", 1_200_000_000, "USD", "money"),
            figure("18/21 xã", 18, "xã", total="21 xã"),
            figure("21 xã", 21, "xã", total=None),
            figure("35 đến 40 triệu đồng", None, "VND", "money", low=35_000_000, high=40_000_000, qualifier="range", per="năm"),
            figure("2 triệu đồng", 2_000_000, "VND", "money", qualifier="at_most", low=None, high=2_000_000),
            figure("7%", 7, "%", "percentage", qualifier="nearly", low=None, high=7),
        ),
    ),
    Case(
        "what a statement leaves unsaid comes from the one before it; abbreviations are spelt out",
        "Hiện nay, huyện Như Xuân có 439 CBCC cấp xã. Trong đó, có 4 người có trình độ trên đại học.",
        date(2018, 10, 3),
        "38",
        (
            figure("439 CBCC", 439, "cán bộ, công chức", subject="cán bộ, công chức cấp xã", place_code="402", total=None),
            figure("4 người", 4, "người", subject="cán bộ, công chức cấp xã", place_code="402", total="439 CBCC", period_end=date(2018, 10, 3)),
        ),
    ),
    Case(
        "a short form of a document has the code of the full form",
        """Thực hiện Thông tư số 13/2019/TT-BNV ngày 6/11/2019 của Bộ Nội vụ, tỉnh Quảng Ninh đã cử 45 cán bộ về xã. \
Cũng theo Thông tư 13, mỗi cán bộ được hỗ trợ 10 triệu đồng.""",
        date(2020, 7, 5),
        "22",
        (
            figure("45 cán bộ", 45, "cán bộ", document_id="13/2019/TT-BNV", place_code="22"),
            figure("10 triệu đồng", 10_000_000, "VND", "money", document_id="13/2019/TT-BNV"),
        ),
        documents=(
            ("Thông tư số 13/2019/TT-BNV ngày 6/11/2019 của Bộ Nội vụ",
             {"number": "13", "year": 2019, "issuer": "Bộ Nội vụ", "issued": date(2019, 11, 6), "document_id": "13/2019/TT-BNV"}),
            ("Thông tư 13", {"document_id": "13/2019/TT-BNV", "resolved": True}),
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def read(request, nlp):
    """Give a case and the Doc of its article."""
    case = request.param
    return case, nlp(Article("bai", case.text, published=case.published, province_code=case.province))


def _seen(row: Any, quotes: Mapping[str, str], wanted: Columns) -> dict[str, Any]:
    """Give the columns of a row that a case is about."""
    linked = {"total": quotes.get(row.total_id), "share": quotes.get(row.share_id)} if hasattr(row, "total_id") else {}
    return {name: linked[name] if name in linked else getattr(row, name) for name in wanted}


def test_the_figures_are_found_and_no_others(read):
    case, doc = read
    assert [row.quote for row in doc._.statistics] == [quote for quote, _ in case.figures]


def test_the_columns_of_the_figures(read):
    case, doc = read
    quotes = {row.statistic_id: row.quote for row in doc._.statistics}
    found = {row.quote: row for row in doc._.statistics}
    seen = {quote: _seen(found[quote], quotes, columns) for quote, columns in case.figures if quote in found}
    assert seen == {quote: dict(columns) for quote, columns in case.figures}


def test_the_documents(read):
    case, doc = read
    assert [row.quote for row in doc._.documents] == [quote for quote, _ in case.documents]
    assert [_seen(row, {}, columns) for row, (_, columns) in zip(doc._.documents, case.documents, strict=True)] == [
        columns for _, columns in case.documents
    ]


def test_the_places(read):
    case, doc = read
    named = [(row.quote, row.code) for row in doc._.places]
    assert case.places is None or [pair for pair in named if pair[0] in dict(case.places)] == list(case.places)
    assert all(row.place_code is None or row.province_code for row in doc._.statistics)


def test_the_audits(read):
    case, doc = read
    assert sorted((row.check, row.expected, row.reported, row.ok) for row in doc._.audits) == sorted(case.audits)


def test_every_case_has_its_own_quotes():
    for case in CASES:
        quotes = [quote for quote, _ in case.figures]
        assert len(set(quotes)) == len(quotes), case.name
        assert all(quote in case.text for quote in quotes), case.name


README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def readme_table(*head: str) -> list[dict[str, str]]:
    """Give the rows of the README's table that begins with these columns."""
    for block in README.split("\n\n"):
        lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.splitlines() if line.startswith("|")]
        if lines and tuple(lines[0][: len(head)]) == head:
            return [dict(zip(lines[0], cells, strict=True)) for cells in lines[2:]]
    raise AssertionError(f"the README has no table of {head}")


def printed(row: Any, columns: Columns) -> dict[str, str]:
    """Give the columns of a row as the README prints them."""
    values = {name: getattr(row, name) for name in columns}
    return {name: "" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value) for name, value in values.items()}


def _without(row: dict[str, str], *names: str) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if name not in names}


def test_the_first_screen_of_the_readme(nlp):
    sentence = README.split("\n> ")[1].split("\n")[0]
    wanted = readme_table("quote", "value", "unit")
    assert [printed(row, wanted[0]) for row in nlp(sentence)._.statistics] == wanted
    assert README.index(wanted[-1]["quote"]) < 2000


@pytest.mark.parametrize("row", readme_table("printed", "quote"), ids=lambda row: f"README: {row['printed']}")
def test_the_figures_of_the_readme(nlp, row):
    (found,) = nlp(row["printed"])._.statistics
    assert printed(found, _without(row, "printed")) == _without(row, "printed")


@pytest.mark.parametrize("row", readme_table("printed", "period_start"), ids=lambda row: f"README: {row['printed']}")
def test_the_periods_of_the_readme(nlp, row):
    doc = nlp(Article("bai", f"Xã xây được 12 nhà văn hóa {row['printed']}.", published=date(2020, 10, 5)))
    assert [span.text for span in doc.spans["periods"]] == [row["printed"]]
    assert printed(doc._.statistics[0], _without(row, "printed")) == _without(row, "printed")


@pytest.mark.parametrize("row", readme_table("printed", "doc_type"), ids=lambda row: f"README: {row['printed']}")
def test_the_documents_of_the_readme(nlp, row):
    (found,) = nlp(f"Thực hiện {row['printed']}, xã đã làm đường.")._.documents
    assert found.quote == row["printed"]
    assert printed(found, _without(row, "printed")) == _without(row, "printed")


@pytest.mark.parametrize("row", readme_table("printed", "article of"), ids=lambda row: f"README: {row['printed']}")
def test_the_places_of_the_readme(nlp, row):
    (found,) = nlp(Article("bai", f"Có 5 trường ở {row['printed']}.", published=date.fromisoformat(row["article of"])))._.places
    assert printed(found, _without(row, "printed", "article of")) == _without(row, "printed", "article of")


def test_the_python_of_the_readme_runs(root, monkeypatch):
    monkeypatch.chdir(root)
    (code,) = README.split("```python\n")[1:]
    names: dict[str, Any] = {}
    exec(code.split("```")[0], names)
    assert len(names["frames"]["statistics"]) > 100


def test_the_readme_names_files_and_folders_that_are_there(root):
    named = {
        name for name in re.findall(r"`((?:corpus|extract|models|notebooks)/[\w./-]*)`|\]\(([\w./-]+)\)", README) for name in name if name
    }
    assert len(named) > 20
    assert [name for name in sorted(named) if not (root / name).exists()] == []

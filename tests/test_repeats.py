"""`same_as`: repeats of a figure point at its first full mention, and `to_frames(distinct=True)` gives each statistic once."""

from __future__ import annotations

from datetime import date

import pytest
from solieu.corpus import Article
from solieu.extract import to_frames
from solieu.extract.exports import open_export, read_tables
from solieu.extract.tables.distinct import distinct_result

LEAD = "Năm 2019, tỉnh Sơn La trồng mới 1.230 ha cây ăn quả."


def pairs(nlp, text: str) -> list[tuple[str, str]]:
    """Give (repeat, what it points at) as quotes with their places in the text."""
    rows = {row.statistic_id: row for row in nlp(Article("bai", text, published=date(2020, 2, 3)))._.statistics}
    ordered = list(rows)
    return [
        (f"{ordered.index(one)}:{row.quote}", f"{ordered.index(row.same_as)}:{rows[row.same_as].quote}")
        for one, row in rows.items()
        if row.same_as
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Sơn La trồng mới 1.230 ha cây ăn quả\n\n{LEAD} Người dân rất phấn khởi.",
            [("1:1.230 ha", "0:1.230 ha")],
            id="of two mentions that say as much the first is kept",
        ),
        pytest.param(
            f"{LEAD}\n\nÔng Lò Văn Bình cho biết, diện tích cây ăn quả trồng mới năm 2019 là 1.230 ha.",
            [("0:1.230 ha", "1:1.230 ha")],
            id="the mention that also says who reports it is the full one",
        ),
        pytest.param(
            "Phát hiện gần 500m3 gỗ lậu ở Ia Grai\n\nSáng 3/2, công an huyện Ia Grai phát hiện 500 m3 gỗ lậu tại một bãi gỗ ở huyện Ia Grai.",
            [("0:500m3", "1:500 m3")],
            id="“gần 500m3” in a title is the 500 m3 of the body",
        ),
        pytest.param(
            "Năm 2018, tỉnh trồng 1.230 ha cây ăn quả.\n\nNăm 2019, tỉnh trồng 1.230 ha cây ăn quả.",
            [],
            id="the same number of another year is another statistic",
        ),
        pytest.param(
            "Huyện Mai Sơn trồng 1.230 ha cây ăn quả.\n\nHuyện Yên Châu trồng 1.230 ha cây ăn quả.",
            [],
            id="the same number of another district is another statistic",
        ),
        pytest.param(
            "Năm 2019, tỉnh Sơn La trồng 1.230 ha cây ăn quả.\n\nNăm 2019, tỉnh Sơn La trồng 1.230 ha rừng phòng hộ.",
            [],
            id="the same number of something else is another statistic",
        ),
        pytest.param(
            "Tỉnh Sơn La trồng cây ăn quả\n\nNăm 2019, tỉnh trồng 1.230 ha cây ăn quả.\n\nNăm 2019, tỉnh phấn đấu trồng 1.230 ha cây ăn quả.",
            [],
            id="a target is not what was reached",
        ),
        pytest.param(
            "Diện tích cây ăn quả năm 2019 là 1.230 ha.\n\nDiện tích cây ăn quả năm 2019 tăng 1.230 ha.",
            [],
            id="a change is no level",
        ),
        pytest.param(
            "Xã có dưới 350 hộ nghèo trong năm 2019.\n\nNăm 2019 xã có 350 hộ nghèo.",
            [],
            id="a bound is not the number itself",
        ),
        pytest.param(
            "Năm 2019 huyện có 3 xã đạt chuẩn.\n\nĐoàn đã thăm 3 xã vùng cao.",
            [],
            id="small numbers of common words meet by chance",
        ),
        pytest.param(
            "Huyện có 320 giáo viên, trong đó 160 giáo viên nữ và 160 giáo viên nam.",
            [],
            id="parts of one sentence are never each other",
        ),
        pytest.param(
            "Hôm nay ngân hàng Bình Minh niêm yết giá bán USD là 22.755 đồng.\n\nHôm nay ngân hàng Hoàng Hôn niêm yết giá bán USD là 22.755 đồng.",
            [],
            id="prices of two banks are two statistics",
        ),
    ],
)
def test_what_is_the_same(nlp, text, expected):
    assert pairs(nlp, text) == expected


ARTICLE = (
    "Sơn La trồng mới 1.230 ha cây ăn quả\n\nNăm 2019, tỉnh Sơn La trồng mới 1.230 ha cây ăn quả, trong đó 615 ha xoài, chiếm 50%. "
    "Toàn tỉnh có 12 hợp tác xã.\n\nTheo Sở Nông nghiệp, diện tích cây ăn quả trồng mới của tỉnh Sơn La năm 2019 là 1.230 ha."
)


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(Article("bai", ARTICLE, published=date(2020, 2, 3)))


def test_distinct_frames_hold_each_statistic_once(doc):
    every, once = to_frames(doc)["statistics"], to_frames(doc, distinct=True)["statistics"]
    assert list(every.quote) == ["1.230 ha", "1.230 ha", "615 ha", "50%", "12 hợp tác xã", "1.230 ha"]
    assert sorted(once.quote) == sorted(["1.230 ha", "615 ha", "50%", "12 hợp tác xã"])
    assert once.same_as.isna().all()
    assert list(once.columns) == list(every.columns)


def test_distinct_frames_take_over_what_only_a_repeat_says(doc):
    every, once = to_frames(doc)["statistics"], to_frames(doc, distinct=True)["statistics"]
    said = [one for one in every[every.quote == "1.230 ha"].attribution if isinstance(one, str)]
    assert said
    assert once[once.quote == "1.230 ha"].attribution.iloc[0] == said[0]


def test_distinct_frames_hold_no_id_that_is_gone(doc):
    frames = to_frames(doc, distinct=True)
    known = set(frames["statistics"].statistic_id)
    pointed = {one for column in ("total_id", "share_id") for one in frames["statistics"][column].dropna()}
    assert pointed and pointed <= known
    assert {one for ids in frames["audits"].statistic_ids for one in ids} <= known


def _row(number: int, **more: object) -> dict[str, object]:
    columns = ("unit", "per", "subject", "category", "baseline", "attribution", "document_id", "total_id", "share_id", "place_name", "place_level",
               "place_code", "province_code", "place_code_2025", "province_code_2025", "period_start", "period_end", "period_text", "same_as")  # fmt: skip
    return dict.fromkeys(columns) | {"statistic_id": f"s{number}", "flags": []} | more


def test_references_lead_to_the_mention_that_is_kept():
    audit = {"check": "share", "statistic_ids": ["s1", "s3", "s4"]}
    rows = [
        _row(1, same_as="s2", place_name="Sơn La", place_code="14", flags=["share"]),
        _row(2, unit="ha", place_level=None),
        _row(3, total_id="s1", share_id="s4"),
        _row(4, total_id="s2", share_id="s5"),
        _row(5, same_as="s3"),
    ]
    result = distinct_result({"article": {}, "statistics": rows, "audits": [audit, audit | {"statistic_ids": ["s2", "s3", "s4"]}]})
    kept = {row["statistic_id"]: row for row in result["statistics"]}
    assert list(kept) == ["s2", "s3", "s4"]
    assert (kept["s3"]["total_id"], kept["s4"]["total_id"], kept["s4"]["share_id"]) == ("s2", "s2", "s3")
    assert (kept["s2"]["place_name"], kept["s2"]["place_code"], kept["s2"]["unit"], kept["s2"]["flags"]) == (
        "Sơn La",
        "14",
        "ha",
        ["share"],
    )
    assert [one["statistic_ids"] for one in result["audits"]] == [["s2", "s3", "s4"]]
    assert rows[0]["same_as"] == "s2" and rows[1]["place_name"] is None


@pytest.mark.parametrize("format_name", ["parquet", "csv", "jsonl", "json", "duckdb"])
def test_every_format_carries_same_as_and_the_explanations(doc, tmp_path, format_name):
    from solieu.extract.tables.rows import result_of_doc

    with open_export(format_name, tmp_path) as export:
        export.add(result_of_doc(doc))
    tables, frames = read_tables(tmp_path, format_name), to_frames(doc)
    assert tables["statistics"].same_as.dropna().tolist() == frames["statistics"].same_as.dropna().tolist() != []
    for column in ("explanation_vi", "explanation_en"):
        assert tables["audits"][column].tolist() == frames["audits"][column].tolist() != []

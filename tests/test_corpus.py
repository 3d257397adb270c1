"""The annotated corpus reads, is complete and consistent, and its datasheet tells the truth about it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from solieu.corpus import AnnotationError, annotated_articles, read_annotated
from solieu.corpus.gold import GoldArticle, GoldRow
from solieu.models.agreement import cohen_kappa, measure_agreement

PROVINCES = frozenset(
    "An Giang,Bà Rịa - Vũng Tàu,Bình Dương,Bình Phước,Bình Thuận,Bình Định,Bạc Liêu,Bắc Giang,Bắc Kạn,Bắc Ninh,Bến Tre,Cao Bằng,Cà Mau,"
    "Cần Thơ,Gia Lai,Hà Giang,Hà Nam,Hà Nội,Hà Tĩnh,Hòa Bình,Hưng Yên,Hải Dương,Hải Phòng,Hậu Giang,Hồ Chí Minh,Khánh Hòa,Kiên Giang,"
    "Kon Tum,Lai Châu,Long An,Lào Cai,Lâm Đồng,Lạng Sơn,Nam Định,Nghệ An,Ninh Bình,Ninh Thuận,Phú Thọ,Phú Yên,Quảng Bình,Quảng Nam,"
    "Quảng Ngãi,Quảng Ninh,Quảng Trị,Sóc Trăng,Sơn La,Thanh Hóa,Thái Bình,Thái Nguyên,Thừa Thiên Huế,Tiền Giang,Trà Vinh,Tuyên Quang,"
    "Tây Ninh,Vĩnh Long,Vĩnh Phúc,Yên Bái,Điện Biên,Đà Nẵng,Đắk Lắk,Đắk Nông,Đồng Nai,Đồng Tháp".split(",")
)
KINDS = frozenset("count percentage percentage_point money measurement duration ratio multiple score rank".split())
ROLES = frozenset("date time document label ordinal age duration phone address plate score name article page".split())
SCALES = tuple(10**power for power in (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12))


@pytest.fixture(scope="module")
def articles() -> list[GoldArticle]:
    return list(annotated_articles())


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "corpus" / "annotated"


def figures(articles: list[GoldArticle]) -> list[tuple[GoldArticle, GoldRow]]:
    return [(one, row) for one in articles for row in one.statistics]


def test_large_enough_and_of_newspaper_length(articles: list[GoldArticle]) -> None:
    assert len(articles) >= 150
    lengths = [len(one.article.raw.split()) for one in articles]
    assert min(lengths) >= 150 and max(lengths) <= 760
    assert len({one.domain for one in articles}) >= 12


def test_every_former_province_is_covered(articles: list[GoldArticle]) -> None:
    assert len(PROVINCES) == 63
    assert {one.province for one in articles} == PROVINCES


def test_splits_are_disjoint_and_complete(articles: list[GoldArticle]) -> None:
    splits = {name: {one.article.id for one in annotated_articles(name)} for name in ("train", "dev", "test")}
    assert sum(map(len, splits.values())) == len(set().union(*splits.values())) == len(articles)
    texts = Counter(one.article.text for one in articles)
    assert max(texts.values()) == 1
    assert all(one.article.published is None or 2005 <= one.article.published.year <= 2026 for one in articles)


def test_ids_are_unique_and_name_the_file(articles: list[GoldArticle], folder: Path) -> None:
    assert {one.article.id for one in articles} == {path.stem for path in (folder / "articles").glob("*.txt")}
    for one in articles:
        ids = [row.id for table in (one.statistics, one.documents, one.places) for row in table] + [audit["id"] for audit in one.audits]
        assert len(ids) == len(set(ids)), one.article.id


def test_quotes_stand_at_their_offsets(articles: list[GoldArticle]) -> None:
    for one in articles:
        for table in (one.statistics, one.documents, one.places, one.numbers):
            for row in table:
                assert one.article.raw[row.start : row.end] == row.quote


def test_every_digit_is_inside_a_mark(articles: list[GoldArticle]) -> None:
    for one in articles:
        covered = [False] * len(one.article.raw)
        for table in (one.statistics, one.documents, one.places, one.numbers):
            for row in table:
                covered[row.start : row.end] = [True] * (row.end - row.start)
        loose = [match.start() for match in re.finditer(r"\d", one.article.raw) if not covered[match.start()]]
        assert not loose, (one.article.id, [one.article.raw[max(0, at - 20) : at + 20] for at in loose])


def test_labels_are_of_the_guidelines(articles: list[GoldArticle]) -> None:
    assert {row.columns["kind"] for _, row in figures(articles)} == KINDS
    assert {row.columns["role"] for one in articles for row in one.numbers} <= ROLES
    for one, row in figures(articles):
        assert row.columns["unit"] and row.columns["subject"], (one.article.id, row.id)


def test_digits_of_the_quote_are_those_of_the_value(articles: list[GoldArticle]) -> None:
    for one, row in figures(articles):
        value = row.columns["value"]
        match = re.match(r"\d+(?:\.\d{3})*(?:,\d+)?(?![\d/]| ?(?:triệu|tỷ|tỉ|nghìn) ?\d)", row.quote)
        if (
            value is None
            or match is None
            or "/" in row.quote
            or re.search(r"rưỡi|năm .*tháng", row.quote)
            or row.columns["kind"] == "ratio"
        ):
            continue
        printed = float(match[0].replace(".", "").replace(",", "."))
        fits = [abs(value - printed * scale) <= 1e-6 * abs(value) for scale in SCALES]
        assert any(fits), (one.article.id, row.id, row.quote, value)


def test_bounds_follow_the_qualifier(articles: list[GoldArticle]) -> None:
    for one, row in figures(articles):
        low, high, qualifier = (row.columns[name] for name in ("low", "high", "qualifier"))
        assert (low is None) == (qualifier in ("nearly", "under", "at_most")), (one.article.id, row.id)
        assert (high is None) == (qualifier in ("over", "at_least")), (one.article.id, row.id)
        if qualifier == "range":
            assert row.columns["value"] is None and low < high, (one.article.id, row.id)


def test_links_lead_somewhere_and_totals_are_larger(articles: list[GoldArticle]) -> None:
    for one in articles:
        rows = {row.id: row.columns for row in one.statistics}
        documents = {row.id for row in one.documents}
        for key, row in rows.items():
            where = (one.article.id, key)
            assert row["document"] is None or row["document"] in documents, where
            if row["share"] is not None:
                assert rows[row["share"]]["share"] == key, where
            if row["total"] is None:
                continue
            total = rows[row["total"]]
            assert row["total"] != key, where
            same = (
                row["kind"] == total["kind"] and row["kind"] in ("count", "money", "measurement") and set(row["unit"]) & set(total["unit"])
            )
            if same and row["value"] is not None and total["value"] is not None and row["change"] is None:
                assert row["value"] <= total["value"], where


def test_no_wholes_in_circles(articles: list[GoldArticle]) -> None:
    for one in articles:
        wholes = {row.id: row.columns["total"] for row in one.statistics}
        for start in wholes:
            seen, here = set(), start
            while here is not None:
                assert here not in seen, (one.article.id, start)
                seen.add(here)
                here = wholes[here]


def test_audits_name_rows_and_some_fail(articles: list[GoldArticle]) -> None:
    keys = {
        "parts_sum": {"whole", "parts"},
        "shares_sum": {"parts"},
        "share": {"whole", "parts", "share"},
        "change": {"now", "then", "change"},
    }
    for one in articles:
        rows = {row.id for row in one.statistics}
        for audit in one.audits:
            where = (one.article.id, audit["id"])
            assert keys[audit["check"]] | {"expected", "reported", "ok"} <= set(audit), where
            named = [
                part for name in ("whole", "parts", "share", "now", "then", "change") for part in audit.get(name, "").split(",") if part
            ]
            assert set(named) <= rows, where
    outcomes = Counter(audit["ok"] for one in articles for audit in one.audits)
    assert set(outcomes) == {"yes", "no"} and outcomes["no"] >= 20


def test_decided_cases_hold(articles: list[GoldArticle]) -> None:
    for one in articles:
        for row in one.numbers:
            assert not re.fullmatch(r"[IVXL]+", row.quote), (one.article.id, row.quote)
            if re.search(r"GMT ?\+$", one.article.raw[: row.start]):
                assert (row.quote, row.columns["role"]) == ("7", "label"), one.article.id
        for row in one.statistics:
            kind, units = row.columns["kind"], row.columns["unit"]
            assert not row.quote.lower().startswith("hàng "), (one.article.id, row.id)
            assert kind != "ratio" or units[0] == "1", (one.article.id, row.id)
            assert "‰" not in units or kind == "percentage", (one.article.id, row.id)
            assert not (kind == "duration" and row.quote.endswith("tuổi")), (one.article.id, row.id)


def test_datasheet_tells_the_counts(articles: list[GoldArticle], folder: Path) -> None:
    sheet = (folder / "DATASHEET.md").read_text(encoding="utf-8")
    for split in ("train", "dev", "test", "all"):
        some = [one for one in articles if split in ("all", one.split)]
        audits = [audit for one in some for audit in one.audits]
        counts: list[Any] = [
            split, len(some), sum(len(one.article.raw.split()) for one in some), sum(len(one.statistics) for one in some),
            sum(row.optional for one in some for row in one.statistics), sum(len(one.numbers) for one in some),
            sum(len(one.documents) for one in some), sum(len(one.places) for one in some), len(audits),
            sum(audit["ok"] == "no" for audit in audits),
        ]  # fmt: skip
        assert "| " + " | ".join(map(str, counts)) + " |" in sheet
    for name, count in Counter(one.domain for one in articles).items():
        assert f"{name} {count}" in sheet
    for name, count in Counter(one.province for one in articles).items():
        assert f"{name} {count}" in sheet
    for name, count in Counter(row.columns["kind"] for _, row in figures(articles)).items():
        assert f"{name} {count}" in sheet


def test_datasheet_tells_the_agreement(articles: list[GoldArticle], folder: Path) -> None:
    sheet = (folder / "DATASHEET.md").read_text(encoding="utf-8")
    second = [read_annotated(path) for path in sorted((folder / "second").glob("*.txt"))]
    assert len(second) >= 30
    found = measure_agreement(articles, second)
    assert found.articles == len(second)
    for name, spans in found.spans.items():
        assert re.search(rf"\| {name}, F1 of spans that overlap \| [\d.]+ \| {spans.f1:.3f} \|", sheet), name
    for name in ("kind", "status", "change"):
        assert re.search(rf"\| {name}: κ \| [\d.]+ \| {found.labels[name].kappa:.3f} \|", sheet), name
    assert re.search(rf"\| role, all roles: κ \| [\d.]+ \| {found.roles['all roles'].kappa:.3f} \|", sheet)
    assert found.spans["figures"].f1 > 0.9 and (found.roles["all roles"].kappa or 0) > 0.8


def test_agreement_with_oneself_is_perfect(folder: Path) -> None:
    some = [read_annotated(path) for path in sorted((folder / "second").glob("*.txt"))[:4]]
    found = measure_agreement(some, some)
    assert all(spans.f1 == spans.strict_f1 == 1 for spans in found.spans.values())
    assert all(kappa.kappa in (1, None) for kappa in found.roles.values())
    assert all(share.agree == 1 for share in found.columns.values())
    assert not found.differences


def test_kappa_by_hand() -> None:
    pairs = [("figure", "figure")] * 20 + [("figure", "date")] * 5 + [("date", "figure")] * 10 + [("date", "date")] * 15
    assert cohen_kappa(pairs).kappa == pytest.approx(0.4)  # the example of Cohen's κ with observed 0.7, chance 0.5
    assert cohen_kappa([("a", "a")]).kappa is None
    assert cohen_kappa([]).pairs == 0


def test_agreement_wants_the_same_page(folder: Path, tmp_path: Path) -> None:
    path = sorted((folder / "second").glob("*.txt"))[0]
    changed = tmp_path / path.name
    changed.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\nThêm một dòng\n", 1), encoding="utf-8")
    with pytest.raises(AnnotationError, match="differ in the text"):
        measure_agreement([read_annotated(path)], [read_annotated(changed)])
    with pytest.raises(AnnotationError, match="no article in common"):
        measure_agreement([read_annotated(path)], [])

"""The schema, the DataFrames and the codebook."""

from __future__ import annotations

import hashlib
from datetime import date

import pandas as pd
import pytest
import spacy
from solieu.corpus import Article
from solieu.extract import to_frames
from solieu.extract.doc import put, set_extensions
from solieu.extract.records import AuditRecord, DocumentRecord, PlaceRecord, StatisticRecord
from solieu.extract.tables import TABLES, codebook
from solieu.extract.tables.rows import Duplicates, plain_row
from solieu.extract.tables.schema import PANDAS, names

RECORDS = {"statistics": StatisticRecord, "documents": DocumentRecord, "places": PlaceRecord, "audits": AuditRecord}
KINDS = {
    "str": "string", "str | None": "string", "int": "integer", "int | None": "integer", "float": "number", "float | None": "number",
    "Number | None": "number", "bool": "boolean", "date | None": "date", "tuple[str, ...]": "strings",
}  # fmt: skip


def _doc(text, article_id=None, statistics=(), audits=()):
    set_extensions()
    doc = spacy.blank("xx")(text)
    if article_id is not None:
        doc._.article = Article(article_id, text, published=date(2019, 3, 4)).meta()
    put(doc, "statistics", list(statistics), spans=False)
    put(doc, "audits", list(audits), spans=False)
    return doc


def _statistic(article_id, quote, text, **more):
    start = text.index(quote)
    return {"statistic_id": f"{article_id}:{start}", "article_id": article_id, "start": start, "end": start + len(quote), "quote": quote,
            "sentence_start": 0, "sentence_end": len(text), "kind": "count", "qualifier": "exact", "status": "actual", "confidence": 0.9,
            "flags": [], **more}  # fmt: skip


TEXT = "Toàn xã có 120 hộ nghèo, giảm 15 hộ."


@pytest.mark.parametrize("table", RECORDS, ids=lambda table: f"the columns of {table} are the fields of its record, of the same types")
def test_schema_follows_records(table):
    fields = RECORDS[table].__dataclass_fields__
    assert [(column.name, column.type) for column in TABLES[table]] == [(name, KINDS[str(field.type)]) for name, field in fields.items()]


def test_articles_columns_are_those_of_the_contract():
    expected = "article_id path title published source province_code author n_chars sha256 duplicate_of error text"
    assert names(TABLES["articles"]) == tuple(expected.split())


def test_codebook_explains_every_column_in_both_languages():
    text = codebook()
    for table, columns in TABLES.items():
        section = text.split(f"## `{table}`")[1].split("\n## ")[0]
        rows = {line.split(" | ")[0].strip("| `"): line for line in section.splitlines() if line.startswith("| `")}
        assert list(rows) == list(names(columns))
        for column in columns:
            assert column.vi in rows[column.name] and column.en in rows[column.name]
            assert column.vi and column.en and column.vi != column.en


def test_frames_have_the_columns_and_dtypes_of_the_schema_even_when_empty():
    for docs in ([], [_doc(TEXT, "a", [_statistic("a", "120 hộ", TEXT, value=120)])]):
        for table, frame in to_frames(docs).items():
            assert list(frame.columns) == list(names(TABLES[table]))
            assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {c.name: PANDAS[c.type] for c in TABLES[table]}


def test_frames_hold_values_nulls_dates_and_lists():
    row = _statistic("a", "120 hộ", TEXT, value=120, low=120.5, period_start=date(1650, 1, 2), flags=["share"])
    audit = {"article_id": "a", "check": "share", "expected": 1, "reported": 2, "difference": 1, "tolerance": 0.5, "ok": False,
             "statistic_ids": ["a:11"]}  # fmt: skip
    frames = to_frames([_doc(TEXT, "a", [row], [audit])])
    figure = frames["statistics"].iloc[0]
    assert TEXT[figure.start : figure.end] == figure.quote == "120 hộ"
    assert (figure.value, figure.low) == (120, 120.5)
    assert figure.high is pd.NA and figure.unit is pd.NA and pd.isna(figure.period_end)
    assert figure.period_start == pd.Timestamp("1650-01-02")
    assert figure["flags"] == ["share"]
    assert frames["audits"].iloc[0].statistic_ids == ["a:11"] and not frames["audits"].iloc[0].ok
    article = frames["articles"].iloc[0]
    assert article.published == pd.Timestamp("2019-03-04")
    assert article.n_chars == len(TEXT) and article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_frames_without_article_have_one_article_row_per_doc():
    articles = to_frames([_doc("Một."), _doc("Hai.")])["articles"]
    assert list(articles.text) == ["Một.", "Hai."]
    assert articles.article_id.isna().all()


def test_one_doc_is_taken_for_a_batch_of_one():
    assert len(to_frames(_doc(TEXT, "a"))["articles"]) == 1


def test_frames_follow_the_order_of_articles_and_keep_those_that_failed():
    articles = [Article("a", TEXT, path="a.txt"), Article("b", "", error="b.txt: empty file"), Article("c", "Khác.", path="c.txt")]
    frames = to_frames([_doc("Khác.", "c"), _doc(TEXT, "a")], articles)
    assert list(frames["articles"].article_id) == ["a", "b", "c"]
    assert frames["articles"].path.tolist()[::2] == ["a.txt", "c.txt"]
    failed = frames["articles"].iloc[1]
    assert failed.error == "b.txt: empty file" and failed.text is pd.NA and failed.sha256 is pd.NA and failed.n_chars == 0


@pytest.mark.parametrize(
    ("second", "same"),
    [
        pytest.param("Xã có 120 hộ.", True, id="the same text is a duplicate"),
        pytest.param("XÃ có:  120\nhộ", True, id="another case, spacing and punctuation is a duplicate"),
        pytest.param("Xã có 121 hộ.", False, id="another number is no duplicate"),
    ],
)
def test_duplicates(second, same):
    found = Duplicates()
    assert found.first("a", "Xã có 120 hộ.") is None
    assert found.first("b", second) == ("a" if same else None)


def test_texts_without_words_are_no_duplicates():
    found = Duplicates()
    assert found.first("a", "…") is None
    assert found.first("b", "…") is None


@pytest.mark.parametrize(
    ("column", "value", "kept"),
    [
        pytest.param("value", 10**400, None, id="a number beyond every float is null"),
        pytest.param("value", float("nan"), None, id="not-a-number is null"),
        pytest.param("value", 12, 12, id="a whole number stays whole"),
        pytest.param("quote", "a\ud800b", "a\ufffdb", id="a lone surrogate becomes the replacement character"),
        pytest.param("flags", None, [], id="no flags are an empty list"),
    ],
)
def test_cells_hold_what_every_format_can_hold(column, value, kept):
    assert plain_row("statistics", {column: value})[column] == kept

"""The writers of the tables and their reader."""

from __future__ import annotations

import csv
import json

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from solieu.corpus import SolieuError
from solieu.extract.exports import FORMATS, ExportError, file_names, open_export, read_tables
from solieu.extract.exports import base as base_module
from solieu.extract.exports.cells import from_cell, neutralise, restore, to_cell
from solieu.extract.tables import TABLES
from solieu.extract.tables.frames import results_to_frames
from solieu.extract.tables.rows import plain_row

TRICKY = [
    "=1+1",
    "+84 912",
    "-5 độ",
    "@nguoi",
    "\tthụt",
    "\rvề",
    "'=1",
    "''",
    'có "nháy", phẩy; và\nxuống dòng\r\nhai lần',
    "NA",
    "null",
    "1e5",
    "ế",
]


def _result(number: int, words: str = "Xã có 12 hộ.") -> dict:
    article_id = f"bai-{number}"
    return {
        "article": plain_row("articles", {"article_id": article_id, "title": words, "published": "2020-01-31", "n_chars": len(words), "text": words}),
        "statistics": [
            plain_row("statistics", {"statistic_id": f"{article_id}:6", "article_id": article_id, "start": 6, "quote": words, "value": -12 - number,
                                     "low": -0.5, "confidence": 0.1 + number / 7, "period_start": "0999-02-03", "flags": ["share", words]}),
            plain_row("statistics", {"statistic_id": f"{article_id}:9", "article_id": article_id, "value": 2.5e20, "flags": []}),
        ],
        "documents": [plain_row("documents", {"article_id": article_id, "code": words, "year": 2009, "resolved": number % 2 == 0})],
        "places": [],
        "audits": [plain_row("audits", {"article_id": article_id, "check": "share", "ok": False, "statistic_ids": [f"{article_id}:6"]})],
    }  # fmt: skip


RESULTS = [_result(number, words) for number, words in enumerate(TRICKY)]


def _write(folder, format_name, results=RESULTS):
    folder.mkdir(exist_ok=True)
    with open_export(format_name, folder) as export:
        for result in results:
            export.add(result)


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"what is written as {name} is read back the same")
def test_round_trip(tmp_path, format_name):
    _write(tmp_path, format_name)
    expected = results_to_frames(RESULTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(file_names(format_name))
    for table, frame in read_tables(tmp_path).items():
        pd.testing.assert_frame_equal(frame, expected[table])


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"no articles at all as {name} are empty tables with their columns")
def test_round_trip_of_nothing(tmp_path, format_name):
    _write(tmp_path, format_name, [])
    for table, frame in read_tables(tmp_path).items():
        pd.testing.assert_frame_equal(frame, results_to_frames([])[table])


@pytest.mark.parametrize(
    "format_name", [name for name in FORMATS if name != "duckdb"], ids=lambda name: f"{name} has the same bytes each time"
)
def test_bytes_are_the_same(tmp_path, format_name):
    _write(tmp_path / "a", format_name)
    _write(tmp_path / "b", format_name)
    for name in file_names(format_name):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"{name} is the same when rows are written in many batches")
def test_batches_do_not_show(tmp_path, format_name, monkeypatch):
    monkeypatch.setattr(base_module, "BATCH", 3)
    _write(tmp_path, format_name)
    for table, frame in read_tables(tmp_path).items():
        pd.testing.assert_frame_equal(frame, results_to_frames(RESULTS)[table])


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"a failure while writing {name} leaves the old files and nothing else")
def test_atomic(tmp_path, format_name):
    _write(tmp_path, format_name, RESULTS[:1])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(RuntimeError, match="đứt"), open_export(format_name, tmp_path) as export:
        export.add(RESULTS[1])
        raise RuntimeError("đứt")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_csv_neutralises_formulas_and_leaves_numbers(tmp_path):
    _write(tmp_path, "csv")
    raw = (tmp_path / "statistics.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "statistics.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["quote"] for row in rows[:12:2]] == ["'=1+1", "'+84 912", "'-5 độ", "'@nguoi", "'\tthụt", "'\rvề"]
    assert (rows[0]["value"], rows[0]["low"]) == ("-12", "-0.5")
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for row in rows for cell in row.values())
    negative = {name for row in rows for name, cell in row.items() if cell.startswith("-")}
    assert negative == {"value", "low"}


@given(st.text())
def test_neutralising_is_undone_and_never_leaves_a_formula(text):
    assert restore(neutralise(text)) == text
    assert not neutralise(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_survive_csv(value):
    assert from_cell("number", str(to_cell("number", value))) == value


def test_json_is_one_array_with_an_object_per_article(tmp_path):
    _write(tmp_path, "json")
    text = (tmp_path / "solieu.json").read_text(encoding="utf-8")
    assert json.loads(text) == RESULTS
    assert len(text.splitlines()) >= len(RESULTS) and "ế" in text


def test_parquet_types_are_those_of_the_schema(tmp_path):
    _write(tmp_path, "parquet")
    schema = pq.read_schema(tmp_path / "statistics.parquet")
    assert str(schema.field("period_start").type) == "date32[day]"
    assert str(schema.field("value").type) == "double"
    assert pq.read_table(tmp_path / "statistics.parquet")["flags"].to_pylist()[0] == ["share", "=1+1"]


def test_duckdb_answers_queries_in_sql(tmp_path):
    _write(tmp_path, "duckdb")
    with duckdb.connect(str(tmp_path / "solieu.duckdb"), read_only=True) as base:
        tables = base.execute("SELECT table_name FROM information_schema.tables").fetchall()
        assert sorted(name for (name,) in tables) == sorted(TABLES)
        question = "SELECT count(*) FROM statistics JOIN articles USING (article_id) WHERE 'share' IN flags"
        assert base.execute(question).fetchall() == [(len(RESULTS),)]


@pytest.mark.parametrize("format_name", ["excel", "", "Parquet"], ids=lambda name: f"{name!r} is no format and the message says so")
def test_unknown_format(tmp_path, format_name):
    with pytest.raises(ExportError, match="parquet, csv, jsonl, json, duckdb"):
        open_export(format_name, tmp_path)


def test_reading_a_folder_without_tables_says_so(tmp_path):
    with pytest.raises(SolieuError, match="no tables here"):
        read_tables(tmp_path)


def test_reading_two_formats_asks_which(tmp_path):
    _write(tmp_path, "csv")
    _write(tmp_path, "jsonl")
    with pytest.raises(ExportError, match="csv, jsonl"):
        read_tables(tmp_path)
    assert len(read_tables(tmp_path, "jsonl")["articles"]) == len(RESULTS)


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"broken {name} is an error that names the folder")
def test_reading_broken_tables(tmp_path, format_name):
    _write(tmp_path, format_name)
    (tmp_path / file_names(format_name)[0]).write_bytes(b"article_id\nx\n{")
    with pytest.raises(ExportError, match=str(tmp_path)):
        read_tables(tmp_path)

"""Whole runs: the same tables whatever the workers, resumed exactly, a bad article recorded and never fatal.

The pipeline here is a stub that finds the numbers of a text, so that only the run is tested.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import spacy
from solieu.corpus import SolieuError
from solieu.extract.batch import manifest as manifest_module
from solieu.extract.batch import run, stream
from solieu.extract.batch.sources import find_sources, items
from solieu.extract.doc import put, set_extensions
from solieu.extract.exports import FORMATS, file_names, read_tables

run_module = sys.modules[run.__module__]


@pytest.fixture(autouse=True)
def _same_code(monkeypatch):
    """The sources may be edited while the tests run; a run must not look like one of another version for that."""
    monkeypatch.setattr(manifest_module, "_code_hash", lambda: "0123456789abcdef")


class Stub:
    """Finds numbers; "HỎNG" makes it raise, "CHẾT" ends its process, "CHẬM" takes a moment."""

    def __init__(self):
        set_extensions()
        self.blank = spacy.blank("xx")

    def __call__(self, article):
        if "HỎNG" in article.text:
            raise ValueError("gặp chữ HỎNG")
        if "CHẾT" in article.text:
            os._exit(9)
        if "CHẬM" in article.text:
            time.sleep(0.2)
        doc = self.blank(article.text)
        doc._.article = article.meta()
        rows = [
            {"statistic_id": f"{article.id}:{m.start()}", "article_id": article.id, "start": m.start(), "end": m.end(), "quote": m[0],
             "value": int(m[0]), "flags": []}
            for m in re.finditer(r"\d+", article.text)
        ]  # fmt: skip
        put(doc, "statistics", rows, spans=False)
        put(
            doc,
            "audits",
            [{"article_id": article.id, "check": "share", "ok": row["value"] != 7, "statistic_ids": []} for row in rows],
            spans=False,
        )
        return doc


def make_stub():
    return Stub()


def make_none(message):
    raise SolieuError(message)


def _articles(folder: Path, texts: list[str], name: str = "lo.jsonl") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(
        "".join(json.dumps({"id": f"b{n}", "text": t}, ensure_ascii=False) + "\n" for n, t in enumerate(texts)), encoding="utf-8"
    )
    return path


def _bytes(folder: Path, format_name: str) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in file_names(format_name)}


TEXTS = [f"Xã thứ {n} có {n * 3} hộ nghèo." for n in range(23)]


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"a run writes {name}, the codebook and the manifest, and nothing else")
def test_run_writes_tables(tmp_path, format_name):
    summary = run([_articles(tmp_path / "in", TEXTS)], tmp_path / "out", format_name, make_nlp=make_stub)
    assert (summary.articles, summary.statistics, summary.failed_audits, summary.failed) == (23, 46, 1, [])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([*file_names(format_name), "codebook.md", "manifest.json"])
    frames = read_tables(tmp_path / "out")
    texts = frames["articles"].set_index("article_id").text
    assert all(texts[row.article_id][row.start : row.end] == row.quote for row in frames["statistics"].itertuples())
    assert list(frames["articles"].article_id) == [f"b{n}" for n in range(23)]


@pytest.mark.parametrize(
    ("n_process", "batch_size", "shard"),
    [
        pytest.param(1, 16, 4, id="small shards give the same bytes"),
        pytest.param(2, 1, 500, id="two workers with single articles give the same bytes"),
        pytest.param(3, 5, 7, id="three workers with batches of five give the same bytes"),
    ],
)
def test_bytes_do_not_depend_on_how_the_work_is_split(tmp_path, monkeypatch, n_process, batch_size, shard):
    path = _articles(tmp_path / "in", [*TEXTS, "HỎNG 5", TEXTS[3]])
    run([path], tmp_path / "one", "csv", make_nlp=make_stub)
    monkeypatch.setattr(run_module, "SHARD", shard)
    run([path], tmp_path / "two", "csv", make_nlp=make_stub, n_process=n_process, batch_size=batch_size)
    assert _bytes(tmp_path / "one", "csv") == _bytes(tmp_path / "two", "csv")


class Killed(BaseException):
    pass


def _kill_after(count):
    def progress(done, expected):
        if done >= count:
            raise Killed

    return progress


@pytest.mark.parametrize("count", [1, 5, 12, 22], ids=lambda count: f"a run killed after {count} articles goes on and ends the same")
def test_resume(tmp_path, monkeypatch, count):
    monkeypatch.setattr(run_module, "SHARD", 5)
    path = _articles(tmp_path / "in", [*TEXTS, TEXTS[0]])
    run([path], tmp_path / "whole", make_nlp=make_stub)
    with pytest.raises(Killed):
        run([path], tmp_path / "out", make_nlp=make_stub, progress=_kill_after(count))
    assert not (tmp_path / "out" / "articles.parquet").exists()
    seen = []
    summary = run([path], tmp_path / "out", make_nlp=make_stub, progress=lambda done, _: seen.append(done))
    assert summary.resumed == count // 5 * 5 == seen[0]
    assert summary.duplicates == 1
    assert _bytes(tmp_path / "out", "parquet") == _bytes(tmp_path / "whole", "parquet")
    assert not (tmp_path / "out" / "parts").exists()


def test_a_half_written_part_is_not_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(run_module, "SHARD", 5)
    path = _articles(tmp_path / "in", TEXTS)
    with pytest.raises(Killed):
        run([path], tmp_path / "out", make_nlp=make_stub, progress=_kill_after(6))
    (tmp_path / "out" / "parts" / ".part-00001.jsonl.tmp").write_text('{"article": {', encoding="utf-8")
    assert run([path], tmp_path / "out", make_nlp=make_stub).articles == 23


def test_a_complete_run_is_not_done_again(tmp_path):
    path = _articles(tmp_path / "in", [*TEXTS, "HỎNG"])
    first = run([path], tmp_path / "out", make_nlp=make_stub)
    again = run([path], tmp_path / "out", make_nlp=partial(make_none, "không được gọi"))
    assert (again.articles, again.statistics, again.failed, again.files) == (first.articles, first.statistics, first.failed, first.files)
    assert again.resumed == 24


def _more_articles(path, monkeypatch):
    path.with_name("them.txt").write_text("Thêm 3 xã.", encoding="utf-8")


def _changed_article(path, monkeypatch):
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def _other_code(path, monkeypatch):
    monkeypatch.setattr(manifest_module, "_code_hash", lambda: "khac")


@pytest.mark.parametrize("finished", [True, False], ids=["a complete run", "an unfinished run"])
@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(_more_articles, "1 new .*them.txt", id="is not mixed with more articles"),
        pytest.param(_changed_article, "1 changed .*lo.jsonl", id="is not mixed with changed articles"),
        pytest.param(_other_code, "code: .* now", id="is not mixed with another version of the code"),
    ],
)
def test_other_settings_are_refused(tmp_path, monkeypatch, finished, change, told):
    monkeypatch.setattr(run_module, "SHARD", 5)
    path = _articles(tmp_path / "in", TEXTS)
    if finished:
        run([tmp_path / "in"], tmp_path / "out", make_nlp=make_stub)
    else:
        with pytest.raises(Killed):
            run([tmp_path / "in"], tmp_path / "out", make_nlp=make_stub, progress=_kill_after(6))
    change(path, monkeypatch)
    before = {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()}
    with pytest.raises(SolieuError, match=told + ".*--no-resume"):
        run([tmp_path / "in"], tmp_path / "out", make_nlp=make_stub)
    assert {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()} == before
    assert run([tmp_path / "in"], tmp_path / "out", make_nlp=make_stub, resume=False).resumed == 0


def test_the_code_s_hash_follows_the_files_of_the_packages(tmp_path, monkeypatch):
    monkeypatch.undo()
    hashes = []
    monkeypatch.setattr(manifest_module, "__file__", str(tmp_path / "batch" / "manifest.py"))
    for text in ("một", "hai", "một"):
        (tmp_path / "luat.tsv").write_text(text, encoding="utf-8")
        hashes.append(manifest_module._code_hash())
    assert hashes[0] != hashes[1] and len(hashes[0]) == 16


def test_another_model_is_refused(tmp_path):
    path = _articles(tmp_path / "in", TEXTS)
    run([path], tmp_path / "out", make_nlp=make_stub)
    with pytest.raises(SolieuError, match="model: shipped there, rules now"):
        run([path], tmp_path / "out", make_nlp=make_stub, model="rules")


def test_another_format_is_refused_and_no_resume_leaves_one_format(tmp_path):
    path = _articles(tmp_path / "in", TEXTS)
    run([path], tmp_path / "out", "csv", make_nlp=make_stub)
    with pytest.raises(SolieuError, match="complete tables as csv"):
        run([path], tmp_path / "out", "jsonl", make_nlp=make_stub)
    run([path], tmp_path / "out", "jsonl", make_nlp=make_stub, resume=False)
    assert not list((tmp_path / "out").glob("*.csv"))


def test_a_stranger_s_file_is_not_replaced(tmp_path):
    path = _articles(tmp_path / "in", TEXTS)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles.csv").write_text("của tôi", encoding="utf-8")
    with pytest.raises(SolieuError, match=r"articles.csv: exists and was not written by solieu"):
        run([path], tmp_path / "out", "csv", make_nlp=make_stub, resume=False)
    assert (tmp_path / "out" / "articles.csv").read_text(encoding="utf-8") == "của tôi"


def test_tables_inside_the_input_folder_are_not_read_as_articles(tmp_path):
    _articles(tmp_path, TEXTS)
    run([tmp_path], tmp_path / "out", "jsonl", make_nlp=make_stub)
    assert run([tmp_path], tmp_path / "out", "jsonl", make_nlp=make_stub, resume=False).articles == 23


@pytest.mark.parametrize("n_process", [1, 2], ids=["in one process", "in two workers"])
def test_an_article_that_raises_is_recorded_and_the_rest_goes_on(tmp_path, n_process):
    path = _articles(tmp_path / "in", ["Có 1 xã.", "HỎNG 2", "Có 3 xã."])
    summary = run([path], tmp_path / "out", make_nlp=make_stub, n_process=n_process, batch_size=2)
    assert summary.articles == 3 and [name for name, _ in summary.failed] == ["b1"]
    articles = read_tables(tmp_path / "out")["articles"]
    assert "ValueError: gặp chữ HỎNG" in articles.error[1] and articles.text[1] == "HỎNG 2"
    assert articles.error.isna().tolist() == [True, False, True]
    assert read_tables(tmp_path / "out")["statistics"].value.tolist() == [1, 3]


def test_an_article_that_kills_its_worker_is_recorded_and_the_rest_goes_on(tmp_path):
    texts = [f"Có {n} xã." for n in range(12)]
    texts[4] = texts[9] = "CHẾT"
    summary = run([_articles(tmp_path / "in", texts)], tmp_path / "out", make_nlp=make_stub, n_process=2, batch_size=2)
    assert [(name, "worker died" in error) for name, error in summary.failed] == [("b4", True), ("b9", True)]
    assert read_tables(tmp_path / "out")["statistics"].value.tolist() == [n for n in range(12) if n not in (4, 9)]


@pytest.mark.parametrize("n_process", [1, 2], ids=["one process", "two workers"])
def test_a_pipeline_that_cannot_be_made_is_an_error_of_the_run(tmp_path, n_process):
    with pytest.raises(SolieuError, match="mô hình hỏng"):
        run([_articles(tmp_path / "in", TEXTS)], tmp_path / "out", make_nlp=partial(make_none, "mô hình hỏng"), n_process=n_process)


def test_unreadable_articles_are_rows_with_an_error(tmp_path):
    path = _articles(tmp_path / "in", TEXTS[:2])
    path.write_text(path.read_text(encoding="utf-8") + "{hỏng\n", encoding="utf-8")
    (tmp_path / "in" / "rong.txt").touch()
    summary = run([tmp_path / "in"], tmp_path / "out", make_nlp=make_stub)
    assert [name for name, _ in summary.failed] == ["lo-3", "rong"]
    assert summary.articles == 4


def test_ids_are_made_unique_and_duplicates_marked(tmp_path):
    for folder in ("x", "y", "z"):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / "bai.txt").write_text("Có 5 xã." if folder != "y" else "Có 6 xã.", encoding="utf-8")
    (tmp_path / "in" / "y" / "bai-2.txt").write_text("Có 8 xã.", encoding="utf-8")
    run([tmp_path / "in"], tmp_path / "out", make_nlp=make_stub)
    frames = read_tables(tmp_path / "out")
    assert frames["articles"].article_id.tolist() == ["bai", "bai-2", "bai-3", "bai-4"]
    assert frames["articles"].duplicate_of.fillna("").tolist() == ["", "", "", "bai"]
    assert frames["statistics"].statistic_id.tolist() == ["bai:3", "bai-2:3", "bai-3:3", "bai-4:3"]


def test_lone_surrogates_reach_neither_the_pipeline_nor_the_tables(tmp_path):
    path = tmp_path / "lo.jsonl"
    path.write_text('{"id": "a\\udc00", "text": "Có \\ud800 9 xã."}\n', encoding="utf-8")
    (item,) = items(find_sources([path]))
    assert item.article.text == "Có \ufffd 9 xã."
    assert run([path], tmp_path / "out", "csv", make_nlp=make_stub).statistics == 1


def test_a_file_named_twice_is_read_once(tmp_path):
    path = _articles(tmp_path / "in", TEXTS)
    assert len(find_sources([path, tmp_path / "in", tmp_path / "in" / ".." / "in"])) == 1


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        pytest.param(["khong-co"], "khong-co: no such file or folder", id="a missing path is told before anything is written"),
        pytest.param(["in", "khong-co"], "khong-co: no such file or folder", id="a missing path behind a good one is told too"),
        pytest.param(["trong"], "trong: no article files", id="a folder without articles is told"),
    ],
)
def test_unusable_paths(tmp_path, paths, told):
    _articles(tmp_path / "in", TEXTS)
    (tmp_path / "trong").mkdir()
    with pytest.raises(SolieuError, match=told):
        run([tmp_path / path for path in paths], tmp_path / "out", make_nlp=make_stub)
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_told(tmp_path):
    (tmp_path / "out").touch()
    with pytest.raises(SolieuError, match="out: cannot be written to"):
        run([_articles(tmp_path / "in", TEXTS)], tmp_path / "out", make_nlp=make_stub)


def test_nothing_is_written_outside_the_output_folder(tmp_path):
    path = _articles(tmp_path / "in", TEXTS)
    run([path], tmp_path / "out", make_nlp=make_stub)
    shutil.rmtree(tmp_path / "out")
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path]


def test_stream_gives_results_in_order_and_progress(tmp_path):
    seen = []
    path = _articles(tmp_path / "in", TEXTS)
    results = list(stream([path], make_nlp=make_stub, progress=lambda done, expected: seen.append((done, expected))))
    assert [result["article"]["article_id"] for result in results] == [f"b{n}" for n in range(23)]
    assert seen[-1] == (23, 23)


def test_a_killed_process_leaves_no_workers_and_is_resumed(tmp_path):
    path = _articles(tmp_path / "in", [f"CHẬM {n}" for n in range(40)])
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
import test_batch
if __name__ == "__main__":
    test_batch.run_module.SHARD = 4
    test_batch.manifest_module._code_hash = lambda: "0123456789abcdef"
    test_batch.run([{str(path)!r}], {str(tmp_path / "out")!r}, make_nlp=test_batch.make_stub, n_process=2, batch_size=2)
"""
    script = tmp_path / "chay.py"
    script.write_text(code, encoding="utf-8")
    process = subprocess.Popen([sys.executable, str(script)], start_new_session=True)
    part = tmp_path / "out" / "parts" / "part-00001.jsonl"
    deadline = time.monotonic() + 60
    while not part.exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert part.exists()
    summary = run([path], tmp_path / "out", make_nlp=make_stub)
    assert summary.resumed >= 8 and summary.articles == summary.statistics == 40
    deadline = time.monotonic() + 20
    while _group_lives(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = _group_lives(process.pid)
    if left:
        os.killpg(process.pid, signal.SIGKILL)
    assert not left


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

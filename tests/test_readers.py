"""Readers: files, folders and archives in, articles out; what is broken is told and never stops the rest."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import unicodedata
import zipfile

import pytest
from solieu.corpus import ArticleError, read
from solieu.corpus.readers import jsonl, text

PAGE = "Xã Yên Sơn có 120 hộ nghèo.\nToàn xã trồng được 35 ha ngô.\n"


def _line(page=PAGE, **known):
    return json.dumps({"text": page, **known}, ensure_ascii=False)


def _read(path):
    return list(read(path))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PAGE.encode(), id="UTF-8 is read"),
        pytest.param(b"\xef\xbb\xbf" + PAGE.encode(), id="UTF-8 with a byte-order mark is read without the mark"),
        pytest.param(PAGE.encode("utf-16"), id="UTF-16 is read by its byte-order mark"),
        pytest.param(unicodedata.normalize("NFD", PAGE).encode(), id="decomposed letters are composed"),
        pytest.param(PAGE.replace("\n", "\r\n").encode(), id="Windows line ends become line feeds"),
    ],
)
def test_encodings_of_text_files(tmp_path, data):
    (tmp_path / "bai.txt").write_bytes(data)
    (article,) = _read(tmp_path / "bai.txt")
    assert article.error is None and article.id == "bai"
    assert article.text.strip() == PAGE.strip()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("rong.txt", b"", "empty", id="an empty text file is told"),
        pytest.param("trang.txt", b" \n\n", "empty", id="a text file of white space is told"),
        pytest.param("anh.txt", b"\x89PNG\x00\x00\x01" * 50, "binary", id="a binary file is told"),
        pytest.param("cu.txt", b"caf\xe9 " * 30, "not UTF-8", id="an unknown encoding is told"),
        pytest.param("rong.jsonl", b"\n\n", "empty", id="JSON Lines without a line are told"),
        pytest.param("hong.jsonl.gz", b"khong nen", "compression", id="what only pretends to be gzip is told"),
        pytest.param("cut.jsonl.gz", gzip.compress(_line().encode() * 9)[:-12], "compression", id="a cut gzip file is told"),
        pytest.param("hong.zip", b"PK khong phai", "damaged archive", id="a damaged zip is told"),
        pytest.param("hong.tar.gz", b"khong phai", "damaged archive", id="a damaged tar is told"),
    ],
)
def test_broken_files_become_articles_with_an_error_that_names_the_file(tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    articles = _read(tmp_path / name)
    assert articles[-1].error is not None and message in articles[-1].error
    assert str(tmp_path / name) in articles[-1].error and articles[-1].text == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b"{khong phai json", "not JSON", id="a line that is no JSON"),
        pytest.param(b"[1, 2]", "expected an object", id="a line that is no object"),
        pytest.param(b'{"title": "x"}', "no text", id="an object without text"),
        pytest.param(b'{"text": 12}', "no text", id="a text that is no string"),
        pytest.param(b'{"text": "\xff"}', "not UTF-8", id="a line that is not UTF-8"),
        pytest.param(b"[" * 100_000, "not JSON", id="a line nested too deep"),
        pytest.param(b'{"text": "' + b"a" * 5000 + b'"}', "line of more than", id="a line that is too long"),
    ],
)
def test_a_broken_line_is_told_by_its_number_and_the_rest_is_read(tmp_path, monkeypatch, line, message):
    monkeypatch.setattr(jsonl, "MAX_LINE", 4000 if b"aaa" in line else 10**6)
    path = tmp_path / "lo.jsonl"
    path.write_bytes(b"\n".join([_line(id="a").encode(), line, _line(id="c").encode()]))
    first, broken, last = _read(path)
    assert (first.id, first.error, last.id, last.error) == ("a", None, "c", None)
    assert broken.error is not None and message in broken.error and f"{path}:2" in broken.error


def test_a_line_of_50_megabytes_is_skipped_unread(tmp_path):
    path = tmp_path / "lo.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 50_000_000 + b'"}\n' + _line(id="sau").encode())
    broken, after = _read(path)
    assert "20,000,000" in (broken.error or "") and after.id == "sau"


def test_a_text_file_that_is_too_large_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(text, "MAX_BYTES", 100)
    (tmp_path / "to.txt").write_text("a" * 101, encoding="utf-8")
    assert "too many for one article" in (_read(tmp_path / "to.txt")[0].error or "")


@pytest.mark.parametrize("name", ["lo.jsonl", "lo.ndjson", "lo.jsonl.gz", "LO.JSONL"], ids=lambda name: f"{name} is read as JSON Lines")
def test_json_lines_give_their_metadata(tmp_path, name):
    data = (_line(id="a1", title="Tin xã", published="2019-05-06T07:00:00") + "\n").encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    (article,) = _read(tmp_path / name)
    assert (article.id, article.title, str(article.published), article.path) == ("a1", "Tin xã", "2019-05-06", str(tmp_path / name))


def test_lines_without_an_id_are_named_by_file_and_line(tmp_path):
    (tmp_path / "lo.jsonl").write_text(f"{_line()}\n\n{_line()}\n", encoding="utf-8")
    assert [article.id for article in _read(tmp_path / "lo.jsonl")] == ["lo-1", "lo-3"]


def test_folders_are_searched_all_through_in_sorted_order(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "c.txt", "a.txt", "anh.jpg"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("trong.txt", PAGE)
    assert [article.id for article in _read(tmp_path)] == ["a", "2", "c", "trong"]


@pytest.mark.parametrize("name", ["khong-co", "khong-co.txt"], ids=lambda name: f"the missing path {name} is an error that names it")
def test_missing_paths(tmp_path, name):
    with pytest.raises(ArticleError, match=f"{name}: no such file"):
        _read(tmp_path / name)


def test_a_folder_without_articles_is_an_error(tmp_path):
    with pytest.raises(ArticleError, match="no article files"):
        _read(tmp_path)


def _zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def _tar(path, members):
    with tarfile.open(path, "w:" + {"gz": "gz", "tgz": "gz", "bz2": "bz2", "xz": "xz"}.get(path.suffix[1:], "")) as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


@pytest.mark.parametrize(
    "name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz"], ids=lambda name: f"{name} is read, texts and JSON Lines"
)
def test_archives(tmp_path, name):
    lines = f"{_line(id='l1')}\n{{hong\n".encode()
    members = {"b/hai.txt": PAGE.encode(), "mot.txt": PAGE.encode(), "lo.jsonl.gz": gzip.compress(lines), "rong.txt": b"", "anh.jpg": b"\0"}
    (_zip if name.endswith("zip") else _tar)(tmp_path / name, members)
    before = sorted(tmp_path.rglob("*"))
    articles = _read(tmp_path / name)
    assert [(article.id, article.error is None) for article in articles] == [
        ("hai", True), ("mot", True), ("l1", True), ("lo-2", False), ("rong", False),
    ]  # fmt: skip
    assert articles[0].path == str(tmp_path / name / "b" / "hai.txt")
    assert f"{tmp_path / name / 'lo.jsonl.gz'}:2" in (articles[3].error or "")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("make", [_zip, _tar], ids=["in a zip", "in a tar"])
@pytest.mark.parametrize(
    "member",
    ["../ra.txt", "/etc/ra.txt", "a/../../ra.txt", "..\\ra.txt", "C:\\ra.txt"],
    ids=lambda name: f"a member called {name} is refused",
)
def test_names_that_leave_the_archive_are_refused_and_nothing_is_written(tmp_path, make, member):
    (tmp_path / "trong").mkdir()
    path = tmp_path / "trong" / ("a.zip" if make is _zip else "a.tar")
    make(path, {member: PAGE.encode(), "tot.txt": PAGE.encode()})
    bad, good = _read(path)
    assert "points outside" in (bad.error or "") and bad.text == ""
    assert good.error is None
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == [path.name]


def test_links_in_a_tar_are_not_followed(tmp_path):
    (tmp_path / "bi-mat.txt").write_text(PAGE, encoding="utf-8")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        entry = tarfile.TarInfo("noi.txt")
        entry.type, entry.linkname = tarfile.SYMTYPE, str(tmp_path / "bi-mat.txt")
        archive.addfile(entry)
    (article,) = _read(tmp_path / "a.tar")
    assert "link" in (article.error or "") and article.text == ""


def test_a_member_that_swells_is_read_only_to_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(text, "MAX_BYTES", 1000)
    _zip(tmp_path / "bom.zip", {"bom.txt": b"a" * 5_000_000, "tot.txt": PAGE.encode()})
    bomb, good = _read(tmp_path / "bom.zip")
    assert "too many" in (bomb.error or "") and good.error is None


def test_a_damaged_member_is_told_and_the_rest_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("hong.txt", PAGE)
        archive.writestr("tot.txt", PAGE)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.index(b"Y")] ^= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    bad, good = _read(tmp_path / "a.zip")
    assert "hong.txt" in (bad.error or "") and good.error is None


def test_an_archive_without_articles_is_told(tmp_path):
    _zip(tmp_path / "a.zip", {"anh.jpg": b"\0"})
    assert "no article files" in (_read(tmp_path / "a.zip")[0].error or "")

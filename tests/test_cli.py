"""The command line: what it prints, where, and with which exit status; never a traceback."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time

import pytest
from solieu.extract.batch import manifest as manifest_module
from solieu.extract.cli import app as app_module
from solieu.extract.cli import extract_command, main
from solieu.extract.exports import FORMATS, file_names, read_tables
from solieu.extract.tables import TABLES
from solieu.extract.tables.schema import names

PAGE = "Xã Yên Sơn có 120 hộ nghèo, chiếm 12% tổng số hộ.\n"
COMMAND = [sys.executable, "-c", "from solieu.extract.cli import main; main()"]


@pytest.fixture(autouse=True)
def _same_code(monkeypatch):
    """The sources may be edited while the tests run; a run must not look like one of another version for that."""
    monkeypatch.setattr(manifest_module, "_code_hash", lambda: "0123456789abcdef")


@pytest.fixture
def solieu(monkeypatch, capfd):
    """Run the command line in this process; gives exit status, standard output and standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["solieu", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return ended.value.code or 0, out, " ".join(err.split())

    return run


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "bai"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.jsonl").write_text(json.dumps({"id": "b1", "text": "Tỉnh có 35 nghìn ha lúa."}) + "\n", encoding="utf-8")
    return folder


def test_extract_shows_the_first_figures(solieu, articles, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    (articles / "c\x1b[31m.txt").write_text("Năm 2019, xã có 7 hộ nghèo.\n", encoding="utf-8")
    _, out, _ = solieu("extract", articles, "-o", tmp_path / "ra")
    assert "120 hộ nghèo" in out and "Yên Sơn" in out and "2019-01-01/2019-12-31" in out and "\x1b[31m" not in out
    _, again, _ = solieu("extract", articles, "-o", tmp_path / "ra")
    assert "120 hộ nghèo" not in again and "figures" in again


@pytest.mark.parametrize("format_name", FORMATS, ids=lambda name: f"extract --format {name} -o writes the tables and says where")
def test_extract_to_a_folder(solieu, articles, tmp_path, format_name):
    status, out, err = solieu("extract", articles, "-o", tmp_path / "ra", "--format", format_name)
    assert (status, err) == (0, "")
    summary = {line.rsplit(maxsplit=1)[0].strip(): line.split()[-1] for line in out.splitlines() if line.split()}
    frames = read_tables(tmp_path / "ra")
    assert summary["articles"] == "2" and summary["failed articles"] == "0"
    assert int(summary["figures"]) == len(frames["statistics"]) > 0
    assert int(summary["places"]) == len(frames["places"]) and int(summary["documents"]) == 0
    assert all(str(tmp_path / "ra" / name) in out for name in (*file_names(format_name), "codebook.md"))


def test_json_without_a_folder_prints_one_object_per_article_and_nothing_else(solieu, articles):
    status, out, err = solieu("extract", articles, "--format", "json")
    results = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [result["article"]["article_id"] for result in results] == ["a", "b1"]
    for result in results:
        assert list(result) == ["article", "statistics", "documents", "places", "audits"]
        assert list(result["article"]) == list(names(TABLES["articles"]))
        for row in result["statistics"]:
            assert list(row) == list(names(TABLES["statistics"]))
            assert result["article"]["text"][row["start"] : row["end"]] == row["quote"]
    assert "Yên Sơn" in out


def test_printed_objects_and_written_objects_are_the_same(solieu, articles, tmp_path):
    _, out, _ = solieu("extract", articles, "--format", "json")
    solieu("extract", articles, "--format", "json", "-o", tmp_path / "ra")
    written = json.loads((tmp_path / "ra" / "solieu.json").read_text(encoding="utf-8"))
    assert written == [json.loads(line) for line in out.splitlines()]


BAD = [
    pytest.param("rong.txt", b"", "empty", id="an empty file exits with 1 and is listed"),
    pytest.param("anh.txt", b"\x00\x01" * 99, "binary", id="a binary file exits with 1 and is listed"),
    pytest.param("cu.txt", b"caf\xe9 " * 30, "UTF-8", id="a wrong encoding exits with 1 and is listed"),
    pytest.param(
        "to.jsonl", b'{"text": "' + b"a" * 50_000_000 + b'"}', "line of more than", id="a line of 50 MB exits with 1 and is listed"
    ),
    pytest.param("a.zip", b"PK hong", "damaged", id="a damaged archive exits with 1 and is listed"),
]


@pytest.mark.parametrize(("name", "data", "told"), BAD)
@pytest.mark.parametrize("folder", [False, True], ids=["printing", "writing"])
def test_bad_articles(solieu, articles, tmp_path, monkeypatch, *, name, data, told, folder):
    monkeypatch.setenv("COLUMNS", "300")
    (articles / name).write_bytes(data)
    status, out, err = solieu("extract", articles, "--format", "json", *(["-o", tmp_path / "ra"] if folder else []))
    assert status == 1
    assert "1 article(s) failed" in err and name in err and told in err
    if not folder:
        results = [json.loads(line) for line in out.splitlines()]
        assert len(results) == 3 and sum(result["article"]["error"] is not None for result in results) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["extract", "khong-co", "-o", "ra"], "khong-co: no such file or folder", id="a missing path exits with 2"),
        pytest.param(["extract", "khong-co", "--format", "json"], "khong-co: no such file", id="a missing path to print exits with 2"),
        pytest.param(["extract", "bai", "-o", "ra", "--format", "xlsx"], "xlsx", id="an unknown format exits with 2"),
        pytest.param(["extract", "bai"], "needs an output folder", id="no folder for parquet exits with 2"),
        pytest.param(["extract", "bai", "--format", "csv"], "-o OUT", id="no folder for csv exits with 2"),
        pytest.param(["extract", "trong", "-o", "ra"], "trong: no article files", id="a folder without articles exits with 2"),
        pytest.param(["extract", "bai", "-o", "bai/a.txt"], "cannot be written to", id="an output that is a file exits with 2"),
        pytest.param(["extract", "bai", "-o", "bai/a.txt/ra"], "cannot be written to", id="an output below a file exits with 2"),
        pytest.param(["extract", "bai", "-o", "ra", "--model", "khong-co.json"], "khong-co.json", id="a missing model exits with 2"),
        pytest.param(["extract", "bai", "-o", "ra", "--model", "bai/a.txt"], "a.txt", id="a model that is none exits with 2"),
        pytest.param(["extract", "bai", "-o", "ra", "--workers", "0"], "workers", id="no workers exits with 2"),
        pytest.param(["extract"], "PATH", id="no path exits with 2"),
        pytest.param(["trich"], "trich", id="an unknown command exits with 2"),
    ],
)
def test_unusable_arguments(solieu, articles, tmp_path, monkeypatch, *, arguments, told):
    (tmp_path / "trong").mkdir()
    monkeypatch.chdir(tmp_path)
    status, out, err = solieu(*arguments)
    assert status == 2 and out == ""
    assert told in err


def test_a_failed_article_stays_failed_when_the_run_is_asked_for_again(solieu, articles, tmp_path):
    (articles / "rong.txt").touch()
    first = solieu("extract", articles, "-o", tmp_path / "ra")
    again = solieu("extract", articles, "-o", tmp_path / "ra")
    assert first[0] == again[0] == 1 and first[2] == again[2]
    assert "3 of the articles were done by an earlier run" in again[1]


def test_another_run_s_folder_exits_with_2_and_no_resume_replaces_it(solieu, articles, tmp_path):
    assert solieu("extract", articles, "-o", tmp_path / "ra")[0] == 0
    (articles / "c.txt").write_text(PAGE, encoding="utf-8")
    status, _, err = solieu("extract", articles, "-o", tmp_path / "ra")
    assert status == 2 and "--no-resume" in err
    status, _, _ = solieu("extract", articles, "-o", tmp_path / "ra", "--no-resume")
    assert status == 0 and len(read_tables(tmp_path / "ra")["articles"]) == 3


def test_markup_in_names_is_printed_as_it_is(solieu, articles, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    (articles / "[bold]x.txt").touch()
    assert "[bold]x.txt: empty" in solieu("extract", articles, "--format", "json")[2]


def test_what_is_unexpected_is_a_message_too(solieu, articles, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("chia cho không")

    monkeypatch.setattr(extract_command, "_print_objects", fail)
    status, _, err = solieu("extract", articles, "--format", "json")
    assert status == 2 and "ZeroDivisionError: chia cho không" in err


def test_version(solieu):
    status, out, _ = solieu("--version")
    assert status == 0 and out.startswith("solieu ")


def test_help_names_the_commands(solieu):
    status, out, _ = solieu("--help")
    assert status == 0 and "extract" in out
    assert set(app_module.COMMANDS) >= {info.name for info in app_module.app.registered_commands if info.name}


HEAVY = ("spacy", "pandas", "sklearn", "numpy", "pyarrow", "underthesea", "duckdb")


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"]], ids=" ".join)
def test_help_imports_nothing_heavy(arguments):
    """What made help slow can not come back: it loads none of the libraries that the work itself needs."""
    code = (
        "import sys\nfrom solieu.extract.cli import main\n"
        f"try:\n    main()\nfinally:\n    print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True, encoding="utf-8")
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_a_reader_that_stops_early_is_no_traceback(articles):
    for number in range(50):
        (articles / f"x{number}.txt").write_text(PAGE * 200, encoding="utf-8")
    with subprocess.Popen([*COMMAND, "extract", articles, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
    assert process.returncode == 1 and err == b""


def test_an_interrupt_says_how_to_go_on(tmp_path):
    (tmp_path / "lo.jsonl").write_text("".join(json.dumps({"text": PAGE * 50}) + "\n" for _ in range(3000)), encoding="utf-8")
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); " + COMMAND[-1]
    command = [sys.executable, "-c", code, "extract", tmp_path / "lo.jsonl", "-o", tmp_path / "ra"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not (tmp_path / "ra" / "manifest.json").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        err = process.stderr.read().decode()
    assert process.returncode == 130 and "goes on where it stopped" in err and "Traceback" not in err


def test_a_terminal_sees_progress(articles, tmp_path):
    parent, child = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "extract", articles, "-o", tmp_path / "ra"], stdout=subprocess.PIPE, stderr=child, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(child)
        seen = b""
        try:
            while chunk := os.read(parent, 4096):
                seen += chunk
        except OSError:
            pass
    os.close(parent)
    assert process.returncode == 0 and b"articles" in seen and b"2/2" in seen

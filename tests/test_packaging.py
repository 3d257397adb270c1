"""What is built and installed: one top-level name, every data file inside, and it works away from the checkout."""

from __future__ import annotations

import configparser
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

ROOMS = ("corpus", "extract", "models")
CODE_OR_TRASH = {".py", ".pyc"}
NOT_COPIED = shutil.ignore_patterns(
    ".git",
    "build",
    "dist",
    "*.egg-info",
    ".venv",
    "venv",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    ".ipynb_checkpoints",
)


def _setup(root: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(root / "setup.cfg", encoding="utf-8")
    return parser


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]


def test_setup_cfg_lists_the_packages_on_disk(root):
    listed = _lines(_setup(root)["options"]["packages"])
    on_disk = {".".join(("solieu", *path.parent.relative_to(root).parts)) for room in ROOMS for path in (root / room).rglob("*.py")}
    assert sorted(listed) == sorted(on_disk)
    assert len(set(listed)) == len(listed)


def test_the_folders_are_mapped_below_solieu_and_nowhere_else(root):
    mapped = dict(line.split(" = ") for line in _lines(_setup(root)["options"]["package_dir"]))
    assert mapped == {f"solieu.{room}": room for room in ROOMS}
    assert not (root / "solieu").exists()


ENTRY_POINTS = [
    (group, line)
    for group, lines in _setup(Path(__file__).resolve().parent.parent)["options.entry_points"].items()
    for line in _lines(lines)
]


@pytest.mark.parametrize(("group", "line"), ENTRY_POINTS, ids=[f"{group}: {line.split(' = ')[0]} loads" for group, line in ENTRY_POINTS])
def test_entry_points_load(group, line):
    name, value = (part.strip() for part in line.split(" = "))
    assert callable(EntryPoint(name, value, group).load())


def test_every_component_of_the_pipeline_is_an_entry_point():
    from solieu.extract.language import PIPELINE

    names = {line.split(" = ")[0] for group, line in ENTRY_POINTS if group == "spacy_factories"}
    assert names == set(PIPELINE)


def _data_files(root: Path) -> set[str]:
    """Give the files that are no code as they must stand in a wheel."""
    return {
        f"solieu/{path.relative_to(root).as_posix()}"
        for room in ROOMS
        for path in (root / room).rglob("*")
        if path.is_file() and path.suffix not in CODE_OR_TRASH and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


def _build_requirements(root: Path) -> list[str]:
    requires: list[str] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    return requires


@pytest.fixture(scope="module")
def built(root, tmp_path_factory):
    """Build wheel and sdist from a copy of the checkout; gives their paths."""
    work = tmp_path_factory.mktemp("build")
    source = work / "solieu"
    shutil.copytree(root, source, ignore=NOT_COPIED)
    subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
    python = str(work / "venv" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *_build_requirements(root)], check=True)
    code = "import sys; from setuptools import build_meta as b; to = sys.argv[1]; b.build_sdist(to); b.build_wheel(to)"
    subprocess.run([python, "-c", code, str(work)], cwd=source, check=True, stdout=subprocess.DEVNULL)
    return next(work.glob("*.whl")), next(work.glob("*.tar.gz"))


@pytest.mark.slow
def test_the_wheel_has_one_top_level_name_and_every_file(root, built):
    names = set(zipfile.ZipFile(built[0]).namelist())
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"solieu"}
    assert "solieu/__init__.py" not in names  # an implicit namespace package
    assert _data_files(root) - names == set()
    code = {f"solieu/{path.relative_to(root).as_posix()}" for room in ROOMS for path in (root / room).rglob("*.py")}
    assert code - names == set()
    assert names - code - _data_files(root) == {name for name in names if ".dist-info/" in name}
    for kind in ("solieu/corpus/samples/", "solieu/corpus/annotated/articles/", "solieu/models/data/", "solieu/extract/numbers/data/"):
        assert any(name.startswith(kind) for name in names), kind
    assert {"solieu/corpus/py.typed", "solieu/extract/py.typed", "solieu/models/py.typed"} <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)


@pytest.mark.slow
def test_the_sdist_carries_everything_that_the_checkout_has(root, built):
    with tarfile.open(built[1]) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {name.removeprefix("solieu/") for name in _data_files(root)}
    for folder, pattern in (("tests", "*.py"), ("notebooks", "*.ipynb"), *((room, "*.py") for room in ROOMS)):
        wanted |= {path.relative_to(root).as_posix() for path in (root / folder).rglob(pattern) if ".ipynb_checkpoints" not in path.parts}
    wanted |= {"README.md", "CHANGELOG.md", "LICENSE", "setup.cfg", "pyproject.toml", ".ci/run"}
    assert wanted - names == set()


@pytest.mark.slow
def test_the_wheel_extracts_the_samples_away_from_the_checkout(built, tmp_path):
    """A fresh environment holds the wheel alone; the libraries come from this one, without its solieu."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(built[0])], check=True)
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    for site in (Path(path) for path in sys.path if path.endswith("-packages")):
        for entry in site.iterdir():
            if not entry.name.startswith(("solieu", "__editable__")) and not (libraries / entry.name).exists():
                (libraries / entry.name).symlink_to(entry)
    (site_packages,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    # behind the environment's own packages, as a path file does it
    (site_packages / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    samples = site_packages / "solieu" / "corpus" / "samples"
    run = subprocess.run(
        [tmp_path / "venv" / "bin" / "solieu", "extract", str(samples), "--format", "json"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == len(list(samples.glob("*.txt"))) + 4
    for result in results:
        assert result["statistics"] and all(
            result["article"]["text"][row["start"] : row["end"]] == row["quote"] for row in result["statistics"]
        )
    where = subprocess.run(
        [python, "-c", "import solieu.extract; print(solieu.extract.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(site_packages)
    absent = [python, "-c", "import importlib.util as u; assert not any(u.find_spec(n) for n in ('corpus', 'extract', 'models'))"]
    subprocess.run(absent, cwd=tmp_path, env=environment, check=True)

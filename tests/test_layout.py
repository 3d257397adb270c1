"""The house: which room may know of which, how long a module may be, and that data says where it comes from."""

from __future__ import annotations

import ast
import gzip
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("corpus", "extract", "models")
MAX_LINES = 420
FORBIDDEN = {"corpus": {"extract", "models"}, "models": {"extract"}}
"""Rooms that a room must know nothing of."""


def modules(root: Path) -> dict[str, Path]:
    """Give the modules of the three rooms by dotted name ("extract.numbers.units")."""
    found = {}
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, known: set[str], *, at_import: bool) -> set[str]:
    """Give the modules of the house that a module imports.

    Args:
        name: the module's dotted name.
        path: its file.
        known: all modules; an imported name that is none of them is looked for in its package.
        at_import: only those that run when the module is imported, not those in functions or for the type checker.

    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
    found: set[str] = set()

    def add(target: str, names: list[str]) -> None:
        if target.startswith("solieu."):
            target = target.removeprefix("solieu.")
        elif target.split(".")[0] in ROOMS and target not in known:
            return
        for imported in names:
            if f"{target}.{imported}" in known:
                found.add(f"{target}.{imported}")
            elif target in known:
                found.add(target)

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                for alias in child.names:
                    if alias.name.startswith("solieu."):
                        add(alias.name, [""])
            elif isinstance(child, ast.ImportFrom):
                if child.level:
                    base = package[: len(package) - child.level + 1]
                    add(".".join([*base, *([child.module] if child.module else [])]), [alias.name for alias in child.names])
                elif child.module and child.module.startswith("solieu."):
                    add(child.module, [alias.name for alias in child.names])
            skipped = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
                isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            )
            if not (at_import and skipped):
                visit(child)

    visit(tree)
    return found - {name}


@cache
def house() -> dict[str, Path]:
    return modules(ROOT)


@pytest.mark.parametrize(
    ("room", "others"),
    FORBIDDEN.items(),
    ids=lambda value: value if isinstance(value, str) else f"knows nothing of {' and '.join(sorted(value))}",
)
def test_rooms_know_only_what_lies_before_them(room, others):
    broken = []
    for name, path in house().items():
        if name.split(".")[0] == room:
            broken += [
                f"{name} imports {other}" for other in imports(name, path, set(house()), at_import=False) if other.split(".")[0] in others
            ]
    assert not broken


def cycle_in(modules_found: dict[str, Path]) -> list[str]:
    """Give the modules of an import cycle, or nothing."""
    known = set(modules_found)
    graph = {name: imports(name, path, known, at_import=True) for name, path in modules_found.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_nothing_imports_in_a_circle():
    assert cycle_in(house()) == []


def test_the_check_for_circles_finds_one(tmp_path):
    package = tmp_path / "extract"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "a.py").write_text("from .b import thing\n")
    (package / "b.py").write_text("from . import a\n")
    (package / "c.py").write_text("def f():\n    from . import d\n")
    (package / "d.py").write_text("from .c import f\n")
    assert set(cycle_in(modules(tmp_path))) == {"extract.a", "extract.b"}


def test_the_check_of_imports_sees_every_way_of_writing_one(tmp_path):
    for folder in ("corpus", "extract", "extract/numbers"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").write_text("")
    (tmp_path / "extract" / "figures.py").write_text("")
    text = "import solieu.extract.figures\nfrom solieu.extract import numbers\ndef f():\n    from ..extract.figures import Figure\n"
    (tmp_path / "corpus" / "article.py").write_text(text)
    found = modules(tmp_path)
    path = found["corpus.article"]
    assert imports("corpus.article", path, set(found), at_import=False) == {"extract.figures", "extract.numbers"}
    path.write_text("def f():\n    from ..extract.figures import Figure\n")
    assert imports("corpus.article", path, set(found), at_import=False) == {"extract.figures"}
    assert imports("corpus.article", path, set(found), at_import=True) == set()


def test_modules_stay_short():
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in house().items()}
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_every_package_and_module_has_a_docstring():
    assert [name for name, path in house().items() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


DATA = sorted(path for room in ROOMS for pattern in ("*.tsv", "*.tsv.gz") for path in (ROOT / room).rglob(pattern))


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.relative_to(ROOT)} begins with a comment")
def test_data_says_what_it_is(path):
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    header = list(takewhile(lambda line: line.startswith("#"), data.decode("utf-8").splitlines()))
    assert len("".join(header)) > 50, f"{path}: {header}"


def test_there_is_data_to_check():
    assert len(DATA) >= 15

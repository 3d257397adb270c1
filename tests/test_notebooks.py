"""Every notebook runs from top to bottom, offline, on the repository's data, and is kept without output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))
OFFLINE = """
import socket as _socket

def _no_network(*arguments, **settings):
    raise OSError("the notebooks must run offline")

_connect = _socket.socket.connect
_socket.socket.connect = lambda self, address: _connect(self, address) if not isinstance(address, tuple) or address[0].startswith("127.") else _no_network()
_socket.getaddrinfo = _no_network
"""


def _run(notebook, folder, monkeypatch):
    """Run a notebook with this Python in a folder of its own, without a network."""
    kernels = folder / "jupyter" / "kernels" / "python3"
    kernels.mkdir(parents=True)
    argv = f'["{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"]'
    (kernels / "kernel.json").write_text(f'{{"argv": {argv}, "display_name": "Python 3", "language": "python"}}', encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(folder / "jupyter"))
    monkeypatch.setenv("IPYTHONDIR", str(folder / "ipython"))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    guard = folder / "site"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(guard), os.environ.get("PYTHONPATH")))))
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.name} runs")
def test_notebooks_run(path, tmp_path, monkeypatch):
    notebook = _run(nbformat.read(path, as_version=4), tmp_path, monkeypatch)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    outputs = [output for cell in cells for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "stream" and output.name == "stderr"]
    assert any("text/html" in output.get("data", {}) for output in outputs)
    assert any("image/png" in output.get("data", {}) for output in outputs)


@pytest.mark.parametrize(
    "source",
    ["raise ValueError('nein')", "import socket; socket.create_connection(('192.0.2.1', 80), 1)"],
    ids=["an error", "a connection"],
)
def test_a_notebook_with_a_fault_fails(source, tmp_path, monkeypatch):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    with pytest.raises(Exception, match=r"nein|offline"):
        _run(notebook, tmp_path, monkeypatch)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.name} is valid and kept without output")
def test_notebooks_are_kept_without_output(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)] == []
    assert len(path.read_bytes()) < 50_000


def test_there_is_a_notebook():
    assert [path.name for path in NOTEBOOKS] == ["01_first_look.ipynb"]

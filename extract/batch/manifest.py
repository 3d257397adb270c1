"""What a run is made of, kept in the output folder so that only the same run goes on there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ... import corpus, models
from ...corpus.errors import ModelError, SolieuError
from ..exports.base import ExportError, write_atomically
from .sources import Source

NAME = "manifest.json"
"""The manifest's name in the output folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the content of the tables, besides the articles.

    Attributes:
        version: of solieu.
        code: hash of its code, lexicons and shipped model.
        model: `shipped`, `rules`, or the hash of the model (file or folder) that was given.

    """

    version: str
    code: str
    model: str


def solieu_version() -> str:
    """Give the installed version of solieu; `0+unknown` when it runs from a source tree."""
    try:
        return version("solieu")
    except PackageNotFoundError:
        return "0+unknown"


def current_settings(model: str | Path | None = None) -> Settings:
    """Give the settings of a run with a model (None for the shipped one, "rules" for none, else a file).

    Raises:
        ModelError: the model file cannot be read.

    """
    if model is None or str(model) == "rules":
        return Settings(solieu_version(), _code_hash(), str(model or "shipped"))
    try:
        return Settings(solieu_version(), _code_hash(), _model_hash(Path(model)))
    except OSError as error:
        raise ModelError(f"{model}: model cannot be read: {error.strerror or error}") from error


def _model_hash(path: Path) -> str:
    """Give a hash of a model: a file, or the files of a folder."""
    if not path.is_dir():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    digest = hashlib.sha256()
    for file in sorted(file for file in path.rglob("*") if file.is_file()):
        digest.update(f"{file.relative_to(path).as_posix()}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _code_hash() -> str:
    """Give a hash over the files of the three packages, the annotated articles aside."""
    digest = hashlib.sha256()
    for folder in (Path(__file__).parents[1], *(Path(path) for package in (corpus, models) for path in package.__path__)):
        for file in sorted(folder.rglob("*"), key=lambda file: file.relative_to(folder).as_posix()):
            name = file.relative_to(folder)
            if file.is_file() and "__pycache__" not in name.parts and "annotated" not in name.parts:
                digest.update(f"{name.as_posix()}\0".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A run: its settings and inputs, and when it is complete, its format and counts.

    Attributes:
        settings: as for `Settings`.
        inputs: path, bytes and sha256 of every article file, in order.
        format: the format of the tables; None while the run is unfinished.
        summary: the counts of the complete run.

    """

    settings: dict[str, Any]
    inputs: list[dict[str, Any]]
    format: str | None = None
    summary: dict[str, Any] | None = None

    def save(self, folder: Path) -> None:
        """Write the manifest into an output folder."""
        write_atomically(folder / NAME, json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def differences(self, other: Manifest) -> list[str]:
        """Say in which settings and inputs two runs differ."""
        found = [
            f"{name}: {self.settings.get(name)} there, {other.settings.get(name)} now"
            for name in sorted({*self.settings, *other.settings})
            if self.settings.get(name) != other.settings.get(name)
        ]
        if self.inputs != other.inputs:
            there, now = ({entry["path"]: entry for entry in inputs} for inputs in (self.inputs, other.inputs))
            changed = [path for path in there if path in now and there[path] != now[path]]
            gone = [path for path in there if path not in now]
            new = [path for path in now if path not in there]
            groups = [(changed, "changed"), (gone, "missing now"), (new, "new")]
            told = [f"{len(paths)} {what} (e.g. {paths[0]})" for paths, what in groups if paths]
            found.append("article files: " + (", ".join(told) or "in another order"))
        return found


def manifest_of(settings: Settings, sources: Sequence[Source]) -> Manifest:
    """Give the manifest of a run that begins."""
    inputs = [{"path": str(source.path), "bytes": source.bytes, "sha256": source.sha256} for source in sources]
    return Manifest(asdict(settings), inputs)


def read_manifest(folder: Path) -> Manifest | None:
    """Give the manifest of an output folder, or None when it has none.

    Raises:
        SolieuError: there is one, but it is broken.

    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        return Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise SolieuError(f"{path}: not a manifest of solieu ({error}); use another folder") from error


def require_same(folder: Path, there: Manifest, now: Manifest) -> None:
    """Refuse to mix two runs in one folder.

    Raises:
        ExportError: the folder's run differs; the message says in what and what to do.

    """
    differences = there.differences(now)
    if differences:
        what = "complete run" if there.format else "unfinished run"
        raise ExportError(
            f"{folder}: holds a {what} that differs ({'; '.join(differences)}); "
            "choose another output folder, or start again in this one with --no-resume"
        )

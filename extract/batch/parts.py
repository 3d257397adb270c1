"""The part files of a run: finished articles, one JSON object per line, each file put in place whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from ...corpus.errors import SolieuError
from ..exports.base import write_atomically
from ..exports.json_text import dumps
from ..tables.rows import Result


class Parts:
    """The folder `parts` of an output folder.

    Args:
        folder: the output folder.

    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "parts"

    def files(self) -> list[Path]:
        """Give the part files that are complete: without a gap from the first on."""
        found: list[Path] = []
        while (path := self._path(len(found))).is_file():
            found.append(path)
        return found

    def count(self) -> int:
        """Give how many articles the part files hold."""
        return sum(1 for _ in self._lines())

    def append(self, results: list[Result]) -> None:
        """Put the next part file in place."""
        self.folder.mkdir(exist_ok=True)
        write_atomically(self._path(len(self.files())), "".join(dumps(result) + "\n" for result in results))

    def results(self) -> Iterator[Result]:
        """Give all finished results in order.

        Raises:
            SolieuError: a part file is damaged.

        """
        for path, number, line in self._lines():
            try:
                yield json.loads(line)
            except ValueError as error:
                raise SolieuError(f"{path}:{number}: damaged part file ({error}); start again with --no-resume") from error

    def remove(self) -> None:
        """Remove the folder."""
        if self.folder.is_dir() and not self.folder.is_symlink():
            shutil.rmtree(self.folder)

    def _path(self, number: int) -> Path:
        return self.folder / f"part-{number:05d}.jsonl"

    def _lines(self) -> Iterator[tuple[Path, int, str]]:
        for path in self.files():
            with path.open(encoding="utf-8", newline="\n") as stream:
                for number, line in enumerate(stream, 1):
                    yield path, number, line

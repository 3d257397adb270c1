"""One reader for every lexicon file, so that a slip in a file is found with its name and line."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Sequence
from importlib.resources import files

from ...corpus.errors import SolieuError


class LexiconError(SolieuError):
    """A lexicon file breaks its own rules; the message names file and line."""


def read_lexicon(package: str, name: str, columns: Sequence[str], folder: str = "data") -> list[dict[str, str]]:
    """Read a tab-separated lexicon that is shipped inside a package.

    Args:
        package: the package that holds the file, e.g. `solieu.extract.numbers`.
        folder: the folder of the package it lies in.
        name: the file's name; one ending in `.gz` is unpacked.
        columns: the names of its columns, in order. Lines that begin with `#` are comments; missing cells at the end
            of a line are empty.

    Returns:
        A dict per row.

    Raises:
        LexiconError: a row with too many cells, not in NFC, with blanks at a cell's end, or the same row twice.
    """
    resource = files(package) / folder / name
    raw = resource.read_bytes()
    content = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    rows: list[dict[str, str]] = []
    seen: set[str] = set()
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not unicodedata.is_normalized("NFC", line):
            raise LexiconError(f"{package}/data/{name}:{number}: not in NFC: {line!r}")
        if line in seen:
            raise LexiconError(f"{package}/data/{name}:{number}: row stands twice: {line!r}")
        seen.add(line)
        cells = line.split("\t")
        if len(cells) > len(columns) or any(cell != cell.strip() for cell in cells):
            raise LexiconError(f"{package}/data/{name}:{number}: expected {len(columns)} clean cells: {line!r}")
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return rows

"""Annotation formats: import and export of annotated articles without loss.

One module per format, each with `write(articles, path)` and `read(path)`; all share the model `solieu.corpus.gold`.
`FORMATS` names them; a module is imported when it is asked for, since spaCy's takes its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import AnnotationError
from ..gold import GoldArticle
from .predictions import from_rows

FORMATS = {
    "label-studio": "label_studio",
    "doccano": "doccano",
    "brat": "brat",
    "conll": "conll",
    "docbin": "docbin",
}
"""Module of each format by its name."""


def format_module(name: str) -> Any:
    """Give the module of a format.

    Raises:
        AnnotationError: there is no format of that name.
    """
    if name not in FORMATS:
        raise AnnotationError(f"unknown annotation format {name!r}, expected one of {', '.join(FORMATS)}")
    return import_module(f".{FORMATS[name]}", __package__)


def write_annotations(articles: Iterable[GoldArticle], path: Path, name: str) -> None:
    """Write articles in a format; errors as for the format's `write`."""
    format_module(name).write(articles, path)


def read_annotations(path: Path, name: str) -> Iterator[GoldArticle]:
    """Read articles in a format; errors as for the format's `read`."""
    found: Iterator[GoldArticle] = format_module(name).read(path)
    return found


__all__ = ["FORMATS", "format_module", "from_rows", "read_annotations", "write_annotations"]

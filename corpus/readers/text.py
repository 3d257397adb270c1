"""Text files: one article each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..article import Article
from .build import build_article
from .decode import decode

MAX_BYTES = 20_000_000
"""A text file larger than this is no article."""


def read_text(path: Path, name: str | None = None) -> Iterator[Article]:
    """Read a text file as one article; its id is the file's name without the ending.

    Raises:
        ArticleError: as for `decode`, or the file is too large.
    """
    from ..errors import ArticleError

    size = path.stat().st_size
    if size > MAX_BYTES:
        raise ArticleError(f"{path}: {size:,} bytes are too many for one article (at most {MAX_BYTES:,})")
    yield build_article(decode(path.read_bytes(), str(path)), {"id": name or path.stem}, str(path))

"""Paths to articles: files by their ending, folders all through, in sorted order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..article import Article
from ..errors import ArticleError
from .archives import ARCHIVES, read_archive
from .jsonl import read_jsonl
from .text import read_text

JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TEXTS = (".txt", ".text", ".md")


def article_files(path: Path) -> list[Path]:
    """Give the article files of a path: the file itself, or those in a folder and below, sorted by name.

    Raises:
        ArticleError: the path does not exist, or the folder holds no article file.

    """
    if not path.exists():
        raise ArticleError(f"{path}: no such file or folder")
    if path.is_file():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.is_file() and file.name.lower().endswith(JSON_LINES + TEXTS + ARCHIVES))
    if not found:
        raise ArticleError(f"{path}: no article files in this folder ({', '.join(TEXTS + JSON_LINES + ARCHIVES)})")
    return found


def read(path: str | Path) -> Iterator[Article]:
    """Read articles from a file, folder or archive.

    Text files hold one article each; JSON Lines (also gzipped) one per line; archives (zip, tar, compressed tar) hold
    such files and are read without unpacking. What cannot be read becomes an `Article` with `error` set, so nothing is
    lost and nothing stops.

    Args:
        path: a file, archive or folder; folders are searched all through.

    Raises:
        ArticleError: the path does not exist, or a folder has no article files.

    """
    for file in article_files(Path(path)):
        yield from read_file(file)


def read_file(file: Path) -> Iterator[Article]:
    """Read one file; an unreadable one gives one article with `error`."""
    try:
        name = file.name.lower()
        if name.endswith(ARCHIVES):
            yield from read_archive(file, TEXTS, JSON_LINES)
        else:
            yield from read_jsonl(file) if name.endswith(JSON_LINES) else read_text(file)
    except (ArticleError, OSError) as error:
        message = str(error) if isinstance(error, ArticleError) else f"{file}: {error.strerror or error}"
        yield Article(id=file.stem, text="", path=str(file), error=message)

"""JSON Lines, plain or gzipped: one object an article, with `text` and, when known, its `id`, `title`, `published`."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..article import Article
from ..errors import ArticleError
from .build import build_article

MAX_LINE = 20_000_000
"""Bytes a line may have; a longer one is recorded as an error and skipped."""


def read_jsonl(path: Path) -> Iterator[Article]:
    """Read a file of JSON Lines as articles.

    A broken line becomes an article with `error` that names file and line; reading goes on behind it.

    Raises:
        ArticleError: the file holds nothing, or its compression is broken.
    """
    count = 0
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
        try:
            for number, line in read_lines(stream):
                if line is not None and not line.strip():
                    continue
                count += 1
                yield article_of_line(path, number, line)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise ArticleError(f"{path}: broken compression after {count} articles: {error}") from error
    if not count:
        raise ArticleError(f"{path}: empty file")


def read_lines(stream: IO[bytes] | gzip.GzipFile) -> Iterator[tuple[int, bytes | None]]:
    """Give the lines with their numbers; None for one that is too long, whose bytes are skipped unread."""
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line


def article_of_line(path: Path, number: int, line: bytes | None) -> Article:
    """Make the article of one line; a broken line gives one with `error` that names file and line."""
    where = f"{path}:{number}"
    fallback = f"{path.name.split('.')[0]}-{number}"
    if line is None:
        return Article(fallback, "", path=str(path), error=f"{where}: line of more than {MAX_LINE:,} bytes")
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Article(fallback, "", path=str(path), error=f"{where}: not UTF-8 (byte {error.start})")
    except (ValueError, RecursionError) as error:  # ValueError: no JSON, or an integer of thousands of digits
        return Article(fallback, "", path=str(path), error=f"{where}: not JSON: {error}")
    if not isinstance(record, dict):
        return Article(fallback, "", path=str(path), error=f"{where}: expected an object, found {type(record).__name__}")
    text = record.get("text")
    article_id = str(record.get("id") or fallback)
    if not isinstance(text, str) or not text.strip():
        return Article(article_id, "", path=str(path), error=f"{where}: no text in field 'text'")
    return build_article(text, {**record, "id": article_id}, str(path))

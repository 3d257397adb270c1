"""What a run reads: the article files of its paths with their hashes, and the articles in them, ready for the pipeline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...corpus.article import Article
from ...corpus.errors import ArticleError
from ...corpus.readers.archives import ARCHIVES
from ...corpus.readers.files import JSON_LINES, article_files, read_file
from ..tables.rows import Duplicates, clean_string

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """An article file.

    Attributes:
        path: the file, as it was named.
        bytes: its size, or None when it cannot be read.
        sha256: the hash of its bytes, or None when it cannot be read.
        expected: about how many articles it holds, or None when only reading it can tell.

    """

    path: Path
    bytes: int | None
    sha256: str | None
    expected: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """An article as the pipeline takes it: its id unique in the batch, its raw page left behind."""

    article: Article
    duplicate_of: str | None


def find_sources(paths: Sequence[str | Path], leave_out: Iterable[Path] = ()) -> list[Source]:
    """Give the article files of files, folders and archives; a file named twice counts once.

    Args:
        paths: files and folders, in the order they are to be read.
        leave_out: files that are results, not articles.

    Raises:
        ArticleError: a path does not exist, or there are no article files.

    """
    passed = {path.resolve() for path in leave_out}
    found: list[Source] = []
    for path in paths:
        for file in article_files(Path(path)):
            if (place := file.resolve()) not in passed:
                passed.add(place)
                found.append(_source(file))
    if not found:
        raise ArticleError(f"no article files in {', '.join(map(str, paths)) or 'nothing'}")
    return found


def _source(path: Path) -> Source:
    digest, size, lines = hashlib.sha256(), 0, 0
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                lines += chunk.count(b"\n")
    except OSError:
        return Source(path, None, None, 1)
    name = path.name.lower()
    expected = None if name.endswith((*ARCHIVES, ".gz")) else lines if name.endswith(JSON_LINES) else 1
    return Source(path, size, digest.hexdigest(), expected)


def expected_articles(sources: Iterable[Source]) -> int | None:
    """Give about how many articles there are, or None when that is unknown."""
    total = 0
    for source in sources:
        if source.expected is None:
            return None
        total += source.expected
    return total


def items(sources: Iterable[Source]) -> Iterator[Item]:
    """Read the articles in order.

    An id that was there before gets a suffix (`-2`, `-3`, …). A text that was there before is marked as a duplicate of
    the first article that has it.
    """
    seen: set[str] = set()
    counts: dict[str, int] = {}
    duplicates = Duplicates()
    for source in sources:
        for article in read_file(source.path):
            wanted = clean_string(article.id)
            article_id = wanted
            while article_id in seen:
                counts[wanted] = counts.get(wanted, 1) + 1
                article_id = f"{wanted}-{counts[wanted]}"
            seen.add(article_id)
            text = clean_string(article.text)
            first = None if article.error else duplicates.first(article_id, text)
            yield Item(replace(article, id=article_id, text=text, raw="", kept=()), first)

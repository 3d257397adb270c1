"""Archives (zip, tar, compressed tar): their members are read in place, one after the other.

Nothing is ever unpacked to disk, so a member's name is only a label; one that points outside the archive is refused all
the same, for an archive that holds it is not what its reader believes.
"""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from ..article import Article
from ..errors import ArticleError
from . import jsonl, text
from .build import build_article
from .decode import decode

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_BROKEN = (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError, OSError)


def read_archive(path: Path, texts: tuple[str, ...], json_lines: tuple[str, ...]) -> Iterator[Article]:
    """Read the article files of an archive, in the archive's order.

    A member that cannot be read (damaged, encrypted, too large, a link, a name that leaves the archive) becomes an
    article with `error`; members that are no article files are passed over. An article's `path` is
    `<archive>/<member>`.

    Args:
        path: the archive.
        texts: the endings of text files.
        json_lines: the endings of JSON Lines files, plain or gzipped.

    Raises:
        ArticleError: the archive is damaged or holds no article files.

    """
    found = False
    try:
        for name, stream in _zip_members(path) if path.name.lower().endswith(".zip") else _tar_members(path):
            if not name.lower().endswith(texts + json_lines):
                continue
            found = True
            yield from _read_member(path, name, stream, name.lower().endswith(json_lines))
    except _BROKEN as error:
        raise ArticleError(f"{path}: damaged archive, or not one: {error}") from error
    if not found:
        raise ArticleError(f"{path}: no article files in this archive ({', '.join(texts + json_lines)})")


def _zip_members(path: Path) -> Iterator[tuple[str, IO[bytes] | str]]:
    """Give the members with their stream, or with what keeps them from being read."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            try:
                stream = archive.open(member)
            except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
                yield member.filename, str(error)
                continue
            with stream:
                yield member.filename, stream


def _tar_members(path: Path) -> Iterator[tuple[str, IO[bytes] | str]]:
    with tarfile.open(path, "r:*") as archive:
        for member in archive:
            if member.isdir():
                continue
            stream = archive.extractfile(member) if member.isreg() else None
            if stream is None:
                yield member.name, "a link or device, not a file"
            else:
                with stream:
                    yield member.name, stream


def _leaves(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/"))
    return parts.is_absolute() or ".." in parts.parts or (len(name) > 1 and name[1] == ":")


def _read_member(path: Path, name: str, stream: IO[bytes] | str, lines: bool) -> Iterator[Article]:
    label = path / name.replace("\\", "/").lstrip("/")
    inner = PurePosixPath(name.replace("\\", "/"))
    try:
        if _leaves(name):
            raise ArticleError(f"{path}: member {name!r} points outside the archive")
        if isinstance(stream, str):
            raise ArticleError(f"{label}: {stream}")
        if lines:
            yield from _read_lines(label, stream)
        else:
            data = stream.read(text.MAX_BYTES + 1)
            if len(data) > text.MAX_BYTES:
                raise ArticleError(f"{label}: more than {text.MAX_BYTES:,} bytes are too many for one article")
            yield build_article(decode(data, str(label)), {"id": inner.stem}, str(label))
    except ArticleError as error:
        yield Article(id=inner.stem, text="", path=str(label), error=str(error))
    except _BROKEN as error:
        yield Article(id=inner.stem, text="", path=str(label), error=f"{label}: damaged: {error}")


def _read_lines(label: Path, stream: IO[bytes]) -> Iterator[Article]:
    count = 0
    with gzip.open(stream, "rb") if label.name.lower().endswith(".gz") else stream as source:
        for number, line in jsonl.read_lines(source):  # type: ignore[arg-type]
            if line is None or line.strip():
                count += 1
                yield jsonl.article_of_line(label, number, line)
    if not count:
        raise ArticleError(f"{label}: empty file")

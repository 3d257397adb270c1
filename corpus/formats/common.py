"""From an annotated article to what a tool works on, and back.

Every format carries its own spans, attributes and links as far as it can, and beside them a block of metadata: the
article and its rows in full. When a file is read, the tool's own fields decide what there is; the metadata adds what the
tool cannot hold. An article that nobody touched comes back as it was; one that was corrected comes back corrected.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..article import Article
from ..errors import AnnotationError
from ..gold import GoldArticle, GoldRow
from .schema import LINKS, ROLE, TABLES, encode, label_of

VERSION = 1
"""Version of the metadata block."""
FIELDS = ("title", "source", "province_code", "author", "url")
"""What is known of an article beside its id and date, and kept with it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span as a tool holds it.

    Attributes:
        key: the tool's id for it, unique in the article; what links point at.
        label: `Figure`, `Document`, `Place`, or the role of a number.
        start, end: half-open span in the page.
        attributes: texts by attribute; "" for one that is empty; one that is missing is not known to the tool.
        links: key of the other mention by link; None when the format has no links.
    """

    key: str
    label: str
    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the metadata."""

    table: str
    row: GoldRow

    @property
    def label(self) -> str:
        """Give its label."""
        return label_of(self.table, self.row.columns)


def page_of(article: Article) -> str:
    """Give the text that spans count into: the page before cleaning, the text itself where that is all there is."""
    return article.raw or article.text


def rows_of(gold: GoldArticle) -> list[Known]:
    """Give all rows of an article, table by table."""
    return [Known(table, row) for table in TABLES for row in getattr(gold, table)]


def check(gold: GoldArticle, where: str | None = None) -> GoldArticle:
    """Give an article back when its rows are sound.

    Raises:
        AnnotationError: an id stands twice, a span is empty or outside the page, a quote is not the text of its span, a
            role is no lower-case word.
    """
    page, seen, place = page_of(gold.article), set[str](), where or f"article {gold.article.id}"
    for known in rows_of(gold):
        row = known.row
        if row.id in seen:
            raise AnnotationError(f"{place}: row id {row.id!r} stands twice")
        seen.add(row.id)
        if not 0 <= row.start < row.end <= len(page):
            raise AnnotationError(f"{place}: row {row.id} has span {row.start}–{row.end}, the page has {len(page)} characters")
        if row.quote != page[row.start : row.end]:
            raise AnnotationError(f"{place}: row {row.id} quotes {row.quote!r}, its span holds {page[row.start : row.end]!r}")
        if known.table == "numbers" and not ROLE.fullmatch(known.label):
            raise AnnotationError(f"{place}: row {row.id} has role {known.label!r}, expected a lower-case word")
    return gold


def mentions_of(gold: GoldArticle) -> list[Mention]:
    """Give the rows of an article as mentions, their ids as keys; links to rows that do not exist are left out."""
    tables = {known.row.id: known.table for known in rows_of(gold)}
    return [
        Mention(
            known.row.id, known.label, known.row.start, known.row.end, encode(known.table, known.row.columns),
            _links(known.row.columns, tables) if known.table == "statistics" else {},
        )
        for known in rows_of(gold)
    ]  # fmt: skip


def _links(columns: Mapping[str, Any], tables: Mapping[str, str]) -> dict[str, str]:
    """Give the links of a figure that lead to a row of the right table."""
    return {name: target for name, table in LINKS.items() if isinstance(target := columns.get(name), str) and tables.get(target) == table}


def metadata_of(gold: GoldArticle) -> str:
    """Give the metadata block of an article: JSON on one line.

    Raises:
        AnnotationError: a column that JSON cannot hold.
    """
    article = gold.article
    page = page_of(article)
    block: dict[str, Any] = {"version": VERSION, "id": article.id, "sha256": page_hash(page)}
    block |= {name: getattr(article, name) for name in FIELDS if getattr(article, name) is not None}
    block |= {"published": article.published.isoformat() if article.published else None, "kept": article.kept}
    if article.text != kept_text(page, article.kept):
        block["text"] = article.text
    if article.error is not None:
        block["error"] = article.error
    block |= {name: getattr(gold, name) for name in ("split", "domain", "province", "notes", "audits")}
    block["rows"] = [[known.table, known.row.id, known.row.start, known.row.end, known.row.columns] for known in rows_of(gold)]
    try:
        return json.dumps(block, ensure_ascii=False)
    except (TypeError, ValueError) as error:
        raise AnnotationError(f"article {article.id}: its columns cannot be written as JSON: {error}") from error


@dataclass(frozen=True, slots=True)
class Metadata:
    """A metadata block that was read.

    Attributes:
        block: the fields of the article.
        rows: the rows of the article as it was written.
    """

    block: Mapping[str, Any]
    rows: tuple[Known, ...]


NO_METADATA = Metadata({}, ())


def read_metadata(where: str, text: str, page: str) -> Metadata:
    """Read a metadata block.

    Args:
        where: file and place, for messages.
        text: as `metadata_of` made it.
        page: the article's page as the tool holds it.

    Raises:
        AnnotationError: it is not what `metadata_of` makes.
    """
    try:
        block = json.loads(text)
        if block["version"] != VERSION:
            raise AnnotationError(f"{where}: metadata of version {block['version']!r}, expected {VERSION}")
        rows = tuple(_known(page, *row) for row in block["rows"])
        spans = tuple((int(start), int(end)) for start, end in block["kept"])
        if not isinstance(block["id"], str) or any(known.table not in TABLES for known in rows):
            raise ValueError("an id that is no text, or a row of an unknown table")
        if not isinstance(block.get("notes"), dict) or not all(isinstance(audit, dict) for audit in block["audits"]):
            raise ValueError("notes or audits that are no objects")
        if any(not isinstance(block.get(name) or "", str) for name in (*FIELDS, "published", "text", "split", "domain", "province")):
            raise ValueError("something known of the article that is no text")
    except (KeyError, TypeError, ValueError) as error:
        raise AnnotationError(f"{where}: broken metadata of solieu: {type(error).__name__}: {error}") from error
    return Metadata(block | {"kept": spans}, rows)


def _known(page: str, table: str, row_id: str, start: int, end: int, columns: dict[str, Any]) -> Known:
    if not isinstance(columns, dict):
        raise TypeError(f"columns of {row_id} are no object")
    return Known(table, GoldRow(str(row_id), int(start), int(end), page[int(start) : int(end)], columns))


def kept_text(page: str, kept: Sequence[tuple[int, int]]) -> str:
    """Join the parts of a page that are the article."""
    return "".join(page[start:end] for start, end in kept)


def page_hash(page: str) -> str:
    """Give what tells whether a page was edited."""
    return hashlib.sha256(page.encode("utf-8", "surrogatepass")).hexdigest()


def with_path(gold: GoldArticle, path: str | None) -> GoldArticle:
    """Give an article as if it had been read from another file."""
    return replace(gold, article=replace(gold.article, path=path))


def file_stem(article_id: str, taken: set[str]) -> str:
    """Give a file name for an article, safe on every system and not yet taken; it is added to those taken."""
    stem = re.sub(r"[^\w.-]+", "_", article_id).strip("._")[:80]
    if not stem or stem != article_id or stem.lower() in taken:
        stem = f"{stem}-{hashlib.sha256(article_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")
    base, count = stem, 1
    while stem.lower() in taken:
        count += 1
        stem = f"{base}-{count}"
    taken.add(stem.lower())
    return stem


def read_text(path: Path) -> str:
    """Read a UTF-8 file as it is, line ends included.

    Raises:
        AnnotationError: it cannot be read or is no UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: {error}") from error


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file as it is.

    Raises:
        AnnotationError: the text holds lone surrogates, or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except (OSError, UnicodeEncodeError) as error:
        raise AnnotationError(f"{path}: {error}") from error

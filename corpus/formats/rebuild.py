"""Making an annotated article from what a tool gives back and the metadata that went out with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..article import Article
from ..errors import AnnotationError
from ..gold import GoldArticle, GoldRow
from ..readers.build import build_article, parse_date
from .common import FIELDS, Known, Mention, Metadata, check, kept_text, page_hash, page_of
from .schema import LINKS, PREFIX, TABLES, changed_columns, new_columns, table_of

_AUDIT_IDS = ("whole", "parts", "part", "share", "now", "then", "change")


def rebuild(path: Path, where: str, page: str, mentions: Iterable[Mention], metadata: Metadata, article_id: str = "") -> GoldArticle:
    """Make the annotated article from what a tool holds and the metadata.

    Args:
        path: the file it was read from.
        where: file and place, for messages.
        page: the text the spans count into.
        mentions: the spans as they are now.
        metadata: `NO_METADATA` for a file that was not made by solieu.
        article_id: the id of an article without metadata; "" for a hash of its text.

    Raises:
        AnnotationError: a span outside the page, an unknown label, a value that cannot be read, a link to nothing.
    """
    found = sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.key))
    for mention in found:
        if table_of(mention.label) is None:
            raise AnnotationError(f"{where}: unknown label {mention.label!r}, expected Figure, Document, Place or the role of a number")
        if not 0 <= mention.start < mention.end <= len(page):
            raise AnnotationError(
                f"{where}: {mention.label} {mention.key} has span {mention.start}–{mention.end}, the page has {len(page)} characters"
            )
    if len({mention.key for mention in found}) < len(found):
        raise AnnotationError(f"{where}: the id of a span stands twice")
    article = _article(path, page, metadata, article_id)
    partners = _partners(found, metadata.rows)
    ids = _ids(found, partners, metadata.rows)
    tables = {ids[mention.key]: table_of(mention.label) or "" for mention in found}
    former = {known.row.id: known.table for known in metadata.rows}
    rows: dict[str, list[tuple[int, GoldRow]]] = {table: [] for table in TABLES}
    for mention in found:
        table = table_of(mention.label) or ""
        partner = partners.get(mention.key)
        known = metadata.rows[partner] if partner is not None else None
        columns = _columns(f"{where}: {mention.label} {mention.key}", table, ids, mention, known, tables, former)
        moved = _moved(where, article, page, mention)
        quote = page_of(article)[moved[0] : moved[1]]
        rows[table].append((len(metadata.rows) if partner is None else partner, GoldRow(ids[mention.key], *moved, quote, columns)))
    lost = set(former) - set(tables)
    block = metadata.block
    ordered = {table: _ordered(rows[table], [known.row for known in metadata.rows if known.table == table]) for table in TABLES}
    gold = GoldArticle(
        article,
        ordered["statistics"],
        ordered["documents"],
        ordered["places"],
        ordered["numbers"],
        audits=tuple(audit for audit in block.get("audits", ()) if not _audited(audit) & lost),
        split=block.get("split"),
        domain=block.get("domain"),
        province=block.get("province"),
        notes=dict(block.get("notes") or {}),
    )
    return check(gold, where)


def _article(path: Path, page: str, metadata: Metadata, article_id: str) -> Article:
    block = metadata.block
    if not block:
        return build_article(page, {"id": article_id or None}, str(path))
    known = {name: block.get(name) for name in FIELDS}
    published = parse_date(block.get("published"))
    if block.get("sha256") != page_hash(page):  # the page was edited: what is the article in it must be found anew
        return build_article(page, known | {"id": block["id"], "published": block.get("published")}, str(path))
    text = block.get("text", kept_text(page, block["kept"]))
    return Article(block["id"], text, published=published, path=str(path), raw=page, kept=block["kept"], error=block.get("error"), **known)


def _moved(where: str, article: Article, page: str, mention: Mention) -> tuple[int, int]:
    """Give a mention's span in the article's page, which is NFC and has plain line ends where the tool's text may not."""
    if article.raw == page:
        return mention.start, mention.end

    def plain(text: str) -> str:
        return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))

    start, end = len(plain(page[: mention.start])), len(plain(page[: mention.end]))
    if article.raw[start:end] != plain(page[mention.start : mention.end]):
        raise AnnotationError(f"{where}: {mention.label} {mention.key} at {mention.start}–{mention.end} parts a letter from its marks")
    return start, end


def _partners(mentions: Sequence[Mention], rows: Sequence[Known]) -> dict[str, int]:
    """Find the row of the metadata that each mention was: by id and place, by label and place; then those that were moved."""
    partners: dict[str, int] = {}
    free = dict(enumerate(rows))

    def same_id(mention: Mention, known: Known) -> bool:
        return mention.key == known.row.id and table_of(mention.label) == known.table

    def same_label(mention: Mention, known: Known) -> bool:
        return mention.label == known.label

    for moved in (False, True):
        for same in (same_id, same_label):
            for mention in mentions:
                if mention.key in partners:
                    continue
                fits = [
                    (_shared(mention, known.row), -index) for index, known in free.items()
                    if same(mention, known) and (moved or (mention.start, mention.end) == (known.row.start, known.row.end))
                ]  # fmt: skip
                shared, best = max(fits, default=(0, 0))
                if shared > 0:
                    partners[mention.key] = -best
                    del free[-best]
    return partners


def _shared(mention: Mention, row: GoldRow) -> int:
    return min(mention.end, row.end) - max(mention.start, row.start)


def _ids(mentions: Sequence[Mention], partners: Mapping[str, int], rows: Sequence[Known]) -> dict[str, str]:
    """Give row ids by key: those of the metadata, and the next free ones for what was added."""
    ids = {key: rows[index].row.id for key, index in partners.items()}
    used = {known.row.id for known in rows}
    last = {
        prefix: max((int(one[1:]) for one in used if re.fullmatch(prefix + "[0-9]{1,9}", one)), default=0) for prefix in PREFIX.values()
    }
    for mention in mentions:
        if mention.key not in ids:
            prefix = PREFIX[table_of(mention.label) or "numbers"]
            last[prefix] += 1
            ids[mention.key] = f"{prefix}{last[prefix]}"
    return ids


def _columns(
    where: str,
    table: str,
    ids: Mapping[str, str],
    mention: Mention,
    known: Known | None,
    tables: Mapping[Any, str],
    former: Mapping[Any, str],
) -> dict[str, Any]:
    row_id = ids[mention.key]
    if known is None:
        columns = new_columns(where, table, row_id, mention.label, mention.attributes)
    elif table == "numbers":
        columns = dict(known.row.columns)
        if known.label != mention.label:
            columns["role"] = mention.label
    else:
        columns = changed_columns(where, table, known.row.columns, mention.attributes)
    if table != "statistics":
        return columns
    for name, target_table in LINKS.items():
        before = columns.get(name)
        if mention.links is None or name not in mention.links:
            # What the tool could show and shows no more is gone; so is a link to a row that is gone.
            was, now = former.get(before), tables.get(before)
            if was == target_table and (mention.links is not None or now != target_table):
                columns[name] = None
            continue
        target = ids.get(mention.links[name])
        if target is None or tables[target] != target_table:
            raise AnnotationError(f"{where}: link {name} leads to {mention.links[name]!r}, expected one of the {target_table}")
        if target != before:
            columns[name] = target
    return columns


def _ordered(rows: list[tuple[int, GoldRow]], known: Sequence[GoldRow]) -> tuple[GoldRow, ...]:
    """Put rows back in the order of the metadata; where that is the order of the text, new ones go to their places."""
    rows.sort(key=lambda item: (item[0], item[1].start, item[1].end))
    spans = [(row.start, row.end) for row in known]
    if spans == sorted(spans):
        rows.sort(key=lambda item: (item[1].start, item[1].end))
    return tuple(row for _, row in rows)


def _audited(audit: Mapping[str, Any]) -> set[str]:
    return {part.strip() for name in _AUDIT_IDS for part in str(audit.get(name) or "").split(",")}

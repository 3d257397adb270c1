"""spaCy DocBin: a Doc per article with the span groups `statistics`, `documents`, `places` and `numbers`.

Spans carry label and id; the metadata block stands in `doc.user_data["solieu_annotation"]`. Words are cut where a row
begins or ends, so that every span is one of whole tokens. Any spaCy reads the file; nothing in it is pickled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from ..errors import AnnotationError
from ..gold import GoldArticle
from .common import NO_METADATA, Known, Mention, check, metadata_of, page_of, read_metadata, rows_of
from .rebuild import rebuild
from .schema import TABLES

NAME = "solieu.spacy"
"""Usual name of the file."""
KEY = "solieu_annotation"
"""Where the metadata block stands in `doc.user_data`."""
_PIECE = re.compile(r"\w+|[^\w\s]|\s+")


def write(articles: Iterable[GoldArticle], path: Path) -> None:
    """Write articles into one file.

    Raises:
        AnnotationError: an article's rows are not sound, or the file cannot be written.
    """
    vocab = Vocab()
    docs = DocBin(attrs=["ORTH"], store_user_data=True, docs=(doc_of(check(gold), vocab) for gold in articles))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(docs.to_bytes())
    except (OSError, UnicodeEncodeError) as error:
        raise AnnotationError(f"{path}: {error}") from error


def doc_of(gold: GoldArticle, vocab: Vocab) -> Doc:
    """Make a Doc of an annotated article; `doc.text` is the page its rows count into."""
    page, rows = page_of(gold.article), rows_of(gold)
    words, spaces = _words(page, rows)
    doc = Doc(vocab, words=words, spaces=spaces)
    for table in TABLES:
        doc.spans[table] = [_span(doc, known) for known in rows if known.table == table]
    doc.user_data[KEY] = metadata_of(gold)
    return doc


def _span(doc: Doc, known: Known) -> Span:
    span: Span | None = doc.char_span(known.row.start, known.row.end, label=known.label, span_id=known.row.id)
    if span is None:
        raise AnnotationError(f"row {known.row.id} at {known.row.start}–{known.row.end} falls between the tokens")
    return span


def _words(page: str, rows: Iterable[Known]) -> tuple[list[str], list[bool]]:
    """Cut a page at words, signs and rows; a blank behind a word becomes its `space` unless a row begins or ends there."""
    starts = {known.row.start for known in rows}
    ends = {known.row.end for known in rows}
    cuts = {0, len(page), *starts, *ends}
    for match in _PIECE.finditer(page):
        cuts |= {match.start(), match.end()}
        if match[0][0] == " ":
            cuts.add(match.start() + 1)
    ordered = sorted(cuts)
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(ordered):
        if page[start:end] == " " and words and not spaces[-1] and start not in starts and end not in ends:
            spaces[-1] = True
        else:
            words.append(page[start:end])
            spaces.append(False)
    return words, spaces


def read(path: Path) -> Iterator[GoldArticle]:
    """Read a DocBin with these span groups.

    Raises:
        AnnotationError: no DocBin, a label or span that makes no sense.
    """
    vocab = Vocab()
    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(vocab))
    except Exception as error:  # zlib, msgpack, numpy and spaCy each have their own
        raise AnnotationError(f"{path}: no DocBin of spaCy: {type(error).__name__}: {error}") from error
    for number, doc in enumerate(docs, 1):
        where, page = f"{path}: document {number}", str(doc.text)
        block = doc.user_data.get(KEY)
        metadata = read_metadata(where, str(block), page) if block else NO_METADATA
        mentions = []
        for table in TABLES:
            for index, span in enumerate(doc.spans.get(table) or (), 1):
                mentions.append(Mention(span.id_ or f"{table} {index}", span.label_, span.start_char, span.end_char))
        yield rebuild(path, where, page, mentions, metadata)

"""CoNLL: one token to a line, `token, start, end, figures and other numbers, documents, places` with BIO tags.

A column holds the outermost spans; tokens are cut where a span begins or ends, so no span is lost to its tokens. Before
the tokens of an article stand comment lines: `# newdoc id`, `# text` (both as JSON strings) and `# solieu`, the metadata
block with what columns cannot hold: nested spans and all attributes. An empty line stands for a line end of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import AnnotationError
from ..gold import GoldArticle
from .common import NO_METADATA, Known, Mention, check, metadata_of, page_of, read_metadata, read_text, rows_of, write_text
from .rebuild import rebuild

NAME = "solieu.conll"
"""Usual name of the file."""
COLUMNS = ("token", "start", "end", "number", "document", "place")
_COLUMN_OF_TABLE = {"statistics": 0, "numbers": 0, "documents": 1, "places": 2}
_PREFIXES = {"id": "# newdoc id = ", "text": "# text = ", "metadata": "# solieu = "}
_TOKEN = re.compile(r"\w+|[^\w\s]")
Token = tuple[int, int]
Shown = tuple[int, str, int, int]
"""A span as a column holds it: number of the column, label, start of its first and end of its last token."""


def write(articles: Iterable[GoldArticle], path: Path) -> None:
    """Write articles, one after the other.

    Raises:
        AnnotationError: an article's rows are not sound, or the file cannot be written.
    """
    head = "# columns = " + " ".join(COLUMNS) + "\n"
    write_text(path, head + "".join(f"{line}\n" for gold in articles for line in _lines(check(gold))))


def _lines(gold: GoldArticle) -> Iterator[str]:
    page, rows = page_of(gold.article), rows_of(gold)
    yield _PREFIXES["id"] + json.dumps(gold.article.id, ensure_ascii=False)
    yield _PREFIXES["text"] + json.dumps(page, ensure_ascii=False)
    yield _PREFIXES["metadata"] + metadata_of(gold)
    tokens = _tokens(page, rows)
    tags = [["O"] * 3 for _ in tokens]
    by_start = {start: index for index, (start, _) in enumerate(tokens)}
    for column, label, start, end in _shown(rows, tokens):
        first = index = by_start[start]
        while index < len(tokens) and tokens[index][1] <= end:
            tags[index][column] = f"{'B' if index == first else 'I'}-{label}"
            index += 1
    before = 0
    for (start, end), own in zip(tokens, tags, strict=True):
        if "\n" in page[before:start]:
            yield ""
        before = end
        yield "\t".join((page[start:end], str(start), str(end), *own))
    yield ""


def _tokens(page: str, rows: Sequence[Known]) -> list[Token]:
    """Give words and signs, cut where a row begins or ends."""
    cuts = sorted({offset for known in rows for offset in (known.row.start, known.row.end)})
    tokens = []
    position = 0
    for match in _TOKEN.finditer(page):
        start = match.start()
        while position < len(cuts) and cuts[position] <= start:
            position += 1
        while position < len(cuts) and cuts[position] < match.end():
            tokens.append((start, cuts[position]))
            start = cuts[position]
            position += 1
        tokens.append((start, match.end()))
    return tokens


def _shown(rows: Sequence[Known], tokens: Sequence[Token]) -> dict[Shown, Known]:
    """Choose the spans that the columns hold: of those that overlap the first, of those the longest."""
    found: dict[Shown, Known] = {}
    full = [0, 0, 0]
    for known in sorted(rows, key=lambda one: (one.row.start, -one.row.end)):
        column = _COLUMN_OF_TABLE[known.table]
        inside = [(start, end) for start, end in tokens if known.row.start <= start and end <= known.row.end]
        if inside and inside[0][0] >= full[column]:
            found[column, known.label, inside[0][0], inside[-1][1]] = known
            full[column] = inside[-1][1]
    return found


@dataclass(slots=True)
class _Document:
    """The lines of one article as they are read."""

    line: int
    id: str = ""
    text: str | None = None
    metadata: str = ""
    tokens: list[Token] = field(default_factory=list)
    spans: list[list[Shown]] = field(default_factory=lambda: [[], [], []])
    open: list[bool] = field(default_factory=lambda: [False] * 3)


def read(path: Path) -> Iterator[GoldArticle]:
    """Read articles as `write` makes them, tags and tokens corrected or not.

    Raises:
        AnnotationError: a line is broken, a token is not the text at its offsets, an I tag continues nothing, or an
            article has no text; the message names file and line.
    """
    document: _Document | None = None
    for number, line in enumerate(read_text(path).split("\n"), 1):
        where = f"{path}: line {number}"
        try:
            if line.startswith(_PREFIXES["id"]):
                if document is not None:
                    yield _article(path, document)
                document = _Document(number, str(json.loads(line.removeprefix(_PREFIXES["id"]))))
            elif (line.startswith("#") and "\t" not in line) or line.startswith(tuple(_PREFIXES.values())):
                if document is not None and line.startswith(_PREFIXES["text"]):
                    document.text = str(json.loads(line.removeprefix(_PREFIXES["text"])))
                elif document is not None and line.startswith(_PREFIXES["metadata"]):
                    document.metadata = line.removeprefix(_PREFIXES["metadata"])
            elif line.strip("\r"):
                if document is None:
                    raise ValueError("a token before any '# newdoc id' line")
                _token(document, line.removesuffix("\r"))
        except ValueError as error:
            raise AnnotationError(f"{where}: {error}") from error
    if document is None:
        raise AnnotationError(f"{path}: no '# newdoc id' line, so no article")
    yield _article(path, document)


def _token(document: _Document, line: str) -> None:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, expected {len(COLUMNS)}: {' '.join(COLUMNS)}")
    if document.text is None:
        raise ValueError("a token before the '# text' line of its article")
    start, end = int(cells[1]), int(cells[2])
    if document.text[start:end] != cells[0] or not cells[0]:
        raise ValueError(f"token {cells[0]!r} is not the text at {start}–{end}, {document.text[start:end]!r}")
    if document.tokens and start < document.tokens[-1][1]:
        raise ValueError(f"token {cells[0]!r} begins before the one above it ends")
    document.tokens.append((start, end))
    for column, tag in enumerate(cells[3:]):
        spans = document.spans[column]
        kind, _, label = tag.partition("-")
        if tag != "O" and (kind not in ("B", "I") or not label):
            raise ValueError(f"tag {tag!r}, expected O, B-label or I-label")
        if kind == "B":
            spans.append((column, label, start, end))
        elif kind == "I":
            if not document.open[column] or spans[-1][1] != label:
                raise ValueError(f"tag {tag!r} continues no {label}")
            spans[-1] = (*spans[-1][:3], end)
        document.open[column] = tag != "O"


def _article(path: Path, document: _Document) -> GoldArticle:
    where = f"{path}: line {document.line}"
    if document.text is None:
        raise AnnotationError(f"{where}: the article has no '# text' line")
    metadata = read_metadata(where, document.metadata, document.text) if document.metadata else NO_METADATA
    shown = _shown(metadata.rows, document.tokens)
    visible = {known.row.id for known in shown.values()}
    mentions = [Mention(one.row.id, one.label, one.row.start, one.row.end) for one in metadata.rows if one.row.id not in visible]
    for span in (span for column in document.spans for span in column):
        known = shown.get(span)
        if known is not None:
            mentions.append(Mention(known.row.id, known.label, known.row.start, known.row.end))
        else:
            mentions.append(Mention(f"column {COLUMNS[3 + span[0]]} at {span[2]}", *span[1:]))
    return rebuild(path, where, document.text, mentions, metadata, document.id)

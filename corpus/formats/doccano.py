"""doccano: JSON Lines with entities and relations (project type "sequence labeling" with relations).

doccano's spans have a label and nothing else: attributes stand in the metadata block, the string field `solieu`, which
doccano keeps among a document's own metadata and gives back. A figure that was added in doccano has no attributes yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import AnnotationError
from ..gold import GoldArticle
from .common import NO_METADATA, Mention, check, mentions_of, metadata_of, page_of, read_metadata, read_text, write_text
from .rebuild import rebuild
from .schema import DOCUMENT, FIGURE, LINKS, PLACE, ROLES

NAME = "solieu.jsonl"
"""Usual name of the file."""
_COLOURS = {FIGURE: "#d4380d", DOCUMENT: "#1d39c4", PLACE: "#389e0d"}


def label_config(relations: bool = False) -> str:
    """Give the labels to import into a doccano project (JSON): those of spans, or those of relations."""
    names = tuple(LINKS) if relations else (FIGURE, DOCUMENT, PLACE, *ROLES)
    labels = [{"text": name, "background_color": _COLOURS.get(name, "#8c8c8c"), "text_color": "#ffffff"} for name in names]
    return json.dumps(labels, indent=1) + "\n"


def write(articles: Iterable[GoldArticle], path: Path) -> None:
    """Write articles, one to a line.

    Raises:
        AnnotationError: an article's rows are not sound, or the file cannot be written.
    """
    write_text(
        path, "".join(json.dumps(_document(number, check(gold)), ensure_ascii=False) + "\n" for number, gold in enumerate(articles, 1))
    )


def _document(number: int, gold: GoldArticle) -> dict[str, Any]:
    mentions = mentions_of(gold)
    numbers = {mention.key: index for index, mention in enumerate(mentions, 1)}
    links = [(mention.key, target, name) for mention in mentions for name, target in (mention.links or {}).items()]
    return {
        "id": number, "text": page_of(gold.article), "article_id": gold.article.id,
        "entities": [
            {"id": numbers[mention.key], "label": mention.label, "start_offset": mention.start, "end_offset": mention.end}
            for mention in mentions
        ],
        "relations": [
            {"id": index, "from_id": numbers[source], "to_id": numbers[target], "type": name}
            for index, (source, target, name) in enumerate(links, 1)
        ],
        "solieu": metadata_of(gold),
    }  # fmt: skip


def read(path: Path) -> Iterator[GoldArticle]:
    """Read documents as doccano exports them (JSONL with relations, or spans as `label`: [start, end, label]).

    Raises:
        AnnotationError: a line is no JSON or no document, a span or label that makes no sense.
    """
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}: line {number}"
        try:
            document = json.loads(line)
            page = document["text"]
            meta = document.get("meta") or document.get("metadata") or {}
            block = document.get("solieu") or (meta.get("solieu") if isinstance(meta, Mapping) else None)
            if not isinstance(page, str):
                raise TypeError("text is no text")
            metadata = read_metadata(where, str(block), page) if block else NO_METADATA
            mentions = _mentions(where, document, [known.row.id for known in metadata.rows])
            article_id = str(document.get("article_id") or document.get("id") or "")
        except json.JSONDecodeError as error:
            raise AnnotationError(f"{where}: no JSON: {error}") from error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise AnnotationError(f"{where}: no document of doccano: {type(error).__name__}: {error}") from error
        yield rebuild(path, where, page, mentions, metadata, article_id)


def _mentions(where: str, document: Mapping[str, Any], row_ids: list[str]) -> list[Mention]:
    entities = document.get("entities")
    if entities is None:
        spans = document.get("label") or document.get("labels") or ()
        plain = [(str(index), str(label), int(start), int(end)) for index, (start, end, label) in enumerate(spans, 1)]
    else:
        plain = [(str(one["id"]), str(one["label"]), int(one["start_offset"]), int(one["end_offset"])) for one in entities]
    links: dict[str, dict[str, str]] = {}
    known = {key for key, *_ in plain}
    for one in document.get("relations") or ():
        source, target, name = str(one["from_id"]), str(one["to_id"]), one["type"]
        if name not in LINKS:
            raise AnnotationError(f"{where}: relation {name!r}, expected one of {', '.join(LINKS)}")
        if not {source, target} <= known:
            raise AnnotationError(f"{where}: relation {name!r} from {source} to {target}, one of which is no entity")
        if links.setdefault(source, {}).setdefault(name, target) != target:
            raise AnnotationError(f"{where}: entity {source} has two relations {name!r}")

    def row_id(key: str) -> str:
        """Give the row an entity was written for; doccano may have numbered it anew, then its place tells."""
        return row_ids[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(row_ids) else f"entity {key}"

    return [
        Mention(row_id(key), label, start, end, {}, {name: row_id(target) for name, target in links.get(key, {}).items()} if entities is not None else None)
        for key, label, start, end in plain
    ]  # fmt: skip

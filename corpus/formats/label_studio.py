"""Label Studio: a JSON file of tasks, and the labelling configuration that goes with it.

Every row is a region with a label; its attributes are choices and text areas of the region, links between figures and to
documents are relations. The metadata block stands in the task's `data.solieu`, which Label Studio gives back untouched.
Regions of tasks made from predictions get new ids there; they are known again by place and label.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from ..errors import AnnotationError
from ..gold import GoldArticle
from .common import NO_METADATA, Mention, check, mentions_of, metadata_of, page_of, read_metadata, read_text, write_text
from .rebuild import rebuild
from .schema import ATTRIBUTES, CHOICES, DOCUMENT, FIGURE, LABEL_OF_TABLE, LINKS, PLACE, ROLES, TABLE_OF_LABEL

NAME = "solieu.json"
"""Usual name of the file."""
MODEL_VERSION = "solieu"
_COLOURS = {FIGURE: "#d4380d", DOCUMENT: "#1d39c4", PLACE: "#389e0d"}
_LABELS, _TEXT = "label", "text"


def label_config() -> str:
    """Give the labelling configuration (XML) to paste into a Label Studio project."""
    lines = ["<View>", f'  <Labels name="{_LABELS}" toName="{_TEXT}">']
    lines += [f'    <Label value="{label}" background="{_COLOURS.get(label, "#8c8c8c")}"/>' for label in (FIGURE, DOCUMENT, PLACE, *ROLES)]
    lines += ["  </Labels>", "  <Relations>", *(f'    <Relation value="{name}"/>' for name in LINKS), "  </Relations>"]
    lines.append(f'  <Text name="{_TEXT}" value="$text" granularity="symbol"/>')
    for table, label in LABEL_OF_TABLE.items():
        lines.append(f'  <View visibleWhen="region-selected" whenTagName="{_LABELS}" whenLabelValue="{label}">')
        for name in ATTRIBUTES[table]:
            shared = f'name="{_control(label, name)}" toName="{_TEXT}" perRegion="true" whenTagName="{_LABELS}" whenLabelValue="{label}"'
            lines.append(f'    <Header value={quoteattr(name)} size="6"/>')
            if name in CHOICES:
                choices = "".join(f'<Choice value="{choice}"/>' for choice in CHOICES[name])
                lines.append(f'    <Choices {shared} choice="single" showInline="true">{choices}</Choices>')
            else:
                lines.append(f'    <TextArea {shared} maxSubmissions="1" editable="true"/>')
        lines.append("  </View>")
    return "\n".join([*lines, "</View>", ""])


def _control(label: str, attribute: str) -> str:
    return f"{label.lower()}_{attribute}"


def write(articles: Iterable[GoldArticle], path: Path, *, predictions: bool = False) -> None:
    """Write articles as tasks.

    Args:
        articles: annotated articles.
        path: the JSON file.
        predictions: whether the rows are predictions that an annotator has yet to check, not annotations.

    Raises:
        AnnotationError: an article's rows are not sound, or the file cannot be written.
    """
    tasks = [_task(number, check(gold), predictions) for number, gold in enumerate(articles, 1)]
    write_text(path, json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")


def _task(number: int, gold: GoldArticle, predictions: bool) -> dict[str, Any]:
    article = gold.article
    data = {
        "text": page_of(article), "article_id": article.id, "title": article.title or "", "source": article.source or "",
        "published": article.published.isoformat() if article.published else "", "solieu": metadata_of(gold),
    }  # fmt: skip
    sure = {row.id: row.columns["confidence"] for table in (gold.statistics, gold.places, gold.numbers) for row in table
            if isinstance(row.columns.get("confidence"), (int, float))}  # fmt: skip
    result = [item for mention in mentions_of(gold) for item in _results(mention, data["text"], sure.get(mention.key))]
    result += [
        {"type": "relation", "from_id": mention.key, "to_id": target, "direction": "right", "labels": [name]}
        for mention in mentions_of(gold) for name, target in (mention.links or {}).items()
    ]  # fmt: skip
    if predictions:
        score = {"score": round(sum(sure.values()) / len(sure), 4)} if sure else {}
        return {"id": number, "data": data, "predictions": [{"model_version": MODEL_VERSION, **score, "result": result}]}
    return {"id": number, "data": data, "annotations": [{"was_cancelled": False, "result": result}]}


def _results(mention: Mention, text: str, confidence: float | None) -> Iterator[dict[str, Any]]:
    span = {"start": mention.start, "end": mention.end, "text": text[mention.start : mention.end]}
    head: dict[str, Any] = {"id": mention.key, "to_name": _TEXT}
    score = {} if confidence is None else {"score": confidence}
    yield {**head, "from_name": _LABELS, "type": "labels", **score, "value": {**span, "labels": [mention.label]}}
    for name, value in mention.attributes.items():
        kind, given = ("choices", "choices") if name in CHOICES else ("textarea", "text")
        place = span if kind == "choices" else {"start": mention.start, "end": mention.end}
        yield {**head, "from_name": _control(mention.label, name), "type": kind, "value": {**place, given: [value]}}


def read(path: Path, *, predictions: bool = False) -> Iterator[GoldArticle]:
    """Read tasks as Label Studio exports them (format JSON, not JSON-MIN).

    Of several annotations of a task the last one counts; cancelled ones do not. A task that nobody annotated is left
    out, unless its predictions are to be read.

    Args:
        path: the JSON file.
        predictions: whether the (last) predictions stand in where a task has no annotation.

    Raises:
        AnnotationError: no JSON of tasks, a span that does not hold its text, an unknown label or value, or nothing to
            read in any task.
    """
    try:
        tasks = json.loads(read_text(path))
    except ValueError as error:
        raise AnnotationError(f"{path}: no JSON: {error}") from error
    if isinstance(tasks, Mapping):
        tasks = [tasks]
    if not isinstance(tasks, list):
        raise AnnotationError(f"{path}: expected a list of Label Studio tasks")
    found = 0
    for number, task in enumerate(tasks, 1):
        where = f"{path}: task {number}"
        try:
            result = _result(task, predictions)
            if result is None:
                continue
            data = task["data"]
            page, block, task_id = data["text"], data.get("solieu"), data.get("article_id") or task.get("id")
            if not isinstance(page, str):
                raise TypeError("data.text is no text")
            metadata = read_metadata(where, str(block), page) if block else NO_METADATA
            mentions = _mentions(where, page, result)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise AnnotationError(f"{where}: no task of Label Studio with data.text: {type(error).__name__}: {error}") from error
        found += 1
        yield rebuild(path, where, page, mentions, metadata, str(task_id or ""))
    if tasks and not found:
        raise AnnotationError(
            f"{path}: none of its {len(tasks)} tasks has an annotation (predictions that nobody annotated are read on request only)"
        )


def _result(task: Mapping[str, Any], predictions: bool) -> list[dict[str, Any]] | None:
    done = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    if not done and predictions:
        done = list(task.get("predictions") or ())
    if "data" not in task:
        raise KeyError("data")
    return list(done[-1]["result"]) if done else None


def _mentions(where: str, page: str, result: Sequence[Mapping[str, Any]]) -> list[Mention]:
    regions: dict[str, tuple[str, int, int]] = {}
    texts: dict[str, dict[str, str]] = {}
    links: dict[str, dict[str, str]] = {}
    for item in result:
        if item["type"] == "relation":
            source, target, names = str(item["from_id"]), str(item["to_id"]), item.get("labels") or ()
            if item.get("direction") == "left":
                source, target = target, source
            for name in names:
                if name not in LINKS:
                    raise AnnotationError(f"{where}: relation {name!r}, expected one of {', '.join(LINKS)}")
                if links.setdefault(source, {}).setdefault(name, target) != target:
                    raise AnnotationError(f"{where}: region {source} has two relations {name!r}")
            continue
        region, value = str(item["id"]), item["value"]
        if item["from_name"] == _LABELS:
            if len(value["labels"]) != 1:
                raise AnnotationError(f"{where}: region {region} has labels {value['labels']}, expected one")
            regions[region] = (str(value["labels"][0]), *_span(where, page, region, value))
        else:
            given = value.get("choices") or value.get("text") or ()
            texts.setdefault(region, {})[str(item["from_name"])] = given if isinstance(given, str) else "; ".join(map(str, given))
    mentions = []
    for key, (label, start, end) in regions.items():
        own = texts.get(key, {})
        table = TABLE_OF_LABEL.get(label, "numbers")
        attributes = {name: own.get(_control(label, name), "") for name in ATTRIBUTES[table]}
        mentions.append(Mention(key, label, start, end, attributes, links.get(key, {})))
    for source, targets in links.items():
        for target in (source, *targets.values()):
            if target not in regions:
                raise AnnotationError(f"{where}: a relation leads to region {target!r}, which has no label")
    return mentions


def _span(where: str, page: str, region: str, value: Mapping[str, Any]) -> tuple[int, int]:
    """Give a region's span in code points: some versions of Label Studio count UTF-16 units, its text tells which."""
    start, end, quote = int(value["start"]), int(value["end"]), value.get("text")
    if quote is None or _bare(page[start:end]) == _bare(str(quote)):
        return start, end
    units = page.encode("utf-16-le", "surrogatepass")
    start, end = (len(units[: 2 * offset].decode("utf-16-le", "replace")) for offset in (start, end))
    if _bare(page[start:end]) != _bare(str(quote)):
        raise AnnotationError(
            f"{where}: region {region} quotes {quote!r}, which is not the text of its span {value['start']}–{value['end']}"
        )
    return start, end


def _bare(text: str) -> str:
    return "".join(text.replace("\\n", "").split())

"""`solieu evaluate`: how right the extraction is on annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...corpus.errors import SolieuError

if TYPE_CHECKING:
    from ...corpus.article import Article
    from ...corpus.gold import GoldArticle
    from ..places.units import Gazetteer, Unit

CORPUS = "corpus"
"""The word that stands for the project's own annotated corpus."""
_LAST_DAY = "2025-06-30"
_TYPES = ("thành phố", "tp", "thị xã", "tx", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")


class Format(StrEnum):
    """How the report is printed."""

    table = "table"
    markdown = "markdown"
    json = "json"


class Split(StrEnum):
    """A part of the project's own corpus."""

    train = "train"
    dev = "dev"
    test = "test"


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="Folder in the gold format, or 'corpus' for the project's own.")],
    texts: Annotated[
        Path | None, typer.Argument(metavar="[TEXTS]", help="Folder of .txt files or .jsonl(.gz) with the texts of GOLD.")
    ] = None,
    *,
    model: Annotated[str | None, typer.Option(help="Classifier made by 'solieu train'; 'rules' for none.")] = None,
    errors: Annotated[str | None, typer.Option(metavar="FILE|-", help="List the errors: HTML file, or - for text here.")] = None,
    output: Annotated[Format, typer.Option("--format", help="How the report is printed.")] = Format.table,
    split: Annotated[Split | None, typer.Option(help="Part of 'corpus'; test when not given.")] = None,
) -> None:
    """Measure precision, recall and F1 of figures, attributes, links, documents, places and whole records."""
    from rich.console import Console

    complain = Console(stderr=True)
    try:
        from ...models.evaluation import errors_html, errors_text, evaluate_articles
        from ..language import load
        from ..linking.abbreviations import long_forms

        title, articles = _read(gold, texts, split)
        nlp = load(model=model)
        report = evaluate_articles(
            articles,
            lambda batch: _predict(nlp, batch),
            long_forms=long_forms,
            place_codes=gold_place_codes,
            title=title,
        )
        if errors is not None and errors != "-":
            Path(errors).write_text(errors_html(report.errors, title), encoding="utf-8")
    except (SolieuError, OSError, ValueError, KeyError) as error:
        complain.print(f"solieu evaluate: {error}", style="red", markup=False, highlight=False)
        raise typer.Exit(2) from error
    if output is Format.table:
        Console().print(report.to_rich())
    else:
        typer.echo(report.to_json() if output is Format.json else report.to_markdown())
    if errors == "-":
        typer.echo(errors_text(report.errors), err=output is Format.json)


def _read(gold: str, texts: Path | None, split: Split | None) -> tuple[str, list[GoldArticle]]:
    from ...corpus.annotated import annotated_articles
    from ...corpus.gold import read_gold

    if gold == CORPUS and texts is None:
        part = split or Split.test
        return f"corpus, {part.value}", list(annotated_articles(part.value))
    if split is not None:
        raise SolieuError(f"--split {split.value} goes with '{CORPUS}' alone, not with {gold}")
    folder = Path(gold)
    if not folder.exists():
        raise SolieuError(f"{gold}: no such folder (and not the word '{CORPUS}')")
    source = texts or (folder if folder.is_dir() else folder.parent)
    if not source.exists():
        raise SolieuError(f"{source}: no such file or folder of texts")
    try:
        return folder.resolve().name, list(read_gold(folder, source))
    except (ValueError, KeyError) as error:
        raise SolieuError(f"{source}: expected texts as a folder of .txt or as JSON Lines with id and text: {error}") from error


def _predict(nlp: Any, articles: Iterable[Article]) -> Iterator[dict[str, list[dict[str, Any]]]]:
    """Give the rows of each article; places as the component keeps them, which tells whether they carry a name."""
    from ..doc import rows_of

    for doc in nlp.pipe(articles):
        yield {
            "statistics": [row.to_plain() for row in doc._.statistics],
            "documents": [row.to_plain() for row in doc._.documents],
            "places": rows_of(doc, "places") or [],
        }


def gold_place_codes(path: str, moment: date | None, level: str | None = None) -> frozenset[str]:
    """Resolve a place path of the gold to the codes it may mean.

    Args:
        path: names from the smallest unit up, parted by commas: "Như Xuân, Thanh Hóa".
        moment: the date of the article; units in force then are preferred, before July 2025 when it is unknown.
        level: the level of the unit when it is known.

    Returns:
        Codes; more than one where two units of that name and level lie in the same unit, none where the gazetteer has no
        such path or no code for it.
    """
    from ..places.units import LEVELS, REFORM, gazetteer

    units = gazetteer()
    names = [_units_named(units, part) for part in path.split(",") if part.strip()]
    if not names:
        return frozenset()
    fits = [(skipped, unit) for unit in names[0] if (skipped := _skipped(units, unit, names[1:])) is not None]
    if level is not None and any(unit.level == level for _, unit in fits):
        fits = [(skipped, unit) for skipped, unit in fits if unit.level == level]
    system = "2025" if moment is not None and moment >= REFORM else "gso"

    def highest(of: list[tuple[int, Unit]]) -> list[tuple[int, Unit]]:
        top = min((LEVELS.index(unit.level) for _, unit in of), default=0)
        return [fit for fit in of if LEVELS.index(fit[1].level) == top]

    if len(names) == 1:  # a bare name is that of the largest unit, though a commune may be called the same
        fits = highest(fits)
    fits = _prefer(fits, lambda unit: unit.system in (system, ""))
    fits = _prefer(highest(fits), lambda unit: _in_force(unit, moment))
    least = min((skipped for skipped, _ in fits), default=0)
    return frozenset(unit.code for skipped, unit in fits if skipped == least and unit.code)


def _prefer(fits: list[tuple[int, Unit]], wanted: Any) -> list[tuple[int, Unit]]:
    return [fit for fit in fits if wanted(fit[1])] or fits


def _in_force(unit: Unit, moment: date | None) -> bool:
    if moment is None:
        return not unit.valid_to or (unit.system == "gso" and unit.valid_to >= _LAST_DAY)
    day = moment.isoformat()
    return (not unit.valid_from or unit.valid_from <= day) and (not unit.valid_to or day <= unit.valid_to)


def _units_named(units: Gazetteer, name: str) -> list[Unit]:
    from ..places.units import name_key

    key = name_key(name)
    found = units.by_name.get(key)
    if found:
        return found
    for kind in _TYPES:
        head = name_key(kind)
        if key[: len(head)] == head and (found := units.by_name.get(key[len(head) :])):
            return found
    return []


def _skipped(units: Gazetteer, unit: Unit, enclosing: list[list[Unit]]) -> int | None:
    """Count the levels that a path leaves out between a unit and those said to enclose it; None when they do not."""
    chain = list(units.chain(unit))[1:]
    position = 0
    skipped = 0
    for named in enclosing:
        ids = {one.id for one in named}
        while position < len(chain) and chain[position].id not in ids:
            position += 1
            skipped += 1
        if position == len(chain):
            return None
        position += 1
    return skipped

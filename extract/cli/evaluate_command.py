"""`solieu evaluate`: how right the extraction is on annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...corpus.errors import SolieuError

if TYPE_CHECKING:
    from ...corpus.article import Article
    from ...corpus.gold import GoldArticle

CORPUS = "corpus"
"""The word that stands for the project's own annotated corpus."""


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
        from ..places.paths import gold_place_codes

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

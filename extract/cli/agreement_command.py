"""`solieu agreement`: how far two annotations of the same articles agree."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How the result is printed."""

    markdown = "markdown"
    json = "json"


def agreement(
    first: Annotated[
        Path | None, typer.Argument(metavar="[FIRST]", help="Folder of annotated articles; the project's own by default.")
    ] = None,
    second: Annotated[
        Path | None, typer.Argument(metavar="[SECOND]", help="Second annotation of some of them; the project's own by default.")
    ] = None,
    *,
    output: Annotated[Format, typer.Option("--format", help="How the result is printed.")] = Format.markdown,
    differences: Annotated[bool, typer.Option("--differences", help="List every disagreement instead, one per line.")] = False,
) -> None:
    """Measure how far two annotators agree: F1 of spans, Cohen's κ of labels, agreement on columns."""
    from importlib.resources import files

    from ...corpus import AnnotationError, read_annotated
    from ...models.agreement import measure_agreement
    from ..linking.abbreviations import long_forms
    from ..places.paths import gold_place_codes

    own = Path(str(files("solieu.corpus") / "annotated"))
    folders = (first or own / "articles", second or own / "second")
    for folder in folders:
        if not folder.is_dir():
            raise AnnotationError(f"{folder}: no such folder")
    readings = [[read_annotated(path) for path in sorted(folder.glob("*.txt"))] for folder in folders]
    result = measure_agreement(readings[0], readings[1], long_forms=long_forms, place_codes=gold_place_codes)
    if differences:
        typer.echo(result.list_differences())
    else:
        typer.echo(result.to_json() if output is Format.json else result.to_markdown())

"""`solieu extract`: article files in, tables out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from ...corpus.errors import SolieuError
from .console import error_console, print_failures, print_sample, print_summary, progress_bar


class Format(StrEnum):
    """The formats of the tables (`solieu.extract.exports.FORMATS`)."""

    parquet = "parquet"
    csv = "csv"
    jsonl = "jsonl"
    json = "json"
    duckdb = "duckdb"


def extract(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Article files, folders, archives (.zip, .tar, .tar.gz).", show_default=False)
    ],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT", help="Folder for the tables.", show_default=False)] = None,
    format_name: Annotated[Format, typer.Option("--format", help="json without -o prints one object per article.")] = Format.parquet,
    model: Annotated[
        str | None, typer.Option(metavar="PATH", help="Models made by solieu train; the shipped ones by default.", show_default=False)
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    *,
    resume: Annotated[bool, typer.Option("--resume/--no-resume", help="Go on with an unfinished run, or start again.")] = True,
) -> None:
    """Extract figures, documents, places and audits from articles.

    Exit status: 0 all articles were read; 1 some failed (they are listed); 2 unusable arguments.
    """
    if out is None and format_name is not Format.json:
        raise SolieuError(f"--format {format_name} needs an output folder: give one with -o OUT")
    options: dict[str, Any] = {"n_process": workers, "model": model}
    failed = _print_objects(paths, options) if out is None else _write_tables(paths, out, str(format_name), {**options, "resume": resume})
    if failed:
        print_failures(failed, error_console())
        raise typer.Exit(1)


def _write_tables(paths: list[Path], out: Path, format_name: str, options: dict[str, Any]) -> list[tuple[str, str]]:
    from rich.console import Console

    from ..batch import run

    with progress_bar() as progress:
        summary = run(paths, out, format_name, progress=progress, **options)
    console = Console()
    print_sample(summary.sample, console)
    print_summary(summary, console)
    return summary.failed


def _print_objects(paths: list[Path], options: dict[str, Any]) -> list[tuple[str, str]]:
    from ..batch import RunSummary, stream
    from ..exports.json_text import dumps

    summary = RunSummary()
    output = sys.stdout.buffer
    with progress_bar() as progress:
        for result in stream(paths, progress=progress, **options):
            summary.add(result)
            output.write(dumps(result).encode("utf-8") + b"\n")
            output.flush()
    return summary.failed

"""`solieu annotate export` and `import`: predictions out to an annotation tool, corrections back in to train on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...corpus.errors import AnnotationError, SolieuError
from .console import error_console, print_failures

if TYPE_CHECKING:
    from ...corpus.article import Article
    from ...corpus.gold import GoldArticle, GoldRow

MARKS = "marks"
"""The project's own format, beside those of `solieu.corpus.formats`."""
_NUMBERS = ("kind", "value", "low", "high", "qualifier", "per")

annotate = typer.Typer(no_args_is_help=True, help="Export predictions for correction in an annotation tool; import the corrected ones.")


class Target(StrEnum):
    """What can be written."""

    label_studio = "label-studio"
    doccano = "doccano"
    brat = "brat"
    conll = "conll"
    docbin = "docbin"
    marks = MARKS


class Origin(StrEnum):
    """What can be read."""

    label_studio = "label-studio"
    doccano = "doccano"
    brat = "brat"
    conll = "conll"
    docbin = "docbin"


@annotate.command("export")
def export(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Article files, folders, archives.", show_default=False)],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT", help="Folder for the files.", show_default=False)],
    to: Annotated[Target, typer.Option("--to", help="The tool's format; marks is the corpus's own.", show_default=False)],
    model: Annotated[str | None, typer.Option(metavar="PATH", help="Models made by solieu train; the shipped ones by default.")] = None,
    *,
    annotated: Annotated[bool, typer.Option("--annotated", help="PATHs are annotated articles (marks): export their annotation.")] = False,
) -> None:
    """Export the predictions for articles, to be corrected in Label Studio, doccano, brat or by hand.

    Exit status: 0 all articles were written; 1 some could not be (they are listed); 2 unusable arguments.
    """
    from ...corpus.formats import format_module

    _folder(out)
    failed: list[tuple[str, str]] = []
    articles = _read_marks(paths) if annotated else predictions(paths, model, failed)
    if to is Target.marks:
        done = write_marks(articles, out, failed)
    else:
        batch = list(articles)
        done = len(batch)
        module = format_module(to.value)
        if to is Target.label_studio:
            module.write(batch, out / module.NAME, predictions=not annotated)
            _write(out / "label_config.xml", module.label_config())
        else:
            module.write(batch, out if to is Target.brat else out / module.NAME)
        if to is Target.doccano:
            _write(out / "span_labels.json", module.label_config())
            _write(out / "relation_labels.json", module.label_config(relations=True))
    _finish(done, out, failed)


@annotate.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="What the tool exported: files, for brat a folder.", show_default=False)
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FOLDER", help="Folder for the annotated articles.", show_default=False)],
    origin: Annotated[Origin, typer.Option("--from", help="The tool's format.", show_default=False)],
    *,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Label Studio: also read predictions that nobody annotated.")] = False,
) -> None:
    """Import corrected annotations as files that `solieu train --corpus FOLDER` reads.

    A figure that was added without kind and value gets those that the rules read in its words. An article that was
    imported before is replaced. Exit status: 0 all articles were written; 1 some could not be (they are listed); 2
    unusable arguments or a broken file.
    """
    from ...corpus.formats import format_module

    _folder(out)
    options = {"predictions": True} if unchecked and origin is Origin.label_studio else {}
    failed: list[tuple[str, str]] = []

    def articles() -> Iterator[GoldArticle]:
        for file in files:
            if not file.exists():
                raise AnnotationError(f"{file}: no such file")
            yield from format_module(origin.value).read(file, **options)

    done = write_marks(fill(articles()), out, failed)
    _finish(done, out, failed)


def _folder(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise SolieuError(f"{out}: is a file, expected a folder for the output")


def _write(path: Path, text: str) -> None:
    from ...corpus.formats.common import write_text

    write_text(path, text)


def _finish(done: int, out: Path, failed: list[tuple[str, str]]) -> None:
    from rich.console import Console

    Console().print(f"{done:,} articles → {out}", markup=False, highlight=False, soft_wrap=True)
    if failed:
        print_failures(failed, error_console())
        raise typer.Exit(1)


def _read_marks(paths: Iterable[Path]) -> Iterator[GoldArticle]:
    from ...corpus.annotated import read_annotated

    for path in paths:
        if not path.exists():
            raise AnnotationError(f"{path}: no such file")
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            yield read_annotated(file)


def write_marks(articles: Iterable[GoldArticle], out: Path, failed: list[tuple[str, str]]) -> int:
    """Write articles in the marks format, one file each.

    Args:
        articles: annotated articles.
        out: the folder.
        failed: is given id and reason of every article that the format cannot hold.

    Returns:
        How many were written.

    Raises:
        AnnotationError: two articles have the same id.
    """
    from ...corpus.annotated.writer import write_annotated
    from ...corpus.formats.common import file_stem

    taken: set[str] = set()
    seen: set[str] = set()
    done = 0
    for gold in articles:
        article_id = gold.article.id
        if article_id in seen:
            raise AnnotationError(f"{gold.article.path}: an article with id {article_id!r} was there before")
        seen.add(article_id)
        try:
            write_annotated(gold, out / f"{file_stem(article_id, taken)}.txt")
            done += 1
        except AnnotationError as error:
            failed.append((article_id, str(error)))
    return done


def predictions(paths: Iterable[Path], model: str | None, failed: list[tuple[str, str]]) -> Iterator[GoldArticle]:
    """Give the pipeline's predictions for articles as annotations.

    Args:
        paths: article files, folders, archives.
        model: a folder made by `solieu train`; None for the shipped models.
        failed: is given id and reason of every article that could not be read or processed.
    """
    from ...corpus import read
    from ...corpus.formats import from_rows
    from ..doc import rows_of
    from ..language import load

    nlp: Any = load(model=model)  # takes articles too
    counts: dict[str, int] = {}
    for path in paths:
        for one in read(path):
            counts[one.id] = counts.get(one.id, 0) + 1
            article = one if counts[one.id] == 1 else replace(one, id=f"{one.id}-{counts[one.id]}")
            if article.error is not None:
                failed.append((article.id, article.error))
                continue
            try:
                doc = nlp(article)
                rows = {name: rows_of(doc, name) or [] for name in ("statistics", "documents", "places", "audits", "numbers")}
                gold = from_rows(article, rows, _paths(article))
            except Exception as error:  # a bad article is recorded, never fatal
                failed.append((article.id, f"{article.path or article.id}: {type(error).__name__}: {error}"))
                continue
            yield gold


def _paths(article: Article) -> Callable[[str | None, str | None, str | None], str | None]:
    """Give what finds the path of a unit in the gazetteer: names from the unit up to its province."""
    from ..places.paths import gold_place_codes
    from ..places.units import gazetteer, name_key

    units = gazetteer()
    moment: date | None = article.published

    def path(name: str | None, level: str | None, code: str | None) -> str | None:
        if not name:
            return None
        fits = [unit for unit in units.by_name.get(name_key(name), ()) if unit.level == level and (unit.code == code or not code)]
        for unit in fits:
            names = [one.name for one in units.chain(unit) if one.level not in ("region", "country")] or [unit.name]
            if code in gold_place_codes(", ".join(names), moment, level):
                return ", ".join(names)
        return name

    return path


def fill(articles: Iterable[GoldArticle]) -> Iterator[GoldArticle]:
    """Give kind, value, qualifier and unit to figures that have none, as the rules read them in their words."""
    nlp: Any = None
    for gold in articles:
        if all(row.columns.get("kind") and _valued(row) for row in gold.statistics):
            yield gold
            continue
        if nlp is None:
            from ..language import PIPELINE, blank

            nlp = blank(words=False)
            for name in PIPELINE[: PIPELINE.index("solieu_numbers") + 1]:
                nlp.add_pipe(name)
        from ..doc import rows_of

        read = rows_of(nlp(gold.article), "numbers") or []
        yield replace(gold, statistics=tuple(_filled(gold.article, row, read) for row in gold.statistics))


def _valued(row: GoldRow) -> bool:
    return any(row.columns.get(name) is not None for name in ("value", "low", "high"))


def _filled(article: Article, row: GoldRow, read: list[dict[str, Any]]) -> GoldRow:
    start, last = article.to_text_offset(row.start), article.to_text_offset(row.end - 1)
    if start is None or last is None or (row.columns.get("kind") and _valued(row)):
        return row

    def shared(number: dict[str, Any]) -> int:
        return int(min(last + 1, number["end"]) - max(start, number["start"]))

    best = max(read, key=shared, default=None)
    if best is None or shared(best) <= 0:
        return row
    columns = dict(row.columns)
    names = _NUMBERS if not _valued(row) else ("kind",)
    columns |= {name: best[name] for name in names if name != "kind" or not columns.get("kind")}
    if not columns.get("unit") and best.get("unit"):
        columns["unit"] = ["hạng" if columns["kind"] == "rank" else best["unit"]]
    return replace(row, columns=columns)

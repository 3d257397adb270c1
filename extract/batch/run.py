"""A whole run: read, extract in shards, merge into tables; killed at any moment, it goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from ..exports.base import ExportError, write_atomically
from ..exports.formats import FORMATS, file_names, open_export
from ..tables.codebook import codebook
from ..tables.rows import Result
from .manifest import NAME, Manifest, current_settings, manifest_of, read_manifest, require_same
from .parts import Parts
from .process import MakeNlp, process
from .sources import expected_articles, find_sources, items

SHARD = 500
"""Articles per part file: what a killed run may have to do again."""
CODEBOOK = "codebook.md"
SAMPLE, SAMPLE_PER_ARTICLE = 12, 3
"""How many rows of `statistics` a summary keeps to be shown, and how many of one article."""

Progress = Callable[[int, int | None], None]
"""Called with the number of articles done and the number expected (None when unknown)."""


@dataclass(slots=True)
class RunSummary:
    """The counts of a run.

    Attributes:
        articles: all articles, also those that failed.
        statistics, documents, places, audits: rows of these tables.
        failed_audits: audits that do not hold.
        duplicates: articles whose text was there before.
        failed: id and error of every article that could not be read or processed.
        resumed: articles that an earlier run had already done.
        files: the tables and the codebook.
        sample: the first rows of `statistics` of the first articles; none for a run that was complete before.

    """

    articles: int = 0
    statistics: int = 0
    documents: int = 0
    places: int = 0
    audits: int = 0
    failed_audits: int = 0
    duplicates: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    resumed: int = 0
    files: list[Path] = field(default_factory=list)
    sample: list[dict[str, Any]] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Count the result of one article."""
        article = result["article"]
        self.articles += 1
        for table in ("statistics", "documents", "places", "audits"):
            setattr(self, table, getattr(self, table) + len(result[table]))
        self.failed_audits += sum(not row["ok"] for row in result["audits"])
        self.sample += result["statistics"][: min(SAMPLE_PER_ARTICLE, SAMPLE - len(self.sample))]
        self.duplicates += article["duplicate_of"] is not None
        if article["error"] is not None:
            self.failed.append((article["article_id"], article["error"]))


def default_nlp(model: str | Path | None = None) -> MakeNlp:
    """Give what makes the pipeline with a model, for any number of workers."""
    from ..language import load

    return partial(load, model=None if model is None else str(model))


def stream(
    paths: Sequence[str | Path],
    *,
    make_nlp: MakeNlp | None = None,
    n_process: int = 1,
    batch_size: int = 16,
    progress: Progress | None = None,
    model: str | Path | None = None,
) -> Iterator[Result]:
    """Give the result of every article of files, folders and archives, in order; nothing is written.

    Args and errors as for `run`.
    """
    sources = find_sources(paths)
    expected = expected_articles(sources)
    for done, result in enumerate(process(items(sources), make_nlp or default_nlp(model), n_process, batch_size), 1):
        yield result
        if progress is not None:
            progress(done, expected)


def run(
    paths: Sequence[str | Path],
    out: str | Path,
    format_name: str = "parquet",
    *,
    make_nlp: MakeNlp | None = None,
    n_process: int = 1,
    batch_size: int = 16,
    resume: bool = True,
    progress: Progress | None = None,
    model: str | Path | None = None,
) -> RunSummary:
    """Extract the tables of files, folders and archives into a folder.

    While it runs, the folder holds `parts/` and `manifest.json`; at the end the tables, `codebook.md` and the manifest.
    The tables depend on the articles, the version of solieu and the model alone. A run that was killed goes on when it
    is called again; a complete one is not done again.

    Args:
        paths: article files, folders, archives.
        out: the output folder; made when it is missing. Nothing is written outside it.
        format_name: one of `FORMATS`.
        make_nlp: makes the pipeline (picklable when `n_process` > 1); None for `load(model)`.
        n_process: how many worker processes; 1 works in this one.
        batch_size: how many articles a worker gets at a time.
        resume: whether to go on with the folder's unfinished run; False starts again and replaces its tables.
        progress: called after every article.
        model: a model made by `solieu train`; None for the one shipped, "rules" for rules alone.

    Raises:
        SolieuError: a path is missing, there are no articles, the format is unknown, the folder cannot be written to or
            holds something else, the model cannot be read. What is wrong with single articles is no error: it stands in
            the summary and in `articles.error`.

    """
    names = file_names(format_name)
    folder = Path(out)
    settings = current_settings(model)
    there = read_manifest(folder)
    sources = find_sources(paths, _own_files(folder) if there else ())
    now = manifest_of(settings, sources)
    parts = Parts(folder)
    if there is not None and resume:
        require_same(folder, there, now)
        if there.format is not None:
            return _complete(folder, there, format_name)
    _prepare(folder, names, known=there is not None)
    try:
        if there is None or not resume:
            _clear(folder, parts, there)
            now.save(folder)
        resumed = parts.count()
        _extract(parts, process(islice(items(sources), resumed, None), make_nlp or default_nlp(model), n_process, batch_size),
                 resumed, expected_articles(sources), progress)  # fmt: skip
        summary = _merge(parts, folder, format_name)
        counts = asdict(summary) | {"files": list(names)}
        for name in ("resumed", "sample"):
            counts.pop(name)
        replace(now, format=format_name, summary=counts).save(folder)
        parts.remove()
    except OSError as error:
        raise ExportError(f"{error.filename or folder}: cannot be written: {error.strerror or error}") from error
    summary.resumed = resumed
    return summary


def _extract(parts: Parts, results: Iterator[Result], done: int, expected: int | None, progress: Progress | None) -> None:
    shard: list[Result] = []
    if progress is not None:
        progress(done, expected)
    for result in results:
        shard.append(result)
        done += 1
        if len(shard) == SHARD:
            parts.append(shard)
            shard = []
        if progress is not None:
            progress(done, expected)
    if shard:
        parts.append(shard)


def _merge(parts: Parts, folder: Path, format_name: str) -> RunSummary:
    summary = RunSummary()
    with open_export(format_name, folder) as export:
        for result in parts.results():
            export.add(result)
            summary.add(result)
    write_atomically(folder / CODEBOOK, codebook())
    summary.files = _files(folder, format_name)
    return summary


def _files(folder: Path, format_name: str) -> list[Path]:
    return [folder / name for name in (*file_names(format_name), CODEBOOK)]


def _complete(folder: Path, there: Manifest, format_name: str) -> RunSummary:
    """Give the summary of a run that is already complete."""
    if there.format != format_name:
        raise ExportError(
            f"{folder}: holds the complete tables as {there.format}; choose another output folder for {format_name}, "
            "or start again in this one with --no-resume"
        )
    files = _files(folder, format_name)
    for file in files:
        if not file.is_file():
            raise ExportError(f"{file}: gone since the run was complete; start again with --no-resume")
    counts: dict[str, Any] = dict(there.summary or {})
    failed = [(str(name), str(error)) for name, error in counts.pop("failed", [])]
    return RunSummary(**{**counts, "failed": failed, "files": files, "resumed": counts.get("articles", 0)})


def _own_files(folder: Path) -> list[Path]:
    tables = [folder / name for format_name in FORMATS for name in file_names(format_name)]
    return [*tables, folder / CODEBOOK, folder / NAME, *(folder / "parts").glob("*")]


def _prepare(folder: Path, names: Sequence[str], known: bool) -> None:
    """Make the output folder and see that it can be written to and holds nothing of somebody else's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".solieu-write-test"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written to: {error.strerror or error}") from error
    for name in (*names, CODEBOOK, "parts"):
        if not known and (folder / name).exists():
            raise ExportError(f"{folder / name}: exists and was not written by solieu; choose another output folder")


def _clear(folder: Path, parts: Parts, there: Manifest | None) -> None:
    """Remove what an earlier run of solieu left in the folder, and nothing else."""
    if there is not None:
        parts.remove()
        for file in _files(folder, there.format) if there.format else ():
            file.unlink(missing_ok=True)

"""`solieu benchmark`: how fast the extraction is, as a ratio to underthesea's word segmentation of the same texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import typer

from ...corpus.errors import SolieuError

ROUNDS = 3
"""Times that everything is measured; the rounds are interleaved, so that a slow spell of the machine hits all alike."""
WARM_UP = 10
"""Texts that are read before the first round: models, lexicons and gazetteer are loaded then."""
BASE = "underthesea.word_tokenize"
WHOLE = "solieu.extract, whole pipeline"
Step = tuple[str, Callable[[], object]]


@dataclass(slots=True)
class Timing:
    """Seconds that one step took, round by round."""

    name: str
    seconds: list[float] = field(default_factory=list)

    @property
    def best(self) -> float:
        """Give the seconds of the best round."""
        return min(self.seconds)


def benchmark(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Article files, folders, archives; the ordinary news of corpus/benchmark when none.",
            show_default=False,
        ),
    ] = None,
    texts: Annotated[int, typer.Option("--texts", min=1, help="Texts to read in a round; fewer articles are repeated.")] = 300,
    annotated: Annotated[
        bool, typer.Option("--annotated", help="Read the project's annotated articles instead: many figures each.")
    ] = False,
) -> None:
    """Measure the throughput of the pipeline and its steps as ratios to underthesea.word_tokenize on the same texts."""
    from rich.console import Console
    from rich.table import Table

    articles = list(_texts(paths or [], annotated))
    if not articles:
        raise SolieuError("no text to measure on: the paths hold no readable article")
    # every repetition gets a number of its own, so that nothing is remembered from the one before
    batch = [f"{text}\n\n{number}" for number, text in enumerate(islice(cycle(articles), texts))]
    timings = measure(batch)
    characters = sum(map(len, batch))
    base = timings[0].best
    table = Table(box=None)
    table.add_column("step", no_wrap=True)
    for heading in ("texts/s", "1000 chars/s", "ms/text", "ratio"):
        table.add_column(heading, justify="right")
    for timing in timings:
        best = timing.best
        speeds = (f"{len(batch) / best:,.0f}", f"{characters / best / 1000:,.0f}", f"{1000 * best / len(batch):.2f}", f"{base / best:.2f}")
        table.add_row(timing.name, *speeds)
    console = Console()
    console.print(
        f"{len(batch):,} texts ({len(set(articles)):,} different), {characters:,} characters; best of {ROUNDS} rounds", highlight=False
    )
    console.print(table)


def _texts(paths: Sequence[Path], annotated: bool) -> Iterator[str]:
    """Give the texts of readable articles: of the paths, else of the annotated corpus or of the benchmark's ordinary news."""
    from ...corpus import annotated_articles, read

    if annotated:
        yield from (gold.article.text for gold in annotated_articles())
    elif not paths:
        paths = [Path(str(files("solieu.corpus") / "benchmark"))]
    for path in paths:
        yield from (article.text for article in read(path) if article.text)


def measure(batch: Sequence[str]) -> list[Timing]:
    """Time every step over the texts, interleaved over the rounds.

    Args:
        batch: the texts of one round.

    Returns:
        One timing per step: underthesea's word segmentation first, then the whole pipeline, the tokenizer with and
        without words, and each component on Docs that hold what the components before it wrote.

    """
    from underthesea import word_tokenize

    from ..batch.process import settle
    from ..language import blank, load

    nlp, words = load(), blank(words=True)

    def run_whole(texts: Sequence[str]) -> None:
        for doc in nlp.pipe(texts):
            _ = doc._.statistics

    steps: list[Step] = [
        (BASE, lambda: [word_tokenize(text) for text in batch]),
        (WHOLE, lambda: run_whole(batch)),
        ("  tokenizer with words, not used", lambda: [words.make_doc(text) for text in batch]),
    ]
    for text in batch[:WARM_UP]:
        word_tokenize(text)
        words.make_doc(text)
    run_whole(batch[:WARM_UP])

    settle()  # as `solieu extract` does once everything is loaded
    timings = {name: Timing(name) for name, _ in steps}
    parts = {name: Timing(f"  {name}") for name in ("tokenizer without words", *nlp.pipe_names)}
    for _ in range(ROUNDS):
        for name, run in steps:
            timings[name].seconds.append(_timed(run))
        began = time.perf_counter()
        docs = [nlp.make_doc(text) for text in batch]
        parts["tokenizer without words"].seconds.append(time.perf_counter() - began)
        for name, component in nlp.pipeline:
            began = time.perf_counter()
            for doc in docs:
                component(doc)
            parts[name].seconds.append(time.perf_counter() - began)
    return [*timings.values(), *parts.values()]


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began

"""`solieu train`: make the role classifier from an annotated corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def train(
    corpus: Annotated[
        Path | None, typer.Option("--corpus", help="A folder of annotated articles (marks format) or of gold files; the project's own corpus by default.")
    ] = None,
    texts: Annotated[Path | None, typer.Option("--texts", help="The texts that belong to a folder of gold files.")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The model file to write.")] = Path("roles.json.gz"),
) -> None:
    """Train the role classifier; the same corpus gives the same file, byte for byte."""
    from rich.console import Console

    from ...corpus import SolieuError, annotated_articles, read_annotated
    from ...corpus.gold import read_gold
    from ...models.training import train as fit
    from ..language import PIPELINE, blank
    from ..roles.samples import role_samples

    console = Console(stderr=True)
    try:
        if corpus is None:
            articles = list(annotated_articles("train"))
        elif any(corpus.glob("*.json")):
            articles = list(read_gold(corpus, texts or corpus))
        else:
            articles = [read_annotated(path) for path in sorted(corpus.glob("*.txt"))]
        nlp = blank(words=False)
        for name in PIPELINE[: PIPELINE.index("solieu_numbers") + 1]:
            nlp.add_pipe(name)
        samples = list(role_samples(nlp, articles))
        model = fit(samples)
    except (SolieuError, ValueError) as error:
        console.print(f"[red]error:[/] {error}", highlight=False)
        raise typer.Exit(2) from error
    output.parent.mkdir(parents=True, exist_ok=True)
    model.save(output)
    measured = model.info["cross_validated"]
    console.print(
        f"{len(articles)} articles, {len(samples)} numbers, {len(model.features)} features → {output} ({output.stat().st_size:,} bytes)\n"
        f"cross-validated: role accuracy {measured['accuracy']}, figure F1 {measured['figure_f1']}, ECE {measured['ece']}"
    )

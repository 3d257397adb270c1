"""`solieu train`: make the classifiers from an annotated corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def train(
    corpus: Annotated[
        Path | None,
        typer.Option(
            "--corpus", help="A folder of annotated articles (marks format) or of gold files; the project's own corpus by default."
        ),
    ] = None,
    texts: Annotated[Path | None, typer.Option("--texts", help="The texts that belong to a folder of gold files.")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write the models to.")] = Path("model"),
    generated: Annotated[
        int, typer.Option("--generated", min=0, help="Generated articles to add to the training set (see the model card).")
    ] = 0,
) -> None:
    """Train the role and linking classifiers; the same corpus gives the same file, byte for byte."""
    from rich.console import Console

    from ...corpus import SolieuError, annotated_articles, read_annotated
    from ...corpus.generated import generate
    from ...corpus.gold import read_gold
    from ...models.confidence import FIELD_SHIFT, train_judge
    from ...models.ranking import LinkModel, fit_ranker, train_ranker
    from ...models.training import SEED
    from ...models.training import train as fit
    from ..language import PIPELINE, blank
    from ..linking.beliefs import PHRASES
    from ..linking.context_samples import context_samples
    from ..linking.fold_models import fold_models
    from ..linking.row_samples import row_samples
    from ..linking.samples import TRAINING, link_samples
    from ..roles.samples import role_samples

    console = Console(stderr=True)
    try:
        if corpus is None:
            articles = list(annotated_articles("train"))
        elif any(corpus.glob("*.json")):
            articles = list(read_gold(corpus, texts or corpus))
        else:
            articles = [read_annotated(path) for path in sorted(corpus.glob("*.txt"))]
        articles.extend(generate(generated, SEED))
        nlp = blank(words=False)
        for name in PIPELINE[: PIPELINE.index("solieu_numbers") + 1]:
            nlp.add_pipe(name)
        samples = list(role_samples(nlp, articles))
        roles = fit(samples)
        output.mkdir(parents=True, exist_ok=True)
        roles.save(output / "roles.json.gz")
        nlp.add_pipe("solieu_roles", config={"model": str(output / "roles.json.gz")})
        rankers, measured = {}, {}
        groups = link_samples(nlp, articles)
        folds = fold_models(articles, groups)
        groups["context"] = context_samples(nlp, articles, folds)
        for name, found in groups.items():
            if name in PHRASES:  # whether a phrase belongs to a subject is measured by the subjects
                rankers[name] = fit_ranker(found, **TRAINING[name])
                measured[name] = {"phrases": len(found), "features": len(rankers[name].weights)}
            else:
                rankers[name], measured[name] = train_ranker(found, **TRAINING.get(name, {}))
        judge, rows = train_judge(row_samples(nlp, articles, folds, groups["context"]), FIELD_SHIFT if corpus is None else 0.0)
        (output / "links.json.gz").write_bytes(LinkModel(rankers, measured | {"rows": rows}, judge).to_bytes())
    except (SolieuError, ValueError) as error:
        console.print(f"[red]error:[/] {error}", highlight=False)
        raise typer.Exit(2) from error
    role = roles.info["cross_validated"]
    console.print(
        f"{len(articles)} articles, {len(samples)} numbers → {output}\n"
        f"cross-validated: role accuracy {role['accuracy']}, figure F1 {role['figure_f1']}, ECE {role['ece']}; "
        + ", ".join(f"{name} {info['cross_validated_accuracy']}" for name, info in measured.items() if name not in PHRASES)
        + f"; confidence of rows: ECE {rows['cross_validated_ece']}"
    )

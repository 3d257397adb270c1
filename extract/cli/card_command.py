"""`solieu card`: measure the models and write their card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ...corpus.article import Article
    from ...corpus.gold import GoldArticle
    from ...models.ablation import Judge, LearningPoint, Predict
    from ...models.persistence import RoleModel
    from ...models.training import Sample

RULES = "rules"
GENERATED = (0, 50, 100, 300)
"""Numbers of generated articles tried."""


def card(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("MODEL_CARD.md"),
    gold: Annotated[
        list[Path] | None, typer.Option("--gold", help="A further folder of gold files to measure on; may be repeated.")
    ] = None,
    texts: Annotated[list[Path] | None, typer.Option("--texts", help="The texts of each --gold, in the same order.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Two points of the learning curve, one draw each.")] = False,
) -> None:
    """Measure rules and classifiers apart and together, the learning curve and the calibration; write the model card."""
    from ...corpus import SolieuError, annotated_articles
    from ...corpus.gold import read_gold
    from ...models import ablation
    from ...models.training import train as fit
    from ..linking.abbreviations import long_forms
    from ..places.paths import gold_place_codes

    if len(gold or ()) != len(texts or ()):
        raise SolieuError("every --gold needs its --texts")
    judge = ablation.Judge(long_forms, gold_place_codes)
    training, test = list(annotated_articles("train")), list(annotated_articles("test"))
    sets = {"test split": test} | {
        folder.resolve().name: list(read_gold(folder, text)) for folder, text in zip(gold or (), texts or (), strict=True)
    }
    train_samples, test_samples = _samples(training), _samples(test)
    shipped = _shipped()
    outcomes: dict[str, dict[str, ablation.Outcome]] = {title: {} for title in sets}
    for name, predict in _systems(training):
        for title, articles in sets.items():
            outcomes[title][name] = ablation.measure(articles, predict, judge)
    dev = _samples(annotated_articles("dev"))
    fresh = fit(train_samples)
    result = ablation.Card(
        outcomes,
        {title: len(articles) for title, articles in sets.items()},
        ablation.measure_roles(shipped, test_samples),
        _learning(training, train_samples, test, test_samples, judge, quick),
        [(count, *_with_generated(fit, fresh, train_samples, dev, count)) for count in GENERATED],
        shipped.info,
        _versions(shipped),
        _sizes(),
        fresh.to_bytes() == shipped.to_bytes(),
    )
    output.write_text(ablation.render(result), encoding="utf-8")
    typer.echo(f"→ {output}", err=True)


def _shipped() -> RoleModel:
    from ...models.persistence import load_role_model

    return load_role_model()


def _samples(articles: Iterable[GoldArticle]) -> list[Sample]:
    """Give the labelled numbers of articles that the rules leave to the classifier."""
    from ..language import PIPELINE, blank
    from ..roles.samples import role_samples

    nlp = blank(words=False)
    for name in PIPELINE[: PIPELINE.index("solieu_numbers") + 1]:
        nlp.add_pipe(name)
    return list(role_samples(nlp, articles))


def _pipeline(roles: str | None, links: str | None) -> Predict:
    """Make a system: a model file, `rules`, or None for the shipped model, for roles and for links."""
    from ..language import PIPELINE, blank

    nlp = blank(words=False)
    settings: dict[str, dict[str, Any]] = {"solieu_roles": {"model": roles}, "solieu_linking": {"model": links}}
    for name in PIPELINE:
        nlp.add_pipe(name, config=settings.get(name, {}))

    def predict(articles: list[Article]) -> Iterator[dict[str, Any]]:
        from .evaluate_command import _predict

        return _predict(nlp, articles)

    return predict


def _systems(training: list[GoldArticle]) -> Iterator[tuple[str, Predict]]:
    """Give the systems of the ablation by name."""
    yield "rules alone", _pipeline(RULES, RULES)
    yield "rules + roles", _pipeline(None, RULES)
    yield "rules + links", _pipeline(RULES, None)
    with TemporaryDirectory() as folder, _no_role_rules():
        from ...models.training import train as fit

        path = Path(folder) / "roles.json.gz"
        fit(_samples(training)).save(path)
        yield "classifier alone", _pipeline(str(path), None)
    yield "both", _pipeline(None, None)


@contextmanager
def _no_role_rules() -> Iterator[None]:
    """Switch off the rules that decide a number's role outright, in training and in use."""
    from ..roles import component, samples

    modules: list[Any] = [component, samples]
    kept = [(module, module.ruled_role) for module in modules]

    def undecided(*_: Any) -> str | None:
        return None

    try:
        for module, _ in kept:
            module.ruled_role = undecided
        yield
    finally:
        for module, rule in kept:
            module.ruled_role = rule


def _learning(
    training: list[GoldArticle], samples: list[Sample], test: list[GoldArticle], test_samples: list[Sample], judge: Judge, quick: bool
) -> list[LearningPoint]:
    """Train on subsets and measure on the test split."""
    from ...models import ablation
    from ...models.ranking import LinkModel, fit_ranker
    from ...models.training import train as fit
    from ..language import PIPELINE, blank
    from ..linking.samples import TRAINING, link_samples

    points = []
    drawn = ablation.subsets([one.article.id for one in training], (10, 50) if quick else ablation.SIZES, 1 if quick else ablation.DRAWS)
    for size, subsets in drawn.items():
        measured: list[tuple[float, float, float]] = []
        for chosen in subsets:
            with TemporaryDirectory() as folder:
                roles, links = Path(folder) / "roles.json.gz", Path(folder) / "links.json.gz"
                model = fit([sample for sample in samples if sample.article in chosen])
                model.save(roles)
                nlp = blank(words=False)
                for name in PIPELINE[: PIPELINE.index("solieu_roles") + 1]:
                    nlp.add_pipe(name, config={"model": str(roles)} if name == "solieu_roles" else {})
                groups = link_samples(nlp, [one for one in training if one.article.id in chosen])
                links.write_bytes(
                    LinkModel({name: fit_ranker(found, **TRAINING.get(name, {})) for name, found in groups.items()}, {}).to_bytes()
                )
                outcome = ablation.measure(test, _pipeline(str(roles), str(links)), judge)
                measured.append((100 * ablation.measure_roles(model, test_samples).f1, outcome.f1("value"), outcome.f1("whole_record")))
        role, value, whole = (ablation.spread([row[index] for row in measured]) for index in range(3))
        points.append(ablation.LearningPoint(size, role, value, whole))
    return points


def _with_generated(
    fit: Callable[[list[Sample]], RoleModel], fresh: RoleModel, samples: list[Sample], dev: list[Sample], count: int
) -> tuple[float, float]:
    """Train with generated articles added; give the F1 of `figure` in percent and the ECE on the dev split.

    `fresh` is the model without any.
    """
    from ...corpus.generated import generate
    from ...models.ablation import SEED, measure_roles

    model = fit([*samples, *_samples(generate(count, SEED))]) if count else fresh
    measured = measure_roles(model, dev)
    return 100 * measured.f1, measured.ece


def _versions(model: RoleModel) -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    found = {"scikit-learn": str(model.info.get("scikit-learn"))}
    for name in ("solieu", "numpy", "scipy", "spacy"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def _sizes() -> dict[str, int]:
    from importlib.resources import files

    folder = files("solieu.models") / "data"
    return {name: len((folder / name).read_bytes()) for name in ("roles.json.gz", "links.json.gz")}

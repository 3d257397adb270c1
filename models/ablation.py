"""What the classifiers add: the pipeline with and without them, more and fewer articles, and how far to believe them.

Knows nothing of the pipeline: systems come in as functions from articles to plain rows (`solieu card` makes them). The
result is written as the model card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..corpus.article import Article
from ..corpus.gold import GoldArticle
from .calibration import expected_calibration_error, reliability
from .evaluation.attributes import WHOLE_RECORD, Context, PlaceCodes
from .evaluation.matching import Predictions, match_article
from .evaluation.scores import Calibration, Score, Tally, calibration, score, tally
from .persistence import RoleModel
from .training import Sample

SEED = 20090427
RESAMPLES = 2000
WANTED_POINTS = 5.0
"""By how many points of F1 on whole records rules and classifiers together are to beat rules alone (issue 4)."""
WANTED_ECE = 0.05
"""The largest expected calibration error of role probabilities that is accepted (issue 4)."""
LINKED = frozenset({"subject", "place", "period", "whole"})
"""Attributes that the link classifiers decide."""
SIZES = (10, 25, 50, 100, 165)
DRAWS = 3
"""Subsets drawn for each point of the learning curve."""

Predict = Callable[[list[Article]], Iterable[Predictions]]


@dataclass(frozen=True, slots=True)
class Judge:
    """What matching needs to know beside the rows: abbreviations of a text, codes of a place path."""

    long_forms: Callable[[str], Mapping[str, str]]
    place_codes: PlaceCodes


@dataclass(frozen=True, slots=True)
class Outcome:
    """One system on one set of articles.

    Attributes:
        scores: by name.
        tallies: counts per article.
        calibration: of the rows' confidence.
        wrong: how many records have the right value and something else wrong; faults: what, by attribute;
            linked: how many of them are wrong in nothing but what the link classifiers decide (`LINKED`).
    """

    scores: Mapping[str, Score]
    tallies: tuple[Tally, ...]
    calibration: Calibration | None
    wrong: int = 0
    faults: Mapping[str, int] = field(default_factory=dict)
    linked: int = 0

    def f1(self, name: str) -> float:
        """Give the F1 of a score in percent (0 where it is undefined)."""
        return 100 * (self.scores[name].f1 or 0.0)


@dataclass(frozen=True, slots=True)
class Roles:
    """The role classifier on numbers that the rules leave to it.

    Attributes:
        numbers: how many.
        accuracy: share with the right role.
        precision, recall: of `figure`.
        ece: expected calibration error of the probability of `figure`.
        curve: mean probability, share right and count per tenth.
        by_role: gold count, precision, recall per role.
    """

    numbers: int
    accuracy: float
    precision: float
    recall: float
    ece: float
    curve: tuple[tuple[float, float, int], ...]
    by_role: Mapping[str, tuple[int, float | None, float | None]]

    @property
    def f1(self) -> float:
        """Give the F1 of `figure`."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """Means and extremes over the draws of one number of training articles, in percent."""

    articles: int
    role_f1: tuple[float, float, float]
    value_f1: tuple[float, float, float]
    whole_record_f1: tuple[float, float, float]


def measure(articles: Sequence[GoldArticle], predict: Predict, judge: Judge) -> Outcome:
    """Run a system over gold articles and score it."""
    matches = [
        match_article(one, rows, Context(one.article.published, judge.long_forms(one.article.text), judge.place_codes))
        for one, rows in zip(articles, predict([one.article for one in articles]), strict=True)
    ]
    tallies = tuple(tally(match) for match in matches)
    pairs = [pair for match in matches for pair in match.statistics.pairs if pair.found and not pair.whole_record]
    faults = [{name for name in WHOLE_RECORD if pair.attributes.get(name) is False} for pair in pairs]
    counts = {name: sum(name in found for found in faults) for name in WHOLE_RECORD}
    return Outcome(score(tallies), tallies, calibration(matches), len(pairs), counts, sum(found <= LINKED for found in faults))


def difference(one: Outcome, other: Outcome, name: str = "whole_record") -> tuple[float, float, float]:
    """Give how many points of F1 `one` is above `other`, with a 95% interval of the paired bootstrap over articles."""
    tables = [np.array([[row[name, key] for key in ("right", "predicted", "gold")] for row in run.tallies], float) for run in (one, other)]
    count = len(tables[0])
    drawn = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), size=RESAMPLES).astype(float)

    def points(weights: np.ndarray) -> np.ndarray:
        sums = [weights @ table for table in tables]
        shares: list[np.ndarray] = [200 * total[:, 0] / np.maximum(total[:, 1] + total[:, 2], 1) for total in sums]
        gained: np.ndarray = shares[0] - shares[1]
        return gained

    low, high = np.quantile(points(drawn), (0.025, 0.975))
    return float(points(np.ones((1, count)))[0]), float(low), float(high)


def measure_roles(model: RoleModel, samples: Sequence[Sample]) -> Roles:
    """Measure the role classifier on labelled numbers."""
    table = model.probabilities([sample.features for sample in samples])
    figure = table[:, model.labels.index("figure")]
    true = np.array([sample.label == "figure" for sample in samples])
    said = [role for role, _ in model.predict([sample.features for sample in samples])]
    hits: dict[str, list[int]] = {}
    for role, sample in zip(said, samples, strict=True):
        hits.setdefault(sample.label, [0, 0, 0])[0] += 1
        hits.setdefault(role, [0, 0, 0])[1] += 1
        hits[role][2] += role == sample.label
    by_role = {
        role: (gold, right / given if given else None, right / gold if gold else None)
        for role, (gold, given, right) in sorted(hits.items())
    }
    gold, given, right = hits.get("figure", [0, 0, 0])
    return Roles(
        len(samples),
        float(np.mean([role == sample.label for role, sample in zip(said, samples, strict=True)])),
        right / given if given else 0.0,
        right / gold if gold else 0.0,
        expected_calibration_error(figure, true),
        tuple(reliability(figure, true)),
        by_role,
    )


def subsets(ids: Sequence[str], sizes: Sequence[int] = SIZES, draws: int = DRAWS) -> dict[int, list[tuple[str, ...]]]:
    """Draw nested subsets of article ids for the learning curve; one draw where the subset is everything."""
    found: dict[int, list[tuple[str, ...]]] = {}
    orders = [np.random.default_rng((SEED, draw)).permutation(sorted(ids)) for draw in range(draws)]
    for size in sizes:
        if size <= len(ids):
            chosen = [tuple(sorted(str(one) for one in order[:size])) for order in orders]
            found[size] = chosen[:1] if size == len(ids) else chosen
    return found


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Give mean, least and greatest."""
    return float(np.mean(values)), min(values), max(values)


@dataclass(frozen=True, slots=True)
class Card:
    """All that the model card reports.

    Attributes:
        outcomes: by set of articles, by system; the systems `rules alone` and `both` are there.
        sizes: number of articles by set.
        roles: the role classifier on the test split; learning: the curve measured there.
        generated: (generated articles, figure F1 in percent, ECE) on the dev split when they are added to training.
        info: how the shipped models were made; versions: of what they were trained with.
        bytes: size of the shipped model files.
        reproduced: whether training now gives the shipped role model, byte for byte.
    """

    outcomes: Mapping[str, Mapping[str, Outcome]]
    sizes: Mapping[str, int]
    roles: Roles
    learning: Sequence[LearningPoint]
    generated: Sequence[tuple[int, float, float]]
    info: Mapping[str, object]
    versions: Mapping[str, str]
    bytes: Mapping[str, int]
    reproduced: bool


SEEN = "These articles were in view while the rules were written: they show what rules can be fitted to, not what to expect.\n\n"
_NAMES = ("value", "kind", "unit", "subject", "place", "period", "links.whole", "whole_record")


def render(card: Card) -> str:
    """Write the model card as Markdown."""
    parts = [_HEAD.format(**{key.replace("-", "_"): value for key, value in card.info.items()}), _files(card)]
    parts.append("## What the classifiers add\n\n" + _SYSTEMS)
    for title, outcomes in card.outcomes.items():
        note = SEEN if title == "gold-dev" else ""
        parts.append(f"### {title} ({card.sizes[title]} articles)\n\n{note}{_ablation(outcomes)}\n\n{_verdict(outcomes)}")
    parts.append(_role_section(card.roles))
    parts.append(_calibration_section(card))
    parts.append(_learning_section(card.learning))
    parts.append(_generated_section(card.generated))
    parts.append(_TAIL)
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _ablation(outcomes: Mapping[str, Outcome]) -> str:
    lines = ["| system | " + " | ".join(name.replace("_", " ").replace("links.whole", "link to the whole") for name in _NAMES) + " |"]
    lines.append("| --- |" + " --: |" * len(_NAMES))
    for name, outcome in outcomes.items():
        cells = [f"{outcome.f1(one):.1f}" if one in outcome.scores else "–" for one in _NAMES]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _verdict(outcomes: Mapping[str, Outcome]) -> str:
    gain, low, high = difference(outcomes["both"], outcomes["rules alone"])
    value = difference(outcomes["both"], outcomes["rules alone"], "value")
    text = (
        f"Whole records: both are {gain:+.1f} points of F1 against rules alone (95% interval {low:+.1f} to {high:+.1f}, paired "
        f"bootstrap over articles); figures with the right value: {value[0]:+.1f} ({value[1]:+.1f} to {value[2]:+.1f}). "
    )
    if gain >= WANTED_POINTS:
        return (
            text
            + f"The {WANTED_POINTS:.0f} points wanted are reached here"
            + ("." if low >= WANTED_POINTS else ", though the interval reaches below them.")
        )
    both = outcomes["both"]
    faults = ", ".join(f"{name} {count}" for name, count in sorted(both.faults.items(), key=lambda item: (-item[1], item[0])) if count)
    return text + (
        f"**The {WANTED_POINTS:.0f} points wanted are not reached here.** Of the {both.wrong} records that have the right value but are not "
        f"right as a whole, {both.linked} are wrong only in what the link classifiers decide; wrong are ({faults})."
    )


def _role_section(roles: Roles) -> str:
    lines = [
        "## The role classifier\n\n"
        f"On the {roles.numbers} numbers of the test split that the rules leave to it: accuracy over all roles {100 * roles.accuracy:.1f}%; "
        f"`figure` precision {100 * roles.precision:.1f}%, recall {100 * roles.recall:.1f}%, F1 {100 * roles.f1:.1f}%.\n",
        "| role | in the gold | precision | recall |", "| --- | --: | --: | --: |",
    ]  # fmt: skip
    for role, (gold, precision, recall) in roles.by_role.items():
        shown = ["–" if share is None else f"{100 * share:.1f}" for share in (precision, recall)]
        lines.append(f"| {role} | {gold} | {shown[0]} | {shown[1]} |")
    return "\n".join(lines)


def _calibration_section(card: Card) -> str:
    roles = card.roles
    verdict = "within" if roles.ece <= WANTED_ECE else "**above**"
    lines = [
        "## How far the probabilities can be believed\n\n"
        f"Expected calibration error of the probability of `figure` on the test split: {roles.ece:.4f}, {verdict} the {WANTED_ECE} wanted. "
        "The reliability curve, per tenth of the probability:\n",
        "| mean probability | share that are figures | numbers |", "| --: | --: | --: |",
        *(f"| {mean:.3f} | {share:.3f} | {count} |" for mean, share, count in roles.curve),
        "\n`value_confidence` held against right values, `confidence` against right whole records:\n",
        "| articles | rows | ECE of `value_confidence` | ECE of `confidence` | rows with `confidence` ≥ 0.9 | of those right value | of those whole |",
        "| --- | --: | --: | --: | --: | --: | --: |",
    ]  # fmt: skip
    for title, outcomes in card.outcomes.items():
        one = outcomes["both"].calibration
        if one is not None:
            sure = ["–" if share is None else f"{100 * share:.1f}%" for share in (one.sure_found, one.sure_whole_record)]
            lines.append(
                f"| {title} | {one.rows} | {one.ece_found:.3f} | {one.ece_whole_record:.3f} | {one.sure} | {sure[0]} | {sure[1]} |"
            )
    return "\n".join(lines)


def _learning_section(points: Sequence[LearningPoint]) -> str:
    lines = [
        "## Learning curve\n\nTrained on some of the training articles alone (nested random subsets, mean and extremes of the "
        "draws), measured on the test split; F1 in percent.\n",
        "| training articles | `figure` among the numbers left to the classifier | right value | whole record |", "| --: | --: | --: | --: |",
    ]  # fmt: skip
    for point in points:
        cells = [f"{mean:.1f} ({low:.1f}–{high:.1f})" for mean, low, high in (point.role_f1, point.value_f1, point.whole_record_f1)]
        lines.append(f"| {point.articles} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _generated_section(generated: Sequence[tuple[int, float, float]]) -> str:
    lines = [
        "## Generated text\n\n`solieu train --generated N` adds N articles of `solieu.corpus.generated` to the training set. On the dev split:\n",
        "| generated articles | `figure` F1 | ECE |", "| --: | --: | --: |",
        *(f"| {count} | {f1:.2f} | {ece:.4f} |" for count, f1, ece in generated),
    ]  # fmt: skip
    base, best = generated[0], max(generated, key=lambda row: (row[1], -row[2]))
    if best[1] - base[1] < 0.5:
        lines.append(
            f"\nThe most it adds is {best[1] - base[1]:+.2f} points, which is within the noise of this split: the shipped models use none."
        )
    else:
        lines.append(f"\n{best[0]} generated articles add {best[1] - base[1]:+.2f} points.")
    return "\n".join(lines)


def _files(card: Card) -> str:
    lines = ["| file | bytes |", "| --- | --: |", *(f"| `models/data/{name}` | {size} |" for name, size in card.bytes.items())]
    lines += ["", "| made with | version |", "| --- | --- |", *(f"| {name} | {version} |" for name, version in card.versions.items())]
    lines.append(
        "\nWhen this card was written, training gave the shipped role model again, byte for byte."
        if card.reproduced
        else "\n**When this card was written, training gave another role model than the one shipped: run `solieu train` and write the card again.**"
    )
    return "\n".join(lines)


_HEAD = """# Model card

Written by `solieu card`; every number below is measured by that command. Do not edit by hand.

## The models

Two files of plain arrays in compressed JSON: reading them runs nothing, and a file of another format or another version of
the features is refused. `solieu train` makes them again, byte for byte, from `corpus/annotated`.

- **Roles** (`solieu.models.training`): multinomial logistic regression with L2 penalty over indicator features, calibrated by one
  temperature fitted on out-of-fold predictions. It says of every number that no rule decides whether it is a reported
  figure, a date, a label, an age, a duration, and so on. Every feature is described in the table at the top of
  `models/features.py`.
- **Links** (`solieu.models.ranking`): conditional logistic regression that ranks the candidates for a figure's subject and category, its
  place, its period and the whole it is a part of, and beside it 200 small boosted trees of the same objective (`solieu.models.boosting`), the
  logarithms of whose probabilities are averaged. Their features are named where candidates are described, in `extract/linking` and
  `extract/breakdowns`.
- **Phrases** (the rankers `belief` and `context` of the same file): logistic regression that says of every phrase around a figure whether
  it belongs to the figure's subject; `belief` before there is one, so that of the ranked candidates the one is chosen that agrees with
  both, `context` afterwards, of what a short subject leaves out. The learning curve below is without `context`.
- **Rows** (`solieu.models.confidence`, in the same file as the links): logistic regression over features of the finished row
  (`extract/linking/row_features.py`), trained on rows of articles that the linking had not seen. It gives `confidence`, the
  probability that the whole row is right; `value_confidence` comes from the roles.

Trained on {articles} articles of the train split, {samples} numbers; seed {seed}; cross-validated by article: {cross_validated}.
SHA-256 of the training samples: `{corpus_sha256}`."""

_SYSTEMS = """F1 in percent; attributes are right only on figures whose value is right, `whole record` wants everything right at once (the
definition is in `models/evaluation`). The systems:

- **rules alone**: `load(model="rules")`; a number with a unit or counting noun is a figure unless it measures time, the links follow
  the order of the candidates.
- **rules + roles**, **rules + links**: one of the two models, rules in place of the other.
- **classifier alone**: the rules that decide some roles outright are off; the role model is trained again without them and
  decides every number. (Candidates for links still come from rules: there is nothing to rank without them.)
- **both**: as shipped."""

_TAIL = """## Intended use

Figures from Vietnamese news articles, above all of the provincial press since 2005, for datasets that somebody checks: every row
points at the characters it came from and carries a `confidence` (of the whole row) and a `value_confidence` (of the figure).
The corpus is harder than ordinary news (a quarter of its rows are right as wholes, of annotated archive articles some four in ten), so the log-odds of `confidence` are raised by 0.5 behind training: on the corpus itself it therefore errs on the high side. Sort by it, and evaluate on a sample of your own articles (`solieu evaluate`). To adapt: correct predictions, `solieu train --corpus MY_GOLD`.

## Limits

- The training articles were written for this project with the help of language models (see `corpus/annotated/DATASHEET.md`). They
  are not a sample of any newspaper; real articles are harder, in ways the test split cannot show. Trust the measurement on real
  articles where one is given above.
- One language, one genre. Reports with tables, social media, speech, scanned text, and texts before 2005 are not covered.
- Both annotations of the corpus come from authors with the same guidelines; the agreement in the datasheet bounds from above
  what two people who never met would reach. The period of background facts is the attribute with the least agreement.
- The models see no meaning beyond a few syllables around a number. A figure in an unusual phrase is missed quietly.
- Do not use the rows to make decisions about persons or places without reading the sentences they came from."""

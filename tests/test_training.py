"""Training gives the same bytes every time; what is no model is refused and never run; the measurements add up."""

from __future__ import annotations

import gzip
import json
import pickle
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from solieu.corpus import annotated_articles
from solieu.corpus.errors import ModelError
from solieu.corpus.gold import GoldArticle
from solieu.extract.language import PIPELINE, blank, load
from solieu.extract.linking.samples import TRAINING, link_samples
from solieu.extract.roles.samples import role_samples
from solieu.models import ablation
from solieu.models.calibration import expected_calibration_error, reliability
from solieu.models.evaluation.scores import score
from solieu.models.persistence import RoleModel, load_role_model
from solieu.models.ranking import Group, LinkModel, Ranker, fit_ranker, load_link_model, train_ranker
from solieu.models.training import Sample, train
from typer.testing import CliRunner

LOADERS = (load_role_model, load_link_model)


class Bomb:
    """Unpickling it would raise `SystemExit`."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return (exec, ("raise SystemExit('ran')",))


@pytest.fixture(scope="module")
def some() -> list[GoldArticle]:
    return list(annotated_articles("train"))[:14]


@pytest.fixture(scope="module")
def samples(some: list[GoldArticle]) -> list[Sample]:
    nlp = blank(words=False)
    for name in PIPELINE[: PIPELINE.index("solieu_numbers") + 1]:
        nlp.add_pipe(name)
    return list(role_samples(nlp, some))


def test_training_twice_gives_the_same_bytes(samples: list[Sample]) -> None:
    assert train(samples).to_bytes() == train(samples).to_bytes()


def test_rankers_twice_give_the_same_bytes(some: list[GoldArticle]) -> None:
    def once() -> bytes:
        nlp = blank(words=False)
        for name in PIPELINE[: PIPELINE.index("solieu_roles") + 1]:
            nlp.add_pipe(name)
        return LinkModel(
            {name: train_ranker(groups, **TRAINING.get(name, {}))[0] for name, groups in link_samples(nlp, some).items()}, {}
        ).to_bytes()

    assert once() == once()


def test_a_saved_model_says_the_same(samples: list[Sample], tmp_path: Path) -> None:
    model = train(samples)
    model.save(tmp_path / "roles.json.gz")
    features = [sample.features for sample in samples]
    np.testing.assert_allclose(
        load_role_model(tmp_path / "roles.json.gz").probabilities(features), model.probabilities(features), atol=1e-3
    )


def test_training_wants_figures_and_something_else(samples: list[Sample]) -> None:
    with pytest.raises(ValueError, match="figures"):
        train([sample for sample in samples if sample.label == "figure"])
    with pytest.raises(ValueError):
        train_ranker([], 1.0)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "data", [pickle.dumps(Bomb()), gzip.compress(pickle.dumps(Bomb())), b"", b"PK\x03\x04", gzip.compress(b"{}"), gzip.compress(b"[1]")]
)
def test_foreign_files_are_refused_unread(loader: Any, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.json.gz"
    path.write_bytes(data)
    with pytest.raises(ModelError, match=r"model\.json\.gz"):
        loader(path)


@pytest.mark.parametrize("loader", LOADERS)
def test_a_missing_file_is_a_model_error(loader: Any, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        loader(tmp_path / "none.json.gz")


@pytest.mark.parametrize("loader", LOADERS)
def test_another_version_is_refused_with_advice(loader: Any, tmp_path: Path) -> None:
    payload = json.loads(gzip.decompress(loader().to_bytes()))
    payload["format"] += 1
    path = tmp_path / "newer.json.gz"
    path.write_bytes(gzip.compress(json.dumps(payload).encode()))
    with pytest.raises(ModelError, match="train it again"):
        loader(path)


def test_weights_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    payload = json.loads(gzip.decompress(load_role_model().to_bytes()))
    payload["features"] = payload["features"][:-1]
    path = tmp_path / "cut.json.gz"
    path.write_bytes(gzip.compress(json.dumps(payload).encode()))
    with pytest.raises(ModelError, match="do not fit"):
        load_role_model(path)


def test_the_pipeline_refuses_a_foreign_model(tmp_path: Path) -> None:
    (tmp_path / "roles.json.gz").write_bytes(pickle.dumps(Bomb()))
    (tmp_path / "links.json.gz").write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(ModelError):
        load(model=tmp_path)


def test_shipped_models_load_and_are_small(root: Path) -> None:
    roles, links = load_role_model(), load_link_model()
    assert "figure" in roles.labels and roles.info["scikit-learn"] and roles.info["corpus_sha256"]
    assert set(links.rankers) >= {"place", "whole"}
    for name in ("roles.json.gz", "links.json.gz"):
        assert (root / "models" / "data" / name).stat().st_size < 3_000_000


def test_train_writes_the_format_that_is_shipped(root: Path, tmp_path: Path) -> None:
    from solieu.extract.cli.app import app

    corpus = tmp_path / "gold"
    corpus.mkdir()
    for path in sorted((root / "corpus" / "annotated" / "articles").glob("*.txt"))[:10]:
        (corpus / path.name).write_bytes(path.read_bytes())
    outcome = CliRunner().invoke(app, ["train", "--corpus", str(corpus), "--generated", "3", "-o", str(tmp_path / "own")])
    assert outcome.exit_code == 0, outcome.output
    for name in ("roles.json.gz", "links.json.gz"):
        own, shipped = (
            json.loads(gzip.decompress((folder / name).read_bytes())) for folder in (tmp_path / "own", root / "models" / "data")
        )
        assert set(own) == set(shipped)
        assert own["format"] == shipped["format"]
        assert {key: type(value) for key, value in own.items()} == {key: type(value) for key, value in shipped.items()}
    doc = load(model=tmp_path / "own")("Năm 2018, huyện Như Xuân có 439 cán bộ, công chức xã.")
    assert [row.value for row in doc._.statistics] == [439]


def test_reliability_and_its_error() -> None:
    probabilities = np.array([0.95] * 10 + [0.05] * 10)
    right = np.array([True] * 9 + [False] + [False] * 10)
    assert [count for _, _, count in reliability(probabilities, right)] == [10, 10]
    assert expected_calibration_error(probabilities, right) == pytest.approx(0.05)
    assert expected_calibration_error(np.array([]), np.array([])) == 0


def test_role_measures_by_hand() -> None:
    model = RoleModel(["date", "figure"], ["bias", "unit"], np.array([[1.0, 0.0], [0.0, 5.0]]), 1.0, {})
    found = ablation.measure_roles(
        model,
        [
            Sample(("bias", "unit"), "figure", "a"),
            Sample(("bias",), "figure", "a"),
            Sample(("bias", "unit"), "date", "a"),
            Sample(("bias",), "date", "a"),
        ],
    )
    assert (found.accuracy, found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5, 0.5)
    assert found.by_role["date"] == (2, 0.5, 0.5)


def test_subsets_are_nested_and_fixed() -> None:
    ids = [f"article-{number}" for number in range(60)]
    found = ablation.subsets(ids, (10, 25, 60, 100), 3)
    assert found == ablation.subsets(list(reversed(ids)), (10, 25, 60, 100), 3)
    assert {size: len(draws) for size, draws in found.items()} == {10: 3, 25: 3, 60: 1}
    assert all(set(small) < set(large) for small, large in zip(found[10], found[25], strict=True))


def run_of(rights: list[int]) -> ablation.Outcome:
    """Give an outcome of articles with ten figures each, of which so many are right."""
    counted = {"predicted": 10, "gold": 10, "judged": 10}
    tallies = tuple(
        Counter({(name, key): number for name in ("value", "whole_record") for key, number in {"right": right, **counted}.items()})
        for right in rights
    )
    return ablation.Outcome(score(tallies), tallies, None, 5, {"period": 4, "place": 2}, 1)


def test_difference_is_paired() -> None:
    points, low, high = ablation.difference(run_of([6, 7, 8, 9]), run_of([5, 6, 7, 8]))
    assert points == pytest.approx(10) and low == pytest.approx(10) and high == pytest.approx(10)


@pytest.mark.parametrize(("gain", "said"), [(0, "are not reached here"), (2, "wanted are reached here")])
def test_card_says_whether_the_classifiers_earn_their_place(gain: int, said: str) -> None:
    outcomes = {"rules alone": run_of([5, 6, 7]), "both": run_of([5 + gain, 6 + gain, 7 + gain])}
    roles = ablation.Roles(10, 0.9, 0.9, 0.8, 0.06, ((0.9, 0.8, 10),), {"figure": (9, 0.9, 0.8), "score": (1, None, 0.0)})
    info = {"articles": 3, "samples": 10, "seed": 1, "cross_validated": {}, "corpus_sha256": "0"}
    point = ablation.LearningPoint(10, (1, 1, 1), (2, 2, 2), (3, 3, 3))
    card = ablation.Card(
        {"test split": outcomes}, {"test split": 3}, roles, [point], [(0, 90.0, 0.01), (9, 90.1, 0.02)], info, {}, {}, False
    )
    text = ablation.render(card)
    assert said in text and ("1 are wrong only in what the link classifiers decide" in text) == (gain == 0)
    assert "**above** the 0.05" in text and "run `solieu train`" in text and "the shipped models use none" in text
    assert text == ablation.render(card)


def test_card_in_the_repository_is_of_the_shipped_model(root: Path) -> None:
    path = root / "models" / "MODEL_CARD.md"
    text = path.read_text(encoding="utf-8")
    assert str(load_role_model().info["corpus_sha256"]) in text
    assert "again, byte for byte." in text and "**above**" not in text


def test_agreement_command_prints_tables() -> None:
    from solieu.extract.cli.app import app

    outcome = CliRunner().invoke(app, ["agreement"])
    assert outcome.exit_code == 0 and "Cohen's κ" in outcome.output and "| figures |" in outcome.output
    outcome = CliRunner().invoke(app, ["agreement", "--format", "json"])
    assert json.loads(outcome.output)["articles"] >= 30


def test_ranker_chooses_the_first_of_equals() -> None:
    assert Ranker({"a": 1.0}).choose([("b",), ("c",)])[0] == 0
    assert Ranker({"a": 1.0}).choose([("b",), ("a",)])[0] == 1


def test_of_several_right_candidates_none_is_taught_against() -> None:
    groups = [Group((("good",), ("also good",), ("bad",)), 0, f"{number}", (1.0, 0.9, 0.1)) for number in range(12)]
    ranker = fit_ranker(groups, strength=1.0, rarest=1)
    assert ranker.choose([("also good",), ("bad",)])[0] == 0
    assert ranker.weights["good"] > ranker.weights["also good"] > ranker.weights["bad"]


def test_probabilities_of_a_ranker_are_those_of_its_groups() -> None:
    groups = [Group((("a",), ("b",)), int(number % 4 == 0), f"{number}") for number in range(400)]
    _, probability = fit_ranker(groups, strength=10.0, rarest=1).choose([("a",), ("b",)])
    assert probability == pytest.approx(0.75, abs=0.01)

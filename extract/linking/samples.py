"""Training samples for the linking classifiers: the candidates of annotated figures, and which of them is right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from spacy.language import Language

from ...corpus.gold import GoldArticle, GoldRow
from ...models.evaluation.words import LEAST_F1, content_words, phrases_agree, word_f1
from ...models.ranking import Group
from ..figures import Figure
from ..places.paths import gold_place_codes
from ..text.view import fold
from .abbreviations import long_forms, spell_out
from .beliefs import Weigh
from .chains import one_by_one
from .choices import NOTHING, Belief, Decide
from .component import Linking
from .context_features import Told
from .context_phrases import content
from .period_samples import times_worth, undated

TRAINING: dict[str, dict[str, float]] = {
    "subject": {"strength": 0.3, "trees": 0.5},
    "place": {"strength": 0.15, "trees": 0.67},
    "period": {"strength": 0.03, "rarest": 8, "trees": 0.67},
    "whole": {"strength": 1.0, "trees": 0.67},
    "belief": {"strength": 0.3, "rarest": 5},
    "context": {"strength": 0.03, "rarest": 4},
}
"""How a ranker is trained other than usual: what decides on a time differs much between articles, so its weights are held small.
Chosen on annotated articles of a news archive among 0.2 to 1 (subject), 0.05 to 0.3 (place), 0.03 to 0.3 (context), 0.015 to 0.06 (period), 0.1 to 1
(whole) and 0.02 to 1.6 (belief)."""
ORDINARY = 12.0
"""Figures in 1,000 characters under which an article is ordinary news; articles of an archive have 4 to 10, most of the corpus has 18."""
EMPHASIS = 2
"""How often the figures of ordinary articles count in training, since most of what is read is such; 1, 2 and 3 were compared."""


def link_samples(nlp: Language, articles: Iterable[GoldArticle]) -> dict[str, list[Group]]:
    """Collect the candidates of every annotated figure.

    The figures before it have their annotated whole while a figure's candidates are described, as far as the candidates
    hold it, but the subject, place and time that the rules give them: what is inherited at run time is not always right either.

    Args:
        nlp: a pipeline that ends with `solieu_roles`.
        articles: annotated articles.

    Returns:
        Groups by what is linked: `whole`, `subject`, `place`, `period`, the last with and without the article's date; and `belief`, the
        phrases around a figure that its subject has.
    """
    found: dict[str, list[Group]] = {"whole": [], "subject": [], "place": [], "period": [], "belief": []}
    linking = Linking(None)
    for gold in articles:
        doc = nlp(gold.article)  # type: ignore[arg-type]
        own: dict[str, list[Group]] = {name: [] for name in found}
        teacher = Teacher(gold)
        deciders = {name: teacher.decider(name, own[name]) for name in own if name not in ("belief", "period")}
        times = {"period": one_by_one(teacher.decider("period", own["period"]))}
        linking.link(doc, deciders, teacher.watch, {"belief": teacher.believer(own["belief"])}, times)
        if (bare := undated(gold)) is not None:
            teacher = Teacher(bare)
            times = {"period": one_by_one(teacher.decider("period", own["period"]))}
            linking.link(nlp(bare.article), {}, teacher.watch, together=times)  # type: ignore[arg-type]
        for name, groups in own.items():
            found[name] += groups * (EMPHASIS if is_ordinary(gold) else 1)
    return found


def is_ordinary(gold: GoldArticle) -> bool:
    """Say whether an article is no denser with figures than news is."""
    return 1000 * len(gold.statistics) < ORDINARY * len(gold.article.text)


class Teacher:
    """Gives the right candidate of every figure of one article, and records what it was asked."""

    def __init__(self, gold: GoldArticle) -> None:
        self._article = gold.article
        self._rows: dict[str, GoldRow] = {row.id: row for row in gold.statistics}
        self._spans = {}
        for row in gold.statistics:
            start = gold.article.to_text_offset(row.start)
            if start is not None:
                self._spans[row.id] = (start, start + row.end - row.start)
        self.figures: list[Figure] = []
        self._moment: date | None = gold.article.published

    def decider(self, name: str, record: list[Group]) -> Decide:
        """Give a decider for one kind of link that teaches and records."""

        def decide(
            index: int, candidates: Sequence[Any], features: Sequence[tuple[str, ...]], belief: Belief = NOTHING, /
        ) -> tuple[int, float]:
            rule = next((i for i, one in enumerate(features) if "rule" in one), 0)
            row = self.row(index)
            right: int | None
            if row is not None and name == "subject":
                worth = self._worth(row, candidates)
                right = max(range(len(worth)), key=lambda i: (worth[i], i == rule, -i))
                if worth[right] < LEAST_F1:
                    return rule, 1.0
                record.append(Group(tuple(features), right, self._article.id, worth))
                return rule, 1.0
            if name == "period":
                same = times_worth(row, candidates) if row is not None else ()
                if 1.0 in same:
                    record.append(Group(tuple(features), same.index(1.0), self._article.id, same))
                return rule, 1.0
            right = None if row is None else self._right(name, row, candidates)
            if right is None:
                return rule, 1.0
            record.append(Group(tuple(features), right, self._article.id))
            return (rule if name == "place" else right), 1.0

        return decide

    def believer(self, record: list[Group]) -> Weigh:
        """Give a function that teaches and records which phrases around a figure belong to its subject."""
        wanted: dict[int, frozenset[str]] = {}

        def weigh(index: int, one: Told) -> float:
            row = self.row(index)
            if row is not None:
                if index not in wanted:
                    wanted[index] = self.words(row.columns.get("subject"), row.columns.get("category"))
                right = 2 * len(one.phrase.words & wanted[index]) >= len(one.phrase.words)
                record.append(Group((one.features, ()), int(not right), self._article.id))
            return 0.0

        return weigh

    def words(self, *phrases: str | None) -> frozenset[str]:
        """Give the folded words of annotated phrases, abbreviations spelt out and function words aside."""
        return content(fold(unicodedata.normalize("NFC", spell_out(_joined(*phrases), self._article.text))))

    def watch(self, figures: list[Figure]) -> None:
        """Learn which figures the indices mean."""
        self.figures = figures

    def row(self, index: int) -> GoldRow | None:
        """Give what is annotated of a figure; None where nothing is."""
        figure = self.figures[index]
        best = max(
            (row for row in self._rows.values() if row.id in self._spans and figure.overlaps(*self._spans[row.id])),
            key=lambda row: (row.columns.get("value") == figure.value, -abs(self._spans[row.id][0] - figure.start)),
            default=None,
        )
        return best if best is not None and best.columns.get("value") == figure.value else None

    def _worth(self, row: GoldRow, candidates: Sequence[Any]) -> tuple[float, ...]:
        """Give how well each candidate agrees with the annotated subject and category, 0 to 1.

        Half of it is the F1 of the words, half whether evaluation would count the phrase as right.
        """
        table = long_forms(self._article.text)
        gold = _joined(row.columns.get("subject"), row.columns.get("category"))
        wanted = content_words(gold, table)
        return tuple(
            0.5 * word_f1(wanted, content_words(phrase, table)) + 0.5 * phrases_agree(gold, phrase, table)
            for phrase in (_joined(*pair) for pair in candidates)
        )

    def _right(self, name: str, row: GoldRow, candidates: Sequence[Any]) -> int | None:
        if name == "place":
            return self._right_place(row, candidates)
        total = row.columns.get("total")
        if total is None:
            return candidates.index(None)
        for i, one in enumerate(candidates):
            if one is not None and (other := self.row(one)) is not None and other.id == total:
                return i
        return None

    def _right_place(self, row: GoldRow, candidates: Sequence[Any]) -> int | None:
        path = row.columns.get("place")
        if not path:
            return candidates.index(None)
        code = row.columns.get("place_code")
        codes = {code} if code and code != "?" else set(gold_place_codes(path, self._moment))
        named = path.split(",")[0].strip().lower()
        for i, one in enumerate(candidates):
            if one is not None and (one["code"] in codes if codes else one["name"].lower() == named):
                return i
        return None


def _joined(*phrases: str | None) -> str:
    return " ".join(phrase for phrase in phrases if phrase)

"""`solieu_linking`: subject, category, place, period, change, status, attribution and document of every figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ...models.ranking import LinkModel, Ranker, load_link_model
from ..breakdowns.candidates import WholeScene, whole_candidates
from ..breakdowns.forest import Decide as WholeDecide
from ..breakdowns.forest import link_wholes
from ..breakdowns.other_times import unlink_other_times
from ..breakdowns.shares import link_shares
from ..doc import Component, article_of, extra_of, home_of, published_of, put, rows_of, view_of
from ..figures import Figure, figures_of
from ..places.units import gazetteer
from ..text.lines import line_end
from ..text.view import View
from .attribution import link_attributions, link_documents
from .beliefs import PHRASES, Weigh, believed
from .bracketed_rows import names_of_bodies
from .called_sites import by_province
from .chains import RULE_BONUS, DecideRow, chained
from .changes import link_changes
from .choices import NOTHING, Belief, Decide
from .consensus import consensus
from .context import tell_fully
from .context_phrases import TextContext
from .country import is_of_all
from .event_years import event_years
from .forecasts import link_forecasts
from .foreign import outside
from .home import focus_place, home_place, is_of_firm
from .period_scope import link_periods
from .place_asides import scoping
from .place_rows import country_place
from .plans import link_plans
from .ranks import tell_ranks
from .rates import link_rates
from .repeats import link_repeats, share_with_repeats
from .row_features import row_features
from .scope import link_places
from .status import link_statuses
from .subjects import link_subjects
from .told_units import tell_units
from .word_classes import describe

NONE: Mapping[str, Weigh] = MappingProxyType({})
ALONE: Mapping[str, DecideRow] = MappingProxyType({})


class Linking(Component):
    """Makes the statistics: every figure with what belongs to it."""

    def __init__(self, model: LinkModel | None) -> None:
        super().__init__()
        self.model = model
        self._gazetteer = gazetteer()

    def annotate(self, doc: Doc) -> None:
        """Write `doc.spans["statistics"]`."""
        model = self.model
        text, figures = (
            self.link(doc, deciders(model), weigh=weighers(model), together=row_deciders(model))
            if model is not None
            else self.link(doc, {})
        )
        article_id = article_of(doc).get("id")
        if self.model is not None and self.model.judge is not None:
            for index, figure in enumerate(figures):
                figure.record_confidence = self.model.judge.probability(row_features(text, figures, index))
        put(doc, "statistics", [statistic_row(doc, text, figures, figure, article_id) for figure in figures])

    def link(
        self,
        doc: Doc,
        decide: Mapping[str, Decide],
        watch: Callable[[list[Figure]], None] | None = None,
        weigh: Mapping[str, Weigh] = NONE,
        together: Mapping[str, DecideRow] = ALONE,
    ) -> tuple[View, list[Figure]]:
        """Link the figures of a Doc.

        Args:
            doc: behind the entity components.
            decide: the classifiers by what they link, where there are any.
            watch: is given the figures before they are linked (training looks their annotation up).
            weigh: the classifiers of phrases around a figure, where there are any: `belief`, which belong to a subject that is to be
                chosen, and `context`, which to one that is.
            together: the classifiers that choose for all figures of a text at once, by what they link: `period`, `place`.
        """
        text = view_of(doc)
        figures = figures_of(doc, text)
        if watch is not None:
            watch(figures)
        periods = _located(text, rows_of(doc, "periods") or [])
        places = _located(text, [row for row in rows_of(doc, "places") or [] if row.get("steers", True)])
        scopes = sorted(places + _located(text, extra_of(doc, "scopes") or []), key=lambda row: row["start"])
        documents = _located(text, rows_of(doc, "documents") or [])
        published = published_of(doc)
        year = published.year if published else extra_of(doc, "year")
        moment = published or (date(year, 6, 30) if year else None)
        describe(text.folded, figures)
        link_shares(text.folded, figures)
        link_wholes(text.folded, figures, whole_decider(text.folded, figures, decide.get("whole")))
        link_changes(text, figures)
        link_statuses(text, figures, year)
        link_forecasts(text, figures)
        link_plans(text, figures)
        link_rates(text, figures)
        names = sorted(
            {row["name"].lower() for row in places if row["named"]} | {row["quote"].lower() for row in places},
            key=lambda name: (-len(name), name),
        )
        named = sorted((row["start"], row["end"]) for row in (*periods, *places, *documents))
        link_attributions(text, figures)
        context, believe = None, None
        if weigh:
            kinds = (("place", places), ("document", documents))
            spans = sorted((row["start"], row["end"], kind) for kind, rows in kinds for row in rows)
            context = TextContext.of(text, figures, [(row["start"], row["end"]) for row in periods], spans)
            if "belief" in weigh:
                believe = partial(believed, context, weigh=weigh["belief"])
        link_subjects(text, figures, named, names, decide.get("subject"), believe)
        tell_units(text.folded, figures)
        tell_ranks(text, figures)
        bodies = names_of_bodies(text, figures, scopes)
        places, scopes = ([row for row in rows if row["start"] not in bodies] for rows in (places, scopes))
        found = outside(text, places, line_end(text.folded, 2))
        places, scopes = (by_province(text, rows, self._gazetteer) for rows in (places, scopes))
        home = home_place(text, places, home_of(doc), self._gazetteer, moment, found)
        home = focus_place(text, scoping(text.text, text.folded, scopes, self._gazetteer), home, self._gazetteer)
        if home is None and not found.whole and is_of_all(text.folded, [row for row in places if row["start"] < line_end(text.folded, 2)]):
            home = country_place()
        if home_of(doc) is None and is_of_firm(text, places):
            home = None
        link_places(text, figures, scopes, home, self._gazetteer, found, decide.get("place"), together.get("place"))
        taken = [(one.start, one.end) for one in figures] + [(row["start"], row["end"]) for row in (*periods, *documents)]
        events = event_years(text.folded, taken)
        spoken = sorted(_outside(periods, documents) + events, key=lambda row: int(row["start"]))
        link_periods(text, figures, spoken, published, together.get("period"))
        unlink_other_times(figures)
        share_with_repeats(text, figures)
        link_documents(text, figures, documents)
        link_repeats(text, figures)
        if context is not None and "context" in weigh:
            tell_fully(context, weigh["context"])
        return text, figures

    def to_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Save the classifiers with the pipeline."""
        if self.model is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            (Path(path) / "links.json.gz").write_bytes(self.model.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> Linking:
        """Restore the classifiers."""
        file = Path(path) / "links.json.gz"
        self.model = load_link_model(file) if file.exists() else None
        return self

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """Serialise the classifiers."""
        return self.model.to_bytes() if self.model is not None else b""

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> Linking:
        """Restore the classifiers."""
        self.model = LinkModel.from_bytes(data) if data else None
        return self


SURE = {"place": 0.65, "whole": 0.9, "subject": 0.0}
"""Probability from which a classifier overrules the rules. Chosen on the dev split and the development articles: there the rules alone
find 60% of the dev split's places, with the classifier 66%."""

SURE_OVER_WHOLE = 0.95
"""Probability from which it takes a part away from a whole that opening words ("trong đó") have given it."""


def deciders(model: LinkModel) -> dict[str, Decide]:
    """Give the choosing functions of a linking model, by what they link."""

    def of(name: str, ranker: Ranker, sure: float) -> Decide:
        def decide(
            index: int, candidates: Sequence[Any], features: Sequence[tuple[str, ...]], belief: Belief = NOTHING, /
        ) -> tuple[int, float]:
            if name == "subject":
                return consensus(candidates, ranker.scores(features), belief)
            best, probability = ranker.choose(features)
            rule = next((i for i, names in enumerate(features) if "rule" in names), best)
            needed = sure if name != "whole" or "none" in features[rule] else SURE_OVER_WHOLE
            if best != rule and probability < needed:
                return rule, 1.0 - probability
            return best, probability

        return decide

    return {name: of(name, ranker, SURE[name]) for name, ranker in model.rankers.items() if name in SURE}


def row_deciders(model: LinkModel) -> dict[str, DecideRow]:
    """Give the functions that choose for all figures of a text at once, by what they link."""
    return {name: chained(ranker, RULE_BONUS[name]) for name, ranker in model.rankers.items() if name in RULE_BONUS}


def weighers(model: LinkModel) -> dict[str, Weigh]:
    """Give the functions that say which phrases belong to a subject, by when they are asked."""

    def of(ranker: Ranker) -> Weigh:
        return lambda index, told: ranker.probability(told.features)

    return {name: of(ranker) for name, ranker in model.rankers.items() if name in PHRASES}


def whole_decider(folded: str, figures: list[Figure], decide: Decide | None) -> WholeDecide | None:
    """Give the function that confirms or changes a whole, for the figures of one text."""
    if decide is None:
        return None

    scene = WholeScene.of(folded, figures)

    def choose(index: int, rule: int | None) -> tuple[int | None, float]:
        candidates, features = whole_candidates(scene, index, rule)
        if len(candidates) == 1:
            return candidates[0], 1.0
        best, probability = decide(index, candidates, features)
        return candidates[best], probability

    return choose


def _located(text: View, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give rows with offsets into the view's text."""
    if not text.offsets:
        return rows
    return [row | {"start": text.position(row["start"]), "end": text.position(row["end"])} for row in rows]


def _outside(periods: list[dict[str, Any]], documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the dates that belong to a document's name."""
    spans = [(row["start"], row["end"]) for row in documents]
    return [row for row in periods if not any(a <= row["start"] < b for a, b in spans)]


def statistic_id(article_id: str | None, start: int) -> str:
    """Name a statistic: the article's id (empty when unknown) and where the figure begins."""
    return f"{article_id or ''}:{start}"


def statistic_row(doc: Doc, text: View, figures: list[Figure], figure: Figure, article_id: str | None) -> dict[str, Any]:
    """Give the plain row of `statistics` for a figure; wholes and shares as ids."""
    start, end = text.source_span(figure.start, figure.end)
    low, high = text.source_span(*figure.bounds)
    place = figure.place or {}
    period = figure.period or (None, None, None)

    def id_of(index: int | None) -> str | None:
        return None if index is None else statistic_id(article_id, text.source_span(figures[index].start, figures[index].end)[0])

    unit = "hạng" if figure.kind == "rank" else figure.unit
    return {
        "statistic_id": statistic_id(article_id, start), "article_id": article_id, "start": start, "end": end, "quote": text.source[start:end],
        "sentence_start": low, "sentence_end": high, "kind": figure.kind, "value": figure.value, "low": figure.low, "high": figure.high,
        "qualifier": figure.qualifier, "unit": unit, "per": figure.per, "subject": figure.subject, "category": figure.category,
        "change": figure.change, "baseline": figure.baseline, "status": figure.status, "place_name": place.get("name"),
        "place_level": place.get("level"), "place_code": place.get("code"), "province_code": place.get("province_code"),
        "place_code_2025": place.get("code_2025"), "province_code_2025": place.get("province_code_2025"),
        "period_start": period[0], "period_end": period[1], "period_text": period[2], "attribution": figure.attribution,
        "document_id": figure.document_id, "total_id": id_of(figure.total), "share_id": id_of(figure.share),
        "confidence": round(figure.confidence if figure.record_confidence is None else figure.record_confidence, 4),
        "value_confidence": round(figure.confidence, 4), "flags": [], "same_as": id_of(figure.same), "number": figure.number, "complete": figure.complete, "cue": figure.cue,
    }  # fmt: skip


@Language.factory("solieu_linking", requires=["doc.spans"], assigns=["doc.spans", "doc._.statistics"], default_config={"model": None})
def create_linking(nlp: Language, name: str, model: str | None) -> Linking:
    """Make the component.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
        model: linking classifiers made by `solieu train`; None for the shipped ones; "rules" for rules alone.
    """
    return Linking(None if model == "rules" else load_link_model(Path(model) if model else None))

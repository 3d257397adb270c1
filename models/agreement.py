"""How far two annotators agree on the same articles: F1 of spans, Cohen's κ of labels, agreement on columns.

Works on two readings of the same pages in the project's own marks. Numbers are the figures and the numbers that are no
figures together. Spans pair one to one where they overlap; the strict score wants the same first and last character.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..corpus.errors import AnnotationError
from ..corpus.gold import GoldArticle, GoldRow
from .evaluation.alignment import Placed, align
from .evaluation.attributes import PlaceCodes, same_number
from .evaluation.words import phrases_agree, same_spelling

FIGURE = "figure"
"""The role of a number that has a row of its own."""
LABELS = ("kind", "status", "change")
"""Columns of a figure with few values: agreement is Cohen's κ."""
NOTHING = "–"
"""How a column without a value is written."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Agreement on one sort of mark.

    Attributes:
        first, second: marks of either annotator.
        both: marks that pair.
        f1: twice the pairs by all marks (the F1 of either annotator against the other).
        strict_f1: the same, where only equal spans pair.
        required_f1: `f1` without marks that one of the two calls optional.
    """

    first: int
    second: int
    both: int
    f1: float
    strict_f1: float
    required_f1: float


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's κ on one label: pairs judged, share equal, share equal by chance, κ (None where chance is certain)."""

    pairs: int
    observed: float
    chance: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """Pairs of figures judged on one column, and the share that agrees."""

    pairs: int
    agree: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement: the article, what it is about, and what either annotator wrote (None: no mark)."""

    article: str
    about: str
    quote: str
    first: str | None
    second: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything measured.

    Attributes:
        articles: articles both annotated.
        spans: by sort of mark (`numbers`, `figures`, `documents`, `places`).
        roles: κ over all roles (`all roles`), then figure against each other role alone (`figure : date`, …): on the
            numbers that both gave one of the two.
        labels: κ of `kind`, `status`, `change` on the figures both marked.
        columns: agreement on the other columns of those figures.
        differences: every disagreement, in the order of the articles.
    """

    articles: int
    spans: Mapping[str, Spans]
    roles: Mapping[str, Kappa]
    labels: Mapping[str, Kappa]
    columns: Mapping[str, Share]
    differences: tuple[Difference, ...]

    def to_json(self) -> str:
        """Give everything but the single disagreements as JSON."""
        kept = {name: value for name, value in asdict(self).items() if name != "differences"}
        return json.dumps(kept | {"differences": len(self.differences)}, ensure_ascii=False, indent=2)

    def to_markdown(self) -> str:
        """Give the tables as Markdown."""
        lines = [
            f"{self.articles} articles annotated twice.",
            "",
            "| spans | first | second | pairs | F1 | F1, same characters | F1 without optional marks |",
        ]
        lines.append("| --- | --: | --: | --: | --: | --: | --: |")
        for name, one in self.spans.items():
            shares = f"{one.f1:.3f} | {one.strict_f1:.3f} | {one.required_f1:.3f}"
            lines.append(f"| {name} | {one.first} | {one.second} | {one.both} | {shares} |")
        lines += ["", "| label | pairs | equal | by chance | Cohen's κ |", "| --- | --: | --: | --: | --: |"]
        for name, kappa in {**self.roles, **self.labels}.items():
            printed = NOTHING if kappa.kappa is None else f"{kappa.kappa:.3f}"
            lines.append(f"| {name} | {kappa.pairs} | {kappa.observed:.3f} | {kappa.chance:.3f} | {printed} |")
        lines += ["", "| column | pairs | agree |", "| --- | --: | --: |"]
        lines += [f"| {name} | {share.pairs} | {share.agree:.3f} |" for name, share in self.columns.items()]
        return "\n".join(lines)

    def list_differences(self) -> str:
        """Give one line per disagreement."""
        return "\n".join(
            f"{one.article}\t{one.about}\t{' '.join(one.quote.split())}\t{one.first or NOTHING}\t{one.second or NOTHING}"
            for one in self.differences
        )


def measure_agreement(
    first: Iterable[GoldArticle],
    second: Iterable[GoldArticle],
    *,
    long_forms: Callable[[str], Mapping[str, str]] | None = None,
    place_codes: PlaceCodes | None = None,
) -> Agreement:
    """Compare two annotations of the same articles; articles that only one has are left out.

    Args:
        first: one annotator's articles.
        second: the other's.
        long_forms: gives the abbreviations that hold for a text, short to long (for subjects, as in the evaluation).
        place_codes: resolves a path of places; two paths of the same unit then agree however they are spelt.

    Raises:
        AnnotationError: no article in common, or the page of one differs between the two.
    """
    others = {one.article.id: one for one in second}
    pairs = [(one, others[one.article.id]) for one in first if one.article.id in others]
    if not pairs:
        raise AnnotationError("the two annotations have no article in common")
    for one, other in pairs:
        if one.article.raw != other.article.raw:
            raise AnnotationError(f"{one.article.id}: the two annotations differ in the text of the page")
    measured = _Measured(long_forms, place_codes)
    for one, other in pairs:
        measured.add(one, other)
    return measured.result(len(pairs))


class _Measured:
    """Counts while articles come in."""

    def __init__(self, long_forms: Callable[[str], Mapping[str, str]] | None, place_codes: PlaceCodes | None) -> None:
        self.long_forms = long_forms
        self.place_codes = place_codes
        self.counts: dict[str, Counter[str]] = {name: Counter() for name in ("numbers", "figures", "documents", "places")}
        self.labels: dict[str, list[tuple[str, str]]] = {name: [] for name in ("role", *LABELS)}
        self.columns: dict[str, list[bool]] = {}
        self.differences: list[Difference] = []

    def add(self, first: GoldArticle, second: GoldArticle) -> None:
        """Compare one article."""
        numbers = ([*first.statistics, *first.numbers], [*second.statistics, *second.numbers])
        for one, other in self._pair("numbers", first, *numbers):
            roles = (_role(one), _role(other))
            self.labels["role"].append(roles)
            if roles[0] != roles[1]:
                self.differences.append(Difference(first.article.id, "role", self._context(first, one), *roles))
        figures = self._pair("figures", first, first.statistics, second.statistics, quiet=True)
        partner = {one.id: other.id for one, other in figures}
        known = self.long_forms(first.article.text) if self.long_forms is not None else {}
        for one, other in figures:
            self._figure(first, one, other, partner, known)
        self._pair("documents", first, first.documents, second.documents)
        self._pair("places", first, first.places, second.places)

    def _pair(
        self, name: str, article: GoldArticle, first: Sequence[GoldRow], second: Sequence[GoldRow], quiet: bool = False
    ) -> list[tuple[GoldRow, GoldRow]]:
        placed = [Placed(row, (row.start, row.end)) for row in first]
        plain = [{"start": row.start, "end": row.end, "row": row} for row in second]
        found = align(placed, plain, lambda one, other: _same_mark(one, other["row"]))
        pairs = [(first[i], second[j]) for i, j in sorted(found.pairs.items())]
        counts = self.counts[name]
        counts["first"] += len(first)
        counts["second"] += len(second)
        counts["both"] += len(pairs)
        spans = Counter((row.start, row.end) for row in first) & Counter((row.start, row.end) for row in second)
        counts["strict"] += spans.total()
        lone = [(row, 0) for i, row in enumerate(first) if i not in found.pairs]
        lone += [(row, 1) for j, row in enumerate(second) if j not in set(found.pairs.values())]
        counts["required_pairs"] += sum(not (one.optional or other.optional) for one, other in pairs)
        counts["required_lone"] += sum(not row.optional for row, _ in lone)
        if not quiet:
            for row, side in lone:
                label = _role(row) if name == "numbers" else str(row.columns.get("level") or row.columns.get("doc_type") or "")
                sides = (label, None) if side == 0 else (None, label)
                self.differences.append(Difference(article.article.id, name, self._context(article, row), *sides))
        return pairs

    def _figure(self, article: GoldArticle, one: GoldRow, other: GoldRow, partner: Mapping[str, str], known: Mapping[str, str]) -> None:
        first, second = one.columns, other.columns
        for name in LABELS:
            values = (str(first.get(name) or NOTHING), str(second.get(name) or NOTHING))
            self.labels[name].append(values)
            self._note(article, one, name, values[0] == values[1], *values)
        periods = [tuple((row.get("period") or {}).get(end) for end in ("start", "end")) for row in (first, second)]
        judged = {
            "value": all(same_number(first.get(name), second.get(name)) for name in ("value", "low", "high")),
            "qualifier": first.get("qualifier") == second.get("qualifier"),
            "unit": bool(_forms(first) & _forms(second)),
            "per": _same_text(first.get("per"), second.get("per")),
            "subject": phrases_agree(_subject(first), _subject(second), known),
            "place": self._same_place(article, first.get("place"), second.get("place")),
            "period": periods[0] == periods[1],
            "total": partner.get(first.get("total") or "") == second.get("total") if first.get("total") else not second.get("total"),
            "share": partner.get(first.get("share") or "") == second.get("share") if first.get("share") else not second.get("share"),
        }
        shown: dict[str, list[Any]] = {
            "period": periods,
            "subject": [_subject(first), _subject(second)],
            "value": [first.get("value"), second.get("value")],
        }
        for name, agree in judged.items():
            self.columns.setdefault(name, []).append(agree)
            pair = shown.get(name) or [first.get(name), second.get(name)]
            self._note(article, one, name, agree, str(pair[0]), str(pair[1]))

    def _same_place(self, article: GoldArticle, one: str | None, other: str | None) -> bool:
        if _same_text(one, other) or not one or not other or self.place_codes is None:
            return _same_text(one, other)
        codes = [self.place_codes(path, article.article.published, None) for path in (one, other)]
        return bool(codes[0]) and codes[0] == codes[1]

    def _note(self, article: GoldArticle, row: GoldRow, about: str, agree: bool, first: str, second: str) -> None:
        if not agree:
            self.differences.append(Difference(article.article.id, about, self._context(article, row), first, second))

    @staticmethod
    def _context(article: GoldArticle, row: GoldRow) -> str:
        raw = article.article.raw
        return f"{raw[max(0, row.start - 25) : row.start]}[{row.quote}]{raw[row.end : row.end + 20]}"

    def result(self, articles: int) -> Agreement:
        """Give what was measured."""
        roles = self.labels["role"]
        kappas = {"all roles": cohen_kappa(roles)}
        for role in sorted({label for pair in roles for label in pair} - {FIGURE}):
            chosen = [pair for pair in roles if set(pair) <= {FIGURE, role}]
            if any(role in pair for pair in chosen):
                kappas[f"{FIGURE} : {role}"] = cohen_kappa(chosen)
        return Agreement(
            articles,
            {name: _spans(counts) for name, counts in self.counts.items()},
            kappas,
            {name: cohen_kappa(self.labels[name]) for name in LABELS},
            {name: Share(len(agree), round(sum(agree) / max(1, len(agree)), 4)) for name, agree in self.columns.items()},
            tuple(self.differences),
        )


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> Kappa:
    """Give Cohen's κ (1960) of pairs of labels.

    >>> cohen_kappa([("a", "a"), ("a", "a"), ("b", "b"), ("b", "a")]).kappa
    0.5
    """
    total = len(pairs)
    if not total:
        return Kappa(0, 0.0, 0.0, None)
    observed = sum(one == other for one, other in pairs) / total
    first, second = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    chance = sum(first[label] * second[label] for label in sorted(first)) / total**2
    kappa = None if chance == 1 else round((observed - chance) / (1 - chance), 4)
    return Kappa(total, round(observed, 4), round(chance, 4), kappa)


def _spans(counts: Counter[str]) -> Spans:
    marks = counts["first"] + counts["second"]
    required = 2 * counts["required_pairs"] + counts["required_lone"]
    return Spans(
        counts["first"], counts["second"], counts["both"],
        round(2 * counts["both"] / max(1, marks), 4),
        round(2 * counts["strict"] / max(1, marks), 4),
        round(2 * counts["required_pairs"] / max(1, required), 4),
    )  # fmt: skip


def _same_mark(one: GoldRow, other: GoldRow) -> bool:
    """Say whether two overlapping marks stand for the same number: they begin together, or have the same value."""
    value = one.columns.get("value")
    return one.start == other.start or (value is not None and value == other.columns.get("value"))


def _role(row: GoldRow) -> str:
    return str(row.columns.get("role", FIGURE))


def _forms(columns: Mapping[str, Any]) -> set[str]:
    return {same_spelling(form) for form in columns.get("unit") or ()}


def _subject(columns: Mapping[str, Any]) -> str:
    return " ".join(str(columns.get(name) or "") for name in ("subject", "category")).strip()


def _same_text(one: Any, other: Any) -> bool:
    if not one or not other:
        return not one and not other
    forms = [{same_spelling(part) for part in str(text).split(";")} for text in (one, other)]
    return bool(forms[0] & forms[1])

"""The outcome of an evaluation, and how it is shown: a table for the terminal, markdown, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from .errors import RowError
from .scores import SURE, Calibration, Group, Score

if TYPE_CHECKING:
    from rich.console import RenderableType

_COLUMNS = ("", "precision", "recall", "F1", "accuracy", "right", "predicted", "gold", "judged")
_SHORT_COLUMNS = ("", "precision", "recall", "F1", "accuracy", "right/\npred./gold")
_GROUP_COLUMNS = ("articles", "figures", "precision", "recall", "value F1", "whole record")


@dataclass(frozen=True, slots=True)
class Report:
    """All that an evaluation found.

    Attributes:
        title: what was evaluated.
        articles: number of articles.
        scores: by name. `figures` counts overlapping spans, `value` those with the right value; an attribute's accuracy
            is among the found, its precision and recall are over all rows (value and attribute right).
        kinds, domains, provinces: the figures in groups.
        calibration: of `confidence`; None when no row carries one.
        errors: rows that are wrong.
        cleaned_away: required gold rows that the cleaning of the page dropped; they count as missed.
    """

    title: str
    articles: int
    scores: dict[str, Score]
    kinds: tuple[Group, ...]
    domains: tuple[Group, ...]
    provinces: tuple[Group, ...]
    calibration: Calibration | None
    errors: tuple[RowError, ...]
    cleaned_away: int

    def to_dict(self) -> dict[str, Any]:
        """Give the report without its error listing as plain values."""
        return {
            "title": self.title,
            "articles": self.articles,
            "cleaned_away": self.cleaned_away,
            "scores": {name: asdict(score) for name, score in self.scores.items()},
            "calibration": asdict(self.calibration) if self.calibration else None,
            **{name: {group.name: asdict(group) for group in getattr(self, name)} for name in ("kinds", "domains", "provinces")},
        }

    def to_json(self) -> str:
        """Give the report as JSON, keys in the order of the report."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1)

    def to_markdown(self) -> str:
        """Give the report as markdown tables, shares in percent with 95% intervals in brackets."""
        parts = [f"{self.title}: {self.articles} articles", _markdown(_COLUMNS, _score_rows(self.scores))]
        parts += [_markdown((name, *_GROUP_COLUMNS), _group_rows(groups)) for name, groups in self._groups()]
        return "\n\n".join((*parts, *self._notes())) + "\n"

    def to_rich(self) -> RenderableType:
        """Give the report for `rich.print`, to fit 80 columns: intervals in whole percent, counts in one cell."""
        from rich.box import SIMPLE_HEAD
        from rich.console import Group as Renderables
        from rich.table import Table
        from rich.text import Text

        def table(title: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Table:
            made = Table(title=Text(title), title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
            for index, column in enumerate(columns):
                made.add_column(column, justify="right" if index else "left", no_wrap=not index, overflow="fold")
            for row in rows:
                made.add_row(*map(Text, row))
            return made

        tables = [table(f"{self.title}: {self.articles} articles", _SHORT_COLUMNS, _score_rows(self.scores, short=True))]
        tables += [table(f"per {name}", (name, *_GROUP_COLUMNS), _group_rows(groups, 0)) for name, groups in self._groups()]
        return Renderables(*tables, *map(Text, self._notes()))

    def _groups(self) -> Iterator[tuple[str, tuple[Group, ...]]]:
        for name, groups in (("kind", self.kinds), ("domain", self.domains), ("province", self.provinces)):
            if groups:
                yield name, groups

    def _notes(self) -> Iterator[str]:
        if self.calibration is not None:
            one = self.calibration
            yield (
                f"Calibration of confidence over {one.rows} rows: ECE {one.ece_found:.3f} against found, "
                f"{one.ece_whole_record:.3f} against whole records; at confidence ≥ {SURE} {one.sure} rows, "
                f"{_percent(one.sure_found)} found, {_percent(one.sure_whole_record)} right as a whole record."
            )
        if self.cleaned_away:
            yield f"{self.cleaned_away} required gold rows stand in text that the cleaning dropped; they count as missed."


def _percent(share: float | None, interval: tuple[float, float] | None = None, digits: int = 1) -> str:
    if share is None:
        return "–"
    bounds = f"{100 * interval[0]:.{digits}f}–{100 * interval[1]:.{digits}f}" if interval else ""
    spread = (f" ({bounds})" if digits else f"\n{bounds}") if interval else ""
    return f"{100 * share:.1f}{spread}"


def _score_rows(scores: dict[str, Score], short: bool = False) -> Iterator[tuple[str, ...]]:
    for name, one in scores.items():
        shares = (("precision", one.precision), ("recall", one.recall), ("f1", one.f1), ("accuracy", one.accuracy))
        counts = [str(number) for number in (one.right, one.predicted, one.gold, one.judged)]
        yield (
            name.replace("_", " ").replace(".", ": "),
            *(_percent(share, one.intervals.get(key), 0 if short else 1) for key, share in shares),
            *(["/".join(counts[:3])] if short else counts),
        )


def _group_rows(groups: tuple[Group, ...], digits: int = 1) -> Iterator[tuple[str, ...]]:
    for group in groups:
        value = group.value
        yield (
            group.name, str(group.articles), str(value.gold), _percent(value.precision), _percent(value.recall),
            _percent(value.f1, value.intervals.get("f1"), digits),
            _percent(group.whole_record.accuracy, group.whole_record.intervals.get("accuracy"), digits),
        )  # fmt: skip


def _markdown(columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "| --- |" + " ---: |" * (len(columns) - 1)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)

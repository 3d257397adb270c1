"""`solieu_roles`: which numbers are reported figures, by rules and a classifier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ...models.features import Surroundings, number_features
from ...models.persistence import RoleModel, load_role_model
from ..doc import Component, put, rows_of, view_of
from ..text.view import View
from .amounts import joins_row
from .articles import is_article
from .durations import duration_cue, join_durations
from .number_words import counts
from .rules import ruled_role

COUNTED = 0.7
"""Confidence of a number word that the classifier takes for an article, and the words around it for a count."""
BARE = 0.85
"""Probability from which a number without unit or noun is taken for a figure. In a sample of 70 such numbers of a news archive that
the classifier called figures, about 40 were none, most of them below this; a wrong row is worse than a missing one."""


class Roles(Component):
    """Gives every number of `doc.spans["numbers"]` its role and the probability of it.

    Args:
        model: the classifier.
        threshold: the probability from which a number counts as a reported figure.
    """

    def __init__(self, model: RoleModel | None, threshold: float) -> None:
        super().__init__()
        self.model = model
        self.threshold = threshold

    def annotate(self, doc: Doc) -> None:
        """Write `role` and `confidence` into the rows of `doc.spans["numbers"]`."""
        rows = rows_of(doc, "numbers") or []
        text = view_of(doc)
        located = [in_view(text, row) for row in rows]
        roles: list[tuple[str, float]] = [("figure", 0.5)] * len(rows)
        if self.model is not None and rows:
            around = Surroundings(text.folded, text.text)
            roles = self.model.predict([number_features(around, row, duration_cue(text.folded, row)) for row in located], self.threshold)
        for row, placed, (role, probability) in zip(rows, located, roles, strict=True):
            ruled = ruled_role(text.folded, placed, text.text)
            if ruled is not None:
                row["role"], row["confidence"] = ruled, 0.97
            elif self.model is None:
                row["role"], row["confidence"] = default_role(placed), 0.5
            else:
                # what the separators leave in doubt ("40,900 ha") is in doubt for the row, too
                row["role"], row["confidence"] = role, round(probability * (1.0 - 0.5 * row["doubt"]), 4)
            if row["role"] == "figure" and row["group"] == "none" and row["confidence"] < BARE and ruled is None and self.model is not None:
                row["role"] = "label"
            elif row["role"] == "article" and ruled is None and counts(text.folded, placed):
                row["role"], row["confidence"] = "figure", COUNTED
        for index, row in enumerate(rows):
            if row["role"] == "figure" and is_article(text.folded, located, index):
                row["role"] = "article"
        _join_rows(text.text, located, rows)
        join_durations(rows)
        _spread_labels(text.folded, located, rows)
        for row in rows:
            # "18/21 huyện": both are figures or neither
            if row["of"] is not None:
                whole = rows[row["of"]]
                if row["role"] == "article":
                    whole["role"] = "article"
                elif "figure" in (row["role"], whole["role"]):
                    row["role"] = whole["role"] = "figure"
        put(doc, "numbers", rows, spans=False)

    def to_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Save the classifier with the pipeline."""
        if self.model is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            self.model.save(Path(path) / "roles.json")

    def from_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> Roles:
        """Restore the classifier."""
        file = Path(path) / "roles.json"
        self.model = load_role_model(file) if file.exists() else None
        return self

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """Serialise the classifier."""
        return self.model.to_bytes() if self.model is not None else b""

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> Roles:
        """Restore the classifier."""
        self.model = RoleModel.from_bytes(data) if data else None
        return self


def _join_rows(printed: str, located: list[dict[str, Any]], rows: list[dict[str, Any]]) -> None:
    """Take bare numbers for figures that stand in a row with counts, from the last row to the first, in place."""
    for index in range(len(rows) - 1, -1, -1):
        before, behind = (located[at] | {"role": rows[at]["role"]} if 0 <= at < len(rows) else None for at in (index - 1, index + 1))
        if rows[index]["role"] != "figure" and joins_row(printed, before, located[index], behind):
            rows[index]["role"], rows[index]["confidence"] = "figure", COUNTED


def _spread_labels(folded: str, located: list[dict[str, Any]], rows: list[dict[str, Any]]) -> None:
    """Let a bare number that is joined to a label be one too: "tháng 11, 12", "quốc lộ 1 và 14"."""
    for index in range(1, len(rows)):
        first, second = rows[index - 1], rows[index]
        bare = first["group"] == second["group"] == "none" and second["role"] == "figure" and second["qualifier"] == "exact"
        if (
            bare
            and first["role"] in ("label", "date", "name")
            and folded[located[index - 1]["end"] : located[index]["start"]] in (", ", " và ")
        ):
            second["role"] = first["role"]


def in_view(text: View, row: dict[str, Any]) -> dict[str, Any]:
    """Give a number's row with offsets into the view's text."""
    if not text.offsets:
        return row
    return row | {name: text.position(row[name]) for name in ("start", "end", "left", "number_end")}


def default_role(row: dict[str, Any]) -> str:
    """Decide by rule alone: a number with a unit or counting noun is a figure, unless it only measures time."""
    if row["group"] in ("none", "time") or row["kind"] == "duration":
        return "label"
    return "article" if row["single"] and row["quote"].lower().startswith("một ") else "figure"


@Language.factory("solieu_roles", requires=["doc.spans"], assigns=["doc.spans"], default_config={"model": None, "threshold": 0.5})
def create_roles(nlp: Language, name: str, model: str | None, threshold: float) -> Roles:
    """Make the component.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
        model: a model file made by `solieu train`; None for the one that is shipped; "rules" for rules alone.
        threshold: as for `Roles`.
    """
    return Roles(None if model == "rules" else load_role_model(Path(model) if model else None), threshold)

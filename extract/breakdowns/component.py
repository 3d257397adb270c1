"""`solieu_breakdowns`: the arithmetic checks over wholes, parts and shares, as `doc._.audits` and flags."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..doc import Component, article_of, put, rows_of, view_of
from ..figures import Figure, figures_of
from .audit import run_checks
from .explain import explain


class Breakdowns(Component):
    """Checks what adds up; never alters a value."""

    def annotate(self, doc: Doc) -> None:
        """Write `doc._.audits` and the `flags` of the statistics."""
        rows = rows_of(doc, "statistics") or []
        text = view_of(doc)
        figures = _restored(figures_of(doc, text), rows)
        quotes = [str(row["quote"]) for row in rows]
        audits = []
        for check in run_checks(text.folded, figures):
            ids = [rows[index]["statistic_id"] for index in check.members]
            said = explain(check, figures, quotes)
            audits.append(
                {
                    "article_id": article_of(doc).get("id"), "check": check.check, "expected": check.expected, "reported": check.reported,
                    "difference": round(check.expected - check.reported, 6), "tolerance": check.tolerance, "ok": check.ok, "statistic_ids": ids,
                    "explanation_vi": said.vi, "explanation_en": said.en,
                }
            )  # fmt: skip
            if not check.ok:
                for index in check.members:
                    if check.check not in rows[index]["flags"]:
                        rows[index]["flags"] = [*rows[index]["flags"], check.check]
        put(doc, "statistics", rows, spans=False)
        put(doc, "audits", audits, spans=False)


def _restored(figures: list[Figure], rows: list[dict[str, object]]) -> list[Figure]:
    """Give the figures with the links that the rows hold."""
    index_of = {row["statistic_id"]: index for index, row in enumerate(rows)}
    for figure, row in zip(figures, rows, strict=True):
        figure.total = index_of.get(row["total_id"])
        figure.share = index_of.get(row["share_id"])
        figure.complete = bool(row["complete"])
        figure.cue = row["cue"]  # type: ignore[assignment]
        figure.change = row["change"]  # type: ignore[assignment]
        figure.baseline = row["baseline"]  # type: ignore[assignment]
        figure.subject = row["subject"]  # type: ignore[assignment]
    return figures


@Language.factory("solieu_breakdowns", requires=["doc._.statistics"], assigns=["doc._.audits"])
def create_breakdowns(nlp: Language, name: str) -> Breakdowns:
    """Make the component."""
    return Breakdowns()

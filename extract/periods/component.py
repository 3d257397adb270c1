"""`solieu_periods`: dates and periods as `doc.spans["periods"]`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..doc import Component, published_of, put, put_extra, view_of
from .scanner import scan_periods


class Periods(Component):
    """Finds dates and periods and resolves them against `doc._.article`'s publication date."""

    def annotate(self, doc: Doc) -> None:
        """Write `doc.spans["periods"]`."""
        text = view_of(doc)
        mentions, clock = scan_periods(text.folded, published_of(doc))
        rows = []
        for mention in mentions:
            start, end = text.source_span(mention.text_start, mention.end)
            inner = text.source_span(mention.start, mention.end)[0]
            interval = mention.interval
            rows.append(
                {
                    "start": start,
                    "end": end,
                    "quote": text.source[start:end],
                    "kind": mention.kind,
                    "period_start": interval.start.isoformat() if interval.start else None,
                    "period_end": interval.end.isoformat() if interval.end else None,
                    "inner": inner,
                    "anchored": mention.anchored,
                }
            )
        put(doc, "periods", rows)
        put_extra(doc, "year", clock.year)


@Language.factory("solieu_periods", assigns=["doc.spans"])
def create_periods(nlp: Language, name: str) -> Periods:
    """Make the component."""
    return Periods()

"""`solieu_documents`: legal and administrative documents as `doc.spans["documents"]`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..doc import Component, article_of, published_of, put, view_of
from ..linking.abbreviations import long_forms
from ..periods.clock import Clock
from .coreference import resolve
from .scanner import DocumentScanner


class Documents(Component):
    """Finds mentions of legal documents and says which document each means."""

    def __init__(self) -> None:
        super().__init__()
        self._scanner = DocumentScanner()

    def annotate(self, doc: Doc) -> None:
        """Write `doc.spans["documents"]`."""
        text = view_of(doc)
        published = published_of(doc)
        clock = Clock(published, published.year if published else None)
        mentions = self._scanner.scan(text, clock, long_forms(text.text))
        resolve(mentions, published)
        article_id = article_of(doc).get("id")
        rows = []
        for mention in mentions:
            start, end = text.source_span(mention.start, mention.end)
            rows.append(
                {
                    "article_id": article_id, "start": start, "end": end, "quote": text.source[start:end],
                    "doc_type": mention.doc_type, "number": mention.number, "year": mention.year, "symbol": mention.symbol,
                    "code": mention.code, "issuer": mention.issuer, "issued": mention.issued, "about": mention.about,
                    "document_id": mention.document_id, "resolved": mention.resolved,
                }
            )  # fmt: skip
        put(doc, "documents", rows)


@Language.factory("solieu_documents", assigns=["doc.spans"])
def create_documents(nlp: Language, name: str) -> Documents:
    """Make the component."""
    return Documents()

"""Which document a short form means: "Quyết định 70", "Nghị quyết này" take the id of the full form."""

from __future__ import annotations

from .scanner import Mention


def resolve(mentions: list[Mention]) -> None:
    """Give every mention of one text its `document_id`, in place.

    A mention with a code is its own id. One with type and number takes the id of a full form with the same type and
    number (whichever comes first in the text); "Nghị quyết này" that of the last mention of the type before it. What
    stays without a full form is known by type and number, or by name and year.
    """
    full: dict[tuple[str | None, str | None], Mention] = {}
    for mention in mentions:
        if mention.code is not None and mention.document_id is None:
            mention.document_id = mention.code
            full.setdefault((mention.doc_type, mention.number), mention)
    last: dict[str | None, Mention] = {}
    for mention in mentions:
        if mention.pointing:
            antecedent = last.get(mention.doc_type)
            if antecedent is not None:
                _take(mention, antecedent)
            continue
        if mention.document_id is None:
            whole = full.get((mention.doc_type, mention.number))
            if whole is not None and mention.number is not None and _agree(mention, whole):
                _take(mention, whole)
            else:
                mention.document_id = own_id(mention)
        last[mention.doc_type] = mention
    mentions[:] = [mention for mention in mentions if mention.document_id is not None]


def _agree(short: Mention, whole: Mention) -> bool:
    return short.year is None or whole.year is None or short.year == whole.year


def _take(short: Mention, whole: Mention) -> None:
    short.document_id, short.resolved = whole.document_id, True
    short.code = whole.code
    for name in ("number", "year", "symbol", "issuer", "issued", "about"):
        if getattr(short, name) is None:
            setattr(short, name, getattr(whole, name))


def own_id(mention: Mention) -> str | None:
    """Name a document that is printed without a code: type, number or name, year."""
    if mention.number is not None:
        return f"{mention.doc_type} {mention.number}" + (f"/{mention.year}" if mention.year else "")
    if mention.law and mention.year is not None:
        return " ".join(part for part in (mention.doc_type, mention.about, str(mention.year)) if part)
    return None

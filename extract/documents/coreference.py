"""Which document a short form means: "Quyết định 70", "Nghị quyết này" take the id of the full form."""

from __future__ import annotations

from datetime import date

from .bare import PROGRAMMES
from .issuers import same_organ
from .mention import Mention
from .programmes import by_short_name, issuer_of_code, take


def resolve(mentions: list[Mention], today: date | None) -> None:
    """Give every mention of one text its `document_id`, in place.

    A mention with a code is its own id. One with type and number takes the id of a full form with the same type and
    number (the last one before it, else the first behind it); "Nghị quyết này" that of the last mention of the type
    before it. What stays without a full form is a known document where its short name is safe, else is known by type
    and number, or by name and year.
    """
    full: dict[tuple[str | None, str], list[Mention]] = {}
    for mention in mentions:
        if mention.document_id is not None or (mention.number is not None and mention.year is not None):
            mention.document_id = mention.document_id or own_id(mention)
            if mention.symbol is not None and mention.symbol.endswith(("/TW", "CT")) and not mention.worded:
                mention.issuer = issuer_of_code(str(mention.code), mention.issued) or mention.issuer
            full.setdefault(_key(mention), []).append(mention)
    named = {_key(mention) for mention in mentions if not mention.tentative and mention.number is not None}
    for mention in mentions:
        if mention.tentative and mention.doc_type in PROGRAMMES and _key(mention) not in named and _approved(mention) in full:
            mention.doc_type = "Quyết định"
    mentions[:] = [mention for mention in mentions if not mention.tentative or _key(mention) in named]
    for mention in mentions:
        if mention.called is not None:
            _own_programme(mention, full.get((mention.called[0], mention.called[1].lstrip("0")), []))
    last: dict[str | None, Mention] = {}
    for mention in mentions:
        if mention.pointing:
            antecedent = last.get(mention.doc_type)
            if antecedent is not None:
                _take(mention, antecedent)
            continue
        if mention.document_id is None or (mention.code is None and not mention.law and not mention.session):
            candidates = [whole for whole in full.get(_key(mention), ()) if whole is not mention and _agree(mention, whole)]
            coded = [whole for whole in candidates if whole.code is not None] or candidates
            before = [whole for whole in coded if whole.start < mention.start]
            if coded and mention.number is not None and (mention.document_id is None or coded[0].code is not None):
                _take(mention, before[-1] if before else coded[0])
            elif (known := by_short_name(mention, today)) is not None:
                take(mention, known)
            else:
                mention.document_id = own_id(mention)
        if not mention.amended or mention.doc_type not in last:
            last[mention.doc_type] = mention
    _second_look(mentions)
    mentions[:] = [mention for mention in mentions if mention.document_id is not None]


def _second_look(mentions: list[Mention]) -> None:
    """Give a bare form the document that another bare form turned out to be, and all mentions of a document what one says of it."""
    known = {
        _key(mention): mention for mention in reversed(mentions) if mention.resolved and mention.code is not None and not mention.pointing
    }
    for mention in mentions:
        if mention.code is None and not mention.resolved and not mention.law and not mention.session and mention.number is not None:
            whole = known.get(_key(mention))
            if whole is not None and _agree(mention, whole):
                _take(mention, whole)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.document_id is not None:
            groups.setdefault(mention.document_id, []).append(mention)
    for group in groups.values():
        worded = next((mention.issuer for mention in group if mention.worded), None)
        issued = {mention.issued for mention in group if mention.issued is not None}
        for mention in group:
            if worded is not None and not mention.worded and same_organ(mention.issuer, worded):
                mention.issuer = worded
            if mention.issued is None and len(issued) == 1:
                mention.issued = min(issued)
                mention.year = mention.year or int(mention.issued[:4])


def _own_programme(mention: Mention, wholes: list[Mention]) -> None:
    """Give a programme name the article's own document of that type and number ("Đề án số 06-ĐA/TU … Đề án 06")."""
    coded = [whole for whole in wholes if whole.code is not None and whole.called is None]
    if not coded:
        return
    before = [whole for whole in coded if whole.start < mention.start]
    whole = before[-1] if before else coded[0]
    for name in ("number", "year", "symbol", "issuer", "issued", "about"):
        setattr(mention, name, getattr(whole, name))
    mention.doc_type = whole.doc_type
    _take(mention, whole)


def _approved(mention: Mention) -> tuple[str | None, str]:
    """Give the key of the decision a programme may be called by ("Quyết định số 163/QĐ-TTg … Đề án 163")."""
    return "Quyết định", _key(mention)[1]


def _key(mention: Mention) -> tuple[str | None, str]:
    return mention.doc_type, (mention.number or mention.about or "").lstrip("0").lower()


def _agree(short: Mention, whole: Mention) -> bool:
    if short.year is not None and whole.year is not None and short.year != whole.year:
        return False
    if short.issued is not None and whole.issued is not None and short.issued != whole.issued:
        return False
    return not short.worded or same_organ(whole.issuer, short.issuer or "") or same_organ(short.issuer, whole.issuer or "")


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

"""Documents named one after the other share what is printed once: "Nghị quyết 05 và Nghị quyết 08 của HĐND tỉnh Quảng Trị"."""

from __future__ import annotations

from itertools import pairwise

from .issuers import is_local, same_organ
from .mention import Mention

_LINKS = frozenset({" và ", ", ", "; ", ", và "})


def share_issuers(mentions: list[Mention], folded: str) -> None:
    """Give a document the issuer that words name for its neighbour, in place.

    An issuer behind the last ("của …") holds for those before it, one before the first ("UBND tỉnh ban hành …") for those
    behind it. A bare number that the article has spelt out before keeps the issuer of its full form.

    Args:
        mentions: the mentions of a text in order.
        folded: the text in lower case.
    """
    pairs = [(left, right) for left, right in pairwise(mentions) if folded[left.end : right.start] in _LINKS]
    coded = {(one.doc_type, one.number): one.start for one in reversed(mentions) if one.code is not None}
    behind = {id(mention) for mention in mentions if _named_behind(mention, folded)}
    for left, right in reversed(pairs):
        if id(right) in behind and _give(right, left, coded):
            behind.add(id(left))
    for left, right in pairs:
        if id(left) not in behind:
            _give(left, right, coded)


def _named_behind(mention: Mention, folded: str) -> bool:
    return any(word in folded[mention.start : mention.end] for word in (" của ", " do "))


def _give(source: Mention, target: Mention, coded: dict[tuple[str | None, str | None], int]) -> bool:
    if not source.worded or source.issuer is None or target.worded or target.number is None or target.tentative or target.law:
        return False
    if target.issuer is not None:
        fits = is_local(target.issuer) and same_organ(target.issuer, source.issuer)
    else:
        spelt = coded.get((target.doc_type, target.number))
        fits = target.code is None and target.doc_type == source.doc_type and (spelt is None or spelt > target.start)
    if fits:
        target.issuer, target.worded = source.issuer, True
    return fits

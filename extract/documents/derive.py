"""The code that follows from type, number, year and issuer ("Thông tư 45/2018 của Bộ Tài chính" → 45/2018/TT-BTC).

Only where the Law on Promulgation leaves one symbol: decrees, circulars of a ministry, decisions of the Prime Minister
and of people's committees, resolutions of people's councils, each printed with its year behind the number. Resolutions of
the government and of the National Assembly bear other signs and are left alone.
"""

from __future__ import annotations

from functools import cache

from .lexicon import symbol_of_issuer
from .mention import Mention

# Codes have had this form since the Law on Promulgation of 1996 came into force.
_FIRST_YEAR = 1997
_LOCAL = {"Quyết định": ("Ủy ban nhân dân", "QĐ-UBND"), "Nghị quyết": ("Hội đồng nhân dân", "NQ-HĐND")}
# The people's committees wrote QĐ-UB before the law of 2004.
_LOCAL_FIRST_YEAR = 2005


def complete(mention: Mention) -> None:
    """Give a mention without a code the code that its words leave no doubt of, in place.

    Args:
        mention: the mention, its date and issuer already read. Its year is a part of its code where it is printed behind the
            number ("45/2018"); that of a decree is in any case.
    """
    if mention.doc_type == "Nghị định" and mention.issuer is None:
        mention.issuer = "Chính phủ"
    if mention.code is not None or mention.number is None or mention.year is None or mention.year < _FIRST_YEAR:
        return
    symbol = _symbol(mention) if mention.yeared or mention.doc_type == "Nghị định" else None
    if symbol is not None:
        mention.symbol = symbol
        mention.code = mention.document_id = f"{mention.number}/{mention.year}/{symbol}"


def _symbol(mention: Mention) -> str | None:
    issuer = (mention.issuer or "").removeprefix("Bộ trưởng ") if mention.doc_type == "Thông tư" else mention.issuer or ""
    if mention.doc_type == "Nghị định":
        return "NĐ-CP" if issuer == "Chính phủ" else None
    if mention.doc_type == "Thông tư":
        sign = _ministry(issuer)
        return f"TT-{sign}" if sign else None
    if mention.doc_type == "Quyết định" and issuer == "Thủ tướng Chính phủ":
        return "QĐ-TTg"
    organ, symbol = _LOCAL.get(mention.doc_type or "", ("", None))
    return symbol if organ and issuer.startswith(organ) and (mention.year or 0) >= _LOCAL_FIRST_YEAR else None


@cache
def _ministry(issuer: str) -> str | None:
    return symbol_of_issuer(issuer) if issuer.startswith("Bộ ") else None

"""Document codes: number, year, symbol, and what the symbol says of type and issuer ("70/2009/QĐ-TTg")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import issuer_symbols, type_symbols

_PART = r"[A-ZĐƯ][A-Za-zĐƯđưÐ&]{0,11}\d{0,2}"
CODE = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-zA-Z]?)"
    r"(?: ?[/\u2013-] ?(?P<year>(?:19|20)\d\d))?"
    rf" ?(?P<link>[/\u2013-]) ?(?P<symbol>{_PART}(?: ?[-\u2013/.] ?{_PART}){{0,4}})(?!\w)"
)
_SEPARATOR = re.compile(r" ?([-\u2013/.]) ?")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH(\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Code:
    """A document code taken apart.

    Attributes:
        number, year, symbol: its parts; the year is None where the code prints none.
        code: the canonical spelling.
        doc_type, issuer: what the symbol says, or None.
    """

    number: str
    year: int | None
    symbol: str
    code: str
    doc_type: str | None
    issuer: str | None


def read_code(match: re.Match[str]) -> Code | None:
    """Take a match of `CODE` apart; None when its symbol is none of a document.

    >>> read_code(CODE.search("Quyết định số 70/2009/QĐ-TTg")).issuer
    'Thủ tướng Chính phủ'
    """
    symbol = _canonical_symbol(match["symbol"])
    parts = re.split(r"[-/]", symbol)
    doc_type = type_symbols().get(parts[0])
    issuer = _issuer(parts)
    if _ASSEMBLY.match(parts[0]):
        doc_type = doc_type or ("Luật" if parts[0].startswith("QH") else None)
    if doc_type is None and issuer is None:
        return None
    if doc_type is None and len(parts) == 1 and not match["year"]:
        return None
    number = match["number"]
    year = int(match["year"]) if match["year"] else None
    link = "-" if match["link"] != "/" and year is None else "/"
    code = f"{number}/{year}/{symbol}" if year else f"{number}{link}{symbol}"
    return Code(number, year, symbol, code, doc_type, issuer)


def _canonical_symbol(printed: str) -> str:
    symbol = _SEPARATOR.sub(lambda m: "-" if m[1] in "-\u2013." else "/", printed).replace("Ð", "Đ")
    parts = re.split(r"([-/])", symbol)
    head = parts[0]
    if head not in type_symbols():
        # A lost separator: "QĐTTg" is "QĐ-TTg".
        for length in range(len(head) - 2, 1, -1):
            if head[:length] in type_symbols() and head[length:] in issuer_symbols():
                parts[0] = f"{head[:length]}-{head[length:]}"
                break
    return "".join(parts)


def _issuer(parts: list[str]) -> str | None:
    """Name the issuer that the parts of a symbol name; several parts name several ("TTLT-BYT-BNV")."""
    names = issuer_symbols()
    found = []
    for part in parts[1:] or parts:
        name = names.get(part)
        if name is None and _ASSEMBLY.match(part):
            name = "Ủy ban Thường vụ Quốc hội" if part.startswith("UBTV") else "Quốc hội"
        if name is not None and name not in found:
            found.append(name)
    if parts[0] in ("TTLT", "TTLB", "NQLT"):
        return " và ".join(found) or None
    return found[0] if found else None

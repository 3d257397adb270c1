"""Document codes: number, year, symbol, and what the symbol says of type and issuer ("70/2009/QĐ-TTg").

Copying loses slashes, puts blanks around them and turns hyphens into dashes; behind the name of a document type such a
spelling is still a code, alone in the text only the regular one is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from .lexicon import issuer_symbols, party_symbols, type_symbols

_DASHES = str.maketrans(
    {
        **dict.fromkeys("\u2013\u2014\u2212\u2010\u2011\u2012\u2015\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\t", " "),
        "\u2044": "/",
        "\u2215": "/",
    }
)
# The term of the National Assembly may have come off its sign: "QH 13".
_PART = r"(?:(?:UBTV)?QH (?:[89]|1[0-6])(?![\w/.,-]*\d)|[A-ZĐƯÐ][A-Za-zĐƯđưÐị&]{0,15}\d{0,2})"
CODE = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-zA-Z]?)"
    r"(?: ?[/-] ?(?P<year>(?:19|20)\d\d))?"
    rf"(?P<link> ?[/-]) ?(?P<symbol>{_PART}(?:(?: ?[-/] ?|\.){_PART}){{0,4}})(?!\w)"
)
"""A code wherever it stands; matches on `surface(text)`."""
_ANY = r"[^\W\d_][A-Za-zĐƯđưÐðị&]{0,11}\d{0,2}"
LOOSE = re.compile(
    r"(?P<number>\d{1,5}(?:[a-zA-Z](?= ?/)|[a-zA-Z]??))"
    r"(?: ?[/-] ?(?P<year>(?:19|20)\d\d))?"
    rf"(?P<link> ?[/-] ?| {{1,2}}|)(?P<symbol>{_ANY}(?:(?: ?[-/] ?|\.){_ANY}){{0,4}}(?: (?=[A-ZĐ]){_ANY})?)(?!\w)"
)
"""A code behind the name of a document type, whatever copying has done to it."""
PARTED = re.compile(
    rf"(?P<number>\d{{1,5}}[a-zA-Z]?)(?: ?[/-] ?(?P<year>(?:19|20)\d\d))?(?P<link> ?[/-]) ?(?P<symbol>(?:QĐ|QÐ|NQ|KH|CT|TB|NĐ|TT) {_PART})(?!\w)"
)
"""A code with a blank for the hyphen between type and issuer ("15/2019/QĐ UBND")."""
_OFF = re.compile(r"(QH) (\d)")
_SEPARATOR = re.compile(r" ?([-/.]| ) ?")
_ASSEMBLY = re.compile(r"(?:UBTV)?QHK?(\d{1,2})$")
_TERM = re.compile(r"(.*?\D)(\d{1,2})$")
STANDARD = re.compile(
    r"(?P<number>\d{1,5}(?:-\d{1,3})?(?:-[A-ZĐ]{1,4})?) ?: ?(?P<year>(?:19|20)\d\d)(?:/(?P<symbol>[A-ZĐ][A-Za-zĐ&]{1,11}))?(?!\w)"
)
"""The code of a technical standard ("QCVN 09:2008/BTNMT", "TCVN 5574:2012")."""


@dataclass(frozen=True, slots=True)
class Code:
    """A document code taken apart.

    Attributes:
        number, year, symbol: its parts; the year is None where the code prints none.
        code: its spelling without what copying has added or lost.
        document_id: its canonical spelling: "18-NQ/TW" for a Party organ, "70/2009/QĐ-TTg" for a state one.
        doc_type, issuer: what the symbol says, or None.
    """

    number: str
    year: int | None
    symbol: str
    code: str
    document_id: str
    doc_type: str | None
    issuer: str | None


@lru_cache(maxsize=4)
def surface(text: str) -> str:
    """Give a text with one dash, one slash and one blank; same length, so offsets hold."""
    return text.translate(_DASHES)


@cache
def _known() -> dict[str, str]:
    """Give the canonical spelling of a symbol's part by its letters in lower case ("qđ" and the misprint "qd" → "QĐ")."""
    table: dict[str, str] = {}
    names = [*type_symbols(), *(symbol for symbol in issuer_symbols() if "-" not in symbol), "QH", "UBTVQH"]
    for name in names:
        table.setdefault(name.lower(), name)
    for name in names:
        table.setdefault(name.lower().replace("đ", "d").replace("ư", "u"), name)
    return table


def _part(printed: str) -> tuple[str, bool]:
    """Spell a part of a symbol as the lexicons do; the second value says whether they know it."""
    part = printed.replace("Ð", "Đ").replace("ð", "đ")
    if part in type_symbols() or part in issuer_symbols():
        return part, True
    known = _known().get(part.lower())
    if known is not None:
        return known, True
    term = _TERM.fullmatch(part)
    if term is not None and (stem := _known().get(term[1].lower())) is not None:
        return stem + term[2], True
    return part, False


def _glued(part: str) -> list[str] | None:
    """Take "QĐTTg" apart into type and issuer, or None."""
    table = _known()
    low = part.replace("Ð", "Đ").lower()
    for length in range(len(low) - 2, 0, -1):
        head, tail = table.get(low[:length]), table.get(low[length:])
        if head in type_symbols() and tail in issuer_symbols() and tail != "QH":
            return [str(head), str(tail)]
    return None


def read_code(match: re.Match[str], typed: bool = False) -> Code | None:
    """Take a match of `CODE` or `LOOSE` apart.

    Args:
        match: the match, made on `surface(text)`.
        typed: whether the name of a document type stands right before it: then an unknown symbol will do.

    Returns:
        The code, or None when this is none of a document.

    >>> read_code(CODE.search("Quyết định số 70/2009/QĐ-TTg")).issuer
    'Thủ tướng Chính phủ'
    """
    pieces = _SEPARATOR.split(_OFF.sub(r"\1\2", match["symbol"]))
    parts: list[str] = []
    marks: list[str | None] = []
    recognised = 0
    for index, piece in enumerate(pieces[::2]):
        mark = pieces[index * 2 - 1] if index else None
        part, known = _part(piece)
        split = (
            None
            if piece in type_symbols() or part in issuer_symbols() or index
            else _glued(piece)
            if not known or part not in type_symbols()
            else None
        )
        if split is not None:
            parts += split
            marks += [mark, " "]
            recognised += 2
            continue
        parts.append(part)
        marks.append(mark)
        recognised += known
    if len(parts) == 2 and match["year"] and parts[0] in ("CP", "TTg", "UBND", "HĐND") and parts[1] in type_symbols():
        parts.reverse()  # "122/2017/CP-NĐ"
    link = match["link"].strip()
    printed_small = match["symbol"].islower() or not match["symbol"][:1].isupper()
    if (not link or printed_small or " " in marks) and (recognised < len(parts) or len(parts) < 2 or parts[0] not in type_symbols()):
        return None
    doc_type = type_symbols().get(parts[0])
    issuer = _issuer(parts, doc_type is not None)
    if _ASSEMBLY.match(parts[0]):
        doc_type = doc_type or ("Luật" if parts[0].startswith("QH") else None)
    if doc_type is None and issuer is None and not (typed and len(parts[0]) > 1 and match["symbol"].isupper()):
        return None
    if doc_type is None and len(parts) == 1 and not match["year"] and not typed:
        return None
    number = match["number"]
    year = int(match["year"]) if match["year"] else None
    party = parts[-1] in party_symbols() and doc_type is not None and len(parts) > 1
    default = "/" if party else "-"
    symbol = parts[0]
    for part, mark in zip(parts[1:], marks[1:], strict=True):
        symbol += ("." if mark == "." and doc_type is None else "-" if mark == "." else mark if mark in ("-", "/") else default) + part
    regular = parts[0] + "".join(default + part for part in parts[1:])
    joint = "-" if party else "/"
    code = f"{number}/{year}/{symbol}" if year else f"{number}{link or joint}{symbol}"
    document_id = f"{number}/{year}/{regular}" if year else f"{number}{joint}{regular}"
    return Code(number, year, symbol, code, document_id, doc_type, issuer)


def _issuer(parts: list[str], typed: bool) -> str | None:
    """Name the issuer that the parts of a symbol name; several parts name several ("TTLT-BYT-BNV").

    In letters ("1234/UBND-VX") the issuer comes first and a section of it follows.
    """
    names = issuer_symbols()
    found = []
    for part in parts[1:] if typed and len(parts) > 1 else parts[:1]:
        term = _TERM.fullmatch(part)
        name = names.get(part) or (names.get(term[1]) if term else None)
        if _ASSEMBLY.match(part):
            name = "Ủy ban Thường vụ Quốc hội" if part.startswith("UBTV") else "Quốc hội"
        if name is not None and name not in found:
            found.append(name)
    if parts[0] in ("TTLT", "TTLB", "NQLT", "KHLT", "CTPH", "QCPH", "HDLT", "TBLT", "CVLN"):
        return and_joined(found)
    if not found and not typed:  # an unknown type before a known issuer ("KSĐT-VKS")
        found = [names[part] for part in parts[1:] if part in names and part != "QH"]  # QH is also a section (quy hoạch)
    return found[0] if found else None


def and_joined(names: list[str]) -> str | None:
    """Join several issuers as Vietnamese does: "A, B và C"; None for none."""
    if not names:
        return None
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " và " + names[-1]

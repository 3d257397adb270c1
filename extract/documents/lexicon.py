"""Document types, issuers and programme names, from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..lexicon import PhraseTable, read_lexicon

_PACKAGE = "solieu.extract.documents"


@dataclass(frozen=True, slots=True)
class Programme:
    """A known programme whose name stands for a document."""

    code: str
    doc_type: str
    issuer: str
    issued: str
    about: str


@cache
def type_rows() -> list[dict[str, str]]:
    """Load the document types."""
    return read_lexicon(_PACKAGE, "doc_types.tsv", ("form", "doc_type", "class", "symbol"))


@cache
def type_table() -> PhraseTable[tuple[str, str]]:
    """Load (type, class) by the form it is printed in."""
    return PhraseTable((row["form"], (row["doc_type"], row["class"])) for row in type_rows())


@cache
def type_symbols() -> dict[str, str]:
    """Load the document type by the symbol of a code: `QĐ` → `Quyết định`."""
    symbols: dict[str, str] = {}
    for row in type_rows():
        for symbol in row["symbol"].split(","):
            if symbol.strip():
                symbols.setdefault(symbol.strip(), row["doc_type"])
    return symbols


@cache
def issuer_symbols() -> dict[str, str]:
    """Load the issuer by the symbol of a code: `TTg` → `Thủ tướng Chính phủ`."""
    rows = read_lexicon(_PACKAGE, "issuers.tsv", ("symbol", "issuer", "level", "note"))
    symbols: dict[str, str] = {}
    for row in rows:
        symbols.setdefault(row["symbol"], row["issuer"])
    return symbols


@cache
def issuer_names() -> PhraseTable[str]:
    """Load the issuers by the names they are printed with behind "của"."""
    rows = read_lexicon(_PACKAGE, "issuer_names.tsv", ("form", "issuer"))
    return PhraseTable((row["form"], row["issuer"]) for row in rows)


@cache
def programmes() -> PhraseTable[Programme]:
    """Load the known programme names."""
    rows = read_lexicon(_PACKAGE, "programmes.tsv", ("name", "code", "doc_type", "issuer", "issued", "about"))
    return PhraseTable(
        (row["name"], Programme(row["code"], row["doc_type"], row["issuer"], row["issued"], row["about"])) for row in rows
    )

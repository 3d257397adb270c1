"""Document types, issuers and programme names, from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..lexicon import PhraseTable, read_lexicon
from ..text.view import fold

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
def party_symbols() -> frozenset[str]:
    """Load the symbols of Party organs, whose codes are written "18-NQ/TW"."""
    rows = read_lexicon(_PACKAGE, "issuers.tsv", ("symbol", "issuer", "level", "note"))
    return frozenset(row["symbol"] for row in rows if row["note"].startswith("Party") and row["symbol"] not in ("CB", "TCCB"))


@cache
def local_issuers() -> frozenset[str]:
    """Load the issuers below the central ones, of which a symbol does not say where they are."""
    rows = read_lexicon(_PACKAGE, "issuers.tsv", ("symbol", "issuer", "level", "note"))
    return frozenset(row["issuer"] for row in rows if row["level"] != "central") - {
        row["issuer"] for row in rows if row["level"] == "central"
    }


@cache
def issuer_names() -> PhraseTable[str]:
    """Load the issuers by the names they are printed with behind "của"."""
    rows = read_lexicon(_PACKAGE, "issuer_names.tsv", ("form", "issuer"))
    ministers = [(f"bộ trưởng {row['form']}", f"Bộ trưởng {row['issuer']}") for row in rows if row["issuer"].startswith("Bộ ")]
    named = [(row["form"], row["issuer"]) for row in rows]
    return PhraseTable((form, issuer) for name, issuer in ministers + named for form in _ampersands(name))


def _ampersands(form: str) -> tuple[str, ...]:
    """Give a name in the spellings of its "and": "gd&đt" and "gd & đt", "giáo dục và đào tạo" and "giáo dục & đào tạo"."""
    spaced = form.replace("&", " & ") if "&" in form and " & " not in form else form
    return tuple(dict.fromkeys((form, spaced, form.replace(" và ", " & "), form.replace(" và ", "&"))))


def _programme_rows() -> list[tuple[str, Programme]]:
    rows = read_lexicon(_PACKAGE, "programmes.tsv", ("name", "code", "doc_type", "issuer", "issued", "about"))
    return [(row["name"], Programme(row["code"], row["doc_type"], row["issuer"], row["issued"], row["about"])) for row in rows]


@cache
def programmes() -> PhraseTable[tuple[Programme, ...]]:
    """Load the known programmes by name; a name may stand for several documents, oldest first."""
    by_name: dict[str, list[Programme]] = {}
    for name, programme in _programme_rows():
        by_name.setdefault(fold(name), []).append(programme)
    return PhraseTable((name, tuple(sorted(found, key=lambda one: one.issued))) for name, found in by_name.items())


@cache
def programmes_by_code() -> dict[str, tuple[Programme, ...]]:
    """Load the known programmes by the code of their document."""
    by_code: dict[str, list[Programme]] = {}
    for _, programme in _programme_rows():
        same = by_code.setdefault(programme.code, [])
        if all(one.issued != programme.issued for one in same):
            same.append(programme)
    return {code: tuple(found) for code, found in by_code.items()}


@cache
def programmes_by_date() -> dict[tuple[str, str], Programme]:
    """Load the known programmes by number and date of issue; what two documents share is left out."""
    found: dict[tuple[str, str], Programme | None] = {}
    for code, rows in programmes_by_code().items():
        for one in rows:
            key = (code.replace("-", "/").split("/")[0], one.issued)
            found[key] = one if key not in found else None
    return {key: one for key, one in found.items() if one is not None and key[1]}


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Load a list of words: `counted.tsv`, `law_names.tsv`, …; one folded form per row, in the file's order."""
    return tuple(row["form"] for row in read_lexicon(_PACKAGE, name, ("form",)))


def symbol_of_issuer(issuer: str) -> str | None:
    """Give the symbol an issuer uses in its codes: the longest without the signs and misprints of copying; None if unknown."""
    rows = read_lexicon(_PACKAGE, "issuers.tsv", ("symbol", "issuer", "level", "note"))
    symbols = [row["symbol"] for row in rows if row["issuer"] == issuer and row["symbol"].startswith("B") and row["note"] != "misprint"]
    plain = [symbol for symbol in symbols if symbol.isalpha()]
    return max(plain, key=len) if plain else None

"""Whether a predicted row is right, attribute by attribute, by the rules of matching of the gold format."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ...corpus.gold import GoldRow
from .alignment import PlainRow
from .words import phrases_agree, same_spelling, spell_out

PlaceCodes = Callable[[str, date | None, str | None], frozenset[str]]
"""From a path ("Như Xuân, Thanh Hóa", smallest first), the article's date and a level (or None) to the codes it may mean."""

WHOLE_RECORD = ("kind", "unit", "subject", "place", "period", "status", "change", "whole")
"""What must be right, beside the value, for a whole record to be right (the gold format's README)."""

_UNCHECKED = "?"
_RELATIVE = 1e-9  # values are printed decimals; more than rounding of floats is a wrong value


@dataclass(frozen=True, slots=True)
class Context:
    """What judging needs to know beside the rows.

    Attributes:
        published: the article's date, or None.
        long_forms: long form by abbreviation, for this article.
        place_codes: resolves gold paths that have no code; None: such places are not judged.
    """

    published: date | None = None
    long_forms: Mapping[str, str] = field(default_factory=dict)
    place_codes: PlaceCodes | None = None

    def codes_of(self, path: str | None, level: str | None = None) -> frozenset[str]:
        """Give the codes a gold path may mean; empty when that cannot be told."""
        return self.place_codes(path, self.published, level) if path and self.place_codes is not None else frozenset()


def same_number(gold: Any, predicted: Any) -> bool:
    """Say whether two numbers are equal up to the rounding of floats; two nulls are equal."""
    if gold is None or predicted is None:
        return gold is None and predicted is None
    return math.isclose(float(gold), float(predicted), rel_tol=_RELATIVE, abs_tol=1e-12)


def value_right(gold: GoldRow, predicted: PlainRow) -> bool:
    """Say whether a figure is found: its value, for a range both bounds."""
    columns = gold.columns
    if columns.get("value") is not None:
        return same_number(columns["value"], predicted.get("value"))
    return bounds_right(gold, predicted)


def bounds_right(gold: GoldRow, predicted: PlainRow) -> bool:
    """Say whether both bounds are right."""
    return all(same_number(gold.columns.get(name), predicted.get(name)) for name in ("low", "high"))


def one_of(listed: Any, predicted: Any) -> bool:
    """Say whether a label is one of the listed forms, case and blanks aside; nothing listed wants a null."""
    forms = listed if isinstance(listed, (list, tuple)) else str(listed or "").split(";")
    wanted = {_label(form) for form in forms if form and str(form).strip()}
    return _label(predicted) in wanted if wanted else predicted in (None, "")


def _label(value: Any) -> str:
    return " ".join(unicodedata.normalize("NFC", str(value or "")).casefold().split())


def judge_statistic(gold: GoldRow, predicted: PlainRow, context: Context) -> dict[str, bool | None]:
    """Judge the attributes of a found figure that stand in its own row (links are judged by `matching`).

    Returns:
        Whether each attribute is right; None where the gold does not say what would be.
    """
    columns = gold.columns
    period = columns.get("period") or {}
    judged: dict[str, bool | None] = {
        "kind": columns.get("kind") == predicted.get("kind"),
        "unit": one_of(columns.get("unit"), predicted.get("unit")),
        "per": one_of(columns.get("per"), predicted.get("per")),
        "subject": _subject_right(columns, predicted, context),
        "category": phrases_agree(columns.get("category"), predicted.get("category"), context.long_forms),
        "place": statistic_place_right(columns, predicted, context),
        "period": all(_iso(period.get(end)) == _iso(predicted.get(f"period_{end}")) for end in ("start", "end")),
        "status": (columns.get("status") or "actual") == (predicted.get("status") or "actual"),
        "change": columns.get("change") == predicted.get("change"),
        "baseline": phrases_agree(columns.get("baseline"), predicted.get("baseline"), context.long_forms),
        "qualifier": (columns.get("qualifier") or "exact") == (predicted.get("qualifier") or "exact"),
        "bounds": bounds_right(gold, predicted),
    }
    if "attribution" in columns:
        judged["attribution"] = phrases_agree(columns["attribution"], predicted.get("attribution"), context.long_forms)
    return judged


def _subject_right(columns: Mapping[str, Any], predicted: PlainRow, context: Context) -> bool | None:
    wanted, given = (" ".join(str(row.get(name) or "") for name in ("subject", "category")).strip() for row in (columns, predicted))
    return phrases_agree(wanted, given, context.long_forms) if wanted else None


def statistic_place_right(columns: Mapping[str, Any], predicted: PlainRow, context: Context) -> bool | None:
    """Judge the place of a figure by code; a gold row without a place wants a null, an unknown code is not judged."""
    code = columns.get("place_code")
    if code and code != _UNCHECKED:
        return bool(predicted.get("place_code") == code)
    if not columns.get("place"):
        return predicted.get("place_code") is None
    codes = context.codes_of(columns["place"])
    return predicted.get("place_code") in codes if codes else None


def document_right(gold: GoldRow, predicted: PlainRow) -> bool:
    """Say whether a document is found: its code, without one in the gold its type and number."""
    columns = gold.columns
    if columns.get("code"):
        return _code(columns["code"]) == _code(predicted.get("code"))
    return _label(columns.get("doc_type")) == _label(predicted.get("doc_type")) and _code(columns.get("number")) == _code(
        predicted.get("number")
    )


def _code(value: Any) -> str:
    return "".join(unicodedata.normalize("NFC", str("" if value is None else value)).split())


def judge_document(gold: GoldRow, predicted: PlainRow, context: Context) -> dict[str, bool | None]:
    """Judge the attributes of a found document; what the gold leaves null is not judged."""
    columns = gold.columns

    def issuer(value: Any) -> str:
        return same_spelling(spell_out(str(value or ""), context.long_forms))

    return {
        "doc_type": _label(columns["doc_type"]) == _label(predicted.get("doc_type")) if columns.get("doc_type") else None,
        "issuer": issuer(columns["issuer"]) == issuer(predicted.get("issuer")) if columns.get("issuer") else None,
        "issued": _iso(columns["issued"]) == _iso(predicted.get("issued")) if columns.get("issued") else None,
    }


def place_right(gold: GoldRow, predicted: PlainRow, context: Context) -> bool:
    """Say whether a place is found: its code; where the gold has none that can be told, its name."""
    columns = gold.columns
    code = columns.get("place_code")
    if code and code != _UNCHECKED:
        return bool(predicted.get("code") == code)
    codes = context.codes_of(columns.get("path"), columns.get("level")) if "place_code" not in columns else frozenset()
    if codes:
        return predicted.get("code") in codes
    name = columns.get("name") or str(columns.get("path") or gold.quote).split(",")[0]
    given = predicted.get("name") or predicted.get("quote") or ""
    return _bare(name) == _bare(given)


_TYPES = tuple(
    same_spelling(kind)
    for kind in ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường", "tp.", "tp", "tx.", "tx")
)


def _bare(name: str) -> str:
    """Give a name without its type word, in one spelling."""
    plain = same_spelling(str(name))
    for kind in _TYPES:
        if plain.startswith(kind + " "):
            return plain[len(kind) + 1 :]
    return plain


def has_name(predicted: PlainRow) -> bool:
    """Say whether a place mention carries a name: not one that only points back ("toàn tỉnh", "thị xã").

    The row's `named` decides when it is there; else a capital or digit outside the type words of the quote.
    """
    if predicted.get("named") is not None:
        return bool(predicted["named"])
    quote = unicodedata.normalize("NFC", str(predicted.get("quote") or ""))
    words = [word.strip(".,()") for word in quote.replace("TP.", "TP ").split()]
    syllables = {part for kind in _TYPES for part in kind.split()}
    return any(word and (word[0].isupper() or word[0].isdigit()) and same_spelling(word) not in syllables for word in words)


def _iso(value: Any) -> str | None:
    return value.isoformat()[:10] if isinstance(value, date) else str(value)[:10] if value else None

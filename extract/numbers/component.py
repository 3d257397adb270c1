"""`solieu_numbers`: numbers with their units as `doc.spans["numbers"]`."""

from __future__ import annotations

import re
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from ..doc import Component, put, rows_of, view_of
from ..linking.abbreviations import long_forms
from ..periods.scanner import scan_periods
from ..records import Number
from ..text.view import View
from ..tokenizer.segmenter import first_word
from .fractions import is_proportion
from .mention import Mask, Mention
from .scanner import scan_numbers
from .units import unit_at

_YEAR_TO = re.compile(r"(?:(?:từ|đến|tới) )?(?:19|20)\d\d")


class Numbers(Component):
    """Finds numbers outside dates, documents and place names.

    Args:
        guess_nouns: ask the word segmenter for a counting noun that no lexicon knows.
    """

    def __init__(self, guess_nouns: bool) -> None:
        super().__init__()
        self.guess_nouns = guess_nouns

    def annotate(self, doc: Doc) -> None:
        """Write `doc.spans["numbers"]`."""
        text = view_of(doc)
        mentions = scan_numbers(text, Mask(_masked(doc, text)), long_forms(text.text), first_word if self.guess_nouns else None)
        put(doc, "numbers", [_row(doc, text, mention) for mention in mentions])


def _masked(doc: Doc, text: View) -> list[tuple[int, int]]:
    """Give the spans that hold no numbers of their own; dates are looked up where no component has found them."""
    spans: list[tuple[int, int]] = []
    periods = rows_of(doc, "periods")
    if periods is None:
        spans += [
            (mention.start, mention.end) for mention in scan_periods(text.folded, None)[0] if not _amount(text, mention.start, mention.end)
        ]
    else:
        found = [(text.position(row["inner"]), text.position(row["end"])) for row in periods]
        spans += [(start, end) for start, end in found if not _amount(text, start, end)]
    for name in ("documents", "places"):
        for row in rows_of(doc, name) or ():
            if name == "documents" or row["named"]:
                spans.append((text.position(row["start"]), text.position(row["end"])))
    return spans


# "mất 1 giờ 35 phút": a length of time, though it is written like a time of day
_LASTS = re.compile(r"(?<!\w)(?:là|mất|hết|dài|bay|gần|hơn|chưa đầy|chưa đến|khoảng|trong|suốt|vòng|thời gian|chậm|muộn|sớm|nhanh|đạt) $")
_CLOCK = re.compile(r"\d{1,3} (?:giờ|tiếng)(?: đồng hồ)? \d{1,2} phút(?!\w)")
_OF_DAY = re.compile(r"[^.;\n]{3,24}? phút,? ?(?:sáng|trưa|chiều|tối|khuya|đêm|ngày|cùng ngày|hôm|hằng|hàng|giờ)(?!\w)")


_DAY_MONTH = re.compile(r"(?:từ |đến |tới )?\d{1,2}-\d{1,2}")
_FROM = re.compile(r"(?<!\w)(?:từ|đến|tới) (?=[\d-]+$)")
_RATIO = re.compile(r"\d{1,2}:\d{2}")


def _amount(text: View, start: int, end: int) -> bool:
    """Say whether what looks like a date or a time of day is an amount: the 2000 of "từ 1000 đến 2000 đồng", the 8-11 of "từ 8-11 độ C"."""
    if _RATIO.fullmatch(text.folded, start, end):
        return is_proportion(text.folded, start)
    if _DAY_MONTH.fullmatch(text.folded, start, end) and _FROM.search(text.folded, max(0, start - 4), end) is not None:
        unit = unit_at(text, end, True, {})
        return unit is not None and unit.kind in ("money", "measurement", "percentage")
    if _CLOCK.match(text.folded, start):
        lasts = _LASTS.search(text.folded, max(0, start - 12), start)
        return lasts is not None and _OF_DAY.match(text.folded, start) is None
    if not _YEAR_TO.fullmatch(text.folded, start, end):
        return False
    unit = unit_at(text, end, True, {})
    return unit is not None and unit.strength == "strong" and unit.kind in ("money", "measurement", "percentage")


def plain_number(value: Decimal | None) -> Number | None:
    """Give a Decimal as an int where it is whole, else as a float; None stays."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _row(doc: Doc, text: View, mention: Mention) -> dict[str, object]:
    start, end = text.source_span(mention.start, mention.end)
    number_end = text.source_span(mention.number_start, mention.number_end)[1]
    return {
        "start": start, "end": end, "quote": text.source[start:end], "kind": mention.kind,
        "value": plain_number(mention.value), "low": plain_number(mention.low), "high": plain_number(mention.high),
        "qualifier": mention.qualifier, "unit": mention.unit, "per": mention.per, "role": None, "confidence": None,
        "number_end": number_end, "left": text.source_span(mention.left, mention.end)[0], "form": mention.form,
        "printed": mention.printed, "group": mention.group, "strength": mention.strength, "estimate": mention.estimate,
        "doubt": mention.doubt, "single": mention.single, "of": mention.of,
    }  # fmt: skip


@Language.factory("solieu_numbers", assigns=["doc.spans"], default_config={"guess_nouns": True})
def create_numbers(nlp: Language, name: str, guess_nouns: bool) -> Numbers:
    """Make the component; `guess_nouns` as for `Numbers`."""
    return Numbers(guess_nouns)

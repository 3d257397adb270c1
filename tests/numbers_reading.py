"""What the number tests share: a pipeline with `solieu_numbers` alone, and figures written as one line each."""

from __future__ import annotations

from functools import cache

from solieu.extract import blank
from solieu.extract.language import SolieuLanguage
from solieu.extract.records import NumberRecord


@cache
def reader() -> SolieuLanguage:
    """Give the component alone behind the tokenizer."""
    nlp = blank(words=False)
    nlp.add_pipe("solieu_numbers")
    return nlp


def records(nlp: SolieuLanguage, text: str) -> list[NumberRecord]:
    """Give the records of the numbers of a text."""
    doc = nlp(text)
    return [span._.record for span in doc.spans["numbers"]]


def figures(nlp: SolieuLanguage, text: str) -> list[str]:
    """Write the numbers of a text as `kind value unit per denominator (qualifier)`, a range as `low..high`.

    The bounds are checked on the way: they follow from value and qualifier.
    """
    return [_line(record) for record in records(nlp, text)]


def _line(record: NumberRecord) -> str:
    value, qualifier = record.value, record.qualifier
    if value is not None:
        low = None if qualifier in ("nearly", "under", "at_most") else value
        high = None if qualifier in ("over", "at_least") else value
        assert (record.low, record.high) == (low, high)
    printed = (
        f"{record.low}..{record.high}"
        if value is None
        else f"{value:.4g}"
        if record.kind == "ratio" and isinstance(value, float)
        else str(value)
    )
    rate = f" per {record.per}" if record.per else ""
    words = f" ({qualifier})" if qualifier not in ("exact", "range") else ""
    return f"{record.kind} {printed} {record.unit or '-'}{rate}{words}"

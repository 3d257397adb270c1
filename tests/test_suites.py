"""The suites of `suites/`: forms of the press that were written without sight of the code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import solieu.extract
from solieu.corpus import Article
from spacy.language import Language
from spacy.tokens import Doc

SUITES = Path(__file__).parent / "suites"
FAMILIES = ("numbers", "periods", "documents", "places")


def _cases() -> Iterator[Any]:
    for family in FAMILIES:
        lines = (SUITES / f"{family}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            case = json.loads(line)
            yield pytest.param(family, case, id=f"{family}-{number}: {case['text'][:60]}")


@pytest.fixture(scope="module")
def components() -> dict[str, Language]:
    """Give each component alone behind the tokenizer."""
    made = {}
    for family in FAMILIES:
        nlp = solieu.extract.blank()
        nlp.add_pipe(f"solieu_{family}")
        made[family] = nlp
    return made


@pytest.mark.parametrize(("family", "case"), list(_cases()))
def test_every_expected_mention_is_read_right(components: dict[str, Language], family: str, case: dict[str, Any]) -> None:
    """Every mention of the case is found with the right columns; documents, periods and places find nothing else."""
    published = date.fromisoformat(case["published"]) if case.get("published") else None
    article = Article(id="case", text=case["text"], title=case.get("title") or "", published=published, source=case.get("source"))
    doc: Doc = components[family](article)  # type: ignore[arg-type]
    found = [(span.start_char, span.end_char, _columns(family, span._.record)) for span in doc.spans[family]]
    seen: dict[str, int] = {}
    for expected in case[family]:
        start = doc.text.index(expected["quote"], seen.get(expected["quote"], 0))
        seen[expected["quote"]] = start + 1
        end = start + len(expected["quote"])
        overlapping = [columns for a, b, columns in found if a < end and start < b]
        assert any(_agrees(family, columns, expected) for columns in overlapping), (expected, overlapping)
    if family in ("documents", "places"):
        assert len(found) == len(case[family]), [doc.text[a:b] for a, b, _ in found]


def _columns(family: str, record: Any) -> dict[str, Any]:
    names = {
        "numbers": ("value", "low", "high", "qualifier", "kind", "unit", "per"),
        "periods": ("period_start", "period_end"),
        "documents": ("doc_type", "number", "year", "symbol", "code", "issuer", "issued"),
        "places": ("code", "province_code", "level"),
    }[family]
    return {name: getattr(record, name) for name in names}


def _agrees(family: str, found: dict[str, Any], expected: dict[str, Any]) -> bool:
    if family == "numbers":
        values = all(_same_number(found[name], expected[name]) for name in ("value", "low", "high"))
        return (
            values
            and found["qualifier"] == expected["qualifier"]
            and all(_among(found[name], expected[name]) for name in ("kind", "unit", "per"))
        )
    if family == "periods":
        return (_iso(found["period_start"]), _iso(found["period_end"])) == (expected["start"], expected["end"])
    if family == "documents":
        same = all(found[name] == expected[name] for name in ("doc_type", "code", "number"))
        return same and _iso(found["issued"]) == expected["issued"] and _among(found["issuer"], expected["issuer"])
    return (found["code"], found["level"]) == (expected["code"], expected["level"])


def _same_number(found: Any, expected: float | None) -> bool:
    return found is None if expected is None else found is not None and float(found) == pytest.approx(expected, rel=1e-9)


def _among(found: str | None, expected: list[str | None] | None) -> bool:
    return found is None if expected is None else found in expected


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None

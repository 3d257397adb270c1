"""Each statistic once: repeats folded into the mention they point at, and every reference led there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .rows import Result

_TOGETHER: tuple[tuple[str, ...], ...] = (
    ("unit",), ("per",), ("subject",), ("category",), ("baseline",), ("attribution",), ("document_id",), ("total_id",), ("share_id",),
    ("place_name", "place_level", "place_code", "province_code", "place_code_2025", "province_code_2025"),
    ("period_start", "period_end", "period_text"),
)  # fmt: skip
"""What a repeat may add, in groups that are taken over as one: half a place or period of each mention would be neither's."""


def distinct_result(result: Result) -> Result:
    """Give the result of an article with each statistic once.

    A row with `same_as` is dropped; what the row it points at does not know is taken from its repeats, the first that does.
    `total_id`, `share_id` and the `statistic_ids` of audits that named a dropped row name the kept one; of audits that then
    say the same, the first stays. Flags of all mentions are kept.

    Args:
        result: the plain rows of one article; not changed.
    """
    rows = result["statistics"]
    known = {row["statistic_id"] for row in rows}
    kept_for = {row["statistic_id"]: row["same_as"] for row in rows if row["same_as"] in known}
    if not kept_for:
        return result
    kept = {row["statistic_id"]: dict(row) for row in rows if row["statistic_id"] not in kept_for}
    for row in rows:
        if row["statistic_id"] in kept_for:
            _fill(kept[kept_for[row["statistic_id"]]], row)
    for row_id, row in kept.items():
        for column in ("total_id", "share_id"):
            target = kept_for.get(row[column], row[column])
            row[column] = None if target == row_id else target
    return result | {"statistics": list(kept.values()), "audits": list(_audits(result["audits"], kept_for))}


def _fill(full: dict[str, Any], repeat: Mapping[str, Any]) -> None:
    """Take over from a repeat what a row does not know."""
    for columns in _TOGETHER:
        if all(full[column] is None for column in columns):
            full.update({column: repeat[column] for column in columns})
    full["flags"] = [*full["flags"], *(flag for flag in repeat["flags"] if flag not in full["flags"])]


def _audits(audits: Iterable[Mapping[str, Any]], kept_for: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    seen = set()
    for audit in audits:
        ids = list(dict.fromkeys(kept_for.get(one, one) for one in audit["statistic_ids"]))
        key = (audit["check"], tuple(ids))
        if key not in seen:
            seen.add(key)
            yield dict(audit) | {"statistic_ids": ids}

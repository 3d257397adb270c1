"""What the classifier of times learns from: which candidates have the annotated time, with and without the article's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...corpus.gold import GoldArticle, GoldRow
from .period_candidates import Time, time_key


def undated(gold: GoldArticle) -> GoldArticle | None:
    """Give an annotated article without its date, as most of an archive's come; None when it has none."""
    if gold.article.published is None:
        return None
    return replace(gold, article=replace(gold.article, published=None))


def times_worth(row: GoldRow, candidates: Sequence[Time | None]) -> tuple[float, ...]:
    """Give 1 for each candidate that is the annotated time, 0 for the others.

    A time is the annotated one by its start and end; where no candidate has them (the article's date was taken away,
    "hôm qua" is no day any more), by the words it is printed with.
    """
    period = row.columns.get("period") or {}
    wanted = (period.get("start"), period.get("end"))
    exact = tuple(float(time_key(one) == wanted) for one in candidates)
    said = " ".join(str(period.get("text") or "").casefold().split())
    if not said or (1.0 in exact and wanted != (None, None)):
        return exact
    return tuple(float(_printed(one, said)) for one in candidates)


def _printed(time: Time | None, said: str) -> bool:
    words = " ".join(str(time[2]).casefold().split()) if time is not None and time[2] else ""
    return bool(words) and (said in words or words in said)

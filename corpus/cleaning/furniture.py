"""Which lines of a page are furniture, and which paragraphs are printed twice."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_RUNNING = re.compile(r"\w[^.!?]{60,}[.!?]")
_PREFIX = re.compile(r"^\s*(?:\([^()\n]{2,30}\)\s*[-–]?\s*|[A-ZĐ]{2,12}\s*[-–]\s*)")
_BLANKS = re.compile(r"\s+")
_SHORTEST_REPEAT = 60
"""Characters a paragraph must have to count as printed twice; shorter lines may well recur (captions, headings)."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lines: dict[str, list[str]] = {"line": [], "tail": []}
    content = (files("solieu.corpus") / "data" / "furniture.tsv").read_text(encoding="utf-8")
    for row in content.splitlines():
        if row and not row.startswith("#"):
            pattern, where = row.split("\t")
            lines[where].append(f"(?:{pattern})")
    return re.compile("|".join(lines["line"])), re.compile("|".join(lines["tail"]))


def clean(raw: str) -> tuple[tuple[int, int], ...]:
    """Say what of a page is the article.

    Args:
        raw: the page's text, NFC.

    Returns:
        The half-open spans of `raw` to keep, in order; joined, they are the cleaned text. Nothing is rewritten: lines
        of furniture go, a paragraph printed twice goes the second time, and so do blanks at either end.
    """
    line_pattern, tail_pattern = _patterns()
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\n?", raw) if match.end() > match.start()]
    running = [bool(_RUNNING.search(raw, start, end)) for start, end in lines]
    last_running = max((index for index, is_running in enumerate(running) if is_running), default=-1)
    kept: list[tuple[int, int]] = []
    seen: set[str] = set()
    for index, (start, end) in enumerate(lines):
        line = raw[start:end].strip()
        folded = line.lower()
        if len(line) <= 200 and folded:
            if line_pattern.fullmatch(folded):
                continue
            if tail_pattern.fullmatch(folded):
                if index > last_running or _is_tail(index, running, lines, raw):
                    break
                continue
        if len(line) >= _SHORTEST_REPEAT:
            key = _BLANKS.sub(" ", _PREFIX.sub("", line)).lower()
            if key in seen:
                continue
            seen.add(key)
        kept.append((start, end))
    return _trimmed(raw, kept)


def _is_tail(index: int, running: list[bool], lines: list[tuple[int, int]], raw: str) -> bool:
    """Say whether what follows a tail marker is teasers, not the article: it is short, and most of the text came before."""
    before = sum(end - start for start, end in lines[:index])
    after = sum(end - start for start, end in lines[index + 1 :])
    return before > 3 * after and sum(running[:index]) >= 2


def _trimmed(raw: str, kept: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join neighbouring spans and trim blanks at both ends of the whole."""
    joined: list[tuple[int, int]] = []
    for start, end in kept:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    while joined:
        start, end = joined[0]
        stripped = start + len(raw[start:end]) - len(raw[start:end].lstrip())
        if stripped < end:
            joined[0] = (stripped, end)
            break
        joined.pop(0)
    while joined:
        start, end = joined[-1]
        stripped = start + len(raw[start:end].rstrip())
        if stripped > start:
            joined[-1] = (start, stripped)
            break
        joined.pop()
    return tuple(joined)

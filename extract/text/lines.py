"""Title and lead: the first lines of a text."""

from __future__ import annotations


def line_end(folded: str, count: int) -> int:
    """Give the end of the first `count` lines that hold text."""
    end = 0
    for _ in range(count):
        while end < len(folded) and folded[end] in "\n ":
            end += 1
        end = folded.find("\n", end)
        if end < 0:
            return len(folded)
    return end

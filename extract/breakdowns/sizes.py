"""How the noun and the value of a part compare with those of its whole."""

from __future__ import annotations

from ..figures import Figure


def some_of(whole: Figure, part: Figure) -> bool:
    """Say whether a count is a smaller one of the same noun, which the part itself names."""
    same = part.kind == whole.kind == "count" and bool(part.unit) and (part.unit == whole.unit or shortened(whole, part))
    return same and is_less(part, whole)


def is_less(part: Figure, whole: Figure) -> bool:
    """Say whether both figures are told exactly and the first is the smaller one."""
    return part.value is not None and whole.value is not None and part.value < whole.value


def shortened(whole: Figure, part: Figure) -> bool:
    """Say whether a part's noun is that of the whole cut short, or left out: the "33 bài" of "95 bài thi"."""
    return not part.unit or (whole.kind == "count" and (whole.unit or "").startswith(f"{part.unit} "))

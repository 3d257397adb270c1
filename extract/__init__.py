"""From Vietnamese text to tables of the figures it reports.

`load()` gives the spaCy pipeline, `blank()` its tokenizer alone, `to_frames(docs)` the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .language import blank, load
    from .tables import to_frames

__all__ = ["blank", "load", "to_frames"]


def __getattr__(name: str) -> Any:
    """Import spaCy and pandas only when they are asked for, so that the command line answers at once."""
    if name in ("load", "blank"):
        from . import language

        return getattr(language, name)
    if name == "to_frames":
        from .tables import to_frames

        return to_frames
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

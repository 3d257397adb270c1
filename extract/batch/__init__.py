"""Whole archives: articles in, tables out, resumable (`run`), or one result after the other (`stream`)."""

from .run import RunSummary, run, stream

__all__ = ["RunSummary", "run", "stream"]

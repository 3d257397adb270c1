"""What the commands print to people: progress bars, summaries, tables of what failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from ..batch import RunSummary

SHOWN_FAILURES = 30
"""Failed articles that are listed; the rest stand in the column `error` of `articles`."""


def error_console() -> Console:
    """Give a console on standard error."""
    from rich.console import Console

    return Console(stderr=True)


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int | None], None] | None]:
    """Give a callback that moves a progress bar, or None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=error_console(), transient=True) as bar:
        task = bar.add_task("articles", total=None)

        def advance(done: int, expected: int | None) -> None:
            bar.update(task, completed=done, total=None if expected is None else max(done, expected))

        yield advance


def print_summary(summary: RunSummary, console: Console) -> None:
    """Print the counts of a run and where its tables are."""
    from rich.table import Table

    table = Table(show_header=False, box=None)
    table.add_column(style="bold")
    table.add_column(justify="right")
    rows = [
        ("articles", summary.articles), ("figures", summary.statistics), ("documents", summary.documents),
        ("places", summary.places), ("audits", summary.audits), ("failed audits", summary.failed_audits),
        ("duplicate articles", summary.duplicates), ("failed articles", len(summary.failed)),
    ]  # fmt: skip
    for name, count in rows:
        table.add_row(name, f"{count:,}")
    console.print(table)
    if summary.resumed:
        console.print(f"{summary.resumed:,} of the articles were done by an earlier run", highlight=False)
    for file in summary.files:
        console.print(f"  {file}", markup=False, highlight=False, soft_wrap=True)


def print_sample(rows: list[dict[str, Any]], console: Console) -> None:
    """Print some rows of `statistics`: each figure as printed, what it says, and where it stands."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, title=f"The first {len(rows)} figures; the tables have all of them, with all columns.")
    table.title_justify, table.title_style = "left", ""
    table.add_column("article", overflow="ellipsis", no_wrap=True, max_width=14)
    for name in ("quote", "subject · category", "place", "period"):
        table.add_column(name, overflow="fold", no_wrap=name == "period")
    shown = None
    for row in rows:
        article = row["article_id"] if row["article_id"] != shown else None
        shown = row["article_id"]
        about = " · ".join(row[name] for name in ("subject", "category") if row[name])
        table.add_row(*(_cell(text) for text in (article, row["quote"], about, row["place_name"], _period(row))))
    console.print(table)


def _period(row: dict[str, Any]) -> str | None:
    """Give a period as an ISO 8601-2 interval ("../2019-12-31" has no start), or its words where no date is known."""
    start: str | None = row["period_start"]
    end: str | None = row["period_end"]
    words: str | None = row["period_text"]
    if start is None and end is None:
        return words
    return start if start == end else f"{start or '..'}/{end or '..'}"


def _cell(text: str | None) -> Text:
    """Give a cell with nothing that a terminal or `rich` would obey: articles are other people's text."""
    from rich.text import Text

    return Text("".join(char if char.isprintable() else " " for char in text or ""))


def print_failures(failed: list[tuple[str, str]], console: Console) -> None:
    """Print a table of the articles that could not be read or processed."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=f"{len(failed):,} article(s) failed", title_justify="left")
    table.add_column("article", overflow="fold")
    table.add_column("error", overflow="fold")
    for name, error in failed[:SHOWN_FAILURES]:
        table.add_row(escape(name), escape(error))
    console.print(table)
    if len(failed) > SHOWN_FAILURES:
        console.print(f"… and {len(failed) - SHOWN_FAILURES:,} more: see the column `error` of `articles`")

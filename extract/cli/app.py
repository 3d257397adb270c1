"""The command line: one module per command, registered here. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from ...corpus.errors import SolieuError
from .extract_command import extract

COMMANDS = ("evaluate", "train", "agreement", "card", "benchmark")
"""The other commands: function `<name>` in module `<name>_command`."""

GROUPS = ("annotate",)
"""Commands that have commands of their own: Typer app `<name>` in module `<name>_command`."""

INTERRUPTED = 130
"""Exit status behind Ctrl-C, as shells have it."""

app = typer.Typer(
    name="solieu",
    help="Figures, documents and places from Vietnamese news articles, as tables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from ..batch.manifest import solieu_version

        typer.echo(f"solieu {solieu_version()}")
        raise typer.Exit()


@app.callback()
def _common(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Figures, documents and places from Vietnamese news articles, as tables."""


app.command()(extract)
for _name in COMMANDS:
    if find_spec(f"{__package__}.{_name}_command") is not None:
        app.command(_name)(getattr(import_module(f".{_name}_command", __package__), _name))
for _name in GROUPS:
    if find_spec(f"{__package__}.{_name}_command") is not None:
        app.add_typer(getattr(import_module(f".{_name}_command", __package__), _name), name=_name)


def main() -> None:
    """Run the command line; errors become a message and an exit status, never a traceback.

    `SOLIEU_TRACEBACK=1` in the environment shows the traceback of an unexpected error.
    """
    try:
        app()
    except SolieuError as error:
        _fail(str(error), 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (KeyboardInterrupt, SystemExit) as ended:
        if isinstance(ended, SystemExit) and ended.code != INTERRUPTED:
            raise
        _fail("interrupted; the same command goes on where it stopped", INTERRUPTED)
    except Exception as error:
        if os.environ.get("SOLIEU_TRACEBACK"):
            raise
        _fail(f"unexpected {type(error).__name__}: {error} (SOLIEU_TRACEBACK=1 shows where)", 2)


def _fail(message: str, status: int) -> None:
    from .console import error_console

    error_console().print(f"solieu: {message}", style="red", markup=False, highlight=False, soft_wrap=True)
    sys.exit(status)

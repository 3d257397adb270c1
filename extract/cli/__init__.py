"""The command `solieu`."""

from .app import main

__all__ = ["main"]

"""The errors that solieu raises on purpose. Every message names what was read, where, and what was expected."""

from __future__ import annotations


class SolieuError(Exception):
    """Root of all errors raised by solieu on purpose."""


class ArticleError(SolieuError):
    """An article could not be read: a broken line, an unknown encoding, a binary file, nothing in it."""


class AnnotationError(SolieuError):
    """An annotated article or a gold file breaks its format."""


class ModelError(SolieuError):
    """A model file is missing, of an unknown format, or made by versions that do not fit."""

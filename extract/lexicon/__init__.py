"""Reading the lexicons: tab-separated files beside the code that uses them, checked as they are read."""

from .phrases import PhraseTable
from .reader import LexiconError, read_lexicon

__all__ = ["LexiconError", "PhraseTable", "read_lexicon"]

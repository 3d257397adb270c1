"""Reading the lexicons: tab-separated files beside the code that uses them, checked as they are read."""

from .phrases import PhraseTable, any_of
from .reader import LexiconError, read_lexicon

__all__ = ["LexiconError", "PhraseTable", "any_of", "read_lexicon"]

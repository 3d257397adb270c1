"""Reading the lexicons: tab-separated files beside the code that uses them, checked as they are read."""

from .reader import LexiconError, read_lexicon
from .phrases import PhraseTable

__all__ = ["LexiconError", "PhraseTable", "read_lexicon"]

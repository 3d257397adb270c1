"""Underthesea's word segmentation, laid over tokens that stay as they are.

`underthesea.word_tokenize` cuts the text with patterns of its own and respells words, so that its words no longer spell
the text. Its model, a CRF over syllables, is sound: it is given our tokens and says which of them join to a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from .patterns import SYLLABLE, TOKEN


class WordSegmenter:
    """Says which tokens of a sentence continue the word of the token before them."""

    def __init__(self) -> None:
        import underthesea.pipeline.word_tokenize as package
        from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

        self._tagger = FastCRFSequenceTagger()
        models = sorted((Path(package.__file__).parent / "models").glob("ws_crf_*"))
        self._tagger.load(str(models[-1]))

    def joins(self, tokens: Sequence[str]) -> list[bool]:
        """Give for each token of one sentence whether it continues the word before it."""
        if not tokens:
            return []
        labels = self._tagger.predict([[token] for token in tokens])
        return [
            index > 0 and label == "I-W" and SYLLABLE.fullmatch(token) is not None and SYLLABLE.fullmatch(tokens[index - 1]) is not None
            for index, (token, label) in enumerate(zip(tokens, labels, strict=True))
        ]


@cache
def segmenter() -> WordSegmenter:
    """Load the segmenter; the first call reads underthesea's model, later ones give the same object."""
    return WordSegmenter()


@lru_cache(maxsize=4096)
def first_word(text: str) -> str | None:
    """Give the first word of a stretch of text, or None when it begins with no letter.

    >>> first_word("kỹ sư thủy lợi của tỉnh")
    'kỹ sư'
    """
    tokens = [match for match in TOKEN.finditer(text) if not match[0].isspace()][:8]
    if not tokens or SYLLABLE.fullmatch(tokens[0][0]) is None:
        return None
    joins = segmenter().joins([token[0] for token in tokens])
    end = tokens[0].end()
    for token, joined in zip(tokens[1:], joins[1:], strict=True):
        if not joined:
            break
        end = token.end()
    return text[tokens[0].start() : end]

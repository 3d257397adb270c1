"""A spaCy tokenizer for Vietnamese that never changes the text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from ..text.sentences import sentence_bounds
from .patterns import PAIR
from .segmenter import segmenter


class Tokenizer:
    """Cuts a text into tokens whose texts and blanks spell it exactly: `Tokenizer(...)(text).text == text`.

    Numbers, percentages, dates and document codes are whole tokens; no token crosses the end of a sentence or a line.
    Sentence starts are set, so `doc.sents` works behind it.

    Args:
        vocab: the vocabulary of the pipeline.
        words: join syllables to Vietnamese words with underthesea's model ("cán bộ" one token). It is the dear step
            (some thirty times the rest of the tokenizer), so the extraction pipeline, which does not need it, goes
            without: then each syllable is a token.
    """

    def __init__(self, vocab: Vocab, words: bool = True) -> None:
        self.vocab = vocab
        self.words = words

    def __call__(self, text: str) -> Doc:
        """Tokenize a text; any string is allowed, the empty one too."""
        pairs = PAIR.findall(text)
        starts = {start for start, _ in sentence_bounds(text)}
        if self.words and pairs:
            pairs = _joined(pairs, starts)
        words = [piece for piece, _ in pairs]
        spaces = [bool(blank) for _, blank in pairs]
        positions = accumulate((len(piece) + len(blank) for piece, blank in pairs), initial=0)
        sentence_starts: list[bool | int | None] = list(islice((position in starts for position in positions), len(pairs)))
        if sentence_starts:
            sentence_starts[0] = True
        return Doc(self.vocab, words=words, spaces=spaces, sent_starts=sentence_starts)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Tokenize a stream of texts."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Serialise the settings."""
        return json.dumps({"words": self.words}).encode()

    def from_bytes(self, data: bytes, **kwargs: Any) -> Tokenizer:
        """Restore the settings."""
        self.words = bool(json.loads(data)["words"])
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Save the settings to a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **kwargs: Any) -> Tokenizer:
        """Restore the settings from a file."""
        return self.from_bytes(Path(path).read_bytes())


Pair = tuple[str, str]


def _joined(pairs: list[Pair], starts: set[int]) -> list[Pair]:
    """Join the syllables of words, sentence by sentence; only over a single blank."""
    out: list[Pair] = []
    sentence: list[Pair] = []

    def flush() -> None:
        visible = [index for index, (piece, _) in enumerate(sentence) if not piece.isspace()]
        joins = dict(zip(visible, segmenter().joins([sentence[index][0] for index in visible]), strict=True))
        begin = len(out)
        for index, (piece, blank) in enumerate(sentence):
            if joins.get(index) and len(out) > begin and out[-1][1] == " ":
                out[-1] = (f"{out[-1][0]} {piece}", blank)
            else:
                out.append((piece, blank))
        sentence.clear()

    position = 0
    for piece, blank in pairs:
        if position in starts and sentence:
            flush()
        sentence.append((piece, blank))
        position += len(piece) + len(blank)
    flush()
    return out


@registry.tokenizers("solieu.Tokenizer.v1")
def create_tokenizer(words: bool = True) -> Callable[[Language], Tokenizer]:
    """Make the tokenizer from a spaCy config; `words` as for `Tokenizer`."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, words=words)

    return make

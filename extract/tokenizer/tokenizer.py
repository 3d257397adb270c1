"""A spaCy tokenizer for Vietnamese that never changes the text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from ..text.sentences import sentence_bounds
from .patterns import TOKEN
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
        starts = {start for start, _ in sentence_bounds(text)}
        pieces = TOKEN.findall(text)
        if self.words and text:
            pieces = _joined(pieces, starts)
        words: list[str] = []
        spaces: list[bool] = []
        sentence_starts: list[bool | int | None] = []
        position = 0
        for piece in pieces:
            if piece == " " and words and not spaces[-1]:
                spaces[-1] = True
                position += 1
                continue
            if piece[0] == " " and piece.isspace() and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
                position += 1
            words.append(piece)
            spaces.append(False)
            sentence_starts.append(position in starts or not sentence_starts)
            position += len(piece)
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


def _joined(pieces: list[str], starts: set[int]) -> list[str]:
    """Join the syllables of words, sentence by sentence; only over a single blank."""
    out: list[str] = []
    sentence: list[str] = []

    def flush() -> None:
        visible = [index for index, piece in enumerate(sentence) if not piece.isspace()]
        joins = dict(zip(visible, segmenter().joins([sentence[index] for index in visible]), strict=True))
        begin = len(out)
        for index, piece in enumerate(sentence):
            if joins.get(index) and len(out) - begin >= 2 and out[-1] == " ":
                out.pop()
                out[-1] = f"{out[-1]} {piece}"
            else:
                out.append(piece)
        sentence.clear()

    position = 0
    for piece in pieces:
        if position in starts and sentence:
            flush()
        sentence.append(piece)
        position += len(piece)
    flush()
    return out


@registry.tokenizers("solieu.Tokenizer.v1")
def create_tokenizer(words: bool = True) -> Callable[[Language], Tokenizer]:
    """Make the tokenizer from a spaCy config; `words` as for `Tokenizer`."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, words=words)

    return make

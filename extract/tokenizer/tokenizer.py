"""A spaCy tokenizer for Vietnamese that never changes the text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy import registry
from spacy.language import Language
from spacy.tokens import Doc
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
        pieces = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
        starts = {start for start, _ in sentence_bounds(text)}
        if self.words and text:
            pieces = _joined(text, pieces, starts)
        words: list[str] = []
        spaces: list[bool] = []
        sentence_starts: list[bool] = []
        pending = True
        for start, end in pieces:
            piece = text[start:end]
            if piece.isspace():
                if piece[0] == " " and words and not spaces[-1]:
                    spaces[-1] = True
                    piece = piece[1:]
                if not piece:
                    continue
            if start in starts:
                pending = True
            words.append(piece)
            spaces.append(False)
            sentence_starts.append(pending and (start in starts or not sentence_starts))
            if start in starts:
                pending = False
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


def _joined(text: str, pieces: list[tuple[int, int]], starts: set[int]) -> list[tuple[int, int]]:
    """Join the syllables of words, sentence by sentence; only over a single blank."""
    out: list[tuple[int, int]] = []
    sentence: list[tuple[int, int]] = []

    def flush() -> None:
        visible = [piece for piece in sentence if not text[piece[0] : piece[1]].isspace()]
        joins = dict(zip(visible, segmenter().joins([text[a:b] for a, b in visible]), strict=True))
        for piece in sentence:
            if joins.get(piece) and len(out) > 1 and text[out[-1][0] : out[-1][1]] == " ":
                out.pop()
                out[-1] = (out[-1][0], piece[1])
            else:
                out.append(piece)
        sentence.clear()

    for piece in pieces:
        if piece[0] in starts and sentence:
            flush()
        sentence.append(piece)
    flush()
    return out


@registry.tokenizers("solieu.Tokenizer.v1")
def create_tokenizer(words: bool = True) -> Callable[[Language], Tokenizer]:
    """Make the tokenizer from a spaCy config; `words` as for `Tokenizer`."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, words=words)

    return make

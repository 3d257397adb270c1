"""A folded view of a text: what the rules match on, with offsets into the text as given.

Vietnamese is typed with composed and decomposed letters, with the tone mark of an open diphthong on either vowel
("hoà" and "hòa", "thuỷ" and "thủy"), with several dashes and several spaces. Rules match on one spelling, the
*folded* one, in which every character stands for exactly one character of the NFC text, so that an offset into the
folded text is an offset into the NFC text; `View.source_span` leads from there to the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

# One character to one character: spaces of every kind, dashes, quotes, look-alikes of đ (U+00D0 is Icelandic Eth).
_TRANSLATE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("\u2013\u2014\u2212\u2010\u2011\u2012\u2015\uff0d", "-"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb\u201e\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
        "ð": "đ",
        "\uff05": "%",
        "\u2044": "/",
        "\u2215": "/",
    }
)

# Old-style tone placement (oà, oè, uỳ in open syllables) to the style the lexicons are written in (òa, òe, ùy).
# "q" and "g" take the u or i to themselves (quý, gia), so "quỳ" stays. Source: Quyết định 240/QĐ (1984) describes both.
_OLD_TONE = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|(?<!q)u[ỳýỷỹỵ](?!\w)")
_MOVED = {
    f"{first}{marked}": f"{moved}{plain}"
    for first, plain, pairs in (
        ("o", "a", zip("àáảãạ", "òóỏõọ", strict=True)),
        ("o", "e", zip("èéẻẽẹ", "òóỏõọ", strict=True)),
        ("u", "y", zip("ỳýỷỹỵ", "ùúủũụ", strict=True)),
    )
    for marked, moved in pairs
}


@dataclass(frozen=True, slots=True)
class View:
    """One text in three spellings.

    Attributes:
        source: the text as it was given.
        text: the NFC form of it.
        folded: `text` in lower case, with one spelling for tone marks, dashes, quotes and spaces; same length.
        offsets: where each character of `text` begins in `source`, plus the length of `source`; empty when `source` is
            NFC already and offsets are the same.
    """

    source: str
    text: str
    folded: str
    offsets: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span of `source` for the half-open span `start:end` of `text`, in code points."""
        if not self.offsets:
            return start, end
        return self.offsets[start], self.offsets[end]

    def position(self, source_offset: int) -> int:
        """Give the offset into `text` for an offset into `source` that begins a character of `text`."""
        return bisect_left(self.offsets, source_offset) if self.offsets else source_offset


def fold(text: str) -> str:
    """Fold an NFC text; the result has the same length. See the module's docstring for what is folded.

    >>> fold("Thuỷ lợi, hoà bình – 5 %")
    'thủy lợi, hòa bình - 5 %'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals (İ) have a two-character lower case
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    lowered = lowered.translate(_TRANSLATE)
    return _OLD_TONE.sub(lambda match: _MOVED[match[0]], lowered)


def _compose(source: str) -> tuple[str, tuple[int, ...]]:
    """Give the NFC form of `source` and where each of its characters begins in `source`."""
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    piece = ""
    for position, char in enumerate(source):
        longer = unicodedata.normalize("NFC", source[start : position + 1])
        alone = unicodedata.normalize("NFC", char)
        if position > start and unicodedata.combining(char) == 0 and longer == piece + alone:
            pieces.append(piece)
            offsets.extend([start] * len(piece))
            start, piece = position, alone
        else:
            piece = longer
    pieces.append(piece)
    offsets.extend([start] * len(piece))
    return "".join(pieces), (*offsets, len(source))


@lru_cache(maxsize=16)
def view(source: str) -> View:
    """Make the view of a text. Pure, so the last few are remembered: every component asks for the same one."""
    if unicodedata.is_normalized("NFC", source):
        return View(source, source, fold(source), ())
    text, offsets = _compose(source)
    return View(source, text, fold(text), offsets)

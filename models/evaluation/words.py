"""Comparing Vietnamese phrases: one spelling, abbreviations spelt out, stop words aside, overlap of words.

A word here is a syllable as printed between blanks and punctuation: that needs no segmenter, so two systems are
compared on the same words whatever they segment with.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

LEAST_F1 = 0.5
"""Two phrases agree from this word F1 on (the rules of matching in the gold format's README)."""
LEAST_COVERED = 0.75
"""… or when this share of the gold phrase's words is covered (same source)."""

_FUNCTION_WORDS = (
    "của và các những có là được bị trong ngoài ở tại cho với về theo từ đến tới do để vào ra này đó kia ấy thì mà"
    " đã đang sẽ cùng hoặc hay như khi nên vì bởi bằng trên dưới"
)
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Function words that carry no part of a subject; chosen for this project from the closed classes (prepositions,
conjunctions, articles, tense and passive markers). Words that tell groups apart (không, chưa, thuộc, qua) are kept."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def same_spelling(text: str) -> str:
    """Give a form in which spellings of one text are equal: case, tone placement ("hoà", "hòa"), dashes and blanks.

    >>> same_spelling("Thanh  Hoá") == same_spelling("thanh hóa")
    True
    """
    letters = []
    for syllable in re.split(r"[\s\u00a0_\u2010-\u2015-]+", unicodedata.normalize("NFD", text).casefold().strip()):
        tones = sorted(char for char in syllable if char in _TONES)
        letters.append("".join(char for char in syllable if char not in _TONES) + "".join(tones))
    return " ".join(letter for letter in letters if letter)


def spell_out(phrase: str, long_forms: Mapping[str, str]) -> str:
    """Replace the abbreviations of a phrase by their long forms, longest first.

    Args:
        phrase: as annotated or predicted.
        long_forms: long form by short form, as printed ("CBCC" → "cán bộ, công chức").
    """
    found = sorted((short for short in long_forms if short and short in phrase), key=lambda short: (-len(short), short))
    if not found:
        return phrase
    pattern = r"(?<!\w)(?:" + "|".join(re.escape(short) for short in found) + r")(?!\w)"
    return re.sub(pattern, lambda match: long_forms[match[0]], phrase)


def content_words(phrase: str | None, long_forms: Mapping[str, str]) -> Counter[str]:
    """Give the words of a phrase with their counts: abbreviations spelt out, one spelling, stop words aside."""
    if not phrase:
        return Counter()
    plain = unicodedata.normalize("NFC", spell_out(unicodedata.normalize("NFC", phrase), long_forms))
    words = [word.casefold() for word in _WORD.findall(plain)]
    return Counter(same_spelling(word) for word in words if word not in STOP_WORDS)


def word_f1(gold: Counter[str], predicted: Counter[str]) -> float:
    """Give the F1 of the predicted words against the gold words, repeated words counted, 0 to 1."""
    total = gold.total() + predicted.total()
    return 2 * (gold & predicted).total() / total if total else 1.0


def phrases_agree(gold: str | None, predicted: str | None, long_forms: Mapping[str, str]) -> bool:
    """Say whether two phrases mean the same by their words (`LEAST_F1`, `LEAST_COVERED`); two nulls agree."""
    if not gold or not predicted:
        return not gold and not predicted
    wanted, given = content_words(gold, long_forms), content_words(predicted, long_forms)
    if not wanted:  # nothing but stop words: compare as printed
        return same_spelling(gold) == same_spelling(predicted)
    covered = (wanted & given).total() / wanted.total()
    return covered >= LEAST_COVERED or word_f1(wanted, given) >= LEAST_F1

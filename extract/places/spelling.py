"""One spelling for the syllables of place names, so that Kì/Kỳ, Qui/Quy, Đăk/Đắk, Krong/Krông are looked up alike."""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.view import fold
from .words import words

_FINAL_Y = re.compile(r"(?<=[bcdđghklmnprstvx])[yỳýỷỹỵ]$")
_I_FOR_Y = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_KEY = re.compile(r"[^\w]+")


@lru_cache(maxsize=20_000)
def syllable(folded: str) -> str:
    """Give the spelling by which a folded syllable is looked up: i for y behind a consonant, one form of Đắk, no leading zero."""
    plain = folded.replace("'", "")
    plain = words().syllables.get(plain, plain)
    if plain.isdigit():
        return plain.lstrip("0") or plain
    return _FINAL_Y.sub(lambda match: match[0].translate(_I_FOR_Y), plain)


def name_key(name: str) -> tuple[str, ...]:
    """Give the syllables a name is looked up by: folded, hyphens and apostrophes aside."""
    return folded_key(fold(name))


def folded_key(folded: str) -> tuple[str, ...]:
    """As `name_key`, for a name that is folded already."""
    plain = folded.replace("'", "")
    parts = plain.split(" ") if plain.replace(" ", "").isalnum() else _KEY.split(plain)
    return tuple([syllable(part) for part in parts if part])

"""Abbreviations: those an article defines itself ("cán bộ, công chức (CBCC)"), then those of the lexicon."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from ..numbers.units import abbreviation_map

_DEFINITION = re.compile(r"\(\s?(?:gọi tắt là |viết tắt là |sau đây gọi là )?([A-ZĐƯ][A-ZĐƯ,&./ -]{1,14})\s?\)")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = re.compile(r"[ ,&./-]")


def _initials(word: str) -> str:
    """Give the letters a syllable may be abbreviated to: its first letter with and without its mark."""
    first = word[0].upper()
    return first + unicodedata.normalize("NFD", first)[0].replace("Đ", "D")


@lru_cache(maxsize=16)
def defined_in(text: str) -> Mapping[str, str]:
    """Find the abbreviations a text defines: the words before "(CBCC)" whose initials spell it.

    >>> dict(defined_in("Đội ngũ cán bộ, công chức (CBCC) cấp xã"))
    {'CBCC': 'cán bộ, công chức'}
    """
    found: dict[str, str] = {}
    for match in _DEFINITION.finditer(text):
        short = match[1].strip()
        letters = _SEPARATORS.sub("", short)
        before = list(_WORD.finditer(text, max(0, match.start() - 120), match.start()))
        words: list[re.Match[str]] = []
        index = len(letters) - 1
        for word in reversed(before):
            if index < 0:
                break
            if letters[index] in _initials(word[0]):
                words.append(word)
                index -= 1
            elif word[0].lower() in ("và", "của", "các", "về"):
                continue
            else:
                break
        if index < 0 and len(words) > 1:
            long = " ".join(text[words[-1].start() : match.start()].split()).strip(" ,")
            if "\n" not in text[words[-1].start() : match.start()]:
                found.setdefault(short, long)
    return MappingProxyType(found)


@lru_cache(maxsize=16)
def long_forms(text: str) -> Mapping[str, str]:
    """Give all abbreviations that hold for a text, short to long; the text's own definitions win."""
    return MappingProxyType({**abbreviation_map(), **defined_in(text)})


_SHORT = re.compile(r"(?<!\w)(?<!\d )[A-ZĐƯ][A-ZĐƯ&]{1,}(?:[,./& -]{1,2}[A-ZĐƯ]{2,}){0,3}(?!\w)(?:\.(?= ))?")


def spell_out(phrase: str, text: str) -> str:
    """Spell out the abbreviations of a phrase of a text."""
    table = long_forms(text)

    def replace(match: re.Match[str]) -> str:
        printed = match[0].removesuffix(".")
        if printed in table:
            return table[printed]
        if printed != match[0]:
            return match[0]
        parts = re.split(r"([,./& -]{1,2})", printed)
        if any(part in table for part in parts):
            return "".join(table.get(part, part) for part in parts)
        return printed

    return _SHORT.sub(replace, phrase)

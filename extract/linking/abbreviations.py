"""Abbreviations: those an article defines itself ("cán bộ, công chức (CBCC)"), then those of the lexicon."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from ..numbers.units import abbreviation_map, other_readings

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
    """Give all abbreviations that hold for a text, short to long; the text's own definitions win.

    >>> long_forms("Đại hội CĐ tỉnh")["CĐ"], long_forms("Trường cao đẳng nghề tuyển 200 SV hệ CĐ")["CĐ"]
    ('công đoàn', 'cao đẳng')
    """
    return MappingProxyType({**abbreviation_map(), **_told_otherwise(text), **defined_in(text)})


def _told_otherwise(text: str) -> dict[str, str]:
    """Give the abbreviations whose second reading a text prints, and never the first."""
    folded = unicodedata.normalize("NFC", text).lower()

    def prints(words: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(words.lower())}(?!\w)", folded) is not None

    usual = abbreviation_map()
    return {short: other for short, other in other_readings().items() if short in text and prints(other) and not prints(usual[short])}


_SHORT = re.compile(
    r"(?<!\w)(?<!\d )[A-ZĐƯ][A-ZĐƯ&]{1,}(?:[,./& -]{1,2}[A-ZĐƯ]{2,}){0,3}(?!\w)(?! ?-?(?!(?:19|20)\d\d(?!\d))\d{3})(?:\.(?= ))?"
)


def spell_out(phrase: str, text: str) -> str:
    """Spell out the abbreviations of a phrase of a text."""
    table = long_forms(text)

    def replace(match: re.Match[str]) -> str:
        printed = match[0].removesuffix(".")
        if printed in table:
            return table[printed]
        if printed != match[0]:
            return match[0]
        return _pieces_spelt_out(re.split(r"([,./& -]{1,2})", printed), table)

    return _SHORT.sub(replace, phrase)


def _pieces_spelt_out(parts: list[str], table: Mapping[str, str]) -> str:
    """Spell out what stands between signs, the longest abbreviations first: "GRDP", " ", "TP", ". ", "HCM" hold "TP. HCM"."""
    out, at = [], 0
    while at < len(parts):
        end = next((end for end in range(len(parts), at, -1) if "".join(parts[at:end]) in table), at + 1)
        out.append(table.get("".join(parts[at:end]), parts[at]))
        at = end
    return "".join(out)

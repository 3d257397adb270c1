"""Spelling of unit names: splitting off the type word, one tone-mark style, keys for comparison."""

from __future__ import annotations

import re
import unicodedata

TYPES: tuple[str, ...] = (
    "thành phố",
    "thị trấn",
    "đặc khu",
    "thị xã",
    "phường",
    "huyện",
    "quận",
    "tỉnh",
    "xã",
)

_TONED = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "òe": "oè",
    "óe": "oé",
    "ỏe": "oẻ",
    "õe": "oẽ",
    "ọe": "oẹ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ũy": "uỹ",
    "ụy": "uỵ",
}
_OPEN = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_TO_FIRST = {final: first for first, final in _TONED.items()}


def _first_vowel(match: re.Match[str]) -> str:
    found = match.group()
    moved = _TO_FIRST[found.lower()]
    if found.isupper():
        return moved.upper()
    return moved.capitalize() if found[0].isupper() else moved


def clean(text: str) -> str:
    """Return text in NFC with single spaces, tight hyphens, ASCII apostrophes and the tone on the first vowel.

    The official lists write both "Hoà" and "Hòa"; the gazetteer keeps the second.
    """
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("–", "-")
    text = " ".join(text.split())
    text = re.sub(r"\s*-\s*", "-", text)
    text = re.sub(r"\s*'\s*", "'", text)
    return _OPEN.sub(_first_vowel, text)


def split(full: str) -> tuple[str, str]:
    """Split "Thị Xã Buôn Hồ" into type and name; numbers lose their leading zero, lower initials are raised."""
    text = clean(full)
    for kind in TYPES:
        if text.lower().startswith(kind + " "):
            name = text[len(kind) + 1 :]
            if name.isdigit():
                name = str(int(name))
            return kind, " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
    raise ValueError(f"no unit type in {full!r}")


def slug(text: str, joint: str = "") -> str:
    """Return text without marks, spaces and punctuation, in lower case: "Đắk Lắk" → "daklak"."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return joint.join(re.findall(r"[a-z0-9]+", bare))


def key(text: str) -> str:
    """Return `slug` with i for y: two spellings of one name have one key."""
    return slug(text).replace("y", "i")

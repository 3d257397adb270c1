"""Names of places outside Viet Nam, from `gazetteer/abroad.tsv`: countries, their regions and big cities.

Capitals are required: folded, "nga", "anh", "đức", "mỹ", "pháp" are common words. A name of kind `short` or `word`
is also a syllable of longer names and a given name ("Mỹ Tho", "Anh Sơn", "chị Nga", "bác sĩ Đức"): it counts only
between words in small letters or beside another such name ("Mỹ - Trung", "Nga, Đức và Pháp").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..lexicon import LexiconError, any_of, read_lexicon
from ..text.view import View, fold
from .words import words

_PACKAGE = "solieu.extract.places"
_KINDS = frozenset(("name", "short", "word", "ours", "before", "behind"))
_CAPITAL = re.compile(r"(?<![\w-])[A-ZĐ\u00c0-\u00dd\u0102\u0128\u0168\u01a0\u01af\u1ea0-\u1ef8][^\W_]*")
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r" ([^\W_]+)")
_WORD_BEFORE = re.compile(r"([^\W_]+) $")
_BESIDE = re.compile(r" ?(?:,|-|/| và| hay| hoặc|, và) ?")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
"""A syllable of Vietnamese; a capitalised one behind "Mỹ" makes a longer name, "Trump" does not."""
_LOOKBACK = 32
_LOOKBACK = 32


@dataclass(frozen=True, slots=True)
class Foreign:
    """A mention of a place abroad: a half-open span in the view's text, and the name folded."""

    start: int
    end: int
    name: str


class Abroad:
    """The names, by their first word, and the words that tell around them."""

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        """Take the rows of the lexicon: kind and name or word."""
        self._names: dict[str, list[tuple[str, str]]] = {}
        around: dict[str, list[str]] = {"ours": [], "before": [], "behind": []}
        for kind, name in rows:
            folded = fold(name)
            if kind in around:
                around[kind].append(folded)
            else:
                self._names.setdefault(re.split(r"\W", folded, maxsplit=1)[0], []).append((folded, kind))
        for found in self._names.values():
            found.sort(key=lambda one: -len(one[0]))
        self._ours = re.compile(rf"(?<!\w)(?:{any_of(around['ours'])}) ?$")
        self._vouches = re.compile(rf"(?<!\w)(?:{any_of(around['before'])}) $")
        self._behind = re.compile(rf" (?:{any_of(around['behind'])})(?!\w)")

    def at(self, view: View, start: int) -> Foreign | None:
        """Give the longest name that begins at an offset, whatever its kind; None when none does or it goes on in letters."""
        name, _ = self._longest(view, start)
        return Foreign(start, start + len(name), name) if name else None

    def bears(self, name: str) -> bool:
        """Say whether a place abroad bears a name, beyond doubt."""
        folded = fold(name)
        return (folded, "name") in self._names.get(re.split(r"\W", folded, maxsplit=1)[0], ())

    def find(self, view: View) -> list[Foreign]:
        """Give the mentions of a text in order; a doubtful name only where it is vouched for somewhere in the text."""
        found: list[Foreign] = []
        doubtful: list[Foreign] = []
        sure: set[str] = set()
        position = 0
        last = -1  # where the last certain mention ended
        for match in _CAPITAL.finditer(view.text):
            start = match.start()
            if start < position:
                continue
            name, kind = self._longest(view, start)
            if not name:
                continue
            mention = Foreign(start, start + len(name), name)
            if last >= 0 and _BESIDE.fullmatch(view.folded, last, start) is not None and not _goes_on(view, mention.end):
                certain: bool | None = True
            else:
                certain = self._certain(view, mention, kind)
            if certain is None:
                continue
            position = mention.end
            if certain:
                last = mention.end
                sure.add(name)
                found.append(mention)
            else:
                doubtful.append(mention)
        found += [mention for mention in doubtful if mention.name in sure]
        return sorted(found, key=lambda mention: mention.start)

    def _longest(self, view: View, start: int) -> tuple[str, str]:
        first = _WORD.match(view.folded, start)
        for name, kind in self._names.get(first[0], ()) if first else ():
            end = start + len(name)
            if view.folded.startswith(name, start) and not view.folded[end : end + 1].isalnum() and _capitals(view.text[start:end]):
                return name, kind
        return "", ""

    def _certain(self, view: View, mention: Foreign, kind: str) -> bool | None:
        """Say whether a name stands for the place abroad: yes, perhaps, or None for no (a person, a street, another word)."""
        start, end = mention.start, mention.end
        before = view.folded[max(0, start - _LOOKBACK) : start]
        vouched = self._vouches.search(before) is not None
        if not vouched and self._ours.search(before):
            return None
        previous = _WORD_BEFORE.search(before)
        if previous is not None and not vouched:
            at = start - len(previous[0])
            printed = view.text[at : at + len(previous[1])]
            if printed[0].isupper() and not (printed.isupper() and len(printed) > 1):
                if previous[1] in words().surnames or (kind != "name" and _SYLLABLE.fullmatch(previous[1])):
                    return None
                if _SYLLABLE.fullmatch(previous[1]) and not _opens(view, at):
                    return None
        if kind == "name":
            return True
        if (view.text[start:end].isupper() and end - start > 1) or _goes_on(view, end) or self._behind.match(view.folded, end):
            return None
        if kind == "word" and _opens(view, start):
            return None
        return vouched


def _goes_on(view: View, end: int) -> bool:
    """Say whether a capitalised syllable behind a name makes it a longer one: "Mỹ Tho", not "Mỹ Donald Trump"."""
    following = _NEXT.match(view.text, end)
    return following is not None and following[1][0].isupper() and _SYLLABLE.fullmatch(following[1].lower()) is not None


def _capitals(name: str) -> bool:
    """Say whether the words of a name begin with capitals, those behind a hyphen and joining words aside."""
    return all(word[0].isupper() for word in name.split(" ") if word not in ("và", "de"))


def _opens(view: View, start: int) -> bool:
    """Say whether a word begins a sentence, where any word has a capital."""
    return start == 0 or view.text[start - 1] in "\n\"'(“" or view.text[max(0, start - 2) : start] in (". ", "! ", "? ", ": ", "- ")


@cache
def abroad() -> Abroad:
    """Load the names; the first call reads the file."""
    rows = [(row["kind"], row["name"]) for row in read_lexicon(_PACKAGE, "abroad.tsv", ("kind", "name"), "gazetteer")]
    for kind, _ in rows:
        if kind not in _KINDS:
            raise LexiconError(f"{_PACKAGE}/gazetteer/abroad.tsv: unknown kind {kind!r}")
    return Abroad(rows)

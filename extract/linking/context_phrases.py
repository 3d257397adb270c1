"""The phrases around a figure: what its sentence, the one before and the title say beside the figure's own subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ...models.evaluation.words import STOP_WORDS
from ..figures import Figure
from ..lexicon import read_lexicon
from ..text.lines import line_end
from ..text.sentences import sentence_bounds
from ..text.view import View, fold
from .abbreviations import spell_out
from .compounds import splits_word
from .measure_nouns import begins_measure
from .noun_phrases import opening_verb, says_nothing
from .predicates import predicates
from .soundness import is_sound
from .subject_phrases import past_rate

_TOKEN = re.compile(r"[^\W_]+(?:[.,/]\d+)*|[^\w\s]|\n")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_DATELINE = re.compile(r"(?:\.\w{2,3}){0,2}\)? ?[-:] ?")
NEXT = re.compile(r"[ ]?([^\w\s])?\W{0,6}(\w{1,24})?")
"""The sign and the word behind a phrase."""
_BEFORE, _BEHIND = 300, 220
"""Characters of the sentence before and behind a figure in which phrases are looked for."""
SIDES = "BAPT"
"""Before and behind a figure in its sentence, earlier, in the title."""
_EARLIER = 260
"""Characters before the sentence."""
_PARTING = ("joins", "parts")
_NAME_SIGNS = frozenset("-&")
_CARRIED = frozenset(("^", "#", ","))
"""What stands before a word that opens a phrase is told with it: ", ở"."""
_IDLE = 4
"""Words of what opens a phrase that tells nothing, at most; two at least."""
_SYLLABLE = 8
"""Characters of the longest syllable and a blank before it."""
_LONGEST = 14
"""Words of the longest phrase."""


@dataclass(frozen=True, slots=True)
class ContextPhrase:
    """A phrase of the text between two words or signs that part phrases.

    Attributes:
        start, end: its span in the view's text.
        opened: where the word that opens it begins, where that is printed with it ("ở"); else `start`.
        opener: the words or signs right before it, folded; `^` at a sentence's beginning, `#` a figure or a time.
        words: its folded words, function words aside.
        first: its first two words.
    """

    start: int
    end: int
    opened: int
    opener: str
    words: frozenset[str]
    first: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is the same of a phrase for all figures.

    Attributes:
        told: its features by the side on which it stands.
        head: its first word.
        verb, measure: whether it begins with a verb, with the name of a measure.
        titled: the share of its words that the title has, in thirds.
        repeated: how often the text repeats how it begins, up to three times.
        sound: whether it can be printed as a phrase.
        spelt: its words with abbreviations spelt out, function words aside; None where there are none.
    """

    told: dict[str, tuple[str, ...]]
    head: str
    verb: bool
    measure: bool
    titled: int
    repeated: int
    sound: bool
    spelt: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class TextContext:
    """One text and its phrases.

    Attributes:
        view: the text.
        figures: its figures; what is linked to them shows here as it is.
        named: start, end and kind (place, document) of what it names, in order.
        phrases, starts: the phrases in order, and where they start.
        pairs: how often two words stand side by side.
        title, title_end: the words of its title, function words aside, and where that ends.
        sketches: descriptions of phrases by where they start, each once asked for.
    """

    view: View
    figures: Sequence[Figure]
    named: Sequence[tuple[int, int, str]]
    phrases: tuple[ContextPhrase, ...]
    starts: tuple[int, ...]
    pairs: Counter[str]
    title: frozenset[str]
    title_end: int
    sketches: dict[int, Sketch]

    @classmethod
    def of(
        cls, view: View, figures: Sequence[Figure], times: Sequence[tuple[int, int]] = (), named: Sequence[tuple[int, int, str]] = ()
    ) -> TextContext:
        """Read a text; figures and `times`, the spans of dates and periods, are part of no phrase, and what is `named` is parted nowhere."""
        taken = sorted([*times, *((figure.left, past_rate(view.folded, figure)) for figure in figures)])
        phrases = tuple(_phrases(view, taken, [(start, end) for start, end, _ in named]))
        pairs = Counter(f"{one} {other}" for one, other in pairwise(_WORD.findall(view.folded)))
        title_end = line_end(view.folded, 1)
        starts = tuple(one.start for one in phrases)
        return cls(view, figures, named, phrases, starts, pairs, content(view.folded[:title_end]), title_end, {})

    def sketch(self, phrase: ContextPhrase) -> Sketch:
        """Describe a phrase by itself; worked out once for each."""
        found = self.sketches.get(phrase.start)
        if found is None:
            found = self.sketches[phrase.start] = self._sketched(phrase)
        return found

    def _sketched(self, phrase: ContextPhrase) -> Sketch:
        view = self.view
        words = _WORD.findall(view.folded, phrase.start, phrase.end)
        printed = view.text[phrase.start : phrase.end].split()
        capitals = sum(word[0].isupper() for word in printed)
        names, size = capitals == len(printed), min(len(words), 7)
        titled = round(3 * len(phrase.words & self.title) / len(phrase.words)) if phrase.words else 0
        repeated = min(self.pairs[phrase.first] - 1, 3)
        behind = NEXT.match(view.folded, phrase.end)
        sign, following = (behind[1] or "", behind[2] or "") if behind is not None else ("", "")
        verb = opening_verb(words, measures=True) is not None
        plain = (f"head={words[0]}", f"first={phrase.first}", f"last={words[-1]}")
        told: dict[str, tuple[str, ...]] = {}
        for side in SIDES:
            told[side] = (
                f"size={side}{size}", f"size={side}{size}{names}", f"capitals={side}{min(capitals, 3)}{names}", f"title={side}{titled}",
                f"next={side}{following}", f"next={side}{sign}", f"next={side}{sign}{phrase.opener}", f"repeated={side}{repeated}",
                f"verb={side}{verb}{phrase.opener}", *plain,
            )  # fmt: skip
        whole = view.text[phrase.start : phrase.end]
        long = spell_out(whole, view.text)
        spelt = content(fold(long)) if long != whole else None
        return Sketch(told, words[0], verb, begins_measure(words), titled, repeated, is_sound(whole), spelt)

    def within(self, low: int, high: int) -> Sequence[ContextPhrase]:
        """Give the phrases that begin and end in a span."""
        found = self.phrases[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
        return [one for one in found if one.end <= high]

    def around(self, figure: Figure) -> Iterator[tuple[str, Sequence[ContextPhrase]]]:
        """Give the phrases before (B) and behind (A) a figure in its sentence, earlier (P) and in the title (T)."""
        low, high = figure.bounds
        yield "B", self.within(max(low, figure.left - _BEFORE), figure.left)
        yield "A", self.within(figure.end, min(high, figure.end + _BEHIND))
        yield "P", self.within(max(0, low - _EARLIER), low)
        if low - _EARLIER > 0 and low >= self.title_end:
            yield "T", self.within(0, min(self.title_end, low - _EARLIER))


@cache
def _kinds() -> dict[str, str]:
    """Give the kind of every word that parts phrases (`joins`, `parts`), of every phrase that tells nothing alone (`empty`) and of words
    that open one which tells nothing (`idle`).
    """
    return {row["word"]: row["kind"] for row in read_lexicon("solieu.extract.linking", "context_openers.tsv", ("word", "kind"))}


def _parts(word: str) -> bool:
    """Say whether a word parts phrases."""
    return _kinds().get(word) in _PARTING


def in_dateline(view: View, phrase: ContextPhrase) -> bool:
    """Say whether a phrase names the paper at a line's beginning: "(Báo Hoa Sen) - ", "Baohoasen.vn - ", "TTO - "."""
    line = view.folded.rfind("\n", max(0, phrase.start - 3), phrase.start) + 1 or max(0, phrase.start - 3)
    before, printed = view.folded[line : phrase.start].strip(), view.text[phrase.start : phrase.end]
    opens = line == 0 or view.folded[line - 1] == "\n"
    if not opens or before not in ("", "(") or _DATELINE.match(view.folded, phrase.end) is None:
        return False
    return before == "(" or view.folded[phrase.end : phrase.end + 1] == "." or printed.isupper()


def joins(word: str) -> bool:
    """Say whether a word that opens a phrase is printed with it."""
    return _kinds().get(word) == "joins"


def tells_nothing(phrase: str) -> bool:
    """Say whether a folded phrase tells nothing: "tỷ lệ" alone, or what begins with "tuy nhiên"."""
    kinds, words = _kinds(), phrase.split()
    return kinds.get(phrase) == "empty" or any(kinds.get(" ".join(words[:size])) == "idle" for size in range(2, _IDLE + 1))


@cache
def hollow() -> frozenset[str]:
    """Give the syllables of words that add nothing to a subject's own: "Đổi mới công tác" before "cán bộ"."""
    return frozenset(syllable for word, kind in _kinds().items() if kind == "hollow" for syllable in word.split())


def content(phrase: str) -> frozenset[str]:
    """Give the words of a folded phrase, function words aside."""
    return frozenset(_WORD.findall(phrase)) - STOP_WORDS


def _phrases(view: View, spans: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> Iterator[ContextPhrase]:
    taken, named = _Spans(spans), _Spans(names)
    for low, high in sentence_bounds(view.text):
        phrase = _Growing(view, low)
        for token in _TOKEN.finditer(view.folded, low, high):
            if (done := phrase.take(token, taken.hold(token), named.hold(token))) is not None:
                yield done
        if (done := phrase.close()) is not None:
            yield done


class _Spans:
    """Spans in order, asked for tokens in order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans, self._at = spans, 0

    def hold(self, token: re.Match[str]) -> bool:
        """Say whether a token overlaps one of them."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= token.start():
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] < token.end()


_TERMS = ("nông thôn mới",)
"""Terms of three syllables whose last one parts phrases elsewhere."""


class _Growing:
    """A phrase while its sentence is read."""

    def __init__(self, view: View, low: int) -> None:
        self._view = view
        self._low = low
        self._opened, self._opener = low, "^"
        self._start = self._end = -1
        self._size = 0

    def take(self, token: re.Match[str], counted: bool, named: bool) -> ContextPhrase | None:
        """Read a word or sign; give the phrase that it ends, if any.

        Args:
            token: the word or sign.
            counted: whether it belongs to a figure or a time.
            named: whether it belongs to a name.
        """
        word, begin = token[0], token.start()
        name = named or (begin > self._low and self._view.text[begin].isupper())  # "huyện Như Thanh"
        parts = _parts(word) and not name and not self._inside_word(token)
        joined = self._size > 0 and word in _NAME_SIGNS and _in_name(self._view.text, begin, token.end())
        if not counted and not parts and (word[0].isalnum() or joined):
            done = self.close() if self._size == _LONGEST else None
            if not self._size:
                self._start = begin
            self._end, self._size = token.end(), self._size + 1
            return done
        carried = self._opener if not self._size and self._opener in _CARRIED else ""
        done = self.close()
        self._opened = begin
        self._opener = "#" if counted else carried + word if parts else word
        return done

    def _inside_word(self, token: re.Match[str]) -> bool:
        """Say whether a syllable is one of a word of two: "đổi | mới", "tăng | trưởng"."""
        folded, begin, end = self._view.folded, token.start(), token.end()
        behind = _WORD.match(folded, end + 1)
        before = folded[max(0, begin - 1 - _SYLLABLE) : begin - 1].split(" ")[-1] if folded[begin - 1 : begin] == " " else ""
        pairs = (f"{before} {token[0]}", f"{token[0]} {behind[0] if behind is not None else ''}")
        if folded.startswith(_TERMS, max(0, begin - len("nông thôn "))) and token[0] == "mới":
            return True
        if any(map(says_nothing, pairs)):
            return False  # "nhà thầu | cho biết": who reports is a phrase
        return splits_word(folded, begin) or splits_word(folded, end + 1) or any(pair in predicates() for pair in pairs)

    def close(self) -> ContextPhrase | None:
        """End the phrase; None where there is none."""
        if not self._size:
            return None
        folded, start, end = self._view.folded, self._start, self._end
        printed = self._opened if joins(folded[self._opened : start].strip()) else start
        words = _WORD.findall(folded, start, end)
        done = ContextPhrase(start, end, printed, self._opener, frozenset(words) - STOP_WORDS, " ".join(words[:2]))
        self._opened, self._opener, self._size = end, "", 0
        return done


def _in_name(text: str, begin: int, end: int) -> bool:
    """Say whether a sign stands inside a name: "Long Thành - Dầu Giây"."""
    before, behind = text[max(0, begin - 16) : begin].split(), text[end : end + 2].strip()
    if not before or not behind or (before[-1].isupper() and len(before[-1]) > 1):
        return False  # "TTO - Xã": who reports
    return before[-1][0].isupper() and behind[0].isupper()

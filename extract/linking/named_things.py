"""Named things and events that a figure's own words leave out: the length of which road, the injured of which accident.

A thing is named behind a noun ("dự án Marina Complex", "Công ty cổ phần Bánh kẹo Hải Hà"); an event is told by the words behind its noun
("vụ tai nạn").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..figures import Figure
from ..lexicon import any_of, read_lexicon
from ..text.view import View
from .compounds import splits_word, two_syllables
from .noun_phrases import thing_of

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_STOPS = frozenset(
    "này đó kia trên nói có là đã đang sẽ được bị do của tại ở từ với và cho để về theo khi mà nên thì rằng trong vào ra lên xuống xảy khiến làm gây"
    " đến qua nằm thuộc vừa mới cũng không chưa còn gồm như vì nếu hay hoặc nhưng song bởi nhằm sau trước ngay các những một hai ba mỗi cùng khác"
    " nhất nào gì ai đâu bao hiện liên nợ trả thuê mua bán nộp nhận tặng nêu gửi".split()
)
_EVENT_ENDS = _STOPS | frozenset("cao thấp nhiều ít giảm tăng năm tháng ngày hôm quý tuần lúc hồi".split())
"""Words that end an event's: "số vụ tai nạn | cao nhất", "số vụ cháy | năm 2014"."""
_GENERIC = frozenset("việc án mùa đông hè xuân thu trưởng phó lúa rau đầu cuối mưa bệnh vụ".split())
"""Words behind an event's noun that tell no event ("vụ việc"), or another word ("vụ đông")."""
_ALIKE = (
    frozenset(("công ty", "tổng công ty", "tập đoàn", "doanh nghiệp", "hãng", "hãng hàng không", "hợp tác xã")),
    frozenset(("tuyến", "tuyến đường", "cao tốc", "tuyến xe buýt", "tuyến buýt")),
    frozenset(("dự án", "công trình", "đề án", "tiểu dự án")),
)
"""Nouns by which the same thing is spoken of."""
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|mỗi|nhiều|một|hai|ba|bốn|năm|sáu|số|lượt|\d+|từng|chủ|nhà|hội|toàn) $")
_OWNER = re.compile(r"(?<!\w)(?:của|thuộc|do|tại) $")
_POINTED = re.compile(r"(?: (?:này|trên|nói trên|kể trên))?(?=$| (?:được|bị|có|của|sẽ|đã|với|ở|tại|trong|do)(?!\w)|,)")
"""Behind a noun that stands for what was named: nothing that says which."""
_FUNDED = re.compile(r" (?:FDI|ODA|BOT|BT|BTO|PPP|NGO)(?!\w)")
"""Behind a noun: how such things are paid for."""
_UNITS = frozenset(("MW", "MWp", "KW", "kW", "KV", "kV", "MVA", "GW", "DWT", "TEU", "USD", "VND"))
_IN_OFFICE = re.compile(r"(?<!\w)(?:Quỹ|Sở|Ban|Chi cục|Cục|Hội|Hiệp hội|Trung tâm|Liên đoàn|Viện)(?: [^\W\d_]+){1,8} $")
"""Before a noun: the name of an office that it is part of."""
_OFFICE_REACH = 70
_MOST = 60
"""Named things that are looked back on."""
_CONTINENT = ("châu phi", "châu á", "châu âu", "châu mỹ", "châu úc")
_LOWER_WORDS = 5
_NAME_WORDS = 9
_EVENT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A named thing, or an event.

    Attributes:
        start, end: its span in the view's text.
        phrase: as printed.
        noun: the noun that opens it, folded.
        event: whether it is something that happened, and no name.
        words: its folded words.
    """

    start: int
    end: int
    phrase: str
    noun: str
    event: bool
    words: frozenset[str]


@cache
def _nouns() -> dict[str, str]:
    """Give the kind of every noun that opens a name or tells an event."""
    return {row["noun"]: row["kind"] for row in read_lexicon("solieu.extract.linking", "named_things.tsv", ("noun", "kind"))}


@cache
def _pattern(kind: str = "") -> re.Pattern[str]:
    """Give what matches the nouns of one kind, or all of them."""
    return re.compile(rf"(?<!\w)(?:{any_of(noun for noun, own in _nouns().items() if own == kind or not kind)})(?!\w)")


@dataclass(frozen=True, slots=True)
class NamedThings:
    """The named things and events of a text in order, and where they start."""

    mentions: tuple[Named, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, view: View, spans: list[tuple[int, int]]) -> NamedThings:
        """Read a text; `spans`, in order, are places and the like, in which no name of a thing begins."""
        mentions = tuple(one for one in _mentions(view) if not _within(spans, one.start))
        return cls(mentions, tuple(one.start for one in mentions))

    def before(self, figure: Figure) -> Named | None:
        """Give what a figure's sentence names last before it."""
        at = bisect_left(self.starts, figure.left) - 1
        return self.mentions[at] if at >= 0 and self.starts[at] >= figure.bounds[0] else None

    def resolved(self, figure: Figure, subject: str) -> str:
        """Put the name where a subject only points: "tổng tài sản của doanh nghiệp" is that of the firm named last before the figure."""
        folded = subject.lower()
        if len(folded) != len(subject):
            return subject
        at = bisect_left(self.starts, figure.left)
        back = self.mentions[max(0, at - _MOST) : at]
        for match in _pattern("definite").finditer(folded):
            noun = match[0]
            pointed = _POINTED.match(folded, match.end())
            before = folded[: match.start()]
            owned = _OWNER.search(before) is not None or (bool(before) and not thing_of(before))  # "vốn của", "chiều dài"
            if pointed is None or not owned or _SEVERAL.search(before):
                continue
            alike = next((group for group in _ALIKE if noun in group), {noun})
            named = next((one for one in reversed(back) if one.noun in alike), None)
            if named is not None:
                return f"{subject[: match.start()]}{named.phrase}{subject[pointed.end() :]}"
        return subject


def _within(spans: list[tuple[int, int]], position: int) -> bool:
    at = bisect_left(spans, (position + 1, 0)) - 1
    return at >= 0 and position < spans[at][1]


def _mentions(view: View) -> Iterator[Named]:
    end = 0
    for match in _pattern().finditer(view.folded):
        if match.start() < end or splits_word(view.folded, match.start()):
            continue
        if _IN_OFFICE.search(view.text, max(0, match.start() - _OFFICE_REACH), match.start()) is not None:
            continue  # the "rừng tỉnh Điện Biên" of a "Quỹ Bảo vệ và Phát triển rừng tỉnh Điện Biên"
        if _FUNDED.match(view.text, match.end()) is not None:
            continue  # "240 dự án FDI" names none
        event = _nouns()[match[0]] == "event"
        stop = _event_end(view, match.end()) if event else _name_end(view, match.end())
        if stop is None:
            continue
        phrase = view.text[match.start() : stop]
        yield Named(match.start(), stop, phrase, match[0], event, frozenset(re.findall(r"[^\W_]+", phrase.lower())))
        end = stop


def _event_end(view: View, position: int) -> int | None:
    """Give where the words for an event end; None where they tell none."""
    end, count = position, 0
    for token in _TOKEN.finditer(view.folded, position, position + 40):
        word = token[0]
        inner = view.folded.startswith(_CONTINENT, token.start() - len("châu ")) and count > 0  # "dịch tả lợn châu Phi"
        if (
            not word.isalpha()
            or word in _EVENT_ENDS
            or view.folded[end : token.start()] != " "
            or (view.text[token.start()].isupper() and not inner)
        ):
            break
        if not count and word in _GENERIC:
            return None
        end, count = token.end(), count + 1
        if count >= _EVENT_WORDS and not splits_word(view.folded, token.end() + 1) and word != "châu":
            break
    return end if count and not splits_word(view.folded, end + 1) else None


def _name_end(view: View, position: int) -> int | None:
    """Give where a name behind its noun ends: a few common words, then words with a capital, numbers and dashes; None without a capital."""
    end, lower, upper, named, last = position, 0, 0, False, ""
    for token in _TOKEN.finditer(view.text, position, position + 100):
        word = token[0]
        gap = view.text[end : token.start()]
        if "\n" in gap or len(gap) > 1:
            break
        if word in "-–&." and named and word != ".":
            continue_at = token.end()
            following = _TOKEN.match(view.text, continue_at + (view.text[continue_at : continue_at + 1] == " "))
            if following is None or not (following[0][0].isupper() or following[0].isdigit()):
                break
            end = token.end()
            continue
        if not word[0].isalnum():
            break
        if word in _UNITS:
            return None  # "dự án điện gió công suất 117 MW" is called by no name
        if word[0].isupper() or (word.isdigit() and (named or lower)):
            named = named or word[0].isupper()
            upper += 1
        elif named and word not in _STOPS and (_ends_word(view, last, token) or _goes_on(view.text, token.end())):
            pass  # "Tổng công ty Phát điện 3", "Vận tải đường sắt Sài Gòn"
        elif named or word.isdigit() or word.lower() in _STOPS or lower == _LOWER_WORDS:
            break
        else:
            lower += 1
        last = word.lower()
        end = token.end()
        if upper == _NAME_WORDS:
            break
    return end if named else None


def _ends_word(view: View, last: str, token: re.Match[str]) -> bool:
    """Say whether a small syllable ends a word that a capital began ("Phát | điện"), and begins none itself ("Thái Bình | thường xuyên")."""
    following = _TOKEN.match(view.folded, token.end() + 1)
    return f"{last} {token[0]}" in two_syllables() and (following is None or f"{token[0]} {following[0]}" not in two_syllables())


def _goes_on(text: str, position: int) -> bool:
    """Say whether a name goes on behind a common word: with a capital after at most one more."""
    for word in text[position : position + 24].split()[:2]:
        if word[0].isupper():
            return True
        if word.lower() in _STOPS or not word.isalpha():
            return False
    return False

"""The words before and behind a figure that could say what it is of, cut at every word where a phrase may begin or end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..figures import Figure
from ..text.view import View
from .compounds import splits_word, two_syllables
from .measure_nouns import begins_measure, measure_size
from .named_things import NamedThings
from .next_measures import without_next_measure
from .noun_phrases import opening_verb
from .phrases import NOT_CONTINUE, clean_left, end_of_adverbial, own_from, pair_of_offices, peers, stands_alone, trim_tail

TOKEN = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")
REACH = 260
"""Characters before a figure in which its own words are looked for."""
_LONGEST_SPAN = 300
"""Characters of the longest date, period or place."""
_MOST_STARTS = 9
_MOST_ENDS = 6
LONGEST = 20
"""Words of the longest phrase that is a candidate."""
_OPENS_AFTER = frozenset(
    "và còn nhưng song mà thì là rằng có đã đang sẽ được bị cho của với tại ở trong trên từ nên do để biết về khi riêng gồm hiện nay này đó đến theo"
    " hay thấy đạt chiếm qua vì sau trước".split()
)
_OPENS_ALONE = frozenset("số tổng giá mức thu vốn lượng chi nợ độ".split())
_OPENS_WITH = frozenset("tỷ tỉ diện sản năng doanh kim kinh khối lợi dân mật tốc quy công chiều thiệt hệ bình".split())
"""Syllables that begin the name of a measure, alone or with the next one ("năng suất", but not "kỹ | năng")."""
_PREDICATES = frozenset("đạt là chiếm có còn tăng giảm đã đang sẽ được ước lên xuống với ở bị trị".split())
_CLOSES = frozenset(
    "của ở tại trong trên được bị có do để với và cho từ là chiếm đã đang sẽ theo nhưng so vào không chưa đến về thuộc như hoặc bằng qua phải bao"
    " nằm nhằm gồm khi sau trước ngoài còn vì nên mà tăng giảm đạt cũng đều thì song".split()
)
_NEW_SUBJECT = re.compile(
    r" ?[\"“‘']| (?:tỉnh|huyện|xã|thành phố|thị xã|TP\.?|quận|phường|thị trấn|UBND|HĐND|Sở|Bộ|ông|bà) ?[A-ZĐ\u00c0-\u00dd\u0102\u1ea0-\u1ef8]"
)
"""Behind a comma: a quotation, or who does something next: "61 huyện nghèo, tỉnh Bắc Kạn đã …"."""
_TOLD_APART = ("count", "percentage")
_NEW_CLAUSE = re.compile(r" (?:được|bị|đã|sẽ|đang|phải)(?!\w)")
"""Behind "và": what is said next of somebody."""
_AND_VERB = re.compile(
    r" (?:được|bị|đã|sẽ|đang|phải|giải tỏa|di dời|đưa|thu|bồi thường|hỗ trợ|xử lý|thay|chuyển|xây|làm|khiến|gây|nâng|giảm|tăng)(?!\w)"
)
"""Behind "và": a verb, before which a phrase may end."""
_AND_NUMBER = re.compile(r" (?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d[\d.,]*) (?=[^\W\d_])")
"""Behind "và": how many there are of something else, as of "10 ga ngầm và | một ga trên cao"."""
_LEADS_ON = re.compile(
    r" và (?:rộng|dài|cao|sâu|nặng|dày)$| và (?:(?:làm|khiến|bị|được|có|thêm|đã|còn|hơn|gần|khoảng) ?(?:[^\W\d_]+ ?){0,2})$| (?:thành|sang|lên|xuống)(?: còn)?$"
    r"|(?<!việc)(?<!đi)(?<!nơi) (?:làm|khiến|gây)(?: (?:chết|bị thương))?$"
)
"""Words between two figures that are of the second."""
_EXTENT = re.compile(r" (?:rộng|dài|cao|sâu) ?$")
_LEAD = 30
_OWNER = re.compile(r" [^.;,\n]{3,80}? (?:có|đạt|là|chiếm|dành|với|tuyển)(?: [^\W\d_]+){0,2} ?$")
"""Behind a comma and before the next figure: who has that one."""
_SEVERAL = 2
_MARGIN = 2
"""Blanks between a number and what it counts, at most."""
_MOST_NAMED = 4
"""Words of a name."""
_OF_NAME = frozenset("của thuộc ở tại do từ cho với trên trong là".split())
"""Words that tie a name to what stands before it."""
_NEXT_NAME = re.compile(r"(?:,| và|, và) (?:(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố) )?(\w)")
_PLANNED = (
    "dự kiến ",
    "ước tính ",
    "hiện nay",
    "đến nay",
    "hiện đã ",
    "hiện đang ",
    "nâng tổng ",
    "nâng số ",
    "đưa tổng số ",
    "đưa số ",
    "kết hợp ",
    "và nhiều ",
    "và một số ",
    "và hàng ",
    "cùng nhiều ",
    "cùng một số ",
    "so với cùng ",
    "so với năm ",
    "so với tháng ",
    "so với kế hoạch",
    "so với trước",
    "so với đầu ",
    "so cùng ",
)
"""What begins a statement of its own behind a figure."""
_WHEN = ("sau ", "trước ", "trong ", "ngay ", "mỗi ", "đến ")
"""Words before "khi"."""
_TELLS_WHICH = frozenset("có chưa không bị được".split())
"""Words behind a counted noun, or one of which there is a share, that tell which of them are meant: no phrase ends before them."""
_ENDS_STATEMENT = frozenset("thì nhưng song nên".split())
_ADVERBIAL = frozenset("theo trong tại ở khi với từ sau trước vì do qua để".split())
"""Words that open what is only said by the way, up to the next comma."""
_WITH_MEASURE = re.compile(r" (?:tổng|mức|giá|số|diện tích|kinh phí|quy mô|trị giá|vốn|chiều|công suất|doanh thu)(?!\w)")
_RATE = re.compile(r" ?/ ?[^\W\d_]+| (?:một|mỗi) [^\W\d_]+")
_BELONGS = re.compile(r"(?<!\w)(?:của|cho|trong|tại|ở|mỗi|bằng|vào) ?$")
"""Words that make a figure part of what another one is of."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text: as they would be printed, and what stands at their ends."""

    words: str
    cut: str
    end: str
    skipped: int = 0
    crossed: int = 0


@dataclass(slots=True)
class SubjectScene:
    """What all figures of one text share when their subjects are chosen."""

    view: View
    spans: list[tuple[int, int]]
    starts: list[int]
    title: frozenset[str]
    named: NamedThings

    @classmethod
    def of(cls, view: View, spans: list[tuple[int, int]]) -> SubjectScene:
        """Read the title's words once for the text; `spans` are in order of their starts."""
        first = view.folded.lstrip().partition("\n")[0][:200]
        return cls(view, spans, [start for start, _ in spans], frozenset(re.findall(r"\w+", first)), NamedThings.of(view, spans))

    def near(self, figure: Figure) -> list[tuple[int, int]]:
        """Give the spans in a figure's sentence, and those that may reach into it."""
        low, high = figure.bounds
        return self.spans[bisect_left(self.starts, low - _LONGEST_SPAN) : bisect_left(self.starts, max(high, figure.end))]


def _is_date(printed: str) -> bool:
    """Say whether a span is a date or period and no name: it is printed in small letters."""
    return any(sign.isdigit() for sign in printed) and not any(sign.isupper() for sign in printed)


def past_rate(folded: str, figure: Figure) -> int:
    """Give where a figure ends together with what it is a rate of: "10.000 đồng / kg"."""
    rate = _RATE.match(folded, figure.end) if figure.per else None
    return rate.end() if rate is not None else figure.end


def phrases_before(scene: SubjectScene, figures: list[Figure], index: int) -> Iterator[Phrase]:
    """Give the phrases before a figure, the nearest beginnings first."""
    figure = figures[index]
    view = scene.view
    low = max(figure.bounds[0], figure.left - REACH)
    tokens = list(TOKEN.finditer(view.folded, low, figure.left))
    starts: list[tuple[int, str]] = []
    ends = [(figure.left, "")]
    others = [(other.left, past_rate(view.folded, other)) for other in figures[max(0, index - 8) : index] if other.end > low]
    counts = {other.left for other in figures[max(0, index - 8) : index] if other.kind == "count"}
    inside = {end for _, end in others}
    previous = ""
    for token in reversed(tokens):
        word = token[0]
        start = token.start()
        if word in _PREDICATES and len(ends) < 3 and start > low:
            ends.append((start, word))
        name = view.text[start].isupper() and start > low  # "Phước Bình" holds no "bình quân"
        whole = splits_word(view.folded, start) and not view.folded.endswith("tổng ", 0, start)  # "tổng số hộ" are hộ
        opens = word in _OPENS_ALONE or (
            word in _OPENS_WITH and (f"{word} {previous}" in two_syllables() or begins_measure((word, previous)))
        )
        coordinate = view.folded.startswith(", ", start - 2) and peers(view.folded, start - 2)  # the "công chức" of "cán bộ, công chức"
        if opens and not name and not whole and not coordinate:
            starts.append((start, "^" + word))
        if word == "," and peers(view.folded, start):
            pass  # "cán bộ, công chức" is one
        elif word in "-–" and _joins_names(view.text, start):
            pass  # "trục đất vàng Lê Thánh Tôn - Lê Lợi"
        elif word in "-&/" and view.text[start - 1 : start].isalnum() and view.text[start + 1 : start + 2].isalnum():
            pass  # "Sở NN&PTNT"
        elif word == "và" and _joins_capitals(view.text, start):
            pass  # "Bộ Kế hoạch và Đầu tư"
        elif (not word[0].isalnum() or (word in _OPENS_AFTER and not name)) and previous and not splits_word(view.folded, token.end() + 1):
            starts.append((token.end(), word))
        elif any(token.start() < end <= token.end() for end in inside):
            starts.append((token.end(), "#"))
        previous = word
    starts.append((low, "^"))
    spans = scene.near(figure)
    extent = _EXTENT.search(view.folded, low, figure.left)
    if extent is not None and (place := next((span for span in spans if span[1] == extent.start()), None)) is not None:
        yield Phrase(view.text[place[0] : place[1]], "^", "")  # "Đảo Lý Sơn rộng 10 km2": the place is what is measured
    positions = [token.start() for token in tokens if token[0][0].isalnum()]
    seen: set[str] = set()
    own = own_from(view.folded, others[-1][1], figure.left) if others else low
    for start, cut in starts:
        if len(seen) >= _MOST_STARTS:
            return
        if any(left < start < end for left, end in others):
            continue
        if cut in _ADVERBIAL and "," in view.folded[start : figure.left]:
            continue  # "theo | thiết kế, tuyến": what it is of stands behind the comma
        crossed = sum(start < end for end in inside)
        if not crossed and start + 1 < own:
            continue  # said of the figure before: "200 đại biểu dự hội nghị, trong đó có 35 nữ"
        if any(
            start <= left and (", " in view.folded[end : figure.left] or not _belongs(view.folded, start, left, left in counts))
            for left, end in others
        ):
            continue  # another statement, but "tổng vốn của 6 đề án khoảng 26.000 tỷ đồng" is one
        for end, closed in ends:
            if end <= start:
                continue
            words = clean_left(view, start, end, spans)
            if words and words not in seen and len(words.split()) <= LONGEST:
                seen.add(words)
                if extent is not None and crossed == 0 and cut != "^" and opening_verb(words.lower().split()) is None:
                    yield Phrase(words, cut, closed)
                    return  # "cháy tại | xưởng gỗ rộng 4.000 m2": what stands right before its size has it
                yield Phrase(words, cut, closed, sum(position >= end for position in positions) if closed else 0, crossed)


def _belongs(folded: str, start: int, left: int, count: bool) -> bool:
    """Say whether a figure, which may be a count, is part of what words before it begin to name: "tổng vốn của | 6 đề án", "dung tích | 21 hồ chứa"."""
    if _BELONGS.search(folded, max(start, left - 8), left) is not None:
        return True
    words = folded[start:left].split()
    return count and 0 < len(words) == measure_size(words)


def _joins_names(text: str, at: int) -> bool:
    """Say whether a dash stands between two names."""
    before, behind = text[max(0, at - 12) : at].split(), text[at + 1 : at + 3].strip()
    return bool(before) and before[-1][0].isupper() and behind[:1].isupper()


_CAPITALS = re.compile(r"(?:Bộ|Sở|Phòng|Cục|Ban|Vụ|Viện|Trường|Ngân hàng|Tổng cục|Chi cục)(?: [^\W\d_]+){1,6} $")


def _joins_capitals(text: str, at: int) -> bool:
    """Say whether "và" stands inside the name of an office: "Bộ Kế hoạch | và Đầu tư"."""
    return text[at + 3 : at + 4].isupper() and _CAPITALS.search(text, max(0, at - 60), at) is not None


def phrases_behind(scene: SubjectScene, figure: Figure, limit: int) -> Iterator[Phrase]:
    """Give the phrases behind a number, the shortest first."""
    view = scene.view
    begin = figure.number_end if figure.kind == "count" and figure.unit else past_rate(view.folded, figure)
    begin += len(view.folded[begin:limit]) - len(view.folded[begin:limit].lstrip())
    if figure.kind not in _TOLD_APART and view.folded.startswith("là ", begin):
        begin += len("là ")  # "10.307 USD là thu nhập bình quân đầu người"
    floor = max(begin, figure.end if figure.kind == "count" else begin)
    limit = min(end_of_adverbial(view.folded, figure, limit), floor + 160)
    seen: set[str] = set()
    dates = [(low, high) for low, high in scene.near(figure) if floor <= low and _is_date(view.text[low:high])]
    places = [(low, high) for low, high in scene.near(figure) if floor <= low and not _is_date(view.text[low:high])]
    if (figure.kind != "count" or not figure.unit) and floor < limit and not view.folded[floor].isalnum():
        return  # "trồng 8.000 ha, tập trung tại …": what is behind the comma is not measured
    for token in TOKEN.finditer(view.folded, floor, limit):
        word = token[0]
        if view.folded.startswith(_PLANNED, token.start()) and token.start() > floor:
            limit = token.start()
            break  # "có tổng mức đầu tư 826 tỉ đồng dự kiến hoàn thành trong …"
        if word == "trở" and view.folded.startswith((" lên", " xuống"), token.end()):
            limit = token.start()
            break  # "25 người trở lên phải có khu nhà ở"
        if any(low < token.start() < high for low, high in dates):
            continue
        if (
            word == "và"
            and token.start() == figure.end + 1
            and figure.kind == "count"
            and not peers(view.folded, token.start() - 1, token.end() + 1)
        ):
            limit = token.start()
            break  # "5.000 người | và Bộ chỉ huy vẫn giữ liên lạc"
        if word == "," and token.start() == figure.end and figure.kind == "count" and stands_alone(figure):
            limit = token.start()
            break  # "nữ là 359 đồng chí | , người có đạo 5 đồng chí"
        if word == "khi" and view.folded.endswith(_WHEN, 0, token.start()):
            continue  # "20 bánh heroin | sau khi chuyển tới tay người mua": no phrase ends on "sau"
        if view.text[token.start()].isupper() and token.start() > floor:
            continue  # "ao | Song Tân", "quận | Từ Liêm"
        if word == "song" and (view.folded.startswith(" song", token.end()) or view.folded.endswith("song ", 0, token.start())):
            continue  # "song song"
        if word in _JOINS_PLACES and _inside_list(places, token):
            continue  # "hộ thuộc các huyện Ba Bể | , Chợ Mới và Na Rì"
        if word == "," and pair_of_offices(view.folded, token.start()):
            continue  # "các phòng, ban chuyên môn"
        counted = word == "và" and _AND_NUMBER.match(view.folded, token.end()) is not None
        clause = counted or (word == "và" and _AND_VERB.match(view.folded, token.end()) is not None)
        if (token.start() > floor and (not word[0].isalnum() or word in _CLOSES or word[0].isdigit() or clause)) or (
            token.start() >= floor and not word[0].isalnum()
        ):
            tells = figure.kind in _TOLD_APART and word in _TELLS_WHICH
            words = (
                ""
                if tells or splits_word(view.folded, token.start())
                else without_next_measure(trim_tail(view.text[begin : token.start()]))
            )
            if words and words not in seen:
                seen.add(words)
                yield Phrase(words, "", word)
                if (bare := _without_places(scene, figure, begin, token.start())) and bare not in seen:
                    seen.add(bare)
                    yield Phrase(bare, "", "@" + word)
            if counted or (word == "và" and _NEW_CLAUSE.match(view.folded, token.end())):
                return
            other = word == "," and view.text[token.end() + 1 : token.end() + 2].isupper()
            if other and _OWNER.fullmatch(view.folded, token.end(), limit):
                return  # "1.200 thí sinh đăng ký, Trường ĐH B có 1.100 thí sinh"
            over = word == "," and (
                begins_measure(view.folded[token.end() + 1 : token.end() + 40].split())
                or NOT_CONTINUE.match(view.folded, token.end() + 1)
                or _next_deed(view.folded, begin, token, limit if limit < figure.bounds[1] - 1 else -1)
                or _NEW_SUBJECT.match(view.text, token.end())
            )
            if word == "với" and _WITH_MEASURE.match(view.folded, token.end()):
                return  # "cổ phần GTN | với tổng giá trị …" measures them
            if word in ".;\n" or over or (word == "/" and figure.per) or word in _ENDS_STATEMENT or len(seen) >= _MOST_ENDS:
                return
    limit = _before_next(view.folded, floor, limit)
    words = without_next_measure(trim_tail(view.text[begin:limit]))
    if words and words not in seen:
        yield Phrase(words, "", "$")
        if (bare := _without_places(scene, figure, begin, limit)) and bare not in seen:
            yield Phrase(bare, "", "@$")


def _next_deed(folded: str, begin: int, comma: re.Match[str], following: int) -> bool:
    """Say whether a verb stands behind a comma, and none before it: "lao động nông thôn | , giải quyết việc làm", but "hộ sản xuất, kinh doanh giỏi";
    or no more than what is done to the next figure, which begins at `following`: "doanh nghiệp vi phạm | , truy thu và phạt 185 tỷ đồng".
    """
    before = folded[begin : comma.start()].split()
    verb = opening_verb(folded[comma.end() + 1 : comma.end() + 40].split())
    harmed = not {"bị", "được", "để"}.isdisjoint(before)  # "32 nhà bị sập đổ, cuốn trôi"
    if verb is not None and not harmed and following > 0 and len(folded[comma.end() : following].split()) <= _FEW_WORDS:
        return True
    return verb is not None and all(opening_verb(before[-size:]) is None for size in (1, 2, 3))


_FEW_WORDS = 4
_JOINS_PLACES = frozenset((",", "và"))


def _inside_list(places: list[tuple[int, int]], token: re.Match[str]) -> bool:
    """Say whether a comma or "và" stands between two names of places."""
    before = any(0 <= token.start() - high <= 1 for _, high in places)
    return before and any(0 <= low - token.end() <= 1 for low, _ in places)


def without_members(view: View, figure: Figure, phrase: Phrase) -> Phrase:
    """Take the first name of a list off what several are called: "2 nhà máy thép Dana Úc, Dana Ý" counts a "nhà máy thép"."""
    words, begin = phrase.words.split(), figure.number_end
    names = next((size for size, word in enumerate(reversed(words)) if not word[0].isupper()), len(words))
    common = words[: len(words) - names]
    several = figure.kind == "count" and (figure.value or figure.low or 0) >= _SEVERAL
    if not several or not 0 < names <= _MOST_NAMED or not common or any(word in _OF_NAME or word[0].isupper() for word in common):
        return phrase
    at = view.text.find(phrase.words, begin, begin + len(phrase.words) + _MARGIN)
    following = _NEXT_NAME.match(view.text, at + len(phrase.words)) if at >= 0 else None
    return replace(phrase, words=" ".join(common)) if following is not None and following[1].isupper() else phrase


def _before_next(folded: str, floor: int, limit: int) -> int:
    """Give where the words behind a figure end before those that lead to the next one: "725 người | và bị thương 4.074 người"."""
    end = limit - (len(folded[floor:limit]) - len(folded[floor:limit].rstrip()))
    joined = _LEADS_ON.search(folded, max(floor, end - _LEAD), end)
    if joined is not None:
        return joined.start()
    last = folded.rfind(" và ", max(floor, end - 2 * _LEAD), end)
    return last if last >= 0 and begins_measure(folded[last + 4 : end].split()) else limit


def _without_places(scene: SubjectScene, figure: Figure, begin: int, end: int) -> str:
    """Give a stretch of text without the places named in it, when words stand on both sides of one: "người | ở huyện Kỳ Sơn | chết"."""
    view = scene.view
    inside = [(low, high) for low, high in scene.near(figure) if begin < low and high < end]
    kept, position = [], begin
    for low, high in inside:
        before = _TO_PLACE.search(view.folded, position, low)
        if before is None:
            return ""
        kept.append(view.text[position : before.start()])
        position = high
    rest = view.text[position:end]
    if not inside or not kept[0].strip() or not rest.strip(" ,") or rest.lstrip()[:1] == ",":
        return ""
    return without_next_measure(trim_tail(_EMPTY_BRACKETS.sub(" ", " ".join(" ".join([*kept, rest]).split())).replace("  ", " ")))


_EMPTY_BRACKETS = re.compile(r" ?\( ?[,;]? ?\) ?")
"""What is left of brackets that held only a place."""


_TO_PLACE = re.compile(r"(?: (?:ở|tại|của|thuộc|trên địa bàn|tại các|ở các|các|,))? ?(?:(?:,|và|các|hai|ba) ?)?$")
"""What joins a place to the words before it, or to the place before it."""

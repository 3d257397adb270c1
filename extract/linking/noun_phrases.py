"""Clean noun phrases: what is measured is named, what is done to a counted thing is said of it.

A statement often names the deed and not the measure: "chiếm đoạt 5 tỷ đồng" is a "số tiền chiếm đoạt", "thu hồi 20 ha" a "diện tích thu hồi",
"cử 648 lượt cán bộ" are "lượt cán bộ được cử".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from ..figures import Figure
from ..lexicon import read_lexicon
from ..numbers.units import noun_table
from ..text.view import View
from .compounds import splits_word, two_syllables
from .dimensions import dimension_of, weight_of, worth_of
from .measure_nouns import ANY, LONGEST, begins_measure, group_of, measure_nouns, measure_size, names_measure
from .predicates import predicates

_PACKAGE = "solieu.extract.linking"
_DEFAULT = {"area": "diện tích", "money": "số tiền", "duration": "thời gian", "speed": "tốc độ"}
"""What a measure is called where the text gives no name."""
_THING = 3
"""Syllables up to which a phrase before a length only names a thing: "đường dân sinh"."""
_OF_DEEDS = {"mass": "khối lượng", "volume": "khối lượng", "percentage": "tỷ lệ", "energy": "sản lượng điện"}
"""What it is called where the text tells a deed; a thing alone ("gạo cứu đói") stands for itself."""
_PRICED = frozenset("kg tấn t lít l quả trái cây con m2 m3 m vé cái chiếc tạ yến chục bó lượng chỉ kWh bao bình lượt".split())
"""Denominators of a price."""
_TOLD = re.compile(r",? (?:với|có|là|,|thì)(?: (?:một|con số))? (?=\w)|, (?=\w)")
"""What parts a thing from its measure: "tuyến đường dài 3 km | với | kinh phí"."""
EXAMPLE = re.compile(r"(?:điển hình|riêng|đơn cử|chẳng hạn|cụ thể|nổi bật|trong đó|tại|ở)(?!\w)", re.IGNORECASE)
"""What opens words that only say where."""
_BEFORE_NAME = frozenset("với có là ở trong của và cùng mức được bị lên thì đến tới bằng".split())
"""Words between a thing and the name of its measure behind it."""
_REPORTS = frozenset(("ghi nhận", "công bố", "đạt được", "thu về", "mang về", "báo cáo", "thu được", "niêm yết", "đưa ra", "phải nộp"))
"""Verbs between who has something and the name of its measure: "Vạn Phát Hưng | ghi nhận | doanh thu"."""
_STEPS = frozenset("lên xuống đạt còn tới đến với có ở".split())
"""Words that only lead to a measure: "lên mức giá trần"."""
_PRISON = re.compile(r"(?<!\w)(?:tù|cải tạo không giam giữ)(?!\w)")
_BEHIND = 5
"""Characters behind a figure that hold the next word: "9 năm | tù"."""
_DONE = frozenset("đã đang sẽ vừa mới".split())
_PERSON_HAS = re.compile(
    r"(?:ông|bà|anh|chị) [^\W\d_a-zà-ỹ][^\W_]*(?: [^\W\d_a-zà-ỹ][^\W_]*){0,4}(?: [^\W\d_]+){1,6} (?:có|sở hữu|đứng tên) (?=[^\W\d_]+ [^\W\d_])",
    re.IGNORECASE,
)
"""A person, verbs, and that he has what follows."""
_LEADS_TO = frozenset("phải muốn cần ứng giảm tăng nâng hạ kéo giữ đưa".split())
"""Syllables of verbs that have a measure for their object."""
_MOST_DEEDS = 3
_LEVELS = frozenset(("lên", "xuống", "còn"))
"""Words between a verb and the number that is reached."""
_NOMINAL = frozenset("ngành nghề việc sự giấy thẻ sổ".split())
_BODIES = frozenset(("hội đồng", "cơ quan", "công tác", "hoạt động", "dịch vụ", "đường dây"))
"""Words that make a noun of the verb behind them."""
_ORDERS = frozenset(("chỉ đạo", "yêu cầu", "đề nghị", "giao", "kêu gọi", "vận động", "huy động", "cho phép", "phân công"))
"""Verbs of having another do something."""
_WORD = re.compile(r"[^\W_]+")
_BREAKS = re.compile(
    r"[.;:()\n\d]|, ?(?:tại|ở|trong|trên|từ|theo|đến|hiện|nay)(?!\w)|(?<!\w)(?:đã|đang|sẽ|cũng|vẫn|vừa|là|thì|mà|rằng|nhưng|song|nên|vì|khi|nếu|như)(?!\w)"
)
_WHO_NEXT = re.compile(r", (?=(?:toàn )?(?:tỉnh|huyện|xã|thành phố|thị xã|phường|quận|địa phương|ngành|đơn vị) )()")
"""A comma and the unit that does what follows."""
_OPENS_CATEGORY = re.compile(
    r"(?:(?:chủ yếu(?: (?:ở|tại|sang|từ))?|về|riêng|đối với|với|có|là|gồm|còn(?! lại)|còn lại(?: là)?(?= \w)|(?:nói |kể )?trên(?= (?:được|bị|đã|đang|có|sẽ|đều)(?!\w))|số|và|trong đó|các|những|cho biết|cho rằng|trả lời là)(?!\w),? ?)+",
    re.IGNORECASE,
)
_ENDS_CATEGORY = re.compile(
    r"(?:^|(?<!thiểu)(?<!đa)(?<!dân)(?<!chỉ)(?<!hệ)(?<!tỷ)(?<!doanh)(?<!thông),? )(?:tỷ lệ|tỉ lệ|đạt tỷ lệ|mức|số|tổng số|đạt|chiếm|(?:cao|thấp|nhiều|ít|lớn|nhỏ|nặng|nghiêm trọng) nhất)$",
    re.IGNORECASE,
)
_GOES = re.compile(r" (?=(?:đi|đến|sang|về|tham gia|tham dự)(?!\w))")
"""Where a deed is put in: "lượt cán bộ | đi đào tạo" who were sent are "lượt cán bộ được cử đi đào tạo"."""


@cache
def _around() -> dict[str, frozenset[str]]:
    """Give the words of `data/deed_words.tsv` by their kind, and as `between` those of the kinds preposition and connects."""
    kinds: dict[str, set[str]] = {}
    for row in read_lexicon(_PACKAGE, "deed_words.tsv", ("kind", "word")):
        kinds.setdefault(row["kind"], set()).add(row["word"])
    kinds["between"] = kinds["preposition"] | kinds["connects"]
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def _short_verbs() -> frozenset[str]:
    """Give the verbs of one syllable that are known to have a counted object or none."""
    return frozenset(verb for verb in _counting_verbs() if " " not in verb)


@cache
def _counting_verbs() -> frozenset[str]:
    """Give the verbs that are known to have a counted object or none."""
    return frozenset(row["verb"] for row in read_lexicon(_PACKAGE, "verbs.tsv", ("verb",))) | set(_voices())


@cache
def _voices() -> dict[str, str]:
    return {row["verb"]: row["voice"] for row in read_lexicon(_PACKAGE, "voices.tsv", ("verb", "voice"))}


def says_nothing(verb: str) -> bool:
    """Say whether a folded verb says nothing of what is counted, as one of reporting does: "cho biết"."""
    return verb in _around()["no deed"]


def opening_verb(syllables: Sequence[str], measures: bool = False) -> str | None:
    """Give the verb that folded syllables begin with, the longest; None for a noun, or a verb that says nothing of its object.

    Args:
        syllables: the folded syllables.
        measures: whether a verb that also names a measure ("đầu tư", "hỗ trợ") is meant as a verb.
    """
    for size in range(min(LONGEST, len(syllables)), 0, -1):
        word = " ".join(syllables[:size])
        if says_nothing(word) or (word in measure_nouns() and not measures):
            return None
        if size == 1 and " ".join(syllables[:2]) in two_syllables():
            return None
        if word in predicates():
            return word
    return None


def is_verb(syllables: Sequence[str]) -> bool:
    """Say whether folded syllables are a verb and nothing else."""
    return opening_verb(syllables, measures=True) == " ".join(syllables) or " ".join(syllables) in _counting_verbs()


_ANY_UNIT = frozenset(
    ("huyện", "xã", "tỉnh", "địa phương", "đơn vị", "nơi", "là huyện", "là xã", "là địa phương", "là đơn vị", "là nơi", "một", "những")
)
_OFFICE_TAKES = re.compile(
    r"(?:Quỹ|Sở|Ban|Cục|Chi cục|Hội|Trung tâm|Công ty|Kho bạc|Ngân hàng|UBND)(?! .*(?:doanh|nguồn|số|tổng|mức) thu$) .+ (?:thu|chi)$"
)
"""An office and that it takes or spends."""
_PEOPLES = frozenset(("Dao", "Kinh", "Hoa", "Thái", "Mông", "Mường", "Chăm"))
"""Peoples whose names are common nouns as well."""
_WHO_BUILDS = re.compile(
    r"^(?:UBND|Sở|Bộ|Tỉnh|Thành phố|Huyện|Công ty|Tập đoàn|Ban|Chủ đầu tư|Chính phủ|Thủ tướng)(?!\w).{0,80}? (?:khởi công|phê duyệt|triển khai|thi công|khánh thành|xây dựng|đầu tư|thực hiện|cấp phép)"
    r"(?: (?:xây dựng|đầu tư))? (?=(?:dự án|công trình|tuyến|nhà máy|cầu|khu|đề án|gói thầu|bệnh viện|trường|đường)(?!\w))"
)
"""Who begins a work of which the cost is told: "UBND thành phố vừa khởi công | dự án cầu Rào 1 có tổng mức đầu tư"."""
_HARM = re.compile(
    r"(?P<cause>(?:[^\W\d_]+ ){1,5})?(?:đã )?gây (?:ra )?thiệt hại(?P<of> (?:cho (?!chúng|tôi|gia đình tôi)|về )[^,;]+)?(?: cho (?:chúng )?tôi)?",
    re.IGNORECASE,
)
"""Who or what did damage to somebody: a "thiệt hại" of theirs."""


def measured(view: View, figure: Figure, phrase: str) -> str:
    """Name the measure of a phrase that only tells a deed or a thing: 20 ha "thu hồi" are a "diện tích thu hồi".

    A measure named behind its thing is put before it: "cải tạo rạch với kinh phí" is a "kinh phí cải tạo rạch".

    Args:
        view: the text.
        figure: what the phrase is the subject of; for a count it stays as it is.
        phrase: as printed, or empty.
    """
    group = group_of(figure)
    phrase = _without_owner(_without_step(phrase, group))
    if group == "money" and _OFFICE_TAKES.fullmatch(phrase):
        return f"số tiền {phrase}"  # "Quỹ Bảo vệ rừng tỉnh thu"
    harm = _HARM.fullmatch(phrase) if group == "money" else None
    if harm is not None:
        cause = harm["cause"].strip() if harm["cause"] else ""
        if cause[1:].islower():
            cause = _lowered(cause)
        return f"thiệt hại{harm['of'] or ''}{f' do {cause}' if cause else ''}"
    worth = worth_of(phrase) if group == "money" else None
    if worth is not None:
        return f"{worth[0]} {uncapitalised(worth[1])}"
    syllables = phrase.lower().replace(",", " ").split()
    if not syllables or group == "count" or names_measure(syllables, group):
        return phrase
    inner = _behind_verb(syllables, group)
    if inner:
        return " ".join(phrase.split()[inner:])
    for cut in reversed(list(_TOLD.finditer(phrase))):
        thing = phrase[: cut.start()].lower().split()
        name = phrase[cut.end() :].lower().split()
        if cut[0] == ", " and begins_measure(thing) and names_measure(name, group):
            return _lowered(phrase[cut.end() :])  # "tăng chiều cao các tầng, | tổng chiều cao 69 m"
        if cut[0].startswith(",") and EXAMPLE.match(phrase) and names_measure(name, group):
            return _lowered(phrase[cut.end() :])  # "điển hình như huyện A, | dư nợ"
        if names_measure(name, group) and (group == "money" or not thing_of(" ".join(name)) or opening_verb(thing) is None):
            of = _WHO_BUILDS.sub("", phrase[: cut.start()])
            return _lowered(phrase[cut.end() :]) + ("" if of.lower() in _ANY_UNIT else f" {uncapitalised(of)}")
    named = _named_last(syllables, group)
    if named:
        words = phrase.split()
        thing = words[:-named]
        while thing and (thing[-1].lower().strip(",") in _BEFORE_NAME or " ".join(thing[-2:]).lower() in _REPORTS):
            del thing[-2 if " ".join(thing[-2:]).lower() in _REPORTS else -1 :]
        if [word.lower() for word in thing] == ["tổng"]:
            return phrase  # "tổng | công suất"
        if " ".join(thing).lower() in _ANY_UNIT:
            thing = []  # "là huyện có | tỷ lệ hộ nghèo"
        return f"{' '.join(words[-named:])} {uncapitalised(' '.join(thing)).strip(' ,')}" if thing else " ".join(words[-named:])
    deed = opening_verb(syllables) is not None
    told = deed or not _DONE.isdisjoint(syllables[1:])
    called = _DEFAULT.get(group) or (_OF_DEEDS.get(group) if told else None)
    if group == "money" and not told and figure.per in _PRICED:
        called = "giá"
    if group == "duration" and _PRISON.search(view.folded, figure.number_end, figure.end + _BEHIND):
        called = "mức án"
    if group == "length":
        called = dimension_of(view, figure) or ("chiều dài" if len(syllables) <= _THING else None)
    if group == "mass":
        called = weight_of(view, figure) or called
    words = phrase.split()
    named = len(words) > 1 and words[1][0].isupper()  # "Cần Thơ điều tra" begins with a name and no verb
    if called == "số tiền" and deed and syllables[1:2] == ["tiền"]:
        phrase = " ".join([words[0], *words[2:]])  # "phạt tiền"
    return f"{called} {_lowered(phrase) if deed and not named else uncapitalised(phrase)}" if called else phrase


def _without_owner(phrase: str) -> str:
    """Take a person and what he does to have something off a phrase: of "ông Quý kê khai gia đình có trang trại" is told "trang trại"."""
    owner = _PERSON_HAS.match(phrase)
    return phrase[owner.end() :] if owner is not None else phrase


def _behind_verb(syllables: Sequence[str], group: str) -> int:
    """Give where a phrase names its measure as the object of a verb: "muốn giảm | tỉ lệ chôn lấp" is a "tỉ lệ chôn lấp"; 0 for nowhere."""
    other = not begins_measure(syllables)  # "thu ngân sách" names what it is
    for at in range(1, len(syllables) - 1):
        size = measure_size(syllables[at : at + LONGEST])
        if not size or at + size == len(syllables):
            continue
        name = " ".join(syllables[at : at + size])
        of = measure_nouns()[name]
        # "điều chỉnh | diện tích đất ở từ 40% lên 42%", but "dân số tham gia bảo hiểm y tế" is a part of the "dân số"
        shared = other and group == "percentage" and size > 1 and ANY not in of and opening_verb(syllables, measures=True) is not None
        if group not in of and not shared:
            continue
        if syllables[at - 1] in _DONE or (size > 1 and name not in predicates() and _ends_with_verb(syllables[:at])):
            return at
    return 0


def _ends_with_verb(syllables: Sequence[str]) -> bool:
    """Say whether folded syllables end with a verb that may have the next one for its object."""
    if syllables[-1] in _DONE or syllables[-1] in _LEADS_TO:
        return True
    return (
        any(" ".join(syllables[-size:]) in predicates() for size in range(2, min(LONGEST, len(syllables)) + 1))
        or syllables[-1] in _short_verbs()
    )


def _without_step(phrase: str, group: str) -> str:
    """Take words off a phrase's beginning that only lead to its measure: "lên mức giá trần" is "mức giá trần"."""
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in _STEPS:
        words = words[1:]
        if names_measure([word.lower() for word in words], group):
            return " ".join(words)
    return phrase


def _named_last(syllables: Sequence[str], group: str) -> int:
    """Give how many syllables at a phrase's end name the measure: "phải nhận mức án" names it last; 0 where nothing does."""
    for size in range(min(LONGEST, len(syllables) - 1), 1, -1):
        name = " ".join(syllables[-size:])
        of = measure_nouns().get(name)
        if of is not None and group in of and (name not in predicates() or syllables[-size - 1] in _BEFORE_NAME):
            return size  # "chính sách hỗ trợ" is no "hỗ trợ" of a "chính sách"
    return 0


def _lowered(phrase: str) -> str:
    return phrase[0].lower() + phrase[1:]


def thing_of(subject: str) -> str:
    """Give what a subject is a measure of: "tổng mức đầu tư tuyến đường H2" and "chiều dài tuyến đường H2" are of "tuyến đường H2"."""
    words = subject.split()
    while words:
        size = measure_size([word.lower() for word in words[:LONGEST]])
        if not size or (size == 1 and " ".join(words[:2]).lower() in two_syllables()):
            break  # "thu hoạch" begins with no measure
        words = words[size:]
    return " ".join(words[1:] if words and words[0].lower() == "của" else words)


def said_of(noun_phrase: str, deed: str) -> str:
    """Say of a counted thing what is done to it: "hộ dân" and "thu hồi đất" give "hộ dân bị thu hồi đất".

    Args:
        noun_phrase: the counted thing.
        deed: a verb with its objects.
    """
    caused = _CAUSES.match(deed)
    if caused is not None:
        return f"{noun_phrase} {deed[caused.end() :]}"  # "làm chết 6 người": "người chết"
    syllables = deed.lower().split()
    going = _GOES.search(noun_phrase)
    rest = noun_phrase[going.start() :] if going is not None else ""
    noun_phrase = noun_phrase[: going.start()] if going is not None else noun_phrase
    for size in range(min(LONGEST + 1, len(syllables)), 0, -1):
        voice = _voices().get(" ".join(syllables[:size]))
        if voice is not None:
            return " ".join(filter(None, (noun_phrase, voice, deed))) + rest
    return f"{noun_phrase} được {deed}{rest}"


def deeds_before(view: View, low: int, end: int) -> Iterator[str]:
    """Give what the words right before a place say is done, the shortest first: "bồi dưỡng nghiệp vụ", "cử đào tạo và bồi dưỡng nghiệp vụ".

    Args:
        view: the text.
        low: where the words begin at the earliest.
        end: where they end; what only connects them with what follows is left out.
    """
    folded = view.folded
    for cut in _BREAKS.finditer(folded, low, end):
        low = cut.end()
    for cut in _WHO_NEXT.finditer(folded, low, end):
        low = cut.end() - len(cut[1])  # "Sau sắp xếp, | tỉnh Hà Tĩnh giảm"
    while (comma := folded.find(", ", low, end)) >= 0 and view.text[comma + 2 : comma + 3].isupper():
        low = comma + 2  # "Kết thúc hội chợ, | Bộ trưởng … trao giải thưởng cho"
    words = list(_WORD.finditer(folded, low, end))
    around = _around()
    if words and words[-1][0] in _LEVELS:
        return  # "đàn bò phát triển lên 12 con": none of them is developed
    tied = True  # nothing stands between the verb and what it is done to
    while words:
        if " ".join(word[0] for word in words[-2:]) in around["pair"]:
            words.pop()
        elif words[-1][0] not in around["between"]:
            break
        tied &= words.pop()[0] not in around["preposition"]
    if (
        not words
        or (words[-1][0] in around["apart"] and not splits_word(folded, words[-1].start()))
        or "," in folded[words[-1].end() : end]
    ):
        return
    stop, given, done = words[-1].end(), 0, end
    syllables = [word[0] for word in words]
    for index in range(len(words) - 1, -1, -1):
        start = words[index].start()
        if view.text[start].isupper() and start > low + 1:
            continue  # a name: "Thái Lan"
        verb = opening_verb(syllables[index : index + LONGEST], measures=True)
        if verb is not None and " " not in verb and verb not in _short_verbs():
            continue  # as likely the second syllable of a word: "quy | định"
        named = " ".join(syllables[max(0, index - 2) : index]) in _BODIES or (index and syllables[index - 1] in _NOMINAL)
        if verb is not None and named:
            continue  # "ngành | chăn nuôi đặt mục tiêu"
        if verb is not None and not splits_word(folded, start):
            if not tied and _voices().get(verb) == "":
                if start + len(verb) == stop:
                    return  # "xuất hiện tại 4 huyện": what happens there is not done to them
                continue
            if given and verb in _ORDERS and folded[start + len(verb) : done].strip():
                continue  # "chỉ đạo quận di chuyển 299 hộ": they are moved, and not ordered
            yield _lowered(view.text[start:stop])
            given, done = given + 1, start
            if given == _MOST_DEEDS:
                return


def clean_category(category: str | None) -> str | None:
    """Take introducing words and the name of a share off a category: "có trình độ đại học" is "trình độ đại học"."""
    if category is None:
        return None
    opening = _OPENS_CATEGORY.match(category)
    rest = category[opening.end() :] if opening is not None else category
    rest = _ENDS_CATEGORY.sub("", rest if len(rest.split()) > 1 else category)
    return rest or None


_CAUSES = re.compile(
    r"(?:làm|khiến|gây)(?: cho)? (?=(?:bị )?(?:chết|tử vong|thiệt mạng|bị thương|thương vong|mất tích|mắc kẹt|bị nạn|mất nhà|mất việc)(?!\w))",
    re.IGNORECASE,
)
"""What makes the counted ones do what follows."""
_TIER = "cấp"
"""The word before a tier, said or left out: "cán bộ (cấp) xã"."""
_SAYS = frozenset("chưa không có được bị đã đang sẽ đạt qua còn từng phải".split())
_COMPARED = 30
"""Words of a category that are held against its subject, so that work stays bounded."""
_SYLLABLE = re.compile(r"[^\W_]+|[^\w\s]")
_COUNTS = frozenset("mỗi từng toàn tổng".split())
"""Words before a noun that tell how many are meant."""


def without_subject(category: str, subject: str) -> str:
    """Take the subject's name off a category that repeats it: of "cán bộ cấp xã, phường", "cấp xã chưa qua đào tạo" are "chưa qua đào tạo"."""
    name = [one[0].lower() for one in _SYLLABLE.finditer(subject) if one[0].lower() != _TIER]
    words = list(islice(_SYLLABLE.finditer(category), _COMPARED))
    for size in range(len(words) - 1, 0, -1):
        opening = [one[0].lower() for one in words[:size] if one[0].lower() != _TIER]
        length = len(opening)
        if opening and words[size][0].lower() in _SAYS and any(name[at : at + length] == opening for at in range(len(name) - length + 1)):
            return category[words[size].start() :]
    return category


def uncapitalised(phrase: str) -> str:
    """Write a common word that opened a sentence in small letters: "Trình độ lý luận" is "trình độ lý luận"; names stay as they are."""
    opening = phrase[:40].split()[:2]
    words = [word.lower().strip(",.") for word in opening]
    if not words or (len(opening) == 2 and not opening[1].islower()):
        return phrase
    if opening[0] in _PEOPLES and len(opening) == 1:
        return phrase
    common = words[0] in _COUNTS or noun_table().match(words[0], 0) is not None
    common = common or (len(words) == 2 and (" ".join(words) in two_syllables() or begins_measure(words)))
    return _lowered(phrase) if common else phrase

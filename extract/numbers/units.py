"""What stands right behind a number: a unit, money, a counting noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from ..lexicon import PhraseTable, read_lexicon
from ..text.view import View, fold

_UNIT_COLUMNS = ("form", "unit", "kind", "code_system", "factor", "class")
_NOUN_COLUMNS = ("form", "unit", "class", "strength")
_ABBREVIATION_COLUMNS = ("short", "long", "other", "note")

# Units of one or two letters are units only right behind digits, and in lower or upper case as printed.
_LETTERS = re.compile(r"\w{1,2}")
_ACRONYM = re.compile(r"[A-ZĐ][A-ZĐ,&.\- ]{0,12}[A-ZĐ](?!\w)|[A-ZĐ]{2,8}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")

# Words that look like a unit and are none: "đồng nghiệp", "đồng phạm"; "năm 2017 chỉ có", where "chỉ" is "only" and weighs no gold.
_OTHER_WORD = re.compile(
    r"số điện thoại(?!\w)|công (?:bố|tác|an|ty|nhân|trình|đoàn|khai|nhận|cộng|nghệ|nghiệp|lập|chức|suất|chứng|văn|viên|trường|sở|dân|ước|việc|tố|tử|binh|lao|thương|chúng|cụ)(?!\w)"
    r"|đồng (?:ý|tình|thuận|nghiệp|phạm|đội|bào|hương|minh|phục|tác giả|sáng lập|chủ tịch|loạt|thời|hồ|ruộng|cỏ|môn|lõa|sở hữu)(?!\w)"
    r"|chỉ (?!(?:vàng|bạc|bạch kim|nhẫn|sjc|jsc|bán ra|mua vào|loại|trị giá|và|hoặc|(?:đến|tới) \d[\d,]*)(?!\w))\w"
)

# "Nghị định 43 năm 2014", "2 ngày 11-5": the word of time belongs to the date behind it; "5 năm 6 tháng" does not.
_WRITTEN_UNITS = frozenset({"km", "ha", "kg", "m2", "m3", "cm", "mm", "tạ"})
"""Short units that are read behind number words, too: "hàng chục km", "hai tạ rưỡi"."""
_FORMER = re.compile(r"(?:cựu|nguyên|nữ|nam|tân|cố|vị|siêu|đại|các|số) ")
"""Words between a number and its noun: "4 cựu lãnh đạo", "3 nữ công nhân"."""
_OTHER_NOUN = re.compile(r"(?:bao gồm|bao giờ|bao nhiêu|bao phủ|bao trùm|bao quanh|cụ thể)(?!\w)")
"""Words that begin like a counting noun and are none: "khu vực 1 bao gồm …"."""
# "22 - carat", "65-inch": foreign units keep the hyphen they were translated with
_HYPHENATED = re.compile(r" ?- ?(?=(?:carat|inch|inches|megapixel|pixel|km|kg|mm|cm|gb|watt|kw|mw|dặm|pound|feet|foot)(?!\w)(?! ?\d))")
_SAID_UNITS = frozenset(("đô", "kí", "ký"))
_SIGNING = re.compile(
    r" (?:giả|tự|hiệu|kết|hợp|họa|túc|ức|sinh|sự|tên|số|gửi|duyệt|cam|biên|văn|thỏa|vào|với|ngày|nhận|tặng|quỹ|cược|lục|thác|xác|ban|tắt)(?!\w)"
)
"""Behind "ký" these make it sign or another word: "cả hai ký hợp đồng"."""
_CLAUSE_GOES_ON = re.compile(r" ?(?:$|[\n.,;:)/-]|(?:rưỡi|la|mỹ|một|mỗi|đến|tới|và|thì|là|\d\d)(?!\w))")
# "xét nghiệm 4.500 mẫu": samples, not fields
_MARK = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d{1,2})? ?$")
_EXAM = re.compile(r"(?<!\w)(?:điểm|tổ hợp môn|xét tuyển|học lực|bài thi)(?!\w)")
"""Words before marks of an examination."""
_SAMPLED = re.compile(r"(?<!\w)(?:xét nghiệm|kiểm nghiệm|phân tích|giải trình tự|sàng lọc|giám định|test|lấy)(?: [^\W\d_]+){0,3} [\d.,]+$")
_FIELD = re.compile(r" (?:ruộng|đất|lúa|ngô|vườn|ao|tây|bắc bộ|trung bộ|/)(?!\w)")
_DATED = re.compile(r" (?:(?:19|20)\d\d|i{1,3}|iv|\d{1,2}[/-]\d{1,2})(?!\w)|(?<=hôm) (?:nay|qua|kia|sau)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or counting noun.

    Attributes:
        unit: canonical form, or None where a number has none.
        kind: the kind of statistic it makes.
        group: what is counted or measured: `person`, `area`, `money`, …
        strength: `strong`, `weak`, `guess` (not in a lexicon) or `none`.
        end: where it ends in the folded text.
    """

    unit: str | None
    kind: str
    group: str
    strength: str
    end: int


@cache
def unit_table() -> PhraseTable[tuple[str, str, str]]:
    """Load the units of measurement, money, share and time: (unit, kind, class) by form."""
    rows = read_lexicon("solieu.extract.numbers", "units.tsv", _UNIT_COLUMNS)
    return PhraseTable((row["form"], (row["unit"], row["kind"], row["class"])) for row in rows)


@cache
def noun_table() -> PhraseTable[tuple[str, str, str]]:
    """Load the counting nouns: (unit, class, strength) by form."""
    rows = read_lexicon("solieu.extract.numbers", "counting_nouns.tsv", _NOUN_COLUMNS)
    return PhraseTable((row["form"], (row["unit"], row["class"], row["strength"])) for row in rows)


@cache
def _not_counted() -> dict[str, str]:
    """Load the words that cannot be counting nouns: their scope by form, `head` or `word`."""
    rows = read_lexicon("solieu.extract.numbers", "not_counted.tsv", ("form", "scope"))
    return {row["form"]: row["scope"] for row in rows}


@cache
def abbreviation_map() -> dict[str, str]:
    """Load the abbreviations of the administrative press: long form by short form."""
    rows = read_lexicon("solieu.extract.linking", "abbreviations.tsv", _ABBREVIATION_COLUMNS)
    return {row["short"]: row["long"] for row in rows}


@cache
def other_readings() -> dict[str, str]:
    """Load the second readings of abbreviations, which hold where an article prints them and never the first: long form by short form."""
    rows = read_lexicon("solieu.extract.linking", "abbreviations.tsv", _ABBREVIATION_COLUMNS)
    return {row["short"]: row["other"] for row in rows if row["other"]}


def unit_at(
    view: View,
    position: int,
    digits: bool,
    defined: Mapping[str, str],
    guess: Callable[[str], str | None] | None = None,
) -> Unit | None:
    """Read the unit or counting noun at `position` of a text, one blank before it allowed.

    Args:
        view: the text.
        position: where the number ends.
        digits: whether the number was printed in digits; one- and two-letter units stand behind digits only.
        defined: abbreviations that the article itself defines, short to long.
        guess: given the rest of the clause, the first word of it as a word segmenter sees it; used where no lexicon
            knows the noun.
    """
    folded = view.folded
    at = position
    while at < len(folded) and folded[at] == " " and at < position + 2:
        at += 1
    if at >= len(folded) or folded[at] == "\n":
        return None
    glued = at == position
    hyphen = _HYPHENATED.match(folded, position) if digits else None
    if hyphen is not None:
        at, glued = hyphen.end(), False
    found = unit_table().match(folded, at)
    noun = noun_table().match(folded, at)
    if found is not None and found[1][1] == "duration" and (_DATED.match(folded, found[0]) or _titled(view.text, at)):
        return None
    if found is not None and _OTHER_WORD.match(folded, at):
        found = None
    if found is not None and folded[at : found[0]] == "mẫu" and noun is None and _sampled(folded, position, found[0]):
        return Unit("mẫu", "count", "document", "strong", found[0])
    if found is not None and folded[at : found[0]] == "đ" and _marks(folded, position):
        return Unit("điểm", "score", "score", "strong", found[0])
    if found is not None and (noun is None or noun[0] < found[0] or noun[0] == found[0]):
        end, (unit, kind, group) = found
        short = end - at <= 2 and folded[at].isalpha()
        if (
            not short
            or (not digits and kind in ("money", "measurement") and _said_short(folded, at, end))
            or (digits and _short_unit_ok(view, at, end, glued))
            or (not digits and view.text[at:end] in _WRITTEN_UNITS)
        ):
            return Unit(unit, kind, group, "strong" if not short or kind == "money" else "weak", end)
    if noun is not None and _OTHER_NOUN.match(folded, at):
        return None
    if (
        noun is not None
        and noun[1][0] == "số"
        and (counted := noun_table().match(folded, noun[0] + 1)) is not None
        and counted[1][2] == "strong"
    ):
        noun = counted  # "giảm 34.835 số vụ"
    if noun is not None and not glued:
        end, (unit, group, strength) = noun
        return Unit(unit, "count", group, strength, end)
    if glued:
        return None
    prefix = _FORMER.match(folded, at)
    noun = noun_table().match(folded, prefix.end()) if prefix else None
    if noun is not None:
        end, (unit, group, strength) = noun
        return Unit(unit, "count", group, strength, end)
    return _abbreviated_noun(view, at, defined) or _guessed_noun(view, at, guess)


def _marks(folded: str, position: int) -> bool:
    """Say whether the "đ" behind the number that ends at `position` are marks: "tổng điểm ba môn từ 18đ", and not "18.000đ"."""
    return (
        _MARK.search(folded, max(0, position - 6), position) is not None
        and _EXAM.search(folded, max(0, position - 160), position) is not None
    )


def _sampled(folded: str, position: int, end: int) -> bool:
    """Say whether the "mẫu" behind the number that ends at `position` are samples."""
    return _SAMPLED.search(folded, max(0, position - 48), position) is not None and _FIELD.match(folded, end) is None


def _said_short(folded: str, at: int, end: int) -> bool:
    """Say whether a short unit is one behind number words, too: "hai đô", "sáu mươi ký", but not "hai ký giả"."""
    said = folded[at:end]
    if said in _SAID_UNITS and _CLAUSE_GOES_ON.match(folded, end):
        return True
    return said in ("kí", "ký") and folded[end : end + 1] == " " and _SIGNING.match(folded, end) is None


def _titled(printed: str, at: int) -> bool:
    """Say whether the word at `at` is capitalised, as in a title ("tập 15 Ngày ấy"), and not in capitals throughout."""
    return printed[at].isupper() and printed[at + 1 : at + 2].islower()


def _short_unit_ok(view: View, at: int, end: int, glued: bool) -> bool:
    """Check a one- or two-letter unit: "m", "ha", "kg", "đ" behind digits, not the initial of the next word."""
    printed = view.text[at:end]
    following = view.folded[end : end + 2]
    if len(printed) == 1:
        if printed.isupper() and printed not in "WV":
            return False
        return printed in "đ%$" or glued or not re.match(r"[ ]?[\w.]", following) or following[:1] in " /,.;)"
    return True


def _abbreviated_noun(view: View, at: int, defined: Mapping[str, str]) -> Unit | None:
    """Read a noun printed as an abbreviation: "439 CBCC", "74 HTX"."""
    match = _ACRONYM.match(view.text, at)
    if match is None:
        return None
    short = match[0]
    for length in range(len(short), 1, -1):
        piece = short[:length].rstrip(" ,.-&")
        long = defined.get(piece) or abbreviation_map().get(piece)
        if long is not None and not view.text[at + len(piece) : at + len(piece) + 1].isalnum():
            known = noun_table().match(long.lower(), 0)
            if long[:1].isupper():
                return None
            unit, group = (known[1][0], known[1][1]) if known else (long, "other")
            return Unit(unit if known and known[0] < len(long) else long, "count", group, "strong", at + len(piece))
    return None


def _guessed_noun(view: View, at: int, guess: Callable[[str], str | None] | None) -> Unit | None:
    """Take the next word for a counting noun when no lexicon knows it."""
    match = _WORD.match(view.folded, at)
    if match is None or _not_counted().get(match[0]) == "head" or view.text[at].isupper():
        return None
    word = match[0]
    if guess is not None:
        rest = re.split(r"[^\w ]", view.text[at : at + 60], maxsplit=1)[0]
        word = (guess(rest) or word).lower()
    if not word.strip() or fold(word) in _not_counted():
        return None
    return Unit(word, "count", "other", "guess", at + len(word))

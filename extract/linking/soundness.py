"""Whether words can be printed as a subject or a category: a noun phrase, and no piece of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import regex

from .compounds import two_syllables
from .measure_nouns import begins_measure

_QUOTE = re.compile(r"(?<!\w)['’‘]|['’‘](?!\w)")
"""A quotation mark, and no apostrophe of a name."""
_WHEN_SOMEBODY = re.compile(r"khi (?:ông|bà|anh|chị|người)(?!\w)")
_CLOSES = frozenset(")\"”’'%+.°²³*")
"""Signs that may end a phrase."""
PARTED = re.compile(r"[;:\n]")
"""Signs that part statements."""
_CLAUSE = re.compile(
    r"(?:(?<!\w)(?:cho thấy|cho biết|cho hay|cho rằng|nhấn mạnh|khẳng định|lên tiếng|là nơi|bên cạnh|sau khi|trước khi|trong khi|tuy nhiên|ngoài ra|theo đó"
    r"|cũng như|nhằm|khiến|nâng (?:tổng )?số|vì vậy|do đó|đồng thời|nhưng|khi|chúng tôi|sở dĩ|là vì|dẫn đến|vượt qua|nó|(?:sáng|trưa|chiều|tối|đêm) (?:ngày )?\d{1,2}[/-]\d{1,2}|ngày(?: [^\W\d_]+){0,2} \d{1,2}[/-]\d{1,2}|(?:được|bị) (?:xem|coi) là|này(?= \w)|(?:trên|đó) (?:cũng|đã|đều|đang)"
    r"|(?:(?:chỉ|mới|cũng|vẫn) có|lần lượt|có thể)$)|, (?:dự kiến|ước|ước tính|đến nay|hiện|hiện nay|sẽ|đã|đang|sau đó|trước đó|cũng|tức|buộc|chia (?:thành|làm)|công an|cơ quan (?:công an|chức năng)|lực lượng chức năng))(?!\w)",
    re.IGNORECASE,
)
"""Words that join clauses: a phrase with one is no phrase."""
_WITH_OFFICE = re.compile(
    r"(?!(?:ông|bà|anh|chị) ).* [-–] (?:nguyên |cựu )?(?:chủ tịch|phó|giám đốc|tổng giám đốc|thứ trưởng|bộ trưởng|cục trưởng|trưởng|bí thư|hiệu trưởng|ủy viên|chánh)(?!\w)",
    re.IGNORECASE,
)
"""Somebody's office behind a dash, where a phrase does not name him: "Phòng vệ - Chủ tịch Hội đồng"."""
OPENS_NONE = frozenset(
    "trên trong tại ở để sau khi theo nhằm từ do vì tiếp sáng chiều tối đêm trưa hôm với nếu nhờ mặc bên bởi ngay vào qua về gần riêng đó này trước giữa"
    " lúc dưới thấy của ngoài dù sẽ lại vẫn vừa cùng như cũng là đã đang đây còn chỉ nên mà thì hơn so được bị đối tuy kể cứ nhưng và hay hoặc vươn mình tôi tui".split()
)
"""Words that open no noun phrase: a subject that would begin with one is a piece of a clause."""
_NOT_COMPOUNDS = frozenset(
    (
        "lần lượt",
        "so với",
        "đối với",
        "kể từ",
        "kể cả",
        "tuy nhiên",
        "tuy vậy",
        "tính theo",
        "tính đến",
        "tính từ",
        "tính chung",
        "tính riêng",
    )
)
"""Words of two syllables that open no noun phrase."""
_RAISES, _AMOUNTS = frozenset(("nâng", "đưa")), frozenset(("tổng", "số", "tỷ", "tỉ", "mức"))
"""A verb and what it raises: "nâng tổng số hộ lên 40 hộ" is told of the "tổng số hộ"."""
_ENDS_NONE = frozenset(
    "toàn theo trở phải còn đã đang sẽ của và với cho là thì mà các những một mỗi từ đến ở tại trong trên về bị được như cũng chỉ rằng hoặc đạt chiếm bằng thứ song nhưng gây khiến nhằm vẫn rất nó xảy khoảng hơn gần bao chênh so đối có muốn thành sang cả".split()
)
"""Words that end no phrase."""
_ENDINGS = frozenset(("hạng sang", "đợt một", "lần một", "kỳ một", "đoạn một", "số một", "loại một", "vòng một", "bậc một"))
"""Words of two syllables that the dictionary lacks."""
_LEADS = re.compile(
    r"(?<!trở )(?<!đi )(?<!\w)(?:lên|xuống|hôm|rạng|lần lượt|vào (?:sáng|trưa|chiều|tối|đêm|ngày|lúc|tháng|năm))$|, (?:cách|dài|rộng|cao|sâu)$"
)
"""What leads from a measure to its new level: "giá bạc giảm xuống"; "trình độ đại học trở lên" ends a phrase. And from a thing to its extent."""
_NEXT = regex.compile(
    r", (?:(?:từ|trong|đến|vào) (?:năm|tháng|ngày|quý|đầu|giữa|cuối)|(?:phía|hướng) (?:đông|tây|nam|bắc|Đông|Tây|Nam|Bắc)|(?:bà|ông|anh|chị|cô)(?= \p{Lu}))(?!\w)"
    r"| là (?:và |(?:ông |bà |anh |chị )?\p{Lu}\p{Ll}+ \p{Lu})"
    r"|, \p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,3} (?:dẫn đầu|đứng|xếp|đạt|giữ|chiếm)(?!\w)"
)
"""A comma and what opens the next clause: a time, a direction, a person by name, a unit that ranks or has something."""
_BY_NOBODY = regex.compile(
    r" do (?:(?:ông|bà|anh|chị) )?\p{Lu}[^\W\d_]*(?: \p{Lu}[^\W\d_]*)*$|(?<!\w)cho (?!vay|thuê|bú)(?:[^\W\d_]+ )+cho (?!vay|thuê|bú)"
)
"""Who does something that is not said any more ("văn bản do ông A | ký"), and what is given to two."""
_MOST = re.compile(r"(?:(?:tăng|giảm) )?(?:nhiều|ít|cao|thấp|lớn|nhỏ|mạnh|nhanh|chậm|đông|dài|sâu|đắt|rẻ)(?: thứ \w+| nhất)?$")
"""What tells that a figure is the most of its row, and no sub-group: "Cao nhất là huyện A, 97,1%"."""
_NO_GROUP = re.compile(
    r"trở (?:lên|xuống)(?!\w)|(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn(?!\w)|(?:phát hiện|ghi nhận|kiểm tra|thống kê|tiếp nhận|xảy ra|diễn ra)$|(?:sang|lên|xuống|khác) |(?:tăng|giảm)$|(?:gia đình|hộ) (?:ông|bà|anh|chị|cô|chú) |(?:niên vụ|vụ|năm|tháng|kỳ|quý|tuần) (?:trước|ngoái)$|cùng kỳ(?!\w)|(?:là )?(?:địa phương|đơn vị|nơi|huyện|xã|tỉnh|thành phố|quận) có (?:tổng )?(?:số|tỷ lệ|tỉ lệ|diện tích|sản lượng)(?!\w)|.*(?<!\w)(?:số tiền|với giá)$|(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: năm| cả năm| đề ra| được giao| tỉnh giao| trung ương giao)?$|(?:tại |theo )?(?:các )?cơ quan (?:điều tra|chức năng|công an)$"
)
"""What goes on from a number ("từ 3 người | trở lên"), the measure that a sum is of, a plan, who investigates, and who has
most of what is counted."""
_SO_FAR = re.compile(r"(?:lũy kế|luỹ kế|tính chung|cộng dồn|bình quân chung)(?!\w)")
"""What tells of a time that a figure is summed up over, and no sub-group."""
EMPTY_HEADS = frozenset(
    ("tỷ lệ", "tỉ lệ", "mức", "con số", "số", "tổng số", "tổng", "đạt tỷ lệ", "kế hoạch", "mức độ", "số lượng", "tổng cộng")
)
"""What says nothing of a figure alone: "con số này là 2.225 em"."""
_DEGREES = frozenset(("nghiêm trọng", "nặng nề", "đáng kể")) | frozenset(
    "nặng nhiều ít cao thấp lớn nhỏ mức số còn tổng riêng khoảng đạt có được".split()
)


def is_sound(phrase: str | None) -> bool:
    """Say whether a phrase can be printed as one: brackets and quotes closed, no sign or word that parts statements, an end that is one."""
    if phrase is None:
        return True
    if (
        any(form.search(phrase) for form in (_CLAUSE, _NEXT, _BY_NOBODY, PARTED))
        or _WITH_OFFICE.match(phrase)
        or not phrase[:1].isalnum()
        or not (phrase[-1].isalnum() or phrase[-1] in _CLOSES)
    ):
        return False
    if len(_QUOTE.findall(phrase)) % 2:
        return False
    last = phrase[phrase.rfind(" ") + 1 :]  # printed with a capital it is a name's: "Châu Thành"
    ending = " ".join(phrase.lower().split()[-2:])
    if (last in _ENDS_NONE or _LEADS.search(phrase)) and ending not in two_syllables() and ending not in _ENDINGS:
        return False
    return phrase.count("(") == phrase.count(")") and phrase.count('"') % 2 == 0 and phrase.count("“") == phrase.count("”")


def follows(subject: str, words: str) -> bool:
    """Say whether words behind a preposition can follow a subject: not "khi ông A bắt tay", nor "cho ..." behind what is for others already."""
    return _BY_NOBODY.search(f"{subject} {words}") is None and _WHEN_SOMEBODY.match(words) is None


def opens_none(words: Sequence[str]) -> bool:
    """Say whether folded words begin like no noun phrase, but for compounds that only begin so ("bị cáo", "không khí")."""
    opening = " ".join(words[:2])
    if not words or opening in _NOT_COMPOUNDS or (words[0] in _RAISES and words[1:2] and words[1] in _AMOUNTS):
        return True
    return words[0] in OPENS_NONE and not begins_measure(words) and (opening == "còn lại" or opening not in two_syllables())


def without_repeats(phrase: str) -> str:
    """Take words off a phrase that it has said before, two or more together, or one just before: "số tiền phạt số tiền vi phạm" is "số tiền
    phạt vi phạm", "giá vàng vàng SJC" is "giá vàng SJC".
    """
    words = phrase.split()
    folded = [word.lower().strip(",.") for word in words]
    if len(set(pairwise(folded))) >= len(folded) - 1 and not any(one == other for one, other in pairwise(folded)):
        return phrase
    index = 1
    while index < len(words):
        if words[index].lower() == words[index - 1].lower() and words[index - 1].islower():
            del words[index], folded[index]  # "giá vàng" of a "vàng SJC"
            continue
        listed = next((at + 1 for at in range(index - 1, -1, -1) if words[at][-1] == ","), 0)  # "giáo sư, phó giáo sư"
        size = max((_run(folded, before, index) for before in range(listed, index)), default=0)
        if size > 1:
            del words[index : index + size], folded[index : index + size]
        else:
            index += 1
    return " ".join(words)


def _run(words: Sequence[str], first: int, second: int) -> int:
    """Give how many words from `second` on are the same as from `first` on, without overlap."""
    size = 0
    while second + size < len(words) and first + size < second and words[first + size] == words[second + size]:
        size += 1
    return size


_UNITS = frozenset(("tỉnh", "huyện", "xã", "thành phố", "thị xã", "quận", "phường", "thị trấn"))
"""Nouns of units, which name none and no group."""
SIZES = frozenset("kg tấn tạ ha m2 m3 km m lít người năm tháng ngày".split())
"""What stands behind a stroke: "70.000 đồng/kg"."""
_FUNCTION = frozenset("từ đến của với là có được bị và trong cho về ở tại do để khi vào trên theo còn thì mà".split())


def tells_group(category: str | None) -> bool:
    """Say whether a category can name a sub-group: more than a number with its noun, or a word of degree."""
    if category is None:
        return True
    words = category.lower().split()
    if any(form.match(category.lower()) is not None for form in (_MOST, _SO_FAR, _NO_GROUP)):
        return False
    if category.lower() in _FUNCTION:
        return False
    return category[:1].isalpha() and category.lower() not in _DEGREES | _UNITS | SIZES and any(word not in OPENS_NONE for word in words)

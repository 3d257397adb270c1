"""Noun phrases around a figure: what stands behind the number, what stands before it, cleaned at both ends."""

from __future__ import annotations

import re

from ..figures import Figure, clause_start
from ..numbers.units import noun_table
from ..text.view import View
from .compounds import splits_word, two_syllables
from .counting_words import classifiers, generic_nouns
from .predicates import ends_inside_verb

# A phrase behind a number ends here: punctuation, the next statement, a time, a comparison.
_RIGHT_END = re.compile(
    r"[.;:()\n\"“”/]| - |, | (?:so với|so cùng|trong đó|trong khi|tăng|giảm|(?<!tái )(?<!lấn )(?<!xâm )chiếm(?! đoạt)|đạt(?! (?:chuẩn|yêu cầu|tiêu chuẩn|giải|loại|danh hiệu|trình độ|huy chương|quy chuẩn)(?!\w))|nhưng|song(?! song)|còn lại|thì|nên|vì|do đó|và(?= (?:\d|khoảng|gần|hơn|trên))|với(?= (?:\d|tổng|gần|hơn|trên|khoảng|mức|số|diện tích|quy mô|kinh phí|vốn|trị giá|giá|công suất|chiều))"
    r"|gồm|bao gồm|trị giá|tương đương|từ năm|trong năm|vào năm|năm(?= (?:\d))|trong tháng|vào tháng|tháng(?= (?:\d))|trong quý|giai đoạn|trong \d|hiện nay|đến nay|đến năm|tính đến|là(?= \d)|là (?:quá|rất|khá|một con số|con số|điều|mức)"
    r"|trở lên|trở xuống|mỗi(?= (?:năm|tháng|ngày))|ngày(?= (?:\d))|sáng(?= (?:\d))|vào ngày|trong giai đoạn|trong nhiệm kỳ|trong vòng|kể từ|bình quân|trung bình|theo (?:quy định|kế hoạch|báo cáo|thống kê)|nhằm|để)(?!\w)"
)
_CONTINUE = re.compile(r"(?:[^\W\d_]+ ?){1,4}(?=[,.;()\n]| và (?!\d)| (?:cấp|của|thuộc|ở|trên|tại|có|được|bị|là|các)(?!\w))")
NOT_CONTINUE = re.compile(
    r"(?:trong|chiếm|đạt|tăng|giảm|có|được|gồm|với|đã|là|còn|riêng|nhưng|song|tuy|khi|theo|từ|đến|tính|hiện|nhiều|số|tổng|bình|mỗi|cả|cao|thấp|ước|tương|tỷ|tỉ|qua|góp|"
    r"nâng|đưa|không|chưa|bị|vì|do|để|nhằm|thì|mà|năm|tháng|ngày|ông|bà|ngoài|đồng|trị|phấn|vượt|bằng|sau|trước|khiến|làm|thu|chi|tại|ở|lớn|nhỏ|ít|bao|phải|gây|buộc|xếp|đứng|lãnh đạo|ngày|kể|so|hàng (?:chục|trăm|nghìn|ngàn|vạn|triệu))(?!\w)"
)
"""Words behind a comma that begin something else than more of the phrase before it."""
_TAIL = re.compile(
    r"(?:^| )(?:và|hoặc|hay|của|với|cho|tại|ở|trên|từ|đến|là|có|các|những|được|đã|sẽ|bị|trong|về|do|để|thì|mà|gồm|cùng|như|vào|lên|nữa|này|khoảng|hơn|gần|đối|nằm|so|kể|thuộc|vừa|phải|liên quan|đặc biệt|trong đó|riêng|cụ thể|dành|hôm|rạng sáng|lần lượt|còn|chỉ còn|hiện còn|hiện có|làm|khiến|gây|do thiếu|vì thiếu|mức|mức cao nhất|mức thấp nhất"
    r"|trong (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})|các đối tượng)$"
)

_UNNAMED = re.compile(
    r" (?:trên|trong|tại|ở)(?: toàn| địa bàn| phạm vi| cả)* (?:xã|huyện|tỉnh|thành phố|thị xã|phường|quận|thị trấn|địa phương|địa bàn|cả nước|toàn quốc|toàn tỉnh|toàn huyện|toàn xã)(?: này)?(?!\w)(?! [^\W_a-zà-ỹ])"
)
_LEFT_TAIL = re.compile(
    r"(?:^|[ ,])(?:(?:niên vụ|mùa vụ|vụ|năm|tháng|quý|kỳ|đợt) (?:này|nay)|là|đạt|còn|có|chiếm|khoảng|ước|ước tính|ước đạt|được|(?<!trở )lên|lên đến|lên tới|đến|tới|tăng|giảm|xuống|xuống còn|thêm|với|bằng|chỉ bằng|ở mức|(?<!tổng )mức|hoàn thành|gồm|hơn|trên|từ|chỉ|chỉ có|tổng cộng"
    r"|hiện|hiện có|hiện còn|đã|sẽ|cao hơn|thấp hơn|vượt|gần|trung bình|bình quân|trên dưới|vẫn|đang|dự kiến|dự kiến đạt|phấn đấu|phấn đấu đạt|tối đa|tối thiểu|không quá|ít nhất|tương đương|đạt được|thu được"
    r"|lần lượt|tương ứng|lần lượt tương ứng|theo thứ tự|là hơn|gấp|chừng|xấp xỉ|vào|cũng|(?<!cấp )(?<!thụ lý )(?<!thành lập )(?<!trồng )(?<!phát sinh )(?<!đăng ký )(?<!tuyển )mới|mới chỉ|chỉ đạt|chỉ còn|(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!lớn )(?<!nhỏ )(?<!đông )(?<!dài )(?<!sâu )(?<!rẻ )(?<!đắt )(?<!mạnh )(?<!nhanh )(?<!tốt )(?<!gần )(?<!mới )nhất|nữa|dao động|khi|và|có đến|có tới|đều|luôn|thường|bao gồm|ở|tại|trên địa bàn|cả|(?<!an )(?<!hoàn )(?<!bảo )(?<!vẹn )toàn|ngót|đó|ra|cho|về|của|trong số|trong|trong tổng số|trong số đó|này|hôm|vào hôm|sáng hôm|chiều hôm|là khoảng|rộng|cao|dài|nặng|sâu|đối|nằm|thuộc|liên quan|so|đo được|ngày|lúc|lúc \d{1,2} (?:giờ|h)|\d{1,2} (?:giờ|h))$"
)
_LEFT_HEAD = re.compile(
    r"^(?:(?:sau khi )?(?:trừ (?:hết )?)?chi phí(?= lãi| lời| còn| thu lãi)|(?:một|mỗi) (?:ngày(?: đêm)?|tháng|năm|giờ|kg|tấn|ha|lít|lượt) và|phấn đấu|đặt mục tiêu|như vậy|trong đó|trong số đó|riêng|cụ thể|theo đó|đồng thời|ngoài ra|bên cạnh đó|cùng với đó|cùng với|đến nay|hiện nay|hiện tại|hiện|trong khi đó|trong khi|tuy nhiên|nhưng|song|và|với|còn(?! lại)|đã|đáng chú ý|đáng nói|điển hình(?: là)?(?=,| năm| như| tại| ở)"
    r"|nhờ đó|qua đó|từ đó|theo thống kê|theo báo cáo|thống kê sơ bộ|tính chung|tính riêng|nhìn chung|được biết|dự kiến|ước tính|ước|sau đó|kết quả|khi|do đó|vì vậy|vì thế|trong năm|trong kỳ|cả|toàn|có|số|"
    r"các|những|đội ngũ|gồm|bao gồm|cho biết|cho thấy|là|tại đây|ở đây|bình quân|trung bình|trước đó|mặt khác|đáng kể|nổi bật|đặc biệt|đặc biệt là|ghi nhận|thống kê|xác định|như|nay|giờ(?= (?:dân số|giá|số|còn)(?!\w))|lúc đầu|ban đầu|(?:đầu|cuối|giữa) (?:năm|tháng|quý|vụ|kỳ)(?! (?:\d|học|thứ))|trước mắt|tương tự|thực tế|hàng năm|hằng năm|mỗi năm|rằng|chỉ(?! số| tiêu| thị))(?:,| |:|$)+"
)
_EXTENTS = frozenset((" dài", " rộng", " cao", " sâu", " dày"))
_NOUN_ENDS = frozenset((" bằng", " cả", " trên"))
"""Function words that also end nouns of two syllables: "mặt bằng", "giá cả", "cấp trên"."""
_MEANS = frozenset(("bình quân", "trung bình"))
_OF_MEAN = re.compile(r"(?<!\w)(?:thu nhập|lương|tiền lương|năng suất|giá|giá bán|giá thu mua|tuổi thọ|điểm|lãi suất|nhiệt độ|lượng mưa)$")
"""Before "bình quân": a measure of which the mean is told."""
_OF_EXTENT = re.compile(r"(?<!\w)(?:chiều|độ|bề|chất lượng|công nghệ|kỹ thuật|năng suất|trình độ|vùng|tăng)$")
"""Before "dài" and its like: the name of a measure, "chiều dài", which is no function word."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAYS = re.compile(
    r"(?:cho biết|cho hay|cho thấy|nói|khẳng định|nhấn mạnh|chia sẻ|thông tin|phản ánh|nhận định|nhận xét|thừa nhận|tiết lộ|đánh giá|rằng|thì)$"
)
_LABEL = re.compile(r" ?: ?(?:\w+ ){0,2}$")
_AFTER = re.compile(
    r"^.*(?<!\w)(?:cho biết|cho hay|cho thấy|nhận xét|thừa nhận|tiết lộ|thông tin|nên|nhưng|song|mà|rằng|thì|do đó|vì vậy|nhằm|đã)(?!\w),? ?(?=\w+ \w+)"
    r"|^.*(?<!\w)(?:giúp|khiến|làm)(?: cho)? (?=(?:giá|sản lượng|năng suất|tỷ lệ|tỉ lệ|doanh thu|số|lượng|kim ngạch|thu nhập|chi phí|diện tích|chỉ số|lợi nhuận|dân số|tổng) \w)"
)
_BRACKETED = re.compile(r" ?\([^()\n]*\)")


_ADVERBIAL = re.compile(r"\W*(?:với|nhờ|sau|theo)(?: (?:hơn|gần|khoảng|trên|tới|chỉ|tổng số|số))* ?")
_GOES_ON = re.compile(r"(?:sẽ|để|nhưng|song|và|là|khi|thì|nên|do|vì)(?!\w)")


def end_of_adverbial(folded: str, figure: Figure, limit: int) -> int:
    """Give where the words behind a figure end that opens its sentence behind "với": "Với hơn 83% phiếu bầu, | giám đốc sở trúng cử"."""
    if _ADVERBIAL.fullmatch(folded, figure.bounds[0], figure.left) is None:
        return limit
    comma = folded.find(", ", figure.end, limit)
    return comma if comma >= 0 else limit


def right_phrase(view: View, figure: Figure, limit: int, spans: list[tuple[int, int]]) -> str:
    """Give the words behind a figure's bare number that say what it counts.

    Args:
        view: the text.
        figure: the figure; for a count the phrase begins with its noun, else behind its unit.
        limit: where the phrase must end at the latest (the next figure, the sentence's end).
        spans: dates and periods, at which it ends too.

    Returns:
        The phrase as printed, without function words at its end; may be empty.
    """
    folded = view.folded
    begin = figure.number_end if figure.kind == "count" and figure.unit else figure.end
    begin += len(folded[begin:limit]) - len(folded[begin:limit].lstrip())
    floor = max(begin, figure.end if figure.kind == "count" else begin)
    if figure.kind != "count" and begin < limit and not folded[begin].isalnum():
        return ""  # "trồng 8.000 ha, tập trung tại …"
    if figure.kind != "count" and folded.startswith("với ", begin):
        return ""  # "dài 3 km với tổng mức đầu tư …"
    limit = end_of_adverbial(folded, figure, limit)
    if figure.kind not in ("count", "percentage") and _GOES_ON.match(folded, begin):
        return ""  # "rộng 8.600 m2 sẽ xây dựng …"
    end = limit
    position = max(floor - 1, figure.number_end)
    if folded.startswith("còn lại", begin):  # "33,44% còn lại là các đối tượng khác"
        position = begin + len("còn lại")
    elif figure.kind == "percentage" and folded.startswith("đạt ", begin):  # "98,9% đạt chuẩn"
        position = begin + len("đạt")
    while True:
        match = _RIGHT_END.search(folded, position, limit)
        if match is None:
            break
        if match[0][:1] == " " and view.text[match.start() + 1].isupper():
            position = match.start() + 2  # "ao Song Tân", "quận Từ Liêm"
            continue
        if match[0] == ", " and folded[match.end() : match.end() + 1].isdigit():
            end = match.start()  # "351 thí sinh vắng mặt, 8 bị đình chỉ"
            break
        if match[0] == ", " and match.start() == figure.end and stands_alone(figure):
            end = match.start()
            break
        if match[0] == ", " and peers(folded, match.start()):
            position = match.end()
            continue
        if match[0] == ", " and not NOT_CONTINUE.match(folded, match.end()):
            more = _CONTINUE.match(folded, match.end(), limit)
            if more is not None:
                position = more.end()
                continue
        end = match.start()
        break
    for start, _ in spans:
        if floor <= start < end:
            end = start
    return trim_tail(view.text[begin:end])


def stands_alone(figure: Figure) -> bool:
    """Say whether a figure counts with a noun that stands for people or things told before, of which nothing behind a comma says more: "359 đồng chí"."""
    return figure.kind == "count" and figure.unit in generic_nouns() | classifiers()


def trim_tail(phrase: str) -> str:
    """Take function words and punctuation off the end of a phrase, and unnamed units out of it ("lúa trên địa bàn xã bị ngập")."""
    phrase = _UNNAMED.sub("", phrase.strip(" ,-:"))
    while (
        (match := _TAIL.search(phrase.lower())) is not None
        and not ends_inside_verb(phrase[: match.start()].lower(), match[0])
        and " ".join(phrase.lower().split()[-2:]) not in two_syllables()  # "thí sinh tự do"
    ):
        phrase = phrase[: match.start()].strip(" ,-:")
    return phrase


def left_phrase(view: View, figure: Figure, floor: int, spans: list[tuple[int, int]]) -> str:
    """Give the words before a figure that say what is measured ("diện tích gieo trồng đạt 8.000 ha").

    Args:
        view: the text.
        figure: the figure.
        floor: the phrase begins here at the earliest (the previous figure, the sentence's start).
        spans: dates, periods and the like, which are left out at its beginning and end.

    Returns:
        The phrase as printed, without introducing and reporting words; may be empty.
    """
    folded = view.folded
    position = figure.left
    if folded[max(0, position - 2) : position].rstrip().endswith("("):
        position = folded.rfind("(", floor, position) if folded.rfind("(", floor, position) >= 0 else position
    label = _LABEL.search(folded, floor, position)
    if label is not None:
        position = label.start()
    start = max(floor, clause_start(folded, position, floor))
    chosen = ""
    for piece_start, piece_end in reversed(_pieces(folded, start, position)):
        phrase = clean_left(view, piece_start, piece_end, spans)
        chosen = f"{phrase}, {chosen}" if phrase and chosen else chosen or phrase
        if len(_WORD.findall(chosen)) >= 3 or _SAYS.search(view.folded[:piece_start].rstrip(" ,:")[-20:]):
            break
    return chosen


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch at its commas, but not inside a row of peers ("cán bộ, công chức")."""
    out = []
    begin = start
    for match in re.finditer(r", ", folded[start:end]):
        comma = start + match.start()
        if not peers(folded, comma):
            out.append((begin, comma))
            begin = comma + 2
    out.append((begin, end))
    return out


_PARTS = re.compile(r"[,;] ")
_AND_DOES = re.compile(
    r" và (?P<verb>(?:chi|trao|tặng|đầu tư|hỗ trợ|xây dựng|giải ngân|huy động|thu|trồng|phạt|xử phạt|tịch thu|cấp|tổ chức|bố trí|nộp|chi trả)(?: [^\W\d_]+){0,3}) $"
)
"""Between two figures: what is done next to the second one, "mở 38 vòi nước công cộng và | chi 12 tỷ đồng"."""


def own_from(folded: str, before: int, start: int) -> int:
    """Give where the words between two figures that are the second one's begin: behind the first comma, which ends what is said of the
    first one ("200 đại biểu dự hội nghị, | trong đó có 35 nữ"), or right behind the first where no comma parts them.

    Args:
        folded: the folded text.
        before: where the first figure ends.
        start: where the second one begins.
    """
    parted = next((match for match in _PARTS.finditer(folded, before, start) if not peers(folded, match.start())), None)
    if parted is not None:
        return parted.end()
    does = _AND_DOES.search(folded, before, start)
    return does.start("verb") if does is not None else before


_PAIRS = frozenset(
    (("phòng", "ban"), ("bộ", "cơ"), ("sở", "cơ"), ("sở", "ban"), ("sở", "ngành"), ("ban", "ngành"), ("thôn", "bản"), ("thôn", "buôn"))
)
"""Nouns of offices and hamlets that are named together, whatever else the first of them means alone."""


def pair_of_offices(folded: str, comma: int) -> bool:
    """Say whether a comma parts two offices, or hamlets, that are named together: "các phòng, ban"."""
    before = folded[max(0, comma - 12) : comma].split()
    behind = re.split(r"[ ,.;)\n]", folded[comma + 2 : comma + 12], maxsplit=1)[0]
    return bool(before) and (before[-1], behind) in _PAIRS


def peers(folded: str, comma: int, behind: int = -1) -> bool:
    """Say whether nouns of one class stand on both sides of a comma, or of other words up to `behind`."""
    if pair_of_offices(folded, comma):
        return True
    words = folded[max(0, comma - 24) : comma].split()
    after = noun_table().match(folded, behind if behind >= 0 else comma + 2)
    if after is None:
        return False
    for count in (3, 2, 1):
        phrase = " ".join(words[-count:])
        before = noun_table().match(phrase, 0)
        if phrase in classifiers() or phrase in generic_nouns():
            return False  # "đàn trâu 48.600 con, đàn bò 21.300 con", "nữ 359 đồng chí, đảng viên có đạo 5 đồng chí"
        if before is not None and before[0] == len(phrase):
            return before[1][1] == after[1][1]
    return False


def clean_left(view: View, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """Give the words of a stretch of text without introducing and linking words, dates and brackets at its ends; may be empty."""
    changed = True
    while changed and start < end:
        changed = False
        while start < end and view.folded[start] in " ,-:•*+/…)":
            start += 1
        while start < end and view.folded[end - 1] in " ,-:/(":
            end -= 1
        closing = view.folded.rfind(")", start, end)
        if closing >= 0 and view.folded.find("(", start, closing) < 0:
            start, changed = closing + 1, True
        for a, b in spans:
            if a <= start < b <= end:
                start, changed = b, True
            elif start <= a < end <= b:
                end, changed = a, True
        tail = _LEFT_TAIL.search(view.folded[start:end])
        if (
            tail is not None
            and start + tail.start() < end
            and not ends_inside_verb(view.folded[start : start + tail.start()], tail[0].strip(" ,"))
            and not (tail[0] in _NOUN_ENDS and splits_word(view.folded, start + tail.start() + 1))
            and not (tail[0].strip() in _MEANS and _OF_MEAN.search(view.folded, start, start + tail.start()))
            and not (tail[0] in _EXTENTS and _OF_EXTENT.search(view.folded, start, start + tail.start()))
        ):
            end, changed = start + tail.start(), True
        head = _LEFT_HEAD.match(view.folded[start:end])
        if head is not None and splits_word(view.folded, start + head.end()):
            head = None  # "số lượng" is no number of anything
        if head is not None and head.end() < end - start:
            start, changed = start + head.end(), True
        elif head is not None:
            return ""
        elif (cut := _AFTER.match(view.folded[start:end])) is not None and cut.end() < end - start:
            start, changed = start + cut.end(), True
    return _BRACKETED.sub("", view.text[start:end]).strip(" ,-:")

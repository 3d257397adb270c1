"""Telling a short subject fully: "khu vực" of "giảm quy hoạch quặng titan từ 26 khu vực" is "khu vực (quy hoạch quặng titan)".

A subject is a noun phrase that its sentence prints in one piece; what it is of often stands elsewhere in the sentence, in the one before
or in the title. A classifier says of every phrase around the figure how likely it belongs to the subject. Phrases behind a preposition
follow the subject with it ("người bị kẹt | ở ga Lệ Sơn"), others stand in brackets behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from ..text.view import View, fold
from .abbreviations import spell_out
from .beliefs import Weigh
from .context_features import Told, left_out
from .context_phrases import TextContext, content
from .measure_nouns import names_one_measure
from .noun_phrases import opening_verb, thing_of, uncapitalised
from .soundness import follows

LEAST = 0.34
"""Probability from which a phrase is added in brackets. Where agreement is measured by F1, a word is worth adding from half of the F1 that can be
reached on (Lipton, Elkan and Naryanaswamy 2014, "Optimal Thresholding of Classifiers to Maximize F1 Measure"), which is about 0.6 here. From
0.22 to 0.38 the mean F1 on annotated articles of an archive is much the same; shorter subjects read more like those that people write."""
LEAST_BEHIND = 0.25
"""The same for a phrase that follows with its preposition, as a subject is printed."""
_SUMS_UP = frozenset(
    (
        "bình quân",
        "trung bình",
        "tổng số",
        "tổng cộng",
        "tính chung",
        "cả nước",
        "toàn tỉnh",
        "cao gấp",
        "tăng gấp",
        "nhiều nhất",
        "chỉ tiêu",
        "kế hoạch",
        "kế hoạch năm",
        "cao nhất",
        "thấp nhất",
    )
)
_MOST = 2
"""Phrases that are added at most."""
_WHERE = re.compile(r"(?<!\w)(?:thuộc|tại|ở) $")
"""What stands before figures that count places."""
_SAID = re.compile(r" (?:được|bị) .+")
"""What is said of counted things, behind their noun."""
_BESIDE = 8
"""Characters between figures that are told in one breath: "4.325 hộ / 19.417 nhân khẩu"."""
_LAST = 2
"""Words of a subject behind which its list goes on."""
_MORE = re.compile(r"(?:, [^\W\d_]+(?: [^\W\d_]+)?(?= ?[,.;()])){1,3}")
"""What follows in a list of short items."""
_EXTENT = re.compile(r"(?<!chiều)(?<!độ)(?<!bề) (?:dài|rộng|cao|sâu)$")
"""What leads from a thing to its size: "cây cầu | dài"."""
_NOW = re.compile(r"^(?:hiện nay|hiện tại|hiện|đến nay|tới nay),? (?=[^\W\d_])", re.IGNORECASE)
_UNNAMED = frozenset(("địa phương", "huyện", "xã", "tỉnh", "tỉnh thành", "đơn vị", "ngành", "ngành khác", "sở", "cơ quan"))
"""Bodies of which a sentence speaks without naming any."""
_OF_PLAN = re.compile(r"(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\w)")
_PAYS = re.compile(r"(?:tổng )?(?:chi|nợ)(?!\w)")
_SAID_AGAIN = 3
"""Words of a phrase that the subject has already, from which it only says it again: "cán bộ xã" and "chất lượng đội ngũ cán bộ các xã"."""
_LONGEST = 18
"""Words, function words aside, beyond which nothing is added."""


def tell_fully(context: TextContext, weigh: Weigh) -> None:
    """Add to the subjects of a text's figures what they leave out, in place.

    Args:
        context: the text; its figures are otherwise linked.
        weigh: the classifier.
    """
    figures = context.figures
    told: list[str | None] = []
    places = {(start, end) for start, end, kind in context.named if kind == "place"}  # a place alone has a column of its own
    for index, figure in enumerate(figures):
        like = next(
            (one for one in (figure.share, figure.total) if one is not None and one < index and figures[one].subject == figure.subject),
            None,
        )
        if like is not None:
            told.append(told[like])  # a share says the same of the same people as its count, a part as its whole
            continue
        before = figures[index - 1] if index else None
        if before is not None and before.told and (before.subject, before.category) == (figure.subject, figure.category):
            figure.told = True
        if figure.told:
            told.append(figure.subject)  # it says itself of whom, and others are told of elsewhere
            continue
        mate = _mate(figures, index)
        if mate is not None and figure.subject and told[mate] != figures[mate].subject:
            told.append(figure.subject + str(told[mate])[len(figures[mate].subject or "") :])
            continue
        weighed = [(weigh(index, one), one) for one in left_out(context, index) if (one.phrase.start, one.phrase.end) not in places]
        if _counts_places(context.view, figure):
            # what its clause says before it is done there: "luân chuyển cán bộ | cho các xã thuộc 61 huyện"
            weighed = [(probability, one) for probability, one in weighed if not figure.bounds[0] <= one.phrase.start < figure.start]
        told.append(fuller(context.view, figure, weighed))
    for figure, subject in zip(figures, told, strict=True):
        figure.subject = subject


def _mate(figures: Sequence[Figure], index: int) -> int | None:
    """Give the figure right before that is counted beside this one and of which the same is said: "4.325 hộ / 19.417 nhân khẩu được cấp gạo"."""
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or figure.left - before.end > _BESIDE or figure.kind != "count" or before.kind != "count":
        return None
    said, other = _SAID.search(figure.subject or ""), _SAID.search(before.subject or "")
    return index - 1 if said is not None and other is not None and said[0] == other[0] else None


def _says_again(view: View, one: Told, known: set[str]) -> bool:
    """Say whether a phrase, its abbreviations spelt out, has so many of the subject's words that it says it again."""
    words = content(fold(spell_out(view.text[one.phrase.start : one.phrase.end], view.text)))
    return len(known.intersection(words)) >= _SAID_AGAIN


def fuller(view: View, figure: Figure, weighed: Sequence[tuple[float, Told]]) -> str | None:
    """Give a figure's subject with the likeliest phrases that it leaves out.

    Args:
        view: the text.
        figure: the figure.
        weighed: phrases and how likely each belongs to the subject.
    """
    if not figure.subject:
        return figure.subject
    known = set(content(fold(f"{figure.subject} {figure.category or ''}")))
    chosen: list[Told] = []
    for probability, one in sorted(weighed, key=lambda pair: (-pair[0], pair[1].phrase.start)):
        if probability < LEAST_BEHIND or len(chosen) == _MOST or len(known) >= _LONGEST:
            break
        if (
            (probability < LEAST and one.phrase.opened == one.phrase.start)
            or _tells_nothing(view, figure.subject, one)
            or _is_cause_of_other(view, figure, one)
            or (
                _OF_PLAN.match(view.folded, one.phrase.start)
                and view.folded[one.phrase.start : one.phrase.end] in fold(figure.baseline or "")
            )
            or not _sound(view, figure.subject, one)
            or one.phrase.words <= known
            or _says_again(view, one, known)
            or _repeats(view, figure.subject, one)
            or (figure.kind == "count" and _only_measures(view, one))
        ):
            continue
        chosen.append(one)
        known |= one.phrase.words
    listed = [one for one in chosen if _goes_on(view, figure.subject, one)]
    inner = [one for one in chosen if one.phrase.opened < one.phrase.start and one not in listed]
    outer = [one for one in chosen if one.phrase.opened == one.phrase.start and one not in listed]
    printed = [
        figure.subject + "".join(_list_from(view, one) for one in listed),
        *(_printed(view, one) for one in sorted(inner, key=lambda one: one.phrase.start)),
    ]
    if outer:
        printed.append(f"({'; '.join(_printed(view, one) for one in sorted(outer, key=lambda one: one.phrase.start))})")
    return " ".join(printed)


def _repeats(view: View, subject: str, one: Told) -> bool:
    """Say whether a phrase begins with what a subject ends on: "giá cam | tại vườn" and "tại vườn dao động"."""
    opening = view.folded[one.phrase.opened : one.phrase.end].split()[:2]
    return one.phrase.opened < one.phrase.start and fold(subject).split()[-2:] == opening


def _tells_nothing(view: View, subject: str, one: Told) -> bool:
    """Say whether a phrase is a word of summing up, or names another kind of the same: "bình quân", "tổng đàn trâu" behind "đàn bò"."""
    words = view.folded[one.phrase.start : one.phrase.end].split()
    head = subject.lower().split()[:1]
    if words in (["đối"], ["hàng"], ["hằng"]) or (words[:1] == ["các"] and " ".join(words[1:]) in _UNNAMED):
        return True  # the rest of "Đối với", "Hàng ngày"; "các địa phương"
    if _IN_NAME.match(view.text, one.phrase.start) is not None:
        return True  # "KCN huyện Phù Yên" of "Ban chỉ huy PCTT và TKCN huyện …"
    state = _STATE.search(fold(subject))
    if state is not None and any(other[0] != state[0] for other in _STATE.finditer(view.folded, one.phrase.start, one.phrase.end)):
        return True  # "mất tích" behind "người bị thương"
    if (_PAYS.match(subject.lower()) and words[:1] == ["thu"]) or (words[:1] == ["chi"] and subject.lower().startswith("thu ")):
        return True  # what is spent is none of what is taken in
    if view.folded.endswith("hành động ", 0, one.phrase.opened):
        return True  # "Tháng hành động vì an toàn thực phẩm"
    if words[:2] == ["trình", "độ"] and one.phrase.opened == one.phrase.start:
        return True  # a grade of the title is none of those of whom others are told too
    plain = [word for word in view.text[one.phrase.start : one.phrase.end].split() if word.islower()]
    if plain and len(plain) < len(words) and set(plain) <= set(subject.lower().split()):
        return True  # "Gia Lai mất" of "diện tích mất rừng"
    if words[-1:] == ["nhất"] and set(words[:-2]) <= {*subject.lower().split(), "số", "tổng"}:
        return True  # "số ca mắc cao nhất" of "ca mắc"
    return " ".join(words) in _SUMS_UP or (head[:1] == ["đàn"] and "đàn" in words[:2])


_IN_NAME = re.compile(r"(?<=[A-ZĐ] )[A-ZĐ]{2,}(?!\w)")
"""Capitals behind capitals: the middle of a name."""
_STATE = re.compile(r"(?<!\w)(?:chết|tử vong|bị thương|mất tích)(?!\w)")
_CAUSE = re.compile(r"(?:do|vì|bởi|nhờ) ")
_BEFALLS = re.compile(
    r"(?<!\w)(?:bị|chết|mất|thương|thiệt hại|hư hỏng|thiếu|nghỉ|tử vong|ngập|sập|đổ|vỡ|cháy|chậm|hủy|hoãn|mắc|nhiễm|thua lỗ|lỗ|giảm|tăng|sạt lở|dịch|nạn|sự cố)(?!\w)"
)


def _is_cause_of_other(view: View, figure: Figure, one: Told) -> bool:
    """Say whether a phrase of another sentence gives the cause of something, where nothing befalls what the figure is of: "do mưa lũ" is
    said of "người chết", not of "thí sinh đăng ký".
    """
    elsewhere = not figure.bounds[0] <= one.phrase.start < figure.bounds[1]
    return (
        elsewhere
        and _CAUSE.match(view.folded, one.phrase.opened) is not None
        and _BEFALLS.search(fold(f"{figure.subject} {figure.category or ''}")) is None
    )


def _sound(view: View, subject: str, one: Told) -> bool:
    """Say whether a phrase can follow a subject without a bracket: not "khi ông A bắt tay" behind "nợ đọng"."""
    return one.phrase.opened == one.phrase.start or follows(subject, _printed(view, one))


def _only_measures(view: View, one: Told) -> bool:
    """Say whether a phrase is the name of a measure and no more: "tổng diện tích" of "Tổng diện tích của 4 mỏ"."""
    words = view.folded[one.phrase.start : one.phrase.end].removeprefix("tổng ").split()
    return names_one_measure(words) and not thing_of(" ".join(words))


def _counts_places(view: View, figure: Figure) -> bool:
    """Say whether a figure counts the places in which something is: "thuộc 61 huyện"."""
    return figure.kind == "count" and _WHERE.search(view.folded[figure.bounds[0] : figure.left]) is not None


def _goes_on(view: View, subject: str, one: Told) -> bool:
    """Say whether a phrase goes on with the list that a subject ends in: ", cao đẳng" behind "đào tạo trình độ đại học"."""
    folded, last = view.folded, fold(subject).split()[-_LAST:]
    if not folded.endswith((f"{' '.join(last)}, ", f"{' '.join(last)} và "), 0, one.phrase.start):
        return False
    words = folded[one.phrase.start : one.phrase.end].split()
    if " ".join(words[:2]) in _SUMS_UP:
        return False  # "14 tiêu chí, bình quân đạt 9,8 tiêu chí"
    return opening_verb(words) is None  # "12.500 doanh nghiệp, giải quyết việc làm cho 250.000 lao động"


def _list_from(view: View, one: Told) -> str:
    """Give the rest of a list, with the sign or word before it and what follows in it: ", cao đẳng, trung cấp"."""
    start = one.phrase.start
    lead = ", " if view.folded.endswith(", ", 0, start) else " và "
    more = _MORE.match(view.folded, one.phrase.end)
    end = more.end() if more is not None else one.phrase.end
    return lead + " ".join(spell_out(view.text[start:end], view.text).split())


def _printed(view: View, one: Told) -> str:
    phrase = one.phrase
    words = view.text[phrase.opened : phrase.end]
    if phrase.opened < phrase.start:
        words = words if words.split()[0][1:].isupper() else words[0].lower() + words[1:]
    words = _NOW.sub("", _EXTENT.sub("", words))
    return " ".join(uncapitalised(spell_out(words, view.text)).split())

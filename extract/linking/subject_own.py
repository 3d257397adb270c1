"""A figure's own words that could be its subject: before and behind it, and what is done to it; see `subject_candidates` for the sources."""

from __future__ import annotations

import re

from ..figures import Figure
from .counting_words import classifiers, generic_nouns
from .dimensions import dimension_of
from .earlier_figures import BACK, LEVELLESS, in_row, without_noun
from .measure_nouns import begins_measure, group_of, names_measure, names_one_measure
from .noun_phrases import clean_category, deeds_before, measured, opening_verb, said_of, uncapitalised
from .phrases import own_from, trim_tail
from .predicate_beyond import predicates_beyond
from .soundness import EMPTY_HEADS, is_sound, opens_none, tells_group
from .subject_cleaning import EACH_TIME, TOTAL_OF, counts_others, in_its_place, tidied, tidied_category, without_deed
from .subject_features import SubjectFeatures
from .subject_phrases import LONGEST, REACH, Phrase, SubjectScene, phrases_before, phrases_behind, without_members

Pair = tuple[str | None, str | None]
"""A subject and a category as printed."""

WORD = re.compile(r"\w+")
_NO_WORDS = re.compile(r"(?:\W|(?<!\w)(?:và|cùng|với|hơn|gần|khoảng|trên|thêm|cả|số|các|những|tổng|tổng số|ít nhất|hàng)(?!\w))*")
_LAST_PIECE = re.compile(r"^.*[,;] |^\W+", re.DOTALL)
_PEOPLE = frozenset(("người", "nạn nhân"))
_EVENTS = re.compile(r"(?:vụ|ca|trận|đợt)(?! (?:mắc|bệnh|dương tính|nhiễm))(?!\w)")
_HARMS = re.compile(r"(?:làm|gây|khiến) (?:cho )?(?=(?:thiệt hại|hư hỏng|ngập|hư hại|mất trắng|cháy|đổ|sập|sạt lở))")
_PRICE_OF_SOMEBODY = re.compile(
    r"(?:giá(?: bán| mua| thu mua)?|nhiệt độ|lượng mưa) (?:hộ|gia đình|nhà|ông|bà|anh|chị|cô|chú|người trồng|người nuôi|nông dân|đối tượng|bị can|nghi phạm)(?! (?:nước|đất|ở|vườn|vàng|xã hội))(?!\w)"
)
_UNITS = frozenset(("organisation", "place_unit", "education"))
_HERD = re.compile(r"(?:tổng )?đàn \w")
_DIMENSIONS = re.compile(r"chiều (?:dài|rộng|cao|sâu)(?!\w)")
_IS_PLAN = re.compile(r"(?:tổng )?(?:kế hoạch|dự toán|chỉ tiêu)(?!\w)")
_HAS_MOST = re.compile(
    r"(?<!\w)có (?!giá )[^.;,\n]{3,80} nhất(?: [^.;,\n]{1,40})?(?:,|,? ?(?:với|là|đạt|\())(?: ?(?:gần|hơn|khoảng|trên|tới))* ?$"
)
MEASURE_WORDS = 4
"""Words of the longest phrase that only names a measure: "tổng mức đầu tư"."""
NEAR = 3
"""Phrases behind a number, the shortest, that a deed is said of; names of measures before it that are tried."""
_FIRST_REACH = 60
"""Characters before a sentence's first figure in which its deed is looked for."""
_SAYS_HOW_MANY = re.compile(
    r"(?:(?<!\w)(?:là|có|đạt|còn|lên|xuống|gồm|chiếm|tới|đến|tăng|giảm|ước|mất|hết|thành|chỉ|bằng)(?!\w)|[:(–-]) ?(?:\w+ ?){0,2}$"
)
"""Words between a noun phrase and how many there are: "số hộ nghèo còn 30 hộ"."""
_TOPIC = re.compile(r"[\"“'‘*•+–-]* ?(?:về phía|về|đối với|riêng với|riêng|còn) (?P<what>[^,.;:()\n\d]{3,60}), ")
"""What a sentence opens with to say what it is about."""
_HAS = re.compile(r"(?<!\w)(?:có|gồm|với)(?: (?:chỉ|cả|tổng cộng|tất cả|khoảng|hơn|gần|trên))* ?$")
_OWNS = re.compile(r"(?<!\w)(?:có|còn)(?: (?:chỉ|cả|tổng cộng|tất cả|khoảng|hơn|gần|trên))* ?$")
_TAIL_HAS = re.compile(r" (?:có|gồm|với|được|thấy)$")
_EACH = frozenset(("mỗi", "từng"))
_COLLECTIVE = re.compile(r"(?:tổng đàn|đàn|lượng|số lượng|tổng lượng|tổng số|số|sản lượng|mật độ)(?!\w)")
"""What already says that many are meant: "tổng đàn trâu, bò có 45.600 con"."""
_MODAL = re.compile(r"[^\W\d_] sẽ ")
LED = 2
"""Words that lead from a measure to its figure: "doanh thu | chỉ đạt | 8 tỷ đồng"."""
_ROW = 8
"""Figures of a breakdown that are looked back on."""
_GRADED = " có trình độ "
"""What parts counted people into grades: who they are before it, a sub-group behind it."""
_TAKES_UP = re.compile(r"(?<!\w)(?:chiếm|đạt)(?: tỷ lệ| tỉ lệ| khoảng| hơn| gần| trên| tới| đến| chỉ)* ?$")
_HAS_PROPERTY = re.compile(r" (?=(?:có|chưa|không|được|bị) )")
_RATE_HEADS = frozenset(("tỷ", "tỉ", "tốc"))
_TWO_STATES = re.compile(
    r"(?<!\w)(?:(?:bị thương|mất tích)(?: nặng| nhẹ)? (?:chết|tử vong|thiệt mạng)|(?:chết|tử vong|thiệt mạng) (?:bị thương|mất tích))(?!\w)"
)
"""What nobody is at once: the words of two figures."""
_HARMED_CASE = re.compile(r"(?:vụ|người) (?:bị thương|tử vong|mất tích|chết|thiệt mạng)(?!\w)")
"""A case is not injured, people are."""


_BEFELL = re.compile(r" (?:(?:đã|đang|vẫn) )?(?:bị|được|không|chưa) [^.;:()\n]{2,80}?(?:,| và|, và) ?")
_MADE = re.compile(r"(?<!\w)(?:đã |vừa |cũng )?(?:làm|khiến|gây)(?: cho| ra)?(?: (?:ít nhất|hơn|gần|khoảng|trên))? ?$")
"""Between what does harm and a count of what came to it."""


class OwnPhrases:
    """Collects the candidates of one figure from the words around it."""

    def __init__(self, scene: SubjectScene, figures: list[Figure], index: int, rule: Pair, left: str, right: str, limit: int) -> None:
        figure = figures[index]
        if figure.baseline and right.lower() in figure.baseline.lower():
            right = ""  # "100% kế hoạch" measures no plan
        self._scene, self._figures, self._index, self._figure = scene, figures, index, figure
        self._left, self._right = left, right
        self._noun = figure.unit if figure.kind == "count" and figure.unit else ""
        self._printed_rule = rule[0] or ""
        self._rule: Pair = (self._measured(rule[0]), clean_category(rule[1])) if rule[0] else rule
        self._features = SubjectFeatures(scene, figures, index, left, right)
        self._found: dict[Pair, tuple[str, ...]] = {}
        self._siblings: set[int] = set()
        low = max(figure.bounds[0], figure.left - REACH, own_from(scene.view.folded, figures[index - 1].end, figure.left) if index else 0)
        self._deeds = [] if self._said_of_previous() else list(deeds_before(scene.view, low, figure.left))
        own_noun = bool(self._noun) and self._noun not in generic_nouns()
        self._has = _OWNS.search(scene.view.folded, max(0, figure.left - 14), figure.left) is not None and figure.kind == "measurement"
        self._owned = own_noun and _HAS.search(scene.view.folded, max(0, figure.left - 14), figure.left) is not None
        self._top = _HAS_MOST.search(scene.view.folded, max(figure.bounds[0], figure.left - REACH // 2), figure.left) is not None
        self._dimension = dimension_of(scene.view, figure) if figure.group == "length" else None
        self._lefts = list(phrases_before(scene, figures, index))
        self._rights = [without_members(scene.view, figure, phrase) for phrase in phrases_behind(scene, figure, limit)]
        longest = self._rights[-1].words if self._rights else right
        if right.startswith(f"{longest}, ") and all(phrase.words != right for phrase in self._rights):
            self._right = longest  # what follows the comma is done to the next figure

    def _said_of_previous(self) -> bool:
        """Say whether all between the figure before and this one says what befell those counted there: "3 thí sinh | bị đình chỉ và | 162 thí sinh vắng mặt"."""
        figure, previous = self._figure, self._figures[self._index - 1] if self._index else None
        if previous is None or previous.kind != "count" or previous.sentence != figure.sentence:
            return False
        return _BEFELL.fullmatch(self._scene.view.folded, previous.end, figure.left) is not None

    def _add(self, subject: str | None, category: str | None, source: str, far: str = "", of: Phrase | None = None, own: str = "") -> None:
        """Keep a candidate that can be printed; `own` are its words of the text without the measure that was named."""
        subject = tidied(subject, self._figure, self._noun, source, self._top) if subject else subject
        pair = (subject, tidied_category(category, self._noun))
        if subject and (_PRICE_OF_SOMEBODY.match(subject.lower()) or EACH_TIME.match(f", {subject.lower()}")):
            return
        if subject and pair[1] and self._figure.total is None and (other := in_its_place(subject, pair[1], self._scene.view.text)):
            pair, subject = (other, None), other
        if subject and pair[1] and (who := without_deed(pair[1], subject)):
            pair = (subject, who)  # "đảng viên được kết nạp" and "đảng bộ huyện A kết nạp"
        if subject and pair[1] and subject.lower() == f"{self._noun} {pair[1].lower()}":
            pair = (subject, None)  # "người chết" needs no "chết"
        if subject and source[0] in "Ir" and not pair[1] and self._figure.change and self._counts_another(subject):
            return  # "giảm 1 sở, 15 phòng, 62 đơn vị"
        if subject and self._dimension and (named := _DIMENSIONS.match(subject.lower())) and named[0] != self._dimension:
            return  # "cầu dài 174 m, rộng 2,3 m"
        if subject and source[0] == "I" and (self._deeds or self._figure.baseline) and _IS_PLAN.match(subject.lower()):
            return  # what is spent of a plan is none
        if subject and source[0] == "I" and self._noun in _PEOPLE and _EVENTS.match(subject.lower()):
            return  # "giảm 7 người chết": who died is no part of the "vụ tai nạn"
        if pair[1] and pair[1].lower() in (self._figure.baseline or "").lower():
            pair = (pair[0], None)
        compared = (self._figures[self._index - 1].baseline or "").lower() if self._index and self._figure.change else ""
        if (compared and (subject or "").lower() == compared) or (pair[1] and pair[1].lower() in compared):
            return  # "bằng 59% nghị quyết và tăng 14%"
        if subject and source[0] == "I" and not pair[1] and self._names_another_case(subject):
            return  # "3.412 ca mắc sốt xuất huyết, có 1 ca tử vong"
        if not subject or pair in self._found or not (is_sound(subject) and is_sound(pair[1]) and tells_group(pair[1])):
            return
        words = WORD.findall(subject.lower())
        if _TWO_STATES.search(subject.lower()) or (self._noun == "vụ" and _HARMED_CASE.match(subject.lower())):
            return
        if (
            not words
            or len(words) > LONGEST
            or words[0][0].isdigit()
            or " ".join(words) in EMPTY_HEADS
            or (opens_none(words) and not self._begins_with_noun(words))  # "15 bị hại"
            or (own and opens_none(WORD.findall(own.lower())) and not self._begins_with_noun(WORD.findall(own.lower())))
        ):
            return
        if self._noun and words[0] in _EACH and source[0] != "R":
            return  # "mỗi chức danh có 2 đến 3 người" counts people, and none of what they are for
        if (
            source[0] == "I"
            and not pair[1]
            and self._figure.kind == "percentage"
            and counts_others(words, WORD.findall(self._right.lower()))
        ):
            return  # "85% số hộ …; 96% cơ quan đạt chuẩn"
        if pair[1] and self._figure.kind == "percentage" and counts_others(words, WORD.findall(pair[1].lower())):
            return
        if pair[1] and self._noun and names_one_measure(WORD.findall(TOTAL_OF.sub("", pair[1].lower()))):
            return  # no "dự án" is a "tổng vốn đầu tư"
        if pair[1] and self._other_measure(words, WORD.findall(pair[1].lower())):
            return
        self._found[pair] = self._features.describe(words, subject, pair[1], source, far, of, pair == self._rule)

    def _names_another_case(self, subject: str) -> bool:
        """Say whether the counted noun has more words than its head, and a subject that begins with that head has others: "ca tử vong"."""
        noun, words = self._noun.split(), subject.lower().split()
        noun = self._right.lower().split() if len(noun) == 1 and self._figure.end > self._figure.number_end + len(noun[0]) + 1 else noun
        return len(noun) > 1 and words[:1] == noun[:1] and not set(noun) <= set(words)

    def _counts_another(self, subject: str) -> bool:
        """Say whether the figure's own noun is another than what a subject begins with, and one that was counted before, or a unit."""
        if not self._noun or self._noun in generic_nouns() | {"bậc", "hạng"} or same_noun(TOTAL_OF.sub("", subject), self._noun):
            return False
        back = self._figures[max(0, self._index - BACK) : self._index]
        return self._figure.group in _UNITS or any(other.unit == self._figure.unit and other.subject for other in back)

    def _begins_with_noun(self, words: list[str]) -> bool:
        """Say whether words begin with the figure's counting noun."""
        noun = self._noun.split()
        return bool(noun) and words[: len(noun)] == noun

    def _other_measure(self, subject: list[str], category: list[str]) -> bool:
        """Say whether a category names another measure than its subject: "lợi nhuận gộp" is no part of a "doanh thu"."""
        if not self._noun and subject[:2] == category[:2] and subject[0] in _RATE_HEADS:
            return True  # "tỷ lệ lao động qua đào tạo đạt 63%, tỷ lệ thất nghiệp còn 2,1%"
        group = group_of(self._figure)
        if self._noun or not set(subject[:MEASURE_WORDS]).isdisjoint(category[:MEASURE_WORDS]):
            return False
        if group in LEVELLESS:
            return names_one_measure(category) and (names_one_measure(subject) or names_measure(category, group))
        return names_measure(category, group) and names_measure(subject, group)

    def _measured(self, phrase: str) -> str:
        return measured(self._scene.view, self._figure, phrase)

    def _own(self) -> None:
        """Try the words on either side of the figure."""
        for phrase in self._rights:
            whole, graded, group = phrase.words.partition(_GRADED)
            same, told, of = phrase.words.partition(" là ")
            if self._figure.kind == "percentage" and told and same and of:
                self._add(same, of, "RS", of=phrase, own=phrase.words)
                continue  # "70% diện tích rừng bị cháy là rừng thông"
            if self._noun and graded:
                self._add(whole, graded.removeprefix(" có ") + group, "RS", of=phrase, own=phrase.words)
            else:
                self._add(self._measured(phrase.words), None, "R", of=phrase, own=phrase.words)
        for phrase in self._lefts:
            if self._noun:
                self._named_before(phrase)
                continue
            if self._graded_again(phrase.words) or (_MODAL.search(phrase.words) and not begins_measure(WORD.findall(phrase.words.lower()))):
                continue  # "đề án sẽ kiên cố hóa 450 km": who does it is none of what it is of
            whole, group = self._split(phrase.words)
            if group:
                self._add(whole, group, "LS", of=phrase, own=phrase.words)
                continue
            self._add(self._measured(phrase.words), None, "L", of=phrase, own=phrase.words)
            if self._has and self._right and not names_measure(WORD.findall(phrase.words.lower()), group_of(self._figure)):
                self._add(self._measured(self._right), None, "R", of=phrase, own=self._right)
                self._add(f"{self._measured(self._right)} của {uncapitalised(phrase.words)}", None, "RO", of=phrase, own=phrase.words)
            elif self._right and not self._right.startswith(("là ", "đã ", "đang ", "sẽ ")) and not self._goes_on():
                harm = _HARMS.match(phrase.words)
                joint = f"{self._right} bị {phrase.words[harm.end() :]}" if harm is not None else f"{phrase.words} {self._right}"
                self._add(self._measured(joint), None, "LR", of=phrase, own=phrase.words)

    def _named_before(self, phrase: Phrase) -> None:
        """Try words before a count: a noun phrase, and not who does what to the counted things."""
        if self._noun in classifiers() and _HERD.match(phrase.words.lower()) and self._right.startswith(f"{self._noun} "):
            self._add(f"{phrase.words} {self._right[len(self._noun) + 1 :]}", None, "L", of=phrase)
            return  # "đàn vịt 1.500 con của ông B"
        if not phrase.end and _SAYS_HOW_MANY.search(self._scene.view.folded, max(0, self._figure.left - 16), self._figure.left) is None:
            return
        if phrase.end and phrase.skipped > LED + 1:
            return  # "tổ chức hội nghị | với sự tham dự của 150 đại biểu"
        if _MADE.search(self._scene.view.folded, max(self._figure.bounds[0], self._figure.left - 24), self._figure.left) is not None:
            return  # "mưa lũ đã làm 2 người chết": what did it
        clause = not phrase.end and any(_TAIL_HAS.sub("", phrase.words.lower()).endswith(deed.lower()) for deed in self._deeds)
        if clause or phrase.crossed or opening_verb(WORD.findall(phrase.words.lower())) is not None:
            return
        if not all(word[0].isupper() for word in phrase.words.split()):  # "Đặng chỉ ra ba lý do": who says so
            self._add(phrase.words, None, "L", of=phrase)
        if self._owned and self._rights and not same_noun(self._rights[0].words, phrase.words):
            self._add(f"{self._rights[0].words} của {uncapitalised(phrase.words)}", None, "RO", of=phrase, own=phrase.words)
        if self._noun in classifiers() and self._right == self._noun and not _COLLECTIVE.match(phrase.words.lower()):
            self._add(f"{self._noun} {phrase.words}", None, "NL", of=phrase, own=phrase.words)

    def _goes_on(self) -> bool:
        """Say whether the words behind a length or area tell what happens to the thing measured: "đoạn đường dài 1,2 km | xuất hiện ổ gà"."""
        return self._figure.kind == "measurement" and opening_verb(WORD.findall(self._right.lower())) is not None

    def _graded_again(self, phrase: str) -> bool:
        """Say whether words before a share name the property that shares right before it are of: "trình độ …" behind "trình độ …"."""
        figure, head = self._figure, phrase.lower().split()[:2]
        if figure.kind != "percentage" or len(head) < 2:
            return False
        back = self._figures[max(0, self._index - _ROW) : self._index]
        near = [other.category for other in back if other.category and figure.sentence - other.sentence <= 1]
        return any(category.lower().split()[:2] == head for category in near)

    def _split(self, phrase: str) -> tuple[str, str]:
        """Give the whole and the sub-group that take up a share: "cán bộ xã | có trình độ đại học" before "chiếm 62%"; the latter may be empty."""
        figure = self._figure
        if figure.kind != "percentage" or not _TAKES_UP.search(self._scene.view.folded, max(0, figure.left - 16), figure.left):
            return phrase, ""
        parts = _HAS_PROPERTY.split(phrase)
        cut = next((index for index in range(len(parts) - 1, 0, -1) if len(" ".join(parts[:index]).split()) > 1), 0)
        return (" ".join(parts[:cut]), " ".join(parts[cut:])) if cut else (phrase, "")

    def _opened(self) -> None:
        """Try what the sentence says first that it is about: "Về phía phụ huynh, có 116 người"."""
        figure, view = self._figure, self._scene.view
        before = self._figures[self._index - 1] if self._index else None
        if before is not None and before.sentence == figure.sentence and (before.cue != "/" or before.total != self._index):
            return
        topic = _TOPIC.match(view.folded, figure.bounds[0], figure.left)
        if topic is None:
            return
        words = trim_tail(view.text[topic.start("what") : topic.end("what")])
        if not words:
            return
        if self._noun in generic_nouns():
            said = without_noun(self._right, view.text[figure.number_end : figure.end].strip())
            self._add(words, said or None, "O")
        elif not self._noun:
            self._add(self._measured(words), None, "O")

    def _beyond(self) -> None:
        """Try what is said of the figure behind a bracket or other figures."""
        figure, figures = self._figure, self._figures
        for said in predicates_beyond(self._scene.view, figures, self._index):
            own = self._rights[0].words if self._noun and self._rights else self._noun
            if own:
                self._add(f"{own} {said}", None, "RB")
                if figure.total is not None and figure.total < self._index:
                    self._add(figures[figure.total].subject, said, "I:whole+RB")

    def _has_words(self) -> bool:
        """Say whether words of its own stand before a figure of a row: "phá hủy 35 máy nổ, | đẩy đuổi 560 người"."""
        if not self._index:
            return False
        before = self._scene.view.folded[max(self._figure.bounds[0], self._figures[self._index - 1].end) : self._figure.left]
        return _NO_WORDS.fullmatch(_LAST_PIECE.sub("", before)) is None

    def _done(self) -> None:
        """Try what is done to the counted thing, or by how much."""
        for rank, deed in enumerate(self._deeds):
            if self._figure.change and deed.lower().startswith("phấn đấu "):
                continue  # "phấn đấu giảm 5-10% số vụ"
            harm = _HARMS.match(deed) if not self._noun else None
            for phrase in self._rights[:NEAR]:
                if harm is not None:
                    self._add(self._measured(f"{phrase.words} bị {deed[harm.end() :]}"), None, f"DR{rank}", of=phrase)
                elif self._noun:
                    self._add(said_of(phrase.words, deed), None, f"RD{rank}", of=phrase)
                else:
                    self._add(self._measured(f"{deed} {phrase.words}"), None, f"DR{rank}", of=phrase)
            if not self._noun:
                self._add(self._measured(deed), None, f"D{rank}")
        figure, folded = self._figure, self._scene.view.folded
        back = self._figures[max(0, self._index - BACK) : self._index]
        if not self._noun or self._deeds or self._has_words():
            return
        for at in range(len(back) - 1, -1, -1):
            other = back[at]
            if other.sentence != figure.sentence or not in_row(folded, other, figure):
                return
            low = max(other.bounds[0], other.left - _FIRST_REACH, back[at - 1].end if at else 0)
            done = next(iter(deeds_before(self._scene.view, low, other.left)), None)
            if done is not None:
                for phrase in self._rights[:NEAR]:
                    self._add(said_of(phrase.words, done), None, "RE", of=phrase)
                return


def same_noun(phrase: str, other: str) -> bool:
    """Say whether two phrases begin with the same syllable, as those of one noun do."""
    return phrase.lower().split()[:1] == other.lower().split()[:1]

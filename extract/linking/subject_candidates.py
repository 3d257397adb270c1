"""The phrases that could be a figure's subject and category, each a noun phrase, described by features for the linking classifier.

| source | how the candidate is made |
| --- | --- |
| `R`, `L`, `LR` | the words behind the number, the words before it, both; of a measure with its name ("diện tích thu hồi") |
| `RS` | the counted noun and its grade as sub-group ("cán bộ" and "trình độ đại học") |
| `LS` | the words before a share that "takes up" ("chiếm"), parted into whole and sub-group |
| `NL` | a classifier and the words before it ("vụ tai nạn giao thông") |
| `RO`, `RO:previous` | the counted noun as part of what has it ("khối nhà của công trình"), or of the figure before |
| `RB` | the counted noun and what is said of it behind a bracket or other figures |
| `RD0`, `RD1`, `RD2` | the counted noun and what is done to it, by the words before it, the shortest first ("cán bộ được cử đi học") |
| `D0`, `DR0`, … | what is done, as a measure ("số tiền chiếm đoạt"); with the words behind the number |
| `P` | the measure that the sentence before names, for a figure with no words of its own |
| `O` | what the sentence says first that it is about ("Về phía phụ huynh, …") |
| `RE` | the counted noun and what is done to all of its row, by the words before the sentence's first figure |
| `I:whole`, `I:share`, `I:previous`, `I:unit`, `I:first` | the subject of the whole, the share, the figure before, the last of the same unit, the sentence's first; behind `+` what its category is |
| `X:…` | the subject of an earlier figure of the row with this one's own words in place of its own ("diện tích trồng | ngô" behind "… | lúa") |
| `LM:…`, `RM:…` | the measure that an earlier figure of the row names, of what stands before or behind this one ("giá | xăng RON95") |
| `LT:…`, `T:…` | the measure before the figure, or the one its unit tells, of the thing that an earlier figure measures |
| `…+same` | one of these, when it is short, of what the sentence names before the figure |
| `rule` | what the rules chose, where nothing above is the same |
"""

from __future__ import annotations

import re

from ..figures import Figure, clause_start
from ..numbers.units import noun_table
from .counting_words import generic_nouns
from .dimensions import dimension_of
from .earlier_figures import LEVELLESS, earlier, in_row, of_row, swapped, things, without_noun
from .fitting import fitting
from .measure_nouns import group_of, names_measure, names_one_measure
from .named_before import measures_named_before
from .noun_phrases import EXAMPLE, clean_category, opening_verb, thing_of, uncapitalised
from .predicates import predicates
from .soundness import opens_none
from .subject_cleaning import TOTAL_OF
from .subject_forms import OutrightForms
from .subject_own import LED, MEASURE_WORDS, NEAR, WORD, Pair, same_noun
from .subject_phrases import SubjectScene, phrases_behind

_HARMED = re.compile(r"(?<!\w)(?:bị thương|mất tích|tử vong|thiệt mạng|làm chết|bị nạn)(?: (?:nặng|nhẹ|hơn|gần|khoảng|ít nhất|thêm))* ?$")
_WITH = re.compile(r"(?: [^\W\d_]+){0,4} ?(?:,? với|,? có|,? gồm)(?: (?:chỉ|cả|tổng cộng|tất cả))* ?|(?: [^\W\d_]+){0,2} \(")
_NAMES_WHOLE = re.compile(r"(?<!\w)(?:tổng số|tỷ lệ|tỉ lệ)(?= \w)")
"""What has one of these names what is counted, and no sub-group."""
_SAID = re.compile(r" (?=(?:được|bị|đã|đang|sẽ|có|chưa) )")
_STATES = re.compile(r"(?<!\w)(?:chết|tử vong|thiệt mạng|tử nạn|bị thương|mất tích)(?!\w)")
_DEAD = frozenset(("chết", "tử vong", "thiệt mạng", "tử nạn"))
_DOES = re.compile(r"(?<!\w)(?:bị|được|chưa|không|mất|thiếu|đang)(?= [^\W\d_])")
_POINTING = re.compile(r"(?:trên|này|đó|kia|nói trên|kể trên)(?!\w)")
"""What stands behind the noun of things told before: "3 huyện trên"."""
_NEGATED = re.compile(r"(?<!\w)(?:chưa|không)(?: (?:có|qua|được|đạt|đủ|còn))? $")
_NUMBER_WORDS = ("số ", "tổng số ", "dân số ")
_NUMBER_OF = frozenset(("^số", "^tổng"))
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất) [^\W\d_]")
_THE_MOST = re.compile(r" (?:cao|thấp|lớn|nhỏ) nhất.*$")
_GOES_ON = re.compile(r" (?:đều|đang|sẽ|đã) ")
"""In a phrase that is a statement: "tuyến thu phí đều được gắn camera" has no "thu"."""
_RATE_WORDS = 4
"""Words of a rate's name: "tỷ lệ lấp đầy"."""
_SHORT = 5
"""Words up to which a phrase may leave out what it is of."""
_MOST_BASES = 4
_PAID = re.compile(
    r"(?<!\w)(?P<deed>phạt|thu hồi|truy thu|bồi thường|ủng hộ|tặng|trao|chi trả|tịch thu|chiếm đoạt|giải ngân)(?: (?:tiền|được|hơn|gần|khoảng|thêm|trên|số tiền))* ?$"
)
"""Right before a sum: what is done with it."""
_LAWS = frozenset(("luật", "bộ luật", "nghị định", "nghị quyết", "quyết định", "chỉ thị", "thông tư"))
_CROPS = frozenset(("mass", "volume"))
"""Groups of measures of which one word says whose they are: "sản lượng muối"."""
_FEW = 2
"""Words beside a figure, fewer than which name no measure."""
_APART_KINDS = frozenset(("person", "animal", "vehicle", "plant", "place_unit", "building"))
"""Classes of nouns of which no thing is one of another."""
_POINTS = frozenset("đó này thì mà nên như khi nếu vì do trong giữa hay hoặc vào với theo so của".split())
"""Words that open no category before a figure."""
_OWNER = re.compile(
    r"\W*(?!(?:hiện|ngoài ra|trong đó|đến nay|theo đó|tổng|với|tại|ở|trong|năm|nay|còn|riêng|cả|này|đó)(?!\w))[^\W\d_]+(?: [^\W\d_]+){0,7} (?:có|cần|được đầu tư với|đạt) "
)
"""What has a measure that is named behind it: "Công trình có | tổng kinh phí"."""


def subject_candidates(
    scene: SubjectScene, figures: list[Figure], index: int, rule: Pair, left: str, right: str, limit: int
) -> tuple[list[Pair], list[tuple[str, ...]]]:
    """Give the candidates for a figure's subject and category and the features of each, in a fixed order.

    Args:
        scene: what the text's figures share.
        figures: the figures; those before `index` have their subject.
        index: the figure.
        rule: what the rules chose.
        left: the words before the figure that the rules take for its own.
        right: the words behind its number that the rules take for its own.
        limit: where words behind the figure end at the latest.
    """
    return _Candidates(scene, figures, index, rule, left, right, limit).collect()


class _Candidates(OutrightForms):
    """Collects the candidates of one figure: its own words, and what earlier figures tell of it."""

    def collect(self) -> tuple[list[Pair], list[tuple[str, ...]]]:
        """Give all candidates and their features."""
        if (
            self._here_and_there()
            or self._by_criteria()
            or self._summed_up()
            or self._so_many_times()
            or self._of_its_plan()
            or self._of_topic()
        ):
            return list(self._found), list(self._found.values())
        self._own()
        self._opened()
        self._owners()
        self._beyond()
        self._done()
        self._in_rows()
        self._inherited()
        self._of_things()
        self._of_named()
        if not self._noun and len(self._left.split()) < _FEW and len(self._right.split()) < _FEW:
            for name in measures_named_before(self._scene.view, self._figure, self._scene.near(self._figure)):
                self._add(name, None, "P")
        named = any(category and self._rule[0] == f"{self._noun} có {category}" for _, category in self._found if self._rule[1] is None)
        of_row = named and self._noun in generic_nouns()  # "264 người có trình độ trung cấp" in a row of "cán bộ": told before who they are
        if self._rule[0] and not of_row and not (self._noun and opening_verb(WORD.findall(self._rule[0].lower())) is not None):
            self._add(self._rule[0], self._rule[1], "rule", own=self._printed_rule)
        if not self._found or not self._rule[0]:
            self._found[(None, None)] = self._features.none(not self._rule[0])
        found = fitting(self._found, self._figure, self._scene.view.folded)
        return list(found), list(found.values())

    def _owners(self) -> None:
        """Try the counted thing as part of what was counted right before: "36 câu lạc bộ với 428 thành viên"."""
        previous = self._figures[self._index - 1] if self._index else None
        if not self._owned or not self._rights or previous is None or previous.kind != "count" or not previous.subject:
            return
        if previous.group == "place_unit" or (previous.group, self._figure.group) == ("household", "person"):
            return  # "15 xã với 23.000 hộ dân": they are the district's; "4.325 hộ (19.417 nhân khẩu)": the same people
        if self._in_row_before(previous):
            return  # "512 trường, 8.240 lớp với 245.000 học sinh": of all of them
        if self._figure.total is not None or same_noun(self._rights[0].words, previous.subject):
            return  # "64 trường, gồm 21 trường mầm non": a part and no belonging
        if _WITH.fullmatch(self._scene.view.folded, previous.end, self._figure.left):
            self._add(f"{self._rights[0].words} của {previous.subject}", None, "RO:previous")

    def _in_row_before(self, previous: Figure) -> bool:
        """Say whether the figure before stands in a row with the one before it."""
        other = self._figures[self._index - 2] if self._index > 1 else None
        if other is None or other.sentence != previous.sentence:
            return False
        return other.kind == "count" and in_row(self._scene.view.folded, other, previous)

    def _inherited(self) -> None:
        """Try the subjects of earlier figures, alone and with the figure's own words as category."""
        figure, view = self._figure, self._scene.view
        if self._noun and _HARMED.search(view.folded, max(figure.bounds[0], figure.left - 24), figure.left):
            return  # "làm chết 6 người, bị thương 10 người": who they are stands right before them
        behind = without_noun(self._right, view.text[figure.number_end : figure.end].strip())
        own = self._measure_before()
        if figure.kind == "percentage" and not figure.change and _RATE.match(self._left.lower()):
            own = frozenset(_THE_MOST.sub("", self._left.lower()).split()[:_RATE_WORDS])
        size = dimension_of(view, figure)
        deed = _PAID.search(view.folded, max(figure.bounds[0], figure.left - 24), figure.left) if figure.kind == "money" else None
        paid = deed["deed"] if deed is not None else ""
        for source, other in earlier(self._figures, self._index):
            linked = source in ("whole", "share")
            if not linked and figure.total is not None and figure.total < self._index:
                continue  # a part is one of what its whole counts, and of nothing else that was told before
            if not linked and figure.kind == "percentage" and self._right.lower().startswith(_NUMBER_WORDS):
                continue  # "98% số hộ được dùng điện": says itself of whom
            if not linked and behind.startswith("là "):
                continue  # "16.066 người là đại biểu": says itself who they are
            if not linked and paid and paid not in (other.subject or "").lower():
                continue  # "thu hồi | 31 tỷ đồng": none of what is owed
            if not linked and self._noun and id(other) in self._siblings:
                continue  # "30 giáo viên Toán, 22 giáo viên Ngữ văn": none is a part of the other
            words = set(WORD.findall((other.subject or "").lower()))
            known = set() if linked else words
            far = f"{min(figure.sentence - other.sentence, 4)}{other.unit == figure.unit}"
            if (
                not linked
                and size is not None
                and names_one_measure((other.subject or "").lower().split())
                and size not in (other.subject or "")
            ):
                continue  # "chiều dài 15,6 km, nền đường rộng 9 m"
            if not linked and own is not None and figure.kind == "percentage" and not own <= words and _RATE.match(self._left.lower()):
                continue  # "tổng diện tích 1.450 ha, tỷ lệ lấp đầy 65%"
            if not linked and self._of_another_kind(other):
                continue  # "16 con nhím" are none of the "cán bộ xã"
            if not linked and self._names_people(words):
                continue  # "đội ngũ giáo viên gồm 52 người" are no "học sinh"
            if not linked and _state(self._right) not in ("", _state(other.subject or "")) and _state(other.subject or ""):
                continue  # those who died are none of the injured
            says = (
                not linked and bool(self._noun) and _tells_more(behind, words) and not _POINTING.match(behind.lower()) if behind else False
            )
            if not says and (linked or own is None or own <= words):
                self._add(other.subject, other.category, f"I:{source}+same", far=far)
                self._add(other.subject, None, f"I:{source}", far=far)
            two = not linked and self._noun and _DOES.match(behind.lower()) and _DOES.search(other.subject or "")
            if behind and not two:  # "45.000 khách hàng chưa được cấp điện. 21.000 khách hàng mất điện"
                self._add(other.subject, behind, f"I:{source}+R", far=far)
            elif source == "whole" and self._right and self._names_group(other.subject or ""):
                self._add(other.subject, self._right, f"I:{source}+R", far=far)
                if self._is_listed():
                    continue  # "38 đảng viên là người dân tộc thiểu số và | 27 học sinh": what stands before is of the one before
            other_size = other.kind == "count" or names_one_measure(WORD.findall((other.subject or "").lower()))
            if not linked and own is not None and not own <= words and other_size:
                continue  # the "vốn đầu tư" of a figure is no group of another one's "chi phí"
            for phrase in self._lefts[:4]:
                if self._noun and not linked and phrase.words.lower().startswith((f"{self._noun} ", f"số {self._noun} ")):
                    continue  # "hộ cận nghèo 212 hộ" behind "4.012 hộ nghèo"
                if phrase.cut in _NUMBER_OF and (not phrase.end if self._noun else figure.kind == "percentage"):
                    continue  # "số học sinh lớp 9 có 13.908 em": says itself who they are
                if _is_negated(self._left.lower(), phrase.words.lower()):
                    continue  # "đối tượng chưa có | trình độ chuyên môn"
                if not linked and _is_deed(phrase.words):
                    continue  # "dư nợ 8.950 tỷ đồng. Chi nhánh cho vay 2.340 tỷ đồng"
                if not phrase.crossed and _tells_more(phrase.words, known):
                    self._add(other.subject, phrase.words, f"I:{source}+L", far=far, of=phrase)
            sound = not any(sign.isdigit() for sign in self._left) and (linked or not (_is_deed(self._left) or EXAMPLE.match(self._left)))
            sound = sound and not (self._noun and not linked and f"số {self._noun} " in self._left.lower())
            if self._left and sound and _tells_more(self._left, known):
                self._add(other.subject, self._left, f"I:{source}+l", far=far)

    def _names_group(self, whole: str) -> bool:
        """Say whether the counted noun of a part is none of its whole's, and so says which part: the "27 học sinh" of "214 đảng viên"."""
        return bool(self._noun) and self._noun not in generic_nouns() and self._noun not in whole.lower()

    def _is_listed(self) -> bool:
        """Say whether a figure stands in a row right behind what another one counts."""
        return self._scene.view.folded[self._figure.bounds[0] : self._figure.left].rstrip().endswith((",", " và", ";"))

    def _of_another_kind(self, other: Figure) -> bool:
        """Say whether an earlier figure is of things of another class than the counted noun."""
        subject = TOTAL_OF.sub("", (other.subject or "").lower())
        noun = noun_table().match(subject, 0)
        if not self._noun or self._noun in generic_nouns() or noun is None or noun[1][2] != "strong":
            return False
        return {noun[1][1], self._figure.group} <= _APART_KINDS and noun[1][1] != self._figure.group and self._noun not in subject

    def _names_people(self, known: set[str]) -> bool:
        """Say whether the words before a count of people name them by a noun of their own, and not by one of what is known."""
        if self._noun not in generic_nouns():
            return False
        folded = self._left.lower()
        noun = noun_table().match(folded, 0)
        if noun is None or noun[1][1] != "person":
            return False
        named = folded if folded.startswith(self._noun) else folded[: noun[0]]  # "người chết" of "số người chết giảm 6 người"
        return not known.issuperset(WORD.findall(named))

    def _measure_before(self) -> frozenset[str] | None:
        """Give the words of the measure that is named right before the figure, which then is of nothing else: "doanh thu tăng | 23%"."""
        if self._noun:
            return None
        for phrase in self._lefts:
            words = WORD.findall(phrase.words.lower())
            if not phrase.crossed and phrase.skipped <= LED and names_one_measure(words):
                return frozenset(words[:2])
        return None

    def _of_things(self) -> None:
        """Try the measure that is named before the figure, of the thing that an earlier figure measures."""
        group = group_of(self._figure)
        if self._noun or group in LEVELLESS or group == "temperature":
            return
        short = [phrase for phrase in self._lefts[:NEAR] if len(phrase.words.split()) <= MEASURE_WORDS]
        named = [phrase for phrase in short if names_measure(phrase.words.lower().split(), group) and not _has_thing(phrase.words, group)]
        inside = self._index > 0 and self._figures[self._index - 1].sentence == self._figure.sentence
        owned = self._has_owner() or inside
        before = (self._figures[self._index - 1].subject or "").lower().split() if inside else []
        for source, thing in things(self._scene.view.folded, self._figures, self._index):
            if (
                opening_verb(WORD.findall(thing.lower()), measures=True) is not None
                or thing.lower().startswith("lượt ")
                or _GOES_ON.search(thing.lower())
                or _opens_with_verb(thing)
            ):
                continue  # "giải ngân 320 tỷ đồng, dư nợ 1.120 tỷ đồng": nothing that has a "dư nợ"
            if owned and source == "before":
                continue  # "Công trình có tổng kinh phí 1 tỷ USD": says itself what has it
            for phrase in named:
                if before and phrase.words.lower().split()[:2] == before[:2]:
                    continue  # "ngân sách trung ương 5 tỷ đồng, ngân sách tỉnh 2 tỷ đồng": another of the kind
                if phrase.words.lower() == "thiệt hại" and ("thiệt hại" in thing.lower() or " bị " in thing.lower()):
                    continue  # none of a "diện tích bị thiệt hại"
                if thing.lower().split()[-1:] != phrase.words.lower().split():  # "thu" of "tỉnh thu"
                    self._add(f"{phrase.words} {thing}", None, f"LT:{source}", of=phrase)
            if not named and group != "money":
                self._add(self._measured(thing), None, f"T:{source}")

    def _has_owner(self) -> bool:
        """Say whether the figure's clause names what has the measure, before "có"."""
        view, figure = self._scene.view, self._figure
        start = clause_start(view.folded, figure.left, figure.bounds[0])
        return _OWNER.match(view.folded, start, figure.left) is not None

    def _in_rows(self) -> None:
        """Try what an earlier figure of the row says, of this figure's own thing: "trồng 8 ha lúa, 5 ha ngô", "giá xăng 20.000 đồng, dầu 17.000 đồng"."""
        figure, scene = self._figure, self._scene
        if self._noun and self._has_words():
            return
        dimension = dimension_of(scene.view, figure)
        for source, other in of_row(scene.view.folded, self._figures, self._index):
            subject = other.subject or ""
            known = set(WORD.findall(subject.lower()))
            for own in self._rights[:NEAR]:
                theirs = (phrase.words for phrase in phrases_behind(scene, other, min(figure.left, other.bounds[1])))
                told = next((said for said in (swapped(subject, words, own.words) for words in theirs) if said), "")
                if told:
                    self._add(told, None, f"X:{source}", of=own)
                    self._siblings.add(id(other))
            thing = thing_of(subject)
            if self._noun or not thing or len(thing) == len(subject) or figure.kind == "percentage":
                continue
            measure = subject[: len(subject) - len(thing)].strip()
            if dimension not in (None, measure):
                continue  # "dài 174 m, rộng 2,3 m"
            for side, phrases in (("L", self._lefts), ("R", self._rights)):
                for own in phrases[:NEAR]:
                    words = WORD.findall(own.words.lower())
                    if not (known.issuperset(words) or opens_none(words) or names_one_measure(words)) and opening_verb(words) is None:
                        self._add(f"{measure} {uncapitalised(own.words)}", None, f"{side}M:{source}", of=own)

    def _of_named(self) -> None:
        """Try the shortest phrases as told of what the sentence names before the figure: "chiều dài" of "tuyến buýt Kim Mã - Yên Nghĩa"."""
        named = self._scene.named.before(self._figure)
        if named is None or (named.noun in _LAWS and not self._noun):
            return  # no area of a law
        bases = [
            (subject, features[0].removeprefix("s="))
            for (subject, category), features in self._found.items()
            if subject and category is None and len(subject.split()) <= _SHORT and not features[0].startswith(("s=I", "s=T"))
        ]
        for subject, source in bases[:_MOST_BASES]:
            known = set(WORD.findall(subject.lower()))
            if named.event and named.words.issuperset(known):
                continue  # the 12 of "số vụ cháy là 12 vụ" are those fires, and not in them
            if len(named.words - known) * 2 > len(named.words):
                joint = " trong " if named.event else " của " if self._noun else " "
                said = _SAID.search(subject) if self._noun and not named.event else None  # "học viên | của trường A | được duy trì"
                at = said.start() if said is not None else len(subject)
                told = f"{subject[:at]}{joint}{uncapitalised(named.phrase)}{subject[at:]}"
                self._add(told, None, f"{source}+same", far=f"{named.event}{len(known)}")


def _opens_with_verb(thing: str) -> bool:
    """Say whether words begin with a verb of two syllables, one of reporting or asking too: "đề nghị Trung ương hỗ trợ" is nothing that has a weight."""
    return " ".join(thing.lower().split()[:2]) in predicates()


def _has_thing(phrase: str, group: str) -> bool:
    """Say whether a measure's name goes on with what it is of: "doanh thu | du lịch", but not "chi phí | xây dựng"."""
    words = WORD.findall(thing_of(phrase).lower())
    own = group in _CROPS or phrase.lower().startswith("giá ")  # "giá | mực" says it by one word
    return len(words) > (0 if own else 1) and opening_verb(words, measures=True) is None


def _state(phrase: str) -> str:
    """Give what befell people, as far as a phrase says so; empty where it does not."""
    found = _STATES.search(phrase.lower())
    return "" if found is None else "dead" if found[0] in _DEAD else found[0]


def _is_negated(left: str, phrase: str) -> bool:
    """Say whether a phrase leaves out the negation before it."""
    at = left.rfind(phrase)
    return at > 0 and _NEGATED.search(left, 0, at) is not None


def _is_deed(phrase: str) -> bool:
    """Say whether a phrase is a verb and nothing else."""
    words = WORD.findall(phrase.lower())
    return opening_verb(words, measures=True) == " ".join(words)


def _tells_more(category: str, known: set[str]) -> bool:
    """Say whether a category tells more than the subject's own words, which may stand behind the figure before."""
    if _NAMES_WHOLE.search(category.lower()):
        return False
    words = WORD.findall((clean_category(category) or "").lower())
    return not known.issuperset(words) and words[0] not in _POINTS

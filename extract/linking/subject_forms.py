"""Forms in which a sentence says outright what a figure is of, so that there is one candidate only."""

from __future__ import annotations

import re

from ..numbers.units import noun_table
from .phrases import clean_left
from .subject_own import OwnPhrases
from .subject_phrases import past_rate

_AS_MUCH = re.compile(r",? (?:và )?(?:cao|tăng|nhiều|lớn|gấp|bằng)(?: (?:gấp|hơn|tới|đến|khoảng))* ?")
_MEETS = re.compile(r" (?:đã |cơ bản )?(?:đạt|hoàn thành)(?: chuẩn)?(?: được)?(?: (?:đủ|từ|trên|dưới|cả))? ?")
_OF_PLAN = re.compile(
    r"(?: mới| nữa)?(?:,| và|, và)? ?\(?(?:đạt|bằng|vượt|tương đương|tăng|giảm)(?: (?:khoảng|gần|hơn|trên|tới|xấp xỉ|thêm))* ?"
)
_SOME_PLACES = re.compile(r"(?<!\w)(?:có|một số|nhiều) nơi(?: (?:trên|hơn|tới|đến|lên|lên tới|lên đến|còn|đạt|mưa|là|từ))* ?$")
_SUMMED = re.compile(
    r"(?: [^\W\d_]+){0,5}[,;] (?:lũy kế|cộng dồn|tính chung|tổng cộng)(?: [^\W\d_]+|,| \d+(?: tháng| năm)| 20\d\d){0,10} $"
)
"""Between what was done last and what was done in all: "trồng 1.250 ha rừng, lũy kế từ đầu năm đạt 5.830 ha"."""
_WIDELY = re.compile(r" (?:phổ biến|trung bình|bình quân)(?!\w)")
"""What is told of a measure all over, and not of a place."""
_WITH_REGARD = re.compile(r"\W*(?:đối với|riêng đối với) (?P<what>[^,.;:()\n\d]{3,60}), ")


class OutrightForms(OwnPhrases):
    """The forms of one figure; each says whether it holds, and then makes its reading the only candidate."""

    def _here_and_there(self) -> bool:
        """Say whether a figure is what the one before it is in some places, and make that the only candidate: "mưa phổ biến 40 mm, có nơi trên 90 mm"."""
        figure, previous = self._figure, self._figures[self._index - 1] if self._index else None
        if previous is None or previous.unit != figure.unit or previous.sentence != figure.sentence or not previous.subject or self._noun:
            return False
        if _SOME_PLACES.search(self._scene.view.folded, previous.end, figure.left) is None:
            return False
        self._add(_WIDELY.sub("", previous.subject), "có nơi", "I:previous")
        return bool(self._found)

    def _by_criteria(self) -> bool:
        """Say whether a figure counts communes by the criteria they meet, and make that the only candidate: "25 xã đạt từ 10 đến 14 tiêu chí"."""
        figure, index, view = self._figure, self._index, self._scene.view
        before = self._figures[index - 1] if index else None
        if figure.unit == "tiêu chí" and before is not None and _MEETS.fullmatch(view.folded, before.end, figure.left) is not None:
            self._add(self._noun, None, "R")
            return bool(self._found)
        following = self._figures[index + 1] if index + 1 < len(self._figures) else None
        if figure.kind != "count" or following is None or following.unit != "tiêu chí" or following.sentence != figure.sentence:
            return False
        if _MEETS.fullmatch(view.folded, figure.end, following.left) is None:
            return False
        self._add(f"{self._noun} {view.text[figure.end : following.end].strip()}", None, "R")
        return bool(self._found)

    def _of_its_plan(self) -> bool:
        """Say whether a percentage tells of the figure right before it how much of a plan it is: "trồng được 1.022 ha, đạt 15,7% kế hoạch"."""
        figure, previous = self._figure, self._figures[self._index - 1] if self._index else None
        if figure.kind != "percentage" or not figure.baseline or previous is None or previous.kind == "percentage" or not previous.subject:
            return False
        folded = self._scene.view.folded
        if previous.sentence != figure.sentence or _OF_PLAN.fullmatch(folded, past_rate(folded, previous), figure.left) is None:
            return False
        self._add(previous.subject, previous.category, "I:previous")
        return bool(self._found)

    def _of_topic(self) -> bool:
        """Say whether a sentence opens with whom its shares are of: "Đối với cán bộ cấp xã, trình độ đại học đạt tỷ lệ 65%"."""
        figure, view = self._figure, self._scene.view
        previous = self._figures[self._index - 1] if self._index else None
        if figure.kind != "percentage" or figure.change or (previous is not None and previous.sentence == figure.sentence):
            return False
        topic = _WITH_REGARD.match(view.folded, figure.bounds[0], figure.left)
        if topic is None or noun_table().match(view.folded, topic.start("what")) is None:
            return False
        group = clean_left(view, topic.end(), figure.left, self._scene.near(figure)).removesuffix(" đạt tỷ lệ").removesuffix(" tỷ lệ")
        if not group or "," in group:
            return False
        self._add(view.text[topic.start("what") : topic.end("what")], group, "O")
        return bool(self._found)

    def _summed_up(self) -> bool:
        """Say whether a figure is the total of what the one right before it is of: "trồng 1.250 ha rừng, lũy kế từ đầu năm đạt 5.830 ha"."""
        figure, previous = self._figure, self._figures[self._index - 1] if self._index else None
        if previous is None or (previous.kind, previous.unit, previous.sentence) != (figure.kind, figure.unit, figure.sentence):
            return False
        if not previous.subject or _SUMMED.match(self._scene.view.folded, previous.end, figure.left) is None:
            return False
        self._add(previous.subject, previous.category, "I:previous")
        return bool(self._found)

    def _so_many_times(self) -> bool:
        """Say whether a figure tells how many times the one right before it is: "giá bán 31.500 đồng/kg, cao gấp 1,7 lần"."""
        figure, previous = self._figure, self._figures[self._index - 1] if self._index else None
        if figure.kind != "multiple" or previous is None or previous.sentence != figure.sentence or not previous.subject:
            return False
        if _AS_MUCH.fullmatch(self._scene.view.folded, past_rate(self._scene.view.folded, previous), figure.left) is None:
            return False
        self._add(previous.subject, previous.category, "I:previous")
        return bool(self._found)

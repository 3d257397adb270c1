"""Weather that is forecast: its figures are estimates, whatever the verb ("trong 24 giờ tới, sức gió mạnh nhất 60-75 km/giờ")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from ..text.sentences import sentence_at, sentence_bounds
from ..text.view import View

_WEATHER = re.compile(
    r"(?<!\w)(?:sức gió|gió (?:mạnh|giật)|tâm bão|cơn bão|bão(?= (?:số|mạnh|di chuyển|đổi hướng|đi vào|tiếp tục|suy|đổ bộ|sẽ|có khả năng|tan)(?!\w))|áp thấp|sóng(?: biển)? cao|lượng mưa|mưa (?:to|rất to|vừa|lớn|rào)|đỉnh lũ|đỉnh triều|biên độ lũ|mực nước"
    r"|nhiệt độ|triều cường|không khí lạnh|nắng nóng)(?!\w)"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:(?<!trung tâm )dự báo(?! khí tượng)|cảnh báo|có khả năng|giờ (?:tới|tiếp theo)|ngày tới|(?:đêm|sáng|trưa|chiều|tối|ngày) mai|sẽ|tiếp tục có mưa|còn mưa)(?!\w)"
)
_MEASURED = re.compile(r"(?<!\w)(?:hồi \d|lúc \d|đã|đo được|vừa|hiện|đang|vẫn|hôm qua|đêm qua|vừa qua|trong đêm \d|ghi nhận|phổ biến từ)")
_OF_WEATHER = frozenset(("length", "temperature", "speed"))


def link_forecasts(view: View, figures: Sequence[Figure]) -> None:
    """Make figures of forecast weather estimates, in place.

    A sentence about the weather forecasts when it looks ahead, and so does the next one that does not say when it was measured.

    Args:
        view: the text.
        figures: its figures.
    """
    told = [figure for figure in figures if figure.group in _OF_WEATHER]
    if not told or _WEATHER.search(view.folded) is None:
        return
    bounds = sentence_bounds(view.text)
    ahead: list[bool] = []
    for low, high in bounds:
        weather = _WEATHER.search(view.folded, low, high) is not None
        looks = _AHEAD.search(view.folded, low, high) is not None
        ahead.append(weather and (looks or (bool(ahead) and ahead[-1] and _MEASURED.search(view.folded, low, high) is None)))
    for figure in told:
        if ahead[sentence_at(bounds, figure.start)] and figure.change is None:
            figure.status = "estimate"

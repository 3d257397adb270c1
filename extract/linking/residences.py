"""Where people live and firms have their address, which is not where what is told of them happened.

"bắt giữ ông C (trú xã D)" matters only for what is said of his own household.
"""

from __future__ import annotations

import re
from typing import Any

from ..figures import Figure

Place = dict[str, Any]

_HOME = re.compile(
    r"\((?:[^()\n]{0,40}(?:,|;) ?)?(?:hiện |cùng )?(?:ngụ|trú|tạm trú|thường trú|cư trú|quê|hktt|nhà|sống|ở|địa chỉ)(?: quán| tại| ở)*(?:,|:)? ?[^()\n]{0,60}$"
)
_HOUSEHOLD = re.compile(
    r"(?<!\w)(?:gia đình|tôi|tui|chúng tôi|(?:nhà|vườn|ruộng|ao|đàn|chuồng|trang trại|hộ|lồng bè|rẫy|đất)(?: [^\W\d_]+)? (?:ông|bà|anh|chị|mình|cô|chú)|(?:của|nhà) (?:ông|bà|anh|chị|mình|cô|chú))(?!\w)"
)
_LIVES = re.compile(
    r"(?:(?:,|\)|-|–) ?(?:hiện |cùng |có )?|(?<!\w)(?:có|đóng|đặt) )(?:ngụ|trú|tạm trú|thường trú|cư trú|quê|hktt|hộ khẩu(?: thường trú)?|nơi ở|địa chỉ)(?: quán| tại| ở)*(?:,|:)? ?[^.;()\n]{0,60}$"
)
"""The same without a bracket: "bà C, sinh năm 1972, thường trú tại phường D"."""
_WINDOW = 110
"""Characters before a place in which a bracket that tells a residence opens."""


def is_residence(folded: str, place: Place) -> bool:
    """Say whether a place stands in a bracket that says where a person lives: "(48 tuổi, ngụ xã A)"."""
    low = max(0, place["start"] - _WINDOW)
    return _HOME.search(folded, low, place["start"]) is not None or _LIVES.search(folded, low, place["start"]) is not None


def of_household(folded: str, figure: Figure) -> bool:
    """Say whether a figure's sentence speaks of somebody's own household: "gia đình tôi thả 500 con tôm"."""
    return _HOUSEHOLD.search(folded, *figure.bounds) is not None

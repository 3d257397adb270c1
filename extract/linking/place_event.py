"""The unit of the one event that an article reports: what is told of it is told of that unit, and not of the district or province around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from .place_candidates import PlaceScene, place_key

_EVENT = re.compile(
    r"(?<!\w)(?:tai nạn|cháy|cướp|trộm|bắt|khởi tố|truy tố|tử vong|thiệt mạng|chết|đuối|ma túy|sập|đâm|nổ|truy đuổi|mất tích|hiếp dâm|tử nạn|thương vong|lật|rơi|chìm|ngộ độc|phá rừng|giết|chém|nổ súng|cứu|buôn lậu|vận chuyển|trấn lột|mắc kẹt|án mạng|thi thể)(?!\w)"
)
"""Words of a title that tells of one event."""
_WIDESPREAD = re.compile(r"(?<!\w)(?:bão|mưa|lũ|lụt|ngập|thiên tai|áp thấp|hạn hán|dịch|năm|tháng|quý|vụ việc)(?!\w)")
"""Words of a title that tells of what came over many places, or of a time."""
_WIDER = re.compile(
    r"(?<!\w)(?:toàn (?:tỉnh|thành phố|huyện|quận|quốc)|cả (?:nước|tỉnh)|trên địa bàn (?:tỉnh|thành phố|tp|huyện|quận)|các (?:huyện|xã|phường|quận|tỉnh|địa phương)|từ đầu năm|trước đó,|thời gian qua|năm 20\d\d)(?!\w)"
)
"""Words of a sentence that goes beyond the event."""


def of_the_event(folded: str, figures: Sequence[Figure], scene: PlaceScene) -> None:
    """Give figures that have a unit around the article's one event the unit of the event, in place.

    Args:
        folded: the folded text.
        figures: its figures with their places.
        scene: its places.
    """
    title = (folded, 0, scene.title_end)
    if scene.event is None or _EVENT.search(*title) is None or _WIDESPREAD.search(*title) is not None:
        return
    place, key = scene.places[scene.event], scene.keys[scene.event]
    around = scene.line(key, place)
    for i, other in enumerate(scene.places):
        elsewhere = scene.keys[i] != key and scene.keys[i] not in around and key not in scene.line(scene.keys[i], other)
        if elsewhere and scene.happening[i] and scene.roles[i] == "at" and other["level"] in ("district", "commune"):
            return  # it happened in several places
    for figure in figures:
        if figure.kind == "duration":
            continue  # a term in prison is of its court, and how long something lasts of no scene
        if figure.place is None or place_key(figure.place) not in around or place_key(figure.place) == key:
            continue
        if _WIDER.search(folded, *figure.bounds) is not None or _is_told_of(figure, scene, place_key(figure.place)):
            continue
        figure.place = place


def _is_told_of(figure: Figure, scene: PlaceScene, key: str) -> bool:
    """Say whether a figure's sentence names a unit as the place of what it tells."""
    return any(scene.keys[i] == key and scene.roles[i] == "at" for i in scene.between(*figure.bounds))

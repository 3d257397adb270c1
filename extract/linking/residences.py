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
_AGED = re.compile(
    r"(?<!\w)(?:đối tượng|bắt|quả tang|bị can|bị cáo|khởi tố|tạm giữ|tạm giam|nghi phạm|nghi can|hung thủ|truy nã|tài xế|lái xe|nạn nhân|tử vong|ngư dân|thuyền viên|thuyền trưởng|chủ tàu|tàu(?: cá)? của)(?!\w)[^.;()\n]{0,80}"
    r"\([^()\n]{0,24}(?:\d tuổi|(?:sn|sinh năm|sinh) (?:\d\d?[/-]\d\d?[/-])?(?:19|20)\d\d),[^()\n]{0,60}$"
)
"""A bracket with a suspect's, victim's or fisherman's age needs no such word: "bắt Lê Văn C (28 tuổi, xã D"; of others it may tell where their farm is."""
_HOUSEHOLD = re.compile(
    r"(?<!\w)(?:gia đình|tôi|tui|chúng tôi|(?:nhà|vườn|ruộng|ao|đàn|chuồng|trang trại|hộ|lồng bè|rẫy|đất)(?: [^\W\d_]+)? (?:ông|bà|anh|chị|mình|cô|chú)|(?:của|nhà) (?:ông|bà|anh|chị|mình|cô|chú))(?!\w)"
)
_FARMS = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị)(?: [^\W\d_]+){0,6} (?:trồng|nuôi|thả nuôi|xuống giống|gieo|gieo sạ|canh tác|thu hoạch|chuyển đổi|phá|cải tạo|lãi|lời|thu lãi|thu nhập)(?!\w)"
)
"""Somebody and what he does on his own land."""
_SHOP = re.compile(
    r"(?<!\w)(?:dntn|doanh nghiệp tư nhân|cửa hàng|chxd|cây xăng|nhà hàng|quán|quán ăn|khách sạn|trường|nhà máy|trạm|chợ|siêu thị|xưởng|trang trại|nhà thuốc|bệnh viện|chung cư|dự án|mỏ|kho|bãi|lò mổ)"
    r"(?: [\w.-]+){0,9} \((?:ở|tại) [^()\n]{0,60}$"
)
"""A bracket that says where a shop or works is, which is where what is told of it happens: "cửa hàng A (ở xã B)"."""
_PUPIL = re.compile(r"\((?:cựu |nguyên )?(?:học sinh|sinh viên|nữ sinh|nam sinh|giáo viên|lớp \d|trường)(?!\w)[^()\n]{0,100}$")
"""Brackets that say from which school somebody is: "Nguyễn Văn A (học sinh lớp 12, trường THPT B, tỉnh C)"."""
_FIRM_SEAT = re.compile(
    r"(?<!\w)(?:doanh nghiệp|công ty|đơn vị)(?: [^\W\d_]+){0,6} (?:đóng|đứng chân) (?:ở|tại|trên địa bàn)(?: [^\W\d_]+){0,2} ?$"
)
"""Where a firm that does something has its seat: "một doanh nghiệp đóng trên địa bàn huyện A tặng 3 ôtô"."""
_LIVES = re.compile(
    r"(?:(?:,|\)|-|–) ?(?:hiện |cùng |có )?|(?<!\w)(?:có|đóng|đặt) )(?:ngụ|trú|tạm trú|thường trú|cư trú|quê|hktt|hộ khẩu(?: thường trú)?|nơi ở|địa chỉ)(?: quán| tại| ở)*(?:,|:)? ?[^.;()\n]{0,60}$"
)
"""The same without a bracket: "bà C, sinh năm 1972, thường trú tại phường D"."""
_WINDOW = 110
"""Characters before a place in which a bracket that tells a residence opens."""


def is_residence(folded: str, place: Place) -> bool:
    """Say whether a place stands in a bracket that says where a person lives: "(48 tuổi, ngụ xã A)"."""
    low, wide = (max(0, place["start"] - reach) for reach in (_WINDOW, 2 * _WINDOW))
    if _AGED.search(folded, wide, place["start"]) is not None:
        return True
    if _SHOP.search(folded, low, place["start"]) is not None:
        return False
    return any(form.search(folded, low, place["start"]) is not None for form in (_HOME, _LIVES, _FIRM_SEAT, _PUPIL))


def of_household(folded: str, figure: Figure) -> bool:
    """Say whether a figure's sentence speaks of somebody's own household or land: "gia đình tôi thả 500 con tôm", "ông trồng 2 ha lúa"."""
    return _HOUSEHOLD.search(folded, *figure.bounds) is not None or _FARMS.search(folded, *figure.bounds) is not None

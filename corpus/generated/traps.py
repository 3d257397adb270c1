"""Numbers that are no figures: a small context-free grammar whose words are already marked with their roles."""

from __future__ import annotations

import re
from random import Random

from . import lexicon

_SLOT = re.compile(r"\{(?:(\d+)\.\.(\d+)(?::(\d+))?|([a-z_]+))\}")

RULES: dict[str, tuple[str, ...]] = {
    "sentence": (
        "Ông {person} (⟦{24..88}|age⟧ tuổi, trú {home}) cho biết gia đình đã gắn bó với mảnh đất này qua ⟦{2..9}|duration⟧ đời.",
        "Bà {person}, ⟦{31..90}|age⟧ tuổi, ở {home}, kể lại câu chuyện của gia đình.",
        "Em {person} (SN ⟦{1980..2012}|date⟧), học sinh lớp ⟦{6..12}|label⟧A⟦{1..9}|label⟧, là người báo tin.",
        "Mọi thông tin xin liên hệ đường dây nóng ⟦0{200..299}.3{100..999}.{100..999}|phone⟧.",
        "Bạn đọc gọi số ⟦09{10..99} {100..999} {100..999}|phone⟧ hoặc ⟦1900 {1000..9999}|phone⟧ để được tư vấn.",
        "Vụ việc xảy ra lúc ⟦{0..23}|time⟧ giờ ⟦{1..59}|time⟧ phút ngày ⟦{1..28}-{1..12}|date⟧, tại km ⟦{10..1900}+{100..900}|label⟧ quốc lộ ⟦{1..90}|label⟧.",
        "Khoảng ⟦{1..12}h{10..59}|time⟧ sáng ⟦{1..28}/{1..12}|date⟧, xe khách biển số ⟦{11..99}B-{100..999}.{10..99}|plate⟧ lưu thông trên đường tỉnh ⟦{150..990}|label⟧.",
        "Trận đấu kết thúc với tỷ số ⟦{0..5}-{0..4}|score⟧ nghiêng về đội chủ nhà.",
        "Đây là ⟦một|article⟧ trong những địa phương đi đầu phong trào.",
        "Đại hội lần thứ {roman} đã bầu ban chấp hành khóa mới.",
        "Qua ⟦{2..9}|duration⟧ năm thực hiện, phong trào đã lan tỏa rộng khắp.",
        "Trong ⟦{2..5}|duration⟧ năm gần đây, diện mạo nông thôn đổi thay rõ rệt.",
        "Cách đây ⟦{5..40}|duration⟧ năm, nơi này còn là bãi đất hoang.",
        "Theo Điều ⟦{3..120}|label⟧, khoản ⟦{1..9}|label⟧ của quy chế, việc này phải lấy ý kiến nhân dân.",
        "Chương trình ⟦{130..139}|name⟧ tiếp tục được triển khai ở các xã vùng cao.",
        "Bệnh nhân ⟦{10..9000}|label⟧ được cách ly từ ngày ⟦{1..28}/{1..12}|date⟧ vì nghi mắc Covid-⟦19|name⟧.",
        "Lễ kỷ niệm được tổ chức tại đường ⟦30/4|address⟧, phường ⟦{1..14}|label⟧.",
        "Trụ sở đặt tại số ⟦{1..480}|address⟧ đường Trần Phú, tổ ⟦{1..30}|label⟧.",
        "Đội tuyển U⟦{15..23}|name⟧ của tỉnh giành quyền vào vòng trong.",
        "Từ thôn ⟦{1..12}|label⟧ vào bản phải qua cầu treo bắc năm ⟦{1998..2012}|date⟧.",
        "Giai đoạn ⟦2016-2020|date⟧ là thời kỳ bản lề.",
        "Học sinh lớp ⟦{1..12}|label⟧ trở lại trường từ tháng ⟦{1..12}|date⟧.",
        "Người trúng thưởng nhận điện thoại iPhone ⟦{6..15}|name⟧ vào tối ⟦{1..28}-{1..12}|date⟧.",
        "Trẻ từ ⟦{1..5}|age⟧ tuổi trở lên được tiêm nhắc lại.",
        "Kế hoạch số ⟦{10..300}/KH-UBND|document⟧ nêu rõ trách nhiệm từng ngành.",
        "Xe buýt tuyến số ⟦{1..40}|label⟧ tạm ngừng chạy từ ngày ⟦{1..28}/{1..12}/{2010..2024}|date⟧.",
        "Sau ⟦{2..6}|duration⟧ tháng triển khai, cách làm này được nhân rộng.",
        "Ngày ⟦{1..28}/{1..12}|date⟧, đoàn công tác do đồng chí Phó Chủ tịch dẫn đầu đã kiểm tra thực địa.",
    ),
    "furniture": (
        "Thứ {weekday}, ⟦{1..28}/{1..12}/{2010..2024}|date⟧, ⟦{10..23}:{10..59}|time⟧ (GMT+⟦7|label⟧)",
        "Cập nhật lúc ⟦0{1..9}:{10..59}|time⟧, ⟦{1..28}/{1..12}/{2010..2024}|date⟧",
        "⟦{1..28}-{1..12}-{2010..2024}|date⟧",
        "Ngày đăng: ⟦{1..28}/{1..12}/{2010..2024}|date⟧ - Lượt xem: ⟦{12..9000}|page⟧",
    ),
    "roman": ("IX", "XII", "XVIII", "XX"),
    "weekday": ("⟦Hai|label⟧", "⟦Ba|label⟧", "⟦Tư|label⟧", "⟦5|label⟧", "⟦sáu|label⟧", "⟦bảy|label⟧"),
    "home": ("thôn ⟦{1..14}|label⟧", "khu phố ⟦{1..9}|label⟧", "ấp ⟦{1..12}|label⟧", "tổ dân phố số ⟦{1..20}|label⟧", "số nhà ⟦{1..300}|address⟧, đường Lê Lợi"),
}  # fmt: skip


def derive(random: Random, symbol: str) -> str:
    """Derive a string from a symbol of the grammar; numbers in it stand in role marks."""

    def fill(match: re.Match[str]) -> str:
        if match[4] is None:
            return str(random.randint(int(match[1]), int(match[2])))
        if match[4] == "person":
            return person(random)
        return derive(random, match[4])

    return _SLOT.sub(fill, random.choice(RULES[symbol]))


def person(random: Random) -> str:
    """Give a name."""
    return " ".join(random.choice(words) for words in (lexicon.SURNAMES, lexicon.MIDDLES, lexicon.GIVEN))

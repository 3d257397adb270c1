"""Which numbers of an article are reported figures: text, and the quotes of its figures (`load()`, the shipped model)."""

from __future__ import annotations

import pytest
from spacy.language import Language

FIGURES = [
    # counts, amounts and shares
    ("Toàn tỉnh hiện có 439 giáo viên mầm non.", ["439 giáo viên mầm non"]),
    ("Dự án có tổng mức đầu tư 1.250 tỷ đồng, rộng 45 ha.", ["1.250 tỷ đồng", "45 ha"]),
    ("Tỷ lệ hộ nghèo còn 3,2%, giảm 1,5 điểm phần trăm.", ["3,2%", "1,5 điểm phần trăm"]),
    ("Đến nay, 18/21 huyện đã hoàn thành.", ["18/21 huyện", "21 huyện"]),
    ("Doanh thu tăng gấp đôi so với năm trước.", ["gấp đôi"]),
    ("Vụ hỏa hoạn làm 3 người chết, 12 người bị thương.", ["3 người", "12 người"]),
    ("Đoàn gồm hai mươi ba thành viên.", ["hai mươi ba thành viên"]),
    ("Lượng mưa đo được 120 mm.", ["120 mm"]),
    ("Hai mươi sáu hộ dân phải dời nhà ngay trong đêm.", ["Hai mươi sáu hộ dân"]),
    ("Hai phần ba diện tích lúa bị đổ.", ["Hai phần ba"]),
    ("Ba triệu hai trăm nghìn lượt người đã tra cứu.", ["Ba triệu hai trăm nghìn lượt người"]),
    ("Tỉnh đứng thứ 5 cả nước về thu hút đầu tư.", ["5"]),
    # what words around them make figures of
    ("Tuổi thọ bình quân của người dân xã là 74,2 tuổi.", ["74,2 tuổi"]),
    ("Nhà thi đấu có 3.000 chỗ ngồi.", ["3.000 chỗ ngồi"]),
    ("Công an đã điều 2 xe cứu hỏa đến hiện trường.", ["2 xe cứu hỏa"]),
    ("Bà nói giá vé là 0 đồng.", ["0 đồng"]),
    ("Khu vực nông thôn có 63,1 triệu người.", ["63,1 triệu người"]),
    ("Tân Kỳ trồng 2.300 ha rừng, Thanh Chương 2.100 ha.", ["2.300 ha", "2.100 ha"]),
    ("Tỉnh có 15 chợ hạng 2 và 134 chợ hạng 3.", ["15 chợ", "134 chợ"]),
    ("Đã có 580.000 người tiêm mũi 1.", ["580.000 người"]),
    ("Hai phi công hy sinh trong lúc làm nhiệm vụ.", ["Hai phi công"]),
    ("Bị cáo lĩnh một năm rưỡi tù.", ["một năm rưỡi"]),
    # what only looks like a number that calls
    ("Tàu hai máy chở 90 hải quân.", ["hai máy", "90 hải quân"]),
    ("Một trong số 12 sinh viên vừa nhận học bổng.", ["12 sinh viên"]),
    ("Huyện có khu 38 ha ở phường Hoa Sen.", ["38 ha"]),
    ("Tài khoản bị khóa 11 phút.", ["11 phút"]),
    # lengths of time that are reported themselves
    ("Tòa tuyên phạt bị cáo 7 năm tù.", ["7 năm tù"]),
    ("Hội đồng xét xử tuyên phạt 5 năm 6 tháng tù về tội trộm cắp.", ["5 năm 6 tháng"]),
    ("Mỗi lao động mất việc được hỗ trợ 3 tháng lương.", ["3 tháng lương"]),
    ("Công nhân làm việc 8 giờ/ngày.", ["8 giờ"]),
    # number words that count where an article could stand
    ("Tỉnh phải giao cho công ty sáu dự án với hơn 100 ha.", ["sáu dự án", "100 ha"]),
    ("Hai dự án giao thông làm 2,5 km đường.", ["Hai dự án giao thông", "2,5 km"]),
    ("Tỉnh giao cho nhà đầu tư ba khu đất.", ["ba khu đất"]),
    # "một" that counts
    ("Vụ tai nạn khiến một người chết, hai người bị thương.", ["một người", "hai người"]),
    ("Huyện có 12 xã và một thị trấn.", ["12 xã", "một thị trấn"]),
    ("Số xe bị giữ gồm ba ô tô, 15 xe máy.", ["ba ô tô", "15 xe máy"]),
]

NO_FIGURES = [
    # labels and ordinals
    "Kỳ họp lần thứ 18 khai mạc sáng nay.",
    "Đại biểu Quốc hội khóa 14 tiếp xúc cử tri.",
    "Học sinh lớp 10 trở lại trường.",
    "Tai nạn xảy ra trên quốc lộ 3.",
    "Theo Điều 5 của Luật này, hồ sơ phải đầy đủ.",
    "Bệnh nhân 416 đã khỏi bệnh.",
    "Bão số 4 đang mạnh lên, gió cấp 8, giật cấp 10.",
    "Xăng RON 95 được bán rộng rãi.",
    "Nước sông vượt báo động 3.",
    "Trường ban hành quy chế mới cho khối 12.",
    "Tuyến Metro số 1 chậm tiến độ.",
    "Quy hoạch chi tiết tỷ lệ 1/500 đã được duyệt.",
    # what a number calls, with a word behind it that could be counted
    "Ông ở tổ 6 phường Hoa Sen.",
    "Nhà cháy ở ấp 5 xã Hoa Sen.",
    "Lửa bốc lên từ tầng hai ngôi nhà.",
    "Cụ là cựu binh Lữ đoàn 316 đặc công.",
    "Tàu 954 hải quân đã ra khơi.",
    "HĐND tỉnh khóa 17 tổ chức kỳ họp bất thường.",
    "Trường tuyển sinh vào lớp 6 tiếng Nhật.",
    "Tuyến số 2 hoạt động từ sáng sớm.",
    "Áp thấp ở phía bắc vĩ tuyến 18,5 độ vĩ Bắc.",
    # number words that name what is known already, or a property
    "Quan hệ giữa hai nước ngày càng tốt.",
    "Cả ba xã này đều ở miền núi.",
    "Đội cấp cứu hai bánh ra mắt.",
    # names, models, plates, phones
    "Máy bay F-16 và Su-30 gặp sự cố kỹ thuật.",
    "Trực thăng Mi -8 rơi xuống biển.",
    "Chủ đầu tư nhà máy điện Vĩnh Tân 1 xin nạo vét.",
    "Xe tải mang biển số 29C-123.45 bỏ chạy.",
    "Xe khách BKS: 36 B -01234 lật bên đường.",
    "Mọi thông tin xin gọi 0912345678.",
    "Giải bóng đá U23 khai mạc tại Hà Nội.",
    "Điện thoại iPhone 6 bị thu giữ.",
    # archive pages: names, ordinals before nouns, ages, homographs of units
    "Bà cụ vừa bước sang tuổi 92 được con cháu mừng thọ.",
    "Người dân ở độ tuổi cuối 40 đi học nghề.",
    "Phiên họp 25 của Thường trực HĐND xem xét tờ trình.",
    "Kỳ họp thứ 9 HĐND huyện khai mạc.",
    "Cấp độ 2 Văn phòng UBND xã tiếp nhận.",
    "Xe khách 45 chỗ va chạm ô tô 7 chỗ.",
    "Theo Nghị định 100 chỉ xử phạt người vi phạm.",
    "Con chị vừa thi vào lớp 10 công lập.",
    "Tàu cá BĐ 96173 TS bị nạn trên biển.",
    "Trưởng Ban Chỉ đạo 389 quốc gia biểu dương các lực lượng.",
    "Công an phá thành công chuyên án 478.",
    "Trang 38 North công bố ảnh vệ tinh.",
    "Họ nêu các nguyên tắc: 1. Tôn trọng lẫn nhau, 2. Không can thiệp, và 3. Cùng có lợi.",
    "Kênh CCTV 9 phát bản tin.",
    "Quỹ 1 MDB bị điều tra.",
    "Tour 0 đồng bị siết chặt.",
    "Gọi số 0912 345 678 để được tư vấn.",
    "Nhà ở số 15 đường Lê Lợi, 25 ngõ 3.",
    "Anh đặt báo thức vào 3 giờ rồi đi ngủ.",
    "Kế hoạch tài chính 5 năm được trình Quốc hội.",
    "Máy bay Yak - 52 rơi xuống đồi.",
    # dates and years
    "Lễ hội diễn ra vào ngày 15/3/2019.",
    "Cuộc bầu cử 2020 diễn ra yên bình.",
    "Họp báo chiều nay, 28-1, tại trụ sở Bộ.",
    # ages of one person
    "Nghi phạm Nguyễn Văn A (35 tuổi, trú tại địa phương) bị bắt.",
    # lengths of time that only say when
    "Qua 3 năm thực hiện, phong trào lan rộng.",
    "Sau 6 tháng điều tra, công an kết thúc vụ án.",
    "Ông có 20 năm kinh nghiệm trong nghề.",
    "Nhân kỷ niệm 50 năm ngày thành lập trường.",
    "Người này mất cách đây 8 năm.",
    "Nhà trường hoạt động liên tục trong suốt 30 năm.",
    # articles and set phrases
    "Một số hộ dân chưa đồng thuận.",
    "Đây là một trong những dự án trọng điểm.",
    "Anh làm việc cho một công ty ở nước ngoài.",
    "Quan hệ giữa hai nước ngày càng tốt đẹp.",
    "Hai bên nhất trí mở rộng hợp tác.",
    "Cửa hàng mở cửa 24/24 giờ.",
    "Cả hai tội danh đều bị bác bỏ.",
    # match scores and times of day
    "Vụ việc xảy ra vào khoảng 5 giờ sáng.",
    "Khoảng 22h30, đám cháy được dập tắt.",
]


def figures(nlp: Language, text: str) -> list[str]:
    """Give the quotes of the reported figures of a text."""
    return [row.quote for row in nlp(text)._.statistics]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[f"«{text}»" for text, _ in FIGURES])
def test_these_are_figures(nlp: Language, text: str, expected: list[str]) -> None:
    assert figures(nlp, text) == expected


@pytest.mark.parametrize("text", NO_FIGURES, ids=[f"«{text}»" for text in NO_FIGURES])
def test_these_are_none(nlp: Language, text: str) -> None:
    assert figures(nlp, text) == []


def test_every_number_has_a_role_and_a_probability(nlp: Language) -> None:
    doc = nlp("Năm 2019, lớp 10 có 45 học sinh, trong đó một số em nghỉ học sau 3 tháng.")
    for span in doc.spans["numbers"]:
        assert span._.record.role and 0 < span._.record.confidence <= 1

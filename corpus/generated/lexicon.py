"""What the generator speaks of: things that are counted and measured, places, names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """Something counted: unit as printed behind the number, what follows it, the whole subject, bounds, parts of it (numbers in marks)."""

    domain: str
    unit: str
    tail: str
    subject: str
    low: int
    high: int
    parts: tuple[str, ...] = ()
    forms: str = ""

    @property
    def units(self) -> str:
        """Give the accepted forms of the unit."""
        return self.forms or self.unit


@dataclass(frozen=True, slots=True)
class Measure:
    """Something measured: subject, unit as printed, canonical unit, denominator, bounds, decimals."""

    domain: str
    subject: str
    printed: str
    unit: str
    kind: str
    low: float
    high: float
    decimals: int = 0
    per: str | None = None


_PEOPLE = ("là nữ", "là người dân tộc thiểu số", "dưới ⟦35|age⟧ tuổi", "có trình độ đại học", "là đảng viên")

THINGS = (
    Thing("cadres", "cán bộ, công chức", " cấp xã", "cán bộ, công chức cấp xã", 40, 4200, _PEOPLE, "cán bộ, công chức;người"),
    Thing("cadres", "đảng viên", "", "đảng viên", 30, 62000, ("là nữ", "trong doanh nghiệp ngoài nhà nước", "kết nạp mới"), "đảng viên;người"),
    Thing("cadres", "chi bộ", " trực thuộc", "chi bộ trực thuộc", 8, 900, ("xếp loại tốt", "hoàn thành xuất sắc nhiệm vụ")),
    Thing("education", "học sinh", " bậc tiểu học", "học sinh bậc tiểu học", 120, 98000, ("là người dân tộc thiểu số", "thuộc hộ nghèo", "ở nội trú"), "học sinh;em;người"),
    Thing("education", "phòng học", " kiên cố", "phòng học kiên cố", 6, 5400, ("mới đưa vào sử dụng", "ở các điểm lẻ")),
    Thing("education", "giáo viên", " mầm non", "giáo viên mầm non", 15, 6200, ("đạt chuẩn", "hợp đồng", "là nữ"), "giáo viên;người"),
    Thing("health", "ca mắc", " sốt xuất huyết", "ca mắc sốt xuất huyết", 3, 3900, ("đang điều trị", "nặng", "đã khỏi"), "ca mắc;ca"),
    Thing("health", "giường bệnh", "", "giường bệnh", 20, 4300, ("hồi sức", "theo yêu cầu")),
    Thing("agriculture", "con", " trâu, bò", "trâu, bò", 60, 210000, ("bò lai", "trâu"), "con"),
    Thing("agriculture", "hợp tác xã", " nông nghiệp", "hợp tác xã nông nghiệp", 4, 480, ("hoạt động hiệu quả", "ngừng hoạt động")),
    Thing("fisheries", "tàu cá", " đánh bắt xa bờ", "tàu cá đánh bắt xa bờ", 12, 7100, ("đã lắp thiết bị giám sát hành trình", "hết hạn đăng kiểm"), "tàu cá;tàu;chiếc"),
    Thing("industry", "doanh nghiệp", " đang hoạt động", "doanh nghiệp đang hoạt động", 9, 8600, ("có vốn nước ngoài", "vừa và nhỏ")),
    Thing("disasters", "căn nhà", " bị tốc mái", "căn nhà bị tốc mái", 5, 2400, ("hư hỏng hoàn toàn", "của hộ nghèo"), "căn nhà;nhà;căn"),
    Thing("disasters", "hộ dân", " phải di dời khẩn cấp", "hộ dân phải di dời khẩn cấp", 6, 1900, ("ở ven sông", "vùng sạt lở"), "hộ dân;hộ"),
    Thing("traffic", "vụ", " tai nạn giao thông", "vụ tai nạn giao thông", 4, 860, ("nghiêm trọng", "trên quốc lộ", "liên quan xe mô tô"), "vụ"),
    Thing("poverty", "hộ nghèo", "", "hộ nghèo", 30, 38000, ("là đồng bào dân tộc thiểu số", "thoát nghèo bền vững"), "hộ nghèo;hộ"),
    Thing("population", "người", " trong độ tuổi lao động", "người trong độ tuổi lao động", 400, 900000, ("qua đào tạo", "ở nông thôn")),
    Thing("environment", "cơ sở", " gây ô nhiễm", "cơ sở gây ô nhiễm", 2, 340, ("đã xử lý triệt để", "bị đình chỉ")),
    Thing("digital", "dịch vụ công", " trực tuyến", "dịch vụ công trực tuyến", 20, 1900, ("toàn trình", "một phần"), "dịch vụ công;dịch vụ"),
    Thing("tourism", "lượt khách", "", "lượt khách", 900, 4800000, ("quốc tế", "lưu trú"), "lượt khách;lượt"),
    Thing("elections", "cử tri", "", "cử tri", 900, 1200000, ("đi bỏ phiếu", "là nữ"), "cử tri;người"),
    Thing("crime", "đối tượng", " bị khởi tố", "đối tượng bị khởi tố", 2, 460, ("là nữ", "có tiền án"), "đối tượng;người"),
    Thing("construction", "công trình", " chậm tiến độ", "công trình chậm tiến độ", 2, 210, ("giao thông", "thủy lợi")),
    Thing("trade", "gian hàng", "", "gian hàng", 20, 640, ("ẩm thực", "của hợp tác xã")),
)  # fmt: skip

MEASURES = (
    Measure("agriculture", "diện tích lúa bị ngập", "ha", "ha", "measurement", 12, 9800, 0),
    Measure("agriculture", "năng suất lúa bình quân", "tạ/ha", "tạ", "measurement", 41, 72, 1, "ha"),
    Measure("agriculture", "giá lúa tươi", "đồng/kg", "VND", "money", 4200, 9200, 0, "kg"),
    Measure("fisheries", "sản lượng khai thác", "tấn", "t", "measurement", 300, 210000, 0),
    Measure("environment", "lượng rác thải sinh hoạt", "tấn/ngày", "t", "measurement", 20, 1900, 0, "ngày"),
    Measure("disasters", "lượng mưa", "mm", "mm", "measurement", 35, 620, 0),
    Measure("construction", "chiều dài tuyến đường", "km", "km", "measurement", 2, 88, 1),
    Measure("industry", "sản lượng điện thương phẩm", "triệu kWh", "kWh", "measurement", 12, 900, 1),
    Measure("health", "nhiệt độ bảo quản", "độ C", "°C", "measurement", 2, 8, 0),
    Measure("construction", "chiều rộng mặt đường", "m", "m", "measurement", 3, 22, 1),
)

MONEY = (
    ("thu ngân sách trên địa bàn", "budget"), ("tổng vốn đầu tư", "construction"), ("doanh thu du lịch", "tourism"),
    ("dư nợ cho vay hộ nghèo", "poverty"), ("thiệt hại do mưa lũ", "disasters"), ("kim ngạch xuất khẩu", "trade"),
    ("kinh phí hỗ trợ", "poverty"), ("nợ đọng bảo hiểm xã hội", "labour"), ("chi thường xuyên", "budget"),
)  # fmt: skip

RATES = (
    ("tỷ lệ hộ nghèo", "poverty"), ("tỷ lệ che phủ rừng", "environment"), ("tỷ lệ lao động qua đào tạo", "labour"),
    ("tỷ lệ trẻ suy dinh dưỡng", "health"), ("tỷ lệ đô thị hóa", "population"), ("tỷ lệ hồ sơ giải quyết đúng hạn", "digital"),
    ("tỷ lệ tốt nghiệp THPT", "education"), ("tỷ lệ dân số tham gia bảo hiểm y tế", "health"),
)  # fmt: skip

PLACES = (
    ("Hà Giang", ("Đồng Văn", "Mèo Vạc", "Bắc Quang")), ("Cao Bằng", ("Hòa An", "Hà Quảng")), ("Lạng Sơn", ("Cao Lộc", "Văn Lãng")),
    ("Bắc Kạn", ("Ba Bể", "Na Rì")), ("Tuyên Quang", ("Chiêm Hóa", "Na Hang")), ("Lào Cai", ("Bát Xát", "Bảo Yên")),
    ("Yên Bái", ("Mù Cang Chải", "Văn Chấn")), ("Phú Thọ", ("Tân Sơn", "Hạ Hòa")), ("Bắc Giang", ("Lục Ngạn", "Sơn Động")),
    ("Hải Dương", ("Thanh Miện", "Tứ Kỳ")), ("Thái Bình", ("Tiền Hải", "Kiến Xương")), ("Nam Định", ("Hải Hậu", "Ý Yên")),
    ("Thanh Hóa", ("Như Xuân", "Quảng Xương", "Mường Lát")), ("Nghệ An", ("Kỳ Sơn", "Quỳ Hợp")), ("Hà Tĩnh", ("Hương Khê", "Vũ Quang")),
    ("Quảng Bình", ("Minh Hóa", "Lệ Thủy")), ("Quảng Trị", ("Hướng Hóa", "Gio Linh")), ("Quảng Nam", ("Nam Trà My", "Đại Lộc")),
    ("Quảng Ngãi", ("Ba Tơ", "Lý Sơn")), ("Bình Định", ("Tây Sơn", "Vĩnh Thạnh")), ("Phú Yên", ("Sông Hinh", "Tuy An")),
    ("Gia Lai", ("Chư Prông", "Ia Grai")), ("Đắk Lắk", ("Krông Bông", "Buôn Đôn")), ("Lâm Đồng", ("Đức Trọng", "Di Linh")),
    ("Bình Phước", ("Bù Đăng", "Bù Đốp")), ("Tây Ninh", ("Tân Châu", "Dương Minh Châu")), ("Long An", ("Vĩnh Hưng", "Cần Giuộc")),
    ("Bến Tre", ("Ba Tri", "Giồng Trôm")), ("Trà Vinh", ("Cầu Ngang", "Trà Cú")), ("An Giang", ("Tri Tôn", "Tịnh Biên")),
    ("Kiên Giang", ("Hòn Đất", "An Minh")), ("Sóc Trăng", ("Mỹ Xuyên", "Kế Sách")), ("Cà Mau", ("Năm Căn", "Trần Văn Thời")),
)  # fmt: skip

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Lò", "Nông", "Thạch", "Đinh")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Ngọc", "Quang")
GIVEN = ("An", "Bình", "Chiến", "Dũng", "Hà", "Hạnh", "Khánh", "Lan", "Mai", "Phúc", "Quyết", "Sơn", "Thắng", "Tuyết", "Vinh")
OFFICES = ("Sở Nội vụ", "Chi cục Thống kê", "Ban Chỉ đạo", "Phòng Nông nghiệp", "Sở Y tế", "báo cáo của UBND", "Công an", "Ban Tổ chức")
QUALIFIERS = (
    ("khoảng ", "about"), ("gần ", "nearly"), ("hơn ", "over"), ("trên ", "over"), ("dưới ", "under"), ("ít nhất ", "at_least"),
    ("tối đa ", "at_most"), ("không quá ", "at_most"), ("xấp xỉ ", "about"),
)  # fmt: skip

"""Places as a table: what a text says, when and where it was printed, and the units it names."""

from __future__ import annotations

from typing import Any

import pytest
from solieu import extract
from solieu.extract.doc import rows_of

IN_2019 = "2019-10-03"
AFTER = "2025-09-10"


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = extract.blank(words=False)
    pipeline.add_pipe("solieu_places")
    return pipeline


def places(nlp: Any, text: str, published: str | None = IN_2019, home: str | None = None) -> list[tuple[str, str | None]]:
    doc = nlp.make_doc(text)
    doc._.article = {"published": published, "province_code": home}
    return [(row["quote"], row["code"]) for row in rows_of(nlp(doc), "places") or [] if row["named"]]


def table(rows: str) -> list[Any]:
    """Read rows `sentence of the case | text | quote=code; quote=code`; `-` stands for nothing."""
    cases = []
    for line in rows.strip().splitlines():
        name, text, expected = (cell.strip() for cell in line.split(" | "))
        pairs = [] if expected == "-" else [pair.strip().split("=") for pair in expected.split(";")]
        wanted = [(quote, None if code == "None" else code) for quote, code in pairs]
        cases.append(pytest.param(text, wanted, id=name))
    return cases


TYPED = """
a province behind its type word | Ngân sách tỉnh Thanh Hóa tăng. | tỉnh Thanh Hóa=38
a province without a type word | Ngân sách Thanh Hóa tăng. | Thanh Hóa=38
a centrally run city | Giá nhà ở thành phố Hải Phòng tăng. | thành phố Hải Phòng=31
the capital | Người dân Thủ đô Hà Nội đi chơi lễ. | Thủ đô Hà Nội=01
a district | Nông dân huyện Như Xuân trồng keo. | huyện Như Xuân=402
an urban district | Chợ ở quận Gò Vấp đông khách. | quận Gò Vấp=764
a town | Thị xã Sơn Tây có 15 xã, phường. | Thị xã Sơn Tây=269
a city of a province is the district, not the province | TP Thái Bình mở rộng đường. | TP Thái Bình=336
the bare name of province and city is the province | Thái Bình mở rộng đường. | Thái Bình=34
the bare name of Cà Mau is the province | Tôm Cà Mau được giá. | Cà Mau=96
thành phố Cà Mau is the district | Dân thành phố Cà Mau thiếu nước. | thành phố Cà Mau=964
tỉnh Cà Mau is the province | Dân tỉnh Cà Mau thiếu nước. | tỉnh Cà Mau=96
a commune with its district and province | Bà con xã Pải Lủng, huyện Mèo Vạc, tỉnh Hà Giang góp công. | xã Pải Lủng=00775; huyện Mèo Vạc=027; tỉnh Hà Giang=02
a mountain district with a modifier | Hai dự án ở huyện miền núi Thường Xuân. | huyện miền núi Thường Xuân=396
an island district | Tàu ra huyện đảo Lý Sơn tăng chuyến. | huyện đảo Lý Sơn=536
a commune named like a modifier | Mưa to ở xã Trung Tâm, huyện Lục Yên, tỉnh Yên Bái. | xã Trung Tâm=04372; huyện Lục Yên=135; tỉnh Yên Bái=15
a Party committee holds its unit's name | Huyện ủy Như Xuân họp. | Huyện ủy Như Xuân=402
a city committee | Thành ủy Hải Phòng họp. | Thành ủy Hải Phòng=31
the type word of a people's committee belongs to the place | UBND tỉnh Nghệ An ra văn bản. | tỉnh Nghệ An=40
a court | TAND tỉnh Đồng Nai tuyên án. | tỉnh Đồng Nai=75
the police of a province | Công an tỉnh Bình Dương bắt ba người. | tỉnh Bình Dương=74
a unit before its chairman's name | Chủ tịch UBND huyện Ba Bể Hoàng Văn Thử trả lời. | huyện Ba Bể=061
a province before a name in capitals | Ông Lê An, Bí thư tỉnh Sơn La Trần Bình dự. | tỉnh Sơn La=14
"""

SHORT = """
TP with a full stop | Kẹt xe ở TP. Vinh kéo dài. | TP. Vinh=412
TP without one | Kẹt xe ở TP Vinh kéo dài. | TP Vinh=412
Tp in mixed case | Kẹt xe ở Tp. Quy Nhơn kéo dài. | Tp. Quy Nhơn=540
TP. without a blank | Kẹt xe ở TP.Đồng Hới kéo dài. | TP.Đồng Hới=450
TP.HCM | Giá phòng trọ ở TP.HCM tăng. | TP.HCM=79
TPHCM | Giá phòng trọ ở TPHCM tăng. | TPHCM=79
TP HCM | Giá phòng trọ ở TP HCM tăng. | TP HCM=79
Tp. Hồ Chí Minh | Giá phòng trọ ở Tp. Hồ Chí Minh tăng. | Tp. Hồ Chí Minh=79
thành phố Hồ Chí Minh | Giá phòng trọ ở thành phố Hồ Chí Minh tăng. | thành phố Hồ Chí Minh=79
HN | Xe từ HN đi muộn. | HN=01
BR-VT | Khách đến BR-VT giảm. | BR-VT=77
TX. for a town | Cháy rừng ở TX. Sông Cầu. | TX. Sông Cầu=557
TX for a town | Cháy rừng ở TX Kỳ Anh. | TX Kỳ Anh=449
H. for a district | Đê vỡ ở H.Nam Đàn, Nghệ An. | H.Nam Đàn=430; Nghệ An=40
Q. for an urban district | Cháy ở Q.Bình Thạnh, TP.HCM. | Q.Bình Thạnh=765; TP.HCM=79
Q. with a blank | Cháy ở Q. Tân Bình, TP.HCM. | Q. Tân Bình=766; TP.HCM=79
a numbered urban district | Quán ăn ở Q.1, TP.HCM đóng cửa. | Q.1=760; TP.HCM=79
a numbered ward | Quán ăn ở P.12, Q.Gò Vấp đóng cửa. | P.12=26881; Q.Gò Vấp=764
a ward with a leading zero | Quán ăn ở phường 05, quận Gò Vấp đóng cửa. | phường 05=26887; quận Gò Vấp=764
a glued Q1 beside its city | Quán ăn tại Q1, TP.HCM đóng cửa. | Q1=760; TP.HCM=79
Q1 as a quarter is no place | Doanh thu Q1/2019 tăng 5%. | -
T. for a province | Lũ ở H.Con Cuông, T.Nghệ An. | H.Con Cuông=422; T.Nghệ An=40
an author's initials are no ward | Bài và ảnh: P. V | -
"""

LISTS = """
districts behind a plural | Vốn giao cho các huyện Ba Bể, Pác Nặm và Ngân Sơn. | huyện Ba Bể=061; Pác Nặm=060; Ngân Sơn=062
two communes and their town in brackets | Xe buýt chạy qua hai xã Quảng Thọ và Quảng Vinh (Sầm Sơn). | xã Quảng Thọ=16528; Quảng Vinh=16534; Sầm Sơn=382
numbered wards and the district behind them | Mất điện ở phường 1, 3 và 5 của quận Gò Vấp, TP.HCM. | phường 1=26896; 3=26902; 5=26887; quận Gò Vấp=764; TP.HCM=79
numbered urban districts | Ngập nặng tại các quận 1, 3, 5 và 10. | quận 1=760; 3=770; 5=774; 10=771
provinces behind a plural | Mưa to ở các tỉnh Nghệ An, Hà Tĩnh và Quảng Bình. | tỉnh Nghệ An=40; Hà Tĩnh=42; Quảng Bình=44
provinces and cities behind a mixed plural | Khách từ các tỉnh, thành phố Hà Nội, Thái Bình, Hải Phòng. | thành phố Hà Nội=01; Thái Bình=34; Hải Phòng=31
a plural of cities takes the districts | Ba thành phố Vinh, Thái Bình và Huế cùng dự. | thành phố Vinh=412; Thái Bình=336; Huế=474
a list in brackets | Dịch có ở 3 huyện (Như Xuân, Thường Xuân, Mường Lát). | Như Xuân=402; Thường Xuân=396; Mường Lát=384
a list behind a colon | Dịch có ở 3 huyện: Như Xuân, Thường Xuân, Mường Lát. | Như Xuân=402; Thường Xuân=396; Mường Lát=384
a list behind "như" | Dịch có ở các huyện biên giới như Mường Lát, Quan Sơn. | Mường Lát=384; Quan Sơn=387
a list with figures between | Số ca ở các huyện: Như Xuân 12 ca, Thường Xuân 9 ca và Mường Lát 4 ca. | Như Xuân=402; Thường Xuân=396; Mường Lát=384
a list with notes in brackets | Nặng nhất là các huyện Ba Bể (12 nhà), Pác Nặm (9 nhà) và Na Rì. | huyện Ba Bể=061; Pác Nặm=060; Na Rì=066
communes of one list lie in one district | Ba xã Pải Lủng, Xín Cái và Thượng Phùng giáp biên. | xã Pải Lủng=00775; Xín Cái=00778; Thượng Phùng=00772
two typed names | Xe chạy từ huyện Tiên Yên đến huyện Đầm Hà. | huyện Tiên Yên=199; huyện Đầm Hà=200
districts and a city of one name with the province | Vốn cho các huyện, thành phố: Lục Ngạn, Bắc Giang, Yên Thế. | Lục Ngạn=219; Bắc Giang=213; Yên Thế=215
bare provinces | Nghệ An, Hà Tĩnh, Quảng Bình thiệt hại nặng. | Nghệ An=40; Hà Tĩnh=42; Quảng Bình=44
Hòa Bình in a row of provinces | Sơn La, Hòa Bình, Lai Châu có mưa đá. | Sơn La=14; Hòa Bình=17; Lai Châu=12
a province behind a district is no district | Dự án qua huyện Nam Đàn, Hà Tĩnh và Quảng Bình. | huyện Nam Đàn=430; Hà Tĩnh=42; Quảng Bình=44
"""

SPELLING = """
old tone marks on oa | Lũ ở tỉnh Thanh Hoá rút. | tỉnh Thanh Hoá=38
old tone marks on uy | Lũ ở huyện Lệ Thuỷ rút. | huyện Lệ Thuỷ=457
capitals | CÔNG AN TỈNH THANH HÓA THÔNG BÁO | TỈNH THANH HÓA=38
a title in capitals without a type word | NGHỆ AN: HƠN 300 HỘ MẤT NHÀ | NGHỆ AN=40
capitals of a city | TP. ĐỒNG HỚI CHÌM TRONG NƯỚC | TP. ĐỒNG HỚI=450
a hyphen | Gió mạnh ở Bà Rịa - Vũng Tàu. | Bà Rịa - Vũng Tàu=77
a hyphen without blanks | Gió mạnh ở Bà Rịa-Vũng Tàu. | Bà Rịa-Vũng Tàu=77
an en dash | Gió mạnh ở Bà Rịa – Vũng Tàu. | Bà Rịa – Vũng Tàu=77
no hyphen | Gió mạnh ở Bà Rịa Vũng Tàu. | Bà Rịa Vũng Tàu=77
Thừa Thiên - Huế before 2025 | Gió mạnh ở Thừa Thiên - Huế. | Thừa Thiên - Huế=46
Phan Rang - Tháp Chàm | Gió mạnh ở TP Phan Rang - Tháp Chàm. | TP Phan Rang - Tháp Chàm=582
i for y | Gió mạnh ở huyện Kì Anh. | huyện Kì Anh=447
Qui Nhơn | Gió mạnh ở TP Qui Nhơn. | TP Qui Nhơn=540
Quì for Quỳ | Gió mạnh ở huyện Quì Hợp, Nghệ An. | huyện Quì Hợp=420; Nghệ An=40
Đăk for Đắk | Cà phê Đăk Lăk rụng. | Đăk Lăk=66
Bắc Cạn for Bắc Kạn | Tỉnh Bắc Cạn có tám huyện, thành phố. | Tỉnh Bắc Cạn=06
an apostrophe | Cà phê ở huyện Cư M'gar rụng. | huyện Cư M'gar=648
a curly apostrophe | Cà phê ở huyện Cư M’gar rụng. | huyện Cư M’gar=648
Buôn Mê Thuột | Cà phê ở Buôn Mê Thuột rụng. | Buôn Mê Thuột=643
Sapa | Khách lên Sapa đông. | Sapa=088
a small letter in a later syllable | Mưa ở huyện Ba bể kéo dài. | huyện Ba bể=061
"""

NO_PLACE = """
a man | ông Bình Thuận bán nhà. | -
a man with family name | Bị cáo Nguyễn Thái Bình khai nhận. | -
a woman | chị Hà Giang kể lại. | -
a man of three names | Anh Lê Quảng Nam kể lại. | -
a singer | ca sĩ Hải Dương trình diễn. | -
a vice prime minister | Phó thủ tướng Trương Hòa Bình kết luận. | -
a street | Cháy nhà trên đường Thái Bình. | -
a street named after a town | Cháy nhà số 5 phố Nam Định. | -
a river | Nước sông Hậu Giang lên. | -
a school | Em học trường Hà Tĩnh. | -
a university | Đại học Cần Thơ tuyển 9.000 sinh viên. | -
a university with words between | Trường Đại học Y Dược Thái Bình tuyển sinh. | -
a hospital | Bệnh viện Đa khoa Đồng Nai quá tải. | -
a company | Công ty Xổ số kiến thiết Tiền Giang nộp thuế. | -
a newspaper | Theo báo Nghệ An, lúa được mùa. | -
a newspaper with its name in capitals | Theo Hà Nội Mới, lúa được mùa. | -
a football club behind capitals | SHB Đà Nẵng thắng 2-0. | -
a football club with letters behind | Hà Nội T&T thắng 2-0. | -
a football club with FC | Hải Phòng FC thắng 2-0. | -
a football club of a company | Becamex Bình Dương thắng 2-0. | -
HAGL | Hoàng Anh Gia Lai thắng 2-0. | -
a noodle soup | Mỗi sáng quán bán 90 tô bún bò Huế. | -
a soup of another city | Gánh phở Nam Định bán 150 bát. | -
a sausage | Khách mua 70 chiếc nem chua Thanh Hóa. | -
a breed of pigs | Trại nuôi 500 con lợn Móng Cái. | -
songs | Liền chị thuộc 300 làn quan họ Bắc Ninh. | -
the ocean | Gió từ Thái Bình Dương thổi vào. | -
peace in small letters | Họ mong một nền hòa bình lâu dài. | -
peace as a name | Nhạc hội Hòa Bình thu hút khách. | -
a motorway and both its ends | Kẹt xe trên cao tốc Nội Bài - Lào Cai. | -
a bridge | Sửa cầu Bến Tre trong tháng. | -
a province of China | Nhà máy ở tỉnh Hà Nam (Trung Quốc) nổ. | -
a number behind a type word | Ngân sách huyện 7,4 tỷ đồng. | -
a word that begins like a place | Thanh tra Chính phủ vào cuộc. | -
a virtue | Anh Minh Đức kể lại. | -
a temple | Chùa Hưng Yên đông khách. | -
a poet in a street's name | Quán số 4 Bà Huyện Thanh Quan đóng cửa. | -
a football match | Xem trận Nam Định - Thanh Hóa tối nay. | -
an institute | Viện Hải dương học Nha Trang công bố. | -
a bank branch | Ngân hàng TMCP Bắc Giang lãi lớn. | -
an authority of a region | Cảng vụ Hàng không miền Bắc xử phạt hai hãng. | -
a power company of a region | Tổng công ty Điện lực miền Trung thay dây. | -
a company of two regions | Chi cục Phòng chống thiên tai miền Trung và Tây Nguyên họp. | -
a steering committee of a region | Ban Chỉ đạo Tây Nguyên trao quà. | -
a station of a region | Đài Khí tượng Thủy văn khu vực Nam Bộ ra tin. | -
a region of another country | Mưa lớn ở miền Nam Thái Lan. | -
a brewery with a long name | Tổng công ty Cổ phần Bia - Rượu - Nước giải khát Sài Gòn tăng vốn. | -
a company behind another one | Phần vốn của Công ty Hoa Sen tại Công ty Căn hộ Sài Gòn tăng. | -
a cooperative | Hợp tác xã Nam Sơn bán rau. | -
a cement works | Công ty Xi măng Hà Tiên tăng giá. | -
an airport | Sân bay Thọ Xuân mở thêm chuyến. | -
an industrial zone | Khu công nghiệp Biên Hòa 2 tuyển người. | -
the chairman's name is no commune | Chủ tịch UBND xã Lò Văn Tâm cho hay. | -
the chairman of a Hmong commune | Bí thư Đảng ủy xã Giàng A Tủa cho hay. | -
"""

STILL_PLACE = """
a news agency holds no commune | Thông tấn xã Việt Nam đưa tin. | Việt Nam=VN
people of a place behind a company | Công ty lừa gạt nhiều người Hà Nội. | Hà Nội=01
a region behind a company and a preposition | Công ty Điện lực ở Tây Nguyên thay dây. | Tây Nguyên=None
a region behind an announcement | Trung tâm Dự báo khí tượng cho biết Bắc Bộ có mưa. | Bắc Bộ=None
a hospital's district behind its type word | Bệnh viện huyện Con Cuông quá tải. | huyện Con Cuông=422
a market of goods is no market place | Thị trường Hà Nội ấm lên. | Hà Nội=01
a demand is no bridge | Thủ tướng yêu cầu Hà Nội báo cáo. | Hà Nội=01
city streets are no street | Xe chạy trên đường phố Hà Nội. | Hà Nội=01
the army is no football side | Bộ đội Quảng Trị giúp dân. | Quảng Trị=45
people of a place | Người Hà Nội ra phố. | Hà Nội=01
the beginning of a sentence | Tại Quảng Ngãi, lũ đã rút. | Quảng Ngãi=51
a crop of a province is no dish | Khoai mì Tây Ninh bị khảm lá. | Tây Ninh=72
the herd of a province is no breed | Đàn lợn Đồng Nai giảm mạnh. | Đồng Nai=75
Hòa Bình behind a preposition | Lũ quét ở Hòa Bình làm 5 người chết. | Hòa Bình=17
a school in a city | Một trường ở Hải Phòng cho nghỉ. | Hải Phòng=31
a person's origin | Anh Lê Văn Nam (quê Quảng Nam) kể lại. | Quảng Nam=49
a name in brackets | Đại biểu Trần Thị Lan (Bắc Giang) chất vấn. | Bắc Giang=24
a dateline | (Quảng Bình) - Sáng nay, mưa lớn. | Quảng Bình=44
a name that begins the sentence behind one that ends with it | Khách đi Côn Đảo. Côn Đảo đón khách. | Côn Đảo=755; Côn Đảo=755
a province before a province that has a commune of its name | Mất tích ở Yên Bái, Thanh Hóa. | Yên Bái=15; Thanh Hóa=38
Vinh behind a preposition in Nghệ An | Nghệ An lập đoàn; tàu vào Vinh lúc 6 giờ. | Nghệ An=40; Vinh=412
"""

LINKS = """
a count of communes before another district | Huyện Ngọc Lặc có 21 xã, huyện Lang Chánh có 10 xã. | Huyện Ngọc Lặc=389; huyện Lang Chánh=388
a count of wards before a rural district | Hải Phòng có quận Hồng Bàng gồm 9 phường, huyện Cát Hải 12 xã. | Hải Phòng=31; quận Hồng Bàng=303; huyện Cát Hải=317
a district named like a province in brackets with its own | Chợ ở thị trấn Quán Hàu (Quảng Ninh, Quảng Bình) đông. | thị trấn Quán Hàu=19201; Quảng Ninh=456; Quảng Bình=44
two provinces in brackets stay provinces | Đoàn khách (Quảng Ninh, Hải Phòng) về muộn. | Quảng Ninh=22; Hải Phòng=31
a name of town and district speaks for their province | Sếu về huyện Tam Nông, cách Cao Lãnh 40 km. | huyện Tam Nông=871
a bare district that has a figure | Mộc Châu có 25.000 con bò sữa. | Mộc Châu=123
Châu Thành in brackets | Mít ở Châu Thành (Bến Tre) rớt giá. | Châu Thành=831; Bến Tre=83
Châu Thành of Tiền Giang | Mít ở huyện Châu Thành, tỉnh Tiền Giang rớt giá. | huyện Châu Thành=821; tỉnh Tiền Giang=82
Châu Thành of Kiên Giang, province first | Kiên Giang: Mít rớt giá ở huyện Châu Thành. | Kiên Giang=91; huyện Châu Thành=905
Châu Thành of nowhere | Mít ở huyện Châu Thành rớt giá. | -
the province stands before | Thanh Hóa: Bàn giao nhà ở huyện Thường Xuân. | Thanh Hóa=38; huyện Thường Xuân=396
Phú Tân of Cà Mau | Ở Cà Mau, nông dân huyện Phú Tân nuôi cua. | Cà Mau=96; huyện Phú Tân=972
Phú Tân of An Giang | Ở An Giang, nông dân huyện Phú Tân trồng nếp. | An Giang=89; huyện Phú Tân=888
two of one name, each with its province | Hai huyện Phú Tân (Cà Mau) và Phú Tân (An Giang). | huyện Phú Tân=972; Cà Mau=96; Phú Tân=888; An Giang=89
An Lão by its province | Vải chín ở An Lão (Hải Phòng). | An Lão=313; Hải Phòng=31
Vĩnh Thạnh by its city | Lúa ở huyện Vĩnh Thạnh, TP Cần Thơ. | huyện Vĩnh Thạnh=924; TP Cần Thơ=92
the district Quảng Ninh of Quảng Bình | Quảng Bình di dời dân ở huyện Quảng Ninh. | Quảng Bình=44; huyện Quảng Ninh=456
Kỳ Anh as a district | Tôm chết ở huyện Kỳ Anh, Hà Tĩnh. | huyện Kỳ Anh=447; Hà Tĩnh=42
Kỳ Anh as a town | Tôm chết ở thị xã Kỳ Anh, Hà Tĩnh. | thị xã Kỳ Anh=449; Hà Tĩnh=42
a district and the city of its name side by side | Xoài rụng ở huyện Cao Lãnh và TP Cao Lãnh, Đồng Tháp. | huyện Cao Lãnh=873; TP Cao Lãnh=866; Đồng Tháp=87
a district and the town of its name, apart | Ở Trà Vinh, thị xã Duyên Hải nuôi tôm. Tôm huyện Duyên Hải chết. | Trà Vinh=84; thị xã Duyên Hải=851; huyện Duyên Hải=850
a commune named before, without its type | Xã Pải Lủng (Mèo Vạc) có điện. Pải Lủng nay đã khác. | Xã Pải Lủng=00775; Mèo Vạc=027; Pải Lủng=00775
a bare district beside its province | Nông dân Thường Xuân (Thanh Hóa) trồng quế. | Thường Xuân=396; Thanh Hóa=38
a district that has left its province | Bưởi ở huyện Mê Linh, Hà Nội. | huyện Mê Linh=250; Hà Nội=01
"""

HISTORY = [
    ("Hoành Bồ while it was a district", "Lũ ở huyện Hoành Bồ.", "2018-05-01", "204", None),
    ("Hoành Bồ remembered after its merger", "Ở huyện Hoành Bồ cũ, lũ rút.", "2021-05-01", "204", None),
    ("Hà Tây as a province", "Dân tỉnh Hà Tây làm lụa.", "2007-03-01", "28", "01"),
    ("Hà Tây as a bare name", "Dân ở Hà Tây làm lụa.", "2007-03-01", "28", "01"),
    ("Yên Hưng before it was raised", "Đê ở huyện Yên Hưng.", "2010-05-01", "206", None),
    ("Quảng Yên after it", "Đê ở thị xã Quảng Yên.", "2013-05-01", "206", None),
    ("Quận 2 before Thủ Đức City", "Chung cư ở quận 2, TP.HCM.", "2019-05-01", "769", None),
    ("the city of Thủ Đức", "Chung cư ở TP Thủ Đức.", "2022-05-01", "769", None),
    ("the district of Thủ Đức", "Chung cư ở quận Thủ Đức.", "2019-05-01", "762", None),
    ("Tĩnh Gia as a district", "Cảng ở huyện Tĩnh Gia.", "2018-05-01", "407", None),
    ("Nghi Sơn as a town", "Cảng ở thị xã Nghi Sơn.", "2021-05-01", "407", None),
    ("Huế as a district-level city", "Mưa ở TP Huế.", "2019-05-01", "474", None),
    ("Huế as a province-level city", "Mưa ở TP Huế.", "2025-03-01", "46", "46"),
    ("Bắc Ninh before the reform", "Xưởng ở tỉnh Bắc Ninh.", "2019-05-01", "27", "24"),
    ("Bắc Ninh since the reform", "Xưởng ở tỉnh Bắc Ninh.", AFTER, "24", "24"),
    ("Bắc Giang before the reform", "Vải tỉnh Bắc Giang.", "2019-05-01", "24", "24"),
    ("Yên Bái since the reform keeps its old code", "Quế Yên Bái.", AFTER, "15", "15"),
    ("Lào Cai before the reform", "Quế tỉnh Lào Cai.", "2019-05-01", "10", "15"),
    ("Lào Cai since the reform", "Quế tỉnh Lào Cai.", AFTER, "15", "15"),
    ("Hà Bắc, whose code is not known", "Vải tỉnh Hà Bắc.", "1995-05-01", None, "24"),
    ("Minh Hải", "Tôm tỉnh Minh Hải.", "1995-05-01", None, "96"),
    ("a ward since the reform", "Chợ phường Hạc Thành, tỉnh Thanh Hóa.", AFTER, "14797", "14797"),
    ("Phú Quốc as a special zone", "Khách đến đặc khu Phú Quốc.", AFTER, "31078", "31078"),
    ("Phú Quốc as a district", "Khách đến huyện Phú Quốc.", "2019-05-01", "911", None),
    ("Phú Quốc as a city", "Khách đến TP Phú Quốc.", "2022-05-01", "911", None),
    ("Bến Nghé before the reform", "Quán ở phường Bến Nghé, quận 1.", "2019-05-01", "26740", "26740"),
    ("an article without a date", "Lũ ở huyện Như Xuân.", None, "402", None),
    ("Huế in an article without a date", "Mưa ở TP Huế.", None, "474", None),
    ("Sơn Tây as a city of Hà Tây", "Chợ thành phố Sơn Tây, Hà Tây.", "2008-01-05", "269", None),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*table(TYPED), *table(SHORT), *table(LISTS), *table(SPELLING), *table(NO_PLACE), *table(STILL_PLACE), *table(LINKS)],
)
def test_named_places(nlp: Any, text: str, expected: list[tuple[str, str]]) -> None:
    assert places(nlp, text) == expected


@pytest.mark.parametrize(("text", "published", "code", "later"), [pytest.param(*row[1:], id=row[0]) for row in HISTORY])
def test_units_are_those_valid_at_the_date(nlp: Any, text: str, published: str | None, code: str | None, later: str | None) -> None:
    doc = nlp.make_doc(text)
    doc._.article = {"published": published}
    first = nlp(doc).spans["places"][0]._.record
    assert (first.code, first.code_2025) == (code, later)


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        pytest.param("Mít ở huyện Châu Thành rớt giá.", "83", [("huyện Châu Thành", "831")], id="the newspaper of Bến Tre"),
        pytest.param("Mít ở huyện Châu Thành rớt giá.", "82", [("huyện Châu Thành", "821")], id="the newspaper of Tiền Giang"),
        pytest.param("Mít ở huyện Châu Thành rớt giá.", "84", [("huyện Châu Thành", "847")], id="the newspaper of Trà Vinh"),
        pytest.param("Cua ở huyện Phú Tân rớt giá.", "96", [("huyện Phú Tân", "972")], id="the newspaper of Cà Mau"),
        pytest.param("Cháy ở Q.1.", "79", [("Q.1", "760")], id="an urban district alone in its city's newspaper"),
        pytest.param("Mít ở huyện Châu Thành, tỉnh Bến Tre.", "82", [("huyện Châu Thành", "831"), ("tỉnh Bến Tre", "83")],
                     id="the enclosing place goes before the newspaper"),
    ],
)  # fmt: skip
def test_the_newspaper_decides_between_units_of_one_name(nlp: Any, text: str, home: str, expected: list[tuple[str, str]]) -> None:
    assert places(nlp, text, IN_2019, home) == expected


@pytest.mark.parametrize(
    ("published", "level", "code"),
    [
        pytest.param("2019-10-03", "district", "474", id="Huế is a city of its province in 2019"),
        pytest.param("2025-02-01", "province", "46", id="Huế is a province since January 2025"),
        pytest.param("2025-09-10", "province", "46", id="Huế stays a province after the reform of July 2025"),
    ],
)
def test_the_city_of_hue_in_its_own_newspaper(nlp: Any, published: str, level: str, code: str) -> None:
    doc = nlp.make_doc("TP Huế hỗ trợ 45 hộ.")
    doc._.article = {"published": published, "province_code": "46"}
    (row,) = rows_of(nlp(doc), "places") or []
    assert (row["quote"], row["level"], row["code"]) == ("TP Huế", level, code)


def test_an_abbreviation_at_the_end_of_a_line_belongs_to_the_name_on_the_next(nlp: Any) -> None:
    assert places(nlp, "Xe chạy về TP.\nHồ Chí Minh lúc 5 giờ.") == [("TP.\nHồ Chí Minh", "79")]


BACK = [
    ("the province named before", "Tỉnh Sơn La được mùa. Toàn tỉnh có 9.000 ha.", None, ("Toàn tỉnh", "14")),
    ("the newspaper's province", "Toàn tỉnh có 9.000 ha lúa.", "40", ("Toàn tỉnh", "40")),
    ("the district named before", "Huyện Như Xuân trồng keo. Trên địa bàn huyện có 9 xưởng.", None, ("Trên địa bàn huyện", "402")),
    ("the province of a district named before", "Huyện Như Xuân trồng keo. Toàn tỉnh có 9 xưởng.", None, ("Toàn tỉnh", "38")),
    ("the newspaper's province among others", "Nghệ An, Thanh Hóa có mưa. Toàn tỉnh thiệt hại nhẹ.", "38", ("Toàn tỉnh", "38")),
    ("a town named before", "Thị xã Sơn Tây họp. Toàn thị xã có 15 xã, phường.", None, ("Toàn thị xã", "269")),
    ("the city whose newspaper it is", "Toàn thành phố có 382 xã.", "01", ("Toàn thành phố", "01")),
    ("the abbreviated city whose newspaper it is", "Toàn TP có 8.900 ca sốt.", "79", ("Toàn TP", "79")),
    ("no city in a province's newspaper", "Toàn thành phố có 12 phường.", "38", None),
    ("the subject of a sentence", "Bình Phước trồng điều. Tỉnh đặt mục tiêu 60 xã.", None, ("Tỉnh", "70")),
    ("the subject behind an adverbial", "Huyện Kinh Môn trồng hành. Năm qua, huyện thu 300 tỷ đồng.", None, ("huyện", "292")),
    ("the subject of what somebody says", "Huyện ủy Na Hang cho biết, huyện có 12 xã.", None, ("huyện", "072")),
    ("no subject in a row of levels", "Huyện Na Hang họp. Các tỉnh, huyện có 12 người dự.", None, None),
    ("no subject in a compound", "Xã Pà Cò, huyện Mai Châu họp. Xã hội hóa 3 tỷ đồng.", None, None),
    ("nothing before it", "Toàn tỉnh có 9.000 ha lúa.", None, None),
    ("not a province it is compared with", "Tỉnh Gia Lai họp. So với Đắk Lắk, tỉnh còn 12% hộ nghèo.", None, ("tỉnh", "64")),
    ("not a neighbour of the province", "Tỉnh Hà Giang giáp tỉnh Tuyên Quang và Cao Bằng. Toàn tỉnh có mưa.", None, ("Toàn tỉnh", "02")),
    ("a locality is the unit spoken of", "Huyện Bá Thước trồng luồng. Địa phương đã huy động 20 tỷ đồng.", None, ("Địa phương", "386")),
    ("a locality is the smallest unit named", "Huyện Như Xuân (Thanh Hóa) họp. Địa phương có 9 xưởng.", None, ("Địa phương", "402")),
    (
        "a locality is a province where one is spoken of",
        "Tỉnh Trà Vinh trồng dừa. Địa phương đặt mục tiêu cao.",
        None,
        ("Địa phương", "84"),
    ),
    ("no locality of two", "Nam Định, Thái Bình trồng lúa. Địa phương có 300 ha.", None, None),
    ("no locality in the plural", "Huyện Bá Thước trồng luồng. Các địa phương đã nhận cây.", None, None),
    ("the whole country", "Cả nước có 63 tỉnh, thành phố.", None, ("Cả nước", "VN")),
    ("the whole country behind a preposition", "Trên phạm vi toàn quốc có 90 trạm.", None, ("Trên phạm vi toàn quốc", "VN")),
    ("no country in the name of an event", "Hội thi toàn quốc có 30 đội.", None, None),
    ("no country in water", "Hồ chứa cả nước mưa và có cả nước thải.", None, None),
    ("another country's whole", "Thái Lan báo lũ. Nhà chức trách sơ tán 300 người trên cả nước.", None, None),
    ("a district of another type", "Thị xã Sơn Tây họp. Trên địa bàn huyện có 9 xưởng.", None, None),
]


@pytest.mark.parametrize(("text", "home", "expected"), [pytest.param(*row[1:], id=row[0]) for row in BACK])
def test_back_references(nlp: Any, text: str, home: str | None, expected: tuple[str, str] | None) -> None:
    doc = nlp.make_doc(text)
    doc._.article = {"published": IN_2019, "province_code": home}
    found = [(row["quote"], row["code"]) for row in rows_of(nlp(doc), "places") or [] if not row["named"]]
    assert found == ([expected] if expected else [])


def test_the_columns_of_a_record(nlp: Any) -> None:
    doc = nlp.make_doc("Nhà máy ở xã Nghi Thiết, huyện Nghi Lộc.")
    doc._.article = {"published": IN_2019, "province_code": "40"}
    commune, district = (span._.record for span in nlp(doc).spans["places"])
    assert (commune.name, commune.level, commune.province_code, commune.province_code_2025) == ("Nghi Thiết", "commune", "40", "40")
    assert (district.name, district.level, district.code, district.code_2025) == ("Nghi Lộc", "district", "429", None)
    assert 0 < commune.confidence <= 1


def test_a_commune_whose_code_changed_is_its_later_self_without_a_date(nlp: Any) -> None:
    text = "Huyện Yên Định, thị trấn Quán Lào có chợ mới."
    assert places(nlp, text, None)[-1] == ("thị trấn Quán Lào", "15469")
    assert places(nlp, text)[-1] == ("thị trấn Quán Lào", "15394")


def test_the_abbreviation_of_a_region_is_the_region(nlp: Any) -> None:
    (row,) = rows_of(nlp("ĐBSCL gieo 1,5 triệu ha lúa."), "places") or []
    assert (row["level"], row["name"]) == ("region", "Đồng bằng sông Cửu Long")


def test_country_and_regions_are_rows_of_their_level(nlp: Any) -> None:
    doc = nlp("Việt Nam và đồng bằng sông Cửu Long")
    assert [(span._.record.level, span._.record.name) for span in doc.spans["places"]] == [
        ("country", "Việt Nam"), ("region", "Đồng bằng sông Cửu Long"),
    ]  # fmt: skip

"""Every way a Vietnamese article names a legal or administrative document, and what is read from it."""

from __future__ import annotations

import pytest
from solieu.extract import blank


@pytest.fixture(scope="module")
def nlp():
    nlp = blank(words=False)
    nlp.add_pipe("solieu_documents")
    return nlp


def documents(nlp, text: str, published: str | None = "2019-10-03") -> list:
    doc = nlp.make_doc(text)
    doc._.article = {"published": published} if published else None
    doc = nlp(doc)
    found = [span._.record for span in doc.spans["documents"]]
    for record in found:
        assert text[record.start : record.end] == record.quote
    return found


def rows(table: str) -> list:
    return [
        pytest.param(*(None if cell == "-" else cell for cell in cells[1:]), id=cells[0])
        for line in table.strip().splitlines()
        if (cells := [cell.strip() for cell in line.split("|")])
    ]


# what the row shows | the mention as printed | type | code | issuer | issued
CASES = """
a decision of the Prime Minister | Quyết định số 70/2009/QĐ-TTg ngày 28/4/2009 của Thủ tướng Chính phủ | Quyết định | 70/2009/QĐ-TTg | Thủ tướng Chính phủ | 2009-04-28
the type abbreviated | QĐ số 70/2009/QĐ-TTg | Quyết định | 70/2009/QĐ-TTg | Thủ tướng Chính phủ | -
a law whose name holds a word that ends other names | Luật Phòng, chống tác hại của thuốc lá năm 2012 | Luật | - | Quốc hội | -
an ordinance whose name holds such words | Pháp lệnh Ưu đãi người có công với cách mạng năm 2005 | Pháp lệnh | - | Ủy ban Thường vụ Quốc hội | -
the court of a district that is not named | Quyết định số 14/2018/QĐST-DS của Tòa án nhân dân huyện | Quyết định | 14/2018/QĐST-DS | Tòa án nhân dân huyện | -
a university | Quyết định số 88/QĐ-ĐHTN của Đại học Thái Nguyên | Quyết định | 88/QĐ-ĐHTN | Đại học Thái Nguyên | -
no word for number | Quyết định 1956/QĐ-TTg ngày 27-11-2009 | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | 2009-11-27
an en dash in the code | Quyết định số 1956/QĐ–TTg | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | -
blanks around the slash | Quyết định số 1956 / QĐ - TTg | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | -
a lost slash before the symbol | Quyết định số 1956 QĐ-TTg | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | -
a lost slash behind the year | Nghị định số 34/2019 NĐ-CP | Nghị định | 34/2019/NĐ-CP | Chính phủ | -
a lost hyphen | Nghị định 100/2019/NĐCP | Nghị định | 100/2019/NĐ-CP | Chính phủ | -
nothing between number and symbol | Quyết định 1956QĐ-TTg | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | -
a symbol in capitals | QUYẾT ĐỊNH SỐ 70/2009/QĐ-TTG | Quyết định | 70/2009/QĐ-TTg | Thủ tướng Chính phủ | -
a symbol in small letters | nghị quyết 18-nq/tw | Nghị quyết | 18-NQ/TW | Ban Chấp hành Trung ương | -
a symbol typed without đ | Quyết định 1956/QD-TTg | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | -
the Icelandic letter for đ | Quyết định 1956/QÐ-TTg | Quyết định | 1956/QĐ-TTg | Thủ tướng Chính phủ | -
a colon behind số | Nghị định số: 34/2019/NĐ-CP | Nghị định | 34/2019/NĐ-CP | Chính phủ | -
a date in words behind a comma | Nghị định số 34/2019/NĐ-CP, ngày 24 tháng 4 năm 2019 của Chính phủ | Nghị định | 34/2019/NĐ-CP | Chính phủ | 2019-04-24
a date in brackets | Quyết định số 3127/QĐ-UBND (ngày 28/10/2016) | Quyết định | 3127/QĐ-UBND | Ủy ban nhân dân | 2016-10-28
a date with full stops | Thông tư số 09/2019/TT-BTC ngày 15.2.2019 của Bộ Tài chính | Thông tư | 09/2019/TT-BTC | Bộ Tài chính | 2019-02-15
a date behind the issuer | Quyết định số 70/2009/QĐ-TTg của Thủ tướng Chính phủ ngày 28/4/2009 | Quyết định | 70/2009/QĐ-TTg | Thủ tướng Chính phủ | 2009-04-28
a date signed | Quyết định số 2085/QĐ-TTg ký ngày 31/10/2016 | Quyết định | 2085/QĐ-TTg | Thủ tướng Chính phủ | 2016-10-31
a decree by number and year | Nghị định 34/2019 của Chính phủ | Nghị định | 34/2019/NĐ-CP | Chính phủ | -
a circular | Thông tư 32/2018/TT-BGDĐT | Thông tư | 32/2018/TT-BGDĐT | Bộ Giáo dục và Đào tạo | -
a joint circular by its symbol | Thông tư liên tịch 01/2015/TTLT-BYT-BNV | Thông tư liên tịch | 01/2015/TTLT-BYT-BNV | Bộ Y tế và Bộ Nội vụ | -
a joint circular of three ministries | Thông tư liên tịch 07/2013/TTLT-BTP-BNV-BTC | Thông tư liên tịch | 07/2013/TTLT-BTP-BNV-BTC | Bộ Tư pháp, Bộ Nội vụ và Bộ Tài chính | -
a joint circular by its words | Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12-5-2016 của Bộ Y tế và Bộ GD-ĐT | Thông tư liên tịch | 13/2016/TTLT-BYT-BGDĐT | Bộ Y tế và Bộ Giáo dục và Đào tạo | 2016-05-12
a joint circular abbreviated | TTLT 01/2015/TTLT-BYT-BNV | Thông tư liên tịch | 01/2015/TTLT-BYT-BNV | Bộ Y tế và Bộ Nội vụ | -
a joint resolution | Nghị quyết liên tịch số 09/2008/NQLT-CP-UBTWMTTQVN | Nghị quyết liên tịch | 09/2008/NQLT-CP-UBTWMTTQVN | Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam | -
a resolution of the Party centre | Nghị quyết 18-NQ/TW | Nghị quyết | 18-NQ/TW | Ban Chấp hành Trung ương | -
a resolution of a district committee | Nghị quyết số 06-NQ/HU | Nghị quyết | 06-NQ/HU | Huyện ủy | -
a district committee named in words | Nghị quyết số 06-NQ/HU của Ban Thường vụ Huyện ủy Như Xuân | Nghị quyết | 06-NQ/HU | Ban Thường vụ Huyện ủy Như Xuân | -
a directive of the Political Bureau | Chỉ thị số 05-CT/TW của Bộ Chính trị | Chỉ thị | 05-CT/TW | Bộ Chính trị | -
a known directive whose symbol leaves the organ open | Chỉ thị 05-CT/TW | Chỉ thị | 05-CT/TW | Bộ Chính trị | -
a conclusion | Kết luận 14-KL/TW | Kết luận | 14-KL/TW | Bộ Chính trị | -
a Party regulation | Quy định số 102-QĐ/TW ngày 15/11/2017 | Quy định | 102-QĐ/TW | Bộ Chính trị | 2017-11-15
a Party regulation with its own symbol | Quy định 08-QĐi/TW | Quy định | 08-QĐi/TW | Ban Chấp hành Trung ương | -
a Party plan | Kế hoạch số 12-KH/HU | Kế hoạch | 12-KH/HU | Huyện ủy | -
a Party programme | Chương trình hành động số 15-CTr/TU của Tỉnh ủy Thanh Hóa | Chương trình hành động | 15-CTr/TU | Tỉnh ủy Thanh Hóa | -
a Party notice | Thông báo số 123-TB/TU | Thông báo | 123-TB/TU | Tỉnh ủy | -
a Party circular | Thông tri số 01-TT/TU | Thông tri | 01-TT/TU | Tỉnh ủy | -
a Party guidance | Hướng dẫn số 01-HD/BTCTW | Hướng dẫn | 01-HD/BTCTW | Ban Tổ chức Trung ương | -
blanks in a Party code | Nghị quyết 03 - NQ/TU | Nghị quyết | 03-NQ/TU | Tỉnh ủy | -
a lost slash in a Party code | Nghị quyết số 18-NQTW | Nghị quyết | 18-NQ/TW | Ban Chấp hành Trung ương | -
an official letter of a ministry | Công văn 1186/BYT-DP | Công văn | 1186/BYT-DP | Bộ Y tế | -
an official letter with its section | Công văn 1234/UBND-VX ngày 3/5/2019 | Công văn | 1234/UBND-VX | Ủy ban nhân dân | 2019-05-03
an official letter without a section | Công văn số 4216/UBND ngày 20/8/2008 của UBND tỉnh Khánh Hòa | Công văn | 4216/UBND | Ủy ban nhân dân tỉnh Khánh Hòa | 2008-08-20
văn bản for an official letter | văn bản số 123/SYT-NVY của Sở Y tế | Công văn | 123/SYT-NVY | Sở Y tế | -
a letter of the Party office | Công văn số 1020-CV/VPTW | Công văn | 1020-CV/VPTW | Văn phòng Trung ương Đảng | -
a telegram | Công điện 612/CĐ-TTg | Công điện | 612/CĐ-TTg | Thủ tướng Chính phủ | -
a directive of the Prime Minister | Chỉ thị 16/CT-TTg | Chỉ thị | 16/CT-TTg | Thủ tướng Chính phủ | -
a submission | Tờ trình số 45/TTr-UBND | Tờ trình | 45/TTr-UBND | Ủy ban nhân dân | -
a report | Báo cáo số 12/BC-UBND ngày 3/1/2019 | Báo cáo | 12/BC-UBND | Ủy ban nhân dân | 2019-01-03
a plan of a people's committee | Kế hoạch 219/KH-UBND | Kế hoạch | 219/KH-UBND | Ủy ban nhân dân | -
a licence | Giấy phép số 12/GP-UBND | Giấy phép | 12/GP-UBND | Ủy ban nhân dân | -
an order of the State President | Lệnh số 07/2013/L-CTN | Lệnh | 07/2013/L-CTN | Chủ tịch nước | -
a consolidated text | Văn bản hợp nhất số 01/VBHN-VPQH | Văn bản hợp nhất | 01/VBHN-VPQH | Văn phòng Quốc hội | -
a law by its number | Luật số 45/2013/QH13 | Luật | 45/2013/QH13 | Quốc hội | -
a law by name and number | Luật Đất đai số 45/2013/QH13 ngày 29/11/2013 | Luật | 45/2013/QH13 | Quốc hội | 2013-11-29
a law by name and year | Luật Đất đai năm 2013 | Luật | - | Quốc hội | -
a law by name and bare year | Luật Đất đai 2013 | Luật | - | Quốc hội | -
a law said in brackets to be an amended one | Luật Căn cước (sửa đổi) năm 2023 | Luật | - | Quốc hội | -
a law with a comma in its name | Luật Phòng, chống tham nhũng năm 2018 | Luật | - | Quốc hội | -
an amending law | Luật sửa đổi, bổ sung một số điều của Luật Thủy lợi năm 2019 | Luật | - | Quốc hội | -
a code of law | Bộ luật Hình sự năm 2015 | Bộ luật | - | Quốc hội | -
the constitution | Hiến pháp năm 2013 | Hiến pháp | - | Quốc hội | -
an ordinance by its number | Pháp lệnh số 34/2007/PL-UBTVQH11 | Pháp lệnh | 34/2007/PL-UBTVQH11 | Ủy ban Thường vụ Quốc hội | -
an ordinance by its name | Pháp lệnh Dân quân tự vệ năm 1996 | Pháp lệnh | - | Ủy ban Thường vụ Quốc hội | -
a resolution of the National Assembly | Nghị quyết 88/2019/QH14 của Quốc hội | Nghị quyết | 88/2019/QH14 | Quốc hội | -
a resolution of its Standing Committee | Nghị quyết số 1211/2016/UBTVQH13 ngày 25-5-2016 | Nghị quyết | 1211/2016/UBTVQH13 | Ủy ban Thường vụ Quốc hội | 2016-05-25
the newer symbol of the Standing Committee | Nghị quyết 1668/NQ-UBTVQH15 | Nghị quyết | 1668/NQ-UBTVQH15 | Ủy ban Thường vụ Quốc hội | -
a resolution of a people's council | Nghị quyết số 05/2016/NQ-HĐND ngày 8/12/2016 của HĐND tỉnh Thanh Hóa | Nghị quyết | 05/2016/NQ-HĐND | Hội đồng nhân dân tỉnh Thanh Hóa | 2016-12-08
a decision of a chairman | Quyết định số 1125/QĐ-UBND của Chủ tịch UBND huyện Ngọc Lặc | Quyết định | 1125/QĐ-UBND | Chủ tịch Ủy ban nhân dân huyện Ngọc Lặc | -
an old symbol of a people's committee | Quyết định số 158/2006/QĐ-UB | Quyết định | 158/2006/QĐ-UB | Ủy ban nhân dân | -
a full stop for the hyphen | Quyết định số 163/QĐ.UBND | Quyết định | 163/QĐ-UBND | Ủy ban nhân dân | -
a technical regulation | QCVN 09:2008/BTNMT | Quy chuẩn | QCVN 09:2008/BTNMT | Bộ Tài nguyên và Môi trường | -
a national standard | TCVN 5574:2012 | Tiêu chuẩn | TCVN 5574:2012 | - | -
a number without a code | Nghị quyết số 12 của HĐND tỉnh | Nghị quyết | - | Hội đồng nhân dân tỉnh | -
a bare number and a date that are known | Quyết định số 490 ngày 7/5/2018 của Thủ tướng | Quyết định | 490/QĐ-TTg | Thủ tướng Chính phủ | 2018-05-07
a title before the number | Quyết định phê duyệt quy hoạch số 123/QĐ-UBND | Quyết định | 123/QĐ-UBND | Ủy ban nhân dân | -
an article of a decree is one mention | Điều 5 Nghị định 100/2019/NĐ-CP | Nghị định | 100/2019/NĐ-CP | Chính phủ | -
clause and article of a decree | khoản 2, Điều 5 Nghị định 100/2019/NĐ-CP của Chính phủ | Nghị định | 100/2019/NĐ-CP | Chính phủ | -
point, clause and article of a law | điểm a khoản 1 Điều 8 Luật Đất đai năm 2013 | Luật | - | Quốc hội | -
a known programme | Chương trình 30a | Nghị quyết | 30a/2008/NQ-CP | Chính phủ | 2008-12-27
a known resolution with a letter | Nghị quyết 30a | Nghị quyết | 30a/2008/NQ-CP | Chính phủ | 2008-12-27
a plenum's resolution | Nghị quyết Trung ương 4 khóa XII | Nghị quyết | 04-NQ/TW | Ban Chấp hành Trung ương | 2016-10-30
a plenum's resolution with brackets | Nghị quyết Trung ương 4 (khóa XII) | Nghị quyết | 04-NQ/TW | Ban Chấp hành Trung ương | 2016-10-30
a number with a letter in small letters | nghị quyết số 30a/2008/nq-cp của chính phủ | Nghị quyết | 30a/2008/NQ-CP | Chính phủ | -
the type abbreviated tight against the number | NĐ134 | Nghị định | - | Chính phủ | -
a joint circular whose issuers a comma parts | Thông tư liên tịch số 47/2014/TTLT-BTNMT-BNV ngày 5/8/2014 của Bộ Tài nguyên và Môi trường, Bộ Nội vụ | Thông tư liên tịch | 47/2014/TTLT-BTNMT-BNV | Bộ Tài nguyên và Môi trường và Bộ Nội vụ | 2014-08-05
a city with its type word tight against its name | Quyết định số 61/2017/QĐ-UBND của UBND TP.HCM | Quyết định | 61/2017/QĐ-UBND | Ủy ban nhân dân thành phố Hồ Chí Minh | -
a code alone | 70/2009/QĐ-TTg | Quyết định | 70/2009/QĐ-TTg | Thủ tướng Chính phủ | -
"""


@pytest.mark.parametrize(("printed", "doc_type", "code", "issuer", "issued"), rows(CASES))
@pytest.mark.parametrize("frame", ["{}.", "Thực hiện {}, huyện có 9 xã."], ids=["alone", "in a sentence"])
def test_a_document_is_read_with_its_columns(nlp, frame, printed, doc_type, code, issuer, issued):
    (record,) = documents(nlp, frame.format(printed))
    assert record.quote == printed
    assert (record.doc_type, record.code, record.issuer) == (doc_type, code, issuer)
    assert (record.issued.isoformat() if record.issued else None) == issued


NOTHING = """
three questions are decided | Hội nghị quyết định 3 vấn đề lớn.
a plan for five years | Xã lập kế hoạch 5 năm của mình.
a plan for a stage | Xã lập kế hoạch 2016-2020.
a decision on cases | Tòa quyết định 12 trường hợp được hưởng.
a project and its cost | Dự án 12 tỷ đồng đã xong.
a programme without a number | Chương trình hỗ trợ hộ nghèo đã xong.
a law that is broken | Ông lái xe trái pháp luật năm 2018.
a lawyer | Luật sư Nam bào chữa cho 2 bị cáo.
a date | Xã họp ngày 5/9/2019.
a share | Có 53/12.480 học sinh bỏ học.
a plate | Xe biển số 36A-123.45 gây tai nạn.
a road | Quốc lộ 1A-QL45 đã xong.
a rate | Giá 5/KG là rẻ.
a report of figures | Báo cáo 9 tháng của huyện.
a notice on days | Thông báo 3 ngày trước khi xả lũ.
a treaty is no national law | Theo Công ước của Liên hợp quốc về Luật Biển năm 1982.
a fine | UBND xã đã có quyết định xử phạt 40 triệu đồng.
the scale of a map | Khu này có quy hoạch 1/2000 từ lâu.
a result | Kết luận 2 trường hợp sai phạm.
the cost of a plan that is named by its number too | Xã có kế hoạch 64 tỷ đồng.
a sentence | Ông nhận quyết định 12 năm tù.
a block of flats | Nhà ở tòa CT 6 đã xong.
a type and a number alone | Trên bìa ghi 12/NQ bằng bút chì.
this plan without one before | Kế hoạch này đã xong.
"""


@pytest.mark.parametrize("text", rows(NOTHING))
def test_nothing_is_read_where_there_is_no_document(nlp, text):
    assert documents(nlp, text) == []


ABOUT = """
the subject ends before the predicate | Quyết định số 70/2009/QĐ-TTg về chính sách luân chuyển cán bộ đã đi vào cuộc sống. | chính sách luân chuyển cán bộ
the subject ends at the full stop | Kế hoạch 219/KH-UBND về phát triển du lịch. | phát triển du lịch
the subject ends before a clause with its figure | Nghị quyết số 653/2019/UBTVQH14 về việc sắp xếp cấp huyện, cấp xã, tỉnh giảm 30 xã. | sắp xếp cấp huyện, cấp xã
the session that passed it stands before the subject | Nghị quyết 33-NQ/TW, Hội nghị Trung ương 9 khóa XI về văn hóa, con người. | văn hóa, con người
the subject ends before the next clause | Nghị quyết số 05/2016/NQ-HĐND về việc hỗ trợ người nghèo, các huyện đã triển khai. | hỗ trợ người nghèo
commas inside the subject stay | Nghị quyết số 26-NQ/TW về nông nghiệp, nông dân, nông thôn, tỉnh đã ban hành kế hoạch. | nông nghiệp, nông dân, nông thôn
a subject in quotation marks | Quyết định số 70/2009/QĐ-TTg về “hỗ trợ huyện nghèo, xã nghèo” được triển khai. | hỗ trợ huyện nghèo, xã nghèo
the subject stands behind date and issuer | Quyết định số 70/2009/QĐ-TTg ngày 28/4/2009 của Thủ tướng Chính phủ về luân chuyển cán bộ. | luân chuyển cán bộ
an adverb begins the next clause | Nghị quyết số 06-NQ/HU về giảm nghèo, đến nay huyện có 9 xã. | giảm nghèo
a term of the issuer stands before | Nghị quyết số 26-NQ/TW của BCH Trung ương Đảng khóa X về nông nghiệp. | nông nghiệp
no subject | Quyết định số 70/2009/QĐ-TTg có hiệu lực. | -
"""


@pytest.mark.parametrize(("text", "about"), rows(ABOUT))
def test_the_subject_ends_with_the_name_of_the_document(nlp, text, about):
    assert documents(nlp, text)[0].about == about


def codes(records: list) -> list:
    return [record.code for record in records]


def test_several_codes_in_one_phrase_are_several_documents(nlp):
    found = documents(nlp, "Thực hiện các Nghị quyết số 18-NQ/TW, 19-NQ/TW và 39-NQ/TW, huyện có 9 xã.")
    assert codes(found) == ["18-NQ/TW", "19-NQ/TW", "39-NQ/TW"]
    assert {record.doc_type for record in found} == {"Nghị quyết"}


def test_several_numbers_in_one_phrase_share_their_issuer(nlp):
    found = documents(nlp, "Thực hiện các Nghị quyết số 5 và 9 của HĐND tỉnh, huyện có 9 xã.")
    assert [(record.number, record.issuer) for record in found] == [("5", "Hội đồng nhân dân tỉnh"), ("9", "Hội đồng nhân dân tỉnh")]


def test_numbers_before_a_code_share_its_symbol(nlp):
    assert codes(documents(nlp, "Thực hiện Nghị quyết số 18, 19-NQ/TW của Trung ương.")) == ["18-NQ/TW", "19-NQ/TW"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Theo các Thông tư số 14, 15, 16/2018/TT-BTC.", ["14/2018/TT-BTC", "15/2018/TT-BTC", "16/2018/TT-BTC"], id="numbers that run on share the year"),
        pytest.param("Theo các Nghị định 37, 149/2016/NĐ-CP.", [None, "149/2016/NĐ-CP"], id="numbers far apart may be of different years"),
    ],
)  # fmt: skip
def test_numbers_before_a_code_with_its_year(nlp, text, expected):
    assert codes(documents(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "code", "issued"),
    [
        pytest.param("Nghị định số 83/2013/NĐ-CP\nngày 22/7/2013 của Chính phủ.", "83/2013/NĐ-CP", "2013-07-22", id="before its day"),
        pytest.param("Nghị định số\n83/2013/NĐ-\nCP của Chính phủ.", "83/2013/NĐ-CP", "None", id="within its code"),
        pytest.param("Nghị định số 83/2013/NĐ-CP\nNgày 22/7/2013, xã họp.", "83/2013/NĐ-CP", "None", id="a capital begins another paragraph"),
    ],
)  # fmt: skip
def test_a_line_may_break_within_the_name_of_a_document(nlp, text, code, issued):
    assert [(one.code, str(one.issued)) for one in documents(nlp, text)] == [(code, issued)]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        pytest.param("NGHỊ QUYẾT SỐ 09-NQ/HU CỦA HUYỆN ỦY VỀ TRỒNG RỪNG", "Huyện ủy", id="an organ"),
        pytest.param("QUYẾT ĐỊNH SỐ 31/QĐ-UBND CỦA UBND TỈNH HÒA BÌNH VỀ TRỒNG RỪNG", "Ủy ban nhân dân tỉnh Hòa Bình", id="an organ and its place"),
    ],
)  # fmt: skip
def test_the_issuer_in_a_title_of_capitals_ends_before_the_subject(nlp, text, issuer):
    assert [one.issuer for one in documents(nlp, text)] == [issuer]


def test_codes_in_one_phrase_share_the_issuer_behind_them(nlp):
    found = documents(nlp, "Theo các Quyết định số 12/QĐ-UBND, 15/QĐ-UBND của UBND tỉnh Long An.")
    assert {record.issuer for record in found} == {"Ủy ban nhân dân tỉnh Long An"}


def test_short_forms_take_the_id_of_the_full_form(nlp):
    text = "Quyết định số 70/2009/QĐ-TTg đã ban hành. Quyết định 70 có 5 điều. Quyết định này có lợi. QĐ 70 còn hiệu lực."
    found = documents(nlp, text)
    assert [record.document_id for record in found] == ["70/2009/QĐ-TTg"] * 4
    assert [record.resolved for record in found] == [False, True, True, True]
    assert {record.doc_type for record in found} == {"Quyết định"}


def test_the_aforesaid_document_is_the_last_of_its_type(nlp):
    found = documents(nlp, "Nghị quyết số 05-NQ/HU ra đời. Chỉ thị 16/CT-TTg cũng vậy. Nghị quyết trên có 3 phần.")
    assert found[2].document_id == "05-NQ/HU"
    assert found[2].resolved


def test_this_document_is_not_the_one_it_amends(nlp):
    text = "Nghị định 24/2019/NĐ-CP sửa đổi, bổ sung Nghị định 19/2011/NĐ-CP. Nghị định này có 3 điều."
    assert documents(nlp, text)[2].document_id == "24/2019/NĐ-CP"


def test_this_document_before_the_one_it_replaces_points_back(nlp):
    text = "UBND tỉnh ra Quyết định số 12/2019/QĐ-UBND. Quyết định này thay thế Quyết định số 45/2015/QĐ-UBND ngày 3/8/2015."
    assert [record.document_id for record in documents(nlp, text)] == ["12/2019/QĐ-UBND", "12/2019/QĐ-UBND", "45/2015/QĐ-UBND"]


@pytest.mark.parametrize(
    ("text", "issuer", "issued"),
    [
        ("Thị ủy Kỳ Anh ban hành Nghị quyết số 07-NQ/TU.", "Thị ủy Kỳ Anh", None),
        ("Chủ tịch UBND tỉnh đã ký ban hành ngày 12/4/2019 Quyết định số 520/QĐ-UBND.", "Chủ tịch Ủy ban nhân dân tỉnh", "2019-04-12"),
        ("Cơ quan CSĐT Công an tỉnh Nghệ An ra Quyết định số 15/QĐ-CSĐT.", "Cơ quan Cảnh sát điều tra Công an tỉnh Nghệ An", None),
        ("Nghị quyết 07/2017/NQ-HĐND do HĐND TP Cần Thơ thông qua ngày 7/7/2017.", "Hội đồng nhân dân thành phố Cần Thơ", "2017-07-07"),
    ],
    ids=["a town's Party committee", "the day beside the verb", "the investigators", "the day on which it was passed"],
)
def test_who_issued_it_and_when(nlp, text, issuer, issued):
    record = documents(nlp, text)[0]
    assert (record.issuer, str(record.issued) if record.issued else None) == (issuer, issued)


def test_a_decision_known_by_its_number_of_one_year_is_not_guessed(nlp):
    assert documents(nlp, "Theo Quyết định 23 của Thủ tướng, xã có 9 hộ.", None)[0].code is None


def test_short_forms_of_two_documents_are_told_apart_by_the_issuer(nlp):
    text = "Nghị quyết 18-NQ/TW và Nghị quyết số 18/NQ-HĐND. Nghị quyết 18 của HĐND tỉnh có 3 điều."
    assert documents(nlp, text)[2].document_id == "18/NQ-HĐND"


def test_leading_zeros_do_not_part_a_short_form_from_its_document(nlp):
    assert documents(nlp, "Nghị quyết số 05-NQ/HU ra đời. Nghị quyết số 5 có lợi.")[1].document_id == "05-NQ/HU"


def test_spellings_of_one_code_have_one_id(nlp):
    found = documents(nlp, "Quyết định 163/QĐ.UBND; Quyết định 163/QĐ/UBND; Quyết định số 163 /QĐ-UBND; Quyết định 163/QĐ–UBND.")
    assert {record.document_id for record in found} == {"163/QĐ-UBND"}


def test_what_one_mention_says_of_a_document_holds_for_the_others(nlp):
    found = documents(nlp, "Nghị quyết 05-NQ/HU có lợi. Đó là Nghị quyết 05-NQ/HU ngày 12/4/2015 của Huyện ủy Sốp Cộp.")
    assert [(record.issuer, str(record.issued)) for record in found] == [("Huyện ủy Sốp Cộp", "2015-04-12")] * 2


def test_the_issuer_may_stand_before(nlp):
    (record,) = documents(nlp, "Ngày 8/12/2016, UBND tỉnh Thanh Hóa đã ban hành Quyết định số 1125/QĐ-UBND.")
    assert (record.issuer, str(record.issued), record.year) == ("Ủy ban nhân dân tỉnh Thanh Hóa", "2016-12-08", 2016)


def test_a_person_before_is_no_part_of_the_issuer(nlp):
    (record,) = documents(nlp, "Thủ tướng Chính phủ Nguyễn Văn Nam đã ký ban hành Nghị định số 136/2018/NĐ-CP.")
    assert record.issuer == "Chính phủ"


def test_what_one_document_lays_down_is_another_document(nlp):
    (record,) = documents(nlp, "Theo quy định tại Nghị quyết số 60/NQ-CP của Chính phủ.")
    assert (record.doc_type, record.quote) == ("Nghị quyết", "Nghị quyết số 60/NQ-CP của Chính phủ")


def test_a_decree_behind_a_law_is_no_law(nlp):
    (record,) = documents(nlp, "Theo Luật Đấu thầu và Nghị định số 63/2014/NĐ-CP.")
    assert (record.doc_type, record.code) == ("Nghị định", "63/2014/NĐ-CP")


def test_another_organ_before_is_not_the_issuer(nlp):
    (record,) = documents(nlp, "UBND tỉnh Thanh Hóa đã ban hành Quyết định số 70/2009/QĐ-TTg.")
    assert record.issuer == "Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    ("text", "year"),
    [("Quyết định số 70/2009/QĐ-TTg.", 2009), ("Nghị quyết 06-NQ/HU ngày 5/6/2011.", 2011), ("Nghị quyết số 01/NQ-CP năm 2019.", 2019), ("Nghị quyết 06-NQ/HU.", None)],
    ids=["from the code", "from the date", "from the words", "unknown"],
)  # fmt: skip
def test_the_year(nlp, text, year):
    assert documents(nlp, text)[0].year == year


def test_a_date_without_a_year_lies_before_the_article(nlp):
    assert str(documents(nlp, "Quyết định số 12/QĐ-UBND ngày 7/5.")[0].issued) == "2019-05-07"
    assert str(documents(nlp, "Quyết định số 12/QĐ-UBND ngày 7/11.")[0].issued) == "2018-11-07"


def test_a_bare_number_stays_unresolved_where_several_documents_bear_it(nlp):
    (record,) = documents(nlp, "Huyện thực hiện Nghị quyết 42 rất tốt.", "2021-05-01")
    assert (record.code, record.resolved, record.document_id) == (None, False, "Nghị quyết 42")


@pytest.mark.parametrize(
    ("text", "code"),
    [("Nghị quyết 42 của Quốc hội.", "42/2017/QH14"), ("Nghị quyết 42 của Chính phủ.", "42/NQ-CP"), ("Nghị quyết 42 về xử lý nợ xấu.", "42/2017/QH14")],
    ids=["the issuer tells", "the other issuer", "the subject tells"],
)  # fmt: skip
def test_a_bare_number_is_resolved_where_the_words_tell(nlp, text, code):
    assert documents(nlp, text, "2021-05-01")[0].code == code


def test_a_full_form_in_the_article_wins_over_a_known_name(nlp):
    found = documents(nlp, "Nghị quyết 42/NQ-HĐND ra đời. Nghị quyết 42 có lợi.", "2021-05-01")
    assert found[1].document_id == "42/NQ-HĐND"


def test_the_articles_own_scheme_wins_over_a_known_programme(nlp):
    found = documents(nlp, "Đề án số 06-ĐA/TU của Tỉnh ủy ra đời. Nhờ Đề án 06, tỉnh trồng 9 ha.", "2023-05-01")
    assert [(one.doc_type, one.code, one.issuer) for one in found] == [("Đề án", "06-ĐA/TU", "Tỉnh ủy")] * 2
    assert found[1].resolved
    assert documents(nlp, "Nhờ Đề án 06, tỉnh cấp 900 căn cước.", "2023-05-01")[0].code == "06/QĐ-TTg"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Đề án số 24-ĐA/TU ra đời. Nhờ Đề án 24, tỉnh trồng 9 ha.", "24-ĐA/TU", id="the scheme itself"),
        pytest.param("Quyết định số 2463/QĐ-TTg ra đời. Nhờ Đề án 2463, tỉnh trồng 9 ha.", "2463/QĐ-TTg", id="the decision that approved it"),
    ],
)  # fmt: skip
def test_a_scheme_may_be_called_by_its_bare_number(nlp, text, code):
    assert [(one.code, one.resolved) for one in documents(nlp, text)] == [(code, False), (code, True)]


def test_an_article_before_this_code_does_not_make_it_several(nlp):
    found = documents(nlp, "Bộ luật Hình sự năm 2015 ra đời. Theo Điều 157 Bộ luật này, có 3 trường hợp.")
    assert found[1].document_id == found[0].document_id


def test_several_documents_pointed_at_together_are_no_single_one(nlp):
    assert codes(documents(nlp, "Nghị quyết 18-NQ/TW và Nghị quyết 19-NQ/TW ra đời. Hai Nghị quyết này có lợi.")) == [
        "18-NQ/TW",
        "19-NQ/TW",
    ]


@pytest.mark.parametrize(
    ("text", "about", "issuer"),
    [
        pytest.param("Nghị quyết 09 về trồng rừng của Huyện ủy Quế Phong đã có kết quả.", "trồng rừng", "Huyện ủy Quế Phong",
                     id="behind the subject stands who issued it"),
        pytest.param("Nghị quyết 09 về chức năng, nhiệm vụ của Ủy ban nhân dân đã có.", "chức năng, nhiệm vụ của Ủy ban nhân dân", None,
                     id="an organ whose tasks are the subject issued nothing"),
    ],
)  # fmt: skip
def test_the_issuer_of_a_bare_number_may_stand_behind_its_subject(nlp, text, about, issuer):
    assert [(one.about, one.issuer) for one in documents(nlp, text)] == [(about, issuer)]

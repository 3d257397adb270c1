"""What the words around a document say of it: who issued it and when, and the code its number leaves no doubt of."""

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
    return [span._.record for span in nlp(doc).spans["documents"]]


def rows(table: str) -> list:
    return [
        pytest.param(*(None if cell == "-" else cell for cell in cells[1:]), id=cells[0])
        for line in table.strip().splitlines()
        if (cells := [cell.strip() for cell in line.split("|")])
    ]


# what the row shows | the sentence | type | code | issuer | issued
CASES = """
the day of its sentence | Ngày 27/4/2009, Thủ tướng Chính phủ ban hành Quyết định số 70/2009/QĐ-TTg. | Quyết định | 70/2009/QĐ-TTg | Thủ tướng Chính phủ | 2009-04-27
the day in words of its sentence | Ngày 12 tháng 7 năm 2018, HĐND tỉnh Long An thông qua Nghị quyết số 11/2018/NQ-HĐND. | Nghị quyết | 11/2018/NQ-HĐND | Hội đồng nhân dân tỉnh Long An | 2018-07-12
a day without a year of its sentence | Ngày 10/3, UBND tỉnh Long An ban hành Kế hoạch số 12/KH-UBND. | Kế hoạch | 12/KH-UBND | Ủy ban nhân dân tỉnh Long An | 2019-03-10
the day behind a ministry whose name holds a plan | Ngày 8/6/2018, Bộ Kế hoạch và Đầu tư đã ký Quyết định số 91/QĐ-BKHĐT. | Quyết định | 91/QĐ-BKHĐT | Bộ Kế hoạch và Đầu tư | 2018-06-08
the day on which it was sent is not its own | Ngày 5/9/2019, Sở Y tế gửi Báo cáo số 12/BC-SYT. | Báo cáo | 12/BC-SYT | Sở Y tế | -
a day of another year than its code's is not its own | Ngày 5/9/2019, UBND tỉnh Long An ban hành Quyết định số 12/2018/QĐ-UBND. | Quyết định | 12/2018/QĐ-UBND | Ủy ban nhân dân tỉnh Long An | -
the one who signs is no part of the organ before | Chủ tịch UBND huyện Việt Yên Lê Văn An đã ký Quyết định số 12/QĐ-UBND. | Quyết định | 12/QĐ-UBND | Chủ tịch Ủy ban nhân dân huyện Việt Yên | -
the one who signs is no part of the organ behind | Quyết định số 12/QĐ-UBND do Chủ tịch UBND tỉnh Cà Mau Trần Văn An ký ngày 3/4/2019. | Quyết định | 12/QĐ-UBND | Chủ tịch Ủy ban nhân dân tỉnh Cà Mau | 2019-04-03
the organ that speaks in its letter | Tại Công văn số 3012/UBND-KT ngày 4/5/2018, UBND tỉnh Long An yêu cầu các huyện báo cáo. | Công văn | 3012/UBND-KT | Ủy ban nhân dân tỉnh Long An | 2018-05-04
the organ of the Party that speaks in its conclusion | Tại Kết luận số 54-KL/TW ngày 7/8/2019, Bộ Chính trị yêu cầu đổi mới. | Kết luận | 54-KL/TW | Bộ Chính trị | 2019-08-07
one who carries out a resolution did not issue it | Tại Nghị quyết số 15/NQ-CP ngày 4/3/2018, UBND tỉnh Long An giao Sở Tài chính. | Nghị quyết | 15/NQ-CP | Chính phủ | 2018-03-04
a central city's Party committee uses the sign of a province's | Thành ủy Đà Nẵng ban hành Nghị quyết số 05-NQ/TU. | Nghị quyết | 05-NQ/TU | Thành ủy Đà Nẵng | -
a town's Party committee uses the sign of a city's | Thị ủy An Khê ra Nghị quyết 04-NQ/ThU. | Nghị quyết | 04-NQ/ThU | Thị ủy An Khê | -
a tax department uses the sign of a chairman | Cục Thuế tỉnh Long An đã ban hành Quyết định số 1207/QĐ-CT. | Quyết định | 1207/QĐ-CT | Cục Thuế tỉnh Long An | -
the social insurance of a province | Bảo hiểm xã hội tỉnh Long An có Công văn số 211/BHXH-TST. | Công văn | 211/BHXH-TST | Bảo hiểm xã hội tỉnh Long An | -
the Front of a province | Ủy ban MTTQ Việt Nam tỉnh Long An ban hành Kế hoạch số 112/KH-MTTQ-BTT. | Kế hoạch | 112/KH-MTTQ-BTT | Ủy ban Mặt trận Tổ quốc tỉnh Long An | -
a department whose name holds "và" in front | Sở Nông nghiệp và PTNT Long An có Báo cáo số 312/BC-SNN. | Báo cáo | 312/BC-SNN | Sở Nông nghiệp và Phát triển nông thôn Long An | -
rangers of a district | Hạt Kiểm lâm huyện Mường Tè có Báo cáo số 33/BC-HKL. | Báo cáo | 33/BC-HKL | Hạt Kiểm lâm huyện Mường Tè | -
a market patrol | Biên bản số 14/BB-VPHC do Đội Quản lý thị trường số 3 lập ngày 3/4/2018. | Biên bản | 14/BB-VPHC | Đội Quản lý thị trường số 3 | -
a bare number announced by its year | Tại Kết luận 2852 năm 2012, Thanh tra Chính phủ chỉ rõ sai phạm. | Kết luận | - | Thanh tra Chính phủ | -
a name that a verb follows without a comma | Sắc lệnh số 14-SL ngày 8/9/1945 của Chủ tịch Hồ Chí Minh mở đầu cho cuộc bầu cử. | Sắc lệnh | 14-SL | Chủ tịch Hồ Chí Minh | 1945-09-08
a district that bears a person's name | Chủ tịch UBND huyện Trần Văn Thời đã ký Quyết định số 12/QĐ-UBND. | Quyết định | 12/QĐ-UBND | Chủ tịch Ủy ban nhân dân huyện Trần Văn Thời | -
a minister by name alone leaves the ministry of the symbol | Quyết định 1408/QĐ-BCT do Bộ trưởng Trần Văn An ký. | Quyết định | 1408/QĐ-BCT | Bộ Công Thương | -
a person before the office | Quyết định số 33/QĐ-UBND do ông Trần Văn An, Chủ tịch UBND huyện Thới Bình ký ngày 15/1/2019. | Quyết định | 33/QĐ-UBND | Chủ tịch Ủy ban nhân dân huyện Thới Bình | 2019-01-15
a person alone and the day | Quyết định số 33/QĐ-UBND do ông Trần Văn An ký ngày 15/1/2019. | Quyết định | 33/QĐ-UBND | Ủy ban nhân dân | 2019-01-15
a deputy signs for the organ | Phó Chủ tịch UBND tỉnh Bà Rịa – Vũng Tàu đã ký Quyết định số 87/QĐ-UBND. | Quyết định | 87/QĐ-UBND | Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu | -
the passive names the organ | Quyết định số 12/QĐ-UBND được UBND tỉnh Long An ban hành ngày 3/4/2019. | Quyết định | 12/QĐ-UBND | Ủy ban nhân dân tỉnh Long An | 2019-04-03
the organ stands between type and number | Quyết định của UBND tỉnh Long An số 15/QĐ-UBND ngày 10/5/2019. | Quyết định | 15/QĐ-UBND | Ủy ban nhân dân tỉnh Long An | 2019-05-10
the place stands behind the code | Quyết định số 19/2018/QĐ-UBND tỉnh Hà Nam ngày 5-6-2018. | Quyết định | 19/2018/QĐ-UBND | Ủy ban nhân dân tỉnh Hà Nam | 2018-06-05
the ministry told by one word is the symbol's | Công văn số 5228/BNV-CQĐP ngày 5/12/2014 của Bộ. | Công văn | 5228/BNV-CQĐP | Bộ Nội vụ | 2014-12-05
an abbreviation in brackets before the verb | Ủy ban Chứng khoán Nhà nước (UBCKNN) đã ban hành Quyết định số 12/QĐ-XPVPHC. | Quyết định | 12/QĐ-XPVPHC | Ủy ban Chứng khoán Nhà nước | -
an ampersand with blanks | Thông tư 58/2011/TT-BGDĐT của Bộ GD & ĐT. | Thông tư | 58/2011/TT-BGDĐT | Bộ Giáo dục và Đào tạo | -
a minister's ministry abbreviated | Thông tư 01/2016/TT-BVHTTDL của Bộ trưởng Bộ VH, TT & DL. | Thông tư | 01/2016/TT-BVHTTDL | Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch | -
a decree by number and year in words | Nghị định 103 năm 2009 quy định mức thu. | Nghị định | 103/2009/NĐ-CP | Chính phủ | -
a decree by number and day | Nghị định số 151 ngày 26/12/2017 quy định mức thu. | Nghị định | 151/2017/NĐ-CP | Chính phủ | 2017-12-26
a decree by number and year with a hyphen | Nghị định 108-2014 của Chính phủ quy định mức thu. | Nghị định | 108/2014/NĐ-CP | Chính phủ | -
a decree is the government's | Nghị định 137 quy định mức thu. | Nghị định | - | Chính phủ | -
a circular by number and year | Thông tư số 45/2018 của Bộ Tài chính có hiệu lực. | Thông tư | 45/2018/TT-BTC | Bộ Tài chính | -
a decision of the Prime Minister by number and year | Quyết định 24/2017 của Thủ tướng Chính phủ có hiệu lực. | Quyết định | 24/2017/QĐ-TTg | Thủ tướng Chính phủ | -
a local decision by number and year | Quyết định 53/2017 của UBND tỉnh Long An có hiệu lực. | Quyết định | 53/2017/QĐ-UBND | Ủy ban nhân dân tỉnh Long An | -
a government resolution's code bears no year, so none is made | Nghị quyết 02/2019 của Chính phủ có hiệu lực. | Nghị quyết | - | Chính phủ | -
a letter by its day | Công văn 927 ngày 16/12/2014 nêu rõ mức thu. | Công văn | - | - | 2014-12-16
a notice by its issuer | Thông báo 125 của Chủ tịch UBND tỉnh nêu rõ mức thu. | Thông báo | - | Chủ tịch Ủy ban nhân dân tỉnh | -
a notice called văn bản | Theo văn bản số 109/TB-VPCP ngày 14/7/2018. | Thông báo | 109/TB-VPCP | Văn phòng Chính phủ | 2018-07-14
a law's name in small letters | Luật đất đai 2013 quy định mức thu. | Luật | - | Quốc hội | -
a law by its bare number | Luật số 47 quy định mức thu. | Luật | - | Quốc hội | -
an ordinance with a long name and its number | Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14. | Pháp lệnh | 02/2020/UBTVQH14 | Ủy ban Thường vụ Quốc hội | -
a term come off the sign of the National Assembly | Nghị quyết số 100/2015/QH 13 nêu rõ mức thu. | Nghị quyết | 100/2015/QH13 | Quốc hội | -
a term come off the sign of its Standing Committee | Tờ trình số 338/TTr-UBTVQH 14 ngày 24/10/2018. | Tờ trình | 338/TTr-UBTVQH14 | Ủy ban Thường vụ Quốc hội | 2018-10-24
a blank for the hyphen | Quyết định số 15/2019/QĐ UBND nêu rõ mức thu. | Quyết định | 15/2019/QĐ-UBND | Ủy ban nhân dân | -
type and organ the wrong way round | Nghị định số 122/2017/CP-NĐ nêu rõ mức thu. | Nghị định | 122/2017/NĐ-CP | Chính phủ | -
a penalty is a decision | Quyết định xử phạt số 123/QĐ-XPVPHC ngày 4/5/2019. | Quyết định | 123/QĐ-XPVPHC | - | 2019-05-04
a number before a verb that begins like a counting noun | UBND tỉnh có Quyết định 5945 điều chỉnh mức thu. | Quyết định | - | Ủy ban nhân dân tỉnh | -
"""


@pytest.mark.parametrize(("text", "doc_type", "code", "issuer", "issued"), rows(CASES))
def test_the_words_around_tell_of_a_document(nlp, text, doc_type, code, issuer, issued):
    (record,) = documents(nlp, text)
    assert (record.doc_type, record.code, record.issuer) == (doc_type, code, issuer)
    assert (record.issued.isoformat() if record.issued else None) == issued


# what the row shows | the sentence | the issuers of its documents in order
SHARED = """
behind the second of two codes | Nghị quyết số 05-NQ/TU và Nghị quyết số 08-NQ/TU của Tỉnh ủy Hà Nam được tổng kết. | Tỉnh ủy Hà Nam; Tỉnh ủy Hà Nam
behind the second of two numbers | Xã thực hiện Nghị quyết 05 và Nghị quyết 08 của HĐND tỉnh Long An. | Hội đồng nhân dân tỉnh Long An; Hội đồng nhân dân tỉnh Long An
behind the last of three with days | Quyết định số 12/QĐ-UBND ngày 3/4/2018, Quyết định số 15/QĐ-UBND ngày 4/5/2018 và Quyết định số 16/QĐ-UBND của UBND tỉnh Hà Nam. | Ủy ban nhân dân tỉnh Hà Nam; Ủy ban nhân dân tỉnh Hà Nam; Ủy ban nhân dân tỉnh Hà Nam
before the first of two | Tỉnh ủy Long An ban hành Chỉ thị 08 và Chỉ thị 10. | Tỉnh ủy Long An; Tỉnh ủy Long An
another organ's code keeps its own | Nghị quyết số 68/NQ-CP và Quyết định số 12/QĐ-UBND của UBND tỉnh Hà Nam. | Chính phủ; Ủy ban nhân dân tỉnh Hà Nam
an issuer behind the first is its own alone | Chỉ thị 12 của Tỉnh ủy Long An và Chỉ thị 16. | Tỉnh ủy Long An; -
"""


@pytest.mark.parametrize(("text", "issuers"), rows(SHARED))
def test_documents_in_a_row_share_the_issuer_that_is_printed_once(nlp, text, issuers):
    assert "; ".join(record.issuer or "-" for record in documents(nlp, text)) == issuers


NOTHING = """
a board of discipline | Trường lập hội đồng kỷ luật số 19, 20 và 21.
a plan for a stage | Kế hoạch 2016-2020 của tỉnh đã xong.
a law of no name | Luật này năm 2013 đã sửa.
days before | Xã thông báo 3 ngày trước khi xả lũ.
a bare number that no document of the text bears | Tòa quyết định 12 trường hợp được hưởng.
"""


@pytest.mark.parametrize("text", rows(NOTHING))
def test_nothing_is_read_where_there_is_no_document(nlp, text):
    assert documents(nlp, text) == []


def test_a_bare_number_counts_where_the_article_names_the_document(nlp):
    found = documents(nlp, "Quyết định 465/QĐ-SYT ra đời. Theo luật sư, quyết định 465 trái luật.")
    assert [record.code for record in found] == ["465/QĐ-SYT", "465/QĐ-SYT"]


def test_a_pin_needs_a_number(nlp):
    (record,) = documents(nlp, "Xe chạy thí điểm theo Quyết định 24/QĐ-BGTVT.")
    assert record.quote == "Quyết định 24/QĐ-BGTVT"

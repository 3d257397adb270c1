"""Document codes that are generated, written in many spellings and read back."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from solieu.extract import blank

NLP = blank(words=False)
NLP.add_pipe("solieu_documents")

STATE = (
    ("Quyết định", "QĐ", "TTg", "Thủ tướng Chính phủ"), ("Nghị định", "NĐ", "CP", "Chính phủ"), ("Nghị quyết", "NQ", "CP", "Chính phủ"),
    ("Thông tư", "TT", "BTC", "Bộ Tài chính"), ("Thông tư", "TT", "BGDĐT", "Bộ Giáo dục và Đào tạo"), ("Chỉ thị", "CT", "TTg", "Thủ tướng Chính phủ"),
    ("Quyết định", "QĐ", "UBND", "Ủy ban nhân dân"), ("Nghị quyết", "NQ", "HĐND", "Hội đồng nhân dân"), ("Kế hoạch", "KH", "UBND", "Ủy ban nhân dân"),
    ("Tờ trình", "TTr", "UBND", "Ủy ban nhân dân"), ("Quyết định", "QĐ", "BYT", "Bộ Y tế"), ("Công điện", "CĐ", "TTg", "Thủ tướng Chính phủ"),
)  # fmt: skip
PARTY = (
    ("Nghị quyết", "NQ", "HU", "Huyện ủy"), ("Nghị quyết", "NQ", "TU", "Tỉnh ủy"), ("Kế hoạch", "KH", "HU", "Huyện ủy"), ("Chỉ thị", "CT", "TU", "Tỉnh ủy"),
    ("Kết luận", "KL", "TU", "Tỉnh ủy"), ("Quy định", "QĐ", "TU", "Tỉnh ủy"), ("Thông báo", "TB", "TU", "Tỉnh ủy"), ("Chương trình", "CTr", "HU", "Huyện ủy"),
)  # fmt: skip
DATED = ("{n}/{y}/{t}-{i}", "{n}/{y}/{t}–{i}", "{n}/ {y}/{t}-{i}", "{n}/{y} /{t} - {i}", "{n}/{y} {t}-{i}", "{n}/{y}/{t}{i}")
PLAIN = ("{n}/{t}-{i}", "{n}/{t}–{i}", "{n} /{t}-{i}", "{n}/ {t} - {i}", "{n} {t}-{i}", "{n}{t}-{i}", "{n}/{t}.{i}")
COMRADELY = ("{n}-{t}/{i}", "{n}–{t}/{i}", "{n} - {t}/{i}", "{n}- {t}/ {i}", "{n} {t}/{i}", "{n}-{t}{i}", "{n}-{t} /{i}")
WORDS = ("{k} số {c}", "{k} {c}", "{k} số: {c}", "{k} số {c} ban hành")


def read(text: str) -> list:
    doc = NLP(text)
    return [span._.record for span in doc.spans["documents"]]


@given(st.integers(1, 9999), st.integers(1990, 2030), st.sampled_from(STATE), st.sampled_from(DATED), st.sampled_from(WORDS))
@settings(max_examples=300, deadline=None)
def test_a_code_with_a_year_reads_back_from_every_spelling(number, year, kind, form, words):
    doc_type, symbol, organ, issuer = kind
    printed = form.format(n=f"{number:02}", y=year, t=symbol, i=organ)
    (record,) = read(f"Theo {words.format(k=doc_type, c=printed)}, xã có 9 hộ.")
    assert record.code == record.document_id == f"{number:02}/{year}/{symbol}-{organ}"
    assert (record.doc_type, record.number, record.year, record.symbol, record.issuer) == (
        doc_type,
        f"{number:02}",
        year,
        f"{symbol}-{organ}",
        issuer,
    )


@given(st.integers(1, 9999), st.sampled_from(STATE), st.sampled_from(PLAIN), st.sampled_from(WORDS))
@settings(max_examples=300, deadline=None)
def test_a_code_without_a_year_reads_back_from_every_spelling(number, kind, form, words):
    doc_type, symbol, organ, issuer = kind
    (record,) = read(f"Theo {words.format(k=doc_type, c=form.format(n=number, t=symbol, i=organ))}, xã có 9 hộ.")
    assert record.code == record.document_id == f"{number}/{symbol}-{organ}"
    assert (record.doc_type, record.issuer, record.year) == (doc_type, issuer, None)


@given(st.integers(1, 400), st.sampled_from(PARTY), st.sampled_from(COMRADELY), st.sampled_from(WORDS))
@settings(max_examples=300, deadline=None)
def test_a_party_code_reads_back_from_every_spelling(number, kind, form, words):
    doc_type, symbol, organ, issuer = kind
    (record,) = read(f"Theo {words.format(k=doc_type, c=form.format(n=f'{number:02}', t=symbol, i=organ))}, xã có 9 hộ.")
    assert record.code == record.document_id == f"{number:02}-{symbol}/{organ}"
    assert (record.doc_type, record.issuer, record.symbol) == (doc_type, issuer, f"{symbol}/{organ}")


DATE_FORMS = (
    "ngày {d}/{m}/{y}",
    "ngày {d:02}-{m:02}-{y}",
    "ngày {d} tháng {m} năm {y}",
    ", ngày {d}/{m}/{y}",
    "(ngày {d}/{m}/{y})",
    "ngày {d}.{m}.{y}",
)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.sampled_from(DATE_FORMS))
@settings(max_examples=100, deadline=None)
def test_the_date_of_a_document_reads_back(day, form):
    (record,) = read(
        f"Quyết định số 1234/QĐ-UBND {form.format(d=day.day, m=day.month, y=day.year)} của UBND tỉnh Long An.".replace(" ,", ",")
    )
    assert (record.issued, record.year, record.issuer) == (day, day.year, "Ủy ban nhân dân tỉnh Long An")


@given(st.lists(st.integers(1, 99), min_size=2, max_size=5, unique=True))
@settings(max_examples=50, deadline=None)
def test_a_list_reads_back_whole(numbers):
    listed = [f"{number:02}-NQ/TW" for number in numbers]
    records = read(f"Theo các Nghị quyết số {', '.join(listed[:-1])} và {listed[-1]}, xã có 9 hộ.")
    assert [record.code for record in records] == listed


@given(
    st.text(max_size=120),
    st.sampled_from(("", "Quyết định số 70/2009/QĐ-TTg ", "các Nghị quyết số 18 và 19 ", "Luật Đất đai năm 2013 ")),
    st.text(max_size=60),
)
@settings(max_examples=200, deadline=None)
def test_offsets_hold_on_any_text(before, inside, after):
    text = before + inside + after
    for record in read(text):
        assert 0 <= record.start < record.end <= len(text)
        assert text[record.start : record.end] == record.quote
        assert record.document_id


SENTENCES = (
    "Quyết định số 70/2009/QĐ-TTg ngày 28/4/2009 của Thủ tướng Chính phủ về luân chuyển cán bộ. Quyết định 70 có lợi.",
    "Khoản 2, Điều 5 Luật Đất đai năm 2013 và Nghị quyết số 06-NQ/HU của Huyện ủy Như Xuân.",
    "Thông tư liên tịch 01/2015/TTLT-BYT-BNV và các Nghị quyết số 18 và 19 của Trung ương.",
)  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES, ids=["a decision and its short form", "clauses of a law", "a joint circular and a list"])
def test_decomposed_letters_read_like_composed_ones(text):
    def plain(records: list) -> list:
        return [[unicodedata.normalize("NFC", str(value)) for value in record.to_plain().values()][3:] for record in records]

    one, other = read(unicodedata.normalize("NFC", text)), read(unicodedata.normalize("NFD", text))
    assert one
    assert plain(one) == plain(other)

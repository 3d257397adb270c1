"""Dates and periods that are generated, written in many forms and read back."""

from __future__ import annotations

import calendar
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from solieu.extract import blank

NLP = blank(words=False)
NLP.add_pipe("solieu_periods")
DAYS = st.dates(date(1950, 1, 1), date(2040, 12, 31))
YEARS = st.integers(1950, 2040)


def read(text: str, published: date | None = None) -> list:
    doc = NLP.make_doc(text)
    doc._.article = {"published": published.isoformat()} if published else None
    doc = NLP(doc)
    return [span._.record for span in doc.spans["periods"]]


DATE_FORMS = (
    "ngày {d}/{m}/{y}", "ngày {d:02}/{m:02}/{y}", "ngày {d}-{m}-{y}", "ngày {d}.{m}.{y}", "ngày {d} tháng {m} năm {y}",
    "{d}/{m}/{y}", "sáng {d}-{m}-{y}", "ngày {d} tháng {m}/{y}", "{y}-{m:02}-{d:02}", "thứ hai, ngày {d}/{m}/{y}",
)  # fmt: skip


@given(DAYS, st.sampled_from(DATE_FORMS))
@settings(max_examples=200, deadline=None)
def test_a_day_reads_back_from_every_form(day, form):
    (record,) = read(f"Hội nghị họp {form.format(d=day.day, m=day.month, y=day.year)} tại xã.")
    assert (record.period_start, record.period_end) == (day, day)


@given(
    YEARS, st.integers(1, 12), st.sampled_from(("tháng {m}/{y}", "tháng {m}-{y}", "tháng {m} năm {y}", "tháng {m:02}/{y}", "tháng {m}.{y}"))
)
@settings(max_examples=100, deadline=None)
def test_a_month_reads_back_from_every_form(year, month, form):
    (record,) = read(f"Trong {form.format(m=month, y=year)}, xã có mưa.")
    assert record.period_start == date(year, month, 1)
    assert record.period_end == date(year, month, calendar.monthrange(year, month)[1])


@given(YEARS, st.integers(1, 4), st.sampled_from(("quý {r} năm {y}", "quý {r}/{y}", "quý {n}/{y}", "quý {r}-{y}")))
@settings(max_examples=60, deadline=None)
def test_a_quarter_reads_back_from_every_form(year, quarter, form):
    (record,) = read(f"Trong {form.format(r=('I', 'II', 'III', 'IV')[quarter - 1], n=quarter, y=year)}, xã có mưa.")
    assert (record.period_start.month, record.period_end.month) == (quarter * 3 - 2, quarter * 3)
    assert record.period_start.year == record.period_end.year == year


@given(YEARS, st.integers(1, 11), st.sampled_from(("{n} tháng đầu năm {y}", "{n} tháng năm {y}", "{n} tháng đầu năm")))
@settings(max_examples=60, deadline=None)
def test_the_first_months_of_a_year_read_back(year, count, form):
    (record,) = read(f"Trong {form.format(n=count, y=year)}, xã có mưa.", date(year, 12, 20))
    assert (record.period_start, record.period_end.month, record.period_end.year) == (date(year, 1, 1), count, year)


SPAN_FORMS = (
    "giai đoạn {a}-{b}", "giai đoạn {a} - {b}", "giai đoạn {a}–{b}", "nhiệm kỳ {a}-{b}", "từ năm {a} đến năm {b}", "từ năm {a} đến {b}",
    "thời kỳ {a}-{b}", "giai đoạn từ năm {a} đến năm {b}",
)  # fmt: skip


@given(YEARS, st.integers(1, 20), st.sampled_from(SPAN_FORMS))
@settings(max_examples=150, deadline=None)
def test_a_span_of_years_reads_back_from_every_form(first, length, form):
    last = first + length
    (record,) = read(f"Huyện xây 9 trường {form.format(a=first, b=last)}.")
    assert (record.period_start, record.period_end) == (date(first, 1, 1), date(last, 12, 31))


@given(YEARS, st.sampled_from(("năm học {a}-{b}", "năm học {a} - {b}", "năm học {a}–{b}", "năm học {a}/{b}", "niên học {a}-{b}")))
@settings(max_examples=60, deadline=None)
def test_a_school_year_reads_back(first, form):
    (record,) = read(f"Trong {form.format(a=first, b=first + 1)}, huyện có 9 trường.")
    assert (record.period_start, record.period_end) == (date(first, 9, 1), date(first + 1, 8, 31))


@given(DAYS, st.sampled_from(("đến {}", "tính đến {}", "tính tới {}", "đến hết {}")))
@settings(max_examples=60, deadline=None)
def test_up_to_a_day_leaves_the_start_open(day, form):
    (record,) = read(f"Huyện có 9 xã {form.format(f'ngày {day.day}/{day.month}/{day.year}')}.")
    assert (record.period_start, record.period_end) == (None, day)


@given(
    st.text(max_size=120),
    st.sampled_from(("", "ngày 5/9/2019 ", "từ năm 2015 đến nay ", "vụ Hè Thu 2019 ", "6 tháng đầu năm ")),
    st.text(max_size=60),
)
@settings(max_examples=200, deadline=None)
def test_offsets_hold_on_any_text(before, inside, after):
    text = before + inside + after
    for record in read(text, date(2019, 10, 3)):
        assert 0 <= record.start < record.end <= len(text)
        assert text[record.start : record.end] == record.quote
        assert record.period_start is None or record.period_end is None or record.period_start <= record.period_end


SENTENCES = (
    "Tính đến ngày 30 tháng 6 năm 2019, huyện có 9 xã.", "Vụ Đông Xuân 2019-2020, xã cấy 90 ha.", "Tết Nguyên đán Kỷ Hợi, chợ đông.",
    "Từ nay đến cuối năm, huyện trồng 9 ha; cùng kỳ năm trước trồng 5 ha.", "Tháng Tám năm 2018 và quý III/2019, xã có mưa.",
)  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES, ids=["up to a day", "a crop", "a lunar new year", "from now on", "months and quarters"])
def test_decomposed_letters_read_like_composed_ones(text):
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    one, other = read(composed, date(2019, 10, 3)), read(decomposed, date(2019, 10, 3))
    assert one and [(r.kind, r.period_start, r.period_end) for r in one] == [(r.kind, r.period_start, r.period_end) for r in other]
    assert [r.quote for r in one] == [unicodedata.normalize("NFC", r.quote) for r in other]

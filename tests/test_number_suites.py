"""Numerals, money and measures as other projects' suites print them, and as archive pages do: text, and its figures.

Written as in `test_numbers`. The first table is of texts that are nothing but a numeral, as a suite calls the component.
"""

from __future__ import annotations

import pytest
from numbers_reading import figures, reader

CASES = [
    # A text that is nothing but a numeral
    ("không", ["count 0 -"]),
    ("một", ["count 1 -"]),
    ("năm", ["count 5 -"]),
    ("tư", ["count 4 -"]),
    ("tỷ", ["money 1000000000 VND"]),
    ("mười tám", ["count 18 -"]),
    ("sáu bảy", ["count 67 -"]),
    ("ba tám", ["count 38 -"]),
    ("năm mươi tư", ["count 54 -"]),
    ("bảy trăm linh chín", ["count 709 -"]),
    ("trăm mười sáu", ["count 116 -"]),
    ("trăm sáu ba", ["count 163 -"]),
    ("không trăm bảy mươi", ["count 70 -"]),
    ("tám trăm năm bảy nghìn hai trăm năm chín", ["count 857259 -"]),
    ("bốn tỉ hai trăm linh bảy triệu", ["count 4207000000 -"]),
    ("tỷ lẻ bốn trăm hai mươi triệu", ["count 1420000000 -"]),
    ("trăm nghìn bốn mươi lăm", ["count 100045 -"]),
    ("bảy triệu mười", ["count 7000010 -"]),
    ("  hai   mươi   sáu", ["count 26 -"]),
    ("âm bảy", ["count -7 -"]),
    ("trừ bốn mươi lăm", ["count -45 -"]),
    ("âm ba nghìn tám", ["count -3800 -"]),
    ("âm không phẩy ba", ["count -0.3 -"]),
    ("không giây", ["duration 0 giây"]),
    ("không phần trăm", ["percentage 0 %"]),
    ("tám giây", ["duration 8 giây"]),
    ("Hai trăm linh sáu.", ["count 206 -"]),
    ("ba năm", ["duration 3 năm"]),
    ("năm nghìn năm", ["duration 5000 năm"]),
    ("-5/8", ["ratio -0.625 1"]),
    ("12 3/5", ["ratio 12.6 1"]),
    # The point said aloud
    ("bảy mươi chấm sáu", ["count 70.6 -"]),
    ("chín chấm hai lăm", ["count 9.25 -"]),
    ("không chấm không tám", ["count 0.08 -"]),
    ("hai nghìn linh ba phẩy không sáu", ["count 2003.06 -"]),
    ("một nghìn phẩy không bảy", ["count 1000.07 -"]),
    ("âm hai trăm lẻ bốn phẩy ba năm sáu", ["count -204.356 -"]),
    ("6 chấm 45 tấn", ["measurement 6.45 t"]),
    ("ba phẩy 75 tạ", ["measurement 3.75 tạ"]),
    ("bốn phẩy hai triệu đồng", ["money 4200000 VND"]),
    # Numbers over two scale words
    ("ba nghìn bốn trăm tỷ đồng", ["money 3400000000000 VND"]),
    ("7 nghìn 250 tỷ đồng", ["money 7250000000000 VND"]),
    ("mười hai nghìn tỷ đồng", ["money 12000000000000 VND"]),
    ("hai mươi nghìn một cân", ["count 20000 -"]),
    # Currency signs and codes, before and behind
    ("USD4,56", ["money 4.56 USD"]),
    ("EUR 7,5", ["money 7.5 EUR"]),
    ("VND250.000", ["money 250000 VND"]),
    ("INR 60", ["money 60 INR"]),
    ("VND3000-VND4500", ["money 3000..4500 VND"]),
    ("$15-$25", ["money 15..25 USD"]),
    ("85.000₫", ["money 85000 VND"]),
    ("40₹", ["money 40 INR"]),
    ("15 euros", ["money 15 EUR"]),
    ("hai đô rưỡi", ["money 2.5 USD"]),
    ("hai mươi đô", ["money 20 USD"]),
    ("hai đô vật", ["count 2 đô vật"]),
    ("6 đô 75 xu", ["money 6.75 USD"]),
    ("bốn đô la và 20 cent", ["money 4.2 USD"]),
    ("3,2 billion USD", ["money 3200000000 USD"]),
    ("100 đô Úc", ["money 100 AUD"]),
    ("từ 1200 đồng đến 2000 đồng", ["money 1200..2000 VND"]),
    ("giữa 1500 và 2000 đồng", ["money 1500..2000 VND"]),
    ("không cao hơn 9.000 đồng", ["money 9000 VND (at_most)"]),
    ("không nhỏ hơn 6 m", ["measurement 6 m (at_least)"]),
    ("30 nghìn đồng một suất", ["money 30000 VND per suất"]),
    ("45 USD một thùng", ["money 45 USD per thùng"]),
    ("18 tr/m2", ["money 18000000 VND per m2"]),
    ("5 triệu đồng tiền mặt", ["money 5000000 VND"]),
    ("với 6 đồng tiền chủ chốt", ["count 6 đồng tiền"]),
    ("150,000", ["count 150000 -"]),
    # Measures in two parts
    ("cao 1m72", ["measurement 1.72 m"]),
    ("cao 1 m 58", ["measurement 1.58 m"]),
    ("một mét sáu", ["measurement 1.6 m"]),
    ("2 mét 35.", ["measurement 2.35 m"]),
    ("3m5", ["measurement 3.5 m"]),
    ("dài 3m2 đất", ["measurement 3 m2"]),
    # Units said in full
    ("chín mươi ki lô mét trên giờ", ["measurement 90 km/h"]),
    ("sáu mi li mét", ["measurement 6 mm"]),
    ("ba trăm mi li lít", ["measurement 300 ml"]),
    ("hai mươi mi li ampe", ["measurement 20 mA"]),
    ("bảy mươi ký", ["measurement 70 kg"]),
    ("bảy mươi ký giả", ["count 70 ký giả"]),
    ("kim cương 22 - carat", ["measurement 22 [car_m]"]),
    ("màn hình 55-inch", ["measurement 55 [in_i]"]),
    ("từ km 70 - km 84", ["count 70 -", "count 84 -"]),
    ("1/4kg", ["measurement 0.25 kg"]),
    ("5kg-8kg", ["measurement 5..8 kg"]),
    ("một năm rưỡi", ["duration 1.5 năm"]),
    # Parts of a whole in words
    ("70 trên 135 ghế", ["count 70 ghế", "count 135 ghế"]),
    ("4 trong số 7 cấp phó", ["count 4 cấp phó", "count 7 cấp phó"]),
    ("5.000 trong tổng số 12.000 hộ", ["count 5000 hộ", "count 12000 hộ"]),
    ("2 bác sĩ trên 10.000 dân", ["count 2 bác sĩ per 10.000 dân"]),
    ("24/32 điểm ngập", ["count 24 điểm", "count 32 điểm"]),
    # Ranks
    ("đứng thứ hai cả nước", ["rank 2 hạng"]),
    ("thứ 15 thế giới", ["rank 15 hạng"]),
    ("lớn thứ ba khu vực", ["rank 3 hạng"]),
    # What only looks like a number
    ("lúc nửa đêm", []),
    ("quá nửa đêm", []),
    ("hơn nửa số hộ", ["ratio 0.5 1 (over)"]),
    ("600 kíp nổ", ["count 600 kíp nổ"]),
    ("1.000 phụ kiện", ["count 1000 phụ kiện"]),
    ("11 nhà ga", ["count 11 nhà ga"]),
    ("4 cựu lãnh đạo", ["count 4 lãnh đạo"]),
    ("vay 30.000 tỷ dừng giải ngân", ["money 30000000000000 VND"]),
    ("hơn so với hai lần thử trước", ["count 2 lần"]),
    ("bay mất 1 giờ 35 phút", ["duration 1 giờ", "duration 35 phút"]),
    ("lúc 1 giờ 35 phút sáng", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[f"«{text}»" for text, _ in CASES])
def test_the_figures_of_a_text(text: str, expected: list[str]) -> None:
    assert figures(reader(), text) == expected

"""Bare numbers that count: what was named before them ("số phiếu tín nhiệm cao là 61 và 63"), or what their row does ("Hàm Yên 61, Na Hang 6, Chiêm Hóa 42 nhà")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import regex

_REACH = 100
"""Characters before a number in which its noun is looked for."""
_NOUN = re.compile(
    r"(?<!\w)(?<!con )(?<!chỉ )(?<!tham )(?<!mã )(?<!biển )(?<!một )(?<!vô )(?:tổng số|số|chỉ tiêu|lượng)"
    r" (?!hiệu|điện thoại|nhà|tài khoản|máy|báo danh|thứ tự|đỏ|khung|xe|phòng|đăng ký|ký hiệu|seri|sê-ri|lô|tiền|vàng|đo|phận|hotline|là|của|này|đó)"
    r"(?=[^\W\d_])"
)
"""What opens the name of an amount: "số học sinh", "chỉ tiêu tuyển sinh"; no telephone, house or account has an amount."""
_IS = re.compile(
    r"[^.;:()\n]{2,80}?(?<!\w)(?:lần lượt |chỉ |mới |đều |cũng |đang |hiện |vẫn )?(?:là|đạt|chỉ có|còn|lên|lên đến|lên tới|xuống|xuống còn|giảm còn)"
    r"(?: khoảng| gần| hơn| trên)? (?:con số )?(?:\d[\d.]*(?: \([^()\n]{1,30}\))?(?:, | và ))*$"
)
"""What leads from the name of an amount to its number, over other numbers of the same row."""
_SUM = re.compile(r"(?<!\w)tổng số(?: [^\W\d_]+){1,3} $")
_TELLS = re.compile(
    r"(?<!\w)(?:lên|tới|đến|xuống|là|đạt|mức|còn|với) con số (?:trên |hơn |gần |khoảng )?$|\((?:giảm |tăng )?từ $|\((?:giảm |tăng )?từ \d[\d.]* (?:xuống|lên)(?: còn)? $"
)
_LEVEL = re.compile(r"(?<!\w)chỉ số [^.;:\n]{1,40} (?:ở|đạt) mức $")


def is_amount(folded: str, start: int) -> bool:
    """Say whether the words before a number without a unit make it an amount.

    Args:
        folded: the folded text.
        start: where the number begins.
    """
    before = folded[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    if _SUM.search(before) or _TELLS.search(before) or _LEVEL.search(before):
        return True
    return any(_IS.match(before, noun.end()) is not None for noun in _NOUN.finditer(before))


_NEXT_NAME = regex.compile(r", (?:(?:huyện|xã|tỉnh|thị xã|TP\.?|thị trấn) )?\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,3} ")
"""Between two numbers of a list of places: "Hàm Yên 61, | Na Hang | 6"."""
_NAME_BEFORE = regex.compile(
    r"(?<![^\W\d_] )\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,3} $|(?:huyện|xã|tỉnh|thị xã|TP\.?|thị trấn) \p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3} $"
)
_ROW_ITEM = re.compile(r"(?:,|;| và|, và|, còn) (?:[^\W\d_]+ ){1,5}?(?:là |có |đạt |còn )?")
"""Between two numbers of one row: "mầm non là 1.295 hợp đồng, | tiểu học | 1.154"."""
_PLAIN = re.compile(r"\d{1,3}(?:\.\d{3})*")


def joins_row(printed: str, before: Mapping[str, Any] | None, row: Mapping[str, Any], behind: Mapping[str, Any] | None) -> bool:
    """Say whether a bare number stands in a row with counts: between two of them, or behind a place's name and before the next one's.

    Args:
        printed: the text as printed.
        before: the number before it, with its role; None where there is none.
        row: the number, offsets into `printed`.
        behind: the number behind it, with its role; None where there is none.
    """
    if row["group"] != "none" or row["form"] != "digits" or _PLAIN.fullmatch(row["printed"]) is None or not _counts(behind):
        return False
    assert behind is not None
    if _NEXT_NAME.fullmatch(printed, row["end"], behind["left"]):
        return _NAME_BEFORE.search(printed, max(0, row["left"] - 40), row["left"]) is not None
    if not _counts(before) or not _ROW_ITEM.fullmatch(printed, row["end"], behind["left"]):
        return False
    assert before is not None
    return len(row["printed"]) > 1 and _ROW_ITEM.fullmatch(printed, before["end"], row["left"]) is not None


def _counts(row: Mapping[str, Any] | None) -> bool:
    return row is not None and row["role"] == "figure" and row["kind"] == "count"

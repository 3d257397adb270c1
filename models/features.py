"""The features of the role classifier, one by one.

A number is described by what it looks like, what stands right before and behind it, and where it stands. All features
are indicator features named `name=value`; words are folded (lower case, one spelling of tone marks).

| feature | what it says |
| --- | --- |
| `unit`, `group`, `strength`, `kind`, `form` | what the number rules made of it |
| `unit+group` | the unit and its class together |
| `l1`, `l2`, `l3` | the first, second, third syllable before the number (and before its qualifiers) |
| `l12`, `l123` | the last two, three syllables together |
| `r1`, `r2`, `r12` | the syllables behind the number with its unit |
| `n1`, `n2` | the syllables right behind the bare number, unit or not |
| `label` | a word in the five syllables before it that numbers labels ("khóa", "quốc lộ", "số") |
| `shape` | how it is printed: digits by length, separators, decimals, words |
| `year` | a bare number from 1900 to 2100 |
| `qualified` | its qualifier |
| `rate` | it has a denominator |
| `range` | it is a range |
| `upper_left`, `upper_right` | the word before or behind begins with a capital |
| `touch_left`, `touch_right` | the sign that touches it |
| `bracketed` | it stands in brackets |
| `line_start`, `line_end` | it begins or ends a line |
| `short_line` | its line has fewer than 60 characters (furniture, captions, lists) |
| `verb` | a reporting verb ("có", "đạt", "chiếm", …) in the six syllables before it |
| `person` | a person's title in the six syllables before it |
| `cue`, `time~` | for a length of time: what words make of it, and the seven syllables before it in any order |
| `small` | a whole number up to 12 |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_SYLLABLE = re.compile(r"\w+")
LABELS = frozenset(
    "khóa kỳ lớp điều khoản mục chương điểm phần quyển tập trang bảng hình phụ_lục quốc_lộ tỉnh_lộ ql tl đt km số thôn ấp khóm tổ khu "
    "khu_phố đội phường quận đường ngõ hẻm ngách kiệt lô ô tầng phòng cấp nhóm loại hạng bậc đợt vòng trận lượt bảng_a top tốp giải thứ "
    "u iphone galaxy covid bệnh_nhân ca_bệnh bn hotline đt điện_thoại tel fax chương_trình đề_án dự_án nghị_quyết quyết_định kênh vtv "
    "htv bộ_đội sư_đoàn trung_đoàn tiểu_đoàn lữ_đoàn quân_khu binh_đoàn xe biển mã sim thẻ tài_khoản tập tuổi bài hồi chặng mùng rằm".split()
)
_VERBS = frozenset(
    "có đạt chiếm là còn được gồm với tăng giảm khoảng hơn trên gần tổng bằng thu trồng cấp hỗ trợ xây mức lên thêm cho".split()
)
_PERSONS = frozenset("ông bà anh chị em cháu cụ nguyễn trần lê phạm sn tuổi".split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The folded text and the text as printed, the same length."""

    folded: str
    printed: str


def number_features(around: Surroundings, row: Mapping[str, Any], cue: str = "") -> list[str]:
    """Describe one number.

    Args:
        around: the text it stands in.
        row: plain columns of the number: `start`, `end`, `left`, `number_end`, `unit`, `group`, `strength`, `kind`,
            `form`, `printed`, `value`, `qualifier`, `per` (offsets count into `around`).
        cue: for a length of time, what the words around it tell (`named`, `figure`, `none`); else "".

    Returns:
        The names of its indicator features, in a fixed order.
    """
    folded = around.folded
    start, end, left, number_end = row["start"], row["end"], row["left"], row["number_end"]
    before = [match[0] for match in _SYLLABLE.finditer(folded, max(0, left - 42), left)]
    line_start = folded.rfind("\n", 0, start) + 1
    line_end = folded.find("\n", end)
    line_end = len(folded) if line_end < 0 else line_end
    before = [match[0] for match in _SYLLABLE.finditer(folded, max(line_start, left - 42), left)]
    after = [match[0] for match in _SYLLABLE.finditer(folded, end, min(line_end, end + 24))]
    behind = [match[0] for match in _SYLLABLE.finditer(folded, number_end, min(line_end, number_end + 24))]
    l1, l2, l3 = (before[-index] if len(before) >= index else "^" for index in (1, 2, 3))
    r1, r2 = (after[index] if len(after) > index else "$" for index in (0, 1))
    n1, n2 = (behind[index] if len(behind) > index else "$" for index in (0, 1))
    unit, group = row["unit"] or "-", row["group"]
    value = row["value"]
    features = [
        "bias", f"unit={unit}", f"group={group}", f"strength={row['strength']}", f"kind={row['kind']}", f"form={row['form']}",
        f"unit+group={unit}/{group}", f"form+strength={row['form']}/{row['strength']}", f"l1={l1}", f"l2={l2}", f"l3={l3}",
        f"l12={l2}_{l1}", f"l123={l3}_{l2}_{l1}", f"l1+group={l1}/{group}", f"r1={r1}", f"r2={r2}", f"r12={r1}_{r2}", f"n1={n1}", f"n2={n2}",
        f"group+r1={group}/{r1}", f"shape={_shape(row)}", f"shape+group={_shape(row)}/{group}",
    ]  # fmt: skip
    for distance, word in enumerate(reversed(before[-5:])):
        pair = f"{before[-distance - 2]}_{word}" if len(before) > distance + 1 else word
        if pair in LABELS or word in LABELS:
            features.append(f"label={pair if pair in LABELS else word}")
            features.append(f"label@{distance}")
            break
    if isinstance(value, int) and 1900 <= value <= 2100 and row["printed"] == str(value):
        features += ["year", f"year/{group}/{row['strength']}"]
    if isinstance(value, int) and value <= 12:
        features += ["small", f"small/{row['form']}/{group}"]
    if cue:
        features += [f"cue={cue}", *(f"time~{word}" for word in sorted(set(before[-7:])))]
    if row["qualifier"] != "exact":
        features.append(f"qualified={row['qualifier']}")
    if row["per"]:
        features.append("rate")
    if value is None:
        features.append("range")
    printed = around.printed
    previous = re.search(r"(\w+)\W?$", printed[max(line_start, left - 14) : left])
    if previous and previous[1][0].isupper():
        features += ["upper_left", f"upper_left/{row['strength']}"]
    following = _SYLLABLE.search(printed, end, min(line_end, end + 3))
    if following and following[0][0].isupper():
        features.append("upper_right")
    features.append(f"touch_left={folded[start - 1] if start > line_start else '^'}")
    features.append(f"touch_right={folded[end] if end < line_end else '$'}")
    opened = folded.rfind("(", line_start, start)
    if opened >= 0 and folded.find(")", opened, start) < 0:
        features.append("bracketed")
    if start == line_start:
        features.append("line_start")
    if end >= line_end:
        features.append("line_end")
    if line_end - line_start < 60:
        features += ["short_line", f"short_line/{group}"]
    features += [f"verb={word}" for word in sorted(_VERBS.intersection(before[-6:]))]
    if _PERSONS.intersection(before[-6:]):
        features.append("person")
    return features


def _shape(row: Mapping[str, Any]) -> str:
    printed = row["printed"]
    if not printed:
        return str(row["form"])
    return re.sub(r"\d", "9", printed) if len(printed) <= 9 else "long"

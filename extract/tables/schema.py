"""The one place that says which columns a table has, of which type, and what they mean in Vietnamese and English.

The exports, the DataFrames and the codebook are all made from `TABLES`; a test holds it to the dataclasses of
`solieu.extract.records`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Type = Literal["string", "integer", "number", "boolean", "date", "strings"]
"""Column types; `strings` is a list of strings."""

PANDAS: dict[Type, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "strings": "object",
}
"""The pandas dtype of each column type."""

DUCKDB: dict[Type, str] = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "strings": "VARCHAR[]",
}
"""The DuckDB type of each column type."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and its meaning in Vietnamese and in English."""

    name: str
    type: Type
    vi: str
    en: str


def _table(*columns: tuple[str, Type, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in columns)


_ARTICLE_ID: tuple[str, Type, str, str] = ("article_id", "string", "Mã bài báo", "Identifier of the article, unique in a batch")
_SPAN: tuple[tuple[str, Type, str, str], ...] = (
    ("start", "integer", "Vị trí đầu trong `articles.text` (ký tự Unicode)", "First character in `articles.text` (code points)"),
    ("end", "integer", "Vị trí ngay sau ký tự cuối", "Character behind the last one"),
    ("quote", "string", "Nguyên văn: `text[start:end]`", "The words as printed: `text[start:end]`"),
)

ARTICLES = _table(
    _ARTICLE_ID,
    ("path", "string", "Tệp nguồn của bài", "File the article was read from"),
    ("title", "string", "Tiêu đề", "Headline"),
    ("published", "date", "Ngày đăng", "Publication date"),
    ("source", "string", "Tên báo", "Newspaper"),
    ("province_code", "string", "Mã tỉnh của tờ báo (trước tháng 7/2025)", "Code of the newspaper's province (before July 2025)"),
    ("author", "string", "Tác giả", "Byline"),
    ("n_chars", "integer", "Số ký tự của `text`", "Length of `text` in code points"),
    ("sha256", "string", "Mã băm SHA-256 của `text` (UTF-8)", "SHA-256 of `text` in UTF-8"),
    ("duplicate_of", "string", "Mã của bài đầu tiên trong lô có cùng nội dung", "First article of the batch with the same text"),
    ("error", "string", "Lý do không đọc hoặc không xử lý được bài", "Why the article could not be read or processed"),
    ("text", "string", "Văn bản đã làm sạch (NFC); mọi vị trí đều tính theo văn bản này", "Cleaned NFC text that all offsets count into"),
)

STATISTICS = _table(
    ("statistic_id", "string", "Mã số liệu: `<article_id>:<start>`", "Identifier of the figure: `<article_id>:<start>`"),
    _ARTICLE_ID,
    *_SPAN,
    ("sentence_start", "integer", "Vị trí đầu của câu chứa số liệu", "First character of the sentence around the figure"),
    ("sentence_end", "integer", "Vị trí ngay sau câu chứa số liệu", "Character behind that sentence"),
    (
        "kind", "string",
        "Loại: count (đếm), percentage (phần trăm), percentage_point (điểm phần trăm), money (tiền), measurement (đo lường), "
        "duration (thời lượng), ratio (tỷ số), multiple (số lần), score (điểm), rank (thứ hạng)",
        "count, percentage, percentage_point, money, measurement, duration, ratio, multiple, score or rank",
    ),
    ("value", "number", "Giá trị như in, quy về đơn vị gốc (2,5 triệu → 2500000); trống nếu là khoảng", "Number as printed at base scale; null for a range"),
    ("low", "number", "Cận dưới; trống nếu không có", "Lower bound; null where there is none"),
    ("high", "number", "Cận trên; trống nếu không có", "Upper bound; null where there is none"),
    (
        "qualifier", "string",
        "exact (đúng), about (khoảng), nearly (gần), over (trên), under (dưới), at_least (ít nhất), at_most (không quá), range (từ … đến …)",
        "exact, about, nearly, over, under, at_least, at_most or range",
    ),
    ("unit", "string", "Đơn vị chuẩn (UCUM, ISO 4217) hoặc danh từ đếm", "Canonical unit (UCUM, ISO 4217) or the counting noun"),
    ("per", "string", "Mẫu số của một tỷ suất (tấn/ha → `ha`)", "Denominator of a rate (tấn/ha → `ha`)"),
    ("subject", "string", "Đối tượng được đếm hoặc đo; trong ngoặc: điều bài viết nói quanh con số", "What is counted or measured; in brackets what the text says around the figure"),
    ("category", "string", "Nhóm con của đối tượng; trống nếu là tổng thể", "Sub-group of the subject; null for a whole"),
    ("change", "string", "increase (tăng), decrease (giảm); trống nếu là mức", "increase, decrease; null for a level"),
    ("baseline", "string", "Mốc so sánh của mức thay đổi", "What the change is measured against"),
    ("status", "string", "actual (thực tế), target (mục tiêu), estimate (ước tính)", "actual, target or estimate"),
    ("place_name", "string", "Đơn vị hành chính nhỏ nhất mà số liệu nói đến", "Smallest administrative unit the figure speaks of"),
    ("place_level", "string", "Cấp: country, region, province, district, commune", "country, region, province, district or commune"),
    ("place_code", "string", "Mã đơn vị (Tổng cục Thống kê) theo ngày đăng", "Code of the unit (GSO) at the article's date"),
    ("province_code", "string", "Mã tỉnh theo ngày đăng", "Code of its province at the article's date"),
    ("place_code_2025", "string", "Mã đơn vị từ 01/7/2025", "Code of the unit in force since 1 July 2025"),
    ("province_code_2025", "string", "Mã tỉnh từ 01/7/2025", "Code of the province in force since 1 July 2025"),
    ("period_start", "date", "Ngày đầu của thời kỳ (kể cả ngày đó); trống nếu không biết", "First day of the period, included; may be null"),
    ("period_end", "date", "Ngày cuối của thời kỳ (kể cả ngày đó); trống nếu không biết", "Last day of the period, included; may be null"),
    ("period_text", "string", "Thời kỳ như in", "The period as printed"),
    ("attribution", "string", "Nguồn đưa ra số liệu", "Who says so"),
    ("document_id", "string", "Văn bản mà số liệu được báo cáo theo", "Legal document the figure is reported under"),
    ("total_id", "string", "Số liệu tổng thể mà số liệu này là một phần", "Statistic of which this one is a part"),
    ("share_id", "string", "Tỷ lệ phần trăm đi kèm số đếm, hoặc ngược lại", "On a count its percentage in the statement, and the reverse"),
    (
        "confidence", "number", "Xác suất (0–1) rằng cả dòng này đúng: giá trị, đơn vị, đối tượng, nơi, thời kỳ, tổng thể",
        "Calibrated probability (0 to 1) that the whole row is right: value, kind, unit, subject, place, period, status, change, whole",
    ),
    ("flags", "strings", "Các phép kiểm tra không đạt", "Names of the audit checks it failed"),
    (
        "same_as", "string", "Lần nhắc đầy đủ đầu tiên của cùng số liệu này; trống nếu chính là lần đó hoặc chỉ in một lần",
        "First full mention of the same figure; null on that mention and on a figure printed once",
    ),
    (
        "value_confidence", "number", "Xác suất (0–1) rằng đây là số liệu và giá trị đúng",
        "Calibrated probability (0 to 1) that this is a reported figure and its value is right",
    ),
)  # fmt: skip

DOCUMENTS = _table(
    _ARTICLE_ID,
    *_SPAN,
    ("doc_type", "string", "Loại văn bản", "Type of document"),
    ("number", "string", "Số", "Number"),
    ("year", "integer", "Năm", "Year"),
    ("symbol", "string", "Ký hiệu", "Symbol"),
    ("code", "string", "Số và ký hiệu đầy đủ (70/2009/QĐ-TTg)", "Full code (70/2009/QĐ-TTg)"),
    ("issuer", "string", "Cơ quan ban hành", "Issuing body"),
    ("issued", "date", "Ngày ban hành", "Date of issue"),
    ("about", "string", "Nội dung sau chữ “về”", "Phrase behind “về”"),
    ("document_id", "string", "Mã chung của các lần nhắc đến cùng một văn bản", "Shared by all mentions of one document"),
    ("resolved", "boolean", "Dạng ngắn đã được nối với dạng đầy đủ", "Whether a short form was resolved to its full form"),
)

PLACES = _table(
    _ARTICLE_ID,
    *_SPAN,
    ("name", "string", "Tên đơn vị hành chính", "Name of the administrative unit"),
    ("level", "string", "Cấp: country, region, province, district, commune", "country, region, province, district or commune"),
    ("code", "string", "Mã đơn vị (Tổng cục Thống kê) theo ngày đăng", "Code of the unit (GSO) at the article's date"),
    ("province_code", "string", "Mã tỉnh theo ngày đăng", "Code of its province at the article's date"),
    ("code_2025", "string", "Mã đơn vị từ 01/7/2025", "Code of the unit in force since 1 July 2025"),
    ("province_code_2025", "string", "Mã tỉnh từ 01/7/2025", "Code of the province in force since 1 July 2025"),
    ("confidence", "number", "Xác suất (0–1) rằng đơn vị được nhận đúng", "Probability (0 to 1) that the unit is the right one"),
)

AUDITS = _table(
    _ARTICLE_ID,
    (
        "check", "string",
        "parts_sum (tổng các phần), shares_sum (tổng các tỷ lệ), share (phần ÷ tổng thể, kết quả ÷ kế hoạch, tổng lượng ÷ số đơn vị), "
        "change (nay − trước, cũng tính theo % hoặc số lần)",
        "parts_sum (parts against their whole), shares_sum (shares against 100), share (part ÷ whole, result ÷ plan, amount ÷ units), "
        "change (now − then, also in percent or as a multiple)",
    ),
    ("expected", "number", "Giá trị tính lại", "Value by arithmetic"),
    ("reported", "number", "Giá trị như in", "Value as printed"),
    ("difference", "number", "Chênh lệch", "Difference of the two"),
    ("tolerance", "number", "Sai số cho phép do làm tròn", "What rounding as printed allows"),
    ("ok", "boolean", "Đạt hay không", "Whether the check holds"),
    ("statistic_ids", "strings", "Các số liệu được kiểm tra", "Statistics that were checked"),
    ("explanation_vi", "string", "Một câu tiếng Việt nêu phép tính và kết quả", "The arithmetic and its outcome in one Vietnamese sentence"),
    ("explanation_en", "string", "Một câu tiếng Anh nêu phép tính và kết quả", "The arithmetic and its outcome in one English sentence"),
)  # fmt: skip

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "statistics": STATISTICS,
    "documents": DOCUMENTS,
    "places": PLACES,
    "audits": AUDITS,
}
"""The tables in order, each with its columns in order."""

TITLES: dict[str, tuple[str, str]] = {
    "articles": ("mỗi dòng một bài báo", "one row per article"),
    "statistics": ("mỗi dòng một số liệu được báo cáo", "one row per reported figure"),
    "documents": (
        "mỗi dòng một lần nhắc đến văn bản pháp luật hoặc hành chính",
        "one row per mention of a legal or administrative document",
    ),
    "places": ("mỗi dòng một lần nhắc đến đơn vị hành chính", "one row per mention of an administrative unit"),
    "audits": ("mỗi dòng một phép kiểm tra số học", "one row per arithmetic check"),
}
"""What one row of each table is, in Vietnamese and English."""


def names(columns: Sequence[Column]) -> tuple[str, ...]:
    """Give the names of columns, in order."""
    return tuple(column.name for column in columns)

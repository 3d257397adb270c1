"""The codebook: what every column of every table means, as Markdown in Vietnamese and English."""

from __future__ import annotations

from .schema import DUCKDB, PANDAS, TABLES, TITLES

_HEAD = """# Codebook · Bảng mã

Figures extracted by solieu. Offsets count Unicode code points into `articles.text`; `text[start:end] == quote` in every
row. An empty cell is unknown or does not apply.

Số liệu do solieu trích xuất. Vị trí tính theo mã ký tự Unicode trong `articles.text`; ở mọi dòng `text[start:end] == quote`.
Ô trống nghĩa là không biết hoặc không áp dụng.
"""


def codebook() -> str:
    """Give the codebook of all tables as Markdown, made from `schema.TABLES`."""
    parts = [_HEAD]
    for table, columns in TABLES.items():
        vi, en = TITLES[table]
        parts.append(
            f"\n## `{table}`\n\n{en} · {vi}\n\n| column | type | pandas | DuckDB | meaning | ý nghĩa |\n|---|---|---|---|---|---|\n"
        )
        for column in columns:
            cells = (f"`{column.name}`", column.type, PANDAS[column.type], DUCKDB[column.type], column.en, column.vi)
            parts.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
    return "".join(parts)

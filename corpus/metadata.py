"""What a page says of itself: title, publication date, newspaper, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)|ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)"
                   r"|(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)", re.IGNORECASE)  # fmt: skip
# A line about the page's own date holds little else: weekday, clock, "Cập nhật", GMT, separators.
_DATE_FILLER = re.compile(
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cập nhật(?: lúc| ngày)?|đăng(?: lúc| ngày)?|ngày(?: đăng)?|xuất bản|thời gian|lúc|hôm|nay|gmt\s?[+-]\s?\d+|"
    r"\d{1,2}[:hg]\d{2}(?::\d{2})?(?:\s?(?:am|pm|sa|ch|phút))?|\d{1,2} giờ(?: \d{1,2}(?: phút)?)?|post|updated?|[|,.:()\[\]\-–+•·\s/])+",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\s*\(?\s*([A-Za-zĐđÀ-ỹ][\w. ]{1,30}?(?:\.vn|\.com\.vn|\.com)?)\s*\)?\s*[-–]\s", re.MULTILINE)
_BYLINE = re.compile(
    r"^(?:bài(?:,| và| -|/)? ?ảnh|bài viết|bài|tin(?:,| và|/)? ?(?:bài|ảnh)|ảnh và bài|thực hiện|tác giả|ảnh)\s*[:;]\s*(.{3,60})$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w.'-]*)(?: [-–&,]? ?(?:[A-ZĐÀ-Ỹ][\w.'-]*)){1,5}")
_LEAD_LINES = 14


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A newspaper of the lexicon: its name and the two-digit code of its province (None: national)."""

    name: str
    province_code: str | None


@cache
def _newspapers() -> dict[str, Newspaper]:
    table: dict[str, Newspaper] = {}
    content = (files("solieu.corpus") / "data" / "newspapers.tsv").read_text(encoding="utf-8")
    for row in content.splitlines():
        if not row or row.startswith("#"):
            continue
        name, domain, code, aliases = [*row.split("\t"), "", "", ""][:4]
        paper = Newspaper(name, code or None)
        for key in (name, domain, *aliases.split(";")):
            if key.strip():
                table.setdefault(key.strip().strip("()").lower(), paper)
    return table


def find_newspaper(label: str | None) -> Newspaper | None:
    """Look a newspaper up by name, domain or the form it signs with ("Baothanhhoa.vn"); None when unknown."""
    if not label:
        return None
    key = label.strip().strip("()").lower()
    table = _newspapers()
    found = table.get(key)
    if found is None:
        host = re.sub(r"^https?://(?:www\.)?", "", key).split("/")[0]
        found = table.get(host) or table.get(".".join(host.split(".")[-2:]))
    return found


def find_published(text: str) -> date | None:
    """Find the publication date: the first line that holds a full date and little else, near either end of the page."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[:_LEAD_LINES] + lines[-6:]:
        if len(line) > 90:
            continue
        match = _DATE.search(line)
        if match is None:
            continue
        rest = line[: match.start()] + " " + line[match.end() :]
        filler = "".join(_DATE_FILLER.split(rest))
        if len(filler) <= 4 or (
            re.fullmatch(r"\(?\s*(?:[\w ]{0,30}|\{.*\})\s*\)?", filler) and re.search(r"\d[:h]\d|GMT|Thứ|Cập nhật|Chủ nhật", rest)
        ):
            parts = [part for part in match.groups() if part]
            if len(parts[0]) == 4:
                parts.reverse()
            try:
                return date(int(parts[2]), int(parts[1]), int(parts[0]))
            except ValueError:
                continue
    return None


def find_source(text: str) -> Newspaper | None:
    """Find the newspaper a page is signed with ("(Baothanhhoa.vn) - …", "Theo Báo Cà Mau" at the end)."""
    head = "\n".join(text.splitlines()[:_LEAD_LINES])
    for match in _SIGNED.finditer(head):
        paper = find_newspaper(match[1])
        if paper is not None:
            return paper
    for line in text.splitlines()[:_LEAD_LINES] + text.splitlines()[-6:]:
        line = line.strip()
        if 4 < len(line) < 60:
            paper = find_newspaper(re.sub(r"^(?:theo|nguồn)\s*:?\s*", "", line, flags=re.IGNORECASE))
            if paper is not None:
                return paper
    return None


def find_title(text: str) -> str | None:
    """Find the title: the first line that is no date line and not signed like a lead."""
    for line in text.splitlines()[:_LEAD_LINES]:
        line = line.strip()
        if len(line) < 12 or (_DATE.search(line) and len(line) < 60):
            continue
        if _SIGNED.match(line) or len(line) > 220:
            continue
        return line
    return None


def find_author(text: str) -> str | None:
    """Find the byline: "Bài và ảnh: …", or a line of the last five that is nothing but a name."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[-6:]:
        match = _BYLINE.match(line)
        if match is not None:
            return match[1].strip()
    for line in reversed(lines[-5:]):
        if len(line) <= 40 and _NAME.fullmatch(line) and not any(char.isdigit() for char in line):
            return line
    return None

"""From a text to its mentions of legal and administrative documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..periods.calendar import Interval
from ..periods.clock import Clock
from ..periods.scanner import resolve_date
from ..text.view import View
from .codes import CODE, Code, read_code
from .lexicon import issuer_names, programmes, type_rows, type_table


@dataclass(slots=True)
class Mention:
    """A document mention: half-open span in the view's text and the columns of `documents` known so far."""

    start: int
    end: int
    doc_type: str | None
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    code: str | None = None
    issuer: str | None = None
    issued: str | None = None
    about: str | None = None
    document_id: str | None = None
    resolved: bool = False
    law: bool = False
    pointing: bool = False


_NUMBER = re.compile(r"(?: liên tịch)?(?: (?:số|số:|: số|mang số))? ?:? ?(?P<n>\d{1,5}[a-z]?)(?![\w.,]?\d)(?!\w)(?! ?(?:%|/\d))")
_DATE = re.compile(
    r"[ ,(]{0,3}(?:(?:được )?(?:ban hành|ký|ký ban hành) )?(?:,? ?ngày )(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2} ?[/-] ?\d{1,2}(?![/\d-]))\)?"
    r"| ?\(\s?(\d{1,2}[/-]\d{1,2}[/-]\d{4})\)"
)
_YEAR = re.compile(r"[ ,(]{1,2}(?:năm |của năm )((?:19|20)\d\d)\)?")
_OF = re.compile(r"[ ,]{1,2}(?:của|do) ")
_ISSUER_END = re.compile(
    r"[,.;:()\n\"“”]| (?:về|v/v|quy định|quy|ban hành|khóa|ngày|đã|là|đến|có|trong|cho|để|nhằm|với|từ|phê duyệt|hướng dẫn|yêu cầu|được|tại|năm"
    r"|thì|sửa|nêu|đối|nên|ký|vừa|mà|khi|đang|chỉ|do|sẽ|cũng|không|bởi|thông qua|lần thứ|thực hiện|giai đoạn|nhiệm kỳ|bãi bỏ|giao|chưa|trên|theo)(?!\w)"
)
_ABOUT = re.compile(r"[ ,]{1,2}(?:[\"“]\s?)?(?:về (?:việc )?|v/v )([^.;\n\"”]{4,220})")
_ORG = re.compile(
    r"(?:bộ|ủy ban|ubnd|hđnd|hội đồng|ban|thủ tướng|chính phủ|quốc hội|tỉnh|thành|huyện|thị|quận|sở|đảng|trung ương|tw|bch|btv|tổng|ngân hàng|"
    r"chủ tịch|bảo hiểm|văn phòng|liên|cục|tòa|viện|mặt trận|đoàn|công đoàn|thanh tra|cơ quan)(?!\w)"
)
_LIST = re.compile(r" ?(?:,|và|hay|hoặc) (?:số )?(?P<n>\d{1,4})(?![\w.,/]?\d)(?!\w)(?! (?:năm|tháng|ngày|người|xã|huyện|tỉnh))")
_LAW_NAME = re.compile(r" (?:[^\W\d_]+[ ,]{1,2}){1,9}?(?:năm )?(?:sửa đổi )?(?:năm )?(?P<y>(?:19|20)\d\d)(?!\w)")
_LAW_STOP = re.compile(r"[.;:()\n]| (?:là|đã|được|có|từ|đến|trong|ngày|tháng|tại|của|giai đoạn|theo|với|sau|trước|khi|vào|thì|cho)(?!\w)")
_POINT = re.compile(r" (?:này|trên|nói trên|nêu trên|trên đây|đó)(?!\w)")
_CLASS_LAW = {"Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh"}


def _trigger() -> re.Pattern[str]:
    heads = sorted({row["form"].split()[0] for row in type_rows()}, key=lambda head: (-len(head), head))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, heads)) + r")(?!\w)")


class DocumentScanner:
    """Finds document mentions; holds the compiled trigger words of the type lexicon."""

    def __init__(self) -> None:
        self._trigger = _trigger()
        self._types = type_table()

    def scan(self, view: View, clock: Clock, long_forms: Mapping[str, str]) -> list[Mention]:
        """Find the mentions of a text in order, coreference not yet resolved.

        Args:
            view: the text.
            clock: the article's time, for dates without a year.
            long_forms: abbreviations, short to long, used to spell out issuers.
        """
        found: list[Mention] = []
        folded = view.folded
        codes = {match.start("number"): match for match in CODE.finditer(view.text)}
        used: set[int] = set()
        for trigger in self._trigger.finditer(folded):
            if found and trigger.start() < found[-1].end:
                continue
            found.extend(self._at_type(view, trigger.start(), codes, used, clock, long_forms))
        for start, match in codes.items():
            if start in used or any(mention.start <= start < mention.end for mention in found):
                continue
            code = read_code(match)
            if code is not None and (code.year or code.doc_type):
                found.append(self._finish(view, _from_code(start, match.end(), None, code), clock, long_forms))
        found.extend(_programmes(view, found))
        found.sort(key=lambda mention: mention.start)
        return found

    def _at_type(
        self,
        view: View,
        start: int,
        codes: dict[int, re.Match[str]],
        used: set[int],
        clock: Clock,
        long_forms: Mapping[str, str],
    ) -> list[Mention]:
        """Read the mention that begins with a document type at `start`, and those listed behind it."""
        folded = view.folded
        hit = self._types.match(folded, start)
        if hit is None:
            return []
        end, (doc_type, _) = hit
        near = re.compile(r"(?: liên tịch)?(?: (?:số|mang số))? ?:? ?(?=\d)").match(folded, end)
        if near is not None and near.end() in codes:
            code = read_code(codes[near.end()])
            if code is not None:
                used.add(near.end())
                mention = _from_code(start, codes[near.end()].end(), doc_type, code)
                return [self._finish(view, mention, clock, long_forms)]
        if doc_type in _CLASS_LAW:
            law = _law(view, start, end, doc_type)
            return [self._finish(view, law, clock, long_forms)] if law else []
        number = _NUMBER.match(folded, end)
        if number is not None and end < number.start("n"):
            if not _numbered(folded, start, end, number):
                return []
            first = Mention(start, number.end(), doc_type, number["n"])
            result = [first]
            tail = number.end()
            while (more := _LIST.match(folded, tail)) is not None and folded[max(0, start - 4) : start] in ("các ", "hai "):
                result.append(Mention(more.start("n"), more.end(), doc_type, more["n"]))
                tail = more.end()
            self._finish(view, result[-1], clock, long_forms)
            for mention in result[:-1]:
                mention.issuer, mention.issued, mention.year = result[-1].issuer, result[-1].issued, result[-1].year
            return result
        point = _POINT.match(folded, end)
        if point is not None:
            return [Mention(start, point.end(), doc_type, pointing=True)]
        return []

    def _finish(self, view: View, mention: Mention, clock: Clock, long_forms: Mapping[str, str]) -> Mention:
        """Read date, issuer and subject behind a mention."""
        folded = view.folded
        for _ in range(2):
            if mention.issued is None and (match := _DATE.match(folded, mention.end)) is not None:
                interval: Interval = resolve_date(match[1] or match[2], clock, mention.year)
                if interval.start is not None:
                    mention.issued = interval.start.isoformat()
                    mention.year = mention.year or interval.start.year
                    mention.end = match.end()
            if (match := _YEAR.match(folded, mention.end)) is not None and mention.year is None:
                mention.year, mention.end = int(match[1]), match.end()
            if mention.issuer is None or _OF.match(folded, mention.end):
                named = _issuer_behind(view, mention.end, long_forms)
                if named is not None:
                    mention.issuer, mention.end = named
        about = _ABOUT.match(folded, mention.end)
        if about is not None:
            mention.about = view.text[about.start(1) : about.end(1)].strip(" ,")
        return mention


def _from_code(start: int, end: int, doc_type: str | None, code: Code) -> Mention:
    issuer = code.issuer
    return Mention(start, end, doc_type or code.doc_type, code.number, code.year, code.symbol, code.code, issuer)


def _numbered(folded: str, start: int, end: int, number: re.Match[str]) -> bool:
    """Say whether "Quyết định 70" names a document: with "số", or a number that counts nothing behind it."""
    if "số" in folded[end : number.start("n")]:
        return True
    if folded[start:end] in ("kế hoạch", "chương trình", "đề án", "dự án", "báo cáo", "thông báo", "kết luận", "hướng dẫn", "công văn", "tờ trình",
                             "hợp đồng", "giấy phép", "biên bản", "phương án", "quy hoạch", "quy định", "thông tri", "công điện", "lệnh"):
        return False
    return re.match(r" (?:%|người|tỷ|triệu|nghìn|xã|huyện|tỉnh|hộ|đồng|ha|km|tấn|năm|tháng|ngày)(?!\w)", folded[number.end() :]) is None


def _law(view: View, start: int, end: int, doc_type: str) -> Mention | None:
    """Read a law by name and year: "Luật Đất đai năm 2013", "Bộ luật Hình sự 2015"."""
    folded = view.folded
    short = re.compile(r" (?:năm )?((?:19|20)\d\d)(?!\w)").match(folded, end)
    if short is not None and doc_type == "Hiến pháp":
        return Mention(start, short.end(), doc_type, year=int(short[1]), law=True, about=None)
    match = _LAW_NAME.match(folded, end)
    if match is None or not view.text[end + 1 : end + 2].isupper():
        return None
    if _LAW_STOP.search(folded, end, match.start("y")):
        return None
    name = view.text[end + 1 : match.start("y")].strip(" ,")
    name = re.sub(r"[ ,]*(?:\bsửa đổi\b)?[ ,]*(?:\bnăm\b)?$", "", name).strip()
    return Mention(start, match.end(), doc_type, year=int(match["y"]), issuer="Quốc hội", about=name or None, law=True)


def _issuer_behind(view: View, position: int, long_forms: Mapping[str, str]) -> tuple[str, int] | None:
    """Read "của Thủ tướng Chính phủ", "của Bộ Y tế và Bộ GD-ĐT": the issuer spelt out and where it ends."""
    link = _OF.match(view.folded, position)
    if link is None or not _ORG.match(view.folded, link.end()):
        return None
    known = issuer_names().match(view.folded, link.end())
    stop = _ISSUER_END.search(view.folded, link.end(), link.end() + 90)
    end = stop.start() if stop else min(len(view.text), link.end() + 60)
    if known is not None and known[0] >= end:
        return known[1], known[0]
    printed = view.text[link.end() : end].strip()
    return (spell_issuer(printed, long_forms), link.end() + len(printed)) if printed else None


def spell_issuer(printed: str, long_forms: Mapping[str, str]) -> str:
    """Spell out an issuer: "Bộ GD-ĐT và UBND tỉnh" → "Bộ Giáo dục và Đào tạo và Ủy ban nhân dân tỉnh"."""
    pieces = []
    for piece in re.split(r"( và (?=[A-ZĐ]))", printed):
        folded = piece.lower()
        known = issuer_names().match(folded, 0)
        if known is not None and known[0] == len(folded):
            pieces.append(known[1])
            continue
        words = re.split(r"( )", piece)
        out = []
        for word in words:
            long = long_forms.get(word)
            out.append(_titled(long) if long and word.isupper() or long and "-" in word or long and "&" in word else word)
        pieces.append("".join(out))
    return "".join(pieces)


def _titled(long: str) -> str:
    return long[:1].upper() + long[1:]


def _programmes(view: View, found: list[Mention]) -> list[Mention]:
    """Find known programme names that are no part of another mention."""
    table = programmes()
    extra = []
    for match in re.finditer(r"(?<!\w)(?:chương trình|đề án|dự án|nghị định|nghị quyết|chỉ thị|quyết định)(?= (?:số )?\d)", view.folded):
        hit = table.match(view.folded, match.start())
        if hit is None:
            continue
        end, programme = hit
        if view.folded[end : end + 1] in "/-" and view.folded[end : end + 1]:
            continue
        covering = next((m for m in found if m.start <= match.start() < m.end), None)
        if covering is not None:
            continue
        extra.append(Mention(match.start(), end, programme.doc_type, None, None, None, programme.code, programme.issuer or None,
                             programme.issued or None, programme.about or None, programme.code, True))  # fmt: skip
    return extra

"""From a text to its mentions of legal and administrative documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from ..lexicon import PhraseTable
from ..periods.clock import Clock
from ..periods.resolve import resolve_date
from ..text.view import View
from .bare import PROGRAMMES, UNNUMBERED, counts_something, next_in_list, numbered
from .codes import CODE, LOOSE, PARTED, STANDARD, Code, read_code, surface
from .derive import complete
from .framing import agent_beside, day_before, is_amended, pin_before
from .issuers import is_local, issuer_at_end, issuer_behind, place_behind, same_organ
from .laws import ISSUERS, LAW_TYPES, law_by_number, name_before_code, read_law
from .lexicon import programmes, type_rows, type_table
from .lines import unbroken
from .mention import Mention, from_code
from .neighbours import share_issuers
from .programmes import find_programmes, read_plenum
from .subject import subject_behind

_TO_CODE = re.compile(r"(?: liên tịch)?(?:,? (?:số|mang số|có số|luật số))? ?:? ?(?=\d)")
_NUMBERED = re.compile(r",? (?:số|mang số|có số) ?:? ?(?=\d)")
_TITLED = re.compile(r"(?: [^\W\d_]+){1,10}? số ?:? ?(?=\d)")
_TITLED_TYPES = frozenset({"Quyết định", "Nghị quyết", "Chỉ thị", "Thông báo", "Tờ trình", "Giấy phép"})
_TITLE_STOP = re.compile(r" (?:này|đó|thay thế|bãi bỏ|sửa đổi|tại|theo|trong|của|ngày|trên|là|đã|được|nêu|bằng)(?!\w)")
_NUMBER = re.compile(r"(?:,? (?:số|số:|: số|mang số))? ?:? ?(?P<n>\d{1,5}[a-zđ]?)(?![\w.,]?\d)(?!\w)(?! ?(?:%|/\d|-\d))")
_NUMBER_YEAR = re.compile(
    r"(?P<so> (?:số|mang số) ?:?)? ?(?P<n>\d{1,5}[a-zđ]?) ?(?P<mark>[/-]) ?(?P<y>(?:19|20)\d\d)(?![\w/-])(?! ?/ ?\w)(?!-\w)"
)
_DATE = re.compile(
    r"[ ,(]{0,3}(?:(?:được |do )?(?:ban hành|ký|ký ban hành|thông qua) (?:vào )?)?(?:,? ?ngày )(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4}|\d{1,2}/\d{1,2}/\d\d(?!\d)|\d{1,2} ?[/-] ?\d{1,2}(?![/\d-]))\)?"
    r"| ?\(\s?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\)"
)
_SIGNED = re.compile(
    r",? (?:do|được) (?:(?:ông|bà|đồng chí) )(?:[^\W\d_]+ ){1,7}ký (?:ban hành )?(?:vào )?ngày (\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} ?[/-] ?\d{1,2}(?![/\d-]))"
)
_YEAR = re.compile(r"[ ,(]{1,2}(?:năm |của năm |ban hành năm )((?:19|20)\d\d)\)?(?![\w/])(?! ?- ?\d)| ?\(((?:19|20)\d\d)\)")
_POINT = re.compile(r" (?:này|trên|nói trên|nêu trên|trên đây|đó)(?!\w)(?! (?:địa bàn|cơ sở|đất|cả|toàn|lĩnh vực|thị trường|biển|\d))")
_SEVERAL = re.compile(r"(?<!\w)(?:hai|ba|bốn|các|những|(?<!điều )(?<!khoản )(?<!điểm )(?<!mục )\d+) $")
# "kỷ luật số 19", "pháp luật năm 2018", "quy luật" are no laws.
_NO_LAW = re.compile(r"(?<!\w)(?:pháp|kỷ|kỉ|quy|qui|hộ|kỳ) $")
_UNNAMED = frozenset(
    {"Bộ", "Sở", "Cục", "Ban", "Tỉnh", "Huyện", "Thành phố", "Bộ trưởng", "Bộ Trưởng", "Chủ tịch", "Giám đốc", "Tổng giám đốc"}
)
_STANDARDS = frozenset({"Quy chuẩn", "Tiêu chuẩn"})


# "NĐ116", "QĐ1719": the abbreviation set tight against the number.
_GLUED = r"(?<![\w/.-])(?P<glued>nđ|nq|qđ)(?=\d{1,5}[a-zđ]?(?!\w))"
_TIGHT = {"nđ": "Nghị định", "nq": "Nghị quyết", "qđ": "Quyết định"}


def _trigger() -> re.Pattern[str]:
    heads = sorted({row["form"].split()[0] for row in type_rows()}, key=lambda head: (-len(head), head))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, heads)) + r")(?!\w)|" + _GLUED)


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
        view = unbroken(view)
        plain = surface(view.text)
        named = find_programmes(view.folded)
        reader = _Reader(view, plain, clock, long_forms, self._types)
        for trigger in self._trigger.finditer(view.folded):
            start = trigger.start()
            if (found and start < found[-1].end) or (trigger[0] == "luật" and _NO_LAW.search(view.folded, max(0, start - 6), start)):
                continue
            if trigger["glued"] is not None:
                if view.text[start : trigger.end()].isupper():
                    found.extend(reader.at_type(start, trigger.end(), _TIGHT[trigger["glued"]]))
                continue
            hit = self._types.match(view.folded, start)
            if hit is not None:
                found.extend(reader.at_type(start, hit[0], hit[1][0]))
        spans = [(mention.start, mention.end) for mention in found]
        for match in CODE.finditer(plain):
            start = match.start("number")
            if any(a <= start < b for a, b in spans):
                continue
            code = read_code(match)
            if code is not None and (code.year or (code.doc_type and not code.symbol.isalpha())):
                found.append(reader.finish(from_code(start, match.end(), None, code)))
        found.extend(one for one in named if not any(a <= one.start < b for a, b in spans))
        found.sort(key=lambda mention: mention.start)
        share_issuers(found, view.folded)
        return found


class _Reader:
    """Reads the mentions of one text."""

    def __init__(self, view: View, plain: str, clock: Clock, long_forms: Mapping[str, str], types: PhraseTable[tuple[str, str]]) -> None:
        self.view, self.plain, self.clock, self.long_forms, self._types = view, plain, clock, long_forms, types

    def at_type(self, start: int, end: int, doc_type: str) -> list[Mention]:
        """Read the mention whose document type stands at `start:end`, and those listed behind it."""
        folded = self.view.folded
        first = self._coded(start, end, doc_type) or self._law(start, end, doc_type)
        if first is None and doc_type in LAW_TYPES:
            first = law_by_number(folded, start, end, doc_type)
        if first is None and doc_type in LAW_TYPES:
            return self._pointing(start, end, doc_type)
        if first is None:
            first = read_plenum(folded, start, end, doc_type) or self._number_year(start, end, doc_type) or self._bare(start, end, doc_type)
        if first is None:
            return self._pointing(start, end, doc_type)
        mentions = [first]
        if first.tentative:
            return mentions
        if first.number is not None and not first.session and not first.law:
            mentions += self._listed(first)
        self.finish(mentions[-1])
        _share(mentions)
        self._frame(mentions)
        for mention in mentions:
            complete(mention)
        return mentions

    def _pointing(self, start: int, end: int, doc_type: str) -> list[Mention]:
        """Read "Nghị quyết này"; "hai Nghị quyết này" points at no single one."""
        point = _POINT.match(self.view.folded, end)
        several = _SEVERAL.search(self.view.folded, max(0, start - 7), start)
        return [Mention(start, point.end(), doc_type, pointing=True)] if point and not several else []

    def _coded(self, start: int, end: int, doc_type: str) -> Mention | None:
        """Read "Quyết định số 70/2009/QĐ-TTg", "Luật Đất đai số 45/2013/QH13", "QCVN 09:2008/BTNMT"."""
        near = _TO_CODE.match(self.view.folded, end)
        name = issuer = None
        if near is None and doc_type not in LAW_TYPES and (named_first := self._issuer_first(end)) is not None:
            issuer, at = named_first
        elif near is None and doc_type in LAW_TYPES:
            named = name_before_code(self.view, end)
            if named is None:
                return None
            name, at = named
        elif near is not None:
            at = near.end()
        else:
            titled = _TITLED.match(self.view.folded, end, end + 110) if doc_type in _TITLED_TYPES else None
            if titled is None or _TITLE_STOP.search(self.view.folded, end, titled.end()):
                return None
            ahead = self._code_at(titled.end())
            if ahead is None or ahead[0].doc_type != doc_type:
                return None
            at = titled.end()
        if doc_type in _STANDARDS and (standard := STANDARD.match(self.plain, at)) is not None:
            prefix = "TCVN" if doc_type == "Tiêu chuẩn" else "QCVN"
            tail = f"/{standard['symbol']}" if standard["symbol"] else ""
            code = f"{prefix} {standard['number']}:{standard['year']}{tail}"
            organ = read_code(match) if (match := CODE.match(f"1/2000/{standard['symbol']}")) else None
            return Mention(start, standard.end(), doc_type, standard["number"], int(standard["year"]), standard["symbol"], code,
                           organ.issuer if organ else None, document_id=code)  # fmt: skip
        code_read = self._code_at(at)
        if code_read is None:
            return None
        read, stop = code_read
        if name is not None and read.doc_type not in LAW_TYPES and not (read.doc_type is None and read.issuer == ISSUERS[doc_type]):
            return None  # "Luật Đấu thầu và Nghị định số 63/2014/NĐ-CP"
        if issuer is not None and not (read.doc_type == doc_type and same_organ(read.issuer, issuer)):
            return None  # "Kế hoạch của Chính phủ số 5/QĐ-UBND"
        if self.view.folded.startswith("văn bản", start) and read.doc_type is not None:
            doc_type = read.doc_type  # "văn bản số 48/TB-VP" is a notice
        mention = from_code(start, stop, doc_type, read)
        mention.about = name
        if issuer is not None:
            mention.issuer, mention.worded = issuer, True
        return mention

    def _issuer_first(self, end: int) -> tuple[str, int] | None:
        """Read "của UBND tỉnh số" between type and code: the issuer and where the code begins."""
        named = issuer_behind(self.view, end, self.long_forms)
        link = _NUMBERED.match(self.view.folded, named[1]) if named is not None else None
        return (named[0], link.end()) if named is not None and link is not None else None

    def _code_at(self, at: int) -> tuple[Code, int] | None:
        """Read a code that a document type announces, as printed or as copying left it."""
        for pattern in (CODE, LOOSE):
            match = pattern.match(self.plain, at)
            if match is not None and pattern is CODE and (parted := PARTED.match(self.plain, at)) is not None:
                match = parted  # "15/2019/QĐ UBND"
            while match is not None:
                code = read_code(match, typed=True)
                if code is not None:
                    return code, match.end()
                shorter = max(match[0].rfind(mark) for mark in " -/.")
                if shorter <= 0 or at + shorter <= match.start("symbol"):
                    break
                match = pattern.fullmatch(self.plain, at, at + len(match[0][:shorter].rstrip(" -/.")))
        return None

    def _law(self, start: int, end: int, doc_type: str) -> Mention | None:
        return read_law(self.view, start, end, doc_type) if doc_type in LAW_TYPES else None

    def _number_year(self, start: int, end: int, doc_type: str) -> Mention | None:
        """Read "Nghị định 34/2019"; a decree's code follows from its number and year."""
        match = _NUMBER_YEAR.match(self.view.folded, end)
        if match is None or (
            match["so"] is None and not numbered(self.view, start, end, match.end("n"), doc_type, doc_type not in UNNUMBERED)
        ):
            return None
        if match["mark"] == "-" and (doc_type in UNNUMBERED or len(match["n"]) > 3):
            return None  # "Kế hoạch 2016-2020"
        return Mention(start, match.end(), doc_type, match["n"], int(match["y"]), yeared=True)

    def _bare(self, start: int, end: int, doc_type: str) -> Mention | None:
        """Read "Quyết định 70", "Nghị quyết số 12"."""
        match = _NUMBER.match(self.view.folded, end)
        if match is None or (match.start("n") == end and self.view.folded[start:end] not in _TIGHT):
            return None
        if not numbered(self.view, start, end, match.end(), doc_type, "số" in self.view.folded[end : match.start("n")]):
            if len(match["n"]) < 2 or (doc_type in UNNUMBERED and counts_something(self.view, match.end())):
                return None  # "kế hoạch 88 tỷ đồng"
            if doc_type in PROGRAMMES and programmes().match(self.view.folded, start) is not None:
                return None
            return Mention(start, match.end(), doc_type, match["n"], tentative=True)
        return Mention(start, match.end(), doc_type, self.view.text[match.start("n") : match.end("n")])

    def _listed(self, first: Mention) -> list[Mention]:
        """Read the further items of "các Nghị quyết số 18, 19-NQ/TW và 39-NQ/TW"."""
        items: list[Mention] = []
        tail = first.end
        while len(items) < 12 and (at := next_in_list(self.view.folded, tail)) is not None:
            code = CODE.match(self.plain, at)
            read = read_code(code, typed=True) if code is not None else None
            if read is not None and code is not None:
                same = read.doc_type is None or read.symbol == first.symbol or read.doc_type == first.doc_type
                items.append(from_code(at, code.end(), first.doc_type if same else read.doc_type, read))
                tail = code.end()
                continue
            match = re.compile(r"\d{1,4}[a-zđ]?(?![\w.,/]?\d)(?!\w)(?! ?[%/-])").match(self.view.folded, at)
            if match is None or first.code is not None or counts_something(self.view, match.end()):
                break
            items.append(Mention(at, match.end(), first.doc_type, self.view.text[at : match.end()]))
            tail = match.end()
        return items

    def finish(self, mention: Mention) -> Mention:
        """Read date, year, issuer and subject behind a mention."""
        folded = self.view.folded
        for _ in range(2):
            match = _DATE.match(folded, mention.end) or _SIGNED.match(folded, mention.end)
            if mention.issued is None and match is not None:
                mention.issued = self._issued(match[1] or match[2] if match.re is _DATE else match[1], mention.year)
                mention.end = match.end()
                if mention.issued is not None:
                    mention.year = mention.year or int(mention.issued[:4])
            if mention.year is None and (match := _YEAR.match(folded, mention.end)) is not None:
                opened = "(" in match[0] or "(" in folded[mention.start : mention.end]
                mention.year, mention.end = int(match[1] or match[2]), match.end() - (match[0].endswith(")") and not opened)
            if mention.issuer is not None and not mention.worded and is_local(mention.issuer):
                placed = place_behind(self.view, mention.end)
                if placed is not None:
                    mention.issuer, mention.end = f"{mention.issuer} {placed[0]}", placed[1]
            if not mention.worded:
                joint = mention.issuer is not None and " và " in mention.issuer and "liên tịch" in (mention.doc_type or "")
                named = issuer_behind(self.view, mention.end, self.long_forms, joint)
                if named is not None:
                    mention.end = named[1]
                    # "của Bộ", "do Bộ trưởng Trần Văn An ký" point back to the organ that the symbol names.
                    if named[0] not in _UNNAMED or mention.issuer is None:
                        mention.issuer, mention.worded = named[0], True
        about = subject_behind(self.view, mention.end)
        if about is not None:
            mention.about = about[0]
            if (
                mention.issuer is None
                and mention.code is None
                and (parted := issuer_at_end(self.view, *about, self.long_forms)) is not None
            ):
                mention.about, mention.issuer, mention.worded = *parted, True
        return mention

    def _issued(self, printed: str, year: int | None) -> str | None:
        """Resolve a printed date; one without a year lies in the code's year, else before the article."""
        parts = [int(part) for part in re.findall(r"\d+", printed)]
        if len(parts) == 3 and parts[2] < 100:
            parts[2] += 2000
            printed = "/".join(map(str, parts))
        start = resolve_date(printed, self.clock, year).start
        if start is not None and len(parts) == 2 and year is None and self.clock.today is not None and start > self.clock.today:
            start = resolve_date(printed, self.clock, self.clock.today.year - 1).start
        return start.isoformat() if start is not None else None

    def _frame(self, mentions: list[Mention]) -> None:
        """Read what stands before a mention: its article and clause, and who issued it when."""
        folded, first = self.view.folded, mentions[0]
        start = first.start
        first.amended = is_amended(folded, start)
        pin = pin_before(folded, start)
        first.start = start if pin is None else pin
        day = day_before(folded, start)
        agent = None if any(mention.worded for mention in mentions) else agent_beside(self.view, start, mentions[-1].end, self.long_forms)
        if agent is not None and ((first.issuer is not None and not is_local(first.issuer)) or not same_organ(first.issuer, agent)):
            agent = None
        for mention in mentions:
            if agent is not None:
                mention.issuer, mention.worded = agent, True
            if day is not None and mention.issued is None:
                issued = self._issued(day, mention.year)
                if issued is not None and (mention.year is None or mention.year == int(issued[:4])):
                    mention.issued, mention.year = issued, int(issued[:4])


def _series(mentions: list[Mention]) -> bool:
    """Say whether bare numbers run on to the code behind them ("số 20, 21, 22/2017/TT-BGDĐT"), whose year is theirs then."""
    printed = [mention.number or "" for mention in mentions]
    numbers = [int(number) if number.isdigit() else 0 for number in printed]
    return all(0 < low < high <= low + 9 for low, high in pairwise(numbers))


def _share(mentions: list[Mention]) -> None:
    """Give the items of a list what is printed once behind the last of them."""
    last = mentions[-1]
    for mention in mentions[:-1]:
        if (
            last.symbol is not None
            and mention.symbol is None
            and last.code is not None
            and mention.year is None
            and (f"{last.number}/{last.year}" not in last.code or _series(mentions))
        ):
            mention.symbol = last.symbol
            mention.code = last.code.replace(str(last.number), str(mention.number), 1)
            mention.document_id = str(last.document_id).replace(str(last.number), str(mention.number), 1)
            mention.issuer = last.issuer
            if f"{last.number}/{last.year}" in last.code:
                mention.year = last.year
        if last.worded and same_organ(mention.issuer, last.issuer or ""):
            mention.issuer, mention.worded = last.issuer, True
        if mention.issued is None and mention.code is None and (last.code is None or f"{last.number}/{last.year}" not in last.code):
            mention.issued, mention.year = last.issued, mention.year or last.year

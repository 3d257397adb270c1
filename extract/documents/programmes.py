"""Known programme names and short names that stand for one document ("Chương trình 30a", "Nghị quyết Trung ương 4 khóa XII")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..text.view import fold
from .codes import CODE, read_code, surface
from .lexicon import Programme, programmes, programmes_by_code, programmes_by_date
from .mention import Mention

_HEADS = re.compile(r"(?<!\w)(?:chương trình|đề án|dự án)(?= (?:số )?[\dmno])")
_CALLED = re.compile(r"(?P<type>chương trình|đề án|dự án) (?:số )?(?P<n>\d{1,4}[a-zđ]?)")
_PLENUM = re.compile(
    r"(?: (?:số )?\d{1,2}-nq/tw)?,? (?:hội nghị )?(?:trung ương|tw)(?: đảng)?,? (?:lần thứ )?(?P<n>\d{1,2}|[ivx]{1,5}|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)(?!-)"
    r"(?P<of>,? ?\(?(?:khóa|khoá) (?P<k>[ivx]{1,5})\)?)?"
)
_COUNTS = re.compile(
    r"(?: giai đoạn (?:ii|iii|2|3))?(?! ?[-/]\w)(?! (?:người|xã|huyện|tỉnh|hộ|tỷ|triệu|nghìn|ha|km|năm|tháng|ngày|%|phút|giờ))"
)
_WORDS = {"một": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10"}
_ROMAN = {name: str(index) for index, name in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)}
_FUNCTION = frozenset("và của các về một số việc trong đối với cho theo đến năm giai đoạn thực hiện công tác".split())
# How long after it was issued a decree is still called by its bare number: until the next of its kind, mostly.
_SPAN = timedelta(days=366 * 8)


def find_programmes(folded: str) -> list[Mention]:
    """Find the programme names of a folded text."""
    table = programmes()
    found = []
    for match in _HEADS.finditer(folded):
        hit = table.match(folded, match.start())
        if hit is None or not _COUNTS.match(folded, hit[0]):
            continue
        mention = Mention(match.start(), hit[0], None)
        take(mention, hit[1][-1])
        called = _CALLED.fullmatch(folded, match.start(), hit[0])
        mention.called = (called["type"].capitalize(), called["n"]) if called else None
        found.append(mention)
    return found


def read_plenum(folded: str, start: int, end: int, doc_type: str) -> Mention | None:
    """Read the resolution of a Party plenum ("Nghị quyết Trung ương 4 (khóa XII)"), known by session and term."""
    if doc_type != "Nghị quyết":
        return None
    head = start + len("nghị quyết") if folded.startswith("nghị quyết", start) else end
    match = _PLENUM.match(folded, head)
    if match is None:
        return None
    session = _WORDS.get(match["n"]) or _ROMAN.get(match["n"]) or match["n"]
    mention = Mention(start, match.end(), doc_type, session, issuer="Ban Chấp hành Trung ương", session=True)
    if match["k"]:
        name = f"nghị quyết trung ương {session} khóa {match['k']}"
        hit = programmes().match(name, 0)
        if hit is not None and hit[0] == len(name):
            take(mention, hit[1][-1])
            return mention
    mention.document_id = f"Nghị quyết Trung ương {session}" + (f" khóa {match['k'].upper()}" if match["k"] else "")
    return mention


def take(mention: Mention, programme: Programme) -> None:
    """Give a mention the columns of the document its name stands for."""
    match = CODE.fullmatch(surface(programme.code))
    code = read_code(match) if match else None
    mention.doc_type = programme.doc_type
    mention.code = programme.code
    mention.document_id = code.document_id if code else programme.code
    mention.number = code.number if code else mention.number
    mention.symbol = code.symbol if code else None
    mention.issued = mention.issued or programme.issued or None
    mention.year = mention.year or (int(programme.issued[:4]) if programme.issued else None)
    if not mention.worded:
        mention.issuer = programme.issuer or None
    mention.about = mention.about or programme.about or None
    mention.resolved = True


def by_short_name(mention: Mention, today: date | None) -> Programme | None:
    """Say which known document a bare "Nghị quyết 42" is, where that is safe.

    Safe is: the issuer in words, the subject or the date agrees; or no other document can be meant by the name (a number
    with a letter, a decree); and it was issued before the article and not long before.
    """
    if mention.code is not None or mention.number is None:
        return None
    if mention.issued is not None:
        dated = programmes_by_date().get((mention.number, mention.issued))
        return dated if dated is not None and dated.doc_type == mention.doc_type else None
    hit = programmes().match(fold(f"{mention.doc_type} {mention.number}"), 0)
    if hit is None:
        return None
    rows = [
        one for one in hit[1]
        if one.doc_type == mention.doc_type
        and (mention.year is None or one.issued.startswith(str(mention.year)))
        and (not mention.worded or mention.issuer == one.issuer or (mention.issuer == "Ban Chấp hành Trung ương" and one.code.endswith("/TW")))
        and (today is None or not one.issued or one.issued <= today.isoformat())
    ]  # fmt: skip
    if mention.about:
        fitting = [one for one in rows if _alike(mention.about, one.about)]
        if len(fitting) == 1:
            return fitting[0]
        return None
    if not rows or (len(rows) > 1 and today is None):
        return None
    last = rows[-1]
    lettered = not mention.number.isdigit()
    decree = mention.doc_type == "Nghị định"
    recent = today is not None and bool(last.issued) and today - date.fromisoformat(last.issued) <= _SPAN
    if (
        lettered
        or (decree and recent)
        or (mention.worded and (recent or (len(rows) == 1 and not decree and mention.doc_type != "Quyết định")))
    ):
        return last
    return None


def _alike(one: str, other: str) -> bool:
    """Say whether two subjects share half the content words of the shorter."""
    first, second = ({word for word in fold(phrase).split() if word.isalpha() and word not in _FUNCTION} for phrase in (one, other))
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second)) and len(first & second) >= 2


def issuer_of_code(code: str, issued: str | None) -> str | None:
    """Give the issuer of a document whose symbol leaves open which organ it was ("18-NQ/TW", "327-CT"), where it is known."""
    rows = programmes_by_code().get(code, ())
    if issued is not None:
        rows = tuple(one for one in rows if one.issued == issued)
    issuers = {one.issuer for one in rows}
    return issuers.pop() if len(issuers) == 1 else None

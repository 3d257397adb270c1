"""Who issued a document, from the words around its mention ("của HĐND tỉnh Thanh Hóa", "UBND tỉnh ban hành …")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..text.view import View
from .codes import and_joined, surface
from .lexicon import issuer_names, local_issuers
from .persons import without_person

_OF = re.compile(r"[ ,]{1,2}(?:của|do) (?:(?:ông|bà) (?:[^\W\d_]+ ?){2,5}(?:,| -) )?(?P<deputy>phó (?=chủ tịch))?")
# "được UBND tỉnh ban hành": the passive names the issuer only when the verb follows.
_BY = re.compile(r"[ ,]{1,2}(?:đã |vừa )?được ")
_ISSUED = re.compile(r" (?:đã |vừa )?(?:ký ban hành|ban hành|ký|phê duyệt|thông qua)(?!\w)")
# A deputy signs for the organ, not for its chairman.
_CHAIR = re.compile(r"^Chủ tịch ")
_END = re.compile(
    r"[,.;:()\n\"“”/]| (?:về|v/v|quy định|quy|ban hành|khóa|ngày|đã|là|đến|có|trong|cho|để|nhằm|với|từ|phê duyệt|hướng dẫn|yêu cầu|được|tại|năm"
    r"|thì|sửa|nêu|đối|nên|ký|vừa|mà|khi|đang|chỉ|do|sẽ|cũng|không|bởi|thông qua|lần thứ|thực hiện|giai đoạn|nhiệm kỳ|bãi bỏ|giao|chưa|trên|theo"
    r"|vào|như|gồm|hỗ trợ|xử phạt|công nhận|tiếp tục|triển khai|đề ra|xác định|gắn|hiện|sang|ra|xuống|nhưng|tới|hay|hoặc|các|những|thay|công bố|chuyển(?! đổi)|lập(?= (?:ngày|vào|ghi|tại|cho|về)))(?!\w)"
)
_ORG = re.compile(
    r"(?:bộ|ủy ban|ubnd|hđnd|hội|ban|thủ tướng|chính phủ|quốc hội|tỉnh|thành|huyện|thị|quận|sở|đảng|trung ương|tw|bch|btv|tổng|ngân hàng|thường|"
    r"chủ tịch|bảo hiểm|văn phòng|liên|cục|tòa|tand|vksnd|viện|mặt trận|đoàn|công đoàn|thanh tra|cơ quan|công an|kho bạc|kiểm toán|phòng|trường|đại học|học viện|hiệu trưởng|giám đốc|tổng giám đốc|viện trưởng|cục trưởng|chánh án|thứ trưởng|trưởng ban|bệnh viện|tập đoàn|công ty|quân|ubtvqh|mttq|thống đốc|đại hội|quản lý|chi cục|tổng cục|ubkt|hđqt|đội|hạt)(?!\w)"
)
_PLACE = re.compile(
    r"(?: |(?<=\.))(?:(?:tỉnh|thành phố|TP\.?|Tp\.?|huyện|thị xã|TX\.?|quận|xã|phường|thị trấn|Thành phố) ?)?"
    r"[A-ZĐÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ][^\W\d_]*(?:(?: | - |-)[A-ZĐÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ][^\W\d_]*){0,4}"
)
_HELD = re.compile(
    r"(?:chức năng|nhiệm vụ|quyền hạn|cơ cấu|tổ chức|bộ máy|hoạt động|trách nhiệm|vai trò|lãnh đạo|chỉ đạo|quy chế|năng lực|chất lượng|quản lý|giám sát|biên chế|cán bộ|công chức|báo cáo|kết luận|nghị quyết|quyết định|chỉ thị|kế hoạch)(?!\w)[^,]*$"
)
_RESOLVING = re.compile(
    r"(?:Ban (?:Thường vụ|Chấp hành) |Thường trực )?(?:(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng) ủy|Đảng bộ|Hội đồng nhân dân|Ủy ban nhân dân|Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Trung ương|Quốc hội)"
)
_CENTRAL = re.compile(
    r"Bộ (?!Chỉ huy|Tư lệnh)|Bộ trưởng|Chính phủ|Thủ tướng|Quốc hội|Chủ tịch nước|Ban Bí thư|Ban Chấp hành Trung ương|Văn phòng (?:Chính|Quốc|Chủ|Trung)|Ủy ban Thường vụ|Ngân hàng Nhà nước|Kiểm toán Nhà nước|.* tối cao"
)
_LOCAL = re.compile(
    r"Ủy ban nhân dân|Hội đồng nhân dân|(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng) ủy|Sở |Ban |Công an|Chủ tịch Ủy|Thường trực|Đảng bộ|Cơ quan|Văn phòng$"
)
_TERM = re.compile(
    r",? ?(?:\(? ?(?:khóa|lần thứ|nhiệm kỳ) [ivxlc\d]+(?: ?- ?\d{4})?(?!\w)(?:,? (?:nhiệm kỳ|kỳ họp|tại kỳ họp)(?: thứ)? [\d\w-]{1,9}(?!\w))?\)?)"
)
_MORE = re.compile(r" ?(?:,|và|-) (?=(?:bộ|ban|ubnd|ủy ban|sở|tổng|hội|ngân hàng|mặt trận|đoàn|liên đoàn|chính phủ|quốc hội)(?!\w))")
DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4}|\d{1,2}[/-]\d{1,2}(?![/\d-])"
ISSUING = re.compile(
    r" (?:đã |vừa |cũng |tiếp tục |mới |sẽ |còn |lại ){0,2}(?:ban hành|ký ban hành|ký|ra|thông qua|đề ra|công bố|phát hành|phát đi|có|gửi)(?: kèm theo| bổ sung| và triển khai)?"
    rf"(?: ngày (?P<day>{DAY}))? ?(?:các |một )?(?:văn bản )?$"
)
_INSIDE = re.compile(r"(?<!\w)(?:tại|trong) $")
_ORDERS = re.compile(
    r" (?:đã |cũng |còn |vừa )?(?:yêu cầu|giao|đề nghị|chỉ đạo|quy định|cho biết|nêu|khẳng định|xác định|đồng ý|phê duyệt|quyết định|thống nhất"
    r"|chấp thuận|nhấn mạnh|cho phép|kiến nghị|đánh giá|chỉ rõ|chủ trương|lưu ý)(?!\w)"
)
# The abbreviation of the organ in brackets: "Ủy ban Chứng khoán Nhà nước (UBCKNN) đã ban hành".
_SHORT = re.compile(r"^ \([\w-]{2,14}\)")
# Signs that two kinds of organ use: TU is that of a city under the central government and of towns too, ThU that of a town, CT that of a tax department.
_TWO_ORGANS = {
    "Tỉnh ủy": ("Thành ủy", "Thị ủy"), "Thành ủy": ("Thị ủy",), "Bảo hiểm xã hội Việt Nam": ("Bảo hiểm xã hội",),
    "Chủ tịch Ủy ban nhân dân": ("Cục Thuế",),
}  # fmt: skip
_WORD = re.compile(r"(?<!\w)[^\W\d_]+")
_PLACED = re.compile(r" (?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn) ")
_CAPITALS = re.compile(r"(?:CỦA|DO|ĐƯỢC) $")
_SPLIT = re.compile(r"( và (?=[A-ZĐ]))")


def issuer_behind(view: View, position: int, long_forms: Mapping[str, str], joint: bool = False) -> tuple[str, int] | None:
    """Read "của Thủ tướng Chính phủ", "của Bộ Y tế và Bộ GD-ĐT": the issuer spelt out and where it ends.

    Of a joint document a comma alone may part the issuers ("của Bộ Y tế, Bộ Nội vụ").
    """
    link = _OF.match(view.folded, position) or _BY.match(view.folded, position)
    if link is None or not _ORG.match(view.folded, link.end()):
        return None
    first = _named(view, link.end(), long_forms)
    if first is None or (link.re is _BY and not _ISSUED.match(view.folded, first[1])):
        return None
    name = _CHAIR.sub("", first[0]) if link.re is _OF and link["deputy"] else first[0]
    names, end = [name], first[1]
    while len(names) < 5 and (more := _MORE.match(view.folded, end)) is not None:
        following = _named(view, more.end(), long_forms)
        if following is None or (more[0].strip() == "," and not joint and not _MORE.search(view.folded, following[1], following[1] + 60)):
            break
        names.append(following[0])
        end = following[1]
    term = _TERM.match(view.folded, end)
    return and_joined(names) or "", term.end() if term is not None else end


def issuer_at_end(view: View, about: str, end: int, long_forms: Mapping[str, str]) -> tuple[str, str] | None:
    """Part "đào tạo nguồn nhân lực của Tỉnh ủy Hòa Bình", the subject of a bare number that ends at `end`, from who issued it.

    "chức năng, nhiệm vụ của Bộ Công Thương" is all subject: there the organ has what is spoken of.
    """
    at = about.rfind(" của ")
    if at < 0 or _HELD.search(about[:at].lower()):
        return None
    named = issuer_behind(view, end - len(about) + at, long_forms)
    if named is None or named[1] != end or not _RESOLVING.match(named[0]):
        return None
    return about[:at].rstrip(" ,"), named[0]


def place_behind(view: View, position: int) -> tuple[str, int] | None:
    """Read the place right behind a code whose symbol leaves it open ("08/2017/QĐ-UBND tỉnh Long An"): its name and where it ends."""
    if not _PLACED.match(view.folded, position):
        return None
    place = _PLACE.match(surface(view.text), position)
    if place is None:
        return None
    return spell_issuer(surface(view.text)[position : place.end()].strip(), {}), place.end()


def _named(view: View, start: int, long_forms: Mapping[str, str]) -> tuple[str, int] | None:
    """Read one issuer that begins at `start`: a name of the lexicon with its place, else words up to the next clause."""
    known = issuer_names().match(view.folded, start)
    if known is not None:
        end, name = known
        place = _PLACE.match(surface(view.text), end)
        if place is not None and not _stops(view, end) and not _CENTRAL.match(name):
            behind, stop = surface(view.text)[end : place.end()], place.end()
            if _CAPITALS.search(view.text, max(0, start - 5), start):  # "CỦA UBND TỈNH THANH HÓA VỀ VIỆC …"
                clause = _END.search(view.folded, end + 1, stop + 1)
                stop = clause.start() if clause else stop
                behind = behind[: stop - end].title()
            printed = without_person(f"{name} {behind.strip()}")
            return name + spell_issuer(printed.removeprefix(name), long_forms), stop
        return name, end
    if not view.text[start].isupper():
        return None
    closing = _END.search(view.folded, start, start + 90)
    end = closing.start() if closing else min(len(view.text), start + 60)
    split = _MORE.search(view.folded, start, end)
    if split is not None:
        end = split.start()
    printed = view.text[start:end].strip()
    return (spell_issuer(without_person(printed), long_forms), start + len(printed)) if printed else None


def _stops(view: View, position: int) -> bool:
    stop = _END.match(view.folded, position)
    if stop is None:
        return False
    return not view.text[position + 1 : position + 2].isupper() or view.text[position + 1 : stop.end()].isupper()


def issuer_before(view: View, start: int, long_forms: Mapping[str, str]) -> tuple[str, int] | None:
    """Read the issuer of "UBND tỉnh Thanh Hóa (đã) ban hành ‹document›", whose mention begins at `start`.

    Returns:
        The issuer spelt out and where its name begins, or None.
    """
    low = max(view.folded.rfind("\n", 0, start) + 1, start - 140)
    verb = ISSUING.search(view.folded, max(low, start - 60), start)
    if verb is None:
        return None
    for word in _WORD.finditer(view.folded, max(low, verb.start() - 90), verb.start()):
        if not _ORG.match(view.folded, word.start()):
            continue
        found = _named(view, word.start(), long_forms)
        if found is None or issuer_names().match(view.folded, word.start()) is None:
            continue
        gap = _SHORT.sub("", view.folded[found[1] : verb.start()])
        term = _TERM.fullmatch(gap)
        if not gap or term is not None or re.fullmatch(r" (?:tỉnh|huyện|thành phố|thị xã|xã)", gap):
            name = _CHAIR.sub("", found[0]) if view.folded.endswith("phó ", 0, word.start()) else found[0]
            return name + (gap if gap and term is None else ""), word.start()
    return None


def issuer_of_clause(view: View, start: int, end: int, long_forms: Mapping[str, str]) -> str | None:
    """Read the issuer of "Tại ‹document›, UBND tỉnh Long An yêu cầu …", whose mention stands at `start:end`."""
    if not _INSIDE.search(view.folded, max(0, start - 6), start) or not view.folded.startswith(", ", end):
        return None
    if issuer_names().match(view.folded, end + 2) is None:
        return None
    named = _named(view, end + 2, long_forms)
    return named[0] if named is not None and _ORDERS.match(view.folded, named[1]) else None


def is_local(issuer: str) -> bool:
    """Say whether a symbol's issuer leaves open whose it is ("Ủy ban nhân dân"), so that words before the document may tell."""
    return _LOCAL.match(issuer) is not None or issuer in local_issuers()


def same_organ(symbol: str | None, words: str) -> bool:
    """Say whether the issuer in words can be the one the symbol names ("Ủy ban nhân dân" and "Ủy ban nhân dân tỉnh X")."""
    if symbol is None:
        return True
    if symbol == "Ban Chấp hành Trung ương":
        return words in ("Bộ Chính trị", "Ban Bí thư") or words.startswith(symbol)
    if any(other in words for other in _TWO_ORGANS.get(symbol, ())):
        return True
    return symbol in words or (symbol.endswith(" ủy") and "Đảng bộ" in words)


def spell_issuer(printed: str, long_forms: Mapping[str, str]) -> str:
    """Spell out an issuer: "Bộ GD-ĐT và UBND tỉnh" → "Bộ Giáo dục và Đào tạo và Ủy ban nhân dân tỉnh"."""
    pieces = []
    for piece in _SPLIT.split(printed):
        folded = piece.lower()
        known = issuer_names().match(folded, 0)
        if known is not None and known[0] == len(folded):
            pieces.append(known[1])
            continue
        out = []
        for word in re.split(r"( )", piece):
            long = long_forms.get(word)
            spelt = long is not None and (word.isupper() or "-" in word or "&" in word)
            out.append(f"{long[:1].upper()}{long[1:]}" if long and spelt else word)
        pieces.append("".join(out))
    return "".join(pieces)

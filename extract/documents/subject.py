"""What a document is about: the phrase behind "về", up to the end of the document's name."""

from __future__ import annotations

import re
from functools import cache

from ..text.view import View
from .lexicon import words_of

_LEAD = re.compile(r"[ ,]{1,2}(?P<open>[\"“]\s?)?(?:về (?:việc )?|v/v )(?P<inner>[\"“]\s?)?")
# The session that passed a Party resolution, between its code and its subject ("33-NQ/TW, Hội nghị Trung ương 9 khóa XI về …").
_SESSION = re.compile(
    r",? \(?(?:(?:của|tại) )?hội nghị (?:lần thứ \w+,? )?(?:ban chấp hành )?(?:trung ương|tw)(?: đảng)?"
    r"(?: (?:lần thứ )?(?:\d{1,2}|[ivx]{1,4}|\w{2,4}(?=,? \(?khóa)))?,? ?\(?(?:khóa [ivx]{1,5})?\)?(?= về )"
)
_HARD = re.compile(r"[.;\n()…:]|, (?=\d)|\"")
_LIMIT = 300


def _words(name: str) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words_of(name), key=len, reverse=True)) + r")(?!\w)"


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r",? " + _words("subject_ends.tsv"))


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_words('clause_starts.tsv')}|(?={_words('subject_nouns.tsv')})(?=[^.;,\n]{{2,80}} (?:đã|đang|sẽ|được|có|là|cần|phải|tổ chức|ban hành|triển khai)(?!\w)))"
        rf"|(?={_words('subject_nouns.tsv')})[^.;,\n]{{2,60}} (?:giảm|tăng|đạt|còn|thu|chi)(?: \w+){{0,2}} \d"
    )


def subject_behind(view: View, position: int) -> tuple[str, int] | None:
    """Read the subject of the document whose mention ends at `position`.

    Returns:
        The phrase without "về (việc)" and where it ends, or None where no subject follows.
    """
    session = _SESSION.match(view.folded, position)
    lead = _LEAD.match(view.folded, session.end() if session else position)
    if lead is None:
        return None
    start = lead.end()
    limit = min(len(view.folded), start + _LIMIT)
    if lead["open"] or lead["inner"]:
        close = re.compile(r"[\"\n]").search(view.folded, start, limit)
        end = close.start() if close else limit
    else:
        hard = _HARD.search(view.folded, start, limit)
        end = hard.start() if hard else limit
        stop = _ends().search(view.folded, start, end)
        end = stop.start() if stop else end
        for comma in re.finditer(", ", view.folded[start:end]):
            if _clauses().match(view.folded, start + comma.end()):
                end = start + comma.start()
                break
    phrase = view.text[start:end].strip(" ,-")
    return (phrase, start + len(view.text[start:end].rstrip(" ,-"))) if len(phrase) > 3 else None

"""A document mention while it is being read."""

from __future__ import annotations

from dataclasses import dataclass

from .codes import Code


@dataclass(slots=True)
class Mention:
    """A document mention: half-open span in the view's text and the columns of `documents` known so far.

    `law` says that it is named by name and year, `pointing` that it only points back ("Nghị quyết này"), `worded` that
    its issuer was printed in words, `amended` that the text names it as what another one amends or replaces, `session` that its number is that
    of a Party plenum ("Nghị quyết Trung ương 4"), `yeared` that its year is printed behind the number ("Thông tư 45/2018"),
    `tentative` that its number may count something: it stands only where the text names that document otherwise,
    `called` the type and number in the name of a known programme ("Đề án 06").
    """

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
    worded: bool = False
    session: bool = False
    amended: bool = False
    yeared: bool = False
    tentative: bool = False
    called: tuple[str, str] | None = None


def from_code(start: int, end: int, doc_type: str | None, code: Code) -> Mention:
    """Make the mention of a document that is printed with its code."""
    return Mention(
        start, end, doc_type or code.doc_type, code.number, code.year, code.symbol, code.code, code.issuer, document_id=code.document_id
    )

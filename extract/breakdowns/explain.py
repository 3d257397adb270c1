"""What a check found, in one Vietnamese and one English sentence: the printed figures quoted, the arithmetic shown.

Numbers stand in Vietnamese style in both sentences, so that they look like the figures they are compared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..figures import Figure
from .check import Check, Form, number
from .vietnamese import printed_amount

_TEMPLATES: dict[Form, tuple[str, str, str]] = {
    "share": ("{q1} trên {q0} bằng {value}", "{q1} of {q0} is {value}", "{n1} ÷ {n0} = {value}"),
    "plan": ("{q1} so với mức đề ra {q0} bằng {value}", "{q1} against the planned {q0} is {value}", "{n1} ÷ {n0} = {value}"),
    "rate": ("{q1} chia cho {q0} bằng {value}", "{q1} divided by {q0} is {value}", "{n1} ÷ {n0} = {value}"),
    "difference": ("từ {q1} đến {q0} là {way} {value}", "from {q1} to {q0} is {way} of {value}", "{more} − {less} = {value}"),
    "growth": ("từ {q1} đến {q0} là {way} {value}", "from {q1} to {q0} is {way} of {value}", "({more} − {less}) ÷ {n1} = {value}"),
    "multiple": ("{q0} gấp {value} lần {q1}", "{q0} is {value} times {q1}", "{n0} ÷ {n1} = {value}"),
    "more": ("{q0} hơn {q1} {value} lần mức ấy", "{q0} exceeds {q1} by {value} times that level", "({n0} − {n1}) ÷ {n1} = {value}"),
    "percent": ("{q1} bằng {value} mức trước đó", "{q1} is {value} of the level before", "{n1} ÷ {before} = {value}"),
}
"""What is done with the figures in Vietnamese, in English, and as arithmetic; `q` are the members' quotes, `n` their numbers."""

_UNITS = {"VND": "đồng", "t": "tấn"}
"""How units are printed where their code is not the word itself."""
_WAYS = {(True, False): "tăng", (False, False): "giảm", (True, True): "an increase", (False, True): "a decrease"}
_IN_PERCENT = frozenset({"shares", "share", "plan", "growth", "percent"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """A check in words."""

    vi: str
    en: str


def explain(check: Check, figures: Sequence[Figure], quotes: Sequence[str]) -> Explanation:
    """Say what a check found.

    Args:
        check: the check.
        figures: the figures of its text.
        quotes: how each of them is printed, by the same index.
    """
    members = [figures[index] for index in check.members]
    quoted = [f"“{' '.join(quotes[index].split())}”" for index in check.members]
    return Explanation(_sentence(check, members, quoted, False), _sentence(check, members, quoted, True))


def _sentence(check: Check, members: Sequence[Figure], quoted: Sequence[str], english: bool) -> str:
    if check.form == "sum" and len(members) == 2:
        part, whole, over = (printed_amount(one, english) for one in (check.expected, check.reported, check.expected - check.reported))
        if english:
            return f"The part {quoted[1]} exceeds its whole {quoted[0]} ({part} > {whole}; by {over})."
        return f"Phần {quoted[1]} lớn hơn tổng thể {quoted[0]} ({part} > {whole}; vượt {over})."
    said, shown = (_added if check.form in ("sum", "shares") else _calculated)(check, members, quoted, english)
    wanted = "100%" if check.form == "shares" else quoted[0] if check.form == "sum" else quoted[-1]
    if check.form in ("difference", "growth"):
        rising = check.reported >= 0
        wanted = (
            f"the printed {'increase' if rising else 'decrease'} of {wanted}"
            if english
            else f"mức {'tăng' if rising else 'giảm'} {wanted} như in"
        )
    gap = abs(check.expected - check.reported)
    said = said[:1].upper() + said[1:]
    if check.ok:
        rounded = gap > 1e-6 * max(1.0, abs(check.reported))
        if english:
            return f"{said}, which agrees with {wanted}{' within rounding' if rounded else ''} ({shown})."
        return f"{said}, khớp với {wanted}{' trong phạm vi làm tròn' if rounded else ''} ({shown})."
    off = printed_amount(gap, english)
    if check.form in _IN_PERCENT or members[0].kind == "percentage":
        off += " percentage points" if english else " điểm phần trăm"
    return (
        f"{said}, which does not agree with {wanted} ({shown}; off by {off})."
        if english
        else f"{said}, không khớp với {wanted} ({shown}; lệch {off})."
    )


def _calculated(check: Check, members: Sequence[Figure], quoted: Sequence[str], english: bool) -> tuple[str, str]:
    """Give what was calculated of two figures, and the arithmetic."""
    numbers = [printed_amount(number(one), english) for one in members]
    fields = {f"q{index}": quote for index, quote in enumerate(quoted)} | {f"n{index}": one for index, one in enumerate(numbers)}
    fields["value"] = printed_amount(check.expected, english) + ("%" if check.form in _IN_PERCENT else "")
    if check.form in ("difference", "growth"):
        up = check.expected >= 0
        fields |= {"way": _WAYS[up, english], "more": numbers[0 if up else 1], "less": numbers[1 if up else 0]}
        fields["value"] = fields["value"].removeprefix("-")
    if check.form == "difference" and members[0].kind == "percentage":
        fields["value"] += " percentage points" if english else " điểm phần trăm"
    if check.form == "rate":
        units, amount, rate = (_UNITS.get(one.unit or "", one.unit) for one in members)
        fields |= {"n0": f"{numbers[0]} {units}", "n1": f"{numbers[1]} {amount}", "value": f"{fields['value']} {rate}/{units}"}
    if check.form == "percent":
        now, change = members[:2]
        before = number(now) + (number(change) if change.change == "decrease" else -number(change))
        fields["before"] = printed_amount(before, english)
    vi, en, shown = _TEMPLATES[check.form]
    return (en if english else vi).format(**fields), shown.format(**fields)


def _added(check: Check, members: Sequence[Figure], quoted: Sequence[str], english: bool) -> tuple[str, str]:
    """Give what was added up, and the arithmetic: parts of a whole, or shares of 100 percent."""
    shares = check.form == "shares"
    parts, named = (members, quoted) if shares else (members[1:], quoted[1:])
    sign = "%" if shares else ""
    total = printed_amount(check.reported if shares else check.expected, english) + sign
    listed = f"{', '.join(named[:-1])} {'and' if english else 'và'} {named[-1]}"
    shown = " + ".join(printed_amount(number(one), english) + sign for one in parts)
    return (f"{listed} add up to {total}" if english else f"{listed} cộng lại bằng {total}"), f"{shown} = {total}"

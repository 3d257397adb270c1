"""The times a figure could hold at, each described by features for the linking classifier.

| feature | what it says |
| --- | --- |
| `none`, `today`, `rule` | no time; the article's own day; what the rules of scope chose |
| `kind`, `width`, `open` | form of the period; day, month, quarter, year, years; a bound |
| `where` | same clause before or behind, same sentence before or behind, so many sentences back, further on |
| `rank` | the how-maniest distinct period before the figure |
| `between` | figures between the mention and this one |
| `often` | how often the article names it |
| `told` | it is a day on which somebody spoke, met or signed ("chiều 11-3, ông A cho biết") |
| `against` | it is only compared with ("so với cùng kỳ") |
| `previous`, `next`, `whole`, `repeat`, `common` | what the rules gave the figures before and behind, the whole, a repetition, most figures |
| `none/word` | a word beside the figure, for no time |
| `@…` | of the figure: what sort of thing it is of, its kind, status, tense, sentence and neighbours; of the mention: lines between, words that its sentence shares |
| `none/…`, `today/…`, `far/…` | kind, status, tense and sentence of the figure, for no time, for today, for a time outside the sentence |

Figures before and behind are described by what the *rules* gave them, in training as at run time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from ..figures import Figure, bracket_of, clause_start
from ..text.sentences import sentence_at
from .cohesion import Cohesion
from .measure_nouns import group_of
from .period_roles import is_deadline, is_of_next_plan, is_of_one_statement, is_office_term, is_origin

Time = tuple[str | None, str | None, str | None]
"""Start and end as ISO dates, and the words that say so."""
_MOST = 9
"""Candidates at most, before those the title, the rules and repetitions add."""
_BACK = 25
"""Mentions that are looked back on at most, so that work grows with the text and not with its square."""
_WORD = re.compile(r"[^\W\d_]+|%")
_BEFORE, _BEHIND = 5, 4
"""Words before and behind a figure that describe it."""
_NEAR = 60
"""Characters around a figure whose words are looked at."""
_STATED = frozenset({"now", "tonow", "until"})
_TOLD_REACH = 130
"""Characters behind a day in which a verb of telling makes it the day of the telling."""
_TOLD = re.compile(
    r"[^.;\n\d]*?(?<!\w)(?:cho biết|cho hay|trao đổi|thông tin|nói|khẳng định|xác nhận|thông báo|phát biểu|chủ trì|họp|hội nghị|buổi làm việc"
    r"|ký|ban hành|có văn bản|gửi|báo cáo|tuyên|đăng|phản ánh|đưa tin|tuyên án|mở phiên|đã có (?:công văn|văn bản|quyết định|báo cáo))(?!\w)"
)
_BESIDE = 40
"""Characters between a figure and brackets that tell its time."""
_EXPLAINED = re.compile(
    r"(?<!\w)(?:(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|những|các) (?:năm|tháng|quý|ngày|tuần)|nhiệm kỳ|giai đoạn|thời gian|thời kỳ|niên độ)(?: (?:qua|nay|đó|gần đây|vừa qua|gần nhất|liên tiếp|trước))? $"
    r"|(?<!\w)(?:mùng|mồng|rằm|giao thừa|hôm (?:nay|qua|kia)|(?:thứ|chủ) [^\W\d_]+)(?: [^\W_]+){0,2} $"
)
"""Before brackets that say which years are meant: "trong 3 năm (2016-2018)"."""
_REPEATS = 5
"""Repetitions of a figure that are asked for their time."""


def time_key(time: Time | None) -> tuple[str | None, str | None]:
    """Give what makes two times the same: start and end."""
    return (time[0], time[1]) if time is not None else (None, None)


@dataclass(slots=True)
class PeriodScene:
    """What all figures of one text share when their times are chosen."""

    folded: str
    periods: list[dict[str, Any]]
    against: list[bool]
    told: list[bool]
    origin: list[bool]
    sentences: tuple[tuple[int, int], ...]
    ends: tuple[int, int]
    today: str | None
    rules: list[Time | None]
    sentence_of: list[int]
    starts: list[int]
    figure_starts: list[int]
    often: Counter[tuple[str | None, str | None]]
    common: tuple[str | None, str | None]
    repeats: dict[tuple[object, ...], list[int]]
    cohesion: Cohesion

    @classmethod
    def of(
        cls,
        folded: str,
        figures: list[Figure],
        periods: list[dict[str, Any]],
        against: list[bool],
        sentences: tuple[tuple[int, int], ...],
        ends: tuple[int, int],
        today: date | None,
        rules: list[Time | None],
    ) -> PeriodScene:
        """Count once for the text.

        Args:
            folded: the folded text.
            figures: its figures.
            periods: its periods in order.
            against: of each period whether it is only compared with; the term of an office counts as such.
            sentences: the spans of its sentences.
            ends: where the title and the lead end.
            today: the article's day.
            rules: the time of each figure by the rules.
        """
        often = Counter((row["period_start"], row["period_end"]) for row in periods)
        given = Counter(time_key(time) for time in rules if time is not None and time_key(time) != (None, None))
        repeats: dict[tuple[object, ...], list[int]] = {}
        for index, figure in enumerate(figures):
            repeats.setdefault((figure.value, figure.low, figure.high, figure.kind, figure.unit), []).append(index)
        return cls(
            folded, periods, [compared or is_office_term(folded, row) for compared, row in zip(against, periods, strict=True)],
            [is_told(folded, row) for row in periods], [is_origin(folded, row) for row in periods], sentences, ends, today.isoformat() if today else None, rules,
            [sentence_at(sentences, row["start"]) for row in periods], [row["start"] for row in periods],
            [figure.start for figure in figures], often, max(given, key=lambda key: (given[key], key[0] or "", key[1] or ""), default=(None, None)), repeats,
            Cohesion(folded, sentences),
        )  # fmt: skip


def is_day(key: tuple[str | None, ...]) -> bool:
    """Say whether a time is a single day."""
    return key[0] is not None and key[0] == key[1]


def is_told(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period is a day on which somebody spoke, met or signed, which dates the telling and not what is told."""
    if period["period_start"] != period["period_end"] or period["kind"] in _STATED:
        return False
    end = folded.find("\n", period["end"], period["end"] + _TOLD_REACH)
    return _TOLD.match(folded, period["end"], end if end >= 0 else period["end"] + _TOLD_REACH) is not None


def time_of(period: dict[str, Any]) -> Time:
    """Give what a figure keeps of a period: its days and its words."""
    return period["period_start"], period["period_end"], period["quote"]


def start_of(period: dict[str, Any]) -> int:
    """Give where a period starts, to look for it in a row of them."""
    return int(period["start"])


def is_aside(folded: str, figure: Figure, period: dict[str, Any]) -> bool:
    """Say whether a period of a figure's sentence stands in brackets that are none of the figure's: the other one of "41% (năm trước 48%)"."""
    within = bracket_of(folded, figure.bounds, period["start"])
    if within is None or within == bracket_of(folded, figure.bounds, figure.start):
        return False
    if _EXPLAINED.search(folded, max(0, within[0] - 24), within[0]):
        return False
    if any(sign.isdigit() for sign in folded[period["end"] : within[1]]):
        return True  # "32 điểm (năm trước là 38,5 điểm)"
    return within[0] < figure.start or within[0] - figure.end > _BESIDE


def is_bracketed(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period stands alone in brackets and dates what stands before them, and nothing told later: "2.870 lượt (2016)"."""
    return folded[period["start"] - 1 : period["start"]] == "(" and folded[period["end"] : period["end"] + 1] == ")"


def is_of_bracket(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period stands in brackets with a figure of its own: "(năm trước là 38,5 điểm)" dates nothing told behind them."""
    low = period["start"] - _BESIDE
    opened = folded.rfind("(", max(0, low), period["start"])
    if opened < 0 or ")" in folded[opened : period["start"]]:
        return False
    closed = folded.find(")", period["end"], period["end"] + _BESIDE)
    return closed >= 0 and any(sign.isdigit() for sign in folded[period["end"] : closed])


def period_candidates(scene: PeriodScene, figures: list[Figure], index: int) -> tuple[list[Time | None], list[tuple[str, ...]]]:
    """Give the candidates for a figure's time (None is one) and the features of each, in a fixed order."""
    figure = figures[index]
    low, high = figure.bounds
    rule = scene.rules[index]
    unresolved = rule if rule is not None and time_key(rule) == (None, None) else None
    chosen: dict[tuple[str | None, str | None], tuple[Time | None, int]] = {(None, None): (unresolved, -1)}

    def add(mention: int) -> None:
        row = scene.periods[mention]
        key = (row["period_start"], row["period_end"])
        elsewhere = not low <= row["start"] < high
        if elsewhere and key == (None, None):
            return  # "ngày mai" of another sentence says nothing of this one
        if elsewhere and (is_of_one_statement(scene.folded, row) or (figure.status == "actual" and is_deadline(scene.folded, row))):
            return
        if scene.today is None and is_day(key) and elsewhere and not _is_just_told(scene, figure, mention):
            return  # without the article's date, a day is told of its own sentence and the next one
        if row["kind"] == "decade" and elsewhere:
            return  # history, told of its own sentence
        if not elsewhere:
            if is_aside(scene.folded, figure, row):
                return
        elif is_bracketed(scene.folded, row) or is_of_bracket(scene.folded, row):
            return
        if scene.origin[mention] and (figure.kind in ("count", "measurement") or not low <= row["start"] < figure.start):
            return
        if figure.end <= row["start"] < high and is_of_next_plan(scene.folded, figure, row):
            return
        if scene.against[mention]:
            return  # what is only compared with is no time of a figure, unless the rules have a reason
        if key not in chosen or chosen[key][1] < 0:
            chosen[key] = ((key[0], key[1], row["quote"]), mention)

    at = bisect_right(scene.starts, figure.start)
    rank: dict[tuple[str | None, str | None], int] = {}
    behind = [i for i in range(at, min(at + 3, len(scene.periods))) if scene.starts[i] < high]
    for i in behind:
        add(i)
    for i in range(at - 1, max(-1, at - _BACK), -1):
        row = scene.periods[i]
        rank.setdefault((row["period_start"], row["period_end"]), len(rank) + 1)
        if len(chosen) < _MOST:
            add(i)
    for i in range(min(3, len(scene.periods))):
        add(i)
    if at < len(scene.periods):
        add(at)
    same = scene.repeats[(figure.value, figure.low, figure.high, figure.kind, figure.unit)]
    repeated = {time_key(scene.rules[i]) for i in same[:_REPEATS] if i != index} - {(None, None)}
    for time in (rule, *(scene.rules[i] for i in same[:_REPEATS])):
        if time is not None and not (scene.today is None and is_day(time) and time != rule):
            chosen.setdefault(time_key(time), (time, -1))
    if scene.today is not None:
        chosen.setdefault((scene.today, scene.today), ((scene.today, scene.today, None), -1))

    words = _words(scene.folded, figure, low, high)
    whole = scene.rules[figure.total] if figure.total is not None else None
    share = scene.rules[figure.share] if figure.share is not None else None
    before = scene.rules[index - 1] if index else None
    after = scene.rules[index + 1] if index + 1 < len(figures) else None
    clause = clause_start(scene.folded, figure.left, low)
    part = "part" if figure.total is not None else "free"
    zone = "title" if figure.start < scene.ends[0] else "lead" if figure.start < scene.ends[1] else "body"
    named = any(low <= scene.starts[i] < high for i in range(max(0, at - 4), min(at + 3, len(scene.periods))))
    opening = _opening(scene.folded, low)
    rate = "rate" if figure.per is not None else "plain"
    tense = _tense(scene.folded, figure, clause)
    alike = index > 0 and figure.subject is not None and figure.subject == figures[index - 1].subject
    told = sum(low <= start < high for start in scene.starts[max(0, at - 4) : at + 3])
    shared = [
        *figure.signs, f"@kind={group_of(figure)}", f"@status={figure.status}", f"@tense={tense}", f"@opening={opening}", f"@zone={zone}", f"@part={part}",
        f"@rate={rate}", f"@own={min(told, 3)}", f"@deep={5 * figure.start // (len(scene.folded) + 1)}", f"@times={min(len(scene.often), 6)}",
        f"@change={figure.change or '-'}", f"@dated={scene.today is not None}", f"@unit={figure.unit or '-'}",
    ]  # fmt: skip
    found = []
    for key, (_, mention) in chosen.items():
        features: list[str] = []
        where = _where(scene, figure, mention, clause) if mention >= 0 else "none"
        if mention >= 0:
            features += _mention_features(scene, figures, index, mention, where)
            features += [f"rank={min(rank.get(key, 9), 5)}", f"rank={min(rank.get(key, 9), 5)}/{where}"]
        if key == (None, None):
            features += [
                "none", f"none/{figure.kind}", f"none/{figure.status}", f"none/{part}", f"none/{zone}", f"none/named={named}", f"none/opening={opening}",
                f"none/{rate}", f"none/tense={tense}", f"none/tense={tense}/named={named}",
                *(f"none/word={word}" for word in words), *(f"none/{sign}" for sign in figure.signs),
            ]  # fmt: skip
        elif mention < 0:
            features.append("unmentioned")
        if scene.today is not None and key == (scene.today, scene.today):
            features += ["today", f"today/{figure.kind}", f"today/{where}", f"today/{zone}", f"today/named={named}"]
        if key != (None, None) and where not in ("clause", "clause-near", "near", "behind"):
            features += [f"far/{figure.kind}", f"far/{figure.status}", f"far/{zone}", f"far/opening={opening}", f"far/{rate}"]
            features += [f"far/tense={tense}", f"far/tense={tense}/{_width(key)}"]
        shape = _width(key)
        features += [f"width={shape}", f"width={shape}/{figure.status}", f"width={shape}/{figure.kind}"]
        if key == time_key(rule):
            features += ["rule", f"rule/{shape}", f"rule/{where}", f"rule/{part}", f"rule/{zone}"]
        if index and key == time_key(before):
            near = (
                "same"
                if figures[index - 1].sentence == figure.sentence
                else "next"
                if figure.sentence - figures[index - 1].sentence < 2
                else "far"
            )
            features += ["previous", f"previous/{near}", f"previous/{near}/named={named}", f"previous/{near}/alike={alike}"]
        if after is not None and key == time_key(after):
            features.append(f"next/{'same' if figures[index + 1].sentence == figure.sentence else 'other'}")
        if whole is not None and key == time_key(whole):
            features.append("whole")
        if share is not None and key == time_key(share):
            features.append("share")
        if key in repeated:
            features += ["repeat", f"repeat/{zone}"]
        if key == scene.common and key != (None, None):
            features += ["common", f"common/{zone}", f"common/named={named}"]
        if key != (None, None):
            features.append(f"often={min(scene.often[key], 4)}")
        if mention >= 0:
            features += scene.cohesion.described(figure, scene.sentence_of[mention], scene.starts[mention])
        found.append((*features, *shared))
    return [time for time, _ in chosen.values()], found


def _is_just_told(scene: PeriodScene, figure: Figure, mention: int) -> bool:
    """Say whether a period stands in the sentence before a count's, on the same line or the one before, and that sentence tells no time."""
    if figure.kind != "count" or figure.sentence - scene.sentence_of[mention] != 1:
        return False
    low, high = figure.bounds
    own = bisect_right(scene.starts, low - 1) < bisect_right(scene.starts, high - 1)
    return not own and "\n\n" not in scene.folded[scene.starts[mention] : figure.start]


_PERSON = re.compile(r"\W*(?:ông|bà|anh|chị|em|thầy|cô|cụ|gia đình|hộ)(?!\w)")
_LINKED = re.compile(
    r"\W*(?:trong đó|trong số|cụ thể|theo đó|ngoài ra|bên cạnh|cùng với|đồng thời|riêng|tuy nhiên|qua đó|còn|đặc biệt|số|tổng)(?!\w)"
)
_PLACED = re.compile(r"\W*(?:tại|ở|trên địa bàn)(?!\w)")


_HAS = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|tp|tp\.? ?hcm|huyện|xã|quận|cả nước|toàn quốc|địa phương|nước ta|việt nam|[^\W\d_]{2,} [^\W\d_]{2,}) có(?: (?:khoảng|hơn|gần|trên|tổng cộng|tới|đến|tất cả))* ?$"
)
"""Before how many there are of a thing, now: "huyện có 66 cơ sở"."""
_TENSES = (
    ("now", re.compile(r"(?<!\w)(?:(?<!thực )(?<!thể )(?<!xuất )(?<!phát )(?<!biểu )(?<!tái )hiện|đang|còn|vẫn)(?!\w)")),
    ("will", re.compile(r"(?<!\w)(?:sẽ|dự kiến|phấn đấu)(?!\w)")),
    ("done", re.compile(r"(?<!\w)(?:đã|vừa|từng|được|bị|xảy ra)(?!\w)")),
)


def _tense(folded: str, figure: Figure, clause: int) -> str:
    """Say how a figure's clause tells time: of what there is, what will be, what was done; `has` where it only says what somewhere has."""
    for name, pattern in _TENSES:
        if pattern.search(folded, clause, figure.left):
            return name
    return "has" if _HAS.search(folded, max(figure.bounds[0], figure.left - _NEAR), figure.left) else "-"


def _opening(folded: str, low: int) -> str:
    """Say how the figure's sentence opens: with a person, a word that leads on, a place, a quotation, a list's sign."""
    for name, pattern in (("person", _PERSON), ("linked", _LINKED), ("place", _PLACED)):
        if pattern.match(folded, low):
            return name
    return "sign" if folded[low : low + 1] in '-+*•"' else "other"


def _where(scene: PeriodScene, figure: Figure, mention: int, clause: int) -> str:
    row = scene.periods[mention]
    position = row["start"]
    low, high = figure.bounds
    if position >= figure.number_end:
        if position >= high:
            return "later"
        gap = scene.folded[figure.end : position]
        if re.search(r"[;:\n]|\. ", gap):
            return "behind-apart"
        return "near" if len(gap) < 4 else "behind" if len(gap) < 60 else "behind-far"
    if position >= clause:
        return "clause-near" if figure.left - row["end"] < 4 else "clause"
    if position >= low:
        return "sentence"
    return f"back{min(figure.sentence - scene.sentence_of[mention], 4)}"


def _mention_features(scene: PeriodScene, figures: list[Figure], index: int, mention: int, where: str) -> list[str]:
    figure, row = figures[index], scene.periods[mention]
    position = row["start"]
    kind = row["kind"]
    first = bisect_right(scene.figure_starts, min(position, figure.start))
    last = bisect_right(scene.figure_starts, max(position, figure.start) - 1)
    between = max(0, last - first)
    low = scene.sentences[scene.sentence_of[mention]][0] if scene.sentences else 0
    opens = position - low < 4
    told = scene.told[mention]
    features = [
        f"told={told}/{where}", f"kind={kind}", f"where={where}", f"where={where}/{kind}",
        f"between={min(between, 3)}/{where}", f"opens={opens}/{where}", f"anchored={row.get('anchored')}/{where}",
    ]  # fmt: skip
    if scene.against[mention]:
        features += ["against", f"against/{where}"]
    link = re.search(r"(\w+)\W*$", scene.folded[max(0, position - 12) : position])
    if link:
        features.append(f"link={link[1]}")
    return features


def _width(key: tuple[str | None, str | None]) -> str:
    start, end = key
    if start is None or end is None:
        return "none" if start == end else "until" if start is None else "from"
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return (
        "day"
        if days == 0
        else "days"
        if days < 27
        else "month"
        if days < 32
        else "months"
        if days < 363
        else "year"
        if days < 367
        else "years"
    )


def _words(folded: str, figure: Figure, low: int, high: int) -> list[str]:
    before = _WORD.findall(folded, max(low, figure.left - _NEAR), figure.left)[-_BEFORE:]
    behind = _WORD.findall(folded, figure.number_end, min(high, figure.number_end + _NEAR))[:_BEHIND]
    pairs = [f"{a} {b}" for a, b in pairwise(before)]
    return sorted({*before, *pairs, *(f">{word}" for word in behind)})

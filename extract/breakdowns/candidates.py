"""The figures a figure could be part of, each described by features for the linking classifier.

| feature | what it says |
| --- | --- |
| `none`, `rule` | no whole; what the rules of breakdowns chose |
| `kinds` | kind of the part and of the candidate |
| `unit`, `group` | whether units and what is counted agree |
| `distance` | figures and sentences between |
| `cue`, `cue-sentence` | opening words between the two ("trong đó", "gồm", "còn lại"), or at the sentence's start |
| `sum` | the part is smaller, equal, larger; parts so far fit into the whole |
| `previous` | it is the whole of the figure before |
| `gap` | the sign right before the part |
| `share` | the figure has a share; it is a change |
"""

from __future__ import annotations

import re

from ..figures import LEVEL_KINDS, Figure
from .forest import CUE, is_change

_BACK = 14
_SENTENCES = 3


def whole_candidates(folded: str, figures: list[Figure], index: int, rule: int | None) -> tuple[list[int | None], list[tuple[str, ...]]]:
    """Give the candidates for a figure's whole (None is one) and the features of each, nearest first.

    Args:
        folded: the folded text.
        figures: the figures; those before `index` have their whole.
        index: the figure.
        rule: what the rules chose.
    """
    part = figures[index]
    found: list[int | None] = [None]
    if rule is not None and rule > index:
        found.append(rule)
    for candidate in range(index - 1, max(-1, index - 1 - _BACK), -1):
        whole = figures[candidate]
        if part.sentence - whole.sentence > _SENTENCES:
            break
        if candidate == rule or _possible(whole, part) and not whole.cue == "/":
            found.append(candidate)
    if rule is not None and rule not in found:
        found.append(rule)
    changed = is_change(folded, part)
    cue = None
    for match in CUE.finditer(folded, part.bounds[0], part.start):
        cue = match
    previous = figures[index - 1].total if index else None
    described = []
    for rank, candidate in enumerate(found):
        shared = [f"part={part.kind}", f"changed={changed}", f"cue={cue[0] if cue else '-'}", f"share={part.share is not None}"]
        if candidate is None:
            features = ["none", *(f"none/{name}" for name in shared), f"none/bare={part.unit in ('người', 'hộ', '%')}"]
            if rule is None:
                features += ["rule", "rule/none"]
            if previous is None and index:
                features.append(f"previous/none/{figures[index - 1].sentence == part.sentence}")
            described.append(tuple(features))
            continue
        features = _pair(folded, figures, index, candidate, cue, rank)
        features += [f"some/{name}" for name in shared]
        if candidate == rule:
            features += ["rule", f"rule/{part.cue or '-'}"]
        if candidate == previous:
            features.append(f"previous/{figures[index - 1].sentence == part.sentence}")
        described.append(tuple(features))
    return found, described


def _possible(whole: Figure, part: Figure) -> bool:
    if whole.kind not in LEVEL_KINDS or whole.value is None:
        return False
    if part.kind == "percentage":
        return True
    size = part.value if part.value is not None else part.high
    return whole.kind == part.kind and (size is None or size <= whole.value)


def _pair(folded: str, figures: list[Figure], index: int, candidate: int, cue: re.Match[str] | None, rank: int) -> list[str]:
    part, whole = figures[index], figures[candidate]
    sentences = part.sentence - whole.sentence
    between = folded[whole.end : part.left]
    features = [
        f"kinds={whole.kind}>{part.kind}", f"unit={whole.unit == part.unit}", f"group={whole.group == part.group}/{sentences}",
        f"groups={whole.group}>{part.group}", f"sentences={sentences}", f"figures={min(index - candidate, 6)}/{min(sentences, 1)}", f"rank={min(rank, 4)}",
        f"whole-has-whole={whole.total is not None}", f"whole-changed={is_change(folded, whole)}", f"per={whole.per == part.per}",
    ]  # fmt: skip
    opener = None
    for match in CUE.finditer(between):
        opener = match[0]
    features.append(f"opener={opener or '-'}/{sentences}")
    if cue is not None:
        features.append(f"cue-after-whole={cue.start() >= whole.end}")
    if "(" in between and ")" not in between:
        features.append("in-bracket")
    if re.search(r"[:]", between):
        features.append("colon")
    siblings = [one for one in figures[:index] if one.total == candidate and one.kind == part.kind]
    features.append(f"siblings={min(len(siblings), 3)}")
    if part.value is not None and whole.value:
        share = part.value / whole.value
        total = sum(float(one.value or 0) for one in siblings) + part.value
        if part.kind == whole.kind:
            features += [f"size={'equal' if share == 1 else 'small' if share < 0.02 else 'part'}", f"fits={total <= whole.value * 1.001}"]
            if abs(total - whole.value) < 1e-6 * whole.value and siblings:
                features.append("completes")
    first = re.match(r"\W*(\w+)", folded[part.bounds[0] : part.bounds[0] + 20])
    if sentences and first:
        features.append(f"opens={first[1]}")
    return features

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
from bisect import bisect_left
from dataclasses import dataclass

from ..figures import LEVEL_KINDS, Figure
from .forest import CUE
from .no_part import is_change
from .sizes import can_hold

_BACK = 8
_SENTENCES = 3


@dataclass(slots=True)
class WholeScene:
    """What all figures of one text share when their wholes are chosen: opening words, and which figures are changes."""

    folded: str
    figures: list[Figure]
    cues: list[re.Match[str]]
    starts: list[int]
    changed: list[bool]

    @classmethod
    def of(cls, folded: str, figures: list[Figure]) -> WholeScene:
        """Read the text once."""
        cues = list(CUE.finditer(folded)) if figures else []
        return cls(folded, figures, cues, [cue.start() for cue in cues], [is_change(folded, figure) for figure in figures])

    def last_cue(self, low: int, high: int) -> re.Match[str] | None:
        """Give the last opening words that begin in a span and end in it."""
        index = bisect_left(self.starts, high) - 1
        while index >= 0 and self.starts[index] >= low:
            if self.cues[index].end() <= high:
                return self.cues[index]
            index -= 1
        return None


def whole_candidates(scene: WholeScene, index: int, rule: int | None) -> tuple[list[int | None], list[tuple[str, ...]]]:
    """Give the candidates for a figure's whole (None is one) and the features of each, nearest first.

    Args:
        scene: what the text's figures share; those before `index` have their whole.
        index: the figure.
        rule: what the rules chose.
    """
    figures = scene.figures
    part = figures[index]
    found: list[int | None] = [None]
    if rule is not None and rule > index:
        found.append(rule)
    for earlier in range(index - 1, max(-1, index - 1 - _BACK), -1):
        whole = figures[earlier]
        if part.sentence - whole.sentence > _SENTENCES:
            break
        if earlier == rule or (_possible(whole, part) and whole.cue != "/"):
            found.append(earlier)
    if rule is not None and rule not in found:
        found.append(rule)
    if len(found) == 1:
        return found, [()]
    changed = scene.changed[index]
    cue = scene.last_cue(part.bounds[0], part.start)
    previous = figures[index - 1].total if index else None
    described = []
    for rank, option in enumerate(found):
        candidate: int | None = option
        shared = [f"part={part.kind}", f"changed={changed}", f"cue={cue[0] if cue else '-'}", f"share={part.share is not None}"]
        if candidate is None:
            features = ["none", *(f"none/{name}" for name in shared), f"none/bare={part.unit in ('người', 'hộ', '%')}"]
            if rule is None:
                features += ["rule", "rule/none"]
            if previous is None and index:
                features.append(f"previous/none/{figures[index - 1].sentence == part.sentence}")
            described.append(tuple(features))
            continue
        features = _pair(scene, index, candidate, cue, rank)
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
    if whole.kind != part.kind or (size is not None and size > whole.value):
        return False
    return part.kind != "count" or can_hold(whole, part) or not part.unit or whole.group == part.group


def _pair(scene: WholeScene, index: int, candidate: int, cue: re.Match[str] | None, rank: int) -> list[str]:
    folded, figures = scene.folded, scene.figures
    part, whole = figures[index], figures[candidate]
    sentences = part.sentence - whole.sentence
    between = folded[whole.end : part.left]
    features = [
        f"kinds={whole.kind}>{part.kind}", f"unit={whole.unit == part.unit}", f"group={whole.group == part.group}/{sentences}",
        f"groups={whole.group}>{part.group}", f"sentences={sentences}", f"figures={min(index - candidate, 6)}/{min(sentences, 1)}", f"rank={min(rank, 4)}",
        f"whole-has-whole={whole.total is not None}", f"whole-changed={scene.changed[candidate]}", f"per={whole.per == part.per}",
    ]  # fmt: skip
    opener = scene.last_cue(whole.end, part.left)
    features.append(f"opener={opener[0] if opener else '-'}/{sentences}")
    if cue is not None:
        features.append(f"cue-after-whole={cue.start() >= whole.end}")
    if "(" in between and ")" not in between:
        features.append("in-bracket")
    if re.search(r"[:]", between):
        features.append("colon")
    siblings = [one for one in figures[candidate + 1 : index] if one.total == candidate and one.kind == part.kind]
    features.append(f"siblings={min(len(siblings), 3)}")
    if part.value is not None and whole.value:
        share = part.value / whole.value
        total = sum(float(one.value or 0) for one in siblings) + part.value
        if part.kind == whole.kind:
            features += [
                f"size={'equal' if share == 1 else 'small' if share < 0.02 else 'part'}",
                f"fits={total <= whole.value * (1.001 if whole.qualifier == 'exact' else 1.05)}",
            ]
            if abs(total - whole.value) < 1e-6 * whole.value and siblings:
                features.append("completes")
    first = re.match(r"\W*(\w+)", folded[part.bounds[0] : part.bounds[0] + 20])
    if sentences and first:
        features.append(f"opens={first[1]}")
    return features

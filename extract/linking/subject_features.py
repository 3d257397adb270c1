"""What the linking classifier is told of a candidate for a figure's subject and category.

| feature | what it says |
| --- | --- |
| `s` | how the candidate is made (see `subject_candidates`) |
| `s/kind`, `s/tail`, `s/next`, `s/gap`, `s/links`, `s/room`, `s/unit` | that, with the figure's kind, the words before it, the word behind it, what stands between it and the figure before, whether it has a whole and a share, how many words stand on either side, its unit |
| `length`, `shape`, `capitals`, `room` | how many words the phrase has; its signs and digits; its capitals; its length beside the words there are |
| `cut`, `end`, `skipped`, `crossed` | what stands right before its words, what ends them, how many words are left out behind them, how many figures stand in them |
| `head`, `last` | its first and last word |
| `rule` | it is what the rules chose |
| `noun` | whether it holds the figure's noun |
| `title` | the share of its words that the title has |
| `far` | how many sentences back the earlier figure stands, and whether its unit is the same |
| `category` | how many words the category has, the first and the last |
"""

from __future__ import annotations

import re

from ..figures import Figure
from .measure_nouns import group_of
from .subject_phrases import TOKEN, Phrase, SubjectScene

_WORD = re.compile(r"\w+")


class SubjectFeatures:
    """Describes the candidates of one figure; what is the same for all of them is read once."""

    def __init__(self, scene: SubjectScene, figures: list[Figure], index: int, left: str, right: str) -> None:
        figure = figures[index]
        self._title = scene.title
        self._noun = figure.unit if figure.kind == "count" and figure.unit else ""
        self._context = _context(scene, figures, index, left, right)
        self._shared: dict[str, list[str]] = {}

    def describe(
        self, words: list[str], subject: str, category: str | None, source: str, far: str, of: Phrase | None, rule: bool
    ) -> tuple[str, ...]:
        """Give the features of one candidate.

        Args:
            words: the folded words of its subject.
            subject: as printed.
            category: as printed, or None.
            source: how it is made.
            far: how far the earlier figure is whose subject it takes, or empty.
            of: the words of the text that it is made of, if of any.
            rule: whether the rules chose it.
        """
        shared = self._shared.get(source)
        if shared is None:
            shared = self._shared[source] = [f"s={source}", *(f"s={source}|{what}" for what in self._context)]
        names = shared.copy()
        base, kind, room = source[0], self._context[0], self._context[6]
        size = min(len(words), 9)
        names += [
            f"length={base}{size}",
            f"head={base}{words[0]}",
            f"last={base}{words[-1]}",
            f"noun={base}{bool(self._noun) and self._noun in subject.lower()}",
        ]
        shape = ("," if "," in subject else "") + ("0" if any(word[0].isdigit() for word in words) else "")
        capitals = sum(word[0].isupper() for word in subject.split()[1:])
        names += [f"shape={base}{shape}", f"capitals={base}{min(capitals, 4)}", f"room={source}{room}/{min(size, 4)}"]
        if of is not None:
            names += [
                f"skipped={source}{min(of.skipped, 5)}",
                f"crossed={source}{min(of.crossed, 2)}/{kind}",
                f"crossed={base}{min(of.crossed, 2)}{of.end}",
            ]
            if of.cut:
                names += [f"cut={source}{of.cut}", f"cut={base}{of.cut}/{words[0]}"]
            if of.end:
                names += [f"end={source}{of.end}", f"end={base}{of.end}/{min(size, 4)}"]
        if far:
            names.append(f"far={source}{far}")
        names.append(f"title={base}{round(3 * sum(word in self._title for word in words) / len(words))}")
        inner = _WORD.findall(category.lower()) if category else []
        if inner:
            names += [f"category={min(len(inner), 7)}", f"category.head={inner[0]}", f"category.last={inner[-1]}"]
        if rule:
            names += ["rule", f"rule/{source}", f"rule/{kind}"]
        return tuple(names)

    def none(self, rule: bool) -> tuple[str, ...]:
        """Give the features of having no subject."""
        return ("s=none", *(f"s=none|{what}" for what in self._context), *(("rule",) if rule else ()))


def _context(scene: SubjectScene, figures: list[Figure], index: int, left: str, right: str) -> tuple[str, ...]:
    figure = figures[index]
    folded = scene.view.folded
    kind = group_of(figure)
    before = TOKEN.findall(folded, max(figure.bounds[0], figure.left - 16), figure.left)
    behind = TOKEN.match(folded, figure.end + 1 if folded[figure.end : figure.end + 1] == " " else figure.end)
    previous = figures[index - 1] if index and figures[index - 1].sentence == figure.sentence else None
    gap = "^"
    if previous is not None:
        between = TOKEN.findall(folded, previous.end, min(figure.left, previous.end + 40))
        gap = (between[0] if between else "") + ("." if len(between) > 5 else "") + ("=" if previous.unit == figure.unit else "")
    whole = "w" if figure.total is not None and figure.total < index else ""
    share = "s" if figure.share is not None and figure.share < index else ""
    return (
        f"kind={kind}",
        f"tail={before[-1] if before else '^'}",
        f"tail2={' '.join(before[-2:])}",
        f"next={behind[0] if behind else '$'}",
        f"gap={gap}",
        f"links={whole}{share}{'c' if figure.change else ''}{figure.cue or ''}/{kind}",
        f"room={min(len(left.split()), 4)}{min(len(right.split()), 4)}/{kind}",
        f"unit={figure.unit or '-'}",
    )

"""What tells whether a finished row is right, described for the classifier that gives its confidence.

| feature | what it says |
| --- | --- |
| `value`, `subject`, `place`, `period`, `whole` | how sure the classifiers of roles and links were, in steps |
| `kind`, `unit`, `status`, `change`, `qualifier` | these columns, crossed with the kind |
| `words` | how long subject and category are |
| `inherited` | subject or category are those of the figure before |
| `where` | the place's level, and whether its name stands in the sentence, before or behind the figure |
| `when` | the same for the period, and which of its ends are known |
| `crowd` | how many figures the sentence has, and which of them this is |
| `stand` | title, lead or body; in quotes |
| `links` | whether it has a whole, a share; what opened the breakdown |
"""

from __future__ import annotations

from ..figures import Figure
from ..text.view import View

_LONG_SENTENCE = 200
_LEAD = 500


def row_features(view: View, figures: list[Figure], index: int) -> tuple[str, ...]:
    """Give the features of a linked figure, in a fixed order."""
    figure = figures[index]
    low, high = figure.bounds
    folded = view.folded
    names = [f"kind={figure.kind}", f"value={_step(figure.confidence)}", f"value={_step(figure.confidence)}/{figure.kind}"]
    for name in ("subject", "place", "period", "whole"):
        doubt = figure.doubts.get(name)
        names.append(f"{name}={'-' if doubt is None else _step(doubt)}")
    subject, category = (len((phrase or "").split()) for phrase in (figure.subject, figure.category))
    names += [f"words={min(subject, 8)}", f"words={min(subject, 8)}/{figure.kind}", f"words.category={min(category, 6)}"]
    names.append(f"words={min(subject, 4)}/{min(category, 3)}/{_step(figure.doubts.get('subject', 0.0))}")
    previous = figures[index - 1] if index else None
    if previous is not None and previous.subject == figure.subject:
        names.append(f"inherited={previous.sentence == figure.sentence}/{previous.category == figure.category}")
    where = "-"
    if figure.place is not None:
        name = str(figure.place["name"]).lower()
        where = f"{figure.place['level']}/{_side(folded, name, low, high, figure)}"
    when = "-"
    if figure.period is not None:
        start, end, text = figure.period
        side = _side(folded, (text or "").lower(), low, high, figure) if text else "none"
        when = f"{'s' if start else ''}{'e' if end else ''}/{side}"
    names += [f"where={where}", f"when={when}", f"where={where}/{when}", f"when={when}/{figure.kind}"]
    crowd = [one for one in figures[max(0, index - 12) : index + 12] if one.sentence == figure.sentence]
    rank = next((i for i, one in enumerate(crowd) if one is figure), 0)
    names += [f"crowd={min(len(crowd), 8)}", f"crowd={min(len(crowd), 4)}/{min(rank, 3)}", f"long={high - low > _LONG_SENTENCE}"]
    title_end = folded.find("\n")
    stand = "title" if title_end > 0 and figure.start < title_end else "lead" if figure.start < _LEAD else "body"
    names += [f"stand={stand}", f"stand={stand}/{when[:3]}", f"quoted={folded.count(chr(34), low, figure.start) % 2 == 1}"]
    names += [f"status={figure.status}", f"change={figure.change or '-'}", f"qualifier={figure.qualifier}", f"unit={figure.unit or '-'}"]
    names.append(f"links={figure.total is not None}{figure.share is not None}{figure.cue or '-'}/{figure.kind}")
    names.append(f"baseline={figure.baseline is not None}/{figure.change or '-'}")
    return tuple(names)


def _step(probability: float) -> int:
    """Give a probability in ten steps, the last one parted: 10 is "at least 0.97"."""
    return 10 if probability >= 0.97 else int(probability * 10)


def _side(folded: str, words: str, low: int, high: int, figure: Figure) -> str:
    """Say where words stand in a figure's sentence: right before, before, behind, or elsewhere in the text."""
    if not words:
        return "none"
    before = folded.rfind(words, low, figure.start)
    if before >= 0:
        return "near" if figure.start - before < len(words) + 30 else "before"
    return "behind" if folded.find(words, figure.end, high) >= 0 else "away"

"""Which words around a figure probably belong to its subject, before there is one.

A classifier of phrases, independent of the one that ranks whole candidates: the two are wrong in different places, and the candidate
that agrees with both is oftener right (Dietterich 2000, "Ensemble Methods in Machine Learning").
"""

from __future__ import annotations

from collections.abc import Callable

from .choices import Belief
from .context_features import INHERITED, Told, all_around
from .context_phrases import TextContext

Weigh = Callable[[int, Told], float]
"""Gives the probability, 0 to 1, that a phrase belongs to the subject of the figure with this index."""
PHRASES = frozenset(("belief", "context"))
"""Rankers of a linking model that say of one phrase whether it belongs to a subject."""
_NOUN = 0.9
"""Probability that the counted noun belongs to the subject of a count."""


def believed(context: TextContext, index: int, weigh: Weigh) -> Belief:
    """Give how likely each word around a figure belongs to its subject; of phrases with the same word the likeliest counts.

    Args:
        context: the text.
        index: the figure.
        weigh: the classifier.
    """
    found: dict[str, float] = {}
    afar: dict[str, float] = {}
    figure = context.figures[index]
    for one in all_around(context, index):
        probability = weigh(index, one)
        known = afar if one.phrase.opener == INHERITED else found
        for word in one.phrase.words:
            known[word] = max(known.get(word, 0.0), probability)
    found = afar | found  # an earlier subject tells of words that stand too far off
    if figure.kind == "count":
        for word in (figure.unit or "").split():
            found[word] = max(found.get(word, 0.0), _NOUN)
    return found

"""All arithmetic checks over the figures of one text.

A check runs only where the text claims that it holds; its tolerance is the rounding as printed.
"""

from __future__ import annotations

from ..figures import Figure
from .check import Check
from .differences import check_changes
from .lists import part_lists
from .percentages import check_shares
from .plans import check_plans, check_rates
from .proportions import check_share
from .sums import check_parts


def run_checks(folded: str, figures: list[Figure]) -> list[Check]:
    """Run all checks over the figures of one text.

    Args:
        folded: the folded text.
        figures: its figures, with `total`, `share`, `change` and `cue` as linking left them.

    Returns:
        The checks in order of the text, each set of figures once under each name.
    """
    found: dict[tuple[str, tuple[int, ...]], Check] = {}
    lists = part_lists(folded, figures)
    checks = [*check_parts(folded, figures, lists), *check_share(folded, figures, lists)]
    for run in (check_shares, check_plans, check_rates, check_changes):
        checks += run(folded, figures)
    for check in checks:
        found.setdefault((check.check, tuple(sorted(check.members))), check)
    return sorted(found.values(), key=lambda check: (check.members, check.check))

"""Lines that copying broke within the name of a document ("Nghị định số 29/2012/NĐ-CP⏎ngày 12/4/2012", "108/2014/NĐ-⏎CP")."""

from __future__ import annotations

import re
from dataclasses import replace

from ..text.view import View

_BROKEN = re.compile(
    r"(?<=[\w,)])\n(?=(?:ngày|tháng|năm|của|số) [^\W_])"  # a small letter goes on with the sentence
    r"|(?<= số)\n(?=\d)|(?<=[^\W_][/\-\u2013])\n(?=[A-ZĐ\d])|(?<=\d)\n(?=/)|(?<= của)\n(?=\w)"
)


def unbroken(view: View) -> View:
    """Give the view with a blank for the line break in such a place; the same length, so offsets hold."""
    places = [match.start() for match in _BROKEN.finditer(view.text)] if "\n" in view.text else []
    if not places:
        return view
    text, folded = list(view.text), list(view.folded)
    for at in places:
        text[at] = folded[at] = " "
    return replace(view, text="".join(text), folded="".join(folded))

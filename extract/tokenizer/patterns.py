"""What a token is: document codes, dates, numbers and words are whole; every other sign stands alone."""

from __future__ import annotations

import re

CODE = r"\d{1,5}[a-z]?[/-](?:(?:19|20)\d\d[/-])?[A-ZĐƯ][A-Za-zĐƯđư&]{1,11}\d{0,2}(?:[-\u2013/][A-ZĐƯ][A-Za-zĐƯđư&]{0,11}\d{0,2}){0,4}(?!\w)"
"""A document's code: 70/2009/QĐ-TTg, 18-NQ/TW."""
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d)"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?!\d)"
_NUMBER = r"\d+(?:[.,]\d+)*%?"
_WORD = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*(?:['\u2019][^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)*\d*"
TOKEN = re.compile(rf"{_WORD}|\s+|(?<![\w/.,-])(?:{CODE}|{_DATE})|{_CLOCK}|{_NUMBER}|_+|\S")
"""Matches every character of every text: words, numbers and codes first, then blanks, then any single sign."""

PAIR = re.compile(rf"({TOKEN.pattern})( ?)")
"""Matches a token and the blank behind it, if there is one; over a text the pairs spell it."""

SYLLABLE = re.compile(r"[^\W\d_]+")
"""What the word segmenter may join to a word: letters only, never a number, a code or a sign."""

"""Where a text may be cut: between two characters as people see them, never within one (Unicode, UAX #29).

Where in doubt there is no boundary: a cut a little earlier harms nobody. So it holds for newer versions of Unicode too.
"""

from __future__ import annotations

import re
import unicodedata

JOINED = re.compile(
    "[\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
"""What belongs to the character before it, besides marks: joiners, skin tones, tags, some vowels."""
PREPENDED = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941"
    "\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02]"
)
"""What belongs to the character after it."""
REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]*$")
VIRAMA = 9
"""Combining class of what ties one Indic consonant to the next."""
LEADING, VOWEL, TRAILING = "\u1100-\u115f\ua960-\ua97c", "\u1160-\u11a7\ud7b0-\ud7c6", "\u11a8-\u11ff\ud7cb-\ud7fb"
HANGUL = re.compile(
    f"[{LEADING}][{LEADING}{VOWEL}\uac00-\ud7a3]|[{VOWEL}\uac00-\ud7a3][{VOWEL}{TRAILING}]|[{TRAILING}]{{2}}"
)


def is_boundary(text: str, at: int) -> bool:
    """Whether a character as people see it ends before `at` (more than 0, less than the length)."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M" or JOINED.match(after):
        return False
    if before == "\u200d" or unicodedata.combining(before) == VIRAMA or PREPENDED.match(before):
        return False
    if HANGUL.match(before + after):
        return False
    flags = REGIONAL.search(text, 0, at)
    return not (REGIONAL.fullmatch(after) and flags and len(flags[0]) % 2)

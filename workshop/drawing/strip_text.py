"""How wide words are, roughly, and where they break. Pure: no font is at hand where a report is made.

Mirrored by static/src/shared/strip/text.ts; tested against tests/messages/strip/*.json.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Lines = tuple[str, ...]
FILL = 0.98  # of the width that a name may fill
TIGHT = 1.06  # of the width: an estimate above it is too wide in any face, for widths are estimated a tenth too large
_NARROW, _WIDE = frozenset("iljtfrI.,;:'’!|·()[] "), frozenset("mwMW@%—")
_VOWEL = "[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]"
_SYLLABLE = re.compile(rf"(?:sch|[bcdfgkpt][lr]|[cpstw]h|qu|(?!{_VOWEL})[a-zçñß]){_VOWEL}", re.IGNORECASE)
"""What a syllable begins with: a consonant, or two that are one sound, before a vowel."""


def text_width(text: str, size: float) -> float:
    """Estimated width of a line, a little on the generous side, in the unit of `size`."""
    return size * sum(
        0.36 if char in _NARROW else 0.9 if char in _WIDE else 0.68 if char.isupper() else 0.58 for char in text
    )


def size_for(names: Sequence[tuple[str, float]], size: float, floor: float) -> float:
    """The largest text, at most `size` and at least `floor`, at which every name fits its width in two lines."""
    found = size
    for name, width in names:
        needed = min((max(text_width(line, 1.0) for line in lines) for lines in _breaks(name)), default=0.0)
        if needed:
            found = min(found, FILL * width / needed)
    return max(found, floor)


def break_name(name: str, width: float, size: float) -> Lines:
    """A name on one line where it fits, else on two of nearly equal length; never abbreviated.

    Where two lines have no room for it, on as many as it takes.
    """
    breaks = _breaks(name)
    if not breaks:
        return ()
    if text_width(name, size) <= FILL * width:
        return breaks[0]
    best = min(breaks, key=lambda lines: max(text_width(line, 1.0) for line in lines))
    return best if all(_fits(line, width, size) for line in best) else _filled(name, width, size)


def _fits(line: str, width: float, size: float) -> bool:
    return text_width(line, size) <= TIGHT * width


def _filled(text: str, width: float, size: float) -> Lines:
    """Words one after another, on as many lines as they need."""
    lines: list[str] = []
    for word in text.split():
        if lines and _fits(f"{lines[-1]} {word}", width, size):
            lines[-1] += f" {word}"
        else:
            lines += divided(word, width, size)
    return tuple(lines)


def divided(word: str, width: float, size: float) -> Lines:
    """A word that is wider than its line, in pieces that are not: between syllables where it has any."""
    pieces: list[str] = []
    while len(word) > 1 and not _fits(word, width, size):
        at = _division(word, FILL * width, size)
        pieces.append(word[:at] + ("-" if word[at - 1].lower() != word[at - 1].upper() else ""))
        word = word[at:]
    return (*pieces, word)


def _division(word: str, width: float, size: float) -> int:
    """How many of its letters stand on this line; one at least."""
    most = 1
    while most < len(word) - 1 and text_width(word[: most + 1] + "-", size) <= width:
        most += 1
    between = [found.start() for found in _SYLLABLE.finditer(word, 2, most + 3) if found.start() <= most]
    return between[-1] if between and len(word) - between[-1] > 1 else most


def _breaks(name: str) -> list[Lines]:
    words = name.split()
    if not words:
        return []
    return [(" ".join(words),), *((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))]


def join_reasons(reasons: Sequence[str], width: float, size: float) -> Lines:
    """Up to three reasons with a dot between them, on as few lines as the width allows."""
    lines: list[str] = []
    for reason in reasons[:3]:
        longer = f"{lines[-1]} · {reason}" if lines else reason
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines += [reason] if _fits(reason, width, size) else _filled(reason, width, size)
    return tuple(lines)

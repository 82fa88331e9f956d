"""How wide words are, roughly, and where they break. Pure: no font is at hand where a report is made.

Mirrored by static/src/shared/strip/text.ts; tested against tests/messages/strip/*.json.
"""

from __future__ import annotations

from collections.abc import Sequence

Lines = tuple[str, ...]
FILL = 0.98  # of the width that a name may fill
_NARROW, _WIDE = frozenset("iljtfrI.,;:'’!|·()[] "), frozenset("mwMW@%—")


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
    """A name on one line where it fits, else on two of nearly equal length. Never abbreviated."""
    breaks = _breaks(name)
    if not breaks:
        return ()
    if text_width(name, size) <= FILL * width:
        return breaks[0]
    return min(breaks, key=lambda lines: max(text_width(line, 1.0) for line in lines))


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
            lines.append(reason)
    return tuple(lines)

"""A picture's numbers from an order of notes: which size, where boxes and bars stand, where lines begin and end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from workshop.domain.picture import (
    AREAS,
    BAND,
    HEIGHT,
    WIDTH,
    Band,
    Box,
    Bundle,
    Column,
    Line,
    Link,
    Picture,
    Sheet,
    size_of,
)
from workshop.domain.picture_path import link_between, strongest

TOP = 104
"""Where columns begin, beneath titles of two lines."""
GAP, WIDE_GAP, WIDEST = 62, 90, 560
WORDS, WORDS_APART, LINE = 136, 20, 42
"""A note of the path: three lines; what lies between boxes; and one line of words."""
BAR_WIDTH, LEAST_BAR, BARS = 204, 28, MappingProxyType({"some": (26, 36), "many": (18, 26)})
"""Of bars: how wide, the shortest length within, and by size how high and how far from one to the next."""
MOST = 14
"""Notes of a column that are drawn as bars."""
OPEN, OPEN_GAP, OPEN_NOTES, OPEN_PITCH = 430, 46, 5, 104
ARCS, DEPTHS = 56, (0, 0, 24, 31, 38)
"""Height of the room for bundles, and how deep an arc hangs, by how many columns it leads on."""
BAND_HEIGHT, BAND_TITLE, BAND_TOLD = 56, 280, 980
"""The band where notes are many: its title, its best supported note in words on one line, and what it holds."""
BOW = 40
BAND_WORDS, BAND_COLUMNS = 108, 3


def drawn(sheet: Sheet) -> Picture:
    """The picture of what there is, in the size that the number of notes asks for."""
    size = size_of(len(sheet.notes))
    if size == "few":
        return _few(sheet)
    if sheet.open:
        size = "some"
    columns = _open_columns(sheet) if size == "some" else _five(sheet)
    ends: dict[str, Box] = {}
    words: list[Box] = []
    bars: list[Box] = []
    top = TOP if size == "some" else TOP + WORDS + WORDS_APART
    for at, column in enumerate(columns):
        if column.open:
            boxes, rest = _opened(sheet, at, column)
            words += boxes
            ends |= {b.note: b for b in boxes} | rest
        else:
            boxes = _bars(sheet, at, column, top, BARS[size])
            bars += boxes
            ends |= {b.note: b for b in boxes}
    path = strongest(sheet) if size == "many" else ()
    if size == "many":
        words = _told(sheet, columns, path)
    band = _band(sheet)
    arrows = _arrows(sheet, path, {b.note: b for b in words})
    words += [Box(i, BAND_TITLE, HEIGHT - BAND_HEIGHT, BAND_TOLD, BAND_HEIGHT) for i in sheet.around[:1]]
    beneath = (HEIGHT if band is None else band.y) - ARCS
    return Picture(
        size,
        columns,
        tuple(words),
        tuple(bars),
        _lines(sheet, ends),
        _bundles(sheet, columns, beneath),
        arrows,
        band,
    )


def _few(sheet: Sheet) -> Picture:
    """All in words: the columns that hold something share the width, and their notes the height."""
    rows = -(-len(sheet.around) // BAND_COLUMNS)
    high = rows * (BAND_WORDS + WORDS_APART)
    held = [at for at, ids in enumerate(sheet.columns) if ids]
    gap = GAP if len(held) == len(AREAS) else WIDE_GAP
    w = min(WIDEST, (WIDTH - (len(held) - 1) * gap) // max(1, len(held)))
    columns = tuple(Column(AREAS[at], n * (w + gap), w, sheet.columns[at], open=True) for n, at in enumerate(held))
    skipping = any(_apart(sheet, x) > 1 for x in sheet.links)
    bottom = HEIGHT - high - (ARCS if skipping else WORDS_APART)
    boxes = [b for at, c in zip(held, columns, strict=True) for b in _shared(sheet.columns[at], c, bottom - TOP)]
    beneath = [
        Box(i, n % BAND_COLUMNS * (w3 := (WIDTH - 2 * GAP) // BAND_COLUMNS) + n % BAND_COLUMNS * GAP,
            HEIGHT - high + WORDS_APART + n // BAND_COLUMNS * (BAND_WORDS + WORDS_APART), w3, BAND_WORDS)
        for n, i in enumerate(sheet.around)
    ]  # fmt: skip
    ends = {b.note: b for b in (*boxes, *beneath)}
    band = Band(HEIGHT - high, high, tuple(sheet.around), _upwards(sheet)) if beneath else None
    arcs = _bundles(sheet, columns, bottom)
    return Picture("few", columns, (*boxes, *beneath), (), _lines(sheet, ends), arcs, (), band)


def _shared(ids: Sequence[str], column: Column, room: int) -> list[Box]:
    """The boxes of one column: as many lines as there is room for, four at most."""
    pitch = min(4 * LINE + 28 + WORDS_APART, room // len(ids))
    return [Box(i, column.x, TOP + n * pitch, column.w, pitch - WORDS_APART) for n, i in enumerate(ids)]


def _five(sheet: Sheet) -> tuple[Column, ...]:
    w = (WIDTH - 4 * GAP) // 5
    return tuple(
        Column(area, at * (w + GAP), w, ids, max(0, len(ids) - MOST))
        for at, (area, ids) in enumerate(zip(AREAS, sheet.columns, strict=True))
    )


def _open_columns(sheet: Sheet) -> tuple[Column, ...]:
    """One column wide enough for words: the one that is to be read, else what is of concern, else the fullest."""
    fullest = max(range(len(AREAS)), key=lambda at: (len(sheet.columns[at]), -at))
    concern = AREAS.index("happened")
    wanted = AREAS.index(sheet.open) if sheet.open else concern if sheet.columns[concern] else fullest
    thin, x = (WIDTH - OPEN - 4 * OPEN_GAP) // 4, 0
    found: list[Column] = []
    for at, (area, ids) in enumerate(zip(AREAS, sheet.columns, strict=True)):
        w, most = (OPEN, OPEN_NOTES) if at == wanted else (thin, MOST)
        found.append(Column(area, x, w, ids, max(0, len(ids) - most), at == wanted))
        x += w + OPEN_GAP
    return tuple(found)


def _shown(sheet: Sheet, at: int, most: int) -> list[str]:
    """The best supported of a column, in the order in which they stand."""
    best = set(sheet.ranked(sheet.columns[at])[:most])
    return [i for i in sheet.columns[at] if i in best]


def _opened(sheet: Sheet, at: int, column: Column) -> tuple[list[Box], dict[str, Box]]:
    """The open column's notes in words, and where lines of the others end: at the words that say how many there are."""
    shown = _shown(sheet, at, OPEN_NOTES)
    boxes = [Box(i, column.x, TOP + n * OPEN_PITCH, column.w, OPEN_PITCH - 10) for n, i in enumerate(shown)]
    last = TOP + len(shown) * OPEN_PITCH
    return boxes, {i: Box(i, column.x, last, column.w, LINE) for i in sheet.columns[at] if i not in shown}


def _bars(sheet: Sheet, at: int, column: Column, top: int, rows: tuple[int, int]) -> list[Box]:
    """Bars of one column: at the outer edge of the first and the last, in the middle of the others."""
    w = min(BAR_WIDTH, column.w - 40)
    x = column.x + (column.w - w) * at // (len(AREAS) - 1) if at in (0, 4) else column.x + (column.w - w) // 2
    long = w - 24 - LEAST_BAR
    return [
        Box(i, x, top + n * rows[1], w, rows[0], LEAST_BAR + long * sheet.notes[i].support // sheet.most)
        for n, i in enumerate(_shown(sheet, at, MOST))
    ]


def _told(sheet: Sheet, columns: Sequence[Column], path: Sequence[str]) -> list[Box]:
    """Each column's note of the path in words; where the path does not come by, its best supported one."""
    on = {sheet.column[i]: i for i in path}
    best = {at: sheet.ranked(ids)[0] for at, ids in enumerate(sheet.columns) if ids} | on
    return [Box(best[at], c.x, TOP, c.w, WORDS) for at, c in enumerate(columns) if at in best]


def _arrows(sheet: Sheet, path: Sequence[str], boxes: Mapping[str, Box]) -> tuple[Line, ...]:
    """From words to words, a little apart from both."""
    return tuple(_line(link_between(sheet, a, b), boxes, apart=8) for a, b in pairwise(path))


def _lines(sheet: Sheet, ends: Mapping[str, Box]) -> tuple[Line, ...]:
    """Links within a column and between neighbours; those of the band where its notes are in words."""
    near = [x for x in sheet.links if _apart(sheet, x) <= 1 and x.start in ends and x.end in ends]
    return tuple(_line(x, ends) for x in near)


def _line(link: Link, ends: Mapping[str, Box], apart: int = 0) -> Line:
    a, b = ends[link.start], ends[link.end]
    if a.x < b.x + b.w and b.x < a.x + a.w:
        return _within(link, a, b)
    right = a.x < b.x
    x1, x2 = (a.x + a.w + apart, b.x - apart) if right else (a.x - apart, b.x + b.w + apart)
    return Line(link.id, link.verb, link.strength, x1, a.middle, (x1 + x2) // 2, x2, b.middle)


def _within(link: Link, a: Box, b: Box) -> Line:
    """Round the outside, where one stands beneath the other."""
    x1, x2 = a.x + a.w, b.x + b.w
    bend = max(x1, x2) + BOW
    if bend > WIDTH:
        x1, x2 = a.x, b.x
        bend = min(x1, x2) - BOW
    return Line(link.id, link.verb, link.strength, x1, a.middle, bend, x2, b.middle)


def _apart(sheet: Sheet, link: Link) -> int:
    """How many columns a link leads on; 0 within one and to the band."""
    ends = (sheet.column.get(link.start), sheet.column.get(link.end))
    return 0 if None in ends else abs(ends[0] - ends[1])  # type: ignore[operator]


def _bundles(sheet: Sheet, columns: Sequence[Column], y: int) -> tuple[Bundle, ...]:
    counted: dict[tuple[str, str, str], list[Link]] = {}
    for x in sheet.links:
        if _apart(sheet, x) > 1:
            key = sheet.notes[x.start].area, sheet.notes[x.end].area, x.verb
            counted.setdefault(key, []).append(x)
    ports = _ports(sorted(counted), {c.area: c for c in columns})
    return tuple(
        Bundle(key[0], key[1], links[0].verb, len(links), *ports[key], y, DEPTHS[_apart(sheet, links[0])])
        for key, links in sorted(counted.items())
    )


def _ports(
    keys: Sequence[tuple[str, str, str]], columns: Mapping[str, Column]
) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Where arcs meet their columns: side by side, those that lead to the start first, so that few cross."""
    ends: dict[str, list[tuple[int, tuple[str, str, str], int]]] = {}
    for key in keys:
        for end in (0, 1):
            here, there = AREAS.index(key[end]), AREAS.index(key[1 - end])
            ends.setdefault(key[end], []).append((there if there < here else 9 - there + here, key, end))
    found: dict[tuple[str, str, str], list[int]] = {key: [0, 0] for key in keys}
    for area, here in ends.items():
        column = columns[area]
        for n, (_, key, end) in enumerate(sorted(here)):
            found[key][end] = column.x + column.w * (4 * len(here) + 3 * (2 * n + 1)) // (10 * len(here))
    return {key: (x1, x2) for key, (x1, x2) in found.items()}


def _band(sheet: Sheet) -> Band | None:
    around = tuple(sheet.around)
    return Band(HEIGHT - BAND_HEIGHT, BAND_HEIGHT, around, _upwards(sheet)) if around else None


def _upwards(sheet: Sheet) -> int:
    return sum((sheet.notes[x.start].area == BAND) != (sheet.notes[x.end].area == BAND) for x in sheet.links)

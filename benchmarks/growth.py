"""What grows with the room: the same figures for rooms of 10 to 2,000 phones, as a table and as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from benchmarks.processes import Workshop
from benchmarks.room import Room
from workshop.rehearsal.facilitator import SimulatedFacilitator

SIZES = (10, 100, 300, 1000, 2000)
RATE = 300
"""Placements a second in every room, so that the rooms differ in their size alone; no phone faster than it may be."""
FASTEST = 0.1
FRAMES, HERTZ = 15, 5


@dataclass(frozen=True)
class Size:
    """One room. Microseconds of CPU, milliseconds, KiB."""

    phones: int
    placement: float
    ack: float
    frame: float
    web: float
    live: float
    reveal: float


HEADS = ("phones", "CPU a placement, µs", "ack p95, ms", "CPU a frame, µs", "web memory a seat, KiB",
         "live memory a seat, KiB", "reveal p95, ms")  # fmt: skip


def sizes(wanted: Sequence[int] = SIZES, seconds: float = 6.0) -> Iterator[Size]:
    """Each on a server of its own."""
    for n in wanted:
        with Workshop() as workshop:
            facilitator = SimulatedFacilitator(workshop.url, workshop.link)
            with Room(workshop, facilitator, n) as room:
                yield one(room, seconds)


def one(room: Room, seconds: float) -> Size:
    """Frames, placements, a reveal."""
    frame = room.frames("session.timer", [{"seconds": 60 + n} for n in range(FRAMES)], HERTZ)
    room.open()
    room.place(max(FASTEST, room.n / RATE), 2.0)
    placed = room.place(max(FASTEST, room.n / RATE), seconds)
    web, live = room.seat()
    shown = room.reveal()
    late = shown[int(len(shown) * 0.95)]
    return Size(
        room.n, placed["cpu"] * 1e6, placed["p95"] * 1e3, frame["cpu"] * 1e6, web / 1024, live / 1024, late * 1e3
    )


def table(found: Sequence[Size]) -> str:
    """Markdown."""
    lines = [f"| {' | '.join(HEADS)} |", "|" + "---:|" * len(HEADS)]
    for size in found:
        figures = [f"{size.phones:,}"] + [
            f"{value:,.0f}" if value >= 10 else f"{value:.1f}" for value in list(vars(size).values())[1:]
        ]
        lines.append(f"| {' | '.join(figures)} |")
    return "\n".join(lines)


# ---------------------------------------------------------------- the picture

WIDE, HIGH, LEFT, LOW = 720, 300, 60, 40
LINES = (("placement", "CPU a placement", "#1f5f8b"), ("frame", "CPU a frame", "#b3541e"))


def picture(found: Sequence[Size]) -> str:
    """An SVG: CPU a placement and a frame over the size of the room, both in microseconds, both axes logarithmic."""
    from math import log10

    top = max(max(getattr(size, name) for name, _, _ in LINES) for size in found) * 1.6
    first, last = log10(found[0].phones), log10(found[-1].phones)

    def x(phones: int) -> float:
        return LEFT + (log10(phones) - first) / (last - first) * (WIDE - LEFT - 150)

    def y(value: float) -> float:
        return HIGH - LOW - log10(max(1.0, value)) / log10(top) * (HIGH - LOW - 20)

    parts = [text(x(s.phones), HIGH - LOW + 18, f"{s.phones:,}", "middle") for s in found]
    for value in (1, 10, 100, 1000):
        if value <= top:
            parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDE - 150}" stroke="#ddd"/>')
            parts.append(text(LEFT - 8, y(value) + 4, f"{value:,}", "end"))
    for name, label, colour in LINES:
        points = " ".join(f"{x(s.phones):.1f},{y(getattr(s, name)):.1f}" for s in found)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{x(s.phones):.1f}" cy="{y(getattr(s, name)):.1f}" r="3.5" fill="{colour}"/>' for s in found
        ]
        parts.append(text(WIDE - 140, y(getattr(found[-1], name)) + 4, label, "start", colour))
    parts.append(text(LEFT, HIGH - 4, "phones in the room", "start"))
    parts.append(text(LEFT, 12, "microseconds", "start"))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" font-size="13"'
    head += ' font-family="sans-serif">'
    title = "<title>What a placement and a frame cost in rooms of ten to two thousand phones</title>"
    return head + title + '<rect width="100%" height="100%" fill="#fff"/>' + "".join(parts) + "</svg>\n"


def text(x: float, y: float, words: str, anchor: str, colour: str = "#333") -> str:
    """A word in the picture."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'

"""The shape of the explanation's picture in the report as data: whole numbers of a sheet (json_shape.py)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from workshop.domain.picture import Bundle, Size, Verb


class Shape(BaseModel):
    """A part of the report."""

    model_config = ConfigDict(extra="forbid")


class ColumnShape(Shape):
    """An area of the drawing, with the numbers of its notes."""

    area: str
    x: int
    w: int
    notes: list[int]
    more: int
    open: bool


class BoxShape(Shape):
    """A note of the drawing."""

    note: int
    x: int
    y: int
    w: int
    h: int
    bar: int


class LineShape(Shape):
    """A link of the drawing, by its place in `links`, from 1."""

    link: int
    verb: Verb
    strength: int
    x1: int
    y1: int
    bend: int
    x2: int
    y2: int


class BandShape(Shape):
    """What lies around."""

    y: int
    h: int
    notes: list[int]
    links: int


class DrawingShape(Shape):
    """The picture of the explanation in whole numbers of its sheet, y downwards."""

    width: int
    height: int
    size: Size
    columns: list[ColumnShape]
    words: list[BoxShape]
    bars: list[BoxShape]
    lines: list[LineShape]
    bundles: list[Bundle]
    path: list[LineShape]
    band: BandShape | None

"""Shapes as TypeScript: what a schema says is said, and nothing more."""

from typing import Annotated, Literal

import pytest
from pydantic import Field

from workshop.activities.base import Model, OneOf
from workshop.cli.contract_types import SameName, Shapes, kind


class Inner(Model):
    """What `n` means.

    And more of it.
    """

    n: int | None


class Shape(Model):
    """A shape."""

    name: str = Field(min_length=1, max_length=40)
    many: list[Inner]
    row: list[int | None] | None
    level: float = 2
    by: dict[Literal["x", "y"], bool] = {}
    pair: tuple[int, str]
    free: dict[str, Annotated[str, OneOf(("a", "b"))]]


WHOLE = """\
/**
 * What `n` means.
 *
 * And more of it.
 */
export interface Inner {
  n: number | null;
}

/** A shape. */
export interface Shape {
  name: string;
  many: Inner[];
  row: (number | null)[] | null;
  level: number;
  by: Record<'x' | 'y', boolean>;
  pair: [number, string];
  free: Record<string, 'a' | 'b'>;
}
"""


def test_a_shape_is_an_interface_with_what_is_in_it():
    shapes = Shapes(whole=True)
    assert shapes.add(Shape) == shapes.add(Shape) == "Shape"
    assert "\n".join(shapes.lines()) == WHOLE


def test_what_a_page_sends_may_leave_out_what_has_a_default():
    assert "; level?: number; by?: Record<'x' | 'y', boolean>; pair" in Shapes(whole=False).inline(Shape)


def test_a_shape_without_fields_takes_none():
    class Empty(Model):
        pass

    assert Shapes(whole=False).inline(Empty) == "Record<string, never>"


def test_two_shapes_of_one_name_are_refused():
    shapes = Shapes(whole=True)
    shapes.add(Inner)
    with pytest.raises(SameName):
        shapes.add(type("Inner", (Model,), {"__annotations__": {"m": int}}))


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ({"const": 3}, "3"),
        ({"enum": ["a", None, True]}, "'a' | null | true"),
        ({"type": "array", "items": {"$ref": "#/$defs/Inner"}}, "Inner[]"),
        ({"type": "object"}, "Record<string, unknown>"),
    ],
)
def test_a_type_in_a_word(shape, said):
    assert kind(shape) == said

"""Every class of the shape is in the schema: none is left over."""

import inspect

from workshop.outputs.formats import json_shape
from workshop.outputs.formats.json_schema import schema

BASES = {"Shape", "AnsweredShape"}


def test_every_shape_is_used():
    ours = {
        name for name, kind in inspect.getmembers(json_shape, inspect.isclass) if kind.__module__ == json_shape.__name__
    }
    assert ours - BASES <= {*schema()["$defs"]}

"""The picture's fields are those of the model, and the size of its sheet."""

from dataclasses import fields

from workshop.domain.picture import Band, Box, Column, Line, Picture
from workshop.outputs.formats.json_drawing import BandShape, BoxShape, ColumnShape, DrawingShape, LineShape


def test_each_shape_has_the_fields_of_its_model():
    pairs = ((Band, BandShape), (Box, BoxShape), (Column, ColumnShape), (Line, LineShape))
    for model, shape in pairs:
        assert {f.name for f in fields(model)} == {*shape.model_fields}
    assert {f.name for f in fields(Picture)} | {"width", "height"} == {*DrawingShape.model_fields}

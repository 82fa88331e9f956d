"""Filler: from any size to one of few, and never fewer than there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.service.sizes import filler, room_for


@pytest.mark.parametrize(("size", "room"), [(0, 256), (256, 256), (257, 512), (512, 512), (513, 1024)])
def test_sizes_double_until_it_fits(size, room):
    assert room_for(size, 256) == room


@given(st.integers(0, 100_000), st.sampled_from([256, 512, 1024]))
def test_filled_up_it_is_as_long_as_all_of_its_step(size, least):
    text = filler(size, least)
    assert size + len(text) == room_for(size, least) and text.isascii()

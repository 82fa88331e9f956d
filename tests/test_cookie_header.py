"""Cookies that cannot be read are passed over, and no other."""

import pytest

from workshop.cookie_header import plain_cookies


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        *(
            ("", ""),
            ("a=b; c=d", "a=b; c=d"),
            ("a=\xff; c=d", " c=d"),
            ("a=b; c=\x00", "a=b"),
            ("a=b; \xe4=1; c=d", "a=b; c=d"),
        ),
        *(("\x7f", ""), ("a=\ud800", "")),
    ],
)
def test_what_is_kept(header, kept):
    assert plain_cookies(header) == kept

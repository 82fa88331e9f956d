"""The ways into a session, as they are shown."""

from urllib.parse import unquote

import segno

from workshop.web import links


def test_the_quiet_zone_of_the_square_code_is_four_modules_wide():
    """Cameras need it: by ISO/IEC 18004 four modules on each side. It is light, and part of the picture itself."""
    size = segno.make("https://workshop.example/#K7M4QX9P", error="m").symbol_size(scale=8, border=4)
    picture = unquote(links._square_code("https://workshop.example/#K7M4QX9P"))
    assert f"width='{size[0]}' height='{size[1]}'" in picture
    assert "#fff" in picture.lower()

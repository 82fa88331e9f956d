"""A zipped file without a time in it."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from workshop.outputs.formats.packed import settled


def made(year):
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr(ZipInfo("b.xml", (year, 2, 3, 4, 5, 6)), "two")
        packed.writestr(ZipInfo("a.xml", (year, 2, 3, 4, 5, 6)), "one")
    return out.getvalue()


def test_when_it_was_packed_does_not_show_and_its_members_stay_in_order():
    assert made(2024) != made(2026) and settled(made(2024)) == settled(made(2026))
    with ZipFile(BytesIO(settled(made(2026)))) as packed:
        assert {n: packed.read(n) for n in packed.namelist()} == {"b.xml": b"two", "a.xml": b"one"}
        assert packed.namelist() == ["b.xml", "a.xml"]

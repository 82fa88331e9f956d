"""A zipped file (DOCX) whose bytes tell nothing of when or where it was made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name."""


def settled(made: bytes) -> bytes:
    """The same members in the same order, all of one day, and packed in one way."""
    out = BytesIO()
    with ZipFile(BytesIO(made)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            told = ZipInfo(name, EPOCH)
            told.compress_type, told.create_system, told.external_attr = ZIP_DEFLATED, 0, 0
            after.writestr(told, before.read(name))
    return out.getvalue()

"""What stands in a file of the report, whichever format it is: as words, for tests that look for some."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pymupdf

TAG = re.compile(r"<[^>]*>")


def words_in(content: bytes) -> str:
    """Every word that a reader of the file can come across, pictures' names and hidden parts included."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(
                _plain(packed.read(name)) for name in packed.namelist() if name.endswith((".xml", ".rels"))
            )
    if content.startswith(b"%PDF"):
        with pymupdf.open(stream=content) as file:
            return "\n".join(str(page.get_text()) for page in file)
    return content.decode("utf-8-sig")


def _plain(xml: bytes) -> str:
    """Its texts, and its attributes, as people read them."""
    text = xml.decode()
    named = re.findall(r'(?:descr|title|Target)="([^"]*)"', text)
    return html.unescape("\n".join([TAG.sub(" ", text.replace("</w:t>", "\n")), *named]))

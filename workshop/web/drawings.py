"""The drawings of icons for pages that the server draws: taken from the file from which scripts take them."""

from __future__ import annotations

import re

from markupsafe import Markup

SOURCE = "js/elements/drawings.js"
_LINE = re.compile(r"^\s*(\w+):\s*\(\)\s*=>\s*html`([^`$]+)`,$", re.MULTILINE)


def drawings(script: str) -> dict[str, Markup]:
    """Name → what stands in its <svg>, of every line `name: () => html`…`,` in `script`."""
    return {found[1]: Markup(found[2]) for found in _LINE.finditer(script)}  # noqa: S704  our own file

"""Our own files as they travel: without the comments that are for readers of the source.

There is no build, so nothing here may change what a file does, nor the line on which it does it.
"""

from __future__ import annotations

import re


def lean_css(css: str) -> str:
    """Without comments and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def lean_js(js: str) -> str:
    """Without comments that have lines to themselves; every other line stays as and where it is.

    Lines within a template literal are never touched: an odd number of backticks stands before them.
    """
    kept: list[str] = []
    ticks, inside = 0, False
    for line in js.split("\n"):
        bare = line.strip()
        if inside or (ticks % 2 == 0 and _is_comment(bare)):
            inside = "*/" not in bare if inside or bare.startswith("/*") else False
            kept.append("")
        else:
            ticks += line.count("`")
            kept.append(line)
    return "\n".join(kept)


def _is_comment(bare: str) -> bool:
    return bare.startswith("//") or (bare.startswith("/*") and "*/" not in bare.removesuffix("*/"))

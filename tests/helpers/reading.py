"""Somebody who reads what would leave with a report, and answers each text."""

from __future__ import annotations

import re
from collections.abc import Collection

from workshop.service.context import Context
from workshop.service.document import texts
from workshop.service.ports import Release
from workshop.service.report import release

KEY = re.compile(r'name="(\w+-[0-9a-f]{16})" value="keep"')


def released(context: Context, session: str, strike: Collection[str] = ()) -> Release:
    """The release of a session, of which every text is kept but those that are these words."""
    found = texts(context, session)
    struck = [t.key for t in found if t.text in strike]
    return release(context, session, [t.key for t in found if t.key not in struck], struck)


def all_kept(page: str) -> dict[str, list[str]]:
    """What a browser sends for the page of a report on which every text was kept."""
    return {"keep": KEY.findall(page), "strike": [], "confirmed": ["read", "nobody", "told"]}

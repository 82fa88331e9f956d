"""The ways into a session: for delegates, for the screen, and for another facilitator's desk."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import segno
from flask import url_for

from workshop.addresses import is_this_machine
from workshop.service.ports import SessionRecord
from workshop.web.access import DESKS, user_here
from workshop.web.cookies import make_link
from workshop.web.here import context


def links_of(record: SessionRecord) -> dict[str, Any]:
    """All that a console shows of them: addresses, URLs, the QR code as a data URI.

    A desk's link is given to an account: who came by one would hand on a new day at the end of each.
    """
    addresses = context().addresses
    base = addresses.best()
    desks = {kind: base + url_for("sign_in.use_pass", token=make_link(record.id, kind, record.links)) for kind in DESKS}
    return {
        **way_in(record, base),
        "screen": base + url_for("sign_in.use_pass", token=make_link(record.id, "screen", record.links)),
        **(desks if user_here() else {}),
        "base": base,
        "addresses": [{"url": url, "interface": name} for url, name in addresses.offered()],
    }


def way_in(record: SessionRecord, base: str) -> dict[str, Any]:
    """What delegates are shown of a session that they find at `base`. `alone`: it leads whoever opens it to their own
    device, so no phone can use it.
    """
    join = f"{base}/#{record.code}"
    return {
        "join": join,
        "address": base.split("://", 1)[-1],
        "qr": _square_code(join),
        "alone": is_this_machine(base),
    }


@lru_cache(maxsize=64)
def _square_code(address: str) -> str:
    """The QR code as a data URI, on its quiet zone of four modules. Working one out takes longer than the page."""
    return segno.make(address, error="m").svg_data_uri(scale=8, border=4, dark="#10171B", light="#FFFFFF")

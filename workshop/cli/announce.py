"""What `workshop serve` says when it starts, and when the network changes: where everything is."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import count

import click

from workshop.addresses import EVERYWHERE, Addresses, is_this_machine
from workshop.settings import Settings
from workshop.web.sign_in import HOURS

LOOKS_BETWEEN = 6
"""Of two a second: how often this machine's addresses are looked at."""


def here(settings: Settings) -> str:
    """Where this machine's own browser finds the workshop."""
    return f"http://localhost:{settings.port}" if settings.host in EVERYWHERE else Addresses(settings).own()


def announce(settings: Settings, sign_in: str | None, left_out: Sequence[str] = ()) -> None:
    """What a new user needs to know, and nothing else."""
    lines = ["", "Continuum Workshop is running."]
    if sign_in:
        lines += ["", f"  Sign in as the facilitator (this link works once, within {HOURS} hours):", f"    {sign_in}"]
        lines += ["  For another link, while it runs: bin/run --link (or: workshop link)"]
    else:
        lines += ["", f"  Sign in as a facilitator:  {here(settings)}/account/sign-in"]
    lines += [
        "",
        *where(settings),
        f"  Data are kept in:          {os.path.abspath(settings.data_dir)}",
        *_beside(settings, left_out),
        "",
        "Ctrl-C stops it.",
        "",
    ]
    click.echo("\n".join(lines))


def _beside(settings: Settings, left_out: Sequence[str]) -> list[str]:
    """What of the trainer's own case studies is not used, if anything."""
    if not left_out:
        return []
    return ["", f"  Left out of {settings.scenarios}:", *(f"    {found}" for found in left_out)]


def where(settings: Settings) -> list[str]:
    """Where phones find the workshop now, in lines; and what to do when they do not."""
    addresses = Addresses(settings)
    best, names = addresses.best(), dict(addresses.offered())
    lines = [f"  Delegates join at:         {best}{_by(names.get(best, ''))}"]
    lines += [f"  or, on another network:    {url}{_by(name)}" for url, name in names.items() if url != best]
    if is_this_machine(best):
        lines.append(f"  No phone reaches that address: {_way_out(settings)}")
    elif len(lines) > 1:
        lines.append("  The console shows these too, and which one is told to delegates can be chosen there.")
    return lines


def _by(interface: str) -> str:
    return f" ({interface})" if interface else ""


def _way_out(settings: Settings) -> str:
    if settings.public_url:
        return "set WORKSHOP_PUBLIC_URL to one that they can open."
    if settings.host in EVERYWHERE:
        return "this computer is in no network. Join the room's; the address is then told here and on the console."
    return "set WORKSHOP_HOST to 0.0.0.0 to let phones in."


def says_moves(settings: Settings, look: Callable[[], None] = lambda: None) -> Callable[[], None]:
    """For `wait_for_end`: besides `look`, tells where delegates join whenever that has changed."""
    addresses, looks = Addresses(settings), count()
    told = addresses.best()

    def again() -> None:
        nonlocal told
        look()
        if next(looks) % LOOKS_BETWEEN == 0 and (now := addresses.best()) != told:
            told = now
            click.echo("\n".join(["The network has changed.", *where(settings), ""]))

    return again

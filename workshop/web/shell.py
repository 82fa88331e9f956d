"""Pages that their script draws: a shell that is the same for everybody, with gaps for the form's token and for data.

A shell is drawn once, with marks in its gaps, and never with what is anybody's: that is put in for each request anew.
"""

from __future__ import annotations

import secrets
from typing import Any

from flask import current_app, render_template
from flask_wtf.csrf import generate_csrf
from jinja2.utils import htmlsafe_json_dumps

SHELLS = "shells"
"""The app's extension that keeps them: template and its variables → the three pieces around the two gaps."""
Shell = tuple[str, str, str]


def page_of(template: str, data: Any, **about: str) -> str:
    """The page of a template that is `layout.html` and the page's data, and no more. `about`: sheet, entry.

    Raises ValueError for a template that has not just these two gaps, the token's first.
    """
    kept: dict[tuple[str, ...], Shell] = current_app.extensions.setdefault(SHELLS, {})
    name = (template, *(f"{key}={value}" for key, value in sorted(about.items())))
    if name not in kept:
        kept[name] = _drawn(template, about)
    before, between, after = kept[name]
    said = htmlsafe_json_dumps(data, dumps=current_app.json.dumps)
    return f"{before}{generate_csrf()}{between}{said}{after}"


def _drawn(template: str, about: dict[str, str]) -> Shell:
    token, data = secrets.token_hex(16), secrets.token_hex(16)
    page = render_template(template, csrf_token=lambda: token, data=data, **about)
    before, _, rest = page.partition(token)
    between, _, after = rest.partition(f'"{data}"')
    if not after or token in rest or data in between + after:
        raise ValueError(f"{template} has other gaps than a shell")
    return before, between, after

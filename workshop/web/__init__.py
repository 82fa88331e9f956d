"""Flask: pages, downloads, sign-in. Every route has its rule in access.py; a route without one answers nobody.

Belongs here: HTTP in and out. Does not belong here: rules, Redis, SQL, sockets.
"""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from workshop.service.context import Context
from workshop.web import (
    access,
    account,
    beside,
    case_pages,
    check_text,
    correcting,
    destroy,
    errors,
    facilitate,
    guides,
    join,
    keeping,
    known,
    metrics,
    my_data,
    organisation,
    overview,
    own_debrief,
    pages,
    prepare,
    releasing,
    security,
    sign_in,
    sign_ins,
    trainers,
)
from workshop.web.account import UserStore
from workshop.web.assets import Assets, blueprint
from workshop.web.cookies import FormSessions
from workshop.web.plain import Plain
from workshop.web.words import init_words, modules

STATIC = Path(__file__).resolve().parents[2] / "static"


def init_web(app: Flask, context: Context, users: UserStore) -> None:
    """Register all of it on the app. `users` is the record's own view of accounts, for Flask-Security."""
    assets = Assets.read(STATIC, modules())
    app.extensions["context"] = context
    app.session_interface = FormSessions()
    app.jinja_env.globals["assets"] = assets
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    security.init_security(app, context)
    account.init_accounts(app, context, users)
    sign_ins.init_sign_ins(app, context)
    known.init_known(app, context)
    access.init_access(app)
    errors.init_errors(app)
    init_words(app)
    before = (prepare, case_pages, guides)
    after = (releasing, correcting, own_debrief, trainers, organisation, overview, beside, keeping, destroy, sign_in)
    for module in (pages, metrics, join, my_data, check_text, *before, facilitate, *after):
        app.register_blueprint(module.blueprint)
    app.register_blueprint(blueprint(assets))
    app.wsgi_app = Plain(app.wsgi_app, security.LARGEST_BODY, security.bare_headers(context), context.words)  # type: ignore[method-assign]

"""Accounts by Flask-Security: password sign-in for facilitators and reviewers. Delegates have none."""

from __future__ import annotations

from flask import Flask
from flask_security import Security, SQLAlchemySessionUserDatastore
from flask_wtf import CSRFProtect
from sqlalchemy.orm import scoped_session, sessionmaker

from workshop.record.tables import Role, User
from workshop.service.house import House


def init_accounts(app: Flask, house: House) -> None:
    """Sign-in at /account/sign-in; everything else of the library stays off."""
    app.config |= {
        "SECURITY_PASSWORD_SALT": app.config["SECRET_KEY"],
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_LOGIN_URL": "/account/sign-in",
        "SECURITY_LOGOUT_URL": "/account/sign-out",
        "SECURITY_LOGOUT_METHODS": ["POST"],
        "SECURITY_POST_LOGIN_VIEW": "/facilitate",
        "SECURITY_POST_LOGOUT_VIEW": "/account/sign-in",
        "SECURITY_LOGIN_USER_TEMPLATE": "account/sign_in.html",
        "SECURITY_SEND_REGISTER_EMAIL": False,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "test_environment": True},
        "SECURITY_REDIRECT_VALIDATE_MODE": "absolute",
        "SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS": False,
        "SECURITY_FLASH_MESSAGES": False,
        "SECURITY_JOIN_USER_ROLES": False,
        "SESSION_COOKIE_NAME": "cw_form",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": house.settings.cookie_secure,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,  # it wants a Referer, which our pages never send; the Origin is checked instead
    }
    db = scoped_session(sessionmaker(house.record.engine))  # type: ignore[attr-defined]
    Security(app, SQLAlchemySessionUserDatastore(db, User, Role))
    CSRFProtect(app)
    app.teardown_appcontext(lambda _: db.remove())

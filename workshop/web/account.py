"""Accounts by Flask-Security: password sign-in for facilitators and reviewers. Delegates have none."""

from __future__ import annotations

from typing import Any, Protocol

from flask import Flask
from flask_security import MailUtil, Security
from flask_security.mail_util import EmailValidateException
from flask_wtf import CSRFProtect

from workshop.service.context import Context
from workshop.service.emails import tidy_address


class UserStore(Protocol):
    """What Flask-Security calls a datastore, as the record provides it."""

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> Any: ...
    def close(self, _: object = None) -> None: ...


class Emails(MailUtil):
    """How the library reads an address that somebody typed: as it was read when it was kept."""

    def normalize(self, email: str) -> str:
        """Raises what the library expects."""
        try:
            return tidy_address(email)
        except ValueError as wrong:
            raise EmailValidateException(str(wrong)) from wrong


def init_accounts(app: Flask, context: Context, users: UserStore) -> None:
    """Sign-in at /account/sign-in; everything else of the library stays off."""
    secure = context.settings.cookie_secure
    app.config |= {
        "SECURITY_PASSWORD_SALT": app.config["SECRET_KEY"],
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],  # the library would also take a stored plain text for a password
        "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],  # a new secret key must not lock everybody out
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
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
        "SESSION_COOKIE_NAME": f"{'__Host-' if secure else ''}cw_form",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": secure,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_SECURE": secure,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,  # it wants a Referer, which our pages never send; the Origin is checked instead
    }
    app.extensions["users"] = users
    Security(app, users, mail_util_cls=Emails)  # pyright: ignore[reportArgumentType]
    # Nor by the library's tokens, which it would look for each time. It asks this function itself where it wants one.
    app.login_manager.request_loader(lambda request: None)  # type: ignore[attr-defined]
    CSRFProtect(app)
    app.teardown_appcontext(users.close)

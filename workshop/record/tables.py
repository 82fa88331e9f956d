"""The tables. Keys are random, dates are days, and nothing counts upwards: a row must not tell when it was written."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from flask_security.core import RoleMixin, UserMixin
from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.domain.days import ANYWHERE
from workshop.record.table_base import WITHOUT_ORDER, key
from workshop.record.table_base import Base as Base
from workshop.record.table_base import random_key as random_key


class Organisation(Base):
    """`test`: all that it has is invented; it is set with the row and never after."""

    __tablename__ = "organisations"
    id: Mapped[str] = key()
    name: Mapped[str] = mapped_column(String(120), unique=True)
    keeping: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    test: Mapped[bool] = mapped_column(default=False, server_default="0")


class User(Base, UserMixin):
    """A person with an account: never a delegate."""

    __tablename__ = "users"
    id: Mapped[str] = key()
    email: Mapped[str] = mapped_column(String(255), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, default=lambda: secrets.token_urlsafe(32))

    @property
    def roles(self) -> list[Role]:
        """Roles belong to a membership of an organisation; the library's own global ones are not used."""
        return []


class Role(Base, RoleMixin):
    """Asked for by the library; stays empty."""

    __tablename__ = "roles"
    id: Mapped[str] = key()
    name: Mapped[str] = mapped_column(String(40), unique=True)


class Membership(Base):
    """What somebody may do in an organisation: admin, facilitator or reviewer; several rows for several roles."""

    __tablename__ = "memberships"
    user: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class UsedLink(Base):
    """One-time sign-in links that have been used: a digest each."""

    __tablename__ = "used_links"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)


class Session(Base):
    __tablename__ = "sessions"
    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), index=True)
    owner: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    code: Mapped[str] = mapped_column(String(12))
    scenario: Mapped[str] = mapped_column(String(60))
    scenario_version: Mapped[int]
    scenario_title: Mapped[str] = mapped_column(String(120))
    agenda: Mapped[str] = mapped_column(String(120))
    k: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    held_on: Mapped[date]
    delegates: Mapped[int | None]
    links: Mapped[str] = mapped_column(String(24), default="", server_default=text("''"))
    zone: Mapped[str] = mapped_column(String(64), default=ANYWHERE, server_default=ANYWHERE)
    rehearsal: Mapped[bool] = mapped_column(default=False, server_default="0")


class SessionFacilitator(Base):
    __tablename__ = "session_facilitators"
    session: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True)


class SavedCheckpoint(Base):
    """The head, and what the room wrote together (notes, links, explanation, plan, kept texts): one row a session."""

    __tablename__ = "checkpoints"
    session: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int]
    head: Mapped[dict[str, Any]] = mapped_column(JSON)
    collections: Mapped[dict[str, Any]] = mapped_column(JSON)
    support: Mapped[dict[str, Any]] = mapped_column(JSON)
    rev: Mapped[int] = mapped_column(server_default="0")


class ClosedRound(Base):
    """A closed placing or questionnaire. `figures`: whole-room figures but the tallies, as the room was shown them."""

    __tablename__ = "rounds"
    session: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    round: Mapped[str] = mapped_column(String(12), primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)


class Tally(Base):
    """How many placed a card in a stage, in a closed round; once for each, by the key. Withheld cards have no rows."""

    __tablename__ = "tallies"
    session: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    round: Mapped[str] = mapped_column(String(12), primary_key=True)
    card: Mapped[str] = mapped_column(String(40), primary_key=True)
    stage: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int]


class SavedCase(Base):
    """A copy of a case study, found by the SHA-256 of its bytes; one for all sessions that were made with the same."""

    __tablename__ = "case_copies"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SessionCase(Base):
    """Which copy a session has."""

    __tablename__ = "session_cases"
    session: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("case_copies.sha256"), index=True)


class SavedRelease(Base):
    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("session"), WITHOUT_ORDER)
    id: Mapped[str] = key()
    session: Mapped[str] = mapped_column(String(24))
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    scenario_title: Mapped[str] = mapped_column(String(120))
    released_on: Mapped[date]


class ReleasedFile(Base):
    """The bytes of one format, frozen, with their SHA-256."""

    __tablename__ = "release_files"
    release: Mapped[str] = mapped_column(ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))


class Superseded(Base):
    """What a release was before a correction, from 1: hashes by format, and the day on which its bytes went."""

    __tablename__ = "superseded"
    release: Mapped[str] = mapped_column(ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digests: Mapped[dict[str, str]] = mapped_column(JSON)
    replaced_on: Mapped[date]


class ReleaseFigures(Base):
    """What an overview needs of a released report. `summed`: whether it is added to others (`record/overviews.py`)."""

    __tablename__ = "release_figures"
    __table_args__ = (
        Index("ix_release_figures_organisation_quarter", "organisation", "quarter"),
        Index("ix_release_figures_organisation_scenario_people", "organisation", "scenario", "people"),
        WITHOUT_ORDER,
    )
    release: Mapped[str] = mapped_column(ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True)
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"))
    quarter: Mapped[str] = mapped_column(String(7))
    scenario: Mapped[str] = mapped_column(String(60))
    held_on: Mapped[date]
    people: Mapped[int | None]
    k: Mapped[int]
    summed: Mapped[bool]
    figures: Mapped[str] = mapped_column(Text)


class SavedOverview(Base):
    """The sums of a quarter or a year, reckoned once, over so many reports; made anew when there are others."""

    __tablename__ = "overviews"
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True)
    period: Mapped[str] = mapped_column(String(7), primary_key=True)
    reports: Mapped[int]
    figures: Mapped[str] = mapped_column(Text)


class Destruction(Base):
    """Somebody asked, on that day, that a released report be destroyed; it waits for a second account, or for days."""

    __tablename__ = "destructions"
    release: Mapped[str] = mapped_column(ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True)
    asked_by: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    asked_on: Mapped[date]


class Erased(Base):
    """A receipt: how much was erased, when and by which rule. Nothing in it names what, or whose, it was."""

    __tablename__ = "receipts"
    id: Mapped[str] = key()
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), index=True)
    scenario_title: Mapped[str] = mapped_column(String(120))
    held_on: Mapped[date]
    rule: Mapped[str] = mapped_column(String(10))
    erased_on: Mapped[date]
    counts: Mapped[dict[str, int | None]] = mapped_column(JSON)
    digests: Mapped[dict[str, str]] = mapped_column(JSON)


class SavedPool(Base):
    """Figures over several released reports that were given out: release → how many took part. Never deleted alone."""

    __tablename__ = "pools"
    id: Mapped[str] = key()
    organisation: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"), index=True)
    k: Mapped[int]
    people: Mapped[dict[str, int]] = mapped_column(JSON)

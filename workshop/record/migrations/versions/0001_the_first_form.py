"""The first form."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _organisations()
    _accounts()
    _releases()
    _sessions()
    _what_a_session_leaves()


def downgrade() -> None:
    op.drop_table("tallies")
    with op.batch_alter_table("session_facilitators", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_facilitators_user"))

    op.drop_table("session_facilitators")
    op.drop_table("rounds")
    op.drop_table("release_files")
    op.drop_table("checkpoints")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessions_owner"))
        batch_op.drop_index(batch_op.f("ix_sessions_organisation"))

    op.drop_table("sessions")
    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_releases_organisation"))

    op.drop_table("releases")
    op.drop_table("memberships")
    op.drop_table("users")
    op.drop_table("used_links")
    op.drop_table("roles")
    op.drop_table("organisations")


def _organisations() -> None:
    """Organisations, and what the library and one-time links ask for."""
    op.create_table(
        "organisations",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("name", name=op.f("uq_organisations_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "roles",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("name", name=op.f("uq_roles_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "used_links",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_used_links")),
        sqlite_with_rowid=False,
    )


def _accounts() -> None:
    """Who has an account, and what it may do where."""
    op.create_table(
        "users",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_users_fs_uniquifier")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "memberships",
        sa.Column("user", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisations.id"], name=op.f("fk_memberships_organisation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user"], ["users.id"], name=op.f("fk_memberships_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user", "organisation", "role", name=op.f("pk_memberships")),
        sqlite_with_rowid=False,
    )


def _releases() -> None:
    """What was handed to an organisation."""
    op.create_table(
        "releases",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("session", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("scenario_title", sa.String(length=120), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisations.id"], name=op.f("fk_releases_organisation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sa.UniqueConstraint("session", name=op.f("uq_releases_session")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_releases_organisation"), ["organisation"], unique=False)
    op.create_table(
        "release_files",
        sa.Column("release", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["release"], ["releases.id"], name=op.f("fk_release_files_release"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("release", "name", name=op.f("pk_release_files")),
        sqlite_with_rowid=False,
    )


def _sessions() -> None:
    """Sessions as they are listed, and who runs them."""
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("owner", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("scenario", sa.String(length=60), nullable=False),
        sa.Column("scenario_version", sa.Integer(), nullable=False),
        sa.Column("scenario_title", sa.String(length=120), nullable=False),
        sa.Column("agenda", sa.String(length=120), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("delegates", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisations.id"], name=op.f("fk_sessions_organisation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["owner"], ["users.id"], name=op.f("fk_sessions_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_organisation"), ["organisation"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_owner"), ["owner"], unique=False)
    op.create_table(
        "session_facilitators",
        sa.Column("session", sa.String(length=24), nullable=False),
        sa.Column("user", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name=op.f("fk_session_facilitators_session"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user"], ["users.id"], name=op.f("fk_session_facilitators_user"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", "user", name=op.f("pk_session_facilitators")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("session_facilitators", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_facilitators_user"), ["user"], unique=False)


def _what_a_session_leaves() -> None:
    """Its checkpoint and its closed rounds."""
    op.create_table(
        "checkpoints",
        sa.Column("session", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("head", sa.JSON(), nullable=False),
        sa.Column("collections", sa.JSON(), nullable=False),
        sa.Column("support", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_checkpoints_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_checkpoints")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rounds",
        sa.Column("session", sa.String(length=24), nullable=False),
        sa.Column("round", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_rounds_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", "round", name=op.f("pk_rounds")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tallies",
        sa.Column("session", sa.String(length=24), nullable=False),
        sa.Column("round", sa.String(length=12), nullable=False),
        sa.Column("card", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_tallies_session"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", "round", "card", "stage", name=op.f("pk_tallies")),
        sqlite_with_rowid=False,
    )

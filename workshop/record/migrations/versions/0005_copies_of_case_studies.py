"""Copies of case studies, kept with sessions. What sessions of before get is known where case studies are read."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_copies",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_case_copies")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_cases",
        sa.Column("session", sa.String(length=24), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name=op.f("fk_session_cases_session"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha256"], ["case_copies.sha256"], name=op.f("fk_session_cases_sha256")),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_session_cases")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("session_cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_cases_sha256"), ["sha256"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("session_cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_cases_sha256"))
    op.drop_table("session_cases")
    op.drop_table("case_copies")

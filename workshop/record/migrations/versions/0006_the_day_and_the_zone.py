"""Sessions know the zone of their room, and whether they are rehearsals; requests to destroy a released report.

Rehearsals of before are known by the name that the workshop itself gave them. Defaults are plain texts: for an
expression SQLite would make the table anew, and the rows of the old one take along all that hangs on them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
REHEARSALS = "UPDATE sessions SET rehearsal = :yes WHERE title = 'Rehearsal · ' || scenario_title"


def upgrade() -> None:
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("zone", sa.String(length=64), server_default="UTC", nullable=False))
        batch_op.add_column(sa.Column("rehearsal", sa.Boolean(), server_default="0", nullable=False))
    op.execute(sa.text(REHEARSALS).bindparams(sa.bindparam("yes", True, sa.Boolean())))
    op.create_table(
        "destructions",
        sa.Column("release", sa.String(length=24), nullable=False),
        sa.Column("asked_by", sa.String(length=24), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["users.id"], name=op.f("fk_destructions_asked_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["release"], ["releases.id"], name=op.f("fk_destructions_release"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_destructions")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("destructions")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_column("rehearsal")
        batch_op.drop_column("zone")

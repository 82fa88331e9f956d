"""Organisations choose for how long they keep things; receipts of what was erased.

Nothing that is there already goes at once: the periods of organisations that are there begin a month after this.
Taking it back forgets what was chosen, and the receipts.
"""

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
BEGINS = timedelta(days=30)


def upgrade() -> None:
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("keeping", sa.JSON(), nullable=True))
    begins = (datetime.now(UTC).date() + BEGINS).isoformat()
    chosen = json.dumps({"unreleased": [None, 30, begins], "released": [None, 24, begins]})
    as_json = ":chosen" if op.get_bind().dialect.name == "sqlite" else "CAST(:chosen AS JSON)"
    op.execute(sa.text(f"UPDATE organisations SET keeping = {as_json}").bindparams(chosen=chosen))  # noqa: S608 - ours
    op.create_table(
        "receipts",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("scenario_title", sa.String(length=120), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(length=10), nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("digests", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisations.id"], name=op.f("fk_receipts_organisation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_receipts_organisation"), ["organisation"], unique=False)


def downgrade() -> None:
    op.drop_table("receipts")
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_column("keeping")

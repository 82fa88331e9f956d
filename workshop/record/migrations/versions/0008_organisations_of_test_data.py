"""Organisations all of whose data are invented; and what overviews need of released reports.

Organisations that are there have real data. Figures of reports that are there are taken from them at the next start.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("test", sa.Boolean(), server_default="0", nullable=False))
    op.create_table(
        "release_figures",
        sa.Column("release", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("scenario", sa.String(length=60), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("summed", sa.Boolean(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        _key_to("release_figures", "release", "releases"),
        _key_to("release_figures", "organisation", "organisations"),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_release_figures")),
        sqlite_with_rowid=False,
    )
    for columns in (["organisation", "quarter"], ["organisation", "scenario", "people"]):
        op.create_index(f"ix_release_figures_{'_'.join(columns)}", "release_figures", columns)
    op.create_table(
        "overviews",
        sa.Column("organisation", sa.String(length=24), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        _key_to("overviews", "organisation", "organisations"),
        sa.PrimaryKeyConstraint("organisation", "period", name=op.f("pk_overviews")),
        sqlite_with_rowid=False,
    )


def _key_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    op.drop_table("overviews")
    op.drop_table("release_figures")
    with op.batch_alter_table("organisations", schema=None) as batch_op:
        batch_op.drop_column("test")

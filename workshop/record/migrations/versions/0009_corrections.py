"""Released reports may be corrected: of what was there before, the hashes stay.

No report that is there has been corrected.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "superseded",
        sa.Column("release", sa.String(length=24), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digests", sa.JSON(), nullable=False),
        sa.Column("replaced_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["releases.id"], name=op.f("fk_superseded_release"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("release", "number", name=op.f("pk_superseded")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("superseded")

"""Links of a session that can be called back: what passes have to name."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("links", sa.String(length=24), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    op.drop_column("sessions", "links")

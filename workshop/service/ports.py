"""What the use cases need of the outside: a live store, a record, a casebook. Fakes in tests keep the same shape."""

from __future__ import annotations

from workshop.service.case_ports import Scenarios as Scenarios
from workshop.service.live_ports import SENDING_AGAIN as SENDING_AGAIN
from workshop.service.live_ports import Committed as Committed
from workshop.service.live_ports import Conflict as Conflict
from workshop.service.live_ports import Leftover as Leftover
from workshop.service.live_ports import LiveStore as LiveStore
from workshop.service.live_ports import Loaded as Loaded
from workshop.service.live_ports import Operation as Operation
from workshop.service.live_ports import Reused as Reused
from workshop.service.live_ports import Signs as Signs
from workshop.service.live_ports import Snapshot as Snapshot
from workshop.service.record_ports import ROLES as ROLES
from workshop.service.record_ports import Access as Access
from workshop.service.record_ports import Ending as Ending
from workshop.service.record_ports import Member as Member
from workshop.service.record_ports import Record as Record
from workshop.service.record_ports import SessionRecord as SessionRecord
from workshop.service.record_ports import SessionState as SessionState
from workshop.service.release_ports import Destruction as Destruction
from workshop.service.release_ports import KeptFigures as KeptFigures
from workshop.service.release_ports import KeptOverview as KeptOverview
from workshop.service.release_ports import KeptPool as KeptPool
from workshop.service.release_ports import Release as Release
from workshop.service.release_ports import Superseded as Superseded
from workshop.service.retention_ports import Due as Due
from workshop.service.retention_ports import Receipt as Receipt
from workshop.service.retention_ports import Rule as Rule
from workshop.service.retention_ports import Why as Why


class Unavailable(Exception):
    """The live store or the record cannot be reached just now. Nothing is lost: the sender keeps and repeats."""


class UnknownSession(Exception):
    """No live session of this id."""

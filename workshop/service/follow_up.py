"""What a rule, or a fixed moment, sets going. All of it can be repeated."""

from __future__ import annotations

from workshop.activities.base import (
    CloseRound,
    DrawPicture,
    DropRounds,
    EndSession,
    EraseLog,
    FollowUp,
    GatherSupport,
    HandOver,
    ReleaseQuestions,
    TellCounts,
)
from workshop.service.close_round import close_round, drop_rounds
from workshop.service.context import Context
from workshop.service.finish import end_session
from workshop.service.picture import draw_picture
from workshop.service.questions import gather_questions, release_questions
from workshop.service.support import gather_support
from workshop.service.telling import tell


def follow_up(context: Context, session: str, then: FollowUp, epoch: str = "") -> bool:
    """Do it; False when it was too early for it, and its next moment has to.

    `epoch`: of the live store, in which it was decided ("" = just now). Raises UnknownSession, Unavailable.
    """
    if isinstance(then, GatherSupport):
        return gather_support(context, session)
    _do(context, session, then, epoch)
    return True


def _do(context: Context, session: str, then: FollowUp, epoch: str) -> None:
    match then:
        case CloseRound(round=round_id, reveal=reveal):
            close_round(context, session, round_id, reveal)
        case DropRounds(rounds=rounds):
            drop_rounds(context, session, rounds)
        case ReleaseQuestions(over=over):
            gather_questions(context, session, over)
        case HandOver():
            release_questions(context, session)
        case TellCounts(part=part, names=names):
            tell(context, session, part, names)
        case EraseLog(collection=collection, whole=whole):
            context.live.erase_scope(session, collection, (collection,) if whole else ())
        case DrawPicture():
            draw_picture(context, session)
        case EndSession():
            end_session(context, session, epoch)
            context.quotas.forget(session)

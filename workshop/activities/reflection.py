"""At the end: one thing I will do, what I still need, and where support is.

Tags are counted when the round closes. Texts then go, all at once, shuffled and under new ids, to the facilitator, who
may keep some of them; when fewer than k phones have sent a sheet they are erased unread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Answers,
    Change,
    Collection,
    Command,
    Held,
    OwnPart,
    Part,
    Refused,
    ReleaseQuestions,
    Role,
    Rounds,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
    not_taken,
    round_scope,
)
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import answers_result
from workshop.activities.codes import LATE, NOT_NOW
from workshop.activities.questionnaire import (
    ANSWERS,
    CLOSED,
    OneRound,
    answered,
    answered_here,
    closing,
    open_on_entering,
    reads_result,
    reopening,
)
from workshop.activities.questions import may_gather
from workshop.activities.reflection_bodies import (
    Keep,
    NameNeeds,
    NeedCount,
    OwnReflection,
    ReflectionPart,
    Say,
    TextShown,
)
from workshop.activities.reflection_keepsake import KEEPSAKE
from workshop.activities.session_parts import resources_shown
from workshop.domain.disclosure_steps import told
from workshop.domain.live import Head, Round
from workshop.domain.reflection import FIELDS, NEEDS, tally_needs
from workshop.domain.results import AnswersResult, Closing
from workshop.domain.scenario import Scenario
from workshop.domain.texts import TextRefused, clean_or_empty

LONGEST = 280
TEXTS = Collection("texts", kept="chosen")
"""What people wrote, once it has been handed over."""
HELD = Held("reflection", "round", names=("need", "field"))
READ = Refused("not_now", "reflection.read")


def _reads(head: Head, body: Say | NameNeeds, seat: Seat) -> tuple[SliceRef]:
    return (ANSWERS.ref(seat, body.round),)


def _put(situation: Situation, body: Say | NameNeeds, field: str, value: object) -> Change | Refused:
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != "reflection" or found.state != "open":
        return CLOSED
    (ref,) = _reads(situation.head, body, situation.seat)
    before = situation.slices[ref]
    after = {**(before or {}), field: value}
    return answered(found, ref, before, after)


def _say(situation: Situation, body: Say) -> Change | Refused:
    try:
        return _put(situation, body, body.field, clean_or_empty(body.text, LONGEST))
    except TextRefused as refused:
        return not_taken(refused)


def _need(situation: Situation, body: NameNeeds) -> Change | Refused:
    return _put(situation, body, "tags", sorted(set(body.tags)))


def _reads_text(head: Head, body: Keep, seat: Seat) -> tuple[SliceRef]:
    return (SliceRef(TEXTS.name, body.text),)


def _keep(situation: Situation, body: Keep) -> Change | Refused:
    (ref,) = _reads_text(situation.head, body, situation.seat)
    text = situation.slices[ref]
    if text is None:
        return Refused("not_now", "reflection.gone")
    return Change(put={ref: {**text, "kept": body.kept}}, parts=frozenset({"reflection"}))


def _part(view: View, role: Role) -> ReflectionPart | None:
    here = view.head.round_here()
    if here is None or here.kind != "reflection":
        return None
    closed = view.collection(RESULTS).get(here.id) if here.state == "closed" else None
    return ReflectionPart(
        round=here.id,
        reopens=view.head.opened_again().get(here.id, ""),
        state=here.state,
        tags=list(NEEDS),
        answered=told(view.counts, f"{here.id}:answered", view.head.k),
        resources=resources_shown(view.scenario),
        tallies=None if closed is None else [NeedCount(tag=t, n=n) for t, n in answers_result(closed).tags],
        few=closed is not None and answers_result(closed).answered is None,
        texts=_texts(view) if role == "facilitator" else [],
    )


def _texts(view: View) -> list[TextShown]:
    return [
        TextShown(id=i, field=t["field"], text=t["text"], kept=t["kept"])
        for i, t in sorted(view.collection(TEXTS.name).items())
    ]


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    here = head.round_here()
    if here is None or here.kind != "reflection" or here.state != "open":
        return ()
    return (ANSWERS.ref(seat, here.id),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnReflection | None:
    here = view.head.round_here()
    if here is None or not slices:
        return None
    sheet = next(iter(slices.values())) or {}
    return OwnReflection(
        round=here.id,
        will_do=sheet.get("will_do", ""),
        still_need=sheet.get("still_need", ""),
        tags=list(sheet.get("tags", [])),
    )


def _largest(view: View) -> OwnReflection | None:
    """Every tag, and both texts as long as they may be, in characters of four bytes."""
    here = view.head.round_here()
    if here is None or here.kind != "reflection" or here.state != "open":
        return None
    words = "\U0001f600" * LONGEST
    return OwnReflection(round=here.id, will_do=words, still_need=words, tags=list(NEEDS))


def tally(
    head: Head,
    scenario: Scenario,
    closing: Round,
    answers: Answers,
    new_id: Callable[[], str],
    shuffle: Callable[[list[Any]], None],
) -> Closing:
    """Tags counted; texts shuffled under new ids, from k sheets: below that nobody reads them."""
    sheets = list(answers.answers.values())
    n = len(sheets) if len(sheets) >= head.k else None
    read = sheets if n is not None else []
    texts = [{"field": f, "text": s[f], "kept": False} for f in ("will_do", "still_need") for s in read if s.get(f)]
    shuffle(texts)
    tags = tally_needs((s.get("tags", ()) for s in sheets), head.k)  # of all who answered, as the report reckons
    result = AnswersResult(closing.id, closing.step, "reflection", closing.cause, n, tags=tags)
    return Closing(result, slices={TEXTS.name: {new_id(): text for text in texts}})


def _close(situation: Situation, body: OneRound) -> Change | Refused:
    """Questions that wait come too, by the rule of the button: closed and opened again, it would tell of each tap."""
    also = (ReleaseQuestions(),) if may_gather(situation.head, situation.counts) else ()
    return closing("reflection", *also)(situation, body)


def _was_read(result: Slice) -> Refused | None:
    return None if not result or answers_result(result).answered is None else READ


ACTIVITY = Activity(
    name="reflection",
    commands=(
        Command(
            "reflection.say",
            Say,
            DELEGATE,
            _say,
            ("round_closed", "too_long"),
            reads=_reads,
            scope=round_scope,
            texts={"text": LONGEST},
        ),
        Command("reflection.need", NameNeeds, DELEGATE, _need, LATE, reads=_reads, scope=round_scope),
        Command("reflection.close", OneRound, FACILITATOR, _close, NOT_NOW, durable=True),
        Command(
            "reflection.reopen",
            OneRound,
            FACILITATOR,
            reopening("reflection", _was_read),
            NOT_NOW,
            reads=reads_result,
            durable=True,
        ),
        Command("reflection.keep", Keep, FACILITATOR, _keep, NOT_NOW, reads=_reads_text, durable=True),
    ),
    parts=(
        Part(
            "reflection",
            ReflectionPart,
            _part,
            differs=True,
            needs=lambda head: (RESULTS, TEXTS.name),
            counts=answered_here,
        ),
        KEEPSAKE,
    ),
    own=(OwnPart("own_reflection", OwnReflection, _reads_own, _own, _largest, HELD),),
    enter=lambda head, scenario: open_on_entering(head, "reflection", "closing"),
    rounds=Rounds(tally),
    names={"field": FIELDS, "need": NEEDS},
    collections=(ANSWERS, TEXTS),
    gathers=True,
    keeps_minutes=True,
)
